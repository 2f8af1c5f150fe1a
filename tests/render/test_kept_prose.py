"""What became of Markdown, kept from run to run: the same HTML, and nothing that a stranger put there."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from folio.portfolio import prose as module
from folio.portfolio.prose import prose
from folio.render.site.kept_prose import kept_prose

TEXT = "## Why\n\nIt is **late**, as [they](https://shop.example) say.\n\n```python\nprint(1)\n```\n\n![A chart](chart.png)\n"


def run(cache: Path, text: str = TEXT, picture: str = "assets/chart.png") -> str:
    """What a new process shows."""
    module._rendered.clear()
    with kept_prose(cache):
        return str(prose(text, pictures=lambda _: picture))


@pytest.fixture
def renders(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are rendered and not taken from an earlier run."""
    found: list[str] = []
    renderer = module._renderer()

    class Noted:
        def render(self, text: str, env: dict[str, object]) -> str:
            found.append(text)
            return str(renderer.render(text, env))

    monkeypatch.setattr(module, "_renderer", Noted)
    return found


def test_a_later_run_shows_the_same_and_renders_only_what_changed(tmp_path: Path, renders: list[str]) -> None:
    first = run(tmp_path)
    assert run(tmp_path) == first
    assert renders == [TEXT]
    assert "<em>early</em>" in run(tmp_path, TEXT.replace("late", "_early_"))
    assert len(renders) == 2
    assert json.loads((tmp_path / "prose.json").read_text())["texts"].keys() == digests(TEXT.replace("late", "_early_"))
    assert module.earlier == module.in_use == {}


def digests(*texts: str) -> set[str]:
    return {hashlib.sha256(one.encode()).hexdigest() for one in texts}


def test_a_picture_that_lies_elsewhere_is_looked_up_again(tmp_path: Path, renders: list[str]) -> None:
    assert "assets/chart.png" in run(tmp_path)
    assert "assets/other.png" in run(tmp_path, picture="assets/other.png")
    assert len(renders) == 2


def test_what_somebody_put_there_is_sanitised_like_any_text(tmp_path: Path) -> None:
    run(tmp_path)
    file = tmp_path / "prose.json"
    said = json.loads(file.read_text())
    key, (asked, _) = said["texts"].popitem()
    said["texts"][key] = [asked, "<script>alert(1)</script><p onclick='x()'>Hello</p>"]
    file.write_text(json.dumps(said))
    shown = run(tmp_path)
    assert "Hello" in shown
    assert not [word for word in ("script", "onclick", "alert") if word in shown]


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"made_by": 1}', '{"texts": {}}', "[" * 100_000, "\x00"])
def test_what_is_damaged_or_anothers_is_made_anew(damage: str, tmp_path: Path, renders: list[str]) -> None:
    first = run(tmp_path)
    (tmp_path / "prose.json").write_text(damage)
    assert run(tmp_path) == first
    assert len(renders) == 2


def test_where_nothing_can_be_kept_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "late" in run(tmp_path / "file")
