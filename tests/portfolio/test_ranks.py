"""What a résumé can best do without: ranked by what the person said, and by what a reader misses least."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from folio.portfolio.resume.model import Bullet, Entry, Section
from folio.portfolio.resume.ranks import ranked
from folio.profile.appearance import SectionName


def entry(title: str, *bullets: str | tuple[str, int], pinned: bool = False) -> Entry:
    said = (one if isinstance(one, tuple) else (one, 0) for one in bullets)
    return Entry(title, bullets=tuple(Bullet(Markup(text), priority) for text, priority in said), pinned=pinned)


def order(*sections: Section) -> tuple[str, ...]:
    return ranked(sections)[1]


WORK = Section("experience", "Work", entries=(entry("New", "a", "b", "c"), entry("Old", "d", "e")))


def test_bullets_of_older_entries_go_first_and_of_an_entry_the_last() -> None:
    assert order(WORK) == ("Old: e", "New: c", "New: b")


def test_the_best_bullet_of_every_entry_stays() -> None:
    best_last = Section("experience", "Work", entries=(entry("Only", "a", "b", ("c", 2)),))
    assert order(best_last) == ("Only: b", "Only: a")


def test_what_the_person_gave_a_low_priority_goes_before_all_else_and_is_spare() -> None:
    work = Section("experience", "Work", entries=(entry("New", "a", ("b", -1)), entry("Old", "d", "e")))
    _, labels, spare = ranked((work,))
    assert labels == ("New: b", "Old: e")
    assert spare == 1


def test_the_ends_of_lists_are_spare_and_one_of_each_stays() -> None:
    talks = Section("talks", "Talks", entries=tuple(entry(f"T{number}") for number in range(1, 6)))
    _, labels, spare = ranked((WORK, talks))
    assert labels[:2] == ("Talks: T5", "Talks: T4")
    assert spare == 2
    assert labels[-2:] == ("Talks: T3", "Talks: T2")
    assert "Talks: T1" not in labels


def test_whole_contracts_go_last_and_positions_and_degrees_never() -> None:
    sections = [
        Section(name, name, entries=tuple(entry(f"{name} {number}") for number in range(4)))
        for name in ("experience", "contracts", "education")
    ]
    assert order(*sections) == ("contracts: contracts 3", "contracts: contracts 2")


def test_nothing_of_a_pinned_entry_is_left_out() -> None:
    pinned = Section("contracts", "C", entries=(*WORK.entries, entry("Pinned", "x", "y", "z", pinned=True)))
    assert not [one for one in order(pinned) if one.startswith("Pinned") or one.endswith("Pinned")]


NAMES: list[SectionName] = ["experience", "projects", "contracts", "education", "publications", "talks"]
BULLETS = st.lists(st.tuples(st.sampled_from("abc"), st.integers(-9, 9)), max_size=4)
ENTRIES = st.lists(
    st.builds(lambda bullets, pinned: entry("E", *bullets, pinned=pinned), BULLETS, st.booleans()), max_size=5
)
SECTIONS = st.lists(st.tuples(st.sampled_from(NAMES), ENTRIES), max_size=4, unique_by=lambda one: one[0])


@given(SECTIONS)
def test_every_rank_is_given_once_and_nothing_else_is_changed(drawn: list[tuple[SectionName, list[Entry]]]) -> None:
    sections = tuple(Section(name, name, entries=tuple(entries)) for name, entries in drawn)
    changed, labels, spare = ranked(sections)
    ranks = [each for part in changed for one in part.entries for each in (one.rank, *(b.rank for b in one.bullets))]
    assert sorted(rank for rank in ranks if rank is not None) == list(range(len(labels)))
    assert 0 <= spare <= len(labels)
    for before, after in zip(sections, changed, strict=True):
        plain = tuple(
            replace(one, rank=None, bullets=tuple(replace(each, rank=None) for each in one.bullets))
            for one in after.entries
        )
        assert plain == before.entries
        assert all(one.rank is None or not one.pinned for one in after.entries)
        for one in after.entries:
            assert not one.bullets or any(bullet.rank is None for bullet in one.bullets)
