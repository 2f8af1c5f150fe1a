"""The pitch on paper: every theme, with much and little in it, in every reader and by both standards."""

from __future__ import annotations

import io
import re
import shutil
from dataclasses import replace
from functools import cache

import pikepdf
import pytest
from markupsafe import Markup

from folio.portfolio.pitch.model import PitchPage
from folio.portfolio.words import words
from folio.render.paper import themes
from folio.render.pitch import STEPS, most_pages, print_pitch, render_pitch
from folio.render.sheet import Sheet, print_now
from render.marked import runs
from render.pitches import DRAWING, bare, case, long, pitch
from render.resumes import READERS, by_pdftotext, by_pypdf
from render.standards import Opened, findings

THEMES = ("board", "letterhead", "plain")


@cache
def sheet(theme: str, cases: int = 2, *, pictures: bool = False, title_page: bool = False, **look: object) -> Sheet:
    return print_now(print_pitch(pitch(cases, pictures=pictures, title_page=title_page, theme=theme, **look)))


def said(shown: PitchPage) -> list[str]:
    """What a client is to read, in order."""
    found = [shown.headline, shown.words.problem, "Eleven shops order", shown.words.proposal, "A nightly list"]
    found += ["First the means", shown.words.proof]
    found += [shown.cases[0].title, shown.cases[0].client or "", shown.cases[0].summary, "64 assertions in CI"]
    found += [shown.words.plan, *(part for step in shown.plan for part in (step.title, step.what, step.duration or ""))]
    found += [shown.price_form or "", shown.price or "", shown.words.next_step, shown.next_step, "cal.example/ida-lind"]
    return found


def squeezed(text: str) -> str:
    """Without what line breaks and capitals change."""
    return re.sub(r"\s+", "", text).casefold()


def test_there_are_three_themes() -> None:
    assert themes("pitch") == THEMES


@pytest.mark.parametrize("theme", THEMES)
def test_every_reader_gets_all_of_it(theme: str) -> None:
    readers = {"pypdf", "pdftotext", *(["pdfminer"] if theme == "plain" else [])}  # one look with the slow one
    for name in sorted(readers & set(READERS)):
        text = squeezed(READERS[name](sheet(theme).content))
        assert (name, [each for each in said(pitch()) if squeezed(each) not in text]) == (name, [])


@pytest.mark.parametrize("theme", THEMES)
def test_it_reads_from_problem_to_next_step(theme: str) -> None:
    readers = [by_pypdf, *([lambda content: by_pdftotext(content, "-raw")] if shutil.which("pdftotext") else [])]
    for read in readers:
        text, at = squeezed(read(sheet(theme).content)), 0
        for each in map(squeezed, said(pitch())):
            assert each in text[at:], f"'{each}' does not come after '{text[max(0, at - 60) : at]}'"
            at = text.index(each, at) + len(each)


# As much or as little as there is.


@cache
def large(theme: str) -> Sheet:
    return sheet(theme, 4, pictures=True, title_page=True, paper="letter")


@cache
def small(theme: str) -> Sheet:
    return print_now(print_pitch(bare(theme=theme)))


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_keeps_both_standards(theme: str) -> None:
    for made in (large(theme), small(theme)):
        assert (made.problem, made.warnings, findings(made.content)) == (None, (), [])


@pytest.mark.parametrize("theme", THEMES)
def test_it_takes_one_page_or_three_with_a_title_page(theme: str) -> None:
    assert (sheet(theme).pages, small(theme).pages) == (1, 1)
    assert large(theme).pages == 3


@pytest.mark.parametrize("theme", THEMES)
def test_a_page_is_small(theme: str) -> None:
    assert len(small(theme).content) < 30_000


@pytest.mark.parametrize("theme", THEMES)
def test_what_there_is_not_leaves_nothing_behind(theme: str) -> None:
    text = squeezed(by_pypdf(small(theme).content))
    for word in ("proof", "theplan", "price", "availability", "validuntil", "none"):
        assert word not in text


@pytest.mark.parametrize("theme", THEMES)
def test_the_title_page_says_what_for_whom_by_whom_and_how_long(theme: str) -> None:
    first = by_pypdf(large(theme).content).partition("The problem" if theme != "plain" else "THE PROBLEM")[0]
    for each in ("Less fish in the bin", "Nordfisk", "Olli Salo", "Ida Lind", "20 Nov 2026", "18 Dec 2026"):
        assert squeezed(each) in squeezed(first)


