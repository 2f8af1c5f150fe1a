"""Repairs to built HTML that no template can make, because the theme's base page writes those parts.

Material for MkDocs and Zensical write them in nearly the same words.
"""

from __future__ import annotations

import re

_LEFT_OVER = re.compile(
    r'\s*<input class="md-toggle"[^>]*>'
    r'|\s*<label class="md-overlay"[^>]*></label>'
    r'|\s*<div data-md-component="(?:skip|announce)">\s*(?:<a href="#__skip" class="md-skip">\s*</a>\s*)?</div>'
    r'|\s*<div class="md-dialog" data-md-component="dialog"[^>]*>\s*<div class="[^"]*"></div>\s*</div>'
)
_BLANK = re.compile(r"\n[ \t]*(?=\n)")


def finish(html: str) -> str:
    """`html` without the theme's drawer, search and dialog, which folio's pages don't use and validators refuse.

    Pages that don't have them come back as they are.
    """
    head, found, body = html.partition("<body")
    if not found or 'class="folio' not in body:
        return html
    body, main, rest = body.partition('<main class="md-main"')
    cleaned = _LEFT_OVER.sub("", body) + main + _dialog_removed(rest)
    return _BLANK.sub("", head) + found + cleaned


def _dialog_removed(rest: str) -> str:
    """The dialog stands after the page's footer; what a person wrote stands before it and is left alone."""
    page, footer, tail = rest.rpartition("</footer>")
    return page + footer + _LEFT_OVER.sub("", tail) if footer else rest
