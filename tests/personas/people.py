"""Ten people in whose order and shape the scoring has to come out: SCORING.md 6.4, told as profiles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from folio.evidence.model import HostedSeen, LinkSeen, Run
from personas import prose, work
from repository.build import ME, TODAY
from validation.case import Case

Said = Mapping[str, Any]
ARTICLES = "https://mara.example.org"
CODE = "https://github.com/mara-example"


@dataclass(frozen=True)
class Persona:
    """Somebody: what they say, what they built and wrote, and what answered when folio looked."""

    name: str
    about: str
    """Two lines for the reader of the table."""
    said: Said = field(default_factory=dict)
    repositories: Mapping[str, Case] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    """Articles by id; those of `elsewhere` are pages that only the network shows."""
    elsewhere: frozenset[str] = frozenset()
    online: bool = True
    """Whether somebody looked at the addresses; otherwise nothing is stored of them."""

    def changed(self, **said: Any) -> Persona:
        """The same person with other sections; None takes one out."""
        merged = {**self.said, **said}
        return replace(self, said={name: value for name, value in merged.items() if value is not None})

    def with_projects(self, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Persona:
        """The same person with each project said otherwise."""
        return self.changed(projects=[change(dict(one)) for one in self.said["projects"]])


# ------------------------------------------------------------------ what people say


def known_as(headline: str, **said: Any) -> dict[str, Any]:
    """Who somebody is."""
    return {
        "name": "Mara Example",
        "headline": headline,
        "summary": "I build forecasts that shops and warehouses can act on, and I stay until somebody there can run them"
        " without me. Most of my work begins with a table that nobody has looked at and ends with one number a morning,"
        " its error beside it.",
        "contact": {"email": ME, "location": "Kaunas"},
        "links": {
            "website": "https://mara.example.org",
            "github": "mara-example",
            "linkedin": "https://www.linkedin.com/in/mara-example",
        },
        **said,
    }


NOTHING_SOLD: dict[str, Any] = {
    "contracts": [], "references": [], "services": [], "talks": [], "rehearsals": [], "study_log": [], "platforms": [],
}  # fmt: skip
LANGUAGES = [{"name": "English", "code": "en", "level": "C1", "evidence": "https://talks.example.org/mara"}]
SELF_TAUGHT = [{"title": "Statistics and engineering, from books and by building", "kind": "self-taught"}]
FOCUS = {
    "specialisms": ["Forecasting"],
    "audience": "retailers",
    "goal": {"what": "Three retail clients a year", "by": "2027-06", "next_step": "Publish the next case study"},
}
OFFER: dict[str, Any] = {
    "services": [
        {
            "id": name,
            "title": title,
            "deliverables": ["a model that runs every morning", "a page that says how to run it"],
            "duration": "four weeks",
            "price": {"amount": price, "currency": "EUR"},
            "exclusions": ["hosting"],
        }
        for name, title, price in (("forecast", "A forecast", 9000), ("review", "A review of a forecast", 2400))
    ],
    "rates": {"price": {"amount": 850, "currency": "EUR", "per": "day"}},
    "availability": {
        "hours_per_week": 30,
        "start": "2026-12-01",
        "time_zone": "Europe/Vilnius",
        "overlap": "9:00 to 17:00 CET",
        "as_of": "2026-11-01",
    },
}
REHEARSED = [
    {"kind": kind, "date": f"2026-10-{day:02}"}
    for day, kind in ((3, "timed-coding"), (9, "live-coding"), (17, "take-home"))
]
PRESENT = [
    {
        "id": name,
        "url": f"https://{name}.example.org/mara",
        "since": "2025-01",
        "done": ["charter", "cover", "motivation"],
    }
    for name in ("upwork", "malt", "contra", "toptal", "braintrust", "arc", "lemon-io")
]


def foundations(*references: str) -> dict[str, list[str]]:
    """The six foundations, dealt to what supports them."""
    six = ("mathematics", "statistics", "machine-learning", "software-engineering", "devops", "cloud")
    return {name: [references[number % len(references)]] for number, name in enumerate(six)} if references else {}


def skills(*names: str, evidence: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """Skills, dealt to what supports them."""
    return [
        {"name": name, **({"evidence": [evidence[number % len(evidence)]]} if evidence else {})}
        for number, name in enumerate(names)
    ]


TRADE = ("Python", "SQL", "Forecasting", "scikit-learn", "FastAPI", "Docker", "PostgreSQL", "Statistics")


def sold(count: int, *, proof: bool = True) -> dict[str, Any]:
    """So many contracts completed, three clients who say so, and the work told as a position."""
    people = ("Rasa Petrauskaite", "Tomas Kazlauskas", "Ieva Jankute")
    return {
        "clients": [{"id": "grocer", "name": "Baltic Grocer", "sector": "retail"}],
        "contracts": [
            {
                "id": f"job-{number}",
                "client": "grocer",
                "role": "Forecasting engineer",
                "deliverable": f"Forecast of shop group {number}",
                "start": f"20{21 + number // 3}-0{1 + 3 * (number % 3)}",
                "end": f"20{21 + number // 3}-0{3 + 3 * (number % 3)}",
                "result": "Less bread thrown away",
                **({"proof": {"reference": f"buyer-{number % 3 + 1}"}} if proof else {}),
            }
            for number in range(count)
        ],
        "references": [
            {
                "id": f"buyer-{number}",
                "name": name,
                "role": "Head of purchasing",
                "organisation": "Baltic Grocer",
                "date": "2025-07",
                "text": "Mara did what was said, and told us early what would not work.",
                "consent": "public",
                "email": f"buyer{number}@grocer.example",
            }
            for number, name in enumerate(people, 1)
        ],
        "work": [
            {
                "id": "own",
                "organisation": "Self-employed",
                "role": "Forecasting engineer",
                "start": "2021-01",
                "outcomes": [
                    {"what": "Bread thrown away", "value": "11 %", "baseline": "17 %", "measured": "weekly counts"}
                ],
            }
        ],
    }


TALK = [
    {"id": f"talk-{number}", "title": f"What forecasts cost, part {number}", "event": "PyData Kaunas",
     "date": f"2025-0{number + 1}", "url": f"https://talks.example.org/{number}"}
    for number in (1, 2, 3)
]  # fmt: skip
STUDY = [
    {"date": f"2026-{month:02}-{day:02}", "topic": "Causal inference", "hours": 11, "learned": "Where it ends."}
    for month in range(5, 11)
    for day in (4, 18)
]

PROBLEM = "planned every {it} by hand, two weeks ahead, and threw away or ran out of a sixth of it whenever the weather or the street or the calendar did something new"
STOOD = "there was no budget for new machines, the data of {it} could not leave the house, and the three people who would run it had one hour a day between them"
APPROACH = "we counted {it} for a month, wrote the plain rule down first, held every later idea against it on months it had never seen, and kept the one that won twice"
CAME = "after a season {it} was wrong by nine in a hundred and no longer by fourteen, the buyers stopped working on Sundays, and the rule is still there as a check"
PART = "I did the reading, the code, the tests and the talks for {it}, and two engineers of theirs took the service over in the last month and run it since then"


def told(name: str, title: str, summary: str, *, live: bool = False, private: bool = False, study: bool = True,
         proof: bool = False, code: bool = True, covers: tuple[str, ...] = (), **said: Any) -> dict[str, Any]:  # fmt: skip
    """A project as the profile tells it."""
    about: dict[str, Any] = {"id": name, "title": title, "summary": summary, **said}
    if code:
        about["repository"] = f"code/{name}"
        if private:
            about["private"] = True
        else:
            about["code_url"] = f"{CODE}/{name}"
    if study:
        texts = {"problem": PROBLEM, "constraints": STOOD, "approach": APPROACH, "outcome": CAME, "my_part": PART}
        about |= {part: f"For {title}: {text.format(it=name)}." for part, text in texts.items()}
        about["outcomes"] = [
            {"what": "Error", "value": "9 %", "baseline": "14 %", "measured": "on a season nobody had seen"},
            {"what": "Hours on Sundays", "value": "0", "baseline": "6", "measured": "by the buyers' own log"},
        ]
    if proof:
        about["proof"] = {"reference": "buyer-1", **({"covers": list(covers)} if covers else {})}
    if live:
        private_one: dict[str, Any] = {"description": "runs in the client's network"}
        about["live"] = private_one if private or not code else {"url": f"https://{name}.example.org"}
        if proof:
            about["live"]["proof"] = {"reference": "buyer-2"}
    return about


def wrote(*slugs: str, deep: bool = True, failed: str = "", linked: Mapping[str, str] | None = None,
          elsewhere: tuple[str, ...] = ()) -> tuple[list[dict[str, Any]], dict[str, str]]:  # fmt: skip
    """Articles, one each second month, newest last, as the profile names them, and their texts."""
    subjects = {one.slug: one for one in prose.SUBJECTS}
    said, texts = [], {}
    for number, slug in enumerate(slugs):
        year, month = divmod(2025 * 12 + 8 + 2 * number, 12)
        place = {"url": f"{ARTICLES}/{slug}"}
        if slug not in elsewhere:
            place["file"] = f"articles/{slug}.md"
        said.append({"id": slug, "date": f"{year}-{month + 1:02}-0{number % 7 + 2}", **place})
        links = (f"{CODE}/{linked[slug]}",) if linked and slug in linked else ()
        texts[slug] = prose.text(subjects[slug], deep=deep, failed=slug == failed, links=links)
    return said, texts


# ------------------------------------------------------------------ what answered


def page(url: str, *, back: bool = True) -> LinkSeen:
    """A page of the person's that answers, and names their site."""
    own = (
        ("https://mara.example.org",)
        if back and url != "https://mara.example.org"
        else ("https://github.com/mara-example",)
    )
    return LinkSeen(status=200, final_url=url, title="Mara Example", links_back=own if back else (), tls=True)


