"""Makes templates/fonts/folio-arabic/ from IBM Plex Sans Arabic: its Arabic letters, so that a PDF can be read back.

    tools/arabic_fonts.py [FOLDER]

Two letters that Plex draws as one glyph ("لا", "في") stay two in the text: the first letter is drawn as the glyph of
both, the second as nothing. Programs that extract text turn the letters of one glyph round, for they expect the glyphs
of right-to-left text in visual order; two glyphs they put in order. The name
"Plex" is reserved, so the result has another.

The npm package is fetched with `npm pack`, unless FOLDER holds its tarball.
"""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fontTools.otlLib.builder import ChainContextSubstBuilder, ChainContextualRule, SingleSubstBuilder
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

TARGET = Path(__file__).resolve().parents[1] / "templates" / "fonts" / "folio-arabic"
PACKAGE = "@expo-google-fonts/ibm-plex-sans-arabic@0.4.2"
SOURCES = {
    ("Regular", "400Regular"): "93ac94c4b3174176d410381b86c19891086a091c3c8da940ca65d85aa6a4f8a4",
    ("SemiBold", "600SemiBold"): "a45026a12d679d08bc1c28ca454aeb6aede0548e34addcc8a1141a6ef74dcbe4",
}
"""The SHA-256 of each file."""

FAMILY = "Folio Arabic"
LETTERS = {*range(0x600, 0x780), *range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00)}
BETWEEN = {*map(ord, " !\"'(),.:;?\u00a0«·»"), *range(0x2010, 0x2028)}
"""The punctuation of sentences; that of addresses and numbers goes with Latin letters."""
IGNORE_MARKS = 8
ROOM = 150
"""The width of the blank glyph; what is nearer than a tenth of the size is the same letter to pdftotext."""


def parted(font: TTFont) -> None:
    """Replace each ligature of two letters by two glyphs: what it looks like, and nothing."""
    lookups = font["GSUB"].table.LookupList.Lookup
    (at,) = feature(font, "rlig")
    both: dict[str, dict[str, str]] = defaultdict(dict)
    for subtable in lookups[at].SubTable:
        for first, ligatures in getattr(subtable, "ExtSubTable", subtable).ligatures.items():
            for ligature in ligatures:
                if len(ligature.Component) == 1:
                    both[ligature.Component[0]][first] = ligature.LigGlyph
    nothing = {second: blank(font, second) for second in both}
    font.getReverseGlyphMap(rebuild=True)
    narrow(font, {ligature for firsts in both.values() for ligature in firsts.values()})
    chain = ChainContextSubstBuilder(font, None)
    chain.lookupflag = IGNORE_MARKS
    for second, firsts in both.items():
        steps = [[single(font, firsts)], [single(font, {second: nothing[second]})]]
        chain.rules.append(ChainContextualRule([], [set(firsts), {second}], [], steps))
    lookups[at] = chain.build()
    font["GSUB"].table.LookupList.LookupCount = len(lookups)


def single(font: TTFont, mapping: dict[str, str]) -> SingleSubstBuilder:
    """A lookup that only a rule for several glyphs calls, added to the font."""
    lookups = font["GSUB"].table.LookupList.Lookup
    builder = SingleSubstBuilder(font, None)
    builder.mapping = mapping
    builder.lookup_index = len(lookups)
    lookups.append(builder.build())
    return builder


def blank(font: TTFont, second: str) -> str:
    """A glyph without ink, to stand for the letter of `second`."""
    name = f"{second}.drawn"
    font["glyf"][name] = Glyph()  # and adds it to the order of glyphs
    font["hmtx"][name] = (ROOM, 0)
    return name


def narrow(font: TTFont, glyphs: set[str]) -> None:
    """Let `glyphs` begin where the blank one at their left does, so that both together are as wide as before."""
    decompose(font, glyphs)  # or what is made of others of `glyphs` would move twice
    for name in glyphs:
        font["glyf"][name].coordinates.translate((-ROOM, 0))
        font["glyf"][name].recalcBounds(font["glyf"])
        width, side = font["hmtx"][name]
        font["hmtx"][name] = (width - ROOM, side - ROOM)
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for subtable in lookup.SubTable:
            for anchor in anchors(getattr(subtable, "ExtSubTable", subtable), glyphs):
                anchor.XCoordinate -= ROOM


