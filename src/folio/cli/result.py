"""What a score is printed as: text for a terminal, or one of the forms that other programs read."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from folio.cli.files import STDOUT, append, write
from folio.cli.terminal import say
from folio.cli.text import cleaned

if TYPE_CHECKING:
    from folio.pipeline import Appraisal
    from folio.readiness.history import Past
    from folio.readiness.report import Report

UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal could obey; a text for one has it in no other place than in its lines' ends."""
PAGES = {"html": ("index.html", "index.html"), "markdown": ("report.md", "scores.md")}
"""By format, the artifact for one platform and for several."""


def deliver(appraisal: Appraisal, form: str, out: Path | None, past: Sequence[Past] = ()) -> None:
    """Prints the result, or writes it to `out`. With `github`, the summary of the job is added to as well."""
    reports = appraisal.reports
    out = None if out == STDOUT else out
    if form == "text" and out is None:
        for line in text(reports):
            say(line)
        return
    result = printed(appraisal, form, past)
    if out is None:
        to_stdout(result)
    else:
        write(out, result.encode("utf-8", "replace"))
    if form == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        from folio.render import github

        append(Path(summary), github.summary(appraisal.reports, past=past).encode("utf-8", "replace"))


def text(reports: Sequence[Report]) -> list[str]:
    """The lines for a terminal."""
    # Neither form prints single checks, which hold most of a report's texts: they need no cleaning.
    clean = [cleaned(replace(one, checks=())) for one in reports]
    if len(clean) == 1:
        from folio.cli.one import lines

        return list(lines(clean[0]))
    from folio.cli.several import table

    return list(table(clean))


def printed(appraisal: Appraisal, form: str, past: Sequence[Past] = ()) -> str:
    """The result as one text."""
    reports = appraisal.reports
    if form == "text":
        return "".join(f"{click.unstyle(line)}\n" for line in text(reports))
    if form in ("json", "sarif"):
        return escaped(_json(reports) if form == "json" else _sarif(reports))
    if form == "github":
        from folio.render import github

        return UNSAFE.sub("\ufffd", github.annotations(*reports, past=past))
    return UNSAFE.sub("\ufffd", _page(appraisal, form, past))


def escaped(content: str) -> str:
    """JSON with the characters that a terminal could obey written as JSON's escapes; it means the same."""
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", content)


def _json(reports: Sequence[Report]) -> str:
    if len(reports) == 1:
        return reports[0].to_json()
    from folio.render.overview import scores

    return scores(reports)


def _sarif(reports: Sequence[Report]) -> str:
    from folio.render.sarif import sarif

    if len(reports) == 1:
        return sarif(reports[0])
    logs = [json.loads(sarif(one)) for one in reports]
    together = logs[0] | {"runs": [run for log in logs for run in log["runs"]]}
    return json.dumps(together, sort_keys=True, ensure_ascii=False, indent=2) + "\n"


def _page(appraisal: Appraisal, form: str, past: Sequence[Past]) -> str:
    overrides = appraisal.templates
    one, several = PAGES[form]
    if len(appraisal.reports) == 1:
        from folio.render.report import render_report

        artifacts, wanted = render_report(appraisal.reports[0], past=past, overrides=overrides), one
    else:
        from folio.render.overview import render_overview

        artifacts, wanted = render_overview(appraisal.reports, overrides=overrides), several
    return next(each.content for each in artifacts if each.path == wanted).decode()


def to_stdout(result: str) -> None:
    """Prints a form for other programs: it is UTF-8, whatever the terminal is."""
    sys.stdout.flush()
    click.echo(result.encode("utf-8", "replace"), nl=False)
