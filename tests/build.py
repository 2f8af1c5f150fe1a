"""Values for tests: everything is valid by default, so that a test says only what matters to it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from folio.evidence.level import Level
from folio.evidence.model import ArticleSeen, Evidence, HostedSeen, LinkSeen, Observation
from folio.facts import ArticleFacts, Exclusion, Facts, ProjectFacts
from folio.facts.links import LinkFacts, own_pages
from folio.profile.model import Profile
from folio.profile.record import Project
from folio.repository.model import (
    Ci,
    Code,
    Configuration,
    Dependencies,
    Deployment,
    Documents,
    History,
    Licence,
    Passage,
    Pipeline,
    Place,
    Provenance,
    Readme,
    RepositorySeen,
    ResultsTable,
    Serving,
    Sql,
    Tag,
    Tests,
    Toolchain,
    Visuals,
)

TODAY = date(2026, 11, 22)
WORDS = " ".join(f"word{number}" for number in range(30))
"""A text of thirty words."""

# ------------------------------------------------------------------ what is said


def a_profile(**said: object) -> Profile:
    """A profile that says who the person is and leaves every section out that is not given, as plain data."""
    base: dict[str, object] = {
        "name": "Ada Example",
        "headline": "Forecasting for retailers",
        "summary": "I build forecasts that shops can act on.",
        "contact": {"email": "ada@example.org"},
    }
    return Profile.model_validate({**base, **said})


def project_said(identifier: str = "shelfcast", **said: object) -> dict[str, object]:
    """A project as the profile says it: a repository, and no case study."""
    base: dict[str, object] = {
        "id": identifier,
        "title": identifier.capitalize(),
        "summary": "Forecasts what a shop will sell.",
        "repository": f"repositories/{identifier}",
    }
    return {**base, **said}


def article_said(identifier: str = "baselines", **said: object) -> dict[str, object]:
    """An article as the profile says it: a file."""
    return {"id": identifier, "title": identifier.capitalize(), "file": f"articles/{identifier}.md", **said}


# ------------------------------------------------------------------ what was seen


def places(*names: str) -> tuple[Place, ...]:
    """One place for each name."""
    return tuple(Place(name=name, path=f"src/{name}.py", line=7) for name in names)


def a_passage(path: str = "README.md", words: int = 200, **seen: object) -> Passage:
    """What a document says under a heading; its digest follows from its place."""
    digest = hashlib.sha256(f"{path} {words}".encode()).hexdigest()[:16]
    return Passage.model_validate({"path": path, "line": 7, "words": words, "digest": digest, **seen})


def a_readme(**seen: object) -> Readme:
    """A short README without any of the parts that checks look for."""
    base: dict[str, object] = {
        "path": "README.md",
        "characters": 120,
        "headings": 1,
        "language": "en",
        "install": False,
        "usage": False,
        "results": False,
        "licence_note": False,
        "code_blocks": 0,
        "run_command": False,
        "images": 0,
        "links": (),
    }
    return Readme.model_validate({**base, **seen})


def a_history(*, own: int = 12, days: Iterable[date] = (), **seen: object) -> History:
    """A history of the person's own commits; `days` says when they were made."""
    dates = tuple(sorted(days))
    weeks = sorted({"{}-W{:02}".format(*day.isocalendar()[:2]) for day in dates})
    base: dict[str, object] = {
        "commits": own,
        "own": own,
        "authors": 1,
        "first_day": dates[0] if dates else None,
        "last_day": dates[-1] if dates else None,
        "own_days": dates,
        "own_weeks": tuple(weeks),
    }
    return History.model_validate({**base, **seen})


def some_code(lines: int = 500, **seen: object) -> Code:
    """Code in two modules."""
    base: dict[str, object] = {
        "lines": lines,
        "notebook_lines": 0,
        "sql_lines": 0,
        "test_lines": 0,
        "modules": 2,
        "languages": {"Python": lines},
    }
    return Code.model_validate({**base, **seen})


def some_tests(assertions: int = 40, **seen: object) -> Tests:
    """Tests that import the project."""
    base: dict[str, object] = {
        "files": 3,
        "assertions": assertions,
        "imports_project": True,
        "runners": ("pytest",),
        "checked_against_reference": (),
    }
    return Tests.model_validate({**base, **seen})


NO_TESTS = Tests(files=0, assertions=0, imports_project=False, runners=(), checked_against_reference=())


