"""People drawn by hypothesis: pieces of evidence of every kind, put together and joined as a real run joins them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from build import (
    NO_TESTS,
    TODAY,
    a_good_repository,
    a_history,
    a_hosted,
    a_link,
    a_passage,
    a_profile,
    a_readme,
    a_repository,
    an_article,
    article_said,
    project_said,
    some_code,
    some_tests,
)
from folio.evidence.model import ArticleSeen, Evidence, Observation, RepositoryObserved, Run
from folio.facts import Facts, derive
from folio.repository.model import Ci, Documents, Place, RepositorySeen, Sample, Tag, Unread

EXAMPLES = int(os.environ.get("FOLIO_EXAMPLES", "25"))
# The same examples in every run of the gate, and no deadline: a busy machine is no broken promise.
drawn = settings(
    max_examples=EXAMPLES,
    derandomize="FOLIO_EXAMPLES" not in os.environ,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
WORD = " ".join(f"word{number}" for number in range(26))
SECTIONS = (
    "projects", "articles", "contracts", "references", "talks", "services", "rehearsals", "study_log", "languages",
    "education", "work", "platforms",
)  # fmt: skip
MONDAYS = tuple(TODAY - timedelta(days=TODAY.weekday(), weeks=number) for number in (0, 1, 2, 5, 30, 31, 60, 90, 120))


@dataclass(frozen=True)
class Piece:
    """One thing that somebody puts forward, and what was seen of it."""

    section: str
    said: Mapping[str, Any]
    looks: Mapping[str, object] = field(default_factory=dict)
    """By source, what was seen there; a text says why nothing was. A source that is missing did not look."""

    @property
    def subject(self) -> str:
        kind = self.section.removesuffix("s")
        return f"{kind}:{self.said.get('id', '')}"

    def unlooked(self, source: str, why: str = "timed out") -> Piece:
        """The same piece where this source saw nothing."""
        return replace(self, looks={**self.looks, source: why})


def person(pieces: Iterable[Piece], **said: object) -> Facts:
    """The facts of somebody with these pieces; a section without pieces is there and empty."""
    pieces = tuple(pieces)
    sections = {name: [piece.said for piece in pieces if piece.section == name] for name in SECTIONS}
    clients = [{"id": "grocer", "name": "Grocer", "sector": "retail"}]
    profile = a_profile(clients=clients, **sections, **said)
    looks = [_look(source, piece.subject, seen) for piece in pieces for source, seen in piece.looks.items()]
    return derive(profile, Evidence(observations=tuple(looks)), today=TODAY)


def _look(source: str, subject: str, seen: Any) -> Observation:
    common: dict[str, Any] = {"source": source, "subject": subject, "observed_on": TODAY, "fingerprint": ""}
    if isinstance(seen, str):
        return Observation(**common, problem=seen)
    return Observation(**common, seen=RepositoryObserved(repository=seen) if isinstance(seen, RepositorySeen) else seen)


# ------------------------------------------------------------------ repositories

GOOD = a_good_repository()
PLAIN = a_repository()
PARTS = (
    "readme", "licence", "deployments", "dependencies", "sql", "serving", "toolchain", "configuration", "runners",
    "data_checks", "monitoring", "learning_curves", "visuals", "provenance", "pipeline", "results_tables", "baselines",
)  # fmt: skip
"""The fields of a repository that are simply there or not."""


@cache
def _variants() -> Mapping[str, st.SearchStrategy[Any]]:
    """For each field of a repository that comes in more than two ways, those."""
    some = {name: getattr(GOOD, name) for name in ("algorithms", "structures", "validation", "metrics", "inference")}
    hidden = (Place(name="shared/ci.yml", path=".gitlab-ci.yml"),)
    return {
        **{name: st.lists(st.sampled_from(all_of), unique=True, max_size=4).map(tuple) for name, all_of in some.items()},
        "tests": st.sampled_from([NO_TESTS, some_tests(5), some_tests(30, checked_against_reference=()), GOOD.tests]),
        "ci": st.sampled_from([PLAIN.ci, GOOD.ci, GOOD.ci.model_copy(update={"deploy_steps": ()}),
                               Ci(systems=("gitlab",), files=(".gitlab-ci.yml",), test_steps=(), deploy_steps=(),
                                  unseen=hidden)]),
        "code": st.builds(
            some_code, st.sampled_from([40, 100, 250, 900, 3000]), modules=st.integers(0, 9),
            notebook_lines=st.sampled_from([0, 80, 500]), frameworks=st.sampled_from([(), ("prophet",)])),
        "history": _histories(),
        "documents": _documents(),
        "readme": st.sampled_from([None, a_readme(), GOOD.readme, a_readme(language=None),
                                   a_readme(title="Forecast of shops", images=2, results=None)]),
        "sample": st.sampled_from([Sample(), _sample(1), _sample(2), _sample(1, beside=_sample(2))]),
        "unread": st.sampled_from([(), (), (Unread(path="big.py", why="it is larger than 2 MB"),)]),
        "remote_models": st.sampled_from([(), (), (Place(name="openai", path="a.py", line=1),)]),
    }  # fmt: skip


def _sample(seed: int, beside: Sample | None = None) -> Sample:
    lowest = {(seed * 7919 + 104_729 * number) % 2**40 for number in range(90)}
    return Sample(size=200, lowest=tuple(sorted({*lowest, *(beside.lowest[:60] if beside else ())})))


@st.composite
def _histories(draw: st.DrawFn) -> Any:
    days = draw(st.lists(st.sampled_from(MONDAYS), unique=True, max_size=5))
    tags = tuple(Tag(name=f"v{n}", commit=f"c{n}", day=TODAY) for n in range(draw(st.sampled_from([0, 1, 3]))))
    return a_history(
        own=draw(st.sampled_from([12, 12, 12, 0])), days=days, tags=tags, shallow=draw(st.integers(0, 5)) == 0
    )


@st.composite
def _documents(draw: st.DrawFn) -> Documents:
    some = draw(st.integers(0, 30))
    passages = st.lists(
        st.builds(a_passage, st.sampled_from(["README.md", "docs/notes.md"]), st.sampled_from([30, 80, 300]),
                  numbers=st.integers(0, 3), links=st.integers(0, 1)), max_size=2)  # fmt: skip
    return Documents(
        changelog=draw(st.sampled_from([None, "CHANGELOG.md"])),
        formulas=tuple(Place(name=f"{number:016x}", path="notes.md", line=1) for number in range(some)),
        **{name: tuple(draw(passages)) for name in ("limitations", "failures", "evaluation")},
    )


@st.composite
def repositories(draw: st.DrawFn) -> RepositorySeen:
    """A repository with anything in it, of which nothing else is known."""
    seen = {name: getattr(GOOD, name) for name in PARTS if draw(st.booleans())}
    for name, variants in _variants().items():
        if draw(st.booleans()):
            seen[name] = draw(variants)
    return a_repository(**seen)


# ------------------------------------------------------------------ everything else

PROOFS = st.sampled_from([None, {"reference": "buyer"}, {"link": "https://example.org/letter"}])


@st.composite
def projects(draw: st.DrawFn, name: str) -> Piece:
    """A project: with or without a repository, a text, an address; read, unread or not looked at."""
    said: dict[str, object] = {"proof": draw(PROOFS)}
    if draw(st.booleans()):
        said["repository"] = None
    elif draw(st.booleans()):
        said["code_url"] = f"https://github.com/ada/{name}"
    for part in ("problem", "approach", "my_part"):
        if draw(st.booleans()):
            said[part] = f"{name} {part} {WORD}"
    if draw(st.booleans()):
        url = draw(st.sampled_from([None, f"https://{name}.example.org"]))
        said["live"] = {"url": url, "proof": draw(PROOFS)}
    if draw(st.booleans()):
        said["outcomes"] = draw(st.sampled_from([[], [{"what": "Error", "value": "9 %", "baseline": "14 %"}]]))
    said["skills"] = draw(st.sampled_from([[], ["forecasting"]]))
    said["end"] = draw(st.sampled_from([None, "2026-01"]))
    looks: dict[str, object] = {}
    if said.get("repository", "") != None:  # noqa: E711  # told apart from a repository that was not mentioned
        seen = draw(repositories()).model_copy(update={"commit": name})
        looks["git"] = draw(st.sampled_from([seen, seen, seen, "timed out"]))
        if draw(st.booleans()):
            run = Run(workflow="tests", conclusion=draw(st.sampled_from(["success", "failure"])), day=TODAY, commit="x")
            looks["github"] = a_hosted(owned=True, topics=("forecasting",), last_run=draw(st.sampled_from([None, run])))
    if said.get("live"):
        looks["links"] = draw(_links())
    return Piece("projects", project_said(name, **said), looks)


def _links() -> st.SearchStrategy[object]:
    back = ("https://ada.example.org",)
    return st.sampled_from(
        [a_link(), a_link(links_back=back), a_link(status=404), a_link(placeholder="login"), "timed out"]
    )


@st.composite
def articles(draw: st.DrawFn, name: str) -> Piece:
    """An article, which may be another one's copy, short, of tomorrow, or unread."""
    base = sum(map(ord, name)) * 1000
    week = TODAY - timedelta(weeks=7 * int(name.rpartition("-")[2]) - 1)
    seen = draw(st.one_of(_texts(tuple(range(base, base + 180)), week), st.sampled_from(COPIED)))
    look = draw(st.sampled_from([seen, seen, seen, "the page did not answer"]))
    return Piece("articles", article_said(name), {"articles": look})


