"""Tests: assertions that can fail, in files that use the project. Source: rubric, `tests-meaningful`."""

from __future__ import annotations

import ast
import hashlib
import re
from collections.abc import Iterator, Mapping

from folio.repository.classify import Kind
from folio.repository.imports import Imports
from folio.repository.model import Place, Tests
from folio.repository.python import Module, nodes_of, snake_case
from folio.repository.scan import File, Mark
from folio.repository.tree import Tree

EXPECTED = frozenset({"pytest.raises", "pytest.warns", "pytest.deprecated_call"})
UNITTEST = re.compile(r"(^|\.)assert[A-Z]\w+$|(^|\.)assert_\w+$|(^|\.)(fail|failUnless\w*)$")
REFERENCES = frozenset(
    {"sklearn", "scipy", "torch", "statsmodels", "tensorflow", "jax", "xgboost", "networkx", "hmmlearn", "filterpy"}
)
CLOSE = re.compile(
    r"(^|\.)(all_?close|is_?close|approx|assert_(all_?close|almost_equal|array_almost_equal|array_equal|close)"
    r"|assertAlmostEqual|approx_fprime|check_grad|gradcheck|(numeric(al)?|finite)_(grad\w*|difference\w*|diff))$"
)

JAVASCRIPT = re.compile(
    r"^.*\b(?:expect\s*\(|assert(?:\.\w+)?\s*\(|t\.(?:is|deepEqual|true|false|throws)\s*\().*$", re.M
)
GO = re.compile(r"^.*\b(?:t\.(?:Error|Errorf|Fatal|Fatalf|Fail|FailNow)|(?:assert|require|is)\.[A-Z]\w+)\s*\(.*$", re.M)
RUST = re.compile(r"^.*\b(?:debug_)?assert(?:_eq|_ne|_matches|_relative_eq|_abs_diff_eq)?!\s*\(.*$", re.M)
JAVA = re.compile(
    r"^.*\b(?:assert(?:That|Equals|True|False|Null|NotNull|Throws|ArrayEquals|Same)|should\w*)\s*[({].*$", re.M
)
R_TEST = re.compile(r"^.*\bexpect_\w+\s*\(.*$", re.M)
JULIA = re.compile(r"^.*@test(?:_throws|_approx_eq)?\b.*$", re.M)
OTHERS = {
    "js": JAVASCRIPT, "jsx": JAVASCRIPT, "ts": JAVASCRIPT, "tsx": JAVASCRIPT, "mjs": JAVASCRIPT, "cjs": JAVASCRIPT,
    "go": GO, "rs": RUST,
    "java": JAVA, "kt": JAVA, "scala": JAVA, "r": R_TEST, "jl": JULIA, "cpp": re.compile(r"^.*\b(?:EXPECT|ASSERT"
        r"|REQUIRE|CHECK)(?:_\w+)?\s*\(.*$", re.M),
}  # fmt: skip
TRIVIAL = re.compile(
    r"(expect|assert\w*!?|expect_true|@test|assertTrue)\s*[( ]\s*(true|True|TRUE|1|1\s*(==|,)\s*1)\s*\)?\s*(\)|;"
    r"|$|\.(toBe(Truthy)?|toEqual)\((true)?\))"
    r"|expect\((\w+)\)\.toBe\(\5\)|^\s*(//|#|\*)"
)
USES_PROJECT = re.compile(
    r"""(from|require\(|import\()\s*["'](\.{1,2}/|@/|~/|src/|\$lib/)|^\s*import\s+["']\.{1,2}/"""
    r"""|^(library|source|devtools::load_all)\(|^using \.?[A-Z]|\buse (crate|super|[a-z_]+)::"""
    r"""|#include\s+"|^import [a-z]""",
    re.M,
)
RUNNERS = (
    (
        "pytest",
        re.compile(r"(^|/)(conftest\.py|pytest\.ini)$"),
        re.compile(r"\[tool\.pytest|\[tool:pytest\]|\bpytest\b"),
    ),
    ("jest", re.compile(r"(^|/)jest\.config\.\w+$"), re.compile(r'"jest"')),
    ("vitest", re.compile(r"(^|/)vitest\.config\.\w+$"), re.compile(r'"vitest"')),
    ("mocha", re.compile(r"(^|/)\.mocharc\.\w+$"), re.compile(r'"mocha"')),
    ("playwright", re.compile(r"(^|/)playwright\.config\.\w+$"), re.compile(r'"@playwright/test"')),
    ("testthat", re.compile(r"(^|/)tests/testthat\.[rR]$"), re.compile(r"\btestthat\b")),
)
MANIFESTS = re.compile(
    r"(^|/)(pyproject\.toml|setup\.cfg|tox\.ini|noxfile\.py|requirements[^/]*\.txt|package\.json|DESCRIPTION)$"
)


