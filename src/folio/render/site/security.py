"""What a browser may do on the site's pages: everything from the site itself, and nothing else unless asked for."""

from __future__ import annotations

from urllib.parse import urlsplit

from folio.portfolio.site.model import Portfolio
from folio.render.artifact import Artifact


def policy(portfolio: Portfolio) -> str:
    """The Content-Security-Policy of every page, without what only a header may say."""
    counting = "".join(f" {one}" for one in _counters(portfolio))
    form = f" {_origin(portfolio.form.action)}" if portfolio.form else ""
    rules = (
        "default-src 'none'",
        f"script-src 'self'{counting}",
        "style-src 'self'",
        f"img-src 'self' data:{counting}",
        "font-src 'self'",
        f"connect-src 'self'{counting}",
        "manifest-src 'self'",
        f"form-action 'self'{form}",
        "base-uri 'none'",
    )
    return "; ".join(rules)


def headers(portfolio: Portfolio) -> Artifact:
    """`_headers`, which Netlify, Cloudflare Pages and others send along; GitHub Pages leaves it unread."""
    lines = (
        "/*",
        f"  Content-Security-Policy: {policy(portfolio)}; frame-ancestors 'none'",
        "  X-Content-Type-Options: nosniff",
        "  X-Frame-Options: DENY",
        "  Referrer-Policy: strict-origin-when-cross-origin",
        "  Permissions-Policy: camera=(), geolocation=(), microphone=()",
        "/feed.json",
        "  Content-Type: application/feed+json; charset=utf-8",
        "/assets/img/*",
        "  Cache-Control: public, max-age=31536000, immutable",
    )
    return Artifact.of("docs/_headers", "".join(f"{line}\n" for line in lines))


def _counters(portfolio: Portfolio) -> list[str]:
    """The hosts of the service that counts visits: of its script, and of what it reports to where that is another."""
    if portfolio.analytics is None:
        return []
    asked = portfolio.analytics.script, portfolio.analytics.site
    return list(dict.fromkeys(_origin(one) for one in asked if one.startswith(("https:", "http:"))))


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
