"""PYTHONPATH=tests python -m fuzz COUNT [FIRST]: tries so many documents, and keeps those that show a fault of folio's."""

from __future__ import annotations

import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from fuzz.documents import document
from fuzz.folder import furnished
from fuzz.outcome import outcome


def main(count: int, first: int = 0) -> int:
    """Tries the documents from `first` on; those that fail are kept below the system's folder for temporary files."""
    found: Counter[str] = Counter()
    failed = 0
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="folio-fuzz-") as name:
        folder = furnished(Path(name))
        kept = Path(tempfile.gettempdir()) / "folio-fuzz-failures"
        for number in range(first, first + count):
            content = document(number)
            try:
                found[outcome(content, folder, score=number % 20 == 0, mend=number % 6 == 0)] += 1
            except Exception:  # noqa: BLE001 - every one is what is looked for
                failed += 1
                kept.mkdir(exist_ok=True)
                (kept / f"{number}.yaml").write_bytes(content)
                (kept / f"{number}.txt").write_text(traceback.format_exc(), encoding="utf-8", errors="replace")
                print(f"document {number}: {traceback.format_exc().splitlines()[-1][:300]}", flush=True)
            if (number + 1 - first) % 5000 == 0:
                print(
                    f"{number + 1 - first} {dict(found)} failed {failed} {time.monotonic() - began:.0f} s", flush=True
                )
    print(f"{count} documents in {time.monotonic() - began:.0f} s: {dict(found)}, failed {failed}")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
