"""Dates, spans and money in every locale: as a native reader writes them, and as an automatic one can read them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folio.errors import FolioError
from folio.portfolio.wording import capitals, day, letter_day, money, number, period, price, since, until, when
from folio.portfolio.words import locales
from folio.profile.fields import When
from folio.profile.offer import Price

MARCH, AUGUST, SEPTEMBER = When(2024, 3), When(2025, 8), When(2024, 9)

PERIODS = {
    "ar": ("مارس 2024 – أغسطس 2025", "سبتمبر 2024 – حتى الآن"),
    "bg": ("03.2024 – 08.2025", "09.2024 – до момента"),
    "ca": ("març 2024 – agost 2025", "setembre 2024 – actualitat"),
    "cs": ("3/2024 – 8/2025", "9/2024 – současnost"),
    "da": ("mar. 2024 – aug. 2025", "sep. 2024 – nu"),
    "de": ("März 2024 – Aug. 2025", "Sept. 2024 – heute"),
    "el": ("03/2024 – 08/2025", "09/2024 – σήμερα"),
    "en": ("Mar 2024 – Aug 2025", "Sept 2024 – present"),
    "en-US": ("Mar 2024 – Aug 2025", "Sep 2024 – present"),
    "es": ("mar 2024 – ago 2025", "sept 2024 – actualidad"),
    "et": ("03.2024 – 08.2025", "09.2024 – praeguseni"),
    "fa": ("مارس 2024 تا اوت 2025", "سپتامبر 2024 تاکنون"),
    "fi": ("3/2024 – 8/2025", "9/2024 – nykyhetki"),
    "fr": ("mars 2024 – août 2025", "sept. 2024 – aujourd’hui"),
    "he": ("מרץ 2024 – אוגוסט 2025", "ספטמבר 2024 – היום"),
    "hr": ("03/2024. – 08/2025.", "09/2024. – danas"),
    "hu": ("2024. márc. – 2025. aug.", "2024. szept. – jelenleg"),
    "id": ("Mar 2024 – Agu 2025", "Sep 2024 – sekarang"),
    "it": ("mar 2024 – ago 2025", "set 2024 – oggi"),
    "ja": ("2024年3月～2025年8月", "2024年9月～現在"),
    "ko": ("2024년 3월 ~ 2025년 8월", "2024년 9월 ~ 현재"),
    "lt": ("2024-03 – 2025-08", "2024-09 – dabar"),
    "lv": ("03.2024 – 08.2025", "09.2024 – tagad"),
    "nb": ("mars 2024 – aug. 2025", "sep. 2024 – nå"),
    "nl": ("mrt 2024 – aug 2025", "sep 2024 – heden"),
    "pl": ("03.2024 – 08.2025", "09.2024 – obecnie"),
    "pt": ("03/2024 – 08/2025", "09/2024 – presente"),
    "pt-BR": ("mar. de 2024 – ago. de 2025", "set. de 2024 – atual"),
    "ro": ("mar. 2024 – aug. 2025", "sept. 2024 – prezent"),
    "ru": ("март 2024 – август 2025", "сентябрь 2024 – настоящее время"),
    "sk": ("3/2024 – 8/2025", "9/2024 – súčasnosť"),
    "sl": ("03/2024 – 08/2025", "09/2024 – danes"),
    "sr-Latn": ("03/2024. – 08/2025.", "09/2024. – danas"),
    "sv": ("mars 2024 – aug. 2025", "sep. 2024 – nu"),
    "tr": ("Mar 2024 – Ağu 2025", "Eyl 2024 – halen"),
    "uk": ("березень 2024 – серпень 2025", "вересень 2024 – дотепер"),
    "vi": ("03/2024 – 08/2025", "09/2024 – nay"),
    "zh-Hans": ("2024年3月 – 2025年8月", "2024年9月 – 至今"),
    "zh-Hant": ("2024年3月 – 2025年8月", "2024年9月 – 迄今"),
}

WITHIN = {
    "ar": ("اعتبارًا من 1 ديسمبر 2026", "اعتبارًا من ديسمبر 2026", "المقترح صالح حتى نهاية 2027"),
    "bg": ("от 01.12.2026", "от декември 2026 г.", "Валидна до края на 2027 г."),
    "ca": ("a partir del dia 1 de des. del 2026", "a partir de desembre del 2026", "Vàlid fins a finals del 2027"),
    "cs": ("od 1. 12. 2026", "od prosince 2026", "Platí do konce 2027"),
    "da": ("fra 1. dec. 2026", "fra dec. 2026", "Gælder til udgangen af 2027"),
    "de": ("ab 1. Dez. 2026", "ab Dez. 2026", "Gültig bis Ende 2027"),
    "el": ("από 01/12/2026", "από αρχές Δεκεμβρίου 2026", "Ισχύει έως τέλος 2027"),
    "en": ("from 1 Dec 2026", "from Dec 2026", "Valid until the end of 2027"),
    "en-US": ("from Dec 1, 2026", "from Dec 2026", "Valid until the end of 2027"),
    "es": ("a partir del 1 dic 2026", "a partir de dic 2026", "Válido hasta finales de 2027"),
    "et": ("alates 01.12.2026", "alates 12.2026", "Kehtib kuni 2027 lõpuni"),
    "fa": ("از 1 دسامبر 2026", "از دسامبر 2026", "معتبر تا پایان 2027"),
    "fi": ("alkaen 1.12.2026", "alkaen 12/2026", "Voimassa 2027 loppuun"),
    "fr": ("dès le 1er déc. 2026", "dès déc. 2026", "Valable jusqu’à fin 2027"),
    "he": ("החל מ־1 בדצמבר 2026", "החל מדצמבר 2026", "בתוקף עד סוף שנת 2027"),
    "hr": ("od 1. 12. 2026.", "od prosinca 2026.", "Vrijedi do kraja 2027."),
    "hu": ("legkorábban 2026. dec. 1.", "legkorábban 2026. dec.", "Érvényes eddig: 2027 vége"),
    "id": ("mulai 1 Des 2026", "mulai Des 2026", "Berlaku hingga akhir 2027"),
    "it": ("dal giorno 1 dic 2026", "da dic 2026", "Offerta valida fino a fine 2027"),
    "ja": ("2026年12月1日から", "2026年12月から", "有効期限：2027年末"),
    "ko": ("2026년 12월 1일부터", "2026년 12월부터", "유효 기간: 2027년 말까지"),
    "lt": ("nuo 2026-12-01", "nuo 2026-12", "Galioja iki 2027 pabaigos"),
    "lv": ("no 01.12.2026", "no 12.2026", "Derīgs līdz 2027 beigām"),
    "nb": ("fra 1. des. 2026", "fra des. 2026", "Gyldig til utgangen av 2027"),
    "nl": ("vanaf 1 dec 2026", "vanaf dec 2026", "Geldig tot eind 2027"),
    "pl": ("od 01.12.2026", "od grudnia 2026", "Ważne do końca 2027"),
    "pt": ("a partir de 01/12/2026", "a partir de 12/2026", "Válido até ao fim de 2027"),
    "pt-BR": ("a partir de 1º de dez. de 2026", "a partir de dez. de 2026", "Válido até o fim de 2027"),
    "ro": ("de la 1 dec. 2026", "din dec. 2026", "Valabil până în 2027 inclusiv"),
    "ru": ("с 1 дек. 2026 г.", "с декабря 2026 г.", "Действительно до конца 2027 года"),
    "sk": ("od 1. 12. 2026", "od decembra 2026", "Platí do konca 2027"),
    "sl": ("od 1. 12. 2026", "od 12/2026", "Velja do konca 2027"),
    "sr-Latn": ("od 1. 12. 2026.", "od 12/2026.", "Važi do kraja 2027."),
    "sv": ("från 1 dec. 2026", "från dec. 2026", "Giltig till slutet av 2027"),
    "tr": ("1 Ara 2026 itibarıyla", "Ara 2026 itibarıyla", "2027 sonuna kadar geçerlidir"),
    "uk": ("з 1 груд. 2026 р.", "з грудня 2026 р.", "Дійсна до кінця 2027 року"),
    "vi": ("từ 01/12/2026", "từ 12/2026", "Có hiệu lực đến hết 2027"),
    "zh-Hans": ("2026年12月1日起", "2026年12月起", "有效期至2027年底"),
    "zh-Hant": ("2026年12月1日起", "2026年12月起", "有效期限至2027年底"),
}
"""From a day and from a month, and until the end of a year: what inflects."""

LETTERS = {
    "ar": "22 نوفمبر 2026",
    "bg": "22 ноември 2026 г.",
    "ca": "22 de novembre del 2026",
    "cs": "22. listopadu 2026",
    "da": "22. november 2026",
    "de": "22. November 2026",
    "el": "22 Νοεμβρίου 2026",
    "en": "22 November 2026",
    "en-US": "November 22, 2026",
    "es": "22 de noviembre de 2026",
    "et": "22. november 2026",
    "fa": "22 نوامبر 2026",
    "fi": "22. marraskuuta 2026",
    "fr": "22 novembre 2026",
    "he": "22 בנובמבר 2026",
    "hr": "22. studenoga 2026.",
    "hu": "2026. november 22.",
    "id": "22 November 2026",
    "it": "22 novembre 2026",
    "ja": "2026年11月22日",
    "ko": "2026년 11월 22일",
    "lt": "2026 m. lapkričio 22 d.",
    "lv": "2026. gada 22. novembris",
    "nb": "22. november 2026",
    "nl": "22 november 2026",
    "pl": "22 listopada 2026",
    "pt": "22 de novembro de 2026",
    "pt-BR": "22 de novembro de 2026",
    "ro": "22 noiembrie 2026",
    "ru": "22 ноября 2026 г.",
    "sk": "22. novembra 2026",
    "sl": "22. november 2026",
    "sr-Latn": "22. novembar 2026.",
    "sv": "22 november 2026",
    "tr": "22 Kasım 2026",
    "uk": "22 листопада 2026 р.",
    "vi": "22 tháng 11 năm 2026",
    "zh-Hans": "2026年11月22日",
    "zh-Hant": "2026年11月22日",
}

PRICES = {
    "ar": ("95 € في الساعة", "من 4,000 USD إلى 6,500.50 USD"),
    "bg": ("95 € на час", "4 000 щ.д. – 6 500,50 щ.д."),
    "ca": ("95 € per hora", "4.000 USD – 6.500,50 USD"),
    "cs": ("95 € za hodinu", "4 000 US$ – 6 500,50 US$"),
    "da": ("95 € pr. time", "4.000 US$ – 6.500,50 US$"),
    "de": ("95 € pro Stunde", "4.000 $ – 6.500,50 $"),
    "el": ("95 € την ώρα", "4.000 $ – 6.500,50 $"),
    "en": ("€95 per hour", "US$4,000 – US$6,500.50"),
    "en-US": ("€95 per hour", "$4,000 – $6,500.50"),
    "es": ("95 € por hora", "4.000 US$ – 6.500,50 US$"),
    "et": ("95 € tunnis", "4 000 $ – 6 500,50 $"),
    "fa": ("ساعتی € 95", "$ 4,000 تا $ 6,500.50"),
    "fi": ("95 € tunnilta", "4 000 $ – 6 500,50 $"),
    "fr": ("95 € par heure", "4 000 $US – 6 500,50 $US"),
    "he": ("95 € לשעה", "4,000 $ עד 6,500.50 $"),
    "hr": ("95 € po satu", "4.000 USD – 6.500,50 USD"),
    "hu": ("95 EUR óránként", "4 000 USD – 6 500,50 USD"),
    "id": ("€95 per jam", "US$4.000 – US$6.500,50"),
    "it": ("95 € all’ora", "4.000 USD – 6.500,50 USD"),
    "ja": ("1時間あたり€95", "$4,000～$6,500.50"),
    "ko": ("시간당 €95", "US$4,000 ~ US$6,500.50"),
    "lt": ("95 € už valandą", "4 000 USD – 6 500,50 USD"),
    "lv": ("95 € stundā", "4 000 $ – 6 500,50 $"),
    "nb": ("95 € per time", "4 000 USD – 6 500,50 USD"),
    "nl": ("€ 95 per uur", "US$ 4.000 – US$ 6.500,50"),
    "pl": ("95 € za godzinę", "4 000 USD – 6 500,50 USD"),
    "pt": ("95 € por hora", "4 000 US$ – 6 500,50 US$"),
    "pt-BR": ("€ 95 por hora", "US$ 4.000 – US$ 6.500,50"),
    "ro": ("95 EUR pe oră", "4.000 USD – 6.500,50 USD"),
    "ru": ("95 € в час", "4 000 $ – 6 500,50 $"),
    "sk": ("95 € za hodinu", "4 000 USD – 6 500,50 USD"),
    "sl": ("95 € na uro", "4.000 $ – 6.500,50 $"),
    "sr-Latn": ("95 € po satu", "4.000 US$ – 6.500,50 US$"),
    "sv": ("95 € per timme", "4 000 US$ – 6 500,50 US$"),
    "tr": ("saatlik €95", "$4.000 – $6.500,50"),
    "uk": ("95 EUR за годину", "4 000 USD – 6 500,50 USD"),
    "vi": ("95 € mỗi giờ", "4.000 US$ – 6.500,50 US$"),
    "zh-Hans": ("每小时 €95", "US$4,000 – US$6,500.50"),
    "zh-Hant": ("每小時 €95", "US$4,000 – US$6,500.50"),
}

whens = st.builds(
    lambda value, parts: When(*(value.year, value.month, value.day)[:parts]),
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.integers(1, 3),
)


def plain(text: str) -> str:
    """With spaces that may break, as the tables are written."""
    return text.replace("\u00a0", " ")


def test_the_tables_speak_of_every_locale() -> None:
    for table in (PERIODS, WITHIN, LETTERS, PRICES):
        assert tuple(table) == locales()


@pytest.mark.parametrize("name", locales())
def test_spans_read_as_they_are_written_there(name: str) -> None:
    assert (period(MARCH, AUGUST, name), period(SEPTEMBER, None, name)) == PERIODS[name]
    assert letter_day(date(2026, 11, 22), name) == LETTERS[name]


@pytest.mark.parametrize("name", locales())
def test_from_and_until_take_the_form_that_the_language_wants(name: str) -> None:
    said = (since(When(2026, 12, 1), name), since(When(2026, 12), name), until(When(2027), name))
    assert said == WITHIN[name]


@pytest.mark.parametrize("name", locales())
def test_prices_have_cents_only_where_there_are_any(name: str) -> None:
    hourly = Price(amount=95, currency="EUR", per="hour")
    project = Price(amount=4000, up_to=6500.5, currency="USD")
    assert (plain(price(hourly, name)), plain(price(project, name))) == PRICES[name]


def test_months_do_not_depend_on_the_locales_that_were_used_before() -> None:
    # babel keeps what it resolves for one locale in the data that others share.
    printed = """