def hosted(name: str) -> HostedSeen:
    """What GitHub says of a repository of theirs: a green last run."""
    run = Run(workflow="ci", conclusion="success", day=TODAY, commit="0" * 40)
    return HostedSeen(
        name=f"mara-example/{name}", owned=True, topics=("forecasting",), default_branch="main", last_run=run
    )


# ------------------------------------------------------------------ the ten


def collector() -> Persona:
    said = known_as(
        "AI engineer, data scientist, full-stack developer",
        focus={"specialisms": ["AI", "Web", "Blockchain", "Data"]},
        skills=skills(*TRADE, "React", "TensorFlow", "Keras", "AWS", "GCP", "Kubernetes"),
        education=[{"title": f"Certificate {number}", "kind": "course"} for number in range(1, 13)],
        languages=[{"name": "English", "code": "en", "level": "B2"}],
        work=[], articles=[], foundations={},
        projects=[told(name, name.capitalize(), f"A {name}.", study=False) for name in ("microblog", "netflix", "snippets")],
        **NOTHING_SOLD,
    )  # fmt: skip
    repositories = {"microblog": work.course(), "netflix": work.following("netflix"), "snippets": work.snippets()}
    about = "Twelve certificates, and repositories that follow courses chapter by chapter.\nNothing was built past where a course ends."
    return Persona("tutorial collector", about, said, repositories)


