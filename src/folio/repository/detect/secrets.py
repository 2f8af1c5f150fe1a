"""Keys that look live, by the forms their issuers publish. Source: rubric, `no-committed-secrets`.

A finding holds the kind and the line; the key itself is not kept anywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from math import log2

from folio.repository.classify import Kind
from folio.repository.model import Place
from folio.repository.scan import File, Mark
from folio.repository.tree import Tree

KEYS: tuple[tuple[str, str, str], ...] = (
    # kind, what must occur in the file, the form of the key
    ("AWS access key", "AKIA", r"\bAKIA[A-Z2-7]{16}\b"),
    ("AWS access key", "ASIA", r"\bASIA[A-Z2-7]{16}\b"),
    *(("GitHub token", f"gh{one}_", rf"\bgh{one}_[A-Za-z0-9]{{36,251}}\b") for one in "pousr"),
    ("GitHub token", "github_pat_", r"\bgithub_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}\b"),
    ("GitLab token", "glpat-", r"\bglpat-[A-Za-z0-9_-]{20,}\b"),
    ("Slack token", "xox", r"\bxox[abprs]-\d{8,}-[A-Za-z0-9-]{20,}"),
    ("Slack webhook", "hooks.slack.com", r"hooks\.slack\.com/services/T[A-Z0-9]{8,}/B[A-Z0-9]{8,}/[A-Za-z0-9]{20,}"),
    ("Google API key", "AIza", r"\bAIza[A-Za-z0-9_-]{35}\b"),
    ("Stripe key", "_live_", r"\b[rs]k_live_[A-Za-z0-9]{24,}\b"),
    ("OpenAI key", "T3BlbkFJ", r"\bsk-(?:proj-|svcacct-)?[A-Za-z0-9_-]{20,}T3BlbkFJ[A-Za-z0-9_-]{20,}"),
    ("Anthropic key", "sk-ant-", r"\bsk-ant-(?:api|admin)\d\d-[A-Za-z0-9_-]{80,}"),
    ("Hugging Face token", "hf_", r"\bhf_[A-Za-z]{34}\b"),
    ("npm token", "npm_", r"\bnpm_[A-Za-z0-9]{36}\b"),
    ("PyPI token", "pypi-AgE", r"\bpypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,}"),
    ("SendGrid key", "SG.", r"\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}\b"),
    ("Telegram token", ":AA", r"\b\d{8,10}:AA[A-Za-z0-9_-]{33}\b"),
    ("Azure storage key", "AccountKey=", r"AccountKey=[A-Za-z0-9+/]{86}=="),
    ("DigitalOcean token", "dop_v1_", r"\bdop_v1_[a-f0-9]{64}\b"),
    ("Databricks token", "dapi", r"\bdapi[a-f0-9]{32}\b"),
    ("private key", "PRIVATE KEY-----", r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*(?:\\n)?[A-Za-z0-9+/=\s\\]{64,}"),
)
PATTERNS = tuple((kind, anchor, re.compile(form)) for kind, anchor, form in KEYS)
PLACEHOLDER = re.compile(r"EXAMPLE|x{6,}|0{8,}|1234567|abcdef|your[-_]|placeholder|dummy|redacted|sample|fake", re.I)
MAX_PLACES = 50


def scan(file: File) -> Iterator[Mark]:
    """Every key outside tests and vendored files; placeholders are left out."""
    if file.kind in (Kind.TEST, Kind.VENDORED):
        return
    for kind, anchor, pattern in PATTERNS:
        if anchor not in file.text:
            continue
        for match in pattern.finditer(file.text):
            if not PLACEHOLDER.search(match[0]) and _is_random(match[0]):
                yield Mark(kind, file.line(match.start()))


def detect(tree: Tree) -> tuple[Place, ...]:
    """The keys, sorted by place."""
    found = set(tree.places("secrets"))
    return tuple(sorted(found, key=lambda one: (one.path, one.line, one.name))[:MAX_PLACES])


def without_keys(text: str) -> str:
    """The text with every key of these forms taken out, also one that only looks live."""
    for kind, anchor, pattern in PATTERNS:
        if anchor in text:
            text = pattern.sub(f"[{kind}]", text)
    return text


def _is_random(key: str) -> bool:
    """Whether the characters are as mixed as those of a real key: above three bits each."""
    counts = Counter(key[-40:])
    total = sum(counts.values())
    return -sum(count / total * log2(count / total) for count in counts.values()) > 3.0
