"""The explanations: whoever counts along from the printed lines arrives at the printed figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise
from math import floor

import pytest

from build import a_good_repository, a_repository, excellent_facts, some_facts, some_tests
from folio.errors import FolioError
from folio.facts import Exclusion, Facts
from folio.readiness.assess import assess, stand
from folio.readiness.explain import arithmetic, best_values, explain, explained
from folio.readiness.figures import hours, tenths
from folio.readiness.report import CheckSeen, Report
from folio.readiness.rubric import platforms, rubric
from folio.readiness.standing import Standing

BEGINNER = some_facts(
    repositories={"shelfcast": a_good_repository(), "routes": a_repository(tests=some_tests(10)), "gone": "timed out"},
    contracts=[
        {"id": name, "client": "grocer", "role": "Engineer", "deliverable": name, "start": "2025-01", "end": "2025-06",
         **({"proof": {"reference": "buyer"}} if name == "first" else {})}
        for name in ("first", "second")
    ],
    clients=[{"id": "grocer", "name": "Grocer", "sector": "retail"}],
    references=[
        {"id": "buyer", "name": "Bea Buyer", "role": "Buyer", "organisation": "Grocer", "date": "2025-07",
         "text": "Did what was said.", "consent": "public", "email": "bea@grocer.example"}
    ],
)  # fmt: skip
PEOPLE: dict[str, Facts] = {"a beginner": BEGINNER, "somebody excellent": excellent_facts(), "nobody": some_facts()}


def standing(person: str, platform: str) -> Standing:
    return stand(PEOPLE[person], rubric(platform))


def of(person: str, platform: str = "direct-client") -> Report:
    return assess(PEOPLE[person], rubric(platform))


REPORT = of("a beginner")


def seen(report: Report, identifier: str) -> CheckSeen:
    check = report.check(identifier)
    assert check is not None
    return check


# ------------------------------------------------------------------ reading the lines back

ITEM = re.compile(r".* \[(?P<level>\w+): quality (?P<quality>\d+)(?: x (?P<cap>\d+) / 1000 = (?P<value>\d+))?\]")
MORE = re.compile(r"and (\d+) more of them, worth (.*)")
QUALITY = re.compile(r"  (?P<how>.*) quality (?P<quality>\d+)")
SCORE = re.compile(r"(?P<how>.*) score (?P<score>\d+)")
CEILING = re.compile(r"ceiling, .*? at its best: (?P<how>.*) (?P<score>\d+)")
BY_LEVEL = re.compile(
    r"with (\w+) evidence[^:]*: (?:(?P<how>.*) )?(\d+); rests on (\w+): (\d+) x \((\d+) - (\d+)\) = ([\d,]+)"
)
LINE = re.compile(r"on the curve between (\d+) \(gives (\d+)\) and (\d+) \(gives (\d+)\): (.*) =")
END = re.compile(r"at (\d+) or more \((\S+) here\) the curve gives")


def reckoned(formula: str) -> int:
    """`350 + 350 x (2.9 - 1) / (3 - 1)`, rounded down."""
    terms = re.sub(r"\d[\d,]*(?:\.\d+)?", lambda found: f"Fraction('{found[0].replace(',', '')}')", formula)
    return floor(eval(terms.replace(" x ", " * "), {"Fraction": Fraction}))


def on_curve(said: str, curve: tuple[tuple[int, int], ...]) -> int:
    """What a line about a curve comes to; its control points are the rubric's, two that follow each other."""
    if found := LINE.fullmatch(said):
        before, low, after, high = map(int, found.groups()[:4])
        points = [(0, 0), *curve]
        assert ((before, low), (after, high)) in pairwise(points)
        return reckoned(found[5])
    found = END.fullmatch(said)
    assert found is not None, said
    assert int(found[1]) == curve[-1][0]
    assert Fraction(found[2]) >= curve[-1][0]
    return curve[-1][1]


def together(said: str, check: CheckSeen, values: list[int]) -> int:
    """What a line about several values comes to, from the values that were printed above it."""
    ranked = sorted(values, reverse=True)
    if found := re.fullmatch(r"the (best|worst) of (\d+):", said):
        assert int(found[2]) == len(values)
        return ranked[0] if found[1] == "best" else ranked[-1]
    if found := re.fullmatch(r"the best three: (.*) =", said):
        assert [int(one) for one in re.findall(r"x (\d+)", found[1])] == ranked[:3]
        return reckoned(found[1])
    terms, whole, curve = re.fullmatch(r"(.*) = ([\d,]+); (.*)", said).groups()  # type: ignore[union-attr]
    assert sum(values) == reckoned(terms) == reckoned(whole)
    return on_curve(curve, check.curve)


@dataclass
class Printed:
    """What the lines of a check say."""

    values: list[tuple[str, int]] = field(default_factory=list)
    also: list[tuple[str, int]] = field(default_factory=list)
    score: int | None = None
    ceiling: int | None = None
    parts: Counter[str] = field(default_factory=Counter)
    split: dict[str, int] = field(default_factory=dict)


