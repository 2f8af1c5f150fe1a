"""All checks, one after the other; each may fail in a way of its own, and the others go on."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from folio.errors import FolioError
from folio.health.finding import Finding, Surroundings, trouble

CHECKS = {
    "python": "Python",
    "packages": "packages",
    "pdf": "Pango",
    "fonts": "fonts",
    "git": "git",
    "extras": "extras",
    "places": "places",
    "terminal": "terminal",
    "github": "GitHub",
    "profile": "profile",
}
"""The modules beside this one, each with a function `look`, and what each is about."""


def examined(around: Surroundings) -> Iterator[Finding]:
    """Every finding, as soon as it is made. A check that can't be imported is a finding as well."""
    for module, about in CHECKS.items():
        try:
            yield from import_module(f"folio.health.{module}").look(around)
        except ImportError as error:
            yield trouble(about, f"a package is missing or broken: {_short(error)}", "install folio again")
        except FolioError as error:
            what, _, todo = _short(error).partition("; ")
            yield trouble(about, what, todo or "see above")
        except Exception as error:  # noqa: BLE001 - half of the machine may be broken, and the rest is to be told
            yield trouble(about, f"could not be looked at: {type(error).__name__}: {_short(error)}", "please report it")


def _short(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
