"""Sections of the person's own, filled entry by entry, in the order in which they are first spoken of."""

from __future__ import annotations

from typing import Any

from folio.profile.exchange.given import Given, Json, present


class Sections:
    """What becomes `more` of a profile: by the title of the section, its entries."""

    def __init__(self) -> None:
        self._entries: dict[str, list[Json]] = {}

    def add(self, section: str, title: str | None, **said: Any) -> bool:
        """An entry with what is said of it; whose it was stands for a title. False where neither is known."""
        organisation = said.pop("organisation", None)
        title, organisation = (title, organisation) if title else (organisation, None)
        if title:
            self._entries.setdefault(section, []).append(present(title=title, organisation=organisation, **said))
        return bool(title)

    def add_or_refuse(self, given: Given, section: str, title: str | None, **said: Any) -> None:
        """The same; an entry that nothing names is left whole."""
        if not self.add(section, title, **said):
            given.leave_whole("has no title")

    def data(self) -> list[Json]:
        """As a profile holds them."""
        return [{"title": title, "entries": entries} for title, entries in self._entries.items()]
