"""How much code was written here, in which languages, and with which libraries."""

from __future__ import annotations

import re
import sys
from collections import Counter

from folio.repository.classify import Kind, ending, language
from folio.repository.model import Code
from folio.repository.python import Module
from folio.repository.text import without
from folio.repository.tree import Tree

MAX_FRAMEWORKS = 60
HASH = frozenset({"Python", "R", "Julia", "Ruby", "Shell", "Perl", "Elixir", "Stan"})
DASHES = frozenset({"SQL", "Haskell", "Lua"})
NOT_MODULES = frozenset({"SQL", "Shell", "Stan"})
SCRIPTS = frozenset({"setup.py", "conftest.py", "noxfile.py", "tasks.py", "fabfile.py"})
JS_IMPORT = re.compile(
    r"""(?:\bfrom\s+|\brequire\(\s*|^\s*import\s+)["']((?:@[\w.-]+/)?[\w][\w.-]*)(?:/[^"']*)?["']""", re.M
)


def detect(tree: Tree) -> Code:
    """Lines without blanks and comments. Source: rubric, `project-substance` and `modular-code`."""
    languages: Counter[str] = Counter()
    notebook_lines = test_lines = modules = 0
    for path in tree.of_kind(Kind.SOURCE, Kind.EXAMPLE, Kind.TEST):
        if path.endswith(".ipynb"):
            notebook = tree.notebook(path)
            notebook_lines += count_lines(notebook.code, "Python") if notebook else 0
            continue
        name, text = language(path), tree.read(path)
        if name is None or text is None:
            continue
        module = tree.python(path) if name == "Python" else None
        lines = count_lines(_without_docstrings(module) if module else text, name)
        languages[name] += lines
        test = tree.kind(path) is Kind.TEST
        test_lines += lines if test else 0
        importable = name not in NOT_MODULES and path.rsplit("/", 1)[-1] not in SCRIPTS
        modules += importable and lines > 0 and tree.kind(path) is Kind.SOURCE
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
        marks: tuple[str, ...] = ("#",)
    elif name in DASHES:
        marks, text = ("--",), without(text, "/*", "*/")
    else:
        marks, text = ("//",), without(text, "/*", "*/")
    return sum(1 for line in text.split("\n") if (bare := line.strip()) and not bare.startswith(marks))


def _without_docstrings(module: Module) -> str:
    lines = module.text.split("\n")
    for first, last in module.docstrings:
        lines[first - 1 : last] = [""] * (last - first + 1)
    return "\n".join(lines)


def _frameworks(tree: Tree) -> tuple[str, ...]:
    own = {
        part
        for path in tree.of_kind(Kind.SOURCE, Kind.TEST, Kind.EXAMPLE)
        for part in path.removesuffix(".py").split("/")
    }
    counts: Counter[str] = Counter()
    for module in tree.modules:
        counts.update(module.packages - own - sys.stdlib_module_names)
    for path in tree.of_kind(Kind.SOURCE):
        if ending(path) in ("js", "jsx", "ts", "tsx", "mjs", "vue", "svelte"):
            counts.update(set(JS_IMPORT.findall(tree.read(path) or "")))
    most = sorted(counts, key=lambda name: (-counts[name], name))[:MAX_FRAMEWORKS]
    return tuple(sorted(most))
