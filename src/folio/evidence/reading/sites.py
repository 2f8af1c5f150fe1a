"""Whose site an address is on, as far as addresses can tell: the person's own ones, or one that may be a stranger's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from folio.evidence.model import Entry
from folio.repository.text import words

ELSEWHERE = "it is on another site"

IN_PATH = words(
    "medium.com dev.to hashnode.com hackernoon.com github.com gist.github.com gitlab.com codeberg.org bitbucket.org "
    "linkedin.com kaggle.com huggingface.co facebook.com x.com twitter.com youtube.com instagram.com bsky.app "
    "mastodon.social fosstodon.org qiita.com zenn.dev note.com habr.com write.as telegra.ph sites.google.com "
    "tumblr.com substack.com reddit.com stackoverflow.com news.ycombinator.com lobste.rs"
)
"""Hosts that many write on, each below a first part of the path."""
IN_NAME = words(
    "github.io gitlab.io codeberg.page bitbucket.io wordpress.com blogspot.com hashnode.dev ghost.io netlify.app "
    "vercel.app pages.dev workers.dev web.app firebaseapp.com herokuapp.com onrender.com fly.dev bearblog.dev "
    "livejournal.com micro.blog mataroa.blog prose.sh beehiiv.com buttondown.email svbtle.com posthaven.com "
    "typepad.com weebly.com wixsite.com squarespace.com webflow.io notion.site super.site hatenablog.com "
    "readthedocs.io neocities.org surge.sh quarto.pub rpubs.com streamlit.app gitbook.io"
)
"""Hosts that many write on, each with a name before it: what they have in common makes nobody one."""
NOT_A_NAME = words("feed feeds rss atom u user users in blog c channel author authors view site")
ENDING = re.compile(r"\.(?:atom|rss|xml|json)$")


def site_of(url: str) -> str:
    """The host, and whose part of it where many share one: `ada.example`, `medium.com/ada`; "" for no address."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    except ValueError:
        return ""
    if host.endswith(".medium.com"):
        return f"medium.com/{host.removesuffix('.medium.com')}"
    if host not in IN_PATH:
        return host
    names = (one.lower().removeprefix("@") for one in parts.path.split("/") if one)
    return f"{host}/{ENDING.sub('', next((one for one in names if one not in NOT_A_NAME), ''))}"


def elsewhere(url: str) -> str:
    """Why the page at `url` is not read as the person's."""
    host = urlsplit(url).hostname
    return f"{ELSEWHERE} ({host}), which may be somebody else's; name it under 'articles' if you wrote it"


def is_elsewhere(entry: Entry) -> bool:
    """Whether a feed listed it and it may be somebody else's."""
    return (entry.problem or "").startswith(ELSEWHERE)


def is_on(url: str, sites: Iterable[str]) -> bool:
    """Whether an address is on one of the sites (as `site_of` gives them), or on a host below or above one's host."""
    here = site_of(url)
    return bool(here) and any(here == one or _is_below(here, one) or _is_below(one, here) for one in sites)


def _is_below(here: str, there: str) -> bool:
    return "." in there and there not in IN_NAME and here.endswith(f".{there}")
