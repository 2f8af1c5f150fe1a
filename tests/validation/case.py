"""Labelled repositories: one text file each, read into what is to be built and what a fair human says of it.

A file begins with YAML (see docs/explanation/validation.md) and goes on with the repository's files, each below a line
`==> path <==`. The labels come from the specification and from looking, never from running folio.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

HERE = Path(__file__).parent
REPOSITORIES = HERE / "repositories"
FILE = re.compile(r"^==> (?P<path>.+) <==\n", re.M)
LABEL = re.compile(r"(?P<check>[a-z-]+)(?: (?P<sign>=|>=|<=)\s*(?P<milli>\d+))?(?P<open> open)?")
STATES = ("earned", "not there", "not known")
FIELDS = {
    "about", "fill", "pad", "raw", "crowd", "commits", "tags", "clone", "identities", *STATES,
}  # fmt: skip
CHECKS: tuple[str, ...] = tuple(yaml.safe_load((HERE / "checks.yaml").read_text(encoding="utf-8")))
"""The checks that read repositories."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a human says of one check: its state, how much at least and at most, and why."""

    check: str
    state: str
    why: str
    least: int = 0
    most: int = 1000
    open: bool = False
    """Part of it can't be told, beside what is earned."""


@dataclass(frozen=True, slots=True)
class Commits:
    """Commits after the first: on which days, by whom, and what they change."""

    start: str
    count: int = 1
    every: int = 7
    """Days from one to the next."""
    seconds: int = 0
    """Instead of days."""
    subject: str = "Note what week {n} taught"
    lines: int = 4
    """Lines of code that each adds; none makes an empty commit."""
    how: str = "append"
    """Or `rewrite` the lines, add blank `space` only, or `rename` the file."""
    by: str = "me"
    committed: str | None = None
    """The committer's day, where it is another one."""


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled repository."""

    name: str
    about: str
    files: Mapping[str, str]
    labels: tuple[Label, ...]
    commits: tuple[Commits, ...] = ()
    tags: Mapping[str, int] = field(default_factory=dict)
    """The number of the commit that each points at; negative ones count from the last."""
    fill: Mapping[str, int] = field(default_factory=dict)
    """Files of ordinary code, and how many lines each."""
    pad: Mapping[str, int] = field(default_factory=dict)
    """Files that are made so many bytes long with comments."""
    raw: Mapping[str, str] = field(default_factory=dict)
    """Files whose bytes can't be read as text: `encrypted`, `binary` or `utf-16`."""
    crowd: Mapping[str, int] = field(default_factory=dict)
    """Names with an `{n}` in them, and how many files there are of each."""
    clone: str = "whole"
    """`whole`, `shallow`, `blobless`, or `missing` when the profile names a repository that is not there."""
    identities: tuple[str, ...] = ("mara@example.org",)


def cases() -> tuple[Case, ...]:
    """Every labelled repository, by name."""
    files = sorted(REPOSITORIES.rglob("*.txt"))
    return tuple(parsed(file.read_text(encoding="utf-8"), _name(file)) for file in files)


def parsed(text: str, name: str) -> Case:
    """The case that a file describes; a mistake in it is said with its name."""
    head, *rest = FILE.split(text)
    said = yaml.safe_load(head)
    if unknown := set(said) - FIELDS:
        raise ValueError(f"{name}: no such field: {', '.join(sorted(unknown))}")
    first = {"start": "2026-03-02", "subject": "Say what this does"}
    return Case(
        name=name,
        about=said["about"],
        files={path: content.replace("~|~", "") for path, content in zip(rest[::2], rest[1::2], strict=True)},
        labels=tuple(_labels(said, name)),
        commits=tuple(Commits(**one) for one in said.get("commits", [first])),
        tags=said.get("tags", {}),
        fill=said.get("fill", {}),
        pad=said.get("pad", {}),
        raw=said.get("raw", {}),
        crowd=said.get("crowd", {}),
        clone=said.get("clone", "whole"),
        identities=tuple(said.get("identities", ["mara@example.org"])),
    )


def _labels(said: Mapping[str, Mapping[str, str] | None], name: str) -> Iterator[Label]:
    labelled: set[str] = set()
    for state in STATES:
        for key, why in (said.get(state) or {}).items():
            found = LABEL.fullmatch(key)
            if found is None or (found["check"] not in CHECKS and found["check"] != "everything"):
                raise ValueError(f"{name}: '{key}' is no check that reads repositories")
            checks = CHECKS if found["check"] == "everything" else (found["check"],)
            milli = int(found["milli"] or 0)
            for check in checks:
                if check in labelled:
                    raise ValueError(f"{name}: '{check}' is labelled twice")
                labelled.add(check)
                yield Label(
                    check,
                    state,
                    why,
                    least=milli if found["sign"] in ("=", ">=") else 0,
                    most=milli if found["sign"] in ("=", "<=") else 1000,
                    open=found["open"] is not None,
                )


def _name(file: Path) -> str:
    return file.relative_to(REPOSITORIES).with_suffix("").as_posix()
