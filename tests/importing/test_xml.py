"""XML as plain data: what is in it, where it stands, and that nothing in it is expanded or fetched."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folio.errors import FolioError, InputError
from folio.importing import xml

SMALL = b"""\xef\xbb\xbf<?xml version="1.0"?>
<a:cv xmlns:a="urn:a" a:kind="x">
  <!-- a comment -->
  <name lang="en">Ada</name>
  <job at="1"/>
  <job at="2"><title>B</title></job>
  <only><title>C</title> and <b/> more</only>
</a:cv>"""

LAUGHS = b'<!DOCTYPE l [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY a%d "%s">' % (at, (b"&a%d;" % (at - 1) if at else b"&a;") * 10) for at in range(12)
)


def test_elements_become_mappings_lists_and_texts() -> None:
    assert xml.opened(SMALL, "cv.xml").data == {
        "cv": {
            "@kind": "x",
            "name": "Ada",
            "name@lang": ["en"],
            "job": [{"@at": "1"}, {"@at": "2", "title": "B"}],
            "only": {"title": "C", "b": "", "#text": "and  more"},
        }
    }


@pytest.mark.parametrize(
    ("path", "line"),
    [("cv", 2), ("cv.name", 4), ("cv.job[1].title", 6), ("cv.job[7]", 2), ("cv.only[0].title", 7), ("", 1), ("no", 1)],
)
def test_a_value_is_found_by_its_path(path: str, line: int) -> None:
    place = xml.opened(SMALL, "cv.xml").where(path)
    assert (place.file, place.line) == ("cv.xml", line)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (LAUGHS + b"]><l>&a11;</l>", "has a document type"),
        (b'<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><l>&a;</l>', "has a document type"),
        (b'<!DOCTYPE l SYSTEM "http://127.0.0.1:9/x.dtd"><l/>', "has a document type"),
        ('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE l><l/>'.encode("utf-16"), "has a document type"),
        (b"<l>&nbsp;</l>", "cv.xml:1:10: no XML: entity 'nbsp' not defined"),
        (b"<a>" * 100_000, "excessive depth"),
        (b"<a>" + b"<b/>" * (xml.MOST + 1) + b"</a>", "over 100,000 elements"),
        (b"<a " + b" ".join(b'x%d="1"' % at for at in range(100_000)) + b"/>", "100 attributes of one"),
        (b"<a>" + b" " * xml.LARGEST + b"</a>", "over 8,388,608 bytes"),
        (b"<a>\n<b></a>", "cv.xml:2:"),
        (b"<a>\xff</a>", "no XML"),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', "unsupported encoding"),
        (b"", "no XML"),
        (b"<", "no XML"),
        (b"<html><p>a<p>b</html>", "no XML"),
    ],
)
def test_what_is_hostile_or_broken_is_refused_in_a_line(content: bytes, why: str) -> None:
    with pytest.raises(FolioError) as refused:
        xml.opened(content, "cv.xml")
    assert why in str(refused.value)
    assert "\n" not in str(refused.value)


@settings(deadline=None, max_examples=40)
@given(st.binary(max_size=80) | st.text("<>/a&;b= '\"[]!?-", max_size=60).map(lambda text: f"<a>{text}</a>".encode()))
def test_any_bytes_are_data_or_a_told_error(content: bytes) -> None:
    try:
        assert isinstance(xml.opened(content, "cv.xml").data, dict)
    except (FolioError, InputError) as error:
        assert str(error).startswith("cv.xml")
