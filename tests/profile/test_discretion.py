"""A name under NDA is found however it is written, and no other word is."""

from __future__ import annotations

import time
import unicodedata

import pytest

from build import a_profile
from folio.profile.discretion import discreet
from folio.profile.nda import mention


def client(name: str, shown_as: str, identifier: str = "c") -> dict[str, object]:
    return {"id": identifier, "name": name, "sector": "s", "nda": True, "shown_as": shown_as}


def said_of(name: str, text: str, shown_as: str = "a bank") -> str:
    return discreet(a_profile(clients=[client(name, shown_as)]))(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("for Acme Mutual, in May", "for a bank, in May"),
        ("for\nACME MUTUAL", "for\na bank"),
        ("for\tAcme Mutual", "for\ta bank"),
        ("claims at Acme  Mutual's", "claims at a bank's"),
        ("acme-mutual", "a-bank"),
        ("acme_mutual_heap", "a-bank_heap"),
        ("acmemutual", "a-bank"),
        ("acmemutual-forecast", "a-bank-forecast"),
        ("src/AcmeMutual/x.py", "src/a-bank/x.py"),
        ("src/acmeMutual.py", "src/a-bank.py"),
        ("AcmeMutualForecast", "a-bankForecast"),
        ("runAcmeMutual2", "runa-bank2"),
        ("https://www.acmemutual.example/", "https://www.a-bank.example/"),
        ("https://acme-mutual.example/", "https://a-bank.example/"),
        ("https://x.example/Acme%20Mutual/plan.pdf", "https://x.example/a-bank/plan.pdf"),
        ("https://x.example/Acme%2520Mutual", "https://x.example/a-bank"),
        ("https://x.example/Acme+Mutual", "https://x.example/a-bank"),
        ("https://x.example/?next=%2Facme%2Fmutual", "https://x.example/?next=%2Fa-bank"),
        ("Acme&nbsp;Mutual", "a-bank"),
        ("for Acme&#160;Mutual", "for a bank"),
        ("for Acme\u00a0Mutual", "for a bank"),
        ("for Ac\u00adme\u200dMutual", "for a bank"),
        ("see https://x.example/acmemutual for more", "see https://x.example/a-bank for more"),
    ],
)
def test_a_name_of_two_words_is_found_however_it_is_joined(text: str, shown: str) -> None:
    assert said_of("Acme Mutual", text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "for Müller", "müller.py", unicodedata.normalize("NFD", "for MÜLLER"), "m%C3%BCller", "M%C3%9CLLER", "mu%CC%88ller",
        "m%25C3%25BCller", "M&uuml;ller", "M&Uuml;LLER", "M&#252;ller", "M&#xFC;ller", "https://mueller.example", "muller-plan",
    ],
)  # fmt: skip
def test_marks_on_letters_are_found_in_every_code(text: str) -> None:
    clean = said_of("Müller", text, "a mill")
    assert "ller" not in clean.lower()
    assert "a mill" in clean or "a-mill" in clean
    assert said_of(unicodedata.normalize("NFD", "Müller"), text, "a mill") == clean


@pytest.mark.parametrize("text", ["Weißmann", "WEISSMANN", "weissmann", "Wei%C3%9Fmann", "WEIẞMANN"])
def test_a_letter_that_is_two_in_capitals_is_found(text: str) -> None:
    assert said_of("Weißmann", text) == "a-bank"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Data", "the database of a DataFrame, metadata and data2vec"),
        ("AI", "we said it is maintained in air, in openai and AIda"),
        ("Acme", "acmeist and macme"),
        ("H&M", "hm, ohm and the shm"),
        ("Big Co", "a bigcoin, an abigco"),
        ("Acme Mutual", "acme and mutual, acmemutually, macmemutual"),
    ],
)
def test_no_other_word_is_eaten(name: str, text: str) -> None:
    assert said_of(name, text) == text


ENDINGS = [
    ("Nordbanken Betaling", "Nordbanken Betalings krav", "a bank krav"),
    ("Nordbanken Betaling", "enligt NORDBANKEN BETALINGS", "enligt a bank"),
    ("Nordbanken Betaling", "Nordbankens Betaling", "a bank"),
    ("Nordbanken Betaling", "Nordbanken Betalingen och betalingar", "a bank och betalingar"),
    ("Nordea", "Nordeas krav", "a bank krav"),
    ("Nordbank", "i Nordbanken, Nordbankens kunder", "i a bank, a bank kunder"),
    ("Jyske Kreditten", "Jyske Kredittens system", "a bank system"),
    ("Jysk Forsikring", "Jysk Forsikringens kunder", "a bank kunder"),
    ("Deutsche Sparkasse", "der Deutschen Sparkasse", "der a bank"),
    ("Deutsche Sparkasse", "beide Deutschen Sparkassen", "beide a bank"),
    ("Bayer Werk", "des Bayer Werkes", "des a bank"),
    ("Weißmann", "Weißmanns Laden", "a bank Laden"),
    ("Sparkasse", "bei den Sparkassen", "bei den a bank"),
    ("Rabo Krediet", "Rabo Krediets klanten", "a bank klanten"),
    ("Haagse Verzekering", "Haagse Verzekeringen en zo", "a bank en zo"),
    ("Prada", "Prada's winkel", "a bank's winkel"),
]


