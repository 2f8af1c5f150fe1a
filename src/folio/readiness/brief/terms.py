"""The terms of a brief: names of tools, languages and methods, found by what is known and by how names are written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from folio.readiness.brief.names import NAMES
from folio.readiness.claims.showing import name
from folio.readiness.claims.skill_words import ORDINARY, SHOWN_BY

LONGEST_BRIEF = 100_000
"""Characters that are read of a brief."""
WORDS = 4
"""Words of the longest term."""

TOKEN = re.compile(r"(?:(?<!\S)\.)?[^\W_](?:[\w.+#/&-]*[\w+#])?")
SENTENCE = re.compile(r"(?:[.!?:;•]\s|\n\s*[-*•]?\s*|^\s*[-*•]?\s*)$")
SHAPED = re.compile(
    r"[A-Za-z]+[+#]{1,2}|[A-Z]{2,6}s?|[A-Z]?[a-z]+[A-Z]\w*|[A-Z][A-Z]+[a-z]+\w*|[A-Za-z]+\.(?:js|ai|io|py|NET)|"
    r"[A-Z]+\d+|[a-z]+\d+[a-z]*"
)
"""How names of tools are written: C++, ETL, PySpark, MLflow, Node.js, S3."""
EVERYDAY = frozenset([
    "a1", "a2", "b1", "b2", "c1", "c2",
    "am", "asap", "bst", "ceo", "cest", "cet", "cfo", "coo", "cto", "cv", "dm", "eea", "eg", "est", "etc", "eu", "eur",
    "faq", "fte", "gbp", "hr", "id", "ie", "ii", "iii", "it", "kpi", "kpis", "llc", "ltd", "nda", "ny", "ok", "okr",
    "okrs", "pdf", "pm", "po", "ps", "pst", "pto", "q1", "q2", "q3", "q4", "rfp", "roi", "sla", "slas", "sow", "tbd",
    "uk", "us", "usa", "usd", "utc", "vat", "vp",
])  # fmt: skip
"""Capitals that name no skill, and levels of languages."""
LEADING = re.compile(r"(?:,|/|\(|\b(?:with|using|like|e\.g\.|including|knowledge of|fluent in|mit|avec))\s*$")
"""What stands before a name in a list of names."""


def terms(brief: str, known: Iterable[str] = ()) -> tuple[tuple[str, int], ...]:
    """Each term as the brief first writes it, and how often it is there.

    Found are the names in `known`, those that folio knows, and words that are written as names of tools are, or stand
    with a capital in a list. The longest name wins: `Apache Spark` is not `Spark` as well.
    """
    text = brief[:LONGEST_BRIEF]
    names = _vocabulary(known)
    tokens = list(TOKEN.finditer(text))
    first: dict[str, str] = {}
    count: Counter[str] = Counter()
    at = 0
    while at < len(tokens):
        length, said = _longest(text, tokens, at, names)
        if said is None and _is_name(text, tokens[at]):
            length, said = 1, name(tokens[at][0])
        if said:
            first.setdefault(said, text[tokens[at].start() : tokens[at + length - 1].end()])
            count[said] += 1
        at += length
    return tuple((" ".join(first[said].split()), times) for said, times in count.items())


def _vocabulary(known: Iterable[str]) -> frozenset[str]:
    shown = (one for names in SHOWN_BY.values() for one in names.split())
    return frozenset((*map(name, known), *NAMES, *SHOWN_BY, *ORDINARY, *shown)) - {""}


def _longest(text: str, tokens: list[re.Match[str]], at: int, names: frozenset[str]) -> tuple[int, str | None]:
    """How many tokens from `at` on are a name that is known, and that name."""
    for length in range(min(WORDS, len(tokens) - at), 0, -1):
        start, end = tokens[at].start(), tokens[at + length - 1].end()
        written = text[start:end]
        if length > 1 and re.search(r"[,;:()\n.!?]", written):
            continue
        said = name(written)
        if said in names and (said not in ORDINARY or _is_meant(text, tokens[at])):
            return length, said
    return 1, None


def _is_meant(text: str, token: re.Match[str]) -> bool:
    """Whether an everyday word is written as a name: with a capital that no sentence gives it."""
    return token[0][0].isupper() and not SENTENCE.search(text[: token.start()][-20:])


def _is_name(text: str, token: re.Match[str]) -> bool:
    word = token[0]
    if word.casefold() in EVERYDAY or len(word) > 30:
        return False
    if SHAPED.fullmatch(word):
        return True
    before = text[: token.start()][-20:]
    listed = LEADING.search(before) is not None
    return len(word) > 2 and word[0].isupper() and word[1:].islower() and listed