ASSERTION, FIXTURES, TOUCHES = "assertion", "takes fixtures", "uses the project"
RUNNER = "runner "
CLOSE_TO, REFERENCE = "close", "reference"


def scan(file: File) -> Iterator[Mark]:
    """Assertions that can fail, as hashes in `note`, and what tells whether they are about the project."""
    module = file.module if file.kind is Kind.TEST else None
    if module:
        yield from _python(module)
    elif pattern := OTHERS.get(file.ending):
        yield from _elsewhere(file, pattern)


def _python(module: Module) -> Iterator[Mark]:
    found = sorted(set(_assertions(module)))
    yield from (Mark(ASSERTION, note=one) for one in found)
    if any(isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef) and one.name.startswith("test") and one.args.args
           for one in module.definitions):  # fmt: skip
        yield Mark(FIXTURES)
    if "unittest" in module.packages:
        yield Mark(f"{RUNNER}unittest")
    if "pytest" in module.packages or (found and not _is_helper(module.path) and "unittest" not in module.packages):
        yield Mark(f"{RUNNER}pytest")
    yield from (Mark(CLOSE_TO, call.line) for call in module.calls if CLOSE.search(call.name))
    yield from (Mark(REFERENCE, line) for name, line in module.imports if name.split(".", 1)[0] in REFERENCES)


def _elsewhere(file: File, pattern: re.Pattern[str]) -> Iterator[Mark]:
    """In languages without a syntax tree here, the lines that assert."""
    text = file.text
    if file.is_source and pattern is RUST and "#[cfg(test)]" in text:
        text = text[text.index("#[cfg(test)]") :]
    elif file.kind is not Kind.TEST:
        return
    found = {" ".join(line.split()) for line in pattern.findall(text) if not TRIVIAL.search(line)}
    yield from (Mark(ASSERTION, note=_digest(f"{file.path}:{line}")) for line in sorted(found))
    if found and (pattern in (GO, JAVA) or USES_PROJECT.search(text)):
        yield Mark(TOUCHES)
        if runner := {GO: "go test", RUST: "cargo test"}.get(pattern):
            yield Mark(f"{RUNNER}{runner}")


def detect(tree: Tree, algorithms: tuple[Place, ...]) -> Tests:
    """Its test files, what they assert, and which own algorithms they hold against a reference."""
    imports = Imports(tree)
    marks: dict[str, list[Mark]] = {}
    for path, mark in tree.marks("tests"):
        marks.setdefault(path, []).append(mark)
    conftests = (path for path in tree.named("conftest.py") if imports.own(path))
    fixtures = {path.rpartition("/")[0] for path in conftests}
    assertions: set[str] = set()
    runners: set[str] = set()
    files, touching = 0, False
    for path, noted in marks.items():
        names = {mark.name for mark in noted}
        found = {mark.note for mark in noted if mark.name == ASSERTION}
        files += bool(found) and not _is_helper(path)
        runners |= {name.removeprefix(RUNNER) for name in names if name.startswith(RUNNER)}
        given = FIXTURES in names and any(_above(folder, path) for folder in fixtures)
        if found and (TOUCHES in names or given or imports.own(path)):
            touching = True
            assertions |= found
    for name, there, inside in RUNNERS:
        if files and any(
            there.search(path) or (MANIFESTS.search(path) and inside.search(tree.read(path) or "")) for path in tree.own
        ):
            runners.add(name)
    return Tests(
        files=files,
        assertions=len(assertions),
        imports_project=touching,
        runners=tuple(sorted(runners)),
        checked_against_reference=_checked(marks, imports, algorithms),
    )


