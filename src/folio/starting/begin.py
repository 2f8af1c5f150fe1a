"""A folder to begin with, around the text of a profile; or the sample's."""

from __future__ import annotations

from pathlib import Path

from folio import schemas
from folio.profile.load import FILE
from folio.render.artifact import Artifact
from folio.repository.git.location import work_tree
from folio.resources import root
from folio.starting.draft import Draft
from folio.starting.files import GITIGNORE, refuse_taken, write_new
from folio.starting.workflows import FILES, files

SCHEMA = ".folio/profile.schema.json"
MODELINE = f"# yaml-language-server: $schema={SCHEMA}\n"


def refuse(folder: Path, *, ci: str = "github") -> None:
    """Raises FolioError where one of the files is there already, for whoever would ask in vain."""
    refuse_taken(folder, [FILE])
    refuse_taken(folder, FILES[ci], "Leave it out with --ci none")


def planned(folder: Path, draft: Draft, *, ci: str = "github") -> list[str]:
    """The files that `begin` writes, each with what it is for."""
    projects = f"; {len(draft.projects)} projects from github.com/{draft.github}" if draft.projects else ""
    said = ", ".join(filter(None, (draft.name, draft.email, draft.headline, draft.track, draft.specialism)))
    plan = {FILE: f"{said or 'examples'}{projects}", SCHEMA: "lets editors complete and explain the profile"}
    plan |= {path: what for path, (_, what) in FILES[ci].items()}
    plan[GITIGNORE] = "keeps out of git what folio makes"
    return [f"{folder / name}: {what}" for name, what in plan.items()]


def repository_above(folder: Path) -> Path | None:
    """The git work tree that the folder lies in, where it is not the top of it."""
    top = work_tree(folder)
    return None if top == folder.resolve() else top


def begin(folder: Path, text: str, *, ci: str = "github") -> tuple[Path, ...]:
    """Writes a profile of this text below `folder`, with what editors, git and a service need; returns the files.

    Raises FolioError rather than overwrite one, and then writes nothing at all.
    """
    artifacts = [
        Artifact.of(FILE, text if text.startswith(MODELINE) else MODELINE + text),
        Artifact.of(SCHEMA, schemas.text("profile")),
    ]
    return write_new([*artifacts, *files(ci)], folder)


def sample(folder: Path) -> tuple[Path, ...]:
    """Copies the complete sample of an invented person below `folder`, in the same way."""
    source = root("sample_profile")
    return write_new(
        (
            Artifact(path.relative_to(source).as_posix(), path.read_bytes())
            for path in source.rglob("*")
            if path.is_file() and ".folio" not in path.parts
        ),
        folder,
    )
