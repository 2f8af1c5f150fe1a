"""Networks on which people are known by the name of an account, and their addresses."""

from __future__ import annotations

import re

from folio.profile.fields import is_web_address

PLACES = {
    "LinkedIn": "https://linkedin.com/in/",
    "GitHub": "https://github.com/",
    "GitLab": "https://gitlab.com/",
    "IMDB": "https://imdb.com/name/",
    "Instagram": "https://instagram.com/",
    "ORCID": "https://orcid.org/",
    "StackOverflow": "https://stackoverflow.com/users/",
    "ResearchGate": "https://researchgate.net/profile/",
    "YouTube": "https://youtube.com/@",
    "Google Scholar": "https://scholar.google.com/citations?user=",
    "Telegram": "https://t.me/",
    "WhatsApp": "https://wa.me/",
    "Leetcode": "https://leetcode.com/u/",
    "X": "https://x.com/",
    "Bluesky": "https://bsky.app/profile/",
    "Reddit": "https://reddit.com/user/",
}
FORMER = {"Twitter": "https://twitter.com/"}
"""What documents of its first generation may say."""
MASTODON = re.compile(r"@?([^@\s/]+)@([^@\s/]+)")
ON_MASTODON = re.compile(r"https?://([^/\s@]+\.[^/\s@]+)/@([^/\s@]+)/?")
NAMES = {
    "StackOverflow": r"\d+/[^/\s]+",
    "ORCID": r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]",
    "IMDB": r"nm\d{7}",
    "Bluesky": r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?",
    "Reddit": r"[A-Za-z0-9_-]{3,23}",
}
"""What RenderCV takes for a name on networks where it looks; WhatsApp's are numbers that it looks up."""
ANY_NAME = r"[^\s/?#@:]+"


def address(network: str, username: str) -> str | None:
    """Where an account is; None for a network that has no known place."""
    if is_web_address(username):
        return username
    name = username.strip().strip("/")
    if network.casefold() == "mastodon":
        match = MASTODON.fullmatch(name)
        return (
            f"https://{match[2]}/@{match[1]}" if match and is_web_address(f"https://{match[2]}/@{match[1]}") else None
        )
    known = {one.casefold(): place for one, place in (PLACES | FORMER).items()}
    place = known.get(network.strip().casefold())
    url = f"{place}{name.removeprefix('@')}" if place and name else ""
    return url if is_web_address(url) else None


def account(url: str, label: str | None = None) -> tuple[str, str] | None:
    """The network and the name there of a page that is nothing but an account; of any network, or of `label`'s."""
    bare = re.sub(r"^https?://(?:www\.)?", "https://", url.strip()).rstrip("/")
    for network, place in PLACES.items():
        name = bare.removeprefix(place)
        if network == "WhatsApp" or name == bare or (label is not None and label.casefold() != network.casefold()):
            continue
        if re.fullmatch(NAMES.get(network, ANY_NAME), name):
            return network, name
    match = ON_MASTODON.fullmatch(url.strip())
    return ("Mastodon", f"@{match[2]}@{match[1]}") if match and (label or "").casefold() == "mastodon" else None