def a_repository(**seen: object) -> RepositorySeen:
    """A repository of five hundred lines in which nothing else was found."""
    base: dict[str, Any] = {
        "commit": "c0ffee",
        "branch": "main",
        "committed_on": TODAY - timedelta(days=3),
        "history": a_history(),
        "code": some_code(),
        "readme": None,
        "licence": None,
        "tests": NO_TESTS,
        "ci": Ci(systems=(), files=(), test_steps=(), deploy_steps=()),
        "deployments": (),
        "dependencies": Dependencies(manifests=(), locks=(), exact_pins=0),
        "sql": Sql(files=0, lines=0, constructs=()),
        "serving": Serving(interfaces=(), typed=False, command_line=()),
        "toolchain": Toolchain(linters=(), formatters=(), type_checkers=(), enforced=False),
        "configuration": Configuration(reads_environment=(), example_file=None),
        "documents": Documents(),
        "runners": (),
        "algorithms": (),
        "structures": (),
        "validation": (),
        "metrics": (),
        "inference": (),
        "baselines": (),
        "data_checks": (),
        "monitoring": (),
        "secrets": (),
    }
    return RepositorySeen(**{**base, **seen})


def a_good_repository(**seen: object) -> RepositorySeen:
    """A repository in which everything was found that checks look for."""
    base: dict[str, object] = {
        "history": a_history(
            own=120,
            days=[TODAY - timedelta(days=9 * number) for number in range(60)],
            tags=tuple(Tag(name=f"v0.{n}.0", commit=f"c{n}", day=TODAY - timedelta(days=90 - n)) for n in range(1, 4)),
        ),
        "code": some_code(2400, modules=9, test_lines=600, sql_lines=90),
        "readme": a_readme(
            characters=2400,
            headings=6,
            install=True,
            usage=True,
            results=True,
            licence_note=True,
            images=1,
            code_blocks=3,
            run_command=True,
        ),
        "licence": Licence(path="LICENSE", spdx="MIT"),
        "tests": some_tests(90, checked_against_reference=places("gradient-boosting")),
        "ci": Ci(
            systems=("github",),
            files=(".github/workflows/ci.yml",),
            test_steps=places("pytest"),
            deploy_steps=places("docker push"),
        ),
        "deployments": (
            Deployment(kind="docker", path="Dockerfile", pinned=True, unprivileged=True, small=True, supervised=True),
        ),
        "dependencies": Dependencies(manifests=("pyproject.toml",), locks=("uv.lock",), exact_pins=0),
        "sql": Sql(files=3, lines=90, constructs=places("select", "join", "group-by", "window", "cte", "case")),
        "serving": Serving(interfaces=places("fastapi"), typed=True, command_line=("shelfcast",)),
        "toolchain": Toolchain(linters=("ruff",), formatters=("ruff",), type_checkers=("mypy",), enforced=True),
        "configuration": Configuration(reads_environment=places("DATABASE_URL"), example_file=".env.example"),
        "documents": Documents(
            changelog="CHANGELOG.md",
            formulas=tuple(Place(name=f"{number:016x}", path="notes.md", line=number + 1) for number in range(60)),
            limitations=(a_passage("README.md", 80),),
            failures=(a_passage("docs/post-mortem.md", 300, numbers=4),),
            evaluation=(a_passage("MODEL_CARD.md", 400, numbers=12),),
        ),
        "runners": ("Makefile",),
        "algorithms": places("gradient-boosting", "k-means", "logistic-regression", "pca", "decision-tree", "knn"),
        "structures": places("heap", "deque", "graph", "trie", "threads", "async"),
        "validation": places("holdout", "TimeSeriesSplit", "GroupKFold"),
        "metrics": places("mae", "rmse", "mape", "pinball"),
        "inference": places("bootstrap", "t-test", "wilcoxon", "interval"),
        "baselines": places("seasonal-naive"),
        "results_tables": (ResultsTable(path="README.md", line=30, baseline=True, cost=True),),
        "data_checks": places("pandera", "pydantic"),
        "monitoring": places("health", "metrics", "logging"),
        "learning_curves": (Place(name="learning curve", path="notebooks/curves.ipynb", line=7, note="shown"),),
        "visuals": Visuals(tools=places("matplotlib", "sweetviz"), figures=5, dashboards=places("Tableau")),
        "provenance": Provenance(
            statement=Place(name="data card", path="DATA.md"), tracked=places("dvc"), fetched=places("fetch")
        ),
        "pipeline": Pipeline(graphs=places("dvc"), stages=places("prepare", "train", "evaluate")),
    }
    return a_repository(**{**base, **seen})


def an_article(**seen: object) -> ArticleSeen:
    """An article of 900 words with code, a figure and a number."""
    base: dict[str, object] = {
        "title": "Beat the baseline first",
        "day": None,
        "words": 900,
        "code_blocks": 2,
        "figures": 1,
        "formulas": 0,
        "numbers_with_units": 3,
        "headings": (),
        "links": (),
    }
    return ArticleSeen.model_validate({**base, **seen})


