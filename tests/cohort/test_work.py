"""What a worker makes of a job: the rows say what `folio score --json` says, and one bad profile is one row."""

from __future__ import annotations

import atexit
import json
import shutil
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from folio.cli.root import group
from folio.cohort import work as working
from folio.cohort.candidate import Candidate
from folio.cohort.job import Asked, Done, Job
from folio.cohort.row import Row
from folio.cohort.table import write
from folio.cohort.work import work
from folio.document import read
from folio.errors import FolioError
from folio.evidence.model import Evidence, Observation
from folio.known import known_person
from folio.options import Options

SAMPLE = Path(__file__).parents[2] / "sample_profile"
DAY = date(2026, 11, 22)
PLATFORMS = ("direct-client", "upwork")
STORED = Asked(Options(DAY, platforms=PLATFORMS), stored=True)


@cache
def seen() -> Path:
    """The sample, and what folio sees of it."""
    person = Path(tempfile.mkdtemp(prefix="lena-")) / "lena"
    atexit.register(shutil.rmtree, person.parent, ignore_errors=True)
    shutil.copytree(SAMPLE, person, ignore=shutil.ignore_patterns(".folio"))
    looked = CliRunner().invoke(group, ["collect", str(person), "--offline", "-q", f"--today={DAY}"])
    assert looked.exit_code == 0, looked.output
    return person


@cache
def sample() -> dict[str, Any]:
    """The same as a record."""
    files = sorted((seen() / ".folio/evidence").glob("*/*.json"))
    return {
        "id": "lena",
        "profile": read(SAMPLE / "profile.yaml").data,
        "evidence": [json.loads(file.read_text("utf-8")) for file in files],
    }


def record(content: object, identifier: str = "lena", line: int = 1) -> Candidate:
    text = content if isinstance(content, bytes) else json.dumps(content).encode()
    return Candidate(identifier, "record", f"/srv/uploads/people.jsonl:{line}", text, at=0)


def done(*candidates: Candidate, asked: Asked = STORED) -> Done:
    return work(Job(1, candidates, asked))


def rows(*candidates: Candidate, asked: Asked = STORED) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done(*candidates, asked=asked).lines.splitlines()]


def problems(content: object, **changes: Any) -> list[tuple[str, int, int, str, str]]:
    row, *_ = rows(replace(record(content), **changes))
    assert row["status"] == "problem"
    assert row["points"] is None
    return [(one["file"], one["line"], one["column"], one["field"], one["what"]) for one in row["problems"]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(seen(), tmp_path_factory.mktemp("people") / "lena"))


def test_a_row_says_what_folio_score_says_and_is_the_same_for_a_folder_and_for_records(folder: Path) -> None:
    before = sorted((one, one.stat().st_mtime_ns) for one in folder.rglob("*"))
    place = Candidate("lena", "folder", str(folder / "profile.yaml"))
    found = done(place)
    text = record(sample() | {"profile": (SAMPLE / "profile.yaml").read_text("utf-8")})
    assert found == done(record(sample())) == done(text)
    assert sorted((one, one.stat().st_mtime_ns) for one in folder.rglob("*")) == before
    lines = [json.loads(line) for line in found.lines.splitlines()]
    assert [(one["id"], one["platform"], one["status"]) for one in lines] == [("lena", p, "scored") for p in PLATFORMS]
    assert list(lines[0]) == [*Row.__dataclass_fields__]
    for row in lines:
        said = CliRunner().invoke(
            group, ["score", str(folder), "--json", "--offline", f"--today={DAY}", f"--platform={row['platform']}"]
        )
        report = json.loads(said.stdout)
        whole = report["totals"] | {"points": report["points"]["earned"], "level": report["level"]["id"]}
        assert {name: row[name] for name in whole} == whole
        assert row["track"] == report["track"]
        assert (row["confidence"], row["coverage"], row["beyond_claims"]) == tuple(
            report["confidence"][name] for name in ("word", "coverage", "beyond_claims")
        )
        for part in ("categories", "checks"):
            assert [(one["id"], one["earned"], one["unknown"], one["missing"]) for one in row[part]] == [
                (one["id"], *(one["split"][name] for name in ("earned", "unknown", "missing"))) for one in report[part]
            ]
        assert [(one["check"], one["gain"], [one["minutes_least"], one["minutes_most"]]) for one in row["steps"]] == [
            (one["check"], one["gain"], one["minutes"]) for one in report["actions"][:10]
        ]
        assert row["guards"] == sorted({one["guard"] for one in report["exclusions"]})
    assert "Lena" not in found.lines.decode()


