"""`folio resume`, `letter` and `pitch` in two halves that run side by side.

A child composes: it reads the command line, the profile and the evidence, and ends once it has handed over what is to
be printed. Meanwhile this process, which prints, imports WeasyPrint; that takes as long. Each half holds only what it
needs, so both together take less memory than one after the other, and what the child took is free before layout begins.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import pickle
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from folio import kept

if TYPE_CHECKING:
    from pathlib import Path

    from folio.cli.delivery import Order

ALONE = ("-h", "--help", "-f", "--format")
"""Words with which there is perhaps nothing to print: the run is then one process, as where there is no `fork`."""


def run() -> int:
    """Runs the command that the arguments name, and returns the status to exit with."""
    answer = kept.recall(sys.argv[1:])
    if answer is not None:
        return _ended(lambda: _again(answer))
    if sys.platform != "linux" or any(word.startswith(ALONE) for word in sys.argv[2:]):
        return _composed()
    return _ended(_in_two)


def _again(answer: kept.Answer) -> None:
    from folio.cli.delivery import again, hand_over

    hand_over(again(answer))


def _composed(go_on: Callable[[Order], None] | None = None) -> int:
    """Runs the command in this process; its order goes on to another one, or is done here."""
    from folio.cli.root import run as run_all

    watch, told = kept.Watch(), _Told()
    logging.getLogger("folio").addFilter(told)

    def take(order: Order, folder: Path, state: Path) -> None:
        from folio.cli.delivery import deliver

        if not told.anything:  # what was logged would not be said again
            looked = (folder / "templates", state / "evidence")  # there or not
            paths = [*(path for one in looked for path in kept.tree(one)), *kept.named(sys.argv[2:])]
            order = replace(order, place=state, inputs=watch.inputs(paths))
        (go_on or deliver)(order)

    return run_all(take)


class _Told(logging.Filter):
    """Notes whether there was a warning."""

    anything = False

    def filter(self, record: logging.LogRecord) -> bool:
        self.anything |= record.levelno >= logging.WARNING
        return True


def _in_two() -> int:
    sys.stdout.flush()
    gc.disable()  # in both: neither lives long, and there is little garbage
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        status = 3
        try:
            with os.fdopen(writer, "wb") as pipe:
                status = _composed(lambda order: pickle.dump(order, pipe, protocol=5))
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(status)
    os.close(writer)
    with contextlib.suppress(Exception):  # said again, by name, for the document that needs it
        from folio.render.pdf import load_weasyprint

        load_weasyprint()
        from folio.render import resume, templates  # noqa: F401 - for the unpickling

        templates.get_ready("resume/base.html.j2")
        templates.get_ready("resume/parts.html.j2")
    with os.fdopen(reader, "rb") as pipe:
        handed = pipe.read()
    _, ended = os.waitpid(child, 0)
    status = os.waitstatus_to_exitcode(ended)
    if handed and status == 0:
        from folio.cli.delivery import deliver

        order = pickle.loads(handed)
        del handed
        gc.freeze()
        deliver(order)
        _leave()
    return status if status >= 0 else 128 - status


def _leave() -> None:
    """Ends at once: taking WeasyPrint and Pango down with the interpreter takes time, and now and then crashes."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def _ended(work: Callable[[], int | None]) -> int:
    try:
        return work() or 0
    except BaseException as error:  # noqa: BLE001 - told below as for any other command
        from folio.cli.problems import ended

        caught = error

        def again() -> object:
            raise caught

        return ended(again)
