"""How a page tells a generator's Markdown that it is HTML already."""

from __future__ import annotations

MARK = "<!-- folio: the rest is HTML -->"
"""The first line of a page; without `folio.website.verbatim`, a comment like any other."""
EXTENSION = "folio.website.verbatim"


def verbatim(body: str) -> str:
    """`body`, marked, and without what Python-Markdown looks for before it looks for HTML: the fences of code blocks.

    So it also comes through where somebody builds the folder without the extension.
    """
    return MARK + "\n" + body.replace("`", "&#96;").replace("~", "&#126;")
