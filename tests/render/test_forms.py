"""A résumé in its other forms: all of them say the same, in order, and none of them is broken by what it says."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from html import unescape
from typing import Any
from xml.etree import ElementTree

import pytest
from docx import Document as read_docx
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import Markup, escape
from PIL import Image
from wcwidth import wcswidth

from documents.people import PEOPLE, composed
from folio.portfolio.parts import ContactLine, Picture
from folio.portfolio.prose import phrase, prose
from folio.portfolio.resume.model import Bullet, Entry, Group, Link, Named, Resume, Section
from folio.render.forms.blocks import blocks, shown
from folio.render.forms.columns import wrapped
from folio.render.forms.docx import docx
from folio.render.forms.markdown import markdown
from folio.render.forms.page import page
from folio.render.forms.pictures import pictures
from folio.render.forms.text import COLUMNS, text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = (
    "<script>alert(1)</script> <img src=file:///etc/passwd> *bold* _it_ `code` [x](http://evil.example) ![p](q) | a\tb "
    "# no {{ 7 * 7 }} {% x %} &lt; &#60; \\ ~~s~~ $x$ ]]> --- \u00ad\u202e@somebody <!-- 1. + =" + "w" * 100_000
)


@cache
def hostile() -> Resume:
    """A résumé that says nothing but hostile things, everywhere."""
    base, rich = composed("english"), Markup("<p>{}</p><ul><li>{}</li></ul>").format(HOSTILE, HOSTILE)
    entry = Entry(
        HOSTILE, HOSTILE, HOSTILE, HOSTILE, "https://a.example/?x=(1)&y=<z>", HOSTILE, rich,
        (Bullet(Markup(escape(HOSTILE))),), (Link(HOSTILE, "https://b.example/a b"),),
    )  # fmt: skip
    sections = (
        Section("summary", HOSTILE, prose=rich),
        Section("experience", HOSTILE, entries=(entry,), note=HOSTILE),
        Section("skills", HOSTILE, groups=(Group(HOSTILE, (Named(HOSTILE, "https://c.example/"),)),)),
    )
    contact = (ContactLine("email", HOSTILE, HOSTILE, "mailto:a@b.example"),)
    return replace(base, name=HOSTILE, headline=HOSTILE, description=HOSTILE, contact=contact, sections=sections)


def strings(resume: Resume) -> list[str]:
    """Every text of a résumé in the order of reading, up to what a form may put between or around."""
    said = [resume.name, resume.headline, *(one.text for one in resume.contact)]
    for section in resume.sections:
        said += [section.title, *(one.text for one in blocks(section.prose))]
        for entry in section.entries:
            said += [entry.title, entry.organisation, entry.period, entry.location, entry.note]
            said += [one.text for one in blocks(entry.summary)]
            said += [block.text for bullet in entry.bullets for block in blocks(bullet.html)]
            said += [one.text for one in entry.links]
        for group in section.groups:
            said += [group.label, *(one.text for one in group.items)]
    return [flat(shown(one)) for one in said if one]


def flat(said: str) -> str:
    """Without what differs between forms: capitals, spaces and line ends."""
    return re.sub(r"\s+", "", said).casefold()


def in_order(wanted: list[str], given_text: str) -> str | None:
    """The first text that does not come after the one before it."""
    at, found = 0, flat(given_text)
    for one in wanted:
        at = found.find(one, at)
        if at < 0:
            return one
        at += len(one)
    return None


def as_html(resume: Resume) -> str:
    return MarkdownIt().render(markdown(resume, "r.md").content.decode())


def words_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


def document(resume: Resume) -> Any:
    return read_docx(io.BytesIO(docx(resume, "r.docx").content))


def paragraphs(resume: Resume) -> list[tuple[str, str]]:
    """Style and words of each paragraph, links included, as a reader that is not ours finds them in the file."""
    with zipfile.ZipFile(io.BytesIO(docx(resume, "r.docx").content)) as file:
        body = ElementTree.fromstring(file.read("word/document.xml"))
        names = {
            one.get(f"{W}styleId"): one.find(f"{W}name").get(f"{W}val")  # type: ignore[union-attr]
            for one in ElementTree.fromstring(file.read("word/styles.xml")).iter(f"{W}style")
        }
    found = []
    for one in body.iter(f"{W}p"):
        style = one.find(f"{W}pPr/{W}pStyle")
        kind = names[style.get(f"{W}val")] if style is not None else "Normal"
        found.append((str(kind), "".join(run.text or "" for run in one.iter(f"{W}t"))))
    return found


@pytest.mark.parametrize("name", PEOPLE)
def test_every_form_says_everything_in_order(name: str) -> None:
    resume = composed(name)
    wanted = strings(resume)
    assert in_order(wanted, text(resume, "r.txt").content.decode()) is None
    assert in_order(wanted, words_of(as_html(resume))) is None
    assert in_order(wanted, "\n".join(words for _, words in paragraphs(resume))) is None


def test_hostile_texts_stay_texts_in_every_form() -> None:
    resume = hostile()
    assert in_order(strings(resume), text(resume, "r.txt").content.decode()) is None
    html = as_html(resume)
    assert in_order(strings(resume), words_of(html)) is None
    assert set(re.findall(r"<([a-z0-9]+)", html)) <= {"h1", "h2", "h3", "p", "strong", "em", "ul", "li", "a", "br"}
    hrefs = set(re.findall(r'href="([^"]*)"', html))
    assert hrefs == {
        "mailto:a@b.example",
        "https://a.example/?x=%281%29&amp;y=%3Cz%3E",
        "https://b.example/a%20b",
        "https://c.example/",
    }
    assert html.count("<em>") == html.count("<em>&lt;script")  # the section's note, and no star of the text's own
    assert in_order(strings(resume), "\n".join(words for _, words in paragraphs(resume))) is None


def test_plain_text_is_as_narrow_as_a_form_of_a_portal_and_has_capitals_for_headings() -> None:
    for resume in (*map(composed, PEOPLE), hostile()):
        said = text(resume, "r.txt").content.decode()
        assert max(map(wcswidth, said.splitlines())) <= COLUMNS
        assert not re.search("[\t\r\u00a0\u00ad\u200b-\u200f\u202a-\u202e]| $", said, re.MULTILINE)
    english = text(composed("english"), "r.txt").content.decode().splitlines()
    assert {"SUMMARY", "SKILLS", "EDUCATION"} <= set(english)


@given(st.text(alphabet="ab c日本、。x-é \u0301", max_size=120), st.integers(6, 30))
@settings(deadline=None, max_examples=60)
def test_wrapped_lines_keep_every_letter_and_no_line_is_too_wide(said: str, columns: int) -> None:
    lines = wrapped(said, columns, hanging="  ")
    assert "".join("".join(lines).split()) == "".join(said.split())
    assert all(wcswidth(line) <= columns for line in lines)


def test_no_line_begins_with_what_closes_a_sentence() -> None:
    lines = wrapped("日本語の文章は、どこでも改行できます。" * 5, 20)
    assert not any(line[0] in "、。" for line in lines)


def test_a_word_document_has_real_styles_headings_lists_and_links() -> None:
    resume = composed("english")
    kinds = paragraphs(resume)
    assert kinds[0] == ("Title", resume.name)
    titles = [shown(one.title) for one in resume.sections]
    assert [words for kind, words in kinds if kind.casefold() == "heading 1"] == titles
    entries = [entry for section in resume.sections for entry in section.entries]
    assert [words for kind, words in kinds if kind.casefold() == "heading 2"] == [shown(one.title) for one in entries]
    bullets = [block.text for one in entries for bullet in one.bullets for block in blocks(bullet.html)]
    listed = [words for kind, words in kinds if kind == "List Bullet"]
    assert [one for one in listed if one in bullets] == bullets
    made = document(resume)
    assert not made.tables
    targets = {one.target_ref for one in made.part.rels.values() if one.is_external}
    assert {one.href for one in resume.contact if one.href} <= targets
    about = made.core_properties
    assert (about.author, about.language, about.title) == (resume.name, "en", f"{resume.name}: Résumé")


def test_a_word_document_is_the_same_bytes_every_time_and_has_no_date_of_today() -> None:
    content = docx(composed("english"), "r.docx").content
    assert content == docx(composed("english"), "r.docx").content
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert {one.date_time[0] for one in file.infolist()} == {1980}
        assert file.namelist()[0] == "[Content_Types].xml"
        assert b"2000-01-01" in file.read("docProps/core.xml")
        assert not any("thumbnail" in name for name in file.namelist())


def test_a_word_document_runs_from_right_to_left_where_its_language_does() -> None:
    made = document(composed("arabic"))
    for paragraph in made.paragraphs:
        assert paragraph._p.pPr.find(f"{W}bidi") is not None
    first = made.paragraphs[0].runs[0]
    assert first._r.rPr.find(f"{W}rtl") is not None
    link = next(run for run in made.element.iter(f"{W}r") if "haddad.example" in "".join(run.itertext()))
    assert link.find(f"{W}rPr/{W}rtl") is None
    language = made.styles.element.find(f".//{W}rPrDefault/{W}rPr/{W}lang")
    assert language.get(f"{W}bidi") == "ar"
    assert made.styles["Title"].font.cs_bold


def test_a_word_document_in_japanese_asks_for_japanese_typefaces() -> None:
    made = document(composed("japanese"))
    assert made.paragraphs[0].runs[0]._r.rPr.find(f"{W}rFonts").get(f"{W}hint") == "eastAsia"
    fonts = made.styles["Normal"].element.rPr.find(f"{W}rFonts")
    assert fonts.get(f"{W}eastAsia") == "Yu Gothic"
    assert made.styles.element.find(f".//{W}rPrDefault/{W}rPr/{W}lang").get(f"{W}eastAsia") == "ja"


def test_a_photo_is_in_a_word_document_with_its_words() -> None:
    out = io.BytesIO()
    Image.new("RGB", (30, 40), "navy").save(out, "JPEG")
    fields = dict.fromkeys(Picture.__dataclass_fields__) | {
        "content": out.getvalue(),
        "alt": "Ada at her desk",
    }
    made = document(replace(composed("english"), photo=Picture(**fields)))
    assert len(made.inline_shapes) == 1
    assert made.inline_shapes[0]._inline.docPr.get("descr") == "Ada at her desk"


@cache
def a_page() -> str:
    return page(composed("english", "modern"), "r.html").content.decode()


def test_a_web_page_asks_nobody_for_anything() -> None:
    html = a_page()
    assert "asset:" not in html
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert policy[1].startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy[1]
    assert html.index("Content-Security-Policy") < html.index("<style>")
    styles = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    hashes = {base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in styles}
    assert hashes == set(re.findall(r"'sha256-([^']*)'", policy[1]))
    assert not re.search(r"<(script|link|iframe|object|form)\b|\sstyle=|\son\w+=", html)
    assert {url[:5] for url in re.findall(r"url\([\"']?([^)\"']*)", html)} == {"data:"}


def test_a_web_page_brings_the_glyphs_it_needs_and_no_others() -> None:
    from fontTools.ttLib import TTFont

    html = a_page()
    fonts = [base64.b64decode(one) for one in re.findall(r"data:font/woff2;base64,([A-Za-z0-9+/=]*)", html)]
    assert len(fonts) >= 2
    drawn = TTFont(io.BytesIO(fonts[0])).getBestCmap()
    assert set(map(ord, "SUMMARYé•")) & set(drawn) >= set(map(ord, "SUMMARY•"))
    assert len(drawn) < 250
    assert len(html) < 200_000


def test_a_web_page_is_the_same_bytes_every_time() -> None:
    assert page(composed("english", "modern"), "r.html").content.decode() == a_page()


def test_hostile_texts_do_nothing_in_a_web_page() -> None:
    from folio.render.resume import render_resume

    html = render_resume(hostile()).content.decode()
    assert "<script" not in html
    assert "<img" not in html
    assert "{{ 7 * 7 }}" in unescape(html)


def test_each_page_of_a_pdf_is_a_picture() -> None:
    from documents.people import printed

    sheet = printed("minimal", "classic")
    found = pictures(sheet.content, "resume.pdf")
    assert [one.path for one in found] == [f"resume-{number}.png" for number in range(1, sheet.pages + 1)]
    assert Image.open(io.BytesIO(found[0].content)).size == (1191, 1684)


def test_what_pictures_need_is_said_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from folio.errors import FolioError

    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(FolioError, match=r"folio-ready\[check\]"):
        pictures(b"", "resume.pdf")


def test_markdown_texts_come_apart_into_paragraphs_items_and_runs() -> None:
    found = blocks(prose("One **two** [three](https://a.example) `four`\n\n1. first\n2. second\n\n- third\n"))
    assert [(one.text, one.item, one.number) for one in found] == [
        ("One two three four", False, None),
        ("first", True, 1),
        ("second", True, 2),
        ("third", True, None),
    ]
    manners = [(run.text, run.bold, run.href, run.code) for run in found[0].runs]
    assert manners[1] == ("two", True, None, False)
    assert ("three", False, "https://a.example", False) in manners
    assert ("four", False, None, True) in manners
    assert [run.italic for run in blocks(phrase("*x* y"))[0].runs] == [True, False]
