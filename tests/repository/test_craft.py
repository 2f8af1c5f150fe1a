"""How it is made: tests, continuous integration, README, licence, dependencies, tools, size."""

from __future__ import annotations

import pytest
from tests.repository.build import tree_of

from folio.repository.classify import Kind, kind
from folio.repository.detect import ci, code, dependencies, licence, readme, tests, toolchain
from folio.repository.model import Ci

SHOP = {"src/shop/__init__.py": "", "src/shop/cart.py": "def total(x):\n    return sum(x)\n"}
USES = "from shop.cart import total\n\n"


def asserted(test: str, **more: str) -> int:
    return tests.detect(tree_of(SHOP | {"tests/test_cart.py": test} | more), ()).assertions


@pytest.mark.parametrize(
    ("body", "counted"),
    [
        ("assert total([1, 2]) == 3", 1),
        ("assert True", 0),
        ("assert 1 == 1", 0),
        ("assert not False", 0),
        ("x = total([1])\n    assert x == x", 0),
        ("assert total([1]) == 1 or True", 0),
        ("assert (total([1]), 'never fails')", 0),
        ("x = 1\n    assert x == 1", 0),
        ("pass", 0),
        ("with pytest.raises(TypeError):\n        total(1)", 1),
        ("self.assertEqual(total([1]), 1)\n    self.assertTrue(True)", 1),
        ("np.testing.assert_allclose(total([1]), 1.0)", 1),
        ("assert total([1]) == 1\n    assert total([1]) == 1", 1),
        ("assert total([1]) == 1\n    assert total([2]) == 2", 2),
    ],
)
def test_an_assertion_counts_when_it_can_fail(body: str, counted: int) -> None:
    assert asserted(f"import pytest\n{USES}def test_it():\n    {body}\n") == counted


def test_a_test_that_does_not_use_the_project_asserts_nothing_of_it() -> None:
    assert asserted("import json\n\ndef test_it():\n    assert json.loads('1') == 1\n") == 0


def test_a_copied_test_adds_nothing() -> None:
    one = "def test_{}():\n    assert total([1]) == 1\n"
    assert asserted(USES + one.format("a")) == 1
    assert asserted(USES + one.format("a") + one.format("b") + one.format("c")) == 1


def test_a_test_may_use_the_project_through_a_fixture() -> None:
    conftest = "import pytest\nfrom shop.cart import total\n\n@pytest.fixture\ndef cart():\n    return total\n"
    test = "def test_it(cart):\n    assert cart([1]) == 1\n"
    assert asserted(test, **{"tests/conftest.py": conftest}) == 1
    assert asserted(test, **{"other/conftest.py": conftest}) == 0


def test_a_script_without_a_package_is_imported_by_its_name() -> None:
    tree = tree_of(
        {
            "cart.py": "def total(x):\n    return x\n",
            "test_cart.py": "import cart\n\ndef test_it():\n    assert cart.total(1)\n",
        }
    )
    found = tests.detect(tree, ())
    assert (found.files, found.assertions, found.imports_project, found.runners) == (1, 1, True, ("pytest",))


def workflow(*steps: str) -> str:
    return "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n" + "".join(
        f"      - {step}\n" for step in steps
    )


GITHUB = ".github/workflows/ci.yml"


def steps(files: dict[str, str]) -> tuple[list[str], list[str], list[str]]:
    found = ci.detect(tree_of(files))
    assert found.systems
    return tuple([one.name for one in group] for group in (found.test_steps, found.lint_steps, found.deploy_steps))  # type: ignore[return-value]


@pytest.mark.parametrize(
    "run",
    [
        "pytest -q", "python -m pytest", "uv run --extra dev pytest", "poetry run coverage run -m pytest", "FOO=1 xvfb-run pytest", "python -m unittest",
        "cd backend && pytest", "go test ./...", "cargo test --all", "npx vitest run", "mvn -B verify", "./gradlew check", "Rscript -e 'devtools::test()'",
        "julia --project -e 'using Pkg; Pkg.test()'", "dbt build", "docker run --rm image pytest", "docker compose run --rm web pytest -x",
        "sh -c 'pytest -q'", "timeout 60 pytest", "venv/bin/pytest", ".venv/bin/python -m pytest", "python manage.py test", "sbt test",
        "if ! pytest; then exit 1; fi", "pytest || exit 1", "conda run -n x pytest", "hatch run pytest",
    ],
)  # fmt: skip
def test_a_command_reaches_a_test_runner(run: str) -> None:
    assert len(steps({GITHUB: workflow(f"run: {run!r}" if "'" not in run else f'run: "{run}"')})[0]) == 1


