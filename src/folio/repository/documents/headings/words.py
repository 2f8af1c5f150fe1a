"""The words of every language, and which kinds of them a text holds."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent
TOPIC, TOPICS = "topic:", "topics"
SECTIONS = ("headings", "labels", "prose", TOPICS)
UNSPACED = (
    ("\u1100", "\u11ff"),
    ("\u3040", "\u30ff"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uac00", "\ud7af"),
    ("\uf900", "\ufaff"),
)
"""Letters of scripts in which a word need not stand apart."""
WORD = re.compile(r"\w+")
MAX_TEXT = 20_000
MAX_HEADING = 300

Language = dict[str, dict[str, list[str]]]


@dataclass(slots=True)
class _Index:
    """Where to look a text's words up; a pattern of a thousand words takes half a second to compile."""

    begins: dict[str, list[tuple[str, bool, str]]] = field(default_factory=dict)
    """By their first three letters: words, whether more letters may follow, and the kind."""
    touching: list[tuple[str, str]] = field(default_factory=list)
    whole: dict[str, set[str]] = field(default_factory=dict)
    kinds: set[str] = field(default_factory=set)


@lru_cache(maxsize=1)
def files() -> dict[str, Language]:
    """What stands in each of the files, by its name."""
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))}


def _topics_alone() -> dict[str, Language]:
    """The last section of each language's file, which scoring asks for alone: a third of what there is to read."""
    found: dict[str, Language] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        _, head, rest = path.read_text("utf-8").partition(f"\n[{TOPICS}]\n")
        found[path.stem] = tomllib.loads(head + rest)
    return found


def languages() -> dict[str, Language]:
    """The words of each language, by its code."""
    return {code: file for code, file in files().items() if code != "others"}


def matches(text: str, kind: str) -> bool:
    """Whether a heading, a label or a paragraph holds a word of the kind, in any language."""
    if kind not in _index().kinds:
        raise KeyError(kind)
    return kind in kinds(text)


def kinds(text: str) -> frozenset[str]:
    """The kinds of which a text holds a word."""
    return _kinds_of_heading(text) if len(text) <= MAX_HEADING else _kinds(text)


@lru_cache(maxsize=1 << 13)
def _kinds_of_heading(text: str) -> frozenset[str]:
    """Headings come again and again; paragraphs do not."""
    return _kinds(text)


def _kinds(text: str) -> frozenset[str]:
    return _found(text, _index())


def _found(text: str, index: _Index) -> frozenset[str]:
    plain = simplified(text)
    found = index.whole.get(plain.strip(" .:%"), set()) | index.whole.get(_bare(plain), set())
    word = WORD if plain.isascii() else _spaced_word()
    for start in (one.start() for one in word.finditer(plain)):
        for said, open_end, kind in index.begins.get(plain[start : start + 3], ()):
            if plain.startswith(said, start) and (open_end or not word.match(plain, start + len(said))):
                found.add(kind)
    if _is_touching(plain):
        found |= {kind for said, kind in index.touching if said in plain}
    return frozenset(found)


@lru_cache(maxsize=1 << 13)
def topics(text: str) -> tuple[str, ...]:
    """The fundamentals that a title or heading names, sorted."""
    return tuple(sorted(kind.removeprefix(TOPIC) for kind in _found(text, _index_of_topics())))


def _bare(text: str) -> str:
    """A heading without its number, picture and punctuation."""
    letters = [at for at, letter in enumerate(text[:MAX_HEADING]) if letter.isalpha()]
    return text[letters[0] : letters[-1] + 1] if letters else ""


@lru_cache(maxsize=1)
def _index() -> _Index:
    return _indexed(languages())


@lru_cache(maxsize=1)
def _index_of_topics() -> _Index:
    return _indexed(_topics_alone())


def _indexed(languages: dict[str, Language]) -> _Index:
    index = _Index()
    for language in languages.values():
        for section in SECTIONS:
            for name, words in language.get(section, {}).items():
                kind = TOPIC + name if section == TOPICS else name
                index.kinds.add(kind)
                for word in words:
                    _enter(index, kind, word)
    return index


def _enter(index: _Index, kind: str, word: str) -> None:
    plain = simplified(word.strip("=*"))
    if word.startswith("="):
        index.whole.setdefault(plain, set()).add(kind)
    elif _is_touching(plain):
        index.touching.append((plain, kind))
    else:
        index.begins.setdefault(plain[:3], []).append((plain, word.endswith("*"), kind))


def _is_touching(text: str) -> bool:
    """Whether a letter of such a script is in it."""
    return not text.isascii() and any(first <= one <= last for one in text for first, last in UNSPACED)


@lru_cache(maxsize=1)
def _spaced_word() -> re.Pattern[str]:
    """A word of the other scripts; so many letters take a while to compile, and most texts have none of them."""
    unspaced = "".join(f"{first}-{last}" for first, last in UNSPACED)
    return re.compile(rf"[^\W{unspaced}]+")


def simplified(text: str) -> str:
    """Small letters without accents, words parted by single spaces."""
    text = text[:MAX_TEXT]
    if text.isascii():
        plain = text.casefold().replace("`", "'")
    else:
        plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
        plain = re.sub(r"[\u0300-\u036f]", "", plain).replace("\u0131", "i")  # a Turkish i has no dot to lose
        plain = unicodedata.normalize("NFC", re.sub(r"[\u2018\u2019\u02bc`\u00b4]", "'", plain))
    return " ".join(re.sub(r"[-_/\u2010-\u2015]+", " ", plain).split())
