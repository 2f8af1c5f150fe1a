"""`folio init`: a folder to begin with, from nothing, from GitHub, from a document, or the sample's."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from folio.starting.draft import Draft


def _right(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    from folio.starting.answers import problem

    if value and parameter.name and (wrong := problem(parameter.name, value.strip())):
        raise click.BadParameter(f"'{value}' is {wrong}")
    return value


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("."))
@click.option("--github", metavar="USER", callback=_right,
              help="Begin with what this account on GitHub shows: its words, and its best repositories.")  # fmt: skip
@click.option("--from", "document", type=click.Path(path_type=Path, exists=True), metavar="FILE",
              help="Begin with a document that 'folio import' reads.")  # fmt: skip
@click.option("--sample", is_flag=True, help="Copy the complete sample of an invented person instead.")
@click.option("--name", callback=_right, help="Your name, as clients know it.")
@click.option("--email", callback=_right, help="The address clients write to and you commit with.")
@click.option("--headline", callback=_right, help="What you do, for whom, with which result, in one line.")
@click.option("--track", callback=_right, help="Which checks apply: ml-engineer, data-scientist, backend-engineer ...")
@click.option("--specialism", callback=_right, help="What you know more of than others.")
@click.option("--ci", type=click.Choice(["github", "gitlab", "make", "none"]), default="github", show_default=True,
              help="Write what builds and publishes the site: on GitHub, on GitLab, or anywhere.")  # fmt: skip
@click.option("-y", "--yes", is_flag=True, help="Ask nothing; what is not given is taken from git, or is an example.")
@click.option("--offline", is_flag=True, help="Contact nobody; --github is only written down.")
def init(folder: Path, document: Path | None, sample: bool, ci: str, yes: bool, offline: bool,
         **given: str | None) -> None:  # fmt: skip
    """Start a profile in FOLDER: a profile.yaml that explains itself, what editors and git need for it, and workflows
    that publish the site.

    On a terminal it asks a few questions; interrupted, it goes on where it stopped. Nothing that exists is overwritten.
    """
    from folio.starting import begin

    answers = {field: text.strip() for field, text in given.items() if text is not None}
    if (document or sample) and (answers or (document and sample)):
        raise click.UsageError("--from and --sample say all there is to say; leave the other answers out")
    if sample:
        from folio.cli.init_end import sample_written

        sample_written(folder, begin.sample(folder))
        return
    begin.refuse(folder, ci=ci)
    text, made = _imported(document, folder) if document else _asked(folder, answers, ci, yes, offline)
    written = begin.begin(folder, text, ci=ci)

    from folio.cli.init_end import told
    from folio.starting.begun import forget

    forget(folder)
    told(folder, text, written, headline_is_made=made)


def _imported(document: Path, folder: Path) -> tuple[str, bool]:
    """The text of the profile, made in a folder of its own, so that nothing is left where the rest fails."""
    from folio.cli.imported import lines
    from folio.cli.terminal import say
    from folio.durable.held import scratch_folder
    from folio.importing import import_profile

    with scratch_folder() as scratch:
        done = import_profile(document, scratch)
        text = done.path.read_text(encoding="utf-8")
    for line in lines(done):
        say(line, err=True)
    return text, False


def _asked(folder: Path, given: Mapping[str, str], ci: str, yes: bool, offline: bool) -> tuple[str, bool]:
    """The text of the profile, and whether its headline is nobody's."""
    from folio.cli.init_questions import agreed, answered, asks
    from folio.cli.whoami import whoami
    from folio.starting import begin
    from folio.starting.answers import KINDS, drafted
    from folio.starting.text import profile_text

    known = whoami()
    begun: dict[str, Draft | None] = {}

    def account(answers: Mapping[str, str]) -> Draft | None:
        login = answers.get("github", "")
        if login and not offline and login not in begun:
            begun[login] = _account(login, folder, known.get("email"))
        return begun.get(login)

    def suggest(answers: Mapping[str, str]) -> dict[str, str]:
        """What the account shows, else what git knows."""
        draft = account(answers)
        shown = {field: getattr(draft, field) or "" for field in KINDS} if draft else known
        return {"track": "ml-engineer", **shown}

    if not yes and asks():
        answers = answered(folder, given, suggest)
        draft = drafted(answers, account(answers))
        agreed(folder, begin.planned(folder, draft, ci=ci))
    else:
        login = given.get("github")
        draft = drafted(given if login and not offline else {**known, **given}, account(given))
    return profile_text(draft), draft.headline_is_made


def _account(login: str, folder: Path, own_email: str | None) -> Draft:
    from folio.cli.progress import progress
    from folio.evidence.access import GITHUB_API, Access
    from folio.evidence.github.token import found
    from folio.starting.account.draft import drafted
    from folio.starting.account.look import look

    api = os.environ.get("GITHUB_API_URL") or GITHUB_API
    now = datetime.now(tz=UTC)
    access = Access(
        base=folder, today=now.date(), offline=False, clock=now, token=found(os.environ, api), github_api=api
    )
    with progress(quiet=False, after=0) as shown:  # somebody waits between two questions
        return drafted(look(login, access, shown.step), own_email)
