"""Code as a sample of hashed shingles, which tells whose code it is like and keeps none of it.

A shingle is twelve tokens in a row: names as they stand, strings and numbers blanked, comments and space left out, so
that a copy is known by its code after it was typed again, reformatted or given other texts. One shingle in sixteen is
kept, chosen by what it holds: two samples then share what the whole sets share, and their sizes stay in proportion.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from itertools import accumulate
from struct import pack, unpack
from zlib import crc32

from folio.repository.classify import DASHES, HASH, Kind, language
from folio.repository.scan import File, Mark
from folio.repository.tree import Tree

DETECTOR = "shingles"
"""The name of the marks among those of the detectors."""
TOKENS = 12
"""Source: rubric, `scan.originality`."""
NAMES = 3
"""Different names that a shingle has; rows of numbers are alike everywhere."""
ONE_IN = 16
VERSION = 1
"""Goes up when the same code gives other hashes: fingerprints that were made before say nothing then."""

# Every alternative takes what it looked at, a string that is never closed to its end, so that the time is linear.
TEXT = "|".join(
    rf"{q}(?:{q}{q}(?>(?:[^{q}\\]+|\\[\s\S]|{q}(?!{q}{q}))*)(?:{q}{q}{q})?|(?:[^{q}\\\n]+|\\[\s\S])*+{q}?)"
    for q in "\"'"
)
TEMPLATE = r"`(?:[^`\\]+|\\[\s\S])*+`?"
BLOCK = r"/\*(?>(?:[^*]+|\*(?!/))*)(?:\*/)?"
NAME, NUMBER = r"[^\W\d]\w*", r"\d[\w.]*"
AFTER_HASH = re.compile(rf"{NAME}|[^\w\s#\"']|{NUMBER}|{TEXT}|#[^\n]*")
AFTER_DASHES = re.compile(rf"{NAME}|--[^\n]*|{BLOCK}|[^\w\s\"']|{NUMBER}|{TEXT}")
AFTER_SLASHES = re.compile(rf"{NAME}|//[^\n]*|{BLOCK}|[^\w\s\"'`]|{NUMBER}|{TEXT}|{TEMPLATE}")
COMMENT = re.compile(r"#.|//|/\*|--")


def scan(file: File) -> Iterator[Mark]:
    """One mark for a file of code: its sample, packed."""
    if not file.compared or file.kind not in (Kind.SOURCE, Kind.EXAMPLE, Kind.TEST):
        return
    if file.ending == "ipynb":
        found = sampled(file.notebook.code, "Python") if file.notebook else frozenset()
    else:
        name = language(file.path)
        found = sampled(file.text, name) if name else frozenset()
    if found:
        yield Mark(DETECTOR, note=packed(found))


def sampled(text: str, name: str) -> frozenset[int]:
    """The sample of a text in the programming language `name`, as hashes of 64 bits."""
    pattern = AFTER_HASH if name in HASH else AFTER_DASHES if name in DASHES else AFTER_SLASHES
    tokens = pattern.findall(text)
    blanked = {token: _blanked(token) for token in set(tokens)}
    kept = list(filter(None, map(blanked.__getitem__, tokens)))
    nibbles = {one: _nibble(one) for one in set(blanked.values())}
    sums = [0, *accumulate(map(nibbles.__getitem__, kept))]
    chosen = (
        kept[at : at + TOKENS]
        for at, (before, after) in enumerate(zip(sums, sums[TOKENS:], strict=False))
        if not (after - before) % ONE_IN
    )
    return frozenset(_hashed(" ".join(one)) for one in chosen if len(set(filter(str.isidentifier, one))) >= NAMES)


def _blanked(token: str) -> str:
    first = token[0]
    if first in "\"'`":
        return '""'
    if first.isdigit():
        return "0"
    return "" if first in "#/-" and COMMENT.match(token) else token


@lru_cache(maxsize=1 << 15)
def _nibble(token: str) -> int:
    """A hash of four bits; those of a shingle's tokens together decide whether it is kept."""
    return crc32(token.encode("utf-8", "replace")) % ONE_IN


def _hashed(shingle: str) -> int:
    return int.from_bytes(blake2b(shingle.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def packed(hashes: Iterable[int]) -> str:
    """The hashes as text, sorted."""
    rows = sorted(hashes)
    return b64encode(pack(f">{len(rows)}Q", *rows)).decode("ascii")


def unpacked(text: str) -> frozenset[int]:
    """What `packed` was given; raises ValueError when it is something else."""
    content = b64decode(text, validate=True)
    if len(content) % 8:
        raise ValueError("not whole hashes")
    return frozenset(unpack(f">{len(content) // 8}Q", content))


def samples(tree: Tree) -> dict[str, frozenset[int]]:
    """Of each file of own code, tests and examples among it, its sample."""
    found = tree.marks(DETECTOR, Kind.SOURCE, Kind.TEST, Kind.EXAMPLE)
    return {path: unpacked(mark.note) for path, mark in found}


def contained(one: frozenset[int], other: frozenset[int]) -> int:
    """How much of the first sample is in the second, in thousandths."""
    return len(one & other) * 1000 // len(one) if one else 0
