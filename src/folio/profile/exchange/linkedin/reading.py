"""LinkedIn's data export as data for a profile. Nothing is made up; what can't be told stays out, and is said to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape

from folio.profile.exchange import languages
from folio.profile.exchange.given import Given, Json, present
from folio.profile.exchange.linkedin.entries import listed, projects, publications, schools, works
from folio.profile.exchange.marked import each_text
from folio.profile.exchange.pages import links
from folio.profile.exchange.prose import markdown
from folio.profile.exchange.sections import Sections
from folio.profile.exchange.slugs import Ids
from folio.profile.exchange.taken import Left, Taken
from folio.profile.exchange.who import PHONE, email, who

ORDER = (
    "name", "headline", "summary", "contact", "links", "skills", "languages", "education", "work", "projects",
    "articles", "references", "more",
)  # fmt: skip
WEBSITE = re.compile(r"(?:([A-Za-z_ ]+):)?(https?://[^\s,\]]+)")
HANDLE = re.compile(r"[A-Za-z0-9_]{1,15}")
PRIVATE = ("Maiden Name", "Address", "Birth Date", "Zip Code", "Instant Messengers")
RECOMMENDED = "recommendations are taken and not shown; ask who wrote one, and then say 'consent: public'"
ADDRESS = "the export doesn't hold your LinkedIn address; add it as 'linkedin' under 'links'"
ENTITY = re.compile(r"&(?:amp|quot|apos|lt|gt|#39|#34);")


def read(document: Json) -> Taken:
    """What a profile.yaml can hold of `document`, what it can't, and what is to be looked over."""
    left: list[Left] = []
    notes: list[str] = []
    given = Given(each_text(document, _unescaped), "", left)
    sections = Sections()
    data = _person(given, notes)
    data["contact"] |= _reached(given)
    data["skills"] = list(_skills(given))
    data["languages"] = list(_languages(given, sections))
    data["education"] = list(schools(given))
    data["work"] = list(works(given, sections))
    data["projects"] = list(projects(given))
    data["articles"] = list(publications(given, sections))
    data["references"] = list(_references(given))
    listed(given, sections)
    data["more"] = sections.data()
    given.rest()
    if data["contact"].get("phone"):
        notes.append(PHONE)
    if data["references"]:
        notes.append(RECOMMENDED)
    notes.append(ADDRESS)
    return Taken({name: data[name] for name in ORDER if data.get(name)}, tuple(left), tuple(notes))


def _unescaped(text: str) -> str:
    """Without the entities of HTML that some exports hold."""
    return ENTITY.sub(lambda match: unescape(match[0]), text)


def _person(given: Given, notes: list[str]) -> Json:
    """Who it is, from the one row of a profile."""
    name = headline = summary = place = None
    pages: list[tuple[str | None, str]] = []
    for at, one in enumerate(given.each("Profile")):
        if at:
            one.leave_whole("a profile is of one person")
            continue
        name = " ".join(filter(None, (one.line("First Name"), one.line("Last Name")))) or None
        headline, summary, place = one.line("Headline"), one.text("Summary"), one.line("Geo Location")
        pages = [*_websites(one), *_twitter(one)]
        for private in PRIVATE:
            if value := one.raw(private):
                one.leave(private, "is nobody's business but yours", value)
    for one in given.each("Profile Summary"):
        further = one.text("Profile Summary")
        if summary is None:
            summary = further
        elif further and further != summary:
            one.leave("Profile Summary", "a profile has one summary", further)
    said = who(name, headline, markdown(summary) if summary else None, notes)
    return {**said, "contact": present(location=place), "links": links(pages)}


def _websites(given: Given) -> Iterator[tuple[str | None, str]]:
    """`[PERSONAL:https://a.example,COMPANY:https://b.example]`."""
    text = given.text("Websites") or ""
    for kind, url in WEBSITE.findall(text):
        yield (None if kind.upper() in ("PERSONAL", "PORTFOLIO", "BLOG") else kind.capitalize() or None), url
    if rest := WEBSITE.sub("", text).strip("[], "):
        given.leave("Websites", "is no web address", rest)


def _twitter(given: Given) -> Iterator[tuple[str | None, str]]:
    """`[handle]`, which are the names of accounts."""
    for handle in (given.text("Twitter Handles") or "").strip("[]").replace(",", " ").split():
        if HANDLE.fullmatch(handle):
            yield "Twitter", f"https://twitter.com/{handle}"
        else:
            given.leave("Twitter Handles", "is no account", handle)


def _reached(given: Given) -> Json:
    """The primary e-mail address, or else the first; and the first number."""
    mails: dict[str, bool] = {}
    for one in given.each("Email Addresses"):
        primary = one.line("Primary")
        if found := email(one, "Email Address"):
            mails[found] = (primary or "").casefold() == "yes"
        if primary and primary.casefold() not in ("yes", "no"):
            one.leave("Primary", "is neither yes nor no", primary)
    mail = next((one for one, primary in mails.items() if primary), next(iter(mails), None))
    for other in mails:
        if other != mail:
            given.leave("Email Addresses", "a profile has one address; 'identities' takes those you commit with", other)
    numbers = []
    for one in given.each("PhoneNumbers"):
        extension, number = one.line("Extension"), one.line("Number")
        if number:
            numbers.append(" ".join(filter(None, (extension, number))))
        else:
            one.leave_whole("has no number")
    for further in numbers[1:]:
        given.leave("PhoneNumbers", "a profile has one number", further)
    return present(email=mail, phone=numbers[0] if numbers else None)


def _skills(given: Given) -> Iterator[Json]:
    seen: set[str] = set()
    for one in given.each("Skills"):
        name = one.line("Name")
        if name and name.casefold() not in seen:
            seen.add(name.casefold())
            yield {"name": name}


def _languages(given: Given, sections: Sections) -> Iterator[Json]:
    """LinkedIn's five levels are words of its own, of which only the highest is told: native, or as good as."""
    for one in given.each("Languages"):
        name, fluency = one.line("Name"), one.line("Proficiency")
        if name is None:
            one.leave_whole("has no name")
        elif fluency is None:
            sections.add("Languages", name)
        else:
            yield present(name=name, code=languages.code(name, "en"), level=languages.level(fluency), fluency=fluency)


def _references(given: Given) -> Iterator[Json]:
    """Recommendations that the person shows on LinkedIn."""
    ids = Ids()
    for one in given.each("Recommendations_Received"):
        name = " ".join(filter(None, (one.line("First Name"), one.line("Last Name"))))
        role, organisation, text = one.line("Job Title"), one.line("Company"), one.text("Text")
        shown = (one.line("Status") or "VISIBLE").upper() == "VISIBLE"
        day = _day(one)
        if shown and name and role and organisation and day and text:
            yield {
                "id": ids.new(name, "reference"),
                "name": name,
                "role": role,
                "organisation": organisation,
                "date": day,
                "consent": "none",
                "text": markdown(text),
            }
        else:
            why = "lacks what a reference has: name, role, organisation, date and text" if shown else "is hidden there"
            one.leave_whole(why)


def _day(given: Given) -> str | None:
    """`07/21/19, 12:11 PM`, the month first; or a date of another form."""
    text = given.line("Creation Date") or ""
    for form in ("%m/%d/%y, %I:%M %p", "%m/%d/%Y, %I:%M %p"):
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC).date().isoformat()
        except ValueError:
            continue
    return Given({"Creation Date": text}, given.path, given.left).date("Creation Date")
