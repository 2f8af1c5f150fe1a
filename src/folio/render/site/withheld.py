"""The last look at a site before it is built: no name under NDA, however it got there.

Fields are checked where they are read, at their line. This sees what only comes together on a page: a name with
emphasis in the middle, in a tag, a file's name, or a template.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable

from folio.errors import FolioError
from folio.portfolio.site.words import site_words
from folio.profile.discretion import discreet
from folio.profile.model import Profile
from folio.render.artifact import Artifact

TEXTS = (".md", ".json", ".xml", ".txt")
TAG = re.compile(r"<[^>]*>")


def refuse_withheld(artifacts: Iterable[Artifact], profile: Profile) -> None:
    """Raises FolioError with every page, feed or file that tells a name under NDA, in its path or its text."""
    clean = discreet(_told_apart(profile))
    telling = [
        one.path.removeprefix("docs/")
        for one in artifacts
        if one.path.startswith("docs/") and any(clean(text) != text for text in _said(one))
    ]
    pages = [path for path in telling if path.endswith(".md")]  # what is made from pages tells it with them
    if telling:
        todo = "tells the name of a client under NDA; look at its text, tags and file names"
        raise FolioError("\n".join(f"{path}: {todo}" for path in pages or telling))


def _said(artifact: Artifact) -> Iterable[str]:
    yield artifact.path
    if artifact.path.endswith(TEXTS):
        text = artifact.content.decode()
        yield text
        yield unicodedata.normalize("NFKC", html.unescape(TAG.sub("", text)))


def _told_apart(profile: Profile) -> Profile:
    """The profile without clients whose name is a word of folio's own on the site: one called Work is on every page."""
    words = "\n".join(site_words(profile.language).values())

    def alone(number: int) -> Profile:
        return profile.model_copy(update={"clients": profile.clients[number : number + 1]})

    told = [one for number, one in enumerate(profile.clients) if one.nda and discreet(alone(number))(words) == words]
    return profile.model_copy(update={"clients": tuple(told)})
