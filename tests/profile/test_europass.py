"""Europass documents of both generations as profiles."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.foreign import lost, marked, profile_of
from folio.document import dump
from folio.importing import xml
from folio.importing.files import open_document
from folio.importing.opened import Opened
from folio.profile.exchange.europass import is_one
from folio.profile.exchange.europass.reading import read
from folio.profile.exchange.formats import by_name
from folio.profile.exchange.rich_text import from_html
from folio.profile.exchange.taken import Taken
from folio.profile.load import load
from folio.profile.placeholders import HEADLINE

PICTURE = "iVBORw0KGgo" * 500

OLD = f"""<?xml version="1.0" encoding="UTF-8"?>
<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass" locale="en">
<DocumentInfo><DocumentType>ECV</DocumentType><XSDVersion>V3.4</XSDVersion></DocumentInfo>
<PrintingPreferences><Document type="ECV"><Field name="LearnerInfo" show="true"/></Document></PrintingPreferences>
<LearnerInfo>
 <Identification>
  <PersonName><FirstName>Inês</FirstName><Surname>Duarte</Surname></PersonName>
  <ContactInfo>
   <Address><Contact><AddressLine>Rua Nova 1</AddressLine><PostalCode>1000</PostalCode>
    <Municipality>Lisboa</Municipality><Country><Code>PT</Code><Label>Portugal</Label></Country></Contact></Address>
   <Email><Contact>ines@duarte.example</Contact></Email>
   <TelephoneList><Telephone><Contact>+351 210 000 000</Contact></Telephone>
    <Telephone><Contact>+351 920 000 000</Contact></Telephone></TelephoneList>
   <WebsiteList><Website><Contact>https://duarte.example</Contact></Website>
    <Website><Contact>https://github.com/inesd</Contact></Website></WebsiteList>
  </ContactInfo>
  <Demographics><Birthdate year="1988" month="--03" day="---10"/></Demographics>
  <Photo><MimeType>image/png</MimeType><Data>{PICTURE}</Data></Photo>
 </Identification>
 <Headline><Type><Code>position</Code></Type><Description><Label>Data scientist</Label></Description></Headline>
 <WorkExperienceList>
  <WorkExperience><Period><From year="2019" month="--08"/><Current>true</Current></Period>
   <Position><Label>Data scientist</Label></Position>
   <Activities>&lt;p&gt;Forecasts.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Halved the error.&lt;/li&gt;&lt;li&gt;Wrote &lt;b&gt;tests&lt;/b&gt;.&lt;/li&gt;&lt;/ul&gt;</Activities>
   <Employer><Name>Porto Dados</Name><ContactInfo><Address><Contact><Municipality>Porto</Municipality></Contact></Address>
    <Website><Contact>https://porto.example</Contact></Website></ContactInfo></Employer></WorkExperience>
  <WorkExperience><Position><Label>Waiter</Label></Position><Employer><Name>Café Central</Name></Employer></WorkExperience>
 </WorkExperienceList>
 <EducationList><Education><Period><From year="2006"/><To year="2011" month="--07"/></Period><Title>MSc Statistics</Title>
  <Organisation><Name>Universidade de Lisboa</Name></Organisation><Level><Label>EQF 7</Label></Level></Education></EducationList>
 <Skills>
  <Linguistic>
   <MotherTongueList><MotherTongue><Description><Code>pt</Code><Label>Portuguese</Label></Description></MotherTongue></MotherTongueList>
   <ForeignLanguageList>
    <ForeignLanguage><Description><Code>en</Code><Label>English</Label></Description><ProficiencyLevel>
     <Listening>C1</Listening><Reading>C1</Reading><SpokenInteraction>C1</SpokenInteraction>
     <SpokenProduction>C1</SpokenProduction><Writing>C1</Writing></ProficiencyLevel>
     <VerifiedBy><Certificate><Title>Cambridge</Title><Date year="2010"/><Level>C1</Level></Certificate></VerifiedBy></ForeignLanguage>
    <ForeignLanguage><Description><Code>de</Code></Description><ProficiencyLevel>
     <Listening>B2</Listening><Writing>A2</Writing></ProficiencyLevel></ForeignLanguage>
    <ForeignLanguage><Description><Label>Catalan</Label></Description></ForeignLanguage>
   </ForeignLanguageList>
  </Linguistic>
  <Computer><Description>R and SQL</Description></Computer>
  <Driving><Description><Licence>A</Licence><Licence>B</Licence></Description></Driving>
 </Skills>
 <AchievementList>
  <Achievement><Title><Code>honors_awards</Code><Label>Honours</Label></Title><Description>&lt;ul&gt;&lt;li&gt;A prize&lt;/li&gt;&lt;li&gt;A medal&lt;/li&gt;&lt;/ul&gt;</Description></Achievement>
  <Achievement><Title><Code>references</Code><Label>References</Label></Title><Description>Ask Rui Matos.</Description></Achievement>
 </AchievementList>
