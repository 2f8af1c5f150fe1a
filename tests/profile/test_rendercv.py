"""RenderCV's documents as profiles and back: each generation, each kind of entry, and what is no document at all."""

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
from folio.profile.exchange import markup
from folio.profile.exchange.changes import differences
from folio.profile.exchange.formats import by_name
from folio.profile.exchange.marked import without_names
from folio.profile.exchange.networks import account, address
from folio.profile.exchange.put_back import put_back
from folio.profile.exchange.rendercv import is_one
from folio.profile.exchange.rendercv.reading import read
from folio.profile.exchange.rendercv.writing import write
from folio.profile.exchange.taken import Taken
from folio.profile.load import each_of
from folio.profile.model import Profile
from folio.resources import root

EXAMPLES = int(os.environ.get("FOLIO_EXAMPLES", "30"))
Document = dict[str, Any]

SECOND: Document = {
    "cv": {
        "name": "Ada Okafor",
        "headline": "Forecasts that warehouses act on",
        "location": "Leeds, UK",
        "email": ["ada@okafor.example", "work@okafor.example"],
        "phone": "+44 113 496 0000",
        "website": "https://okafor.example/",
        "photo": "ada.jpg",
        "social_networks": [
            {"network": "GitHub", "username": "AdaOkafor"},
            {"network": "LinkedIn", "username": "ada-okafor"},
            {"network": "Mastodon", "username": "@ada@hachyderm.io"},
            {"network": "StackOverflow", "username": "12345/ada"},
        ],
        "custom_connections": [
            {"placeholder": "Book a call", "url": "https://cal.com/ada", "fontawesome_icon": "calendar-days"},
            {"placeholder": "Talks", "url": "https://okafor.example/talks", "fontawesome_icon": "microphone"},
        ],
        "sections": {
            "About me": ["I build **forecasts**.", "They run."],
            "experience": [
                {
                    "company": "[Millbrook Foods](https://millbrook.example)",
                    "position": "Forecast *engineer*",
                    "start_date": "2021-03",
                    "end_date": "present",
                    "location": "Leeds",
                    "summary": None,
                    "highlights": ["Waste fell by **8 %**.", "Orders go out at six."],
                },
                {"company": "Tern Analytics", "position": "Data scientist", "date": "Fall 2019", "highlights": []},
                {"company": "Family shop", "position": "Help", "highlights": ["Counted stock."]},
            ],
            "Freelance experience": [
                {"company": "Wharf Ltd", "position": "Adviser", "start_date": 2018, "end_date": 2019}
            ],
            "education": [
                {
                    "institution": "University of Leeds",
                    "area": "Statistics",
                    "degree": "MSc",
                    "start_date": "2016-09",
                    "end_date": "2017-09",
                    "highlights": ["Thesis on demand"],
                }
            ],
            "projects": [
                {
                    "name": "[stockcast](https://github.com/ada/stockcast)",
                    "start_date": "2022",
                    "summary": "Forecasts with intervals",
                    "highlights": ["Used by three grocers"],
                }
            ],
            "publications": [
                {
                    "title": "Intervals that hold",
                    "authors": ["*Ada Okafor*", "J. Roe"],
                    "doi": "10.1234/abcd.5",
                    "journal": "J. of Forecasts",
                    "date": "2023-07",
                },
                {"title": "A preprint", "authors": ["Ada Okafor"], "date": "2020"},
            ],
            "technologies": [
                {"label": "Programming", "details": "Python, SQL, R (ggplot2, shiny)"},
                {"label": "Clouds", "details": "AWS"},
            ],
            "languages": [
                {"label": "English", "details": "native"},
                {"label": "Igbo", "details": "fluent"},
                {"label": "German", "details": "B2"},
            ],
            "selected_honors": [{"bullet": "Prize of the *town*"}, {"bullet": "[Medal](https://medal.example)"}],
            "patents": [{"number": "A way to count boxes"}],
            "talks": [{"reversed_number": "On waste (2023)"}],
            "Volunteering": [
                {"name": "Code club", "location": "Leeds", "date": "2022-05", "url": "https://club.example"}
            ],
        },
    },
    "design": {"theme": "engineeringresumes", "page": {"size": "us-letter"}},
    "locale": {"language": "german"},
    "settings": {"bold_keywords": ["Python"]},
}
FIRST: Document = {
    "cv": {
        "name": "Jon Ferreira",
        "label": "Engineer",
        "phone": "tel:+351-21-000-0000",
        "social_networks": [
            {"network": "LinkedIn", "username": "jonferreira"},
            {"network": "Nowhere", "username": "x"},
        ],
        "sections": {
            "experience": [
                {
                    "company": r"\textbf{Barca} \& Sons",
                    "position": "Engineer",
                    "start_date": "2019-06-01",
                    "end_date": "2020-06-01",
                    "highlights": [r"Cut cost by 20\% with $O(n^2)$ and \href{https://x.example}{this}"],
                }
            ],
            "projects": [
                {"name": "Loom", "date": "[github.com/jon/loom](https://github.com/jon/loom)", "highlights": ["a"]}
            ],
            "technologies": [{"name": "Languages", "details": "C++, Python"}],
        },
    },
    "design": {"theme": "classic", "page_size": "a4paper"},
    "locale_catalog": {"present": "hoje"},
    "rendercv_settings": {"date": "2024-01-01"},
}
OLDEST: Document = {
    "cv": {
        "name": "Mei Tan",
        "label": "Engineer",
        "summary": "I mend robots.",
        "section_order": ["Education", "Work Experience"],
        "education": [
            {"institution": "NTU", "area": "Robotics", "study_type": "BEng", "start_date": "2015", "gpa": "3.9"}
        ],
        "work_experience": [
            {"company": "Ro Ltd", "position": "Fitter", "start_date": "2019-01", "end_date": "present"}
        ],
        "personal_projects": [{"name": "Arm", "date": "2020", "highlights": ["It lifts."]}],
        "skills": [{"name": "Programming", "details": "C, Lua"}],
        "custom_sections": [
            {"title": "Hobbies", "entry_type": "OneLineEntry", "entries": [{"name": "Chess", "details": "daily"}]}
        ],
    }
}


