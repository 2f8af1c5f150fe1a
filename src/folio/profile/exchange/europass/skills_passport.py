"""The first generation of Europass: `SkillsPassport`, with all that is said of the person in `LearnerInfo`."""

from __future__ import annotations

from collections.abc import Iterator

from folio.profile.exchange.europass.parts import SKILLS, described, in_order, language, listed, native, told
from folio.profile.exchange.given import Given, Json, present
from folio.profile.exchange.pages import links
from folio.profile.exchange.sections import Sections
from folio.profile.exchange.slugs import Ids
from folio.profile.exchange.who import email
from folio.profile.fields import as_line

OTHERS = ("references",)
"""Achievements that name somebody who has to agree first."""
NO_HEADLINE = "personal_statement"


def read(given: Given, sections: Sections) -> Json:
    """The sections of a profile; `name`, `headline` and `summary` only where they are said."""
    spoken = given.line("@locale") or "en"
    info = given.inner("LearnerInfo")
    data = _person(info.inner("Identification")) | _headline(info.inner("Headline"))
    data["language"] = spoken if spoken.isalpha() and 2 <= len(spoken) <= 3 else None
    data["work"] = list(_works(info.inner("WorkExperienceList"), sections))
    data["education"] = list(_schools(info.inner("EducationList")))
    skills = info.inner("Skills")
    data["languages"] = list(_languages(skills.inner("Linguistic"), spoken, sections))
    _skills(skills, sections)
    _achievements(info.inner("AchievementList"), sections)
    return data


def _person(given: Given) -> Json:
    name, reached = given.inner("PersonName"), given.inner("ContactInfo")
    telephones = list(_contacts(reached.inner("TelephoneList"), "Telephone"))
    pages: list[tuple[str | None, str]] = []
    for one in reached.inner("WebsiteList").each("Website"):
        label = one.inner("Use").line("Label")
        if url := one.url("Contact"):
            pages.append((label, url))
    for number in telephones[1:]:
        reached.leave("TelephoneList", "a profile has one number", number)
    return {
        "name": " ".join(filter(None, (name.line("FirstName"), name.line("Surname")))) or None,
        "contact": present(
            email=email(reached.inner("Email"), "Contact"),
            phone=telephones[0] if telephones else None,
            location=_place(reached.inner("Address")),
        ),
        "links": links(pages),
    }


def _contacts(given: Given, name: str) -> Iterator[str]:
    for one in given.each(name):
        if contact := one.line("Contact"):
            yield contact


def _place(given: Given) -> str | None:
    """On one line, without street and postal code."""
    address = given.inner("Contact")
    country = address.inner("Country")
    place = [address.line("Municipality"), country.line("Label")]
    return as_line(", ".join(filter(None, place))) or None


def _headline(given: Given) -> Json:
    kind, text = given.inner("Type").line("Code"), told(given.inner("Description"), "Label")
    if text and (kind == NO_HEADLINE or as_line(text) != " ".join(text.split())):
        return {"summary": text}
    return present(headline=as_line(text) if text else None)


def _date(given: Given, name: str) -> str | None:
    """`<From year="2001" month="--08" day="---05"/>`."""
    parts = given.inner(name)
    said = [str(parts.raw(f"@{part}") or "").lstrip("-") for part in ("year", "month", "day")]
    if not said[0]:
        return None
    holder = Given({name: "-".join(part for part in said if part)}, given.path, given.left)
    return holder.date(name)


def _span(given: Given) -> tuple[str | None, str | None]:
    period = given.inner("Period")
    goes_on = (period.line("Current") or "").casefold() == "true"
    start, end = _date(period, "From"), _date(period, "To")
    return in_order(period, start, None if goes_on else end)


def _works(given: Given, sections: Sections) -> Iterator[Json]:
    ids = Ids()
    for one in given.each("WorkExperience"):
        employer = one.inner("Employer")
        contact = employer.inner("ContactInfo")
        organisation, role = employer.line("Name"), one.inner("Position").line("Label")
        start, end = _span(one)
        said = present(
            start=start, end=end, url=contact.inner("Website").url("Contact"), **described(one, "Activities")
        )
        if not (organisation and role and start):
            sections.add_or_refuse(one, "Experience", role, organisation=organisation, **said)
            continue
        location = _place(contact.inner("Address"))
        yield present(id=ids.new(organisation, "work"), organisation=organisation, role=role, location=location, **said)


def _schools(given: Given) -> Iterator[Json]:
    for one in given.each("Education"):
        school = one.inner("Organisation")
        title, institution = one.line("Title"), school.line("Name")
        if not title and not institution:
            one.leave_whole("has no title")
            continue
        start, end = _span(one)
        yield present(
            title=title or institution,
            institution=institution if title else None,
            start=start,
            end=end,
            summary=told(one, "Activities"),
        )


def _languages(given: Given, spoken: str, sections: Sections) -> Iterator[Json]:
    for one in given.inner("MotherTongueList").each("MotherTongue"):
        named = one.inner("Description")
        if found := native(named.line("Label"), named.line("Code"), spoken):
            yield found
    for one in given.inner("ForeignLanguageList").each("ForeignLanguage"):
        named, levels = one.inner("Description"), one.inner("ProficiencyLevel")
        name, code = named.line("Label"), named.line("Code")
        each = [(skill, levels.line(skill.title().replace(" ", ""))) for skill in SKILLS]
        if found := language(name, code, each, spoken):
            yield found
        elif name:
            sections.add("Languages", name)
        for kept in one.inner("VerifiedBy").each("Certificate"):
            level = kept.line("Level")
            title = ", ".join(filter(None, (kept.line("Title"), level)))
            sections.add_or_refuse(
                kept, "Certificates", as_line(title), organisation=kept.line("AwardingBody"), end=_date(kept, "Date")
            )


def _skills(given: Given, sections: Sections) -> None:
    """What is said of skills is running text, with a heading of Europass's own for each."""
    kinds = {
        "Communication": "Communication skills",
        "Organisational": "Organisational skills",
        "JobRelated": "Job-related skills",
        "Computer": "Digital skills",
        "Other": "Other skills",
    }
    for name, title in kinds.items():
        one = given.inner(name)
        if text := told(one, "Description"):
            sections.add("Further skills", title, summary=text)
        for kept in one.inner("VerifiedBy").each("Certificate"):
            sections.add_or_refuse(
                kept,
                "Certificates",
                kept.line("Title"),
                organisation=kept.line("AwardingBody"),
                end=_date(kept, "Date"),
            )
    if licences := given.inner("Driving").inner("Description").lines("Licence"):
        sections.add("Further skills", "Driving licence", summary=", ".join(licences))


def _achievements(given: Given, sections: Sections) -> None:
    for one in given.each("Achievement"):
        named = one.inner("Title")
        code, label = named.line("Code"), named.line("Label")
        if code in OTHERS:
            one.leave_whole("names somebody who has to agree first")
        else:
            listed(sections, label or (code or "Further").replace("_", " ").capitalize(), told(one, "Description"))
