"""What another tool's document held and a profile has no place for: kept, never shown, and given back on export."""

from typing import Any

from folio.frozen import Frozen


class Kept(Frozen):
    """One place where the document that was imported differs from what folio would write.

    `was` is what stood there, `now` what folio wrote there on that day; one that is absent means that nothing stood
    there. Export puts `was` back as long as folio still writes `now`: what you have changed since goes before it.
    A value is a text, a list or a mapping of texts, or else `{json: "..."}`.
    """

    at: str
    """A JSON Pointer (RFC 6901), with the names that folio gives to entries in place of their numbers."""
    was: Any = None
    now: Any = None
    key: str | None = None
    """The key under which that stands there which folio writes here; `*` in `at` means each entry of a list."""
    order: tuple[Any, ...] | None = None
    """The entries of a list as they stood there: by name, or whole where folio has none."""
