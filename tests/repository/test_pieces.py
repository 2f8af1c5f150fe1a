"""Looking for pieces of text first loses no match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folio.repository.code.algorithm_names import STEM
from folio.repository.code.pieces import may_match, pieces_of
from folio.repository.detect import baselines, inference, monitoring, structures, validation

TABLES = (validation.OWN, inference.OWN, structures.OWN)
PATTERNS = [
    *(one for table in TABLES for one in table.values()),
    baselines.OWN,
    monitoring.DRIFT,
    STEM,
]
WORDS = sorted({word for one in PATTERNS for word in re.findall(r"[a-z]{3,}", one.pattern)})


@given(st.sampled_from(PATTERNS), st.lists(st.sampled_from([*WORDS, "s", "x", "1"]), max_size=4))
def test_what_can_match_is_always_searched(pattern: re.Pattern[str], words: list[str]) -> None:
    name = "_".join(words)
    assert may_match(pattern, name) or not pattern.search(name)


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda one: one.pattern[:30])
def test_every_table_of_names_has_pieces_to_look_for(pattern: re.Pattern[str]) -> None:
    assert pieces_of(pattern), "without them every name in every file is searched"


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [
        (r"(^|_)bootstrap(_|$|ped)", {"bootstrap"}),
        (r"walk_forward|backtest", {"walk_forward", "backtest"}),
        (r"ab?c+d*efg", {"efg"}),
        (r"(?:one|two)+x", {"one", "two"}),
        (r"\w+", set()),
        (r"[ab]|c", set()),
        (r"(?i)holdout", set()),
    ],
)
def test_the_pieces_are_those_that_a_match_can_not_do_without(pattern: str, pieces: set[str]) -> None:
    assert pieces_of(re.compile(pattern)) == pieces
