"""`--set FIELD=VALUE`: a field said with the command is as one written in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from folio.cli import group
from folio.document import APART, Document, dotted, dump, parse
from folio.errors import InputError
from folio.profile.load import load
from folio.profile.overrides import overridden
from folio.resources import root

PROFILE = """\
name: Ada Brandt
headline: Engineer
summary: Counts twice.
skills:
  - {name: Python}
  - {name: C++}
projects:
  - {id: one, title: Till, summary: It counts.}
  - {id: two, title: Scale, summary: It weighs.}
"""


def said(*words: str, text: str = PROFILE) -> Document:
    return overridden(parse(text.encode(), name="profile.yaml"), words)


def wrong(*words: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        said(*words)
    return [str(one) for one in caught.value.problems]


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (["headline=Chief: of #all"], PROFILE.replace("Engineer", "'Chief: of #all'")),
        (["headline=two\nlines"], PROFILE.replace("Engineer", '"two\\nlines"')),
        (["resume.theme=modern"], PROFILE + "resume: {theme: modern}\n"),
        (["projects[0].title=Desk"], PROFILE.replace("Till", "Desk")),
        (["projects[two].title=Desk"], PROFILE.replace("Scale", "Desk")),
        (["skills[C++].name=C"], PROFILE.replace("C++", "C")),
        (["skills[2].name=C"], PROFILE.replace("projects:", "  - {name: C}\nprojects:")),
        (["skills=[{name: C}, {name: 'D'}]"], PROFILE.replace("Python", "C").replace("C++", "D")),
        (["services[0]={id: a, title: 'b: c'}"], PROFILE + "services: [{id: a, title: 'b: c'}]\n"),
        (["summary="], PROFILE.replace("summary: Counts twice.\n", "")),
        (["projects[one]=", "projects[0].title=Desk"],
         PROFILE.replace("  - {id: one, title: Till, summary: It counts.}\n", "").replace("Scale", "Desk")),
        (["headline=a=b", "headline=c"], PROFILE.replace("Engineer", "c")),
        (["nothing.of[this]="], PROFILE + "nothing: {of: {}}\n"),
    ],
)  # fmt: skip
def test_setting_a_field_equals_editing_the_file(words: list[str], written: str) -> None:
    assert said(*words).data == parse(written.encode(), name="").data


KEYS = st.sampled_from(["a", "b-c", "d"])
TEXTS = st.text("ab: #-'\"[{,\n", min_size=1, max_size=8).filter(lambda one: one == one.strip())
TREES = st.dictionaries(
    KEYS,
    st.recursive(TEXTS, lambda one: st.lists(one, max_size=3) | st.dictionaries(KEYS, one, max_size=3)),
    max_size=3,
)


@given(TREES, st.data())
def test_whatever_was_there_the_value_is_at_its_place_and_every_other_one_is_as_it_was(
    tree: dict[str, object], data: st.DataObject
) -> None:
    before = parse(dump(tree).encode(), name="x")
    path = data.draw(st.sampled_from(sorted((one for one in before.values if one), key=str) or [("new",)]))
    value = data.draw(TEXTS.filter(lambda one: one[0] not in "[{'\""))
    after = overridden(before, [f"{dotted(path)}={value}"])
    assert after.at(path) == value
    assert after.values[path] == APART
    assert parse(dump(tree).encode(), name="x") == before, "the document itself is not changed"
    kept = {one for one in before.values if one[: len(path)] != path}
    assert {one: after.values[one] for one in kept} == {one: before.values[one] for one in kept}
    assert {one for one in after.values if one[: len(path)] != path} == kept | ({()} if () not in kept else set())
    gone = overridden(before, [f"{dotted(path)}="])
    assert set(gone.values) == set(_places(gone.data)), "every value that is left has its place, and no other"


def _places(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, one in inner for place in _places(one, (*path, key)))]


def test_every_word_that_can_not_be_followed_is_told_at_once() -> None:
    assert wrong("nothing", "headline.de=x", "projects.title=x", "projects[9].title=x", "projects[too].title=x",
                 "a..b=x", "skills=[a", "[=x", "=x", ".".join("a" * 40) + "=x") == [
        "--set: '=x' sets nothing; write FIELD=VALUE, such as resume.theme=modern or projects[0].title='A title'",
        "--set: '[=x' sets nothing; write FIELD=VALUE, such as resume.theme=modern or projects[0].title='A title'",
        "--set: 'nothing' sets nothing; write FIELD=VALUE, such as resume.theme=modern or projects[0].title='A title'",
        "--set: over 30 levels deep; write FIELD=VALUE, such as resume.theme=modern or projects[0].title='A title'",
        "--set: a..b: is no name of a field; write FIELD=VALUE, such as resume.theme=modern or projects[0].title='A title'",
        "--set: headline.de: headline is a text and has no fields; set 'headline' itself",
        "--set: projects.title: projects is a list; write projects[0].title, or an entry's id in the brackets",
        "--set: projects[9].title: there is no entry 9 in projects; it has 2, counted from 0; [2] adds one",
        "--set: projects[too].title: there is no 'too' in projects; did you mean 'two'",
        "--set: skills: the value can't be read: [ is never closed; close it with ]",
    ]  # fmt: skip


def test_what_is_wrong_in_a_value_is_told_of_set_beside_what_is_wrong_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text(PROFILE + "headlin: x\n")
    with pytest.raises(InputError) as caught:
        load(tmp_path, overrides=["resume={theem: modern}", "projects[two].id=one", "summary="])
    assert [str(one) for one in caught.value.problems] == [
        "--set: projects[1].id: 'one' is given twice (first on line 8); give each its own id",
        "--set: resume.theem: no such field; did you mean 'theme'",
        f"{tmp_path}/profile.yaml:1:1: summary: is missing; add it",
        f"{tmp_path}/profile.yaml:10:1: headlin: no such field; did you mean 'headline'",
    ]


def test_a_file_that_is_no_profile_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text("- one\n")
    with pytest.raises(InputError, match=r"profile\.yaml:1:1"):
        load(tmp_path, overrides=["name=x"])


@pytest.mark.parametrize("command", [
    "score", "plan", "explain level", "build", "site", "serve", "resume", "letter -t x", "pitch x", "check --ats", "collect",
])  # fmt: skip
def test_every_command_that_reads_a_profile_takes_it(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "profile.yaml").write_text(PROFILE)
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(group, [*command.split(), ".", "--set", "headlin=x"])
    assert done.stdout == ""
    assert str(done.exception) == "--set: headlin: no such field; did you mean 'headline'"


def test_the_sample_scores_as_if_its_file_had_been_edited(tmp_path: Path) -> None:
    text = (root("sample_profile") / "profile.yaml").read_text(encoding="utf-8")
    (tmp_path / "profile.yaml").write_text(text)
    by_words = load(root("sample_profile"), overrides=["name=Zoe", "skills[0].evidence="])
    assert by_words != load(root("sample_profile"))
    assert by_words.name == "Zoe"
    assert not by_words.skills[0].evidence


def test_a_run_that_asks_what_if_is_not_kept_in_the_history(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text(PROFILE, encoding="utf-8")
    words = ["score", str(tmp_path), "--offline", "--today", "2026-11-22", "-q"]
    history = tmp_path / ".folio" / "history.jsonl"
    assert CliRunner().invoke(group, [*words, "--set", "focus.specialisms=[tills]"]).exit_code == 0
    assert not history.exists()
    assert CliRunner().invoke(group, words).exit_code == 0
    assert history.read_text(encoding="utf-8").count("\n") == 1
