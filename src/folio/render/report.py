"""The readiness report as files for the person: a page that needs nothing else, JSON, and Markdown."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from markupsafe import Markup

from folio.readiness.history import Past
from folio.readiness.report import Report
from folio.render.artifact import Artifact
from folio.render.markdown_text import code, in_markdown
from folio.render.plain import plainly
from folio.render.report_view.page import view
from folio.render.templates import render

GAP = re.compile(r"\n{3,}")


def render_report(report: Report, *, past: Sequence[Past] = (), overrides: Path | None = None) -> tuple[Artifact, ...]:
    """`index.html`, `report.json` and `report.md`. All three say the same; the report holds all that they need.

    `past` is the history, of this platform and others; the course is drawn once it has a second day.
    """
    page = plainly(asdict(view(report, past)))
    return (
        Artifact.of("index.html", as_page("report/report.html.j2", page, overrides=overrides)),
        Artifact.of("report.json", report.to_json()),
        Artifact.of("report.md", as_markdown("report/report.md.j2", page, overrides=overrides)),
    )


def as_page(
    template: str, values: Mapping[str, Any], *, style_sheet: str = "report/report.css", overrides: Path | None = None
) -> str:
    """A page that loads nothing and runs nothing: its policy lets a browser apply its own style sheet alone."""
    style = render(style_sheet, {}, overrides=overrides)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return render(template, {**values, "style": Markup(style), "digest": digest}, overrides=overrides)


def as_markdown(template: str, values: Mapping[str, Any], *, overrides: Path | None = None) -> str:
    """The same as Markdown, in which no text of the person's is markup."""
    text = render(template, in_markdown(_with_code(values)), overrides=overrides)
    return GAP.sub("\n\n", text)


def _with_code(value: Any) -> Any:
    """A value whose places in files are marked as code."""
    if isinstance(value, Mapping):
        return {name: _with_code(one) if name != "places" else list(map(code, one)) for name, one in value.items()}
    return [_with_code(one) for one in value] if isinstance(value, list) else value
