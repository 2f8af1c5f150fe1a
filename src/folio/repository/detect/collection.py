"""Collections: many small projects in one repository, which are not one large project.

Source: rubric, `scan.collection`. A repository is taken for one project unless its folders clearly have nothing to do
with each other: what they import ties them together, as does anything at the root that builds or runs them as one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from folio.repository.classify import Kind, language
from folio.repository.tree import Tree

CLUSTER_LINES = 60
CLUSTERS = 4
"""Folders of so many lines, each with a README or a manifest of its own, make a collection."""
MANY = 12
"""So many make one without those: no single project has a dozen folders at its root that ignore each other."""
LARGEST = 500
"""Thousandths of the lines in the largest folder, from which on it is the project and the others are beside it."""
KEPT = 3
"""Folders that are measured together: one more small project in the repository takes nothing away then."""

OWN = re.compile(
    r"readme(\.\w+)?|requirements[^/]*\.txt|environment\.ya?ml|pyproject\.toml|setup\.py|pipfile|package\.json"
    r"|description|project\.toml|cargo\.toml|go\.mod|pom\.xml|build\.gradle(\.kts)?",
    re.I,
)
ONE_THING = re.compile(
    r"((docker-)?compose[^/]*\.ya?ml|pnpm-workspace\.yaml|lerna\.json|nx\.json|turbo\.json|rush\.json|go\.(work|mod)"
    r"|cargo\.toml|settings\.gradle(\.kts)?|pom\.xml|build\.(gradle(\.kts)?|sbt)|[^/]+\.sln|package\.swift|mix\.exs"
    r"|package\.json|skaffold\.ya?ml|tiltfile|procfile|dvc\.yaml|snakefile|workspace(\.bazel)?|module\.bazel)",
    re.I,
)
"""Files at the root that make one thing of what is below it."""
BUILT = re.compile(
    r"(gnu)?makefile|justfile|dockerfile|pyproject\.toml|setup\.(py|cfg)|description|taskfile\.ya?ml", re.I
)
"""Files at the root that may, and may as well only keep the code in order: a dozen folders are a collection anyway."""


def detect(tree: Tree) -> tuple[str, ...]:
    """The files of a collection's folders beyond its three largest; none when the repository is one project."""
    lines = _lines(tree)
    root = {path for path in tree.paths if "/" not in path}
    groups = _tied(tree, set(lines))
    sizes = {name: sum(lines[folder] for folder in group) for name, group in groups.items()}
    clusters = [name for name, size in sizes.items() if size >= CLUSTER_LINES and name]
    total = sum(lines.values())
    if len(clusters) < CLUSTERS or max(sizes.values()) * 1000 >= LARGEST * total or _any(ONE_THING, root):
        return ()
    described = sum(_described(tree, groups[name]) for name in clusters)
    many = len(clusters) >= MANY and _in_python(tree) * 2 >= total
    if not many and (described < CLUSTERS or _any(BUILT, root)):
        return ()
    ordered = sorted(clusters, key=lambda name: (-sizes[name], name))
    left = {folder for name in ordered[KEPT:] for folder in groups[name]}
    return tuple(path for path in tree.paths if path.split("/", 1)[0] in left and "/" in path)


def _any(pattern: re.Pattern[str], names: set[str]) -> bool:
    return any(pattern.fullmatch(name) for name in names)


def _lines(tree: Tree) -> Counter[str]:
    """Lines of own code by the folder at the root; those of files at the root have no name."""
    lines: Counter[str] = Counter()
    for path, mark in tree.marks("code", Kind.SOURCE):
        lines[path.partition("/")[0] if "/" in path else ""] += mark.amount
    return lines


def _in_python(tree: Tree) -> int:
    """Lines of the code whose imports are known."""
    return sum(mark.amount for path, mark in tree.marks("code", Kind.SOURCE) if language(path) in ("Python", None))


def _tied(tree: Tree, folders: set[str]) -> dict[str, set[str]]:
    """The folders in groups that import each other, by the first name of each group; the root's is nameless."""
    leader = {folder: folder for folder in folders}

    def head(folder: str) -> str:
        while leader[folder] != folder:
            folder = leader[folder]
        return folder

    for path in tree.of_kind(Kind.SOURCE, Kind.TEST):
        folder = path.partition("/")[0] if "/" in path else ""
        if folder in folders and path in tree.scans:
            for package in sorted(tree.scans[path].packages & folders):
                one, other = sorted((head(folder), head(package)))
                leader[other] = one
    groups: dict[str, set[str]] = defaultdict(set)
    for folder in folders:
        groups[head(folder)].add(folder)
    return groups


def _described(tree: Tree, folders: set[str]) -> bool:
    """Whether a group has a README or a manifest of its own."""
    return any(
        path.partition("/")[0] in folders and OWN.fullmatch(path.partition("/")[2]) for path in tree.own if "/" in path
    )
