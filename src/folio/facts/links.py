"""What is known of an address of the person's: answers, answered again a week later, is theirs, is gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from folio.evidence.level import Level
from folio.evidence.model import AccountSeen, Evidence, HostedSeen, LinkSeen, Observation, Probe
from folio.profile.model import Profile
from folio.profile.places import plain

APART = timedelta(days=7)
"""Between two answers that confirm each other. Scoring specification 4.1, level `verified`."""

NOT_OPENED = "the address was not opened"


@dataclass(frozen=True, slots=True)
class LinkFacts:
    """One address: what answered, or why nobody can tell; and what else shows that it is there and the person's.

    `seen` is None when it is not known whether it answers; then `unread` says why. With `gone` it is known not to.
    """

    url: str
    seen: LinkSeen | None = None
    unread: str | None = None
    observed_on: date | None = None
    confirmed: tuple[str, ...] = ()
    """What confirms it independently of the one answer, in words."""

    @property
    def gone(self) -> bool:
        """Whether two looks a day apart found nothing there."""
        return self.seen is not None and self.seen.status >= 400

    @property
    def up(self) -> bool:
        """Whether something of the person's own answers there."""
        return self.seen is not None and not self.gone and not self.seen.placeholder

    @property
    def level(self) -> Level:
        """How well it is supported that it answers; claimed when it does not."""
        if not self.up:
            return Level.CLAIMED
        return Level.VERIFIED if self.confirmed else Level.OBSERVED


PLACEHOLDERS = {
    "parked": "a parked domain",
    "placeholder": "a placeholder page",
    "empty": "next to nothing",
    "not-found": "a page that says 'not found'",
}


def link_guard(link: LinkFacts) -> tuple[str, str] | None:
    """The guard that leaves an address out, and why; None where something of the person's answers, or nobody knows."""
    if link.gone and link.seen:
        return "dead-link", f"{link.url} answers {link.seen.status}, and did a day before"
    if link.seen and link.seen.placeholder in PLACEHOLDERS:
        return "parked-page", f"{link.url} shows {PLACEHOLDERS[link.seen.placeholder]}"
    return None


def link_facts(url: str, look: Observation | None, confirmed: Iterable[str] = ()) -> LinkFacts:
    """What an observation by `links` says of `url`, with what confirms it from elsewhere."""
    if look is None:
        return LinkFacts(url, unread=NOT_OPENED)
    if not isinstance(look.seen, LinkSeen):
        return LinkFacts(url, unread=look.problem or NOT_OPENED)
    found = LinkFacts(url, look.seen, None, look.observed_on)
    if not found.up:
        return found
    again = answered_again(look.probes)
    back = ("it links back to the other pages",) if look.seen.links_back else ()
    return LinkFacts(url, look.seen, None, look.observed_on, (*again, *back, *confirmed))


def answered_again(probes: Sequence[Probe]) -> tuple[str, ...]:
    """The two days, in words, where the address answered twice at least a week apart and was not gone in between."""
    last_miss = max((one.at for one in probes if one.outcome == "gone"), default=None)
    days = [one.at for one in probes if one.outcome == "up" and (last_miss is None or one.at > last_miss)]
    if not days or max(days) - min(days) < APART:
        return ()
    return (f"it answered on {min(days):%Y-%m-%d} and on {max(days):%Y-%m-%d}",)


def by_host(url: str, hosted: HostedSeen | None) -> tuple[str, ...]:
    """What the code host says that ties an address to the person's own repository, in words."""
    if hosted is None or hosted.owned is False or hosted.fork:
        return ()
    place = plain(url)
    found = []
    if hosted.homepage and plain(hosted.homepage) == place:
        found.append("the repository names it as its homepage")
    if any(one.url and plain(one.url) == place and one.state == "success" for one in hosted.deployments):
        found.append("the code host deployed it there")
    if hosted.pages and hosted.pages.built and place in (plain(hosted.pages.url), hosted.pages.domain):
        found.append("the code host serves it from the repository")
    return tuple(found)


def own_pages(profile: Profile, evidence: Evidence) -> dict[str, LinkFacts]:
    """The person's pages, platform profiles and talks, by subject (`link:website`, `platform:toptal`, `talk:pydata`)."""
    links = profile.links
    github = links.github or (profile.github.user if profile.github else None)
    pages = {
        "link:website": links.website,
        "link:github": f"https://github.com/{github}" if github else None,
        "link:gitlab": links.gitlab,
        "link:code": links.code,
        "link:linkedin": links.linkedin,
    }
    pages |= {f"link:other-{number}": one.url for number, one in enumerate(links.other, 1)}
    pages |= {f"platform:{one.id}": one.url for one in profile.platforms or ()}
    pages |= {f"talk:{one.id}": one.url for one in profile.talks or ()}
    found = {name: link_facts(url, evidence.of("links", name)) for name, url in pages.items() if url}
    account = evidence.of("accounts", f"account:{github}")
    if account is not None and isinstance(account.seen, AccountSeen):
        found["link:github"] = _listed(found["link:github"], account, account.seen, links.website)
    return found


def _listed(page: LinkFacts, look: Observation, account: AccountSeen, site: str | None) -> LinkFacts:
    """An account's page whose account GitHub listed: it is there, also when the page itself was not opened."""
    named = site is not None and account.website is not None and plain(account.website) == plain(site)
    confirmed = ("the account names the site",) if named else ()
    seen = page.seen if page.up and page.seen else LinkSeen(status=200, final_url=page.url, title=None)
    return LinkFacts(page.url, seen, None, look.observed_on, (*page.confirmed, *confirmed))
