"""A profile in a git repository: its files taken out of git's objects, and nothing of theirs run."""

from __future__ import annotations

import posixpath
import shutil
from collections.abc import Iterator
from pathlib import Path

from folio.document import Document, read
from folio.errors import FolioError
from folio.options import STATE, Options
from folio.profile.load import FILE
from folio.profile.own_pages import FOLDER as PAGES
from folio.repository.git.extracting import Files, extract, files_of
from folio.repository.git.network import Network
from folio.repository.git.opening import opened

MOST_FILES = 2_000
MOST_BYTES = 64 << 20


def take(address: str, folder: Path, options: Options, scratch: Path) -> None:
    """Puts the profile of a repository and what it encloses into `folder`.

    What it says was seen of it stays behind: anybody can write that down, so folio looks itself. What was there of an
    earlier run gives way, apart from evidence and caches. Raises FolioError where the repository can't be read, holds
    no profile at its top, or more than a profile takes.
    """
    network = Network(allow_private=options.allow_private, authority=options.authority)
    with opened(address, base=scratch, scratch=scratch, offline=options.offline, network=network) as repository:
        files = files_of(repository, repository.commit)
        if FILE not in files:
            raise FolioError(f"there is no {FILE} at the top of the repository; add it, or name another repository")
        _clear(folder)
        extract(repository, {FILE: files[FILE]}, folder, most=MOST_BYTES)
        if not (folder / FILE).is_file():
            raise FolioError(f"its {FILE} is too large; shorten it")
        wanted = {path: files[path] for path in sorted(_wanted(read(folder / FILE, name=FILE), files))}
        if len(wanted) > MOST_FILES:
            raise FolioError(f"the profile encloses over {MOST_FILES:,} files; name fewer")
        extract(repository, wanted, folder, most=MOST_BYTES)


def _clear(folder: Path) -> None:
    for one in folder.iterdir():
        if one.name != STATE:
            shutil.rmtree(one) if one.is_dir() and not one.is_symlink() else one.unlink()


def _wanted(document: Document, files: Files) -> Iterator[str]:
    """The files that the profile names, and what stands beside its texts: translations and pictures."""
    named = {posixpath.normpath(text) for text in _texts(document.data) if len(text) < 500}
    beside = tuple({posixpath.dirname(one) for one in named if one.endswith(".md") and one in files})
    for path in files:
        if path.lower().startswith(f"{STATE}/"):
            continue
        is_beside = any(not one or path.startswith(f"{one}/") for one in beside)
        if path in named or path.startswith(f"{PAGES}/") or (is_beside and _is_material(path)):
            yield path


def _is_material(path: str) -> bool:
    return path.lower().endswith((".md", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".svg"))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)
