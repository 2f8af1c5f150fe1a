"""Repairing a profile's text: what can be is, and the rest is left for the person.

A repair stays only where the text can still be read and has no more errors than before, so that none makes anything
worse. Repairs go on until there is nothing left to repair: a second run finds nothing.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from folio.document import MAX_BYTES, Document, parse
from folio.errors import FolioError, InputError, Problem
from folio.mending.broken import Broken, Source, source
from folio.mending.edit import Edit, apart, applied
from folio.mending.places import PLACES
from folio.mending.unreadable import readable
from folio.mending.values import VALUES

ROUNDS = 10
"""So often a repair may open the view on another one."""

Find = Callable[[Document], Sequence[Problem]]


@dataclass(frozen=True, slots=True)
class Mended:
    """What became of a text."""

    content: bytes
    edits: tuple[Edit, ...]


def edits_for(problem: Problem, within: Source) -> list[Edit]:
    """What repairs one problem; nothing where that takes a person."""
    broken, rule = Broken(within, problem), problem.rule
    if rule in PLACES and (found := list(PLACES[rule](broken))):
        return found
    if rule in VALUES and broken.path is not None:
        new = VALUES[rule](broken)
        if new is not None and new != broken.value and within.scalars[broken.spot][2] not in ("|", ">"):
            return [broken.instead(broken.spot, new)]
    return []


def fixable(problems: Iterable[Problem], document: Document, file: Path) -> frozenset[Problem]:
    """The problems in a profile's file that a repair is known for."""
    within = source(document, _text(read_bytes(file)))
    return frozenset(one for one in problems if one.position.file == document.name and edits_for(one, within))


def made_readable(file: Path) -> bool:
    """Whether a repair is known for a file that YAML can't read."""
    try:
        return bool(readable(_text(read_bytes(file)), str(file)))
    except (FolioError, UnicodeDecodeError):
        return False


def read_bytes(file: Path) -> bytes:
    """The content of a profile's file; FolioError where it can't be read, or is larger than any profile may be."""
    try:
        with file.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        what = (error.strerror or "can't be read").lower()
        raise FolioError(f"{file}: {what}; check the path and its permissions") from None
    if len(content) > MAX_BYTES:
        raise FolioError(f"{file}: over {MAX_BYTES:,} bytes; split it or shorten it")
    return content


def mended(content: bytes, name: str, find: Find, errors: Find) -> Mended:
    """The content of a profile with all that can be repaired.

    `find` tells every problem of a document, `errors` those that stop it; the second is asked more often.
    """
    try:
        text = _text(content)
    except UnicodeDecodeError:
        return Mended(content, ())
    made: list[Edit] = []
    try:
        document = parse(text.encode(), name=name)
    except InputError:
        made = readable(text, name)
        if not made:
            return Mended(content, ())
        text = applied(text, made)
        document = parse(text.encode(), name=name)
    for _ in range(ROUNDS):
        within = source(document, text)
        repairs = [one for problem in find(document) if (one := edits_for(problem, within))]
        kept = _harmless(text, [one for one in repairs if one == apart(one)], document, errors)
        if not kept:
            break
        made += kept
        text = applied(text, kept)
        document = parse(text.encode(), name=name)
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    return Mended(mark + text.encode() if made else content, tuple(made))


def _harmless(text: str, repairs: list[list[Edit]], document: Document, errors: Find) -> list[Edit]:
    """The repairs that leave no more errors than before, found by halving what does not go together."""
    kept: list[Edit] = []
    fewest = len(errors(document))

    def keep(some: list[list[Edit]]) -> None:
        nonlocal kept, fewest
        every = [one for repair in some for one in repair]
        wanted = sorted({*kept, *every})
        if not every or set(every) <= set(kept):
            return
        if wanted == apart(wanted):
            try:
                left = len(errors(parse(applied(text, wanted).encode(), name=document.name)))
            except InputError:
                left = fewest + 1
            if left <= fewest:
                kept, fewest = wanted, left
                return
        if len(some) > 1:
            keep(some[: len(some) // 2])
            keep(some[len(some) // 2 :])

    keep(repairs)
    return kept


def _text(content: bytes) -> str:
    return content.decode("utf-8-sig")
