"""Makes the fingerprints that ship with folio, from the sources themselves.

    tools/fingerprints.py [FOLDER]

FOLDER may hold clones, each as `owner+name` (its git folder, or one called `repo` in it); those that are not there are
cloned from their addresses. Packages come from their registries. Nothing that is fetched is kept: only hashes are
written, to src/folio/repository/known/. Only sources under licences that permit it belong here; a change of them takes
a new DETECTOR_VERSION.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from folio.repository.origin.fingerprinting import fingerprint_at
from folio.repository.origin.fingerprints import SHIPPED, Fingerprint, What, to_json


@dataclass(frozen=True, slots=True)
class Source:
    """Where one comes from: a repository on GitHub, or else an npm package or Django's own generator."""

    file: str
    name: str
    kind: What
    licence: str
    repository: str = ""
    npm: str = ""
    django: str = ""
    below: tuple[str, ...] = ("",)


SOURCES = (
    Source("fastapi-full-stack", "the full-stack FastAPI template", "template", "MIT",
           "tiangolo/full-stack-fastapi-template"),
    Source("cookiecutter-data-science", "Cookiecutter Data Science", "template", "MIT",
           "drivendataorg/cookiecutter-data-science", below=("{{ cookiecutter.repo_name }}",)),
    Source("jaffle-shop", "dbt's jaffle shop", "tutorial", "Apache-2.0", "dbt-labs/jaffle_shop"),
    Source("made-with-ml", "Made With ML", "tutorial", "MIT", "GokuMohandas/Made-With-ML"),
    Source("ml-from-scratch", "ML From Scratch", "tutorial", "MIT", "eriklindernoren/ML-From-Scratch"),
    Source("flask-mega-tutorial", "the Flask Mega-Tutorial", "tutorial", "MIT", "miguelgrinberg/microblog"),
    Source("flask-tutorial", "Flask's own tutorial", "tutorial", "BSD-3-Clause", "pallets/flask",
           below=("examples/tutorial",)),
    Source("django-local-library", "MDN's Django tutorial", "tutorial", "CC0-1.0", "mdn/django-locallibrary-tutorial"),
    Source("tensorflow-examples", "TensorFlow Examples", "tutorial", "MIT", "aymericdamien/TensorFlow-Examples"),
    Source("hands-on-ml", "Hands-On Machine Learning", "tutorial", "Apache-2.0", "ageron/handson-ml3"),
    Source("python-ml-book", "Python Machine Learning", "tutorial", "MIT",
           "rasbt/python-machine-learning-book-3rd-edition"),
    Source("create-vite", "create-vite", "template", "MIT", npm="create-vite@9.3.0"),
    Source("create-next-app", "create-next-app", "template", "MIT", npm="create-next-app@16.4.3",
           below=("dist/templates",)),
    Source("create-react-app", "Create React App", "template", "MIT", npm="cra-template@1.3.0", below=("template",)),
    Source("django-startproject", "django-admin startproject", "template", "BSD-3-Clause", django="5.2"),
)  # fmt: skip


def main(mirror: Path) -> None:
    """Writes every fingerprint."""
    SHIPPED.mkdir(exist_ok=True)
    for source in SOURCES:
        with tempfile.TemporaryDirectory(prefix="folio-") as scratch:
            made = _made(source, mirror, Path(scratch))
        text = to_json(made)
        (SHIPPED / f"{source.file}.json").write_text(text, "utf-8")
        print(f"{source.file}: {len(made.sample)} shingles, {len(made.blobs)} files, {len(text):,} bytes")


def _made(source: Source, mirror: Path, scratch: Path) -> Fingerprint:
    if source.repository:
        folder = mirror / source.repository.replace("/", "+")
        address = f"https://github.com/{source.repository}"
        places = (folder / "repo" / ".git", folder / "repo", folder)
        here = next((one for one in places if (one / "HEAD").is_file()), None)
        location = str(here or address)
        roots = None
    else:
        folder = _packed(source, scratch)
        page = f"www.npmjs.com/package/{source.npm.split('@')[0]}" if source.npm else "pypi.org/project/Django"
        location, address = str(folder), f"https://{page}"
        roots = frozenset[str]()
    parts = [
        fingerprint_at(
            location, base=Path.cwd(), scratch=scratch, name=source.name, kind=source.kind, licence=source.licence,
            below=below, timeout=900.0,
        )
        for below in (source.below if source.repository else ("",))
    ]  # fmt: skip
    return replace(
        parts[0],
        address=address,
        commit=parts[0].commit if roots is None else source.npm or f"django=={source.django}",
        roots=parts[0].roots if roots is None else roots,
        sample=frozenset().union(*(one.sample for one in parts)),
        blobs=frozenset().union(*(one.blobs for one in parts)),
    )


def _packed(source: Source, scratch: Path) -> Path:
    """What a package puts into a new project, as a repository."""
    target = scratch / "made"
    target.mkdir()
    if source.npm:
        _run("npm", "pack", "--silent", source.npm, cwd=scratch)
        with tarfile.open(next(scratch.glob("*.tgz"))) as archive:
            archive.extractall(scratch / "package", filter="data")
        for below in source.below:
            (scratch / "package" / "package" / below).rename(target / "files")
    else:
        library = scratch / "library"
        _run(sys.executable, "-m", "pip", "install", "--quiet", "--target", str(library), f"django=={source.django}.*")
        for command in (("startproject", "mysite"), ("startapp", "polls")):
            _run(sys.executable, "-c", "import sys; sys.path.insert(0, sys.argv.pop(1));"
                 "from django.core.management import execute_from_command_line as run; run(sys.argv)",
                 str(library), *command, cwd=target)  # fmt: skip
    _run("git", "init", "--quiet", ".", cwd=target)
    _run("git", "add", "--all", "--force", ".", cwd=target)
    who = ("-c", "user.name=folio", "-c", "user.email=folio@example.org")
    _run("git", *who, "commit", "--quiet", "-m", "Made", cwd=target)
    return target


def _run(*command: str, cwd: Path | None = None) -> None:
    subprocess.run(command, cwd=cwd, check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
