"""What was seen, on disk: readable, whole whatever happens, and without a secret."""

from __future__ import annotations

import json
import logging
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import a_link, a_repository, an_article
from folio.errors import FolioError
from folio.evidence import store
from folio.evidence.model import Observation, Probe, RepositoryObserved
from folio.evidence.readable import WIDTH, readable
from folio.options import Options
from folio.pipeline import score


def a_look(source: str = "links", subject: str = "project:loom", **more: object) -> Observation:
    base: dict[str, object] = {"observed_on": date(2026, 11, 22), "fingerprint": "", "seen": a_link()}
    return Observation.model_validate({"source": source, "subject": subject, **base, **more})


def saved(folder: Path, *observations: Observation) -> Path:
    for one in observations:
        store.save(folder, one)
    return folder / store.file_name(observations[0].subject)


def test_what_is_kept_comes_back_as_it_was(tmp_path: Path) -> None:
    probe = Probe(at=datetime(2026, 11, 22, 9, tzinfo=UTC), outcome="up", status=200)
    looks = [
        a_look(probes=(probe,), missed="answers 503", again_at=datetime(2026, 11, 22, 10, tzinfo=UTC)),
        a_look("git", seen=RepositoryObserved(repository=a_repository())),
        a_look("feeds", "feed:a.example/rss", seen=None, problem="no answer"),
    ]
    saved(tmp_path, *looks)
    assert store.load(tmp_path) == {(one.source, one.subject): one for one in looks}


def test_a_subject_has_one_file_with_a_line_a_fact(tmp_path: Path) -> None:
    file = saved(tmp_path, a_look("links"), a_look("github", seen=None, problem="not found (or private)"))
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.glob("*/*.json")] == ["project/loom.json"]
    assert file.read_text(encoding="utf-8") == (
        '{\n  "schema": 1,\n  "subject": "project:loom",\n  "observations": [\n'
        '    {"source": "github", "observed_on": "2026-11-22", "fingerprint": "", "problem": "not found (or private)"},\n'
        '    {\n      "source": "links",\n      "observed_on": "2026-11-22",\n      "fingerprint": "",\n'
        '      "seen": {"kind": "link", "status": 200, "final_url": "https://shelfcast.example.org/", "title": "Shelfcast"}\n'
        "    }\n  ]\n}\n"
    )


def test_what_has_not_changed_is_not_written(tmp_path: Path) -> None:
    file = saved(tmp_path, a_look())
    before = file.stat().st_mtime_ns
    saved(tmp_path, a_look())
    assert file.stat().st_mtime_ns == before


def test_two_runs_at_once_lose_nothing_of_each_other(tmp_path: Path) -> None:
    folder = tmp_path / "evidence"
    looks = [a_look(f"source-{number}") for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda one: store.save(folder, one), looks))
    assert len(store.load(folder)) == 24
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["loom.json"], "and nothing else lies there"


def test_a_damaged_file_is_told_and_kept_beside(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    file = saved(tmp_path, a_look())
    damaged = file.read_bytes()[:-30]
    file.write_bytes(damaged)
    with caplog.at_level(logging.WARNING, "folio"):
        assert store.load(tmp_path) == {}
    assert "loom.json: can't be read (line " in caplog.text
    assert "looked at again" in caplog.text
    saved(tmp_path, a_look())
    assert len(store.load(tmp_path)) == 1
    assert file.with_suffix(".json.damaged").read_bytes() == damaged


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"schema": 1}', b"\xff\xfe", b"[" * 100_000, b"<<<<<<< HEAD\n{}"]
)
def test_a_file_of_any_content_is_no_crash(tmp_path: Path, content: bytes) -> None:
    file = saved(tmp_path, a_look())
    file.write_bytes(content)
    assert store.load(tmp_path) == {}


def test_the_file_of_a_later_folio_is_left_alone(tmp_path: Path) -> None:
    file = saved(tmp_path, a_look())
    later = json.dumps({"schema": 2, "subject": "project:loom", "what": "is not known yet"})
    file.write_text(later, encoding="utf-8")
    for act in (lambda: store.load(tmp_path), lambda: store.save(tmp_path, a_look())):
        with pytest.raises(FolioError, match=r"loom\.json: a later folio wrote this; update folio"):
            act()
    assert file.read_text(encoding="utf-8") == later


@pytest.mark.parametrize(
    "subject",
    ["feed:medium.com/feed/@ada", "feed:../../etc/passwd", "feed:.hidden", "feed:" + "x" * 300, "account:Ada"],
)
def test_a_subject_never_names_a_file_elsewhere(tmp_path: Path, subject: str) -> None:
    file = saved(tmp_path, a_look(subject=subject))
    assert file.resolve().is_relative_to(tmp_path.resolve())
    assert len(file.name) < 120
    assert [name for _, name in store.load(tmp_path)] == [subject]


def test_subjects_that_look_alike_as_files_stay_apart() -> None:
    names = ["feed:a/b", "feed:a-b", "feed:a_b", "feed:A-b", "feed:a b"]
    assert len({store.file_name(name) for name in names}) == 5


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=30) | st.dictionaries(st.text(max_size=8), inner, max_size=5),
    max_leaves=60,
)


@given(PLAIN)
def test_the_readable_form_says_the_same(value: object) -> None:
    assert json.loads(readable(value)) == value


@given(st.lists(st.integers(0, 2**64), max_size=200))
def test_a_list_of_small_things_keeps_within_the_width(values: list[int]) -> None:
    assert all(len(line) <= WIDTH for line in readable({"values": values}).splitlines())


def a_person(folder: Path, text: str = "") -> Path:
    (folder / "a.md").write_text("# A\n\nFor Brzo Dostava.\n", encoding="utf-8")
    profile = f"name: Ada\nheadline: h\nsummary: s\n{text}\n"
    (folder / "profile.yaml").write_text(profile, encoding="utf-8")
    return folder


NDA = "clients:\n  - {id: parcels, name: Brzo Dostava, sector: s, nda: true, shown_as: a parcel firm}"


def test_a_folder_that_can_not_be_written_is_told_once_and_ends_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    me = a_person(tmp_path, "articles:\n  - {id: a, file: a.md}\n  - {id: b, file: a.md}")
    (tmp_path / ".folio").mkdir()
    (tmp_path / ".folio" / "evidence").write_text("in the way", encoding="utf-8")
    with caplog.at_level(logging.WARNING, "folio"):
        facts = score(me, Options(today=date(2026, 11, 22), offline=True)).facts
    assert len(facts.articles) == 2
    assert caplog.text.count("what was seen can't be kept") == 1


def test_what_the_profile_names_no_more_says_no_more_than_what_it_names(tmp_path: Path) -> None:
    options = Options(today=date(2026, 11, 22), offline=True)
    kept = tmp_path / ".folio" / "evidence"
    seen = a_look("articles", "article:old", seen=an_article(title="For Brzo Dostava"))
    store.save(kept, seen)
    score(a_person(tmp_path, NDA), options)
    (left,) = store.load(kept).values()
    assert left.subject == "article:old"
    assert "Brzo" not in left.model_dump_json()
    assert "a parcel firm" in left.model_dump_json()


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    file = saved(tmp_path, a_look())
    file.unlink()
    os.mkfifo(file)
    assert store.load(tmp_path) == {}
