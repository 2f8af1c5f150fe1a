"""YAMLResume's documents as profiles and back, and what is written as its schema has it."""

from __future__ import annotations

import copy
import os
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folio.document import dump, parse
from folio.importing.sound import sound
from folio.profile.exchange.changes import differences
from folio.profile.exchange.formats import by_name
from folio.profile.exchange.marked import without_names
from folio.profile.exchange.put_back import put_back
from folio.profile.exchange.taken import Taken
from folio.profile.exchange.yamlresume import is_one
from folio.profile.exchange.yamlresume.reading import read
from folio.profile.exchange.yamlresume.words import FLUENCY, LANGUAGES, NETWORKS, degree, fluency
from folio.profile.exchange.yamlresume.writing import write
from folio.profile.load import each_of, load
from folio.profile.model import Profile
from folio.resources import root

EXAMPLES = int(os.environ.get("FOLIO_EXAMPLES", "30"))
Document = dict[str, Any]

ILSE: Document = {
    "content": {
        "basics": {
            "name": "Ilse Brandt",
            "headline": "Data pipelines for clinics",
            "phone": "+49 30 1234567",
            "email": "ilse@brandt.example",
            "url": "https://brandt.example",
            "summary": "- Builds pipelines that clinics trust\n- Writes them down\n",
        },
        "location": {
            "address": "Lange Str. 1",
            "city": "Kassel",
            "region": "Hesse",
            "country": "Germany",
            "postalCode": "34117",
        },
        "profiles": [
            {"network": "GitHub", "username": "ilse", "url": "https://github.com/ilse"},
            {"network": "Stack Overflow", "username": "12/ilse", "url": None},
        ],
        "education": [
            {
                "institution": "University of Kassel",
                "degree": "Master",
                "area": "Informatics",
                "startDate": "Sep 1, 2012",
                "endDate": "2014-09",
                "score": "1.3",
                "courses": ["Databases", "Statistics"],
                "summary": None,
            }
        ],
        "work": [
            {
                "name": "Clinic Nord",
                "url": "https://nord.example",
                "position": "Data engineer",
                "startDate": "Dec 1, 2019",
                "endDate": None,
                "summary": "Owned the pipeline.\n\n- Cut the nightly run to **20 minutes**\n- Wrote the tests\n",
                "keywords": ["Airflow", "SQL"],
            },
            {"name": "No dates Ltd", "position": "Helper", "startDate": "soon", "summary": "Helped with everything."},
        ],
        "skills": [{"name": "Pipelines", "level": "Expert", "keywords": ["Airflow", "dbt"]}],
        "languages": [
            {"language": "German", "fluency": "Native or Bilingual Proficiency", "keywords": []},
            {"language": "English", "fluency": "Full Professional Proficiency"},
        ],
        "projects": [
            {
                "name": "lint-flow",
                "url": "https://github.com/ilse/lint-flow",
                "description": "A linter for pipelines",
                "startDate": "2021-02",
                "summary": "- Finds dead tasks in large graphs\n",
                "keywords": ["Python"],
            }
        ],
        "publications": [
            {
                "name": "Nightly runs",
                "publisher": "Blog of Nord",
                "url": "https://nord.example/nightly",
                "releaseDate": "2022",
            },
            {"name": "In print only", "publisher": "Journal"},
        ],
        "certificates": [
            {"name": "Cloud architect", "issuer": "Nimbus", "date": "Mar 2021", "url": "https://nimbus.example"}
        ],
        "awards": [
            {"title": "Best talk", "awarder": "DataKon", "date": "Oct 2016", "summary": "Voted by those who came.\n"}
        ],
        "interests": [{"name": "Rowing", "keywords": ["Eights", "Sculls"]}],
        "volunteer": [
            {
                "organization": "Code club",
                "position": "Mentor",
                "startDate": "2018-01",
                "endDate": "2019-01",
                "summary": "- Taught loops to twelve children\n",
            }
        ],
        "references": [{"name": "Dr. O", "summary": "She is thorough and kind.", "email": "o@nord.example"}],
    },
    "locale": {"language": "de"},
    "layouts": [{"engine": "latex", "page": {"paperSize": "letter"}, "template": "jake"}],
}
HOSTILE: tuple[Document, ...] = (
    {"content": {"basics": {}}},
    {"content": {"basics": {"name": []}, "education": {}, "work": "text", "skills": [None, 1, [], {"keywords": {}}]}},
    {"content": {"basics": {"name": 5}, "location": [], "profiles": {"network": []}, "languages": [{"language": {}}]}},
    {"content": {"basics": {}, "work": [{"name": {}, "position": [], "startDate": 2020, "summary": ["a"]}]}},
    {"content": {"basics": {"summary": "x" * 30_000}, "interests": [{"name": "\u202ex", "keywords": ["y" * 500]}]}},
    {
        "content": {"basics": {}, "awards": [{}], "references": [3], "own": [1]},
        "locale": 4,
        "layouts": "x",
        "extra": None,
    },
    {"content": {"basics": {"url": "javascript:alert(1)", "email": "a b"}}, "layout": {"page": {"paperSize": 7}}},
)


