"""Texts in several languages: which of them a profile has in which, and every mistake at the line of its text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from folio.document import dump, parse, read
from folio.errors import InputError
from folio.profile.languages import languages, nearest
from folio.profile.load import load, load_each
from folio.profile.localised import in_locale, missing_texts, written
from folio.profile.model import Profile
from folio.profile.text_places import _fields

BASE = "name: Ada\nlanguage: en\nsite: {locales: [de, pt-BR]}\nsummary: I build engines.\n"
BILINGUAL = """\
name: Ada
headline:
  en: Engines for weavers
  de: Maschinen für Weber
summary: {en: I build engines., de: Ich baue Maschinen.}
site: {locales: [de, fr]}
clients:
  - {id: mill, name: Acme Mutual, sector: {en: textiles, de: Textil}, nda: true,
     shown_as: {en: a mill, de: eine Weberei}}
skills:
  - {name: {en: Forecasting, de: Prognosen}, group: {en: Methods, de: Methoden}}
  - {name: SQL, group: Methods}
languages:
  - {name: English, code: en, level: native}
  - {name: {en: German, de: Hochdeutsch}, code: de, level: B2}
  - {name: Klingon, code: tlh, level: A1}
work:
  - id: loom
    organisation: Loom Ltd
    role: {en: Engineer, de: Ingenieurin}
    start: 2024
    skills: [forecasting, SQL]
    highlights:
      - {en: Halved the waste., de: Den Ausschuss halbiert.}
      - {text: {en: Taught two., de: Zwei angelernt.}, tags: [team]}
      - Wrote it down.
services:
  - id: audit
    title: {en: An audit, de: Eine Prüfung}
    deliverables: [{en: A report, de: Ein Bericht}, A call]
targets:
  - {id: mill, name: The mill, pin: ['skill:Forecasting'], variables: {de: {en: cloth, de: Tuch}}}
