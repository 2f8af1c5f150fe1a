"""Keys that look live, by the forms their issuers publish. Source: rubric, `no-committed-secrets`.

A finding holds the kind and the line; the key itself is not kept anywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from math import log2

from folio.repository.classify import Kind
from folio.repository.keys import KEYS, pattern
from folio.repository.model import Place
from folio.repository.scan import File, Mark
from folio.repository.tree import Tree

PLACEHOLDER = re.compile(r"EXAMPLE|x{6,}|0{8,}|1234567|abcdef|your[-_]|placeholder|dummy|redacted|sample|fake", re.I)
MAX_PLACES = 50


def scan(file: File) -> Iterator[Mark]:
    """Every key outside tests and vendored files; placeholders are left out."""
    if file.kind in (Kind.TEST, Kind.VENDORED):
        return
    for kind, anchor, form in KEYS:
        if anchor not in file.text:
            continue
        for match in pattern(form).finditer(file.text):
            if not PLACEHOLDER.search(match[0]) and _is_random(match[0]):
                yield Mark(kind, file.line(match.start()))


def detect(tree: Tree) -> tuple[Place, ...]:
    """The keys, sorted by place."""
    found = set(tree.places("secrets"))
    return tuple(sorted(found, key=lambda one: (one.path, one.line, one.name))[:MAX_PLACES])


def _is_random(key: str) -> bool:
    """Whether the characters are as mixed as those of a real key: above three bits each."""
    counts = Counter(key[-40:])
    total = sum(counts.values())
    return -sum(count / total * log2(count / total) for count in counts.values()) > 3.0
