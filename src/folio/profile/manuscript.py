"""Texts in the profile's folder: read from there and from nowhere else, with what their front matter says."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from folio.document import parse
from folio.errors import FolioError, InputError
from folio.profile.languages import broader
from folio.profile.record import Article

MAX_TEXT = 1 << 20


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
    menu: str | None = None
    """Its word in the navigation, for a page."""
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
    return parsed(read_text(folder, article.file), article.file) if article.file else None


def translation(folder: Path, file: str, locale: str) -> str | None:
    """The file beside `file` that has its text in a language, or in a broader one: `x.de.md` for `x.md`."""
    path = PurePosixPath(file)
    for tag in broader(locale):
        other = str(path.with_name(f"{path.stem}.{tag}{path.suffix}"))
        sys.audit("folio.read", os.path.join(folder, other))  # that it is not there may change
        if os.path.lexists(os.path.join(folder, other)):
            return other
    return None


def read_text(folder: Path, file: str) -> str:
    """The text of a file in UTF-8, its lines ending as on Unix. Raises EnclosedError."""
    try:
        text = read_enclosed(folder, file).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise EnclosedError("not UTF-8; save the file as UTF-8") from None
    return text.replace("\r\n", "\n")


def parsed(text: str, file: str) -> Manuscript:
    """A text and its front matter. Raises EnclosedError where that is no YAML."""
    if not text.startswith("---\n") or "\n---\n" not in text:
        return Manuscript(text)
    header, _, body = text[4:].partition("\n---\n")
    try:
        data = parse(header.encode(), name=file).data
    except InputError as error:
        problem = error.problems[0]
        raise EnclosedError(f"line {problem.position.line + 1}: {problem.what}; {problem.todo}") from None
    fields = data if isinstance(data, dict) else {}
    tags = fields.get("tags")
    return Manuscript(
        body=body,
        **{name: _text(fields.get(name)) for name in ("title", "date", "summary", "canonical", "menu")},
        tags=tuple(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
    )


def _text(value: object) -> str | None:
    return " ".join(value.split()) if isinstance(value, str) and value.strip() else None
