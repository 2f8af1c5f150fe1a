"""What the YAML door lets in, and what it refuses and where."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from folio.document import MAX_BYTES, dotted, parse, read
from folio.errors import InputError, Position
from folio.resources import root


def refused(text: str | bytes) -> str:
    content = text.encode() if isinstance(text, str) else text
    with pytest.raises(InputError) as caught:
        parse(content, name="p.yaml")
    return str(caught.value)


def test_plain_scalars_stay_the_text_that_was_written() -> None:
    data = parse(b"country: NO\ntime: 12:30\nversion: 1.10\ndate: 2024-03-01\noctal: 010\n", name="p").data
    assert data == {"country": "NO", "time": "12:30", "version": "1.10", "date": "2024-03-01", "octal": "010"}


def test_empty_and_null_values_are_none_but_quoted_ones_are_text() -> None:
    assert parse(b"a:\nb: null\nc: ~\nd: ''\ne: 'null'\n", name="p").data == {
        "a": None,
        "b": None,
        "c": None,
        "d": "",
        "e": "null",
    }


def test_every_value_and_key_has_its_place() -> None:
    document = parse(b"name: Ada\nlinks:\n  - url: x\n    label: y\n", name="p.yaml")
    assert document.where(("links", 0, "label")) == Position("p.yaml", 4, 12)
    assert document.where(("links", 0, "label"), key=True) == Position("p.yaml", 4, 5)


def test_the_place_of_what_is_missing_is_that_of_what_is_above() -> None:
    document = parse(b"links:\n  - url: x\n", name="p.yaml")
    assert document.where(("links", 0, "label")) == Position("p.yaml", 2, 5)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\na: 2\n", "p.yaml:2:1: 'a' is given twice (first on line 1)"),
        ("a: &x 1\nb: *x\n", "p.yaml:1:4: anchors and aliases"),
        ("a: !!python/object:os.system x\n", "p.yaml:1:4: tags"),
        ("<<: {a: 1}\n", "p.yaml:1:1: merge keys"),
        ("a: 1\n---\nb: 2\n", "p.yaml:2:1: a second document"),
        ("[a]: 1\n", "p.yaml:1:1: a list or mapping can't be a key"),
        ("x: y\na: [1, 2\nb: 3\n", "p.yaml:2:4: [ is not closed before line 3; close it with ]"),
        (
            "a: [x,\n  'b' 'c']\n",
            "p.yaml:2:7: while parsing a flow sequence did not find expected ',' or ']' (begun at 1:4)",
        ),
        ("a: 'open\n", "p.yaml:1:4: ' is never closed"),
        ("a: \x07\n", "p.yaml:1:4: a character that YAML does not allow"),
    ],
)
def test_traps_are_refused_where_they_stand(text: str, said: str) -> None:
    assert refused(text).startswith(said)


def test_bytes_that_are_not_utf8_are_named_with_their_place() -> None:
    assert refused(b"a: 1\nname: J\xfcrgen\n").startswith("p.yaml:2:8: not UTF-8 (byte 0xfc)")


def test_size_depth_and_number_of_values_are_bounded() -> None:
    assert "over" in refused(b"a: " + b"x" * MAX_BYTES)
    assert "levels deep" in refused("[" * 40 + "]" * 40)
    assert "levels deep" in refused("{a: " * 20_000)
    assert "over 50,000 values" in refused("[" + "1," * 60_000 + "]")


def test_a_missing_file_is_a_problem_with_something_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or directory; check the path"):
        read(tmp_path / "none.yaml")


def test_a_path_is_written_as_a_person_would() -> None:
    assert dotted(("projects", 0, "url")) == "projects[0].url"


@given(st.binary(max_size=400))
def test_any_bytes_give_a_document_or_a_problem(content: bytes) -> None:
    try:
        parse(content, name="p.yaml")
    except InputError as error:
        assert error.problems


@given(st.text(max_size=200))
def test_any_text_gives_a_document_or_a_problem(text: str) -> None:
    try:
        parse(text.encode("utf-8", "surrogatepass"), name="p.yaml")
    except InputError as error:
        assert all(problem.position.line >= 1 and problem.position.column >= 1 for problem in error.problems)


@pytest.mark.parametrize("content", ["sample_profile", "hard"])
def test_places_are_the_same_without_libyaml(content: str, monkeypatch: pytest.MonkeyPatch) -> None:
    hard = "\ufeffa: 'it''s'\nb:\n  - |\n    one\n  - é: {x: [1, ~], \"y\": null}\n  -\nempty:\n".encode()
    text = hard if content == "hard" else (root(content) / "profile.yaml").read_bytes()
    with_it = parse(text, name="p.yaml")
    monkeypatch.delattr(yaml, "CLoader", raising=False)
    assert parse(text, name="p.yaml") == with_it


@pytest.mark.parametrize("text", ["a: 1\na: 2\n", "a: &x 1\n", "a: !t x\n", "<<: x\n", "a: 1\n---\nb: 2\n", "[a]: 1\n"])
def test_what_is_refused_is_refused_in_the_same_words_without_libyaml(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_it = refused(text)
    monkeypatch.delattr(yaml, "CLoader", raising=False)
    assert refused(text) == with_it