@pytest.mark.parametrize("theme", THEMES)
def test_no_type_is_below_nine_and_a_half_points(theme: str) -> None:
    for made in (sheet(theme), large(theme)):
        with pikepdf.open(io.BytesIO(made.content)) as file:
            assert min(run.size for run in runs(file) if run.text.strip()) >= 9.49


@pytest.mark.parametrize("theme", THEMES)
def test_pictures_have_their_words_and_come_last_to_first_when_there_is_no_room(theme: str) -> None:
    with pikepdf.open(io.BytesIO(large(theme).content)) as file:
        alts = [str(one.obj.Alt) for one in Opened(b"", file).elements if one.kind == "Figure"]
    assert alts == [f"A bar that is shorter than the one before, number {number}" for number in range(4)]
    job = print_pitch(pitch(4, pictures=True, theme=theme))
    assert job.droppable[0] == f"the picture of '{case(3).title}'"
    assert job.assets["case-case-3.svg"] == DRAWING


def test_it_runs_from_right_to_left_where_the_language_does() -> None:
    theme = "board"
    made = sheet(theme, 1, locale="ar")
    wrong = [each for each in findings(made.content) if not each.startswith("no bookmark")]  # for glyphs, right to left
    assert (made.problem, made.pages, wrong) == (None, 1, [])
    assert words("ar").problem in print_pitch(pitch(1, locale="ar", theme=theme)).html


# Fitting.


def test_each_step_is_closer_and_none_has_type_below_nine_and_a_half_points() -> None:
    sizes = [float(re.search(r"--text:([\d.]+)pt", step)[1]) for step in STEPS]  # type: ignore[index]
    spaces = [float(re.search(r"--space:([\d.]+)", step)[1]) for step in STEPS]  # type: ignore[index]
    assert sizes == sorted(sizes, reverse=True)
    assert spaces == sorted(spaces, reverse=True)
    assert sizes[-1] >= 9.5


def test_what_is_too_long_comes_in_full_and_names_what_to_shorten() -> None:
    made = print_now(print_pitch(long(theme="plain")))
    assert made.problem is None
    assert made.pages > 1
    assert any("more than 1 page; shorten the offer (2" in each for each in made.warnings)
    assert squeezed(by_pypdf(made.content)).count("everyshopordersbyfeel") == 12 * 7


def test_how_many_pages_it_may_take() -> None:
    assert [most_pages(pitch(title_page=cover, pages=pages)) for cover in (False, True) for pages in (None, 1, 2)] == [
        1, 1, 2, 3, 2, 3,
    ]  # fmt: skip


# What others write.


def test_hostile_texts_stay_text() -> None:
    evil = "<script>x</script>{{ 7 * 7 }}<img src='file:///etc/passwd'>\N{RIGHT-TO-LEFT OVERRIDE}" + "w" * 100_000
    some = pitch(1)
    hostile = replace(
        some,
        client=evil,
        headline=evil,
        next_step=evil,
        problem=Markup("<p>{}</p>").format(evil),
        cases=(replace(some.cases[0], title=evil, summary=evil, caption=evil),),
    )
    made = print_now(print_pitch(hostile))
    assert made.problem is None
    assert squeezed("<script>x</script>{{ 7 * 7 }}<img src='file:///etc/passwd'>") in squeezed(by_pypdf(made.content))


def test_a_picture_that_asks_for_a_file_is_refused_with_its_name() -> None:
    some = pitch(1, pictures=True)
    asking = DRAWING.replace(b"</svg>", b'<image href="file:///etc/passwd" width="9" height="9"/></svg>')
    picture = replace(some.cases[0].picture, content=asking) if some.cases[0].picture else None
    made = print_now(print_pitch(replace(some, cases=(replace(some.cases[0], picture=picture),))))
    assert made.problem is not None
    assert "file:///etc/passwd" in made.problem


def test_the_html_is_a_complete_document() -> None:
    artifact = render_pitch(pitch())
    assert artifact.path == "pitch/nordfisk.html"
    assert b"<title>Less fish in the bin, in all eleven shops</title>" in artifact.content
