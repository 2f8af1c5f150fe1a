"""The structure tree of a PDF without elements that say nothing: WeasyPrint makes one of every run of text and box.

A `Span` without attributes only stands between its text and the paragraph, and a `Div` or `NonStruct` between parts and
their section (ISO 32000-1, 14.8.4.2 and 14.8.4.4). Without them a page is two to four kilobytes smaller.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

PLAIN = {"Type", "S", "P", "K", "Pg"}
"""What an element has that says nothing but its kind and its place."""
HOLDS_TEXT = {"/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/LBody", "/Lbl", "/Span", "/TD", "/TH"}
HOLDS_PARTS = {"/Document", "/Part", "/Sect", "/Art", "/Div", "/NonStruct", "/LBody", "/TD"}


def lean_tree(file: Any) -> None:
    """Takes them out of `file`, a PDF of pydyf's; what they hold goes to the element above."""
    gone: dict[bytes, bytes] = {}
    elements: list[Any] = [one for one in file.objects if isinstance(one, dict) and one.get("Type") == "/StructElem"]
    for element in elements:
        above = object_at(file, element["P"])
        if _says_nothing(element, above) and element.reference in above["K"]:
            at = above["K"].index(element.reference)
            above["K"][at : at + 1] = element["K"]
            for part in _parts(file, element):
                part["P"] = above.reference
            gone[element.reference] = above.reference
            file.objects[element.number] = _free()
    if gone:
        for texts in object_at(file, object_at(file, file.catalog["StructTreeRoot"])["ParentTree"])["Nums"]:
            if isinstance(texts, list):
                texts[:] = [_kept(reference, gone) for reference in texts]


def _says_nothing(element: Any, above: Any) -> bool:
    if not set(element) <= PLAIN:
        return False
    match element["S"]:
        case "/Span":
            return above.get("S") in HOLDS_TEXT and above.get("Pg") == element.get("Pg")
        case "/Div" | "/NonStruct":
            return above.get("S") in HOLDS_PARTS and not any(isinstance(one, int) for one in element["K"])
    return False


def _parts(file: Any, element: Any) -> Iterator[Any]:
    """The elements within one; its texts are numbers, and what a link leads to has no place in the tree."""
    for kid in element["K"]:
        if isinstance(kid, bytes) and "P" in (part := object_at(file, kid)):
            yield part


def _kept(reference: bytes, gone: dict[bytes, bytes]) -> bytes:
    while reference in gone:
        reference = gone[reference]
    return reference


def object_at(file: Any, reference: bytes) -> Any:
    """The object of `file` that a reference (`b"12 0 R"`) means."""
    return file.objects[int(reference.split()[0])]


def _free() -> Any:
    """An object's number that nothing has, and that is not given again."""
    import pydyf  # type: ignore[import-untyped]

    free = pydyf.Object()
    free.number, free.generation, free.free = 0, 65535, "f"
    return free
