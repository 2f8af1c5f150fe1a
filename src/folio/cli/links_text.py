"""What a check of links comes to, as a person reads it on a terminal."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import click

from folio.cli.terminal import say
from folio.cli.text import clean, cut

if TYPE_CHECKING:
    from folio.linkcheck.report import LinkReport

WIDE = 90


def show(report: LinkReport) -> None:
    """Prints what is wrong page by page, and what was looked at."""
    for page, faults in groupby(report.faults, key=lambda one: one.page):
        say(click.style(clean(page), bold=True))
        for one in faults:
            mark = click.style("broken", fg="red") if one.is_broken else click.style("unsure", fg="yellow")
            say(f"  {mark}  {cut(clean(one.address), WIDE)}")
            say(f"          {clean(one.says)}")
    broken = sum(one.is_broken for one in report.faults)
    asked = "asked" if report.asked else "not asked; add --online"
    say(f"pages: {report.pages:,}; addresses within the site: {report.addresses:,}")
    say(f"addresses of other sites: {report.external:,} ({asked})")
    say(f"broken: {broken:,}" if broken else "nothing is broken")
