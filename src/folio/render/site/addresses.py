"""Addresses within the site: templates and prose give site paths, and pages need them from where they lie."""

from __future__ import annotations

import re
from collections.abc import Container

TAG = re.compile(r'<[a-zA-Z](?:[^<>"]|"[^"]*")*>')
ATTRIBUTE = re.compile(r'(\s[a-zA-Z-]+=)"([^"]*)"')
ELSEWHERE = re.compile(r"[#/?.]|[a-zA-Z][a-zA-Z0-9+.-]*:")


def relative(body: str, path: str, *, prefix: str, files: Container[str]) -> str:
    """`body` with every address that is a site path made relative to its page.

    `path` is the page's own within its language, which begins at `prefix`. What begins with "assets/" or is one of
    `files` lies in the site's root and is the same for all languages; anything else is a page.
    """
    to_language = "../" * path.count("/")
    to_root = to_language + "../" * prefix.count("/")

    def attribute(found: re.Match[str]) -> str:
        name, value = found.groups()
        if name.strip() == "srcset=":
            return f'{name}"{", ".join(from_here(one) for one in value.split(", "))}"'
        return f'{name}"{from_here(value)}"' if name.strip() in ("href=", "src=") else found[0]

    def from_here(value: str) -> str:
        if not value or ELSEWHERE.match(value):
            return value
        shared = value.startswith("assets/") or value in files
        return f"{(to_root if shared else to_language) or './'}{value}"

    return TAG.sub(lambda tag: ATTRIBUTE.sub(attribute, tag[0]), body)