def profile_of(taken: Taken, **more: Any) -> Profile:
    """A profile from what was taken, read and checked as `folio validate` does."""
    document = parse(dump(taken.data | more).encode(), name="profile.yaml")
    return next(iter(each_of(document).values()))


@cache
def taken(which: str) -> Taken:
    document = {"first": FIRST, "second": SECOND, "oldest": OLDEST}[which]
    with TemporaryDirectory() as folder:
        return sound(read(copy.deepcopy(document)), Path(folder))


def kept_of(found: Taken, document: Document) -> dict[str, Any]:
    """What an import keeps."""
    made = write(profile_of(found)).document
    assert isinstance(made, dict)
    return {"rendercv": [*found.data.get("extra", {}).get("rendercv", ()), *differences(made, document)]}


def back(found: Taken, document: Document, **changed: Any) -> Document:
    """What comes out again; after changes to the profile, where there are any."""
    profile = profile_of(found, **changed, extra=kept_of(found, document))
    made = write(profile).document
    assert isinstance(made, dict)
    return put_back(made, profile.extra["rendercv"])[0]


def test_a_document_is_known_by_its_one_key() -> None:
    assert is_one(SECOND)
    assert is_one(FIRST)
    assert is_one(OLDEST)
    assert not is_one({"cv": "text"})
    assert not is_one({"basics": {}})


def test_the_head_becomes_contact_and_links() -> None:
    data = taken("second").data
    assert data["name"] == "Ada Okafor"
    assert data["headline"] == "Forecasts that warehouses act on"
    assert data["contact"] == {
        "email": "ada@okafor.example",
        "phone": "+44 113 496 0000",
        "location": "Leeds, UK",
        "calendar": "https://cal.com/ada",
    }
    assert data["links"] == {
        "website": "https://okafor.example/",
        "github": "adaokafor",
        "linkedin": "https://linkedin.com/in/ada-okafor",
        "other": [
            {"label": "Mastodon", "url": "https://hachyderm.io/@ada"},
            {"label": "StackOverflow", "url": "https://stackoverflow.com/users/12345/ada"},
            {"label": "Talks", "url": "https://okafor.example/talks"},
        ],
    }
    assert data["language"] == "de"
    assert data["resume"] == {"paper": "letter"}


