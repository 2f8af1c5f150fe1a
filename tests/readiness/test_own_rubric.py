"""A rubric of one's own: what it may change, what it inherits, and how its mistakes are told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import excellent_facts
from folio.errors import FolioError, InputError
from folio.readiness.assess import assess, stand
from folio.readiness.rubric import Rubric, platforms, rubric
from folio.readiness.rubric.soundness import faults

DOCS = Path(__file__).parents[2] / "docs" / "how-to" / "rubric.md"
TRACKS = sorted(rubric().catalogue.tracks)


def examples() -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)


def own(folder: Path, text: str, name: str = "mine.yaml") -> Rubric:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return rubric(file)


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        own(folder, text)
    return [str(problem).split("mine.yaml:")[1] for problem in caught.value.problems]


def entry(chosen: Rubric, check: str) -> object:
    return next(one for one in chosen.checks if one.id == check)


# ------------------------------------------------------------------ the documented examples


def test_the_documented_extension_does_what_the_page_says(tmp_path: Path) -> None:
    chosen, base = own(tmp_path, examples()[0]), rubric("toptal")
    platform = chosen.platform
    assert (platform.id, platform.title) == ("toptal-second-try", "Toptal, second try")
    assert platform.basis == (
        f"your own rubric, on Toptal's of folio-readiness {base.catalogue.version}; {base.platform.basis}"
    )
    assert platform.categories == {**base.platform.categories, "fundamentals": 330, "articles": 30}
    assert platform.emphasis == {**base.platform.emphasis, "data-structures-practice": 6}
    assert platform.floors == {**base.platform.floors, "craft": 40}
    assert [gate.check for gate in platform.gates] == ["data-structures-practice", "screening-practice"]
    assert platform.subjects == base.platform.subjects
    assert platform.fields == base.platform.fields
    checks = {one.id: one for one in chosen.checks}
    assert checks["articles-published"].curve == ((0, 0), (1, 400), (4, 1000))
    assert checks["articles-published"].minutes == (120, 300)
    assert checks["articles-published"].title == "Articles of your own"
    assert [part.milli for part in checks["deployment-config"].parts] == [500, 100, 100, 100, 200]
    assert "serving-interface" not in chosen.weights("data-scientist")
    assert [rung.points for rung in chosen.catalogue.levels] == [0, 30, 60, 75]


def test_the_documented_platform_is_complete(tmp_path: Path) -> None:
    chosen = own(tmp_path, examples()[1])
    assert chosen.platform.basis == "your own rubric; what the talent partner said on the phone"
    assert chosen.platform.subjects == {"platform-presence": ("profile", "platform:northern-tech")}
    report = assess(excellent_facts(), chosen)
    assert report.platform.title == "Northern Tech, the agency"
    presence = report.check("platform-presence")
    assert presence is not None
    assert presence.weight > 0


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("track", TRACKS)
def test_the_documented_rubrics_deal_the_whole_and_leave_nothing_over(number: int, track: str, tmp_path: Path) -> None:
    chosen = own(tmp_path, examples()[number])
    assert sum(chosen.weights(track).values()) == 1000
    standing = stand(excellent_facts(), chosen, track=track)
    assert standing.earned + standing.unknown + standing.missing == 1_000_000
    assert list(faults(chosen)) == []


# ------------------------------------------------------------------ what is inherited


@pytest.mark.parametrize("platform", platforms())
def test_an_extension_that_changes_nothing_scores_as_its_base_and_says_that_it_is_ones_own(
    platform: str, tmp_path: Path
) -> None:
    chosen, base = own(tmp_path, f"extends: {platform}\n"), rubric(platform)
    assert chosen.platform.id == f"my-{platform}"
    assert chosen.platform.basis.startswith("your own rubric, on ")
    assert chosen.digest != base.digest
    mine, theirs = stand(excellent_facts(), chosen), stand(excellent_facts(), base)
    assert (mine.earned, mine.unknown, mine.level()) == (theirs.earned, theirs.unknown, theirs.level())


def test_what_ships_is_not_changed_by_what_extends_it(tmp_path: Path) -> None:
    before = rubric("toptal").digest
    own(tmp_path, examples()[0])
    assert rubric("toptal").digest == before


def test_a_file_that_changed_is_read_again(tmp_path: Path) -> None:
    one = own(tmp_path, "extends: toptal\n")
    two = own(tmp_path, "extends: toptal\nfloors: {craft: 30}\n")
    assert one.digest != two.digest


def test_a_track_of_ones_own_is_named_by_its_id(tmp_path: Path) -> None:
    chosen = own(tmp_path, "extends: upwork\ntracks: {sql-consultant: {without: [serving-interface]}}\n")
    assert chosen.catalogue.tracks["sql-consultant"].title == "sql consultant"
    assert sum(chosen.weights("sql-consultant").values()) == 1000
    assert assess(excellent_facts(), chosen, track="sql-consultant").role == "sql consultant"


def test_what_is_done_on_the_base_counts_for_what_extends_it(tmp_path: Path) -> None:
    chosen = own(tmp_path, "extends: malt\nid: mine\n")
    assert chosen.platform.subjects["platform-presence"] == ("profile", "platform:malt")


# ------------------------------------------------------------------ mistakes

WRONG = """extends: toptal
gates:
  - {check: platform-presence, at_least: 1000, level: claimed}
