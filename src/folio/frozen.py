"""The one kind of data that crosses a file or a process: immutable, and strict about its fields.

Modules of records go without `from __future__ import annotations`: from text, pydantic has to evaluate each one anew.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """An immutable record that refuses fields it does not know."""

    # Built when first used: a run uses few of the records that it has to know.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
