"""Looking at everything, and not twice at what has not changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from build import a_link, a_profile
from folio.evidence import store
from folio.evidence.access import Access, Subject, Task
from folio.evidence.collect import collect, place_of, settled
from folio.evidence.model import Evidence, Observation, Probe
from repository.build import ME, Built

PROFILE = a_profile(articles=[{"id": "a", "file": "a.md"}, {"id": "b", "file": "b.md"}])
TODAY = date(2026, 11, 22)


@pytest.fixture
def access(tmp_path: Path) -> Access:
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(f"# {name}\n", encoding="utf-8")
    return Access(base=tmp_path, today=TODAY, offline=True, scratch=tmp_path)


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


def test_a_run_for_an_earlier_day_erases_nothing(access: Access) -> None:
    stored = as_stored(collect(PROFILE, replace(access, today=date(2026, 12, 1))))
    kept: list[Observation] = []
    assert as_stored(collect(PROFILE, access, stored=stored, keep=kept.append)) == stored
    assert kept == []


def test_what_is_asked_now_is_dated_by_the_clock_and_not_by_the_day_that_is_scored(access: Access) -> None:
    said = a_profile(projects=[{"id": "loom", "title": "T", "summary": "s", "live": {"url": "https://loom.example"}}])
    clock = datetime(2026, 11, 22, 12, tzinfo=UTC)
    reach = replace(access, today=date(2027, 6, 1), clock=clock)
    (seen,) = collect(said, reach).observations
    assert seen.observed_on == date(2026, 11, 22)


def test_a_look_elsewhere_does_not_count(access: Access) -> None:
    stored = as_stored(collect(PROFILE, access))
    moved = PROFILE.model_copy(update={"articles": tuple(
        one.model_copy(update={"file": "b.md"}) for one in PROFILE.articles or () if one.id == "a"
    )})  # fmt: skip
    (seen,) = collect(moved, access, stored=stored).observations
    assert seen.place != stored["articles", "article:a"].place


def test_each_observation_is_kept_when_it_is_made_so_that_an_interrupted_run_resumes(access: Access) -> None:
    kept: list[Observation] = []

    def keep(observation: Observation) -> None:
        kept.append(observation)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        collect(PROFILE, access, keep=keep)
    assert len(kept) == 1
    (other,) = looked_at(access, as_stored(Evidence(observations=tuple(kept))))
    assert other != f"articles {kept[0].subject}"


def test_what_was_not_looked_at_again_is_not_kept_again(access: Access) -> None:
    kept: list[Observation] = []
    stored = as_stored(collect(PROFILE, access))
    collect(PROFILE, access, stored=stored, keep=kept.append)
    assert kept == []


def test_what_nobody_looked_at_has_no_observation(access: Access) -> None:
    evidence = collect(PROFILE, access)
    assert evidence.of("articles", "article:a") is not None
    assert evidence.of("git", "article:a") is None


def test_a_look_that_fails_takes_nothing_away_and_is_told(access: Access) -> None:
    stored = as_stored(collect(PROFILE, access))
    (access.base / "a.md").unlink()
    later = collect(PROFILE, replace(access, today=date(2026, 12, 1), refresh=True), stored=stored)
    kept = later.of("articles", "article:a")
    assert kept
    assert kept.seen
    assert kept.observed_on == TODAY
    assert kept.missed
    assert "a.md" in kept.missed
    (access.base / "a.md").write_text("# a\n", encoding="utf-8")
    again = collect(PROFILE, access, stored=as_stored(later)).of("articles", "article:a")
    assert again == stored["articles", "article:a"]


LOOM = Task(Subject("project:loom", "https://loom.example"))
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def a_look(**more: object) -> Observation:
    base: dict[str, object] = {
        "source": "links", "subject": "project:loom", "observed_on": TODAY, "fingerprint": "",
        "place": place_of(LOOM.subject),
    }  # fmt: skip
    return Observation.model_validate({**base, **more})


def test_a_trail_grows_while_what_was_seen_stands() -> None:
    up = Probe(at=NOON, outcome="up", status=200)
    before = a_look(seen=a_link(), probes=(up,))
    down = Probe(at=NOON.replace(hour=13), outcome="unclear", status=503)
    failed = a_look(problem="answers 503", again_at=NOON.replace(hour=14), probes=(up, down))
    after = settled(replace(LOOM, before=before), failed)
    assert (after.seen, after.missed, after.problem) == (before.seen, "answers 503", None)
    assert (after.probes, after.again_at) == ((up, down), NOON.replace(hour=14))


def test_what_was_never_seen_is_a_problem() -> None:
    before = a_look(problem="answers 503")
    after = settled(replace(LOOM, before=before), a_look(problem="answers 502", place=""))
    assert (after.problem, after.missed, after.place) == ("answers 502", None, before.place)


@pytest.mark.parametrize(
    ("before", "fresh"),
    [
        (None, False),
        (a_look(seen=a_link()), True),
        (a_look(seen=a_link(), observed_on=date(2026, 11, 21)), False),
        (a_look(seen=a_link(), observed_on=date(2026, 11, 23)), True),
        (a_look(seen=a_link(), observed_on=date(2027, 6, 1)), False),
        (a_look(seen=a_link(), missed="answers 503"), False),
        (a_look(problem="answers 503"), False),
        (a_look(problem="asks to wait", again_at=NOON.replace(hour=13)), True),
        (a_look(problem="asks to wait", again_at=NOON.replace(hour=11)), False),
        (a_look(seen=a_link(), missed="asks to wait", again_at=NOON.replace(hour=13)), True),
    ],
)
def test_a_look_stands_for_a_day_and_a_host_is_left_alone_as_long_as_it_asks(
    access: Access, before: Observation | None, fresh: bool
) -> None:
    assert access.fresh(before) is fresh
    assert not replace(access, refresh=True).fresh(before)


def test_how_long_a_look_stands_is_the_persons_to_say(access: Access) -> None:
    week_old = a_look(seen=a_link(), observed_on=date(2026, 11, 15))
    assert replace(access, max_age=8).fresh(week_old)
    assert not replace(access, max_age=7).fresh(week_old)
    assert not replace(access, max_age=0).fresh(a_look(seen=a_link()))


def test_names_under_nda_passwords_and_keys_reach_no_observation(tmp_path: Path) -> None:
    key = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"
    readme = (
        f"# Forecasts for Brzo Dostava\n\n{'It foresees parcels. ' * 30}\n\n"
        f"[a](https://ada:hunter2@host.example/x) [b](https://host.example/?access_token=abc123) [c](https://x.example/{key})\n"
    )
    Built(tmp_path / "shop").commit("Forecast parcels", {"README.md": readme, "shop.py": "x = 1\n"})
    client = {"id": "parcels", "name": "Brzo Dostava", "sector": "s", "nda": True, "shown_as": "a parcel firm"}
    project = {"id": "shop", "title": "Shop", "summary": "s", "repository": "shop"}
    kept: list[Observation] = []
    access = Access(base=tmp_path, today=TODAY, offline=True, scratch=tmp_path, own=frozenset({ME}))
    evidence = collect(a_profile(clients=[client], projects=[project]), access, keep=kept.append)
    for text in (evidence.model_dump_json(), "".join(one.model_dump_json() for one in kept)):
        for secret in ("Brzo", "hunter2", "abc123", key):
            assert secret not in text
        assert "Forecasts for a parcel firm" in text
        assert "https://host.example/x" in text
