"""Repairs: each makes what was meant of what was written, leaves every other byte alone, and makes nothing worse."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import EXAMPLES
from folio.advice.examine import errors_alone, examine
from folio.document import Document, parse
from folio.errors import InputError, Problem
from folio.mending.mend import Mended, mended
from folio.resources import root

TODAY = date(2026, 11, 22)
NOWHERE = Path("/nonexistent")
GOOD = """\
name: Ada   # known as
headline: 'Looms that weave'

summary: |
  I build looms for weavers, and I stay until the first cloth is sold.
contact: {email: ada@loom.dev}
"""


def mend(text: str | bytes, folder: Path = NOWHERE) -> Mended:
    def find(document: Document) -> Sequence[Problem]:
        return examine(document, folder, TODAY).problems

    content = text if isinstance(text, bytes) else text.encode()
    return mended(content, "profile.yaml", find, lambda document: errors_alone(document, folder))


def errors(content: bytes) -> int:
    try:
        return len(errors_alone(parse(content, name="profile.yaml"), NOWHERE))
    except InputError:
        return 10_000


REPAIRS = [
    ("links: {website: ada.dev/cv}", "links: {website: https://ada.dev/cv}"),
    ("links: {website: 'www.ada.dev?x=1,2'}", "links: {website: 'https://www.ada.dev?x=1,2'}"),
    ("links: {github: '@Ada'}", "links: {github: 'Ada'}"),
    ("github: https://github.com/ada/", "github: ada"),
    ('links: {github: "github.com/ada"}', 'links: {github: "ada"}'),
    ("track: Data_Engineer", "track: data-engineer"),
    ("trak: data-engineer", "track: data-engineer"),
    ("\"trak\": 'data-enginer'", "\"track\": 'data-engineer'"),
    ("language: pt_BR", "language: pt-BR"),
    ("rates: {price: {amount: 9, currency: eur}}", "rates: {price: {amount: 9, currency: EUR}}"),
    ("rates: {price: {amount: 9, currency: €}}", "rates: {price: {amount: 9, currency: EUR}}"),
    ("rates: {price: {amount: 3 500, currency: EUR}}", "rates: {price: {amount: 3500, currency: EUR}}"),
    ("rates: {price: {amount: 90, up_to: '80', currency: EUR}}", "rates: {price: {amount: 80, up_to: '90', currency: EUR}}"),
    ("site: {accent: '#135'}", "site: {accent: '#113355'}"),
    ("site:\n  accent: #1f4e5f # dark", "site:\n  accent: '#1f4e5f' # dark"),
    ("identities: ['<a@loom.dev>', <b@loom.dev>]", "identities: ['a@loom.dev', b@loom.dev]"),
    ("talks: [{id: nULL, title: T, event: E, date: 2024}]", 'talks: [{id: "null", title: T, event: E, date: 2024}]'),
    ("privacy: {phone: ture}", "privacy: {phone: true}"),
    ("skills:\n  - name: SQL\n  # kept\n  - {name: sql}\n  - name: Rust", "skills:\n  - name: SQL\n  # kept\n  - name: Rust"),
    ("skills: [{name: 'Ru\u200bst\u202e'}]", "skills: [{name: 'Rust'}]"),
    ('skills: [{name: "Ru\\u200bst"}]', 'skills: [{name: "Rust"}]'),
    ("work:\n- id: Old_Job\n  organisation: O\n  role: R\n  start: 03/2021\n  end: Present\ntargets:\n- {id: T, name: N, pin: ['work:Old_Job']}",
     "work:\n- id: old-job\n  organisation: O\n  role: R\n  start: 2021-03\n  end: null\ntargets:\n- {id: t, name: N, pin: ['work:old-job']}"),
    ("clients: [{id: a--b, name: C, sector: S}]\ncontracts: [{id: x, client: a--b, role: R, deliverable: D, start: 2021, result: Y}]",
     "clients: [{id: a-b, name: C, sector: S}]\ncontracts: [{id: x, client: a-b, role: R, deliverable: D, start: 2021, result: Y}]"),
]  # fmt: skip
DATES = {"March 2024": "2024-03", "2024/3/5": "2024-03-05", "5 Mar 2024": "2024-03-05", "Mar 5th, 2024": "2024-03-05",
         "2024.03": "2024-03", "2024-03-15T10:00:00Z": "2024-03-15"}  # fmt: skip
REPAIRS += [(f"study_log: [{{date: '{a}', topic: T, hours: 1, learned: L}}]",
             f"study_log: [{{date: '{b}', topic: T, hours: 1, learned: L}}]") for a, b in DATES.items()]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), REPAIRS, ids=range(len(REPAIRS)))
def test_what_was_meant_is_written_and_every_other_byte_stays(before: str, after: str) -> None:
    done = mend(f"{GOOD}{before}\n")
    assert done.content.decode() == f"{GOOD}{after}\n"
    assert errors(done.content) == 0
    assert all(edit.position.file == "profile.yaml" and edit.position.line > 5 for edit in done.edits)
    assert mend(done.content) == Mended(done.content, ())


LEFT = [
    "study_log: [{date: 03/04/2024, topic: T, hours: 1, learned: L}]",  # April or March
    "study_log: [{date: 2024-13-01, topic: T, hours: 1, learned: L}]",
    "study_log: [{date: soon, topic: T, hours: 1, learned: L}]",
    "links: {website: my page}",
    "links: {website: 'ftp://ada.dev'}",
    "links: {website: localhost}",
    "rates: {price: {amount: '3,500', currency: EUR}}",  # or three and a half
    "rates: {price: {amount: 1, currency: $}}",
    "headlines: x",  # the one that was meant is there
    "talks: [{id: заказы, title: T, event: E, date: 2024}]",
    "talks: [{id: A b, title: T, event: E, date: 2024}, {id: A_B, title: T, event: E, date: 2024}]",
    "skills: [{name: SQL}, {name: sql, evidence: ['https://a.dev']}]",
    "site: {accent: '#ffff00'}",
    "<<: {a: b}",
    "a: [",
]


@pytest.mark.parametrize("text", LEFT)
def test_what_may_mean_two_things_is_left_alone(text: str) -> None:
    done = mend(f"{GOOD}{text}\n")
    assert (done.content.decode(), done.edits) == (f"{GOOD}{text}\n", ())


def test_two_fields_that_mean_the_same_one_are_not_both_renamed() -> None:
    done = mend(GOOD.replace("headline:", "hedline:") + "headlin: two\n")
    assert len(done.edits) == 1
    assert errors(done.content) == 1


def test_tabs_and_characters_that_no_yaml_may_hold_are_taken_out() -> None:
    done = mend(GOOD + "skills:\n\t- name: \x07SQL\n\t  group: Data\n\t- name: Rust\n\ufeff")
    assert done.content.decode() == GOOD + "skills:\n  - name: SQL\n    group: Data\n  - name: Rust\n"
    assert str(done.edits[0]) == "profile.yaml:8:1: a tab in the indentation -> spaces"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_line_ends_a_mark_at_the_start_and_a_missing_last_line_end_stay(mark: bytes, ending: str) -> None:
    before = GOOD + "# Ä\ntrak: data-engineer\n\nlinks: {website: é.dev, github: '@a'}   \n\n# last"
    after = before.replace("trak", "track").replace("'@a'", "'a'")
    content = mark + before.replace("\n", ending).encode()
    assert mend(content).content == mark + after.replace("\n", ending).encode()


@cache
def of_the_sample() -> str:
    return (root("sample_profile") / "profile.yaml").read_text(encoding="utf-8")


def test_a_good_profile_is_not_touched() -> None:
    assert mend(of_the_sample(), root("sample_profile")) == Mended(of_the_sample().encode(), ())


LINES = len(of_the_sample().splitlines())
HABITS = [
    ("https://", ""), ("name:", "nmae:"), ("id:", "Id:"), ("-", "_"), ("202", "3/202"), ("EUR", "eur"), ("true", "True."),
    (": ", ":\u00a0"), ("  ", "\t"), ("e", "e\u200b"), ("'", ""), ('"', "'"), (",", ""), ("]", ""), ("retail", "Retail X"),
    ("level: ", "level: x"), ("end: ", "end: present #"), ("lena", "@lena"), ("[", "[Python, python, "), ("a", ""),
]  # fmt: skip


@settings(max_examples=EXAMPLES // 4)
@given(st.lists(st.tuples(st.integers(0, LINES - 1), st.sampled_from(HABITS)), min_size=1, max_size=4))
def test_no_repair_makes_anything_worse_and_a_second_run_finds_nothing(
    habits: list[tuple[int, tuple[str, str]]],
) -> None:
    lines = of_the_sample().splitlines(keepends=True)
    for number, (good, bad) in habits:
        lines[number] = lines[number].replace(good, bad, 1)
    content = "".join(lines).encode()
    once = mend(content)
    assert errors(once.content) <= errors(content)
    assert (once.content == content) == (not once.edits)
    assert mend(once.content) == Mended(once.content, ())
    if errors(content) < 10_000:
        changed = {edit.position.line for edit in once.edits}
        after = once.content.decode().splitlines(keepends=True)
        assert [one for number, one in enumerate(lines, 1) if number not in changed and one not in after] == []


def test_a_mended_id_is_mended_in_what_an_import_kept_of_its_entry_too() -> None:
    text = GOOD + (
        "projects:\n  - {id: Meter_Flow, title: Meter flow, summary: Meters}\n"
        "extra:\n  json-resume:\n    - {at: /projects/Meter_Flow/type, was: application}\n"
        "    - at: /projects\n      order: [{name: x}, Meter_Flow]\n      now: ['Meter_Flow']\n"
        "    - {at: /basics/image, was: Meter_Flow}\n"
    )
    after = mend(text).content.decode()
    assert after == text.replace("Meter_Flow", "meter-flow").replace("was: meter-flow", "was: Meter_Flow")
    contract = GOOD + (
        "clients: [{id: acme, name: Acme, sector: Looms}]\n"
        "contracts: [{id: acme dev, client: acme, role: Dev, deliverable: A loom, start: 2020-01}]\n"
        'extra: {json-resume: [{at: "/projects/contract:acme dev/url", was: x}]}\n'
    )
    assert mend(contract).content.decode() == contract.replace("acme dev", "acme-dev")
