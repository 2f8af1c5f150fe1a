"""How it runs and is kept running: deployment, interfaces, settings, signals, keys, data and its documents."""

from __future__ import annotations

import pytest
from tests.repository.build import tree_of

from folio.document import parse_foreign
from folio.errors import InputError
from folio.repository.detect import (
    ci,
    configuration,
    data_checks,
    declared_checks,
    deployment,
    monitoring,
    runners,
    secrets,
    serving,
    sql,
)


def names(places: object) -> list[str]:
    return [one.name for one in places]  # type: ignore[attr-defined]


def deployed(files: dict[str, str]) -> tuple[str, bool, bool, bool, bool]:
    [one] = deployment.detect(tree_of(files))
    return one.kind, one.pinned, one.unprivileged, one.small, one.supervised


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"Dockerfile": "FROM python\nRUN pip install .\n"}, ("dockerfile", False, False, False, False)),
        ({"Dockerfile": "FROM python:latest\nCMD x\n"}, ("dockerfile", False, False, False, True)),
        (
            {"Dockerfile": "ARG V=3.12\nFROM python:${V}-slim AS build\n# USER no\nRUN a \\\n  && b\nFROM build\nUSER app:app\nCMD [\"x\"]\n"},
            ("dockerfile", True, True, True, True),
        ),
        ({"Dockerfile": "FROM python:3.12\nUSER app\nUSER root\n", ".dockerignore": ".git\n"}, ("dockerfile", True, False, True, False)),
        ({"Dockerfile": "FROM python@sha256:ab\nHEALTHCHECK NONE\n"}, ("dockerfile", True, False, False, False)),
        ({"Dockerfile": "FROM gcr.io/distroless/python3-debian12:nonroot\nENTRYPOINT [\"x\"]\n"}, ("dockerfile", True, True, False, True)),
        ({"compose.yaml": "services:\n  db:\n    image: postgres:16\n    user: '1000'\n    healthcheck: {test: x}\n"}, ("compose", True, True, False, True)),
        ({"docker-compose.yml": "services:\n  web:\n    build: .\n"}, ("compose", False, False, False, False)),
        ({"Procfile": "web: gunicorn app\n", "runtime.txt": "python-3.12.1\n"}, ("procfile", True, True, False, True)),
        ({"fly.toml": "app = 'a'\n[http_service]\ninternal_port = 80\n"}, ("fly", False, True, False, True)),
        (
            {"k8s/app.yaml": "apiVersion: v1\nkind: Service\n---\napiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      securityContext: {runAsNonRoot: true}\n"
             "      containers:\n      - image: shop:1.2\n        livenessProbe: {}\n"},
            ("kubernetes", True, True, False, True),
        ),
        ({"main.tf": 'terraform {\n  required_providers {}\n}\nresource "x" "y" {}\n'}, ("terraform", True, True, False, False)),
        ({"Dockerfile": "FROM python:3.12 AS base\nUSER app\nCMD x\nFROM base AS last\nRUN y\n"}, ("dockerfile", True, True, True, True)),
        ({"Dockerfile": "FROM python:3.12 AS base\nUSER app\nCMD x\nFROM python:3.12\nRUN y\n"}, ("dockerfile", True, False, True, False)),
        ({"Dockerfile": "ARG V\nFROM python:${V:-3.12}\n"}, ("dockerfile", True, False, False, False)),
        ({"Dockerfile": "FROM python:${V}\n"}, ("dockerfile", False, False, False, False)),
        ({"compose.yaml": "services:\n  db:\n    image: postgres:${PG:-16}\n    user: root\n"}, ("compose", True, False, False, False)),
        ({"cdk.json": '{"app": "python3 app.py"}'}, ("cdk", False, True, False, True)),
        ({"infra/main.bicep": "resource a 'Microsoft.Web/sites@2022-03-01' = {\n}\n"}, ("bicep", True, True, False, False)),
        ({"stack.yaml": "AWSTemplateFormatVersion: '2010-09-09'\nResources: {}\n"}, ("cloudformation", False, True, False, False)),
        ({"config/deploy.yml": "service: shop\nimage: me/shop\nproxy: {}\n"}, ("kamal", False, True, False, True)),
        ({"deploy/playbook.yml": "- hosts: web\n  tasks:\n  - systemd: {name: shop}\n"}, ("ansible", False, False, False, True)),
        ({"shop.service": "[Service]\nUser=shop\nExecStart=/bin/shop\n"}, ("systemd", False, True, False, True)),
        ({"flake.nix": "{ outputs = { nixpkgs }: { nixosConfigurations.shop = 1; }; }\n"}, ("nixos", True, False, False, False)),
        ({"shop.nomad": 'job "shop" {\n  user = "shop"\n  config { image = "shop:1" }\n}\n'}, ("nomad", True, True, False, False)),
        ({"serve.py": "import modal\napp = modal.App('x')\n@app.function()\ndef f():\n    pass\n"}, ("modal", False, True, False, True)),
        ({"k8s/kustomization.yaml": "resources: [a.yaml]\nimages:\n- name: shop\n  newTag: '1'\n"}, ("kustomize", True, True, False, True)),
        ({"ml/service.yaml": "apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nspec:\n  image: shop:1\n"}, ("kubernetes", True, False, False, False)),
        ({"README.md": "---\ntitle: x\nsdk: gradio\nsdk_version: 5.0\napp_file: app.py\n---\n# x\n"}, ("space", True, True, False, True)),
    ],
)  # fmt: skip
def test_a_deployment_file_is_read_by_its_own_rules(
    files: dict[str, str], expected: tuple[str, bool, bool, bool, bool]
) -> None:
    assert deployed(files) == expected


