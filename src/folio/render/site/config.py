"""What a site generator is told: `mkdocs.yml` for the folder, and the files for search engines."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from folio.portfolio.site.model import Portfolio
from folio.portfolio.site.words import SiteWords, site_words
from folio.portfolio.words import direction
from folio.render.artifact import Artifact
from folio.render.site.looks import SiteLook
from folio.render.site.security import policy
from folio.render.site.verbatim import EXTENSION

_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def as_json(value: object) -> str:
    """`value` as JSON on one line that every YAML reader takes for the same value."""
    text = json.dumps(value, ensure_ascii=False)
    return _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def fields(values: Mapping[str, object]) -> str:
    """One `key: value` line each, the values as JSON: front matter, or a whole mkdocs.yml."""
    return "".join(f"{key}: {as_json(value)}\n" for key, value in values.items())


def read_fields(text: str) -> dict[str, Any]:
    """What `fields` wrote; ValueError where it wrote something else. Reading it as the YAML it is takes 50 ms."""
    lines = (line.partition(": ") for line in text.splitlines())
    return {key: json.loads(value) for key, _, value in lines}


def initials(name: str) -> str:
    """The first letters of the first and the last name."""
    words = name.split()
    return "".join(word[0] for word in (words[0], *words[1:][-1:])).upper() if words else ""


_ASK = {"email": "write_to_me", "phone": "call_me", "calendar": "book_a_call", "website": "visit_my_website"}


def action(portfolio: Portfolio) -> dict[str, str] | None:
    """The words and the address of the button that gets in touch; None when there is no way to."""
    line = portfolio.call_to_action
    if not line or not line.href:
        return None
    words = site_words(portfolio.language)
    label = words[_ASK[line.kind]] if line.kind in _ASK else words["find_me_on"].format(name=line.label)
    return {"label": label, "href": line.href}


def language(
    portfolio: Portfolio,
    words: SiteWords,
    navigation: Sequence[Mapping[str, str | None]],
    footer: Sequence[Mapping[str, str]],
    documents: Mapping[str, str],
) -> dict[str, object]:
    """What the frame of the pages in one language needs to know."""
    return {
        "locale": portfolio.language,
        "direction": direction(words.locale),
        "prefix": portfolio.prefix,
        "name": portfolio.name,
        "headline": portfolio.headline,
        "navigation": list(navigation),
        "footer": list(footer),
        "action": action(portfolio),
        "contact": [
            {"kind": line.kind, "label": line.label, "text": line.text, "href": line.href} for line in portfolio.contact
        ],
        "documents": [{"path": path, "label": label} for path, label in documents.items()],
        "today": portfolio.today_text or portfolio.today.isoformat(),
        "has_marks": any(case.badges for case in portfolio.work),
        "words": dict(words),
    }


def mkdocs_yml(portfolio: Portfolio, languages: Sequence[Mapping[str, object]], look: SiteLook) -> Artifact:
    """The configuration of the folder: for the site as a whole from its first portfolio, then for each language.

    Markdown does as little as it can, because the pages are HTML already, and the theme's own style and script are left
    out, because folio brings a design of its own.
    """
    theme = {
        "name": "material",
        "custom_dir": "overrides",
        "font": False,
        "favicon": "assets/favicon.svg",
        "features": [],
    }
    folio = {
        "today": portfolio.today.isoformat(),
        "csp": policy(portfolio),
        "preload": list(look.preload),
        "theme_color": {"light": look.light, "dark": look.dark},
        "analytics": asdict(portfolio.analytics) if portfolio.analytics else None,
        "first": portfolio.language,
        "languages": {str(one["locale"]): one for one in languages},
    }
    values: dict[str, object] = {
        "site_name": portfolio.name,
        "site_description": portfolio.headline,
        **({"site_url": portfolio.site_url.rstrip("/") + "/"} if portfolio.site_url else {}),
        "theme": theme,
        "plugins": [],
        "markdown_extensions": [EXTENSION],
        "extra_css": ["assets/folio.css"],
        "nav": [{portfolio.name: "index.md"}],  # the frame of a page brings its own, which needs nobody's help
        "not_in_nav": "*.md\n",
        "exclude_docs": "/assets/javascripts/\n/assets/stylesheets/\n/assets/images/\n",
        "extra": {"folio": folio},
    }
    return Artifact.of("mkdocs.yml", fields(values))
