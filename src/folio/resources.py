"""Where `templates/` and `sample_profile/` are: inside an installed wheel, or in a checkout."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from folio.errors import FolioError


def root(name: str) -> Path:
    """The folder `name` ("templates" or "sample_profile") that ships with folio.

    A wheel carries it below the package; an editable install does not, so the checkout is looked in second.
    """
    package = Path(__file__).resolve().parent
    for candidate in (package / "_data" / name, package.parents[1] / name):
        if candidate.is_dir():
            return candidate
    raise FolioError(f"folio's own folder '{name}' is missing; install folio again")


def cjk_fonts() -> Path | None:
    """The folder of the typefaces for Chinese, Japanese and Korean, which are too large for folio's own wheel: in the
    checkout, or in the package that `folio-ready[cjk]` installs. None without either."""
    checkout = Path(__file__).resolve().parents[2] / "packages" / "cjk-fonts" / "folio_cjk_fonts"
    if checkout.is_dir():
        return checkout
    installed = importlib.util.find_spec("folio_cjk_fonts")
    return Path(installed.origin).parent if installed and installed.origin else None
