"""Everything that every PDF of folio has to be, in one list of what is wrong: `findings(content)`."""

from __future__ import annotations

import io
import itertools
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import page
import pdfua
import pikepdf

from render.marked import INVISIBLE, Run, runs

Reader = Callable[["Opened"], Iterator[str]]

VAGUE = {"click", "click here", "details", "here", "link", "more", "read more", "see", "this", "url", "website"}
"""Link texts that don't say where they lead."""

CLAIMED_BROKEN = "UA-14-001"
"""A rule of pdfua (a heading is not empty) that stops with an error at every file since pikepdf 10 refuses to look for a
key in an array. `_headings` here does the same."""


@dataclass(frozen=True)
class Element:
    """A structure element: its type, what it stands in, and the object itself."""

    kind: str
    parents: tuple[str, ...]
    obj: Any

    @property
    def children(self) -> list[Element]:
        return [Element(str(kid.S)[1:], (*self.parents, self.kind), kid) for kid in self.kids if _is_element(kid)]

    @property
    def kids(self) -> list[Any]:
        kids = self.obj.get("/K", [])
        return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


@dataclass(frozen=True)
class Opened:
    """A PDF to look at, and what was read from it once."""

    content: bytes
    file: pikepdf.Pdf

    @cached_property
    def runs(self) -> list[Run]:
        return runs(self.file)

    @cached_property
    def elements(self) -> list[Element]:
        """In reading order."""

        def walk(element: Element) -> Iterator[Element]:
            yield element
            for child in element.children:
                yield from walk(child)

        root = self.file.Root.StructTreeRoot
        return list(walk(Element("", (), root)))[1:]

    @cached_property
    def _texts(self) -> dict[tuple[int, int], str]:
        found: dict[tuple[int, int], str] = {}
        for run in self.runs:
            if run.mcid is not None:
                found[run.page, run.mcid] = found.get((run.page, run.mcid), "") + run.text
        return found

    @cached_property
    def _pages(self) -> dict[tuple[int, int], int]:
        return {sheet.obj.objgen: number for number, sheet in enumerate(self.file.pages)}

    def text(self, element: Element) -> str:
        """All that an element holds, in order."""
        parts = []
        for kid in element.kids:
            if isinstance(kid, int):
                parts.append(self._texts.get((self._pages[element.obj.Pg.objgen], kid), ""))
            elif _is_element(kid):
                parts.append(self.text(Element("", (), kid)))
        return "".join(parts)


def findings(content: bytes) -> list[str]:
    """What is wrong with a PDF; nothing, when all is as it should be."""
    with pikepdf.open(io.BytesIO(content)) as file:
        opened = Opened(content, file)
        return [found for look in LOOKS for found in look(opened)]