import json
from folio.portfolio.wording import period
from folio.portfolio.words import locales
from folio.profile.fields import When
print(json.dumps({name: period(When(2024, 3), When(2025, 8), name) for name in ["he", "ar", *reversed(locales())]}))
"""
    done = subprocess.run([sys.executable, "-c", printed], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {name: first for name, (first, _) in PERIODS.items()}


@given(st.sampled_from(locales()), whens, whens, st.booleans())
def test_any_dates_give_one_visible_line_with_latin_digits(name: str, one: When, other: When, ongoing: bool) -> None:
    start, end = sorted((one, other), key=lambda value: value.first_day)
    texts = [period(start, end, name), period(start, None, name, ongoing=ongoing), period(None, end, name)]
    texts += [when(start, name), day(start.first_day, name), letter_day(end.first_day, name)]
    texts += [since(start, name), until(end, name)]
    for text in texts:
        assert text == text.strip()
        assert text
        assert "{" not in text
        assert {unicodedata.category(sign) for sign in text}.isdisjoint({"Cc", "Cf", "Cn", "Co", "Zl", "Zp"}), ascii(
            text
        )
        assert all(sign in "0123456789" for sign in text if unicodedata.category(sign) == "Nd"), text
        assert "  " not in text
    years = re.findall(r"\d{4}", texts[0])
    once = when(start.month_only, name) == when(end.month_only, name)
    assert years == ([str(start.year)] if once else [str(start.year), str(end.year)])


@given(
    st.sampled_from(locales()),
    st.floats(0, 10_000_000, allow_nan=False),
    st.sampled_from(["EUR", "USD", "CHF", "JPY", "KWD", "XXX", "ZZZ"]),
)
def test_any_amount_gives_one_visible_line(name: str, amount: float, currency: str) -> None:
    text = money(amount, currency, name)
    assert text == text.strip()
    assert re.search(r"[0-9]", text)
    assert {unicodedata.category(sign) for sign in text}.isdisjoint({"Cc", "Cf", "Cn", "Co", "Zl", "Zp"}), ascii(text)
    assert not set(text) & {"\u2009", "\u202f"}


@pytest.mark.parametrize(
    ("start", "end", "ongoing", "said"),
    [
        (When(2024, 3), None, True, "Mar 2024 – present"),
        (When(2024, 3), None, False, "Mar 2024"),
        (When(2024, 3), When(2024, 3), True, "Mar 2024"),
        (None, When(2024), True, "2024"),
        (None, None, True, ""),
        (When(2024, 3, 5), When(2025), True, "Mar 2024 – 2025"),
    ],
)
def test_a_span_says_what_is_known_of_it(start: When | None, end: When | None, ongoing: bool, said: str) -> None:
    assert period(start, end, "en", ongoing=ongoing) == said


@pytest.mark.parametrize(
    ("language", "said"), [("de-AT", "Jän. 2024"), ("de", "Jan. 2024"), ("en-AU", "Jan 2024"), ("zh-TW", "2024年1月")]
)
def test_a_country_has_its_own_names_of_months(language: str, said: str) -> None:
    assert when(When(2024, 1), language) == said


@pytest.mark.parametrize(
    ("language", "amount", "currency", "said"),
    [
        ("en", 4000, "CHF", "CHF 4,000"),
        ("en", 12.5, "KWD", "KWD 12.500"),
        ("en", 0, "EUR", "€0"),
        ("en", 12_500, "JPY", "JP¥12,500"),
        ("en-IN", 1_200_000, "INR", "₹12,00,000"),
        ("de-CH", 4000, "CHF", "CHF 4’000"),
        ("pl", 4000, "PLN", "4 000 zł"),
        ("ar", 4000, "JPY", "4,000 JPY"),
        ("fa", 4000, "CAD", "CAD 4,000"),
        ("he", 4000, "ILS", "4,000 ₪"),
    ],
)
def test_a_currency_stands_where_the_country_puts_it(language: str, amount: float, currency: str, said: str) -> None:
    assert plain(money(amount, currency, language)) == said


@pytest.mark.parametrize(("language", "said"), [("en", "7.5"), ("de", "7,5"), ("fa", "7.5"), ("ar", "7.5")])
def test_numbers_have_the_decimal_mark_of_the_locale(language: str, said: str) -> None:
    assert number(7.5, language) == said
    assert number(24, language) == number(24) == "24"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "dès le 2 déc. 2026"),
        ("pt-BR", "a partir de 2 de dez. de 2026"),
        ("ca", "a partir del dia 2 de des. del 2026"),
    ],
)
def test_only_the_first_of_a_month_has_a_form_of_its_own(language: str, said: str) -> None:
    assert since(When(2026, 12, 2), language) == said


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("tr", "Eğitim ışığı", "EĞİTİM IŞIĞI"),
        ("el", "Επιλεγμένα έργα, Μαΐου", "ΕΠΙΛΕΓΜΕΝΑ ΕΡΓΑ, ΜΑΪΟΥ"),
        ("en", "Résumé, with skills", "RÉSUMÉ, WITH SKILLS"),
        ("de-CH", "Größe", "GRÖSSE"),
        ("es", "Formación", "FORMACIÓN"),
        ("ja", "職務経歴", "職務経歴"),
    ],
)
def test_capitals_are_those_of_the_language(language: str, text: str, said: str) -> None:
    assert capitals(text, language) == said


def test_an_unknown_language_is_told_and_no_bug() -> None:
    for call in (lambda: day(date(2026, 1, 1), "xx"), lambda: period(MARCH, None, "xx"), lambda: money(1, "EUR", "xx")):
        with pytest.raises(FolioError, match="folio has no words for 'xx'"):
            call()
