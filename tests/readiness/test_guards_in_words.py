"""The guards in words are those in code: every id that the code can give is explained, and nothing else is."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import folio
from folio.readiness.rubric import rubric
from folio.readiness.rubric.guards import guards

PACKAGE = Path(folio.__file__).parent
CHECKS = {entry.id for entry in rubric().catalogue.checks}
SOURCES = (*sorted((PACKAGE / "facts").glob("*.py")), PACKAGE / "repository" / "detect" / "left_out.py")
IDENTIFIER = re.compile(r"[a-z]+(-[a-z]+)*")


def words(node: ast.expr) -> Iterator[str]:
    """The names that an expression can come to, as far as it says them itself."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and IDENTIFIER.fullmatch(node.value):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*words(node.body), *words(node.orelse))


def is_reason(node: ast.expr) -> bool:
    """Whether it is a sentence, or a variable that holds one."""
    if isinstance(node, ast.Name):
        return node.id == "reason"
    return any(isinstance(one, ast.Constant) and " " in str(one.value) for one in ast.walk(node))


def given(path: Path) -> Iterator[str]:
    """The ids that a module gives: a verdict is a pair of a guard and a reason, and some variables hold a guard."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Tuple(elts=[guard, reason]) if is_reason(reason):
                yield from words(guard)
            case ast.Call(func=ast.Name(id="Exclusion"), args=[_, guard, *_]):
                yield from words(guard)
            case ast.Assign(targets=[ast.Name(id="guard" | "name")], value=value):
                yield from words(value)
            case ast.Return(value=ast.expr() as value) if path.name == "left_out.py":
                yield from words(value)


EMITTED = {name for path in SOURCES for name in given(path)} - {"lock", "translations"}  # kinds of generated code
NAMED = {name for name, guard in guards().guards.items() if guard.says == "exclusion"}


def test_every_guard_that_the_code_can_name_is_explained_and_the_other_way_round() -> None:
    assert len(EMITTED) >= 20
    assert EMITTED == NAMED


@pytest.mark.parametrize("name", sorted(guards().guards))
def test_a_guard_is_one_sentence_about_checks_that_there_are(name: str) -> None:
    guard = guards().guards[name]
    assert guard.rule[0].isupper()
    assert guard.rule.endswith(".")
    assert ". " not in guard.rule
    assert "cheat" not in guard.rule
    assert bool(guard.on) != bool(guard.checks)
    assert set(guard.checks) <= CHECKS
    assert any(guard.about(entry) for entry in rubric().catalogue.checks)


def test_a_guard_that_leaves_nothing_to_name_is_named_where_it_works_or_is_nowhere_read() -> None:
    built_in = set(guards().guards) - NAMED
    assert {"popularity", "badge-only", "trivial-test", "keyword-stuffing", "self-reference"} <= built_in
    assert not built_in & EMITTED


def test_the_rules_of_fairness_are_sentences() -> None:
    assert len(guards().fairness) == 8
    assert all(rule.endswith(".") for rule in guards().fairness.values())


def test_no_score_waits_for_what_is_only_read_by_people() -> None:
    loading = (PACKAGE / "readiness" / "rubric" / "loading.py").read_text(encoding="utf-8")
    assert "guards" not in loading
