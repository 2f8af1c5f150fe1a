"""Code in other languages than Python, wherever it stands: in files, in notebooks, in the chunks of R Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from folio.repository.classify import Kind
from folio.repository.scan import File, Mark

NOTEBOOKS = {"r": "r", "julia": "jl", "scala": "scala", "javascript": "js", "typescript": "ts", "sql": "sql"}
"""What notebooks call their language, and the ending of its files."""
PAGES = frozenset({"rmd", "qmd"})
FENCE = re.compile(r"^[ \t]*`{3,}\{(\w+)[^}\n]*\}[ \t]*$|^[ \t]*`{3,}[ \t]*$", re.M)
CHUNKS = {"r": "r", "julia": "jl", "sql": "sql", "ojs": "js", "js": "js", "python": "py"}
COMMENTS = ("//", "#", "*", "--", "%", "'''", '"""', "<!--")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of code, the ending of files in its language, and the line that it begins on."""

    ending: str
    text: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Rule:
    """A fact and the pattern of a call that shows it, in languages that have no parser here."""

    fact: str
    languages: tuple[str, ...]
    call: re.Pattern[str]
    needs: re.Pattern[str] | None = None
    """What the file has to say beside it, such as which library gives a common name its meaning."""


def rule(fact: str, languages: str, call: str, needs: str = "") -> Rule:
    """A rule from words: languages by their endings, patterns as text."""
    return Rule(fact, tuple(languages.split()), re.compile(call, re.M), re.compile(needs, re.M) if needs else None)


def chunks(file: File) -> Iterator[Chunk]:
    """The code of an own file; Python is left to its syntax tree."""
    if file.kind is Kind.SOURCE and file.ending == "ipynb":
        if file.notebook and file.notebook.language in NOTEBOOKS:
            yield Chunk(NOTEBOOKS[file.notebook.language], file.notebook.code)
    elif file.kind is Kind.SOURCE and file.ending != "py":
        yield Chunk(file.ending, file.text)
    elif file.kind is Kind.DOCS and file.ending in PAGES:
        yield from _of_page(file)


def told(file: File, rules: Iterable[Rule]) -> Iterator[Mark]:
    """The first call that each rule knows, comment lines left out."""
    for chunk in chunks(file):
        for one in rules:
            if chunk.ending in one.languages and (one.needs is None or one.needs.search(file.text)):
                line = first_line(chunk.text, one.call)
                if line is not None:
                    yield Mark(one.fact, chunk.line + line)


def first_line(text: str, pattern: re.Pattern[str]) -> int | None:
    """How many lines stand before the first match that is not in a comment line."""
    for match in pattern.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        if not text[start : match.end()].lstrip().startswith(COMMENTS):
            return text.count("\n", 0, match.start())
    return None


def _of_page(file: File) -> Iterator[Chunk]:
    language, begin = "", 0
    for fence in FENCE.finditer(file.text):
        if fence[1] and not language:
            language, begin = fence[1].lower(), fence.end() + 1
        elif not fence[1]:
            if language in CHUNKS:
                yield Chunk(CHUNKS[language], file.text[begin : fence.start()], file.line(begin))
            language = ""