@pytest.mark.parametrize(
    "run",
    [
        "echo pytest", "echo run the tests", "pip install pytest", "# pytest", "pytest --version", "pytest || true", "true", "make test", "npm test", "tox",
        "cat pytest.ini", "python -m pip install pytest", "ls tests", "git grep pytest", "./missing.sh", "pytest --collect-only",
    ],
)  # fmt: skip
def test_a_stub_reaches_nothing(run: str) -> None:
    assert steps({GITHUB: workflow(f"run: '{run}'")}) == ([], [], [])


@pytest.mark.parametrize(
    ("run", "files"),
    [
        (
            "make ci",
            {"Makefile": ".PHONY: ci\nPYTEST ?= pytest\nci: lint test\nlint:\n\truff check\ntest:\n\t@$(PYTEST) -q\n"},
        ),
        ("make", {"Makefile": "all: test\ntest:\n\tpytest\n"}),
        ("make -C backend test", {"backend/Makefile": "test:\n\tpytest\n"}),
        ("just check", {"justfile": "check: test\n\ntest *args:\n    pytest {{args}}\n"}),
        ("tox -e py", {"tox.ini": "[testenv]\ncommands =\n    pytest {posargs}\n"}),
        ("tox", {"pyproject.toml": "[tool.tox.env_run_base]\ncommands = [['pytest', '-q']]\n"}),
        (
            "nox -s tests",
            {"noxfile.py": "import nox\n@nox.session\ndef tests(session):\n    session.run('pytest', '-q')\n"},
        ),
        ("npm test", {"package.json": '{"scripts": {"test": "vitest run"}}'}),
        ("npm run ci", {"package.json": '{"scripts": {"ci": "npm run test:unit", "test:unit": "jest"}}'}),
        ("pnpm run test", {"package.json": '{"scripts": {"test": "jest"}}'}),
        ("poe test", {"pyproject.toml": "[tool.poe.tasks]\ntest = 'pytest'\n"}),
        ("uv run poe all", {"pyproject.toml": "[tool.poe.tasks]\ntest.cmd = 'pytest'\nall = ['lint', 'pytest']\n"}),
        ("hatch run dev:test", {"pyproject.toml": "[tool.hatch.envs.dev.scripts]\ntest = 'pytest'\n"}),
        ("bash scripts/test.sh", {"scripts/test.sh": "#!/bin/bash\nset -e\npytest\n"}),
        (
            "./run test",
            {"run": '#!/bin/sh\npt() {\n    pytest\n}\ncase "$1" in\n    test) pt ;;\n    lint) ruff check ;;\nesac\n'},
        ),
        (
            "./run test",
            {
                "run": '#!/bin/sh\ncheck() { # NAME COMMAND\n    name=$1\n    shift\n    "$@"\n}\ncase "$1" in\n'
                'test)\n    check tests "$py" -m pytest -q\n    ;;\nesac\n'
            },
        ),
        ("python ci.py", {"ci.py": "import subprocess\nsubprocess.run(['pytest', '-q'], check=True)\n"}),
        ("docker compose exec -T web bash /app/scripts/test.sh", {"web/scripts/test.sh": "pytest\n"}),
        ("make test", {"Makefile": "test:\n\t./scripts/test.sh\n", "scripts/test.sh": "pytest\n"}),
    ],
)
def test_tasks_are_followed(run: str, files: dict[str, str]) -> None:
    assert steps({GITHUB: workflow(f"run: {run}"), **files})[0] == [run]


