"""The profile as one target sees it: chosen among what is there, in the order asked for, and nothing invented.

A tailored profile is a profile like any other, so that everything after it knows nothing of targets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from folio.errors import FolioError
from folio.profile.model import Profile
from folio.profile.more import MoreEntry, MoreSection
from folio.profile.record import Highlight, Project, Work
from folio.profile.target import Target

Entry = TypeVar("Entry")
Told = TypeVar("Told", Work, MoreEntry)
VARIABLE = re.compile(r"\{\{\s*([a-z][a-z0-9_]{0,40})\s*\}\}")
SECTIONS = {
    "work": "work",
    "contract": "contracts",
    "project": "projects",
    "article": "articles",
    "talk": "talks",
    "service": "services",
}


def tailored(profile: Profile, target: Target | None = None) -> Profile:
    """The profile for `target`, or with its variables filled in alone where there is none.

    Entries with tags stay where they share one with the target's; entries without any always stay; `hide` takes out and
    `pin` puts first, whatever the tags say. Pinned projects count as featured.
    """
    variables = {**profile.variables, **(target.variables if target else {})}
    if target is None and not variables:
        return profile
    fill = _filler(variables)
    update: dict[str, Any] = {
        "headline": fill((target.headline if target else None) or profile.headline),
        "summary": fill((target.summary if target else None) or profile.summary),
        "work": _each(profile.work, lambda one: _filled(one, fill, target)),
        "more": _each(profile.more, lambda one: _own(one, fill, target)),
        "variables": {},
    }
    if target is not None:
        update |= {"resume": target.look.over(profile.resume), "projects": _each(profile.projects, _featured(target))}
        chosen = {
            section: _chosen(update.get(section, getattr(profile, section)), target, _named(kind))
            for kind, section in SECTIONS.items()
        }
        chosen["skills"] = _chosen(profile.skills, target, lambda skill: f"skill:{skill.name.casefold()}")
        chosen["education"] = _chosen(profile.education, target, lambda one: "")
        update |= chosen
        letter = target.letter
        if letter is not None:
            filled = {
                name: fill(text)
                for name in ("subject", "greeting", "body", "closing")
                if (text := getattr(letter, name))
            }
            filled_target = target.model_copy(update={"letter": letter.model_copy(update=filled)})
            update["targets"] = tuple(filled_target if one.id == target.id else one for one in profile.targets or ())
    return profile.model_copy(update=update)


def the_target(profile: Profile, identifier: str) -> Target:
    """The target with this id; FolioError names those there are."""
    if found := profile.target(identifier):
        return found
    known = [one.id for one in profile.targets or ()]
    todo = f"known here: {', '.join(known)}" if known else "add it under 'targets'"
    raise FolioError(f"there is no target '{identifier}' in the profile; {todo}")


def _filler(variables: Mapping[str, str]) -> Callable[[str], str]:
    """Puts what is declared in its places; `{{what}}` that nobody declared stays as it is written."""

    def fill(text: str) -> str:
        return VARIABLE.sub(lambda found: variables.get(found[1], found[0]), text) if variables else text

    return fill


def _each(entries: tuple[Entry, ...] | None, change: Callable[[Entry], Entry]) -> tuple[Entry, ...] | None:
    return None if entries is None else tuple(map(change, entries))


def _own(section: MoreSection, fill: Callable[[str], str], target: Target | None) -> MoreSection:
    """A section of the person's own with the entries that the target wants."""
    wanted = (one for one in section.entries if _wanted(one.tags, target))
    return section.model_copy(update={"entries": tuple(_filled(one, fill, target) for one in wanted)})


def _filled(entry: Told, fill: Callable[[str], str], target: Target | None) -> Told:
    highlights = tuple(
        Highlight(text=fill(one.text), tags=one.tags, priority=one.priority)
        for one in entry.highlights
        if _wanted(one.tags, target)
    )
    summary = fill(entry.summary) if entry.summary else None
    return entry.model_copy(update={"highlights": highlights, "summary": summary})


def _featured(target: Target) -> Callable[[Project], Project]:
    """Pinned projects are the ones to show."""
    pinned = {one for one in target.pin if one.startswith("project:")}

    def change(project: Project) -> Project:
        return project.model_copy(update={"featured": True}) if f"project:{project.id}" in pinned else project

    return change


def _named(kind: str) -> Callable[[Any], str]:
    return lambda one: f"{kind}:{one.id}"


def _wanted(tags: Iterable[str], target: Target | None) -> bool:
    own = set(tags)
    return target is None or target.tags is None or not own or bool(own & set(target.tags))


def _chosen(entries: tuple[Any, ...] | None, target: Target, name: Callable[[Any], str]) -> tuple[Any, ...] | None:
    """What stays, the pinned ones first; None stays None, for nothing was said."""
    if entries is None:
        return None
    pin = [_plain(one) for one in target.pin]
    hide = {_plain(one) for one in target.hide}
    stay = [one for one in entries if name(one) not in hide and (name(one) in pin or _wanted(one_tags(one), target))]
    return tuple(sorted(stay, key=lambda one: pin.index(name(one)) if name(one) in pin else len(pin)))


def _plain(choice: str) -> str:
    kind, _, name = choice.partition(":")
    return f"{kind}:{name.casefold()}"


def one_tags(entry: Any) -> tuple[str, ...]:
    """The tags of an entry; none where its kind has none."""
    tags: tuple[str, ...] = getattr(entry, "tags", ())
    return tags
