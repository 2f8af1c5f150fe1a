"""What a source is given: the thing to look at, and what it may use to look at it."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from folio.evidence.model import AccountSeen, Observation
    from folio.evidence.privacy import Redact
    from folio.repository.origin.fingerprints import Fingerprint
    from folio.web.client import Web

GITHUB_API = "https://api.github.com"


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing to look at: the profile's name for it (`project:shelfcast`), and where it is."""

    name: str
    location: str
    own: tuple[str, ...] = ()
    """The person's other addresses, for a source that tells by them what is the person's."""


@dataclass(frozen=True, slots=True)
class Task:
    """A thing to look at, and what was seen of it at the same place before; None when nothing was."""

    subject: Subject
    before: Observation | None = None


@dataclass(frozen=True, slots=True)
class Access:
    """What looking may use: the profile's folder, the clock, the network or not, and limits."""

    base: Path
    today: date
    """The day of the look; for what is asked on the web, `collect` makes it the day of the clock."""
    offline: bool
    scratch: Path = field(default_factory=lambda: Path(tempfile.gettempdir()))
    """A folder for temporary files."""
    cache: Path | None = None
    """A folder of this machine for what can be made again, such as clones; None keeps nothing."""
    allow_private: bool = False
    """Also repositories on hosts with private and loopback addresses."""
    confined: bool = False
    """The profile is a stranger's: no path may lead out of its folder, and no key of the person's opens anything."""
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
    web: Web | None = None
    """For pages, feeds and live links; `collect` opens one of its own where there is none."""
    clock: datetime | None = None
    """The moment of the run, with its zone; noon of the day when None."""
    max_age: int = 1
    """Days for which a look at what can't say whether it changed stands; 0 looks again at everything."""
    refresh: bool = False
    """Look again at what has not changed, too."""
    patience: float = 60.0
    """Seconds that one run may wait because GitHub asks it to."""
    accounts: Mapping[str, AccountSeen] = field(default_factory=dict)
    """What is known of accounts on code hosts by now, by login in small letters."""

    @property
    def now(self) -> datetime:
        """The moment of the run, in UTC."""
        return (self.clock or datetime.combine(self.today, time(12), UTC)).astimezone(UTC)

    def fresh(self, before: Observation | None) -> bool:
        """Whether an earlier look is young enough to stand, or its host asked to be left alone until later."""
        if before is None or self.refresh:
            return False
        if before.again_at is not None and before.again_at > self.now:
            return True
        age = (self.today - before.observed_on).days  # a day ahead is another time zone; more is a clock that was wrong
        return before.seen is not None and before.missed is None and -1 <= age < self.max_age