def _texts(shingles: tuple[int, ...], day: date) -> st.SearchStrategy[ArticleSeen]:
    return st.builds(
        an_article,
        title=st.sampled_from(["Beat the baseline", "Forecasting for shops", "Gradient descent"]),
        words=st.sampled_from([300, 450, 900]),
        day=st.sampled_from([None, day, day]),
        code_blocks=st.integers(0, 1),
        figures=st.integers(0, 1),
        formulas=st.integers(0, 1),
        headings=st.sampled_from([(), ("How gradient descent works",), ("Cross-validation",)]),
        links=st.sampled_from([(), ("https://github.com/ada/project-0",)]),
        shingles=st.just(shingles),
        language=st.sampled_from(["en", "en", None]),
        derivations=st.sampled_from([(), ("aaaa",), ("aaaa", "bbbb")]),
        failures=st.sampled_from([(), (a_passage("text", 200, numbers=2),)]),
    )


COPIED = tuple(
    an_article(day=MONDAYS[-1], shingles=tuple(range(10 * number, 10 * number + 180)), formulas=1)
    for number in (0, 6, 12)
)
"""Texts that anybody may have twice: the first is like the second, the second like the third."""


def _dates() -> st.SearchStrategy[str]:
    return st.sampled_from([*map(str, MONDAYS), str(TODAY + timedelta(days=20))])


