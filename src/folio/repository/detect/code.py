"""How much code was written here, in which languages, and with which libraries."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator

from folio.repository.classify import DASHES, HASH, Kind, language
from folio.repository.code.python import Module
from folio.repository.model import Code
from folio.repository.scan import File, Mark
from folio.repository.text import without
from folio.repository.tree import Tree

MAX_FRAMEWORKS = 60
CODE_LINES = {mark: re.compile(rf"\n[^\S\n]*(?!{mark})\S") for mark in ("#", "//", "--")}
"""The beginning of each line of code, by the mark of a comment."""
NOT_MODULES = frozenset({"SQL", "Shell", "Stan"})
JAVASCRIPT = frozenset({"js", "jsx", "ts", "tsx", "mjs", "vue", "svelte"})
SCRIPTS = frozenset({"setup.py", "conftest.py", "noxfile.py", "tasks.py", "fabfile.py"})
JS_IMPORT = re.compile(
    r"""(?:\bfrom\s+|\brequire\(\s*|^\s*import\s+)["']((?:@[\w.-]+/)?[\w][\w.-]*)(?:/[^"']*)?["']""", re.M
)


LINES = "lines"
IMPORT = "import "
"""A mark's name begins so when a JavaScript file imports the package that follows."""


def scan(file: File) -> Iterator[Mark]:
    """The file's lines without blanks, comments and docstrings, and the packages that JavaScript imports."""
    if file.kind not in (Kind.SOURCE, Kind.EXAMPLE, Kind.TEST):
        return
    if file.ending == "ipynb":
        yield Mark(LINES, amount=count_lines(file.notebook.code, "Python") if file.notebook else 0)
    elif name := language(file.path):
        module = file.module if name == "Python" else None
        yield Mark(LINES, amount=_python_lines(module) if module else count_lines(file.text, name))
    if file.is_source and file.ending in JAVASCRIPT:
        yield from (Mark(IMPORT + name) for name in sorted(set(JS_IMPORT.findall(file.text))))


def detect(tree: Tree) -> Code:
    """Lines without blanks and comments. Source: rubric, `project-substance` and `modular-code`."""
    languages: Counter[str] = Counter()
    notebook_lines = test_lines = modules = 0
    for path, mark in tree.marks("code", Kind.SOURCE, Kind.EXAMPLE, Kind.TEST):
        name = language(path)
        if mark.name != LINES:
            continue
        if name is None:
            notebook_lines += mark.amount
            continue
        languages[name] += mark.amount
        test_lines += mark.amount if tree.kind(path) is Kind.TEST else 0
        importable = name not in NOT_MODULES and path.rsplit("/", 1)[-1] not in SCRIPTS
        modules += importable and mark.amount > 0 and tree.kind(path) is Kind.SOURCE
    return Code(
        lines=languages.total(),
        notebook_lines=notebook_lines,
        sql_lines=languages["SQL"],
        test_lines=test_lines,
        modules=modules,
        languages={name: languages[name] for name in sorted(languages) if languages[name]},
        frameworks=_frameworks(tree),
    )


def count_lines(text: str, name: str) -> int:
    """Lines of `text` that are neither blank nor only a comment."""
    if name in HASH:
        return len(CODE_LINES["#"].findall("\n" + text))
    return len(CODE_LINES["--" if name in DASHES else "//"].findall("\n" + without(text, "/*", "*/")))


def _python_lines(module: Module) -> int:
    """As `count_lines`, docstrings left out as well."""
    lines = module.text.split("\n") if module.docstrings else []
    said = (count_lines("\n".join(lines[first - 1 : last]), "Python") for first, last in module.docstrings)
    return max(count_lines(module.text, "Python") - sum(said), 0)


def _frameworks(tree: Tree) -> tuple[str, ...]:
    paths = tree.of_kind(Kind.SOURCE, Kind.TEST, Kind.EXAMPLE)
    own = {part for path in paths for part in path.removesuffix(".py").split("/")}
    counts: Counter[str] = Counter()
    for path in tree.of_kind(Kind.SOURCE):
        if path in tree.scans:
            counts.update(tree.scans[path].packages - own - sys.stdlib_module_names)
    counts.update(mark.name[len(IMPORT) :] for _, mark in tree.marks("code") if mark.name.startswith(IMPORT))
    most = sorted(counts, key=lambda name: (-counts[name], name))[:MAX_FRAMEWORKS]
    return tuple(sorted(most))
