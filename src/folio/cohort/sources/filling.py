"""The content of a record, read just before it is worked on: a plan holds only where it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from folio.cohort.candidate import Candidate
from folio.cohort.record import TOO_LONG
from folio.cohort.sources.lines import line_at


def filled(candidate: Candidate) -> Candidate:
    """The candidate with its content, where it is a record whose content was not read yet.

    Fast where it is called in the order of the plan. A file that can't be read any more leaves the content empty.
    """
    if candidate.kind != "record" or candidate.content or candidate.at < 0:
        return candidate
    file = Path(candidate.place.rpartition(":")[0])
    try:
        content = _content(file, candidate.at)
    except OSError:
        return candidate
    return replace(candidate, content=TOO_LONG if content is None else content)


def _content(file: Path, at: int) -> bytes | None:
    if file.suffix.lower() == ".parquet":
        from folio.cohort.sources.tabular import row_at

        return row_at(file, at)
    return line_at(file, at)
