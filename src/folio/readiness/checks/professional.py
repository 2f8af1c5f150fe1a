"""Professional profile: can a client find, trust, price and hire the person?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from folio.evidence.level import Level
from folio.facts import Facts
from folio.facts.person import is_same_person
from folio.profile.model import Profile
from folio.profile.places import plain
from folio.readiness.check import COLLECT, Finding, Found, Item, Unread, Unsure, check, graded, on, unsaid
from folio.readiness.fields import FRESH_DAYS, ONLY_THERE, TODO, fields_held, says, sections_missing
from folio.readiness.identity import NO_LINK, PAGES, doubts, identity, pages_of

CEFR = {"B1": 400, "B2": 800, "C1": 1000, "C2": 1000, "native": 1000}
SHOWN_SKILLS = 3
"""So many with evidence are enough: one more without takes nothing away."""


@check("contracts-completed")
def contracts_completed(facts: Facts) -> Iterator[Finding]:
    """The best forecast of a finished contract is a finished contract, and small ones lead to larger ones."""
    contracts = facts.profile.contracts
    if contracts is None:
        yield unsaid("contracts", "list your contracts, or write 'contracts: []'")
        return
    for contract in contracts:
        end = contract.end.first_day if contract.end else facts.today
        if contract.completed and end <= facts.today:
            client = facts.profile.client(contract.client)
            whom = client.public_name if client else "a client"
            level = facts.proof_level(contract.proof)
            yield Item(f"contract:{contract.id}", level, Found(f"{contract.role} for {whom}"))


@check("client-references")
def client_references(facts: Facts) -> Iterator[Finding]:
    """Somebody with a name who would hire you again outweighs everything you say yourself."""
    references = facts.profile.references
    if references is None:
        yield unsaid("references", "list your references with their consent, or write 'references: []'")
        return
    for reference in references:
        if is_same_person(reference, facts.profile):
            continue
        level = Level.ATTESTED if reference.email or reference.link else Level.CLAIMED
        says = f"{reference.role}, {reference.date}"
        if reference.consent == "none":
            yield Item(f"reference:{reference.id}", level, Found(f"{says}; no consent to use it yet", quality=0))
        else:
            yield Item(f"reference:{reference.id}", level, Found(f"{says}; consent: {reference.consent}"))


@check("service-offer")
def service_offer(facts: Facts) -> Iterator[Finding]:
    """A client buys a result with an end. A package says what they get, by when, for what, and what is left out."""
    services = facts.profile.services
    if services is None:
        yield unsaid("services", "describe a service: deliverables, duration, price and exclusions")
        return
    for service in services:
        parts = {
            "deliverables": bool(service.deliverables),
            "duration": service.duration is not None,
            "price": service.price is not None or service.price_note is not None,
            "exclusions": bool(service.exclusions),
        }
        yield from on(f"service:{service.id}", Level.OBSERVED, graded(parts))


@check("rate-and-availability")
def rate_and_availability(facts: Facts) -> Iterator[Finding]:
    """Price, hours and start are the first things any platform or client asks, and silence reads as "not now"."""
    rates, offer = facts.profile.rates, facts.profile.availability
    if rates is None and offer is None:
        yield unsaid("availability", "state 'rates' and 'availability': hours, start, time zone, overlap")
        return
    age = (facts.today - offer.as_of.first_day).days if offer else None
    parts = {
        "rate": True if rates else None,
        "hours": None if age is None else 0 <= age <= FRESH_DAYS,
        "zone": offer.overlap is not None if offer else None,
    }
    missing = "rates" if rates is None else "availability"
    finds = graded(parts, why=f"the profile has no '{missing}'", todo=f"add '{missing}' to the profile")
    yield from on("profile", Level.OBSERVED, finds)


@check("contact-and-identity")
def contact_and_identity(facts: Facts) -> Iterator[Finding]:
    """A client checks that the person on the site, the code and the network are one and can be reached."""
    named = identity(facts.profile)
    claimed = {name for name, said in named.items() if said}
    yield Item("profile", Level.CLAIMED, Found(parts=tuple(sorted(claimed))))
    yield from _sections_left_out(facts.profile, {name for name, said in named.items() if said is not False})
    seen = {name for name in PAGES if any(one.up for one in pages_of(facts, name))} & claimed
    site = next((one.seen for one in pages_of(facts, "site") if one.up), None)
    if site is not None:  # what the person's own site names need not answer to a stranger, as LinkedIn does not
        others = {plain(url) for url in site.links_back}
        seen |= {name for name in PAGES if any(plain(one.url) in others for one in pages_of(facts, name))} & claimed
    back = {name for name in seen if any(one.confirmed for one in pages_of(facts, name))}
    for level, names in ((Level.OBSERVED, seen), (Level.VERIFIED, back)):
        if names:
            yield Item("profile", level, Found(parts=tuple(sorted(names | (claimed & {"route"})))))
    if open_ones := claimed - {"route"} - back:
        reasons = doubts(facts, open_ones, seen)
        todo = COLLECT if any(one != NO_LINK for one in reasons) else "let these pages link to each other"
        why = "; ".join(f"your {' and '.join(names)}: {reason}" for reason, names in reasons.items())
        yield Unread("profile", why, todo, Found(parts=tuple(sorted(claimed))))


def _sections_left_out(profile: Profile, best: Collection[str]) -> Iterator[Unread]:
    """The sections that could name the person's pages, where the profile has none."""
    steps = {
        "contact": "give an e-mail address or a calendar under 'contact'",
        "links": "name your site, your code host and a professional network under 'links'",
    }
    missing = [section for section in steps if not says(profile, section)]
    if missing:
        why = f"the profile has no {', '.join(map(repr, missing))}"
        todo = "; ".join(steps[section] for section in missing)
        yield Unread("profile", why, todo, Found(parts=tuple(sorted(best))))


