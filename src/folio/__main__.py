"""`python -m folio`."""

from __future__ import annotations

from folio.cli import main

if __name__ == "__main__":
    main()
