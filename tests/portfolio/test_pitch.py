"""What a pitch says: proof that folio saw, in the client's language, without a name that is nobody's business."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from folio.errors import FolioError
from folio.evidence.model import Evidence
from folio.facts import Facts, derive
from folio.observing import observe
from folio.options import Options
from folio.portfolio.pitch.claimed import remarks
from folio.portfolio.pitch.compose import compose_pitch, the_pitch
from folio.portfolio.pitch.model import PitchPage
from folio.profile.enclosed import Enclosures, enclosures
from folio.profile.load import load
from folio.profile.model import Profile
from folio.profile.offer import Pitch
from folio.render.pitch import print_pitch, render_pitch
from folio.render.sheet import print_now
from folio.resources import root

TODAY = date(2026, 11, 22)
SAMPLE = root("sample_profile")
NOTHING = Enclosures({}, {})
GROCER, VANS = "borgo-teresiano", "luka-koper-logistik"


@cache
def profile() -> Profile:
    return load(SAMPLE)


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """The sample, after folio looked at what it names."""
    state = tmp_path_factory.mktemp("state")
    evidence = observe(profile(), SAMPLE, Options(today=TODAY, offline=True, state=state))
    return derive(profile(), evidence, today=TODAY)


def unseen(**changes: Any) -> Facts:
    return derive(profile().model_copy(update=changes), Evidence(), today=TODAY)


def pitch(identifier: str = GROCER, **changes: Any) -> Pitch:
    given = next(one for one in profile().pitches or () if one.id == identifier)
    return given.model_copy(update=changes)


def composed(facts: Facts, identifier: str = GROCER, **changes: Any) -> PitchPage:
    return compose_pitch(pitch(identifier, **changes), facts, NOTHING)


# Proof.


def test_proof_is_what_folio_saw_with_its_day_and_a_link(seen: Facts) -> None:
    (case,) = composed(seen).cases
    assert [one.value for one in case.numbers] == [
        "33.2\N{NO-BREAK SPACE}%",
        "58\N{NO-BREAK SPACE}units",
        "8.2\N{NO-BREAK SPACE}s",
    ]
    assert all(one.source and "/blob/" in str(one.source.href) for one in case.numbers)
    (on,) = case.seen
    assert on.day_text == "22 Nov 2026"
    assert [one.text for one in on.things] == ["106 assertions in CI", "3 releases", "Dockerfile", "116 lines of SQL"]
    assert all(str(one.href).startswith("https://code.lena-marchetti.example/") for one in on.things)


def test_an_article_that_was_read_is_proof(seen: Facts) -> None:
    (reading,) = composed(seen).readings
    assert reading.title == "Why last week is so hard to beat"
    assert reading.href == "https://lena-marchetti.example/articles/naive-seasonal-baseline/"


def test_where_nothing_was_seen_the_word_proof_is_not_said() -> None:
    shown = composed(unseen())
    (case,) = shown.cases
    assert (case.numbers, case.seen, shown.readings, shown.proven) == ((), (), (), False)
    html = render_pitch(shown).content.decode()
    assert case.summary in html
    assert ">Proof<" not in html
    assert ">Selected Projects<" in html
    assert "33.2" not in html


def test_a_number_that_stands_nowhere_is_left_out_and_the_person_hears_of_it(seen: Facts) -> None:
    project = next(one for one in seen.projects if one.claim.id == "shelfcast")
    made_up = (project.claim.outcomes or ())[0].model_copy(update={"value": "12.3"})
    other = replace(project, claim=project.claim.model_copy(update={"outcomes": (made_up,)}))
    facts = replace(seen, projects=tuple(other if one is project else one for one in seen.projects))
    assert composed(facts).cases[0].numbers == ()
    (remark,) = remarks(pitch(), facts)
    assert "12.3" in remark
    assert "is only claimed and left out" in remark
    assert "folio collect" in remark


def test_what_was_not_seen_is_named_with_what_to_do() -> None:
    said = remarks(
        pitch(proof=("project:shelfcast", "article:naive-seasonal-baseline", "contract:late-vans")), unseen()
    )
    assert [one.partition(":")[0] for one in said] == [
        "project 'shelfcast' is shown without proof", "article 'naive-seasonal-baseline' is left out", "'contract",
    ]  # fmt: skip
    assert sum("'folio collect' looks at it" in one for one in said) == 2


def test_what_was_seen_needs_no_remark(seen: Facts) -> None:
    assert [remarks(one, seen) for one in profile().pitches or ()] == [(), ()]


def test_case_studies_come_in_the_order_of_the_pitch(seen: Facts) -> None:
    assert [one.id for one in composed(seen, VANS).cases] == ["route-pings", "shelfcast"]
    turned = composed(seen, VANS, proof=("project:shelfcast", "project:route-pings"))
    assert [one.id for one in turned.cases] == ["shelfcast", "route-pings"]


def test_a_picture_comes_from_the_profiles_folder(seen: Facts) -> None:
    shown = compose_pitch(pitch(), seen, enclosures(profile(), SAMPLE))
    picture = shown.cases[0].picture
    assert picture is not None
    assert (picture.ending, picture.content) == ("svg", (SAMPLE / "img" / "error-by-slice.svg").read_bytes())


# Terms, in the client's language.


def test_dates_and_money_are_written_as_the_clients_language_does() -> None:
    shown = composed(unseen(), language="de", availability=None)
    assert (shown.language, shown.words.problem, shown.price) == ("de", "Die Ausgangslage", "21.500\N{NO-BREAK SPACE}€")
    assert shown.price_form == "Festpreis"
    assert shown.day_text == "20. Nov. 2026"
    assert shown.valid_until == "Gültig bis 18. Dez. 2026"
    assert "24" in str(shown.availability)


def test_the_profiles_language_is_the_pitchs_where_it_names_none() -> None:
    assert composed(unseen(language="it"), language=None).language == "it"


def test_a_language_without_words_is_told_with_the_pitchs_name() -> None:
    with pytest.raises(FolioError, match=r"pitch 'borgo-teresiano': folio has no words for 'tlh'"):
        composed(unseen(), language="tlh")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"availability": "Two days a week"}, "Two days a week"),
        ({"availability": None}, "24 hours a week"),
        ({"availability": None, "start": None}, "24 hours a week, from 7 Dec 2026"),
    ],
)
def test_when_it_can_begin_is_said_once(changes: dict[str, Any], said: str) -> None:
    assert composed(unseen(), **changes).availability == said


def test_without_availability_in_the_profile_nothing_is_said_of_it() -> None:
    assert composed(unseen(availability=None), availability=None).availability is None


@pytest.mark.parametrize(
    ("until", "ended"), [("2026-11-21", True), ("2026-11-22", False), ("2026-11", False), ("2025", True)]
)
def test_an_offer_that_has_ended_is_told(until: str, ended: bool, seen: Facts) -> None:
    given = Pitch.model_validate({**pitch().model_dump(mode="json"), "valid_until": until})
    assert any("the offer ended on" in one for one in remarks(given, seen)) is ended


def test_an_unknown_pitch_is_told_with_those_there_are() -> None:
    with pytest.raises(FolioError, match=f"no pitch 'acme' in the profile; known here: {GROCER}, {VANS}"):
        the_pitch(unseen(), "acme")
    with pytest.raises(FolioError, match="add it under 'pitches'"):
        the_pitch(unseen(pitches=None), "acme")


def test_the_look_asked_for_goes_before_that_of_the_pitch() -> None:
    from folio.profile.appearance import Appearance

    shown = compose_pitch(pitch(accent="#112233"), unseen(), NOTHING, Appearance(theme="board", locale="fr"))
    assert (shown.look.theme, shown.look.accent, shown.language) == ("board", "#112233", "fr")


# Names under NDA.


def test_a_name_under_nda_is_nowhere_in_the_file(seen: Facts) -> None:
    name = next(one.name for one in profile().clients if one.nda)
    shown = compose_pitch((seen.profile.pitches or ())[1], seen, enclosures(profile(), SAMPLE))
    assert shown.cases[0].client == "a parcel firm in the Adriatic region"
    content = print_now(print_pitch(shown)).content
    with pikepdf.open(io.BytesIO(content)) as file:
        streams = [one.read_bytes() for one in file.objects if isinstance(one, pikepdf.Stream) and _is_text(one)]
        held = b"\n".join((*streams, *(repr(one).encode() for one in file.objects)))
    whole = f"{shown!r}{render_pitch(shown).content.decode()}".encode() + content + held
    for word in (name, *name.split()[:2]):
        assert word.encode() not in whole
        assert word.encode("utf-16-be") not in whole


def _is_text(stream: pikepdf.Stream) -> bool:
    return stream.get("/Subtype") != "/Image" and not {"/Length1", "/N"} & set(stream.keys())


def test_a_pitch_that_writes_the_name_is_refused(tmp_path: Path) -> None:
    text = (SAMPLE / "profile.yaml").read_text(encoding="utf-8")
    (tmp_path / "profile.yaml").write_text(
        text.replace("Forty vans, and customers", "Forty vans, as at Brzo Dostava d.o.o., and customers"),
        encoding="utf-8",
    )
    with pytest.raises(FolioError, match="under NDA"):
        load(tmp_path)
