"""A profile from another tool's document: opened, read, made sound, compared with what it was, and written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from folio.document import dump, parse
from folio.durable.whole import create_whole, mode_of
from folio.errors import FolioError, InputError, Position
from folio.importing.files import open_document
from folio.importing.opened import Opened
from folio.importing.profile_text import profile_text
from folio.importing.sound import sound
from folio.importing.track import with_track
from folio.profile.exchange.changes import differences, pointer
from folio.profile.exchange.formats import FORMATS, Format, by_name, told
from folio.profile.exchange.kept_values import as_kept
from folio.profile.exchange.taken import Taken
from folio.profile.load import FILE, each_of
from folio.profile.placeholders import HEADLINE, NAME, SUMMARY

OURS = frozenset({"$schema", "x-folio", "folio", "meta"})
"""What folio adds of its own to a document."""
EXAMPLES = {"name": NAME, "headline": HEADLINE, "summary": SUMMARY}
NOT_SAID = ("extra", "privacy")
READ = tuple(one for one in FORMATS if one.reads)


@dataclass(frozen=True, slots=True)
class Imported:
    """The profile that was written, and what it holds."""

    path: Path
    format: Format
    taken: Taken
    places: tuple[Position, ...]
    """Where in the document each of `taken.left` is."""


def import_profile(file: Path, folder: Path, format: str | None = None) -> Imported:
    """Writes FOLDER/profile.yaml from a document of another tool, told by what is in it where no `format` is named.

    What a profile has no place for is kept under `extra`. Raises FolioError rather than overwrite a profile or write
    half of one, and InputError with places for a document that is broken.
    """
    document = open_document(file)
    kind = _format(document, file, format)
    taken = sound(with_track(kind.read(document.data)), folder)
    places = tuple(document.where(left.path) for left in taken.left)
    taken = replace(taken, data={**taken.data, **_extra(kind, taken, document)})
    path = _write(profile_text(taken, file.name, kind), folder, file)
    return Imported(path, kind, taken, places)


def _format(document: Opened, file: Path, name: str | None) -> Format:
    """The format that is named, if the document is of no other one; else the one that it is of."""
    found = told(document.data)
    if name is None and found is None:
        names = ", ".join(one.title for one in READ)
        what = f"a document of no format that folio knows; it reads {names}, and its own PDFs"
        raise FolioError(f"{file}: {what}. If it is one of these, name it with --from")
    kind = by_name(name) if name else found
    assert kind is not None
    if found and found != kind and not kind.is_one(document.data):
        raise FolioError(f"{file}: is {found.title}, not {kind.title}; leave --from out")
    return kind


def said(taken: Taken) -> dict[str, Any]:
    """The sections that come from the document: no examples, and not what was kept or concluded."""
    return {
        name: value
        for name, value in taken.data.items()
        if value and name not in NOT_SAID and value != EXAMPLES.get(name)
    }


def _extra(kind: Format, taken: Taken, document: Opened) -> dict[str, Any]:
    """What only the other tool understands, for the way back."""
    if kind.writes:
        profile = next(iter(each_of(parse(dump(taken.data).encode(), name=FILE)).values()))
        made = kind.write(profile).document
        assert isinstance(made, dict)
        kept = [*taken.data.get("extra", {}).get(kind.name, ()), *differences(made, document.data, OURS)]
    else:
        kept = [{"at": pointer(one.path), "was": as_kept(one.value)} for one in taken.left]
    return {"extra": {kind.name: kept}} if kept else {}


def _write(text: str, folder: Path, file: Path) -> Path:
    content = text.encode()
    try:
        parse(content, name=FILE)
    except InputError:  # too long, or too much
        raise FolioError(f"{file}: holds more than a profile can; shorten it") from None
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        create_whole(path, content, mode=mode_of(path), lasting=True)  # and not through a link either
    except FileExistsError:
        raise FolioError(f"{path}: there already; nothing was written. Choose another folder") from None
    except OSError as error:
        why = (error.strerror or "not writable").lower()
        raise FolioError(f"{folder} can't be written: {why}; choose another folder") from None
    return path
