"""What tests of other tools' documents share: whether anything of one was lost, and whether a profile holds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from folio.document import dump, parse
from folio.profile.exchange.taken import Taken
from folio.profile.model import Profile
from folio.schema import validate


def profile_of(taken: Taken) -> Profile:
    """The profile that was made; raises InputError for one that doesn't hold."""
    return validate(Profile, parse(dump(taken.data).encode("utf-8", "replace"), name="profile.yaml"))


def lost(document: Any, taken: Taken) -> list[str]:
    """The texts of a document that are neither in the profile nor told as left."""
    kept = _bare(json.dumps([taken.data, [[one.path, one.value] for one in taken.left]], ensure_ascii=False))
    return [text for text in leaves(document) if any(word not in kept for word in _words(text))]


def leaves(value: Any) -> Iterator[str]:
    """Every text in a document."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from leaves(one)
    elif isinstance(value, str):
        yield value


def marked(keys: st.SearchStrategy[str], leaves: int = 16) -> st.SearchStrategy[Any]:
    """Documents of these keys in any shape, in which each text is told from every other one."""
    mark = st.integers(10**8, 10**9 - 1).map(lambda number: f"mark {number}")
    return st.recursive(
        mark,
        lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(keys, inner, min_size=1, max_size=5),
        max_leaves=leaves,
    )


def _words(text: str) -> list[str]:
    return _bare(re.sub(r"<[^>]*>", " ", text)).split()


def _bare(text: str) -> str:
    return re.sub(r"[^\w@.+:/-]+", " ", text.replace("\\n", " ")).casefold()
