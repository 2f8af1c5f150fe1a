"""Of RenderCV's design and locale what folio has as well: the paper and the language."""

from __future__ import annotations

import re
from typing import Any

from folio.profile.exchange.given import Json

LANGUAGES = {
    "english": "en", "arabic": "ar", "danish": "da", "dutch": "nl", "french": "fr", "german": "de", "hebrew": "he",
    "hindi": "hi", "hungarian": "hu", "indonesian": "id", "italian": "it", "japanese": "ja", "korean": "ko",
    "mandarin_chinese": "zh", "norwegian_bokmål": "nb", "norwegian_nynorsk": "nn", "persian": "fa",
    "portuguese": "pt", "russian": "ru", "spanish": "es", "turkish": "tr", "vietnamese": "vi",
}  # fmt: skip
FORMER = {"mandarin_chineese": "zh"}
"""As RenderCV 2.3 spelled it."""
TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
PAPERS = {"a4": "A4", "a4paper": "A4", "us-letter": "letter", "letterpaper": "letter"}


def language(document: Json) -> str:
    """The tag of the language that RenderCV writes months and the like in."""
    for name in ("locale", "locale_catalog"):
        said = _inner(document, name, "language")
        if isinstance(said, str) and (tag := (LANGUAGES | FORMER).get(said.strip().lower())):
            return tag
        if isinstance(said, str) and TAG.fullmatch(said.strip()):
            return said.strip()
    return "en"


def paper(document: Json) -> str | None:
    """The size of paper, as a profile names it."""
    said = _inner(document, "design", "page", "size") or _inner(document, "design", "page_size")
    return PAPERS.get(said.strip().lower()) if isinstance(said, str) else None


def shown(tag: str, size: str | None) -> Json:
    """Both in RenderCV's words, as far as it has them."""
    names = {code: name for name, code in LANGUAGES.items()}
    name = names.get(tag) or names.get(tag.partition("-")[0])
    found: Json = {}
    if size:
        found["design"] = {"theme": "classic", "page": {"size": {"A4": "a4", "letter": "us-letter"}[size]}}
    if name and name != "english":
        found["locale"] = {"language": name}
    return found


def _inner(value: Any, *path: str) -> Any:
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value
