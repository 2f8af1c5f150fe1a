"""Files that are seen and not counted: other people's, a tool's, and those of a known template or tutorial."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping

from folio.repository.classify import Kind, is_lock
from folio.repository.model import KnownSource, NotCounted
from folio.repository.tree import Tree

MIGRATION = re.compile(r"(^|/)(migrations|alembic/versions)/", re.I)
TRANSLATION = re.compile(r"(^|/)locales?/|\.(po|pot|mo)$", re.I)
WORDS = {
    "migrations-excluded": "of migrations, which a tool writes",
    "generated-code": "written or minified by a tool",
    "lock": "of pinned versions",
    "translations": "of translations",
    "vendored": "in folders of other people's or of a tool",
}
GUARDS = {"lock": "generated-code", "translations": "generated-code"}


def detect(tree: Tree, origins: Mapping[str, KnownSource], apart: Collection[str] = ()) -> tuple[NotCounted, ...]:
    """What is left out, by guard and reason.

    `origins` are the files of known sources, and `apart` those of a collection beyond its largest projects.
    """
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path, source in origins.items():
        guard = "template" if source.kind == "template" else "tutorial-clone"
        groups[guard, f"mostly or wholly from {source.name}"].append(path)
    if apart:
        reason = "of further projects in a collection, of which the three largest are measured together"
        groups["collection", reason] = list(apart)
    others = {*origins, *apart}
    for path in tree.of_kind(Kind.GENERATED, Kind.VENDORED):
        if path not in others:
            name = "vendored" if tree.kind(path) is Kind.VENDORED else _generated(path)
            groups[GUARDS.get(name, name), WORDS[name]].append(path)
    return tuple(
        NotCounted(guard=guard, reason=reason, files=len(paths), example=min(paths))
        for (guard, reason), paths in sorted(groups.items())
    )


def _generated(path: str) -> str:
    if is_lock(path):
        return "lock"
    if MIGRATION.search(path):
        return "migrations-excluded"
    return "translations" if TRANSLATION.search(path) else "generated-code"
