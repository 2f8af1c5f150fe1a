"""What is known of an address of the person's: answers, answered again a week later, is theirs, is gone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from folio.evidence.level import Level
from folio.evidence.links.trail import answered_apart
from folio.evidence.model import AccountSeen, Evidence, HostedSeen, LinkSeen, Observation
from folio.profile.model import Profile
from folio.profile.places import plain

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
    def doubt(self) -> str | None:
        """Why nobody can tell whether something of the person's answers; None when it does, or is known not to."""
        if self.seen is None:
            return self.unread or NOT_OPENED
        return "it shows a login page" if self.seen.placeholder == "login" and not self.gone else None

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
    again = _answered_again(look)
    back = ("it links back to the other pages",) if look.seen.links_back else ()
    return LinkFacts(url, look.seen, None, look.observed_on, (*again, *back, *confirmed))


def _answered_again(look: Observation) -> tuple[str, ...]:
    """The two days, in words, where the address answered twice, a week or more apart."""
    days = answered_apart(look.probes)
    return (f"it answered on {days[0]:%Y-%m-%d} and on {days[1]:%Y-%m-%d}",) if days else ()


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
    """The person's pages, platform profiles and talks, by subject (`link:website`, `talk:pydata`)."""
    pages: dict[str, str | None] = dict(profile.pages)
    pages |= {f"platform:{one.id}": one.url for one in profile.platforms or ()}
    pages |= {f"talk:{one.id}": one.url for one in profile.talks or ()}
    found = {name: link_facts(url, evidence.of("links", name)) for name, url in pages.items() if url}
    account = evidence.of("accounts", f"account:{profile.github.user}") if profile.github else None
    if account is not None and isinstance(account.seen, AccountSeen) and _is_of(found["link:github"], account.seen):
        found["link:github"] = _listed(found["link:github"], account, account.seen, profile.links.website)
    return found


def _is_of(page: LinkFacts, account: AccountSeen) -> bool:
    return plain(page.url).lower() == f"github.com/{account.login.lower()}"


def _listed(page: LinkFacts, look: Observation, account: AccountSeen, site: str | None) -> LinkFacts:
    """An account's page whose account GitHub listed: it is there, also when the page itself was not opened."""
    named = site is not None and account.website is not None and plain(account.website) == plain(site)
    confirmed = ("the account names the site",) if named else ()
    seen = page.seen if page.up and page.seen else LinkSeen(status=200, final_url=page.url, title=None)
    return LinkFacts(page.url, seen, None, look.observed_on, (*page.confirmed, *confirmed))