@pytest.mark.parametrize(
    ("run", "files"),
    [
        ("./run lint", {"run": '#!/bin/sh\ncase "$1" in\n    test) pytest ;;\n    lint) ruff check ;;\nesac\n'}),
        ("make lint", {"Makefile": "test:\n\tpytest\nlint:\n\truff check .\n"}),
        ("npm test", {"package.json": '{"scripts": {"test": "echo \\"Error: no test specified\\" && exit 1"}}'}),
        ("make a", {"Makefile": "a:\n\tmake b\nb:\n\tmake c\nc:\n\tmake d\nd:\n\tpytest\n"}),
        ("make a", {"Makefile": "a:\n\tmake a\n"}),
    ],
)
def test_a_task_that_does_not_test_is_no_test(run: str, files: dict[str, str]) -> None:
    assert steps({GITHUB: workflow(f"run: {run}"), **files})[0] == []


@pytest.mark.parametrize(
    ("path", "text", "system"),
    [
        (
            ".gitlab-ci.yml",
            ".base: &base\n  image: python\ntest:\n  <<: *base\n  script:\n    - pip install .\n    - pytest\n",
            "GitLab CI",
        ),
        (".gitlab-ci.yml", "test:\n  script:\n    - !reference [.setup, script]\n    - pytest\n", "GitLab CI"),
        (
            ".circleci/config.yml",
            "jobs:\n  a:\n    steps:\n      - checkout\n      - run:\n          name: x\n          command: |\n            pytest\n",
            "CircleCI",
        ),
        (".circleci/config.yml", "jobs:\n  a:\n    steps:\n      - run: pytest\n", "CircleCI"),
        ("azure-pipelines.yml", "steps:\n- script: pytest\n  displayName: x\n", "Azure Pipelines"),
        (
            "bitbucket-pipelines.yml",
            "pipelines:\n  default:\n    - step:\n        script:\n          - pytest\n",
            "Bitbucket Pipelines",
        ),
        (".travis.yml", "language: python\nscript: pytest\n", "Travis CI"),
        (".woodpecker.yml", "steps:\n  test:\n    image: python\n    commands:\n      - pytest\n", "Woodpecker CI"),
        (".forgejo/workflows/a.yml", workflow("run: pytest"), "Forgejo Actions"),
        (".builds/a.yml", "image: alpine\ntasks:\n  - test: |\n      pytest\n", "SourceHut"),
        ("Jenkinsfile", "pipeline { stages { stage('t') { steps { sh 'pytest' } } } }\n", "Jenkins"),
        (".ci/run", "#!/bin/sh\nset -e\npytest\n", "local CI"),
    ],
)
def test_every_system_is_read_by_its_structure(path: str, text: str, system: str) -> None:
    found = ci.detect(tree_of({path: text}))
    assert found.systems == (system,)
    assert len(found.test_steps) == 1


@pytest.mark.parametrize(
    "step",
    [
        "uses: pypa/gh-action-pypi-publish@release/v1", "run: twine upload dist/*", "run: docker push ghcr.io/me/shop", "run: flyctl deploy --remote-only",
        "{uses: docker/build-push-action@v6, with: {push: true}}", "run: kubectl apply -f k8s/", "uses: actions/deploy-pages@v4", "run: uv publish",
        "run: terraform apply -auto-approve", "run: mkdocs gh-deploy --force", "run: gcloud run deploy shop --source .", "run: npx vercel deploy --prod",
        "run: aws s3 sync site/ s3://shop", "run: dvc push", "run: helm upgrade shop ./chart",
    ],
)  # fmt: skip
def test_a_step_that_publishes_is_a_delivery(step: str) -> None:
    assert len(steps({GITHUB: workflow(step)})[2]) == 1


@pytest.mark.parametrize(
    "step",
    ["{uses: docker/build-push-action@v6, with: {push: false}}", "run: docker build .", "run: echo deploy", "run: terraform plan", "uses: actions/checkout@v4",
     "{run: echo x; true, if: true}"],
)  # fmt: skip
def test_a_step_that_publishes_nothing_is_none(step: str) -> None:
    assert steps({GITHUB: workflow(step)})[2] == []


def test_a_place_in_ci_is_the_line_of_its_command() -> None:
    found = ci.detect(tree_of({GITHUB: workflow("uses: actions/checkout@v4", "run: ruff check .", "run: pytest")}))
    assert [(str(one), one.name) for one in (*found.lint_steps, *found.test_steps)] == [
        (f"{GITHUB}:7", "ruff check ."),
        (f"{GITHUB}:8", "pytest"),
    ]


