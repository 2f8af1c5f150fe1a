"""Dockerfiles by their instructions, and compose files by their services."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from folio.repository.delivery.deployments.made import is_pinned, made
from folio.repository.delivery.dockerfiles import instructions
from folio.repository.model import Deployment
from folio.repository.tree import Tree

VARIABLE = re.compile(r"\$\{?(\w+)(?::?-([^}]*))?\}?")
ROOT = frozenset({"", "root", "0"})


@dataclass(frozen=True, slots=True)
class Stage:
    """What the image is like after the instructions so far; one that builds on another begins as that one ended."""

    user: str = ""
    started: bool = False


def dockerfile(tree: Tree, path: str, text: str) -> Deployment | None:
    """The image that its last stage makes."""
    arguments: dict[str, str] = {}
    stages: dict[str, Stage] = {}
    images: list[str] = []
    name, now = "", Stage()
    for word, rest in instructions(text):
        if word == "ARG" and "=" in rest:
            key, _, value = rest.partition("=")
            arguments.setdefault(key.strip(), value.strip().strip("\"'"))
        elif word == "FROM":
            parts = [part for part in rest.split() if not part.startswith("--")]
            image = VARIABLE.sub(lambda found: arguments.get(found[1], found[2] or ""), parts[0] if parts else "")
            if image not in stages:
                images.append(image)
            now = stages.get(image, Stage(user="nonroot" if "nonroot" in image else ""))
            name = parts[2] if len(parts) == 3 and parts[1].upper() == "AS" else f"stage {len(stages)}"
        elif word == "USER":
            now = replace(now, user=rest.split(":")[0].strip())
        elif word in ("CMD", "ENTRYPOINT") or (word == "HEALTHCHECK" and rest.strip().upper() != "NONE"):
            now = replace(now, started=True)
        if name:
            stages[name] = now
    if not stages:
        return None
    folder = path.rpartition("/")[0]
    ignored = any(
        one in tree.sizes for one in (f"{path}.dockerignore", f"{folder}/.dockerignore".lstrip("/"), ".dockerignore")
    )
    return made(
        "dockerfile",
        path,
        pinned=all(map(is_pinned, images)),
        unprivileged=now.user not in ROOT,
        small=ignored or len(stages) > 1,
        supervised=now.started,
    )


def compose(tree: Tree, path: str) -> Deployment | None:
    """The services of a compose file."""
    documents = tree.yaml(path)
    top = documents[0].data if documents else None
    services = top.get("services") if isinstance(top, dict) else None
    known = [one for one in services.values() if isinstance(one, dict)] if isinstance(services, dict) else []
    if not known:
        return None
    images = [VARIABLE.sub(lambda found: found[2] or "", str(one["image"])) for one in known
              if one.get("image") and not one.get("build")]  # fmt: skip
    return made(
        "compose",
        path,
        pinned=bool(images) and all(map(is_pinned, images)),
        unprivileged=all(str(one.get("user", "")).split(":")[0] not in ROOT for one in known),
        small=".dockerignore" in tree.sizes,
        supervised=any({"healthcheck", "command"} & one.keys() for one in known),
    )