</LearnerInfo>
<CoverLetter><Letter><Localisation/><Body>Dear all</Body></Letter></CoverLetter>
</SkillsPassport>"""

NEW = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Candidate xsi:schemaLocation="http://www.europass.eu/1.0 Candidate.xsd" xmlns="http://www.europass.eu/1.0"
 xmlns:oa="http://www.openapplications.org/oagis/9" xmlns:eures="http://www.europass_eures.eu/1.0"
 xmlns:hr="http://www.hr-xml.org/3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<hr:DocumentID schemeID="Test-0001" schemeAgencyName="EUROPASS" schemeVersionID="4.0"/>
<CandidatePerson>
 <PersonName><oa:GivenName>Jonas</oa:GivenName><hr:FamilyName>Brandt</hr:FamilyName></PersonName>
 <Communication><ChannelCode>Email</ChannelCode><oa:URI>jonas@brandt.example</oa:URI></Communication>
 <Communication><ChannelCode>Telephone</ChannelCode><UseCode>mobile</UseCode><CountryDialing>49</CountryDialing>
  <oa:DialNumber>1510000000</oa:DialNumber><CountryCode>de</CountryCode></Communication>
 <Communication><ChannelCode>Web</ChannelCode><oa:URI>https://brandt.example</oa:URI></Communication>
 <Communication><ChannelCode>Social Media</ChannelCode><UseCode>linkedin</UseCode><oa:URI>https://www.linkedin.com/in/jb</oa:URI></Communication>
 <Communication><UseCode>home</UseCode><Address type="home"><oa:AddressLine>Weg 1</oa:AddressLine><oa:CityName>Leipzig</oa:CityName>
  <CountryCode>de</CountryCode><oa:PostalCode>04109</oa:PostalCode></Address></Communication>
 <NationalityCode>de</NationalityCode><hr:BirthDate>1990-01-31</hr:BirthDate><GenderCode>1</GenderCode>
 <PrimaryLanguageCode name="NORMAL">ger</PrimaryLanguageCode>
 <PrimaryLanguageCode>http://publications.europa.eu/resource/authority/language/MLT</PrimaryLanguageCode>
</CandidatePerson>
<CandidateProfile languageCode="en">
 <hr:ExecutiveSummary>&lt;p&gt;I keep data moving.&lt;/p&gt;</hr:ExecutiveSummary>
 <EmploymentHistory><EmployerHistory>
  <hr:OrganizationName>Stadtwerke</hr:OrganizationName>
  <OrganizationContact><Communication><Address><oa:CityName>Leipzig</oa:CityName><CountryCode>de</CountryCode></Address></Communication>
   <Communication><ChannelCode>Web</ChannelCode><oa:URI>https://werke.example</oa:URI></Communication></OrganizationContact>
  <hr:IndustryCode>D</hr:IndustryCode>
  <PositionHistory><PositionTitle typeCode="FREETEXT">Data engineer</PositionTitle>
   <eures:EmploymentPeriod><eures:StartDate><hr:FormattedDateTime>2020-02-01</hr:FormattedDateTime></eures:StartDate>
    <eures:EndDate><hr:FormattedDateTime>2024</hr:FormattedDateTime></eures:EndDate><hr:CurrentIndicator>false</hr:CurrentIndicator></eures:EmploymentPeriod>
   <oa:Description>&lt;ol&gt;&lt;li data-list="bullet"&gt;&lt;p&gt;Moved 40 jobs&lt;/p&gt;&lt;/li&gt;&lt;/ol&gt;&lt;script&gt;alert(1)&lt;/script&gt;</oa:Description>
   <City>Leipzig</City><Country>http://publications.europa.eu/resource/authority/country/DEU</Country></PositionHistory>
  <PositionHistory><PositionTitle typeCode="FREETEXT">Trainee</PositionTitle></PositionHistory>
 </EmployerHistory></EmploymentHistory>
 <EducationHistory><EducationOrganizationAttendance><hr:OrganizationName>HTWK</hr:OrganizationName>
  <AttendancePeriod><StartDate><hr:FormattedDateTime>2010</hr:FormattedDateTime></StartDate><Ongoing>false</Ongoing></AttendancePeriod>
  <EducationDegree><hr:DegreeName>BSc Informatics</hr:DegreeName><FinalGrade><hr:ScoreText>1.7</hr:ScoreText></FinalGrade>
   <OccupationalSkillsCovered>&lt;p&gt;Databases&lt;/p&gt;</OccupationalSkillsCovered></EducationDegree></EducationOrganizationAttendance></EducationHistory>
 <eures:Licenses><eures:License><hr:LicenseTypeCode>B</hr:LicenseTypeCode></eures:License></eures:Licenses>
 <Certifications/>
 <PublicationHistory><Publication><Title>On queues</Title><Year>2022</Year><Reference>Vol. 3</Reference><Link>https://queues.example</Link></Publication></PublicationHistory>
 <PersonQualifications>
  <PersonCompetency><CompetencyID schemeName="NORMAL">fre</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID>
   <eures:CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Understanding-Listening</hr:CompetencyDimensionTypeCode><eures:Score><hr:ScoreText>B1</hr:ScoreText></eures:Score></eures:CompetencyDimension>
   <eures:CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Writing-Production</hr:CompetencyDimensionTypeCode><eures:Score><hr:ScoreText>A2</hr:ScoreText></eures:Score></eures:CompetencyDimension></PersonCompetency>
  <PersonCompetency><hr:TaxonomyID>Digital_Skill</hr:TaxonomyID><hr:CompetencyName>Spark</hr:CompetencyName></PersonCompetency>
 </PersonQualifications>
 <EmploymentReferences><EmploymentReferee><PersonName><hr:FormattedName>Petra Kuhn</hr:FormattedName></PersonName></EmploymentReferee></EmploymentReferences>
 <HobbiesAndInterests><HobbyOrInterest><Title>Choir</Title></HobbyOrInterest></HobbiesAndInterests>
 <Projects><Project><Title>Heat map</Title><Date><StartDate><hr:FormattedDateTime>2021-05</hr:FormattedDateTime></StartDate></Date>
  <Description>&lt;p&gt;Of losses.&lt;/p&gt;</Description><Link>https://heat.example</Link><Link>https://heat.example/2</Link></Project></Projects>
 <Skills><SkillsGroup><Title>Databases</Title><PersonCompetency><hr:CompetencyName>PostgreSQL</hr:CompetencyName></PersonCompetency></SkillsGroup></Skills>
 <Others><Title>Patience</Title><Other><Title>Chess</Title></Other></Others>
 <eures:Attachment><oa:EmbeddedData>data:image/png;base64,{PICTURE}</oa:EmbeddedData></eures:Attachment>
</CandidateProfile>
<RenderingInformation><Design><Template>Template3</Template></Design></RenderingInformation>
</Candidate>"""


