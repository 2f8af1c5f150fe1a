"""The person's own pages of the site: the Markdown files in the profile's `pages/` folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from folio.profile.languages import broader
from folio.profile.manuscript import EnclosedError, Manuscript, parsed, read_text

FOLDER = "pages"
MOST = 200
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
FILE = re.compile(rf"(?P<name>{NAME.pattern})(?:\.(?P<locale>[A-Za-z]{{2,3}}(?:-[A-Za-z0-9]{{2,8}})*))?\.md")


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page: where it will be on the site, and the file that has its text in one language."""

    path: str
    """A site path: "uses/", "services/care/"; "" for `index.md`."""
    file: str
    """Relative to the profile's folder."""
    text: Manuscript


def page_files(folder: Path, locale: str) -> Iterator[PageFile | EnclosedError]:
    """Every page in a language: `uses.de.md` where it is there, for `de-AT` as well, else `uses.md`; and what is wrong
    with a file.

    Symbolic links are left alone.
    """
    found: dict[str, dict[str, str]] = {}
    for file in _listed(folder / FOLDER, ""):
        match = FILE.fullmatch(file.rpartition("/")[2])
        if not match:
            yield EnclosedError(f"{FOLDER}/{file}: name it with small letters, digits and hyphens, such as 'uses.md'")
            continue
        place = file.rpartition("/")[0]
        name = "" if match["name"] == "index" else f"{match['name']}/"
        path = f"{place}/{name}" if place else name
        found.setdefault(path, {})[match["locale"] or ""] = file
    for path, files in sorted(found.items()):
        chosen = next((files[tag] for tag in (*broader(locale), "") if tag in files), None)
        if chosen is None:
            continue
        file = f"{FOLDER}/{chosen}"
        try:
            text = parsed(read_text(folder, file), file)
            if not text.title:
                raise EnclosedError("has no title; begin the file with '---', 'title: ...' and '---'")
            yield PageFile(path, file, text)
        except EnclosedError as error:
            yield EnclosedError(f"{file}: {error}")


def _listed(folder: Path, below: str) -> Iterator[str]:
    """The Markdown files, by their path in the folder, no more than three folders deep."""
    if not folder.is_dir() or folder.is_symlink():
        return
    entries = sorted(os.scandir(folder), key=lambda one: one.name)[:MOST]
    for one in entries:
        path = f"{below}{one.name}"
        if one.is_dir(follow_symlinks=False) and NAME.fullmatch(one.name) and path.count("/") < 3:
            yield from _listed(folder / one.name, f"{path}/")
        elif one.is_file(follow_symlinks=False) and one.name.endswith(".md"):
            yield path