def analyst() -> Persona:
    names = {"rents": "2025-03-03", "tides": "2025-07-07", "votes": "2026-02-02"}
    articles, texts = wrote(
        "rents", "bread", "energy", "calls", "churn", "fraud", failed="energy", linked={"rents": "rents"}
    )
    said = known_as(
        "Data analyst who makes notebooks talk",
        focus={**FOCUS, "specialisms": ["Statistics"], "audience": "cities"},
        skills=skills("Python", "pandas", "Statistics", "Visualisation", evidence=("project:rents", "article:bread")),
        foundations=foundations("project:rents", "article:rents"),
        languages=LANGUAGES, education=SELF_TAUGHT, articles=articles,
        work=[{"id": "office", "organisation": "City of Kaunas", "role": "Analyst", "start": "2022-05",
               "highlights": ["Drew the map of rents that the council uses."]}],
        projects=[told(name, name.capitalize(), f"A look at {name}.", study=name == "rents") for name in names],
        **NOTHING_SOLD,
    )  # fmt: skip
    about = "Notebooks with pictures and numbers, and six articles that explain them.\nNothing runs anywhere, nothing is tested or released."
    return Persona(
        "notebook analyst", about, said, {name: work.notebook(name, day) for name, day in names.items()}, texts
    )


def theorist() -> Persona:
    linked = {"routes": "methods", "churn": "methods", "fraud": "methods", "rents": "notes"}
    articles, texts = wrote("routes", "churn", "rents", "fraud", "energy", "calls", failed="fraud", linked=linked)
    said = known_as(
        "Machine learning from first principles",
        focus={**FOCUS, "specialisms": ["Machine learning"], "audience": "engineers"},
        skills=skills("NumPy", "Mathematics", "Statistics", evidence=("project:methods", "project:notes")),
        foundations=foundations("project:methods", "project:notes", "article:churn"),
        languages=LANGUAGES, education=SELF_TAUGHT, articles=articles, work=[],
        projects=[told("methods", "Methods", "The methods of the books, written out."),
                  told("notes", "Notes", "What they rest on.", study=False)],
        **{**NOTHING_SOLD, "study_log": STUDY},
    )  # fmt: skip
    about = "Textbook methods written out and held against references, with six articles on how they work.\nNobody can call any of it, and nobody has paid for any."
    repositories = {"methods": work.methods(), "notes": work.notes()}
    return Persona("from-scratch theorist", about, said, repositories, texts)


