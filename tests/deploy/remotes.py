"""A small site, real remotes, and deploying as the command does it."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from folio.deploy.folder import files_of, site_in
from folio.deploy.git import Git
from folio.deploy.publish import Order, Prepared, prepared, push
from folio.deploy.remote import remote

MOMENT = datetime(2026, 11, 22, 12, tzinfo=UTC)
SITEMAP = "<urlset><url><loc>https://ada.example/</loc></url></urlset>"


def environ(home: Path, **more: str) -> dict[str, str]:
    """What a person's shell holds, with nothing of the machine that the tests run on but its programs."""
    return {"PATH": os.environ["PATH"], "HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1", **more}


def site(folder: Path, **files: str) -> Path:
    """A site of folio's, as far as deploying looks at one."""
    for name, text in {"assets/folio.css": "body {}\n", "index.html": "Ada", "sitemap.xml": SITEMAP, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def git(*words: str | Path, cwd: Path | None = None) -> str:
    command = ["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org", *map(str, words)]
    done = subprocess.run(command, cwd=cwd, check=True, capture_output=True, env=environ(Path("/nonexistent")))
    return done.stdout.decode()


def bare(folder: Path, **settings: str) -> Path:
    git(
        "init",
        "--quiet",
        "--bare",
        folder,
        *(f"--{name.replace('_', '-')}={value}" for name, value in settings.items()),
    )
    return folder


def deploy(folder: Path, to: str | Path, env: dict[str, str] | None = None, **how: Any) -> Prepared:
    """Deploys a folder, and returns what it came to."""
    started = Git(env if env is not None else environ(folder))
    target = remote(str(to), folder, started)
    options = {"branch": "gh-pages", "message": "Publish", "moment": MOMENT, **how}
    with prepared(Order(files_of(site_in(folder)), target, **options), started) as ready:
        if not ready.same:
            push(ready)
    return ready


def tree(repository: Path, branch: str = "gh-pages") -> dict[str, str]:
    """The files of a branch and what they hold."""
    names = git("--git-dir", repository, "ls-tree", "-r", "-z", "--name-only", branch).split("\0")
    return {name: git("--git-dir", repository, "cat-file", "blob", f"{branch}:{name}") for name in names if name}


def commits(repository: Path, branch: str = "gh-pages") -> list[str]:
    return git("--git-dir", repository, "rev-list", branch).split()
