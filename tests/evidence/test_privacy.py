"""No name of a file or folder of a private repository is kept or printed, and no score changes for it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from build import a_profile, project_said
from folio.evidence import store
from folio.evidence.github.trouble import refusal
from folio.evidence.model import AccountSeen, Evidence, HostedSeen, Listed, Observation, RepositoryObserved
from folio.evidence.privacy import private_subjects, without_paths
from folio.options import Options
from folio.pipeline import assemble, score
from folio.render.report import render_report
from folio.render.site.folder import render_site
from folio.repository.git.failures import why_no_copy
from folio.repository.model import RepositorySeen
from folio.repository.redaction import is_redacted, redacted
from repository.build import ME, Built, look

TODAY = date(2026, 11, 22)
SECRET = "zebrafish"
"""A part of every path and of nothing else."""
FILES = {
    "README.md": f"# Till\n\n{'It sells and counts. ' * 30}\n\n## Use\n\n```sh\nmake run\n```\n\n## Limitations\n\n"
    f"{'It does not count bread. ' * 30}\n\n![a](docs/{SECRET}.png)\n"
    f"[code](https://example.org/me/till/blob/main/src/{SECRET}/a.py)\n",
    f"docs/{SECRET}-model-card.md": "# Model card\n\n" + "It was off by 3.1 of 9.2 in 2025. " * 20,
    f"docs/{SECRET}/changelog.md": "# Changes\n\n## 1.0\n\n- first\n",
    f"src/{SECRET}/till.py": "import os\nimport heapq\nfrom sklearn.metrics import mean_absolute_error\n"
    "from openai import OpenAI\nfrom fastapi import FastAPI\napp = FastAPI()\nclient = OpenAI()\n"
    "heap = heapq.heapify([])\nmae = mean_absolute_error([], [])\nport = os.environ['PORT']\n"
    + "".join(f"def step_{n}(shelf):\n    return shelf.total_{n} + {n}\n" for n in range(80)),
    f"src/{SECRET}/query.sql": "select a, count(*) over (partition by b) from t join u using (c) group by a;\n" * 4,
    f"tests/{SECRET}/test_till.py": f"from {SECRET} import till\n\n\ndef test_it():\n    assert till.step_1(2) == 3\n",
    f".github/workflows/{SECRET}.yml": "on: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n"
    f"      - run: python -m pytest tests/{SECRET}\n      - run: ruff check src/{SECRET}\n"
    f"      - run: docker push registry/{SECRET}\n",
    f"deploy/{SECRET}/Dockerfile": "FROM python:3.11-slim@sha256:abc\nUSER app\nCMD run\n",
    f"{SECRET}/requirements.txt": "fastapi==1.0\n",
    f"vendor/{SECRET}/a.js": "x",
    f"{SECRET}/poetry.lock": "x",
    f"{SECRET}/.env.example": "PORT=1\n",
    f"{SECRET}/Makefile": f"run:\n\tpython -m {SECRET}\n",
    f"notebooks/{SECRET}.ipynb": "{",
    "LICENSE": "MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\n",
}


@pytest.fixture
def built(tmp_path: Path) -> Built:
    repository = Built(tmp_path / "till")
    repository.commit("Sell the first loaf of bread", FILES)
    return repository


@pytest.fixture
def seen(built: Built, tmp_path: Path) -> RepositorySeen:
    return look(built.folder, tmp_path)


def test_no_part_of_a_path_is_kept(seen: RepositorySeen) -> None:
    assert SECRET in seen.model_dump_json()
    text = redacted(seen).model_dump_json()
    assert SECRET not in text
    assert not re.search(r"\.(py|sql|yml|md|txt|ipynb)\b", text)


def test_a_place_is_a_hash_with_its_line(seen: RepositorySeen) -> None:
    (place,) = redacted(seen).metrics
    assert re.fullmatch(r"h:[0-9a-f]{8}:9", str(place))
    assert {one.path for one in redacted(seen).remote_models} == {place.path}, "one file is one hash"


def test_two_repositories_with_the_same_path_do_not_show_it(seen: RepositorySeen) -> None:
    other = seen.model_copy(update={"history": seen.history.model_copy(update={"roots": ("f" * 40,)})})
    assert redacted(seen).metrics != redacted(other).metrics


def test_doing_it_twice_changes_nothing(seen: RepositorySeen) -> None:
    assert redacted(redacted(seen)) == redacted(seen)


def test_what_a_readme_is_stays_known(seen: RepositorySeen) -> None:
    before, after = seen.readme, redacted(seen).readme
    assert before is not None
    assert after is not None
    assert is_redacted(after.path)
    assert after.links == ("https://example.org/me/till",)
    assert [one.in_readme for one in redacted(seen).documents.limitations] == [
        one.in_readme for one in seen.documents.limitations
    ]


# ------------------------------------------------------------------ which repositories


def observed(source: str, subject: str, seen: object) -> Observation:
    return Observation(source=source, subject=subject, observed_on=TODAY, fingerprint="x", seen=seen)  # type: ignore[arg-type]


def hosted(*, private: bool) -> HostedSeen:
    return HostedSeen(
        fork=False, archived=False, private=private, parent=None, homepage=None, description=None, topics=(),
        default_branch="main",
    )  # fmt: skip


def test_private_is_what_the_profile_or_the_host_says_and_work_under_nda() -> None:
    profile = a_profile(
        clients=[{"id": "acme", "name": "Acme", "sector": "retail", "nda": True, "shown_as": "A retailer"}],
        projects=[
            project_said("loom", private=True), project_said("mill", client="acme"), project_said("kiln"),
            project_said("open"),
        ],
    )  # fmt: skip
    evidence = Evidence(
        observations=(
            observed("github", "project:kiln", hosted(private=True)),
            observed("github", "project:open", hosted(private=False)),
        )
    )
    assert private_subjects(evidence, profile) == {"project:loom", "project:mill", "project:kiln"}


def read(seen: RepositorySeen, name: str = "loom", **more: object) -> Observation:
    return observed("git", f"project:{name}", RepositoryObserved(repository=seen)).model_copy(update=more)


def unanswered(problem: str) -> Observation:
    return Observation(source="github", subject="project:loom", observed_on=TODAY, fingerprint="x", problem=problem)


def is_private(*observations: Observation, **said: object) -> bool:
    profile = a_profile(projects=[project_said("loom", **said)])
    return "project:loom" in private_subjects(Evidence(observations=observations), profile)


GONE = str(refusal(404, {}, "", now=datetime(2026, 11, 22, tzinfo=UTC), anonymous=True))
DENIED = str(refusal(403, {}, "", now=datetime(2026, 11, 22, tzinfo=UTC), anonymous=False))
HTTPS = "https://github.com/ada/loom.git"


@pytest.mark.parametrize(
    "repository", ["../loom", "loom.bundle", "git@github.com:ada/loom.git", "ssh://git@host.example/loom"]
)
@pytest.mark.parametrize("problem", [None, GONE, "not asked: offline"])
def test_a_path_and_an_ssh_address_show_nothing(repository: str, problem: str | None, seen: RepositorySeen) -> None:
    looks = [read(seen)] if problem is None else [read(seen), unanswered(problem)]
    assert is_private(*looks, repository=repository)
    assert is_private(*looks, repository=repository, code_url="https://github.com/ada/loom"), "anybody can write that"


def test_what_the_host_says_is_public_is(seen: RepositorySeen) -> None:
    public = observed("github", "project:loom", hosted(private=False))
    assert not is_private(read(seen), public, repository="../loom", code_url="https://github.com/ada/loom")
    same = {"repository": "git@github.com:Ada/loom.git", "code_url": "https://github.com/ada/loom"}
    assert not is_private(read(seen), public, **same)
    assert is_private(read(seen), public, private=True)


def test_the_host_speaks_of_the_repository_that_it_was_asked_about(seen: RepositorySeen) -> None:
    public = observed("github", "project:loom", hosted(private=False))
    said = {"repository": "git@github.com:acme/loom.git", "code_url": "https://github.com/ada/loom-demo"}
    assert is_private(read(seen), public, **said)


@pytest.mark.parametrize(("missed", "private"), [(GONE, True), (DENIED, True), ("not asked: offline", False)])
def test_what_was_public_and_is_gone_now_may_be_private(missed: str, private: bool, seen: RepositorySeen) -> None:
    public = observed("github", "project:loom", hosted(private=False)).model_copy(update={"missed": missed})
    assert is_private(read(seen), public) is private


def test_a_clone_from_an_https_address_is_public(seen: RepositorySeen) -> None:
    assert not is_private(read(seen), repository=HTTPS)
    assert not is_private(read(seen), unanswered("not asked: offline"), repository=HTTPS)
    assert is_private(read(seen), observed("github", "project:loom", hosted(private=True)), repository=HTTPS)
    assert is_private(repository=HTTPS), "nobody has read it"
    assert is_private(read(seen), repository="https://ada:hunter2@github.com/ada/loom.git")
    assert is_private(read(seen), repository="http://github.com/ada/loom.git")


@pytest.mark.parametrize(
    "words", ["could not read Username", "Authentication failed", "returned error: 403", "not found"]
)
def test_a_clone_that_can_be_made_no_more_shows_nothing(words: str, seen: RepositorySeen) -> None:
    assert is_private(read(seen, missed=why_no_copy(f"fatal: {words}")), repository=HTTPS)


def test_a_repository_that_no_project_names_is_private(seen: RepositorySeen) -> None:
    evidence = Evidence(observations=(read(seen, "stray"),))
    assert private_subjects(evidence, a_profile(projects=[])) == {"project:stray"}


def test_what_folio_took_up_from_an_account_is_judged_like_the_rest(seen: RepositorySeen) -> None:
    listed = [
        Listed(name=f"ada/{name}", url=f"https://github.com/ada/{name}", description="d") for name in ("open", "shut")
    ]
    account = AccountSeen(login="ada", website=None, repositories=tuple(listed))
    evidence = Evidence(
        observations=(
            observed("accounts", "account:github", account),
            read(seen, "open"),
            read(seen, "shut"),
            observed("github", "project:shut", hosted(private=True)),
        )
    )
    assert private_subjects(evidence, a_profile(github={"user": "ada"})) == {"project:shut"}


@pytest.mark.parametrize(("which", "hidden"), [(None, []), ("private", ["loom"]), ("all", ["loom", "open"])])
def test_only_those_that_were_asked_for_are_hidden(which: object, hidden: list[str], seen: RepositorySeen) -> None:
    profile = a_profile(projects=[project_said("loom", private=True), project_said("open")])
    looks = [read(seen, "loom"), read(seen, "open"), observed("github", "project:open", hosted(private=False))]
    evidence = without_paths(Evidence(observations=tuple(looks)), profile, which)  # type: ignore[arg-type]
    without = [
        one.subject for one in evidence.observations if one.source == "git" and SECRET not in one.model_dump_json()
    ]
    assert without == [f"project:{name}" for name in hidden]


# ------------------------------------------------------------------ a whole run


PROFILE = f"""
name: Ada Example
headline: Forecasting for retailers
summary: I build forecasts that shops can act on.
contact: {{email: {ME}}}
projects:
  - id: till
    title: A till
    summary: Sells bread.
    repository: till
    private: true
    code_url: https://example.org/me/till