@pytest.mark.parametrize(
    "files",
    [
        {"Dockerfile": "nothing\n"}, {"tests/Dockerfile": "FROM python:3\n"}, {"compose.yaml": "name: x\n"}, {"values.yaml": "a: 1\n"}, {"Procfile": "\n"},
        {"vendor/Dockerfile": "FROM a:1\n"}, {"template.yaml": "a: 1\n"}, {"x.tf": "variable \"a\" {}\n"}, {"docs/docker.md": "FROM python\n"},
        {"cdk.json": "{}"}, {"main.bicep": "param a string\n"}, {"config/deploy.yml": "a: 1\n"}, {"playbook.yml": "- name: x\n"}, {"flake.nix": "{ devShells = 1; }\n"},
        {"serve.py": "import modal\n"}, {"host.json": "{}"}, {"x.service": "[Unit]\n"},
        {"crd.yaml": "apiVersion: v1\nkind: CustomThing\n"},
    ],
)  # fmt: skip
def test_what_deploys_nothing_is_no_deployment(files: dict[str, str]) -> None:
    assert deployment.detect(tree_of(files)) == ()


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("app.py", "from fastapi import FastAPI\n", []),
        ("app.py", "from fastapi import FastAPI\napp = FastAPI()\n", ["fastapi"]),
        ("app.py", "import flask\napp = flask.Flask(__name__)\n", ["flask"]),
        ("app.py", "import streamlit as st\nst.title('x')\n", ["streamlit"]),
        ("app.py", "from http.server import ThreadingHTTPServer\nThreadingHTTPServer(('', 1), H)\n", ["http.server"]),
        ("app.py", "async def app(scope, receive, send):\n    pass\n", ["asgi"]),
        ("app.js", "const express = require('express')\nconst app = express()\n", ["express"]),
        ("main.go", 'import "net/http"\n\nfunc main() {\n\thttp.ListenAndServe(":80", nil)\n}\n', ["net/http"]),
        ("app.R", "shinyApp(ui, server)\n", ["shiny"]),
        ("tests/test_app.py", "from fastapi import FastAPI\napp = FastAPI()\n", []),
        ("app.py", "import requests\nrequests.get('x')\n", []),
    ],
)
def test_an_interface_counts_when_it_is_made(path: str, text: str, found: list[str]) -> None:
    assert names(serving.detect(tree_of({path: text})).interfaces) == found


def test_types_and_commands_of_an_interface() -> None:
    app = "from fastapi import FastAPI\nfrom pydantic import BaseModel\nclass Order(BaseModel):\n    size: int\napp = FastAPI()\n"
    assert serving.detect(tree_of({"app.py": app})).typed
    assert not serving.detect(tree_of({"app.py": app.replace("(BaseModel)", "")})).typed
    files = {"pyproject.toml": "[project.scripts]\nshop = 'shop:main'\n", "setup.cfg": "[options.entry_points]\nconsole_scripts =\n    sell = a:b\n",
             "package.json": '{"name": "@me/buy", "bin": "x.js"}'}  # fmt: skip
    assert serving.detect(tree_of(files)).command_line == ("buy", "sell", "shop")


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("a.py", "import os\nos.environ['A']\n", ["os.environ"]),
        ("a.py", "import os\nos.getenv('A')\nos.environ.get('B')\n", ["os.getenv", "os.environ"]),
        ("a.py", "from os import environ\nenviron['A']\n", ["os.environ"]),
        ("a.py", "# os.environ['A']\n'os.environ'\n", []),
        ("a.py", "from pydantic_settings import BaseSettings\nclass S(BaseSettings):\n    a: int\n", ["settings"]),
        ("a.ts", "const a = process.env.A\n", ["process.env"]),
        ("a.go", 'a := os.Getenv("A")\n', ["os.Getenv"]),
    ],
)
def test_settings_from_outside_are_found_where_they_are_read(path: str, text: str, found: list[str]) -> None:
    assert names(configuration.detect(tree_of({path: text})).reads_environment) == found


