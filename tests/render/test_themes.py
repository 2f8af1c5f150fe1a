"""The compact, the modern and the bold theme: what they owe to every reader, and what each does that others do not."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pypdf
import pytest
from markupsafe import Markup

from folio.portfolio.resume.model import Bullet, Entry, Group, Named, Resume, Section
from folio.render.resume import print_resume, render_resume
from folio.render.sheet import print_now
from render.marked import runs
from render.printed import resume
from render.resumes import ENOUGH, READERS, in_full, lost, read, sheet
from render.standards import findings

THEMES = ("bold", "compact", "modern")


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("theme", THEMES)
def test_every_reader_finds_every_word_in_its_place(theme: str, reader: str) -> None:
    if (theme, reader) == ("modern", "pdftotext -layout"):
        pytest.skip("it keeps to the lines of the page, which go through both columns")
    text = read(theme, reader).replace("four- week", "four-week").replace("fourweek", "four-week")  # at a line's end
    assert lost(resume(theme=theme, pages=ENOUGH), text) == []


@pytest.mark.parametrize("theme", THEMES)
def test_it_keeps_both_standards_and_gives_nothing_to_complain_about(theme: str) -> None:
    assert findings(in_full(theme)) == []
    done = sheet(theme, pages=ENOUGH)
    assert (done.problem, done.warnings, done.left_out) == (None, (), ())


@pytest.mark.parametrize("theme", THEMES)
def test_the_sample_fits_two_pages_in_type_that_can_be_read(theme: str) -> None:
    done = sheet(theme, paper="letter")
    assert (done.pages, done.warnings) == (2, ())
    with pikepdf.open(io.BytesIO(done.content)) as file:
        sizes = {run.text: round(run.size, 1) for run in runs(file) if run.text.strip()}
    assert min(size for said, size in sizes.items() if said not in ("Lena Marchetti", "1 / 2", "2 / 2")) >= 9.5
    assert min(sizes.values()) >= 8.5


def text_of(shown: Resume) -> str:
    done = print_now(print_resume(shown))
    assert done.problem is None
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(done.content)).pages).split())


# Modern: two columns.


def html(shown: Resume) -> str:
    return render_resume(shown).content.decode()


def test_what_is_looked_up_stands_beside_what_is_read() -> None:
    made = html(resume(theme="modern"))
    assert made.index('<section class="languages">') < made.index('<div class="wide">')
    assert made.index('<section class="summary">') < made.index('<div class="columns">')
    assert made.index('<section class="skills">') < made.index('<section class="experience">')


@pytest.mark.parametrize("times", [3, 27])
def test_a_narrow_column_of_any_length_loses_nothing(times: int) -> None:
    """WeasyPrint drops parts of a float that goes on over pages."""
    shown = resume(theme="modern", pages=20)
    kept = []
    for one in shown.sections:
        entries = tuple(replace(each, rank=None) for each in one.entries[:2])
        groups = one.groups
        if one.name in ("skills", "education"):
            entries = tuple(replace(each, title=f"{each.title} {n}") for n in range(times) for each in entries)
            groups = tuple(Group(f"{each.label} {n}", each.items) for n in range(times) for each in groups)
        kept.append(replace(one, entries=entries, groups=groups))
    text = text_of(replace(shown, sections=tuple(kept), droppable=(), spare=0))
    for one in kept:
        for word in (*(each.title for each in one.entries), *(each.label for each in one.groups)):
            assert word in text


def test_without_anything_to_look_up_there_is_one_column() -> None:
    shown = resume(theme="modern")
    alone = replace(shown, sections=tuple(one for one in shown.sections if one.name in ("summary", "experience")))
    assert '<div class="columns">' not in html(alone)


# Bold: numbers.


def numbers(*sentences: str) -> Resume:
    entry = Entry("Order lists", bullets=tuple(Bullet(Markup(one)) for one in sentences))
    return replace(resume(theme="bold"), sections=(Section("projects", "Projects", entries=(entry,)),), droppable=())


def test_numbers_that_came_of_the_work_are_set_large() -> None:
    shown = numbers("Waste: <strong>31 %</strong> (before: 45 %)", "Cut waste by <strong>9 %</strong>.")
    done = print_now(print_resume(shown))
    assert findings(done.content) == []
    with pikepdf.open(io.BytesIO(done.content)) as file:
        sizes = [(run.text, run.size) for run in runs(file)]
    large = max(size for said, size in sizes if "31" in said)
    assert large > 1.4 * max(size for said, size in sizes if "9 %" in said)
    assert "Waste: 31 % (before: 45 %)" in text_of(shown)


def test_a_sentence_with_markup_of_its_own_is_left_as_it_is() -> None:
    shown = numbers("<em>Waste:</em> <strong>31 %</strong>", "A: <strong>1</strong> and <strong>2</strong>")
    assert 'class="figure"' not in html(shown)


def test_a_name_does_not_end_a_line_at_its_hyphen() -> None:
    assert "Annemarie Klein-Großkreuz-Müller" in text_of(replace(numbers(), name="Annemarie Klein-Großkreuz-Müller"))


# Any look.


@pytest.mark.parametrize("theme", THEMES)
def test_a_typeface_that_the_theme_does_not_have_is_brought(theme: str) -> None:
    done = sheet(theme, type="serif", pages=ENOUGH)
    with pikepdf.open(io.BytesIO(done.content)) as file:
        words = next(run for run in runs(file) if "I build demand forecasts" in run.text)
    assert "Serif" in words.font


@pytest.mark.parametrize("theme", THEMES)
def test_bullets_that_are_left_out_do_not_hold_a_section_together(theme: str) -> None:
    entries = tuple(
        Entry(
            f"Position {n}",
            summary=Markup("<p>Some words.</p>"),
            bullets=(Bullet(Markup("First.")), Bullet(Markup("Second."), rank=n)),
        )
        for n in range(20)
    )
    shown = resume(theme=theme, pages=2)
    done = print_now(
        print_resume(
            replace(
                shown,
                sections=(Section("skills", "Skills", groups=(Group("A", (Named("SQL"),)),)),
                          Section("experience", "Experience", entries=entries)),
                droppable=tuple(f"Position {n}" for n in range(20)), spare=20,
            )
        )
    )  # fmt: skip
    first = pypdf.PdfReader(io.BytesIO(done.content)).pages[0].extract_text()
    assert "Position 5" in first
