"""What a shell offers for values that folio knows; it reads the profile as text and imports no engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from folio.document import Document

PLATFORMS = ("direct-client", "toptal", "braintrust", "upwork", "arc", "malt", "lemon-io", "contra")
Complete = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]


def _offering(values: Callable[[click.Context, str], Iterable[str]], *, paths: bool = False) -> Complete:
    """Offers values that begin as typed; with `paths`, files where there is none. Never raises."""

    def complete(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        try:
            found = [CompletionItem(one) for one in values(context, incomplete) if one.startswith(incomplete)]
        except Exception:  # noqa: BLE001 - a traceback in the middle of a line helps nobody
            found = []
        return [*found, CompletionItem(incomplete, type="file")] if paths and not found else found

    return complete


def _ids_of(section: str) -> Callable[[click.Context, str], Iterable[str]]:
    return lambda context, _: _ids(_document(context), section)


def _document(context: click.Context) -> Document:
    """The profile that the words so far name, else the one that is here."""
    from folio.document import read

    given = _given(context)
    return read(given / "profile.yaml" if given.is_dir() else given)


def _given(context: click.Context) -> Path:
    """The profile's path; click leaves arguments unread behind an option that has no value yet."""
    return Path(context.args[-1] if context.args else context.params.get("profile") or ".")


def _ids(document: Document, section: str) -> list[str]:
    whole = document.data if isinstance(document.data, dict) else {}
    entries = whole.get(section)
    return (
        [str(one["id"]) for one in entries if isinstance(one, dict) and "id" in one]
        if isinstance(entries, list)
        else []
    )


def _catalogue() -> Document:
    from importlib.util import find_spec

    from folio.document import read

    found = find_spec("folio")
    return read(Path(found.origin or "").parent / "readiness" / "rubric" / "catalogue.yaml" if found else Path())


def _checks(context: click.Context, incomplete: str) -> list[str]:
    catalogue = _catalogue()
    return ["level", *_ids(catalogue, "categories"), *_ids(catalogue, "checks")]


def _themes(kind: str, *further: str) -> Callable[[click.Context, str], Iterable[str]]:
    def values(context: click.Context, incomplete: str) -> Iterable[str]:
        from folio.render.paper import themes

        given = _given(context)
        own = (given if given.is_dir() else given.parent) / "templates"
        return (*themes(kind, overrides=own), *further)

    return values


platform = _offering(lambda context, _: PLATFORMS)
platform_or_all = _offering(lambda context, _: (*PLATFORMS, "all"))
level = _offering(lambda context, _: _ids(_catalogue(), "levels"))
check = _offering(_checks, paths=True)
target = _offering(_ids_of("targets"))
pitch = _offering(_ids_of("pitches"), paths=True)
day = _offering(lambda context, _: ("first", "last"), paths=True)
resume_theme = _offering(_themes("resume"))
resume_theme_or_all = _offering(_themes("resume", "all"))
pitch_theme = _offering(_themes("pitch"))
