"""Whole addresses of the site's pages and files, for whoever reads of them elsewhere."""

from __future__ import annotations

from folio.portfolio.site.model import Portfolio


def rooted(portfolio: Portfolio, place: str) -> str | None:
    """The whole address of a path within the site; None as long as nobody said where the site will be."""
    return portfolio.site_url.rstrip("/") + "/" + place if portfolio.site_url else None


def address(portfolio: Portfolio, path: str) -> str | None:
    """The same of a page, by its path within the language."""
    return rooted(portfolio, portfolio.prefix + path)