def test_sections_become_what_folio_has_of_their_kind() -> None:
    data = taken("second").data
    assert data["summary"] == "I build **forecasts**.\n\nThey run."
    assert [(one["organisation"], one["role"], one["start"], one.get("end")) for one in data["work"]] == [
        ("Millbrook Foods", "Forecast engineer", "2021-03", None),
        ("Tern Analytics", "Data scientist", "2019", "2019"),
        ("Wharf Ltd", "Adviser", "2018", "2019"),
    ]
    assert data["work"][0]["url"] == "https://millbrook.example"
    assert data["work"][0]["highlights"] == ["Waste fell by **8 %**.", "Orders go out at six."]
    assert data["education"][0] == {
        "title": "MSc, Statistics",
        "institution": "University of Leeds",
        "start": "2016-09",
        "end": "2017-09",
        "summary": "- Thesis on demand",
    }
    assert data["projects"][0]["code_url"] == "https://github.com/ada/stockcast"
    assert data["projects"][0]["outcome"] == "- Used by three grocers"
    assert [one["url"] for one in data["articles"]] == ["https://doi.org/10.1234/abcd.5"]
    assert [(one["name"], one.get("group")) for one in data["skills"]] == [
        ("Python", "Programming"),
        ("SQL", "Programming"),
        ("R (ggplot2, shiny)", "Programming"),
        ("AWS", "Clouds"),
    ]
    assert [(one["code"], one.get("level"), one.get("fluency")) for one in data["languages"]] == [
        ("en", "native", None),
        ("ig", None, "fluent"),
        ("de", "B2", None),
    ]


def test_every_other_section_is_shown_as_it_is_called() -> None:
    more = {one["title"]: one["entries"] for one in taken("second").data["more"]}
    assert more["Selected Honors"] == [
        {"title": "Prize of the town"},
        {"title": "Medal", "url": "https://medal.example"},
    ]
    assert more["Patents"] == [{"title": "A way to count boxes"}]
    assert more["Talks"] == [{"title": "On waste (2023)"}]
    assert more["Volunteering"][0] == {
        "title": "Code club",
        "organisation": "Leeds",
        "end": "2022-05",
        "url": "https://club.example",
    }


def test_what_lacks_a_date_or_an_address_is_shown_under_its_own_heading_and_said_to_be() -> None:
    more = {one["title"]: one["entries"] for one in taken("second").data["more"]}
    assert more["Experience"] == [{"title": "Help", "organisation": "Family shop", "highlights": ["Counted stock."]}]
    assert more["Publications"][0]["title"] == "A preprint"
    assert any("'Experience', 'Publications'" in note for note in taken("second").notes)


def test_what_has_no_place_is_told() -> None:
    told = {one.path: one.why for one in taken("second").left}
    assert set(told) >= {"cv.email", "cv.photo", "design", "locale", "settings", "cv.sections.experience[1].date"}
    assert told["cv.sections.experience[1].date"] == "is read as 2019"
    assert "cv.sections.publications[0].authors" in told


def test_the_first_generation_has_other_keys_and_commands_of_latex() -> None:
    data = taken("first").data
    assert data["headline"] == "Engineer"
    assert data["contact"]["phone"] == "+351-21-000-0000"
    assert data["resume"] == {"paper": "A4"}
    assert data["work"][0]["organisation"] == "Barca & Sons"
    assert data["work"][0]["highlights"] == ["Cut cost by 20% with O(n^2) and [this](https://x.example)"]
    assert data["projects"][0]["code_url"] == "https://github.com/jon/loom"
    assert data["projects"][0]["summary"] == "a"  # a résumé shows no outcome of a project
    assert [one["group"] for one in data["skills"]] == ["Languages", "Languages"]
    assert any(one.path == "cv.social_networks[1]" for one in taken("first").left)


def test_documents_from_before_there_were_sections_are_read_too() -> None:
    data = taken("oldest").data
    assert data["summary"] == "I mend robots."
    assert data["work"][0]["organisation"] == "Ro Ltd"
    assert data["education"][0]["title"] == "BEng, Robotics"
    assert data["projects"][0]["title"] == "Arm"
    assert [one["name"] for one in data["skills"]] == ["C", "Lua"]
    assert data["more"] == [{"title": "Hobbies", "entries": [{"title": "Chess", "summary": "daily"}]}]


@pytest.mark.parametrize("which", ["first", "second", "oldest"])
def test_a_document_comes_back_as_it_was(which: str) -> None:
    document = {"first": FIRST, "second": SECOND, "oldest": OLDEST}[which]
    again = back(taken(which), document)
    assert again == document
    assert list(again["cv"].get("sections", ())) == list(document["cv"].get("sections", ()))


def test_what_was_changed_since_is_changed_in_its_own_section_alone() -> None:
    data = copy.deepcopy(taken("second").data)
    data["work"][2]["role"] = "Architect"
    data["work"].append({"id": "new", "organisation": "New Co", "role": "Lead", "start": "2024-01"})
    data["more"][0]["entries"][0]["title"] = "Helper"
    again = back(taken("second"), SECOND, work=data["work"], more=data["more"])["cv"]["sections"]
    assert again["Freelance experience"][0]["position"] == "Architect"
    assert again["experience"][:2] == SECOND["cv"]["sections"]["experience"][:2]
    assert {"Help", "Helper"} & {one.get("position") for one in again["experience"]} == {"Helper"}
    assert {"company": "New Co", "position": "Lead", "start_date": "2024-01", "end_date": "present"} in again[
        "experience"
    ]
    assert again["patents"] == SECOND["cv"]["sections"]["patents"]


