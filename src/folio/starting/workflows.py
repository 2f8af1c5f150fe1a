"""What a new portfolio's repository needs for its service to build it: files, each with its template and purpose."""

from __future__ import annotations

from collections.abc import Mapping

from folio.render.artifact import Artifact
from folio.render.templates import render
from folio.version import VERSION

PORTFOLIO = ".github/workflows/portfolio.yml"
WEEKLY = ".github/workflows/weekly.yml"
NONE = "none"

FILES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "github": {
        PORTFOLIO: ("ci/portfolio.yml.j2", "puts the site on GitHub Pages with each push"),
        WEEKLY: ("ci/weekly.yml.j2", "looks again each week, and proposes what it saw"),
    },
    "gitlab": {".gitlab-ci.yml": ("ci/gitlab-ci.yml.j2", "puts the site on GitLab Pages with each push")},
    "make": {
        "Makefile": ("ci/Makefile.j2", "builds, shows and publishes the site on any machine"),
        "Dockerfile": ("ci/Dockerfile.j2", "has all that folio needs, for machines with a container engine"),
        ".dockerignore": ("ci/dockerignore.j2", "keeps your files out of the image"),
    },
    NONE: {},
}
"""By service: the path of each file, its template, and what it is for."""


def files(service: str) -> tuple[Artifact, ...]:
    """The files for a service, for this version of folio."""
    return tuple(
        Artifact.of(path, render(template, {"version": VERSION})) for path, (template, _) in FILES[service].items()
    )
