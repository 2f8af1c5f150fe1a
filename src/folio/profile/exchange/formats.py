"""The formats of other tools that folio reads and writes, each a package of this one.

A package has `is_one(document)` in itself, `read(document)` in `reading`, and `write(profile)` in `writing` where folio
writes it too.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from folio.errors import FolioError

if TYPE_CHECKING:
    from folio.profile.exchange.given import Json
    from folio.profile.exchange.taken import Taken, Written
    from folio.profile.model import Profile


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its name on the command line and under `extra`."""

    name: str
    title: str
    file: str
    """What a file of it is usually called."""
    reads: bool = True
    writes: bool = False

    def is_one(self, document: Json) -> bool:
        """Whether a document is of this format, by keys that no other one has."""
        return cast(bool, self._module().is_one(document))

    def read(self, document: Json) -> Taken:
        """What a profile can hold of a document."""
        return cast("Taken", self._module(".reading").read(document))

    def write(self, profile: Profile) -> Written:
        """A profile as a document of this format, its entries named for `changes`, and what it can't hold."""
        return cast("Written", self._module(".writing").write(profile))

    def _module(self, part: str = "") -> Any:
        return import_module(f"folio.profile.exchange.{self.name.replace('-', '_')}{part}")


FORMATS = (
    Format("json-resume", "JSON Resume", "resume.json", writes=True),
    Format("rendercv", "RenderCV", "cv.yaml", writes=True),
    Format("yamlresume", "YAMLResume", "resume.yml", writes=True),
    Format("fresh", "FRESH (HackMyResume)", "resume.json"),
    Format("europass", "Europass", "europass.xml"),
    Format("linkedin", "LinkedIn's data export", "Basic_LinkedInDataExport.zip"),
    Format("markdown", "Markdown", "resume.md", reads=False, writes=True),
)


def by_name(name: str) -> Format:
    """The format of this name; raises FolioError with those there are."""
    if found := next((one for one in FORMATS if one.name == name), None):
        return found
    from folio.schema import suggestion

    raise FolioError(f"there is no format '{name}'; {suggestion(name, [one.name for one in FORMATS])}")


def told(document: Json) -> Format | None:
    """The format that a document is of."""
    return next((one for one in FORMATS if one.reads and one.is_one(document)), None)
