"""Asks whether a weakness is known in what ./run installs: packages of Python, and those of tools/quality.

    ./run audit

Exit status 0: none is known. 1: some are. 4: not known, because somebody could not be asked. What nobody looked at is
never taken for fine: pip-audit alone ends with 0 and "No known vulnerabilities found" when its service knows nothing.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)
NONE_KNOWN, SOME, NOT_KNOWN = 0, 1, 4


@dataclass(frozen=True, slots=True)
class Answer:
    """What one service says: a line for each weakness, and what it could not say anything about."""

    weak: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    looked_at: int = 0


def main() -> None:
    """Ask both, print what they say, and end with the status that it comes to."""
    wanted = {name for path in (ROOT / "locks").glob("*.txt") for name, _ in PIN.findall(path.read_text("utf-8"))}
    locks = [part for name in ("dev", "zensical") for part in ("-r", str(ROOT / "locks" / f"{name}.txt"))]
    audit = [sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "--progress-spinner", "off"]
    pip = of_pip_audit(output([*audit, "--format", "json", *locks]), wanted)
    npm = of_npm(output(["npm", "audit", "--json", "--package-lock-only"], ROOT / "tools" / "quality"))
    text, status = verdict({"Python packages": pip, "npm packages": npm})
    print(text)
    sys.exit(status)


def output(command: list[str], folder: Path = ROOT) -> str:
    """What the command prints; its exit status is not to be trusted for a verdict."""
    try:
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=600).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""


def parsed(text: str) -> dict[str, Any]:
    """The JSON object in the text; empty for anything else."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def of_pip_audit(text: str, wanted: Iterable[str]) -> Answer:
    """What pip-audit printed as JSON, held against the packages that it was to look at."""
    told = {one["name"]: one for one in parsed(text).get("dependencies", []) if "vulns" in one}
    weak = [
        f"{name} {one['version']}: {found['id']}, mended in {', '.join(found['fix_versions']) or 'no version yet'}"
        for name, one in sorted(told.items())
        for found in one["vulns"]
    ]
    return Answer(tuple(weak), tuple(sorted(set(wanted) - set(told))), len(told))


def of_npm(text: str) -> Answer:
    """What `npm audit --json` printed."""
    said = parsed(text)
    if "vulnerabilities" not in said or "metadata" not in said:
        return Answer(unknown=("all",))
    found = sorted(said["vulnerabilities"].items())
    weak = tuple(f"{name} {one.get('range', '')}: {one.get('severity', 'weak')}" for name, one in found)
    return Answer(weak, looked_at=said["metadata"].get("dependencies", {}).get("total", 0))


def verdict(answers: dict[str, Answer]) -> tuple[str, int]:
    """The words for a person, and the exit status."""
    lines: list[str] = []
    for about, one in answers.items():
        lines += [f"{about}: {one.looked_at} looked at, {len(one.weak)} weaknesses known"] if one.looked_at else []
        lines += [f"  {line}" for line in one.weak]
        if one.unknown:
            few = ", ".join(one.unknown[:5]) + (f" and {len(one.unknown) - 5} more" if len(one.unknown) > 5 else "")
            lines.append(f"{about}: not known, the service gave no answer for {few}")
    if any(one.weak for one in answers.values()):
        return "\n".join([*lines, "audit: weaknesses are known"]), SOME
    if any(one.unknown or not one.looked_at for one in answers.values()):
        return "\n".join([*lines, "audit: NOT KNOWN; try again where the services can be reached"]), NOT_KNOWN
    return "\n".join([*lines, "audit: no weakness is known"]), NONE_KNOWN


if __name__ == "__main__":
    main()
