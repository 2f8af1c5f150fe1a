"""Whose code it is: shingles, fingerprints, files of known sources, and what is left out because of them."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest

from folio.errors import FolioError
from folio.repository.model import NotCounted
from folio.repository.origin.fingerprinting import fingerprint_at
from folio.repository.origin.fingerprints import SHIPPED, Fingerprint, What, from_json, in_folders, known, to_json
from folio.repository.origin.shingles import contained, packed, sampled, unpacked
from repository.build import ME, Built, look

WORDS = [
    "apple",
    "bread",
    "cider",
    "dough",
    "easel",
    "flour",
    "grain",
    "honey",
    "icing",
    "juice",
    "kiosk",
    "lemon",
    "mango",
    "nacho",
    "olive",
    "pasta",
    "quark",
]


def written(name: str, functions: int = 40) -> str:
    """Code about one thing: no two names give the same."""
    return "".join(
        f"def {name}_{WORDS[n % 17]}_{n}(shelf, count):\n"
        f'    """What {name} says."""\n'
        f"    {name}_total = count * {n} + shelf.{WORDS[n * 5 % 17]}\n"
        f"    if {name}_total > {n}:\n        return {name}_total\n"
        f"    return {name}_{WORDS[n * 3 % 17]}(shelf, 'none')\n\n\n"
        for n in range(functions)
    )


def typed_again(text: str) -> str:
    """The same code as a learner types it: other texts and numbers, other space, and remarks of their own."""
    text = re.sub(r"'[^'\n]*'", '"mine"', text)
    text = re.sub(r"(?<![\w])\d+", "7", text)
    return re.sub(r"^ {4}", "  ", text, flags=re.M).replace("\n\n\n", "\n# my own remark\n")


# ------------------------------------------------------------------ shingles


def test_code_that_was_typed_again_is_known() -> None:
    text = written("till")
    there = contained(sampled(typed_again(text), "Python"), sampled(text, "Python"))
    assert there >= 900


def test_code_with_other_names_is_other_code() -> None:
    assert contained(sampled(written("till"), "Python"), sampled(written("mill"), "Python")) <= 20


def test_about_one_shingle_in_sixteen_is_kept() -> None:
    text = "".join(f"left{n} = right{n} + middle{n}\n" for n in range(3200))
    assert 0.8 < len(sampled(text, "Python")) / 1000 < 1.2


def test_rows_of_numbers_are_alike_everywhere_and_say_nothing() -> None:
    assert not sampled("grid = [\n" + "    [0, 1, 0, 1, 1, 0, 1],\n" * 200 + "]\n", "Python")


@pytest.mark.parametrize(
    ("language", "remark"),
    [("Python", "# a"), ("C", "// a"), ("C", "/* a 'quote */"), ("SQL", "-- a"), ("Lua", "-- a"), ("Rust", "// it's")],
)
def test_comments_and_space_change_nothing(language: str, remark: str) -> None:
    code = (
        "total = price * amount + tax ( rate , place , day ) - discount ( card , week ) ; result = total / people ;\n"
    )
    plain = "".join(code.replace("total", f"total{n}") for n in range(200))
    assert sampled(plain.replace("\n", f"   {remark}\n"), language) == sampled(plain, language) != frozenset()


def test_the_same_code_gives_the_same_hashes_on_every_machine() -> None:
    found = sampled(written("till", 6), "Python")
    assert packed(found) == packed(frozenset(sorted(found, reverse=True)))
    assert unpacked(packed(found)) == found
    assert sorted(found)[:2] == PINNED


PINNED = [3174033360269787143, 5655318524296783594]


@pytest.mark.parametrize("piece", ['"\\', "'", '"""', "/*", "*", "`\\", '\\"', "\"'", "#", "-", "/", "1.", "\\\n", "a"])
@pytest.mark.parametrize("language", ["Python", "SQL", "C"])
def test_hostile_texts_take_time_in_proportion_to_their_length(language: str, piece: str) -> None:
    started = time.process_time()
    sampled(piece * (200_000 // len(piece)), language)
    assert time.process_time() - started < 5


# ------------------------------------------------------------------ fingerprints


def fingerprint(built: Built, name: str = "the till", kind: What = "template", **more: str) -> Fingerprint:
    scratch = built.folder.parent
    return fingerprint_at(str(built.folder), base=scratch, scratch=scratch, name=name, kind=kind, **more)


@pytest.fixture
def source(tmp_path: Path) -> Built:
    """A template of somebody else's with code, tests, a configuration and a licence."""
    built = Built(tmp_path / "source")
    built.commit(
        "Begin the till",
        {
            "till/app.py": written("till"),
            "till/models.py": written("model"),
            "tests/test_app.py": "from till import app\n\n\n" + written("test_till", 10),
            ".github/workflows/ci.yml": "on: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n"
            "      - uses: actions/checkout@v4\n      - run: pip install -r requirements.txt\n      - run: pytest\n"
            "  # one job is enough as long as there is one service\n",
            "LICENSE": "MIT License\n\n" + "Permission is hereby granted, free of charge, to any person.\n" * 9,
            "py.typed": "",
        },
        by="teacher@example.org",
    )
    return built


def test_a_fingerprint_is_hashes_and_reads_back(source: Built) -> None:
    made = fingerprint(source)
    text = to_json(made)
    assert from_json(text, "here") == made
    assert "till_total" not in text
    assert str(source.folder) not in text
    assert made.commit == source.git("rev-parse", "HEAD")


def test_files_that_can_be_the_same_anywhere_are_no_part_of_it(source: Built) -> None:
    blobs = fingerprint(source).blobs
    assert source.git("rev-parse", "HEAD:LICENSE")[:16] not in blobs
    assert source.git("rev-parse", "HEAD:py.typed")[:16] not in blobs
    assert source.git("rev-parse", "HEAD:.github/workflows/ci.yml")[:16] in blobs


def test_a_fingerprint_can_be_of_one_folder(source: Built) -> None:
    part, whole = fingerprint(source, below="tests"), fingerprint(source)
    assert frozenset() < part.sample < whole.sample
    assert len(part.blobs) == 1


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"shingles": 1}', "not json"])
def test_a_file_that_is_no_fingerprint_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "odd.json").write_text(text)
    with pytest.raises(FolioError, match=r"odd\.json: not a fingerprint"):
        in_folders(tmp_path)


