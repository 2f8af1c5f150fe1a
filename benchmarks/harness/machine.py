"""On what the figures were measured: without it nobody can compare them."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import subprocess
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Machine:
    day: str
    processor: str
    cores: int
    memory_gib: float
    kernel: str
    system: str
    python: str
    load: float
    """Of the minute before, over all cores: more than a little says that something else was running."""
    versions: dict[str, str]

    def told(self) -> str:
        """One line for below a table."""
        known = "; ".join(f"{name} {version}" for name, version in self.versions.items())
        return (
            f"{self.day}; {self.processor}, {self.cores} cores, {self.memory_gib:g} GiB, {self.system}, kernel "
            f"{self.kernel}, load {self.load:.1f} before; Python {self.python}{'; ' if known else ''}{known}."
        )

    def plain(self) -> dict[str, Any]:
        return asdict(self)


def machine(versions: dict[str, str] | None = None) -> Machine:
    """This one, now."""
    return Machine(
        day=datetime.now(tz=UTC).date().isoformat(),
        processor=_processor(),
        cores=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        memory_gib=round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        kernel=platform.release(),
        system=_system(),
        python=platform.python_version(),
        load=round(os.getloadavg()[0], 2),
        versions=versions or {},
    )


def packages(names: Iterable[str]) -> dict[str, str]:
    """The versions of those that are installed beside folio."""
    found = {}
    for name in names:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def version(*words: str) -> str:
    """What a command says when it is asked for its version, in one line; nothing where it can't be run."""
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return " ".join((done.stdout.strip() or done.stderr.strip()).replace(",", "").split())


def _processor() -> str:
    about = Path("/proc/cpuinfo")
    for line in about.read_text().splitlines() if about.exists() else ():
        if line.startswith("model name"):
            return " ".join(line.partition(":")[2].split())
    return platform.processor() or platform.machine()


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.system()
