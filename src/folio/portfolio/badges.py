"""Badges and figures of proof: each says what folio itself saw, when, and where it can be looked up."""

from __future__ import annotations

from collections.abc import Iterator

from folio.evidence.model import HostedSeen
from folio.facts import Facts, ProjectFacts
from folio.portfolio.site.model import Badge, Stat
from folio.portfolio.site.words import SiteWords, site_words
from folio.portfolio.wording import day, number
from folio.profile.places import plain
from folio.repository.model import RepositorySeen
from folio.repository.redaction import is_redacted


def badges(project: ProjectFacts, language: str) -> tuple[Badge, ...]:
    """What was seen of a project: that its address answers, and what its repository holds if it counts."""
    seen, observed_on, said = project.repository, project.observed_on, site_words(language)
    if seen is None or not project.counts or observed_on is None:
        return tuple(_live(project, said))
    held = (
        Badge(kind, label, _shown(detail, path, said), observed_on, source(project, path))
        for kind, label, detail, path in _seen(seen, language, said)
    )
    return (*_live(project, said), *held)


def _live(project: ProjectFacts, said: SiteWords) -> Iterator[Badge]:
    live = project.live
    if live is not None and live.up and live.observed_on is not None:
        confirmed = live.confirmed if said.locale.startswith("en") else ()  # facts speak English
        detail = "; ".join((said["badge_live_detail"].format(url=live.url), *confirmed))
        yield Badge("live", said["badge_live"], detail, live.observed_on, live.url)


def _seen(seen: RepositorySeen, language: str, said: SiteWords) -> Iterator[tuple[str, str, str, str]]:
    if seen.tests.assertions:
        count, files = seen.tests.assertions, seen.tests.files
        if seen.ci.test_steps:
            place = seen.ci.test_steps[0]
            detail = said["badge_tested_ci_detail"].format(n=count, files=files, path=place.path)
            yield "tested", said.counted("badge_tested_ci", count), detail, f"{place.path}#L{place.line}"
        else:
            detail = said["badge_tested_detail"].format(n=count, files=files)
            yield "tested", said.counted("badge_tested", count), detail, ""
    if seen.tests.checked_against_reference:
        places = seen.tests.checked_against_reference
        names = ", ".join(sorted({place.name for place in places}))
        detail = said["badge_reference_detail"].format(names=names)
        yield "reference", said["badge_reference"], detail, f"{places[0].path}#L{places[0].line}"
    if seen.history.tags:
        last = max(seen.history.tags, key=lambda tag: (tag.day, tag.name))
        label = said.counted("badge_released", len(seen.history.tags))
        yield "released", label, f"{last.name}, {day(last.day, language)}", ""
    if seen.deployments:
        first = seen.deployments[0]
        good = [
            said[f"badge_container_{word}"]
            for word, holds in (
                ("pinned", first.pinned),
                ("unprivileged", first.unprivileged),
                ("small", first.small),
                ("supervised", first.supervised),
            )
            if holds
        ]
        label = f"{first.kind[:1].upper()}{first.kind[1:]}"
        yield "container", label, f"{first.path}: {', '.join(good) or said['badge_container_present']}", first.path
    if len(seen.sql.constructs) >= 3:
        names = ", ".join(sorted({place.name for place in seen.sql.constructs}))
        detail = said["badge_sql_detail"].format(names=names)
        yield "sql", said.counted("badge_sql", seen.sql.lines), detail, seen.sql.constructs[0].path
    if seen.licence and seen.licence.spdx:
        detail = said["badge_licence_detail"].format(path=seen.licence.path)
        yield "licence", said["badge_licence"].format(name=seen.licence.spdx), detail, seen.licence.path


def _shown(detail: str, path: str, said: SiteWords) -> str:
    """The detail without a hash that stands for a path."""
    plain = path.partition("#")[0]
    return detail.replace(plain, said["private_file"]) if plain and is_redacted(plain) else detail


def source(project: ProjectFacts, path: str) -> str | None:
    """The page of the code host that shows `path` at the commit that was read; None where no client can open it."""
    home, seen = project.claim.code_url, project.repository
    if home is None or seen is None or is_redacted(path.partition("#")[0]) or _is_closed(home, project.hosted):
        return None
    home = home.rstrip("/")
    blob = "/-/blob/" if "gitlab" in home else "/blob/"
    return f"{home}{blob}{seen.commit}/{path}" if path else home


def _is_closed(address: str, hosted: HostedSeen | None) -> bool:
    """Whether the host says that the repository at `address` is private, and not another one that this mirrors."""
    return hosted is not None and hosted.private and plain(address).lower().endswith(f"/{hosted.name.lower()}")


def stats(facts: Facts) -> tuple[Stat, ...]:
    """The proof strip: figures that folio counted in what it read itself; none that is zero, and none that is said."""
    projects = [one for one in facts.counted_projects if not one.is_copy]
    tests = sum(one.repository.tests.assertions for one in projects if one.repository)
    releases = sum(len(one.repository.history.tags) for one in projects if one.repository)
    said, language = site_words(facts.profile.language), facts.profile.language
    counted = {
        "stat_projects": len(projects),
        "stat_tests": tests,
        "stat_articles": len(facts.counted_articles),
        "stat_releases": releases,
    }
    return tuple(
        Stat(number(count, language, grouped=True), said.counted(name, count))
        for name, count in counted.items()
        if count
    )
