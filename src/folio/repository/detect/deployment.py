"""Files that say how the project is deployed, and how carefully. Source: rubric, `deployment-config`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from folio.document import Document
from folio.repository.classify import Kind, ending, language
from folio.repository.dockerfiles import instructions
from folio.repository.model import Deployment
from folio.repository.tree import Tree

DOCKERFILE = re.compile(r"(^|/)((docker|container)file(\.[\w.-]+)?|[^/]+\.dockerfile)$", re.I)
COMPOSE = re.compile(r"(^|/)(docker-)?compose([.-][\w.-]+)?\.ya?ml$", re.I)
WORKLOADS = frozenset({"Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Pod", "Service", "Rollout"})

PLATFORMS: tuple[tuple[str, re.Pattern[str], str, str], ...] = (
    # kind, path, what pins its runtime, what starts or checks it
    (
        "fly",
        re.compile(r"(^|/)fly(\.\w+)?\.toml$"),
        r"^\s*image\s*=.*[:@]|builder\s*=",
        r"check|processes|\[http_service\]",
    ),
    ("render", re.compile(r"(^|/)render\.yaml$"), r"_VERSION|image:", r"startCommand|healthCheckPath|dockerCommand"),
    (
        "vercel",
        re.compile(r"(^|/)(vercel|now)\.json$"),
        r"\"runtime\"|\"node\"",
        r"\"(builds|functions|rewrites|crons)\"",
    ),
    ("netlify", re.compile(r"(^|/)netlify\.toml$"), r"_VERSION", r"command\s*="),
    ("app-engine", re.compile(r"(^|/)app\.yaml$"), r"^runtime:\s*\w+\d", r"^entrypoint:|readiness_check|handlers:"),
    ("serverless", re.compile(r"(^|/)serverless\.(ya?ml|ts)$"), r"runtime:\s*\S*\d", r"handler:"),
    ("sam", re.compile(r"(^|/)(template|samconfig)\.(ya?ml|toml)$"), r"Runtime:\s*\S*\d", r"Handler:|AWS::Serverless"),
    ("cdk", re.compile(r"(^|/)cdk\.json$"), r"\"app\"", r"\"app\""),
    ("wrangler", re.compile(r"(^|/)wrangler\.(toml|jsonc?)$"), r"compatibility_date", r"\bmain\b"),
    ("railway", re.compile(r"(^|/)railway\.(json|toml)$"), r"builder", r"startCommand|healthcheckPath"),
    ("heroku", re.compile(r"(^|/)(heroku\.yml|app\.json)$"), r"\"stack\"|docker:", r"run:|\"formation\""),
    ("cloud-build", re.compile(r"(^|/)cloudbuild\.(ya?ml|json)$"), r":[\w.]*\d", r"run|deploy"),
    ("modal", re.compile(r"(^|/)modal_app\.py$"), r"python_version", r"@app\.function|@stub\.function"),
    ("bentoml", re.compile(r"(^|/)bentofile\.ya?ml$"), r"python_version|lock_packages", r"service:"),
    ("truss", re.compile(r"(^|/)truss\.ya?ml$"), r"python_version", r"model_class_name"),
    ("pulumi", re.compile(r"(^|/)Pulumi\.ya?ml$"), r"runtime:", r"main:|runtime:"),
    ("systemd", re.compile(r"(^|/)[\w@.-]+\.service$"), r"$^", r"ExecStart="),
)


def detect(tree: Tree) -> tuple[Deployment, ...]:
    """Every deployment file that is not vendored, generated or a test's, sorted by path."""
    found: list[Deployment] = []
    for path in tree.own:
        if language(path) and not any(pattern.search(path) for _, pattern, *_ in PLATFORMS):
            continue  # code would be fetched again, file by file
        text = tree.read(path)
        if (text and tree.kind(path) not in (Kind.TEST, Kind.DOCS) and (seen := _one(tree, path, text))) or (
            text and path == "README.md" and (seen := _space(path, text))
        ):
            found.append(seen)
    return tuple(found)


def _one(tree: Tree, path: str, text: str) -> Deployment | None:
    if DOCKERFILE.search(path):
        return _dockerfile(tree, path, text)
    if COMPOSE.search(path):
        return _compose(tree, path)
    name = path.rsplit("/", 1)[-1]
    if name == "Procfile":
        pinned = any(tree.read(one) for one in ("runtime.txt", ".python-version", ".tool-versions"))
        started = re.search(r"^\w+:\s*\S", text, re.M) is not None
        return (
            _made("procfile", path, pinned=pinned, unprivileged=True, small=False, supervised=started)
            if started
            else None
        )
    for kind, pattern, pin, start in PLATFORMS:
        if pattern.search(path):
            pinned, started = (re.search(rule, text, re.M) is not None for rule in (pin, start))
            if not (pinned or started):  # another tool's file by the same name
                continue
            managed = kind != "systemd" or re.search(r"^User=(?!root)", text, re.M) is not None
            ignored = any(tree.read(one) is not None for one in (f".{kind}ignore", ".dockerignore", ".gcloudignore"))
            return _made(kind, path, pinned=pinned, unprivileged=managed, small=ignored, supervised=started)
    if ending(path) == "tf":
        return _terraform(tree, path, text)
    if name == "Chart.yaml":
        return _made("helm", path, pinned="appVersion" in text, unprivileged=_says(tree, path, "runAsNonRoot"),
                     small=f"{path.removesuffix('Chart.yaml')}.helmignore" in tree.sizes, supervised=_says(tree,
                         path, "Probe:"))  # fmt: skip
    if ending(path) in ("yaml", "yml") and re.search(r"^apiVersion:\s*\S", text, re.M):
        return _kubernetes(tree, path)
    return None


