"""A site of so many case studies: what MkDocs and Zensical make of a folder of pages, and folio of a profile."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import yaml
from harness.contender import FOLIO, TODAY, Contender
from people import write

ARTICLES = 5
DAY = ("--today", TODAY, "-q")
PASSAGES = ("summary", "problem", "constraints", "approach", "outcome", "my_part")
SETTLES = 0.1
"""Seconds after which a file can't have changed while it was read."""
QUIET = {"NO_MKDOCS_2_WARNING": "1"}


def sites(work: Path, projects: int) -> list[Contender]:
    """The contenders; `work` is an empty folder. folio's evidence is collected before, as somebody has it who edits."""
    person = write(work / "person", projects=projects, articles=ARTICLES)
    profile = person / "profile.yaml"
    text = profile.read_text(encoding="utf-8")
    subprocess.run((*FOLIO, "collect", str(person), "--offline", *DAY), check=True, capture_output=True)
    site = (*FOLIO, "site", str(person), *DAY, "--no-downloads", "-o")
    build = (*FOLIO, "build", str(person), "--offline", *DAY, "-o")
    subprocess.run((*build, str(work / "first")), check=True, capture_output=True)
    folder = Path(shutil.copytree(person / ".folio" / "site", work / "folder"))
    other = Path(shutil.copytree(folder, work / "other"))
    written = _by_hand(yaml.safe_load(text), person, work / "by-hand")
    edits = iter(range(1_000_000))

    def forget(out: str) -> None:
        """Nothing was made before; what was seen stays."""
        profile.write_text(text, encoding="utf-8")
        shutil.rmtree(work / out, ignore_errors=True)
        shutil.rmtree(person / ".folio" / "cache", ignore_errors=True)
        shutil.rmtree(person / ".folio" / "pdf", ignore_errors=True)
        time.sleep(SETTLES)

    def shown(out: str) -> bool:
        """Whether the last edit is in the pages that were built."""
        edited = profile.read_text(encoding="utf-8").partition("summary: Edited ")[2].partition(".")[0]
        return f"Edited {edited}." in (work / out / "work" / "project-0" / "index.html").read_text(encoding="utf-8")

    def edit() -> None:
        summary = f"summary: Edited {next(edits)} times. "
        at = text.index("- id: project-0\n")
        profile.write_text(text[:at] + text[at:].replace("summary: ", summary, 1), encoding="utf-8")
        time.sleep(SETTLES)

    def clean(*outs: Path) -> None:
        for out in outs:
            shutil.rmtree(out, ignore_errors=True)

    def mkdocs(at: Path) -> tuple[str, ...]:
        words = (sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(at / "mkdocs.yml"))
        return (*words, "-d", str(at.with_name(f"{at.name}-out")))

    zensical = (sys.executable, "-m", "zensical", "build", "-f", str(other / "mkdocs.yml"))
    ours = [
        Contender("folio site, nothing kept", (*site, str(work / "site")), lambda: forget("site")),
        Contender("folio site, one edit", (*site, str(work / "site")), edit, did=lambda: shown("site")),
        Contender("folio site, no change", (*site, str(work / "site"))),
        Contender("folio build, nothing kept", (*build, str(work / "all")), lambda: forget("all")),
        Contender("folio build, one edit", (*build, str(work / "all")), edit, did=lambda: shown("all/site")),
        Contender("folio build, no change", (*build, str(work / "all"))),
    ]
    return [
        Contender("mkdocs build, folio's pages", mkdocs(folder), lambda: clean(work / "folder-out"), env=QUIET),
        Contender("mkdocs build, by hand", mkdocs(written), lambda: clean(work / "by-hand-out"), env=QUIET),
        Contender("Zensical, folio's pages", zensical, lambda: clean(other / "site", other / ".cache"), cwd=other),
        Contender("Zensical, folio's pages again", zensical, cwd=other),
        *ours,
    ]


def _by_hand(profile: dict[str, object], person: Path, folder: Path) -> Path:
    """What somebody writes who does without folio: plain Markdown with the same words, and Material as it comes."""
    docs = folder / "docs"
    for place in ("img", "articles"):
        shutil.copytree(person / place, docs / place)
    index = [f"# {profile['name']}", str(profile["summary"]), "## Work"]
    (docs / "work").mkdir()
    projects = profile["projects"]
    assert isinstance(projects, list)
    for one in projects:
        index.append(f"- [{one['title']}](work/{one['id']}.md)")
        parts = [f"# {one['title']}", *(f"## {name.capitalize()}\n\n{one[name]}" for name in PASSAGES if name in one)]
        if picture := one.get("picture"):
            parts.append(f"![{picture['alt']}](../{picture['file']})")
        (docs / "work" / f"{one['id']}.md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    (docs / "index.md").write_text("\n\n".join(index) + "\n", encoding="utf-8")
    settings = {"site_name": profile["name"], "theme": {"name": "material", "font": False}, "plugins": ["search"]}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return folder
