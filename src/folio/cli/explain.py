"""`folio explain`: one check, a category or the levels, line by line; or the list of what can be explained."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folio.cli.running import platforms, run_options, running

if TYPE_CHECKING:
    from folio.readiness.report import Report


@click.command(short_help="Explain one check: evidence, reasons, arithmetic.")
@click.argument("check", default="", metavar="[CHECK]")
@click.argument("profile", type=click.Path(path_type=Path), default=None, required=False, metavar="[PROFILE]")
@running
@platforms(several=False)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="What to print.")  # fmt: skip
def explain(check: str, profile: Path | None, form: str, **values: Any) -> None:
    """Explain CHECK: what it measures and why, the evidence found, and the arithmetic line by line.

    CHECK is an id from the report, such as ci-runs-tests; a category, such as fundamentals; or 'level', for what each
    level takes. Without CHECK, all checks are listed with their scores.
    """
    from folio.cli.result import to_stdout
    from folio.cli.terminal import say
    from folio.cli.text import cleaned
    from folio.pipeline import score as scored

    if profile is None and _is_profile(check):
        check, profile = "", Path(check)
    report = scored(profile or Path("."), run_options(values)).reports[0]
    if form == "json":
        to_stdout(_json(report, check))
        return
    for line in _listed(cleaned(report)) if not check else _explained(cleaned(report), check):
        say(line)


def _is_profile(word: str) -> bool:
    """Whether `folio explain WORD` names a profile rather than a check."""
    return bool(word) and (word in (".", "..") or "/" in word or Path(word, "profile.yaml").is_file())


def _explained(report: Report, identifier: str) -> Iterator[str]:
    from folio.cli.terminal import bold, wrapped
    from folio.readiness.explain import explained

    for number, section in enumerate(explained(report, identifier)):
        if number:
            yield ""
        yield bold(wrapped(section.title))
        for line in section.lines:
            inner = 4 if line.startswith("  ") else 2
            yield " " * inner + wrapped(line.strip(), indent=inner + 2)


def _listed(report: Report) -> Iterator[str]:
    """Every check with its bar, by category."""
    from folio.cli.terminal import EARNED, MISSING, UNKNOWN, bold, drawn, faint, width
    from folio.cli.text import columns, cut

    identifier = max(columns(one.id) for one in report.checks)
    room = min(max(width() - identifier - 40, 10), 20)
    for category in report.categories:
        yield bold(category.title) + faint(f" ({category.id})")
        for one in (check for check in report.checks if check.category == category.id):
            earned, best = one.score * room // 1000, one.ceiling * room // 1000
            shown = drawn(((EARNED, earned, "green"), (UNKNOWN, best - earned, "yellow"), (MISSING, room - best, "")))
            title = cut(one.title, max(width() - identifier - room - 12, 8))
            yield f"  {one.id:<{identifier}}  {shown} {one.score // 10:>3} %  {title}"
        yield ""
    yield faint("folio explain CHECK says how each comes about; folio explain level says what each level takes")


def _json(report: Report, identifier: str) -> str:
    from folio.readiness.explain import explained

    found: dict[str, object] = {"schema_version": 1, "platform": report.platform.id, "today": report.today.isoformat()}
    if not identifier:
        known = ("id", "title", "category", "score", "ceiling")
        found["checks"] = [{name: getattr(one, name) for name in known} for one in report.checks]
    else:
        found["explanation"] = [asdict(section) for section in explained(report, identifier)]
        if (check := report.check(identifier)) is not None:
            found["check"] = asdict(check)
    return json.dumps(found, sort_keys=True, ensure_ascii=False, indent=2) + "\n"
