"""The public surface is what `__all__` says, and the README's example of it runs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import folio

ROOT = Path(__file__).parents[1]


def test_every_public_name_can_be_had() -> None:
    assert len(folio.__all__) > 10
    assert sorted(folio.__all__) == list(folio.__all__)
    for name in folio.__all__:
        assert getattr(folio, name) is not None


def test_what_is_lazy_is_public_and_the_other_way_round() -> None:
    assert {*folio._HOMES, "__version__"} == set(folio.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'folio' has no attribute 'nonsense'"):
        _ = folio.nonsense


def test_importing_folio_imports_nothing_slow() -> None:
    code = "import sys, folio; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not loaded & {"pydantic", "yaml", "jinja2", "git", "github", "mkdocs", "weasyprint", "click", "rich"}


def test_the_help_imports_nothing_slow() -> None:
    code = (
        "import sys; sys.argv = ['folio', '--help']\n"
        "from folio.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('loaded:', *sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.rpartition("loaded:")[2].split())
    assert not loaded & {"pydantic", "yaml", "jinja2", "git", "github", "mkdocs", "weasyprint", "rich", "asyncio"}


def test_the_readmes_example_runs(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    examples = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    assert len(examples) == 1
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-c", examples[0].replace('"sample_profile"', repr(str(ROOT / "sample_profile")))],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment,
        check=False,
    )
    assert done.stderr == ""
    assert "points" in done.stdout or "earned" in done.stdout
