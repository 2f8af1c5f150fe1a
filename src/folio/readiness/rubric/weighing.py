"""The catalogue as one platform weighs it."""

import hashlib
import json
from functools import cached_property

from folio.errors import FolioError
from folio.frozen import Frozen
from folio.readiness.arithmetic import FULL, deal
from folio.readiness.rubric.model import Catalogue, Entry, Part, Track
from folio.readiness.rubric.platform import Platform
from folio.schema import suggestion


class Rubric(Frozen):
    """The catalogue as one platform weighs it."""

    catalogue: Catalogue
    platform: Platform

    @cached_property
    def digest(self) -> str:
        """Changes when any number or word of the rubric changes."""
        content = json.dumps(self.model_dump(mode="json"), sort_keys=True, ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(content.encode()).hexdigest()

    @cached_property
    def checks(self) -> tuple[Entry, ...]:
        """The catalogue's checks as they are on this platform; one on its own fields only where it asks for some."""
        return tuple(self._here(one) for one in self.catalogue.checks if self.platform.fields or not one.of_platform)

    def entries(self, track: str) -> tuple[Entry, ...]:
        """The checks that apply to a role track; raises FolioError when there is no such track."""
        tracks = self.catalogue.tracks
        if track not in tracks:
            raise FolioError(f"there is no track '{track}'; {suggestion(track, list(tracks))}")
        role = tracks[track]
        return tuple(_worded(entry, role) for entry in self.checks if entry.id not in role.without)

    def weights(self, track: str) -> dict[str, int]:
        """Each check's weight, 1000 in all: the platform's category weights, dealt by base weight and emphasis."""
        entries = self.entries(track)
        weights = {entry.id: 0 for entry in entries}
        for category, whole in self.platform.categories.items():
            shares = {
                entry.id: entry.weight * self.platform.emphasis.get(entry.id, 1)
                for entry in entries
                if entry.category == category
            }
            weights |= deal(whole, shares)
        return weights

    def _here(self, entry: Entry) -> Entry:
        weight = self.platform.base_override.get(entry.id, entry.weight)
        parts = self._fields() if entry.of_platform else entry.parts
        if (weight, parts) == (entry.weight, entry.parts):
            return entry
        return entry.model_copy(update={"weight": weight, "parts": parts})

    def _fields(self) -> tuple[Part, ...]:
        worth = deal(FULL, dict.fromkeys(self.platform.fields, 1))
        asked = (self.catalogue.field(name) for name in worth)
        return tuple(
            Part(id=one.id, milli=worth[one.id], says=one.says, next=one.next, minutes=one.minutes) for one in asked
        )


def _worded(entry: Entry, role: Track) -> Entry:
    if (words := role.words.get(entry.id)) is None:
        return entry
    asked = [part for part in entry.parts if part.id not in words.without]
    worth = {part.id: part.milli for part in asked}
    if words.without:
        worth |= deal(FULL, {part.id: part.milli for part in asked if not part.instead_of})
    parts = tuple(
        part.model_copy(update={"milli": worth[part.id], "next": words.parts.get(part.id, part.next)}) for part in asked
    )
    said = {"title": words.title or entry.title, "next": words.next or entry.next, "parts": parts}
    return entry.model_copy(update=said)
