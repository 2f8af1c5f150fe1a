"""A rubric of the person's own: a platform file in whole, or changes to one that ships (docs/how-to/rubric.md).

Mappings are merged by key, lists replace the list they stand for, and what is changed has to hold as the rest does.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from pydantic import ValidationError

from folio.document import Document
from folio.errors import InputError, Problem
from folio.frozen import Frozen
from folio.readiness.rubric.faults import Fault, nearest
from folio.readiness.rubric.forms import CheckChange, Own, PartChange, Whole
from folio.readiness.rubric.model import Catalogue, Entry, Part, Track
from folio.readiness.rubric.platform import Platform
from folio.readiness.rubric.sound_catalogue import in_catalogue
from folio.readiness.rubric.soundness import faults, in_platform
from folio.readiness.rubric.weighing import Rubric
from folio.schema import suggestion, validate

BLANK = Platform(id="blank", title="blank", as_of="-", basis="-", categories={})
RESERVED = "all"
"""Stands for every platform on the command line."""


def own_rubric(
    document: Document, catalogue: Catalogue, shipped: Collection[str], load: Callable[[str], Platform]
) -> Rubric:
    """The rubric in a document; `load` gives the platform it extends. Raises InputError with every problem in it."""
    own, problems = _read(document)
    known = own.extends in shipped
    base = load(own.extends) if own.extends and known else BLANK
    found = list(_in_names(own, catalogue, shipped))
    rubric = Rubric(catalogue=_catalogue(catalogue, own), platform=_platform(base, own, catalogue))
    if problems or (own.extends and not known):  # what falls to which check cannot be told yet
        found += [*in_catalogue(rubric.catalogue), *in_platform(rubric.platform, rubric.catalogue)]
        found = [fault for fault in found if fault.path[:1] in document.values and not _reported(fault, problems)]
    else:
        found += faults(rubric)
    problems += [document.problem(fault.path, fault.what, fault.todo, key=fault.key) for fault in found]
    if problems:
        raise InputError(problems)
    return rubric


def _read(document: Document) -> tuple[Own, list[Problem]]:
    """What of the file has the right form, and what is wrong with the form of the rest."""
    data = document.data
    extends = isinstance(data, dict) and data.get("extends") is not None
    try:
        return validate(Own if extends else Whole, document), []
    except InputError as error:
        if not isinstance(data, dict):
            raise
        problems = list(error.problems)
    whole = {problem.field for problem in problems}  # a field nobody knows, or not of its kind
    fine: dict[str, object] = {}
    for name, section in data.items():
        if isinstance(section, dict) and name not in whole:
            fine[name] = {key: value for key, value in section.items() if not _wrong((name, key), problems)}
        elif not _wrong((name,), problems):
            fine[name] = section
    try:
        return Own.model_validate(fine), problems
    except ValidationError:  # a name with dots or brackets in it can hide what is wrong from the search above
        raise InputError(problems) from None


def _wrong(path: tuple[str, ...], problems: Iterable[Problem]) -> bool:
    """Whether a problem is about what stands at `path`, or about something in it or around it."""
    name = ".".join(path)
    fields = {problem.field for problem in problems}
    return any(
        field == name or field.startswith((f"{name}.", f"{name}[")) or name.startswith(f"{field}.") for field in fields
    )


def _reported(fault: Fault, problems: Iterable[Problem]) -> bool:
    """Whether what the fault is about was left out for its form; of a mapping that is a key, else all of the list."""
    section, *rest = fault.path
    named = (str(section), *(one for one in rest[:1] if isinstance(one, str)))
    return _wrong(named, problems)


# ------------------------------------------------------------------ the catalogue


def _catalogue(catalogue: Catalogue, own: Own) -> Catalogue:
    tracks = dict(catalogue.tracks)
    for name, change in own.tracks.items():
        before = tracks.get(name, Track(title=name.replace("-", " ")))
        tracks[name] = before.model_copy(update=_said(change))
    tracks = {name: _unworded(track, own) for name, track in tracks.items()}
    return catalogue.model_copy(
        update={
            "checks": tuple(_entry(entry, own.checks.get(entry.id)) for entry in catalogue.checks),
            "tracks": tracks,
            "levels": tuple(
                rung.model_copy(update=_said(own.levels[rung.id])) if rung.id in own.levels else rung
                for rung in catalogue.levels
            ),
        }
    )


def _unworded(track: Track, own: Own) -> Track:
    """A role whose words give way to those that the person chose for a check."""
    kept = {check: words for check, words in track.words.items() if check not in own.checks}
    return track if kept == track.words else track.model_copy(update={"words": kept})


def _entry(entry: Entry, change: CheckChange | None) -> Entry:
    if change is None:
        return entry
    parts = tuple(_part(part, change.parts.get(part.id)) for part in entry.parts)
    return entry.model_copy(update={**_said(change), "parts": parts})


def _part(part: Part, change: PartChange | None) -> Part:
    return part if change is None else part.model_copy(update=_said(change))


def _said(change: Frozen) -> dict[str, object]:
    """The fields of a change that say something."""
    return {name: value for name, value in change if value is not None}


# ------------------------------------------------------------------ the platform

MERGED = ("categories", "emphasis", "base_override", "floors", "subjects")
REPLACED = ("as_of", "gates", "fields", "not_observable", "uncertain", "afterwards", "sources")


def _platform(base: Platform, own: Own, catalogue: Catalogue) -> Platform:
    said = _said(own)
    update: dict[str, object] = {name: said[name] for name in REPLACED if name in said}
    update |= {name: {**getattr(base, name), **(getattr(own, name) or {})} for name in MERGED}
    update["id"] = own.id or f"my-{base.id}"
    update["title"] = own.title or f"{base.title}, by a rubric of my own"
    update["basis"] = own.basis or base.basis
    if own.extends:
        update["basis"] = f"your own rubric, on {base.title}'s of {catalogue.id} {catalogue.version}; {update['basis']}"
    else:
        update["basis"] = f"your own rubric; {update['basis']}"
    platform = base.model_copy(update=update)
    return platform.model_copy(update={"subjects": {**_own_fields_only(platform, catalogue), **platform.subjects}})


def _own_fields_only(platform: Platform, catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """What is done on another platform fills in no field of this one."""
    asked = [entry.id for entry in catalogue.checks if entry.of_platform and platform.fields]
    return dict.fromkeys(asked, ("profile", f"platform:{platform.id}"))


# ------------------------------------------------------------------ names


def _in_names(own: Own, catalogue: Catalogue, shipped: Collection[str]) -> Iterator[Fault]:
    if own.extends is not None and own.extends not in shipped:
        yield Fault(("extends",), f"there is no platform '{own.extends}'", suggestion(own.extends, sorted(shipped)))
    if own.id is not None and (own.id in shipped or own.id == RESERVED):
        yield Fault(("id",), f"'{own.id}' is folio's own name", f"call it 'my-{own.id}', for instance")
    checks = {entry.id: entry for entry in catalogue.checks}
    for name, change in own.checks.items():
        if name not in checks:
            yield Fault(("checks", name), f"there is no check '{name}'", nearest(name, list(checks)), key=True)
            continue
        yield from _in_parts(name, checks[name], change)
    levels = [rung.id for rung in catalogue.levels]
    for name in own.levels:
        if name not in levels:
            yield Fault(("levels", name), f"there is no level '{name}'", suggestion(name, levels), key=True)


def _in_parts(name: str, entry: Entry, change: CheckChange) -> Iterator[Fault]:
    known = [part.id for part in entry.parts]
    for part in change.parts:
        if part not in known:
            todo = suggestion(part, known) if known else "leave 'parts' out"
            if entry.of_platform:
                todo = "say under 'fields' what the platform asks for"
            yield Fault(("checks", name, "parts", part), f"the check has no part '{part}'", todo, key=True)
