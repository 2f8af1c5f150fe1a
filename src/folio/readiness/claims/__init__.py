"""Everything the profile says of the person's work, and what supports it, or that nothing does.

Claims change no figure. They are there for the person, who is asked about them sooner or later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from folio.facts import Facts
from folio.profile.discretion import discreet
from folio.profile.fields import LONGEST_LINE, as_line
from folio.readiness.claims.backing import Backing
from folio.readiness.claims.numbers import numbers
from folio.readiness.claims.skills import skills
from folio.readiness.claims.statements import statements
from folio.readiness.report import LEVELS, ClaimSeen

Kind = Literal["skill", "number", "project"]
Found = Iterator[tuple[str, str, Backing]]


def claims(facts: Facts) -> tuple[ClaimSeen, ...]:
    """Every skill, number and statement: unsupported ones first, then claimed ones, then those that are supported.

    Within these they stand by kind and in the profile's order. Names under NDA are replaced.
    """
    kinds: tuple[tuple[Kind, Found], ...] = (
        ("skill", skills(facts)),
        ("number", numbers(facts)),
        ("project", statements(facts)),
    )
    found = [(kind, *one) for kind, claimed in kinds for one in claimed]
    clean = _cleaning(facts, [text for _, _, says, backing in found for text in (says, *backing.by, backing.todo)])
    seen = (
        ClaimSeen(
            kind=kind,
            where=where,
            says=clean(says),
            support=LEVELS[backing.level - 1] if backing.level else None,
            by=tuple(map(clean, backing.by)),
            todo=clean(backing.todo),
        )
        for kind, where, says, backing in found
    )
    return tuple(sorted(seen, key=_weakness))


def _cleaning(facts: Facts, texts: Sequence[str]) -> Callable[[str], str]:
    """What takes names under NDA and control characters out of each text; all are looked through in one go first."""
    hidden = discreet(facts.profile)
    whole = "\n".join(dict.fromkeys(texts))
    if hidden(whole) == whole:
        return lambda text: text if text.isprintable() and len(text) < LONGEST_LINE else as_line(text)
    return lambda text: as_line(hidden(text))


def _weakness(claim: ClaimSeen) -> int:
    return 0 if claim.support is None else 1 if claim.support == "claimed" else 2
