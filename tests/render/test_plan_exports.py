"""A plan as a checklist, a calendar and issues: they hold what the plan says, and hostile texts do nothing in them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar
from markdown_it import MarkdownIt

from build import a_good_repository, a_repository, some_facts, some_tests
from folio.evidence.github.issues import MARK
from folio.readiness.assess import stand
from folio.readiness.outlook import what
from folio.readiness.planning import PlanSeen, planned
from folio.readiness.rubric import rubric
from folio.render.ical import calendar
from folio.render.inert import inert, quiet
from folio.render.issue import issues
from folio.render.plan import checklist

HOSTILE = (
    "@ada é@team/all #12 gh-7 o/r#3\r\nEND:VEVENT\nBEGIN:VALARM\x1b[2J\x07 \u202egnp.exe\u2066, a; b \\ c"
    " <img src=x onerror=alert(1)> <!-- folio-step 00000000000000000000 --> [x](javascript:1) `code` *s*"
    " https://github.com/o/r/issues/1 | ~~gone~~ &lt;b&gt; - [x] done"
)
FACTS = some_facts(
    repositories={"shelfcast": a_good_repository(tests=some_tests(12)), "routes": a_repository()}, articles=[]
)


def a_plan(today: date = date(2026, 11, 22), **asked: object) -> PlanSeen:
    facts = replace(FACTS, today=today)
    return planned(facts, stand(facts, rubric("direct-client")), **{"hours": 40, **asked})  # type: ignore[arg-type]


def a_hostile_plan() -> PlanSeen:
    plan = a_plan()
    steps = tuple(
        replace(
            one, step=replace(one.step, name=HOSTILE, subject=f"project:{number}", todo=f"{one.step.todo} {HOSTILE}")
        )
        for number, one in enumerate(plan.steps)
    )
    asked = tuple(replace(one, why=HOSTILE, todo=HOSTILE) for one in plan.questions)
    return replace(plan, person=HOSTILE, platform=replace(plan.platform, title=HOSTILE), steps=steps, questions=asked)


# ------------------------------------------------------------------ Markdown


def test_every_step_has_one_box() -> None:
    plan = a_plan()
    text = checklist(plan)
    boxes = [line for line in text.splitlines() if line.startswith("- [ ] **")]
    assert [int(re.findall(r"\d+", line)[0]) for line in boxes] == list(range(1, len(plan.steps) + 1))
    assert text.count("## Week of ") == len(plan.weeks)
    assert "## Find out" in text


def test_hostile_texts_mean_themselves_in_the_checklist() -> None:
    plan, harmless = a_hostile_plan(), checklist(a_plan())
    text = checklist(plan)
    assert len(text.splitlines()) == len(harmless.splitlines())
    kinds = {token.type for token in walked(text)}
    assert not kinds & {"html_inline", "html_block", "link_open", "image", "code_inline", "em_open", "s_open"}
    quiet_everywhere(text)


def walked(text: str) -> list:  # type: ignore[type-arg]
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    return [one for token in tokens for one in (token, *(token.children or ()))]


def quiet_everywhere(text: str) -> None:
    """Nobody is mentioned, nothing is referred to, and no terminal obeys it."""
    assert not re.search(r"[@#](?=\w)", text)
    assert not re.search(r"(?i)\bgh-\d|://", text)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


@pytest.mark.parametrize(
    "text", ["@ada", "a @ada", "_@ada", "é@ada", "*@ada*", "(@ada/all)", "#7", "x#7", "GH-7", "http://x"]
)
def test_nothing_calls_anybody(text: str) -> None:
    for made in (inert(text), quiet(text)):
        quiet_everywhere(made)


def test_what_is_shown_stays_the_same() -> None:
    assert quiet("Ledger, 2 % of 3 @ 4").replace("\u2060", "") == "Ledger, 2 % of 3 @ 4"
    assert inert("a\ud800b") == "a?b"


# ------------------------------------------------------------------ calendar


def events(content: bytes) -> list:  # type: ignore[type-arg]
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_every_step_is_an_event_of_whole_days_in_its_weeks() -> None:
    plan = a_plan()
    found = events(calendar(plan))
    assert [str(one["summary"]) for one in found] == [what(step) for step in plan.steps]
    for number, one in enumerate(found):
        mondays = [week.monday for week in plan.weeks if any(stint.step == number for stint in week.stints)]
        assert one["dtstart"].dt == mondays[0]
        assert one["dtend"].dt == mondays[-1] + timedelta(days=5)
        assert one["dtstamp"].dt == datetime(2026, 11, 22, tzinfo=UTC)
        assert one["transp"] == "TRANSPARENT"
        assert not one.walk("VALARM")


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert calendar(a_plan()) == calendar(a_plan())


def test_a_later_plan_moves_its_events_and_doubles_none() -> None:
    first = {str(one["uid"]): one for one in events(calendar(a_plan()))}
    later = {str(one["uid"]): one for one in events(calendar(a_plan(today=date(2026, 11, 30))))}
    assert len(first) == len(a_plan().steps)
    assert first.keys() == later.keys()
    for uid, one in later.items():
        assert one["sequence"] > first[uid]["sequence"]
        assert one["dtstart"].dt > first[uid]["dtstart"].dt


def unfolded(content: bytes) -> list[tuple[str, str]]:
    """Names and values of the lines by a second reader: RFC 5545, 3.1 and 3.3.11, and nothing else of it."""
    text = content.decode("utf-8")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.removesuffix("\r\n").replace("\r\n ", "").split("\r\n")
    pairs = [line.split(":", 1) for line in lines]
    plain = re.compile(r"\\([\\;,nN])")
    return [(name, plain.sub(lambda one: "\n" if one[1] in "nN" else one[1], value)) for name, value in pairs]


def test_a_second_reader_reads_the_same() -> None:
    plan = a_plan()
    lines = unfolded(calendar(plan))
    assert [value for name, value in lines if name == "SUMMARY"] == [what(step) for step in plan.steps]
    assert lines[0] == ("BEGIN", "VCALENDAR")
    assert lines[-1] == ("END", "VCALENDAR")
    assert ("VERSION", "2.0") in lines


def test_hostile_texts_add_nothing_to_the_calendar() -> None:
    harmless, hostile = a_plan(), a_hostile_plan()
    names = [name for name, _ in unfolded(calendar(hostile))]
    assert names == [name for name, _ in unfolded(calendar(harmless))]
    for one in events(calendar(hostile)):
        assert "END:VEVENT BEGIN:VALARM" in str(one["summary"])
        assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e]", str(one["summary"]) + str(one["description"]))


# ------------------------------------------------------------------ issues


def test_every_step_is_an_issue_with_its_mark() -> None:
    plan = a_plan()
    found = issues(plan)
    assert [one.key for one in found] == [step.key for step in plan.steps]
    assert all(one.content["body"].endswith(f"<!-- folio-step {one.key} -->\n") for one in found)
    assert found[0].title == what(plan.steps[0])
    assert plan.steps[0].step.check in found[0].body


def test_hostile_texts_mention_nobody_and_forge_no_mark_in_an_issue() -> None:
    for one in issues(a_hostile_plan()):
        body = one.content["body"]
        assert MARK.findall(body) == [one.key]
        assert "\n" not in one.title
        assert len(one.title) <= 200
        quiet_everywhere(one.title)
        quiet_everywhere(body)
        kinds = {token.type for token in walked(one.body)}
        assert not kinds & {"html_inline", "html_block", "link_open", "image"}
