"""Make a typeface of the site lighter: Latin-1 and the signs of typography, and kerning without what nobody sees.

Kerning pairs are half the weight of a small typeface. Those below `LEAST` thousandths of an em are dropped, the others
rounded to `STEP`, and a variable typeface gets the kerning of its default weight.

    python tools/site_fonts.py templates/site/looks/grove/fonts/instrument-sans.woff2
"""

from __future__ import annotations

import sys
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

LEAST = 12
STEP = 6
SIGNS = "ıŒœˆ˚˜–—‘’‚“”„•…′″‹›€↑↓−≈≤≥×"
TEXT = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100)])) + SIGNS


def main(paths: list[str]) -> None:
    """Write each typeface back in its place."""
    for path in paths:
        font = TTFont(path)
        options = Options(layout_features=["kern", "liga", "tnum", "locl", "ccmp"], hinting=False, notdef_outline=True)
        options.name_IDs = [0, 1, 2, 13, 14]
        subsetter = Subsetter(options)
        subsetter.populate(text=TEXT)
        subsetter.subset(font)
        for lookup in font["GPOS"].table.LookupList.Lookup:
            for table in lookup.SubTable:
                lighten(getattr(table, "ExtSubTable", table), font["head"].unitsPerEm)
        if "HVAR" in font:
            del font["HVAR"]  # advances follow from the outlines
        font.flavor = "woff2"
        font.save(path)


def lighten(table: Any, em: int) -> None:
    """Round the values of a PairPos table, and drop pairs that come to nothing."""
    table.ValueFormat1, table.ValueFormat2 = 4, 0
    if table.Format == 2:
        for row in table.Class1Record:
            for cell in row.Class2Record:
                cell.Value1, cell.Value2 = rounded(cell.Value1, em), None
        return
    for pairs in table.PairSet:
        for pair in pairs.PairValueRecord:
            pair.Value1, pair.Value2 = rounded(pair.Value1, em), None


def rounded(value: Any, em: int) -> Any:
    """`value` with its advance alone, rounded; 0 where nobody sees it. Such a pair stays: it undoes a class."""
    from fontTools.ttLib.tables.otBase import ValueRecord

    amount = getattr(value, "XAdvance", 0) or 0
    if abs(amount) * 1000 < LEAST * em:
        amount = 0
    new = ValueRecord()
    new.XAdvance = round(amount / STEP) * STEP
    return new


if __name__ == "__main__":
    main(sys.argv[1:])
