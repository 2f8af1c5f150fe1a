"""What folio would lose of a document is kept as differences, and put back: for any two documents whatever."""

from __future__ import annotations

import copy
import os
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from folio.document import dump, parse
from folio.profile.exchange.changes import differences
from folio.profile.exchange.marked import without_names
from folio.profile.exchange.matching import NAME
from folio.profile.exchange.put_back import Homeless, put_back
from folio.profile.extra import Kept

EXAMPLES = int(os.environ.get("FOLIO_EXAMPLES", "30"))
TEXT = st.text(max_size=6) | st.sampled_from(["no", "1.0", "~", "<<", "", "json", "a\nb", "\x85", "😀", "- x", "a: b"])
KEY = st.sampled_from(["name", "url", "a/b", "~", "", "json", "x y", "<<"]) | st.text(max_size=4)
SCALAR = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT
JSON = st.recursive(SCALAR, lambda one: st.lists(one, max_size=3) | st.dictionaries(KEY, one, max_size=3), max_leaves=8)
ENTRY = st.dictionaries(KEY, JSON, max_size=4)
DOCUMENT = st.dictionaries(KEY, JSON | st.lists(ENTRY, max_size=4), max_size=5)


def named(value: Any) -> Any:
    """The document as a writer makes it: the entries of its lists have names."""
    if isinstance(value, dict):
        return {key: named(one) for key, one in value.items()}
    if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        return [{NAME: f"entry-{at}", **named(one)} for at, one in enumerate(value)]
    return value


def kept(made: Any, document: Any, ours: frozenset[str] = frozenset()) -> list[Kept]:
    """The differences, by way of the profile's YAML."""
    data = parse(dump({"extra": differences(made, document, ours)}).encode(), name="profile.yaml").data
    assert isinstance(data, dict)
    return TypeAdapter(list[Kept]).validate_python(data["extra"])


def there_and_back(made: Any, document: Any) -> Any:
    found, homeless = put_back(copy.deepcopy(made), kept(made, document))
    assert homeless == ()
    return found


@settings(max_examples=EXAMPLES, deadline=None)
@given(DOCUMENT, DOCUMENT)
def test_any_document_comes_back_from_any_that_folio_makes_of_it(made: Any, document: Any) -> None:
    assert there_and_back(named(made), document) == document


@settings(max_examples=EXAMPLES, deadline=None)
@given(DOCUMENT)
def test_nothing_is_kept_of_what_folio_writes_itself(document: Any) -> None:
    assert kept(named(document), document) == []


@settings(max_examples=EXAMPLES, deadline=None)
@given(DOCUMENT, DOCUMENT, DOCUMENT)
def test_whatever_the_profile_becomes_putting_back_never_fails(made: Any, document: Any, later: Any) -> None:
    found, _ = put_back(named(later), kept(named(made), document))
    assert NAME not in str(found)


MADE = {
    "basics": {"name": "Ida", "url": "https://ida.example"},
    "work": [{NAME: "acme", "name": "Acme", "position": "Dev"}, {NAME: "loom", "name": "Loom", "position": "Lead"}],
}
DOCUMENT_OF_OLD = {
    "basics": {"name": "Ida", "url": "ida.example", "image": "me.png"},
    "work": [
        {"name": "Acme", "position": "Dev", "mood": "fine"},
        {"name": "Nobody", "note": "no position"},
        {"name": "Loom", "position": "Lead"},
    ],
    "awards": [{"title": "Cup"}],
}


def later(**changed: Any) -> Any:
    return put_back(copy.deepcopy(MADE) | changed, kept(MADE, DOCUMENT_OF_OLD))[0]


def test_what_was_changed_since_goes_before_what_was_kept() -> None:
    found = later(basics={"name": "Ida", "url": "https://new.example"})
    assert found["basics"] == {"name": "Ida", "url": "https://new.example", "image": "me.png"}


def test_what_was_kept_of_an_entry_goes_with_it() -> None:
    found = later(work=[{NAME: "acme", "name": "Acme", "position": "Head"}])
    assert found["work"] == [
        {"name": "Acme", "position": "Head", "mood": "fine"},
        {"name": "Nobody", "note": "no position"},
    ]


def test_what_was_kept_of_an_entry_that_is_no_more_is_said() -> None:
    renamed = copy.deepcopy(MADE) | {"work": [{NAME: "acme-inc", "name": "Acme", "position": "Dev"}]}
    assert put_back(renamed, kept(MADE, DOCUMENT_OF_OLD))[1] == (Homeless("/work/acme", "mood"),)


def test_a_new_entry_stands_where_it_stands_in_the_profile() -> None:
    new = {NAME: "next", "name": "Next", "position": "CTO"}
    found = later(work=[new, *copy.deepcopy(MADE["work"])])
    assert [one["name"] for one in found["work"]] == ["Next", "Acme", "Nobody", "Loom"]
    found = later(work=[*copy.deepcopy(MADE["work"]), new])
    assert [one["name"] for one in found["work"]] == ["Acme", "Nobody", "Loom", "Next"]


def test_a_section_that_folio_has_no_place_for_is_there_again() -> None:
    assert later()["awards"] == [{"title": "Cup"}]


def test_a_section_whose_entries_all_went_keeps_what_folio_never_had() -> None:
    without_work = {"basics": MADE["basics"]}
    found, _ = put_back(copy.deepcopy(without_work), kept(MADE, DOCUMENT_OF_OLD))
    assert found["work"] == [{"name": "Nobody", "note": "no position"}]


def test_a_null_in_every_entry_is_kept_once() -> None:
    document = {"work": [{**one, "summary": None} for one in without_names(MADE)["work"]]}
    told = kept({"work": MADE["work"]}, document)
    assert [one.at for one in told] == ["/work/*/summary"]
    assert put_back({"work": copy.deepcopy(MADE["work"])}, told) == (document, ())


def test_what_folio_adds_under_a_key_of_its_own_is_no_difference() -> None:
    assert kept({**MADE, "meta": {"folio": 1}}, without_names(MADE), frozenset({"meta"})) == []
