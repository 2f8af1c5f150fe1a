"""The catalogue and the platforms: they agree with the code, and mistakes in one's own are reported where they are."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

import folio.readiness.checks  # noqa: F401  # importing it enters the checks
from folio.errors import FolioError, InputError
from folio.profile.person import Track
from folio.readiness.check import CHECKS
from folio.readiness.rubric import FOLDER, Entry, Part, Rubric, platforms, rubric
from folio.readiness.rubric.model import Words
from folio.readiness.rubric.soundness import faults

CATALOGUE = rubric().catalogue
TRACKS = sorted(CATALOGUE.tracks)


def test_every_entry_has_a_function_and_every_function_an_entry() -> None:
    entries = [entry.id for entry in CATALOGUE.checks]
    assert len(entries) == len(set(entries)) == 60
    assert set(entries) == set(CHECKS)


def test_a_check_stands_in_the_module_of_its_category() -> None:
    for entry in CATALOGUE.checks:
        path = FOLDER.parent / "checks" / f"{entry.category}.py"
        assert f'check("{entry.id}"' in path.read_text(encoding="utf-8"), entry.id


@pytest.mark.parametrize("entry", CATALOGUE.checks, ids=lambda entry: entry.id)
def test_an_entry_is_sound(entry: Entry) -> None:
    assert entry.category in {category.id for category in CATALOGUE.categories}
    assert entry.caps in CATALOGUE.caps
    assert entry.sources
    assert set(entry.sources) <= set(CATALOGUE.sources)
    assert set(entry.requires) <= {other.id for other in CATALOGUE.checks}
    assert entry.minutes[0] <= entry.minutes[1]
    assert entry.next[0].isupper()
    assert not entry.next.endswith(".")
    assert entry.hygiene == (entry.aggregate == "all")
    assert (entry.hygiene or entry.of_platform) == (entry.weight == 0)
    assert bool(entry.curve) or entry.aggregate not in ("count", "union")
    assert not (entry.curve and entry.parts) or entry.aggregate == "count"
    assert not entry.parts or sum(part.milli for part in entry.parts if not part.instead_of) == 1000
    for before, after in zip(entry.curve, entry.curve[1:], strict=False):
        assert before[0] < after[0]
        assert before[1] <= after[1]


PARTS = [(entry, part) for entry in CATALOGUE.checks for part in entry.parts]


@pytest.mark.parametrize(("entry", "part"), PARTS, ids=[f"{entry.id}/{part.id}" for entry, part in PARTS])
def test_a_part_says_what_adds_it_to_the_rest_and_takes_no_longer_than_everything(entry: Entry, part: Part) -> None:
    assert part.next[0].isupper()
    assert not part.next.endswith(".")
    assert ";" not in part.next  # several are joined by it
    assert part.minutes
    assert 0 < part.minutes[0] <= part.minutes[1]


@pytest.mark.parametrize("entry", [one for one in CATALOGUE.checks if one.parts], ids=lambda entry: entry.id)
def test_the_parts_together_take_about_as_long_as_the_whole(entry: Entry) -> None:
    asked = [part.minutes for part in entry.parts if part.minutes and not part.instead_of]
    least, most = (sum(minutes[side] for minutes in asked) for side in (0, 1))
    assert max(part[1] for part in asked) <= entry.minutes[1]
    assert least <= entry.minutes[1]
    assert most >= entry.minutes[0]


@pytest.mark.parametrize("platform", platforms())
def test_what_ships_is_sound(platform: str) -> None:
    assert list(faults(rubric(platform))) == []


def test_no_step_is_said_twice() -> None:
    steps = [entry.next for entry in CATALOGUE.checks]
    steps += [part.next for entry, part in PARTS if not part.instead_of]
    steps += [field.next for field in CATALOGUE.fields]
    assert len(steps) == len(set(steps))


@pytest.mark.parametrize("platform", platforms())
@pytest.mark.parametrize("track", TRACKS)
def test_the_weights_of_every_platform_and_track_add_up(platform: str, track: str) -> None:
    chosen = rubric(platform)
    weights = chosen.weights(track)
    assert sum(weights.values()) == 1000
    assert set(weights) == {entry.id for entry in chosen.entries(track)}
    counted = [entry for entry in chosen.entries(track) if not entry.hygiene and entry.weight]
    assert all(weights[entry.id] > 0 for entry in counted)
    assert len(counted) >= 45


def test_eight_platforms_ship() -> None:
    eight = {"arc", "braintrust", "contra", "direct-client", "lemon-io", "malt", "toptal", "upwork"}
    assert set(platforms()) == eight


@pytest.mark.parametrize("platform", platforms())
def test_a_platform_says_how_old_and_how_sure_it_is(platform: str) -> None:
    chosen = rubric(platform).platform
    assert chosen.id == platform
    assert chosen.as_of
    assert chosen.basis
    assert chosen.not_observable
    assert len({one.url for one in chosen.sources}) == len(chosen.sources) >= 2


def test_the_two_platforms_whose_rules_were_not_found_say_so() -> None:
    assert [name for name in platforms() if "thinly sourced" in rubric(name).platform.basis] == ["arc", "braintrust"]


def test_no_platform_but_a_client_of_ones_own_has_a_floor_on_articles() -> None:
    floors = {name: rubric(name).platform.floors["articles"] for name in platforms()}
    assert [name for name, floor in floors.items() if floor] == ["direct-client"]


def test_a_track_leaves_out_only_what_its_role_is_not_hired_for() -> None:
    left_out = {name: set(track.without) for name, track in CATALOGUE.tracks.items()}
    training = {
        "learning-curves-read", "core-algorithms-from-scratch", "numeric-check-against-reference",
        "validation-discipline", "multi-metric-evaluation", "baseline-compared",
    }  # fmt: skip
    assert left_out["ml-engineer"] == left_out["data-scientist"] == set()
    assert left_out["data-engineer"] == {*training, "derivations-written-out"}
    assert left_out["data-engineer"] == left_out["analytics-engineer"]
    assert left_out["data-engineer"] < left_out["backend-engineer"] < left_out["full-stack"]
    assert all("sql-authored" not in without for without in left_out.values())
    assert all("data-validation" not in without for without in left_out.values())


def test_every_track_of_a_profile_is_one_of_the_catalogue() -> None:
    assert set(get_args(Track)) == set(CATALOGUE.tracks)


def test_caps_rise_with_the_evidence() -> None:
    for caps in CATALOGUE.caps.values():
        rising = (caps.claimed, caps.attested, caps.observed, caps.verified)
        assert list(rising) == sorted(rising)


def test_the_digest_changes_with_any_number() -> None:
    one = rubric()
    other = Rubric(catalogue=one.catalogue, platform=one.platform.model_copy(update={"as_of": "2027"}))
    assert one.digest != other.digest
    assert one.digest == rubric("direct-client").digest
    assert len({rubric(platform).digest for platform in platforms()}) == len(platforms())


def test_an_unknown_platform_or_track_is_named_with_the_nearest() -> None:
    with pytest.raises(FolioError, match="did you mean 'toptal'"):
        rubric("toptall")
    with pytest.raises(FolioError, match="did you mean 'ml-engineer'"):
        rubric().weights("ml-enginer")


OWN = """id: mine
title: Mine
as_of: "2026-11"
basis: my own
categories: {fundamentals: 500, craft: 500}
gates:
  - {check: tests-meaningful, at_least: 500, level: observed}