def freelancer() -> Persona:
    slugs = ("bread", "churn", "routes", "returns", "rents", "energy", "calls", "fraud")
    linked = {"bread": "shelf", "churn": "shelf", "returns": "weeks"}
    articles, texts = wrote(*slugs, failed="returns", linked=linked, elsewhere=("routes", "energy", "calls", "fraud"))
    said = known_as(
        "Forecasting for retailers that ends in a number every morning",
        focus=FOCUS,
        skills=skills(*TRADE, evidence=("project:shelf", "project:weeks")),
        foundations=foundations("project:shelf", "project:weeks", "article:churn"),
        languages=LANGUAGES, education=SELF_TAUGHT, articles=articles, talks=[], rehearsals=[], study_log=[],
        photo={"file": "photo.png", "alt": "Mara at a whiteboard"},
        platforms=PRESENT,
        projects=[told("shelf", "Shelf", "Says what a shop will sell next week.", live=True, proof=True),
                  told("weeks", "Weeks", "Brings a warehouse's weeks into order.", live=True, proof=True)],
        **sold(10), **OFFER,
    )  # fmt: skip
    about = "Two systems that answer today, eight articles (half of them on the web alone), ten contracts with references.\nNo rehearsal of a screen, and little of what timed algorithm tests ask."
    repositories = {"shelf": work.shelf(), "weeks": work.weeks()}
    return Persona(
        "working freelancer",
        about,
        said,
        repositories,
        texts,
        frozenset(slugs) & {"routes", "energy", "calls", "fraud"},
    )


