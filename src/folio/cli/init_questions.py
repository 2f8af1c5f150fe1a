"""The few questions of `folio init` on a terminal. Every answer is kept when it is given."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from folio.cli.terminal import bold, faint, say
from folio.cli.text import clean
from folio.errors import FolioError
from folio.starting.answers import KINDS, TRACKS, problem
from folio.starting.begun import forget, keep, kept

QUESTIONS = {
    "name": "Your name, as clients know it",
    "github": "Your account on GitHub, whose public repositories become projects (Enter: none)",
    "email": "The address that clients write to and you commit with",
    "headline": "What you do, for whom, with which result, in one line",
    "track": f"Your track: {', '.join(TRACKS)}",
    "specialism": "What you know more of than others, such as demand forecasting",
}
NOTHING = "-"

Suggest = Callable[[Mapping[str, str]], Mapping[str, str]]
"""From the answers so far to what the others may be."""


def asks() -> bool:
    """Whether somebody is there who can answer: on a terminal, and not where a CI says that it is one."""
    return sys.stdin.isatty() and sys.stderr.isatty() and os.environ.get("CI", "").lower() in ("", "0", "false")


def answered(folder: Path, given: Mapping[str, str], suggest: Suggest) -> dict[str, str]:
    """All answers; those `given` are not asked for. Whoever stops half-way can go on with the next start."""
    say(
        bold("A few questions. Enter takes what stands in brackets, or skips; '-' leaves it empty; Ctrl-C stops."),
        err=True,
    )
    answers = {**_earlier(folder), **given}
    try:
        for field in KINDS:
            if field not in answers:
                answers[field] = _asked(field, suggest(answers).get(field, ""))
                while field == "github" and not _is_there(suggest, answers):
                    answers[field] = _asked(field, "")
                keep(folder, answers)
    except (click.Abort, KeyboardInterrupt):  # at a question, or while GitHub is asked
        say(f"\nstopped; {_goes_on(folder) if kept(folder) else 'nothing was written'}", err=True)
        raise
    return answers


def _goes_on(folder: Path) -> str:
    return f"'folio init {shlex.quote(str(folder))}' goes on with the answers you gave"


def agreed(folder: Path, lines: list[str]) -> None:
    """Shows what will be written, and ends the command where it is not wanted."""
    say("", err=True)
    for line in lines:
        say(f"  {clean(line)}", err=True)
    try:
        fine = click.confirm("Write this?", default=True, err=True)
    except click.Abort:
        fine = False
    if not fine:
        say(f"nothing was written; {_goes_on(folder)}", err=True)
        raise click.Abort


def _earlier(folder: Path) -> dict[str, str]:
    answers = kept(folder)
    if not answers:
        return {}
    say("You have begun here before:", err=True)
    for field, text in answers.items():
        say(f"  {field}: {clean(text) or faint('skipped')}", err=True)
    if click.confirm("Go on with these answers?", default=True, err=True):
        return answers
    forget(folder)
    return {}


def _is_there(suggest: Suggest, answers: Mapping[str, str]) -> bool:
    try:
        suggest(answers)
    except FolioError as error:
        say(f"  {clean(str(error))}", err=True)
        return False
    return True


def _asked(field: str, suggested: str) -> str:
    while True:
        text: str = click.prompt(QUESTIONS[field], default=suggested, show_default=bool(suggested), err=True).strip()
        if text == NOTHING:
            return ""
        wrong = problem(field, text)
        if wrong is None:
            return text
        say(f"  {wrong}", err=True)
