"""Continuous integration, system by system: what counts as a test that gates, and what only looks like one."""

from __future__ import annotations

import pytest
from tests.repository.build import tree_of

from folio.repository.detect import ci
from folio.repository.model import Ci

WORKFLOW = ".github/workflows/ci.yml"
HEAD = "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n"


def seen(files: dict[str, str]) -> Ci:
    return ci.detect(tree_of(files))


def runs(files: dict[str, str]) -> list[str]:
    return [one.name for one in seen(files).test_steps]


@pytest.mark.parametrize(
    ("text", "commands"),
    [
        (f"{HEAD}    steps:\n    - run: pytest\n", ["pytest"]),
        (f"{HEAD}    steps:\n    - run: pytest\n      continue-on-error: true\n", []),
        (f"{HEAD}    continue-on-error: true\n    steps:\n    - run: pytest\n", []),
        (f"{HEAD}    steps:\n    - run: pytest\n      continue-on-error: ${{{{ matrix.new }}}}\n", ["pytest"]),
        (f"{HEAD}    steps:\n    - run: pytest || true\n", []),
        (f"{HEAD}    steps:\n    - run: pytest\n      if: false\n", []),
        (f"{HEAD}    if: ${{{{ false }}}}\n    steps:\n    - run: pytest\n", []),
        (f"{HEAD}    steps:\n    - run: echo ok\n    # - run: pytest\n", []),
        (
            f"{HEAD}    steps:\n    - run: |\n        x <- 1\n        devtools::test()\n      shell: Rscript {{0}}\n",
            ["Rscript -e x <- 1; devtools::test()"],
        ),
        (f"{HEAD}    steps:\n    - uses: actions-rs/cargo@v1\n      with:\n        command: test\n", ["cargo test"]),
        (f"{HEAD}    steps:\n    - uses: actions-rs/cargo@v1\n      with:\n        command: build\n", []),
        (HEAD.replace("push", "workflow_dispatch") + "    steps:\n    - run: pytest\n", []),
        (HEAD.replace("push", "workflow_call") + "    steps:\n    - run: pytest\n", []),
        (HEAD.replace("push", "[pull_request, workflow_dispatch]") + "    steps:\n    - run: pytest\n", ["pytest"]),
        ("jobs:\n  a:\n    steps:\n    - run: pytest\n", []),
        (
            f"{HEAD}    strategy:\n      matrix:\n        tool: [pytest -q, ruff check]\n    steps:\n    - run: ${{{{ matrix.tool }}}}\n",
            ["pytest -q"],
        ),
        (
            f"{HEAD}    strategy:\n      matrix:\n        include:\n        - {{run: 'npx jest'}}\n    steps:\n    - run: ${{{{ matrix.run }}}}\n",
            ["npx jest"],
        ),
        (
            f"{HEAD}    strategy:\n      matrix:\n        tool: [ruff check]\n    steps:\n    - run: ${{{{ matrix.tool }}}}\n",
            [],
        ),
    ],
)
def test_a_workflow_gates_with_what_it_runs(text: str, commands: list[str]) -> None:
    assert runs({WORKFLOW: text}) == commands


@pytest.mark.parametrize(
    ("text", "files"),
    [
        (
            f"{HEAD}    steps:\n    - run: npm test\n      working-directory: web\n",
            {"web/package.json": '{"scripts": {"test": "jest"}}'},
        ),
        (
            f"{HEAD}    defaults:\n      run:\n        working-directory: ./web\n    steps:\n    - run: npm test\n",
            {"web/package.json": '{"scripts": {"test": "jest"}}'},
        ),
        (
            f"{HEAD}    steps:\n    - run: npm --prefix web test\n",
            {"web/package.json": '{"scripts": {"test": "jest"}}'},
        ),
        (
            "on: push\njobs:\n  a:\n    uses: ./.github/workflows/test.yml\n",
            {".github/workflows/test.yml": HEAD.replace("push", "workflow_call") + "    steps:\n    - run: pytest\n"},
        ),
        (
            f"{HEAD}    steps:\n    - uses: ./.github/actions/test\n",
            {
                ".github/actions/test/action.yml": "runs:\n  using: composite\n  steps:\n  - run: pytest\n    shell: bash\n"
            },
        ),
    ],
)
def test_a_workflow_is_followed_within_the_repository(text: str, files: dict[str, str]) -> None:
    found = seen({WORKFLOW: text} | files)
    assert [one.path for one in found.test_steps] == [WORKFLOW]
    assert seen({WORKFLOW: text}).test_steps == ()


