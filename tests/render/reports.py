"""Readiness reports for tests: of several people, of one who says everything, and of one whose every text is hostile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from build import TODAY, a_good_repository, a_repository, an_article, excellent_facts, places, some_facts
from folio.facts import Facts
from folio.readiness.assess import assess
from folio.readiness.history import Past, past
from folio.readiness.report import AnnotationSeen, ClaimSeen, Report, Split
from folio.readiness.rubric import rubric

PEOPLE: dict[str, Facts] = {
    "nobody": some_facts(),
    "mixed": some_facts(
        repositories={"shelfcast": a_good_repository(), "churn": a_repository(), "gone": "no <b>folder</b>"},
        texts={"a": an_article(), "b": "elsewhere", "c": an_article(words=3)},
        left_out={"c": "short-article"},
        name="Ada *Example* <script>",
    ),
    "leaking": some_facts(
        repositories={"shelfcast": a_good_repository(secrets=places("AWS key", "private key")), "churn": a_repository()}
    ),
    "excellent": excellent_facts(),
}
PLATFORMS = ("toptal", "direct-client", "braintrust")
HOSTILE = (
    "\"'></style></script><script>alert(1)</script><img src=x onerror=alert(1)> ' onclick='x"
    " @somebody org/repo#12 #34 GH-5 [a](javascript:alert(1)) ![i](https://evil.example/x.png) <https://evil.example>"
    " | `code` **bold** _em_ ~~del~~ $x$ {{0}} {0} %0A &amp; \n# heading\n- item\n::error title=x::second\r\n\x1b[31m\u202e"
)
TEXTS = frozenset({
    "person", "role", "title", "says", "name", "why", "measures", "places", "source", "facet", "todo", "note", "by",
    "as_of", "basis", "uncertain", "not_observable", "next", "missing", "names", "where",
})  # fmt: skip
"""Fields of a report that hold what somebody wrote."""


@cache
def a_report(person: str = "mixed", platform: str = "toptal") -> Report:
    return assess(PEOPLE[person], rubric(platform))


def a_claim(**said: Any) -> ClaimSeen:
    base: dict[str, Any] = {
        "kind": "skill",
        "where": "skills[3]",
        "says": "Kubernetes",
        "support": None,
        "by": (),
        "todo": "Name what shows it under 'evidence'",
    }
    return ClaimSeen(**{**base, **said})


def an_annotation(**said: Any) -> AnnotationSeen:
    base: dict[str, Any] = {
        "check": "monitoring-present",
        "title": "Signals from what runs",
        "subject": "project:churn",
        "name": "Churn",
        "reason": "not-detected",
        "note": "The dashboard runs at the client's.",
    }
    return AnnotationSeen(**{**base, **said})


def a_full_report(person: str = "mixed", platform: str = "toptal") -> Report:
    """One with claims and annotations."""
    claims = (
        a_claim(says="Python", support="observed", by=("Shelfcast: 2,400 lines",), todo=""),
        a_claim(kind="number", where="projects[0].outcomes[0]", says="Error 9 %", support="claimed", by=("a report",)),
        a_claim(),
    )
    return replace(a_report(person, platform), claims=claims, annotations=(an_annotation(),))


def each_text(value: Any, change: Callable[[str], str], name: str = "") -> Any:
    """A report with every text in it changed that somebody wrote; ids and choices stay as they are."""
    if is_dataclass(value) and not isinstance(value, type):
        found = {one.name: each_text(getattr(value, one.name), change, one.name) for one in fields(value) if one.init}
        return replace(value, **found)
    if isinstance(value, tuple):
        return tuple(each_text(one, change, name) for one in value)
    return change(value) if isinstance(value, str) and name in TEXTS else value


def hostile(report: Report) -> Report:
    """The same report, written by an attacker."""
    return each_text(report, lambda text: text and text + HOSTILE)


def runs(report: Report, *points: int, days: int = 7, rubrics: str = "") -> tuple[Past, ...]:
    """Earlier runs of the same platform, `days` apart, that earned so many points; the last is `days` before today.

    `rubrics` names, a letter for each run, the rubric it was by; the report's own where it is a dot or left out.
    """
    base = past(report, "0.1.0")
    found = []
    for number, earned in enumerate(points):
        letter = rubrics[number : number + 1]
        totals = Split(earned=earned * 10_000, unknown=50_000, missing=950_000 - earned * 10_000)
        found.append(
            replace(
                base,
                today=TODAY - timedelta(days=days * (len(points) - number)),
                rubric=letter if letter not in ("", ".") else base.rubric,
                level="building" if earned >= 30 else "foundation",
                totals=totals,
            )
        )
    return tuple(found)


def on(day: date, one: Past) -> Past:
    """The same run on another day."""
    return replace(one, today=day)
