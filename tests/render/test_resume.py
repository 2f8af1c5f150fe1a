"""The résumé: everything of the portfolio that belongs there, in an order that machines read too."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from markupsafe import Markup

from folio.errors import FolioError
from folio.portfolio.model import Entry, Portfolio
from folio.render.pdf import pdf
from folio.render.press import print_now
from folio.render.resume import print_resume, render_resume
from render.documents_sample import portfolio
from render.printed import in_order, jobs, printed, text

SAMPLE = portfolio()


def entry_words(entry: Entry) -> list[str]:
    """What an automatic reader should find, in this order: title, organisation, period and place before the bullets."""
    head = [entry.title, entry.organisation, entry.note, entry.period, entry.location]
    body = [*([entry.summary] if entry.summary else []), *entry.bullets]
    return (
        [word for word in head if word]
        + [part.striptags() for part in body]
        + [figure.value for figure in entry.figures]
    )


@pytest.mark.parametrize("version", [0, 1, 2])
def test_every_word_is_there_in_reading_order(version: int) -> None:
    words = [
        SAMPLE.name,
        SAMPLE.headline,
        *(line.text for line in SAMPLE.contact),
        "SUMMARY",
        SAMPLE.summary.striptags(),
        "SKILLS",
    ]
    for group in SAMPLE.skills:
        words += [group.name, ", ".join(skill.name for skill in group.skills)]
    words += ["Languages", ", ".join(SAMPLE.languages), "WORK EXPERIENCE"]
    words += [word for entry in SAMPLE.experience for word in entry_words(entry)]
    words.append("SELECTED PROJECTS")
    for case in SAMPLE.featured:
        words += [case.title, *([case.client] if case.client else []), case.period or "", case.summary]
        words += [f"• {figure.what}: {figure.value}" for figure in case.figures]
        words += [f"github.com/lena-marchetti/{case.id}"]
    for title, entries in (
        ("FREELANCE CONTRACTS", SAMPLE.contracts),
        ("EDUCATION", SAMPLE.education),
        ("TALKS", SAMPLE.talks),
    ):
        words += [title, *(word for entry in entries for word in entry_words(entry))]
    assert SAMPLE.terms is not None
    words += ["AVAILABILITY", *(f"{label} {value}" for label, value in SAMPLE.terms.lines)]
    in_order(words, printed("resume", version))


def test_no_soft_hyphen_and_no_word_is_divided() -> None:
    whole = text(printed("resume"))
    assert "\u00ad" not in whole
    assert "-Adriatico" not in whole
    assert all(word in whole for word in ("implementation", "post-mortems", "Probabilistic"))


def test_it_is_two_pages_at_most_in_its_roomiest_setting() -> None:
    job = jobs()["resume"]
    assert pdf(job.versions[0], assets=job.assets).pages == 2


def test_letter_paper_holds_it_too() -> None:
    job = print_resume(SAMPLE, paper="letter")
    sheet = print_now(job)
    assert sheet.problem is None
    assert [float(side) for side in pypdf.PdfReader(io.BytesIO(sheet.content)).pages[0].mediabox[2:]] == [612, 792]


def test_the_artifact_is_a_complete_document() -> None:
    artifact = render_resume(SAMPLE)
    html = artifact.content.decode()
    assert artifact.path == "resume.html"
    assert html.startswith("<!DOCTYPE html>")
    assert "<title>Lena Marchetti: résumé</title>" in html
    assert "@font-face" in html
    assert html.endswith("</html>\n")


def test_a_skill_is_linked_only_when_it_is_proven_and_the_site_has_an_address() -> None:
    html = render_resume(SAMPLE).content.decode()
    assert '<a href="https://lena-marchetti.example/work/freshcount/">PyTorch</a>' in html
    assert "FastAPI</a>" not in html
    alone = render_resume(replace(SAMPLE, site_url=None)).content.decode()
    assert "Underlined skills" not in alone
    assert "work/freshcount" not in alone


def bare_portfolio() -> Portfolio:
    return replace(
        SAMPLE,
        headline="",
        summary=Markup("<p>Words.</p>"),
        contact=(),
        work=(),
        skills=(),
        experience=(),
        contracts=(),
        education=(),
        talks=(),
        languages=(),
        terms=None,
        site_url=None,
    )


def test_an_almost_empty_portfolio_has_no_empty_section() -> None:
    job = print_resume(bare_portfolio())
    sheet = print_now(job)
    assert sheet.problem is None
    assert sheet.warnings == ()
    assert text(sheet.content) == "Lena Marchetti SUMMARY Words. 1 / 1"


def test_what_does_not_fit_names_the_longest_entries() -> None:
    words = Markup("Words that go on and on. " * 400)
    endless = replace(SAMPLE.experience[1], title="Novelist", bullets=(words,))
    sheet = print_now(print_resume(replace(SAMPLE, experience=(endless,))))
    assert sheet.content == b""
    assert sheet.problem is not None
    assert "takes 6 pages, more than 2 pages; shorten the longest entries" in sheet.problem
    assert "'Novelist' (9999 characters)" in sheet.problem


def test_a_text_that_nearly_fits_is_set_more_closely() -> None:
    job = print_resume(replace(SAMPLE, education=SAMPLE.education * 2))
    roomy = pdf(job.versions[0], assets=job.assets, most_pages=2)
    assert roomy.pages == 3
    assert roomy.content == b""
    assert print_now(job).problem is None


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "{{ 7 * 7 }}{% raw %}",
        "</style><style>*{display:none}",
        "\x00\x1b[2J",
        "W" * 20_000,
    ],
)
def test_hostile_words_stay_words(hostile: str) -> None:
    entry = replace(SAMPLE.experience[0], title=hostile[:2000], organisation=hostile[:200])
    sheet = print_now(print_resume(replace(SAMPLE, headline=hostile[:2000], experience=(entry,), contracts=())))
    assert sheet.problem is None or "pages" in sheet.problem
    if "{{" in hostile:
        assert hostile in text(sheet.content)


def test_the_persons_own_style_and_template_come_first(tmp_path: Path) -> None:
    folder = tmp_path / "resume" / "classic"
    folder.mkdir(parents=True)
    (folder / "style.css").write_text("h1 { color: red }")
    html = render_resume(SAMPLE, overrides=tmp_path).content.decode()
    assert "<style>h1 { color: red }</style>" in html
    assert "Work Experience" in html
    (folder / "style.css").write_text("</style>")
    with pytest.raises(FolioError, match="would end the style sheet early"):
        render_resume(SAMPLE, overrides=tmp_path)


def test_an_unknown_theme_is_said() -> None:
    with pytest.raises(FolioError, match=r"resume/neon/style\.css"):
        render_resume(SAMPLE, theme="neon")


def test_a_theme_may_not_ask_for_a_font_that_is_not_there(tmp_path: Path) -> None:
    folder = tmp_path / "resume" / "classic"
    folder.mkdir(parents=True)
    (folder / "style.css").write_text('@font-face { font-family: F; src: url("asset:/fonts/mine.ttf") }')
    with pytest.raises(FolioError, match=r"there is no font 'fonts/mine\.ttf'"):
        print_resume(SAMPLE, overrides=tmp_path)