@cache
def given_as(document: str) -> tuple[Opened, Taken]:
    found = xml.opened(document.encode(), "europass.xml")
    return found, read(found.data)


def more(taken: Taken) -> dict[str, list[str]]:
    return {one["title"]: [entry["title"] for entry in one["entries"]] for one in taken.data["more"]}


def test_both_generations_are_told_by_their_one_element() -> None:
    assert is_one(given_as(OLD)[0].data)
    assert is_one(given_as(NEW)[0].data)
    assert by_name("europass").is_one({"Candidate": {"CandidatePerson": {}}})
    assert not is_one({"Candidate": "x"})
    assert not is_one({"html": {}})
    assert not is_one({"SkillsPassport": {"a": "b"}})


def test_the_first_generation_is_taken(tmp_path: Path) -> None:
    taken = given_as(OLD)[1]
    (tmp_path / "profile.yaml").write_text(dump(taken.data), encoding="utf-8")
    profile = load(tmp_path)
    assert (profile.name, profile.headline, profile.contact.location) == (
        "Inês Duarte",
        "Data scientist",
        "Lisboa, Portugal",
    )
    assert (profile.contact.phone, profile.privacy.phone) == ("+351 210 000 000", False)
    assert (profile.links.website, profile.links.github) == ("https://duarte.example", "inesd")
    assert profile.work is not None
    assert profile.education is not None
    (work,) = profile.work
    assert (work.organisation, str(work.start), work.end, work.location) == ("Porto Dados", "2019-08", None, "Porto")
    assert (work.summary, [one.text for one in work.highlights]) == (
        "Forecasts.",
        ["Halved the error.", "Wrote tests."],
    )
    assert [str(one.end) for one in profile.education] == ["2011-07"]
    assert more(taken) == {
        "Experience": ["Waiter"],
        "Certificates": ["Cambridge, C1"],
        "Languages": ["Catalan"],
        "Further skills": ["Digital skills", "Driving licence"],
        "Honours": ["A prize", "A medal"],
    }


