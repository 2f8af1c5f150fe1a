"""One invented person's résumé, as a profile of folio's and as a file of RenderCV's: the same words for both."""

from __future__ import annotations

from typing import Any, NamedTuple

import yaml


class Job(NamedTuple):
    role: str
    where: str
    place: str
    start: str
    end: str
    highlights: tuple[str, ...]


NAME, HEADLINE, PLACE = "Mira Halvorsen", "Data engineer for shops, fleets and warehouses", "Bergen, Norway"
EMAIL, SITE, LOGIN = "mira@halvorsen.example", "https://halvorsen.example/", "mira-halvorsen"
SUMMARY = (
    "I build the pipelines between a shop's till and the report that its owner reads on Monday. For eleven years I "
    "have moved data out of **ledgers, tills and trackers** into warehouses that answer within seconds, and I stay "
    "until somebody in the house can run them without me. My work is tested, documented and [public](https://halvorsen"
    ".example/work) wherever a client allows it."
)
JOBS = (
    Job("Founder and data engineer", "Halvorsen Data", "Bergen, Norway", "2021-06", "present", (
        "Moved the sales data of 140 shops from nightly spreadsheets to a warehouse four minutes behind the till",
        "Cut the monthly bill of a freight company's warehouse by 62% by partitioning what everybody filtered by",
        "Wrote the tests that found 11,000 double bookings in a ledger which three audits had passed",
        "Trained nine analysts at four clients, who now write and review their own transformations",
    )),
    Job("Lead data engineer", "Fjordfrakt", "Bergen, Norway", "2018-09", "2021-05", (
        "Built the pipeline that takes 30 million positions a day from ships and trucks, with 99.95% of days complete",
        "Led four engineers through the move from a single database to a lake with a schema registry",
        "Set up alerts on freshness and volume which shortened the median outage from five hours to forty minutes",
    )),
    Job("Data engineer", "Nordlys Energi", "Oslo, Norway", "2016-02", "2018-08", (
        "Read 800,000 meters every quarter of an hour into one store, and corrected late ones without a second copy",
        "Replaced a commercial scheduler by an open one and moved 230 jobs in ten weeks without a missed delivery",
        "Modelled consumption for the regulator's report, which has been delivered on the first day ever since",
        "Taught the introduction to SQL for new colleagues, twelve times",
    )),
    Job("Software developer", "Kaiplan", "Trondheim, Norway", "2014-08", "2016-01", (
        "Wrote the importer for harbour calls, which replaced six people's typing on weekends",
        "Made the search for berths answer within 80 milliseconds instead of three seconds",
    )),
    Job("Trainee", "Statens kartverk", "Hønefoss, Norway", "2013-06", "2013-08", (
        "Compared three ways to store elevation models and wrote the report that the department went by",
        "Published the test data, which two universities still use in their courses",
    )),
)  # fmt: skip
STUDIES = (
    ("Master of Science in Computer Science", "NTNU", "Trondheim, Norway", "2012-08", "2014-06",
     ("Thesis: late data in streams, and what a store may promise about it", "Grade A, with the faculty's prize")),
    ("Bachelor of Science in Mathematics", "Universitetet i Bergen", "Bergen, Norway", "2009-08", "2012-06",
     ("Assistant in the courses on probability and on numerical methods",)),
)  # fmt: skip
PROJECTS = (
    ("Tideline", "2022-03", "https://github.com/mira-halvorsen/tideline",
     "A library that joins late events to the window they belong to, and says what changed by it",
     (("Throughput on one core", "410,000 events a second"), ("Installations a month", "more than 9,000"))),
    ("Kvittering", "2020-01", "https://github.com/mira-halvorsen/kvittering",
     "Reads the receipts of eleven point-of-sale systems into one schema, with a test file for each",
     (("Formats read", "11 point-of-sale systems"), ("Fields read without a mistake", "99.2% of 40,000 receipts"))),
)  # fmt: skip
ARTICLES = (
    ("Late events: what a pipeline may promise, and what it may not", "Streams in Practice", "2025-04"),
    ("Partition by what people ask, not by what machines send", "Warehouse Weekly", "2024-09"),
    ("Eleven receipts and one schema", "Streams in Practice", "2023-11"),
    ("How we found 11,000 double bookings with forty lines of SQL", "Warehouse Weekly", "2023-02"),
)
TALKS = (
    ("Your warehouse is four minutes behind, and that is fine", "Nordic Data Days, Copenhagen", "2025-05"),
    ("Handing a pipeline over to people who did not build it", "Oslo Analytics Meetup", "2024-10"),
    ("Correcting history without a second copy", "Streams Conference, Berlin", "2023-06"),
    ("What a harbour taught me about queues", "JavaZone, Oslo", "2019-09"),
)
SKILLS = (
    ("Languages", ("Python", "SQL", "Rust", "Bash", "TypeScript")),
    ("Pipelines", ("Airflow", "Dagster", "Kafka", "Flink", "dbt")),
    ("Stores", ("PostgreSQL", "ClickHouse", "BigQuery", "DuckDB", "Iceberg")),
    ("Around them", ("Terraform", "Kubernetes", "GitHub Actions", "OpenTelemetry", "Grafana")),
)


