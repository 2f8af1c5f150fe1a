"""Extractors in their children: what they say of hostile files, and what is said where they are missing."""

from __future__ import annotations

import importlib.util
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from documents.people import printed
from folio.ats import reading
from folio.ats.lines import Line, Reading
from folio.ats.reading import EXTRACTORS, TOO_MUCH, extractors, readings
from folio.errors import FolioError

HEAD = b"%PDF-1.7\n"
BROKEN = [
    HEAD,
    HEAD + b"1 0 obj\n<</Type/Catalog/Pages 1 0 R>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF",
    HEAD + b"\0" * 9000,
]


def test_all_of_them_read_the_same_document_each_in_a_process_of_its_own() -> None:
    there, missing = extractors()
    assert {one.name for one in there} | set(missing) == {one.name for one in EXTRACTORS}
    for one in readings(printed("minimal", "plain").content, there):
        assert one.problem is None
        assert next(line.text for line in one.lines if line.text) == "Jo Tern"


@pytest.mark.parametrize("content", BROKEN, ids=["empty", "circular", "noise"])
def test_a_broken_file_is_a_problem_or_empty_and_never_an_exception(content: bytes) -> None:
    there, _ = extractors()
    for one in readings(content, there):
        assert one.problem is None or one.problem.startswith("it can't be read")
        assert not one.text.strip()


def test_what_is_no_pdf_or_too_large_is_refused_before_anything_is_started() -> None:
    there, _ = extractors()
    with pytest.raises(FolioError, match="no PDF"):
        readings(b"<html>", there)
    with pytest.raises(FolioError, match="more than 30 MB"):
        readings(HEAD + b"\0" * (31 << 20), there)


@pytest.mark.parametrize("status", [-signal.SIGXCPU, -signal.SIGKILL, -signal.SIGSEGV])
def test_a_child_that_was_ended_by_its_limits_is_a_problem_in_words(
    status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *a, **k: subprocess.CompletedProcess(a, status, b"", b""))
    assert [one.problem for one in readings(HEAD, EXTRACTORS[2:3])] == [TOO_MUCH]


def test_a_child_has_limits_on_its_time_and_memory() -> None:
    code = (
        "import resource, sys, io, json; from folio.ats import worker; sys.argv = ['', 'by_pypdf', 'read'];"
        "sys.stdin = io.TextIOWrapper(io.BytesIO(b'')); worker.main(); print();"
        "print(json.dumps([resource.getrlimit(resource.RLIMIT_CPU)[0], resource.getrlimit(resource.RLIMIT_AS)[0]]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[30, 1073741824]"


def _without(*names: str) -> Callable[[str], Any]:
    find = importlib.util.find_spec
    return lambda name: None if name in names else find(name)


def test_fewer_than_three_extractors_are_an_error_that_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", _without("pdfminer", "pypdfium2"))
    with pytest.raises(FolioError, match=r"three .* here is .*pypdf; pip install 'folio-ready\[check\]'"):
        extractors()


def test_a_missing_one_is_named_as_long_as_three_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", _without("pypdfium2"))
    there, missing = extractors()
    assert missing == ("pdfium",)
    assert "pypdf" in [one.name for one in there]


def test_a_reading_crosses_between_processes_unchanged() -> None:
    one = Reading("pypdf", (Line("ä\u202b", 2, 1.5, 3.0, 9.5, True), Line("")), None)
    assert Reading.of_json(one.as_json()) == one


def test_a_child_is_given_no_secret_and_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, Any] = {}

    def run(command: list[str], **how: Any) -> subprocess.CompletedProcess[bytes]:
        seen.update(how)
        return subprocess.CompletedProcess(command, 0, b'{"extractor": "x", "lines": [], "problem": null}', b"")

    monkeypatch.setenv("GITHUB_TOKEN", "secret")
    monkeypatch.setattr(reading.subprocess, "run", run)
    readings(HEAD, EXTRACTORS[2:3])
    assert "GITHUB_TOKEN" not in seen["env"]
    assert seen["timeout"] == 60
