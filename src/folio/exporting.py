"""A profile as a document of another format, with what an import kept for it put back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from folio.document import dump_typed
from folio.profile.discretion import discreet
from folio.profile.exchange.formats import Format
from folio.profile.exchange.marked import each_text
from folio.profile.exchange.put_back import Homeless, put_back
from folio.profile.exchange.taken import Left
from folio.profile.model import Profile

OWN = "/folio"
"""Where an import keeps what is for folio's writers and in no document, such as RenderCV's order of sections."""


@dataclass(frozen=True, slots=True)
class Exported:
    """The text of a document, and what of the profile it does not hold."""

    text: str
    left: tuple[Left, ...]
    gone: tuple[Left, ...] = ()
    """What was kept of an import for entries that are no more, by entry."""


def export(profile: Profile, format: Format) -> Exported:
    """Everything that the format has a place for, contact data that documents hide included: it is for yourself.

    Clients under NDA have the name that may be shown, in what was kept of a document too.
    """
    written = format.write(profile)
    others = tuple(
        Left(f"extra.{name}", "is kept for a document of that format", len(kept))
        for name, kept in profile.extra.items()
        if name != format.name
    )
    left = (*written.left, *others)
    if isinstance(written.document, str):
        return Exported(written.document, left)
    whole, homeless = put_back(written.document, profile.extra.get(format.name, ()))
    hidden = discreet(profile)
    clean = each_text(whole, hidden)
    is_json = format.file.endswith(".json")
    text = json.dumps(clean, ensure_ascii=False, indent=2) + "\n" if is_json else dump_typed(clean)
    return Exported(text, left, _gone(homeless, hidden))


def _gone(homeless: Iterable[Homeless], hidden: Callable[[str], str]) -> tuple[Left, ...]:
    fields: dict[str, list[str]] = {}
    for one in homeless:
        if one.above != OWN:
            fields.setdefault(hidden(one.above), []).append(hidden(one.field))
    return tuple(
        Left(above, f"is no more; kept of it was {', '.join(names)}", names) for above, names in fields.items()
    )
