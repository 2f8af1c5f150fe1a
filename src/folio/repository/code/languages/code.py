"""A file of another language while it is scanned: its code, the names in it, what it loads, calls and defines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache

from folio.repository.code.languages.imports import loaded
from folio.repository.code.languages.lexical import FAMILIES, blanked
from folio.repository.code.pieces import may_match
from folio.repository.code.python import snake_case

NAMES = "".join(letter if letter.isalnum() or letter == "_" else " " for letter in map(chr, range(128)))
CALLED = r"\s?(?:\.?\(|!\s?[(\[{]|::<)"
MADE = r"\s?(?:\.?\(|!\s?[(\[{]|::|\{|\[|<|\.\w)"
"""What follows the name of a function that is called, and that of a type that is used."""
BEFORE = re.compile(
    r"\b(?:def|fn|func|function|class|struct|enum|trait|interface|object|fun|record|impl|type)[ \t]+(?:[\w.]+[.:])?$"
)
TESTS = re.compile(r"#\[cfg\(test\)\]\s*(?:pub\s+)?mod\s+\w+\s*\{")
BLANK = re.compile(r"[^\n]")
PAIR = re.compile(r"[()\[\]{}]")
CLOSING = {")": "(", "]": "[", "}": "{"}


class Code:
    """A text of which comments and the insides of strings are blanked; positions are those of the text."""

    def __init__(self, text: str, ending: str) -> None:
        self.ending = ending
        self.family = FAMILIES.get(ending, "")
        self.plain, self.code = blanked(text, ending)

    @cached_property
    def outside_tests(self) -> Code:
        """The same without the tests that Rust keeps beside what they test."""
        parts = [(at, end) for match in TESTS.finditer(self.code) if self.family == "rust"
                 for at in [match.end() - 1] if (end := self.pairs.get(at))]  # fmt: skip
        if not parts:
            return self
        rest = Code("", self.ending)
        rest.plain, rest.code = self.plain, self.code
        for start, end in parts:
            blank = BLANK.sub(" ", rest.code[start : end + 1])
            rest.plain = rest.plain[:start] + blank + rest.plain[end + 1 :]
            rest.code = rest.code[:start] + blank + rest.code[end + 1 :]
        return rest

    @cached_property
    def words(self) -> frozenset[str]:
        """Every name and word that stands in code."""
        return frozenset(self.code.translate(NAMES).split())

    @cached_property
    def snakes(self) -> dict[str, list[str]]:
        """The names in snake_case, and how they are written."""
        found: dict[str, list[str]] = {}
        for word in sorted(self.words):
            found.setdefault(snake_case(word), []).append(word)
        return found

    @cached_property
    def _listed(self) -> str:
        return "\n".join(self.snakes)

    def has_name_like(self, pattern: re.Pattern[str]) -> bool:
        """Whether a name in snake_case matches; one search through all of them."""
        return may_match(pattern, self._listed) and _by_line(pattern).search(self._listed) is not None

    @cached_property
    def packages(self) -> frozenset[str]:
        """What the file loads, and what that stands below: `org.apache.spark` as well as `org.apache.spark.ml`."""
        return loaded(self.plain, self.code, self.ending)

    @cached_property
    def pairs(self) -> dict[int, int]:
        """Where each bracket that is closed is closed."""
        open_: list[int] = []
        found: dict[int, int] = {}
        for match in PAIR.finditer(self.code):
            at = match.start()
            if self.code[at] not in CLOSING:
                open_.append(at)
            elif open_ and self.code[open_[-1]] == CLOSING[self.code[at]]:
                found[open_.pop()] = at
            else:
                open_ = open_[: _outer(self.code, open_, CLOSING[self.code[at]])]
        return found

    @cached_property
    def blocks(self) -> list[int]:
        """Where each brace that is closed is opened, in order."""
        return sorted(at for at in self.pairs if self.code[at] == "{")

    def is_code(self, start: int, end: int) -> bool:
        """Whether something that was matched in `plain` begins in code, and not inside a string."""
        while start < end and self.plain[start].isspace():
            start += 1
        return start < end and self.code[start] == self.plain[start]

    def search(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches of a pattern that begin in code; strings in them still say what they say."""
        for match in pattern.finditer(self.plain):
            if self.is_code(match.start(), match.end()):
                yield match

    def uses(self, name: str) -> Iterator[int]:
        """Where a name is called, made or decorated with, definitions and imports of it left out.

        `Pool.fixed` is a name behind another one, which needs no call in Go; `@Get` is an annotation, which needs none
        either; `=rmse` is a name that is handed over.
        """
        if name.rsplit(".", maxsplit=1)[-1].lstrip("@=") not in self.words:
            return
        for match in _use(name, self.family).finditer(self.code):
            at = match.start()
            if not BEFORE.search(self.code, max(0, at - 60), at) and not self._imports(at):
                yield at

    def _imports(self, at: int) -> bool:
        start = self.code.rfind("\n", max(0, at - 400), at) + 1
        return self.code.startswith(("import ", "use ", "using ", "from "), start) and "(" not in self.code[start:at]


def _outer(code: str, open_: list[int], wanted: str) -> int:
    """How many brackets stay open when one is closed that does not fit; none is closed when it fits nowhere near."""
    for back in range(1, min(len(open_), 20) + 1):
        if code[open_[-back]] == wanted:
            return len(open_) - back
    return len(open_)


@cache
def _by_line(pattern: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(pattern.pattern, re.M)


@lru_cache(maxsize=1 << 12)
def _use(name: str, family: str) -> re.Pattern[str]:
    parts = [re.escape(part) for part in name.lstrip("=").split(".")]
    body = r"\s*(?:\.|:::?)\s*".join(parts)
    start = "" if name.startswith("@") else r"(?<![\w@])"
    if name[0] in "@=" or (family in ("c", "go") and len(parts) > 1):
        return re.compile(rf"{start}{body}\b")
    if family == "c" and not parts[0][0].isupper():
        return re.compile(rf"{start}{body}\s?[(<]")
    if parts[-1][0].isupper():
        return re.compile(rf"{start}{body}(?={MADE})|\bnew\s+{body}\b")
    return re.compile(rf"{start}{body}(?={CALLED})")
