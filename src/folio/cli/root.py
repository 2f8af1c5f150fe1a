"""All commands under one name, and how a run of them ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folio.cli.environment import listening
from folio.cli.problems import ReaderGone, ended
from folio.version import VERSION

if TYPE_CHECKING:
    from folio.cli.delivery import Order
    from folio.cli.site_delivery import SiteOrder

HELP = """Evidence-based portfolios for freelance engineers.

folio reads a profile (profile.yaml) and the git repositories it names, says how ready the person is
by the checklists of freelance platforms, and makes the portfolio site, résumé and client pitches.

\b
Start here:
  folio init me                a profile to fill in; with --github USER one that is filled in
  folio validate me            what is wrong in it, line by line
  folio score me               what is earned, not known, not there, and what to do next
  folio build me               site, résumé, pitches and report, in ./out

Try it on an invented person: folio init --sample lena && folio build lena

Every option may stand in the environment as well: FOLIO_SCORE_FORMAT=json is --format of 'folio score',
FOLIO_OFFLINE=1 is --offline of all commands that have it. What is said with the command goes first.
"""


COMMANDS = {
    "init": ("init", "Start a profile: from a few questions, GitHub, or a document."),
    "import": ("importing", "Start a profile from another tool's document, or a PDF of folio's."),
    "export": ("exporting", "Write the profile as another tool's document."),
    "validate": ("validate", "Say everything that is wrong in a profile, line by line."),
    "collect": ("commands", "Look at what the profile names, and store what was seen."),
    "score": ("score", "Say what is earned, not known and not there, and what to do next."),
    "explain": ("explain", "Explain one check: evidence, reasons, arithmetic."),
    "plan": ("plan", "Plan the next steps, week by week, and say where they lead."),
    "compare": ("compare", "Say what is different between two results, and why."),
    "cohort": ("cohort", "Score many profiles in one run, as a table, and report on it."),
    "build": ("build", "Make the site, the résumé, the pitches and the report."),
    "ci": ("ci", "Check, build, and say what a change does: what workflows call."),
    "resume": ("documents", "Make the résumé alone: PDF, and its other forms."),
    "letter": ("pitch", "Make the letter to a target, in the look of its résumé."),
    "pitch": ("pitch", "Make the pitch for one client, or all of them."),
    "check": ("check", "Prove that readers get all of the résumé, and that links lead somewhere."),
    "site": ("site", "Make the site alone, from what was seen before."),
    "serve": ("site", "Show the site at a local address while you edit."),
    "deploy": ("deploy", "Push the site to a branch of a git remote, such as gh-pages."),
    "schema": ("schema", "Print the JSON Schema of a profile, for your editor."),
    "fingerprint": ("commands", "Make a fingerprint of a template or tutorial."),
    "doctor": ("doctor", "Look whether this machine has what folio needs, and say what to do."),
    "completion": ("completion", "Print what makes your shell complete folio's words."),
}
"""By name, in the order of use: the module beside this one that has it, and what the list of commands says of it."""


class Commands(click.Group):
    """Lists its commands in the order of use, and imports one when it is called: most take longer than their help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, command, rest = super().resolve_command(ctx, args)
        return name, (self._imported(name) if name in COMMANDS else command), rest

    def make_context(self, *given: Any, **further: Any) -> click.Context:  # where help is printed
        with _a_reader():
            return super().make_context(*given, **further)

    def invoke(self, ctx: click.Context) -> object:
        with _a_reader():
            return super().invoke(ctx)

    def _imported(self, name: str) -> click.Command:
        module = vars(import_module(f"folio.cli.{COMMANDS[name][0]}"))
        command: click.Command = module.get(name) or module[f"{name}_"]  # `import` is a word of Python's
        return listening(command, name)


@contextmanager
def _a_reader() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise ReaderGone from None


@click.group(
    cls=Commands,
    commands=[click.Command(name, short_help=says) for name, (_, says) in COMMANDS.items()],
    help=HELP,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(VERSION, prog_name="folio")
def group() -> None:
    pass


Take = Callable[["Order | SiteOrder", Path, Path], None]
"""Takes an order over: with the profile's folder, and the one for what is kept."""


def run(take: Take | None = None) -> int:
    """Runs the command that the arguments name, and returns the status to exit with.

    A command that makes documents hands them to `take`; they are delivered at once where it is None.
    """
    return ended(lambda: group.main(prog_name="folio", standalone_mode=False, obj=take))