def test_bad_records_are_rows_with_the_place_of_what_is_wrong() -> None:
    people = "people.jsonl"
    assert problems(b'{"id": oops}') == [(people, 1, 8, "", "not JSON: expecting value")]
    assert problems(b'{"id": "\xe9"}') == [(people, 1, 9, "", "not UTF-8 (byte 0xe9)")]
    assert problems(b"[" * 100_000) == [(people, 1, 1, "", "not JSON that can be read")]
    assert problems(b"[]") == [(people, 1, 1, "", "not an object")]
    assert problems(b"\0") == [(people, 1, 1, "", "over 8 MB in one record")]
    assert problems(b"") == [(people, 1, 1, "", "nothing can be read here any more")]
    assert problems({"id": "other", "profile": {}}) == [(people, 1, 1, "", "'other' stands here now")]
    assert problems({"profile": 3}) == [(people, 1, 1, "profile", "not a profile")]
    assert problems({"profile": {}, "evidense": []}) == [(people, 1, 1, "evidense", "unknown field")]
    assert problems({"url": "file:///etc"}) == [(people, 1, 1, "url", "not a git address that folio reads")]
    assert problems({"profile": "name: a\nname: b"}) == [
        ("profile.yaml", 2, 1, "", "this is given twice (first on line 1)")
    ]
    assert problems({"profile": {"name": "a\0"}}) == [(people, 1, 1, "", "a character that YAML does not allow")]
    evidence = [{"source": "git", "subject": "project:a", "observed_on": "never", "fingerprint": ""}]
    assert problems(sample() | {"evidence": evidence}) == [
        (people, 1, 1, "evidence.0.observed_on", "not what folio writes")
    ]
    assert problems(sample() | {"evidence": "{"}) == [(people, 1, 1, "evidence", "not JSON")]


def test_a_problem_holds_no_name_under_nda_and_no_path_of_this_machine(tmp_path: Path) -> None:
    clients = [{"id": "acme-mutual", "name": "Acme Mutual", "nda": True, "shown_as": "an insurer"}]
    unsound = sample() | {
        "profile": {"name": "Ada", "clients": clients, "track": "Acme Mutual", "acme_mutual": 1, "contracts": [{"client": "acme-mutal"}]}
    }  # fmt: skip
    shown = json.dumps(rows(record(unsound)))
    assert "cme" not in shown.replace("acme-mutal", "")
    assert "/srv" not in shown
    file = tmp_path / "gone" / "profile.yaml"
    row = rows(Candidate("gone", "folder", str(file)))[0]
    assert row["problems"][0]["what"] == "profile.yaml: there is no profile here"
    assert str(tmp_path) not in json.dumps(row)


def test_half_a_surrogate_pair_in_a_record_gives_a_row_that_any_table_can_hold(tmp_path: Path) -> None:
    half = "\ud800"
    profile = {"name": f"A{half}", "headline": "H", "summary": "S"}
    bad = [
        {"id": "key", "profile": {}, half: 1}, {"id": "text", "profile": profile},
        {"id": "yaml", "profile": f"name: {half}\n"}, {"id": "escaped", "profile": 'name: "\\ud800"\n'},
        {"id": "evidence", "profile": {}, "evidence": [{half: half}]}, {"id": "url", "url": f"https://{half}/"},
    ]  # fmt: skip
    every = [record(one, str(one["id"])) for one in bad]
    for asked in (STORED, Asked(Options(DAY, offline=True, platforms=PLATFORMS))):
        lines = done(*every, asked=asked).lines
        assert [json.loads(one)["status"] for one in lines.splitlines()] == ["problem"] * 2 * len(bad)
        (tmp_path / "part.jsonl").write_bytes(lines)
        assert write([tmp_path / "part.jsonl"], tmp_path / "rows.parquet", {}) == 2 * len(bad)


