"""Tests: assertions that can fail, in files that use the project. Source: rubric, `tests-meaningful`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping

from folio.repository.classify import Kind
from folio.repository.code import touching
from folio.repository.code.algorithm_names import FRAMEWORKS, algorithm
from folio.repository.code.asserting import assertions, digest
from folio.repository.code.dbt import schema_tests
from folio.repository.code.imports import Imports
from folio.repository.code.languages.assertions import assertions as elsewhere_asserted
from folio.repository.code.languages.assertions import close_to
from folio.repository.code.languages.code import Code
from folio.repository.code.python import Module
from folio.repository.code.tables.test_runners import ALWAYS, CONFIGURED, LOADED, MANIFESTS
from folio.repository.model import Place, Tests
from folio.repository.scan import File, Mark
from folio.repository.tree import Tree

REFERENCES = frozenset(
    {"sklearn", "scipy", "torch", "statsmodels", "tensorflow", "jax", "xgboost", "networkx", "hmmlearn", "filterpy"}
)
CLOSE = re.compile(
    r"(^|\.)(all_?close|is_?close|approx|assert_(all_?close|almost_equal|array_almost_equal|array_equal|close)"
    r"|assertAlmostEqual|approx_fprime|check_grad|gradcheck|(numeric(al)?|finite)_(grad\w*|difference\w*|diff))$"
)
INSIDE = re.compile(r"#\[(?:cfg\()?(?:\w+::)?test\b")
"""Where Rust's tests begin in a file that holds what they test."""
PGTAP = re.compile(r"\bplan\s*\(|\bno_plan\s*\(|\bfinish\s*\(", re.I)

ASSERTION, FIXTURES = "assertion", "takes fixtures"
RUNNER, MENTIONS = "runner ", "mentions "
CLOSE_TO, REFERENCE = "close", "reference"


def scan(file: File) -> Iterator[Mark]:
    """Assertions that can fail, as hashes in `note`, and what tells whether they are about the project."""
    module = file.module if file.kind is Kind.TEST else None
    if module:
        yield from _python(module)
    elif file.code:
        yield from touching.scan(file)
        yield from _elsewhere(file, file.code)


def _python(module: Module) -> Iterator[Mark]:
    found = sorted(set(assertions(module)))
    yield from (Mark(ASSERTION, note=one) for one in found)
    if any(isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef) and one.name.startswith("test") and one.args.args
           for one in module.definitions):  # fmt: skip
        yield Mark(FIXTURES)
    if "unittest" in module.packages:
        yield Mark(f"{RUNNER}unittest")
    if "pytest" in module.packages or (found and not _is_helper(module.path) and "unittest" not in module.packages):
        yield Mark(f"{RUNNER}pytest")
    yield from (Mark(CLOSE_TO, call.line) for call in module.calls if CLOSE.search(call.name))
    for name, line in module.imports:
        if (package := name.split(".", 1)[0]) in REFERENCES:
            yield Mark(REFERENCE, line, package)


def _elsewhere(file: File, code: Code) -> Iterator[Mark]:
    """In languages without a syntax tree here; Rust's tests may stand beside what they test."""
    start = 0
    if file.is_source and file.ending == "rs" and (inside := INSIDE.search(code.code)):
        start = inside.start()
    elif file.kind is not Kind.TEST or (code.family == "sql" and not PGTAP.search(code.code)):
        if file.kind is Kind.TEST and "{{" in file.text and code.family == "sql":  # dbt: each file is one assertion
            yield Mark(ASSERTION, note=digest(" ".join(code.plain.split())))
            yield Mark(f"{RUNNER}dbt test")
        return
    body = digest(" ".join(code.plain[start:].split()))
    found = sorted({said for _, said in elsewhere_asserted(code, start)})
    yield from (Mark(ASSERTION, note=digest(f"{body}\0{said}")) for said in found)
    if not found:
        return
    runners = {ALWAYS.get(code.family, "pgTAP" if code.family == "sql" else "")}
    runners |= {name for loaded, name in LOADED.get(code.family, {}).items() if loaded in code.packages}
    yield from (Mark(RUNNER + name) for name in sorted(runners - {""}))
    if (close := close_to(code, start)) is not None:
        yield Mark(CLOSE_TO, file.line(close))
        words = Code(code.code[start:], "").words if start else code.words
        mentioned = {one for word in words if (one := algorithm(word))}
        yield from (Mark(MENTIONS + name) for name in sorted(mentioned))


def detect(tree: Tree, algorithms: tuple[Place, ...]) -> Tests:
    """Its test files, what they assert, and which own algorithms they hold against a reference."""
    imports = Imports(tree)
    marks: dict[str, list[Mark]] = {}
    for path, mark in tree.marks("tests"):
        marks.setdefault(path, []).append(mark)
    project = touching.Project(tree, ((path, mark) for path, noted in marks.items() for mark in noted))
    conftests = (path for path in tree.named("conftest.py") if imports.own(path))
    fixtures = {path.rpartition("/")[0] for path in conftests}
    asserted: set[str] = set()
    runners: set[str] = set()
    files, touching_it = 0, False
    for path, noted in marks.items():
        names = {mark.name for mark in noted}
        found = {mark.note for mark in noted if mark.name == ASSERTION}
        files += bool(found) and not _is_helper(path)
        runners |= {name.removeprefix(RUNNER) for name in names if name.startswith(RUNNER)}
        given = FIXTURES in names and any(_above(folder, path) for folder in fixtures)
        if found and (given or imports.own(path) or project.is_used(path, names)):
            touching_it = True
            asserted |= found
    if of_dbt := schema_tests(tree):
        files, touching_it = files + len({path for path, _ in of_dbt}), True
        asserted |= {digest(said) for _, said in of_dbt}
        runners.add("dbt test")
    for name, there, inside in CONFIGURED:
        if files and any(
            there.search(path) or (MANIFESTS.search(path) and inside.search(tree.read(path) or "")) for path in tree.own
        ):
            runners.add(name)
    return Tests(
        files=files,
        assertions=len(asserted),
        imports_project=touching_it,
        runners=tuple(sorted(runners)),
        checked_against_reference=_checked(marks, imports, project, algorithms),
    )


def _is_helper(path: str) -> bool:
    return path.rsplit("/", 1)[-1] in ("conftest.py", "__init__.py")


def _above(folder: str, path: str) -> bool:
    return not folder or path.startswith(f"{folder}/")


def _checked(
    marks: Mapping[str, list[Mark]], imports: Imports, project: touching.Project, algorithms: tuple[Place, ...]
) -> tuple[Place, ...]:
    """Tests that use an algorithm and hold it against another library or a number it should be close to.

    In Python the test imports the algorithm's module; elsewhere it uses the project and names the algorithm.
    """
    places: dict[str, Place] = {}
    for path, noted in marks.items():
        close = [mark.line for mark in noted if mark.name == CLOSE_TO]
        references = [mark for mark in noted if mark.name == REFERENCE]
        if not close and not references:
            continue
        names = {mark.name for mark in noted}
        reached = imports.reached(path)
        uses = project.is_used(path, names)
        for one in algorithms:
            # What an algorithm is built on says nothing of it: a test of a torch module imports torch anyway.
            others = [mark.line for mark in references if not one.note or mark.note not in FRAMEWORKS]
            if (close or others) and (one.path in reached or (uses and MENTIONS + one.name in names)):
                places.setdefault(one.name, Place(name=one.name, path=path, line=min(close or others)))
    return tuple(places[name] for name in sorted(places))
