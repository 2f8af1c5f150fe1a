"""A folder to begin with, around the text of a profile; or the sample's."""

from __future__ import annotations

from pathlib import Path

from folio import schemas
from folio.profile.load import FILE
from folio.render.artifact import Artifact
from folio.render.templates import render
from folio.resources import root
from folio.starting.draft import Draft
from folio.starting.files import GITIGNORE, refuse_taken, write_new
from folio.version import VERSION

SCHEMA = ".folio/profile.schema.json"
MODELINE = f"# yaml-language-server: $schema={SCHEMA}\n"
WORKFLOW = ".github/workflows/portfolio.yml"


def refuse(folder: Path, *, workflow: bool = True) -> None:
    """Raises FolioError where one of the files is there already, for whoever would ask in vain."""
    refuse_taken(folder, [FILE])
    if workflow:
        refuse_taken(folder, [WORKFLOW], "Leave the workflow out with --ci none")


def planned(folder: Path, draft: Draft, *, workflow: bool = True) -> list[str]:
    """The files that `begin` writes, each with what it is for."""
    projects = f"; {len(draft.projects)} projects from github.com/{draft.github}" if draft.projects else ""
    said = ", ".join(filter(None, (draft.name, draft.email, draft.headline, draft.track, draft.specialism)))
    files = {FILE: f"{said or 'examples'}{projects}", SCHEMA: "lets editors complete and explain the profile"}
    files |= {WORKFLOW: "puts the site on GitHub Pages with each push"} if workflow else {}
    files[GITIGNORE] = "keeps out of git what folio makes"
    return [f"{folder / name}: {what}" for name, what in files.items()]


def repository_above(folder: Path) -> Path | None:
    """The git work tree that the folder lies in, where it is not the top of it."""
    whole = folder.resolve()
    return None if (whole / ".git").exists() else next((one for one in whole.parents if (one / ".git").exists()), None)


def begin(folder: Path, text: str, *, workflow: bool = True) -> tuple[Path, ...]:
    """Writes a profile of this text below `folder`, with what editors, git and GitHub need; returns the files.

    Raises FolioError rather than overwrite one, and then writes nothing at all.
    """
    artifacts = [
        Artifact.of(FILE, text if text.startswith(MODELINE) else MODELINE + text),
        Artifact.of(SCHEMA, schemas.text("profile")),
    ]
    if workflow:
        artifacts.append(Artifact.of(WORKFLOW, render("init/portfolio.yml.j2", {"version": VERSION})))
    return write_new(artifacts, folder)


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