def test_an_example_of_the_settings_is_found() -> None:
    assert configuration.detect(tree_of({".env.example": "A=1\n", ".env": "A=2\n"})).example_file == ".env.example"
    assert configuration.detect(tree_of({".env": "A=2\n"})).example_file is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("import logging\nlogging.info('x')\n", []),
        ("import logging\nlogging.getLogger().info('x', extra={'id': 1})\n", ["structured logging"]),
        ("import structlog\n", []),
        ("import structlog\nstructlog.get_logger()\n", ["structured logging"]),
        ("import sentry_sdk\nsentry_sdk.init()\n", ["error reporting"]),
        ("from prometheus_client import Counter\nCounter('a', 'b')\n", ["metrics"]),
        ("@app.get('/healthz')\ndef f():\n    return 1\n", ["health endpoint"]),
        ("x = 'the /health of it'\n", []),
        ("def drift(a, b):\n    x = 1\n    y = 2\n    return x\ndrift(1, 2)\n", ["drift monitor"]),
    ],
)
def test_signals_count_where_they_are_given(text: str, found: list[str]) -> None:
    assert names(monitoring.detect(tree_of({"app.py": text}))) == found


def test_an_alert_rule_is_a_signal() -> None:
    assert names(
        monitoring.detect(tree_of({"alerts.yml": "groups:\n- rules:\n  - alert: Down\n    expr: up == 0\n"}))
    ) == ["alert rule"]


def key(*parts: str) -> str:
    """Put together here, so that no scanner takes this file for a leak."""
    return "".join(parts)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"aws = '{key('AKIA', 'Q3EGPZ7XWLTN4KVD')}'", "AWS access key"),
        (f"token = '{key('ghp_', 'a8Kd0Lq2Mz7Xc5Vb9Nn1Qw3Er6Ty4Ui0Pa8S')}'", "GitHub token"),
        (f"{key('hf_', 'qWeRtYuIoPaSdFgHjKlZxCvBnMqWeRtYuI')}", "Hugging Face token"),
        (f"{key('sk_live_', '4eC39HqLyjWDarjtT1zdp7dc')}", "Stripe key"),
        (key("-----BEGIN RSA ", "PRIVATE KEY-----\n") + "MIIEpAIBAAKCAQEA7bq1X9Zk3Lr8VtYw2Qp5Ns0Hd4Jf6Gm\nUe1Rc7Xo9Ia3Wz5Tb8Ky2Ml4" * 2, "private key"),
    ],
)  # fmt: skip
def test_a_key_is_found_and_not_kept(text: str, kind: str) -> None:
    [place] = secrets.detect(tree_of({"settings.py": f"x = 1\n{text}\n"}))
    assert (place.name, place.path, place.line, place.note) == (kind, "settings.py", 2, "")
    assert secrets.detect(tree_of({"tests/fixtures/settings.py": text})) == ()


@pytest.mark.parametrize(
    "text",
    [
        key("AKIA", "IOSFODNN7EXAMPLE"), key("AKIA", "XXXXXXXXXXXXXXXX"), key("ghp_", "x" * 36), key("sk_live_", "your_key_here_your_key_here"),
        "password = 'hunter2'", key("-----BEGIN PRIVATE ", "KEY-----\n...\n"), "sk-learn-is-a-library-for-machine-learning",
    ],
)  # fmt: skip
def test_a_placeholder_is_no_key(text: str) -> None:
    assert secrets.detect(tree_of({"settings.py": text})) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("select a from b;", ["select"]),
        ("-- select a from b join c\nselect 1;", []),
        ("select 'x join y' from b", ["select"]),
        (
            "with a as (select 1 from x) select case when a > 1 then 2 else 3 end from a join b on 1 group by c",
            ["case", "cte", "group-by", "join", "select"],
        ),
        ("select rank() over (partition by a) from b", ["select", "window"]),
        ("{% if x %} select a from b {% endif %} {{ ref('c') }}", ["select"]),
        ("select a; delete from b;", []),
    ],
)
def test_sql_in_files_is_read_without_its_comments(text: str, found: list[str]) -> None:
    assert names(sql.detect(tree_of({"q.sql": text})).constructs) == found


