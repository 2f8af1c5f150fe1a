"""What is asked of every deployment, and of every container image."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from folio.repository.classify import Kind
from folio.repository.model import Deployment
from folio.repository.tree import Tree


def made(kind: str, path: str, *, pinned: bool, unprivileged: bool, small: bool, supervised: bool) -> Deployment:
    """A deployment by its four questions."""
    return Deployment(
        kind=kind, path=path, pinned=pinned, unprivileged=unprivileged, small=small, supervised=supervised
    )


def is_pinned(image: str) -> bool:
    """Whether a container image names a version: a digest, or a tag, with a number in it or in the name."""
    if "@sha256:" in image or image == "scratch":
        return True
    name, _, tag = image.rsplit("/", 1)[-1].partition(":")
    return tag not in ("", "latest") and re.search(r"\d", name + tag) is not None


def says(tree: Tree, path: str, pattern: str) -> bool:
    """Whether a file in the folder of `path`, or below it, holds the pattern."""
    folder = path.rpartition("/")[0]
    search: Callable[[str], object] = re.compile(pattern).search
    return any(
        search(tree.read(one) or "")
        for one in tree.of_kind(Kind.CONFIG)
        if one.startswith(f"{folder}/" if folder else "")
    )


def mappings(value: object) -> Iterator[dict[str, object]]:
    """`value` and every mapping inside it."""
    if isinstance(value, dict):
        yield value
    for inside in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from mappings(inside)