def test_a_fingerprint_of_another_version_is_to_be_made_again(source: Built, tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text(to_json(fingerprint(source)).replace('"shingles": 1', '"shingles": 0'))
    with pytest.raises(FolioError, match="make it again with 'folio fingerprint'"):
        in_folders(tmp_path)


def test_a_folder_that_is_not_there_holds_none(tmp_path: Path) -> None:
    assert in_folders(tmp_path / "none") == ()


def test_each_that_ships_says_its_source_and_a_licence_that_permits_it() -> None:
    shipped = known()
    assert len(shipped) >= 12
    readme = (SHIPPED / "README.md").read_text()
    for file in SHIPPED.glob("*.json"):
        value = json.loads(file.read_text())
        assert f"`{file.stem}`" in readme
        assert value["licence"] in ("MIT", "BSD-3-Clause", "Apache-2.0", "CC0-1.0")
        assert value["address"].startswith("https://")


def test_those_that_ship_are_not_alike() -> None:
    for one in known():
        for other in known():
            assert one == other or len(one.sample) < 60 or contained(one.sample, other.sample) < 50


# ------------------------------------------------------------------ what is left out


def files_of(built: Built) -> dict[str, str]:
    return {path: (built.folder / path).read_text() for path in built.git("ls-files").split("\n")}


def test_the_files_of_a_template_are_left_out_and_own_ones_stay(source: Built, tmp_path: Path) -> None:
    own = Built(tmp_path / "own")
    own.commit(files={**files_of(source), "till/stock.py": written("stock", 60)})
    seen = look(own.folder, tmp_path, sources=(fingerprint(source),))
    alone = Built(tmp_path / "alone")
    alone.commit(files={"till/stock.py": written("stock", 60)})
    assert seen.code == look(alone.folder, tmp_path).code
    assert (seen.ci.files, seen.tests.files) == ((), 0)
    assert seen.licence is not None
    assert [(one.name, one.kind) for one in seen.known_sources] == [("the till", "template")]
    assert seen.not_counted == (
        NotCounted(
            guard="template", reason="mostly or wholly from the till", files=4, example=".github/workflows/ci.yml"
        ),
    )


@pytest.mark.parametrize(("own_functions", "left_out"), [(10, True), (90, False)])
def test_a_file_is_the_templates_until_half_of_it_is_ones_own(
    own_functions: int, left_out: bool, source: Built, tmp_path: Path
) -> None:
    own = Built(tmp_path / "own")
    changed = written("till") + written("order", own_functions)
    own.commit(files={**files_of(source), "till/app.py": changed})
    seen = look(own.folder, tmp_path, sources=(fingerprint(source),))
    assert (seen.code.lines == 0) is left_out


def test_more_own_code_never_counts_less(source: Built, tmp_path: Path) -> None:
    mark, before = fingerprint(source), 0
    for number, functions in enumerate((0, 20, 60, 120)):
        own = Built(tmp_path / f"own{number}")
        own.commit(files={**files_of(source), "till/app.py": written("till") + written("order", functions)})
        lines = look(own.folder, tmp_path, sources=(mark,)).code.lines
        assert lines >= before
        before = lines


def test_what_was_typed_again_is_known_by_its_share(source: Built, tmp_path: Path) -> None:
    own = Built(tmp_path / "own")
    own.commit(files={"a.py": typed_again(written("till")), "b.py": written("own", 45)})
    (found,) = look(own.folder, tmp_path, sources=(fingerprint(source, kind="tutorial"),)).known_sources
    assert found.kind == "tutorial"
    assert 350 <= found.share <= 600


def test_unrelated_code_has_nothing_of_it(source: Built, tmp_path: Path) -> None:
    own = Built(tmp_path / "own")
    own.commit(files={"a.py": written("other", 80)})
    seen = look(own.folder, tmp_path, sources=(fingerprint(source),))
    assert (seen.known_sources, seen.not_counted) == ((), ())


def test_one_file_that_is_the_same_makes_no_template(source: Built, tmp_path: Path) -> None:
    own = Built(tmp_path / "own")
    path = ".github/workflows/ci.yml"
    own.commit(files={path: files_of(source)[path], "a.py": written("other", 80)})
    assert look(own.folder, tmp_path, sources=(fingerprint(source),)).ci.files == (path,)


def test_whoever_began_a_template_uses_their_own(tmp_path: Path) -> None:
    mine = Built(tmp_path / "mine")
    mine.commit("Begin the till", {"till/app.py": written("till")}, by=ME)
    mark = fingerprint(mine)
    mine.commit("Say more about it", {"till/more.py": written("more", 10)})
    assert look(mine.folder, tmp_path, sources=(mark,)).known_sources == ()
    assert look(mine.folder, tmp_path, sources=(mark,), own=frozenset({"else@example.org"})).known_sources != ()


def test_what_is_left_out_is_said_by_guard_with_a_first_file(tmp_path: Path) -> None:
    own = Built(tmp_path / "own")
    own.commit(
        files={
            "a.py": written("own"), "vendor/b.js": "x", "vendor/a.js": "x", "shop/migrations/0001_initial.py": "x = 1",
            "package-lock.json": "{}", "api_pb2.py": "x = 1", "locale/de.po": "x",
            "made.py": "# This file is automatically generated by a tool\nx = 1\n",
        }
    )  # fmt: skip
    found = {(one.guard, one.reason): (one.files, one.example) for one in look(own.folder, tmp_path).not_counted}
    assert found == {
        ("generated-code", "of pinned versions"): (1, "package-lock.json"),
        ("generated-code", "of translations"): (1, "locale/de.po"),
        ("generated-code", "written or minified by a tool"): (2, "api_pb2.py"),
        ("migrations-excluded", "of migrations, which a tool writes"): (1, "shop/migrations/0001_initial.py"),
        ("vendored", "in folders of other people's or of a tool"): (2, "vendor/a.js"),
    }