def test_a_local_action_is_followed() -> None:
    action = "runs:\n  using: composite\n  steps:\n    - run: pytest\n      shell: bash\n"
    files = {GITHUB: workflow("uses: ./.github/actions/test"), ".github/actions/test/action.yml": action}
    assert steps(files)[0] == ["pytest"]


@pytest.mark.parametrize(
    ("text", "spdx"),
    [
        (
            "MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\nof this ... without restriction",
            "MIT",
        ),
        (
            "                                 Apache License\n                           Version 2.0, January 2004\n",
            "Apache-2.0",
        ),
        (
            "GNU GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007\n"
            + "a word " * 50
            + "the GNU Affero General Public License version 3",
            "GPL-3.0",
        ),
        ("GNU GENERAL PUBLIC LICENSE\nVersion 2, June 1991\n", "GPL-2.0"),
        ("GNU LESSER GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007\n", "LGPL-3.0"),
        ("GNU AFFERO GENERAL PUBLIC LICENSE\nVersion 3, 19 November 2007\n", "AGPL-3.0"),
        ("Mozilla Public License Version 2.0\n", "MPL-2.0"),
        (
            "Redistribution and use in source and binary forms ... this list of conditions ... Neither the name of",
            "BSD-3-Clause",
        ),
        ("Redistribution and use in source and binary forms ... this list of conditions", "BSD-2-Clause"),
        (
            "Permission to use, copy, modify, and/or distribute this software for any\npurpose with or without fee",
            "ISC",
        ),
        ("This is free and unencumbered software released into the public domain.", "Unlicense"),
        ("CC0 1.0 Universal", "CC0-1.0"),
        ("Copyright 2026 Mara. All rights reserved. No use without written permission.", "LicenseRef-Proprietary"),
        ("Do what you like.", None),
    ],
)
def test_a_licence_is_known_by_its_text(text: str, spdx: str | None) -> None:
    found = licence.detect(tree_of({"LICENSE": text, "vendor/x/LICENSE": "MIT"}))
    assert found is not None
    assert (found.path, found.spdx) == ("LICENSE", spdx)


def test_a_licence_further_down_is_not_the_projects() -> None:
    assert licence.detect(tree_of({"docs/LICENSE": "MIT License"})) is None


README = """# {title}

![build](https://img.shields.io/badge/x.svg) ![Screen](docs/screen.png)

{prose}

## {install}

    pip install shop

## {usage}

```python
import shop
```

## {results}

It is fast.

## {licence}

MIT.
"""
PROSE = {
    "en": "This is a shop that sells the things which people want, and it is in use for a year with no trouble at all.",
    "de": "Das ist ein Laden, der die Sachen verkauft, die man braucht, und er ist seit einem Jahr ohne Störung im Betrieb.",
    "fr": "Ceci est une boutique qui vend les choses dont on a besoin, et elle est en service depuis un an sans panne.",
    "es": "Esta es una tienda que vende las cosas que la gente quiere, y está en uso desde hace un año sin problemas.",
    "pt": "Esta é uma loja que vende as coisas que a gente quer, e está em uso há um ano sem problemas com os dados.",
    "it": "Questo è un negozio che vende le cose che la gente vuole, ed è in uso da un anno con pochi problemi per tutti.",
}
HEADINGS = {
    "en": ("Installation", "Usage", "Results", "License"),
    "de": ("Einrichtung", "Verwendung", "Ergebnisse", "Lizenz"),
    "fr": ("Mise en route", "Utilisation", "Résultats", "Licence"),
    "es": ("Instalación", "Uso", "Resultados", "Licencia"),
    "pt": ("Instalação", "Como usar", "Resultados", "Licença"),
    "it": ("Installazione", "Utilizzo", "Risultati", "Licenza"),
}