def test_a_job_of_another_repository_was_not_seen() -> None:
    text = "on: push\njobs:\n  a:\n    uses: acme/shared/.github/workflows/test.yml@v1\n"
    found = seen({WORKFLOW: text})
    assert (found.test_steps, [str(one) for one in found.unseen]) == ((), [f"{WORKFLOW}:4"])
    assert found.systems == ("GitHub Actions",)


@pytest.mark.parametrize(
    ("runs_on", "run", "delivers"),
    [
        ("self-hosted", "docker compose up -d --build", True),
        ("[self-hosted, linux]", "docker stack deploy -c stack.yml shop", True),
        ("ubuntu-latest", "docker compose up -d", False),
        ("ubuntu-latest", "DOCKER_HOST=ssh://me@example.org docker compose up -d", True),
        ("self-hosted", "docker compose up --exit-code-from tests", False),
        ("self-hosted", "sudo systemctl restart shop", True),
        ("ubuntu-latest", "sudo systemctl start postgresql", False),
    ],
)
def test_a_service_that_is_started_where_it_serves_is_delivered(runs_on: str, run: str, delivers: bool) -> None:
    text = f"on: push\njobs:\n  a:\n    runs-on: {runs_on}\n    steps:\n    - run: {run}\n"
    assert bool(seen({WORKFLOW: text}).deploy_steps) is delivers


def test_a_delivery_may_be_asked_for_by_hand() -> None:
    text = HEAD.replace("push", "workflow_dispatch") + "    steps:\n    - run: twine upload dist/*\n"
    assert len(seen({WORKFLOW: text}).deploy_steps) == 1


LAB = ".gitlab-ci.yml"


@pytest.mark.parametrize(
    ("files", "commands"),
    [
        ({LAB: "test:\n  script: [pytest]\n"}, ["pytest"]),
        ({LAB: ".base:\n  script: [pytest]\ntest:\n  extends: .base\n"}, ["pytest"]),
        ({LAB: ".base:\n  script: [pytest]\n"}, []),
        ({LAB: ".a:\n  script: [pytest]\ntest:\n  script:\n  - !reference [.a, script]\n"}, ["pytest"]),
        ({LAB: "test:\n  script: [pytest]\n  rules:\n  - when: never\n"}, []),
        ({LAB: "test:\n  script: [pytest]\n  rules:\n  - if: $CI\n  - when: never\n"}, ["pytest"]),
        ({LAB: "test:\n  script: [pytest]\n  when: manual\n"}, []),
        ({LAB: "test:\n  script: [pytest]\n  allow_failure: true\n"}, []),
        ({LAB: "include:\n- local: /ci/*.yml\n", "ci/test.yml": "test:\n  script: [pytest]\n"}, ["pytest"]),
        ({LAB: "a:\n  script: [ls]\n", "ci/test.yml": "test:\n  script: [pytest]\n"}, []),
        ({LAB: "a:\n  trigger:\n    include: child.yml\n", "child.yml": "test:\n  script: [pytest]\n"}, ["pytest"]),
        ({LAB: "variables:\n  script: pytest\n"}, []),
    ],
)
def test_gitlab_jobs_run_what_they_extend_and_include(files: dict[str, str], commands: list[str]) -> None:
    assert runs(files) == commands


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (LAB, "include:\n- project: acme/ci\n  file: test.yml\n"),
        (LAB, "include:\n- component: gitlab.com/acme/ci/test@1\n"),
        (".circleci/config.yml", "workflows:\n  a:\n    jobs: [python/test]\n"),
        ("azure-pipelines.yml", "steps:\n- template: test.yml@shared\n"),
        ("Jenkinsfile", "@Library('acme') _\nbuildPlugin()\n"),
    ],
)
def test_what_is_kept_elsewhere_was_not_seen(path: str, text: str) -> None:
    found = seen({path: text})
    assert len(found.unseen) == 1
    assert found.test_steps == ()