@pytest.mark.parametrize("path", ["migrations/0001.sql", "tests/q.sql", "vendor/q.sql"])
def test_sql_of_migrations_and_others_is_not_authored(path: str) -> None:
    found = sql.detect(tree_of({path: "select a from b;\n"}))
    assert (found.files, found.lines, found.constructs) == (0, 0, ())


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('q = """\nselect a\nfrom b\nwhere c = 1\n"""\n', 3),
        ("q = f'select a from {table} where b = {value!r}'\n", 1),
        ("q = 'insert into a values (?)'\n", 1),
        ("q = 'Select a file from the list'\n", 0),
        ("q = 'Update the profile, then set it'\n", 0),
        ("def f():\n    'select a from b where c'\n", 0),
        ("q = 'With love from me'\n", 0),
    ],
)
def test_sql_in_strings_is_told_from_sentences(text: str, lines: int) -> None:
    assert sql.detect(tree_of({"a.py": text})).lines == lines


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"a.py": "import pandera as pa\n"}, []),
        ({"a.py": "import pandera as pa\npa.DataFrameSchema({})\n"}, ["pandera"]),
        ({"a.py": "from jsonschema import validate\nvalidate(x, y)\n"}, ["json schema"]),
        ({"a.py": "def validate_rows(rows):\n    if not rows:\n        raise ValueError\n"}, []),
        (
            {"a.py": "def validate_rows(rows):\n    if not rows:\n        raise ValueError\nvalidate_rows([])\n"},
            ["own checks"],
        ),
        (
            {"a.py": "from pydantic import BaseModel\nclass A(BaseModel):\n    a: int\nA.model_validate({})\n"},
            ["typed records"],
        ),
        (
            {"dbt_project.yml": "name: a\n", "models/schema.yml": "models:\n  - name: a\n    tests:\n      - unique\n"},
            ["dbt tests"],
        ),
        ({"checks/a.sql": "select 1 from a\n", "run.py": "glob('checks')\n"}, ["sql checks"]),
        ({"checks/a.sql": "select 1 from a\n"}, []),
        ({"schema.sql": "create table a (b int check (b > 0));\n"}, ["sql constraints"]),
    ],
)
def test_data_checks_count_where_they_run(files: dict[str, str], found: list[str]) -> None:
    tree = tree_of(files)
    assert names(data_checks.detect(tree, declared_checks.detect(tree), ci.detect(tree))) == found


@pytest.mark.parametrize(
    ("path", "text", "runs"),
    [
        ("Makefile", "run:\n\tpython app.py\n", True),
        ("Makefile", "# nothing\n", False),
        ("justfile", "run:\n    python app.py\n", True),
        ("compose.yaml", "services: {}\n", True),
        ("dvc.yaml", "stages: {}\n", True),
        ("run", "#!/bin/sh\npython app.py\n", True),
        ("run", "notes\n", False),
        ("a/b/c/Makefile", "run:\n\tx\n", False),
        ("vendor/Makefile", "run:\n\tx\n", False),
    ],
)
def test_runners_hold_a_task(path: str, text: str, runs: bool) -> None:
    assert runners.detect(tree_of({path: text})) == ((path,) if runs else ())


def test_foreign_yaml_may_use_what_a_profile_may_not() -> None:
    text = "a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  y: 3\nc: !tag [1]\nd: 1\nd: 2\n---\nsecond: true\n"
    first, second = parse_foreign(text, name="a.yml")
    assert first.data == {"a": {"x": "1", "y": "2"}, "b": {"x": "1", "y": "3"}, "c": ["1"], "d": "2"}
    assert second.data == {"second": "true"}
    assert second.where(("second",)).line == 9


@pytest.mark.parametrize("text", ["a: &a [*a]\n", "a: [\n", "a: *unknown_is_null\n- b\n", "\t- a"])
def test_foreign_yaml_that_is_broken_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        parse_foreign(text, name="a.yml")
