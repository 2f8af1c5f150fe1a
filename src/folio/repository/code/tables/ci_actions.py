"""Ready-made steps of continuous integration that test, check or deliver, by their names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

DELIVER = re.compile(
    r"(pypa/gh-action-pypi-publish|actions/deploy-pages|peaceiris/actions-gh-pages"
    r"|jamesives/github-pages-deploy-action"
    r"|google-github-actions/(deploy-\w+|upload-cloud-storage)|GoogleCloudPlatform/\S*deploy\S*"
    r"|aws-actions/(amazon-ecs-deploy-task-definition|aws-cloudformation-github-deploy"
    r"|aws-lambda-deploy\S*|\S*deploy\S*)"
    r"|azure/(webapps|functions|k8s|container-apps|static-web-apps|aks)\S*(deploy\w*|action)"
    r"|cloudflare/(wrangler-action|pages-action)|akhileshns/heroku-deploy|amondnet/vercel-action"
    r"|nwtgck/actions-netlify|netlify/actions"
    r"|appleboy/(ssh|scp)-action|goreleaser/goreleaser-action|softprops/action-gh-release"
    r"|ncipollo/release-action|actions/create-release"
    r"|firebaseextended/action-hosting-deploy|burnett01/rsync-deployments|easingthemes/ssh-deploy"
    r"|samkirkland/ftp-deploy-action"
    r"|js-devtools/npm-publish|huggingface/\S*|\S*sync-to-huggingface\S*|pulumi/actions"
    r"|semantic-release\S*|cycjimmy/semantic-release-action"
    r"|python-semantic-release/\S+|changesets/action|superfly/flyctl-actions\S*deploy\S*"
    r"|digitalocean/app_action\S*|render\S*/\S*deploy\S*"
    r"|katyo/publish-crates|juliaregistries/tagbot|r-lib/actions/\S*publish\S*|posit-dev/\S*(connect"
    r"|deploy)\S*|quarto-dev/quarto-actions/publish"
    r"|helm/chart-releaser-action|stefanprodan/helm-gh-pages|\S*kamal\S*deploy\S*|dokku/github-action"
    r"|serverless/github-action|modal-labs/\S*deploy\S*"
    r"|gradle/\S*publish\S*|sbt/\S*release\S*|rubygems/release-gem|wagoid/\S*release\S*|home-assistant/builder"
    r"|deploy: \S+"  # Travis CI
    r"|(AzureWebApp|AzureFunctionApp|AzureRmWebAppDeployment|AzureContainerApps|KubernetesManifest"
    r"|HelmDeploy|AzureStaticWebApp|AzureAppServiceManage|UniversalPackages)@\d"
    r"|atlassian/(\S*deploy\S*|\S*publish\S*|aws-s3-\S+|aws-ecs-\S+|google-\S+|heroku-\S+|ssh-run"
    r"|scp-\S+|rsync-\S+|firebase-\S+|ftp-\S+|pypi-\S+|npm-\S+)"
    r"|(plugins|woodpeckerci)/(plugin-)?(docker\S*|ecr|gcr|acr|gar|kaniko\S*|s3\S*|heroku|npm|pypi"
    r"|github-release|gitea-release|release|scp|ssh|rsync|helm\S*)"
    r"|appleboy/drone-\S+|drillster/drone-\S+"
    r"|[\w.-]+/(deploy|publish|push|build-and-push)[\w-]*$)",  # orbs of CircleCI
    re.I,
)  # fmt: skip
TEST = re.compile(
    r"(cypress-io/github-action|julia-actions/julia-runtest|r-lib/actions/check-r-package"
    r"|pavelzw/pytest-action|borales/actions-yarn.*test"
    r"|pytest-dev/\S+|helm/chart-testing-action|scala-steward-org/\S*test\S*)(@|$)", re.I
)  # fmt: skip
LINT = re.compile(
    r"(pre-commit/action|j178/prek-action|tox-dev/action-pre-commit-uv|(astral-sh"
    r"|chartboost)/ruff-action|psf/black|golangci/golangci-lint-action"
    r"|super-linter/\S+|github/super-linter\S*|oxsecurity/megalinter\S*|jakebailey/pyright-action"
    r"|reviewdog/\S+|biomejs/setup-biome.*ci|actions-rs/clippy-check"
    r"|giraffate/clippy-action|auguwu/clippy-action|julia-actions/julia-format|domluna/\S*format\S*"
    r"|reviewdog/action-\S+|cpp-linter/cpp-linter-action"
    r"|jidicula/clang-format-action|doozyx/clang-format-lint-action|posit-dev/setup-air.*check"
    r"|etiennebacher/setup-jarl|yu-iskw/action-sqlfluff"
    r"|hadolint/hadolint-action|ludeeus/action-shellcheck|rhysd/actionlint|isort/isort-action"
    r"|wearerequired/lint-action|trunk-io/trunk-action)(@|$)", re.I
)  # fmt: skip
CONDITIONAL = re.compile(
    r"(docker/(build-push|bake)-action|redhat-actions/buildah-build|depot/(build-push|bake)-action)@", re.I
)
"""Actions that deliver when they are told to."""


def _words(*keys: str, before: str) -> Callable[[Mapping[str, object]], str]:
    return lambda inputs: " ".join([before, *(str(inputs.get(key) or "") for key in keys)]).strip()


AS_COMMANDS: tuple[tuple[re.Pattern[str], Callable[[Mapping[str, object]], str]], ...] = (
    (re.compile(r"(actions-rs/cargo|clechasseur/rs-cargo|houseabsolute/actions-rust-cross)@"),
     _words("command", "args", before="cargo")),
    (re.compile(r"gradle/(gradle-build-action|actions/setup-gradle)@"), _words("arguments", before="gradle")),
    (re.compile(r"borales/actions-yarn@", re.I), _words("cmd", before="yarn")),
    (re.compile(r"(coursier|sbt)/\S*sbt\S*@"), _words("args", before="sbt")),
)  # fmt: skip
"""Actions that are given a command, and how it would be typed."""
TASKS: tuple[tuple[re.Pattern[str], Callable[[Mapping[str, object]], str]], ...] = (
    (re.compile(r"Maven@\d"), lambda inputs: f"mvn {inputs.get('goals') or 'package'}"),
    (re.compile(r"Gradle@\d"), lambda inputs: f"gradle {inputs.get('tasks') or 'build'}"),
    (re.compile(r"DotNetCoreCLI@\d"), _words("command", before="dotnet")),
    (re.compile(r"Go@\d"), _words("command", before="go")),
    (re.compile(r"Npm@\d"), lambda inputs: f"npm {inputs.get('customCommand') or inputs.get('command') or ''}"),
    (re.compile(r"Docker@\d"), lambda inputs: "docker push" if "push" in str(inputs.get("command")).lower() else ""),
    (re.compile(r"VSTest@\d"), lambda inputs: "dotnet test"),
    (re.compile(r"TerraformTask\S*@\d"), _words("command", before="terraform")),
)
"""Tasks of Azure Pipelines, and the command that they stand for."""
