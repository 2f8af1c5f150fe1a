"""A résumé as a Word document: real styles and headings, real lists and links, no tables; the one door to python-docx.

It brings no typefaces along: Word sets it in those that every machine with Word has.
"""

from __future__ import annotations

import io
import unicodedata
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any

from folio.portfolio.resume.model import Entry, Group, Resume, Section
from folio.render.artifact import Artifact
from folio.render.forms.blocks import Block, Run, blocks, runs, shown

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

SINCE = datetime(2000, 1, 1)  # noqa: DTZ001 - python-docx takes what has no zone for UTC
PACKED = (1980, 1, 1, 0, 0, 0)
"""The day that every file in it is dated by; a real one would change the bytes."""
LATIN, COMPLEX, CODE = "Calibri", "Arial", "Consolas"
EAST = {"ja": "Yu Gothic", "ko": "Malgun Gothic", "zh-hant": "Microsoft JhengHei"}
EAST_OTHERS = "Microsoft YaHei"
ACCENT, QUIET = "1f4e5f", "565e66"
PAGES = {"A4": (210.0, 297.0), "letter": (215.9, 279.4)}
MARGIN = 20.0
SIZES = {"Normal": 10.5, "Title": 26.0, "Subtitle": 13.0, "Heading 1": 13.0, "Heading 2": 11.0, "List Bullet": 10.5}
BEFORE = {"Heading 1": 14.0, "Heading 2": 8.0}
AFTER = {"Normal": 3.0, "Title": 2.0, "Subtitle": 6.0, "Heading 1": 4.0, "Heading 2": 0.0, "List Bullet": 2.0}
AFTER_BIDI = (
    "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
    "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl",
    "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip
AFTER_RTL = ("w:cs", "w:em", "w:lang", "w:eastAsianLayout", "w:specVanish", "w:oMath")
"""The order that the standard asks for."""


def docx(resume: Resume, path: str) -> Artifact:
    """`resume.docx`: the same résumé gives the same bytes."""
    return Artifact(path, _Writer(resume).content())


class _Writer:
    """One document while it is written."""

    def __init__(self, resume: Resume) -> None:
        from docx import Document as new_document

        self.resume = resume
        self.rtl = resume.direction == "rtl"
        self.east = resume.language.split("-")[0] in ("ja", "ko", "zh")
        self.document: Document = new_document()
        self.accent = (resume.look.accent or f"#{ACCENT}").removeprefix("#")

    def content(self) -> bytes:
        self._set_up()
        self._head()
        for section in self.resume.sections:
            self._section(section)
        stream = io.BytesIO()
        self.document.save(stream)
        return _reproducible(stream.getvalue())

    # The page, the styles, and what the file says of itself.

    def _set_up(self) -> None:
        from docx.shared import Mm

        width, height = PAGES[self.resume.look.paper or "A4"]
        page = self.document.sections[0]
        page.page_width, page.page_height = Mm(width), Mm(height)
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(MARGIN)
        for name, size in SIZES.items():
            self._style(name, size)
        self._language()
        about = self.document.core_properties
        about.title = f"{shown(self.resume.name)}: {self.resume.words.resume}"[:255]
        about.author = about.last_modified_by = shown(self.resume.name)[:255]
        about.subject, about.comments = shown(self.resume.description)[:255], ""
        about.language = self.resume.language
        about.created = about.modified = SINCE
        about.revision = 1
        package = self.document.part.package
        for key, one in list(package.rels.items()):
            if one.reltype.endswith("/thumbnail"):
                del package.rels[key]

    def _style(self, name: str, size: float) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt, RGBColor

        style: Any = self.document.styles[name]
        heading = name not in ("Normal", "List Bullet")
        style.font.size, style.font.name = Pt(size), LATIN
        style.font.bold = style.font.cs_bold = name in ("Title", "Heading 1", "Heading 2")
        style.font.italic = style.font.cs_italic = False
        style.font.all_caps = name == "Heading 1"
        if heading:
            style.font.color.rgb = RGBColor.from_string(self.accent.upper() if name != "Heading 2" else "1C1F22")
        layout = style.paragraph_format
        layout.space_before, layout.space_after = Pt(BEFORE.get(name, 0.0)), Pt(AFTER[name])
        layout.line_spacing = 1.08
        layout.alignment = WD_ALIGN_PARAGRAPH.LEFT  # which is the right of a paragraph that runs to the left
        layout.keep_with_next = name.startswith("Heading")
        for name_of in ("w:pBdr", "w:rPr/w:spacing", "w:rPr/w:kern"):
            for old in style.element.xpath(f"w:pPr/{name_of} | {name_of}"):
                old.getparent().remove(old)
        properties = style.element.get_or_add_rPr()
        self._fonts(properties)
        for old in properties.findall(_name("w:szCs")):
            properties.remove(old)
        size_there = properties.find(_name("w:sz"))
        size_there.addnext(_element("w:szCs", {"w:val": size_there.get(_name("w:val"))}))
        if self.rtl:
            _bidi(style.element.get_or_add_pPr())

    def _fonts(self, properties: Any) -> None:
        """The typeface for each kind of letter, by name and not by the theme's."""
        fonts = properties.get_or_add_rFonts()
        fonts.attrib.clear()
        east = EAST.get(self.resume.words.locale.lower(), EAST_OTHERS)
        for kind, font in (("ascii", LATIN), ("hAnsi", LATIN), ("eastAsia", east), ("cs", COMPLEX)):
            fonts.set(_name(f"w:{kind}"), font)

    def _language(self) -> None:
        """The language of all text, for spelling and for reading aloud."""
        defaults = self.document.styles.element.find(f".//{_name('w:rPrDefault')}/{_name('w:rPr')}")
        for old in defaults.findall(_name("w:lang")):
            defaults.remove(old)
        tag = self.resume.language
        east = tag if self.east else "zh-CN"
        said = {"w:val": "en-US" if self.east else tag, "w:eastAsia": east, "w:bidi": tag if self.rtl else "ar-SA"}
        defaults.append(_element("w:lang", said))

    # The text.

    def _head(self) -> None:
        if self.resume.photo:
            self._photo(self.resume.photo.content, self.resume.photo.alt)
        self._paragraph("Title", (Run(shown(self.resume.name)),))
        if self.resume.headline:
            self._paragraph("Subtitle", (Run(shown(self.resume.headline)),))
        lines = [Run(shown(one.text), href=one.href) for one in self.resume.contact]
        if lines:
            self._paragraph("Normal", _joined(lines, " | "))

    def _photo(self, content: bytes, alt: str) -> None:
        from docx.shared import Mm

        picture = self._paragraph("Normal", ()).add_run().add_picture(io.BytesIO(content), width=Mm(28))
        picture._inline.docPr.set("descr", shown(alt))

    def _section(self, section: Section) -> None:
        self._paragraph("Heading 1", (Run(shown(section.title)),))
        self._blocks(blocks(section.prose))
        for entry in section.entries:
            self._entry(entry)
        for group in section.groups:
            self._group(group)
        if section.note:
            self._paragraph("Normal", (Run(shown(section.note), italic=True),))

    def _entry(self, entry: Entry) -> None:
        self._paragraph("Heading 2", (Run(shown(entry.title), href=entry.href),))
        facts = [Run(shown(entry.organisation), bold=True)] if entry.organisation else []
        facts += [Run(shown(one)) for one in (entry.period, entry.location, entry.note) if one]
        if facts:
            line = self._paragraph("Normal", _joined(facts, " | "))
            line.paragraph_format.keep_with_next = bool(entry.summary or entry.bullets)
        self._blocks(blocks(entry.summary))
        for bullet in entry.bullets:
            self._paragraph("List Bullet", runs(bullet.html))
        if entry.links:
            self._paragraph("Normal", _joined([Run(shown(one.text), href=one.href) for one in entry.links], " | "))

    def _group(self, group: Group) -> None:
        said = self.resume.words
        label = Run(said.labelled.format(label=shown(group.label), text=""), bold=True)
        named = [Run(shown(one.text), href=one.href) for one in group.items]
        self._paragraph("Normal", (label, *_joined(named, said.comma)))

    def _blocks(self, found: tuple[Block, ...]) -> None:
        for block in found:
            number = (Run(f"{block.number}. "),) if block.number is not None else ()
            bullet = block.item and not number
            self._paragraph("List Bullet" if bullet else "Normal", (*number, *block.runs))

    def _paragraph(self, style: str, said: tuple[Run, ...]) -> Paragraph:
        paragraph = self.document.add_paragraph(style=style)
        if self.rtl:
            _bidi(paragraph._p.get_or_add_pPr())
        for run in said:
            self._run(paragraph, run)
        return paragraph

    def _run(self, paragraph: Paragraph, run: Run) -> None:
        made = paragraph.add_run(run.text)
        made.bold = made.font.cs_bold = run.bold or None
        made.italic = made.font.cs_italic = run.italic or None
        if run.code:
            made.font.name = CODE
        if self.east and any(unicodedata.east_asian_width(letter) in "WFA" for letter in run.text):
            made._r.get_or_add_rPr().get_or_add_rFonts().set(_name("w:hint"), "eastAsia")
        if self.rtl and any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in run.text):
            made._r.get_or_add_rPr().insert_element_before(_element("w:rtl"), *AFTER_RTL)
        if run.href:
            self._link(paragraph, made, run.href)

    def _link(self, paragraph: Paragraph, made: Any, href: str) -> None:
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.shared import RGBColor

        identifier = paragraph.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        made.font.color.rgb, made.font.underline = RGBColor.from_string(self.accent.upper()), True
        link = _element("w:hyperlink", {"r:id": identifier})
        paragraph._p.append(link)
        link.append(made._r)


def _joined(said: list[Run], between: str) -> tuple[Run, ...]:
    return tuple(one for run in said for one in (Run(between), run))[1:]


def _bidi(properties: Any) -> None:
    """From right to left."""
    properties.insert_element_before(_element("w:bidi"), *AFTER_BIDI)


def _element(name: str, attributes: dict[str, str] | None = None) -> Any:
    from docx.oxml import OxmlElement

    element = OxmlElement(name)
    for key, value in (attributes or {}).items():
        element.set(_name(key), value)
    return element


def _name(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(name)


def _reproducible(content: bytes) -> bytes:
    """The same files in the order that readers expect, all of one date."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            new.writestr(zipfile.ZipInfo(name, PACKED), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
