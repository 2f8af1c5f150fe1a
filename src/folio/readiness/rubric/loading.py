"""Rubrics by the name of a platform, or from a file of the person's own."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from folio.document import read
from folio.errors import FolioError
from folio.options import DEFAULT_PLATFORM
from folio.readiness.rubric.model import Catalogue
from folio.readiness.rubric.platform import Platform
from folio.readiness.rubric.weighing import Rubric
from folio.schema import suggestion, validate

FOLDER = Path(__file__).parent
"""The catalogue and the platforms."""


def rubric(platform: str | Path = DEFAULT_PLATFORM) -> Rubric:
    """The rubric for a platform by its name, or from the file of a rubric of one's own (see docs/how-to/rubric.md).

    Raises FolioError when there is none of that name, InputError with every problem in the file.
    """
    name = str(platform)
    if name in platforms():
        return _shipped(name)
    if name.endswith((".yaml", ".yml")) or Path(name).is_file():
        from folio.readiness.rubric.own import own_rubric

        return own_rubric(read(Path(name)), catalogue(), platforms(), _platform)
    raise FolioError(f"there is no platform '{platform}'; {suggestion(name, list(platforms()))}")


@lru_cache(maxsize=1)
def platforms() -> tuple[str, ...]:
    """The names of the platforms that ship with folio."""
    return tuple(sorted(path.stem for path in (FOLDER / "platforms").glob("*.yaml")))


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The catalogue that ships with folio."""
    return validate(Catalogue, read(FOLDER / "catalogue.yaml", name="catalogue.yaml"))


@lru_cache
def _shipped(name: str) -> Rubric:
    return Rubric(catalogue=catalogue(), platform=_platform(name))


@lru_cache
def _platform(name: str) -> Platform:
    return validate(Platform, read(FOLDER / "platforms" / f"{name}.yaml", name=f"{name}.yaml"))
