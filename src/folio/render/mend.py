"""What WeasyPrint 70 leaves to be mended in a PDF right before it is written."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from folio.render.lean import lean_font, srgb
from folio.render.lean_tree import lean_tree, object_at

END = b"\nendstream"


@contextlib.contextmanager
def clear_ends() -> Iterator[None]:
    """While a PDF is written: a stream whose last byte is a carriage return gets an end of line of its own.

    Readers would take that byte for a part of the line's end, and the stream for shorter than it says it is. One file
    in twenty has such a stream.
    """
    import pydyf  # type: ignore[import-untyped]

    written = pydyf.Stream.data

    def data(stream: Any) -> bytes:
        found: bytes = written.fget(stream)
        return found.removesuffix(END) + b"\r" + END if found.endswith(b"\r" + END) else found

    pydyf.Stream.data = property(data)
    try:
        yield
    finally:
        pydyf.Stream.data = written


def mend(document: Any, file: Any) -> None:
    """Mends `file`, a PDF of pydyf's: as a `finisher` of WeasyPrint's.

    An attachment is associated twice; headings of a table don't say of what they are; and a list that moves to the next
    page leaves an empty one behind. Where a no-break space shares its glyph with the space, readers may get it
    for every space. Fonts, the colour profile and the structure tree are larger than they need be.
    """
    if "AF" in file.catalog:
        file.catalog["AF"][:] = dict.fromkeys(file.catalog["AF"])
    elements: list[Any] = [one for one in file.objects if isinstance(one, dict)]
    for one in elements:
        if one.get("S") == "/TH":
            one["A"]["Scope"] = "/Column"  # Markdown's tables have no others
        elif one.get("S") == "/L" and not one["K"]:
            object_at(file, one["P"])["K"].remove(one.reference)
        elif "FontFile2" in one:
            font = object_at(file, one["FontFile2"])
            font.stream = [lean_font(b"".join(font.stream))]
            font.extra["Length1"] = len(font.stream[0])
    for one in file.objects:
        if b"begincmap" in getattr(one, "stream", ()):
            one.stream = [line.replace(b"> <00a0>", b"> <0020>") for line in one.stream]
    lean_tree(file)
    for intent in file.catalog["OutputIntents"]:
        object_at(file, intent["DestOutputProfile"]).stream = [srgb()]
