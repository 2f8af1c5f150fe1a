"""Values of other tools' documents in the form that a profile holds exactly: its scalars are all text."""

from __future__ import annotations

import json
from typing import Any

from folio.document import dump, parse
from folio.errors import FolioError

IN_JSON = "json"
ABOVE = 6
"""How many levels of the profile are above a value that is kept."""


def as_kept(value: Any) -> Any:
    """A value as it is where YAML gives exactly that back, and as JSON in a text where it does not."""
    return value if _is_plain(value) else {IN_JSON: json.dumps(value, ensure_ascii=False)}


def from_kept(value: Any) -> Any:
    """The value again; what nobody can have kept so is taken as it is written."""
    if isinstance(value, dict) and list(value) == [IN_JSON] and isinstance(value[IN_JSON], str):
        try:
            return json.loads(value[IN_JSON])
        except (ValueError, RecursionError):
            pass
    return value


def _is_plain(value: Any) -> bool:
    if isinstance(value, dict) and list(value) == [IN_JSON]:
        return False
    if not isinstance(value, (str, list, dict)) or not value:
        return value == "" and isinstance(value, str)
    within = value
    for _ in range(ABOVE):
        within = {"is": within}
    try:
        return parse(dump(within).encode(), name="").data == within
    except (FolioError, UnicodeEncodeError, RecursionError):
        return False
