"""How a brief is covered, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from folio.cli.terminal import bold, faint, wrapped
from folio.cli.text import clean

if TYPE_CHECKING:
    from folio.readiness.brief import Coverage, Term

TITLES: dict[Coverage, str] = {
    "shown": "Covered, with evidence",
    "vouched": "Covered, somebody vouches for it",
    "claimed": "Only claimed",
    "missing": "Not in your profile",
}
NEXT: dict[Coverage, str] = {
    "claimed": "Link what shows it under the skill's 'evidence', or expect to be asked.",
    "missing": "Nothing is invented for you: add what you can show, and say openly what you can't.",
}


def lines(terms: Sequence[Term], whose: str) -> Iterator[str]:
    """The terms by how they are covered."""
    if not terms:
        yield f"{whose}: no term that folio knows as a skill; write the brief as text, with its tools by name"
        return
    counts = [(sum(one.coverage == kind for one in terms), kind) for kind in TITLES]
    said = {"shown": "with evidence", "vouched": "vouched for", "claimed": "only claimed", "missing": "missing"}
    summary = ", ".join(f"{count} {said[kind]}" for count, kind in counts if count)
    yield bold(f"{whose}: {len(terms)} {'term' if len(terms) == 1 else 'terms'}; {summary}")
    longest = min(24, max(len(one.term) for one in terms))
    for kind, title in TITLES.items():
        found = [one for one in terms if one.coverage == kind]
        if not found:
            continue
        yield ""
        yield bold(title)
        if kind == "missing":
            yield "  " + wrapped(clean(", ".join(one.term for one in found)), 2)
        else:
            for one in found:
                yield f"  {clean(one.term):<{longest}}  " + wrapped(clean(one.by), longest + 4, 2)
        if kind in NEXT:
            yield "  " + faint(wrapped(NEXT[kind], 2))
