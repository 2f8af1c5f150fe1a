"""Code in other languages than Python, wherever it stands: in files, in notebooks, in the chunks of R Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from folio.repository.classify import Kind
from folio.repository.code.languages.code import Code
from folio.repository.code.pieces import may_match
from folio.repository.scan import File, Mark

NOTEBOOKS = {"r": "r", "julia": "jl", "scala": "scala", "javascript": "js", "typescript": "ts", "sql": "sql"}
"""What notebooks call their language, and the ending of its files."""
PAGES = frozenset({"rmd", "qmd"})
FENCE = re.compile(r"^[ \t]*`{3,}\{(\w+)[^}\n]*\}[ \t]*$|^[ \t]*`{3,}[ \t]*$", re.M)
CHUNKS = {"r": "r", "julia": "jl", "sql": "sql", "ojs": "js", "js": "js", "python": "py"}


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


def told(file: File, rules: tuple[Rule, ...]) -> Iterator[Mark]:
    """The first call that each rule knows; it begins outside comments and strings."""
    for chunk in chunks(file):
        for one in _of_language(rules, chunk.ending):
            if not may_match(one.call, chunk.text) or (one.needs and not one.needs.search(file.text)):
                continue
            if found := next(coded(file, chunk).search(one.call), None):
                yield Mark(one.fact, chunk.line + chunk.text.count("\n", 0, found.start()))


def coded(file: File, chunk: Chunk) -> Code:
    """The chunk with its comments known."""
    if chunk.text is file.text and file.code is not None:
        return file.code
    return Code(chunk.text, chunk.ending)


@cache
def _of_language(rules: tuple[Rule, ...], ending: str) -> tuple[Rule, ...]:
    return tuple(one for one in rules if ending in one.languages)


def _of_page(file: File) -> Iterator[Chunk]:
    language, begin = "", 0
    for fence in FENCE.finditer(file.text):
        if fence[1] and not language:
            language, begin = fence[1].lower(), fence.end() + 1
        elif not fence[1]:
            if language in CHUNKS:
                yield Chunk(CHUNKS[language], file.text[begin : fence.start()], file.line(begin))
            language = ""
