"""Rows become one table, the same bytes for the same rows, and a stranger's table becomes rows."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, fields
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cohort.made_rows import lines, parts, rows
from folio.cohort.row import CategoryRow, CheckRow, ProblemRow, Row, StepRow
from folio.cohort.table import records, schema, write, write_partitioned
from folio.cohort.table import writing as writing_module
from folio.errors import FolioError


@cache
def made() -> tuple[Row, ...]:
    return tuple(rows(12))


@pytest.fixture(autouse=True)
def small_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """Groups of few rows, so that few rows fill several."""
    monkeypatch.setattr(writing_module, "GROUP", 5)
    monkeypatch.setattr(writing_module, "FILE", 10)


def test_the_columns_are_the_fields_of_a_row_and_null_stands_where_none_may() -> None:
    hints = get_type_hints(Row)
    assert schema().names == [one.name for one in fields(Row)]
    assert [one.nullable for one in schema()] == [
        type(None) in getattr(hints[one.name], "__args__", ()) for one in fields(Row)
    ]
    for name, record in {
        "categories": CategoryRow,
        "checks": CheckRow,
        "steps": StepRow,
        "problems": ProblemRow,
    }.items():
        element = schema().field(name).type.value_field
        assert not element.nullable
        assert [(one.name, one.type) for one in element.type] == [
            (name, {str: pyarrow.string(), int: pyarrow.int64()}[kind]) for name, kind in get_type_hints(record).items()
        ]
    assert [str(schema().field(name).type) for name in ("status", "built")] == ["string", "bool"]
    assert all(one.nullable for one in schema() if next(f for f in fields(Row) if f.name == one.name).default is None)


def test_what_is_written_is_read_back_with_what_it_is_about(tmp_path: Path) -> None:
    out = tmp_path / "deeper" / "rows.parquet"
    assert write(parts(tmp_path / "parts", made(), [7]), out, {"rubric": "toptal 1", "folio": "x"}) == 24
    file = pyarrow.parquet.ParquetFile(out)
    assert file.read().to_pylist() == [json.loads(json.dumps(asdict(one))) for one in made()]
    assert file.schema_arrow.equals(schema())
    assert file.metadata.num_row_groups == 5
    told = file.metadata.metadata
    assert told[b"folio.cohort.schema"] == b"1"
    assert told[b"rubric"] == b"toptal 1"
    assert [one.name for one in out.parent.iterdir()] == ["rows.parquet"]


@given(st.lists(st.integers(0, 9), max_size=5))
@settings(max_examples=4)
def test_the_same_rows_give_the_same_bytes_however_they_lie_in_files(tmp_path_factory: Any, sizes: list[int]) -> None:
    folder = tmp_path_factory.mktemp("rows")
    one, other = folder / "one.parquet", folder / "other.parquet"
    write(parts(folder / "a", made(), []), one, {"b": "2", "a": "1"})
    write(parts(folder / "b", made(), sizes), other, {"a": "1", "b": "2"})
    assert one.read_bytes() == other.read_bytes()


def test_no_rows_are_a_table_too(tmp_path: Path) -> None:
    assert write([], tmp_path / "rows.parquet", {}) == 0
    assert pyarrow.parquet.read_table(tmp_path / "rows.parquet").schema.equals(schema())


def test_a_partitioned_table_has_files_of_bounded_size_and_keeps_the_order(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    assert write_partitioned(parts(tmp_path / "a", made(), [3, 3]), one, {"a": "1"}) == 24
    write_partitioned(parts(tmp_path / "b", made(), [11]), other, {"a": "1"})
    files = {str(file.relative_to(one)): file for file in sorted(one.rglob("*.parquet"))}
    assert list(files) == [f"platform={name}/part-0000{n}.parquet" for name in ("malt", "toptal") for n in range(2)]
    assert [pyarrow.parquet.read_metadata(file).num_rows for file in files.values()] == [10, 2, 10, 2]
    assert all(file.read_bytes() == (other / name).read_bytes() for name, file in files.items())
    whole = pyarrow.parquet.read_table(one, filters=[("platform", "=", "toptal")])
    assert whole.column("id").to_pylist() == [row.id for row in made() if row.platform == "toptal"]
    again = write_partitioned(parts(tmp_path / "a", made()[:2], []), one, {})
    assert again == 2
    assert len(list(one.rglob("*.parquet"))) == 2


def test_a_folder_with_other_things_is_never_swapped_away(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("dear")
    with pytest.raises(FolioError, match=r"holds other files \(mine.txt\)"):
        write_partitioned([], tmp_path, {})
    assert (tmp_path / "mine.txt").read_text() == "dear"


@pytest.mark.parametrize("platform", ["../up", "a/b", "", "=", "x" * 200])
def test_a_platform_that_is_no_name_of_a_folder_is_refused(tmp_path: Path, platform: str) -> None:
    part = tmp_path / "part.jsonl"
    part.write_bytes(lines([Row(id="a", platform=platform, status="problem")]))
    with pytest.raises(FolioError, match="can't be a folder's name"):
        write_partitioned([part], tmp_path / "out", {})
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "line",
    [b"{", b"[]", b'{"id": "a"}', b'{"id": 7}', b"\xff", b'{"id": "\\ud800"}', b'{"more": 1}', b"null", b"[" * 10_000],
)
def test_a_line_that_is_no_row_is_told_by_its_place_and_the_last_table_stays(tmp_path: Path, line: bytes) -> None:
    out, part = tmp_path / "rows.parquet", tmp_path / "part.jsonl"
    out.write_bytes(b"the last")
    part.write_bytes(lines(made()[:2]) + line + b"\n" + lines(made()[2:4]))
    with pytest.raises(FolioError, match=r"part\.jsonl:3: no row of a cohort"):
        write([part], out, {})
    assert out.read_bytes() == b"the last"
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "part.jsonl",
        "rows.parquet",
    ]


def test_without_pyarrow_the_way_to_get_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(FolioError, match=r"pip install 'folio-ready\[cohort\]'"):
        list(records(tmp_path / "any.parquet"))


def strange(file: Path, columns: dict[str, Any]) -> Path:
    pyarrow.parquet.write_table(pyarrow.table(columns), file)
    return file


def test_a_strangers_rows_are_read_one_by_one_whatever_their_columns_are_made_of(tmp_path: Path) -> None:
    text = strange(
        tmp_path / "text.parquet",
        {"more": [1, 2], "profile": ["name: A", None], "url": [None, "https://x.example/a"], "id": [7, 8]},
    )
    assert list(records(text)) == [{"id": 7, "profile": "name: A"}, {"id": 8, "url": "https://x.example/a"}]
    nested = strange(
        tmp_path / "nested.parquet",
        {"profile": [{"name": "A", "links": [{"a": 1}]}, {"role": "b"}], "evidence": [[{"x": 1}], []]},
    )
    assert list(records(nested)) == [
        {"profile": {"name": "A", "links": [{"a": 1}]}, "evidence": [{"x": 1}]}, {"profile": {"role": "b"}, "evidence": []},
    ]  # fmt: skip
    many = strange(tmp_path / "many.parquet", {"profile": pyarrow.array(["x" * 50_000] * 3000).dictionary_encode()})
    first = next(iter(records(many)))
    assert len(first["profile"]) == 50_000


def test_a_hostile_table_is_a_clear_error(tmp_path: Path) -> None:
    good = strange(
        tmp_path / "good.parquet", {"profile": ["name: A\n" * 9] * 400, "id": [str(n) for n in range(400)]}
    ).read_bytes()
    deep: Any = pyarrow.string()
    for _ in range(60):
        deep = pyarrow.list_(deep)
    files = {
        "none.parquet": b"", "text.parquet": b"id,profile\n", "half.parquet": good[: len(good) // 2],
        "tail.parquet": b"PAR1" + b"\xff\xff\xff\x7f" + b"PAR1", "torn.parquet": good[:40] + b"\0" * 100 + good[140:],
    }  # fmt: skip
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    strange(tmp_path / "other.parquet", {"name": ["A"]})
    strange(tmp_path / "deep.parquet", {"profile": pyarrow.array([None], deep)})
    for name in (*files, "other.parquet", "deep.parquet", "absent.parquet"):
        with pytest.raises(FolioError) as caught:
            list(records(tmp_path / name))
        assert str(caught.value).startswith(str(tmp_path / name)), name
        assert "\n" not in str(caught.value)


def test_a_damaged_byte_never_ends_in_anything_but_rows_or_a_clear_error(tmp_path: Path) -> None:
    good = strange(tmp_path / "good.parquet", {"profile": ["name: A"] * 3, "id": ["1", "2", "3"]}).read_bytes()
    torn, refused = tmp_path / "torn.parquet", 0
    for place in range(0, len(good), 9):
        torn.write_bytes(good[:place] + bytes([good[place] ^ 0x55]) + good[place + 1 :])
        try:
            assert len(list(records(torn))) <= 3
        except FolioError:
            refused += 1
    assert refused > 20


def test_a_column_that_unpacks_to_far_more_than_it_takes_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from folio.cohort.table import reading

    monkeypatch.setattr(reading, "GROUP", 1 << 20)
    bomb = tmp_path / "bomb.parquet"
    table = pyarrow.table({"profile": [f"{n:09}" + "x" * (1 << 16) for n in range(40)]})
    pyarrow.parquet.write_table(table, bomb, compression="zstd")
    assert bomb.stat().st_size < 1 << 17
    with pytest.raises(FolioError, match="unpacks to more than 1 MiB in one group"):
        list(records(bomb))
