"""PYTHONPATH=tests python -m torture [KILLS] [NAME ...]: every kind of fault, with counts of what came of it.

Only kinds whose name holds one of the NAMEs, when there are some. Ends with 1 when anything went wrong.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context

from torture.kinds import Count, all_kinds
from torture.runs import get_ready

AT_ONCE = 2


def run(name: str) -> tuple[Count, float]:
    """The kind with this name; one that breaks has failed."""
    began = time.monotonic()
    (kind,) = (one for one in all_kinds() if one.name == name)
    try:
        count = kind.run()
    except Exception:  # noqa: BLE001 - what is looked for
        count = Count(0, (traceback.format_exc(limit=-4),))
    return count, time.monotonic() - began


def main(number: str = "500", *wanted: str) -> int:
    os.environ["FOLIO_TORTURE"] = number
    names = [one.name for one in all_kinds() if not wanted or any(word in one.name for word in wanted)]
    width = max(map(len, names))
    tried, failures, totals = 0, [], dict[str, int]()
    print(f"{'kind':<{width}}  tried  failed  seconds  found")
    with ProcessPoolExecutor(min(AT_ONCE, int(number)), mp_context=get_context("fork"), initializer=get_ready) as pool:
        running = {pool.submit(run, name): name for name in names}
        for one in as_completed(running):
            count, seconds = one.result()
            found = f"skipped: {count.skipped}" if count.skipped else ", ".join(count.notes)
            print(
                f"{running[one]:<{width}}  {count.tried:>5}  {len(count.failures):>6}  {seconds:>7.0f}  {found}",
                flush=True,
            )
            for what in count.failures:
                print(f"  {what}", file=sys.stderr, flush=True)
            tried += count.tried
            failures += [f"{running[one]}: {what}" for what in count.failures]
            for note in count.notes:
                kind, _, value = note.rpartition(" ")
                totals[kind] = totals.get(kind, 0) + int(value)
    print(f"{tried} tried, {len(failures)} failed; " + ", ".join(f"{kind} {value}" for kind, value in totals.items()))
    for failure in failures[:40]:
        print(failure)
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
