"""The door to DuckDB: asks a table of rows, however large, within bounds of memory."""

from __future__ import annotations

import duckdb  # noqa: F401 (begun)
