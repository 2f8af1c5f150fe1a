"""The view model of the site: it is made from this and nothing else. Résumé, pitch and letter have models of their own.

Every text is display-ready. `str` is plain and escaped by the template; `Html` is sanitised and comes from
`portfolio.prose` alone. What privacy or an NDA hides is not in here at all. Tuples are in the order of display;
an empty tuple or None means that the part is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from folio.portfolio.parts import ContactLine, Figure, Html, Picture, Reference
from folio.profile.offer import Price


@dataclass(frozen=True, slots=True)
class Badge:
    """One thing folio saw, with the day it was seen and a page that shows it."""

    kind: str
    """tested, released, live, written, container, sql: names the icon and the style."""
    label: str
    """Short: "64 assertions in CI", "3 releases"."""
    detail: str
    """One sentence that says exactly what was seen, and where."""
    observed_on: date
    href: str | None = None
    observed_text: str | None = None
    """That day as it is read; the ISO date when None."""


@dataclass(frozen=True, slots=True)
class Stat:
    """A figure for the proof strip: all of them come from facts."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a case study under its heading (Problem, Constraints, Approach, Outcome, My part)."""

    key: str
    heading: str
    body: Html


@dataclass(frozen=True, slots=True)
class CaseStudy:
    """One project as a client reads it. Its page is `work/<id>/`."""

    id: str
    title: str
    summary: str
    role: str | None
    client: str | None
    period: str | None
    featured: bool
    passages: tuple[Passage, ...]
    figures: tuple[Figure, ...]
    skills: tuple[str, ...]
    badges: tuple[Badge, ...]
    code_url: str | None
    live_url: str | None
    articles: tuple[Reference, ...]
    languages: tuple[str, ...]
    """Programming languages by share of code, largest first, as seen."""
    sector: str | None = None
    years: tuple[int, ...] = ()
    """Every year that it touches, newest first; none when nothing was said."""
    picture: Picture | None = None
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Essay:
    """An article. With a `body` its page is `articles/<id>/`; without one it lives at `url`."""

    id: str
    title: str
    summary: str | None
    day: date | None
    day_text: str | None
    minutes: int | None
    publication: str | None
    url: str | None
    canonical: str | None
    body: Html | None
    description: str
    work: tuple[Reference, ...]
    tags: tuple[str, ...] = ()
    language: str | None = None
    """The language of its text, where that is not the site's: it has no translation."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A service a client can buy."""

    id: str
    title: str
    for_whom: str | None
    summary: Html | None
    deliverables: tuple[str, ...]
    duration: str | None
    price: str | None
    price_note: str | None
    exclusions: tuple[str, ...]
    proof: tuple[Reference, ...]
    asks: Price | None = None
    """The price once more, for machines; `price` says it to people."""


