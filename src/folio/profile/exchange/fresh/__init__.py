"""FRESH, the format of HackMyResume and FluentCV.

https://www.npmjs.com/package/fresh-resume-schema, versions 0.x and 1.0.0-beta
"""

from folio.profile.exchange.given import Json


def is_one(document: Json) -> bool:
    """Whether it calls itself FRESH, or lists employment as only FRESH does."""
    meta, employment = document.get("meta"), document.get("employment")
    named = meta.get("format") if isinstance(meta, dict) else None
    if isinstance(named, str) and named.upper().startswith("FRESH"):
        return True
    return isinstance(employment, dict) and isinstance(employment.get("history"), list) and "basics" not in document