def _made(kind: str, path: str, *, pinned: bool, unprivileged: bool, small: bool, supervised: bool) -> Deployment:
    return Deployment(
        kind=kind, path=path, pinned=pinned, unprivileged=unprivileged, small=small, supervised=supervised
    )


def _dockerfile(tree: Tree, path: str, text: str) -> Deployment | None:
    arguments: dict[str, str] = {}
    stages: list[str] = []
    images: list[str] = []
    user, started = "", False
    for word, rest in instructions(text):
        if word == "ARG" and "=" in rest:
            name, _, value = rest.partition("=")
            arguments.setdefault(name.strip(), value.strip().strip("\"'"))
        elif word == "FROM":
            parts = [part for part in rest.split() if not part.startswith("--")]
            image = re.sub(
                r"\$\{?(\w+)(?::-[^}]*)?\}?", lambda found: arguments.get(found[1], ""), parts[0] if parts else ""
            )
            if image not in stages:
                images.append(image)
            stages.append(parts[2] if len(parts) == 3 and parts[1].upper() == "AS" else f"stage {len(stages)}")
            user, started = ("nonroot", started) if "nonroot" in image else ("", False)
        elif word == "USER":
            user = rest.split(":")[0].strip()
        elif word in ("HEALTHCHECK", "CMD", "ENTRYPOINT"):
            started = started or not (word == "HEALTHCHECK" and rest.strip().upper() == "NONE")
    if not stages:
        return None
    folder = path.rpartition("/")[0]
    ignored = any(
        one in tree.sizes for one in (f"{path}.dockerignore", f"{folder}/.dockerignore".lstrip("/"), ".dockerignore")
    )
    return _made("dockerfile", path, pinned=all(map(is_pinned, images)), unprivileged=user not in ("", "root", "0"),
                 small=ignored or len(stages) > 1, supervised=started)  # fmt: skip


def is_pinned(image: str) -> bool:
    """Whether a container image names a version: a digest, or a tag, with a number in it or in the name."""
    if "@sha256:" in image or image == "scratch":
        return True
    name, _, tag = image.rsplit("/", 1)[-1].partition(":")
    return tag not in ("", "latest") and re.search(r"\d", name + tag) is not None


def _mappings(value: object) -> Iterator[dict[str, object]]:
    """`value` and every mapping inside it."""
    if isinstance(value, dict):
        yield value
    for inside in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _mappings(inside)


def _compose(tree: Tree, path: str) -> Deployment | None:
    documents = tree.yaml(path)
    top = documents[0].data if documents else None
    services = top.get("services") if isinstance(top, dict) else None
    known = [one for one in services.values() if isinstance(one, dict)] if isinstance(services, dict) else []
    if not known:
        return None
    images = [str(one["image"]) for one in known if one.get("image") and not one.get("build")]
    return _made("compose", path, pinned=bool(images) and all(map(is_pinned, images)),
        unprivileged=all("user" in one for one in known),
                 small=".dockerignore" in tree.sizes, supervised=any({"healthcheck",
                     "command"} & one.keys() for one in known))  # fmt: skip


def _kubernetes(tree: Tree, path: str) -> Deployment | None:
    documents = [one for one in tree.yaml(path) if _kind(one) in WORKLOADS]
    if not documents:
        return None
    parts = [part for one in documents for part in _mappings(one.data)]
    images = [str(part["image"]) for part in parts if isinstance(part.get("image"), str)]
    safe = any(part.get("runAsNonRoot") == "true" or part.get("runAsUser") not in (None, "0") for part in parts)
    return _made("kubernetes", path, pinned=bool(images) and all(map(is_pinned, images)), unprivileged=safe,
        small=False,
                 supervised=any({"livenessProbe", "readinessProbe",
                     "command"} & part.keys() for part in parts))  # fmt: skip


def _kind(document: Document) -> str:
    return str(document.data.get("kind")) if isinstance(document.data, dict) else ""


def _terraform(tree: Tree, path: str, text: str) -> Deployment | None:
    if not re.search(r'^\s*(resource|module)\s+"', text, re.M):
        return None
    return _made("terraform", path, pinned=_says(tree, path, r"required_providers|\bversion\s*="), unprivileged=True,
                 small=False, supervised=re.search(r"health_check|healthcheck|_probe|command",
                     text) is not None)  # fmt: skip


def _says(tree: Tree, path: str, pattern: str) -> bool:
    """Whether a file in the folder of `path`, or below it, holds the pattern."""
    folder = path.rpartition("/")[0]
    search: Callable[[str], object] = re.compile(pattern).search
    return any(
        search(tree.read(one) or "")
        for one in tree.of_kind(Kind.CONFIG)
        if one.startswith(f"{folder}/" if folder else "")
    )


def _space(path: str, text: str) -> Deployment | None:
    """A Hugging Face Space says how it runs in its README's front matter."""
    head = text[: text.find("\n---", 4)] if text.startswith("---\n") else ""
    if not re.search(r"^sdk:\s*(gradio|streamlit|docker|static)", head, re.M):
        return None
    pinned = re.search(r"^(sdk_version|python_version):\s*\S", head, re.M) is not None
    return _made(
        "space",
        path,
        pinned=pinned,
        unprivileged=True,
        small=False,
        supervised="app_file:" in head or "sdk: docker" in head,
    )
