"""What all benchmarks measure with: no figure of theirs is tested, only that they count what is there."""

from __future__ import annotations

import itertools
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from harness.contender import Contender, Failed, in_turn, ratio
from harness.memory import Watch, of_tree, tree
from harness.plot import ROOM, Line, plot
from harness.results import kept, read, table, write

PYTHON = sys.executable
GRANDCHILD = """
import subprocess, sys
inner = "import sys; held = bytearray(40 << 20); print(len(held), flush=True); sys.stdin.read()"
subprocess.run([sys.executable, "-Sc", inner])
"""
ORPHAN = """
import os, time
if os.fork() == 0:
    os.setsid()
    while time.process_time() < 0.15:
        pass
"""
linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def _noted(name: str, notes: list[str]) -> Contender:
    return Contender(name, (PYTHON, "-Sc", "pass"), before=lambda: notes.append(name))


def test_contenders_run_in_turn_and_the_first_round_is_dropped() -> None:
    notes: list[str] = []
    one, other = _noted("one", notes), _noted("other", notes)
    in_turn([one, other], rounds=2)
    assert notes == ["one", "other"] * 3
    assert [len(each.wall) for each in (one, other)] == [2, 2]
    assert all(seconds > 0 for each in (one, other) for seconds in (*each.wall, *each.cpu))


def test_a_command_that_fails_is_no_fast_one() -> None:
    with pytest.raises(Failed, match=r"broken: status 3\nno such thing"):
        Contender("broken", (PYTHON, "-Sc", "import sys; print('no such thing', file=sys.stderr); sys.exit(3)")).run()


def test_a_command_that_did_not_do_its_work_is_no_fast_one() -> None:
    with pytest.raises(Failed, match="idle: ended well, and did not do its work"):
        Contender("idle", (PYTHON, "-Sc", "pass"), did=lambda: False).run()


def test_a_ratio_is_that_of_rounds_and_not_of_medians() -> None:
    one, other = Contender("one", ()), Contender("other", ())
    one.wall, other.wall = [2.0, 30.0, 4.0], [1.0, 10.0, 4.0]
    assert ratio(one, other) == 2.0


@linux
def test_processes_that_outlive_their_parent_count() -> None:
    run = Contender("orphan", (PYTHON, "-Sc", ORPHAN))
    run.run()
    assert run.cpu[0] >= 0.15


@linux
def test_memory_is_that_of_all_processes_together() -> None:
    import subprocess

    with subprocess.Popen([PYTHON, "-Sc", GRANDCHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        watch = Watch(process.pid)
        watch.start()
        assert process.stdout
        assert process.stdin
        process.stdout.readline()
        assert len(tree(process.pid)) == 2
        held = of_tree(process.pid)
        process.stdin.close()
    assert held > 40
    assert watch.stop() >= 0
    assert of_tree(process.pid) == 0


def test_results_come_back_as_they_were_kept(tmp_path: Path) -> None:
    result = {"figures": [{"tool": "ä", "wall": [0.1, 2.5]}], "told": "a, b; [ 1 ]"}
    write("some", "# Some\n", result, tmp_path)
    assert read("some", tmp_path) == result
    assert "[0.1, 2.5]" in (tmp_path / "some.json").read_text("utf-8")
    assert (tmp_path / "some.md").read_text("utf-8") == "# Some\n"


def test_tables_and_promises_are_markdown() -> None:
    assert table(("what", "s"), [("a", 1)]) == "| what | s |\n| --- | --: |\n| a | 1 |"
    assert (kept(True, "under 1"), kept(False, "under 1")) == ("(promised: under 1)", "(MISSED; promised: under 1)")


def test_a_plot_names_every_line_without_one_over_the_other() -> None:
    names = [f"<tool> {number} & co" for number in range(9)]
    lines = [Line(name, ((1, 1.0), (1000, 1.0 + place / 1e6))) for place, name in enumerate(names)]
    drawn = plot("Seconds", lines, across="projects", up="s")
    assert drawn == plot("Seconds", lines, across="projects", up="s")
    texts = [one for one in ElementTree.fromstring(drawn).iter() if one.get("class") == "name"]
    assert [one.text for one in texts] == names
    heights = sorted(float(one.get("y", "nan")) for one in texts)
    assert all(b - a >= ROOM - 0.11 for a, b in itertools.pairwise(heights))
    assert heights[0] > 0
    assert heights[-1] < 400


def test_a_plot_of_one_point_is_one() -> None:
    ElementTree.fromstring(plot("One", [Line("one", ((1, 0.1),))], across="projects", up="s"))
