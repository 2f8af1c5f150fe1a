"""`folio doctor`: whether this machine has what folio needs; it works where half of it is broken."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from folio.cli.running import SET

if TYPE_CHECKING:
    from folio.health import Finding, Surroundings

COLOURS = {"ok": "green", "note": "yellow", "trouble": "red"}


@click.command()
@click.argument("profile", type=click.Path(path_type=Path), required=False, metavar="[PROFILE]")
@click.option("--offline", is_flag=True, help="Contact nobody.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for other programs.")
@click.option("--state", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="Where evidence and caches are kept (.folio beside the profile).")  # fmt: skip
@click.option("-o", "--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True, metavar="DIR",
              help="Where 'folio build' is to write.")  # fmt: skip
@click.option("--authority", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
              help="Trust these certificates (PEM) in place of the system's.")  # fmt: skip
@SET
def doctor(profile: Path | None, offline: bool, as_json: bool, state: Path | None, out: Path, authority: Path | None,
           overrides: tuple[str, ...]) -> int:  # fmt: skip
    """Look whether this machine has what folio needs, and with PROFILE whether that can be used; say what to do.

    Nothing is changed. GitHub alone is asked, about your limits there; with --offline nobody is. Exit status 1 when
    there is trouble; a note is none.
    """
    from folio.health import Surroundings, examined

    around = Surroundings(
        environ=os.environ,
        clock=datetime.now(tz=UTC),
        profile=profile or Path(),
        named=profile is not None,
        state=state,
        out=out,
        overrides=overrides,
        offline=offline,
        authority=authority,
        python=sys.version_info[:3],
        encoding=sys.stdout.encoding or "ascii",
        columns=shutil.get_terminal_size().columns if sys.stdout.isatty() else None,
        variables=_variables(),
    )
    return _print_json(around) if as_json else _print(examined(around))


def _variables() -> frozenset[str]:
    """Every variable that an option of any command looks for; no command at all where one can't be imported."""
    from folio.cli.environment import all_variables
    from folio.cli.root import COMMANDS, group

    found: set[str] = set()
    for name in COMMANDS:
        try:
            _, command, _ = group.resolve_command(click.get_current_context(), [name])
        except Exception:  # noqa: BLE001 - what is broken is told by the check that it belongs to
            continue
        found.update(all_variables(command, name) if command else ())
    return frozenset(found)


def _print(findings: Iterable[Finding]) -> int:
    from folio.cli.terminal import faint, say, wrapped
    from folio.cli.text import clean

    counts = dict.fromkeys(COLOURS, 0)
    for one in findings:
        counts[one.state] += 1
        state = click.style(f"{one.state:<8}", fg=COLOURS[one.state])
        say(f"{state} {clean(one.about):<17} {wrapped(clean(one.found), indent=27)}")
        if one.todo:
            say(f"{'':27}{faint(wrapped(f'> {clean(one.todo)}', indent=29))}")
    say()
    wrong, notes = counts["trouble"], counts["note"]
    noted = f", {notes} {'note' if notes == 1 else 'notes'}" if notes else ""
    say(f"{wrong or 'no'} {'troubles' if wrong > 1 else 'trouble'}{noted}")
    return int(wrong > 0)


def _print_json(around: Surroundings) -> int:
    import json

    from folio.cli.result import escaped, to_stdout
    from folio.health import examined
    from folio.version import VERSION

    found = list(examined(around))
    fine = all(one.state != "trouble" for one in found)
    said = {"schema_version": 1, "folio": VERSION, "fine": fine, "findings": [asdict(one) for one in found]}
    to_stdout(escaped(json.dumps(said, ensure_ascii=False, indent=2) + "\n"))
    return int(not fine)
