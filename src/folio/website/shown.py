"""What a browser gets while a site is edited: its files from memory, and word of the next ones."""

from __future__ import annotations

import json
import mimetypes
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from folio.errors import FolioError

OWN = "/.folio/"
"""Below this the server's own files lie; no site has any there."""
LONGEST_WAIT = 20
"""Seconds that a browser's question for changes is kept open."""
KINDS = mimetypes.MimeTypes()
for _kind, _ending in (
    ("image/avif", ".avif"), ("image/webp", ".webp"), ("font/woff2", ".woff2"), ("text/javascript", ".js"),
    ("application/xml", ".xml"), ("application/feed+json", ".json"), ("image/svg+xml", ".svg"), ("text/plain", ".txt"),
):  # fmt: skip
    KINDS.add_type(_kind, _ending)
TEXTS = ("text/", "application/xml", "application/feed+json", "image/svg")

RELOAD = """\
(function () {
  var own = document.currentScript, version = own.dataset.version, bar;
  function say(problem) {
    if (!problem) { if (bar) { bar.remove(); bar = null; } return; }
    if (!bar) {
      bar = document.createElement("pre");
      bar.style.cssText = "position:fixed;z-index:9999;inset:auto 0 0 0;margin:0;padding:1rem;max-height:50vh;" +
        "overflow:auto;white-space:pre-wrap;font:14px/1.5 monospace;color:#fff;background:#8b1a1a";
      bar.setAttribute("role", "alert");
      document.body.appendChild(bar);
    }
    bar.textContent = problem;
  }
  function ask(known) {
    fetch("/.folio/changes?" + encodeURIComponent(known)).then(function (answer) { return answer.json(); })
      .then(function (now) {
        if (now.version !== version) { location.reload(); return; }
        say(now.problem);
        ask(now.known);
      }).catch(function () { setTimeout(ask, 500, known); });
  }
  ask("");
})();
"""
"""No inline script, so that it runs below the policy that the site is published with."""

Content = bytes | Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Made:
    """A site's files by their paths; what takes long may be made when it is asked for."""

    files: Mapping[str, Content]
    below: str = "/"
    """The path that the site will have at its own address; links on the page for what is not there have it."""


class Answer(NamedTuple):
    status: int
    headers: tuple[tuple[str, str], ...]
    content: bytes


@dataclass
class Shown:
    """The site that is shown, which changes, and those who wait for that."""

    made: Made = field(default_factory=lambda: Made({}))
    _number: int = 0
    _problem: str | None = None
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def show(self, made: Made) -> None:
        with self._changed:
            if dict(made.files).keys() != dict(self.made.files).keys() or not _same(made, self.made):
                self._number += 1
            self.made, self._problem = made, None
            self._changed.notify_all()

    def problem(self, text: str) -> None:
        with self._changed:
            self._problem = text
            self._changed.notify_all()

    def answer(self, target: str) -> Answer:
        """What a browser that asks for `target` gets."""
        parts = urlsplit(target)
        path = unquote(parts.path)
        if path == f"{OWN}changes":
            return self._changes(unquote(parts.query))
        if path == f"{OWN}reload.js":
            return _content("reload.js", RELOAD.encode(), 200)
        made, number = self.made, self._number
        name = path.removeprefix(made.below if path.startswith(made.below) else "/")
        if name.endswith("/") or not name:
            name += "index.html"
        elif name not in made.files and f"{name}/index.html" in made.files:
            return Answer(301, (("Location", f"{parts.path}/"),), b"")
        found = made.files.get(name)
        status = 200
        if found is None:
            name, found, status = "404.html", made.files.get("404.html", b"There is nothing here."), 404
        try:
            content = found() if callable(found) else found
        except FolioError as error:
            return _content("problem.txt", str(error).encode(), 500)
        return _content(name, _with_reload(content, number) if name.endswith(".html") else content, status)

    def _changes(self, known: str) -> Answer:
        """Word of the next change after what the browser says it knows; of none after a while, too."""
        with self._changed:
            self._changed.wait_for(lambda: self._state() != known, LONGEST_WAIT)
            said = {"version": str(self._number), "problem": self._problem, "known": self._state()}
        return _content("changes.json", json.dumps(said).encode(), 200)

    def _state(self) -> str:
        return f"{self._number} {self._problem or ''}"


def _same(made: Made, before: Made) -> bool:
    return all(callable(one) or one == before.files[path] for path, one in made.files.items())


def _with_reload(page: bytes, number: int) -> bytes:
    script = f'<script src="{OWN}reload.js" data-version="{number}"></script>'
    head, end, rest = page.rpartition(b"</body>")
    return head + script.encode() + end + rest if end else page + script.encode()


def _content(name: str, content: bytes, status: int) -> Answer:
    kind = KINDS.guess_type(PurePosixPath(name).name)[0] or "application/octet-stream"
    kind += "; charset=utf-8" if kind.startswith(TEXTS) else ""
    return Answer(status, (("Content-Type", kind),), content)
