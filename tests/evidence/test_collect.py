"""Looking at everything, and not twice at what has not changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from folio.evidence import store
from folio.evidence.access import Access
from folio.evidence.collect import collect
from folio.evidence.model import Evidence, Observation
from folio.profile.model import Profile

PROFILE = Profile.model_validate(
    {
        "name": "Ada",
        "headline": "Engines for weavers",
        "summary": "I build engines.",
        "articles": [{"id": "a", "file": "a.md"}, {"id": "b", "file": "b.md"}],
    }
)


@pytest.fixture
def access(tmp_path: Path) -> Access:
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(f"# {name}\n", encoding="utf-8")
    return Access(base=tmp_path, today=date(2026, 11, 22), offline=True, scratch=tmp_path)


def looked_at(access: Access, stored: store.Stored) -> list[str]:
    names: list[str] = []
    collect(PROFILE, access, stored=stored, watch=lambda name, again: names.append(name) if again else None)
    return sorted(names)


def as_stored(evidence: Evidence) -> store.Stored:
    return {(one.source, one.subject): one for one in evidence.observations}


def test_what_has_not_changed_is_not_looked_at_again(access: Access) -> None:
    stored = as_stored(collect(PROFILE, access))
    assert looked_at(access, stored) == []
    (access.base / "b.md").write_text("# other\n", encoding="utf-8")
    assert looked_at(access, stored) == ["articles article:b"]


def test_a_failed_look_is_tried_again(access: Access) -> None:
    (access.base / "a.md").unlink()
    stored = as_stored(collect(PROFILE, access))
    assert looked_at(access, stored) == ["articles article:a"]


def test_a_look_from_the_future_does_not_count(access: Access) -> None:
    stored = as_stored(collect(PROFILE, replace(access, today=date(2026, 12, 1))))
    assert looked_at(access, stored) == ["articles article:a", "articles article:b"]


def test_observations_come_back_from_the_store_as_they_were(access: Access, tmp_path: Path) -> None:
    evidence = collect(PROFILE, access)
    store.save(tmp_path / "kept", evidence.observations)
    assert store.load(tmp_path / "kept") == as_stored(evidence)


def test_a_line_that_can_not_be_read_is_as_good_as_not_there(access: Access, tmp_path: Path) -> None:
    evidence = collect(PROFILE, access)
    store.save(tmp_path / "kept", evidence.observations)
    file = tmp_path / "kept" / "articles.jsonl"
    file.write_bytes(file.read_bytes()[:-30] + b'\n{"source": 1}\n\xff\n')
    assert [subject for _, subject in store.load(tmp_path / "kept")] == ["article:a"]


def test_the_store_is_sorted_and_written_only_when_it_changed(access: Access, tmp_path: Path) -> None:
    evidence = collect(PROFILE, access)
    store.save(tmp_path / "kept", reversed(evidence.observations))
    file = tmp_path / "kept" / "articles.jsonl"
    before = file.stat().st_mtime_ns, file.read_bytes()
    store.save(tmp_path / "kept", evidence.observations)
    assert (file.stat().st_mtime_ns, file.read_bytes()) == before


def test_what_nobody_looked_at_has_no_observation(access: Access) -> None:
    evidence = collect(PROFILE, access)
    assert evidence.of("articles", "article:a") is not None
    assert evidence.of("git", "article:a") is None
    assert not [one for one in evidence.observations if not isinstance(one, Observation)]


def test_a_look_that_fails_takes_nothing_away_and_is_told(access: Access) -> None:
    stored = as_stored(collect(PROFILE, access))
    (access.base / "a.md").unlink()
    later = collect(PROFILE, replace(access, today=date(2026, 12, 1)), stored=stored)
    kept = later.of("articles", "article:a")
    assert kept
    assert kept.seen
    assert kept.observed_on == date(2026, 11, 22)
    assert kept.missed
    assert "a.md" in kept.missed
    (access.base / "a.md").write_text("# a\n", encoding="utf-8")
    again = collect(PROFILE, access, stored=as_stored(later)).of("articles", "article:a")
    assert again == stored["articles", "article:a"]