@st.composite
def others(draw: st.DrawFn, number: int) -> Piece:
    """Something that stands in the profile alone."""
    name, when = f"it-{number}", draw(_dates())
    section = draw(st.sampled_from([one for one in SECTIONS if one not in ("projects", "articles", "platforms")]))
    flag = draw(st.booleans())
    outcome = {"what": "Waste", "value": "11 %", **({"baseline": "17 %"} if flag else {})}
    said: dict[str, Mapping[str, Any]] = {
        "contracts": {"id": name, "client": "grocer", "role": "Forecasting", "deliverable": "A forecast",
                      "start": "2025-01", "end": when, "completed": flag, "proof": draw(PROOFS)},
        "references": {"id": draw(st.sampled_from(["buyer", name])), "organisation": "Grocer", "role": "Buyer",
                       "name": draw(st.sampled_from([f"Bo {number}", "Ada Example"])), "date": "2025-07", "text": "Good.",
                       "consent": draw(st.sampled_from(["none", "public"])),
                       "email": draw(st.sampled_from([None, f"bo{number}@grocer.example"]))},
        "talks": {"id": name, "title": "Baselines", "event": "Meetup", "date": when, "url": "https://talks.example"},
        "services": {"id": name, "title": "A forecast", "deliverables": ["a model"] if flag else [], "duration": "a week"},
        "rehearsals": {"kind": draw(st.sampled_from(["timed-coding", "live-coding"])), "date": when},
        "study_log": {"date": when, "topic": "Causality", "hours": 11 if flag else 2, "learned": "A lot."},
        "languages": {"name": "English", "code": "en", "level": draw(st.sampled_from(["A2", "B1", "C1"])),
                      "evidence": "https://example.org/talk" if flag else None},
        "education": {"title": "Books", "kind": "self-taught"},
        "work": {"id": name, "organisation": "Shop", "role": "Analyst", "start": "2021-02",
                 "end": None if flag else "2024-01", "outcomes": [outcome]},
    }  # fmt: skip
    looks = {"links": draw(_links())} if section == "talks" else {}
    return Piece(section, said[section], looks)


@st.composite
def people(draw: st.DrawFn) -> tuple[Piece, ...]:
    """The pieces of one person, in any order; no two have the same subject."""
    pieces = [draw(projects(f"project-{number}")) for number in range(draw(st.integers(0, 4)))]
    pieces += [draw(articles(f"article-{number}")) for number in range(draw(st.integers(0, 4)))]
    pieces += [draw(others(number)) for number in range(draw(st.integers(0, 4)))]
    distinct = {piece.subject if "id" in piece.said else number: piece for number, piece in enumerate(pieces)}
    return tuple(draw(st.permutations(list(distinct.values()))))