def test_a_bug_and_a_refusing_machine_are_rows_and_the_others_are_scored(monkeypatch: pytest.MonkeyPatch) -> None:
    real = working.derive

    def broken(profile: Any, evidence: Evidence, *, today: date) -> Any:
        if profile.name == "Bug":
            raise ZeroDivisionError("of Bug's")
        if profile.name == "Disk":
            raise OSError(28, "No space left on device", "/srv/x")
        return real(profile, evidence, today=today)

    monkeypatch.setattr(working, "derive", broken)
    people = [
        record(sample() | {"id": name, "profile": sample()["profile"] | {"name": name}}, name)
        for name in ("Bug", "Disk", "Lena")
    ]
    found = rows(*people, asked=replace(STORED, options=Options(DAY)))
    assert [(one["id"], one["status"]) for one in found] == [
        ("Bug", "problem"),
        ("Disk", "problem"),
        ("Lena", "scored"),
    ]
    assert [one["problems"][0]["what"] for one in found[:2]] == [
        "folio stumbled over this profile (ZeroDivisionError)", "this machine refused: no space left on device",
    ]  # fmt: skip


def test_a_record_is_looked_at_in_a_folder_of_its_own_and_what_was_seen_can_be_kept(tmp_path: Path) -> None:
    content = sample() | {"evidence": []}
    asked = Asked(Options(DAY, offline=True, state=tmp_path / "kept"))
    first, *_ = rows(record(content), asked=asked)
    assert first["status"] == "scored"
    assert first["seen"] == 0
    assert first["not_seen"] > 3
    kept = [one.relative_to(tmp_path / "kept").as_posix() for one in (tmp_path / "kept").rglob("*") if one.is_file()]
    assert "lena/profile.yaml" in kept
    assert "lena/.folio/evidence/project/shelfcast.json" in kept
    assert not [one for one in kept if "history" in one]
    again, *_ = rows(record(content), asked=replace(asked, stored=True))
    assert again == first


def test_who_waits_for_github_is_told_with_the_moment_of_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    later = datetime(2026, 8, 1, 13, tzinfo=UTC)

    def limited(*_: object) -> Evidence:
        seen = [("pages", 9), ("github", 0), ("accounts", 1)]
        return Evidence(observations=tuple(
            Observation(source=source, subject="x:y", observed_on=DAY, fingerprint="", problem="later",
                        again_at=later + timedelta(hours=hours))
            for source, hours in seen
        ))  # fmt: skip

    monkeypatch.setattr(working, "observe", limited)
    found = done(record(sample()), asked=Asked(Options(DAY)))
    assert (found.waiting, found.again_at) == (("lena",), "2026-08-01T14:00:00+00:00")
    assert done(record(sample())).waiting == ()


def test_a_rubric_that_is_none_ends_the_run() -> None:
    with pytest.raises(FolioError, match="no platform 'nowhere'"):
        done(record(sample()), asked=Asked(Options(DAY, platforms=("nowhere",)), stored=True))


def test_what_is_built_of_a_stranger_uses_no_template_of_theirs_and_a_failure_keeps_the_row(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Path, Options]] = []

    def build(path: Path, out: Path, options: Options, _: Any) -> None:
        asked.append((out, options))
        if len(asked) > 1:
            raise FolioError(f"{path.parent}/x.md: too long; cut it\n{out}: taken")

    monkeypatch.setattr("folio.build.build", build)
    (folder / "templates").mkdir()
    place = Candidate("Lena", "folder", str(folder / "profile.yaml"))
    rendering = replace(STORED, options=Options(DAY), render=tmp_path / "out")
    (good, bad) = (rows(place, asked=rendering)[0] for _ in range(2))
    (folder / "templates").rmdir()
    out, options = asked[0]
    assert (out.parent, options.stored, options.stranger) == (tmp_path / "out", True, True)
    assert known_person(folder, replace(options, state=None)).templates is None
    assert (good["status"], good["built"], good["problems"]) == ("scored", True, [])
    assert (bad["status"], bad["built"], bad["points"]) == ("scored", False, good["points"])
    assert [(one["what"], one["todo"]) for one in bad["problems"]] == [
        ("x.md: too long", "cut it"), (f"{out.name}: taken", ""),
    ]  # fmt: skip
