"""How one run goes: the day, the network and the places, as arguments."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from folio.evidence.access import GITHUB_API

if TYPE_CHECKING:
    from folio.evidence.privacy import Redact

log = logging.getLogger("folio")

STATE = ".folio"
"""The folder beside the profile that holds evidence, caches and the site's pages."""
FINGERPRINTS = "fingerprints"
"""The folder in it for fingerprints of the person's own."""
DEFAULT_PLATFORM = "direct-client"
ALL = "all"
"""In place of a platform's name: every platform that ships with folio."""


@dataclass(frozen=True, slots=True)
class Options:
    """How one run goes. The clock is one of them: nothing below reads the time."""

    today: date
    offline: bool = False
    refresh: bool = False
    """Look again at what has not changed, too."""
    platforms: tuple[str, ...] = (DEFAULT_PLATFORM,)
    """Platforms folio knows, `all` of them, or rubrics of one's own; what needs one platform takes the first."""
    state: Path | None = None
    """Where evidence and caches are kept; beside the profile when None."""
    redact: Redact | None = None
    """Hash the paths in private repositories, or in all."""
    fingerprints: Path | None = None
    """A folder of fingerprints beside those that folio ships and those among the evidence."""
    watch: Callable[[str, bool], None] | None = None
    """Hears of each thing that was looked at, and whether anew."""
    expect: Callable[[int], None] | None = None
    """Hears how many things are to be looked at, perhaps in several parts."""
    token: Callable[[], str | None] | None = field(default=None, repr=False)
    """Finds a token for GitHub when one is needed; None asks as anybody."""
    github_api: str = GITHUB_API
    clock: datetime | None = None
    """The moment of the run; noon of the day when None."""
    max_age: int = 1
    """Days for which what was seen on the network stands before it is looked at again."""
    allow_private: bool = False
    """Also contact private, loopback and link-local addresses, as people do who test at home."""
    overrides: tuple[str, ...] = ()
    """Fields of the profile that are set in place of what its file says, such as `resume.theme=modern`."""
    authority: Path | None = None
    """The certificates to trust in place of the system's."""
    stored: bool = False
    """Look at nothing and write nothing of it: what was seen before is all that is seen."""
    stranger: bool = False
    """The profile is somebody else's: no path of its leads out of its folder, its own templates are not used, and
    what the run comes to is no part of its history."""


def state_folder(folder: Path, options: Options) -> Path:
    """Where evidence and caches of the profile in `folder` are kept: as asked for, else beside it, else here."""
    if options.state is not None:
        return options.state
    if os.access(folder, os.W_OK):
        return folder / STATE
    here = Path.cwd() / STATE
    _tell(folder, here)
    return here


@cache
def _tell(folder: Path, here: Path) -> None:
    """Once: nobody looks for what was seen in a folder that they happen to stand in."""
    log.warning("%s can't be written; what is seen is kept in %s (--state says where else)", folder, here)
