"""The benchmarks are scripts beside each other: their folder goes last on the path, since one is called site.

None may be called as a folder of tests is: tests import from those by name.
"""

from __future__ import annotations

import sys
from pathlib import Path

FOLDER = str(Path(__file__).resolve().parents[2] / "benchmarks")
if FOLDER not in sys.path:
    sys.path.append(FOLDER)
