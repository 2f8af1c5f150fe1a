"""What the commands that make a run share: the day, the network, the places, the platform."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from folio.cli.completing import PLATFORMS, platform, platform_or_all
from folio.options import DEFAULT_PLATFORM

if TYPE_CHECKING:
    from folio.cli.progress import Progress
    from folio.options import Options

Function = TypeVar("Function", bound=Callable[..., Any])


class Field(click.ParamType[str]):
    """A field of the profile and its value; what is wrong in it is told with all that is wrong in the profile."""

    name = "FIELD=VALUE"
    envvar_list_splitter = "\n"
    """In the environment one a line: values hold spaces."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return value


PROFILE = click.argument("profile", type=click.Path(path_type=Path), default=Path("."), metavar="[PROFILE]")
QUIET = click.option("-q", "--quiet", is_flag=True, help="Print results only, no progress.")
JSON = click.option("--json", "form", flag_value="json", help="The same as --format json.")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON object for other programs.")
SET = click.option(
    "--set", "overrides", multiple=True, metavar="FIELD=VALUE", type=Field(),
    help="Set a field of the profile for this run, as resume.theme=modern; may be given several times.",
)  # fmt: skip


YEARS = range(1970, 2201)
"""The years that a run may be for, from that of SOURCE_DATE_EPOCH 0 on; folio reckons some years back and ahead."""


class Moment(NamedTuple):
    """The day that a run is for, and the moment it is made: what is asked on the web is dated by that."""

    day: date
    clock: datetime


def _today(context: click.Context, parameter: click.Parameter, value: str | None) -> Moment:
    """The day as asked for, else SOURCE_DATE_EPOCH's, else the clock's. The only place that reads a clock."""
    now = datetime.now(tz=UTC).replace(microsecond=0)
    if value:
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise click.BadParameter(f"'{value}' is not a day; write it as 2026-11-22") from None
        return Moment(_bounded(day, f"'{value}'"), now)
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        try:
            moment = datetime.fromtimestamp(int(epoch), tz=UTC)
        except (ValueError, OverflowError, OSError):
            raise click.BadParameter(f"SOURCE_DATE_EPOCH is '{epoch}', not a number of seconds") from None
        return Moment(_bounded(moment.date(), f"SOURCE_DATE_EPOCH, {epoch},"), now)
    return Moment(now.astimezone().date(), now)


def _bounded(day: date, said: str) -> date:
    if day.year not in YEARS:
        raise click.BadParameter(f"{said} is too far away; give a day in the years {YEARS[0]} to {YEARS[-1]}")
    return day


def _certificates(context: click.Context, parameter: click.Parameter, value: Path | None) -> Path | None:
    """A file of certificates, told at once when it is none."""
    if value is not None:
        import ssl

        try:
            ssl.create_default_context(cafile=str(value))
        except OSError:  # of ssl too
            raise click.BadParameter(f"'{value}' holds no certificates; give a file in PEM form") from None
    return value


TODAY = click.option("--today", callback=_today, metavar="DAY", help="The day to work for, as 2026-11-22.")


def a_folder(context: click.Context, parameter: click.Parameter, value: Path) -> Path:
    """A folder to write; standard output is none, and no folder is to be called '-'."""
    if str(value) == "-":
        raise click.BadParameter("several files are made, and standard output holds one; name a folder")
    return value


def making(function: Function) -> Function:
    """The options of what is made from what was seen before."""
    for option in reversed((
        TODAY,
        click.option("--state", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
                     help="Where evidence and caches are kept (.folio beside the profile)."),
        SET,
        QUIET,
    )):  # fmt: skip
        function = option(function)
    return function


def running(function: Function) -> Function:
    """The options that every run shares."""
    for option in reversed((
        TODAY,
        click.option("--offline", is_flag=True, help="Contact nobody; what needs the network is 'not known'."),
        click.option("--refresh", is_flag=True, help="Look again at what has not changed, too."),
        click.option("--max-age", type=click.IntRange(min=0), default=1, show_default=True, metavar="DAYS",
                     help="How long an answer from the network stands before it is asked for again."),
        click.option("--allow-private", is_flag=True,
                     help="Also contact private, loopback and link-local addresses, to test at home."),
        click.option("--authority", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
                     callback=_certificates, help="Trust these certificates (PEM) in place of the system's."),
        click.option("--state", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
                     help="Where evidence and caches are kept (.folio beside the profile)."),
        click.option("--fingerprints", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="DIR",
                     help="Fingerprints of more templates and tutorials, beside those in .folio/fingerprints."),
        click.option("--redact-paths", "redact", type=click.Choice(["private", "all"]),
                     help="Show and keep hashes in place of the paths in private repositories, or in all."),
        SET,
        QUIET,
    )):  # fmt: skip
        function = option(function)
    return function


def platforms(several: bool) -> Callable[[Function], Function]:
    """The options that say whose checklist it is; with `several`, each may be given more than once."""
    known = f"{', '.join(PLATFORMS[:-1])} or {PLATFORMS[-1]}"
    more = " Give it several times, or say 'all', to see them side by side." if several else ""

    one = None if several else _one

    def enter(function: Function) -> Function:
        for option in (
            click.option("--rubric", "rubrics", multiple=True, metavar="FILE", callback=one,
                         type=click.Path(exists=True, dir_okay=False), help="A rubric of your own."),
            click.option("-p", "--platform", "platforms", multiple=True, metavar="NAME", callback=one,
                         shell_complete=platform_or_all if several else platform,
                         help=f"Whose checklist: {known}.{more}  [default: {DEFAULT_PLATFORM}]"),
        ):  # fmt: skip
            function = option(function)
        return function

    return enter


def _one(context: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """One platform or rubric, refusing more: an answer for the first of them would pass for an answer for all."""
    from folio.options import ALL

    named = {*context.params.get("platforms", ()), *context.params.get("rubrics", ()), *value}
    if ALL in named or len(named) > 1:
        raise click.UsageError(f"one platform at a time here; 'folio score -p {ALL}' shows them side by side")
    return value


def run_options(values: dict[str, Any], shown: Progress | None = None) -> Options:
    """How the run goes, as the words of its command say; what is looked at is told to `shown`."""
    from folio.evidence.access import GITHUB_API
    from folio.options import Options

    api = os.environ.get("GITHUB_API_URL") or GITHUB_API
    return Options(
        today=values["today"].day,
        offline=values.get("offline", True),
        refresh=values.get("refresh", False),
        platforms=(*values.get("platforms", ()), *values.get("rubrics", ())) or (DEFAULT_PLATFORM,),
        state=values["state"],
        fingerprints=values.get("fingerprints"),
        redact=values.get("redact"),
        watch=shown.looked if shown else None,
        expect=shown.expect if shown else None,
        token=lambda: _token(api),
        github_api=api,
        clock=values["today"].clock,
        max_age=values.get("max_age", 1),
        allow_private=values.get("allow_private", False),
        authority=values.get("authority"),
        overrides=tuple(values.get("overrides", ())),
    )


def _token(api: str) -> str | None:
    """Looked for by a run that asks GitHub, and no other."""
    from folio.evidence.github.token import found

    return found(os.environ, api)
