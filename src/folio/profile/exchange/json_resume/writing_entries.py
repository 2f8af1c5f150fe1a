"""The sections of a profile that are lists in JSON Resume too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from folio.profile.exchange import languages
from folio.profile.exchange.json_resume.own import NATIVE, OWN, day, said, sentence
from folio.profile.exchange.json_resume.told import bullets
from folio.profile.exchange.matching import NAME
from folio.profile.exchange.slugs import slug
from folio.profile.person import Education, Language, Skill
from folio.profile.record import Article, Highlight, Outcome, Reference, Work

if TYPE_CHECKING:
    from folio.profile.exchange.given import Json

LINK = re.compile(r"<(https?://[^<>\s]+)>")
NO_GROUP = "Skills"
"""The group of a skill that is in none."""


def work(one: Work) -> Json:
    """A position; what came of it with a number is the end of its highlights."""
    return {
        NAME: one.id,
        **said(
            name=one.organisation,
            position=one.role,
            location=one.location,
            url=one.url,
            startDate=str(one.start),
            endDate=day(one.end),
            summary=one.summary,
            highlights=[*(each.text for each in one.highlights), *map(sentence, one.outcomes)],
            keywords=list(one.skills),
            own=said(outcomes=outcomes(one.outcomes), priorities=priorities(one.highlights)),
        ),
    }


def priorities(highlights: Iterable[Highlight]) -> list[int] | None:
    """One for each highlight, where any has one."""
    found = [one.priority for one in highlights]
    return found if any(found) else None


def outcomes(entries: Iterable[Outcome]) -> list[Json]:
    """As they are in a profile."""
    return [one.model_dump(exclude_none=True) for one in entries]


def is_certificate(one: Education) -> bool:
    """Whether it is a course that ended on a day, as certificates do, and says at most where that can be seen."""
    plain = one.summary is None or LINK.fullmatch(one.summary)
    return one.kind == "course" and one.start is None and plain is not None


def certificate(one: Education) -> Json:
    """A course as what it ended with; the schema has no certificate of a month or a year."""
    link = LINK.fullmatch(one.summary or "")
    end, is_day = day(one.end), one.end is not None and one.end.day is not None
    return said(
        name=one.title,
        issuer=one.institution,
        date=end if is_day else None,
        url=link[1] if link else None,
        own=said(end=None if is_day else end),
    )


def education(one: Education) -> Json:
    """A degree, "MSc, Physics" as the kind of studies and their area."""
    kind, _, area = one.title.partition(", ")
    courses = bullets(one.summary)
    return said(
        institution=one.institution,
        studyType=kind if area else one.title,
        area=area,
        startDate=day(one.start),
        endDate=day(one.end),
        courses=courses,
        own=said(kind=one.kind if one.kind != "degree" else None, summary=None if courses else one.summary),
    )


def skills(every: Iterable[Skill]) -> Iterator[Json]:
    """Groups with their skills as keywords; those in no group one by one."""
    groups: dict[tuple[str, str], list[str]] = {}
    for one in every:
        key = (one.group, one.name) if one.group == NO_GROUP else (one.group, "")
        groups.setdefault(key, []).append(one.name)
    for (group, alone), names in groups.items():
        yield {"name": alone} if alone else {"name": group, "keywords": names}


def language(one: Language) -> Json:
    """A language with its level, in the person's words where there are any."""
    words = one.fluency or (NATIVE if one.level == "native" else one.how_well)
    told = languages.level(words) == one.level
    return {"language": one.name, "fluency": words} | {OWN: said(code=one.code, level=None if told else one.level)}


def article(one: Article) -> Json:
    """Something written, wherever it is."""
    title = one.title or one.id
    return {
        NAME: one.id,
        **said(
            name=title,
            publisher=one.publication,
            releaseDate=day(one.date),
            url=one.url,
            summary=one.summary,
            own=said(id=one.id if one.id != slug(title, "article") else None),
        ),
    }


def reference(one: Reference) -> Json:
    """What somebody says, with who that is."""
    own = {"id": one.id, "role": one.role, "organisation": one.organisation, "date": str(one.date)}
    return {NAME: one.id, "name": one.name, "reference": one.text, OWN: own}
