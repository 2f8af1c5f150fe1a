"""The results that later steps of a workflow use, in the form that GitHub reads from a file."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from folio.ci.run import Result


def outputs(result: Result) -> dict[str, str]:
    """`score`, `level`, `site` and `pdfs`; empty is what the run may not tell."""
    return {
        "score": "" if result.score is None else str(result.score),
        "level": result.level,
        "site": str(result.site),
        "pdfs": "\n".join(map(str, result.pdfs)),
    }


def as_lines(values: Mapping[str, str]) -> str:
    """The lines for GITHUB_OUTPUT. No value can end itself or begin another one: its mark is made of its own text."""
    return "".join(f"{name}<<{_mark(value)}\n{value}\n{_mark(value)}\n" for name, value in values.items())


def _mark(value: str) -> str:
    return f"end-{hashlib.sha256(value.encode('utf-8', 'surrogateescape')).hexdigest()[:24]}"
