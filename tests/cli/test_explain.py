"""`folio explain`: a check, a category, the levels, or the list of what there is."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from cli.reports import TESTS, a_report
from folio.cli import group
from folio.cli.explain import explanation, listed
from folio.cli.text import cleaned, columns
from folio.errors import FolioError
from repository.build import ME, Built

Compare = Callable[[str, str], None]


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def shown(identifier: str, **changes: object) -> str:
    report = cleaned(replace(a_report(), **changes))  # type: ignore[arg-type]
    return "".join(f"{click.unstyle(line)}\n" for line in explanation(report, identifier))


@pytest.mark.parametrize("identifier", ["tests-meaningful", "working-language", "craft", "level"])
def test_an_explanation_reads_like_this(identifier: str, golden: Compare) -> None:
    golden(f"../cli/golden/explain-{identifier}.txt", shown(identifier))


@pytest.mark.parametrize("wide", [60, 80, 100])
@pytest.mark.parametrize("identifier", ["tests-meaningful", "craft", "level"])
def test_no_line_is_wider_than_the_terminal(identifier: str, wide: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(wide))
    checks = tuple(replace(one, title="漢字のテスト" * 4) for one in a_report().checks)
    assert max(map(columns, shown(identifier, checks=checks).splitlines())) <= wide
    lines = "\n".join(click.unstyle(line) for line in listed(replace(a_report(), checks=checks))).splitlines()
    assert max(map(columns, lines)) <= wide


def test_no_text_of_a_repository_is_obeyed() -> None:
    hostile = "a\x1b[2J\x9b1m\r\u202eb.py:1"
    items = tuple(replace(one, says=hostile, places=(hostile,), name=hostile) for one in TESTS.items)
    text = shown("tests-meaningful", checks=(replace(TESTS, items=items),))
    assert text.replace("\n", "").isprintable()


def test_the_list_names_every_check_with_its_score() -> None:
    lines = [click.unstyle(line) for line in listed(a_report())]
    assert lines[0] == "Software craft (craft)"
    assert lines[1].startswith("  tests-meaningful  ")
    assert " 41 %  Tests that can fail" in lines[1]


# ------------------------------------------------------------------ the command


@pytest.fixture(scope="module")
def me(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("me")
    (folder / "profile.yaml").write_text(
        "name: Ada Example\nheadline: Forecasts\nsummary: I build forecasts.\ncontact: {email: ada@example.org}\n",
        encoding="utf-8",
    )
    return folder


def explain(*words: str) -> Result:
    done = CliRunner().invoke(group, ["explain", *words, "--offline", "--today", "2026-11-22"], standalone_mode=False)
    if done.exception:
        raise done.exception
    return done


def test_a_profile_alone_lists_what_can_be_explained(me: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = explain(str(me)).stdout
    assert "Fundamentals (fundamentals)" in text
    assert "  study-log " in text
    monkeypatch.chdir(me)
    assert explain().stdout == text
    assert explain(".").stdout == text


def test_a_check_is_explained_for_the_platform_that_is_asked_for(me: Path) -> None:
    assert "A gate on Toptal" in explain("working-language", str(me), "-p", "toptal").stdout
    assert "A gate on" not in explain("working-language", str(me)).stdout


def test_json_holds_the_check_and_its_explanation(me: Path) -> None:
    content = json.loads(explain("focus-statement", str(me), "--format", "json").stdout)
    assert content["check"]["id"] == "focus-statement"
    assert content["explanation"][0]["title"].endswith("(focus-statement)")
    assert "check" not in json.loads(explain("level", str(me), "--format", "json").stdout)
    assert {"id", "score"} <= set(json.loads(explain(str(me), "--format", "json").stdout)["checks"][0])


def test_an_unknown_check_is_answered_with_the_nearest_before_anything_is_looked_at(
    me: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("folio.pipeline.observe", None)
    with pytest.raises(FolioError, match="did you mean 'study-log'"):
        explain("studylog", str(me))
    for words in (("nosuch", str(me)), (str(me), "nosuch")):
        with pytest.raises(FolioError, match=f"no check 'nosuch' .*; 'folio explain {me}' lists them all"):
            explain(*words)


def test_the_profile_may_come_first(me: Path) -> None:
    assert explain(str(me), "study-log").stdout == explain("study-log", str(me)).stdout


def test_a_hostile_file_name_in_a_repository_reaches_the_terminal_tamed(tmp_path: Path) -> None:
    tests = "from shop import total\n\n\ndef test_total():\n    assert total([1, 2]) == 3\n    assert total([]) == 0\n"
    code = "".join(f"def step_{n}(shelf):\n    return shelf.total_{n} + {n}\n\n\n" for n in range(60))
    files = {"shop.py": f"def total(values):\n    return sum(values)\n\n\n{code}", "tests/test_\x1b[2J\x9b1m.py": tests}
    Built(tmp_path / "shop").commit("Add the shop", files)
    (tmp_path / "profile.yaml").write_text(
        f"name: Ada Example\nheadline: Forecasts\nsummary: I build forecasts.\ncontact: {{email: {ME}}}\n"
        "projects: [{id: shop, title: Shop, summary: Sells., repository: shop}]\n",
        encoding="utf-8",
    )
    text = explain("tests-meaningful", str(tmp_path)).stdout
    assert "Shop: 2 assertions" in text
    assert "2J" in text
    assert text.replace("\n", "").isprintable()


@pytest.mark.parametrize("command", ["explain", "plan", "build"])
@pytest.mark.parametrize("asked", [("-p", "all"), ("-p", "arc", "-p", "malt"), ("-p", "arc", "--rubric", "own.yaml")])
def test_a_command_for_one_platform_refuses_several(
    command: str, asked: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("own.yaml").write_text("extends: arc\n", encoding="utf-8")
    done = CliRunner().invoke(group, [command, *asked, "--offline"])
    assert done.exit_code == 2
    assert "one platform at a time here; 'folio score -p all' shows them side by side" in done.stderr
    assert list(tmp_path.iterdir()) == [tmp_path / "own.yaml"]


def test_a_platform_may_be_said_twice(me: Path) -> None:
    assert explain("level", str(me), "-p", "toptal", "-p", "toptal").exit_code == 0