"""


@pytest.fixture
def me(built: Built, tmp_path: Path) -> Path:
    (tmp_path / "profile.yaml").write_text(PROFILE)
    return tmp_path


def options(folder: Path, **more: object) -> Options:
    return Options(today=TODAY, offline=True, state=folder / "state", **more)  # type: ignore[arg-type]


def test_no_name_of_a_private_file_is_stored_or_printed(me: Path) -> None:
    found = assemble(me, options(me, redact="private"))
    printed = [one.content for one in render_report(found.report)]
    printed += [one.content for one in render_site(found.portfolio)]
    stored = [file.read_bytes() for file in (me / "state" / "evidence").rglob("*.json")]
    assert stored
    for content in (*printed, *stored):
        assert SECRET.encode() not in content
    assert any(b"h:" in content for content in stored)
    pages = b"".join(one.content for one in render_site(found.portfolio) if one.path.endswith(".md"))
    assert not re.search(rb"h:[0-9a-f]{8}", pages), "a client is shown no hash"


def test_a_repository_that_nothing_shows_to_be_public_is_hidden(me: Path) -> None:
    (me / "profile.yaml").write_text(PROFILE.replace("    private: true\n", ""))
    score(me, options(me, redact="private"))
    assert SECRET not in store.load(me / "state" / "evidence")["git", "project:till"].model_dump_json()


def test_a_run_without_the_option_shows_the_paths_again(me: Path) -> None:
    score(me, options(me, redact="private"))
    score(me, options(me))
    stored = store.load(me / "state" / "evidence")
    assert SECRET in stored["git", "project:till"].model_dump_json()
    (again,) = score(me, options(me, redact="all")).reports
    assert SECRET not in again.to_json()


def test_hiding_the_names_changes_no_score(me: Path) -> None:
    (shown,), (hidden,) = score(me, options(me)).reports, score(me, options(me, redact="all")).reports
    assert [(one.id, one.score, one.ceiling) for one in shown.checks] == [
        (one.id, one.score, one.ceiling) for one in hidden.checks
    ]
