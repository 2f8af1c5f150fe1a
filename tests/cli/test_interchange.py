"""`folio import` and `folio export`, as they are typed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from folio.cli.exporting import export
from folio.cli.importing import import_
from folio.resources import root

SAMPLE = str(root("sample_profile"))


def run(command: Any, *words: str) -> Result:
    return CliRunner().invoke(command, words)


def imported(folder: Path, document: Any, *words: str, name: str = "cv.json") -> Result:
    text = document if isinstance(document, str) else json.dumps(document)
    (folder / name).write_text(text, encoding="utf-8")
    return run(import_, str(folder / name), str(folder / "me"), *words)


def test_what_a_format_has_no_place_for_is_told_in_a_few_lines_and_in_full_as_json(tmp_path: Path) -> None:
    out = tmp_path / "cv.yaml"
    done = run(export, "rendercv", SAMPLE, "-o", str(out))
    lines = done.stderr.splitlines()
    assert done.exit_code == 0
    assert done.stdout == f"{out}\n"
    assert len(lines) <= 15
    assert all(len(line) <= 100 for line in lines)
    assert any(line.startswith("  projects (") and "such as projects[0].role" in line for line in lines)
    told = json.loads(run(export, "rendercv", SAMPLE, "-o", str(out), "--json").stdout)
    paths = [one["path"] for one in told["not_in_it"]]
    assert lines[0].startswith(f"not in it ({len(paths)};")
    assert {"projects[0].problem", "projects[3].problem", "targets[1].look.photo"} <= set(paths)
    assert run(export, "rendercv", SAMPLE, "--json").exit_code == 2


def test_export_says_what_was_kept_of_an_entry_that_has_another_name_now(tmp_path: Path) -> None:
    project = {"name": "Meterflow", "description": "Meters", "type": "application"}
    assert imported(tmp_path, {"basics": {"name": "Ada"}, "projects": [project]}).exit_code == 0
    file = tmp_path / "me" / "profile.yaml"
    assert run(export, "json-resume", str(file)).stderr.count("meterflow") == 0
    file.write_text(file.read_text(encoding="utf-8").replace("id: meterflow", "id: meter-flow"), encoding="utf-8")
    done = run(export, "json-resume", str(file))
    assert "not in it: /projects/meterflow: is no more; kept of it was type" in done.stderr
    assert "rename it under 'extra' too" in done.stderr
    out = str(tmp_path / "out.json")
    told = json.loads(run(export, "json-resume", str(file), "-o", out, "--json").stdout)
    assert told["gone"] == [{"at": "/projects/meterflow", "kept": ["type"]}]


def test_nothing_is_said_to_be_missing_from_a_document_that_comes_back_whole(tmp_path: Path) -> None:
    job = "{company: Loom, position: Dev, date: 2020}"
    cv = f"cv: {{name: Ada, headline: Data engineer, sections: {{summary: [I weave.], jobs: [{job}]}}}}"
    assert imported(tmp_path, cv, name="cv.yaml").exit_code == 0
    done = run(export, "rendercv", str(tmp_path / "me"))
    assert (done.exit_code, done.stderr) == (0, "")


def test_another_format_than_the_document_is_of_is_refused(tmp_path: Path) -> None:
    resume = {"basics": {"name": "Ada"}, "work": []}
    done = imported(tmp_path, resume, "--from", "linkedin")
    assert "is JSON Resume, not LinkedIn's data export; leave --from out" in str(done.exception)
    assert not (tmp_path / "me").exists()
    assert "taken: nothing\n" in imported(tmp_path, {"mood": "fine"}, "--from", "json-resume").stdout


def test_only_what_stood_in_the_document_is_said_to_be_taken(tmp_path: Path) -> None:
    done = imported(tmp_path, {"basics": {"name": "Ada", "label": "Data engineer"}})
    assert "taken: name, headline, track\n" in done.stdout
    assert "'summary' is an example" in done.stdout
    (tmp_path / "me" / "profile.yaml").unlink()
    told = json.loads(imported(tmp_path, {"basics": {}}, "--json").stdout)
    assert told["taken"] == {}


def test_what_is_kept_of_every_entry_of_a_list_is_told_once(tmp_path: Path) -> None:
    jobs = [
        {"name": "Loom", "position": "Dev", "startDate": "2020", "mood": "fine", "\x1b[2Jcolour": at} for at in "abc"
    ]
    done = imported(tmp_path, {"basics": {"name": "Ada"}, "work": jobs})
    assert done.stdout.count("work[") == 1
    assert "work[0].mood" in done.stdout
    assert "has no place in a profile (6 places)" in done.stdout
    assert "\x1b" not in done.stdout


def test_one_name_for_city_and_region_is_said_once(tmp_path: Path) -> None:
    place = {"city": "Stockholm", "region": "Stockholm", "countryCode": "SE"}
    assert imported(tmp_path, {"basics": {"name": "Ada", "location": place}}).exit_code == 0
    assert "Stockholm, SE" in (tmp_path / "me" / "profile.yaml").read_text(encoding="utf-8")
    back = json.loads(run(export, "json-resume", str(tmp_path / "me")).stdout)
    assert back["basics"]["location"] == place


def test_a_telephone_number_keeps_its_zero_both_ways(tmp_path: Path) -> None:
    assert imported(tmp_path, "cv:\n  name: Ada\n  phone: 0891234\n", name="cv.yaml").exit_code == 0
    text = (tmp_path / "me" / "profile.yaml").read_text(encoding="utf-8")
    assert "0891234" in text
    assert "'0891234'" in run(export, "rendercv", str(tmp_path / "me")).stdout


def test_no_export_is_promised_for_a_format_that_folio_only_reads(tmp_path: Path) -> None:
    fresh = {"meta": {"format": "FRESH@1.0.0"}, "name": "Ada", "mood": "fine"}
    assert imported(tmp_path, fresh).exit_code == 0
    kept = (tmp_path / "me" / "profile.yaml").read_text(encoding="utf-8").partition("# What the other tool had")[2]
    assert kept.startswith(" and folio has no place for. Never shown, and yours to delete.\n")
