"""`folio explain`: one check, a category or the levels, line by line; or the list of what can be explained."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folio.cli.completing import check as checks
from folio.cli.running import JSON, platforms, run_options, running

if TYPE_CHECKING:
    from folio.readiness.report import Report
    from folio.readiness.rubric import Rubric


@click.command()
@click.argument("check", default="", metavar="[CHECK]", shell_complete=checks)
@click.argument("profile", type=click.Path(path_type=Path), default=None, required=False, metavar="[PROFILE]")
@platforms(several=False)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="What to print.")  # fmt: skip
@JSON
@running
def explain(check: str, profile: Path | None, form: str, **values: Any) -> None:
    """Explain CHECK: what it measures and why, the evidence found, and the arithmetic line by line.

    CHECK is an id from the report, such as ci-runs-tests; a category, such as fundamentals; or 'level', for what each
    level takes. Without CHECK, all checks are listed with their scores. PROFILE may also come first.
    """
    from folio.cli.progress import progress
    from folio.cli.result import escaped, to_stdout
    from folio.cli.terminal import say
    from folio.cli.text import cleaned
    from folio.pipeline import rubrics
    from folio.pipeline import score as scored

    with progress(values["quiet"]) as shown:
        options = run_options(values, shown)
        check, folder = _told_apart(check, profile, rubrics(options)[0])
        report = scored(folder, options, shown.within).reports[0]
    if form == "json":
        to_stdout(escaped(_json(report, check, _whole(folder))))
        return
    for line in listed(cleaned(report)) if not check else explanation(cleaned(report), check, _whole(folder)):
        say(line)


def _told_apart(first: str, second: Path | None, rubric: Rubric) -> tuple[str, Path]:
    """Which word is the check and which the profile, in either order; FolioError where no check is called so."""
    from folio.readiness.explain import LEVEL, unknown

    if second is None and _is_profile(first):
        return "", Path(first)
    known = [LEVEL, *(one.id for one in rubric.catalogue.categories), *(one.id for one in rubric.checks)]
    check, folder = first, second or Path(".")
    if first and first not in known and (str(second) in known or _is_profile(first)):
        check, folder = str(folder), Path(first)
    if check and check not in known:
        raise unknown(check, known, _whole(folder))
    return check, folder


def _whole(folder: Path) -> str:
    """The command that lists all that can be explained."""
    return "folio explain" if folder == Path(".") else f"folio explain {folder}"


def _is_profile(word: str) -> bool:
    """Whether `folio explain WORD` names a profile rather than a check."""
    return bool(word) and (word in (".", "..") or "/" in word or Path(word, "profile.yaml").is_file())


def explanation(report: Report, identifier: str, whole: str = "folio explain") -> Iterator[str]:
    """The lines about a check, a category, or the levels; raises FolioError when there is nothing of that name."""
    from folio.cli.terminal import bold, faint, wrapped
    from folio.readiness.explain import explained

    for number, section in enumerate(explained(report, identifier, whole)):
        if number:
            yield ""
        yield bold(wrapped(section.title))
        for line in section.lines:
            inner = 4 if line.startswith("  ") else 2
            shown = wrapped(line.strip(), indent=inner + 2)
            yield " " * inner + (faint(shown) if line.startswith("  at ") else shown)


def listed(report: Report) -> Iterator[str]:
    """Every check with its bar, by category; its title where there is room."""
    from folio.cli.terminal import EARNED, MISSING, UNKNOWN, bold, drawn, faint, width, wrapped
    from folio.cli.text import columns, cut

    ids = max(columns(one.id) for one in report.checks)
    bars = min(max(width() - ids - 42, 8), 20)
    rest = width() - ids - bars - 12
    for category in report.categories:
        yield bold(category.title) + faint(f" ({category.id})")
        for one in (check for check in report.checks if check.category == category.id):
            earned, best = one.score * bars // 1000, one.ceiling * bars // 1000
            shown = drawn(((EARNED, earned, "green"), (UNKNOWN, best - earned, "yellow"), (MISSING, bars - best, "")))
            title = f"  {cut(one.title, rest)}" if rest >= 8 else ""
            yield f"  {one.id:<{ids}}  {shown} {one.score // 10:>3} %{title}"
        yield ""
    yield faint(wrapped("folio explain CHECK says how one comes about, folio explain level what each level takes"))


def _json(report: Report, identifier: str, whole: str) -> str:
    from folio.readiness.explain import explained

    found: dict[str, object] = {"schema_version": 1, "platform": report.platform.id, "today": report.today.isoformat()}
    if not identifier:
        known = ("id", "title", "category", "score", "ceiling")
        found["checks"] = [{name: getattr(one, name) for name in known} for one in report.checks]
    else:
        found["explanation"] = [asdict(section) for section in explained(report, identifier, whole)]
        if (check := report.check(identifier)) is not None:
            found["check"] = asdict(check)
    return json.dumps(found, sort_keys=True, ensure_ascii=False, indent=2) + "\n"