"""


def test_ones_own_platform_is_read_by_its_path(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(OWN, encoding="utf-8")
    chosen = rubric(file)
    assert chosen.platform.title == "Mine"
    assert sum(chosen.weights("ml-engineer").values()) == 1000


def test_every_mistake_in_ones_own_platform_is_reported_where_it_is(tmp_path: Path) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text(OWN.replace("craft: 500", "carft: 400").replace("tests-meaningful", "test-meaningful"))
    with pytest.raises(InputError) as caught:
        rubric(file)
    found = [str(problem).split("wrong.yaml:")[1] for problem in caught.value.problems]
    assert found == [
        "5:13: categories: the weights add up to 900, not to 1000; add 100",
        "5:33: categories.carft: there is no category 'carft'; did you mean 'craft'",
        "7:13: gates[0].check: there is no check 'test-meaningful'; did you mean 'tests-meaningful'",
    ]


def test_a_misspelt_field_is_reported_with_the_nearest(tmp_path: Path) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text(OWN.replace("at_least", "atleast").replace("observed", "obsered"))
    with pytest.raises(InputError) as caught:
        rubric(file)
    text = str(caught.value)
    assert "did you mean 'at_least'" in text
    assert "did you mean 'observed'" in text


# ------------------------------------------------------------------ words for a role


def test_words_for_a_role_change_what_is_read_and_nothing_that_is_counted() -> None:
    chosen = rubric("toptal")
    plain = {entry.id: entry for entry in chosen.checks}
    reworded = 0
    for track in TRACKS:
        for entry in chosen.entries(track):
            before = plain[entry.id]
            left_out = CATALOGUE.tracks[track].words.get(entry.id, Words()).without
            nexts = {part.id: part.next for part in before.parts}
            parts = tuple(part.model_copy(update={"next": nexts[part.id]}) for part in entry.parts)
            same = entry.model_copy(update={"title": before.title, "next": before.next, "parts": parts})
            if left_out:
                assert sum(part.milli for part in entry.parts if not part.instead_of) == 1000
                assert {part.id for part in entry.parts} == {part.id for part in before.parts} - set(left_out)
                same = same.model_copy(update={"parts": before.parts})
            assert same == before
            reworded += entry != before
    assert reworded


def test_a_pipeline_without_a_model_needs_no_step_that_trains() -> None:
    for track in ("data-engineer", "analytics-engineer", "backend-engineer"):
        entry = next(one for one in rubric().entries(track) if one.id == "data-pipeline")
        assert [part.id for part in entry.parts] == ["graph", "prepare", "evaluate"]
        assert "train" not in " ".join(f"{part.says} {part.next}" for part in entry.parts)


def test_the_words_of_a_part_that_is_not_there_are_a_fault(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(
        "extends: toptal\ntracks:\n  data-engineer:\n    words:\n      data-pipeline:\n"
        "        parts: {grph: Draw it}\n        without: [trian]\n"
    )
    with pytest.raises(InputError) as caught:
        rubric(file)
    text = "\n".join(map(str, caught.value.problems))
    assert "data-pipeline.parts.grph: there is no part 'grph'" in text
    assert "data-pipeline.without[0]: there is no part 'trian'" in text


def test_nobody_is_told_to_do_what_the_role_is_not_asked_for() -> None:
    """Advice for a model's training is no advice for those who train none."""
    for track in ("backend-engineer", "full-stack", "analytics-engineer", "data-engineer"):
        for entry in rubric().entries(track):
            steps = " ".join(part.next for part in entry.parts)
            words = f"{entry.title} {entry.next} {steps}".casefold()
            assert not [
                one
                for one in ("gradient", "training table", "model card", "validation score", "estimator", "you train")
                if one in words
            ]


@pytest.mark.parametrize("track", TRACKS)
def test_the_words_of_a_role_are_for_checks_that_apply_to_it(track: str) -> None:
    role = CATALOGUE.tracks[track]
    assert not set(role.words) & set(role.without)
    for words in role.words.values():
        assert words.next
        assert words.next[0].isupper()
        assert not words.next.endswith(".")
