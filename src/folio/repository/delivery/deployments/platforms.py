"""Platforms that are described in a file of theirs, in the README of a Space, or in Python."""

from __future__ import annotations

import re

from folio.repository.code.tables.platforms import BY_IMPORT, PLATFORMS, UNPRIVILEGED
from folio.repository.delivery.deployments.made import made
from folio.repository.model import Deployment
from folio.repository.tree import Tree

PROCESS = re.compile(r"^\w+:\s*\S", re.M)
RUNTIMES = ("runtime.txt", ".python-version", ".tool-versions", ".nvmrc", ".ruby-version", "system.properties")
SPACE = re.compile(r"^sdk:\s*(gradio|streamlit|docker|static)", re.M)
VERSION = re.compile(r"^(sdk_version|python_version):\s*\S", re.M)
IN_CODE = re.compile(r"python_version|from_registry\([\"'][^\"']*:[\w.]*\d|==\d")


def platform(tree: Tree, path: str, text: str) -> Deployment | None:
    """What a file of a platform says; another tool's file by the same name says nothing of it."""
    for one in PLATFORMS:
        if one.files.search(path) and one.says.search(text):
            rule = UNPRIVILEGED.get(one.kind)
            ignored = any(name in tree.sizes for name in (f".{one.kind}ignore", ".dockerignore", ".gcloudignore"))
            return made(
                one.kind,
                path,
                pinned=one.pins.search(text) is not None,
                unprivileged=rule is None or rule.search(text) is not None,
                small=ignored,
                supervised=one.starts.search(text) is not None,
            )
    return None


def procfile(tree: Tree, path: str, text: str) -> Deployment | None:
    """Processes that a platform starts."""
    if not PROCESS.search(text):
        return None
    pinned = any(name in tree.sizes for name in RUNTIMES)
    return made("procfile", path, pinned=pinned, unprivileged=True, small=False, supervised=True)


def space(path: str, text: str) -> Deployment | None:
    """A Hugging Face Space says how it runs in its README's front matter."""
    head = text[: text.find("\n---", 4)] if text.startswith("---\n") else ""
    if not SPACE.search(head):
        return None
    pinned = VERSION.search(head) is not None
    started = "app_file:" in head or "sdk: docker" in head
    return made("space", path, pinned=pinned, unprivileged=True, small=False, supervised=started)


def in_code(tree: Tree, path: str) -> Deployment | None:
    """A platform that takes its description from decorated Python."""
    packages = tree.scans[path].packages if path in tree.scans else frozenset()
    for kind in sorted(packages & BY_IMPORT.keys()):
        text = tree.read(path) or ""
        if BY_IMPORT[kind].search(text):
            pinned = IN_CODE.search(text) is not None
            return made(kind, path, pinned=pinned, unprivileged=True, small=False, supervised=True)
    return None
