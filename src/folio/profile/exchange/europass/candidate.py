"""The second generation of Europass: `Candidate`, a person and a profile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from folio.profile.exchange.europass.activities import activities
from folio.profile.exchange.europass.parts import SKILLS, day, described, in_order, language, last_part, native, told
from folio.profile.exchange.given import Given, Json, present
from folio.profile.exchange.languages import name_of, two_letters
from folio.profile.exchange.pages import links
from folio.profile.exchange.sections import Sections
from folio.profile.exchange.slugs import Ids
from folio.profile.exchange.who import email
from folio.profile.fields import as_line

DIMENSIONS = dict(zip(("listening", "reading", "interaction", "production", "writing"), SKILLS, strict=True))
"""`CEF-Understanding-Listening`, `CEF-Speaking-Interaction`, `CEF-Writing-Production` by a word of theirs."""


def read(given: Given, sections: Sections) -> Json:
    """The sections of a profile; `name` and `summary` only where they are said."""
    person, profile = given.inner("CandidatePerson"), given.inner("CandidateProfile")
    spoken = profile.line("@languageCode") or "en"
    named = person.inner("PersonName")
    data: Json = {
        "name": " ".join(filter(None, (named.line("GivenName"), named.line("FamilyName")))) or None,
        "summary": told(profile, "ExecutiveSummary"),
        "language": spoken if spoken.isalpha() and 2 <= len(spoken) <= 3 else None,
        **_reached(person, spoken),
    }
    data["work"] = list(_works(profile.inner("EmploymentHistory"), sections, spoken))
    data["education"] = list(_schools(profile.inner("EducationHistory")))
    qualified = list(_competences(profile.inner("PersonQualifications"), None, spoken))
    data["languages"] = [*_native(person, spoken), *(one for kind, one in qualified if kind == "language")]
    data["skills"] = [one for kind, one in qualified if kind == "skill"] + list(_skills(profile, spoken))
    activities(profile, sections)
    return data


def _reached(person: Given, spoken: str) -> Json:
    """Contact and links, which are all `Communication`."""
    contact: Json = {}
    pages: list[tuple[str | None, str]] = []
    for one in person.each("Communication"):
        channel = (one.line("ChannelCode") or "").casefold().replace(" ", "")
        if channel == "email" and "email" not in contact:
            contact["email"] = email(one, "URI")
        elif channel == "telephone" and "phone" not in contact:
            country, number = one.line("CountryDialing", "CountryDialling"), one.line("DialNumber")
            plus = f"+{country.lstrip('+')} " if country and number and not number.startswith("+") else ""
            contact["phone"] = f"{plus}{number}" if number else None
        elif channel in ("web", "socialmedia") and (url := one.url("URI")):
            kind, title = one.line("UseCode"), one.line("OtherTitle")
            pages.append((title or (kind if kind not in ("other", "home") else None), url))
        elif place := _place(one, spoken):
            contact.setdefault("location", place)
    return {"contact": present(**contact), "links": links(pages)}


def _place(given: Given, spoken: str) -> str | None:
    """On one line, without street and postal code."""
    address = given.inner("Address")
    return _on_one_line(address.line("CityName"), address.line("CountryCode"), spoken)


def _on_one_line(city: str | None, country: str | None, spoken: str) -> str | None:
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    if country:
        code = last_part(country).upper()
        code = (get_global("territory_aliases").get(code) or [code])[0]
        with suppress(UnknownLocaleError, ValueError):
            country = Locale.parse(spoken).territories.get(code, country)
    return as_line(", ".join(filter(None, (city, country)))) or None


def _organisation(given: Given, spoken: str) -> tuple[str | None, str | None, str | None]:
    """Name, place and page of one."""
    name, contact = given.line("OrganizationName"), given.inner("OrganizationContact")
    place = url = None
    for one in contact.each("Communication"):
        place = place or _place(one, spoken)
        url = url or (one.url("URI") if (one.line("ChannelCode") or "Web") == "Web" else None)
    return name, place, url


def span(given: Given, name: str) -> tuple[str | None, str | None]:
    """Start and end of a period; a start or an end is a date in itself or in `FormattedDateTime`."""
    period = given.inner(name)
    goes_on = "true" in ((period.line("CurrentIndicator", "Ongoing") or "").casefold())
    start, end = day(period, "StartDate"), day(period, "EndDate")
    return in_order(period, start, None if goes_on else end)


def _works(given: Given, sections: Sections, spoken: str) -> Iterator[Json]:
    ids = Ids()
    for employer in given.each("EmployerHistory"):
        organisation, place, url = _organisation(employer, spoken)
        whole = span(employer, "EmploymentPeriod")
        positions = 0
        for one in employer.each("PositionHistory"):
            positions += 1
            role, own = one.line("PositionTitle"), span(one, "EmploymentPeriod")
            start, end = own if any(own) else whole
            here = _on_one_line(one.line("City"), one.line("Country"), spoken) or place
            said = present(start=start, end=end, url=url, **described(one, "Description"))
            if organisation and role and start:
                identity = ids.new(organisation, "work")
                yield present(id=identity, organisation=organisation, role=role, location=here, **said)
            else:
                sections.add_or_refuse(one, "Experience", role, organisation=organisation, **said)
        if not positions:
            start, end = whole
            sections.add_or_refuse(
                employer, "Experience", None, organisation=organisation, start=start, end=end, url=url
            )


def _schools(given: Given) -> Iterator[Json]:
    for one in given.each("EducationOrganizationAttendance"):
        degree = one.inner("EducationDegree")
        title, institution = one.line("ProgramName") or degree.line("DegreeName"), one.line("OrganizationName")
        if not title and not institution:
            one.leave_whole("has no title")
            continue
        start, end = span(one, "AttendancePeriod")
        yield present(
            title=title or institution,
            institution=institution if title else None,
            start=start,
            end=end,
            summary=told(degree, "OccupationalSkillsCovered") or told(one, "Description"),
        )


def _native(person: Given, spoken: str) -> Iterator[Json]:
    for code in map(last_part, person.lines("PrimaryLanguageCode")):
        short = two_letters(code) if len(code) <= 3 else None
        name = name_of(short, spoken) if short else None
        if found := native(name or code, short, spoken):
            yield found


def _competences(given: Given, group: str | None, spoken: str) -> Iterator[tuple[str, Json]]:
    """Languages and skills, which are told apart by their taxonomy."""
    for one in given.each("PersonCompetency"):
        taxonomy, name, code = one.line("TaxonomyID"), one.line("CompetencyName"), one.line("CompetencyID")
        if (taxonomy or "").casefold() != "language":
            if skill := name or code:
                yield "skill", present(name=skill, group=group)
            continue
        levels = []
        for each in one.each("CompetencyDimension"):
            kind, level = each.line("CompetencyDimensionTypeCode") or "", each.inner("Score").line("ScoreText")
            word = next(
                (word for word in DIMENSIONS if word in kind.casefold().replace("writing-production", "writing")), ""
            )
            levels.append((DIMENSIONS.get(word, kind), level))
        code = last_part(code) if code else None
        if code and len(code) > 3:
            name, code = name or code, None
        if found := language(name, code, levels, spoken):
            yield "language", found
        else:
            one.leave_whole("has no level")


def _skills(profile: Given, spoken: str) -> Iterator[Json]:
    """Skills in groups, as the editor of 2023 and later writes them, and those that were digital before."""
    for section, groups in (("Skills", "SkillsGroup"), ("DigitalSkills", "DigitalSkillsGroup")):
        skills = profile.inner(section)
        for one in skills.each(groups):
            title = one.line("Title")
            yield from (skill for kind, skill in _competences(one, title, spoken) if kind == "skill")
            yield from (present(name=name, group=title) for name in one.lines("DigitalSkill"))
        yield from (skill for kind, skill in _competences(skills, None, spoken) if kind == "skill")
        yield from ({"name": name} for name in skills.lines("DigitalSkill"))
