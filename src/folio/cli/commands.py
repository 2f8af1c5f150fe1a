"""The commands: each parses, calls one function of the library, and prints."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from folio.options import DEFAULT_PLATFORM

if TYPE_CHECKING:
    from folio.options import Options

Function = TypeVar("Function", bound=Callable[..., Any])

PROFILE = click.argument("profile", type=click.Path(path_type=Path), default=Path("."), metavar="[PROFILE]")
QUIET = click.option("-q", "--quiet", is_flag=True, help="Print results only, no progress.")


class Moment(NamedTuple):
    """The day that a run is for, and the moment it is made: what is asked on the web is dated by that."""

    day: date
    clock: datetime


def _today(context: click.Context, parameter: click.Parameter, value: str | None) -> Moment:
    """The day as asked for, else SOURCE_DATE_EPOCH's, else the clock's. The only place that reads a clock."""
    now = datetime.now(tz=UTC).replace(microsecond=0)
    if value:
        try:
            return Moment(date.fromisoformat(value), now)
        except ValueError:
            raise click.BadParameter(f"'{value}' is not a day; write it as 2026-11-22") from None
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        try:
            moment = datetime.fromtimestamp(int(epoch), tz=UTC)
        except (ValueError, OverflowError, OSError):
            raise click.BadParameter(f"SOURCE_DATE_EPOCH is '{epoch}', not a number of seconds") from None
        return Moment(moment.date(), now)
    return Moment(now.astimezone().date(), now)


def _certificates(context: click.Context, parameter: click.Parameter, value: Path | None) -> Path | None:
    """A file of certificates, told at once when it is none."""
    if value is not None:
        import ssl

        try:
            ssl.create_default_context(cafile=str(value))
        except OSError:  # of ssl too
            raise click.BadParameter(f"'{value}' holds no certificates; give a file in PEM form") from None
    return value


def running(function: Function) -> Function:
    """The options that every run shares."""
    for option in reversed((
        click.option("--today", callback=_today, metavar="DAY", help="The day to work for, as 2026-11-22."),
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
        QUIET,
    )):  # fmt: skip
        function = option(function)
    return function


PLATFORM = click.option(
    "-p",
    "--platform",
    default=DEFAULT_PLATFORM,
    show_default=True,
    metavar="NAME",
    help="Whose checklist: direct-client, toptal, braintrust, or the path of a rubric of your own.",
)


def _options(values: dict[str, Any], watch: Callable[[str, bool], None] | None = None) -> Options:
    from folio.evidence.access import GITHUB_API
    from folio.evidence.github.token import found
    from folio.options import Options

    api = os.environ.get("GITHUB_API_URL") or GITHUB_API
    return Options(
        today=values["today"].day,
        offline=values["offline"],
        refresh=values["refresh"],
        platform=values.get("platform", DEFAULT_PLATFORM),
        state=values["state"],
        fingerprints=values["fingerprints"],
        redact=values["redact"],
        watch=watch,
        token=lambda: found(os.environ, api),
        github_api=api,
        clock=values["today"].clock,
        max_age=values["max_age"],
        allow_private=values["allow_private"],
        authority=values["authority"],
    )


@click.command(short_help="Start a profile that explains itself.")
@click.argument("folder", type=click.Path(path_type=Path), default=Path("."))
@click.option("--sample", is_flag=True, help="Copy the complete sample of an invented person instead.")
@click.option("--name", default="Your Name", help="Your name, as clients know it.")
@click.option("--email", default="you@example.org", help="The address clients write to and you commit with.")
def init(folder: Path, sample: bool, name: str, email: str) -> None:
    """Start a profile in FOLDER: a profile.yaml that explains itself, ready to fill in.

    Nothing that exists is overwritten.
    """
    from folio.starter import start

    for path in start(folder, sample=sample, name=name, email=email):
        click.echo(path)
    click.echo(f"next: edit {folder / 'profile.yaml'}, then run 'folio score {folder}'", err=True)


@click.command(short_help="Say everything that is wrong in a profile, line by line.")
@PROFILE
def validate(profile: Path) -> None:
    """Say everything that is wrong in PROFILE, line by line.

    PROFILE is a folder with a profile.yaml, or the file itself. Exit status 2 when anything is wrong.
    """
    from folio.profile.enclosed import enclosures
    from folio.profile.load import load, locate

    loaded = load(profile)
    enclosures(loaded, locate(profile).parent)
    click.echo(f"{locate(profile)}: no problems")


@click.command(short_help="Look at what the profile names, and store what was seen.")
@PROFILE
@running
def collect(profile: Path, **values: Any) -> None:
    """Look at everything that PROFILE names, and store what was seen: repositories, GitHub, live addresses, articles.

    What has not changed since the last look is not read again, and an interrupted run goes on where it stopped. Trouble
    outside is recorded with the time to try again; it is no error, and takes away nothing that was seen before.
    """
    from folio.cli.progress import progress
    from folio.cli.summary import show_evidence
    from folio.pipeline import observe
    from folio.profile.load import load, locate

    loaded = load(profile)
    with progress(values["quiet"]) as shown:
        shown.step("looking at what the profile names")
        looked: set[str] = set()

        def watch(name: str, again: bool) -> None:
            if again:
                looked.add(name)
            shown.detail(f"looked at {name}")

        evidence = observe(loaded, locate(profile).parent, _options(values, watch))
    show_evidence(evidence, looked)


@click.command(short_help="Say what is earned, not known and not there, and what to do next.")
@PROFILE
@running
@PLATFORM
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text",
              show_default=True, help="What to print.")  # fmt: skip
@click.option("--min", "least", type=click.IntRange(0, 100), metavar="POINTS",
              help="Exit with status 1 when fewer points are earned.")  # fmt: skip
def score(profile: Path, form: str, least: int | None, **values: Any) -> int:
    """Say how ready PROFILE is: what is earned, what is not known, what is not there, and what to do next."""
    from folio.cli.progress import progress
    from folio.cli.summary import show_score
    from folio.pipeline import score as scored

    with progress(values["quiet"]) as shown:
        shown.step("looking at what the profile names")
        facts, report = scored(profile, _options(values, lambda name, again: shown.detail(f"looked at {name}")))
    if form == "text":
        show_score(report)
    else:
        from folio.render.report import render_report

        wanted = "report.json" if form == "json" else "report.md"
        artifact = next(one for one in render_report(report, facts) if one.path == wanted)
        click.echo(artifact.content.decode(), nl=False)
    return 1 if least is not None and report.points.earned < least else 0


@click.command(short_help="Explain one check: evidence, reasons, arithmetic.")
@click.argument("check")
@PROFILE
@running
@PLATFORM
def explain(check: str, profile: Path, **values: Any) -> None:
    """Explain CHECK: what it measures and why, the evidence found, and the arithmetic line by line.

    CHECK is an id from the report, such as ci-runs-tests.
    """
    from folio.pipeline import score as scored
    from folio.readiness.explain import explain as explained

    _, report = scored(profile, _options(values))
    for line in explained(report, check):
        click.echo(line)


@click.command(short_help="Make the site, the résumé, the pitches and the report.")
@PROFILE
@running
@PLATFORM
@click.option("-o", "--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True, metavar="DIR",
              help="The folder to write; swapped in whole when everything is done.")  # fmt: skip
def build(profile: Path, out: Path, **values: Any) -> None:
    """Make everything from PROFILE: the site, the résumé, the pitches and the readiness report.

    The site is for clients. The report in DIR/readiness is for you; nothing of it reaches the site unless the profile
    says so.
    """
    from folio.build import build as built
    from folio.cli.progress import progress
    from folio.cli.summary import show_built

    with progress(values["quiet"]) as shown:
        watch = shown.detail
        result = built(profile, out, _options(values, lambda name, again: watch(f"looked at {name}")), shown.step)
    show_built(result)


@click.command(short_help="Show the site at a local address while you edit.")
@PROFILE
@running
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port on this machine."
)
def serve(profile: Path, port: int, **values: Any) -> None:
    """Show the site of PROFILE at a local address, and again after each change to it."""
    from folio.options import state_folder
    from folio.pipeline import site_artifacts
    from folio.profile.load import locate
    from folio.resources import root
    from folio.website import serve as served

    folder, options = locate(profile).parent, _options(values)
    served(
        lambda: site_artifacts(profile, options),
        folder=state_folder(folder, options) / "site",
        watch=[folder, root("templates") / "site"],
        tell=lambda line: click.echo(line, err=True),
        port=port,
    )


@click.command(short_help="Make a fingerprint of a template or tutorial.")
@click.argument("location")
@click.option("--name", help="What people call it; the end of the location if not said.")
@click.option("--kind", type=click.Choice(["template", "tutorial"]), default="template", show_default=True,
              help="A template's files are left out; what is much like a tutorial shows study only.")  # fmt: skip
@click.option("--below", default="", metavar="FOLDER", help="Only this folder of the repository.")
@click.option("--licence", default="", help="The licence it is under, for whoever ships the fingerprint.")
@click.option("-o", "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="The file to write (.folio/fingerprints/NAME.json).")  # fmt: skip
@click.option("--offline", is_flag=True, help="Contact nobody.")
def fingerprint(location: str, name: str | None, kind: str, below: str, licence: str, out: Path | None,
                offline: bool) -> None:  # fmt: skip
    """Make a fingerprint of the template or tutorial at LOCATION, a path or an address, to know its code again.

    It holds hashes, and none of the code. Beside your profile, in .folio/fingerprints, it is used from the next run on.
    """
    from folio.fingerprint import make

    written, hashes = make(location, name=name, kind=kind, below=below, licence=licence, out=out, offline=offline)
    click.echo(f"{written}: {hashes:,} hashes")


COMMANDS = (init, validate, collect, score, explain, build, serve, fingerprint)
