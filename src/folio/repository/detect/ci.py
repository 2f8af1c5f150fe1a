"""Continuous integration: which commands it really runs. Source: rubric, `ci-runs-tests` and `cd-pipeline`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from folio.document import Document, KeyPath
from folio.repository.commands import Command, Purpose, split
from folio.repository.model import Ci, Place
from folio.repository.tasks import followed, taken
from folio.repository.tree import Tree

SYSTEMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("GitHub Actions", re.compile(r"\.github/workflows/[^/]+\.ya?ml")),
    ("Forgejo Actions", re.compile(r"\.(forgejo|gitea)/workflows/[^/]+\.ya?ml")),
    ("GitLab CI", re.compile(r"\.gitlab-ci\.ya?ml|\.gitlab/ci/[^/]+\.ya?ml")),
    ("CircleCI", re.compile(r"\.circleci/config\.ya?ml")),
    ("Azure Pipelines", re.compile(r"(\.azure/|\.azuredevops/)?azure-pipelines[^/]*\.ya?ml")),
    ("Bitbucket Pipelines", re.compile(r"bitbucket-pipelines\.ya?ml")),
    ("Travis CI", re.compile(r"\.travis\.ya?ml")),
    ("Woodpecker CI", re.compile(r"\.woodpecker\.ya?ml|\.woodpecker/[^/]+\.ya?ml")),
    ("Drone", re.compile(r"\.drone\.ya?ml")),
    ("Cirrus CI", re.compile(r"\.cirrus\.ya?ml")),
    ("SourceHut", re.compile(r"\.build\.ya?ml|\.builds/[^/]+\.ya?ml")),
    ("Buildkite", re.compile(r"\.buildkite/pipeline[^/]*\.ya?ml")),
    ("AppVeyor", re.compile(r"\.?appveyor\.ya?ml")),
    ("Jenkins", re.compile(r"Jenkinsfile[^/]*")),
    ("local CI", re.compile(r"\.ci/[\w.-]+")),
)
SCRIPT_KEYS = frozenset({"run", "script", "before_script", "after_script", "command", "commands", "bash", "sh",
    "pwsh", "tasks", "install",
                         "before_install", "test_script", "build_script", "deploy", "test", "build",
                         "inlineScript"})  # fmt: skip
JENKINS = re.compile(r"\b(?:sh|bat)\s*\(?\s*(?:script:\s*)?('''|\"\"\"|'|\")(.{1,4000}?)\1", re.S)
ACTIONS = re.compile(
    r"(pypa/gh-action-pypi-publish|actions/deploy-pages|peaceiris/actions-gh-pages"
    r"|jamesives/github-pages-deploy-action|google-github-actions/deploy-\w+"
    r"|aws-actions/(amazon-ecs-deploy-task-definition|aws-cloudformation-github-deploy)|azure/(webapps|functions"
    r"|k8s|container-apps)-?(deploy\w*|action)"
    r"|cloudflare/(wrangler-action|pages-action)|akhileshns/heroku-deploy|amondnet/vercel-action"
    r"|nwtgck/actions-netlify|netlify/actions"
    r"|appleboy/(ssh|scp)-action|goreleaser/goreleaser-action|softprops/action-gh-release|ncipollo/release-action"
    r"|firebaseextended/action-hosting-deploy"
    r"|burnett01/rsync-deployments|easingthemes/ssh-deploy|js-devtools/npm-publish|huggingface/\S*|pulumi/actions"
    r"|semantic-release\S*"
    r"|cycjimmy/semantic-release-action|python-semantic-release/\S+|changesets/action|release-drafter/\S+)@",
    re.I,
)
TEST_ACTIONS = re.compile(
    r"(cypress-io/github-action|julia-actions/julia-runtest|r-lib/actions/check-r-package|pre-commit/action)@", re.I
)
LINT_ACTIONS = re.compile(r"(pre-commit/action|(astral-sh|chartboost)/ruff-action|psf/black"
                          r"|golangci/golangci-lint-action|super-linter/\S+|github/super-linter\S*"
                          r"|jakebailey/pyright-action|reviewdog/\S+)@", re.I)  # fmt: skip
MAX_PLACES = 40


@dataclass(frozen=True, slots=True)
class Step:
    """Something that CI runs: a script, or an action of GitHub's kind."""

    path: str
    line: int
    script: str = ""
    action: str = ""
    pushes: bool = True


