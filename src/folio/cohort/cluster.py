"""The door to Dask: an executor whose workers are those of a cluster."""

from __future__ import annotations

import distributed  # noqa: F401 (begun)