def read(check: CheckSeen) -> Printed:
    """The arithmetic as somebody counts it along, each step checked."""
    printed, quality = Printed(), None
    for line in arithmetic(check):
        if found := ITEM.fullmatch(line):
            quality = int(found["quality"])
            cap = int(found["cap"] or 1000)
            assert cap == check.caps[found["level"]]  # type: ignore[index]
            value = quality * cap // 1000
            assert found["value"] is None or int(found["value"]) == value
            (printed.also if line.startswith("also ") else printed.values).append((found["level"], value))
        elif found := MORE.fullmatch(line):
            values = [reckoned(one) for term in found[2].split(" + ") for one in _repeated(term)]
            assert len(values) == int(found[1])
            printed.values += [("", one) for one in values]
        elif line.startswith("  at ") and "the curve gives" not in line:
            continue
        elif found := QUALITY.fullmatch(line):
            assert int(found["quality"]) == quality
            how = found["how"]
            if how.endswith("gives") or "on the curve" in how:
                assert on_curve(how, check.curve) == quality
            else:
                assert min(sum(int(one) for one in re.findall(r" (\d+)(?= \+| =|, at most)", how)), 1000) == quality
        elif found := BY_LEVEL.fullmatch(line):
            printed.parts[found[4]] = reckoned(found[8])
            assert int(found[5]) * (int(found[6]) - int(found[7])) == printed.parts[found[4]]
        elif found := CEILING.fullmatch(line):
            printed.ceiling = int(found["score"])
        elif line.startswith("ceiling, as"):
            printed.ceiling = int(line.rsplit(" ", 1)[1])
        elif found := SCORE.fullmatch(line):
            printed.score = int(found["score"])
            if "nothing was found" not in line:
                assert together(found["how"], check, [value for _, value in printed.values]) == printed.score
        elif found := re.fullmatch(r"(earned|not known|not there): (?:weight )?(\d+ x .*) = ([\d,]+)", line):
            printed.split[found[1]] = reckoned(found[2])
            assert printed.split[found[1]] == reckoned(found[3])
        else:
            assert line.startswith(("not known: ", "together ")), line
    return printed


def _repeated(term: str) -> Iterator[str]:
    times, _, one = term.rpartition(" x ")
    yield from [one] * int(times or 1)


@pytest.mark.parametrize("platform", platforms())
@pytest.mark.parametrize("person", PEOPLE)
def test_whoever_counts_along_arrives_at_the_printed_figures(person: str, platform: str) -> None:
    report, engine = of(person, platform), standing(person, platform)
    for check in report.checks:
        printed, scored = read(check), engine.by_id[check.id]
        assert printed.score == scored.score, check.id
        assert (printed.ceiling if printed.ceiling is not None else printed.score) == scored.ceiling, check.id
        if check.hygiene:
            continue
        assert printed.split == {"earned": scored.earned, "not known": scored.unknown, "not there": scored.missing}
        levels = {level for level, value in (*printed.values, *printed.also) if value}
        rests = {level.name.lower(): part for level, part in scored.parts().items() if part}
        assert (dict(printed.parts) if printed.parts else dict.fromkeys(levels, scored.earned)).items() >= rests.items()


@pytest.mark.parametrize("person", PEOPLE)
def test_a_category_is_the_sum_of_its_printed_checks(person: str) -> None:
    report = of(person)
    for category in report.categories:
        lines = explain(report, category.id)
        products = [re.fullmatch(r"[\w-]+: (\d+ x \d+) = ([\d,]+).*", line) for line in lines]
        values = [(reckoned(found[1]), reckoned(found[2])) for found in products if found]
        assert all(one == other for one, other in values)
        assert sum(one for one, _ in values) == category.split.earned
        assert any(f"earned {category.split.earned:,}, " in line for line in lines)


# ------------------------------------------------------------------ what the lines look like


def test_the_lines_lead_from_the_evidence_to_the_points() -> None:
    assert arithmetic(seen(REPORT, "tests-meaningful")) == (
        "Shelfcast: 90 assertions in 3 test files [observed: quality 1000]",
        "  at commit c0ffee",
        "  at 80 or more (90 here) the curve gives quality 1000",
        "Routes: 10 assertions in 3 test files [observed: quality 550]",
        "  at commit c0ffee",
        "  on the curve between 10 (gives 550) and 30 (gives 800): 550 + 250 x (10 - 10) / (30 - 10) = quality 550",
        "the best three: (600 x 1000 + 250 x 550) / 1000 = score 737",
        "not known: Gone: its repository was not read: timed out (at best 1000)",
        "ceiling, with everything unread at its best: the best three:"
        " (600 x 1000 + 250 x 1000 + 150 x 550) / 1000 = 932",
        "earned: weight 24 x 737 = 17,688",
        "not known: 24 x (932 - 737) = 4,680",
        "not there: 24 x (1000 - 932) = 1,632",
        "together 24,000 of 1,000,000, which is 2.4 of 100 points",
    )


