"""A file of tokens: nobody else's eyes, and none of them in a message."""

from __future__ import annotations

from pathlib import Path

import pytest

from folio.cohort.tokens import read
from folio.errors import FolioError


def written(file: Path, text: str, mode: int = 0o600) -> Path:
    file.write_text(text, encoding="utf-8")
    file.chmod(mode)
    return file


def test_each_line_is_a_token_and_each_counts_once(tmp_path: Path) -> None:
    file = written(tmp_path / "t", "# ours\nghp_aaaaaaaa\n\n  ghp_bbbbbbbb \nghp_aaaaaaaa\n")
    assert read(file) == ("ghp_aaaaaaaa", "ghp_bbbbbbbb")


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644])
def test_a_file_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    with pytest.raises(FolioError, match="chmod 600"):
        read(written(tmp_path / "t", "ghp_aaaaaaaa\n", mode))


@pytest.mark.parametrize(
    ("text", "told"), [("", "no token"), ("ghp_aaaaaaaa\nnot a token\n", ":2:1: not a token"), ("ghp_é\n", ":1:1: not")]
)
def test_what_is_no_token_is_told_by_its_line_and_not_shown(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(FolioError, match=told) as caught:
        read(written(tmp_path / "t", text))
    assert "ghp_" not in str(caught.value).replace(str(tmp_path), "")