def test_little_is_kept_of_a_document_that_says_everything_as_folio_does() -> None:
    kept = kept_of(taken("second"), SECOND)["rendercv"]
    assert not [
        one for one in kept if one["at"].startswith("/cv/sections") and "order" not in one and "now" not in one
    ][8:]
    assert kept[0]["at"] == "/folio/sections"


def test_the_sample_profile_is_written_whole_and_says_what_is_not_in_it() -> None:
    from folio.profile.load import load

    written = write(load(root("sample_profile")))
    assert isinstance(written.document, dict)
    document = without_names(written.document)
    sections = document["cv"]["sections"]
    assert {"summary", "experience", "projects", "education", "skills", "languages", "contracts"} <= set(sections)
    assert all(isinstance(one, str) for one in sections["summary"])
    assert all({"company", "position"} <= set(one) for one in sections["experience"])
    assert all({"label", "details"} == set(one) for one in sections["skills"])
    told = " ".join(one.path for one in written.left)
    assert "rates" in told
    assert "availability" in told
    assert "pitches" in told
    assert "\0" not in dump(document)


def test_names_under_an_nda_are_in_no_document() -> None:
    data = """
name: Ada
headline: H
summary: For banks.
clients: [{id: c, name: Hush Bank, sector: finance, nda: true, shown_as: A bank}]
contracts: [{id: k, client: c, role: Adviser, deliverable: A model, start: 2024-01}]
"""
    profile = next(iter(each_of(parse(data.encode(), name="profile.yaml")).values()))
    text = str(write(profile).document)
    assert "Hush" not in text
    assert "A bank" in text


HOSTILE: tuple[Document, ...] = (
    {"cv": {}},
    {"cv": {"sections": []}},
    {"cv": {"sections": {"a": None, "b": "text", "c": {}, "d": [None, 1, True, [], {}, [[["x"]]]]}}},
    {"cv": {"name": 3, "email": {"a": 1}, "phone": [], "website": [None, 4], "social_networks": "GitHub"}},
    {"cv": {"name": ["x"], "social_networks": [None, {"network": 1, "username": {}}], "custom_connections": [{}]}},
    {"cv": {"sections": {"experience": [{"company": {}, "position": [], "start_date": [], "highlights": {"a": 1}}]}}},
    {"cv": {"sections": {"education": [{"institution": "x" * 5000, "area": "y" * 5000, "degree": 7}]}}},
    {"cv": {"sections": {"skills": [{"label": "x", "details": "a," * 9000}], "a/b~c*": ["x"], "": ["y"], "*": ["z"]}}},
    {
        "cv": {
            "name": r"\textbf{" * 900,
            "sections": {"summary": [r"\textbf{" * 900 + "$" * 900 + "[" * 900 + "*" * 900]},
        }
    },
    {
        "cv": {
            "name": "Ada",
            "sections": {"summary": ["\u202edrawrof\x00", "a\u2028b"], "talks": ["<script>x</script>"]},
        }
    },
    {
        "cv": {
            "sections": {"experience": [{"company": "A", "position": "B", "start_date": "2024-05", "end_date": "2020"}]}
        }
    },
    {"cv": {"sections": {"publications": [{"title": "T", "authors": "me", "doi": "javascript:alert(1)", "url": "x"}]}}},
    {"cv": {"sections": {"work": [{"company": "A", "position": "B", "date": "9999-99"}, "text", {"bullet": "c"}]}}},
    {"cv": {}, "design": "x", "locale": ["y"], "settings": 3},
    {"cv": {}, "design": {"page": {"size": 4}}, "locale": {"language": "../../etc"}},
)


