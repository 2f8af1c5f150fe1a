"""pyarrow, imported where it is needed first: it is an extra, and takes as long as the rest of folio."""

from __future__ import annotations

from types import ModuleType

from folio.errors import FolioError

MISSING = "tables are read and written by pyarrow, which is not installed; pip install 'folio-ready[cohort]'"


def arrow() -> ModuleType:
    """pyarrow with the modules that are used here; FolioError where it is not installed."""
    try:
        import pyarrow
        import pyarrow.compute
        import pyarrow.json
        import pyarrow.parquet
    except ImportError:
        raise FolioError(MISSING) from None
    module: ModuleType = pyarrow
    return module
