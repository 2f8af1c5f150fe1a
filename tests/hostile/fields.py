"""Hostile text in every field of the profile, through everything that is made of it."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from folio.document import dump
from folio.errors import FolioError
from fuzz.folder import PIXEL
from hostile import judges
from hostile.everywhere import profile
from hostile.payloads import BLOCKS, LINES
from hostile.trying import Tally

ENDINGS: dict[str, Callable[[bytes], None]] = {
    ".html": judges.html, ".xml": judges.xml, ".svg": judges.xml, ".json": judges.plain_json, ".ics": judges.calendar,
    ".pdf": judges.pdf, ".docx": judges.word,
}  # fmt: skip
PRINTED: dict[str, tuple[list[str], Callable[[str], None]]] = {
    "score": (["score", "--offline"], judges.terminal),
    "score as JSON": (["score", "--offline", "--format", "json"], judges.plain_json),
    "score as HTML": (["score", "--offline", "--format", "html"], lambda text: judges.html(text.encode(), styles=True)),
    "score as SARIF": (["score", "--offline", "--format", "sarif"], judges.plain_json),
    "validate": (["validate"], judges.terminal),
    "explain": (["explain", "level"], judges.terminal),
}
MORE: dict[str, tuple[list[str], Callable[[str], None]]] = {
    "score of all": (["score", "--offline", "-p", "all"], judges.terminal),
    "plan": (["plan", "--hours", "12", "--offline"], judges.terminal),
    "plan as a calendar": (["plan", "--format", "ics", "--offline"], lambda text: judges.calendar(text.encode())),
    "export to JSON Resume": (["export", "json-resume"], judges.plain_json),
    "whole résumé as a page": (["resume", "--format", "html", "-o", "-"], lambda text: judges.html(text.encode(), styles=True)),
    "résumé as text": (["resume", "--format", "text", "-o", "-"], lambda text: None),
    "doctor": (["doctor", "--offline"], judges.terminal),
}  # fmt: skip


def fields(tally: Tally, scratch: Path, every: bool) -> None:
    """The site, the documents and what is printed, of a profile with a payload in every text; each text gets each
    payload in turn when `every` is said."""
    tally.seconds = 120.0
    for turn in range(max(len(LINES), len(BLOCKS)) if every else 1):
        me = scratch / f"me-{turn}"
        me.mkdir()
        (me / "me.png").write_bytes(PIXEL)
        data, texts = profile(me, turn)
        tally.of(f"turn {turn}: a payload in every field", lambda texts=texts: _enough(texts))  # type: ignore[misc]
        (me / "profile.yaml").write_text(dump(data), encoding="utf-8")
        out = scratch / f"out-{turn}"
        words = (
            ["build", str(me), "-o", str(out), "--offline"]
            if every
            else ["site", str(me), "-o", str(out), "--no-downloads"]
        )
        tally.of(f"turn {turn}: {words[0]}", lambda words=words: judges.terminal(said(words)), must_be="harmless")  # type: ignore[misc]
        for file in sorted(out.rglob("*")):
            judge = ENDINGS.get(file.suffix)
            if judge and file.is_file() and file.name != "search_index.json":
                name = str(file.relative_to(out))
                tally.of(
                    f"turn {turn}: {name}", lambda judge=judge, file=file: judge(file.read_bytes()), must_be="harmless"
                )  # type: ignore[misc]
        for name, (command, see) in (PRINTED | (MORE if every else {})).items():
            words = (
                [command[0], *command[1:2], str(me), *command[2:]]
                if command[0] == "explain"
                else [command[0], str(me), *command[1:]]
            )
            if command[0] == "export":
                words = [*command, str(me)]
            tally.of(f"turn {turn}: {name}", lambda words=words, see=see: see(said(words)), must_be="harmless")  # type: ignore[misc]


def _enough(texts: int) -> None:
    assert texts > 200, f"only {texts} texts mean harm"


def said(words: list[str]) -> str:
    """What a command prints, on standard output; raises what it stops at."""
    import sys

    from folio.cli.root import group

    out: Any = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    errors: Any = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    before = sys.argv
    sys.argv = ["folio", *words]
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
            group.main(words, prog_name="folio", standalone_mode=False)
    except SystemExit as ended:
        assert ended.code in (0, 1, None), f"exit status {ended.code}"
    except FolioError as error:
        judges.terminal(str(error))
        raise
    finally:
        sys.argv = before
    judges.terminal(errors.buffer.getvalue().decode())
    return str(out.buffer.getvalue().decode())
