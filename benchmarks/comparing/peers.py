"""The programs that people would use instead: where they are, and how to get them.

    python benchmarks/compare.py --peers FOLDER --install

puts them there: RenderCV and folio in one environment of Python, so that both run on the same, and resumed with
a theme from npm. Material for MkDocs and Zensical come with folio's own environment, Chromium and git with the machine.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from harness.contender import ROOT
from harness.machine import packages, version

NPM = ("resumed@6", "jsonresume-theme-even", "puppeteer@24")
NEWEST = ("python3.14", "python3.13", "python3.12")
"""RenderCV needs 3.12."""


@dataclass(frozen=True)
class Peers:
    """What is there; an empty text stands for what is not."""

    folio: str
    """For documents: in the environment of RenderCV where there is one."""
    rendercv: str = ""
    resumed: str = ""
    chromium: str = ""
    folder: Path | None = None

    def env(self) -> dict[str, str]:
        """RenderCV fetches a package of Typst at its first run; one in FOLDER/cache spares that."""
        found = {"PUPPETEER_EXECUTABLE_PATH": self.chromium}
        if self.folder and (self.folder / "cache").is_dir():
            found["XDG_CACHE_HOME"] = str(self.folder / "cache")
        return found

    def versions(self) -> dict[str, str]:
        """By name, as each says it of itself."""
        own = packages(("mkdocs", "mkdocs-material", "zensical", "weasyprint"))
        python = str(Path(self.folio).with_name("python"))
        asked = {
            "Python of the résumés": version(python, "-V").removeprefix("Python "),
            "RenderCV": version(self.rendercv, "--version").removeprefix("RenderCV v") if self.rendercv else "",
            "resumed": version(self.resumed, "--version").partition(" ")[2] if self.resumed else "",
            "Chromium": version(self.chromium, "--version").removeprefix("Chromium ") if self.chromium else "",
            "git": version("git", "--version").removeprefix("git version "),
        }
        return own | {name: found.split(" ")[0] for name, found in asked.items() if found}


def found(folder: Path | None) -> Peers:
    """What is in the folder, and otherwise on PATH."""
    folder = folder and folder.absolute()
    python = folder and folder / "python" / "bin"
    own = str(Path(sys.executable).with_name("folio"))
    return Peers(
        folio=_program(python, "folio") or own,
        rendercv=_program(python, "rendercv") or shutil.which("rendercv") or "",
        resumed=_program(folder and folder / "node_modules" / ".bin", "resumed") or shutil.which("resumed") or "",
        chromium=os.environ.get("CHROME") or shutil.which("chromium") or shutil.which("google-chrome") or "",
        folder=folder,
    )


def install(folder: Path, python: str | None) -> None:
    """Puts the peers into the folder; what can't be had is told and left out."""
    folder.mkdir(parents=True, exist_ok=True)
    python = python or next((one for one in map(shutil.which, NEWEST) if one and _starts(one)), sys.executable)
    pip = (str(folder / "python" / "bin" / "python"), "-m", "pip", "install", "-q")
    _step(python, "-m", "venv", str(folder / "python"))
    _step(*pip, "rendercv[full]")
    _step(*pip, "--constraint", str(ROOT / "constraints.txt"), "--editable", str(ROOT))
    if shutil.which("npm"):
        env = os.environ | {"PUPPETEER_SKIP_DOWNLOAD": "1"}
        _step("npm", "install", "--silent", "--prefix", str(folder), *NPM, env=env)


def _step(*words: str, env: dict[str, str] | None = None) -> None:
    print(f"+ {' '.join(words)}", file=sys.stderr)
    done = subprocess.run(words, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"  failed; what needs it is left out\n{done.stderr[-500:]}", file=sys.stderr)


def _starts(python: str) -> bool:
    """A version manager may put a name on PATH that starts nothing."""
    return not subprocess.run((python, "-c", "pass"), capture_output=True, check=False).returncode


def _program(folder: Path | None, name: str) -> str:
    return str(folder / name) if folder and (folder / name).exists() else ""
