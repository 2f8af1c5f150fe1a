"""Tailoring: a target chooses among what the profile says, orders it, and invents nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folio.document import parse
from folio.errors import FolioError, InputError
from folio.profile.cross_check import cross_check
from folio.profile.model import Profile
from folio.profile.tailor import tailored, the_target
from folio.profile.target import Target
from folio.schema import validate

PROFILE = """
name: Ada Byron
headline: "{{what}} for {{whom}}"
summary: I build {{what}}. Jinja's {{ loop.index }} and {{unknown}} stay.
variables: {what: forecasts, whom: grocers}
skills:
  - {name: Python}
  - {name: Rust, tags: [systems]}
  - {name: dbt, tags: [data]}
work:
  - id: loom
    organisation: Loom
    role: Engineer
    start: 2020
    highlights:
      - Everybody reads this about {{what}}.
      - {text: Only for data people., tags: [data], priority: 3}
      - {text: Only for systems people., tags: [systems]}
  - {id: mill, organisation: Mill, role: Analyst, start: 2018, end: 2020, tags: [data]}
  - {id: dock, organisation: Dock, role: Clerk, start: 2016, end: 2018, tags: [systems]}
projects:
  - {id: a, title: A, summary: One, featured: true}
  - {id: b, title: B, summary: Two, tags: [systems]}
  - {id: c, title: C, summary: Three}
targets:
  - id: acme
    name: Acme
    headline: "{{what}} for bakers"
    tags: [data]
    pin: ["project:b", "skill:DBT"]
    hide: ["project:c"]
    variables: {whom: bakers, what: models}
    look: {theme: plain, pages: 1}
    letter: {body: "About {{what}}."}
resume: {theme: classic, accent: "#224466"}
"""


def profile(text: str = PROFILE) -> Profile:
    document = parse(text.encode(), name="profile.yaml")
    assert list(cross_check(document)) == []
    return validate(Profile, document)


def for_acme() -> Profile:
    whole = profile()
    return tailored(whole, the_target(whole, "acme"))


def test_without_a_target_only_variables_are_filled_in() -> None:
    found = tailored(profile())
    assert found.headline == "forecasts for grocers"
    assert found.summary == "I build forecasts. Jinja's {{ loop.index }} and {{unknown}} stay."
    assert found.work is not None
    assert found.work[0].highlights[0].text == "Everybody reads this about forecasts."
    assert len(found.work) == 3


def test_a_target_says_headline_in_other_words_and_its_variables_win() -> None:
    assert for_acme().headline == "models for bakers"
    assert for_acme().summary.startswith("I build models.")


def test_entries_with_tags_need_one_of_the_targets_and_others_stay() -> None:
    found = for_acme()
    assert [one.id for one in found.work or ()] == ["loom", "mill"]
    assert [one.text for one in (found.work or ())[0].highlights] == [
        "Everybody reads this about models.",
        "Only for data people.",
    ]
    assert [one.name for one in found.skills or ()] == ["dbt", "Python"]


def test_pin_comes_first_whatever_the_tags_say_and_hide_takes_out() -> None:
    found = for_acme().projects or ()
    assert [(one.id, one.featured) for one in found] == [("b", True), ("a", True)]


def test_the_targets_look_goes_before_the_profiles() -> None:
    look = for_acme().resume
    assert (look.theme, look.pages, look.accent) == ("plain", 1, "#224466")


def test_the_letter_is_filled_in_too() -> None:
    target = for_acme().target("acme")
    assert target is not None
    assert target.letter is not None
    assert target.letter.body == "About models."


def test_nothing_said_stays_nothing_said() -> None:
    assert for_acme().talks is None
    assert for_acme().education is None


def test_an_unknown_target_is_named_with_those_there_are() -> None:
    with pytest.raises(FolioError, match="there is no target 'acmee' in the profile; known here: acme"):
        the_target(profile(), "acmee")


@given(st.sets(st.sampled_from(["data", "systems"])), st.booleans())
def test_a_tailored_profile_says_nothing_that_the_profile_does_not(tags: set[str], pinned: bool) -> None:
    whole = profile()
    target = Target(id="x", name="X", tags=tuple(tags), pin=("work:dock",) if pinned else ())
    found = tailored(whole, target)
    for section in ("work", "projects", "skills"):
        before = {getattr(one, "id", None) or one.name for one in getattr(whole, section)}
        after = [getattr(one, "id", None) or one.name for one in getattr(found, section)]
        assert set(after) <= before
        assert len(after) == len(set(after))
    assert ("dock" in [one.id for one in found.work or ()]) == (pinned or "systems" in tags)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"project:b", "skill:DBT"', '"project:bb"', "there is no 'bb' in 'projects'"),
        ('"project:b", "skill:DBT"', '"skill:Cobol"', "there is no skill 'Cobol'"),
        ('hide: ["project:c"]', 'hide: ["work:mil"]', "did you mean 'mill'"),
        ("tags: [data]\n    pin", "tags: [dato]\n    pin", "no entry has the tag 'dato'; did you mean 'data'"),
    ],
)
def test_what_names_nothing_is_a_problem_at_its_place(old: str, new: str, said: str) -> None:
    assert old in PROFILE
    problems = list(cross_check(parse(PROFILE.replace(old, new).encode(), name="profile.yaml")))
    assert [said in str(one) for one in problems] == [True]
    line = PROFILE.replace(old, new).splitlines()[problems[0].position.line - 1]
    assert any(part.strip() in line for part in new.splitlines())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"#224466"', '"#ffee99"', "too pale for text on white"),
        ('"#224466"', "red", "is not a colour"),
        ("pages: 1", "pages: 0", "at least 1"),
        ("theme: plain", "order: [skills, skills]", "names a section twice"),
        ('pin: ["project:b", "skill:DBT"]', "pin: [everything]", "is not the name of an entry"),
    ],
)
def test_a_mistake_in_the_look_is_told_with_what_to_do(old: str, new: str, said: str) -> None:
    assert old in PROFILE
    with pytest.raises(InputError) as caught:
        validate(Profile, parse(PROFILE.replace(old, new).encode(), name="profile.yaml"))
    assert said in str(caught.value)
