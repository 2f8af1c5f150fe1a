"""The looks of the site: each can be read in light and dark, is light to load, and is no other look in new colours."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from folio.errors import InputError
from folio.portfolio.site.model import Look
from folio.render.artifact import Artifact
from folio.render.site import looks
from folio.render.site.folder import render_site
from folio.resources import root
from render.css_colours import colour, contrast, lightest_on_white, properties
from render.sample import LENA

NAMES = looks.looks(None)
FOLDER = root("templates") / "site" / "looks"
HOME_FONTS = 40 * 1024
"""Bytes of typefaces that a home page in a Latin alphabet may load."""

TEXT = {
    "ink": ("paper", "card", "tint"),
    "soft": ("paper", "card", "tint"),
    "brand": ("paper", "card", "tint"),
    "on-brand": ("brand",),
    "paper": ("ink",),
    "on-deep": ("deep",),
    "on-deep-soft": ("deep",),
    "bright-ink": ("bright",),
    "lift-ink": ("lift",),
    "lift-soft": ("lift",),
    "lift-brand": ("lift",),
    **{f"code-{kind}": ("code",) for kind in ("ink", "key", "text", "note", "number", "name", "gone")},
}
"""Which colours text has, and on which grounds."""
SIGNS = {"control": ("paper", "card"), "bright": ("deep",), "led": ("card",)}
"""Borders of fields, and what else has to be seen to be used."""
OWN = ["#000000", "#001a66", *(lightest_on_white(hue, chroma) for hue in range(0, 360, 30) for chroma in (0.03, 0.2))]
"""Accents that a person may choose: the darkest, and the palest that a profile may name."""


def too_faint(name: str, accent: str | None) -> dict[str, float]:
    """The pairs of a look's colours that can't be told apart well enough, each with its contrast."""
    known = properties(looks.style(name, accent))
    wanted = [(4.5, TEXT), (3.0, SIGNS)]
    return {
        f"{front} on {ground}, {'dark' if dark else 'light'}, {accent}": ratio
        for least, pairs in wanted
        for front, grounds in pairs.items()
        for ground in grounds
        for dark in (False, True)
        if front in known
        and (ratio := contrast(*(colour(f"var(--{each})", known, dark=dark) for each in (front, ground)))) < least
    }


@cache
def folder_of(name: str) -> dict[str, Artifact]:
    """Without an address, for which cards would be drawn."""
    made = render_site(replace(LENA, look=Look(name), site_url=None), documents={"resume.pdf": "Résumé (PDF)"})
    return {one.path: one for one in made}


def hero(name: str) -> str:
    """The markup of the opening: its elements and classes, without what they say."""
    home = folder_of(name)["docs/index.md"].content.decode()
    opening = home[home.index("<section") : home.index("</section>")]
    return " ".join(re.findall(r"<[a-z0-9]+|class=\"[^\"]*\"", opening))


def test_the_reckoning_of_colours_agrees_with_browsers() -> None:
    """Against what Chromium shows for the same style."""
    known = {"accent-own": "#1447e6", "a": "color-mix(in oklab, var(--accent-own, #ff0000) 50%, #0d1722)"}
    seen = {"a": "#10317d", "b": "#71aaff", "c": "#123456"}
    known["c"] = "var(--d, #123456)"
    known["d"] = "oklch(from var(--nobody) 0.8 c h)"
    known["b"] = "light-dark(#ffffff, oklch(from var(--accent-own) 0.76 calc(c * 0.8) h))"
    for name, shown in seen.items():
        assert contrast(colour(f"var(--{name})", known, dark=True), colour(shown, {}, dark=True)) < 1.02
    assert contrast(colour("#ffffff", {}, dark=False), colour("#000000", {}, dark=False)) == pytest.approx(21)


@pytest.mark.parametrize("name", NAMES)
def test_every_text_and_control_can_be_read_in_light_and_dark(name: str) -> None:
    assert too_faint(name, None) == {}


@pytest.mark.parametrize("name", NAMES)
def test_every_accent_that_a_profile_may_name_can_be_read(name: str) -> None:
    assert [faint for accent in OWN if (faint := too_faint(name, accent))] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_persons_accent_takes_the_place_of_the_looks_own_in_both_schemes(name: str) -> None:
    own, chosen = (properties(looks.style(name, accent)) for accent in (None, "#7a1fa2"))
    for dark in (False, True):
        shown = [colour("var(--brand)", known, dark=dark) for known in (own, chosen)]
        assert shown[0] != shown[1]


def test_no_two_looks_are_alike() -> None:
    for one, other in combinations(NAMES, 2):
        first, second = (properties(looks.style(name, None)) for name in (one, other))
        for what in ("display", "text", "paper", "brand", "deep", "round", "section", "wide"):
            assert first[what] != second[what], f"{one} and {other} have the same {what}"
        assert hero(one) != hero(other)
        assert looks.look(one).preload != looks.look(other).preload


@pytest.mark.parametrize("name", NAMES)
def test_a_look_names_no_other_host_and_every_file_it_names_is_there(name: str) -> None:
    style = looks.style(name, None)
    assert "@import" not in style
    for address in re.findall(r"url\(\"?([^\")]+)", style):
        assert address.startswith("data:") or f"docs/assets/{address}" in folder_of(name)
    assert all(f"docs/{path}" in folder_of(name) for path in looks.look(name).preload)


@pytest.mark.parametrize("name", NAMES)
def test_a_home_page_loads_few_typefaces_and_their_licences_lie_beside_them(name: str) -> None:
    fonts = FOLDER / name / "fonts"
    first = [FOLDER / name / path.removeprefix("assets/") for path in looks.look(name).preload]
    assert sum(file.stat().st_size for file in first) <= HOME_FONTS
    assert any("Open Font License" in file.read_text(encoding="utf-8") for file in fonts.glob("*LICENSE*"))
    assert all(file.read_bytes()[:4] == b"wOF2" for file in fonts.glob("*.woff2"))


@pytest.mark.parametrize("name", NAMES)
def test_text_has_a_face_of_the_same_width_until_its_own_is_there(name: str) -> None:
    """Each family is followed by one on the machine with an adjusted size, so that nothing jumps."""
    style = looks.style(name, None)
    rooms = {
        family
        for rule in re.findall(r"@font-face \{(.*?)\}", style, re.DOTALL)
        if "size-adjust" in rule and "ascent-override" in rule
        for family in re.findall(r"font-family: \"([^\"]+)\"", rule)
    }
    for stack in ("display", "text"):
        assert properties(style)[stack].split(",")[1].strip().strip('"') in rooms


@pytest.mark.parametrize("name", NAMES)
def test_the_colours_told_to_browsers_are_those_of_the_page(name: str) -> None:
    known, said = properties(looks.style(name, None)), looks.look(name)
    assert contrast(colour("var(--paper)", known, dark=False), colour(said.light, {}, dark=False)) == 1
    assert contrast(colour("var(--paper)", known, dark=True), colour(said.dark, {}, dark=True)) == 1
    assert contrast(colour(said.ground, {}, dark=False), colour(said.ink, {}, dark=False)) >= 4.5
    assert contrast(colour(said.ground, {}, dark=False), colour(said.accent, {}, dark=False)) >= 4.5


@pytest.mark.parametrize("name", NAMES)
def test_a_look_has_no_words_of_its_own(name: str) -> None:
    """What its templates say comes from the portfolio and from folio's words, so that it can be said in any language."""
    for file in (FOLDER / name).rglob("*.j2"):
        bare = re.sub(
            r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", file.read_text(encoding="utf-8"), flags=re.DOTALL
        )
        assert not re.search(r"\w", bare), file


