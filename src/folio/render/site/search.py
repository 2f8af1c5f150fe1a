"""What the site's own search looks through: a list of pages that a script loads when somebody searches."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping

from folio.render.artifact import Artifact
from folio.render.site.config import as_json

MOST = 2_000
"""Characters of a page's text."""
NOT_SAID = re.compile(r"<(nav|header|script)\b.*?</\1>", re.DOTALL)
BLOCK = re.compile(r"</(?:p|li|h[1-6]|d[dt]|t[dhr]|pre|blockquote|figcaption|summary|div|section)>")
TAG = re.compile(r"<[^>]*>")
BETWEEN = " · "


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
    """The words of a page on one line, with a dot between its blocks."""
    blocks = TAG.sub("", BLOCK.sub("\0", NOT_SAID.sub(" ", body))).split("\0")
    return BETWEEN.join(filter(None, (" ".join(html.unescape(one).split()) for one in blocks)))
