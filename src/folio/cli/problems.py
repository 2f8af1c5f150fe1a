"""Errors as a person reads them: like a compiler's, with the source line and a caret on a terminal."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from folio.cli.terminal import say
from folio.cli.text import clean, cleaned, columns
from folio.errors import FolioError, InputError, Problem

FINE, NO, BAD_INPUT, BUG, INTERRUPTED = 0, 1, 2, 3, 130
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS})


def show(error: FolioError) -> None:
    """Prints the error to stderr: every problem on a line that editors and CI can jump to."""
    if not isinstance(error, InputError):
        for line in str(error).splitlines():
            say(f"{click.style('error:', fg='red', bold=True)} {clean(line)}", err=True)
        return
    for problem in error.problems:
        say(lines(problem, terminal=sys.stderr.isatty()), err=True)
    count = len(error.problems)
    say(f"{count} problem{'' if count == 1 else 's'}; nothing was written", err=True)


def lines(problem: Problem, *, terminal: bool) -> str:
    """A problem on one line; on a terminal with its line of the file below, and a caret where it is."""
    problem = cleaned(problem)
    warning = problem.severity == "warning"
    mark = click.style("warning: ", fg="yellow") if warning else ""
    name = f"{click.style(problem.field, fg='cyan')}: " if problem.field else ""
    todo = f"; {click.style(problem.todo, fg='green')}" if problem.todo else ""
    text = f"{click.style(str(problem.position), bold=True)}: {mark}{name}{problem.what}{todo}"
    if not terminal:
        return clean(click.unstyle(text))
    if problem.source:
        number = str(problem.position.line)
        indent = " " * columns(problem.source[: problem.position.column - 1])
        text += f"\n  {click.style(number, dim=True)} | {problem.source}\n  {' ' * len(number)} | {indent}"
        text += click.style("^", fg="yellow" if warning else "red", bold=True)
    return text


def report_bug(error: BaseException) -> None:
    """Writes the traceback to a log and prints where it is: a bug is folio's fault, and its text is not for reading."""
    import tempfile
    import traceback

    details = "".join(traceback.format_exception(error))
    name = type(error).__name__
    say(f"{click.style('bug:', fg='red', bold=True)} folio stopped on a {name} of its own", err=True)
    try:
        log = Path(tempfile.mkdtemp(prefix="folio-bug-")) / "traceback.log"
        log.write_text(details, encoding="utf-8")
    except OSError:  # nowhere to write to
        say(f"please report this:\n{clean(details)}", err=True)
    else:
        say(f"the details are in {log}; please report them", err=True)


def no_room(error: OSError) -> str | None:
    """What to say where the disk takes no more; None for any other error."""
    if error.errno not in NO_ROOM:
        return None
    where = f" ({os.fsdecode(error.filename)})" if isinstance(error.filename, (str, bytes)) else ""
    return f"{os.strerror(error.errno)}{where}; make room and run it again. What was there is as it was"


class ReaderGone(Exception):
    """Whoever read standard output has gone, as in `folio score | head`; of a BrokenPipeError click makes status 1."""


def _show_usage(error: click.ClickException) -> None:
    """Prints what is wrong with the words of the command; where a variable said it, which one."""
    if isinstance(error, click.BadParameter) and error.ctx and error.param and error.param.name:
        from click.core import ParameterSource

        names = error.param.envvar if isinstance(error.param.envvar, list) else []
        said = next((name for name in names if os.environ.get(name)), None)
        if said and error.ctx.get_parameter_source(error.param.name) is ParameterSource.ENVIRONMENT:
            what = f"{error.message.rstrip('.')}; the variable {said} says so"
            error = click.BadParameter(what, error.ctx, error.param, error.param_hint)
    error.show()


def _leave_quietly() -> None:
    """From here on what is printed goes nowhere: there is nobody to tell, and flushing at the end would fail."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def ended(work: Callable[[], object]) -> int:
    """Does `work`, and returns the status to exit with: what it returned, or what its error, once told, comes to."""
    try:
        status = work()
        sys.stdout.flush()
    except FolioError as error:
        show(error)
        return BAD_INPUT
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        _show_usage(error)
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    except (BrokenPipeError, ReaderGone):
        _leave_quietly()
        return FINE
    except Exception as error:  # noqa: BLE001 - the one place that must catch whatever went wrong
        if isinstance(error, OSError) and (why := no_room(error)):
            show(FolioError(why))
            return BAD_INPUT
        report_bug(error)
        return BUG
    return status if isinstance(status, int) else FINE
