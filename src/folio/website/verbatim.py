"""An extension of Python-Markdown: a page that is HTML already is passed on as it is.

folio's pages are one block of HTML in a Markdown file. Python-Markdown would read all of it with an HTML parser, and
MkDocs a second time; both find nothing to do, and it takes most of the time that a page takes. A page says that it is
one by its first line, `MARK`. Both MkDocs and Zensical load this by the name of the module.
"""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from folio.render.site.verbatim import MARK

FIRST, LAST = 1_000, -1_000
"""Before and after everything else that reads or changes a page."""


class Verbatim(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        taken = _Taken(md)
        md.preprocessors.register(taken, "folio-verbatim", FIRST)
        md.postprocessors.register(_Given(taken), "folio-verbatim", LAST)


class _Taken(Preprocessor):
    """Keeps the HTML of a marked page aside, and leaves Markdown nothing to do."""

    html: str | None = None

    def run(self, lines: list[str]) -> list[str]:
        self.html = None
        while lines and not lines[0].strip():
            lines = lines[1:]
        if not lines or lines[0].strip() != MARK:
            return lines
        self.html = "\n".join(lines[1:]).strip("\n")
        return []


class _Given(Postprocessor):
    """Gives the HTML back in place of the nothing that became of it."""

    def __init__(self, taken: _Taken) -> None:
        super().__init__()
        self._taken = taken

    def run(self, text: str) -> str:
        return text if self._taken.html is None else self._taken.html


def makeExtension(**_: object) -> Verbatim:
    """What Python-Markdown looks for in a module that it is told to load."""
    return Verbatim()
