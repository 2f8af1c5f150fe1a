"""A folder with everything that the profiles enclose, to be written into."""

from __future__ import annotations

import base64
import shutil
from pathlib import Path

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
ROOT = Path(__file__).parents[2]


def furnished(folder: Path) -> Path:
    """The sample's texts and pictures, without its repositories."""
    leave = shutil.ignore_patterns("repositories", ".folio", "profile.yaml")
    shutil.copytree(ROOT / "sample_profile", folder, ignore=leave, dirs_exist_ok=True)
    (folder / "articles").mkdir(exist_ok=True)
    (folder / "articles" / "a.md").write_text("---\ntitle: A\n---\n# A\n\nA text with ![a picture](../me.png).\n")
    (folder / "me.png").write_bytes(PIXEL)
    return folder
