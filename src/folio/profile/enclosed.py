"""The files a profile encloses: read from its folder and from nowhere else."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from folio.errors import FolioError
from folio.profile.fields import as_line
from folio.profile.manuscript import EnclosedError, Manuscript, parsed, read_enclosed, read_text, translation
from folio.profile.model import Profile
from folio.profile.nda import mention
from folio.profile.own_pages import PageFile, page_files
from folio.profile.record import Article

MAX_PICTURE = 10 << 20


def picture(folder: Path, relative: str) -> bytes:
    """A picture's bytes, by what they are and not by their name. Raises EnclosedError.

    PNG, JPEG, WebP, GIF and AVIF by their first bytes; SVG only where all that it shows is in the file itself.
    """
    from folio.profile.drawing import reaches_out

    content = read_enclosed(folder, relative, limit=MAX_PICTURE)
    if content.startswith((b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8")) or content[8:12] == b"WEBP":
        return content
    if content[4:8] == b"ftyp":
        return content
    if b"<svg" in content[:2000]:
        if what := reaches_out(content):
            raise EnclosedError(f"an SVG {what}; export it as a plain drawing")
        return content
    raise EnclosedError("not a PNG, JPEG, WebP, GIF, AVIF or SVG picture")


@dataclass(frozen=True, slots=True)
class Enclosures:
    """Every file that the profile encloses and that a page needs."""

    manuscripts: Mapping[str, Manuscript]
    """By article id."""
    pictures: Mapping[tuple[str, str], bytes]
    """By article id, or the file of a page of the person's, and the address written in its text."""
    photo: bytes | None = None
    projects: Mapping[str, bytes] = field(default_factory=dict)
    """The pictures of the projects, by project id."""
    pages: Mapping[str, PageFile] = field(default_factory=dict)
    """The person's own pages, by site path."""
    own: str | None = None
    """The profile's own language, where these are for a further one: articles that are not `translated` are in it."""
    translated: frozenset[str] = frozenset()


def enclosures(profile: Profile, folder: Path, *, own: str | None = None) -> Enclosures:
    """Reads everything the profile encloses; raises FolioError with every file that can't be used.

    `own` is the profile's own language, where this is the profile in a further one: `x.de.md` is read then in place of
    the article `x.md` that stands beside it.
    """
    further = profile.language if own and own != profile.language else None
    translated: set[str] = set()
    manuscripts: dict[str, Manuscript] = {}
    pictures: dict[tuple[str, str], bytes] = {}
    projects: dict[str, bytes] = {}
    photo: bytes | None = None
    wrong: list[str] = []
    for article in profile.articles or ():
        if article.file is None:
            continue
        file = article.file
        if further and (other := translation(folder, file, further)):
            file = other
            translated.add(article.id)
        try:
            text = parsed(read_text(folder, file), file)
        except EnclosedError as error:
            wrong.append(f"{file}: {error}")
            continue
        wrong += [f"{file}: {what}" for what in _names_under_nda(_whole(text), profile)]
        manuscripts[article.id] = text
        for address in _images(text.body):
            try:
                pictures[article.id, address] = picture(folder, beside(file, address))
            except EnclosedError as error:
                wrong.append(f"{file}: {address}: {error}")
    for project in profile.projects or ():
        if project.picture:
            try:
                projects[project.id] = picture(folder, project.picture.file)
            except EnclosedError as error:
                wrong.append(f"{project.picture.file}: {error}")
    if profile.photo:
        try:
            photo = picture(folder, profile.photo.file)
        except EnclosedError as error:
            wrong.append(f"{profile.photo.file}: {error}")
    for brief in dict.fromkeys(one.brief for one in profile.targets or () if one.brief):
        try:
            read_enclosed(folder, brief)
        except EnclosedError as error:
            wrong.append(f"{brief}: {error}")
    pages: dict[str, PageFile] = {}
    for page in page_files(folder, profile.language):
        if isinstance(page, EnclosedError):
            wrong.append(str(page))
            continue
        wrong += [f"{page.file}: {what}" for what in _names_under_nda(_whole(page.text), profile)]
        pages[page.path] = page
        for address in _images(page.text.body):
            try:
                pictures[page.file, address] = picture(folder, beside(page.file, address))
            except EnclosedError as error:
                wrong.append(f"{page.file}: {address}: {error}")
    wrong += [
        f"{pages[f'{tag}/'].file}: at the address of the site in '{tag}'; give it another name"
        for tag in profile.site.locales
        if f"{tag}/" in pages
    ]
    if wrong:
        raise FolioError("\n".join(sorted(wrong)))
    return Enclosures(manuscripts, pictures, photo, projects, pages, own if further else None, frozenset(translated))


def titled(profile: Profile, enclosed: Enclosures) -> Profile:
    """A profile in a further language, its articles called what their translations call themselves."""
    if not enclosed.translated:
        return profile
    articles = tuple(
        _titled(one, enclosed.manuscripts[one.id]) if one.id in enclosed.translated else one
        for one in profile.articles or ()
    )
    return profile.model_copy(update={"articles": articles})


def _titled(article: Article, text: Manuscript) -> Article:
    heading = re.match(r"\s*# +(\S.*)", text.body)
    title = text.title or (as_line(heading[1]) if heading else None) or article.title
    return article.model_copy(update={"title": title, "summary": text.summary or article.summary})


def _whole(text: Manuscript) -> str:
    return "\n".join(filter(None, (text.title, text.summary, text.menu, *text.tags, text.body)))


def _images(text: str) -> set[str]:
    """The addresses of the pictures in a text that are files of the person's."""
    if "![" not in text:
        return set()
    from folio.markdown import outline

    return {one for one in outline(text).images if "://" not in one}


def _names_under_nda(text: str, profile: Profile) -> Iterator[str]:
    for client in profile.clients:
        if client.nda and mention(client.name).search(text):
            yield f"holds the name of '{client.id}', who is under NDA; write '{client.public_name}' instead"


def beside(file: str, address: str) -> str:
    """The path of what `address` means in a text at `file`; both relative to the profile's folder."""
    return str(PurePosixPath(os.path.normpath(PurePosixPath(file).parent / address)))
