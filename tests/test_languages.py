"""A site, résumés and pitches in two languages: each wholly in its own, and all of them of one record."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from folio.cli import group
from folio.errors import FolioError
from folio.known import Person, all_enclosed, known_person, links, loaded_each
from folio.options import Options
from folio.portfolio.site.languages import alternates
from folio.portfolio.site.model import Portfolio
from folio.portfolio.site.words import FALLBACK, _texts, site_words
from folio.render.site.folder import render_site

TODAY = date(2026, 11, 22)
PROFILE = """\
name: Ada Example
headline: {en: Engines for weavers, de: Maschinen für Weber}
summary: {en: I build engines., de: Ich baue Maschinen.}
contact: {email: ada@example.org, calendar: https://ada.example/call, reply_within: {en: a day, de: einem Tag}}
languages:
  - {name: English, code: en, level: native}
  - {name: German, code: de, level: C1}
clients: [{id: mill, name: Acme Mutual, sector: {en: textiles, de: Textil}, nda: true,
           shown_as: {en: a mill, de: eine Weberei}}]
projects:
  - {id: loom, title: {en: A loom, de: Ein Webstuhl}, summary: {en: It weaves., de: Er webt.}, client: mill,
     problem: {en: Threads tore., de: Fäden rissen.}}
contracts:
  - {id: first, client: mill, role: {en: Engineer, de: Ingenieurin}, deliverable: {en: A loom, de: Ein Webstuhl},
     start: 2025-03}
articles:
  - {id: threads, file: articles/threads.md, date: 2026-05-01}
  - {id: dyes, title: {en: On dyes, de: Über Farben}, file: articles/dyes.md, date: 2026-06-01}
talks: [{id: talk, title: {en: Weaving, de: Weben}, event: Weavers' day, date: 2026-02}]
availability: {hours_per_week: 7.5, start: 2026-12-07, time_zone: Europe/Rome, as_of: 2026-11-16}
pitches:
  - {id: mill, client: Weberei Nord, date: 2026-11-02, headline: Weniger Risse, problem: Fäden reißen., offer: Ich helfe.,
     proof: [project:loom, article:threads], next_step: Ein Gespräch., language: de}
targets: [{id: nord, name: Weberei Nord, look: {locale: de}}]
site: {locales: [de]}
publishing: {site_url: https://ada.example}
"""
FILES = {
    "articles/threads.md": "---\ntitle: Why threads tear\n---\nThey tear.\n",
    "articles/threads.de.md": "---\ntitle: Warum Fäden reißen\n---\nSie reißen. ![Riss](img/riss.svg)\n",
    "articles/dyes.md": "They fade.\n",
    "articles/img/riss.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>\n',
    "pages/uses.md": "---\ntitle: What I use\nmenu: Uses\n---\nA loom.\n",
    "pages/uses.de.md": "---\ntitle: Womit ich arbeite\nmenu: Womit\n---\nEin Webstuhl.\n",
}


def written(folder: Path, **changes: str) -> Path:
    for name, text in {"profile.yaml": PROFILE, **FILES, **changes}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def options(folder: Path) -> Options:
    return Options(today=TODAY, offline=True, state=folder / ".folio")


@pytest.fixture(scope="module")
def ada(tmp_path_factory: pytest.TempPathFactory) -> Person:
    folder = written(tmp_path_factory.mktemp("ada"))
    return known_person(folder, options(folder))


@pytest.fixture(scope="module")
def sites(ada: Person) -> tuple[Portfolio, ...]:
    return ada.portfolios(None)


@pytest.fixture(scope="module")
def pages(ada: Person, sites: tuple[Portfolio, ...]) -> dict[str, tuple[dict[str, Any], str]]:
    """Front matter and HTML of every page, by its place."""
    found = {}
    for one in render_site(*sites, documents=links(ada.resumes())):
        if one.path.startswith("docs/") and one.path.endswith("index.md"):
            _, front, body = one.content.decode().split("---\n", 2)
            head = {key: json.loads(value) for key, value in (line.split(": ", 1) for line in front.splitlines())}
            found[one.path.removeprefix("docs/").removesuffix("index.md")] = (head, body)
    return found


def test_each_language_has_a_site_of_its_own_and_knows_of_the_other(sites: tuple[Portfolio, ...]) -> None:
    assert [(one.language, one.prefix, one.headline) for one in sites] == [
        ("en", "", "Engines for weavers"),
        ("de", "de/", "Maschinen für Weber"),
    ]
    for one in sites:
        assert [(each.locale, each.name, each.prefix) for each in one.alternates] == [
            ("en", "English", ""),
            ("de", "Deutsch", "de/"),
        ]


def test_a_site_of_one_language_offers_no_other() -> None:
    assert alternates(("en",)) == ()


def test_a_language_with_a_country_is_called_by_both() -> None:
    assert [one.name for one in alternates(("en", "pt-BR", "de-AT"))][1:] == [
        "Português do Brasil",
        "Österreichisches Deutsch",
    ]


def test_what_folio_itself_says_is_in_the_language_of_the_site(sites: tuple[Portfolio, ...]) -> None:
    _, de = sites
    assert de.terms
    assert (de.terms.hours, de.terms.start, de.terms.confirmed) == (
        "7,5 Stunden pro Woche", "ab 7. Dez. 2026", "16. Nov. 2026",
    )  # fmt: skip
    assert de.languages == ("Englisch (Muttersprache)", "Deutsch (C1)")
    assert [line.label for line in de.contact] == ["E-Mail", "Gespräch buchen"]
    assert [one.heading for one in de.work[0].passages] == ["Das Problem"]
    assert de.talks[0].note == "Vortrag"
    assert de.contracts[0].period == "März 2025"


def test_the_client_under_nda_has_a_name_to_show_in_each_language(sites: tuple[Portfolio, ...]) -> None:
    assert [(one.work[0].client, one.contracts[0].organisation) for one in sites] == [
        ("a mill", "a mill"), ("eine Weberei", "eine Weberei"),
    ]  # fmt: skip


def test_an_article_is_translated_by_the_file_beside_it(sites: tuple[Portfolio, ...]) -> None:
    en, de = ({one.id: one for one in site.essays} for site in sites)
    assert (en["threads"].title, de["threads"].title) == ("Why threads tear", "Warum Fäden reißen")
    assert "Sie reißen" in (de["threads"].body or "")
    assert (de["threads"].language, de["threads"].canonical) == (None, None)


def test_an_article_without_a_translation_is_shown_as_what_it_is(sites: tuple[Portfolio, ...]) -> None:
    dyes = {one.id: one for one in sites[1].essays}["dyes"]
    assert (dyes.title, dyes.language, dyes.canonical) == ("Über Farben", "en", "https://ada.example/articles/dyes/")


def test_each_page_names_those_in_other_languages_that_are_the_same(
    pages: dict[str, tuple[dict[str, Any], str]],
) -> None:
    def same(place: str) -> list[tuple[str, str]]:
        return [(one["locale"], one["path"]) for one in pages[place][0]["alternates"] if one["same"]]

    assert same("work/loom/") == same("de/work/loom/") == [("en", "work/loom/"), ("de", "de/work/loom/")]
    assert same("articles/threads/") == [("en", "articles/threads/"), ("de", "de/articles/threads/")]
    assert same("articles/dyes/") == [("en", "articles/dyes/")]
    assert same("de/articles/dyes/") == []
    assert same("uses/") == [("en", "uses/"), ("de", "de/uses/")]


def test_a_text_in_another_language_says_so_to_screen_readers(pages: dict[str, tuple[dict[str, Any], str]]) -> None:
    assert 'lang="en"' in pages["de/articles/dyes/"][1]
    assert 'lang="en"' not in pages["de/articles/threads/"][1] + pages["articles/dyes/"][1]


def test_a_picture_of_a_translation_alone_is_there(sites: tuple[Portfolio, ...]) -> None:
    assert not sites[0].assets
    assert "docs/assets/img/riss" in "".join(one.path for one in render_site(*sites))


def test_own_pages_have_a_file_for_each_language(pages: dict[str, tuple[dict[str, Any], str]]) -> None:
    assert "What I use" in pages["uses/"][0]["title"]
    assert "Womit ich arbeite" in pages["de/uses/"][0]["title"]


def test_files_in_a_broader_language_serve_a_narrower_one(tmp_path: Path) -> None:
    folder = written(tmp_path, **{"profile.yaml": PROFILE.replace("site: {locales: [de]}", "site: {locales: [de-AT]}")})
    said = loaded_each(folder)
    enclosed = all_enclosed(said, folder)["de-AT"]
    assert said["de-AT"].headline == "Maschinen für Weber"
    assert (enclosed.translated, enclosed.pages["uses/"].file) == ({"threads"}, "pages/uses.de.md")


def test_every_page_links_the_resume_in_its_language(ada: Person, pages: dict[str, tuple[dict[str, Any], str]]) -> None:
    assert links(ada.resumes()) == {"resume.pdf": "Résumé (PDF)", "de/resume.pdf": "Lebenslauf (PDF)"}
    assert 'href="../resume.pdf"' in pages["resume/"][1]
    assert 'href="../../de/resume.pdf"' in pages["de/resume/"][1]


def test_a_resume_in_a_language_has_its_texts_words_and_links(ada: Person) -> None:
    en, de = ada.resumes().values()
    assert (en.headline, de.headline) == ("Engines for weavers", "Maschinen für Weber")
    assert (de.language, de.words.resume) == ("de", "Lebenslauf")
    told = json.loads(de.source)
    assert [one["language"] for one in told["languages"]] == ["Englisch", "Deutsch"]
    assert {one["url"] for one in told["publications"]} == {
        "https://ada.example/de/articles/threads/",
        "https://ada.example/de/articles/dyes/",
    }


def test_documents_for_a_reader_take_the_texts_in_their_language(ada: Person) -> None:
    assert ada.known("nord").facts.profile.headline == "Maschinen für Weber"
    assert ada.known().facts.profile.headline == "Engines for weavers"
    (pitch,) = ada.profile.pitches or ()
    shown = ada.pitch(pitch)
    assert (shown.about, [one.title for one in shown.cases]) == ("Maschinen für Weber", ["Ein Webstuhl"])


def test_nothing_is_worked_out_twice_for_one_language(ada: Person) -> None:
    assert ada.known(locale="de") is ada.known(locale="de-AT")


@pytest.mark.parametrize("file", ["articles/threads.de.md", "pages/uses.de.md"])
def test_a_name_under_nda_is_refused_in_a_translation(file: str, tmp_path: Path) -> None:
    folder = written(tmp_path, **{file: "---\ntitle: Die Acme Mutual\n---\nText.\n"})
    with pytest.raises(FolioError, match=re.escape(f"{file}: holds the name of 'mill'")):
        all_enclosed(loaded_each(folder), folder)


def test_a_translation_is_read_from_the_folder_alone(tmp_path: Path) -> None:
    folder = written(tmp_path / "me")
    (tmp_path / "secret").write_text("secret\n", encoding="utf-8")
    (folder / "articles/dyes.de.md").symlink_to(tmp_path / "secret")
    with pytest.raises(FolioError, match=r"articles/dyes\.de\.md"):
        all_enclosed(loaded_each(folder), folder)


def test_a_page_of_the_persons_does_not_stand_where_a_language_begins(tmp_path: Path) -> None:
    folder = written(tmp_path, **{"pages/de.md": "---\ntitle: German\n---\nText.\n"})
    with pytest.raises(FolioError, match=r"pages/de\.md: at the address of the site in 'de'"):
        all_enclosed(loaded_each(folder), folder)


def test_a_language_that_folio_has_no_words_for_is_refused(tmp_path: Path) -> None:
    folder = written(tmp_path, **{"profile.yaml": PROFILE.replace("[de]", "[de, tlh]")})
    with pytest.raises(FolioError, match="folio has no words for 'tlh'"):
        loaded_each(folder)


def test_validate_says_what_a_language_lacks(tmp_path: Path) -> None:
    folder = written(tmp_path, **{"profile.yaml": PROFILE.replace("{en: It weaves., de: Er webt.}", "It weaves.")})
    done = CliRunner().invoke(group, ["validate", str(folder)])
    assert done.exit_code == 0
    told = "texts without a version in 'de', where those in 'en' stand: 2 (projects[0].summary, articles/dyes.md)"
    assert told in done.output


def test_a_resume_is_asked_for_in_a_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(written(tmp_path))
    done = CliRunner().invoke(group, ["resume", "--locale", "de", "-f", "text", "--today", "2026-11-22", "-o", "r.txt"])
    assert done.exit_code == 0, done.output
    text = (tmp_path / "r.txt").read_text(encoding="utf-8")
    assert "Maschinen für Weber" in text
    assert "Ich baue Maschinen." in text


TRANSLATED = sorted(
    file.stem for file in (Path(site_words.__wrapped__.__code__.co_filename).parent / "locales").glob("*")
)


@pytest.mark.parametrize("tag", TRANSLATED)
def test_the_words_of_the_site_are_whole_in_every_language(tag: str) -> None:
    def fields(text: str) -> list[str]:
        return sorted(re.findall(r"\{\w+\}", text))

    own, english = _texts(tag), _texts(FALLBACK)
    plain = {key for key in english if not key.endswith("_one")}
    assert plain <= own.keys() <= english.keys() | {f"{key}_one" for key in plain}
    assert {key: fields(text) for key, text in own.items()} == {
        key: fields(english.get(key) or english[key.removesuffix("_one")]) for key in own
    }
    assert all(text == text.strip() and text for text in own.values())


def test_a_number_has_the_form_for_one_where_a_language_has_one() -> None:
    assert [site_words("en").counted("badge_released", n) for n in (1, 3)] == ["1 release", "3 releases"]
    assert [site_words("de").counted("stat_articles", n) for n in (1, 3)] == ["Artikel", "Artikel"]
