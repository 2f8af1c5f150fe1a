"""A look of the site: a folder with a style sheet, typefaces, and what others need to know of its colours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from folio.errors import FolioError, InputError, Position, Problem
from folio.resources import root

FOLDER = "site/looks"
NOT_SERVED = (".j2", ".toml", ".css", ".md")
COMMENT = re.compile(r'("[^"\n]*")|/\*.*?\*/[ \t]*\n?', re.DOTALL)
"""What a browser has no use for: a tenth of the style as it is sent. Words in quotes are left alone."""
COLOURS = ("light", "dark", "ground", "ink", "accent")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class SiteLook:
    """What is known of a look, its files aside."""

    name: str
    title: str
    preload: tuple[str, ...]
    """The typefaces that every page shows at once, by their site paths."""
    light: str
    dark: str
    """The grounds of pages in both schemes, `#rrggbb`."""
    ground: str
    ink: str
    accent: str
    """For what is drawn apart from pages: the icon and the cards of links."""


def looks(overrides: Path | None) -> tuple[str, ...]:
    """The names of all looks, the person's own among them."""
    found = {file.parent.name for folder in _folders(overrides) for file in folder.glob("*/look.css")}
    return tuple(sorted(found))


def look(name: str, overrides: Path | None = None) -> SiteLook:
    """The look of this name, the person's before ours. Raises FolioError when there is none, InputError when its
    `look.toml` is not one."""
    import tomllib

    folder = _folder(name, overrides)
    file = folder / "look.toml"
    try:
        said = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError:
        raise _problem(name, "is missing or can't be read") from None
    except (ValueError, RecursionError) as error:
        raise _problem(name, str(error)) from None
    colours, fonts = said.get("colours"), said.get("preload", [])
    for key in COLOURS:
        value = colours.get(key) if isinstance(colours, dict) else None
        if not isinstance(value, str) or not COLOUR.fullmatch(value):
            raise _problem(name, f"colours.{key} is not a colour such as '#1f4e5f'")
    served = {path.removeprefix("assets/") for path, _ in files(name, overrides)}
    if not isinstance(fonts, list) or not all(isinstance(one, str) and one in served for one in fonts):
        raise _problem(name, "preload is not a list of files of the look, such as 'fonts/mine.woff2'")
    chosen = {key: str(said["colours"][key]) for key in COLOURS}
    return SiteLook(name, str(said.get("title", name)), tuple(f"assets/{path}" for path in fonts), **chosen)


def style(name: str, accent: str | None, overrides: Path | None = None) -> str:
    """The style sheet of the whole site: what all looks share, the look, and the person's accent."""
    shared = _shared("base.css", overrides)
    own = (_folder(name, overrides) / "look.css").read_text(encoding="utf-8")
    chosen = f"\n:root {{ --accent-own: {accent}; }}\n" if accent else ""
    return COMMENT.sub(lambda found: found[1] or "", shared + "\n" + own + chosen).lstrip()


def files(name: str, overrides: Path | None = None) -> Iterator[tuple[str, Path]]:
    """What of a look is served as it is, its typefaces above all: site path and file."""
    folder = _folder(name, overrides)
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.name.endswith(NOT_SERVED):
            yield f"assets/{file.relative_to(folder).as_posix()}", file


def _folder(name: str, overrides: Path | None) -> Path:
    for folder in _folders(overrides):
        if (folder / name / "look.css").is_file():
            return folder / name
    raise FolioError(f"there is no look '{name}'; there is {', '.join(looks(overrides))}")


def _folders(overrides: Path | None) -> tuple[Path, ...]:
    return tuple(folder / FOLDER for folder in (overrides, root("templates")) if folder is not None)


def _shared(file: str, overrides: Path | None) -> str:
    places = [folder / "site" / "assets" / file for folder in (overrides, root("templates")) if folder is not None]
    return next(place for place in places if place.is_file()).read_text(encoding="utf-8")


def _problem(name: str, what: str) -> InputError:
    todo = "docs/how-to/looks.md says what it holds"
    return InputError([Problem(Position(f"templates/{FOLDER}/{name}/look.toml"), "", what, todo)])