def test_the_second_generation_is_taken(tmp_path: Path) -> None:
    taken = given_as(NEW)[1]
    (tmp_path / "profile.yaml").write_text(dump(taken.data), encoding="utf-8")
    profile = load(tmp_path)
    assert (profile.name, profile.headline, profile.summary) == ("Jonas Brandt", HEADLINE, "I keep data moving.")
    assert (profile.contact.phone, profile.contact.location) == ("+49 1510000000", "Leipzig, Germany")
    assert (profile.links.website, profile.links.linkedin) == (
        "https://brandt.example",
        "https://www.linkedin.com/in/jb",
    )
    (work,) = profile.work or ()
    assert (work.role, str(work.start), str(work.end), work.url) == (
        "Data engineer",
        "2020-02-01",
        "2024",
        "https://werke.example",
    )
    assert [one.text for one in work.highlights] == ["Moved 40 jobs"]
    assert work.location == "Leipzig, Germany"
    assert [(one.title, one.summary) for one in profile.education or ()] == [("BSc Informatics", "Databases")]
    assert [(one.name, one.group) for one in profile.skills or ()] == [("Spark", "Skills"), ("PostgreSQL", "Databases")]
    assert more(taken) == {
        "Experience": ["Trainee"],
        "Projects": ["Heat map"],
        "Publications": ["On queues"],
        "Hobbies and interests": ["Choir"],
        "Licences": ["B"],
        "Patience": ["Chess"],
    }


def test_the_pdf_of_europass_has_the_document_attached(tmp_path: Path) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.attachments["attachment.xml"] = NEW.encode()
    pdf.save(tmp_path / "cv.pdf")
    assert open_document(tmp_path / "cv.pdf").data == given_as(NEW)[0].data


def test_a_language_has_one_level_only_where_all_that_is_told_apart_is_of_it() -> None:
    old = {one["name"]: one.get("level") or one["fluency"] for one in given_as(OLD)[1].data["languages"]}
    assert old == {"Portuguese": "native", "English": "C1", "German": "Listening B2, Writing A2"}
    new = {one["name"]: one.get("level") or one["fluency"] for one in given_as(NEW)[1].data["languages"]}
    assert new == {"German": "native", "Maltese": "native", "French": "Listening B1, Writing A2"}


