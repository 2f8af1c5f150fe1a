"""`folio resume`, `letter`, `pitch` and `site` in two halves that run side by side.

A child composes: it reads the command line, the profile and the evidence, and ends once it has handed over what is to
be printed or built. Meanwhile this process, which does that, imports WeasyPrint or a site generator; that takes as
long. Each half holds only what it needs, so both together take less memory than one after the other, and what the child
took is free before layout begins.
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
from importlib import import_module
from typing import TYPE_CHECKING, Any

from folio import kept

if TYPE_CHECKING:
    from pathlib import Path

    from folio.cli.delivery import Order
    from folio.cli.site_delivery import SiteOrder

ALONE = ("-h", "--help", "-f", "--format")
"""Words with which there is perhaps nothing to print: the run is then one process, as where there is no `fork`."""
CHANGED = -1
"""What became of repeating an answer whose results somebody changed: no status to exit with."""


def run() -> int:
    """Runs the command that the arguments name, and returns the status to exit with."""
    answer = kept.recall(sys.argv[1:])
    if answer is not None and (status := _ended(lambda: None if _end().repeat(answer) else CHANGED)) != CHANGED:
        return status
    if sys.platform != "linux" or any(word.startswith(ALONE) for word in sys.argv[2:]):
        return _composed()
    return _ended(_in_two)


def _end() -> Any:
    """The module that ends the command: it gets ready, delivers an order, and repeats an answer."""
    return import_module(f"folio.cli.{'site_delivery' if sys.argv[1] == 'site' else 'delivery'}")


def _composed(go_on: Callable[[Order | SiteOrder], None] | None = None) -> int:
    """Runs the command in this process; its order goes on to another one, or is done here."""
    from folio.cli.root import run as run_all

    watch, told = kept.Watch(), _Told()
    logging.getLogger("folio").addFilter(told)

    def take(order: Order | SiteOrder, folder: Path, state: Path) -> None:
        if not told.anything:  # what was logged would not be said again
            looked = (folder / "templates", state / "evidence")  # there or not
            paths = [*(path for one in looked for path in kept.tree(one)), *kept.named(sys.argv[2:])]
            paths += kept.tree(folder / "pages") if sys.argv[1] == "site" else ()
            cache = os.path.join(os.path.abspath(state), "cache", "")  # what is there can be made again
            order = replace(order, place=state, inputs=watch.inputs(paths, apart=lambda path: path.startswith(cache)))
        (go_on or _end().deliver)(order)

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
        _end().get_ready()
    with os.fdopen(reader, "rb") as pipe:
        handed = pipe.read()
    _, ended = os.waitpid(child, 0)
    status = os.waitstatus_to_exitcode(ended)
    if handed and status == 0:
        order = pickle.loads(handed)
        del handed
        gc.freeze()
        _end().deliver(order)
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