@dataclass(frozen=True, slots=True)
class SkillShown:
    """A skill, and the pages that show it. `proven` only when folio saw one of them."""

    name: str
    proven: bool
    evidence: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class SkillGroup:
    name: str
    skills: tuple[SkillShown, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the résumé or the timeline: work, contract, education, talk or project."""

    title: str
    organisation: str | None
    location: str | None
    period: str
    summary: Html | None = None
    bullets: tuple[Html, ...] = ()
    figures: tuple[Figure, ...] = ()
    href: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class OwnSection:
    """A section of the person's own: entries, or the whole of it as a few lines."""

    title: str
    entries: tuple[Entry, ...] = ()
    lines: Html | None = None


@dataclass(frozen=True, slots=True)
class Testimonial:
    """What somebody said, with their consent to print it."""

    text: Html
    name: str
    role: str
    organisation: str
    day_text: str
    href: str | None
    day: str = ""
    """ISO, as exact as it was given."""


@dataclass(frozen=True, slots=True)
class Terms:
    """When, how much and for how much the person can be hired; each a line ready to print."""

    rate: str | None
    hours: str | None
    start: str | None
    time_zone: str | None
    overlap: str | None
    note: str | None
    confirmed: str | None
    """When the availability was last confirmed."""

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """Label and text of what there is, in the order of display."""
        pairs = (
            ("Rate", self.rate),
            ("Hours", self.hours),
            ("Start", self.start),
            ("Time zone", self.time_zone),
            ("Overlap", self.overlap),
        )
        return tuple((label, text) for label, text in pairs if text)


@dataclass(frozen=True, slots=True)
class CheckedLine:
    """What was found at one level of evidence, and the pages that show it."""

    how: str
    """In a client's words: "Seen", "Vouched for"."""
    what: tuple[str, ...]
    where: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class CheckedPart:
    """A category, by its lines, the strongest evidence first."""

    title: str
    lines: tuple[CheckedLine, ...]


@dataclass(frozen=True, slots=True)
class Readiness:
    """The level on one checklist, and what it rests on."""

    level: str
    checklist: str
    """Whom it is for: "direct clients", "Toptal"."""
    as_of: str
    """When what is known of that was last looked up."""
    day: date
    day_text: str
    parts: tuple[CheckedPart, ...]
    not_observable: tuple[str, ...]
    points: int | None
    """Of 100; only when the profile publishes these as well."""
    badge: bool = False
    """Whether a badge says the same beside the pages."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A question that clients ask, and the answer."""

    question: str
    body: Html


@dataclass(frozen=True, slots=True)
class Now:
    """What the person works on, and when that was so."""

    body: Html
    day: str
    """ISO, as exact as it was given."""
    day_text: str


@dataclass(frozen=True, slots=True)
class Form:
    """Where the contact form sends what is typed."""

    action: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Analytics:
    """The service that counts visits: its script's address, and the site's name there."""

    kind: str
    script: str
    site: str


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A Markdown page of the person's. At the path of a page of folio's, it stands in that page's place."""

    path: str
    """A site path: "uses/", "" for home."""
    title: str
    label: str | None
    """Its word in the navigation; None keeps it out."""
    description: str
    body: Html


@dataclass(frozen=True, slots=True)
class Alternate:
    """A language the site is in, and where it begins: "" for the first, "de/" for a further one."""

    locale: str
    name: str
    """In that language itself: "Deutsch"."""
    prefix: str


@dataclass(frozen=True, slots=True)
class Look:
    """How the site looks."""

    name: str = "grove"
    accent: str | None = None
    """`#rrggbb`, dark enough for text on white; None for the look's own."""


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Everything a client may see, on one day, in one language."""

    name: str
    headline: str
    """Who, for whom, with which result; one line."""
    audience: str | None
    result: str | None
    summary: Html
    summary_text: str
    """The summary without markup, for descriptions."""
    language: str
    today: date
    site_url: str | None
    photo: Picture | None
    contact: tuple[ContactLine, ...]
    call_to_action: ContactLine | None
    """The one way to get in touch that is put first."""
    reply_within: str | None
    specialisms: tuple[str, ...]
    stats: tuple[Stat, ...]
    work: tuple[CaseStudy, ...]
    essays: tuple[Essay, ...]
    offers: tuple[Offer, ...]
    terms: Terms | None
    skills: tuple[SkillGroup, ...]
    experience: tuple[Entry, ...]
    contracts: tuple[Entry, ...]
    education: tuple[Entry, ...]
    talks: tuple[Entry, ...]
    languages: tuple[str, ...]
    """"English (C1)"."""
    testimonials: tuple[Testimonial, ...]
    more: tuple[OwnSection, ...] = ()
    """Sections of the person's own, in their order."""
    assets: tuple[tuple[str, bytes], ...] = ()
    """Pictures of articles, by their site path (`articles/<id>/x.svg`), which is how bodies name them."""
    readiness: Readiness | None = None
    """Only when the profile publishes it."""
    show_resume: bool = True
    role: str | None = None
    """What the person works as at present: "Freelance machine-learning engineer"."""

    today_text: str | None = None
    """`today` as it is read; the ISO date when None."""
    prefix: str = ""
    """Where this language's pages begin."""
    alternates: tuple[Alternate, ...] = ()
    """Every language the site is in, this one among them; empty when there is one."""
    look: Look = Look()
    order: tuple[str, ...] = ()
    """Names of pages (`work`, `about`), in the person's order; those not named follow."""
    hidden: frozenset[str] = frozenset()
    home: tuple[str, ...] | None = None
    """The sections of the home page in order; None for all."""
    questions: tuple[Answer, ...] = ()
    now: Now | None = None
    imprint: Html | None = None
    privacy: Html | None = None
    form: Form | None = None
    analytics: Analytics | None = None
    own_pages: tuple[OwnPage, ...] = ()

    @property
    def featured(self) -> tuple[CaseStudy, ...]:
        """The work to put first: what is marked as featured, and others until there are three."""
        marked = tuple(case for case in self.work if case.featured)
        return marked + tuple(case for case in self.work if not case.featured)[: max(0, 3 - len(marked))]