@pytest.mark.parametrize("name", NAMES)
def test_the_whole_sample_is_written_in_every_look(name: str) -> None:
    made = folder_of(name)
    assert {path for path in made if path.endswith(".md")} == {
        path for path in folder_of("grove") if path.endswith(".md")
    }
    home = made["docs/index.md"].content.decode()
    for said in (LENA.headline, LENA.audience, LENA.result, LENA.call_to_action.label if LENA.call_to_action else ""):
        assert said
        assert said in home
    assert home.count("<h1") == 1


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (None, "is missing or can't be read"),
        ("light = ", "Invalid value"),
        ("title = 'x'", "colours.light is not a colour such as '#1f4e5f'"),
        ("[colours]\nlight = 3", "colours.light is not a colour"),
        (
            "preload = 'x'\n[colours]\n" + "\n".join(f"{key} = '#102030'" for key in looks.COLOURS),
            "preload is not a list",
        ),
    ],
)
def test_a_look_of_ones_own_that_says_too_little_is_told_in_plain_words(
    tmp_path: Path, said: str | None, wrong: str
) -> None:
    folder = tmp_path / "site" / "looks" / "mine"
    folder.mkdir(parents=True)
    (folder / "look.css").write_text(":root {}")
    if said is not None:
        (folder / "look.toml").write_text(said)
    with pytest.raises(InputError, match=r"templates/site/looks/mine/look\.toml:") as caught:
        looks.look("mine", tmp_path)
    assert wrong in str(caught.value)
