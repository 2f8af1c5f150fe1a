"""What Europass's second generation lists and a profile has no section for: each a section of the person's own."""

from __future__ import annotations

from folio.profile.exchange.europass.parts import day, described, in_order
from folio.profile.exchange.given import Given, present
from folio.profile.exchange.sections import Sections

SECTIONS = {
    "Projects": ("Project", "Projects"),
    "Certifications": ("Certification", "Certifications"),
    "CourseCertifications": ("CourseCertification", "Certifications"),
    "PublicationHistory": ("Publication", "Publications"),
    "CreativeWorks": ("CreativeWork", "Creative works"),
    "PatentHistory": ("Patent", "Patents"),
    "SpeakingHistory": ("SpeakingEvent", "Speaking"),
    "ConferencesAndSeminars": ("ConferenceAndSeminar", "Conferences and seminars"),
    "HonorsAndAwards": ("HonorAndAward", "Honours and awards"),
    "NetworksAndMemberships": ("NetworkAndMembership", "Networks and memberships"),
    "OrganizationAffiliations": ("OrganizationAffiliation", "Networks and memberships"),
    "VoluntaryWorks": ("VoluntaryWork", "Volunteering"),
    "SocialAndPoliticalActivities": ("SocialAndPoliticalActivity", "Social and political activities"),
    "MilitaryHistory": ("MilitaryService", "Military service"),
    "CommunicationAndInterpersonalSkills": ("CommunicationAndInterpersonalSkill", "Communication skills"),
    "ManagementAndLeadershipSkills": ("ManagementAndLeadershipSkill", "Management and leadership"),
    "OrganisationalSkills": ("OrganisationalSkill", "Organisational skills"),
    "HobbiesAndInterests": ("HobbyOrInterest", "Hobbies and interests"),
    "Licenses": ("License", "Licences"),
}
TITLES = ("Title", "CertificationName", "LicenseName", "EventName", "Name", "LicenseTypeCode", "MilitaryBranch", "Role")
TEXTS = ("Description", "FormattedPublicationDescription", "CertificationDescription")


def activities(profile: Given, sections: Sections) -> None:
    """Fills `sections`."""
    for name, (entry, section) in SECTIONS.items():
        holder = profile.inner(name)
        for one in holder.each(entry):
            _entry(one, section, sections)
    for others in profile.each("Others"):
        section = others.line("Title") or "Further"
        for one in others.each("Other"):
            _entry(one, section, sections)


def _entry(one: Given, section: str, sections: Sections) -> None:
    title = one.line(*TITLES)
    start, end = _days(one)
    authority = one.inner("IssuingAuthority").line("Name") or one.line("Organization", "OrganizationName")
    sections.add_or_refuse(
        one,
        section,
        title,
        organisation=authority,
        url=_first_page(one),
        **present(start=start, end=end),
        **described(one, *TEXTS),
    )


def _days(given: Given) -> tuple[str | None, str | None]:
    """A span, under one of the names that it has; or the one day or year of what happened then."""
    for name in ("Date", "Period", "FreeFormEffectivePeriod", "FreeFormPeriod", "ServicePeriod", "CertificationDate"):
        value = given.raw(name)
        if value in (None, "", {}):
            continue
        period = Given(
            {name: value if isinstance(value, dict) else {"FormattedDateTime": value}}, given.path, given.left
        )
        inner = period.inner(name)
        days = [day(inner, "StartDate"), day(inner, "EndDate")]
        only = inner.date("FormattedDateTime", "DateText")
        goes_on = (inner.line("Ongoing", "CurrentIndicator") or "").casefold() == "true"
        inner.rest()
        if any(days) or only:
            return in_order(given, days[0], None if goes_on else days[1] or only)
    return None, given.date("Year") or day(given, "FirstIssuedDate")


def _first_page(given: Given) -> str | None:
    """The first of the addresses; the others are left."""
    values = given.texts("Link")
    page = Given({"Link": values[0] if values else None}, given.path, given.left).url("Link")
    for value in values[1:]:
        given.leave("Link", "an entry has one address", value)
    return page
