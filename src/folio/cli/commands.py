"""The commands that make something: each parses, calls one function of the library, and prints."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from folio.cli.running import AS_JSON, PROFILE, run_options, running


@click.command()
@PROFILE
@AS_JSON
@running
def collect(profile: Path, as_json: bool, **values: Any) -> None:
    """Look at everything that PROFILE names, and store what was seen: repositories, GitHub, live addresses, articles.

    What has not changed since the last look is not read again, and an interrupted run goes on where it stopped. Trouble
    outside is recorded with the time to try again; it is no error, and takes away nothing that was seen before.
    """
    from folio.cli.progress import progress
    from folio.cli.result import escaped, to_stdout
    from folio.cli.summary import evidence_json, show_evidence
    from folio.observing import observe
    from folio.profile.load import load, locate

    loaded = load(profile, overrides=values["overrides"])
    with progress(values["quiet"]) as shown:
        shown.step("looking at what the profile names")
        evidence = observe(loaded, locate(profile).parent, run_options(values, shown))
    if as_json:
        to_stdout(escaped(evidence_json(evidence, shown.anew)))
    else:
        show_evidence(evidence, shown.anew)


@click.command()
@click.argument("location")
@click.option("--name", help="What people call it; the end of the location if not said.")
@click.option("--kind", type=click.Choice(["template", "tutorial"]), default="template", show_default=True,
              help="A template's files are left out; what is much like a tutorial shows study only.")  # fmt: skip
@click.option("--below", default="", metavar="FOLDER", help="Only this folder of the repository.")
@click.option("--licence", default="", help="The licence it is under, for whoever ships the fingerprint.")
@click.option("-o", "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="The file to write (.folio/fingerprints/NAME.json).")  # fmt: skip
@click.option("--offline", is_flag=True, help="Contact nobody.")
def fingerprint(location: str, name: str | None, kind: str, below: str, licence: str, out: Path | None,
                offline: bool) -> None:  # fmt: skip
    """Make a fingerprint of the template or tutorial at LOCATION, a path or an address, to know its code again.

    It holds hashes, and none of the code. Beside your profile, in .folio/fingerprints, it is used from the next run on.
    """
    from folio.cli.files import STDOUT, to_stdout
    from folio.cli.progress import progress
    from folio.durable.held import scratch_folder
    from folio.fingerprint import make

    with progress(quiet=False) as shown, scratch_folder() as scratch:
        shown.within(f"reading {location}")
        file = Path(scratch, "made.json") if out == STDOUT else out
        written, hashes = make(location, name=name, kind=kind, below=below, licence=licence, out=file, offline=offline)
        content = written.read_bytes() if out == STDOUT else b""
    if out == STDOUT:
        to_stdout(content)
        return
    click.echo(f"{written}: {hashes:,} hashes")
