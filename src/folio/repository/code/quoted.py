"""SQL in the strings of other languages than Python: found by how it begins, read up to where the string ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from folio.repository.text import words

MAX_STRING = 20_000
MAX_STRINGS = 2_000
BEGINS = re.compile(
    r"(?P<long>\"\"\")|(?P<tick>`)|(?P<raw>\br#\")|(?P<paren>R\"\w{0,16}\()|(?P<verbatim>@\$?\"|\$@\")"
    r"|<<[-~]?['\"]?(?P<heredoc>[A-Za-z_]\w{0,30})['\"]?[^\n]{0,100}\n|(?P<double>\")|(?P<single>')"
)
STATEMENT = re.compile(
    r"\s{0,200}(?:--[^\n]{0,200}\n\s{0,200}){0,5}"
    r"\(?(select|with|insert|update|delete|merge|create|alter|copy)\s",
    re.I,
)
QUICK = re.compile(r"\bselect\b|\binsert\s+into\b|\bcreate\s+\w+\b|\bmerge\s+into\b|\bdelete\s+from\b|\bupdate\s", re.I)
"""What one of the strings has to hold: a quick no for most files."""
ENDS = {"long": '"""', "tick": "`", "raw": '"#', "paren": ')"'}
FORMS = {
    **dict.fromkeys(words("js jsx ts tsx mjs cjs vue svelte"), words("tick double single")),
    **dict.fromkeys(words("java scala kt kts swift"), words("long double")),
    **dict.fromkeys(words("c cpp cc cxx h hpp"), words("paren double")),
    **dict.fromkeys(words("sh bash zsh rb"), words("heredoc double single")),
    "go": words("tick double"),
    "cs": words("long verbatim double"),
    "rs": words("raw double"),
    "r": words("double single"),
    "jl": words("long double"),
    "php": words("heredoc double single"),
}
"""Ending -> the forms that strings have in the language. Add one here."""
SEAM = re.compile(r"[ \t]*[+.&]?[ \t]*\n?[ \t]*(?:[+.&][ \t]*)?\"|[ \t]*\\\n[ \t]*\"")
"""Between two strings that are put together: `"SELECT a " + "FROM b"`."""
HOLE = re.compile(r"\$\{[^{}\n]{0,200}\}|#\{[^{}\n]{0,200}\}|\$\w{1,40}|(?<=[=( ,])\{\w{0,40}\}|%[sdv]")
COMMENT = re.compile(r"[ \t]*(//|#|\*|--|/\*)")


def begins_like_sql(text: str) -> bool:
    """Whether a text could hold a statement at all."""
    return QUICK.search(text) is not None


def statements(ending: str, text: str) -> Iterator[tuple[int, str]]:
    """Where each string begins that begins like SQL (a position), and what it says, values filled in as `x`.

    One in a comment line is left out.
    """
    forms = FORMS.get(ending)
    at = count = 0
    while forms and count < MAX_STRINGS and (begin := BEGINS.search(text, at)):
        form = str(begin.lastgroup)
        at = begin.end() if form in forms else begin.start() + 1
        if form not in forms or not STATEMENT.match(text, begin.end()):
            continue
        count += 1
        line = text.rfind("\n", 0, begin.start()) + 1
        said, at = _inside(text, begin.end(), form, begin["heredoc"])
        if not COMMENT.match(text, line, begin.start()):
            yield begin.start(), HOLE.sub("x", said.replace("\\n", " ").replace("\\t", " "))


def _inside(text: str, begin: int, form: str, name: str | None) -> tuple[str, int]:
    """What the string says that begins here, and where it ends."""
    limit = min(len(text), begin + MAX_STRING)
    if form in ENDS or form == "heredoc":
        end = text.find(ENDS.get(form) or f"\n{name}", begin, limit)
        if end < 0 and form == "heredoc":
            end = text.find(str(name), begin, limit)
        return (text[begin:end], end + 1) if end >= 0 else ("", begin)
    quote, parts = ("'" if form == "single" else '"'), list[str]()
    while (end := _closed(text, begin, limit, quote, form)) >= 0:
        parts.append(text[begin:end])
        seam = SEAM.match(text, end + 1, limit) if form == "double" else None
        if seam is None:
            return " ".join(parts), end + 1
        begin = seam.end()
    return "", begin


def _closed(text: str, begin: int, limit: int, quote: str, form: str) -> int:
    """Where the quote stands that ends the string; one that is escaped or doubled does not."""
    while (end := text.find(quote, begin, limit)) >= 0:
        escaped = text[max(begin, end - 20) : end]
        if form == "verbatim":
            if text[end + 1 : end + 2] != quote:
                return end
            begin = end + 2
        elif (len(escaped) - len(escaped.rstrip("\\"))) % 2 == 0:
            return end
        else:
            begin = end + 1
    return -1
