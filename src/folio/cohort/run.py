"""A whole run: begun or gone on with, its chunks worked on, and their parts joined into the result."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

from folio.cohort import begun, parts, plan
from folio.cohort.asking import anywhere, asking
from folio.cohort.going import FAULTS, Going
from folio.cohort.job import Asked
from folio.cohort.joining import joined, refuse
from folio.cohort.order import Order, Outcome, Shown, Stopped
from folio.cohort.sources import candidates
from folio.errors import FolioError
from folio.pipeline import rubrics
from folio.readiness.check import plural
from folio.version import VERSION

CHUNK = 20
"""Profiles in a job: what a kill may cost, and a worker has for some seconds."""


def run(order: Order, shown: Shown) -> Outcome:
    """Scores everybody that the sources name, and writes their rows; raises FolioError when that can't be done.

    Begun again with the same order it goes on where it was, however it ended. Raises Stopped when it is interrupted.
    """
    refuse(order.out)
    order = replace(order, asked=_for_any_folder(order.asked))
    platforms = tuple(one.platform.id for one in rubrics(order.asked.options))
    with begun.folder_of(order.out) as folder:
        order, size = _taken_up_or_begun(order, folder, shown)
        outcome = _outcome(Going(order, order.asked, folder, size, platforms, shown), order, platforms, shown)
        begun.remove(folder)
    return outcome


def _outcome(going: Going, order: Order, platforms: tuple[str, ...], shown: Shown) -> Outcome:
    shown.step(f"scoring {plural(going.total, 'profile')}")
    shown.expect(going.total)
    day = order.asked.options.today
    try:
        going.go()
        shown.step(f"writing {order.out.name}")
        about = {"folio.version": VERSION, "folio.today": day.isoformat(), "folio.platforms": ",".join(platforms)}
        joined(going.parts(), order.out, about)
    except KeyboardInterrupt:
        raise Stopped(going.done, going.total) from None
    return Outcome(
        day=day,
        profiles=going.total,
        rows=going.rows,
        problems=going.problems,
        unbuilt=going.unbuilt,
        taken_up=going.taken_up,
        waiting=sum(len(part.waiting) for part in going.waiting.values()),
        again_at=max((part.again_at for part in going.waiting.values() if part.again_at), default=None),
        faults=tuple(islice(going.first_faults(), FAULTS)),
    )


def _for_any_folder(asked: Asked) -> Asked:
    """Workers may run in another folder: every path is absolute."""
    options = asked.options
    return replace(
        asked,
        options=replace(
            options,
            platforms=tuple(map(anywhere, options.platforms)),
            state=_absolute(options.state),
            fingerprints=_absolute(options.fingerprints),
            authority=_absolute(options.authority),
            token=None,
            watch=None,
            expect=None,
        ),
        render=_absolute(asked.render),
    )


def _absolute(path: Path | None) -> Path | None:
    return None if path is None else path.absolute()


def _taken_up_or_begun(order: Order, folder: Path, shown: Shown) -> tuple[Order, int]:
    """The order as the run was begun with, or begins now, and the profiles in a chunk."""
    before = None if order.restart else begun.read(folder)
    if before is None:
        size = order.chunk or CHUNK
        begun.empty(folder)
        (folder / parts.FOLDER).mkdir()
        shown.step("looking for profiles")
        try:
            if not plan.write(candidates(order.sources), folder):
                raise FolioError(f"no profile in {' '.join(order.sources)}; a profile is a profile.yaml, or a record")
        except FolioError:
            begun.remove(folder)
            raise
        begun.begin(folder, asking(order, size))
        return order, size
    if not order.day_said:
        options = replace(order.asked.options, today=date.fromisoformat(before["--today"]))
        order = replace(order, asked=replace(order.asked, options=options))
    size = order.chunk or int(before["--chunk"])
    if different := begun.differences(before, asking(order, size)):
        raise FolioError(
            f"{order.out}: a run is unfinished here that was asked for something else "
            f"({'; '.join(different)}); ask for the same to go on, or begin anew with --restart"
        )
    shown.step("going on with the run that was begun here")
    return order, size
