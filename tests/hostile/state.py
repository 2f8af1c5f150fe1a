"""What lies in `.folio/` and was not written by folio; and rubrics that mean harm."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from folio import kept
from folio.evidence.stored import stored_evidence
from folio.history import recall
from folio.known import known
from folio.options import Options
from folio.readiness.rubric import rubric
from folio.repository.origin.fingerprints import in_folders
from hostile.trying import Tally, replaced

NONSENSE = {
    "nothing": b"",
    "NULs": bytes(1000),
    "no UTF-8": b"\xff\xfe\xfd",
    "nested": b"[" * 100_000,
    "nested objects": b'{"schema": ' * 100_000,
    "a number of 5,000 digits": b'{"schema": ' + b"1" * 5000 + b"}",
    "a number without end": b'{"schema": 1e400000, "subject": "person:x", "observations": []}',
    "no number": b'{"schema": NaN}',
    "a list": b"[]",
    "a text": b'"x"',
    "null": b"null",
    "half a character": b'{"schema": 1, "subject": "\\ud800", "observations": []}',
    "a subject that is a path": b'{"schema": 1, "subject": "../../x:y", "observations": [{}]}',
    "observations of another kind": b'{"schema": 1, "subject": "person:x", "observations": [1, null, [], "x", {"seen": 1}]}',
    "a million lines": b"{}\n" * 1_000_000,
    "one line of 10 MB": b'"' + b"a" * 10_000_000,
    "a merge that was not finished": b"<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> x\n",
}
RUBRICS = {
    "nested": b"extends: " + b"[" * 10_000,
    "an alias": b"extends: &a toptal\nlevels: *a\n",
    "a tag": b"extends: !!python/name:os.system\n",
    "a path": b"extends: ../../../../etc/passwd\n",
    "itself": b"extends: x.yaml\n",
    "weights without end": b"extends: toptal\ncategories: {models: {weight: 1e400000}}\n",
    "numbers of 5,000 digits": b"extends: toptal\ncategories: {models: {weight: " + b"9" * 5000 + b"}}\n",
    "markup": b"extends: toptal\ntitle: <script>alert(1)</script>\n",
    "NULs": b"extends: \0",
}


def state(tally: Tally, scratch: Path, every: bool) -> None:
    """Nonsense is told on standard error, and passed over."""
    me = scratch / "me"
    me.mkdir()
    (me / "profile.yaml").write_text("name: Ada\nheadline: b\nsummary: c\n")
    profile = known(me, Options(date(2026, 11, 22), offline=True), None).facts.profile
    at = me / ".folio"
    words = ["resume", str(me)]
    for name, content in NONSENSE.items():
        with replaced(at / "evidence" / "person" / "x.json", content):
            tally.of(f"evidence: {name}", lambda: stored_evidence(profile, at))
        with replaced(at / "history.jsonl", content):
            tally.of(f"history: {name}", lambda: recall(at))
        with replaced(at / "fingerprints" / "x.json", content):
            tally.of(f"fingerprints: {name}", lambda: in_folders(at / "fingerprints"))
        with replaced(at / "cache" / "answers" / kept._name(words), content):
            tally.of(f"a kept answer: {name}", lambda: _no_answer(words))
    lying = json.dumps({"sha256": "x", "inputs": {"/dev/zero": "x"}, "sizes": [1 << 60], "about": {}}).encode()
    with replaced(at / "cache" / "answers" / kept._name(words), lying):
        tally.of("a kept answer: about a device", lambda: _no_answer(words))


def _no_answer(words: list[str]) -> None:
    assert kept.recall(words) is None


def rubrics(tally: Tally, scratch: Path, every: bool) -> None:
    """Each is told at its place."""
    file = scratch / "x.yaml"
    for name, content in RUBRICS.items():
        file.write_bytes(content)
        tally.of(name, lambda: rubric(file))