@pytest.mark.parametrize(
    ("path", "text", "commands"),
    [
        (
            ".circleci/config.yml",
            "jobs:\n  a:\n    steps:\n    - run: pytest\nworkflows:\n  w:\n    jobs: [a]\n",
            ["pytest"],
        ),
        (".circleci/config.yml", "jobs:\n  a:\n    steps:\n    - run: pytest\nworkflows:\n  w:\n    jobs: [b]\n", []),
        (
            ".circleci/config.yml",
            "commands:\n  t:\n    steps:\n    - run: pytest\njobs:\n  a:\n    steps:\n    - t\n",
            ["pytest"],
        ),
        (
            ".circleci/config.yml",
            "commands:\n  t:\n    steps:\n    - run: pytest\njobs:\n  a:\n    steps:\n    - checkout\n",
            [],
        ),
        ("azure-pipelines.yml", "jobs:\n- job: a\n  steps:\n  - bash: pytest\n", ["pytest"]),
        ("azure-pipelines.yml", "jobs:\n- job: a\n  condition: false\n  steps:\n  - bash: pytest\n", []),
        ("azure-pipelines.yml", "steps:\n- bash: pytest\n  continueOnError: true\n", []),
        ("azure-pipelines.yml", "steps:\n- task: Maven@4\n  inputs:\n    goals: verify\n", ["mvn verify"]),
        ("azure-pipelines.yml", "steps:\n- task: UsePythonVersion@0\n", []),
        (".travis.yml", "language: go\n", ["go test ./..."]),
        (".travis.yml", "language: go\nscript: make build\n", []),
        (".travis.yml", "language: python\njobs:\n  include:\n  - script: pytest\n", ["pytest"]),
        (".drone.yml", "kind: pipeline\nsteps:\n- name: a\n  commands: [pytest]\n", ["pytest"]),
        (".drone.yml", "kind: pipeline\nsteps:\n- name: a\n  failure: ignore\n  commands: [pytest]\n", []),
        (".cirrus.yml", "task:\n  test_script: pytest\n", ["pytest"]),
        (".cirrus.yml", "task:\n  allow_failures: true\n  test_script: pytest\n", []),
        (".buildkite/pipeline.yml", "steps:\n- command: pytest\n", ["pytest"]),
        (".buildkite/pipeline.yml", "steps:\n- command: pytest\n  soft_fail: true\n", []),
        ("appveyor.yml", "test_script:\n- cmd: ctest\n", ["ctest"]),
        (".semaphore/semaphore.yml", "blocks:\n- task:\n    jobs:\n    - commands: [pytest]\n", ["pytest"]),
        (".tekton/pr.yaml", "spec:\n  steps:\n  - script: |\n      #!/bin/sh\n      pytest\n", ["pytest"]),
        ("buildspec.yml", "phases:\n  build:\n    commands: [pytest]\n", ["pytest"]),
        ("cloudbuild.yaml", "steps:\n- name: python\n  entrypoint: bash\n  args: [-c, pytest -q]\n", ["pytest -q"]),
        ("cloudbuild.yaml", "steps:\n- name: golang\n  entrypoint: go\n  args: [test, ./...]\n", ["go test ./..."]),
        ("cloudbuild.yaml", "steps:\n- name: gcr.io/cloud-builders/docker\n  args: [build, .]\n", []),
        (".taskcluster.yml", "tasks:\n- payload:\n    command: [/bin/bash, -c, pip install . && pytest]\n", ["pytest"]),
        ("Jenkinsfile", "node { sh 'pytest' }\n", ["pytest"]),
        ("Jenkinsfile", "node {\n  // sh 'pytest'\n  echo 'sh \"pytest\"'\n}\n", []),
        ("Jenkinsfile", "node { sh script: 'pytest', returnStatus: true }\n", []),
    ],
)
def test_other_systems_are_read_by_their_structure(path: str, text: str, commands: list[str]) -> None:
    assert runs({path: text}) == commands


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (".travis.yml", "language: python\nscript: ls\ndeploy:\n  provider: pypi\n"),
        ("bitbucket-pipelines.yml", "pipelines:\n  default:\n  - step:\n      script:\n      - pipe: atlassian/aws-s3-deploy:1.1\n"),
        (".drone.yml", "steps:\n- name: a\n  image: plugins/docker\n"),
        ("azure-pipelines.yml", "steps:\n- task: AzureWebApp@1\n"),
        (".circleci/config.yml", "jobs:\n  a:\n    steps:\n    - heroku/deploy-via-git\n"),
    ],
)  # fmt: skip
def test_a_ready_made_step_delivers(path: str, text: str) -> None:
    assert len(seen({path: text}).deploy_steps) == 1


