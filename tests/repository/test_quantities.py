"""Quantities: numbers with their units in any spelling, where they stand, and nothing that only looks like one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.repository.build import tree_of

from build import TODAY, a_profile, a_repository
from folio.evidence.model import Observation, RepositoryObserved
from folio.evidence.privacy import scrubbing
from folio.repository.detect import quantities as detector
from folio.repository.documents.quantities import parsed, quantities, unit_in
from folio.repository.model import Place, RepositorySeen
from folio.repository.redaction import redacted


def found(text: str, *, comma: bool = False) -> list[str]:
    return [str(one) for one in quantities(text, comma=comma) if one.unit]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The error is 33.2 % now", ["33.2 %"]),
        ("33.2% of units", ["33.2 %"]),
        ("33.20 percent", ["33.2 %"]),
        ("10 per cent", ["10 %"]),
        ("5 percentage points", ["5 pp"]),
        ("1,400 products", ["1400 product"]),
        ("1.400 Produkte, 12,5 % weniger", ["1400 product", "12.5 %"]),
        ("1.234,5 EUR and 1,234.5 EUR", ["1234.5 EUR", "1234.5 EUR"]),
        ("1'400 CHF", ["1400 CHF"]),
        ("21 500 EUR, EUR 21 500", ["21500 EUR", "21500 EUR"]),
        ("44\u202f784 Zeilen", ["44784 row"]),
        ("€20k, 20 k€, $1.5M, US$ 300", ["20000 EUR", "20000 EUR", "1500000 USD", "300 USD"]),
        ("2 Mio. Zeilen", ["2000000 row"]),
        ("100k requests", ["100000 request"]),
        ("3x faster, 3× faster, a 3-fold gain, dreimal", ["3 ×", "3 ×", "3 ×"]),
        ("8.2s, 30 ms, 90-minute, 10+ years", ["8.2 s", "30 ms", "90 min", "10 year"]),
        ("-1.3 %, +1.5 % and (7 %)", ["1.3 %", "1.5 %", "7 %"]),
        ("from 41 to 34 % of units", ["41 %", "34 %"]),
        ("von 41 auf 34 %", ["41 %", "34 %"]),
        ("went from 50 to\n4 minutes", ["50 min", "4 min"]),
        ("40–50 %", ["40 %", "50 %"]),
        ("58\n  units left", ["58 unit"]),
    ],
)
def test_a_quantity_has_one_form_however_it_is_written(text: str, said: list[str]) -> None:
    assert found(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "on 2026-03-05 and 05.03.2026",
        "call +39 040 123 456",
        "Python 3.12, version 1.2.3, v2 and 10.0.0.1",
        "issue #12 h, no. 5 s",
        "08:00 to 17:00, 24/7",
        "in 2026 orders fell, and 2019 sales too",
        "see https://shop.example/50%/3x?a=9%25 and a9@shop.example",
        "a 95 % bootstrap interval, 95% CI, 90 % confidence",
        "a grid of 3 x 4",
        "left over per 100 units",
        r"the loss $4 \sum_{i} x^2$",
        "the 0.9 order",
        "H2O, COVID-19 %, x86 s",
    ],
)
def test_what_only_looks_like_a_quantity_is_none(text: str) -> None:
    assert found(text) == []


def test_a_lone_thousand_is_read_as_the_rest_of_the_text_or_else_the_language_writes_it() -> None:
    assert found("1.400 Zeilen und 3,5 %") == ["1400 row", "3.5 %"]
    assert found("1.400 Zeilen", comma=True) == ["1400 row"]
    assert found("1,400 rows", comma=False) == ["1400 row"]
    assert found("0.749 s", comma=True) == ["0.749 s"]


def test_two_ends_of_one_change_are_told() -> None:
    first, second = quantities("fell from 41 to 34 % of units")
    assert (first.leads, second.leads) == (True, False)
    one, other = quantities("41 % of units. 34 % of crates")
    assert not one.leads
    assert not other.leads


@pytest.mark.parametrize(
    ("label", "unit"),
    [("training time (s)", "s"), ("MAE, units", "unit"), ("latency in ms", "ms"), ("train_seconds", "s"), ("rows", ""),
     ("WAPE", ""), ("left over per 100 sold", "")],
)  # fmt: skip
def test_a_label_ends_with_the_unit_of_its_column(label: str, unit: str) -> None:
    assert unit_in(label) == unit


@given(st.integers(0, 10**9), st.sampled_from([",", ".", "'", "\u202f", ""]))
def test_thousands_are_the_same_number_however_they_are_set_apart(number: int, sign: str) -> None:
    assert parsed(f"{number:,}".replace(",", sign), comma=sign == ".") == str(number)


@given(st.text(alphabet="0123456789.,% €kx\n-'ms(|", max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    for one in quantities(text):
        assert text[one.start : one.end]
        assert float(one.value) >= 0


@pytest.mark.parametrize(
    "text",
    ["1" * 100_000, "1." * 50_000, "1," * 50_000, "1 " * 50_000, "1 000 " * 20_000, "1%" * 50_000, "€" * 100_000,
     "a@" * 50_000, "www." * 25_000, "9 k " * 25_000, "$" * 100_000, "$1_" * 30_000, "1-" * 50_000,
     "5 % " + "aaaa " * 20_000, "1'" * 50_000, "1\u202f" * 50_000],
)  # fmt: skip
def test_a_hostile_text_takes_no_longer_than_another_of_its_length(text: str) -> None:
    ordinary = "The error fell from 41 to 34 % of units on 1,400 products in 8.2 s. " * (100_000 // 68)
    assert _took(text) < 20 * _took(ordinary) + 0.5


def _took(text: str) -> float:
    start = time.process_time()
    list(quantities(text))
    return time.process_time() - start


# ------------------------------------------------------------------ in documents


def given_by(files: dict[str, str]) -> dict[str, Place]:
    return {one.name: one for one in detector.detect(tree_of(files))}


TABLE = "| model | WAPE | time (s) | left over |\n|---|---:|---:|---:|\n| mean | 40.0 % | 0 | 99 |\n| trees | 33.2 % | 8.2 | 58 |\n"


def test_every_quantity_is_found_on_its_line() -> None:
    seen = given_by({"README.md": f"# Shop\n\nIt takes 310 MB and adds\n0.006 AUC.\n\n{TABLE}"})
    assert {name: str(place) for name, place in seen.items()} == {
        "310 MB": "README.md:3",
        "0.006": "README.md:4",
        "40 %": "README.md:8",
        "99": "README.md:8",
        "33.2 %": "README.md:9",
        "8.2 s": "README.md:9",
        "58": "README.md:9",
    }


def test_no_word_of_the_text_is_kept() -> None:
    seen = given_by({"README.md": "# Shop\n\nAcme Secret saved 31 % with Project Nightingale in 4 weeks.\n"})
    assert set(seen) == {"31 %", "4 week"}


@pytest.mark.parametrize("path", ["README.md", "MODEL_CARD.md", "docs/evaluation.md", "reports/final-report.md"])
def test_readmes_cards_and_reports_are_read(path: str) -> None:
    assert "31 %" in given_by({path: "# A\n\nIt saved 31 %.\n"})


def test_other_documents_are_read_for_their_tables_alone() -> None:
    seen = given_by({"docs/notes.md": f"# Notes\n\nI had 77 % of the cake.\n\n{TABLE}"})
    assert "33.2 %" in seen
    assert "77 %" not in seen


@pytest.mark.parametrize(
    "files",
    [
        {"CHANGELOG.md": "# Changes\n\nReport: 31 % faster.\n"},
        {"README.md": "# A\n\n```\n31 % done\n```\n\nSet `timeout=31 s`.\n"},
        {"README.md": "# A\n\n<!-- 31 % -->\n"},
        {"vendor/lib/README.md": "# A\n\nIt saved 31 %.\n"},
        {"node_modules/x/README.md": "# A\n\nIt saved 31 %.\n"},
        {"src/shop.py": '"""It saved 31 %."""\n'},
    ],
)
def test_what_is_no_statement_of_the_projects_is_left_out(files: dict[str, str]) -> None:
    assert given_by(files) == {}


def test_a_file_of_metrics_gives_its_numbers_with_their_lines() -> None:
    seen = given_by({"docs/metrics.json": '{\n "wape": 0.3321,\n "train_seconds": 8.2065,\n "folds": 5\n}\n'})
    assert {name: (str(place), place.note) for name, place in seen.items()} == {
        "0.3321": ("docs/metrics.json:2", "data"),
        "8.2065 s": ("docs/metrics.json:3", "data"),
    }


def test_a_repository_gives_at_most_two_hundred() -> None:
    rows = "".join(f"| {number} | {number / 7:.2f} % |\n" for number in range(1, 900))
    assert len(given_by({"README.md": f"# A\n\n| row | share |\n|---|---|\n{rows}"})) == 200


# ------------------------------------------------------------------ as they are kept


def test_an_older_folios_observation_without_them_is_still_read() -> None:
    seen = a_repository(quantities=(Place(name="31 %", path="README.md", line=3),))
    content = seen.model_dump(mode="json")
    assert RepositorySeen.model_validate(content) == seen
    del content["quantities"]
    assert RepositorySeen.model_validate(content).quantities == ()


def test_their_paths_are_hashed_with_the_others_of_a_private_repository() -> None:
    seen = a_repository(quantities=(Place(name="31 %", path="hush/report.md", line=3),))
    [one] = redacted(seen).quantities
    assert (one.name, one.line) == ("31 %", 3)
    assert "hush" not in str(redacted(seen))


def test_a_name_under_nda_in_their_paths_is_replaced() -> None:
    client = {"id": "acme", "name": "Acme Mutual", "sector": "s", "nda": True, "shown_as": "an insurer"}
    seen = a_repository(quantities=(Place(name="31 %", path="docs/acme-mutual-report.md", line=3),))
    observed = Observation(source="git", subject="project:a", observed_on=TODAY, fingerprint="",
                           seen=RepositoryObserved(repository=seen))  # fmt: skip
    assert "acme" not in str(scrubbing(a_profile(clients=[client]))(observed).seen)