def decompose(font: TTFont, glyphs: set[str]) -> None:
    """Give `glyphs`, and those that are made of them, outlines of their own."""
    shapes = font.getGlyphSet()
    outlines = {}
    for name in font.getGlyphOrder():
        glyph = font["glyf"][name]
        if glyph.isComposite() and not glyphs.isdisjoint([name, *glyph.getComponentNames(font["glyf"])]):
            pen = DecomposingRecordingPen(shapes)
            shapes[name].draw(pen)
            outlines[name] = TTGlyphPen(None)
            pen.replay(outlines[name])
    for name, outline in outlines.items():
        font["glyf"][name] = outline.glyph()


def anchors(table: Any, glyphs: set[str]) -> Iterator[Any]:
    """Where marks and neighbours are attached to `glyphs`."""
    if table.LookupType == 3:
        for name, record in zip(table.Coverage.glyphs, table.EntryExitRecord, strict=True):
            yield from filter(None, (record.EntryAnchor, record.ExitAnchor) if name in glyphs else ())
    elif table.LookupType == 4:
        for name, record in zip(table.BaseCoverage.glyphs, table.BaseArray.BaseRecord, strict=True):
            yield from filter(None, record.BaseAnchor if name in glyphs else ())
    elif table.LookupType == 5:
        for name, attach in zip(table.LigatureCoverage.glyphs, table.LigatureArray.LigatureAttach, strict=True):
            for record in attach.ComponentRecord if name in glyphs else ():
                yield from filter(None, record.LigatureAnchor)


def feature(font: TTFont, tag: str) -> list[int]:
    (found,) = (each for each in font["GSUB"].table.FeatureList.FeatureRecord if each.FeatureTag == tag)
    return list(found.Feature.LookupListIndex)


def named(font: TTFont, style: str) -> None:
    texts = {1: f"{FAMILY} {style}".removesuffix(" Regular"), 2: "Regular", 4: f"{FAMILY} {style}",
             6: f"{FAMILY.replace(' ', '')}-{style}", 16: FAMILY, 17: style}  # fmt: skip
    version = font["name"].getDebugName(5).partition(";")[0]
    texts |= {3: f"{version};folio;{texts[6]}", 5: f"{version}; made from IBM's Arabic sans for folio"}
    for number in (7, 18, 19, 21, 22, 25):
        font["name"].removeNames(nameID=number)
    for number, text in texts.items():
        font["name"].setName(text, number, 3, 1, 0x409)


def made(content: bytes, style: str) -> bytes:
    """The typeface for folio, of the bytes of a static file of IBM Plex Sans Arabic."""
    font = TTFont(io.BytesIO(content), recalcTimestamp=False)
    parted(font)
    options = Options()
    options.hinting = False
    options.drop_tables += ["meta"]
    options.layout_features = ["ccmp", "locl", "init", "medi", "fina", "rlig", "calt", "kern", "mark", "mkmk", "curs"]
    options.name_IDs = ["*"]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS | BETWEEN)
    subsetter.subset(font)
    named(font, style)
    out = io.BytesIO()
    font.save(out, reorderTables=False)
    return out.getvalue()


def make(folder: Path) -> None:
    tarball = folder / (PACKAGE.removeprefix("@").replace("/", "-").replace("@", "-") + ".tgz")
    if not tarball.is_file():
        subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    TARGET.mkdir(exist_ok=True)
    with tarfile.open(tarball) as archive:
        for (style, place), expected in SOURCES.items():
            content = read(archive, f"package/{place}/IBMPlexSansArabic_{place}.ttf")
            if hashlib.sha256(content).hexdigest() != expected:
                sys.exit(f"IBM Plex Sans Arabic {style} is another file than the one that was chosen")
            (TARGET / f"FolioArabic-{style}.ttf").write_bytes(made(content, style))
        (TARGET / "OFL.txt").write_bytes(read(archive, "package/LICENSE_FONT").replace(b"\r\n", b"\n"))


def read(archive: tarfile.TarFile, name: str) -> bytes:
    stream = archive.extractfile(name)
    assert stream is not None, name
    return stream.read()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        make(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as scratch:
            make(Path(scratch))
