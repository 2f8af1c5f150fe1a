"""The pages of docs/reference/ that list all there is, and the library's promise."""

from __future__ import annotations

import ast
import importlib.util
import inspect
import re
import sys
import typing
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

import api_example
import folio
from folio.cli.root import COMMANDS, group

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "docs" / "reference"


@pytest.fixture(scope="module")
def tool() -> Iterator[ModuleType]:
    """tools/reference_docs.py as a module."""
    spec = importlib.util.spec_from_file_location("reference_docs", ROOT / "tools" / "reference_docs.py")
    assert spec
    assert spec.loader
    made = importlib.util.module_from_spec(spec)
    path = list(sys.path)
    spec.loader.exec_module(made)
    yield made
    sys.path[:] = path


def test_the_kept_pages_are_what_the_code_gives(tool: ModuleType) -> None:
    stale = [name for name, page in tool.PAGES.items() if (PAGES / f"{name}.md").read_text(encoding="utf-8") != page()]
    assert stale == [], "run tools/reference_docs.py"


def test_every_command_and_every_option_of_its_help_is_on_the_page_of_commands() -> None:
    page = (PAGES / "cli.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        section = page.partition(f"\n## folio {name}\n")[2].partition("\n## ")[0]
        help_ = CliRunner().invoke(group, [name, "--help"]).output
        options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", help_.partition("\nOptions:")[2])) - {"--help"}
        told = {one for one in options if not re.search(rf"`{one}`", section) and one not in section}
        assert told == set(), name


def test_every_field_of_the_profile_is_on_its_page() -> None:
    page = (PAGES / "profile.md").read_text(encoding="utf-8")
    for name in folio.Profile.model_fields:
        assert f"`{name}`" in page


def test_every_public_name_is_on_the_page_of_the_library_and_no_other() -> None:
    page = (PAGES / "api.md").read_text(encoding="utf-8")
    headed = re.findall(r"^### (?:class )?(\w+)$", page, re.MULTILINE)
    assert sorted([*headed, "__version__"]) == list(folio.__all__)


def test_every_public_function_is_typed_and_says_what_it_gives() -> None:
    functions = [one for one in map(folio.__getattr__, folio._HOMES) if inspect.isfunction(one)]
    assert len(functions) > 10
    for one in functions:
        assert set(one.__annotations__) == {*inspect.signature(one).parameters, "return"}, one.__name__
        assert "Any" not in map(str, one.__annotations__.values()), one.__name__
        assert len(inspect.getdoc(one) or "") > 40, one.__name__


def test_every_public_type_says_what_it_is() -> None:
    for name in folio._HOMES:
        assert inspect.getdoc(getattr(folio, name)), name


def test_every_public_function_is_in_the_example() -> None:
    tree = ast.parse(inspect.getsource(api_example))
    used = {
        one.attr
        for one in ast.walk(tree)
        if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name) and one.value.id == "folio"
    }
    assert {name for name in folio._HOMES if inspect.isfunction(getattr(folio, name))} <= used


def test_the_example_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "me"
    folder.mkdir()
    file = folder / "profile.yaml"
    file.write_text("name: Ada\nheadline: Engines\nsummary: Notes on engines.\nprojects: []\n", encoding="utf-8")
    api_example.load(folder)
    api_example.load_each(folder)
    api_example.validate(folder)
    facts = api_example.collect(folder)
    api_example.assess(facts, tmp_path / "report")
    api_example.plan(facts)
    api_example.compose(facts, folder, tmp_path / "site")
    api_example.compose_resume(facts, folder, tmp_path / "out")
    api_example.export(folder, tmp_path / "out")
    api_example.import_profile(tmp_path / "out" / "resume.json", tmp_path / "again")
    assert folio.load(tmp_path / "again").headline == "Engines"
    assert (tmp_path / "report" / "report.json").is_file()
    assert (tmp_path / "site" / "docs" / "index.md").is_file()
    assert (tmp_path / "out" / "resume.pdf").read_bytes().startswith(b"%PDF")
    assert "en Engines" in capsys.readouterr().out

    file.write_text("name: Ada\nheadlin: Engines\nsummary: x\n", encoding="utf-8")
    with pytest.raises(folio.InputError):
        api_example.load(folder)
    api_example.validate(folder)
    assert "error" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["json-resum", "fresh", ""])
def test_a_format_that_folio_does_not_write_is_told(name: str) -> None:
    profile = folio.Profile(name="Ada", headline="Engines", summary="Notes.")
    with pytest.raises(folio.FolioError, match=r"there is no format|does not write it"):
        folio.export(profile, name)


def test_hints_of_public_types_can_be_read() -> None:
    """A program that looks at types while it runs, such as a validator, finds them."""
    for name in ("Problem", "Artifact", "Report"):
        assert typing.get_type_hints(getattr(folio, name))
