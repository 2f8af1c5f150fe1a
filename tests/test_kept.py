"""The same command again: answered without the work while nothing changed, and made anew whenever anything did."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from folio import kept

PROFILE = """\
name: Ada Brandt
headline: Data engineer
summary: Moves numbers.
contact: {email: ada@brandt.example}
articles:
  - {id: late, file: articles/late.md}
work:
  - {id: shop, organisation: Shop, role: Engineer, start: 2020-01, highlights: [Counted everything twice.]}
targets:
  - {id: acme, name: Acme, letter: {body: I count.}}
"""
RUN = """
import sys
sys.argv[0] = "folio"
import os
loaded = os._exit
def leave(status):
    print("\\n".join(sorted(sys.modules)), file=sys.stderr, flush=True)
    loaded(status)
os._exit = leave
from folio.cli import main
try:
    main()
finally:
    print("\\n".join(sorted(sys.modules)), file=sys.stderr, flush=True)
"""
HEAVY = {"weasyprint", "pydantic", "jinja2", "yaml", "click", "markdown_it", "babel", "PIL", "fontTools"}
FORM = ("--format", "text")
"""The quickest form to make: what is kept does not depend on it."""
WORDS = ("resume", *FORM, "--today", "2026-11-22")


@pytest.fixture
def person(tmp_path: Path) -> Path:
    return _person(tmp_path / "ada")


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Somebody whose résumé is kept before and after each test."""
    folder = _person(tmp_path_factory.mktemp("people") / "ada")
    folio(folder, *WORDS)
    return folder


def _person(folder: Path) -> Path:
    (folder / "articles").mkdir(parents=True)
    (folder / "profile.yaml").write_text(PROFILE)
    (folder / "articles" / "late.md").write_text("# Late events\n\nThey come.\n")
    _wait()
    return folder


def _wait() -> None:
    """A file written while a run may have read it is not relied on."""
    time.sleep(0.1)


def folio(person: Path, *words: str, **environment: str) -> tuple[str, frozenset[str]]:
    """What `folio` says on stdout, and the modules its process had loaded at its end."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-c", RUN, *words],
        cwd=person, capture_output=True, text=True, check=False, env={**inherited, **environment},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout, frozenset(done.stderr.split())


def is_kept(loaded: frozenset[str]) -> bool:
    return "folio.cli.halves" in loaded and not loaded & {"pydantic", "click"}


def test_an_unchanged_pdf_is_there_again_without_what_makes_one(person: Path) -> None:
    first, made = folio(person, "resume", ".", "--today", "2026-11-22")
    content = (person / "resume.pdf").read_bytes()
    assert "weasyprint" in made
    (person / "resume.pdf").write_bytes(b"something else")
    second, loaded = folio(person, "resume", ".", "--today", "2026-11-22")
    assert not {name.partition(".")[0] for name in loaded} & HEAVY
    assert (second, (person / "resume.pdf").read_bytes()) == (first, content)


def _profile(person: Path) -> None:
    (person / "profile.yaml").write_text(PROFILE.replace("Moves", "Counts"))


def _same_length_and_time(person: Path) -> None:
    before = (person / "profile.yaml").stat()
    text = (person / "profile.yaml").read_text()
    (person / "profile.yaml").write_text(text.replace("numbers", "figures"))
    os.utime(person / "profile.yaml", ns=(before.st_atime_ns, before.st_mtime_ns))


def _article(person: Path) -> None:
    (person / "articles" / "late.md").write_text("# Later events\n\nThey come.\n")


def _evidence(person: Path) -> None:
    folder = person / ".folio" / "evidence" / "project"
    folder.mkdir(parents=True)
    (folder / "one.json").write_text('{"schema": 1, "subject": "project:one", "observations": []}')


def _own_template(person: Path) -> None:
    (person / "templates" / "resume" / "classic").mkdir(parents=True)
    (person / "templates" / "resume" / "classic" / "style.css").write_text("h1 { color: red }")


def _empty_folder_of_templates(person: Path) -> None:
    (person / "templates" / "pitch").mkdir(parents=True)


def _damaged(person: Path) -> None:
    for file in (person / ".folio" / kept.FOLDER).glob("[0-9a-f]*"):
        file.write_bytes(file.read_bytes()[:-3] + b"xyz")


def _cut(person: Path) -> None:
    for file in (person / ".folio" / kept.FOLDER).glob("[0-9a-f]*"):
        file.write_bytes(file.read_bytes()[:100])


def _another_form_of_answer(person: Path) -> None:
    for file in (person / ".folio" / kept.FOLDER).glob("[0-9a-f]*"):
        file.write_bytes(b"[1, 2]\nnothing")


CHANGES = (_profile, _same_length_and_time, _article, _evidence, _own_template, _empty_folder_of_templates, _damaged,
           _cut, _another_form_of_answer)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_of_what_it_is_made_from_makes_it_anew(change: Callable[[Path], None], settled: Path) -> None:
    assert is_kept(folio(settled, *WORDS)[1])
    change(settled)
    _wait()
    assert not is_kept(folio(settled, *WORDS)[1])


def test_another_day_word_or_environment_makes_it_anew(person: Path) -> None:
    words = ("resume", *FORM)
    folio(person, *words, SOURCE_DATE_EPOCH="1790000000")
    assert is_kept(folio(person, *words, SOURCE_DATE_EPOCH="1790000000")[1])
    assert not is_kept(folio(person, *words, SOURCE_DATE_EPOCH="1790100000")[1])
    assert not is_kept(folio(person, *words, "--locale", "de", SOURCE_DATE_EPOCH="1790000000")[1])


def test_what_is_kept_is_private_and_holds_no_text_of_the_profile_but_the_document(settled: Path) -> None:
    folder = settled / ".folio" / kept.FOLDER
    assert (folder / ".gitignore").read_text() == "*\n"
    files = list(folder.glob("[0-9a-f]*"))
    assert files
    for file in files:
        assert file.stat().st_mode & 0o077 == 0
        assert b"ada@brandt.example" not in file.read_bytes().partition(b"\n")[0]


def test_a_file_written_while_it_may_have_been_read_is_not_relied_on(tmp_path: Path) -> None:
    watch = kept.Watch()
    file = tmp_path / "late"
    file.write_text("x")
    file.read_text()
    assert watch.inputs() is None


def test_what_was_looked_for_in_vain_counts_once_it_is_there(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_text("x")
    time.sleep(0.15)
    watch = kept.Watch()
    old.read_text()
    found = watch.inputs([str(tmp_path / "absent")])
    assert found is not None
    assert found[str(tmp_path / "absent")] == kept.ABSENT
    assert str(old) in found


def test_only_the_newest_answers_stay(tmp_path: Path) -> None:
    for number in range(kept.MOST + 3):
        kept.remember(tmp_path, ("resume", str(number)), {}, kept.Answer({}, (b"x",)))
    assert len(list((tmp_path / kept.FOLDER).glob("[0-9a-f]*"))) == kept.MOST


def test_where_nothing_can_be_written_nothing_is_kept_and_nothing_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept.remember(tmp_path / "file", ("resume",), {}, kept.Answer({}, ()))
    assert kept.recall(("resume", str(tmp_path / "file"))) is None