resume: {locale: en}
"""


@cache
def bilingual() -> dict[str, Profile]:
    document = parse(BILINGUAL.encode(), name="profile.yaml")
    said = written(document)
    assert said.problems == ()
    return {tag: Profile.model_validate(in_locale(document, tag, said).data) for tag in said.languages}


def problems(folder: Path, text: str) -> list[str]:
    (folder / "profile.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load(folder)
    return [str(problem).removeprefix(f"{folder}/") for problem in caught.value.problems]


def test_each_language_has_its_texts_wherever_the_schema_has_one() -> None:
    en, de = bilingual()["en"], bilingual()["de"]
    assert (en.headline, de.headline) == ("Engines for weavers", "Maschinen für Weber")
    assert (en.summary, de.summary) == ("I build engines.", "Ich baue Maschinen.")
    assert de.clients[0].public_name == "eine Weberei"
    assert de.work
    assert [one.text for one in de.work[0].highlights] == [
        "Den Ausschuss halbiert.", "Zwei angelernt.", "Wrote it down.",
    ]  # fmt: skip
    assert de.work[0].highlights[1].tags == ("team",)
    assert de.services
    assert de.services[0].deliverables == ("Ein Bericht", "A call")
    assert de.targets
    assert de.targets[0].variables == {"de": "Tuch"}


def test_a_text_that_is_not_there_in_a_language_stays_in_the_profiles_own() -> None:
    fr, en = bilingual()["fr"], bilingual()["en"]
    assert (fr.headline, fr.work) == (en.headline, en.work)


def test_a_profile_in_another_language_says_so_and_its_resume_as_well() -> None:
    assert [(tag, one.language, one.resume.locale) for tag, one in bilingual().items()] == [
        ("en", "en", "en"), ("de", "de", "de"), ("fr", "fr", "fr"),
    ]  # fmt: skip


def test_a_name_is_translated_once_and_so_wherever_it_stands_for_the_same() -> None:
    de = bilingual()["de"]
    assert de.skills
    assert [(one.name, one.group) for one in de.skills] == [("Prognosen", "Methoden"), ("SQL", "Methoden")]
    assert de.work
    assert de.work[0].skills == ("Prognosen", "SQL")
    assert de.targets
    assert de.targets[0].pin == ("skill:Prognosen",)


def test_languages_are_called_what_they_are_called_in_each() -> None:
    called = {tag: [spoken.name for spoken in one.languages or ()] for tag, one in bilingual().items()}
    assert called["en"] == ["English", "German", "Klingon"]
    assert called["de"] == ["Englisch", "Hochdeutsch", "Klingonisch"]
    assert called["fr"][0] == "anglais"


def test_ids_addresses_and_dates_are_the_same_in_all_languages() -> None:
    en, de = bilingual()["en"], bilingual()["de"]
    assert en.work
    assert de.work
    assert (en.work[0].id, en.work[0].start, en.clients[0].name) == (
        de.work[0].id,
        de.work[0].start,
        de.clients[0].name,
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("headline: {en: a, fr: b}\n",
         "5:19: headline.fr: 'fr' is no language of this profile; "
         "add it to 'locales' below 'site', or take the text out"),
        ("headline: {en: a, de-CH: b}\n", "5:19: headline.de-CH: 'de-CH' is no language of this profile; did you mean 'de'"),
        ("headline: {en: a, german: b}\n",
         "5:19: headline.german: 'german' is no tag of a language; write a text, or one for each language, such as 'en: ...'"),
        ("headline: {de: b}\n",
         "5:1: headline: lacks the profile's own language, en; add 'en: ...', or say another 'language' for the profile"),
        ("headline: {en: a, de: }\n", "5:23: headline.de: is empty; write a text, or remove the line"),
        ("headline: {en: a, de: ' '}\n", "5:23: headline.de: is empty; write a text, or remove the line"),
        ("headline: {en: a, de: [b]}\n", "5:23: headline: 'a list' is not a text; write a text"),
        ("headline: {en: a, de: \"b\\u202e\"}\n",
         "5:23: headline: holds an invisible character (U+202E); delete it and type the text again"),
        ("headline: a\nprojects:\n- {id: {en: a, de: b}, title: t, summary: s}\n",
         "7:8: projects[0].id: is given once for each language, and has to be the same in all; write it once"),
        ("headline: a\nlinks: {website: {en: https://a.example, de: https://b.example}}\n",
         "6:18: links.website: is given once for each language, and has to be the same in all; write it once"),
        ("headline: a\nprojects:\n- {id: a, title: t, summary: s, repository: {en: a, de: b}}\n",
         "7:45: projects[0].repository: is given once for each language, and has to be the same in all; write it once"),
        ("headline: a\navailability: {hours_per_week: 9, start: {en: 2026, de: 2027}, time_zone: CET, as_of: 2026}\n",
         "6:42: availability.start: is given once for each language, and has to be the same in all; write it once"),
        ("headline: a\nservices:\n- {id: a, title: t, deliverables: {en: [a], de: [b]}}\n",
         "7:35: services[0].deliverables: is given once for each language, and has to be the same in all; "
         "write it once; inside a list, write each text in every language"),
        ("headline: a\nrates: {en: {}, de: {}}\n",
         "6:8: rates: is given once for each language, and has to be the same in all; write it once"),
    ],
)  # fmt: skip
def test_every_mistake_is_told_at_its_text(text: str, said: str, tmp_path: Path) -> None:
    assert problems(tmp_path, BASE + text) == [f"profile.yaml:{said}"]


def test_the_profiles_own_language_is_no_further_one(tmp_path: Path) -> None:
    text = "name: Ada\nheadline: h\nsummary: s\nsite: {locales: [de, en]}\n"
    assert problems(tmp_path, text) == [
        "profile.yaml:4:22: site.locales[1]: is the profile's own language, which the site is in anyway; take it out"
    ]


def test_a_language_that_nothing_declares_is_told_where_there_is_one_language_too(tmp_path: Path) -> None:
    text = "name: Ada\nheadline: {en: Engines, de: Maschinen}\nsummary: s\nheadlin: x\n"
    assert problems(tmp_path, text) == [
        "profile.yaml:2:25: headline.de: 'de' is no language of this profile; "
        "add it to 'locales' below 'site', or take the text out",
        "profile.yaml:4:1: headlin: no such field; did you mean 'headline'",
    ]


NDA = "clients: [{id: a, name: Acme Mutual, sector: s, nda: true, shown_as: {en: an insurer, de: %s}}]\nheadline: {en: a, de: %s}\n"


@pytest.mark.parametrize(
    ("shown", "headline", "said"),
    [
        ("ein Versicherer", "Für die Acme Mutual gebaut", "6:23: headline: holds the name of clients[0], who is under NDA; "
         "write 'ein Versicherer' instead"),
        ("die Acme Mutual", "b", "5:11: clients[0]: 'shown_as' contains the name under NDA; describe the client without it"),
    ],
)  # fmt: skip
def test_a_name_under_nda_is_refused_in_every_language(shown: str, headline: str, said: str, tmp_path: Path) -> None:
    assert problems(tmp_path, BASE + NDA % (shown, headline)) == [f"profile.yaml:{said}"]


def test_a_profile_is_loaded_in_the_language_asked_for_and_else_in_its_own(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text(BILINGUAL, encoding="utf-8")
    assert load(tmp_path).language == "en"
    assert load(tmp_path, locale="de-AT").headline == "Maschinen für Weber"
    assert load(tmp_path, locale="ja").language == "en"
    assert tuple(load_each(tmp_path)) == ("en", "de", "fr")


def test_a_profile_of_one_language_is_the_same_as_ever(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text(
        "name: Ada\nheadline: h\nsummary: s\nresume: {locale: de}\n", encoding="utf-8"
    )
    assert tuple(load_each(tmp_path)) == ("en",)
    assert load(tmp_path, locale="de") == load(tmp_path)


def test_texts_may_be_in_the_language_of_a_resume_a_target_or_a_pitch() -> None:
    text = "language: en\nresume: {locale: de}\ntargets: [{look: {locale: fr}}]\npitches: [{language: DE}, {language: it}]\n"
    assert languages(parse(text.encode(), name="p")) == ("en", "de", "fr", "it")


def test_a_broader_tag_stands_for_narrower_ones() -> None:
    assert nearest("de-AT", ("en", "de")) == "de"
    assert nearest("pt", ("en", "pt-BR")) == "en"
    document = parse(b"language: en-GB\nsite: {locales: [de-AT, de]}\nheadline: {en: a, de-AT: b, de: c}\n", name="p")
    said = written(document)
    assert said.problems == ()
    assert [in_locale(document, tag, said).at(("headline",)) for tag in said.languages] == ["a", "b", "c"]


def test_what_is_missing_in_a_language_is_named_and_names_may_do_without() -> None:
    document = parse(BILINGUAL.encode(), name="profile.yaml")
    assert missing_texts(document, "de") == (("work", 0, "highlights", 2), ("services", 0, "deliverables", 1))
    assert missing_texts(document, "fr")[:2] == (("headline",), ("summary",))


def _records(kind: Any) -> Iterator[type[BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
        for one in _fields(kind).values():
            yield from _records(one)
    for part in get_args(kind):
        yield from _records(part)


def test_the_whole_schema_can_be_walked_and_no_short_text_stands_for_a_record_unseen() -> None:
    records = set(_records(Profile))
    assert len(records) > 30
    named = {one.__name__ for one in records if any("plain_text" in name for name in vars(one))}
    assert named == {"Highlight"}


TEXT = st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=12).filter(str.strip)
LIKE_A_PROFILE = st.recursive(
    TEXT | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("en", "de", "xx", "headline", "work", "highlights", "text", "site", "locales", "id")),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(("headline", "work", "site", "skills", "targets", "language")), LIKE_A_PROFILE))
def test_whatever_is_written_each_language_is_a_document_whose_places_are_right(data: dict[str, object]) -> None:
    document = parse(dump(data).encode(), name="p")
    said = written(document)
    for tag in said.languages:
        version = in_locale(document, tag, said)
        for path in version.values:
            version.at(path)


def test_reading_the_sample_needs_no_walk_of_its_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    import folio.profile.localised as localised

    monkeypatch.setattr(localised, "text_places", None)
    sample = Path(__file__).parents[2] / "sample_profile"
    assert load(sample).language == languages(read(sample / "profile.yaml"))[0]
