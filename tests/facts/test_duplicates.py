"""One text in several repositories."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from build import a_passage, a_repository, some_facts
from folio.facts.duplicates import at_its_best, spread, without_duplicates
from folio.repository.model import Documents, Passage, RepositorySeen

LIMITS = a_passage("README.md", 60)


def saying(**said: tuple[Passage, ...]) -> RepositorySeen:
    return a_repository(documents=Documents(**said))


def test_a_text_in_two_repositories_counts_for_one_and_the_other_is_told_why() -> None:
    facts = some_facts(repositories={"loom": saying(limitations=(LIMITS,)), "mill": saying(limitations=(LIMITS,))})
    projects, left_out = without_duplicates(facts.projects)
    assert [len(one.repository.documents.limitations) for one in projects if one.repository] == [1, 0]
    [one] = left_out
    assert (one.subject, one.guard) == ("project:mill", "duplicate-text")
    assert one.reason == "the text on limits at README.md:7 is that of project:loom; a text counts once"


def test_a_repository_that_does_not_count_takes_no_text_from_another() -> None:
    seen = {"fork": saying(limitations=(LIMITS,)), "mill": saying(limitations=(LIMITS,))}
    projects, left_out = without_duplicates(some_facts(repositories=seen, left_out={"fork": "fork"}).projects)
    assert left_out == ()
    assert [len(one.repository.documents.limitations) for one in projects if one.repository] == [1, 1]


def test_different_texts_and_short_ones_are_left_alone() -> None:
    short, other = a_passage("README.md", 12), a_passage("README.md", 61)
    seen = {"loom": saying(limitations=(LIMITS, short)), "mill": saying(limitations=(other, short))}
    facts = some_facts(repositories=seen)
    assert without_duplicates(facts.projects) == (facts.projects, ())


def test_a_text_is_kept_where_it_is_a_document_of_its_own() -> None:
    section = a_passage("README.md", 200, numbers=3)
    document = section.model_copy(update={"path": "docs/post-mortem.md"})
    facts = some_facts(repositories={"loom": saying(failures=(section,)), "mill": saying(failures=(document,))})
    projects, left_out = without_duplicates(facts.projects)
    assert [len(one.repository.documents.failures) for one in projects if one.repository] == [0, 1]
    assert [one.subject for one in left_out] == ["project:loom"]


texts = st.lists(st.lists(st.sampled_from("abcdef"), max_size=4, unique=True), max_size=6)


@given(texts, st.lists(st.sampled_from("abcdef"), max_size=4, unique=True), st.integers(0, 6))
def test_one_more_repository_never_leaves_fewer_with_a_text(held: list[list[str]], more: list[str], place: int) -> None:
    richer = [*held[:place], more, *held[place:]]
    assert with_a_text(richer) >= with_a_text(held)


def with_a_text(held: list[list[str]]) -> int:
    kept = spread([[a_passage(words=50).model_copy(update={"digest": name}) for name in one] for one in held])
    assert set(kept) == {name for one in held for name in one}
    assert all(name in held[number] for name, number in kept.items())
    return len(set(kept.values()))


@given(texts)
def test_the_best_place_of_a_text_does_not_depend_on_where_the_project_stands(held: list[list[str]]) -> None:
    passages = [
        [
            a_passage(f"{'docs/a' if number % 2 else 'README'}.md", 50).model_copy(update={"digest": name})
            for name in one
        ]
        for number, one in enumerate(held)
    ]
    for digest, number in at_its_best(passages).items():
        own = [any(one.digest == digest and not one.in_readme for one in found) for found in passages]
        assert own[number] == any(own)


def test_two_copies_of_one_project_hold_their_texts_together_and_take_none_from_another() -> None:
    first, second = a_passage("README.md", 60), a_passage("README.md", 61)
    seen = {name: saying(limitations=(first, second)) for name in ("loom", "loom-2")}
    facts = some_facts(repositories={**seen, "mill": saying(limitations=(second,))})
    copied = [replace(one, copy_of="project:loom") if one.claim.id == "loom-2" else one for one in facts.projects]
    projects, left_out = without_duplicates(copied)
    with_a_text = {one.code for one in projects if one.repository and one.repository.documents.limitations}
    assert with_a_text == {"project:loom", "project:mill"}
    assert {one.subject for one in left_out} == {"project:loom", "project:loom-2"}