@pytest.mark.parametrize(("name", "text", "shown"), ENDINGS)
def test_a_name_with_an_ending_is_found(name: str, text: str, shown: str) -> None:
    assert said_of(name, text) == shown


@pytest.mark.parametrize(("name", "text", "shown"), ENDINGS)
def test_a_name_with_an_ending_is_refused_in_the_profile(name: str, text: str, shown: str) -> None:
    assert mention(name).search(text), shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("nordbankenBetalings", "a-bank"),
        ("Nordbanken-Betalings", "a-bank"),
        ("nordbanken_betalings_url", "a-bank_url"),
        ("nordbankenBetalingsKrav", "a-bankKrav"),
        ("nordbankenBetalings2", "a-bank2"),
        ("src/nordbankensbetaling/x.py", "src/a-bank/x.py"),
        ("https://x.example/Nordbanken%20Betalings", "https://x.example/a-bank"),
        ("nordbankenBetalingSystem", "a-bankSystem"),
    ],
)
def test_a_name_with_an_ending_is_found_in_ids_and_addresses(text: str, shown: str) -> None:
    assert said_of("Nordbanken Betaling", text) == shown


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Nordbanken Betaling", "nordbankenbetalingar, nordbanken och betalings, en banks betaling"),
        ("Visio", "a vision, visions and visionen"),
        ("Swede", "from Sweden, Swedens"),
        ("Data", "datas, daten"),
        ("AT&T", "at ten, at tens, at-ten"),
        ("H&M", "h-men, h mens"),
        ("Big Co", "a big con, big cones"),
        ("Nordea", "nordeast, nordeasy"),
    ],
)
def test_an_ending_makes_no_other_word_a_name(name: str, text: str) -> None:
    assert said_of(name, text) == text
    assert not mention(name).search(text)


@pytest.mark.parametrize("text", ["acme_forecast", "acme.example", "src/acme/x.py", "%2Facme%2F", "acme's", "acme"])
def test_a_name_of_one_word_is_found_as_a_word(text: str) -> None:
    assert "acme" not in said_of("Acme", text)


@pytest.mark.parametrize(("name", "text"), [("H&M", "h&m"), ("H&M", "H&amp;M"), ("H&M", "h-m"), ("AT&T", "at%26t")])
def test_a_short_name_of_several_words_is_found_with_something_between_them(name: str, text: str) -> None:
    assert said_of(name, text) == "a-bank"


def test_each_client_goes_by_its_own_name_and_the_longer_name_first() -> None:
    clients = [client("Acme", "a shop", "a"), client("Acme Mutual", "a bank", "b"), client("Ümit", "a mill", "c")]
    clean = discreet(a_profile(clients=clients))
    assert clean("for Acme, Acme Mutual and Ümit") == "for a shop, a bank and a mill"


def test_cleaning_twice_changes_nothing_more() -> None:
    once = said_of("Acme Mutual", "for Acme Mutual, acmemutual.example and Acme%20Mutual")
    assert said_of("Acme Mutual", once) == once


def test_without_a_client_under_nda_a_text_stays_as_it_is() -> None:
    public = {"id": "c", "name": "Acme", "sector": "s"}
    assert discreet(a_profile(clients=[public]))("for Acme") == "for Acme"


@pytest.mark.parametrize(
    "text", ["word " * 40_000, "acme%" * 40_000, "acmens" * 40_000, "Acme" + " _%20&nbsp;" * 20_000, "é&#252;" * 30_000]
)
def test_a_long_text_takes_no_time(text: str) -> None:
    clean = discreet(a_profile(clients=[client("Acme Mutual", "a bank", "a"), client("Müller", "a mill", "b")]))
    began = time.process_time()
    clean(text)
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Nordhafen Spedition GmbH & Co. KG", "for nordhafen-spedition and Nordhafen Spedition"),
        ("Banco Exemplo, S.A.", "the clerks of Banco Exemplo"),
        ("Siemens AG", "at Siemens"),
    ],
)
def test_a_name_is_kept_without_the_form_of_the_firm_as_well(name: str, told: str) -> None:
    said = discreet(a_profile(clients=[client(name, "a firm")]))(told)
    assert not any(word in said.lower() for word in ("nordhafen", "exemplo", "siemens"))


@pytest.mark.parametrize("name", ["Orange SA", "Data Inc.", "Insurance Company", "GmbH"])
def test_an_everyday_word_before_a_form_is_left_alone(name: str) -> None:
    text = "Orange data for an insurance."
    assert discreet(a_profile(clients=[client(name, "a firm")]))(text) == text