@pytest.mark.parametrize("document", [OLD, NEW], ids=["first", "second"])
def test_nothing_is_lost_but_pictures_which_stay_in_the_document(document: str) -> None:
    found, taken = given_as(document)
    gone = lost(found.data, taken)
    assert [text for text in gone if len(text) > 1000]
    assert all(PICTURE in one for one in gone if len(one) > 1000)
    kinds = {
        "position",
        "honors_awards",
        "Telephone",
        "Social Media",
        "language",
        "Digital_Skill",
        "ger",
        "fre",
        "true",
        "false",
    }
    parts = {"--08", "--07", "CEF-Understanding-Listening", "CEF-Writing-Production", "https://github.com/inesd"}
    assert {
        text for text in gone if len(text) <= 1000 and "alert" not in text and "/authority/" not in text
    } <= kinds | parts
    assert len(dump(taken.data)) + sum(len(str(one.value)) for one in taken.left) < 12_000


def test_who_else_is_named_and_what_is_nobodys_business_stays_out_of_the_profile() -> None:
    shown = dump(given_as(OLD)[1].data) + dump(given_as(NEW)[1].data)
    for private in ("Rui Matos", "Petra Kuhn", "1988", "1990", "Rua Nova", "04109", "alert"):
        assert private not in shown


def test_what_is_left_is_found_again_by_its_line() -> None:
    found, taken = given_as(OLD)
    photo = next(one for one in taken.left if one.path.endswith("Photo"))
    assert found.where(photo.path).line == next(at for at, line in enumerate(OLD.splitlines(), 1) if "<Photo>" in line)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("plain", "plain"),
        ("one\ntwo", "one\n\ntwo"),
        ("• one • two", "- one\n- two"),
        ("<p>A &amp; B</p><p>C</p>", "A & B\n\nC"),
        ("<ul><li>one<br/>more</li><li><p>two</p></li></ul>after", "- one more\n- two\n\nafter"),
        ('<a href="https://a.example">there</a>', "there <https://a.example>"),
        ('<a href="javascript:alert(1)">there</a>', "there"),
        ("<style>p{}</style><b>x</b>", "x"),
        ("</li></ul><li>x", "- x"),
    ],
)
def test_html_becomes_markdown(html: str, markdown: str) -> None:
    assert from_html(html) == markdown


KEYS = st.sampled_from(
    [
        "Identification",
        "PersonName",
        "FirstName",
        "ContactInfo",
        "Email",
        "Contact",
        "WebsiteList",
        "Website",
        "Headline",
        "Description",
        "Label",
        "Code",
        "WorkExperienceList",
        "WorkExperience",
        "Position",
        "Activities",
        "Employer",
        "Name",
        "Period",
        "From",
        "To",
        "EducationList",
        "Education",
        "Title",
        "Skills",
        "Linguistic",
        "MotherTongueList",
        "MotherTongue",
        "ForeignLanguageList",
        "ForeignLanguage",
        "ProficiencyLevel",
        "Listening",
        "AchievementList",
        "Achievement",
        "CandidatePerson",
        "GivenName",
        "Communication",
        "ChannelCode",
        "URI",
        "EmploymentHistory",
        "EmployerHistory",
        "OrganizationName",
        "PositionHistory",
        "PositionTitle",
        "PersonQualifications",
        "PersonCompetency",
        "CompetencyName",
        "TaxonomyID",
        "CompetencyDimension",
        "Score",
        "ScoreText",
        "Projects",
        "Project",
        "Others",
        "Other",
        "Date",
        "Link",
        "StartDate",
    ]
)


@settings(deadline=None, max_examples=15)
@given(
    st.sampled_from(["LearnerInfo", "CandidateProfile", "CandidatePerson"]),
    st.dictionaries(KEYS, marked(KEYS), max_size=6),
)
def test_whatever_is_in_a_document_the_profile_holds_and_nothing_is_lost(part: str, inner: dict[str, Any]) -> None:
    document = {"SkillsPassport" if part == "LearnerInfo" else "Candidate": {part: inner}}
    taken = read(document)
    profile_of(taken)
    assert lost(document, taken) == []
