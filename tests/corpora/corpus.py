"""The public collections of documents that break readers, as they lie beside this file."""

from __future__ import annotations

import base64
import gzip
import json
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def documents(name: str) -> dict[str, bytes]:
    """The documents of a collection by their names."""
    packed = json.loads(gzip.decompress((FOLDER / name / "documents.json.gz").read_bytes()))
    return {key: base64.b64decode(content) for key, content in packed.items()}
