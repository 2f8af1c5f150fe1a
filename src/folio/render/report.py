"""The readiness report as files for the person: JSON, Markdown, and a page that needs nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from markupsafe import Markup

from folio.readiness.report import Report
from folio.render.artifact import Artifact
from folio.render.report_view import view
from folio.render.templates import render

GAP = re.compile(r"\n{3,}")
SPECIAL = re.compile(r"([\\`*_\[\]<>|])")


def render_report(report: Report, *, overrides: Path | None = None) -> tuple[Artifact, ...]:
    """`report.json`, `report.md` and `index.html`. All three say the same; the report holds all that they need."""
    page = asdict(view(report))
    return (
        Artifact.of("index.html", render("report/report.html.j2", page, overrides=overrides)),
        Artifact.of("report.json", report.to_json()),
        Artifact.of(
            "report.md", GAP.sub("\n\n", render("report/report.md.j2", _as_markdown(page), overrides=overrides))
        ),
    )


def _as_markdown(values: Mapping[str, object]) -> dict[str, object]:
    return {name: _escaped(value) for name, value in values.items()}


def _escaped(value: object) -> object:
    """A value whose texts mean themselves in Markdown: escaped for it, and marked so that HTML's escapes stay out."""
    if isinstance(value, str):
        return Markup(SPECIAL.sub(r"\\\1", value))
    if isinstance(value, dict):
        return _as_markdown(value)
    if isinstance(value, list | tuple):
        return [_escaped(one) for one in value]
    return value
