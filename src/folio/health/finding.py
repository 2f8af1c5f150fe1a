"""What a check is given, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

State = Literal["ok", "note", "trouble"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    about: str
    state: State
    found: str
    todo: str = ""
    """What to do; empty where nothing is to be done."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The machine as a run of folio meets it: nothing below reads the environment or the clock by itself."""

    environ: Mapping[str, str]
    clock: datetime
    profile: Path = Path()
    named: bool = False
    """Whether somebody named the profile: that there is none is then trouble."""
    state: Path | None = None
    """Where evidence is kept, if not beside the profile."""
    out: Path = Path("out")
    overrides: tuple[str, ...] = ()
    offline: bool = False
    authority: Path | None = None
    python: tuple[int, int, int] = (3, 11, 0)
    encoding: str = "utf-8"
    """Of standard output."""
    columns: int | None = None
    """Of the terminal; None where there is none."""
    variables: frozenset[str] = field(default_factory=frozenset)
    """Every variable that stands for an option of folio's."""

    @property
    def folder(self) -> Path:
        """The profile's folder, there or not."""
        return self.profile.parent if self.profile.suffix in (".yaml", ".yml") else self.profile

    @property
    def kept(self) -> Path:
        """Where evidence and caches of the profile are."""
        from folio.options import Options, state_folder

        return state_folder(self.folder, Options(today=self.clock.date(), state=self.state))


def ok(about: str, found: str) -> Finding:
    return Finding(about, "ok", found)


def note(about: str, found: str, todo: str = "") -> Finding:
    """Something that works less well than it could, or needs nobody's attention now."""
    return Finding(about, "note", found, todo)


def trouble(about: str, found: str, todo: str) -> Finding:
    """Something that folio, or a part of it, does not work with."""
    return Finding(about, "trouble", found, todo)
