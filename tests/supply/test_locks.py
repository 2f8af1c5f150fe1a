"""The locks hold every package that folio may be installed with, at the versions of constraints.txt, by its hashes."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
ENTRY = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ; ([^\\\n]+))? ((?:\\\n    --hash=sha256:[0-9a-f]{64} ?)+)$", re.MULTILINE)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
FOLIO = [Requirement(one) for one in PROJECT["project"]["dependencies"]]
ASKED = {
    "plain": [*FOLIO, *map(Requirement, PROJECT["build-system"]["requires"])],
    "zensical": [Requirement(one) for one in PROJECT["project"]["optional-dependencies"]["zensical"]],
    "dev": [Requirement(one) for one in PROJECT["dependency-groups"]["dev"]],
}


def text_of(name: str) -> str:
    return (ROOT / "locks" / f"{name}.txt").read_text("utf-8")


@cache
def own(name: str) -> dict[str, tuple[str, str]]:
    """Version and marker of each package that the file itself names."""
    return {package: (version, marker) for package, version, marker, _ in ENTRY.findall(text_of(name))}


def locked(name: str) -> dict[str, tuple[str, str]]:
    return own("plain") | own(name)


def needed(name: str) -> set[str]:
    """What is installed for these requirements here, by what the installed packages say of themselves."""
    found: set[str] = set()
    waiting = [(one.name, frozenset(one.extras)) for one in ASKED["plain"] + ASKED[name]]
    while waiting:
        package, extras = waiting.pop()
        found.add(canonicalize_name(package))
        for line in distribution(package).requires or ():
            one = Requirement(line)
            holds = one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in extras or {""})
            if holds and canonicalize_name(one.name) not in found:
                waiting.append((one.name, frozenset(one.extras)))
    return found


def test_together_they_name_exactly_the_versions_of_the_constraints() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    constrained = dict(line.split("==") for line in lines if not line.startswith("#"))
    versions = {name: version for one in ASKED for name, (version, _) in own(one).items()}
    assert versions == {canonicalize_name(name): version for name, version in constrained.items()}, "run: ./run lock"


@pytest.mark.parametrize("name", ASKED)
def test_each_line_is_an_exact_version_with_hashes_and_nothing_else(name: str) -> None:
    left = ENTRY.sub("", "".join(line for line in text_of(name).splitlines(keepends=True) if not line.startswith("#")))
    assert left.split("\n", 1)[0] == ("" if name == "plain" else "-r plain.txt")
    assert left.replace("-r plain.txt", "").strip() == ""
    assert "//" not in text_of(name)  # no index and no address; these would hold for one machine


@pytest.mark.parametrize("name", ASKED)
def test_they_are_within_what_folio_asks_for(name: str) -> None:
    for one in ASKED[name]:
        version, marker = locked(name)[canonicalize_name(one.name)]
        assert SpecifierSet(str(one.specifier)).contains(version, prereleases=True), f"run: ./run lock, for {one}"
        assert not marker or Marker(marker).evaluate(), one


@pytest.mark.parametrize("name", ASKED)
def test_they_hold_all_that_pip_would_look_for_here(name: str) -> None:
    assert needed(name) - set(locked(name)) == set(), "run: ./run lock"


def test_the_action_installs_wheels_by_hash_and_folio_without_an_index() -> None:
    action = (ROOT / "action.yml").read_text("utf-8")
    installs = [line.strip() for line in action.splitlines() if "pip install" in line]
    assert len(installs) == 2
    assert "--require-hashes --only-binary :all:" in installs[0]
    assert "--no-deps --no-index --no-build-isolation" in installs[1]