@pytest.mark.parametrize("language", sorted(PROSE))
def test_a_readmes_parts_are_found_by_its_headings(language: str) -> None:
    names = dict(zip(("install", "usage", "results", "licence"), HEADINGS[language], strict=True))
    text = README.format(title="Shop", prose=PROSE[language], **names)
    found = readme.detect(tree_of({"README.md": text}))
    assert found is not None
    assert found.language == language
    assert (found.install, found.usage, found.results, found.licence_note) == (True, True, True, True)
    assert (found.images, found.code_blocks, found.run_command, found.headings, found.title) == (1, 2, True, 5, "Shop")
    bare = readme.detect(tree_of({"README.md": f"# Shop\n\n{PROSE[language]}\n"}))
    assert bare is not None
    assert (bare.install, bare.usage, bare.results, bare.licence_note) == (False, False, False, False)


@pytest.mark.parametrize(
    "prose",
    [
        "यह एक दुकान के लिए छोटा उपकरण है और इसका रोज़ उपयोग होता है।" * 3,
        "هذه أداة صغيرة للمتجر تساعد على التنبؤ بالمبيعات وتستخدم كل يوم." * 3,
        "นี่คือเครื่องมือเล็ก ๆ สำหรับร้านค้าและใช้งานทุกวัน " * 3,
        "Đây là một công cụ nhỏ cho cửa hàng và nó được dùng để dự đoán doanh số của các sản phẩm trong những ngày tới.",
        "Це невеликий інструмент для магазину, який допомагає передбачити продажі та не тільки це, а також залишки на складі.",
    ],
)
def test_a_readme_in_another_language_is_not_known(prose: str) -> None:
    found = readme.detect(tree_of({"README.md": f"# Shop\n\n{prose}\n"}))
    assert found is not None
    assert (found.language, found.install, found.usage, found.results, found.licence_note) == (None,) * 5


def test_raw_html_and_restructuredtext_are_read() -> None:
    html = '<h1 align="center">Shop</h1>\n<p align="center"><img src="docs/a.png"> <a href="https://shop.example.org">Live</a></p>\n<!-- <img src="b.png"> -->\n'
    found = readme.detect(tree_of({"README.md": html}))
    assert found is not None
    assert (found.title, found.images, found.links) == ("Shop", 1, ("https://shop.example.org",))
    rst = "Shop\n====\n\nIt sells the things that you want to have.\n\nUsage\n-----\n\n.. code-block:: sh\n\n   pip install shop\n\nSee `docs <https://shop.example.org>`_.\n"
    found = readme.detect(tree_of({"README.rst": rst}))
    assert found is not None
    assert (found.title, found.usage, found.run_command, found.links) == (
        "Shop",
        True,
        True,
        ("https://shop.example.org",),
    )


def test_what_a_generator_wrote_is_a_scaffold() -> None:
    found = readme.detect(
        tree_of(
            {
                "README.md": "# Getting Started with Create React App\n\nThis project was bootstrapped with [Create React App](x).\n"
            }
        )
    )
    assert found is not None
    assert found.scaffold


@pytest.mark.parametrize(
    ("files", "manifests", "locks", "pins"),
    [
        ({"pyproject.toml": "[project]\nname = 'a'\ndependencies = ['b==1.2', 'c>=1']\n", "uv.lock": "x"}, 1, 1, 1),
        ({"pyproject.toml": "[tool.ruff]\nline-length = 99\n"}, 0, 0, 0),
        ({"requirements.txt": "a==1.0\nb==2.0.1 ; python_version > '3'\nc>=3\n# d==1\n"}, 1, 0, 2),
        ({"requirements.txt": "#\n# This file is autogenerated by pip-compile\na==1.0\n"}, 1, 1, 1),
        ({"package.json": '{"dependencies": {"a": "1.2.3", "b": "^1"}}', "package-lock.json": "{}"}, 1, 1, 1),
        ({"go.mod": "module a\n", "go.sum": "x\n"}, 1, 1, 0),
        ({"vendor/package.json": "{}", "node_modules/a/yarn.lock": ""}, 0, 0, 0),
    ],
)
def test_dependencies_are_declared_and_locked(files: dict[str, str], manifests: int, locks: int, pins: int) -> None:
    found = dependencies.detect(tree_of(files))
    assert (len(found.manifests), len(found.locks), found.exact_pins) == (manifests, locks, pins)


