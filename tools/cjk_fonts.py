"""Makes the typefaces of packages/cjk-fonts: subsets of Noto Sans for Japanese, Korean and Chinese.

    tools/cjk_fonts.py [FOLDER]

The npm packages below are fetched with `npm pack`, unless FOLDER holds their tarballs. The same sources and the same
fontTools (constraints.txt) give the same bytes. What a typeface holds is said in `characters`: everyday writing, not
whole dictionaries, and nothing that folio's own faces have.
"""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "packages" / "cjk-fonts" / "folio_cjk_fonts"
OWN = ROOT / "templates" / "fonts" / "ibm-plex-sans" / "IBMPlexSans-Regular.ttf"

PACKAGE = "@expo-google-fonts/noto-sans-{}@0.4.3"
SOURCES = {
    ("JP", "Regular"): "d930d5d52d15231c283089760f84584272ad5e37e14607ba0d19c798e7a9caec",
    ("JP", "Bold"): "c5b7b9d6a6eb682b0d4e6bbb38509575fd2759a28f147daa74714d1359a7909e",
    ("KR", "Regular"): "8cbc9b353bb9ce848fd69bb6a507319dfacc659cf5fd643db5d88f3c4970e1dd",
    ("KR", "Bold"): "4ffa20c272ae6d689f7c8d34ff9c8039a326e9c334d9fc8852b2a7396227d077",
    ("SC", "Regular"): "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
    ("SC", "Bold"): "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96",
    ("TC", "Regular"): "add35d53f70727657b4509531677c4e3712b67df3d54661efdee5d3a0c16d954",
    ("TC", "Bold"): "ed4ae6ed781e34d0beee896e9be5d835a938ac7adabbcc1b6b6904290006f372",
}
"""The SHA-256 of each file that a subset is made of."""

PLACES = {"Regular": "400Regular", "Bold": "700Bold"}

PUNCTUATION = {*range(0x3000, 0x3040), *range(0xFE30, 0xFE50), *range(0xFF01, 0xFF66), *range(0xFFE0, 0xFFE7)}
KANA = {*range(0x3040, 0x3100), *range(0x31F0, 0x3200), *range(0xFF66, 0xFFA0)}
BIG5_LEVEL_1 = range(0xA440, 0xC67F)
NAMES = (
    "喆堃玥珺昇暐祎晞晟炘煊琇琨瑄璟皓睿祺翀赟镕頔骉堉玙珵珩珣琤璇璐璠婳姝妤媖嫄锴钰鋆鑫淼焱垚犇麤旻昉"
    "昊晗晢暄曦桉梓楠榕槿橦沄沅浠涵淏渟湉溦滢澍濛炜烨烜煜熠熹"
)
"""Characters of given names in China; GB 2312 is older than the fashion for some of them."""


def characters(script: str) -> set[int]:
    """The code points that the typeface of `script` is to have, as far as Noto has them."""
    if script == "JP":
        return PUNCTUATION | KANA | written_in("cp932")
    if script == "KR":
        return PUNCTUATION | written_in("euc_kr") | set(range(0xAC00, 0xD7A4))
    if script == "SC":
        return PUNCTUATION | written_in("gb2312") | set(map(ord, NAMES))
    return PUNCTUATION | set(range(0x3100, 0x3130)) | written_in("big5", BIG5_LEVEL_1)


def written_in(codec: str, codes: Iterable[int] = range(0x8140, 0xFEFF)) -> set[int]:
    """What two bytes stand for in a codec of Python's."""
    found = set()
    for code in codes:
        try:
            found.update(map(ord, code.to_bytes(2, "big").decode(codec)))
        except UnicodeDecodeError:
            continue
    return {point for point in found if point > 0x7F and not 0xE000 <= point < 0xF900}


def subset(content: bytes, points: set[int]) -> bytes:
    """The font with the glyphs of `points` and what Pango needs to set them in lines, and no hinting."""
    options = Options()
    options.hinting = False
    options.layout_features = ["ccmp", "locl", "kern", "mark", "mkmk"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "STAT"]
    font = TTFont(io.BytesIO(content), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID == 5:
            record.string = f"{record.toUnicode().partition(';')[0]}; subset for folio"
    out = io.BytesIO()
    font.save(out, reorderTables=False)
    return out.getvalue()


def tarball(script: str, folder: Path) -> Path:
    """The package of a script's typeface, below `folder`; it is fetched when it is not there."""
    package = PACKAGE.format(script.lower())
    name = package.removeprefix("@").replace("/", "-").replace("@", "-") + ".tgz"
    if not (folder / name).is_file():
        subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder / name


def make(folder: Path) -> None:
    own = set(TTFont(OWN).getBestCmap()) - {0x20}
    for (script, style), expected in SOURCES.items():
        with tarfile.open(tarball(script, folder)) as archive:
            content = read(archive, f"package/{PLACES[style]}/NotoSans{script}_{PLACES[style]}.ttf")
            licence = read(archive, "package/LICENSE_FONT")
        if hashlib.sha256(content).hexdigest() != expected:
            sys.exit(f"Noto Sans {script} {style} is another file than the one that was chosen")
        made = subset(content, (characters(script) - own) | {0x20})
        (TARGET / f"NotoSans{script}-{style}.ttf").write_bytes(made)
        (TARGET / "OFL.txt").write_bytes(licence)
        count = len(TTFont(io.BytesIO(made)).getBestCmap())
        print(f"Noto Sans {script} {style}: {len(made):,} bytes, {count:,} characters")


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