def engineer() -> Persona:
    said = known_as(
        "Backends for forecasting that stay up",
        focus={**FOCUS, "specialisms": ["Forecasting", "MLOps"]},
        skills=skills(*TRADE, "Go", evidence=("project:shelf", "project:tracker")),
        foundations=foundations("project:shelf", "project:tracker", "project:weeks"),
        languages=LANGUAGES, education=SELF_TAUGHT, articles=[], talks=[], rehearsals=[], study_log=[],
        photo={"file": "photo.png", "alt": "Mara at a whiteboard"},
        platforms=PRESENT,
        projects=[told("shelf", "Shelf", "Says what a shop will sell next week.", live=True, proof=True),
                  told("tracker", "Tracker", "Says where a parcel is.", live=True, proof=True),
                  told("weeks", "Weeks", "Brings a warehouse's weeks into order.", live=True)],
        **sold(6), **OFFER,
    )  # fmt: skip
    about = "Three services that run, are tested, watched and released, and six contracts.\nNot one article."
    repositories = {"shelf": work.shelf(), "tracker": work.tracker(), "weeks": work.weeks()}
    return Persona("production engineer", about, said, repositories)


SEEN_BY_CLIENTS = (
    "tests-meaningful", "ci-runs-tests", "readme-complete", "deployment-config", "cd-pipeline", "serving-interface",
    "monitoring-present", "configuration-by-environment", "one-command-run", "sql-authored", "data-validation",
    "validation-discipline", "multi-metric-evaluation", "statistical-inference-used", "learning-curves-read",
    "baseline-compared", "evaluation-report", "limitations-stated", "release-history", "data-visualised",
    "data-provenance", "data-pipeline",
)  # fmt: skip
"""What somebody who took a system over can say of it: they run it, and read its tests, its reports and its handover."""


def _private(*, scanned: bool) -> dict[str, Any]:
    articles, _ = wrote("bread", "churn", "returns", "energy", failed="returns")
    common: dict[str, Any] = {"live": True, "proof": True, "private": True, "code": scanned}
    if not scanned:
        common["covers"] = SEEN_BY_CLIENTS
    return known_as(
        "Forecasting for retailers, inside their own walls",
        focus=FOCUS,
        skills=skills(*TRADE, evidence=("project:shelf", "project:weeks", "contract:job-1")),
        foundations=foundations("project:shelf", "project:tracker", "contract:job-1"),
        languages=LANGUAGES, education=SELF_TAUGHT, articles=articles, talks=TALK, rehearsals=[], study_log=[],
        photo={"file": "photo.png", "alt": "Mara at a whiteboard"},
        links={"website": "https://mara.example.org", "code": "https://code.example.org/mara",
               "linkedin": "https://www.linkedin.com/in/mara-example"},
        platforms=PRESENT,
        projects=[told("shelf", "Shelf", "Says what a shop will sell next week.", **common),
                  told("weeks", "Weeks", "Brings a warehouse's weeks into order.", **common),
                  told("tracker", "Tracker", "Says where a parcel is.", **common)],
        **sold(10), **OFFER,
    )  # fmt: skip


def _confidential() -> dict[str, str]:
    return wrote("bread", "churn", "returns", "energy", failed="returns")[1]


def attested() -> Persona:
    about = "Ten contracts and three systems for clients, all of them private; the clients vouch for each.\nFolio may read none of the code: what is confirmed of it is what its clients saw."
    return Persona("private work, attested", about, _private(scanned=False), {}, _confidential())


def scanned() -> Persona:
    about = "The same person, who lets folio read the private repositories on their own machine.\nOnly facts and hashes leave it."
    repositories = {"shelf": work.shelf(), "weeks": work.weeks(), "tracker": work.tracker()}
    return Persona("private work, scanned", about, _private(scanned=True), repositories, _confidential())


