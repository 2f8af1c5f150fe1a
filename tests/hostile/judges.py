"""Whether what was made is harmless, by real parsers and not by searching for what went in."""

from __future__ import annotations

import io
import json
import re
import zipfile
from urllib.parse import urlsplit

from hostile.trying import UNSEEN

SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})
ADDRESSES = frozenset({"href", "src", "action", "formaction", "data", "poster", "cite", "background", "longdesc", "ping", "xlink:href", "manifest"})  # fmt: skip
FETCHED = frozenset({"src", "srcset", "poster", "background", "data", "manifest"})
DATA = ("application/ld+json", "application/json")
BANNED = frozenset({"iframe", "object", "embed", "base", "applet", "frame", "frameset", "math-x", "foreignobject"})
INJECTED = re.compile(r"position:\s*fixed|evil\.example|expression\(|alert\(", re.IGNORECASE)
COMMAND = re.compile(r"^\s*(::|##\[)", re.MULTILINE)


def html(content: bytes, *, styles: bool = False) -> None:
    """A page without a script, handler, address or style that came out of a text. Documents bring `styles` of folio's."""
    import html5lib

    tree = html5lib.parse(content, treebuilder="etree", namespaceHTMLElements=False)
    for one in tree.iter():
        if not isinstance(one.tag, str):
            continue
        name = one.tag.rpartition("}")[2].lower()
        assert name not in BANNED, f"<{name}>"
        if name == "script":
            kind = one.get("type", "")
            assert one.get("src") or kind in DATA, f"a script: {(one.text or '')[:80]}"
            if kind in DATA:
                json.loads(one.text or "")
        if name == "style":
            assert not INJECTED.search(one.text or "") or styles, f"a style: {(one.text or '')[:80]}"
            assert "evil.example" not in (one.text or ""), "a style"
        if name == "meta":
            assert (one.get("http-equiv") or "").lower() != "refresh"
        for key, value in one.attrib.items():
            _attribute(name, str(key).rpartition("}")[2].lower(), value)


def _attribute(element: str, key: str, value: str) -> None:
    assert not key.startswith("on"), f"<{element} {key}>"
    assert key != "srcdoc", f"<{element} {key}>"
    if key == "style":
        assert not INJECTED.search(value), f"<{element} style={value[:60]}>"
    if key in ADDRESSES:
        parts = urlsplit("".join(value.split()).replace("\\", "/"))
        inner = element in ("img", "source", "link", "image", "use") and parts.scheme == "data"
        assert parts.scheme in SCHEMES or inner, f"<{element} {key}={value[:60]}>"
        if key in FETCHED or (element == "image" and key == "href"):
            assert not parts.netloc, f"<{element} {key}={value[:60]}> fetches"


def xml(content: bytes) -> None:
    """XML without a document type, of which every text is text."""
    from lxml import etree

    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    assert root.getroottree().docinfo.internalDTD is None
    for one in root.iter():
        assert isinstance(one.tag, str) or one.tag is etree.ProcessingInstruction
        if isinstance(one.tag, str):
            name = one.tag.rpartition("}")[2]
            assert name not in ("script", "foreignObject"), name
            for key, value in one.attrib.items():
                _attribute(name.lower(), key.rpartition("}")[2].lower(), value)


def calendar(content: bytes) -> None:
    """iCalendar whose components are folio's alone."""
    import icalendar

    found = icalendar.Calendar.from_ical(content)
    names = {one.name for one in found.walk()}
    assert names <= {"VCALENDAR", "VEVENT", "VTODO"}, names
    assert all("ATTENDEE" not in one for one in found.walk())
    assert content.count(b"\r\nBEGIN:VCALENDAR") == 0


def word(content: bytes) -> None:
    """A Word document that fetches nothing and holds no field or macro."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            assert "vba" not in name.lower()
            assert ".." not in name
            if name.endswith((".xml", ".rels")):
                part = archive.read(name)
                xml_text = part.decode("utf-8")
                assert b"<!DOCTYPE" not in part
                assert "w:instrText" not in xml_text or "HYPERLINK" in xml_text or "PAGE" in xml_text
                for target in re.findall(r'<Relationship\b[^>]*TargetMode="External"[^>]*>', xml_text):
                    assert re.search(r'Target="(https?:|mailto:|tel:)', target), target
                    assert "/hyperlink" in target, target


def pdf(content: bytes) -> None:
    """A PDF that runs and fetches nothing, whose links lead to the web, to mail or to a telephone."""
    import pikepdf

    for word_ in (b"/JavaScript", b"/Launch", b"/SubmitForm", b"/ImportData", b"/RichMedia"):
        assert word_ not in content, word_
    with pikepdf.open(io.BytesIO(content)) as opened:
        for page in opened.pages:
            for note in page.get("/Annots", []):  # type: ignore[attr-defined]
                address = str(note.get("/A", {}).get("/URI", ""))
                assert urlsplit(address).scheme in SCHEMES, address


def terminal(text: str) -> None:
    """Text that a terminal shows and does not obey, and in which no workflow hears a command."""
    assert not (found := UNSEEN.search(text.replace("\r\n", "\n"))), repr(
        text[max(found.start() - 30, 0) : found.end()]
    )
    assert not (command := COMMAND.search(text)), repr(text[command.start() : command.start() + 60])


def plain_json(content: bytes | str) -> None:
    """JSON as its standard has it."""

    def refuse(constant: str) -> None:
        raise AssertionError(f"it holds {constant}")

    json.loads(content, parse_constant=refuse)