def _is_element(kid: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid


def _profiles(of: Opened) -> Iterator[str]:
    for profile in ("ua1", "3a"):
        try:
            report = page.validate_pdf_bytes(of.content, profile=profile)
        except page.PageError as error:
            yield f"{profile}: {error}"
            continue
        yield from (f"{profile}: {each.rule_id}: {each.message}" for each in report.failures)
        if not report.is_compliant:
            yield f"{profile}: not compliant"


def _pdfua(of: Opened) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        path.write_bytes(of.content)
        report = pdfua.validate(str(path))
    yield from (f"pdfua: {each.rule_id}: {each.message}" for each in report.findings)
    for outcome in report.outcomes:
        if outcome.skipped_reason and outcome.rule_id != CLAIMED_BROKEN:
            yield f"pdfua: {outcome.rule_id} was not looked at: {outcome.skipped_reason}"


def _syntax(of: Opened) -> Iterator[str]:
    """What `qpdf --check` says, warnings included."""
    yield from (f"qpdf: {each}" for each in (*of.file.check_pdf_syntax(), *of.file.get_warnings()))


def _metadata(of: Opened) -> Iterator[str]:
    root, about = of.file.Root, of.file.docinfo
    metadata = of.file.open_metadata()  # not with `with`, which would write it into the information
    if metadata.get("pdfuaid:part") != "1":
        yield "does not declare PDF/UA-1"
    if (metadata.get("pdfaid:part"), metadata.get("pdfaid:conformance")) != ("3", "A"):
        yield "does not declare PDF/A-3a"
    if metadata.get("dc:title") != str(about.get("/Title", "")):
        yield "has one title in its information and another in its metadata"
    for name in ("/Title", "/Author"):
        if not str(about.get(name, "")).strip():
            yield f"has no {name}"
    yield from (f"has {name}, by which its bytes change" for name in {"/CreationDate", "/ModDate"} & set(about))
    if not str(root.get("/Lang", "")):
        yield "has no language"
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "is not marked as tagged"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "does not show its title"
    for number, sheet in enumerate(of.file.pages, 1):
        if "/StructParents" not in sheet.obj:
            yield f"page {number} has no /StructParents"
        if sheet.obj.get("/Tabs") != "/S":
            yield f"page {number} is not walked through in the order of its structure"


def _headings(of: Opened) -> Iterator[str]:
    heads = [one for one in of.elements if one.kind in {"H1", "H2", "H3", "H4", "H5", "H6"}]
    levels = [int(one.kind[1]) for one in heads]
    if levels.count(1) != 1:
        yield f"has {levels.count(1)} headings of the first level"
    for before, after in itertools.pairwise(heads):
        if int(after.kind[1]) > int(before.kind[1]) + 1:
            yield f"skips a level from '{of.text(before)}' to '{of.text(after)}'"
    yield from (f"an empty {one.kind}" for one in heads if not of.text(one).strip())
    titles = ["".join(str(item.title).split()) for item in _outline(of.file)]
    said = ["".join(of.text(one).split()) for one in heads]
    yield from (f"no bookmark for the heading '{each}'" for each in said if each and not _among(each, titles))


def _among(heading: str, titles: list[str]) -> bool:
    """Capitals may be the style's, and what runs from right to left is painted from left to right."""
    return any(sorted(heading.casefold()) == sorted(title.casefold()) for title in titles)


def _outline(file: pikepdf.Pdf) -> Iterator[pikepdf.OutlineItem]:
    def walk(items: list[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
        for item in items:
            yield item
            yield from walk(item.children)

    with file.open_outline() as outline:
        yield from walk(outline.root)


def _lists(of: Opened) -> Iterator[str]:
    for one in of.elements:
        inside = [child.kind for child in one.children]
        if one.kind == "L" and (not inside or set(inside) - {"LI", "L", "Caption"}):
            yield f"a list holds {inside or 'nothing'}"
        if one.kind == "LI" and (one.parents[-1] != "L" or set(inside) - {"Lbl", "LBody"} or "LBody" not in inside):
            yield f"an item in {one.parents[-1]} holds {inside}: '{of.text(one)[:60]}'"
        if one.kind == "LBody" and not of.text(one).strip():
            yield "an empty item of a list"


def _links(of: Opened) -> Iterator[str]:
    notes = [note for sheet in of.file.pages for note in sheet.obj.get("/Annots", [])]
    for note in notes:
        if note.Subtype != "/Link":
            yield f"an annotation that is no link: {note.Subtype}"
        elif not str(note.get("/Contents", "")).strip():
            yield "a link without /Contents"
        if "/StructParent" not in note:
            yield "a link outside the structure"
        if "/A" in note and not str(note.A.get("/URI", "")).startswith(("https://", "http://", "mailto:", "tel:")):
            yield f"a link to {note.A}"
    for one in of.elements:
        if one.kind == "Link":
            said = of.text(one).strip()
            if not any(child.kind == "Figure" for child in one.children) and not said:
                yield "a link without text"
            if said.casefold().rstrip(".…") in VAGUE:
                yield f"a link that says no more than '{said}'"


def _figures(of: Opened) -> Iterator[str]:
    for one in of.elements:
        if one.kind == "Figure" and not str(one.obj.get("/Alt", "")).strip():
            yield "a figure without alternative text"


def _attachments(of: Opened) -> Iterator[str]:
    associated = [each.objgen for each in of.file.Root.get("/AF", [])]
    attached = {name: one.obj for name, one in of.file.attachments.items()}
    if sorted(associated) != sorted(one.objgen for one in attached.values()):
        yield "what is attached is not what is associated with the document, each file once"
    for name, one in attached.items():
        if one.get("/AFRelationship") != "/Source" or one.EF.F.get("/Subtype") != "/application/json":
            yield f"{name} is not said to be its source, in JSON"
        if not one.get("/Desc") or "/Filter" not in one.EF.F:
            yield f"{name} is not described, or not compressed"


def _fonts(of: Opened) -> Iterator[str]:
    fonts = [each for each in of.file.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"]
    if not fonts:
        yield "has no fonts"
    for font in fonts:
        name = str(font.get("/BaseFont", "")).lstrip("/")
        if font.get("/Subtype") == "/Type0" and "/ToUnicode" not in font:
            yield f"{name} has no ToUnicode"
        if font.get("/Subtype") in ("/Type0", "/Type3"):
            if font.get("/Subtype") == "/Type3":
                yield f"{name} is a bitmap font"
            continue
        about = font.get("/FontDescriptor", {})
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(about.keys()):
            yield f"{name} is not embedded"
        if name[6:7] != "+":
            yield f"{name} is no subset"


def _text(of: Opened) -> Iterator[str]:
    if not any(run.text.strip() for run in of.runs):
        yield "has no text"
    for run in of.runs:
        shown = run.text[:40]
        if "\u00ad" in run.text:
            yield f"a soft hyphen in '{shown}'"
        if "\ufffd" in run.text:
            yield f"a character that can't be extracted in '{shown}'"
        if run.mcid is None and not run.artifact:
            yield f"text outside the structure: '{shown}'"
        if not run.text.strip():
            continue
        if run.mode == INVISIBLE or run.size < 1 or run.opacity < 0.5:
            yield f"text that can't be seen: '{shown}'"
        large = run.size >= 18 or (run.size >= 14 and "Bold" in run.font)
        if run.contrast < (3 if large else 4.5) - 0.01:
            yield f"text too pale to be read ({run.contrast:.1f}:1): '{shown}'"
        box = of.file.pages[run.page].mediabox
        if not (float(box[0]) <= run.x <= float(box[2]) and float(box[1]) <= run.y <= float(box[3])):
            yield f"text outside page {run.page + 1}: '{shown}'"


LOOKS: tuple[Reader, ...] = (
    _profiles,
    _pdfua,
    _syntax,
    _metadata,
    _headings,
    _lists,
    _links,
    _figures,
    _attachments,
    _fonts,
    _text,
)