def allround() -> Persona:
    slugs = ("bread", "churn", "routes", "returns", "rents", "energy", "calls", "fraud")
    linked = {"bread": "shelf", "churn": "methods", "returns": "weeks", "routes": "tracker"}
    articles, texts = wrote(*slugs, failed="returns", linked=linked)
    said = known_as(
        "Forecasting for retailers that ends in a number every morning",
        focus=FOCUS,
        skills=skills(*TRADE, "Go", evidence=("project:shelf", "project:weeks", "project:methods", "project:tracker")),
        foundations=foundations("project:methods", "project:notes", "project:shelf", "project:tracker"),
        languages=LANGUAGES, education=SELF_TAUGHT, articles=articles, talks=TALK, rehearsals=REHEARSED, study_log=STUDY,
        photo={"file": "photo.png", "alt": "Mara at a whiteboard"},
        platforms=PRESENT,
        projects=[told("shelf", "Shelf", "Says what a shop will sell next week.", live=True, proof=True),
                  told("weeks", "Weeks", "Brings a warehouse's weeks into order.", live=True, proof=True),
                  told("tracker", "Tracker", "Says where a parcel is.", live=True, proof=True),
                  told("methods", "Methods", "The methods of the books, written out.", proof=True),
                  told("notes", "Notes", "What they rest on.", study=False)],
        **sold(10), **OFFER,
    )  # fmt: skip
    repositories = {
        "shelf": work.shelf(),
        "weeks": work.weeks(),
        "tracker": work.tracker(),
        "methods": work.methods(),
        "notes": work.notes(),
    }
    about = "Five repositories from derivation to deployment, eight articles, ten contracts, rehearsed for every screen.\nNothing is missing that a client would open first."
    return Persona("strong all-round", about, said, repositories, texts)


def offline() -> Persona:
    about = "The working freelancer again, on a train: nobody could open an address or a page.\nWhat was earned with the network is not known without it, and nothing of it is missing."
    return replace(freelancer(), name="working freelancer, offline", about=about, online=False)


def nobody() -> Persona:
    said = {"name": "Mara Example", "headline": "Engineer", "summary": "I am new here."}
    about = "Three lines, and not one section.\nNothing was said, so that nothing is known, and nothing is held against anybody."
    return Persona("empty profile", about, said)


def personas() -> tuple[Persona, ...]:
    """The ten, in the order of the table."""
    makers = (collector, analyst, theorist, freelancer, engineer, attested, scanned, allround, offline, nobody)
    return tuple(maker() for maker in makers)


# ------------------------------------------------------------------ without anything public


def behind_walls(persona: Persona) -> Persona:
    """The same person with every repository private: on their machine alone, at no host, named nowhere."""
    alone = {name: place for name, place in persona.said["links"].items() if name != "github"}

    def closed(project: dict[str, Any]) -> dict[str, Any]:
        project.pop("code_url", None)
        if live := project.get("live"):
            project["live"] = {**{name: said for name, said in live.items() if name != "url"}, "description": "inside"}
        return {**project, "private": True}

    return replace(persona.with_projects(closed).changed(links=alone), name=f"{persona.name}, all private")


def ladder() -> tuple[Persona, ...]:
    """Private people from strong downwards, so that each level is somebody's on each platform."""
    strong = behind_walls(allround())
    some = _only(strong, "shelf", "tracker")
    return (
        strong,
        replace(some.changed(study_log=[], talks=[]), name="two private repositories"),
        replace(_only(strong, "shelf").changed(talks=[], study_log=[]), name="one private repository"),
        replace(
            _only(strong, "weeks", "notes").changed(talks=[], study_log=[], rehearsals=[], contracts=[]),
            name="two private repositories, nothing sold",
        ),
        replace(
            _only(strong, "notes").changed(
                talks=[],
                study_log=[],
                rehearsals=[],
                articles=[],
                platforms=[],
            ),
            name="private notes alone",
        ),
    )


def _only(persona: Persona, *names: str) -> Persona:
    """The same person with some of the projects, and with what rests on them."""
    kept = [one for one in persona.said["projects"] if one["id"] in names]
    references = [f"project:{name}" for name in names]
    said = {
        "projects": kept,
        "foundations": foundations(*references),
        "skills": skills(*TRADE, evidence=tuple(references)),
    }
    some = {name: case for name, case in persona.repositories.items() if name in names}
    return replace(persona.changed(**said), repositories=some)
