"""The profile from its file: a value, or every problem in it at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from folio.document import Document, read
from folio.errors import FolioError, InputError, Problem
from folio.profile.cross_check import cross_check
from folio.profile.languages import nearest, said_again, site_languages
from folio.profile.localised import Written, in_locale, may_be_written_apart, written
from folio.profile.model import Profile
from folio.schema import validate

FILE = "profile.yaml"


def locate(path: str | Path) -> Path:
    """The profile's file for a path that names it or its folder; raises FolioError when there is none."""
    given = Path(path)
    file = given / FILE if given.is_dir() else given
    if not file.is_file():
        folder = file.parent if file.suffix in (".yaml", ".yml") else file
        raise FolioError(f"{file}: there is no profile here; start one with 'folio init {folder}'")
    return file


Further = Callable[[Document], Iterable[Problem]]
"""Finds what only a layer above the profile can know to be wrong in it."""


def document(path: str | Path, overrides: Sequence[str] = ()) -> Document:
    """The profile as it is written, with what is set in its place (see `overrides`)."""
    found = read(locate(path))
    if not overrides:
        return found
    from folio.profile.overrides import overridden

    return overridden(found, overrides)


def load(
    path: str | Path,
    *,
    locale: str | None = None,
    further: Further | None = None,
    overrides: Sequence[str] = (),
) -> Profile:
    """The profile at `path`, a file or the folder that holds `profile.yaml`.

    In the language that `locale` means, as far as it is written in it; in its own when there is none or no such one.
    `overrides` are fields to set in place of what the file says, such as `resume.theme=modern`. Raises InputError with
    every problem that was found in any of its languages, sorted by line; FolioError when there is no file.
    """
    found = load_each(path, further=further, overrides=overrides)
    return found[nearest(locale or "", tuple(found))]


def load_each(path: str | Path, *, further: Further | None = None, overrides: Sequence[str] = ()) -> dict[str, Profile]:
    """The profile in each of its languages by their tags, its own first; raises as `load` does.

    Those are the site's, and those of résumés and pitches in which at least one text is written.
    """
    return each_of(document(path, overrides), further=further)


def each_of(given: Document, *, further: Further | None = None) -> dict[str, Profile]:
    """The same from a document that was read already."""
    problems = [*said_again(given), *(further(given) if further else ())]
    said = written(given) if may_be_written_apart(given) else Written(site_languages(given))
    found, wrong = _checked(given, said)
    if wrong and not said.texts:
        said = written(given)  # texts for languages that the profile does not speak
        found, wrong = _checked(given, said)
    if problems or wrong or said.problems:
        raise InputError((*problems, *wrong, *said.problems))
    return found


def _checked(document: Document, said: Written) -> tuple[dict[str, Profile], list[Problem]]:
    """The profile in each of its languages, and what is wrong in them apart from what is known to be."""
    found: dict[str, Profile] = {}
    wrong: list[Problem] = []
    for tag in said.languages:
        version = in_locale(document, tag, said) if said.texts or len(said.languages) > 1 else document
        problems = [*cross_check(version)]
        try:
            found[tag] = validate(Profile, version)
        except InputError as error:
            problems += error.problems
        wrong += (one for one in problems if not said.explains(one))
    return found, wrong