def test_what_evidence_of_several_levels_brings_is_told_apart() -> None:
    lines = arithmetic(seen(REPORT, "contracts-completed"))
    assert "first: Engineer for Grocer [attested: quality 1000 x 800 / 1000 = 800]" in lines
    assert "second: Engineer for Grocer [claimed: quality 1000 x 500 / 1000 = 500]" in lines
    assert (
        "with attested evidence: 800 = 800; on the curve between 0 (gives 0) and 1 (gives 350):"
        " 0 + 350 x (0.8 - 0) / (1 - 0) = 280; rests on attested: 22 x (280 - 0) = 6,160"
    ) in lines


def test_better_evidence_that_is_worth_less_is_printed_where_it_decides_what_the_score_rests_on() -> None:
    check = seen(REPORT, "tests-meaningful")
    first = check.items[0]
    mixed = replace(check, items=(first, replace(first, level="verified", quality=300, value=300, amount=None)))
    assert any(line.startswith("also Shelfcast") and "[verified: quality 300]" in line for line in arithmetic(mixed))


def test_many_findings_are_summed_and_none_is_lost() -> None:
    check = seen(of("somebody excellent"), "derivations-written-out")
    lines = arithmetic(check)
    assert any(MORE.fullmatch(line) for line in lines)
    assert len(best_values(check)) > sum(1 for line in lines if ITEM.fullmatch(line))


@pytest.mark.parametrize("platform", platforms())
def test_every_check_can_be_explained(platform: str) -> None:
    report = of("a beginner", platform)
    for check in report.checks:
        sections = explained(report, check.id)
        assert sections[0].title == f"{check.title} ({check.id})"
        assert any(line.startswith("why: ") for line in sections[0].lines)
        assert all("\n" not in line for line in explain(report, check.id))


def test_a_gate_says_what_it_asks_for_and_how_far_it_is() -> None:
    report = of("a beginner", "toptal")
    gate = next(one for one in explained(report, "tests-meaningful") if one.title == "A gate on Toptal")
    condition = next(one for one in report.conditions if one.about == "tests-meaningful")
    assert gate.lines == (f"for Ready and Strong: {condition.says}: {condition.state}",)
    assert not any(one.title.startswith("A gate") for one in explained(report, "study-log"))


def test_what_is_left_out_is_told_with_its_guard_and_place() -> None:
    facts = replace(BEGINNER, exclusions=(Exclusion("project:gone", "fork", "a fork", places=("gone:1",)),))
    report = assess(facts, rubric())
    touched = replace(report.exclusions[0], checks=("tests-meaningful",))
    lines = explain(replace(report, exclusions=(touched,)), "tests-meaningful")
    assert "not counted: Gone: a fork (guard fork) [gone:1]" in lines


def test_the_next_step_says_where_it_is_and_what_it_makes_of_the_score() -> None:
    step = next(one for one in REPORT.actions if one.score_before)
    last = explained(REPORT, step.check)[-1]
    assert last.title == "What to do next"
    assert f"{step.score_before} becomes {step.score_after}, +{tenths(step.gain)} points" in last.lines[0]


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("platform", platforms())
def test_the_levels_say_what_the_engine_says(person: str, platform: str) -> None:
    report, engine = of(person, platform), standing(person, platform)
    sections = {one.title: one.lines for one in explained(report, "level")[1:]}
    for rung in engine.rubric.catalogue.levels:
        state = "reached" if engine.reaches(rung) else "not reached"
        could = "could be, once what is not known is settled"
        title = next(one for one in sections if one.startswith(f"{rung.title}: "))
        lines = sections[title]
        if title.endswith(": reached"):
            assert state == "reached"
            assert not any(line.endswith("not yet") for line in lines)
        kinds = [one for one in engine.conditions(rung) if one.kind in ("points", "floor", "beyond-claims")]
        assert sum(line.endswith(", met") for line in lines) == sum(one.state == "met" for one in kinds)
        assert len([line for line in lines if line.endswith((", met", ", not yet"))]) == len(kinds)
        assert title.removeprefix(f"{rung.title}: ") in ("reached", "not reached", could)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("test-meaningful", "did you mean 'tests-meaningful'"),
        ("fundamental", "did you mean 'fundamentals'"),
        ("tests", "did you mean 'tests-meaningful' or 'ci-runs-tests'"),
        ("xyz", "'folio explain' lists them all"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(asked: str, said: str) -> None:
    with pytest.raises(FolioError, match=re.escape(said)):
        explain(REPORT, asked)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        ((10, 30), "10 to 30 minutes"),
        ((20, 60), "20 minutes to 1 hour"),
        ((60, 180), "1 to 3 hours"),
        ((30, 90), "30 minutes to 1.5 hours"),
        ((30, 30), "30 minutes"),
        ((60, 60), "1 hour"),
        ((120, 120), "2 hours"),
        ((31, 60), "30 minutes to 1 hour"),
        ((31, 62), "30 minutes to 1 hour"),
        ((72, 300), "1 to 5 hours"),
        ((3, 8), "3 to 10 minutes"),
        ((4711, 13284), "79 to 221 hours"),
    ],
)
def test_an_effort_reads_like_a_persons(minutes: tuple[int, int], words: str) -> None:
    assert hours(minutes) == words
