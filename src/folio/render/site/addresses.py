"""Addresses within the site: templates and prose give site paths, and pages need them from where they lie."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from folio.render.site.picture_size import picture_size

TAG = re.compile(r'<[a-zA-Z](?:[^<>"]|"[^"]*")*>')
ATTRIBUTE = re.compile(r'(\s[a-zA-Z-]+=)"([^"]*)"')
ELSEWHERE = re.compile(r"[#/?.]|[a-zA-Z][a-zA-Z0-9+.-]*:")


def relative(body: str, path: str, *, prefix: str, files: Container[str], pictures: Mapping[str, bytes]) -> str:
    """`body` with every address that is a site path made relative to its page, and every picture with its size.

    `path` is the page's own within its language, which begins at `prefix`. What begins with "assets/" or is one of
    `files` or `pictures` lies in the site's root and is the same for all languages; anything else is a page.
    """
    to_language = "../" * path.count("/")
    to_root = to_language + "../" * prefix.count("/")

    def attribute(found: re.Match[str]) -> str:
        name, value = found.groups()
        if name.strip() not in ("href=", "src=") or not value or ELSEWHERE.match(value):
            return found[0]
        shared = value.startswith("assets/") or value in files or value in pictures
        size = picture_size(pictures[value]) if value in pictures and name.strip() == "src=" else None
        room = f' width="{size[0]}" height="{size[1]}"' if size else ""
        return f'{name}"{(to_root if shared else to_language) or "./"}{value}"{room}'

    return TAG.sub(lambda tag: ATTRIBUTE.sub(attribute, tag[0]), body)
