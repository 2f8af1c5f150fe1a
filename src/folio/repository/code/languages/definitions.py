"""Functions and types that a file of another language defines, with all that belongs to them and what it computes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from folio.repository.code.languages.code import Code

KEYWORDS: dict[str, str] = {
    "c": r"\b(?:class|struct|union)\s+(?:\w+\s+)?{name}\b(?=[^;()]{{0,300}}\{{)",
    "go": r"^func\s+(?:\([^)\n]{{0,200}}\)\s*)?{name}\s*[(\[]|^type\s+{name}\b",
    "java": r"\b(?:class|object|trait|interface|record|enum|def|fun|func|struct)\s+(?:<[^>\n]{{0,100}}>\s*)?(?:\w+\.)?"
    r"{name}\b",
    "javascript": r"\b(?:function\s*\*?|class)\s+{name}\b"
    r"|\b(?:const|let|var)\s+{name}\b[^=;\n]{{0,200}}=\s*(?:async\s*)?"
    r"(?:function\b|class\b|\w+\s*=>|\([^;{{}}]{{0,300}}\)\s*(?::[^=;{{}}]{{0,100}})?=>)",
    "julia": r"^[ \t]*(?:@\w+\s+)*(?:function|macro|(?:mutable\s+)?struct)\s+(?:\w+\.)*{name}\b"
    r"|^[ \t]*{name}\([^\n]{{0,300}}\)[^=\n]{{0,100}}=(?!=)",
    "php": r"\b(?:function|class)\s+{name}\b",
    "r": r"(?<![\w.]){name}\s*(?:<<?-|=)\s*(?:function\s*\(|\\\(|(?:R6::)?R6Class\(|setRefClass\(|setClass\()",
    "ruby": r"\b(?:def|class|module)\s+(?:self\.)?{name}\b",
    "rust": r"\b(?:fn|struct|enum|trait|mod)\s+{name}\b",
}
"""How a definition begins, where a keyword says so."""
TYPED = {
    "c": r"(?:[\w>&*\]]\s+|[*&]|::|^)(?P<typed>{name})\s*\(",
    "java": r"[\w>\]]\s+(?P<typed>{name})\s*\(",
    "javascript": r"^[ \t]*(?:(?:public|private|protected|static|async|override|get|set)\s+)*\#?(?P<typed>{name})\s*"
    r"(?:<[^>\n]{{0,100}}>)?\(",
}
"""How it begins where only a body in braces tells it from a call."""
MEMBERS = {
    "c": r"\b{name}\s*(?:<[^>\n]{{0,60}}>)?\s*::\s*~?\w+\s*\(",
    "go": r"^func\s*\(\s*\w*\s*\*?{name}\b[^)\n]{{0,60}}\)\s*\w+\s*\(",
    "rust": r"^[ \t]*impl\b[^;{{}}]{{0,300}}\b{name}\b[^;{{}}]{{0,300}}(?=\{{)",
}
"""What belongs to a type and stands outside it."""
REST = re.compile(r"[\w\s:&,<>\[\].*?|()-]{0,300}\{")
"""What may stand between the arguments and the body."""
NOT_TYPES = re.compile(r"\b(?:return|new|else|throw|await|case|in|not|if|while|match|yield)\s+$")
MOST = 20
"""Definitions of one name in one file."""
LONGEST = 60_000
"""Characters of one that are looked at."""
ENDED = re.compile(r"[)}\]>;,]+|end;?")
LOOPS = re.compile(
    r"\b(?:for|while|loop|foreach|do|repeat|until)\b"
    r"|\b(?:map|map2|reduce|Reduce|fold|foldLeft|filter|zip|sapply|lapply|vapply|apply|mapply|iter|forEach|sum|mean|dot|exp|log|log2|log10"
    r"|sqrt|pow|abs|fabs|norm|crossprod|outer|solve|median|cumsum|rowSums|colSums|rowMeans|colMeans|hypot|tanh)\s*\.?\("
)
ARITHMETIC = re.compile(r"(?<=[\w)\]])\s{0,3}\.?(?:[-+*/%^]|%\*%|%o%|\*\*)=?\s{0,3}(?=[\w(\[.-])(?!->)|%\*%")
POINTER = re.compile(
    r"\b(?:int|double|float|char|void|auto|const|size_t|bool|long|unsigned|struct|T|u?int\d+_t|f32|f64|mut)\s{0,3}$"
)


class Defined(NamedTuple):
    """A definition by its name: where it begins, its lines of code, and how much it computes."""

    name: str
    at: int
    lines: int
    operations: int
    text: str
    """Its code, comments and strings blanked."""


def definitions(code: Code, wanted: Callable[[str], object]) -> Iterator[Defined]:
    """Each definition whose name is wanted, in the order of the file; the pieces of a type are put together."""
    found: list[Defined] = []
    for name in sorted(code.words):
        if name[:1].isdigit() or not wanted(name):
            continue
        for match in islice(_definition(code.family, name).finditer(code.code), MOST):
            if (body := _body(code, match)) is not None:
                texts = [code.code[start : min(end, start + LONGEST)] for start, end in (body, *_members(code, name))]
                at = match.end() - len(match[0].lstrip())
                text = "\n".join(texts)
                found.append(Defined(name, at, _lines(text), operations(text), text))
    return iter(sorted(found, key=lambda one: (one.at, one.name)))


def operations(code: str) -> int:
    """Loops, mathematics and arithmetic in a piece of code without comments and strings."""
    count = sum(1 for _ in LOOPS.finditer(code))
    for match in ARITHMETIC.finditer(code):
        if "*" not in match[0] or not POINTER.search(code, max(0, match.start() - 20), match.start() + 1):
            count += 1
    return count


@lru_cache(maxsize=1 << 12)
def _definition(family: str, name: str) -> re.Pattern[str]:
    parts = [part.format(name=name) for part in (KEYWORDS.get(family), TYPED.get(family)) if part]
    return re.compile("|".join(parts) or r"(?!)", re.M)


def _body(code: Code, match: re.Match[str]) -> tuple[int, int] | None:
    """From the beginning of a definition to the end of its body; None when it is a call or a declaration."""
    start, text = match.start(), code.code
    if match.groupdict().get("typed"):
        closed = code.pairs.get(match.end() - 1)
        rest = REST.match(text, closed + 1) if closed else None
        if rest is None or NOT_TYPES.search(text, max(0, match.start("typed") - 30), match.start("typed")):
            return None
        return start, code.pairs.get(rest.end() - 1, len(text))
    brace = text.find("{", match.end() - 1, match.end() + 600)
    if brace < 0 or code.family in ("julia", "ruby") or (code.family == "java" and _is_bare(text, match.end(), brace)):
        return start, _indented(text, start)
    return start, code.pairs.get(brace, len(text))


def _is_bare(text: str, at: int, brace: int) -> bool:
    """Scala 3 ends the head of a definition with a colon or an equals sign, and its body by indentation."""
    end = text.find("\n", at)
    return 0 <= end < brace and text[at:end].rstrip().endswith((":", "="))


def _members(code: Code, name: str) -> Iterator[tuple[int, int]]:
    if pattern := MEMBERS.get(code.family):
        for match in re.finditer(pattern.format(name=name), code.code, re.M):
            brace = code.code.find("{", match.end() - 1, match.end() + 600)
            stop = code.code.find(";", match.end() - 1, match.end() + 600)
            if brace >= 0 and (stop < 0 or brace < stop):
                yield match.start(), code.pairs.get(brace, len(code.code))


def _indented(text: str, start: int) -> int:
    """To the first line that is not indented below the one at `start`; a closing word still belongs to it."""
    begin = text.rfind("\n", 0, start) + 1
    depth = _depth(text[begin : begin + 200])
    at = text.find("\n", start)
    while at >= 0:
        end = text.find("\n", at + 1)
        line = text[at + 1 : end if end >= 0 else len(text)]
        if line.strip() and _depth(line) <= depth:
            return at + 1 + len(line) if ENDED.fullmatch(line.strip()) else at
        at = end
    return len(text)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _lines(code: str) -> int:
    return sum(1 for line in code.split("\n") if line.strip())
