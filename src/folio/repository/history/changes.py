"""What commits change, of what people write: blank space, renames, lock files and foreign files left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from folio.repository.classify import Kind, kind, language
from folio.repository.git.repository import Repository

FOREIGN = (Kind.GENERATED, Kind.VENDORED)


class Change(NamedTuple):
    """Lines added and removed in files that people write, and of those the lines of source."""

    every: int = 0
    source: int = 0


def changes(repository: Repository, names: Sequence[str]) -> dict[str, Change]:
    """What each of these commits changes against its parent, out of one process; merges change nothing."""
    if not names:
        return {}
    repository.need_changes(names)
    output = repository.run(
        "diff-tree", "--stdin", "--root", "-r", "-z", "--numstat", "-w", "--ignore-blank-lines", "-M", "-l200",
        "--no-textconv", "--no-ext-diff", "--ignore-submodules=all", stdin="\n".join(names).encode() + b"\n",
    )  # fmt: skip
    found = dict.fromkeys(names, Change())
    for name, path, added, removed in _rows(output.decode("utf-8", "backslashreplace")):
        if name not in found or kind(path) in FOREIGN:
            continue
        lines = (int(added) if added.isdigit() else 1) + (int(removed) if removed.isdigit() else 0)
        source = lines if language(path) or path.endswith(".ipynb") else 0
        found[name] = Change(found[name].every + lines, found[name].source + source)
    return found


def _rows(output: str) -> Iterator[tuple[str, str, str, str]]:
    """Commit, path, and lines added and removed (`-` for a binary file) of each file; of a rename, the new path."""
    name = ""
    fields = iter(output.split("\0"))
    for field in fields:
        counts = field.split("\t", 2)
        if len(counts) < 3:
            name = field.strip()
            continue
        added, removed, path = counts
        if not path:
            next(fields, "")
            path = next(fields, "")
        yield name, path, added, removed