def profile_of(taken: Taken, **more: Any) -> Profile:
    return next(iter(each_of(parse(dump(taken.data | more).encode(), name="profile.yaml")).values()))


@cache
def ilse() -> Taken:
    with TemporaryDirectory() as folder:
        return sound(read(copy.deepcopy(ILSE)), Path(folder))


def back(found: Taken, document: Document, **changed: Any) -> Document:
    made = write(profile_of(found)).document
    assert isinstance(made, dict)
    profile = profile_of(found, **changed, extra={"yamlresume": differences(made, document)})
    again = write(profile).document
    assert isinstance(again, dict)
    return put_back(again, profile.extra.get("yamlresume", ()))[0]


def problems(document: Document) -> list[str]:
    """What of a document is not as the schema has it: lengths, words, what each entry needs."""
    found: list[str] = []

    def check(path: str, value: Any, least: int, most: int) -> None:
        if not isinstance(value, str) or not least <= len(value) <= most:
            found.append(f"{path}: {value!r}")

    content = document["content"]
    needed = {
        "work": ("name", "position", "startDate", "summary"),
        "education": ("institution", "degree", "area"),
        "projects": ("name", "startDate", "summary"),
        "publications": ("name", "publisher"),
        "skills": ("name", "level"),
        "languages": ("language", "fluency"),
        "certificates": ("name", "issuer"),
        "awards": ("title", "awarder"),
        "volunteer": ("organization", "position", "startDate", "summary"),
        "interests": ("name",),
        "profiles": ("network", "username"),
    }
    longest = {
        "summary": (16, 1024),
        "position": (2, 64),
        "area": (2, 64),
        "username": (2, 64),
        "description": (4, 1024),
    }
    check("name", content["basics"]["name"], 2, 128)
    for section in set(content) - {"basics", "location"}:
        for one in content[section]:
            found += [f"{section} without {key}" for key in needed[section] if key not in one]
            for key in set(one) - {"keywords", "url"}:
                check(f"{section}.{key}", one[key], *longest.get(key, (2, 128)))
            for word in one.get("keywords", ()):
                check(f"{section}.keywords", word, 1, 32)
    found += [one["language"] for one in content.get("languages", ()) if one["language"] not in LANGUAGES]
    found += [one["network"] for one in content.get("profiles", ()) if one["network"] not in NETWORKS]
    return found


def test_a_document_is_known_by_its_content() -> None:
    assert is_one(ILSE)
    assert not is_one({"content": "x"})
    assert not is_one({"basics": {}})


