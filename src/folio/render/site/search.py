"""What the site's own search looks through: a list of pages that a script loads when somebody searches."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping

from folio.render.artifact import Artifact
from folio.render.site.config import as_json

MOST = 2_000
"""Characters of a page's text."""
NOT_SAID = re.compile(r"<(nav|header|script)\b.*?</\1>|<[^>]*>", re.DOTALL)


def search_index(prefix: str, pages: Iterable[tuple[str, Mapping[str, str], str]]) -> Artifact:
    """`search.json` of one language from the path, head and HTML of each page: title, path, kind and text."""
    found = [
        {
            "title": head["title"].partition(" · ")[0] if path else head["title"],
            "path": path,
            "kind": path.partition("/")[0],
            "text": _text(body)[:MOST],
        }
        for path, head, body in pages
    ]
    return Artifact.of(f"docs/{prefix}search.json", as_json(found) + "\n")


def _text(body: str) -> str:
    return " ".join(html.unescape(NOT_SAID.sub(" ", body)).split())
