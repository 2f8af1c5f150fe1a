"""Whatever a reader of a foreign format lets through, the profile that is written loads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folio.document import dump, parse
from folio.errors import FolioError
from folio.importing.sound import sound
from folio.profile.exchange.taken import Taken
from folio.profile.load import each_of
from folio.profile.model import Profile

SAID = {"name": "Ida Holm", "headline": "Pipelines that explain themselves", "summary": "I build pipelines."}
NOWHERE = Path("/nonexistent")


def test_a_value_that_no_profile_holds_is_taken_out_and_told() -> None:
    found = sound(Taken({**SAID, "links": {"website": "no address", "github": "ida"}}), NOWHERE)
    assert found.data["links"] == {"github": "ida"}
    assert [(one.path, one.value) for one in found.left] == [("links.website", "no address")]


def test_an_entry_goes_with_what_it_can_not_be_without() -> None:
    work = [{"id": "acme", "organisation": "Acme", "role": "Dev", "start": "soon"}]
    found = sound(Taken({**SAID, "work": work}), NOWHERE)
    assert "work" not in found.data
    assert [one.path for one in found.left] == ["work[0].start", "work[0].start"]


def test_a_theme_that_is_not_here_is_left() -> None:
    found = sound(Taken({**SAID, "resume": {"theme": "of-mine", "paper": "A4"}}), NOWHERE)
    assert found.data["resume"] == {"paper": "A4"}


def test_nothing_can_be_made_of_a_document_without_a_name() -> None:
    with pytest.raises(FolioError, match="no profile can be made of it"):
        sound(Taken({"summary": "Only this."}), NOWHERE)


VALUE = st.recursive(
    st.sampled_from(["", "x", "2024", "https://a.example", "acme", "\x07", "x" * 500]),
    lambda one: (
        st.lists(one, max_size=2) | st.dictionaries(st.sampled_from(["id", "name", "title", "start"]), one, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from(sorted({*Profile.model_fields} - {*SAID, "extra"})), VALUE, max_size=5))
def test_any_data_at_all_becomes_a_profile_that_loads(data: dict[str, Any]) -> None:
    found = sound(Taken({**SAID, **data}), NOWHERE)
    assert each_of(parse(dump(found.data).encode("utf-8", "replace"), name="profile.yaml"))
