"""What stands beside the figures: what is not counted, what the person says of it, claims without support."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from folio.cli.terminal import bold, faint, wrapped
from folio.readiness.check import plural

if TYPE_CHECKING:
    from folio.readiness.report import Report

EXCLUSIONS, CLAIMS = 6, 3
MORE = "see --format markdown"


def not_counted(report: Report) -> Iterator[str]:
    if not report.exclusions:
        return
    yield ""
    yield bold("Seen and not counted")
    whole = report.whole_exclusions
    for one in whole[:EXCLUSIONS]:
        yield f"  {wrapped(f'{one.name}: {one.reason}', indent=4)}"
    if (more := len(whole) - EXCLUSIONS) > 0:
        yield f"  and {more} more: {MORE}"
    if files := report.files_left_out:
        left = f"{plural(files, 'file')} that a tool or somebody else wrote: 'folio explain CHECK' names them"
        yield f"  {wrapped(left, indent=4)}"


def annotated(report: Report) -> Iterator[str]:
    if not report.annotations:
        return
    yield ""
    yield bold("What you say of it") + faint(" (it changes no figure)")
    for one in report.annotations:
        about = f" in '{one.name}'" if one.subject else ""
        reason = one.reason.replace("-", " ")
        yield f"  {wrapped(f'{one.title}{about}: {reason}: {one.note}', indent=4)}"


def claims(report: Report) -> Iterator[str]:
    bare = [one for one in report.claims if one.support in (None, "claimed")]
    if not bare:
        return
    yield ""
    yield bold("Claims that nothing supports yet") + faint(f" ({len(bare)} of {len(report.claims)} in the profile)")
    for one in bare[:CLAIMS]:
        yield f"  {wrapped(f'{one.where}: {one.says}', indent=4)}"
        if one.todo:
            yield f"    {faint(wrapped(one.todo, indent=4))}"
    if (more := len(bare) - CLAIMS) > 0:
        yield faint(f"  and {more} more: {MORE}")
