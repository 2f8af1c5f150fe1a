"""The candidates of all sources, each by an id of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from folio.cohort.candidate import Candidate
from folio.cohort.record import name_of
from folio.cohort.sources.folders import profiles
from folio.cohort.sources.lines import lines, object_of
from folio.cohort.sources.words import Source, understood
from folio.profile.load import FILE


def candidates(sources: Sequence[str]) -> Iterator[Candidate]:
    """Every profile that these words of a command line name, in one order, the same each time.

    Raises InputError at once for words that name no source, and at the end where two profiles have one id.
    """
    return _of(understood(sources))


def _of(sources: Sequence[Source]) -> Iterator[Candidate]:
    for source in sources:
        if source.kind == "folder":
            for below in profiles(source.path):
                place = source.path / below / FILE
                yield Candidate(source.path.name if below == "." else below, "folder", str(place))
        elif source.kind == "lines":
            for number, start, content in lines(source.path):
                record = object_of(content) if content else None
                name = (name_of(record) if record else None) or f"{source.path.name}:{number}"
                yield Candidate(name, "record", f"{source.path}:{number}", at=start)