checks:
  articles-published: {curve: [[0, 0], [3, 500], [2, 400], [5, 900]], minutes: [60, 30]}
  deployment-config: {curve: [[0, 0], [1, 1000]], parts: {supervised: {milli: 200}, supervisd: {milli: 1}}}
  tests-meaningful: {curve: [[1, 5], [3, 1000]], sources: [everydy], requires: [ci-runs-test], caps: statc}
  testsmeaningful: {weight: 3}
  no-committed-secrets: {weight: 3}
  platform-presence: {parts: {photo: {milli: 1000}}}
levels:
  ready: {points: 80}
  redy: {points: 3}
tracks:
  ml-engineer: {without: [sql-autored]}
floors: {craf: 2}
subjects: {working-langage: ["language:en"]}
base_override: {cases: 2}
fields: [photo, phto, photo]
"""


def test_every_mistake_is_told_at_its_place_and_all_at_once(tmp_path: Path) -> None:
    assert problems(tmp_path, WRONG) == [
        "5:31: checks.articles-published.curve: it ends at 900, so that the rest can't be had; end it at 1000",
        "5:50: checks.articles-published.curve[2]: 2 comes after 3; let the first numbers of the points rise",
        "5:50: checks.articles-published.curve[2]: it falls from 500 to 400: more would be worth less; "
        "let the second numbers never fall",
        "5:80: checks.articles-published.minutes: at least 60 and at most 30 minutes; swap them",
        "6:30: checks.deployment-config.curve: it is measured by its parts and takes no curve; change 'parts' instead",
        "6:58: checks.deployment-config.parts: they add up to 1100, not to 1000; take away 100",
        "6:85: checks.deployment-config.parts.supervisd: the check has no part 'supervisd'; did you mean 'supervised'",
        "7:29: checks.tests-meaningful.curve: it starts at [1, 5]: nothing must be worth nothing; start with [0, 0]",
        "7:60: checks.tests-meaningful.sources[0]: there is no source 'everydy'; did you mean 'everyday'",
        "7:81: checks.tests-meaningful.requires[0]: there is no check 'ci-runs-test'; did you mean 'ci-runs-tests'",
        "7:102: checks.tests-meaningful.caps: there are no caps 'statc'; did you mean 'static'",
        "8:3: checks.testsmeaningful: there is no check 'testsmeaningful'; did you mean 'tests-meaningful'",
        "9:34: checks.no-committed-secrets.weight: what only blocks a level carries no weight; write 0",
        "10:31: checks.platform-presence.parts.photo: the check has no part 'photo'; "
        "say under 'fields' what the platform asks for",
        "12:3: levels.strong.points: Strong takes less than Ready (75, and 80); let the levels rise",
        "13:3: levels.redy: there is no level 'redy'; did you mean 'ready'",
        "15:27: tracks.ml-engineer.without[0]: there is no check 'sql-autored'; did you mean 'sql-authored'",
        "16:10: floors.craf: there is no category 'craf'; did you mean 'craft'",
        "17:12: subjects.working-langage: there is no check 'working-langage'; did you mean 'working-language'",
        "18:17: base_override.cases: there is no check 'cases'; docs/reference/catalogue.md lists them",
        "19:9: fields: 'photo' is asked for twice; keep one of them",
        "19:17: fields[1]: there is no field 'phto'; did you mean 'photo'",
    ]


def test_mistakes_of_form_and_of_sense_are_told_together(tmp_path: Path) -> None:
    text = """extends: toptall