def _is_helper(path: str) -> bool:
    return path.rsplit("/", 1)[-1] in ("conftest.py", "__init__.py")


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _assertions(module: Module) -> Iterator[str]:
    """Each distinct assertion that can fail, with the test it stands in: a test copied word for word adds nothing."""
    lines = module.text.split("\n")
    for one in module.definitions:
        if isinstance(one, ast.ClassDef) or not snake_case(one.name).startswith("test"):
            continue
        body = _squeezed(lines, one.body[0].lineno, one.end_lineno)
        nodes = nodes_of(one)
        if not one.args.args and not any(isinstance(node, ast.Call) for node in nodes):
            continue
        for node in nodes:
            if isinstance(node, ast.Assert) and not is_trivial(node.test):
                yield _digest(f"{body}\0{_squeezed(lines, node.lineno, node.end_lineno)}")
            elif isinstance(node, ast.Call):
                name = module.full_name(node.func)
                if name in EXPECTED or (UNITTEST.search(name) and not _is_trivial_call(node)):
                    yield _digest(f"{body}\0{_squeezed(lines, node.lineno, node.end_lineno)}")


def _squeezed(lines: list[str], first: int, last: int | None) -> str:
    """Some lines of a file, with all that is blank as one space."""
    return "\n".join(" ".join(line.split()) for line in lines[first - 1 : last])


def is_trivial(test: ast.expr) -> bool:
    """Whether an assertion can't fail whatever the project does. Source: guard `trivial-test`."""
    if isinstance(test, ast.UnaryOp):
        return is_trivial(test.operand)
    if (
        isinstance(test, ast.Compare)
        and len(test.comparators) == 1
        and ast.dump(test.left) == ast.dump(test.comparators[0])
    ):
        return not any(isinstance(node, ast.Call) for node in ast.walk(test.left))
    if isinstance(test, (ast.Tuple, ast.List, ast.Dict)):
        return True
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.Or) and any(map(is_trivial, test.values)):
        return True
    return not any(isinstance(node, (ast.Name, ast.Call, ast.Attribute)) for node in ast.walk(test))


def _is_trivial_call(node: ast.Call) -> bool:
    """`self.assertTrue(True)` and its kin; an assertion of a mock without arguments can fail."""
    if not node.args:
        return False
    if len(node.args) > 1 and ast.dump(node.args[0]) == ast.dump(node.args[1]):
        return True
    return all(is_trivial(one) for one in node.args[:2])


def _above(folder: str, path: str) -> bool:
    return not folder or path.startswith(f"{folder}/")


def _checked(marks: Mapping[str, list[Mark]], imports: Imports, algorithms: tuple[Place, ...]) -> tuple[Place, ...]:
    """Tests that import an algorithm's module and hold it against another library or a number it should be close to."""
    places: dict[str, Place] = {}
    for path, noted in marks.items():
        close = [mark.line for mark in noted if mark.name == CLOSE_TO]
        references = [mark.line for mark in noted if mark.name == REFERENCE]
        if not close and not references:
            continue
        reached = imports.reached(path)
        for algorithm in algorithms:
            if algorithm.path in reached:
                places.setdefault(algorithm.name, Place(name=algorithm.name, path=path, line=min(close or references)))
    return tuple(places[name] for name in sorted(places))
