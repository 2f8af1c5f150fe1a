"""The words of the site: every locale says all that English says, with its fillings, briefly, and in its own language."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from string import Formatter

import pytest

from folio.portfolio.site.words import FOLDER, site_words
from folio.portfolio.tags import locales, table

OTHERS = sorted(file.stem for file in FOLDER.glob("*.toml") if file.stem != "en")
TRANSLATED = [name for name in OTHERS if not name.startswith("en-")]

ONE = "_one"
"""How the key of a text about the number one ends; a language that says it as of others leaves it out."""

ALIKE = {"minutes"}
"""What may be written everywhere as in English: an international unit."""

SAME_AS_IN_ENGLISH = {
    "ca": {"articles", "badge_container_present", "client", "sector", "stat_articles", "stat_articles_one"},
    "cs": {"email"},
    "da": {"email", "for_whom", "form_send", "start"},
    "de": {"filter", "website"},
    "es": {"sector"},
    "fr": {"articles", "client", "contact", "email", "questions", "source", "stat_articles", "stat_articles_one"},
    "hu": {"email"},
    "id": {"filter"},
    "it": {"email", "home", "privacy"},
    "nb": {"for_whom", "form_send"},
    "nl": {
        *("badge_live", "badge_released", "badge_released_one", "contact", "email", "home", "privacy", "start"),
        *("stat_releases", "stat_releases_one", "website"),
    },
    "pl": {"email"},
    "pt": {"email"},
    "pt-BR": {"email"},
    "ro": {"client", "contact", "email"},
    "sk": {"email", "filter"},
    "sv": {"start"},
}
"""What is said as in English there."""

AS_IN_DOCUMENTS = (
    *("rate", "hours", "start", "time_zone", "overlap", "email", "phone", "website", "location"),
    *("experience", "education", "talks", "summary", "skills", "approach"),
)
"""Keys of texts that documents have too: one person's papers and pages call a thing by one name."""


@cache
def texts(name: str) -> dict[str, str]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def fillings(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def test_the_site_speaks_every_language_of_the_documents() -> None:
    assert {file.stem for file in FOLDER.glob("*.toml")} == set(locales())


@pytest.mark.parametrize("name", OTHERS)
def test_a_locale_has_every_text_in_the_order_of_english(name: str) -> None:
    said, english = texts(name), texts("en")
    needed = [key for key in english if key in said or not key.endswith(ONE)]
    assert list(said) == needed
    assert set(site_words(name)) == set(said)


@pytest.mark.parametrize("name", OTHERS)
def test_a_text_is_filled_with_what_english_is_filled_with(name: str) -> None:
    wrong = {key for key, text in texts(name).items() if fillings(text) != fillings(texts("en")[key])}
    assert not wrong


@pytest.mark.parametrize("name", OTHERS)
def test_a_text_fits_where_english_fits(name: str) -> None:
    long = {key: text for key, text in texts(name).items() if len(text) > 1.8 * len(texts("en")[key]) + 12}
    assert not long


@pytest.mark.parametrize("name", TRANSLATED)
def test_nothing_is_left_in_english_but_what_is_said_so(name: str) -> None:
    same = {key for key, text in texts(name).items() if text == texts("en")[key]} - ALIKE
    assert same == SAME_AS_IN_ENGLISH.get(name, set())


@pytest.mark.parametrize("name", TRANSLATED)
def test_apostrophes_and_quotes_are_those_of_print_and_no_space_is_lost_or_doubled(name: str) -> None:
    sloppy = {key: text for key, text in texts(name).items() if re.search(r"""['"`]|^\s|\s$|\s\s|\.\.\.""", text)}
    assert not sloppy


@pytest.mark.parametrize("name", OTHERS)
def test_the_site_says_it_as_the_documents_do(name: str) -> None:
    documents = table(name)
    longer = {"experience"} if name.startswith("en") else set()  # "Work Experience" on paper
    keys = set(AS_IN_DOCUMENTS) - longer
    assert {key: texts(name)[key] for key in keys} == {key: documents[key] for key in keys}


def test_american_english_differs_by_its_spelling_alone() -> None:
    british = {"licence": "license", "Recognised": "Recognized", "E-mail": "Email", "e-mail": "email"}
    pattern = re.compile("|".join(british))
    respelled = {key: pattern.sub(lambda found: british[found[0]], text) for key, text in texts("en").items()}
    assert texts("en-US") == respelled


def test_a_tag_finds_the_words_of_its_own_country_or_else_of_its_language() -> None:
    assert site_words("pt-BR")["contact"] == "Contato"
    assert site_words("pt-PT")["contact"] == "Contacto"
    assert site_words("fr_CA")["home"] == "Accueil"
    assert site_words("no")["home"] == "Hjem"
    assert site_words("en-AU")["badge_licence"] == "{name} licence"


@pytest.mark.parametrize("name", OTHERS)
def test_one_of_a_thing_is_counted_in_words_of_the_same_language(name: str) -> None:
    words, counted = site_words(name), {key.removesuffix(ONE) for key in texts("en") if key.endswith(ONE)}
    for key in counted:
        own = {texts(name)[key], texts(name).get(key + ONE, texts(name)[key])}
        assert {words.counted(key, 1), words.counted(key, 7)} <= {text.format(n=n) for text in own for n in (1, 7)}