id: toptal
gates: [{check: tests-meaningful, at_least: 1200, level: claimed}]
floors: {fundamentals: 130, craf: 2}
emphasis: {case-studies: -2}
checks:
  articles-published: {wieght: 2}
  tests-meaningful: {curve: [[1, 0], [2, 1000]]}
"""
    assert problems(tmp_path, text) == [
        "1:10: extends: there is no platform 'toptall'; did you mean 'toptal'",
        "2:5: id: 'toptal' is folio's own name; call it 'my-toptal', for instance",
        "3:45: gates[0].at_least: '1200' is too large; it must be at most 1000",
        "4:24: floors.fundamentals: '130' is too large; it must be at most 100",
        "4:29: floors.craf: there is no category 'craf'; did you mean 'craft'",
        "5:26: emphasis.case-studies: '-2' is too small; it must be at least 0",
        "7:24: checks.articles-published.wieght: no such field; did you mean 'weight'",
        "8:29: checks.tests-meaningful.curve: it starts at [1, 0]: nothing must be worth nothing; start with [0, 0]",
    ]


def test_a_section_nobody_knows_hides_nothing_of_the_others(tmp_path: Path) -> None:
    text = "extends: toptal\ncategories: {articles: 70}\nflors: {craft: 3}\nfields: [phto]\n"
    assert problems(tmp_path, text) == [
        "2:13: categories: the weights add up to 1010, not to 1000; take away 10",
        "3:1: flors: no such field; did you mean 'floors'",
        "4:10: fields[0]: there is no field 'phto'; did you mean 'photo'",
    ]


WHOLE = """id: mine
title: Mine
as_of: "2026-11"
basis: my own
categories: {fundamentals: 500, craft: 500}
"""


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (
            "gates: [{check: case-studies, at_least: 1, level: claimed}]\n",
            "6:17: gates[0].check: 'case-studies' weighs nothing here, whatever the track; "
            "give the category 'communication' a weight, or drop the gate",
        ),
        (
            "gates: [{check: platform-presence, at_least: 1, level: claimed}]\n",
            "6:17: gates[0].check: 'platform-presence' weighs nothing here, whatever the track; "
            "list the platform's 'fields', or drop the gate",
        ),
        (
            "emphasis: {tests-meaningful: 0}\ngates: [{check: tests-meaningful, at_least: 1, level: claimed}]\n",
            "7:17: gates[0].check: 'tests-meaningful' weighs nothing here, whatever the track; "
            "give it a weight under 'base_override', or drop the gate",
        ),
        (
            "base_override: {no-committed-secrets: 5}\n",
            "6:39: base_override.no-committed-secrets: what only blocks a level carries no weight; leave it out",
        ),
        (
            "tracks: {none: {without: [tests-meaningful, ci-runs-tests, readme-complete, dependencies-declared-locked, "
            "lint-format-types, licence-present, modular-code, commit-hygiene]}}\n",
            "5:40: categories.craft: no check of it weighs anything for none; give one a weight, or the category none",
        ),
    ],
)
def test_what_nobody_could_earn_is_refused(more: str, told: str, tmp_path: Path) -> None:
    assert problems(tmp_path, WHOLE + more) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is empty"),
        ("just words", "stands where several fields belong"),
        ("extends: toptal\nextends: malt\n", "given twice"),
        ("extends: [toptal]\n", "'a list' is not a text"),
        ("extends: toptal\nchecks: [a]\n", "is not a mapping"),
        ("extends: toptal\n'checks.a': {x: 1}\nchecks: {'a.b[0]': {weight: x}}\n", "no such field"),
        ("extends: toptal\nid: ../../etc\n", "is not a short name"),
        ('extends: toptal\ntitle: "a\\x1b[31mb"\n', "invisible character"),
        ("extends: toptal\nemphasis: {case-studies: 99999999999999999999999}\n", "is too large"),
        ("extends: &a toptal\n", "anchors and aliases"),
        ("extends: toptal\nchecks: " + "{a: " * 40 + "1" + "}" * 40, "nested over 30 levels"),
        ("extends: toptal\nnot_observable: [" + "a, " * 60_000 + "a]\n", "over 50,000 values"),
        ("extends: toptal\n#" + "x" * (1 << 20), "over 1,048,576 bytes"),
    ],
)
def test_hostile_files_are_refused_in_words(text: str, told: str, tmp_path: Path) -> None:
    assert any(told in problem for problem in problems(tmp_path, text))


def test_a_name_that_is_no_file_is_answered_with_the_nearest_platform(tmp_path: Path) -> None:
    with pytest.raises(FolioError, match="did you mean 'lemon-io'"):
        rubric("lemonio")
    with pytest.raises(InputError, match="no such file"):
        rubric(tmp_path / "gone.yaml")


@settings(max_examples=60, derandomize=True, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([one.id for one in rubric().catalogue.checks]),
        st.builds(lambda weight, points: {"weight": weight, "curve": points}, st.integers(0, 90), st.lists(
            st.tuples(st.integers(0, 9), st.integers(0, 1000)), max_size=4)),
        max_size=4,
    ),
    st.sampled_from(platforms()),
)  # fmt: skip
def test_whatever_is_accepted_adds_up(changes: dict[str, dict[str, object]], platform: str) -> None:
    import json
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "mine.yaml"
        written = {
            name: {key: value for key, value in one.items() if key == "weight" or value}
            for name, one in changes.items()
        }
        file.write_text(json.dumps({"extends": platform, "checks": written}), encoding="utf-8")
        try:
            chosen = rubric(file)
        except InputError as error:
            assert all(problem.todo for problem in error.problems)
            return
    for track in TRACKS:
        assert sum(chosen.weights(track).values()) == 1000
    standing = stand(excellent_facts(), chosen)
    assert standing.earned + standing.unknown + standing.missing == 1_000_000


def test_ones_own_words_for_a_check_stand_above_those_of_the_role(tmp_path: Path) -> None:
    chosen = own(tmp_path, "extends: toptal\nchecks:\n  data-validation: {next: Ask Ada}\n")
    (entry,) = (one for one in chosen.entries("backend-engineer") if one.id == "data-validation")
    assert entry.next == "Ask Ada"


def test_words_for_a_check_that_nobody_knows_are_told_where_they_are(tmp_path: Path) -> None:
    text = "extends: toptal\ntracks:\n  backend-engineer:\n    words:\n      data-validatoin: {next: Ask Ada}\n"
    assert problems(tmp_path, text) == [
        "5:7: tracks.backend-engineer.words.data-validatoin: there is no check 'data-validatoin'; did you mean 'data-validation'"
    ]