@pytest.mark.parametrize(
    ("run", "files"),
    [
        ("task test", {"Taskfile.yml": "tasks:\n  test:\n    cmds: [pytest]\n"}),
        ("task", {"Taskfile.yml": "tasks:\n  default:\n    deps: [unit]\n  unit: pytest\n"}),
        ("earthly +test", {"Earthfile": "VERSION 0.8\ntest:\n    FROM +deps\n    RUN pytest\ndeps:\n    RUN ls\n"}),
        ("pnpm -r test", {"apps/web/package.json": '{"scripts": {"test": "vitest run"}}'}),
        ("npx turbo run test", {"apps/web/package.json": '{"scripts": {"test": "vitest run"}}'}),
        ("npx nx run-many -t test", {"libs/a/project.json": '{"targets": {"test": {"executor": "@nx/jest:jest"}}}'}),
        ("npm run test:all", {"package.json": '{"scripts": {"test:all": "run-s test:unit", "test:unit": "jest"}}'}),
        ("deno task test", {"deno.json": '{"tasks": {"test": "deno test -A"}}'}),
        ("docker compose run tests", {"compose.yaml": "services:\n  tests:\n    command: pytest -q\n"}),
        ("docker compose up --exit-code-from tests", {"compose.yaml": "services:\n  tests:\n    command: [pytest, -q]\n"}),
        ("docker build --target test .", {"Dockerfile": "FROM python:3 AS test\nRUN pytest\n"}),
        ("rake", {"Rakefile": "RSpec::Core::RakeTask.new(:spec)\ntask default: :spec\n".replace("default:", ":default =>")}),
        ("composer ci", {"composer.json": '{"scripts": {"ci": ["phpunit"]}}'}),
        ("devbox run test", {"devbox.json": '{"shell": {"scripts": {"test": ["pytest"]}}}'}),
        ("mise run test", {"mise.toml": "[tasks.test]\nrun = 'pytest'\n"}),
        ("pdm run test", {"pyproject.toml": "[tool.pdm.scripts]\ntest = 'pytest'\n"}),
        ("pixi run test", {"pixi.toml": "[tasks]\ntest = 'pytest'\n"}),
        ("inv test", {"tasks.py": "from invoke import task\n@task\ndef test(c):\n    c.run('pytest')\n"}),
        ("make check", {"Makefile.am": "TESTS = a b\n", "configure.ac": "x"}),
        ("Rscript ci.R", {"ci.R": "testthat::test_dir('tests')\n"}),
        ("make -f ci.mk test", {"ci.mk": "test:\n\tpytest\n"}),
    ],
)  # fmt: skip
def test_tasks_of_many_tools_are_followed(run: str, files: dict[str, str]) -> None:
    text = f"{HEAD}    steps:\n    - run: {run}\n"
    assert runs({WORKFLOW: text} | files) == [run]
    empty = {path: "" if not path.endswith(".json") else "{}" for path in files}
    assert runs({WORKFLOW: text} | empty) == []


@pytest.mark.parametrize(
    "run",
    [
        "sbt clean scalafmtCheckAll test", "./gradlew spotlessCheck", "cargo clippy -- -D warnings", "golangci-lint run", "go vet ./...",
        "clang-tidy src/a.cpp", "clang-format --dry-run -Werror src/a.cpp".replace("--dry-run ", "-n "), "npx biome ci .", "sqlfluff lint models",
        "Rscript -e 'lintr::lint_package()'", "mvn checkstyle:check", "air format --check .", "sbt scalafixAll", "tsc --noEmit",
        "prek run --all-files", "lefthook run pre-commit", 'julia -e "using JuliaFormatter; format(1)"',
    ],
)  # fmt: skip
def test_linters_of_every_language_are_known(run: str) -> None:
    text = f"{HEAD}    steps:\n    - run: |\n        {run}\n"
    assert len(seen({WORKFLOW: text}).lint_steps) == 1
    assert seen({WORKFLOW: text.replace(run, f"echo {run}")}).lint_steps == ()
