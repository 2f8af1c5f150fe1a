"""Kubernetes' manifests by their kinds, Helm's charts, and Terraform's resources."""

from __future__ import annotations

import re

from folio.document import Document
from folio.repository.delivery.deployments.containers import VARIABLE
from folio.repository.delivery.deployments.made import is_pinned, made, mappings, says
from folio.repository.model import Deployment
from folio.repository.tree import Tree

WORKLOADS = frozenset({"Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Pod", "Service", "Rollout"}
                      | {"DeploymentConfig", "InferenceService", "SeldonDeployment", "RayService", "RayCluster"}
                      | {"CronWorkflow", "WorkflowTemplate", "Application", "HelmRelease"})  # fmt: skip
RESOURCE = re.compile(r'^\s*(resource|module)\s+"', re.M)
SUPERVISED = re.compile(r"health_check|healthcheck|_probe|command|handler")


def kubernetes(tree: Tree, path: str) -> Deployment | None:
    """The workloads in a manifest; a resource of a kind that runs nothing is none."""
    documents = [one for one in tree.yaml(path) if _kind(one) in WORKLOADS]
    if not documents:
        return None
    parts = [part for one in documents for part in mappings(one.data)]
    images = [VARIABLE.sub("", str(part["image"])) for part in parts if isinstance(part.get("image"), str)]
    safe = any(part.get("runAsNonRoot") == "true" or part.get("runAsUser") not in (None, "0") for part in parts)
    return made(
        "kubernetes",
        path,
        pinned=bool(images) and all(map(is_pinned, images)),
        unprivileged=safe,
        small=False,
        supervised=any({"livenessProbe", "readinessProbe", "startupProbe", "command"} & part.keys() for part in parts),
    )


def helm(tree: Tree, path: str) -> Deployment:
    """A chart with all of its templates."""
    folder = path.removesuffix("Chart.yaml")
    return made(
        "helm",
        path,
        pinned="appVersion" in (tree.read(path) or ""),
        unprivileged=says(tree, path, "runAsNonRoot"),
        small=f"{folder}.helmignore" in tree.sizes,
        supervised=says(tree, path, "Probe:"),
    )


def terraform(tree: Tree, path: str, text: str) -> Deployment | None:
    """A file that makes something; variables and outputs alone make nothing."""
    if not RESOURCE.search(text):
        return None
    return made(
        "terraform",
        path,
        pinned=says(tree, path, r"required_providers|\bversion\s*="),
        unprivileged=True,
        small=False,
        supervised=SUPERVISED.search(text) is not None,
    )


def _kind(document: Document) -> str:
    return str(document.data.get("kind")) if isinstance(document.data, dict) else ""
