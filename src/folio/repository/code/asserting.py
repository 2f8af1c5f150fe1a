"""Assertions of Python's tests that can fail. Source: guard `trivial-test`."""

from __future__ import annotations

import ast
import hashlib
import re
from collections.abc import Iterator

from folio.repository.code.python import Module, nodes_of, snake_case

EXPECTED = frozenset({"pytest.raises", "pytest.warns", "pytest.deprecated_call"})
UNITTEST = re.compile(r"(^|\.)assert[A-Z]\w+$|(^|\.)assert_\w+$|(^|\.)(fail|failUnless\w*)$")


def digest(text: str) -> str:
    """By which one assertion is told from another; nothing of it can be read from that."""
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


def assertions(module: Module) -> Iterator[str]:
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
                yield digest(f"{body}\0{_squeezed(lines, node.lineno, node.end_lineno)}")
            elif isinstance(node, ast.Call):
                name = module.full_name(node.func)
                if name in EXPECTED or (UNITTEST.search(name) and not _is_trivial_call(node)):
                    yield digest(f"{body}\0{_squeezed(lines, node.lineno, node.end_lineno)}")


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
