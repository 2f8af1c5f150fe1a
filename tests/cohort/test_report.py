"""What a cohort's report says is what its rows hold, of groups and not of persons, in every form."""

from __future__ import annotations

import json
import re
import shutil
import sys
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from functools import cache
from hashlib import sha256
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from cohort import counted
from cohort.made_rows import lines, rows
from folio.cli.cohort_report_text import lines as text_lines
from folio.cli.root import group
from folio.cli.text import cleaned
from folio.cohort.report import queries
from folio.cohort.report.counting import at, percent, spread, tens
from folio.cohort.report.files import tables
from folio.cohort.report.model import CohortReport, PlatformFigures
from folio.cohort.report.page import page
from folio.cohort.report.querying import asking
from folio.cohort.report.summary import Wanted, report
from folio.cohort.row import ProblemRow, Row
from folio.cohort.table import write, write_partitioned
from folio.errors import FolioError
from folio.readiness.rubric import catalogue, rubric
from render.pages import PageRead
from render.reports import HOSTILE

FEW = 5


@cache
def made() -> tuple[Row, ...]:
    """60 people on two platforms, and three of them on one of somebody's own."""
    some = tuple(rows(60))
    return (*some, *(replace(one, platform="our-own") for one in some[:6] if one.platform == "malt"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("cohort")
    (place / "rows.jsonl").write_bytes(lines(made()))
    write([place / "rows.jsonl"], place / "rows.parquet", {})
    return place


@cache
def reported(file: Path, **wanted: Any) -> CohortReport:
    return report([file], Wanted(**wanted))


def said(text: str) -> str:
    """What a page says, each element's words apart from the next one's."""
    return " ".join(unescape(re.sub(r"<style>.*?</style>|<[^>]*>", " ", text, flags=re.DOTALL)).split())


def platform(of: CohortReport, name: str) -> PlatformFigures:
    return next(one for one in of.platforms if one.id == name)


@pytest.mark.parametrize("name", ["toptal", "malt"])
def test_every_figure_is_what_plain_python_counts_in_the_rows(folder: Path, name: str) -> None:
    one = platform(reported(folder / "rows.parquet"), name)
    some = counted.scored(made(), name)
    assert (one.profiles, one.scored, one.with_problems) == (60, len(some), 60 - len(some))
    assert one.title == rubric(name).platform.title
    for field in ("points", "coverage", "beyond_claims"):
        found = getattr(one, field)
        assert {part: getattr(found, part) for part in ("low", "median", "high")} == counted.quartiles(
            getattr(row, field) for row in some
        )
    assert one.histogram == tuple(sum(min(row.points // 10, 9) == ten for row in some) for ten in range(10))
    levels = Counter(row.level for row in some)
    assert [(each.id, each.people, each.percent) for each in one.levels] == [
        (rung.id, levels[rung.id], counted.share(levels[rung.id], len(some))) for rung in catalogue().levels
    ]
    assert {each.id: each.people for each in one.confidence} == Counter(row.confidence for row in some)
    assert {each.id: each.people for each in one.tracks} == Counter(row.track for row in some)
    assert (one.seen, one.not_seen) == (sum(row.seen for row in some), sum(row.not_seen for row in some))
    assert [each.id for each in one.categories] == [each.id for each in catalogue().categories]
    for each in one.categories:
        own = [part for row in some for part in row.categories if part.id == each.id]
        for kind in ("earned", "unknown", "missing"):
            values = [getattr(part, kind) for part in own]
            tenths = counted.quartiles((value // 1000 for value in values), 10)
            assert {part: getattr(getattr(each, kind), part) for part in ("low", "median", "high")} == tenths
            assert counted.near(getattr(each, f"mean_{kind}"), values)
    for kind in ("missing", "unknown"):
        expected = [told for told in counted.checks(some, kind) if told[1] >= FEW]
        assert [(each.id, each.people, each.percent, each.points) for each in getattr(one, kind)] == expected
    assert [
        (each.check, each.people, each.gain, each.minutes_least, each.minutes_most, each.per_hour) for each in one.steps
    ] == [told for told in counted.steps(some) if told[1] >= FEW]
    guards = Counter(guard for row in some for guard in row.guards)
    assert {each.id: each.people for each in one.guards} == {name: n for name, n in guards.items() if n >= FEW}


def test_problems_are_told_by_their_kind_and_the_most_frequent_first(tmp_path: Path) -> None:
    told = [
        ("name", "is missing"),
        ("projects[3].url", "'x y' is no address"),
        ("projects[11].url", "'z' is no address"),
    ]
    some = [
        Row(id=f"p{n}", platform="malt", status="problem",
            problems=tuple(ProblemRow(file="f", line=1, column=1, field=field, what=what, todo="") for field, what in told[n % 2:]))
        for n in range(20)
    ]  # fmt: skip
    (tmp_path / "rows.jsonl").write_bytes(lines(some))
    write([tmp_path / "rows.jsonl"], tmp_path / "rows.parquet", {})
    (one,) = reported(tmp_path / "rows.parquet").platforms
    assert [(each.field, each.what, each.people) for each in one.problems] == [
        ("projects[].url", "… is no address", 20), ("name", "is missing", 10),
    ]  # fmt: skip
    assert (one.profiles, one.scored, one.with_problems, one.held_back, one.points) == (20, 0, 20, False, None)
    assert "0 of 20 scored, 20 with problems" in " ".join(
        PageRead(page(reported(tmp_path / "rows.parquet"))).text.split()
    )


def test_the_terminal_and_the_page_say_the_same_figures(folder: Path) -> None:
    found = reported(folder / "rows.parquet")
    text = "\n".join(text_lines(cleaned(found)))
    shown = said(page(found))
    for one in (platform(found, "toptal"), platform(found, "malt")):
        assert one.points is not None
        assert f"{one.points.median:.0f} points in the middle; half of the people have {one.points.low:.0f} to" in shown
        assert f"{one.points.low:.0f} to {one.points.high:.0f}" in text
        for each in one.levels:
            assert f"{each.title} {each.people} ({each.percent} %)" in text
            assert f"{each.title} {each.people} {each.percent} %" in shown
        for each in one.categories:
            assert f"{each.mean_earned:>5.1f} of {each.whole:>4.1f}" in text
            assert (
                f"{each.mean_earned:.1f} of {each.whole:.1f} half have {each.earned.low:.1f} to {each.earned.high:.1f}"
                in shown
            )
        for check in one.missing[:6]:
            assert re.search(rf"{re.escape(check.title)} +{check.people} +{check.percent} % +{check.points:.2f}", text)
        for check in (*one.missing, *one.unknown):
            assert f"{check.title} {check.percent} % {check.people} {check.points:.2f}" in shown
        for step in one.steps[:6]:
            assert f"{step.people} people ({step.percent} %) · +{step.gain:.1f} points" in text.replace("\n    ", " ")
            assert f"{step.todo} +{step.gain:.1f} points {step.people} people ({step.percent} %)" in shown
        assert all(column in shown for column in map(str, one.histogram))


def test_nobody_is_named_or_ranked_unless_it_was_asked_for(folder: Path) -> None:
    file = folder / "rows.parquet"
    quiet, named = reported(file), reported(file, people=True)
    ranked = reported(file, people=True, rank=True)
    for form in (quiet.to_json(), page(quiet), "\n".join(text_lines(quiet))):
        assert not re.search(r"p\d{5}", form)
    assert "Nobody is named or ranked here" in page(quiet)
    for form in (named.to_json(), page(named), "\n".join(text_lines(named))):
        assert "p00000" in form
    own = [one for one in made() if one.platform == "malt"]
    assert [one.id for one in platform(named, "malt").persons] == sorted(one.id for one in own)
    by_points = sorted(own, key=lambda one: (-1 if one.points is None else one.points, ""), reverse=True)
    assert [one.points for one in platform(ranked, "malt").persons] == [one.points for one in by_points]
    assert "By points, as was asked for" in page(ranked)
    assert "Single persons, as was asked for" in page(named)


def test_figures_of_a_few_are_held_back_and_it_is_said(folder: Path) -> None:
    file = folder / "rows.parquet"
    quiet = reported(file)
    few = platform(quiet, "our-own")
    assert (few.scored, few.held_back, few.points, few.categories, few.steps) == (3, True, None, (), ())
    assert "Fewer than 5 were scored" in "\n".join(text_lines(quiet))
    assert "Fewer than 5 were scored" in page(quiet)
    for more in ({"people": True}, {"least": 3}):
        assert platform(reported(file, **more), "our-own").points is not None
    many = platform(reported(file, least=40), "toptal")
    every = platform(reported(file, least=1), "toptal")
    for name in ("missing", "unknown", "steps", "guards", "problems"):
        assert all(one.people >= 40 for one in getattr(many, name))
    held = sum(
        len(getattr(every, name)) - len(getattr(many, name))
        for name in ("missing", "unknown", "steps", "guards", "problems")
    )
    assert (many.left_out, every.left_out) == (held, 0)
    assert f"{held} lines are about fewer than 40 people" in page(reported(file, least=40))


def test_a_table_a_folder_a_pattern_parts_of_a_table_and_lines_give_the_same_report(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_bytes(lines(made()[:12]))
    table, odd = tmp_path / "rows.parquet", tmp_path / "a[1]*"
    write([tmp_path / "rows.jsonl"], table, {})
    write_partitioned([tmp_path / "rows.jsonl"], tmp_path / "parts", {})
    odd.mkdir()
    shutil.copy(table, odd / "r?w's.parquet")
    expected = reported(table).to_json()
    for words in (tmp_path / "*.par*", tmp_path / "parts", tmp_path / "rows.jsonl", odd):
        with tables([str(words)]) as files:
            assert report(files, Wanted()).to_json() == expected
    with tables([str(table), str(table)]) as files:
        assert files == (table,)
    with tables([str(table), str(tmp_path / "parts")]) as files, pytest.raises(FolioError, match="one at a time"):
        report(files, Wanted())


def test_only_the_given_files_are_read_nothing_is_written_and_no_text_is_a_question(
    folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.parquet"
    shutil.copy(folder / "rows.parquet", other)
    with asking([folder / "rows.parquet"], queries.VIEWS) as ask:
        assert ask("SELECT count(*) FROM rows WHERE platform = $name", name="x' OR 1=1 --") == [(0,)]
        for question in (
            f"SELECT count(*) FROM read_parquet('{other}')", "SELECT * FROM read_text('/etc/hostname')",
            f"COPY (SELECT 1) TO '{tmp_path / 'new.csv'}'", "INSTALL httpfs", "SET threads = 64",
            "SET enable_external_access = true", f"ATTACH '{tmp_path / 'new.db'}'",
        ):  # fmt: skip
            with pytest.raises(FolioError):
                ask(question)
    assert [one.name for one in tmp_path.iterdir()] == ["other.parquet"]


def hostile_rows() -> list[Row]:
    """Rows whose every text means ill."""
    text = HOSTILE.encode("utf-8", "replace").decode()
    found = []
    for one in rows(12, platforms=("malt",)):
        found.append(
            replace(
                one, id=one.id + text, platform=text, level=one.level and text, track=one.track and text, guards=(text,) if one.guards else (),
                checks=tuple(replace(each, id=text, category=text) for each in one.checks[:2]),
                categories=tuple(replace(each, id=text) for each in one.categories[:1]),
                steps=tuple(replace(each, check=text) for each in one.steps[:1]),
                problems=tuple(replace(each, field=text, what=text) for each in one.problems),
            )
        )  # fmt: skip
    return found


def test_no_text_in_a_table_is_markup_or_moves_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_bytes(lines(hostile_rows()))
    for form in ("html", "text", "json"):
        done = folio("report", str(tmp_path / "rows.jsonl"), "--people", "--rank", "--least", "1", "--format", form)
        assert done.exit_code == 0, done.output
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", done.output)
        if form == "html":
            read = PageRead(done.output)
            assert not {"script", "img", "iframe", "object", "link"} & {tag for tag, _ in read.elements}
            assert not [
                name for _, attrs in read.elements for name in attrs if name.startswith("on") or name == "style"
            ]
            assert {address[:1] for address in read.addresses} <= {"#"}


def test_a_table_that_lies_gives_figures_of_nobody(tmp_path: Path) -> None:
    one = next(each for each in made() if each.status == "scored")
    wrong = [
        replace(one, id="a", points=-5), replace(one, id="b", points=10**15), replace(one, id="c", points=None),
        replace(one, id="d", coverage=900), replace(one, id="e", unknown=-1), replace(one, id="f", beyond_claims=None),
    ]  # fmt: skip
    (tmp_path / "rows.jsonl").write_bytes(lines(wrong))
    with tables([str(tmp_path / "rows.jsonl")]) as files:
        (found,) = report(files, Wanted(people=True)).platforms
    assert (found.profiles, found.scored, found.points) == (6, 0, None)


def test_the_page_is_one_file_with_a_strict_policy_and_words_for_every_picture(folder: Path) -> None:
    text = page(reported(folder / "rows.parquet", people=True))
    read = PageRead(text)
    [style] = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    [policy] = re.findall(r'http-equiv="Content-Security-Policy" content="(.*?)"', text)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in read.elements}
    assert not [attrs for _, attrs in read.elements if "style" in attrs]
    assert len(read.ids) == len(set(read.ids))
    assert all(address.removeprefix("#") in read.ids for address in read.addresses)
    order = [int(tag[1]) for tag, _ in read.headings]
    assert order[0] == 1
    assert order.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(order))
    for tag, attrs in read.elements:
        if tag == "svg":
            assert (attrs.get("role") == "img" and attrs.get("aria-label")) or attrs.get("aria-hidden") == "true"
        if tag == "th":
            assert attrs["scope"] in ("col", "row")
    assert text.count("<table") == text.count("<caption>") > 5


def test_the_same_rows_give_the_same_report(folder: Path) -> None:
    again = report([folder / "rows.parquet"], Wanted())
    assert again.to_json() == reported(folder / "rows.parquet").to_json()
    told = json.loads(again.to_json())
    assert told["schema_version"] == 1
    assert list(told) == sorted(told)


def folio(*words: str) -> Result:
    return CliRunner().invoke(group, ["cohort", *words], standalone_mode=False)


def test_what_was_given_wrong_is_said_with_what_to_do(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "text.parquet").write_text("no table\n" * 50)
    (tmp_path / "half.parquet").write_bytes((folder / "rows.parquet").read_bytes()[:9000])
    (tmp_path / "empty.jsonl").write_bytes(b"")
    (tmp_path / "wrong.jsonl").write_bytes(b'{"id": 1}\n')
    (tmp_path / "none").mkdir()
    for name, why in {
        "absent.parquet": "no such file", "text.parquet": "can't be read", "half.parquet": "can't be read",
        "empty.jsonl": "there are no rows", "wrong.jsonl": "wrong.jsonl:1: no row", "none": "holds no Parquet files",
    }.items():  # fmt: skip
        done = folio("report", str(tmp_path / name))
        assert isinstance(done.exception, FolioError), name
        assert why in str(done.exception)
        assert "\n" not in str(done.exception)
    done = folio("report", str(folder), "-p", "arc")
    assert "there are no rows for 'arc'; there are for malt, our-own, toptal" in str(done.exception)
    assert "say --people as well" in str(folio("report", str(folder), "--rank").exception)


def test_the_days_are_told_and_a_later_folios_rows_are_refused(folder: Path, tmp_path: Path) -> None:
    for name, about in {
        "one": {"folio.today": "2026-11-22"}, "two": {"folio.today": "2026-10-01"}, "odd": {"folio.today": "<b>now</b>"},
    }.items():  # fmt: skip
        write([folder / "rows.jsonl"], tmp_path / f"{name}.parquet", about)
    assert reported(tmp_path / "one.parquet").days == ("2026-11-22", "2026-11-22")
    assert "Readiness of a cohort, on 2026-11-22 " in said(page(reported(tmp_path / "one.parquet")))
    assert report(sorted(tmp_path.glob("*.parquet")), Wanted()).days == ("2026-10-01", "2026-11-22")
    later = tmp_path / "later.parquet"
    table = pyarrow.parquet.read_table(folder / "rows.parquet").replace_schema_metadata({"folio.cohort.schema": "2"})
    pyarrow.parquet.write_table(table, later)
    with pytest.raises(FolioError, match="a later folio wrote these rows"):
        report([later], Wanted())


def test_a_table_of_something_else_is_said_to_be_none(tmp_path: Path) -> None:
    file = tmp_path / "other.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"id": ["a"], "platform": ["malt"], "status": ["scored"]}), file)
    with pytest.raises(FolioError, match="no table of a cohort"):
        report([file], Wanted())
    pyarrow.parquet.write_table(pyarrow.table({name: [7] for name in Row.__dataclass_fields__}), file)
    with pytest.raises(FolioError, match=r"other\.parquet"):
        report([file], Wanted())


def test_without_duckdb_the_way_to_get_it_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(FolioError, match=r"pip install 'folio-ready\[cohort\]'"):
        report([folder / "rows.parquet"], Wanted())


def test_lines_fit_the_terminal(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import click

    for columns in (40, 61, 80, 100):
        monkeypatch.setenv("COLUMNS", str(columns))
        found = cleaned(reported(folder / "rows.parquet", people=True, rank=True))
        for line in "\n".join(map(click.unstyle, text_lines(found))).splitlines():
            assert len(line) <= columns, line


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=60), st.integers(1, 10))
def test_what_lies_in_the_middle_is_what_sorting_finds(values: list[int], parts: int) -> None:
    found = spread(Counter(values), parts)
    assert {"low": found.low, "median": found.median, "high": found.high} == counted.quartiles(values, parts)
    assert at(Counter(values), 1, 1) == max(values)


@given(st.lists(st.integers(0, 100), max_size=60))
def test_everybody_is_in_one_column(values: list[int]) -> None:
    assert sum(tens(Counter(values))) == len(values)
    assert 0 <= percent(len([one for one in values if one > 50]), len(values) or 1) <= 100
