"""`folio score`: the report on a terminal, several platforms, other forms, and the exit status."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from cli.reports import TESTS, a_report, an_item, points, split
from folio.cli import group
from folio.cli.limits import missed
from folio.cli.one import lines
from folio.cli.result import escaped
from folio.cli.several import next_level, table
from folio.cli.text import cleaned, columns
from folio.readiness.report import Named, Report

Compare = Callable[[str, str], None]
WIDTHS = (60, 80, 100)
HOSTILE = "\x1b[2J\x1b]0;owned\x07\x9b31m\u202edaor\r\n::error::x"


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("NO_COLOR", raising=False)


def shown(report: Report) -> str:
    return "".join(f"{click.unstyle(line)}\n" for line in lines(report))


def side_by_side() -> tuple[Report, ...]:
    guild = a_report()
    open_only = tuple(one for one in guild.conditions if one.state != "not met")
    return (
        guild,
        replace(guild, platform=replace(guild.platform, id="near", title="Near enough"), conditions=open_only,
                points=points(60, 9, 31), totals=split(605_000, 85_000, 310_000)),
        replace(guild, platform=replace(guild.platform, id="done", title="Done there", as_of="no date " * 12),
                level=Named(id="ready", title="Ready"), up_to=Named(id="ready", title="Ready"), actions=()),
    )  # fmt: skip


# ------------------------------------------------------------------ one platform


@pytest.mark.parametrize("columns", WIDTHS)
def test_one_platform_reads_like_this(columns: int, golden: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    golden(f"../cli/golden/one-{columns}.txt", shown(a_report()))


@pytest.mark.parametrize("wide", [*WIDTHS, 200])
@pytest.mark.parametrize(
    "name", ["Ada Example", "林 美咲", "אדה דוגמה", "Zoë Núñez", "👩\u200d🔬 Ada", "e\u0301" * 40, "界" * 60]
)
def test_no_line_is_wider_than_the_terminal(wide: int, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(wide))
    check = replace(TESTS, items=(an_item(name, 600),), title=name)
    one = a_report()
    categories = tuple(replace(each, title=f"{each.title} {name[:4]}") for each in one.categories)
    report = replace(one, person=name, checks=(check,), categories=categories)
    for line in (*lines(report), *table((report, replace(report, platform=replace(one.platform, title=name))))):
        for part in click.unstyle(line).splitlines():
            assert columns(part) <= min(wide, 100), part


def test_the_bars_of_categories_stand_under_each_other_in_any_script() -> None:
    one = a_report()
    titles = ("漢字の設計", "Dépôts e\u0301", "Craft")
    report = replace(one, categories=tuple(replace(one.categories[0], title=title) for title in titles))
    rows = [line for line in shown(report).splitlines() if " of 50" in line]
    assert len({columns(row[: row.index("█")]) for row in rows}) == 1
    assert len({columns(row) for row in rows}) == 1


def test_what_is_met_is_named_in_passing_and_what_is_not_in_full() -> None:
    text = shown(a_report())
    assert "  not met  55 points: 40 now\n" in text
    assert "  met      Software craft at 40 %; Working language\n" in text


def test_what_is_open_is_told_in_full_only_where_it_is_little() -> None:
    one = a_report()
    opened = replace(one.conditions[2], title="Something open")
    few, many = (shown(replace(one, conditions=(opened,) * number)) for number in (3, 4))
    assert few.count("asks for 50 %") == 3
    assert "asks for 50 %" not in many
    assert "open     Something open; Something open" in many


def test_where_what_is_not_known_could_bring_more_than_the_steps_finding_out_comes_first() -> None:
    one = a_report()  # its steps bring 19.5 points
    for unknown, first, then in (
        (195_000, "Best next steps", "To find out"),
        (195_001, "To find out", "Best next steps"),
    ):
        text = shown(replace(one, totals=replace(one.totals, unknown=unknown)))
        assert text.index(first) < text.index(then)


def test_more_steps_are_named_only_where_there_are_more() -> None:
    one = a_report()
    assert "Best next steps\n" in shown(one)
    assert "Best next steps ('folio plan' shows more)\n" in shown(replace(one, actions=one.actions * 2))


def test_a_report_without_anything_to_say_says_nothing_of_it() -> None:
    empty = replace(a_report(), actions=(), questions=(), exclusions=(), claims=(), annotations=(), not_observable=())
    text = shown(empty)
    for heading in ("Best next steps", "To find out", "not counted", "What you say", "Claims", "Can't be observed"):
        assert heading not in text


def test_nothing_in_a_report_is_obeyed_by_a_terminal() -> None:
    one = a_report()
    hostile = replace(
        one,
        person=f"Ada{HOSTILE}",
        exclusions=tuple(replace(each, name=HOSTILE, reason=HOSTILE) for each in one.exclusions),
        questions=tuple(replace(each, todo=HOSTILE, why=HOSTILE) for each in one.questions),
        actions=tuple(replace(each, todo=HOSTILE, name=HOSTILE) for each in one.actions),
        claims=tuple(replace(each, says=HOSTILE) for each in one.claims),
    )
    for line in (*lines(cleaned(hostile)), *table((cleaned(hostile), cleaned(hostile)))):
        text = click.unstyle(line).replace("\n", "")  # folio's own colours and line ends
        assert text.isprintable(), repr(text)


def test_json_means_the_same_where_a_terminal_is_spared() -> None:
    text = replace(a_report(), person=f"Ada{HOSTILE}").to_json()
    assert json.loads(escaped(text)) == json.loads(text)
    assert escaped(text).replace("\n", "").isprintable()


# ------------------------------------------------------------------ several platforms


@pytest.mark.parametrize("columns", WIDTHS)
def test_several_platforms_read_like_this(columns: int, golden: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    golden(
        f"../cli/golden/several-{columns}.txt", "".join(f"{click.unstyle(line)}\n" for line in table(side_by_side()))
    )


def test_the_next_level_says_what_it_lacks() -> None:
    guild, near, done = side_by_side()
    gate = replace(guild.conditions[2], state="not met")
    floor = replace(guild.conditions[1], state="not met")
    claims = replace(floor, kind="beyond-claims")
    assert next_level(guild) == "Ready: +15"
    assert next_level(near) == "Ready: 1 open"
    assert next_level(replace(near, conditions=(gate, gate, floor))) == "Ready: 1 floor, 2 gates"
    assert next_level(replace(near, conditions=(claims, near.conditions[0]))) == "Ready: more than claims"
    assert next_level(done) == "none above"


def test_a_long_step_is_cut_after_two_lines() -> None:
    guild, near, _ = side_by_side()
    long = replace(guild, actions=(replace(guild.actions[0], todo="fill in this and that; " * 12),))
    text = [click.unstyle(line) for line in table((long, near))]
    step = next(line for line in text if "fill in" in line)
    assert len(step.splitlines()) == 2
    assert step.endswith("…")


def test_a_step_is_shared_only_by_platforms_that_ask_for_the_same() -> None:
    guild, near, _ = side_by_side()
    other = replace(near, actions=(replace(near.actions[0], todo="Fill in what Near enough asks for"),))
    text = "\n".join(table((guild, other)))
    assert text.index("Test the function") < text.index("Near enough asks for")
    assert "The Guild, Near enough" not in text


def test_a_title_is_cut_only_where_it_does_not_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    guild = a_report()
    long = replace(guild, platform=replace(guild.platform, title="A guild with a long name"))
    rows = [click.unstyle(line) for line in table((guild, long))]
    begins = [row.split("  ")[1] for row in rows if row.endswith(("next level", "Ready: +15"))]
    assert begins == ["platform", "The Guild", "A guild with a long…"]


# ------------------------------------------------------------------ the exit status


def test_the_least_points_count_what_is_earned_and_not_what_could_be() -> None:
    guild, near, _ = side_by_side()
    assert missed((guild, near), 60, None) == ["The Guild: 40 points are earned, 60 are asked for"]
    assert missed((guild,), 45, None)  # up to 49 once everything is known
    assert missed((guild, near), 40, None) == []


def test_the_least_level_says_what_stands_in_its_way() -> None:
    guild, _, done = side_by_side()
    assert missed((guild, done), None, "ready") == [
        "The Guild: the level is Building, Ready is asked for; Ready takes more: 55 points: not met;"
        " Tests that can fail: open"
    ]
    assert missed((replace(guild, up_to=Named(id="ready", title="Ready")),), None, "ready")
    assert missed((guild, done), None, "building") == []


def test_a_lower_level_than_the_next_one_with_gates_says_what_it_takes_itself() -> None:
    guild = a_report(level=Named(id="foundation", title="Foundation"), totals=split(205_000, 85_000, 710_000))
    assert missed((guild,), None, "building") == [
        "The Guild: the level is Foundation, Building is asked for; Building takes 30 points: 20.5 now, not yet"
    ]


# ------------------------------------------------------------------ the command


@pytest.fixture(scope="module")
def me(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("me")
    (folder / "profile.yaml").write_text(
        "name: Ada Example\nheadline: Forecasts\nsummary: I build forecasts.\ncontact: {email: ada@example.org}\n",
        encoding="utf-8",
    )
    return folder


def folio(*words: str, **environment: str) -> Result:
    return CliRunner().invoke(group, [*words], env=environment, standalone_mode=False)


def score(me: Path, *words: str, **environment: str) -> Result:
    done = folio("score", str(me), "-q", "--offline", "--today", "2026-11-22", *words, **environment)
    if done.exception and not isinstance(done.exception, SystemExit | click.ClickException):
        raise done.exception
    return done


def test_one_platform_as_json_is_the_report(me: Path) -> None:
    content = json.loads(score(me, "-p", "toptal", "--format", "json").stdout)
    assert (content["person"], content["platform"]["id"]) == ("Ada Example", "toptal")


def test_several_as_json_are_their_reports_in_the_order_asked_for(me: Path) -> None:
    content = json.loads(score(me, "-p", "toptal", "-p", "direct-client", "--format", "json").stdout)
    assert content["schema_version"] == 1
    assert [one["platform"]["id"] for one in content["reports"]] == ["toptal", "direct-client"]


def test_a_platform_that_is_asked_for_twice_is_shown_once(me: Path) -> None:
    assert score(me, "-p", "toptal", "-p", "toptal").stdout == score(me, "-p", "toptal").stdout


def test_all_platforms_have_a_line_each(me: Path) -> None:
    from folio.readiness.rubric import platforms, rubric

    rows = [line for line in score(me, "-p", "all", COLUMNS="80").stdout.splitlines() if " Foundation " in line]
    titles = [rubric(name).platform.title for name in platforms()]
    assert [row.split("  ")[1].strip() for row in rows] == titles
    assert all(columns(row) <= 80 for row in rows)


@pytest.mark.parametrize(
    ("form", "begins"), [("markdown", "# "), ("html", "<!doctype html>"), ("sarif", "{"), ("text", "Ada")]
)
@pytest.mark.parametrize("asked", [("-p", "toptal"), ("-p", "toptal", "-p", "direct-client")])
def test_every_form_is_printed_or_written_to_a_file(
    me: Path, tmp_path: Path, form: str, begins: str, asked: tuple[str, ...]
) -> None:
    printed = score(me, *asked, "--format", form)
    assert printed.stdout.lower().startswith(begins.lower())
    written = score(me, *asked, "--format", form, "-o", str(tmp_path / "out"))
    assert written.stdout == ""
    assert (tmp_path / "out").read_text(encoding="utf-8") == printed.stdout


def test_sarif_of_several_platforms_is_one_log_with_a_run_each(me: Path) -> None:
    log = json.loads(score(me, "-p", "toptal", "-p", "direct-client", "--format", "sarif").stdout)
    assert len(log["runs"]) == 2


def test_github_gets_commands_and_the_summary_of_the_job(me: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    done = score(me, "-p", "toptal", "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert done.stdout.startswith("::")
    assert summary.read_text(encoding="utf-8").startswith("before\n")
    assert "Ada Example" in summary.read_text(encoding="utf-8")


def test_github_without_a_summary_to_write_prints_its_commands_alone(me: Path) -> None:
    assert score(me, "--format", "github", GITHUB_STEP_SUMMARY="").stdout.startswith("::")


def test_a_file_that_cannot_be_written_is_told(me: Path, tmp_path: Path) -> None:
    from folio.errors import FolioError

    with pytest.raises(FolioError, match="choose another file"):
        score(me, "-o", str(tmp_path / "nowhere" / "out.txt"))


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--min", "0"), 0, ""),
        (("--min", "50"), 1, "A client of your own: 0 points are earned, 50 are asked for"),
        (("--level", "foundation"), 0, ""),
        (("--level", "Ready", "-p", "toptal"), 1, "Toptal: the level is Foundation, Ready is asked for"),
        (("--min", "50", "-p", "toptal", "-p", "malt"), 1, "Malt: 0 points are earned, 50 are asked for"),
    ],
)
def test_a_limit_that_is_not_reached_is_status_1_and_a_line_on_stderr(
    me: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    done = score(me, *words)
    assert done.return_value == status
    assert said in done.stderr
    assert bool(done.stderr) == bool(status)


def test_a_level_that_is_none_is_a_usage_error_with_the_known_ones(me: Path) -> None:
    done = score(me, "--level", "guru")
    assert isinstance(done.exception, click.BadParameter)
    assert "foundation, building, ready, strong" in done.exception.message
