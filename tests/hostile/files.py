"""Paths that lead elsewhere and files that are none, through every door that opens one."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from folio.documents import brief_of
from folio.evidence.stored import stored_evidence
from folio.history import recall
from folio.importing import import_profile
from folio.known import known, loaded
from folio.options import Options
from folio.profile.enclosed import enclosures
from folio.profile.load import load_each
from folio.readiness.rubric import rubric
from folio.repository.git.location import located
from hostile.trying import Tally

HEAD = "name: Ada\nheadline: b\nsummary: c\n"
LARGE = 100 << 20
OPTIONS = Options(date(2026, 11, 22), offline=True)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(os.path.relpath(path) if len(str(path)) > 100 else str(path))


def _large(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"{" if path.suffix == ".json" else b"a")
        file.truncate(LARGE)


def _circle(path: Path) -> None:
    path.symlink_to(path.name)


MADE: dict[str, Callable[[Path], None]] = {
    "a folder": lambda path: path.mkdir(),
    "a pipe": _pipe,
    "a socket": _socket,
    "a link out of the folder": lambda path: path.symlink_to("/etc/passwd"),
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
    "a link to nothing": lambda path: path.symlink_to("nowhere"),
    "a link to itself": _circle,
    "100 MB": _large,
}
NAMED = ("/etc/passwd", "../secret.txt", "a/../../secret.txt", "..", ".", "./../secret.txt", "/dev/zero", "/proc/self/environ", "a" * 300, "a/" * 150 + "a", "\\\\host\\x", "file:///etc/passwd", "~root/x", "%2e%2e/secret.txt")  # fmt: skip


@contextmanager
def standing(path: Path, make: Callable[[Path], None]) -> Iterator[None]:
    """Something that is no ordinary file at `path`, for a while."""
    make(path)
    try:
        yield
    finally:
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()


def paths(tally: Tally, scratch: Path, every: bool) -> None:
    """What a profile names as a file: the path itself, and what stands at it."""
    (scratch / "secret.txt").write_text("do not read me")
    me = scratch / "me"
    me.mkdir()
    fields = {
        "photo": "photo: {{file: {0}, alt: x}}\n",
        "an article": "articles: [{{id: a, title: t, file: {0}}}]\n",
        "a picture of a project": "projects: [{{id: p, title: t, summary: s, role: r, picture: {{file: {0}, alt: x}}}}]\n",
        "a brief": "targets: [{{id: t, kind: client, name: n, brief: {0}}}]\n",
    }
    for field, form in fields.items():
        for name in NAMED:
            (me / "profile.yaml").write_text(HEAD + form.format(f"'{name}'"))
            tally.of(f"{field}: {name[:40]}", lambda: enclosures(loaded(me), me), must_be="told")
        (me / "profile.yaml").write_text(HEAD + form.format("'x.file'"))
        for kind, make in MADE.items():
            with standing(me / "x.file", make):
                tally.of(f"{field}: {kind}", lambda: enclosures(loaded(me), me), must_be="told")
    for name in (
        *NAMED,
        "~nosuchuser/x",
        "~",
        "ext::sh -c true",
        "-u",
        "--upload-pack=x",
        "a\nb",
        "file:///etc",
        "secret.txt",
    ):
        tally.of(f"a repository: {name[:40]}", lambda name=name: located(name, base=me), must_be="told")  # type: ignore[misc]


def doors(tally: Tally, scratch: Path, every: bool) -> None:
    """Everything else that opens a file, with what is no ordinary one in its place."""
    me = scratch / "me"
    (me / ".folio" / "evidence" / "person").mkdir(parents=True)
    (me / "profile.yaml").write_text(HEAD + "resume: {theme: own}\n")
    (me / "templates" / "resume" / "own").mkdir(parents=True)
    (me / "templates" / "resume" / "own" / "style.css").write_text("body {}")
    known_one = known(me, OPTIONS, None)
    opened: dict[str, tuple[Path, Callable[[Path], object]]] = {
        "import": (scratch / "x.json", lambda path: import_profile(path, scratch / "new")),
        "a rubric": (scratch / "x.yaml", lambda path: rubric(str(path))),
        "a brief": (scratch / "x.txt", lambda path: brief_of(known_one, path) if path.is_file() else located("", base=me)),
        "evidence": (me / ".folio/evidence/person/x.json", lambda path: stored_evidence(known_one.facts.profile, me / ".folio")),
        "the history": (me / ".folio/history.jsonl", lambda path: recall(me / ".folio")),
        "a template": (me / "templates/resume/own/resume.html.j2", lambda path: known_one.templates),
        "a style sheet": (me / "templates/resume/own/letter.css", lambda path: known_one.templates),
        "a file of a look": (me / "templates/site-x.woff2", lambda path: known_one.templates),
        "a page of one's own": (me / "pages", lambda path: enclosures(loaded(me), me)),
        "a profile": (scratch / "profile.yaml", load_each),
    }  # fmt: skip
    for door, (path, act) in opened.items():
        for kind, make in MADE.items():
            with standing(path, make):
                must_be = "told" if "link out" in kind and path.is_relative_to(me / "templates") else "either"
                tally.of(f"{door}: {kind}", lambda act=act, path=path: act(path), must_be=must_be)  # type: ignore[misc]
    outside = scratch / "elsewhere"
    outside.mkdir()
    moved = (me / "templates").rename(outside / "templates")
    (me / "templates").symlink_to(moved)
    tally.of("the folder of templates: a link out of the folder", lambda: known_one.templates, must_be="told")
