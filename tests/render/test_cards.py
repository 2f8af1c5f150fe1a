"""Cards of shared links: right in size, legible, the same at every build, and never clipped."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, features

from folio.portfolio.site.model import Portfolio
from folio.portfolio.site.words import site_words
from folio.render.site.cards import Cards, drawing, setting
from folio.render.site.cards.card import Card, card
from folio.render.site.cards.drawing import MARGIN, TITLES, draw
from folio.render.site.cards.setting import Setting, Text
from folio.render.site.looks import SiteLook, look, looks
from render.sample import BARE, LENA

WORDS = site_words("en")
GROVE = SiteLook("grove", "Grove", (), "#fafbf7", "#0d1412", "#0c3b35", "#f3f8ee", "#d9f06c")
HEAD = {"title": "Services · Lena Marchetti", "description": "What you can hire Lena for."}
shaping = pytest.mark.skipif(not features.check("raqm"), reason="Pillow can't shape scripts here")


def a_card(portfolio: Portfolio = LENA, path: str = "services/", colours: SiteLook = GROVE, **values: Any) -> Card:
    return card(portfolio, colours, WORDS, path, **(HEAD | values))


@cache
def opened(said: Card) -> Image.Image:
    content = draw(said)
    assert content is not None
    return Image.open(io.BytesIO(content))


@cache
def of_every_kind() -> dict[str, Card]:
    return {
        "home": a_card(path=""),
        "page": a_card(),
        **{one.id: a_card(path=f"work/{one.id}/", case=one) for one in LENA.work[:2]},
        "article": a_card(path="articles/beat-last-tuesday/", essay=LENA.essays[0]),
        "bare": a_card(replace(BARE, site_url="https://lena.example")),
    }


@pytest.mark.parametrize("kind", ["home", "page", "shelfcast", "pricetag", "article", "bare"])
def test_a_card_is_what_networks_ask_for(kind: str) -> None:
    said = of_every_kind()[kind]
    content = draw(said) or b""
    assert opened(said).format == "PNG"
    assert opened(said).size == (1200, 630)
    assert len(content) < 40_000
    draw.cache_clear()
    assert draw(said) == content


@pytest.mark.parametrize("kind", ["home", "page", "shelfcast", "pricetag", "article"])
def test_nothing_is_drawn_into_the_margin(kind: str) -> None:
    found = opened(of_every_kind()[kind]).convert("RGB")
    ground = Image.new("RGB", found.size, GROVE.ground)
    for box in ((0, 0, 1200, MARGIN - 8), (0, 0, MARGIN - 8, 630), (1200 - MARGIN + 8, 0, 1200, 300)):
        assert found.crop(box).tobytes() == ground.crop(box).tobytes()


def test_the_colours_are_those_of_the_look() -> None:
    used = {colour for _, colour in opened(of_every_kind()["shelfcast"]).convert("RGB").getcolors(256) or ()}
    for colour in (GROVE.ground, GROVE.ink, GROVE.accent):
        assert tuple(bytes.fromhex(colour[1:])) in used


def test_every_look_that_ships_draws_its_own_card() -> None:
    drawn = {draw(a_card(colours=look(name))) for name in looks(None)}
    assert None not in drawn
    assert len(drawn) == len(looks(None))


def test_a_case_study_shows_a_number_that_was_seen_and_an_article_its_summary() -> None:
    cards = of_every_kind()
    assert cards["shelfcast"].figure == ("−38 %", "less bread thrown away", "Before: 11.2 % of loaves, now 6.9 %")
    seen = replace(LENA.work[0], figures=tuple(reversed(LENA.work[0].figures)))
    assert a_card(case=seen).figure == (
        "14 % MAPE",
        "forecast error, median shop",
        "Before: 23 % with last week’s number",
    )
    assert a_card(case=LENA.work[3]).figure is None
    assert cards["article"].lead == LENA.essays[0].summary
    assert cards["home"].title == LENA.headline
    assert cards["page"].title == "Services"


def test_the_words_for_those_who_cant_see_it_say_what_it_shows() -> None:
    assert of_every_kind()["shelfcast"].alt == (
        "Shelfcast: how much bread to bake tomorrow · −38 % less bread thrown away · Lena Marchetti"
    )


def the_title(said: str, look: str = "grove", locale: str = "en") -> Text:
    found = Setting(look, locale, False).fitted(said, "title", TITLES, 1040, lines=3, height=330)
    assert found
    return found


@settings(max_examples=40, deadline=None)
@given(
    st.text(
        st.characters(codec="utf-8", min_codepoint=32, max_codepoint=0x17F, categories=["L", "N", "P", "Zs"]),
        min_size=1,
        max_size=400,
    )
)
def test_a_title_of_any_length_stays_in_its_place(said: str) -> None:
    if not said.split():
        return
    found = the_title(" ".join(said.split()))
    assert 1 <= len(found.lines) <= 3
    assert found.font.size >= 48
    assert found.width <= 1040
    assert found.height <= 330


def test_a_title_shrinks_before_it_wraps_often_and_wraps_evenly() -> None:
    short, longer = the_title("Pricing"), the_title("Roster: shifts that keep everybody’s Sunday")
    assert (len(short.lines), short.font.size) == (1, TITLES[0])
    assert longer.lines == ("Roster: shifts that keep", "everybody’s Sunday")
    cut = the_title("one two three four five six seven eight nine ten " * 8)
    assert cut.lines[-1].endswith("…")
    assert cut.font.size == TITLES[-1]


def test_a_word_wider_than_the_card_is_broken() -> None:
    found = the_title("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft")
    assert len(found.lines) == 2


def test_japanese_wraps_between_characters_but_never_before_a_full_stop() -> None:
    found = Setting("grove", "ja", False).text(
        "小さな食料品店、卸売業者、配送会社のための需要予測を作ります。" * 3, "regular", 36, 400, lines=9
    )
    assert found
    assert len(found.lines) > 4
    assert not any(line.startswith(("、", "。")) for line in found.lines)


@shaping
@pytest.mark.parametrize(
    ("locale", "name", "title"),
    [
        ("he", "לנה מרקטי", "תחזיות ביקוש שחנויות קטנות מזמינות לפיהן"),
        ("ar", "لينا ماركيتي", "توقعات الطلب التي تطلب المتاجر الصغيرة وفقها"),
    ],
)
def test_a_card_written_from_right_to_left_begins_at_the_right(locale: str, name: str, title: str) -> None:
    said = a_card(replace(LENA, name=name, language=locale), title=title, description="")
    assert said.right_to_left
    found = opened(said).convert("RGB")
    accent = tuple(bytes.fromhex(GROVE.accent[1:]))
    assert found.getpixel((1200 - MARGIN - 30, MARGIN + 6)) == accent
    assert found.getpixel((MARGIN + 30, MARGIN + 6)) != accent


@pytest.mark.parametrize(
    ("locale", "name", "title"),
    [
        ("el", "Λένα Μαρκέττι", "Προβλέψεις ζήτησης για μικρά παντοπωλεία"),
        ("ru", "Лена Маркетти", "Прогнозы спроса для небольших магазинов"),
        ("pl", "Łucja Żak", "Prognozy popytu: mniej strat, pełniejsze półki"),
    ],
)
def test_greek_cyrillic_and_polish_have_a_typeface_in_every_look(locale: str, name: str, title: str) -> None:
    for one in looks(None):
        assert draw(a_card(replace(LENA, name=name, language=locale), colours=look(one), title=title))


def test_pictograms_are_left_out_and_a_script_without_a_typeface_draws_nothing() -> None:
    assert the_title("🚀 Ship it 🎉 now").lines == ("Ship it now",)
    assert Setting("grove", "th", False).fitted("การพยากรณ์", "title", TITLES, 1040, lines=3) is None
    assert draw(a_card(title="การพยากรณ์")) is None


@pytest.fixture
def cannot_shape(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A Pillow that sets one letter after the other, as on machines without FriBiDi."""

    def forget() -> None:
        for one in (draw, drawing._frame, setting._font, setting._length):
            one.cache_clear()

    monkeypatch.setattr(setting, "_can_shape", lambda: False)
    forget()
    yield
    forget()


