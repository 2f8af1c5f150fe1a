"""The door to pyarrow: rows in, Parquet out, and the schema that both have."""

from __future__ import annotations

import pyarrow  # noqa: F401 (begun)
