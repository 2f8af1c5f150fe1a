"""The files a profile encloses: read from its folder and from nowhere else."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from folio.document import parse
from folio.errors import FolioError, InputError
from folio.profile.model import Profile
from folio.profile.nda import mention
from folio.profile.record import Article

ACTIVE_SVG = re.compile(rb"<\s*(script|foreignObject|iframe|use[^>]+http)|\son\w+\s*=|javascript:|<!ENTITY", re.I)
"""What an SVG must not hold to be shown on a page of the person's."""

MAX_TEXT = 1 << 20
MAX_PICTURE = 10 << 20


class EnclosedError(FolioError):
    """A file that a profile names and that can't be used; the text says why."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An article's text, and what its front matter says (unknown fields are left alone)."""

    body: str
    title: str | None = None
    date: str | None = None
    summary: str | None = None
    canonical: str | None = None
    tags: tuple[str, ...] = ()


def read_enclosed(folder: Path, relative: str, *, limit: int = MAX_TEXT) -> bytes:
    """The bytes of the file `relative` inside `folder`.

    Opened part by part without following symbolic links, so that what is opened is what was named, whatever the path
    is spelt like. Raises EnclosedError for anything outside, missing, special, or over `limit` bytes.
    """
    path = PurePosixPath(relative)
    if not path.parts or path.is_absolute() or ".." in path.parts or "\\" in relative or "\0" in relative:
        raise EnclosedError("not a path inside the profile's folder")
    sys.audit("folio.read", os.path.join(folder, path))  # the parts are opened by names that mean nothing elsewhere
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise EnclosedError((error.strerror or "can't be read").lower()) from None
    try:
        for part in path.parts[:-1]:
            inner = os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=descriptor)
            os.close(descriptor)
            descriptor = inner
        file = os.open(path.name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=descriptor)
    except OSError as error:
        raise EnclosedError((error.strerror or "can't be read").lower()) from None
    finally:
        os.close(descriptor)
    status = os.fstat(file)
    if not stat.S_ISREG(status.st_mode) or status.st_size > limit:
        os.close(file)
        kind = f"{status.st_size:,} bytes; at most {limit:,} are read" if stat.S_ISREG(status.st_mode) else ""
        raise EnclosedError(kind or "not a regular file")
    with os.fdopen(file, "rb") as stream:
        return stream.read(limit)


def manuscript(folder: Path, article: Article) -> Manuscript | None:
    """The text of an article that is a file; None for one that lives elsewhere. Raises EnclosedError."""
    if article.file is None:
        return None
    try:
        text = read_enclosed(folder, article.file).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise EnclosedError("not UTF-8; save the file as UTF-8") from None
    text = text.replace("\r\n", "\n")
    if not text.startswith("---\n") or "\n---\n" not in text:
        return Manuscript(text)
    header, _, body = text[4:].partition("\n---\n")
    try:
        data = parse(header.encode(), name=article.file).data
    except InputError as error:
        problem = error.problems[0]
        raise EnclosedError(f"line {problem.position.line + 1}: {problem.what}; {problem.todo}") from None
    fields = data if isinstance(data, dict) else {}
    tags = fields.get("tags")
    return Manuscript(
        body=body,
        **{name: _text(fields.get(name)) for name in ("title", "date", "summary", "canonical")},
        tags=tuple(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
    )


def picture(folder: Path, relative: str) -> bytes:
    """A picture's bytes, by what they are and not by their name. Raises EnclosedError.

    PNG, JPEG, WebP, GIF and AVIF by their first bytes; SVG only without anything that acts.
    """
    content = read_enclosed(folder, relative, limit=MAX_PICTURE)
    if content.startswith((b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8")) or content[8:12] == b"WEBP":
        return content
    if content[4:8] == b"ftyp":
        return content
    if b"<svg" in content[:2000]:
        if ACTIVE_SVG.search(content):
            raise EnclosedError("an SVG with a script, a handler or an outside reference; export it without them")
        return content
    raise EnclosedError("not a PNG, JPEG, WebP, GIF, AVIF or SVG picture")


def figure(folder: Path, relative: str) -> bytes:
    """A picture that documents show: as `picture`, and an SVG only where all that it shows is in the file itself."""
    from folio.profile.drawing import reaches_out

    content = picture(folder, relative)
    if b"<svg" in content[:2000] and (what := reaches_out(content)):
        raise EnclosedError(f"an SVG {what}; export it as a plain drawing")
    return content


@dataclass(frozen=True, slots=True)
class Enclosures:
    """Every file that the profile encloses and that a page needs."""

    manuscripts: Mapping[str, Manuscript]
    """By article id."""
    pictures: Mapping[tuple[str, str], bytes]
    """By article id and the address written in its text."""
    photo: bytes | None = None
    projects: Mapping[str, bytes] = field(default_factory=dict)
    """The pictures of the projects, by project id."""


def enclosures(profile: Profile, folder: Path) -> Enclosures:
    """Reads everything the profile encloses; raises FolioError with every file that can't be used."""
    manuscripts: dict[str, Manuscript] = {}
    pictures: dict[tuple[str, str], bytes] = {}
    projects: dict[str, bytes] = {}
    photo: bytes | None = None
    wrong: list[str] = []
    for article in profile.articles or ():
        try:
            text = manuscript(folder, article)
        except EnclosedError as error:
            wrong.append(f"{article.file}: {error}")
            continue
        if text is not None and article.file is not None:
            wrong += [f"{article.file}: {what}" for what in _names_under_nda(text.body, profile)]
            manuscripts[article.id] = text
            for address in _images(text.body):
                try:
                    pictures[article.id, address] = picture(folder, beside(article.file, address))
                except EnclosedError as error:
                    wrong.append(f"{article.file}: {address}: {error}")
    for project in profile.projects or ():
        if project.picture:
            try:
                projects[project.id] = figure(folder, project.picture.file)
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
    if wrong:
        raise FolioError("\n".join(sorted(wrong)))
    return Enclosures(manuscripts, pictures, photo, projects)


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


def _text(value: object) -> str | None:
    return " ".join(value.split()) if isinstance(value, str) and value.strip() else None
