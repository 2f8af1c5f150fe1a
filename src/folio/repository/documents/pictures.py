"""Pictures that documents show: which files they name, and which of these are figures rather than ornaments."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote

from folio.repository.text import numbered, without_fences, words

ENDINGS = words("png jpg jpeg svg gif webp avif pdf tif tiff bmp eps")
MOST = 5_000
"""Pictures of one document."""
SHOWN = re.compile(
    r"!\[[^\]\n]{0,300}\]\(\s*<?([^()\s>]{1,400})"
    r"|<img\b[^<>]{0,300}?\bsrc\s*=\s*[\"']?([^\"'\s>]{1,400})"
    r"|^[ \t]*\.\.[ \t]+(?:\|\w+\|[ \t]+)?(?:image|figure)::[ \t]*(\S{1,400})"
    r"|\\includegraphics(?:\[[^\]\n]{0,200}\])?\{([^}\n]{1,400})\}"
    r"|include_graphics\(\s*[\"']([^\"'\n]{1,400})",
    re.I | re.M,
)
ORNAMENT = re.compile(
    r"(^|[^a-z])(logos?|badges?|icons?|favicon|avatars?|banners?|header|cover|social|qr|button|screen[-_ ]?shots?"
    r"|screencast|demo|architecture|diagrams?|flow[-_]?charts?|workflow|schema|erd|uml|mascot|emoji|portrait)([^a-z]|$)",
    re.I,
)
"""Words in the name of a picture that shows no data."""
HOSTED = re.compile(
    r"https?://(?:raw\.githubusercontent\.com/[^/]+/[^/]+/(?:refs/heads/)?[^/]+"
    r"|git(?:hub|lab)\.com/[^/]+/[^/]+/(?:-/)?(?:blob|raw)/[^/]+)/([^?#]+)",
    re.I,
)


def is_figure(path: str) -> bool:
    """Whether a file is a picture that can show data, by its name."""
    name = path.rsplit("/", 1)[-1]
    return name.rsplit(".", 1)[-1].lower() in ENDINGS and not ORNAMENT.search(name)


def named(path: str, text: str) -> Iterator[tuple[int, str]]:
    """Where the document at `path` shows a picture, and each path in the repository that could be meant."""
    text = without_fences(text) if "```" in text or "~~~" in text else text
    for line, found in numbered(text, islice(SHOWN.finditer(text), MOST)):
        target = next(group for group in found.groups() if group)
        yield from ((line, one) for one in _candidates(posixpath.dirname(path), target))


def _candidates(folder: str, target: str) -> Iterator[str]:
    if hosted := HOSTED.match(target):
        yield unquote(hosted[1])
        return
    if "://" in target or target.startswith(("data:", "attachment:", "#")):
        return
    bare = unquote(target.partition("?")[0].partition("#")[0])
    top = folder.partition("/")[0]
    for below in (folder, "", top) if bare.startswith("/") else (folder,):
        inside = posixpath.normpath(posixpath.join(below, bare.lstrip("/")))
        if not inside.startswith(".."):
            yield inside
            if "." not in inside.rsplit("/", 1)[-1]:  # LaTeX leaves the ending out
                yield from (f"{inside}.{ending}" for ending in ("pdf", "png"))
