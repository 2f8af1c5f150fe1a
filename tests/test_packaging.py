"""What people install is what is in the checkout: built without the network, compared file by file, and run."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
SHIPPED = ("templates", "sample_profile")
LEFT_BEHIND = {"__pycache__", ".DS_Store", ".folio"}  # ignored by git, and no part of the package


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source distribution, as `pip wheel` and `twine` would meet them."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "--directory", str(folder), cwd=CHECKOUT)
    return folder


@pytest.fixture(scope="session")
def wheel(built: Path) -> Path:
    (path,) = built.glob("*.whl")
    return path


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that has the wheel, and everything else from the one the tests run in."""
    home = tmp_path_factory.mktemp("installed") / "an environment"
    venv.create(home, symlinks=True)
    python = home / "bin" / "python"
    install = ["-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", "--quiet"]
    run(sys.executable, *install, str(wheel))
    (packages,) = home.glob("lib/python*/site-packages")
    # Plain paths are not read for .pth files, so the editable folio beside these packages stays out of reach.
    (packages / "others.pth").write_text("\n".join(path for path in sys.path if path.endswith("site-packages")))
    return python.parent


def test_the_wheel_carries_templates_and_sample_file_by_file(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        carried = {
            name.removeprefix("folio/_data/"): archive.read(name)
            for name in archive.namelist()
            if name.startswith("folio/_data/")
        }
    assert_same_files(carried, dict(files(*SHIPPED)))


def test_the_wheel_carries_the_whole_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        carried = {
            f"src/{name}": archive.read(name)
            for name in archive.namelist()
            if name.startswith("folio/") and not name.startswith("folio/_data/")
        }
    assert "src/folio/py.typed" in carried
    assert_same_files(carried, dict(files("src/folio")))


def test_the_source_distribution_carries_what_the_wheel_is_built_from(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        carried = {
            member.name.partition("/")[2]: stream.read()
            for member in archive
            if (stream := archive.extractfile(member)) is not None
        }
    shipped = {name: content for name, content in carried.items() if name.startswith(SHIPPED)}
    assert_same_files(shipped, dict(files(*SHIPPED)))
    assert {"LICENSE", "README.md", "pyproject.toml", "src/folio/py.typed"} <= set(carried)


def test_two_builds_of_the_wheel_are_equal(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path), cwd=CHECKOUT)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_the_entry_points_are_the_command_and_the_mkdocs_plugin(wheel: Path) -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["scripts"] == {"folio": "folio.cli:main"}
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/entry_points.txt"))
        lines = archive.read(name).decode().split("\n")
    assert "folio = folio.cli:main" in lines
    assert "folio = folio.website.plugin:FolioPlugin" in lines[lines.index("[mkdocs.plugins]") :]


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]], ids=" ".join)
def test_the_installed_command_runs_in_an_empty_folder(installed: Path, tmp_path: Path, arguments: list[str]) -> None:
    assert run(str(installed / "folio"), *arguments, cwd=tmp_path)
    assert not list(tmp_path.iterdir())


def test_the_installed_module_runs_and_finds_its_folders_in_the_wheel(installed: Path, tmp_path: Path) -> None:
    python = str(installed / "python")
    assert run(python, "-m", "folio", "--version", cwd=tmp_path)
    code = "from folio.resources import root; print(*map(root, ('templates', 'sample_profile')), sep='\\n')"
    for line, name in zip(run(python, "-c", code, cwd=tmp_path).splitlines(), SHIPPED, strict=True):
        found = Path(line)
        assert found.is_relative_to(installed.parent)
        assert found.name == name


def test_the_installed_plugin_is_found_by_mkdocs(installed: Path, tmp_path: Path) -> None:
    code = "from mkdocs.plugins import get_plugins; print(get_plugins()['folio'].load().__name__)"
    assert run(str(installed / "python"), "-c", code, cwd=tmp_path).strip() == "FolioPlugin"


def run(*command: str, cwd: Path | None = None) -> str:
    """What the command prints. The environment is free of what would lead Python or pip to the checkout."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_"))}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
    return done.stdout


def files(*folders: str) -> Iterator[tuple[str, bytes]]:
    """Every file below the folders of the checkout, by its path in the checkout."""
    for folder in folders:
        for path in (CHECKOUT / folder).rglob("*"):
            if path.is_file() and not LEFT_BEHIND & set(path.parts):
                yield path.relative_to(CHECKOUT).as_posix(), path.read_bytes()


def assert_same_files(carried: Mapping[str, bytes], expected: Mapping[str, bytes]) -> None:
    assert expected
    assert sorted(carried) == sorted(expected)
    assert [name for name in expected if carried[name] != expected[name]] == []
