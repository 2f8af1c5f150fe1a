"""One deed for each guard: what somebody does to a good person, what it may add at most, and what the report says of it.

Deeds on files and commits are those of the gaming suite, on real repositories; the others are done here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

import folio
from build import (
    TODAY,
    a_good_repository,
    a_history,
    a_link,
    a_repository,
    an_article,
    article_said,
    project_said,
    some_code,
)
from folio.evidence.model import LinkSeen
from folio.readiness.report import Report
from folio.readiness.rubric.guards import guards
from folio.repository.model import KnownSource
from readiness.people import Piece, person
from repository.test_collection import code, minis
from validation.case import Case, Commits
from validation.person import Workshop, article, honest, kept
from validation.tricks import TRICKS

GUARDS = guards().guards
BY_NAME = {trick.name: trick for trick in TRICKS}
CONSISTENCY = "consistency"
Reports = tuple[Report, Report]


@dataclass(frozen=True)
class Deed:
    """What is done, and what it may add beyond nothing."""

    done: str
    reports: Callable[[Workshop], Reports]
    """The report before it, and after."""
    adds: Mapping[str, int] = field(default_factory=dict)
    only: str = ""
    """A category in which it may add something, because it is work of some kind."""
    nothing_in: str = ""
    """The one category that it may add nothing to, because it is honest work elsewhere."""


# ------------------------------------------------------------------ deeds


def trick(name: str) -> Deed:
    """A deed of the gaming suite."""
    found = BY_NAME[name]
    before, after = found.instead or honest(), found.person
    return Deed(
        name, lambda workshop: (workshop.report(before), workshop.report(after)), found.adds, nothing_in=found.category
    )


def a_project(done: str, case: Case, *, only: str = "") -> Deed:
    """One more repository."""
    after = honest().project("mill", case)
    return Deed(done, lambda workshop: (workshop.report(honest()), workshop.report(after)), only=only)


def pieces(
    done: str, before: tuple[Piece, ...], after: tuple[Piece, ...], adds: Mapping[str, int] | None = None
) -> Deed:
    """Something that needs no files."""
    return Deed(done, lambda _: (assessed(*before), assessed(*after)), adds or {})


def assessed(*some: Piece) -> Report:
    return folio.assess(person(some), folio.rubric())


FOLLOWED = Case(
    name="shop",
    about="shop",
    files={"README.md": "# shop\n\nI followed the Udemy course, chapter by chapter.\n"},
    labels=(),
    fill={"shop/views.py": 300},
    commits=(Commits(start="2026-05-04", count=6, every=2, subject="Finish chapter {n} of the tutorial"),),
)


CLEVER = "from sklearn.metrics import f1_score\nfrom scipy.stats import ttest_ind\n\nprint(f1_score(A, B), ttest_ind(A, B))\n"


def exercises(count: int) -> Case:
    """A folder of small projects that have nothing to do with each other; the later ones would show something."""
    files = minis(count)
    files |= {path: text + CLEVER for path, text in files.items() if path.endswith(".py") and path > "mini03"}
    files |= {path: text + code("more", 60) for path, text in files.items() if path.endswith(".py") and path < "mini03"}
    start = Commits(start="2026-05-04", subject="Keep all exercises in one place")
    return Case(name="minis", about="minis", files=files, labels=(), commits=(start,))


def collection() -> Deed:
    few, many = (honest().project("minis", exercises(count)) for count in (5, 14))
    return Deed("nine more exercises in a folder", lambda workshop: (workshop.report(few), workshop.report(many)))


def dead_link() -> Deed:
    dead = LinkSeen(status=404, final_url="https://bakery.example.org", title=None)
    after = replace(honest(), pages={"bakery": dead})
    adds = {"live-url-responds": 120, "finished-things": 200}  # what is only claimed, as for a parked domain
    return Deed("an address that is gone", lambda workshop: (workshop.report(honest()), workshop.report(after)), adds)


def hidden_text() -> Deed:
    long = article("hidden", 900).replace("# On hidden\n", "")
    hidden = (
        f"{article('short', 120)}\n<!-- {long} -->\n\n<div style='display: none'>{long}</div>\n\n<p hidden>{long}</p>\n"
    )
    after = honest().wrote("hidden", "2026-06-09", hidden)
    return Deed(
        "a note with an essay nobody sees", lambda workshop: (workshop.report(honest()), workshop.report(after))
    )


GOOD = Piece("projects", project_said("mill"), {"git": a_repository(commit="mill")})
NO_SQL = a_repository().sql
TEMPLATE = a_good_repository(
    commit="shop",
    code=some_code(40),
    sql=NO_SQL,
    known_sources=(KnownSource(name="a starter kit", kind="template", share=900),),
)
FORKED = a_good_repository(commit="shop", history=a_history(own=2, commits=10))
LIVE = {"live": {"url": "https://mill.example.org"}}
AGAIN = {"live": {"url": "http://mill.example.org/"}}
FIRST = "https://mara.example.org/first"
MYSELF = {"id": "buyer", "name": "Ada Example", "role": "Buyer", "organisation": "Grocer", "date": "2025-07",
          "text": "I am good.", "consent": "public", "email": "ada.example@elsewhere.example"}  # fmt: skip
JOB = {"id": "job", "client": "grocer", "role": "Forecasting", "deliverable": "A forecast", "start": "2025-01",
       "end": "2025-06"}  # fmt: skip


def written(name: str, shingles: range, day: str) -> Piece:
    """An article whose page says where it was first published."""
    seen = an_article(canonical=FIRST, shingles=tuple(shingles), day=TODAY.fromisoformat(day))
    return Piece("articles", article_said(name), {"articles": seen})


DEEDS: dict[str, Deed] = {
    "fork": pieces("a fork with two own commits of ten", (GOOD,), (GOOD, Piece("projects", project_said("shop"), {"git": FORKED}))),
    "no-own-commits": trick("a fork without own commits"),
    "template": pieces(
        "a starter kit with forty own lines", (GOOD,), (GOOD, Piece("projects", project_said("shop"), {"git": TEMPLATE}))
    ),
    "tutorial-clone": a_project("a tutorial followed to its end", FOLLOWED, only=CONSISTENCY),
    "empty-repo": trick("a repository of a few lines"),
    "same-repository": trick("a copy with one more commit"),
    "same-code": trick("a copy with a history of its own"),
    "collection": collection(),
    "generated-code": trick("vendored and generated code in an own project"),
    "migrations-excluded": trick("migrations that an ORM wrote"),
    "vendored": trick("vendored and generated code in an own project"),
    "api-wrapper": trick("a layer over a remote model"),
    "import-without-call": trick("imports without a call"),
    "trivial-test": trick("a hundred times assert True"),
    "stub-ci": trick("a workflow that is an echo"),
    "badge-only": trick("a README of badges"),
    "stripped-notebook": trick("a notebook without its outputs"),
    "duplicate-text": trick("the same limits in two repositories"),
    "commit-stuffing": trick("two hundred commits of one line in five minutes"),
    "backdated": trick("a history that is dated two years back"),
    "future-date": trick("a history that is dated ahead"),
    "same-commit-tags": trick("ten tags on one commit"),
    "dead-link": dead_link(),
    "parked-page": trick("a parked domain"),
    "same-url": pieces(
        "one address for two projects",
        (Piece("projects", project_said("mill", **LIVE), {"links": a_link()}), Piece("projects", project_said("loom"))),
        (Piece("projects", project_said("mill", **LIVE), {"links": a_link()}),
         Piece("projects", project_said("loom", **AGAIN), {"links": a_link()})),
    ),
    "short-article": trick("twenty articles of 120 words"),
    "same-text": trick("the same article with other words in it"),
    "syndication": pieces(
        "an article on a second site",
        (written("first", range(200), "2026-02-10"),),
        (written("first", range(200), "2026-02-10"), written("second", range(500, 700), "2026-06-10")),
    ),
    "burst": trick("ten articles in one week"),
    "hidden-text": hidden_text(),
    "popularity": trick("a famous employer"),
    "keyword-stuffing": trick("sixty skills without evidence"),
    "self-reference": pieces(
        "a reference by oneself, and a contract proven by it",
        (GOOD, Piece("contracts", JOB)),
        (GOOD, Piece("contracts", {**JOB, "proof": {"reference": "buyer"}}), Piece("references", MYSELF)),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    folder: Path = tmp_path_factory.mktemp("guards")
    return Workshop(folder)


def gains(before: Report, after: Report) -> dict[str, int]:
    """By how much each check rose or fell, in thousandths."""
    scores = {check.id: check.score for check in before.checks}
    return {check.id: gain for check in after.checks if (gain := check.score - scores[check.id])}


# ------------------------------------------------------------------ promises


def test_every_guard_has_its_deed() -> None:
    assert DEEDS.keys() == GUARDS.keys()


def _deeds() -> list[ParameterSet]:
    """Every guard; one that leaves a way round is expected to fail, and its mark has to go once it does not."""
    marks: dict[str, list[pytest.MarkDecorator]] = {}
    return [pytest.param(guard, marks=marks.get(guard, [])) for guard in DEEDS]


@pytest.mark.parametrize("guard", _deeds())
def test_a_deed_adds_nothing_beyond_what_is_written_beside_it(guard: str, workshop: Workshop) -> None:
    deed = DEEDS[guard]
    before, after = deed.reports(workshop)
    category = {check.id: check.category for check in after.checks}
    found = gains(before, after)
    if deed.only:
        assert {category[check] for check in found} <= {deed.only}
        assert found, "study shows in the calendar"
    elif deed.nothing_in:
        assert [check for check in found if category[check] == deed.nothing_in] == []
    else:
        assert found == deed.adds


@pytest.mark.parametrize("guard", [name for name, guard in GUARDS.items() if guard.says == "exclusion"])
def test_the_report_names_what_is_not_counted_and_says_why(guard: str, workshop: Workshop) -> None:
    before, after = DEEDS[guard].reports(workshop)
    new = [one for one in after.exclusions if one not in before.exclusions]
    said = [one for one in new if one.guard == guard]
    assert said
    assert all(one.reason and one.name for one in said)
    assert not any(word in one.reason.lower() for one in new for word in ("cheat", "fake", "fraud", "suspicious"))


@pytest.mark.parametrize("guard", [name for name, guard in GUARDS.items() if guard.says == "construction"])
def test_what_nothing_can_be_named_for_is_named_nowhere(guard: str, workshop: Workshop) -> None:
    _, after = DEEDS[guard].reports(workshop)
    assert guard not in {one.guard for one in after.exclusions}


def test_a_good_person_leaves_room_for_every_deed(workshop: Workshop) -> None:
    """With everything reached already, nothing could be added and no guard would be tried."""
    report = workshop.report(honest())
    assert sum(check.score == 1000 for check in report.checks if check.weight) <= 5
    more = workshop.report(honest().project("mill", kept("mill")).wrote("flour", "2026-07-07", article("flour", 900)))
    assert len(gains(report, more)) >= 8