def test_each_section_goes_where_a_profile_has_its_like() -> None:
    data = ilse().data
    assert data["contact"] == {
        "email": "ilse@brandt.example",
        "phone": "+49 30 1234567",
        "location": "Kassel, Hesse, Germany",
    }
    assert data["links"] == {
        "website": "https://brandt.example",
        "github": "ilse",
        "other": [{"label": "Stack Overflow", "url": "https://stackoverflow.com/users/12/ilse"}],
    }
    assert data["language"] == "de"
    assert data["resume"] == {"paper": "letter"}
    work = data["work"][0]
    assert (work["start"], work["summary"], work["skills"]) == ("2019-12", "Owned the pipeline.", ["Airflow", "SQL"])
    assert work["highlights"] == ["Cut the nightly run to **20 minutes**", "Wrote the tests"]
    assert [one["title"] for one in data["education"]] == ["Master, Informatics", "Cloud architect"]
    assert data["education"][0]["summary"] == "- Databases\n- Statistics"
    assert data["projects"][0]["summary"] == "A linter for pipelines"
    assert data["articles"][0]["title"] == "Nightly runs"
    assert [(one["code"], one.get("level"), one.get("fluency")) for one in data["languages"]] == [
        ("de", "native", None),
        ("en", None, "Full Professional Proficiency"),
    ]


def test_what_has_no_section_of_its_own_is_shown_as_it_is_called() -> None:
    more = {one["title"]: one["entries"][0] for one in ilse().data["more"]}
    assert list(more) == ["Work", "Further publications", "Awards", "Volunteering", "Interests"]
    assert more["Awards"]["organisation"] == "DataKon"
    assert more["Interests"] == {"title": "Rowing", "summary": "Eights, Sculls"}
    assert more["Volunteering"]["highlights"] == ["Taught loops to twelve children"]


def test_a_reference_is_not_shown_for_nobody_said_that_it_may_be() -> None:
    assert "references" not in ilse().data
    assert "thorough" not in dump(ilse().data)
    assert any(one.path == "content.references[0]" for one in ilse().left)


def test_street_and_postal_code_stay_out_and_are_told() -> None:
    assert "Lange" not in dump(ilse().data)
    assert {"content.location.address", "content.location.postalCode"} <= {one.path for one in ilse().left}


def test_a_document_comes_back_as_it_was() -> None:
    assert back(ilse(), ILSE) == ILSE


def test_what_was_changed_since_is_changed_and_nothing_else() -> None:
    work = copy.deepcopy(ilse().data["work"])
    work[0]["role"] = "Head of data"
    expected = copy.deepcopy(ILSE)
    expected["content"]["work"][0]["position"] = "Head of data"
    assert back(ilse(), ILSE, work=work) == expected


def test_what_is_written_is_as_the_schema_has_it() -> None:
    for profile in (load(root("sample_profile")), profile_of(ilse())):
        document = write(profile).document
        assert isinstance(document, dict)
        assert problems(without_names(document)) == []


def test_what_does_not_fit_is_cut_and_told() -> None:
    profile = profile_of(
        Taken(
            {
                "name": "A",
                "headline": "word " * 60,
                "summary": "Short.",
                "work": [{"id": "a", "organisation": "B", "role": "long " * 40, "start": "2020"}],
                "languages": [{"name": "Klingon", "code": "tlh", "level": "B1"}],
                "projects": [{"id": "p", "title": "P", "summary": "Without a date"}],
            }
        )
    )
    written = write(profile)
    assert isinstance(written.document, dict)
    assert problems(without_names(written.document)) == []
    assert {"headline", "work[0].role", "languages[0]", "projects[0]"} <= {one.path for one in written.left}


def test_levels_and_degrees_are_said_in_its_words() -> None:
    assert fluency("C1", None) == "Full Professional Proficiency"
    assert fluency(None, "conversational") == "Limited Working Proficiency"
    assert fluency(None, "so so") is None
    assert all(fluency(None, one) == one for one in FLUENCY.values())
    assert degree("Bachelor, Physics") == ("Bachelor", "Physics")
    assert degree("PhD in Physics") == ("Doctor", "PhD in Physics")
    assert degree("Certificate of welding")[0] == "Diploma"