def test_tools_count_when_they_are_configured() -> None:
    none = Ci(systems=(), files=(), test_steps=(), deploy_steps=())
    found = toolchain.detect(tree_of({"pyproject.toml": "[tool.ruff]\n[tool.mypy]\nstrict = true\n"}), none)
    assert (found.linters, found.formatters, found.type_checkers, found.enforced) == (("ruff",), (), ("mypy",), False)
    hooks = "repos:\n- repo: x\n  hooks:\n  - id: ruff\n  - id: ruff-format\n"
    found = toolchain.detect(tree_of({".pre-commit-config.yaml": hooks, "tsconfig.json": "{}"}), none)
    assert (found.linters, found.formatters, found.type_checkers, found.enforced) == (
        ("ruff",),
        ("ruff",),
        ("typescript",),
        True,
    )
    assert toolchain.detect(tree_of({"a.py": "# mypy ruff black\n"}), none).linters == ()


def test_lines_are_counted_without_blanks_comments_and_docstrings() -> None:
    tree = tree_of(
        {
            "src/a.py": '"""Module.\n\nMore.\n"""\n\n# comment\nX = 1\n\n\ndef f():\n    """Does."""\n    return """\n# text\n"""\n',
            "src/b.js": "// no\n/* no\nno */\nconst x = 1;\n",
            "q.sql": "-- no\nselect 1;\n",
            "tests/test_a.py": "import a\n",
            "n.ipynb": '{"cells": [{"cell_type": "code", "source": "x = 1\\n!ls\\ny = 2", "outputs": []}]}',
            "src/a_pb2.py": "x = 1\n",
            "migrations/0001.py": "x = 1\n",
            "gen.py": "# Code generated by protoc. DO NOT EDIT.\nx = 1\n",
            "dist/bundle.js": "x\n",
        }
    )
    found = code.detect(tree)
    assert found.languages == {"JavaScript": 1, "Python": 5, "SQL": 1}
    assert (found.lines, found.sql_lines, found.test_lines, found.notebook_lines, found.modules) == (7, 1, 1, 2, 2)


def test_libraries_are_those_of_own_code() -> None:
    tree = tree_of(
        {
            "src/shop/a.py": "import os\nimport numpy as np\nfrom shop import b\nfrom sklearn.svm import SVC\n",
            "src/shop/b.py": "",
            "tests/test_a.py": "import pytest\n",
            "web/app.ts": 'import React from "react"\nimport x from "./x"\nimport "@scope/pkg/style.css"\n',
        }
    )
    assert code.detect(tree).frameworks == ("@scope/pkg", "numpy", "react", "sklearn")


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("src/app.py", Kind.SOURCE), ("tests/test_app.py", Kind.TEST), ("src/app.spec.ts", Kind.TEST), ("app_test.go", Kind.TEST), ("src/contest.py", Kind.SOURCE),
        ("src/latest.py", Kind.SOURCE), ("conftest.py", Kind.TEST), ("examples/a.py", Kind.EXAMPLE),
        ("examples/app/Dockerfile", Kind.EXAMPLE),
        ("demo/app.py", Kind.SOURCE), ("node_modules/a/index.js", Kind.VENDORED),
        ("third_party/x.c", Kind.VENDORED), ("app/migrations/0001_initial.py", Kind.GENERATED), ("alembic/versions/a.py", Kind.GENERATED),
        ("web/app.min.js", Kind.GENERATED), ("poetry.lock", Kind.GENERATED), ("README.md", Kind.DOCS), ("docs/build.md", Kind.DOCS), ("Dockerfile", Kind.CONFIG),
        (".github/workflows/ci.yml", Kind.CONFIG), ("data/big.csv", Kind.OTHER), ("notes.ipynb", Kind.SOURCE), ("service_pb2.py", Kind.GENERATED),
        ("src/main/java/CartTest.java", Kind.TEST), ("src/distance.py", Kind.SOURCE), ("src/builder.py", Kind.SOURCE),
    ],
)  # fmt: skip
def test_paths_say_what_a_file_is(path: str, what: Kind) -> None:
    assert kind(path) is what


def test_a_step_that_is_switched_off_is_none() -> None:
    assert ci.detect(tree_of({GITHUB: workflow("{run: twine upload dist/*, if: false}")})).deploy_steps == ()
