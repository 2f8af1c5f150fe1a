"""Makes the typefaces of the site's looks "ledger" and "signal": small WOFF2 subsets, by alphabet.

    tools/look_fonts.py [FOLDER]

The npm packages below are fetched with `npm pack`, unless FOLDER holds their tarballs. The same sources and the same
fontTools (constraints.txt) give the same bytes. "Source" and "Plex" are names reserved for unchanged files, so the
subsets have names of their own, as the SIL Open Font License asks.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

LOOKS = Path(__file__).resolve().parents[1] / "templates" / "site" / "looks"

SERIF = "source-serif@4.5.1"
SANS = "@ibm/plex-sans@1.1.0"
MONO = "@ibm/plex-mono@2.5.0"

LATIN = (
    "20-7E,A0-FF,131,152-153,2C6,2DA,2DC,2010-2015,2018-201A,201C-201E,2022,2026,2030,2032-2033,2039-203A,2044,20AC,"
    "2116,2122,2190-2193,2212,2215"
)
ALPHABETS = {
    "": (LATIN, ("kern", "liga", "locl")),
    "-ext": ("100-130,132-151,154-2C5,2C7-2D9,2DB,2DD-2FF,300-36F,1E00-1EFF,20A0-20AB,20AD-20C0", ()),
    "-cyrillic": ("400-52F", ()),
    "-greek": ("370-3FF,1F00-1FFF", ()),
}
"""What is put into the file of each alphabet, and which features; none named stands for all that letters need."""
FEATURES = ("ccmp", "kern", "liga", "locl", "mark", "mkmk")


@dataclass(frozen=True, slots=True)
class Face:
    """One file of a package, and what becomes of it."""

    look: str
    package: str
    source: str
    target: str
    family: str


FACES = (
    Face("ledger", SERIF, "TTF/SourceSerif4Display-Regular.ttf", "ledger-display", "Ledger Display"),
    Face("ledger", SERIF, "TTF/SourceSerif4-Regular.ttf", "ledger-text", "Ledger Text"),
    Face("ledger", SERIF, "TTF/SourceSerif4-It.ttf", "ledger-text-italic", "Ledger Text"),
    Face("ledger", SERIF, "TTF/SourceSerif4-Semibold.ttf", "ledger-text-600", "Ledger Text"),
    Face("signal", SANS, "fonts/complete/woff2/IBMPlexSans-Regular.woff2", "signal-sans", "Signal Sans"),
    Face("signal", SANS, "fonts/complete/woff2/IBMPlexSans-SemiBold.woff2", "signal-sans-600", "Signal Sans"),
    Face("signal", MONO, "fonts/complete/woff2/IBMPlexMono-Regular.woff2", "signal-mono", "Signal Mono"),
)
LICENCES = (
    ("ledger", SERIF, "LICENSE.md", "source-serif-4.LICENSE.txt"),
    ("signal", SANS, "LICENSE.txt", "ibm-plex.LICENSE.txt"),
)


def points(ranges: str) -> set[int]:
    """The code points of "20-7E,131"."""
    pairs = (part.partition("-") for part in ranges.split(","))
    return {point for first, _, last in pairs for point in range(int(first, 16), int(last or first, 16) + 1)}


def subset(content: bytes, wanted: set[int], features: tuple[str, ...], family: str) -> bytes:
    """The font with the glyphs of `wanted`, under the name `family` and without hinting."""
    options = Options()
    options.hinting = False
    options.layout_features = list(features or FEATURES)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.recalc_timestamp = False
    font = TTFont(io.BytesIO(content), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    style = font["name"].getDebugName(2) or "Regular"
    named = {1: family, 3: f"{family} {style}", 4: f"{family} {style}", 6: f"{family}-{style}".replace(" ", "")}
    for record in font["name"].names:
        record.string = named.get(record.nameID, record.toUnicode())
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out, reorderTables=False)
    return out.getvalue()


def tarball(package: str, folder: Path) -> Path:
    """The package's tarball, below `folder`; it is fetched when it is not there."""
    name = package.removeprefix("@").replace("/", "-").replace("@", "-") + ".tgz"
    if not (folder / name).is_file():
        subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder / name


def read(package: str, member: str, folder: Path) -> bytes:
    with tarfile.open(tarball(package, folder)) as archive:
        found = archive.extractfile(f"package/{member}")
        if found is None:
            raise SystemExit(f"{package} has no {member}")
        return found.read()


def make(folder: Path) -> None:
    for look, package, member, target in LICENCES:
        (LOOKS / look / "fonts" / target).write_bytes(read(package, member, folder))
    for face in FACES:
        content = read(face.package, face.source, folder)
        has = set(TTFont(io.BytesIO(content)).getBestCmap())
        for alphabet, (ranges, features) in ALPHABETS.items():
            if len(wanted := points(ranges) & has) < 20:
                continue
            made = subset(content, wanted, features, face.family)
            (LOOKS / face.look / "fonts" / f"{face.target}{alphabet}.woff2").write_bytes(made)
            print(f"{face.look}/{face.target}{alphabet}: {len(wanted)} characters, {len(made):,} bytes")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        make(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as scratch:
            make(Path(scratch))
