"""What a source is given: the thing to look at, and what it may use to look at it."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from folio.evidence.privacy import Redact
    from folio.repository.origin.fingerprints import Fingerprint

GITHUB_API = "https://api.github.com"


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing to look at: the profile's name for it (`project:shelfcast`), and where it is."""

    name: str
    location: str


@dataclass(frozen=True, slots=True)
class Access:
    """What looking may use: the profile's folder, the day, the network or not, and limits."""

    base: Path
    today: date
    offline: bool
    scratch: Path = field(default_factory=lambda: Path(tempfile.gettempdir()))
    """A folder for temporary files."""
    cache: Path | None = None
    """A folder of this machine for what can be made again, such as clones; None keeps nothing."""
    allow_private: bool = False
    """Also repositories on hosts with private and loopback addresses."""
    authority: Path | None = None
    """The certificates that those hosts are trusted by, in place of the system's."""
    timeout: float = 120.0
    """Seconds for one subject."""
    own: frozenset[str] = frozenset()
    """The addresses the person commits with, in small letters."""
    token: str | None = field(default=None, repr=False)
    """For GitHub; None asks as anybody."""
    github_api: str = GITHUB_API
    """Of the one GitHub that is asked: github.com's, or an Enterprise one's (`https://host/api/v3`)."""
    redact: Redact | None = None
    """The repositories whose paths are to be hashed: the private ones, or all."""
    fingerprints: tuple[Fingerprint, ...] = ()
    """Templates and tutorials that the person knows, beside those that folio does."""