@pytest.mark.parametrize("document", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_in_a_document_the_profile_holds_and_the_document_comes_back(
    document: Document, tmp_path: Path
) -> None:
    found = sound(read(copy.deepcopy(document)), tmp_path)
    assert found.data["name"]
    assert back(found, document) == document


LINE = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=2, max_size=20)
SUMMARY = st.sampled_from(
    [
        "- one point that is long\n- two\n",
        "A sentence, and more of it.\n",
        "Text that goes.\n\n- on\n\nafter its list.\n",
    ]
)
DAY = st.sampled_from(["2020", "2020-01", "Jul 1, 2023", "Oct 2016", "2021-05-06"])
URL = st.sampled_from(["https://x.example", "https://github.com/ada", "https://github.com/ada/loom"])
KEYWORDS = st.none() | st.lists(LINE, max_size=3)


def section(needed: dict[str, Any], **optional: Any) -> Any:
    some = {key: st.none() | one for key, one in optional.items()}
    return st.none() | st.lists(st.fixed_dictionaries(needed, optional=some), max_size=3)


DOCUMENTS = st.fixed_dictionaries(
    {
        "content": st.fixed_dictionaries(
            {
                "basics": st.fixed_dictionaries(
                    {"name": LINE},
                    optional={"headline": LINE, "summary": SUMMARY, "url": URL, "phone": st.just("+1 555")},
                ),
                "education": st.lists(
                    st.fixed_dictionaries(
                        {"area": LINE, "institution": LINE, "degree": st.sampled_from(["Bachelor", "Diploma"])},
                        optional={
                            "courses": st.lists(LINE, max_size=2),
                            "startDate": DAY,
                            "summary": SUMMARY,
                            "url": URL,
                        },
                    ),
                    max_size=3,
                ),
            },
            optional={
                "location": st.none()
                | st.fixed_dictionaries({"city": LINE}, optional={"region": LINE, "address": LINE}),
                "profiles": section({"network": st.sampled_from(["GitHub", "Zhihu"]), "username": LINE}, url=URL),
                "work": section(
                    {"name": LINE, "position": LINE, "startDate": DAY, "summary": SUMMARY},
                    endDate=DAY,
                    keywords=KEYWORDS,
                ),
                "projects": section({"name": LINE, "startDate": DAY, "summary": SUMMARY}, description=LINE, url=URL),
                "skills": section({"level": st.sampled_from(["Expert", "Novice"]), "name": LINE}, keywords=KEYWORDS),
                "languages": section({"fluency": st.sampled_from(list(FLUENCY.values())), "language": st.just("Thai")}),
                "publications": section({"name": LINE, "publisher": LINE}, url=URL, releaseDate=DAY, summary=SUMMARY),
                "awards": section({"title": LINE, "awarder": LINE}, date=DAY, summary=SUMMARY),
                "certificates": section({"name": LINE, "issuer": LINE}, date=DAY, url=URL),
                "interests": section({"name": LINE}, keywords=KEYWORDS),
                "volunteer": section(
                    {"organization": LINE, "position": LINE, "startDate": DAY, "summary": SUMMARY}, url=URL
                ),
                "references": section({"name": LINE, "summary": SUMMARY}, relationship=LINE),
            },
        )
    },
    optional={"locale": st.just({"language": "zh-hans"}), "layouts": st.just([{"engine": "markdown"}])},
)


@settings(max_examples=EXAMPLES, deadline=None)
@given(DOCUMENTS)
def test_every_document_makes_a_profile_that_holds_and_comes_back_from_it(document: Document) -> None:
    with TemporaryDirectory() as folder:
        found = sound(by_name("yamlresume").read(copy.deepcopy(document)), Path(folder))
    assert back(found, document) == document
    made = write(profile_of(found)).document
    assert isinstance(made, dict)
    assert problems(without_names(made)) == []