@pytest.mark.parametrize("document", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_in_a_document_the_profile_holds_and_the_document_comes_back(
    document: Document, tmp_path: Path
) -> None:
    found = sound(read(copy.deepcopy(document)), tmp_path)
    assert found.data["name"]
    assert back(found, document) == document


def test_of_sections_and_skills_without_end_as_many_are_taken_as_a_profile_holds() -> None:
    sections = {f"Section {at}": ["text"] for at in range(320)} | {
        "skills": [{"label": "x", "details": "a (b," * 40_000}]
    }
    found = read({"cv": {"sections": sections}})
    assert len(found.data["more"]) < 320
    assert sum("comes after 300 sections" in one.why for one in found.left) == 21


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"\textbf{\textit{x}} and \emph{y}", "***x*** and *y*"),
        (r"\LaTeX{} and 5\% \& $O(n^2)$", "LaTeX and 5% & O(n^2)"),
        ("costs $5 and $6", "costs $5 and $6"),
        ("$$E = mc^2$$", "E = mc^2"),
        ('#link("https://a.example")[here] #strong[now]', "[here](https://a.example) now"),
        (r"\unknown stays", r"\unknown stays"),
        ("C# and a_b_c", "C# and a_b_c"),
    ],
)
def test_markup_of_latex_and_typst_becomes_markdown(text: str, shown: str) -> None:
    assert markup.markdown(text) == shown


def test_a_line_has_no_markup_and_a_list_keeps_what_is_below_its_points() -> None:
    assert markup.plain("**a** *b* `c` [d](https://d.example) snake_case 2*3*4") == "a b c d snake_case 2*3*4"
    assert markup.points("Before.\n- one\n  - inner\n- two") == ("Before.", ["one\n  - inner", "two"])
    assert markup.points("- one\nafter") == ("- one\nafter", [])


@pytest.mark.parametrize(
    ("network", "username"),
    [
        ("Mastodon", "@a@b.example"),
        ("ORCID", "0000-0001-2345-6789"),
        ("Google Scholar", "abc"),
        ("Bluesky", "a.bsky.app"),
    ],
)
def test_a_network_and_a_name_are_an_address_and_back(network: str, username: str) -> None:
    url = address(network, username)
    assert url
    assert account(url, network) == (network, username)


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=20
) | st.sampled_from(
    [
        "**Bold** [link](https://x.example)",
        "a, b; c",
        "Label: rest",
        r"\textbf{x} $a_b$",
        "- point",
        "https://x.example",
    ]
)
DATE = st.sampled_from(["2020", 2021, "2020-01", "2021-05-06", "present", "Fall 2023", "2019 – 2020", "soon", None])
SHARED = {key: st.none() | TEXT for key in ("location", "summary")} | dict.fromkeys(
    ("date", "start_date", "end_date"), DATE
)
LISTED = st.none() | st.lists(TEXT, max_size=2)


def entries(needed: dict[str, Any], optional: dict[str, Any] | None = None) -> st.SearchStrategy[list[Any]]:
    every = st.fixed_dictionaries(needed, optional=(optional or {}))
    return st.lists(every, max_size=2)


FULL = SHARED | {"highlights": LISTED}
SECTION = st.one_of(
    st.lists(TEXT, max_size=2),
    *(entries({key: TEXT}) for key in ("bullet", "number", "reversed_number")),
    entries({"label": TEXT, "details": TEXT}),
    entries({"company": TEXT, "position": TEXT}, FULL),
    entries({"institution": TEXT, "area": TEXT}, FULL | {"degree": st.none() | TEXT}),
    entries(
        {"title": TEXT, "authors": st.lists(TEXT, max_size=2)},
        {"doi": st.just("10.1/a"), "journal": TEXT, "date": DATE},
    ),
    entries({"name": TEXT}, FULL | {"own_key": TEXT}),
)
HEADING = TEXT | st.sampled_from(
    ["experience", "Work", "education", "skills", "projects", "publications", "Summary", "languages"]
)
NETWORK = st.fixed_dictionaries({"network": st.sampled_from(["GitHub", "LinkedIn", "X", "IMDB"]), "username": TEXT})
DOCUMENTS = st.fixed_dictionaries(
    {
        "cv": st.fixed_dictionaries(
            {},
            optional={
                "name": st.none() | TEXT,
                "headline": TEXT,
                "label": TEXT,
                "email": st.just("a@b.example") | st.lists(st.just("c@d.example"), max_size=2),
                "phone": st.sampled_from(["+44 113 496 0000", "tel:+1", "555"]),
                "website": st.sampled_from(["https://x.example", ["https://x.example", "https://y.example"]]),
                "social_networks": st.none() | st.lists(NETWORK, max_size=3),
                "sections": st.none() | st.dictionaries(HEADING, SECTION, max_size=4),
            },
        )
    },
    optional={"design": st.just({"theme": "ember"}), "locale": st.just({"language": "french"})},
)


@settings(max_examples=EXAMPLES, deadline=None)
@given(DOCUMENTS)
def test_every_document_makes_a_profile_that_holds_and_comes_back_from_it(document: Document) -> None:
    with TemporaryDirectory() as folder:
        found = sound(by_name("rendercv").read(copy.deepcopy(document)), Path(folder))
    assert back(found, document) == document
