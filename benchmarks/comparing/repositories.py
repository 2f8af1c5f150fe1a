"""So many repositories that a profile names: what git alone says of their history, and what folio reads of them."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import yaml
from harness.contender import FOLIO, TODAY, Contender
from large_repository import OWNER, make

COMMITS, FILES = 60, 12
DAY = ("--today", TODAY, "-q")


def repositories(work: Path, projects: int) -> list[Contender]:
    """The contenders, over small repositories that differ. git's words go nowhere: nothing is counted or kept."""
    made = [
        make(work / "repositories" / f"{number}.git", commits=COMMITS, files=FILES, seed=number)
        for number in range(projects)
    ]
    person = work / "person"
    profile(person, made)
    state = work / "state"
    collect = (*FOLIO, "collect", str(person), "--state", str(state), "--offline", *DAY)
    score = (*FOLIO, "score", str(person), "--state", str(state), "--offline", *DAY)

    def forget() -> None:
        shutil.rmtree(state, ignore_errors=True)

    def each(words: str) -> tuple[str, ...]:
        folders = shlex.quote(str(work / "repositories"))
        return ("sh", "-c", f"for one in {folders}/*; do git --git-dir=$one {words} main >/dev/null || exit; done")

    return [
        Contender("git rev-list", each("rev-list --count")),
        Contender("git log --numstat", each("log --numstat")),
        Contender("folio collect, nothing kept", collect, forget),
        Contender("folio collect, nothing new", collect),
        Contender("folio score, evidence kept", score),
    ]


def profile(person: Path, made: list[Path]) -> None:
    """A profile that names these repositories, one for each project."""
    person.mkdir()
    projects = [
        {"id": f"p{number}", "title": f"Part {number}", "summary": "A part of the shop.", "repository": str(one)}
        for number, one in enumerate(made)
    ]
    written = {"name": "Mara", "headline": "Engineer", "summary": "Builds shops.", "contact": {"email": OWNER}}
    (person / "profile.yaml").write_text(yaml.safe_dump(written | {"projects": projects}), encoding="utf-8")