def detect(tree: Tree) -> Ci:
    """Its files, and the steps that reach a test runner, a linter, or somebody else's machine. A stub has none."""
    systems: set[str] = set()
    files: list[str] = []
    found: dict[Purpose, list[Place]] = {purpose: [] for purpose in Purpose}
    for path in tree.own:
        system = next((name for name, pattern in SYSTEMS if pattern.fullmatch(path)), None)
        if system is None:
            continue
        steps = list(_steps(tree, path, system))
        if steps:
            systems.add(system)
            files.append(path)
        for step in steps:
            for purpose, command in _purposes(tree, step):
                found[purpose].append(Place(name=command, path=path, line=step.line))
    return Ci(
        systems=tuple(sorted(systems)),
        files=tuple(files),
        test_steps=_tidy(found[Purpose.TEST]),
        deploy_steps=_tidy(found[Purpose.DEPLOY]),
        lint_steps=_tidy(found[Purpose.LINT]),
    )


def _tidy(places: list[Place]) -> tuple[Place, ...]:
    return tuple(sorted(set(places), key=lambda one: (one.path, one.line, one.name))[:MAX_PLACES])


def _purposes(tree: Tree, step: Step) -> Iterator[tuple[Purpose, str]]:
    if step.action:
        if ACTIONS.match(step.action) or (step.action.lower().startswith("docker/build-push-action@") and step.pushes):
            yield Purpose.DEPLOY, f"uses {step.action}"
        if TEST_ACTIONS.match(step.action) and "pre-commit" not in step.action:
            yield Purpose.TEST, f"uses {step.action}"
        if LINT_ACTIONS.match(step.action):
            yield Purpose.LINT, f"uses {step.action}"
        return
    for number, line in enumerate(split(step.script)):
        for purpose in sorted(followed(tree, line)):
            yield purpose, _shown(line, number)


def _shown(command: Command, number: int) -> str:
    text = " ".join(command.words)
    return text if len(text) <= 120 else f"{text[:117]}..."


def _steps(tree: Tree, path: str, system: str) -> Iterator[Step]:
    if system == "Jenkins":
        text = tree.read(path) or ""
        for match in JENKINS.finditer(text):
            yield Step(path, text.count("\n", 0, match.start()) + 1, script=match[2])
        return
    if system == "local CI":
        text = tree.read(path) or ""
        if text.startswith("#!"):
            yield Step(path, 1, script=taken(text, ""))
        return
    for document in tree.yaml(path):
        yield from _walk(tree, document, document.data, (), path, 0)


def _walk(tree: Tree, document: Document, value: object, at: KeyPath, path: str, depth: int) -> Iterator[Step]:
    if depth > 15:
        return
    if isinstance(value, list):
        for number, one in enumerate(value):
            yield from _walk(tree, document, one, (*at, number), path, depth + 1)
        return
    if not isinstance(value, dict) or str(value.get("if")).strip().lower() in ("false", "${{ false }}"):
        return
    if isinstance(uses := value.get("uses"), str):
        given = value.get("with")
        pushes = not isinstance(given, dict) or str(given.get("push", "false")).lower() not in ("false", "none")
        line = document.where((*at, "uses")).line
        if uses.startswith("./"):
            for name in ("action.yml", "action.yaml"):
                for inner in tree.yaml(f"{uses[2:].rstrip('/')}/{name}"):
                    for step in _walk(tree, inner, inner.data, (), path, depth + 4):
                        yield Step(path, line, step.script, step.action, step.pushes)
        yield Step(path, line, action=uses, pushes=pushes and isinstance(given, dict))
        if isinstance(given, dict) and isinstance(given.get("inlineScript"), str):
            yield Step(path, line, script=str(given["inlineScript"]))
        return
    for key, one in value.items():
        place = (*at, key)
        if key in SCRIPT_KEYS and (scripts := _scripts(one)) is not None:
            for inside, script in scripts:
                yield Step(path, document.where((*place, *inside)).line, script=script)
        elif key not in ("env", "variables", "with", "on"):
            yield from _walk(tree, document, one, place, path, depth + 1)


def _scripts(value: object) -> list[tuple[KeyPath, str]] | None:
    """The scripts under a key: a text, or a list of texts (GitLab nests them one deeper); None when it holds more."""
    if isinstance(value, str):
        return [((), value)]
    if isinstance(value, list) and not any(isinstance(one, dict) for one in value):
        return [
            ((number,), str(text))
            for number, one in enumerate(value)
            for text in (one if isinstance(one, list) else [one])
            if text is not None
        ]
    return None
