"""What may be installed beside folio."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires

from folio.health.finding import Finding, Surroundings, note, ok, trouble
from folio.health.packages import DISTRIBUTION, unfit

EXTRAS = {
    "check": "more readers for 'folio check --ats', and pictures of pages",
    "cjk": "typefaces for Chinese, Japanese and Korean",
    "cluster": "many profiles on a Dask cluster",
    "cohort": "tables and reports of many profiles",
    "zensical": "another builder of the site's pages",
}


def look(around: Surroundings) -> Iterator[Finding]:
    try:
        wanted = requires(DISTRIBUTION) or []
    except PackageNotFoundError:
        wanted = []
    for extra, what in EXTRAS.items():
        asked = [one for one in wanted if f"extra == '{extra}'" in one.replace('"', "'")]
        yield judged(extra, what, [said for one in asked if (said := unfit(one, extra))], known=bool(asked))


def judged(extra: str, what: str, wrong: list[str], *, known: bool = True) -> Finding:
    """Whether an extra is there, by what is wrong with its packages."""
    about, how = f"extra '{extra}'", f"pip install 'folio-ready[{extra}]', if you want it"
    if not known or any(one.endswith(" is missing") for one in wrong):
        if extra == "cjk" and _in_checkout():
            return ok(about, f"there, in the checkout ({what})")
        return note(about, f"not installed ({what})", how)
    if wrong:
        return trouble(about, "; ".join(wrong), f"pip install --upgrade 'folio-ready[{extra}]'")
    return ok(about, f"there ({what})")


def _in_checkout() -> bool:
    from folio.resources import cjk_fonts

    return cjk_fonts() is not None