@check("resume-complete")
def resume_complete(facts: Facts) -> Iterator[Finding]:
    """The résumé is the first filter everywhere: a missing part is a reason to read the next one."""
    profile = facts.profile
    work, contracts, skills = profile.work, profile.contracts, profile.skills
    worked = any(entry.outcomes or entry.highlights for entry in work or ())
    worked = worked or any(contract.result for contract in contracts or ())
    parts: dict[str, bool | None] = {
        "summary": bool(profile.summary.strip()),
        "experience": True if worked else None if work is None or contracts is None else False,
        "skills": None if skills is None else sum(bool(one.evidence) for one in skills) >= SHOWN_SKILLS,
        "education": None if profile.education is None else bool(profile.education),
    }
    unsaid_ones = ", ".join(
        f"'{section}'" for section in ("work", "contracts", "skills", "education") if getattr(profile, section) is None
    )
    why = f"the profile has no {unsaid_ones}"
    yield from on("profile", Level.OBSERVED, graded(parts, why=why, todo=f"add {unsaid_ones} to the profile"))


@check("working-language")
def working_language(facts: Facts) -> Iterator[Finding]:
    """A client must be able to rely on understanding and being understood. The level counts, never the accent."""
    languages = facts.profile.languages
    if languages is None:
        yield unsaid("languages", "add 'languages' with a CEFR level each")
        return
    for language in languages:
        # What a client works in: English on the platforms, and the language this profile is written in.
        if language.code in {"en", facts.profile.language}:
            level = Level.ATTESTED if language.evidence else Level.CLAIMED
            found = Found(f"{language.name}, {language.how_well}", quality=CEFR.get(language.level or "", 0))
            yield Item(f"language:{language.code}", level, found)


@check("screening-practice")
def screening_practice(facts: Facts) -> Iterator[Finding]:
    """Screens are a craft of their own: timed, watched, explained aloud. The second try always goes better."""
    rehearsals = facts.profile.rehearsals
    if rehearsals is None:
        yield unsaid("rehearsals", "log rehearsals of tests and interviews, or write 'rehearsals: []'")
        return
    for rehearsal in rehearsals:
        if rehearsal.date.first_day <= facts.today:
            says = f"{rehearsal.kind.replace('-', ' ')}, {rehearsal.date}"
            yield Item(f"rehearsal:{rehearsal.kind}", Level.CLAIMED, Found(says))


@check("platform-presence")
def platform_presence(facts: Facts) -> Iterator[Finding]:
    """An empty field hides good work: platforms put complete profiles first, or take no others."""
    profile = facts.profile
    held, missing = fields_held(profile, facts.today), sections_missing(profile)
    nowhere = profile.platforms is None
    unsaid_there = dict.fromkeys(ONLY_THERE, None if nowhere else False)
    yield from on("profile", Level.OBSERVED, _fields({**held, **unsaid_there}, (*missing, *["platforms"] * nowhere)))
    for there in profile.platforms or ():
        subject = f"platform:{there.id}"
        done = {name: None if there.done is None else name in there.done for name in ONLY_THERE}
        yield from on(subject, Level.CLAIMED, _fields({**held, **done}, missing, nothing_done=there.done is None))
        page = facts.pages.get(subject)
        if page is not None and page.up:  # that the person is there can be seen; what they signed cannot
            shown = Found(parts=tuple(name for name, state in held.items() if state))
            yield Item(subject, Level.VERIFIED, shown)


def _fields(
    parts: Mapping[str, bool | None], sections: Sequence[str], *, nothing_done: bool = False
) -> Iterator[Found | Unsure]:
    listed = ", ".join(f"'{section}'" for section in sections)
    reasons = [f"the profile has no {listed}"] if listed else []
    steps = [f"fill in what this platform asks for of {listed}"] if listed else []
    if len(sections) == 1:
        steps = [TODO[sections[0]]]
    if nothing_done:
        reasons.append("the profile does not say what you have filled in there")
        steps.append("list what you have filled in there under 'done', beside its 'id' in 'platforms'")
    return graded(parts, why=", and ".join(reasons), todo=", and ".join(steps))
