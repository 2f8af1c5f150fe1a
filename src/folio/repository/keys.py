"""The forms of keys that look live, as their issuers publish them."""

from __future__ import annotations

import re
from functools import cache

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


@cache
def pattern(form: str) -> re.Pattern[str]:
    """A form of `KEYS`, compiled when a text first calls for it: most never do."""
    return re.compile(form)


def without_keys(text: str) -> str:
    """The text with every key of these forms taken out, also one that only looks live."""
    for kind, anchor, form in KEYS:
        if anchor in text:
            text = pattern(form).sub(f"[{kind}]", text)
    return text
