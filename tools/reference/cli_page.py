"""docs/reference/cli.md: every command with its arguments and options, as click knows them."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any

import click
from reference.markdown import MADE, cell, table

from folio.cli.cohort_report import report
from folio.cli.environment import SHARED, listening, variables
from folio.cli.root import COMMANDS, group

EXITS = [
    ("0", "all is fine"),
    ("1", "the answer is no: a score below `--min`, a level not reached, a document that readers lose something of"),
    ("2", "what was given is wrong: the profile, an option, a file; nothing was written"),
    ("3", "a bug in folio; the traceback is in a file that the message names"),
    ("130", "you interrupted it"),
]
MESSAGES = [
    ("`profile.yaml:6:10: projects[0].live.url:`", "a mistake, by line, column and field; what is wrong; what to do"),
    ("`profile.yaml:6:10: warning:`", "what is right and will look bad; see [warnings](advice.md)"),
    ("`error:`", "what has no place in a file, such as a folder that can't be written"),
    ("`Usage:`", "a command or option that there is not, or a value it does not take"),
    ("`bug:`", "folio's own fault; please report it with the file that it names"),
]


def page() -> str:
    """The whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Commands"
    yield ""
    yield MADE
    yield ""
    yield "`folio COMMAND --help` prints the same in your terminal. Results go to standard output, everything else to standard error."
    yield ""
    yield from table(
        ("command", "does"), ((f"[`{name}`](#folio-{name})", says) for name, (_, says) in COMMANDS.items())
    )
    yield ""
    yield "`[PROFILE]` is a folder with a `profile.yaml`, or the file itself; without it, the folder you are in."
    for name in COMMANDS:
        yield from _command(name, command(name))
        if name == "cohort":
            yield from _command("cohort report", listening(report, "cohort-report"))
    yield from _environment()
    yield ""
    yield "## Exit status"
    yield ""
    yield from table(("status", "means"), EXITS)
    yield ""
    yield "## Messages"
    yield ""
    yield "All mistakes are said at once, and nothing is written until they are gone:"
    yield ""
    yield from table(("begins with", "is"), MESSAGES)


def command(name: str) -> click.Command:
    """A command of folio's with all that it has."""
    found: click.Command = group._imported(name)
    return listening(found, name)


def _command(name: str, found: click.Command) -> Iterator[str]:
    context = click.Context(found, info_name=f"folio {name}", max_content_width=100)
    usage = " ".join(found.collect_usage_pieces(context))
    yield ""
    yield f"## folio {name}"
    yield ""
    yield "```text"
    yield f"folio {name} {usage}"
    yield "```"
    yield ""
    yield from _prose(found.help or "")
    options = [one for one in found.params if isinstance(one, click.Option) and not one.hidden]
    if options:
        yield ""
        yield from table(("option", "means"), ((_option(one), _means(one)) for one in options))


def _prose(text: str) -> Iterator[str]:
    """A command's help; paragraphs that are set apart stay as they are written."""
    first = True
    for part in inspect.cleandoc(text).split("\n\n"):
        if not first:
            yield ""
        first = False
        if part.startswith("\b"):
            yield "```text"
            yield from part.removeprefix("\b").strip("\n").split("\n")
            yield "```"
        else:
            yield cell(" ".join(part.split()))


def _option(one: click.Option) -> str:
    names = sorted((*one.opts, *one.secondary_opts), key=lambda word: (word in one.secondary_opts, len(word)))
    shown = " ".join(f"`{word}`" for word in names)
    if one.is_flag or one.count:
        return shown
    kind = one.metavar or (
        " or ".join(map(str, one.type.choices)) if isinstance(one.type, click.Choice) else one.type.name
    )
    return f"{shown} {cell(str(kind).upper() if kind == one.type.name else str(kind))}"


def _means(one: click.Option) -> str:
    said = [one.help or ""]
    default: Any = one.default
    if one.show_default and default not in (None, False, ()) and not callable(default):
        said.append(f"[default: {default}]")
    if one.multiple and "several times" not in said[0]:
        said.append("May be given several times.")
    return cell(" ".join(filter(None, said)))


def _environment() -> Iterator[str]:
    first = next(variables("score", "format"))
    yield ""
    yield "## The environment"
    yield ""
    yield f"Any option may come from the environment: `{first}=json` is `--format` of `folio score`. What is said with the command goes"
    yield "first. These variables stand for an option of every command that has it:"
    yield ""
    yield ", ".join(f"`{tuple(variables('any', flag))[-1]}`" for flag in sorted(SHARED)) + "."
    yield ""
    yield from table(("variable", "means"), (
        ("`GITHUB_TOKEN`, `GH_TOKEN`", "your token for GitHub; `gh auth token` is asked where neither is set"),
        ("`GITHUB_API_URL`", "the API of a GitHub Enterprise server"),
        ("`SOURCE_DATE_EPOCH`", "the moment to work for, in seconds since 1970; `--today` goes first"),
        ("`NO_COLOR`", "no colours"),
    ))  # fmt: skip


def documented() -> set[str]:
    """Every option that the page shows, by command; for the test that nothing is missing."""
    return {f"{name} {re.split(' ', opt)[0]}" for name in COMMANDS for one in command(name).params for opt in one.opts}