def a_link(**seen: object) -> LinkSeen:
    """A page that answers, and does not link back."""
    base: dict[str, object] = {
        "status": 200,
        "final_url": "https://shelfcast.example.org/",
        "title": "Shelfcast",
    }
    return LinkSeen.model_validate({**base, **seen})


def a_hosted(**seen: object) -> HostedSeen:
    """What a code host says of a plain repository."""
    base: dict[str, object] = {
        "fork": False,
        "archived": False,
        "private": False,
        "parent": None,
        "homepage": None,
        "description": None,
        "topics": (),
        "default_branch": "main",
    }
    return HostedSeen.model_validate({**base, **seen})


# ------------------------------------------------------------------ what is known


def _answered(claim: Project, link: LinkFacts | LinkSeen | str | None) -> LinkFacts | None:
    """What is known of a project's address; one that a test does not mention was not opened."""
    url = claim.live.url if claim.live else None
    if url is None or isinstance(link, LinkFacts):
        return link if isinstance(link, LinkFacts) else None
    if not isinstance(link, LinkSeen):
        return LinkFacts(url, unread=link or "the address was not opened")
    back = ("it links back to the other pages",) if link.links_back else ()
    return LinkFacts(url, link, None, TODAY, back)


def some_facts(
    *,
    repositories: Mapping[str, RepositorySeen | str | None] | None = None,
    texts: Mapping[str, ArticleSeen | str] | None = None,
    pages: Mapping[str, LinkFacts | LinkSeen | str] | None = None,
    sites: Mapping[str, LinkSeen | str] | None = None,
    left_out: Mapping[str, str] | None = None,
    hosted: Mapping[str, HostedSeen] | None = None,
    days: Mapping[str, date] | None = None,
    today: date = TODAY,
    **said: object,
) -> Facts:
    """The facts of a profile.

    `repositories`, `texts` (of articles) and `pages` (of projects) give, by id, what was seen, or in words why it was
    not; `sites` does so for the person's own pages by subject (`link:website`). Where the profile has no `projects` or `articles`, those named here are added to it. `left_out` gives the
    guard that leaves a project or article out. Everything else is said in the profile.
    """
    repositories, texts, pages = repositories or {}, texts or {}, pages or {}
    out, hosted, days = left_out or {}, hosted or {}, days or {}
    profile = a_profile(**_with_sections(said, repositories, texts))
    projects = []
    for claim in profile.projects or ():
        seen = repositories.get(claim.id, "not looked at" if claim.repository else None)
        link = pages.get(claim.id)
        read = isinstance(seen, RepositorySeen)
        projects.append(
            ProjectFacts(
                claim=claim,
                repository=seen if isinstance(seen, RepositorySeen) else None,
                unread=seen if isinstance(seen, str) else None,
                counts=claim.id not in out if read else None,
                observed_on=today if read else None,
                hosted=hosted.get(claim.id),
                live=_answered(claim, link),
            )
        )
    articles = []
    for written in profile.articles or ():
        text = texts.get(written.id, "not looked at")
        seen_text = text if isinstance(text, ArticleSeen) else None
        articles.append(
            ArticleFacts(
                claim=written,
                seen=seen_text,
                unread=text if isinstance(text, str) else None,
                counts=written.id not in out if seen_text else None,
                observed_on=today if seen_text else None,
                title=written.title or written.id,
                day=days.get(written.id) or (seen_text.day if seen_text else None),
            )
        )
    kinds = {one.claim.id: one.subject for one in (*articles, *projects)}
    exclusions = tuple(Exclusion(kinds[name], guard, "for a reason") for name, guard in sorted(out.items()))
    facts = Facts(profile, today, tuple(projects), tuple(articles), exclusions)
    return with_proofs(replace(facts, pages=own_pages(profile, _looks(sites or {}, today))))


def _looks(sites: Mapping[str, LinkSeen | str], today: date) -> Evidence:
    """What `links` says of these pages."""
    common: dict[str, Any] = {"source": "links", "observed_on": today, "fingerprint": ""}
    return Evidence(
        observations=tuple(
            Observation(subject=name, seen=None if isinstance(one, str) else one,
                        problem=one if isinstance(one, str) else None, **common)
            for name, one in sites.items()
        )
    )  # fmt: skip


def with_proofs(facts: Facts) -> Facts:
    """The facts with the levels that the profile's proofs give to its projects."""
    return replace(
        facts,
        projects=tuple(
            replace(
                one,
                proof=facts.proof_level(one.claim.proof),
                live_proof=facts.proof_level(one.claim.live.proof) if one.claim.live else Level.CLAIMED,
            )
            for one in facts.projects
        ),
    )


