"""The words of documents: every text in every locale, each found by the tags that people write."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from string import Formatter

import pytest

from folio.errors import FolioError
from folio.portfolio import tags
from folio.portfolio.words import direction, lang, locales, words

ROOT = Path(__file__).parents[2]
ENGLISH = words("en")._asdict()
PATTERNS = {"year", "year_after_from", "month", "month_after_from", "day", "first", "letter_day"}
TEXTS = sorted(set(ENGLISH) - PATTERNS - {"locale", "cldr", "direction"})
OTHERS = [name for name in locales() if not name.startswith("en")]

SAME_AS_IN_ENGLISH = {
    "cs": {"email", "mentoring", "reference_named", "video", "workshop"},
    "da": {"email", "links", "mentoring", "reference_named", "start", "video", "workshop"},
    "de": {"links", "website"},
    "et": {"video"},
    "fi": {"video"},
    "fr": {"email", "publications"},
    "hu": {"email"},
    "id": {"pitch", "video"},
    "it": {"email", "mentoring", "video", "workshop"},
    "lv": {"video"},
    "nb": {"video", "workshop"},
    "nl": {"contact", "email", "links", "mentoring", "per_week", "start", "video", "website", "workshop"},
    "pl": {"email", "mentoring"},
    "pt": {"email", "workshop"},
    "pt-BR": {"email", "links"},
    "ro": {"contact", "email"},
    "sk": {"email", "mentoring", "video", "workshop"},
    "sr-Latn": {"video"},
    "sv": {"start", "video", "workshop"},
    "tr": {"video"},
    "vi": {"video"},
}
"""What is said as in English there."""

VIETNAMESE = {
    unicodedata.normalize("NFC", f"{vowel}{tone}")
    for vowel in "aăâeêioôơuưy"
    for tone in "\u0300\u0301\u0303\u0309\u0323"
}
LATIN = {
    "ca": "àçèéíïòóúü·",
    "cs": "áčďéěíňóřšťúůýž",
    "da": "æøåé",
    "de": "äöüß",
    "en": "é",
    "es": "áéíñóúü",
    "et": "äöõüšž",
    "fi": "äöå",
    "fr": "àâæçéèêëîïôœùûü",
    "hr": "čćđšž",
    "hu": "áéíóöőúüű",
    "id": "",
    "it": "àèéìòù",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "nb": "æøå",
    "nl": "éëï",
    "pl": "ąćęłńóśźż",
    "pt": "àáâãçéêíóôõú",
    "ro": "ăâîșț",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšž",
    "sr": "čćđšž",
    "sv": "äöå",
    "tr": "çğıöşüâ",
    "vi": "ăâđêôơư" + "".join(sorted(VIETNAMESE)),
}
SCRIPTS = {
    "ar": "[\u0621-\u063a\u0641-\u0652]",
    "bg": "[а-ъьюя]",
    "el": "[α-ωάέήίόύώϊϋΐΰ]",
    "fa": "[ئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآأٔ\u200c]",
    "he": "[א-ת]",
    "ja": "[\u3040-\u30ff\u4e00-\u9fff]",
    "ko": "[\uac00-\ud7a3]",
    "ru": "[а-яё]",
    "uk": "[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя]",
    "zh": "[\u4e00-\u9fff]",
}
FOREIGN = {"el": {"Email"}}


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def letters(text: str) -> str:
    """Without placeholders, digits, spaces and marks of punctuation."""
    bare = re.sub(r"\{\w+\}", "", text)
    return "".join(sign for sign in bare if unicodedata.category(sign)[0] in "LM" or sign == "\u200c")


def test_there_are_the_locales_that_documents_are_promised_in() -> None:
    assert len(locales()) >= 24
    assert {"en", "en-US", "de", "fr", "es", "pt", "pt-BR", "ar", "he", "fa", "ja", "ko", "zh-Hans", "zh-Hant"} <= set(
        locales()
    )


@pytest.mark.parametrize("name", locales())
def test_a_locale_has_every_text_and_no_other(name: str) -> None:
    assert tags.table(name).keys() | {"year_after_from", "month_after_from", "price_range"} == ENGLISH.keys() - {
        "locale"
    }
    assert words(name)._asdict().keys() == ENGLISH.keys()
    assert all(words(name)._asdict().values())


@pytest.mark.parametrize("name", OTHERS)
def test_a_locale_of_its_own_takes_no_text_from_english(name: str) -> None:
    said = words(name)._asdict()
    same = {key for key in TEXTS if said[key] == ENGLISH[key] and letters(said[key])}
    assert same == SAME_AS_IN_ENGLISH.get(name, set())


@pytest.mark.parametrize("name", locales())
def test_placeholders_are_those_of_english(name: str) -> None:
    said = words(name)._asdict()
    assert {key: placeholders(said[key]) for key in TEXTS} == {key: placeholders(ENGLISH[key]) for key in TEXTS}


@pytest.mark.parametrize("name", locales())
def test_texts_are_plain_on_one_line_and_with_typographic_marks(name: str) -> None:
    said = words(name)._asdict()
    for key in TEXTS:
        text = said[key]
        assert unicodedata.normalize("NFC", text) == text, key
        assert text == text.strip() or key == "comma", key
        assert not re.search(r"  |--|\.\.\.|[<>&`'\"*_\\]", re.sub(r"\{\w+\}", "x", text)), (key, text)
        hidden = {sign for sign in text if unicodedata.category(sign) in ("Cc", "Cf", "Co", "Cn", "Zl", "Zp")}
        assert hidden <= ({"\u200c"} if name == "fa" else set()), (key, text)


@pytest.mark.parametrize("name", locales())
def test_texts_are_written_with_the_letters_of_the_language(name: str) -> None:
    language = name.partition("-")[0]
    said = words(name)._asdict()
    for key in set(TEXTS) - {"name", "native_name"}:
        text = said[key]
        if text in FOREIGN.get(language, ()):
            continue
        wanted = SCRIPTS.get(language) or f"[a-z{LATIN[language]}]"
        small = letters(text.replace("İ", "i")).lower()
        wrong = re.sub("ª|º", "", re.sub(wanted, "", small))
        assert not wrong, (key, text, wrong)


@pytest.mark.parametrize("name", locales())
def test_what_goes_on_is_said_with_the_word_for_the_present(name: str) -> None:
    said = words(name)
    assert said.ongoing.startswith("{start}")
    assert said.ongoing.endswith(said.present)


@pytest.mark.parametrize("name", locales())
def test_sections_of_one_document_have_headings_that_differ(name: str) -> None:
    said = words(name)
    resume = [
        said.summary,
        said.skills,
        said.experience,
        said.projects,
        said.contracts,
        said.education,
        said.publications,
    ]
    resume += [said.talks, said.languages, said.availability, said.references, said.contact, said.links]
    pitch = [said.about, said.problem, said.proposal, said.approach, said.proof, said.plan, said.timeline, said.price]
    pitch += [said.deliverables, said.exclusions, said.availability, said.next_step, said.contents, said.contact]
    assert len(set(resume)) == len(resume)
    assert len(set(pitch)) == len(pitch)


@pytest.mark.parametrize(
    ("asked", "found", "printed"),
    [
        ("en", "en", "en"),
        ("en-us", "en-US", "en-US"),
        ("en-AU", "en", "en-AU"),
        ("de_AT", "de", "de-AT"),
        ("DE", "de", "de"),
        ("es-419", "es", "es-419"),
        ("pt-PT", "pt", "pt-PT"),
        ("pt-br", "pt-BR", "pt-BR"),
        ("zh", "zh-Hans", "zh"),
        ("zh-CN", "zh-Hans", "zh-CN"),
        ("zh-TW", "zh-Hant", "zh-TW"),
        ("zh-hant-hk", "zh-Hant", "zh-Hant-HK"),
        ("no", "nb", "no"),
        ("iw", "he", "iw"),
        ("ar-u-nu-latn", "ar", "ar"),
        ("en-x-whatever", "en", "en"),
    ],
)
def test_a_tag_finds_its_locale_or_the_nearest_broader_one(asked: str, found: str, printed: str) -> None:
    assert words(asked).locale == found
    assert lang(asked) == printed


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("german", "did you mean 'de'? "),
        ("Deutsch", "did you mean 'de'? "),
        ("enn", "did you mean 'en'? "),
        ("sr", "did you mean 'sr-Latn'? "),
        ("xx", ""),
        ("", ""),
        ("../de", ""),
        ("de\n", ""),
        ("de AT", ""),
        ('en" onload="x', ""),
        ("x" * 100_000, ""),
    ],
)
def test_an_unknown_locale_is_told_with_what_there_is(asked: str, hint: str) -> None:
    for function in (words, lang, direction):
        with pytest.raises(FolioError, match="folio has no words for") as raised:
            function(asked)
        assert hint in str(raised.value)
        assert str(raised.value).endswith(f"there is {', '.join(locales())}")
        assert len(str(raised.value)) < 500
        assert "\n" not in str(raised.value)


def test_arabic_hebrew_and_persian_run_from_right_to_left() -> None:
    assert [name for name in locales() if direction(name) == "rtl"] == ["ar", "fa", "he"]
    assert {direction(name) for name in locales()} == {"ltr", "rtl"}


def test_one_locale_reads_one_file_once_and_no_library() -> None:
    watched = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
from folio.portfolio import wording, words
words.words("de-AT"), words.words("de"), words.lang("de-CH"), words.direction("de")
print([name.replace("\\\\", "/").rpartition("/")[2] for name in opened if name.endswith(".toml")], "babel" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", watched], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['de.toml'] False"


def test_the_page_on_locales_is_what_their_files_make() -> None:
    spec = importlib.util.spec_from_file_location("locales_docs", ROOT / "tools" / "locales_docs.py")
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    told = "docs/reference/locales.md is out of date; run tools/locales_docs.py"
    assert (ROOT / "docs" / "reference" / "locales.md").read_text(encoding="utf-8") == tool.page(), told


@pytest.mark.parametrize("name", [name for name in locales() if direction(name) == "rtl"])
def test_ranges_of_money_have_a_word_between_where_text_runs_from_right_to_left(name: str) -> None:
    between = re.sub(r".*\{start\}|\{end\}.*", "", words(name).price_range)
    assert {unicodedata.bidirectional(sign) for sign in between} & {"R", "AL"}
