"""What is kept of files between runs, and what happens when the cache is wrong."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from tests.repository.build import Built, look

from folio.repository import scan as scanning
from folio.repository.entries import Entry
from folio.repository.scan import Mark, Scanned, from_json, to_json
from folio.repository.scans import KeptScans
from folio.resources import root

SAMPLE = root("sample_profile") / "repositories"
CART = "import heapq\n\n\ndef total(rows):\n    heapq.heapify(rows)\n    return rows[0]\n"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths whose Python is parsed, in order."""
    paths: list[str] = []
    real = scanning.parse_module

    def noting(path: str, text: str) -> object:
        paths.append(path)
        return real(path, text)

    monkeypatch.setattr(scanning, "parse_module", noting)
    return paths


def test_only_changed_files_are_analysed_again(tmp_path: Path, parsed: list[str]) -> None:
    shop = Built(tmp_path / "shop")
    shop.commit(files={"shop/cart.py": CART, "shop/till.py": "def open_till(a):\n    return a\n"})
    first = look(shop.folder, tmp_path, cache=tmp_path / "cache")
    assert parsed == ["shop/cart.py", "shop/till.py"]
    parsed.clear()
    shop.commit(
        "Count the coins", {"shop/till.py": "import bisect\n\n\ndef coins(a):\n    return bisect.bisect(a, 2)\n"}
    )
    second = look(shop.folder, tmp_path, cache=tmp_path / "cache")
    assert parsed == ["shop/till.py"]
    assert {place.name for place in first.structures} == {"heap"}
    assert {place.name for place in second.structures} == {"heap", "bisect"}


@pytest.mark.parametrize("name", ["gradient-notes", "shelfcast"])
def test_what_is_kept_gives_the_same_facts_as_looking_again(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    subprocess.run(["git", "clone", "-q", "--bare", str(SAMPLE / f"{name}.bundle"), str(folder)], check=True)
    one = look(folder, tmp_path, cache=tmp_path / "cache")
    two = look(folder, tmp_path, cache=tmp_path / "cache")
    anew = look(folder, tmp_path)
    assert one == two == anew


def test_a_file_that_moved_is_looked_at_where_it_is_now(tmp_path: Path) -> None:
    shop = Built(tmp_path / "shop")
    shop.commit(files={"shop/cart.py": CART})
    look(shop.folder, tmp_path, cache=tmp_path / "cache")
    shop.git("mv", "shop/cart.py", "shop/basket.py")
    shop.commit("Call it a basket")
    seen = look(shop.folder, tmp_path, cache=tmp_path / "cache")
    assert [str(place) for place in seen.structures] == ["shop/basket.py:5"]


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_damaged_cache_only_means_that_files_are_looked_at_again(tmp_path: Path, content: bytes) -> None:
    shop = Built(tmp_path / "shop")
    shop.commit(files={"shop/cart.py": CART})
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / "scans.sqlite").write_bytes(content)
    for _ in range(2):
        assert [place.name for place in look(shop.folder, tmp_path, cache=cache).structures] == ["heap"]


def test_a_row_of_another_form_is_as_good_as_not_there(tmp_path: Path) -> None:
    entry = Entry("a.py", "0" * 40, 3)
    kept = KeptScans(tmp_path / "scans.sqlite", "1")
    kept.remember([(entry, Scanned(problem="cut short"))])
    assert kept.recall([entry])["a.py"].problem == "cut short"
    with kept._open() as store, store:
        store.execute("UPDATE scans SET value = '[1, 2]'")
    assert kept.recall([entry]) == {}
    assert KeptScans(tmp_path / "scans.sqlite", "2").recall([entry]) == {}


def test_a_cache_that_can_not_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, not a folder")
    kept = KeptScans(tmp_path / "cache" / "scans.sqlite", "1")
    kept.remember([(Entry("a.py", "0" * 40, 3), Scanned())])
    assert kept.recall([Entry("a.py", "0" * 40, 3)]) == {}


def test_the_cache_forgets_the_oldest_files_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("folio.repository.scans.KEPT", 3)
    kept = KeptScans(tmp_path / "scans.sqlite", "1")
    entries = [Entry(f"{number}.py", str(number) * 40, 1) for number in range(5)]
    for one in entries:
        kept.remember([(one, Scanned(problem=one.path))])
    assert sorted(kept.recall(entries)) == ["2.py", "3.py", "4.py"]


def test_nothing_of_a_scan_is_lost_on_the_way_to_the_store() -> None:
    whole = Scanned(True, "why", {"a": (Mark("n", 2, "x", 3, (4, 5)),)}, ("os", ".b"), {"c": ".b.c"}, {7: 8})
    assert from_json(to_json(whole)) == whole


def test_the_store_holds_no_line_of_code(tmp_path: Path) -> None:
    shop = Built(tmp_path / "shop")
    secret = "def acquisition_of_umbrella_corp(offer):\n    '''Confidential price'''\n    return offer * 1.17\n"
    shop.commit(files={"shop/deal.py": f"{secret}\n\nprint(acquisition_of_umbrella_corp(3))\n"})
    look(shop.folder, tmp_path, cache=tmp_path / "cache")
    content = (tmp_path / "cache" / "scans.sqlite").read_bytes()
    assert not [word for word in (b"umbrella", b"Confidential", b"1.17", b"offer") if word in content]