def _with_sections(
    said: Mapping[str, object], repositories: Mapping[str, object], texts: Mapping[str, object]
) -> dict[str, object]:
    sections = dict(said)
    if repositories and "projects" not in sections:
        sections["projects"] = [
            project_said(name, repository=f"repositories/{name}" if seen is not None else None)
            for name, seen in repositories.items()
        ]
    if texts and "articles" not in sections:
        sections["articles"] = [article_said(name) for name in texts]
    return sections


def everything_said(**said: object) -> dict[str, object]:
    """A profile, as plain data, that leaves nothing out and whose claims are supported where a profile can."""
    base: dict[str, object] = {
        "focus": {
            "specialisms": ["Forecasting"],
            "audience": "retailers",
            "goal": {"what": "Three retail clients", "by": "2027-06", "next_step": "Publish the case study"},
        },
        "foundations": {
            name: ["project:shelfcast"]
            for name in ("mathematics", "statistics", "machine-learning", "software-engineering", "devops", "cloud")
        },
        "skills": [{"name": name, "evidence": ["project:shelfcast"]} for name in ("Python", "SQL", "Docker")],
        "languages": [{"name": "English", "code": "en", "level": "C1", "evidence": "https://example.org/talk"}],
        "education": [{"title": "Self-taught, by projects", "kind": "self-taught"}],
        "clients": [{"id": "grocer", "name": "Grocer", "sector": "retail"}],
        "work": [
            {
                "id": "shop",
                "organisation": "Shop",
                "role": "Data scientist",
                "start": "2021-02",
                "end": "2024-01",
                "outcomes": [{"what": "Waste", "value": "11 %", "baseline": "17 %", "measured": "weekly counts"}],
            }
        ],
        "contracts": [
            {
                "id": f"job-{number}",
                "client": "grocer",
                "role": "Forecasting engineer",
                "deliverable": f"Forecast {number}",
                "start": "2025-01",
                "end": "2025-06",
                "proof": {"reference": "buyer"},
            }
            for number in range(1, 11)
        ],
        "references": [
            {
                "id": name,
                "name": name.capitalize(),
                "role": "Buyer",
                "organisation": "Grocer",
                "date": "2025-07",
                "text": "Did what was said.",
                "consent": "public",
                "email": f"{name}@grocer.example",
            }
            for name in ("buyer", "planner", "owner")
        ],
        "talks": [
            {"id": f"talk-{number}", "title": "Baselines", "event": "Meetup", "date": "2025-05"} for number in range(3)
        ],
        "services": [
            {
                "id": f"service-{number}",
                "title": "A forecast",
                "deliverables": ["a model"],
                "duration": "three weeks",
                "price": {"amount": 9000, "currency": "EUR"},
                "exclusions": ["hosting"],
            }
            for number in range(2)
        ],
        "rates": {"price": {"amount": 900, "currency": "EUR", "per": "day"}},
        "availability": {
            "hours_per_week": 30,
            "start": "2026-12-01",
            "time_zone": "Europe/Berlin",
            "overlap": "9 to 17 CET",
            "as_of": "2026-11-01",
        },
        "links": {"website": "https://ada.example.org", "github": "ada", "linkedin": "https://linkedin.com/in/ada"},
        "rehearsals": [{"kind": kind, "date": "2026-10-01"} for kind in ("timed-coding", "live-coding", "take-home")],
        "study_log": [
            {"date": str(TODAY - timedelta(weeks=number)), "topic": "Causality", "hours": 11, "learned": "A lot."}
            for number in range(1, 26)
        ],
        "projects": [
            project_said(
                name,
                problem=f"{name} problem {WORDS}",
                constraints=f"{name} constraints {WORDS}",
                approach=f"{name} approach {WORDS}",
                outcome=f"{name} outcome {WORDS}",
                my_part=f"{name} part {WORDS}",
                outcomes=[{"what": "Error", "value": "9 %", "baseline": "14 %", "measured": "on a held-out year"}],
                live={"url": f"https://{name}.example.org"},
                proof={"reference": "buyer"},
            )
            for name in ("shelfcast", "routes", "returns")
        ],
        "articles": [article_said(f"article-{number}", date=f"2026-{number + 1:02}-10") for number in range(8)],
    }
    return {**base, **said}


def excellent_facts(**changes: Any) -> Facts:
    """The facts of somebody who has everything, as far as one look without a connection can see it."""
    said = everything_said()
    seen: dict[str, Any] = {
        "repositories": {name: a_good_repository() for name in ("shelfcast", "routes", "returns")},
        "texts": {f"article-{number}": an_article() for number in range(8)},
        "days": {f"article-{number}": date(2026, number + 1, 10) for number in range(8)},
        "pages": {name: a_link(links_back=("https://ada.example",)) for name in ("shelfcast", "routes", "returns")},
    }
    return some_facts(**{**said, **seen, **changes})