def for_folio() -> str:
    """`profile.yaml`."""
    return _yaml({
        "name": NAME,
        "headline": HEADLINE,
        "summary": SUMMARY,
        "track": "data-engineer",
        "contact": {"email": EMAIL, "location": PLACE},
        "links": {"website": SITE, "github": LOGIN},
        "skills": [{"name": name, "group": group} for group, names in SKILLS for name in names],
        "education": [
            {"title": title, "institution": where, "start": start, "end": end,
             "summary": "".join(f"- {line}\n" for line in lines)}
            for title, where, _, start, end, lines in STUDIES
        ],
        "work": [
            {"id": f"work-{number}", "organisation": job.where, "role": job.role, "location": job.place,
             "start": job.start, **({} if job.end == "present" else {"end": job.end}),
             "highlights": list(job.highlights)}
            for number, job in enumerate(JOBS)
        ],
        "projects": [
            {"id": title.lower(), "title": title, "summary": summary, "start": start, "code_url": url, "featured": True,
             "outcomes": [{"what": what, "value": value} for what, value in outcomes]}
            for title, start, url, summary, outcomes in PROJECTS
        ],
        "articles": [
            {"id": f"article-{number}", "title": title, "publication": where, "date": day,
             "url": f"{SITE}articles/{number}"}
            for number, (title, where, day) in enumerate(ARTICLES)
        ],
        "talks": [
            {"id": f"talk-{number}", "title": title, "event": where, "date": day}
            for number, (title, where, day) in enumerate(TALKS)
        ],
        "resume": {"theme": "classic", "paper": "letter", "pages": 3},
    })  # fmt: skip


def for_rendercv() -> str:
    """`cv.yaml`."""
    return _yaml({
        "cv": {
            "name": NAME,
            "headline": HEADLINE,
            "location": PLACE,
            "email": EMAIL,
            "website": SITE,
            "social_networks": [{"network": "GitHub", "username": LOGIN}],
            "sections": {
                "summary": [SUMMARY],
                "skills": [{"label": group, "details": ", ".join(names)} for group, names in SKILLS],
                "experience": [
                    {"company": job.where, "position": job.role, "location": job.place, "start_date": job.start,
                     "end_date": job.end, "highlights": list(job.highlights)}
                    for job in JOBS
                ],
                "projects": [
                    {"name": f"[{title}]({url})", "start_date": start, "end_date": "present", "summary": summary,
                     "highlights": [f"{what}: **{value}**" for what, value in outcomes]}
                    for title, start, url, summary, outcomes in PROJECTS
                ],
                "education": [
                    {"institution": where, "area": title, "location": place, "start_date": start, "end_date": end,
                     "highlights": list(lines)}
                    for title, where, place, start, end, lines in STUDIES
                ],
                "publications": [
                    {"title": title, "authors": [f"*{NAME}*"], "journal": where, "date": day,
                     "url": f"{SITE}articles/{number}"}
                    for number, (title, where, day) in enumerate(ARTICLES)
                ],
                "talks": [{"name": f"{title}, {where}", "date": day} for title, where, day in TALKS],
            },
        },
        "design": {"theme": "classic", "page": {"size": "us-letter"}},
    })  # fmt: skip


def _yaml(content: dict[str, Any]) -> str:
    return yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=1000)
