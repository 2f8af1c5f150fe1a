"""Themes, looks and languages that a profile asks for and that there are not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from folio.document import Document, KeyPath
from folio.errors import FolioError, Problem
from folio.schema import suggestion


def unknown_looks(overrides: Path | None) -> Callable[[Document], Iterator[Problem]]:
    """Finds every theme, look and language of a profile that there is not; the person's own themes and looks count."""

    def find(document: Document) -> Iterator[Problem]:
        whole = document.data if isinstance(document.data, dict) else {}
        for kind, path in _themes(whole):
            yield from _unless_theme(document, kind, path, overrides)
        yield from _unless_look(document, overrides)
        for path in _languages(whole):
            yield from _unless_language(document, path)

    return find


def _themes(whole: dict[str, object]) -> Iterator[tuple[str, KeyPath]]:
    yield "resume", ("resume", "theme")
    yield from (("resume", ("targets", number, "look", "theme")) for number in _numbers(whole, "targets"))
    yield from (("pitch", ("pitches", number, "theme")) for number in _numbers(whole, "pitches"))


def _languages(whole: dict[str, object]) -> Iterator[KeyPath]:
    look = whole.get("resume")
    yield ("resume", "locale") if isinstance(look, dict) and look.get("locale") else ("language",)
    yield from (("targets", number, "look", "locale") for number in _numbers(whole, "targets"))
    yield from (("pitches", number, "language") for number in _numbers(whole, "pitches"))
    site = whole.get("site")
    locales = site.get("locales") if isinstance(site, dict) else None
    yield from (("site", "locales", number) for number in range(len(locales) if isinstance(locales, list) else 0))


def _numbers(whole: dict[str, object], section: str) -> range:
    part = whole.get(section)
    return range(len(part) if isinstance(part, list) else 0)


def _unless_theme(document: Document, kind: str, path: KeyPath, overrides: Path | None) -> Iterator[Problem]:
    if isinstance(name := _at(document, path), str):
        from folio.render.paper import themes

        known = themes(kind, overrides=overrides)
        if name not in known:
            yield document.problem(path, f"there is no {kind} theme '{name}'", suggestion(name, list(known)))


def _unless_look(document: Document, overrides: Path | None) -> Iterator[Problem]:
    path = ("site", "look")
    if isinstance(name := _at(document, path), str):
        from folio.render.site.looks import looks

        known = looks(overrides)
        if name not in known:
            yield document.problem(path, f"there is no look '{name}'", suggestion(name, list(known)))


def _unless_language(document: Document, path: KeyPath) -> Iterator[Problem]:
    if isinstance(tag := _at(document, path), str):
        from folio.portfolio.words import words

        try:
            words(tag)
        except FolioError as error:
            what, _, todo = str(error).partition("; ")
            other = "; or write 'locale: en' under 'resume'" if path == ("language",) else ""
            yield document.problem(path, what, f"{todo}{other}")


def _at(document: Document, path: KeyPath) -> object:
    return document.at(path) if path in document.values else None
