"""The résumé in its themes: every word where readers look for it, both standards, and pages that break well."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pypdf
import pytest
from markupsafe import Markup

from folio.errors import FolioError
from folio.portfolio.parts import ContactLine, Picture
from folio.portfolio.resume.model import Bullet, Entry, Group, Named, Resume, Section
from folio.portfolio.words import words
from folio.profile.appearance import Appearance
from folio.render.paper import themes
from folio.render.resume import print_resume, render_resume
from folio.render.sheet import print_now
from folio.resources import root
from render.marked import runs
from render.printed import resume
from render.resumes import ENOUGH, READERS, THEMES, in_full, lost, read, sheet
from render.standards import findings

TEMPLATES = root("templates") / "resume"


def short(**changes: object) -> Resume:
    """A name, an address and a sentence."""
    made = Resume(
        name="Ada Berg",
        headline="Pipelines",
        description="Pipelines",
        contact=(ContactLine("email", "E-mail", "ada@berg.example", "mailto:ada@berg.example"),),
        photo=None,
        sections=(Section("summary", "Summary", prose=Markup("<p>Words.</p>")),),
        words=words("en"),
        language="en",
        direction="ltr",
        look=Appearance(),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def html(shown: Resume, **look: object) -> str:
    return render_resume(replace(shown, look=Appearance.model_validate(look))).content.decode()


# What readers get.


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("theme", THEMES)
def test_every_reader_finds_every_word_as_it_was_written_and_in_its_place(theme: str, reader: str) -> None:
    assert lost(resume(theme=theme, pages=ENOUGH), read(theme, reader)) == []


def test_what_is_lost_or_out_of_place_is_noticed() -> None:
    shown, text = resume(theme="plain", pages=ENOUGH), read("plain", "pypdf")
    assert lost(shown, text.replace("Porto Dati", "Porto  Dati")) == ["experience: Porto Dati"]
    period = "Feb 2019 – Aug 2023"
    assert f"experience: {period}" in lost(shown, text.replace(period, "").replace("EDUCATION", f"{period} EDUCATION"))


@pytest.mark.parametrize("theme", THEMES)
def test_no_word_is_divided(theme: str) -> None:
    whole = read(theme, "pypdf")
    assert "\u00ad" not in whole
    assert all(word in whole for word in ("wholesalers", "machine-learning", "dispatchers"))


@pytest.mark.parametrize("theme", THEMES)
def test_readers_get_spaces_even_after_a_no_break_space_that_shares_their_glyph(theme: str) -> None:
    done = print_now(
        print_resume(short(name="Ada\u00a0Berg de Vries", headline="31\u00a0% less", look=Appearance(theme=theme)))
    )
    assert "\u00a0" not in READERS["pypdf"](done.content)


@pytest.mark.parametrize("theme", THEMES)
def test_it_keeps_both_standards(theme: str) -> None:
    assert findings(in_full(theme)) == []


@pytest.mark.parametrize("theme", THEMES)
def test_weasyprint_has_nothing_to_complain_about(theme: str) -> None:
    done = sheet(theme, pages=ENOUGH)
    assert (done.problem, done.warnings, done.left_out) == (None, (), ())


# How it looks.


@pytest.mark.parametrize("theme", THEMES)
def test_no_type_is_smaller_than_it_may_be(theme: str) -> None:
    with pikepdf.open(io.BytesIO(sheet(theme).content)) as file:
        sizes = {run.text: round(run.size, 1) for run in runs(file) if run.text.strip()}
    running = {"Lena Marchetti", *(f"{number} / 2" for number in (1, 2))}
    assert min(size for said, size in sizes.items() if said not in running) >= 9.5
    assert min(sizes.values()) >= 8.5


@pytest.mark.parametrize("theme", THEMES)
def test_no_page_ends_with_a_heading_or_with_the_head_of_an_entry(theme: str) -> None:
    """On Letter pages, set roomily, with every bullet: breaks fall where nobody planned them."""
    shown = resume(theme=theme, paper="letter", density="roomy", pages=9)
    pages = pypdf.PdfReader(io.BytesIO(sheet(theme, paper="letter", density="roomy", pages=9).content)).pages
    heads = {one.title.upper() for one in shown.sections}
    for part in shown.sections:
        for entry in part.entries:
            if entry.summary or entry.bullets:
                heads |= {entry.title, entry.organisation or entry.title, entry.period or entry.title}
    assert len(pages) > 2
    assert [float(side) for side in pages[0].mediabox[2:]] == [612, 792]
    for page in pages[:-1]:
        text = re.sub(r"(\n?(Lena Marchetti\s*)?\d / \d\s*)+$", "", page.extract_text().strip())
        assert not any(text.endswith(head) for head in heads), text[-120:]


@pytest.mark.parametrize("theme", THEMES)
def test_pages_are_numbered_where_there_are_several(theme: str) -> None:
    pages = pypdf.PdfReader(io.BytesIO(in_full(theme))).pages
    assert all(f"{number} / {len(pages)}" in page.extract_text() for number, page in enumerate(pages, 1))
    alone = print_now(print_resume(short(look=Appearance(theme=theme))))
    assert (alone.pages, alone.problem, alone.warnings) == (1, None, ())
    text = pypdf.PdfReader(io.BytesIO(alone.content)).pages[0].extract_text()
    assert " ".join(text.split()) == "Ada Berg Pipelines ada@berg.example SUMMARY Words."


SIDES = re.compile(
    r"(padding|margin|border)-(left|right)|text-align:\s*(left|right)"
    r"|display:\s*(inline-)?flex|text-indent:|unicode-bidi|hyphens:\s*auto|[;{\s](left|right):"
)


@pytest.mark.parametrize("style", ["base.css", *(f"{theme}/style.css" for theme in THEMES)])
def test_no_style_does_what_harms_readers_or_does_not_mirror(style: str) -> None:
    rules = re.sub(r"/\*.*?\*/", "", (TEMPLATES / style).read_text(encoding="utf-8"), flags=re.DOTALL)
    assert SIDES.findall(rules) == []


@pytest.mark.parametrize("theme", THEMES)
def test_accent_and_type_are_the_persons_own(theme: str) -> None:
    done = print_now(print_resume(short(look=Appearance(theme=theme, accent="#a01040", type="serif"))))
    with pikepdf.open(io.BytesIO(done.content)) as file:
        painted = b"".join(page.Contents.read_bytes() for page in file.pages)
        words = next(run for run in runs(file) if "Words." in run.text)
    assert b"0.627" in painted
    assert "Serif" in words.font


def test_the_academic_theme_puts_what_was_studied_and_published_first_unless_asked_otherwise() -> None:
    def order(shown: Resume) -> list[str]:
        return re.findall(r'<section class="(\w+)">', html(shown, theme="academic"))

    own = [
        "summary",
        "education",
        "publications",
        "talks",
        "experience",
        "contracts",
        "projects",
        "skills",
        "languages",
    ]
    assert order(resume())[: len(own)] == own
    assert order(replace(resume(), ordered=True)) == [one.name for one in resume().sections]


def test_labels_run_on_in_the_manner_of_the_language() -> None:
    skills = Section("skills", "Compétences", groups=(Group("Données", (Named("SQL"), Named("dbt"))),))
    spoken = Section(
        "languages", "Langues", groups=(Group("Français", (Named("C2"),)), Group("Anglais", (Named("C1"),)))
    )
    french = short(sections=(skills, spoken), words=words("fr"), language="fr")
    text = re.sub(r"<[^>]+>", "", html(french, theme="plain").partition("<main>")[2])
    assert "Données\u00a0:" in text
    assert "SQL, dbt" in text
    assert "Français (C2), Anglais (C1)" in text
    japanese = replace(french, words=words("ja"), language="ja")
    assert "SQL、dbt" in re.sub(r"<[^>]+>", "", html(japanese, theme="plain"))


def test_a_skill_is_linked_where_a_page_shows_it() -> None:
    skills = Section("skills", "Skills", groups=(Group("Data", (Named("SQL", "https://x.example/"), Named("dbt"))),))
    made = html(short(sections=(skills,)))
    assert '<a class="whole" href="https://x.example/">SQL</a>, <span class="whole">dbt</span>' in made


def test_what_has_no_address_is_not_linked() -> None:
    made = html(short(contact=(ContactLine("location", "Location", "Oslo", None),)))
    assert '<span data-kind="location">Oslo</span>' in made


# The photo, and text from right to left.


@cache
def picture() -> Picture:
    from PIL import Image

    content = io.BytesIO()
    Image.new("RGB", (40, 50), "#884422").save(content, "JPEG")
    return Picture(content.getvalue(), "Ada Berg", 40, 50)


@pytest.mark.parametrize("theme", THEMES)
def test_a_photo_is_at_the_heads_end_and_told_to_those_who_cant_see_it(theme: str) -> None:
    done = print_now(print_resume(short(photo=picture(), look=Appearance(theme=theme))))
    assert (done.pages, done.problem, done.warnings) == (1, None, ())
    assert findings(done.content) == []
    shown = len(pypdf.PdfReader(io.BytesIO(done.content)).pages[0].images)
    assert shown == (0 if theme == "plain" else 1)


def hebrew() -> Resume:
    work = Entry(
        "מהנדסת נתונים",
        organisation="Nordfrost Logistics",
        location="חיפה",
        period="2016 – 2021",
        bullets=(Bullet(Markup("קיצרתי את זמן הטעינה.")),),
    )
    skills = Section("skills", "מיומנויות", groups=(Group("הנדסה", (Named("C++"), Named("חיזוי"))),))
    return short(
        name="נועה ברק",
        headline="צינורות נתונים",
        contact=(ContactLine("phone", "טלפון", "+972 50 555 0142", "tel:+972505550142"),),
        sections=(Section("experience", "ניסיון", entries=(work,)), skills),
        words=words("he"),
        language="he",
        direction="rtl",
    )


@pytest.mark.parametrize("theme", THEMES)
def test_text_from_right_to_left_begins_at_the_right(theme: str) -> None:
    shown = replace(hebrew(), look=Appearance(theme=theme))
    done = print_now(print_resume(shown))
    assert (done.problem, done.warnings) == (None, ())
    # Glyphs stand from left to right in the file, so that the look that compares headings with bookmarks can't tell.
    assert [one for one in findings(done.content) if "bookmark" not in one] == []
    with pikepdf.open(io.BytesIO(done.content)) as file:
        width = float(file.pages[0].mediabox[2])
        bullet = next(run for run in runs(file) if "•" in run.text)
    assert bullet.x > width * 0.8


def test_latin_words_in_text_from_right_to_left_keep_their_order() -> None:
    made = html(hebrew())
    assert 'href="tel:+972505550142" dir="ltr">+972 50 555 0142</a>' in made
    for latin in ("C++", "2016 – 2021", "Nordfrost Logistics"):
        assert re.search(rf'<span[^>]* dir="ltr">{re.escape(latin)}</span>', made)
    assert '<span dir="ltr">חיזוי' not in made
    assert " dir=" not in html(resume()).partition("<body>")[2]


def test_english_sentences_in_a_document_from_right_to_left_keep_their_order() -> None:
    said = Markup("Cut it to <strong>4 minutes</strong>, in 2 days.")
    work = Entry("Engineer", summary=Markup("<p>Loads.</p>"), bullets=(Bullet(said), Bullet(Markup("קיצרתי."))))
    summary = Section("summary", "פרופיל", prose=Markup("<p>I write <b>tests</b> first.</p>"))
    shown = replace(hebrew(), sections=(summary, Section("experience", "ניסיון", entries=(work,))))
    made = html(shown)
    assert '<div class="prose lead" dir="ltr"><p>I write' in made
    assert '<div class="prose" dir="ltr"><p>Loads.' in made
    assert f'><span dir="ltr">{said}</span></li>' in made
    assert ">קיצרתי.</li>" in made
    with pikepdf.open(io.BytesIO(print_now(print_resume(shown)).content)) as file:
        places = {run.text.strip(): run.x for run in runs(file)}
    assert places["Cut it to"] < places["4 minutes"]


# Any profile at all.


def test_what_does_not_fit_names_the_longest_entries() -> None:
    words_ = Markup("Words that go on and on. " * 400)
    endless = Section("experience", "Work", entries=(Entry("Novelist", bullets=(Bullet(words_),)),))
    done = print_now(print_resume(short(sections=(endless,), look=Appearance(theme="plain", pages=1))))
    assert done.pages > 1
    assert "more than 1 page; shorten the longest entries" in done.warnings[0]
    assert "'Novelist' (9999 characters)" in done.warnings[0]


@pytest.mark.parametrize("theme", THEMES)
def test_hostile_words_stay_words(theme: str) -> None:
    hostile = ("<script>alert(1)</script>", "{{ 7 * 7 }}{% raw %}", "</style><style>*{display:none}", '" onload="x')
    entries = tuple(Entry(one, one, one, one, one, one, bullets=(Bullet(Markup.escape(one)),)) for one in hostile)
    groups = tuple(Group(one, (Named(one, one),)) for one in hostile)
    contact = tuple(ContactLine(one, one, one, one) for one in hostile)
    sections = (Section("experience", hostile[0], entries=entries), Section("skills", hostile[0], groups=groups))
    made = html(short(name=hostile[0], headline=hostile[1], contact=contact, sections=sections), theme=theme)
    assert "<script" not in made
    assert 'onload="' not in made
    assert made.count("</style>") == 1
    assert "{{ 7 * 7 }}{% raw %}" in made


# A complete document, and themes of one's own.


def test_the_artifact_is_a_complete_document() -> None:
    artifact = render_resume(resume())
    made = artifact.content.decode()
    assert artifact.path == "resume.html"
    assert made.startswith("<!DOCTYPE html>")
    assert "<title>Lena Marchetti: Résumé</title>" in made
    assert "@font-face" in made
    assert made.endswith("</html>\n")


def test_every_theme_of_folio_is_held_to_these_rules() -> None:
    assert set(THEMES) <= set(themes("resume"))


def test_a_theme_of_ones_own_is_a_style_sheet_and_a_template_if_it_wants_one(tmp_path: Path) -> None:
    folder = tmp_path / "resume" / "mine"
    folder.mkdir(parents=True)
    (folder / "style.css").write_text("h1 { color: teal }")
    shown = replace(resume(), look=Appearance(theme="mine"))
    made = render_resume(shown, overrides=tmp_path).content.decode()
    assert "h1 { color: teal }" in made
    assert "Work Experience" in made
    (folder / "resume.html.j2").write_text(
        '{% extends "resume/base.html.j2" %}{% block main %}<p>{{ resume.section("skills").title }} alone</p>{% endblock %}'
    )
    assert "<p>Skills alone</p>" in render_resume(shown, overrides=tmp_path).content.decode()
    (folder / "style.css").write_text("</style>")
    with pytest.raises(FolioError, match="would end the style sheet early"):
        render_resume(shown, overrides=tmp_path)


def test_a_theme_may_not_ask_for_a_font_that_is_not_there(tmp_path: Path) -> None:
    folder = tmp_path / "resume" / "mine"
    folder.mkdir(parents=True)
    (folder / "style.css").write_text('@font-face { font-family: F; src: url("asset:/fonts/mine.ttf") }')
    with pytest.raises(FolioError, match=r"there is no font 'fonts/mine\.ttf'"):
        print_resume(replace(resume(), look=Appearance(theme="mine")), overrides=tmp_path)


def test_an_unknown_theme_is_said() -> None:
    with pytest.raises(FolioError, match=r"no resume theme 'neon'; known here: .*classic"):
        render_resume(replace(resume(), look=Appearance(theme="neon")))


def test_a_theme_of_ones_own_can_be_built_on_one_of_folios(tmp_path: Path) -> None:
    folder = tmp_path / "resume" / "mine"
    folder.mkdir(parents=True)
    (folder / "style.css").write_text('@import "classic";\nh1 { color: #7a1f3d }', encoding="utf-8")

    def made() -> str:
        mine = replace(resume(), look=Appearance(theme="mine"))
        return render_resume(mine, overrides=tmp_path).content.decode()

    assert ".headline" in made()
    assert made().index("h1 { font: 600") < made().index("h1 { color: #7a1f3d }")
    (folder / "style.css").write_text('@import "../../etc/passwd";', encoding="utf-8")
    assert "root:" not in made()
    (folder / "style.css").write_text('@import "nothing";', encoding="utf-8")
    with pytest.raises(FolioError, match="there is no resume theme 'nothing'"):
        made()
