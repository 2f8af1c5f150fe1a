"""`folio build`: everything in one run, and next to nothing where nothing changed.

What the profile names is looked at in every run. Where that comes to what it came to before, every file that was read
is the same and so is every file that was written, the output is left as it is. Offline, looking is reading files: while
those are the same as well, so is what was seen.
"""

from __future__ import annotations

import hashlib
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folio import kept
from folio.cli.running import AS_JSON, PROFILE, a_folder, platforms, run_options, running
from folio.cli.site import with_engine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from folio.build import Built
    from folio.evidence.model import Evidence
    from folio.options import Options
    from folio.website.build import Engine

HISTORY = "history.jsonl"
LOOKED = "--looked"
"""Beside the words of a command, what was read to see that its evidence stands."""


@click.command()
@PROFILE
@running
@platforms(several=False)
@with_engine
@AS_JSON
@click.option("-o", "--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True, metavar="DIR",
              callback=a_folder, help="The folder to write; swapped in whole when everything is done.")  # fmt: skip
def build(profile: Path, out: Path, engine: Engine, as_json: bool, **values: Any) -> None:
    """Make everything from PROFILE: the site, the résumé, the pitches and the readiness report.

    The site is for clients. The report in DIR/readiness is for you; nothing of it reaches the site unless the profile
    says so.
    """
    from folio.cli.delivery import said_as_json
    from folio.cli.progress import progress
    from folio.cli.terminal import say
    from folio.cli.text import clean

    answer = None if values["refresh"] else kept.recall(sys.argv[1:])
    with progress(values["quiet"]) as shown:
        options = run_options(values, shown)
        if answer is not None and _holds(answer, profile, out, options):
            about = answer.about
        else:
            watch, told = kept.Watch(), Told()
            logging.getLogger("folio").addFilter(told)
            from folio.build import build as built
            from folio.cli.look_over import look_over
            from folio.cli.summary import built_lines
            from folio.profile.placeholders import untouched

            result = built(profile, out, options, shown.step, engine)
            hint = look_over(sum(1 for _ in untouched(result.assembly.profile)), profile)
            report = result.assembly.report
            about = {
                "lines": list(built_lines(report, out, result.files)),
                "aside": [*result.remarks, *([hint] if hint else [])],
                "json": {
                    "out": str(out),
                    "files": [{"path": path, "what": what} for path, what in result.files],
                    "remarks": list(result.remarks),
                    "points": report.points.earned,
                    "level": report.level.id,
                },
            }
            if not told.anything:
                _keep(result, about, watch, options)
    if as_json:
        said_as_json(about["json"])
        return
    for line in about["lines"]:
        say(line)
    for line in about["aside"]:
        say(clean(line), err=True)


class Told(logging.Filter):
    """Notes whether there was a warning: it would not be said again."""

    anything = False

    def filter(self, record: logging.LogRecord) -> bool:
        self.anything |= record.levelno >= logging.WARNING
        return True


def _holds(answer: kept.Answer, profile: Path, out: Path, options: Options) -> bool:
    """Whether the last output is still the one to make; what the profile names is looked at to know."""
    from folio.cli.terminal import width
    from folio.options import state_folder

    state = state_folder(_folder(profile), options)
    if answer.about["width"] != width():
        return False
    if answer.about["history"] != kept.stands_for(str(state / HISTORY)) or answer.about["made"] != dict(_made(out)):
        return False
    evidence = answer.about["evidence"]
    known = kept.recall([*sys.argv[1:], LOOKED]) if options.offline else None
    return bool(known and known.about["evidence"] == evidence) or evidence == _look(profile, state, options)


def _folder(profile: Path) -> Path:
    return profile if profile.is_dir() else profile.parent


def _look(profile: Path, state: Path, options: Options) -> str:
    """What stands for all that is seen now; where nobody else is asked, the files that say so are kept."""
    watch, told = kept.Watch(), Told()
    logging.getLogger("folio").addFilter(told)
    from folio.observing import observe
    from folio.options import FINGERPRINTS
    from folio.profile.load import load

    evidence = _digest(observe(load(profile, overrides=options.overrides), _folder(profile), options))
    inputs = watch.inputs(kept.tree(state / FINGERPRINTS))
    if options.offline and inputs is not None and not told.anything:
        kept.remember(state, [*sys.argv[1:], LOOKED], inputs, kept.Answer({"evidence": evidence}, ()))
    return evidence


def _keep(result: Built, said: dict[str, Any], watch: kept.Watch, options: Options) -> None:
    """Keeps what the run was made from and what it made. Evidence is compared, not where it lies: looking renews it."""
    from folio.cli.terminal import width
    from folio.durable.held import in_scratch
    from folio.options import state_folder

    folder = result.assembly.folder
    state = state_folder(folder, options)
    further = [*kept.tree(folder / "templates"), *kept.tree(folder / "pages"), *kept.named(sys.argv[2:])]
    out = os.path.abspath(result.out)
    own = (os.path.abspath(state) + os.sep, out + os.sep)
    beside = (out, os.path.dirname(out))

    def apart(path: str) -> bool:
        return path in beside or path.startswith(own) or in_scratch(path)

    inputs = watch.inputs(further, apart=apart, alone=False)
    if inputs is None:
        return
    about = {
        **said,
        "width": width(),
        "made": dict(_made(result.out)),
        "evidence": _digest(result.assembly.evidence),
        "history": kept.stands_for(str(state / HISTORY)),
    }
    kept.remember(state, sys.argv[1:], inputs, kept.Answer(about, ()))


def _digest(evidence: Evidence) -> str:
    return hashlib.sha256(evidence.model_dump_json().encode()).hexdigest()


def _made(out: Path) -> Iterator[tuple[str, str]]:
    """What stands for each file of the output."""
    for at, _, names in os.walk(out):
        for name in names:
            path = os.path.join(at, name)
            yield os.path.relpath(path, out), kept.stands_for(path)
