"""Files that say how the project is deployed, and how carefully. Source: rubric, `deployment-config`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from folio.repository.classify import Kind, ending
from folio.repository.delivery.deployments.clusters import helm, kubernetes, terraform
from folio.repository.delivery.deployments.containers import compose, dockerfile
from folio.repository.delivery.deployments.platforms import in_code, platform, procfile, space
from folio.repository.model import Deployment
from folio.repository.tree import Tree

DOCKERFILE = re.compile(r"(^|/)((docker|container)file(\.[\w.-]+)?|[^/]+\.dockerfile)$", re.I)
COMPOSE = re.compile(r"(^|/)(docker-)?compose([.-][\w.-]+)?\.ya?ml$", re.I)
RESOURCE = re.compile(r"^apiVersion:\s*\S", re.M)


def detect(tree: Tree) -> tuple[Deployment, ...]:
    """Every deployment file that is not vendored, generated or a test's, sorted by path."""
    return tuple(found for path in tree.own if (found := _one(tree, path)) is not None)


def _one(tree: Tree, path: str) -> Deployment | None:
    what = tree.kind(path)
    if ".devcontainer" in path.split("/"):  # where it is written, not where it runs
        return None
    if what in (Kind.TEST, Kind.DOCS):
        return space(path, tree.read(path) or "") if path == "README.md" else None
    if what is Kind.SOURCE and not path.endswith("sst.config.ts"):
        return in_code(tree, path) if path.endswith(".py") else None
    text = tree.read(path)
    return next((found for found in _readings(tree, path, text) if found is not None), None) if text else None


def _readings(tree: Tree, path: str, text: str) -> Iterator[Deployment | None]:
    """What the file can be read as, the surest first."""
    name = path.rsplit("/", 1)[-1]
    if DOCKERFILE.search(path):
        yield dockerfile(tree, path, text)
    elif COMPOSE.search(path):
        yield compose(tree, path)
    elif name == "Procfile":
        yield procfile(tree, path, text)
    elif name == "Chart.yaml":
        yield helm(tree, path)
    elif ending(path) == "tf":
        yield terraform(tree, path, text)
    else:
        if ending(path) in ("yaml", "yml") and RESOURCE.search(text):
            yield kubernetes(tree, path)
        yield platform(tree, path, text)
