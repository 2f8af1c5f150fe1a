"""Badges and figures of proof: each says what folio itself saw, when, and where it can be looked up."""

from __future__ import annotations

from collections.abc import Iterator

from folio.facts import Facts, ProjectFacts
from folio.portfolio.site.model import Badge, Stat
from folio.portfolio.wording import day
from folio.repository.model import RepositorySeen
from folio.repository.redaction import is_redacted


def badges(project: ProjectFacts, language: str) -> tuple[Badge, ...]:
    """What was seen of a project: that its address answers, and what its repository holds if it counts."""
    seen, observed_on = project.repository, project.observed_on
    if seen is None or not project.counts or observed_on is None:
        return tuple(_live(project))
    held = (
        Badge(kind, label, _shown(detail, path), observed_on, source(project, path))
        for kind, label, detail, path in _seen(seen, language)
    )
    return (*_live(project), *held)


def _live(project: ProjectFacts) -> Iterator[Badge]:
    live = project.live
    if live is not None and live.up and live.observed_on is not None:
        yield Badge("live", "Live", "; ".join((f"{live.url} answered", *live.confirmed)), live.observed_on, live.url)


def _seen(seen: RepositorySeen, language: str) -> Iterator[tuple[str, str, str, str]]:
    if seen.tests.assertions:
        count, files = seen.tests.assertions, seen.tests.files
        said = f"{count} distinct {_plural(count, 'assertion')} in {files} test {_plural(files, 'file')}"
        if seen.ci.test_steps:
            place = seen.ci.test_steps[0]
            yield "tested", f"{count} assertions in CI", f"{said}, run by {place.path}", f"{place.path}#L{place.line}"
        else:
            yield "tested", f"{count} {_plural(count, 'assertion')}", said, ""
    if seen.tests.checked_against_reference:
        places = seen.tests.checked_against_reference
        names = sorted({place.name for place in places})
        yield (
            "reference",
            "Checked against a reference",
            f"Own implementations compared with a reference library: {', '.join(names)}",
            f"{places[0].path}#L{places[0].line}",
        )
    if seen.history.tags:
        count = len(seen.history.tags)
        last = max(seen.history.tags, key=lambda tag: (tag.day, tag.name))
        yield "released", f"{count} {_plural(count, 'release')}", f"{last.name}, {day(last.day, language)}", ""
    if seen.deployments:
        first = seen.deployments[0]
        good = [
            word
            for word, holds in (
                ("pinned", first.pinned),
                ("unprivileged", first.unprivileged),
                ("small image", first.small),
                ("health check", first.supervised),
            )
            if holds
        ]
        yield (
            "container",
            f"{first.kind[:1].upper()}{first.kind[1:]}",
            f"{first.path}: {', '.join(good) or 'present'}",
            first.path,
        )
    if len(seen.sql.constructs) >= 3:
        names = sorted({place.name for place in seen.sql.constructs})
        yield "sql", f"{seen.sql.lines} lines of SQL", f"With {', '.join(names)}", seen.sql.constructs[0].path
    if seen.licence and seen.licence.spdx:
        yield "licence", f"{seen.licence.spdx} licence", f"Recognised in {seen.licence.path}", seen.licence.path


def _shown(detail: str, path: str) -> str:
    """The detail without a hash that stands for a path."""
    plain = path.partition("#")[0]
    return detail.replace(plain, "a private file") if plain and is_redacted(plain) else detail


def source(project: ProjectFacts, path: str) -> str | None:
    """The page of the code host that shows `path` at the commit that was read."""
    home, seen = project.claim.code_url, project.repository
    if home is None or seen is None or is_redacted(path.partition("#")[0]):
        return None
    home = home.rstrip("/")
    blob = "/-/blob/" if "gitlab" in home else "/blob/"
    return f"{home}{blob}{seen.commit}/{path}" if path else home


def stats(facts: Facts) -> tuple[Stat, ...]:
    """The proof strip: figures that folio counted in what it read itself; none that is zero, and none that is said."""
    projects = [one for one in facts.counted_projects if not one.is_copy]
    tests = sum(one.repository.tests.assertions for one in projects if one.repository)
    releases = sum(len(one.repository.history.tags) for one in projects if one.repository)
    counted = (
        (len(projects), "project with code that was checked", "projects with code that was checked"),
        (tests, "test assertion", "test assertions"),
        (len(facts.counted_articles), "article", "articles"),
        (releases, "release", "releases"),
    )
    return tuple(Stat(f"{count:,}", one if count == 1 else many) for count, one, many in counted if count)


def _plural(count: int, word: str) -> str:
    return word if count == 1 else f"{word}s"