def test_without_shaping_latin_is_drawn_and_hebrew_is_not(cannot_shape: None) -> None:
    assert draw(a_card())
    assert draw(a_card(replace(LENA, name="לנה", language="he"), title="תחזיות")) is None


def test_a_page_whose_title_cant_be_drawn_has_the_home_pages_card() -> None:
    cards = Cards(GROVE, None)
    found = cards.for_page(LENA, WORDS, "uses/", {"title": "การพยากรณ์", "description": ""})
    assert found
    assert found["path"] == "assets/cards/card.png"
    assert [one.path for one in cards.artifacts()] == ["docs/assets/cards/card.png"]
    nameless = replace(LENA, name="การ", headline="การ")
    assert Cards(GROVE, None).for_page(nameless, WORDS, "", HEAD) is None


def test_there_are_no_cards_while_nobody_knows_where_the_site_will_be() -> None:
    assert Cards(GROVE, None).for_page(BARE, WORDS, "", HEAD) is None


def test_an_unchanged_card_is_not_drawn_again_and_an_old_one_is_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Cards(GROVE, tmp_path)
    told = first.for_page(LENA, WORDS, "services/", HEAD)
    first.for_page(LENA, WORDS, "about/", HEAD | {"title": "About"})
    drawn = first.artifacts()
    assert len(list((tmp_path / "cards").iterdir())) == len(drawn) == 2

    monkeypatch.setattr("folio.render.site.cards.drawing.draw", lambda said: pytest.fail("drawn again"))
    again = Cards(GROVE, tmp_path)
    assert again.for_page(LENA, WORDS, "services/", HEAD) == told
    assert again.artifacts()[0] in drawn
    assert len(list((tmp_path / "cards").iterdir())) == 1


def test_a_cache_that_is_broken_or_cant_be_written_is_no_matter(tmp_path: Path) -> None:
    cards = Cards(GROVE, tmp_path)
    cards.for_page(LENA, WORDS, "services/", HEAD)
    (kept,) = (tmp_path / "cards").iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(b"")
    again = Cards(GROVE, tmp_path)
    assert again.for_page(LENA, WORDS, "services/", HEAD)
    assert again.artifacts()[0].content == whole
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    assert Cards(GROVE, in_the_way).for_page(LENA, WORDS, "services/", HEAD)


def test_cards_of_two_languages_and_of_awkward_paths_do_not_meet() -> None:
    cards = Cards(GROVE, None)
    for portfolio in (LENA, replace(LENA, prefix="de/")):
        for path in ("", "work/x/", "work-x/", "card.png/"):
            cards.for_page(portfolio, WORDS, path, HEAD)
    assert len(cards.artifacts()) == 8
