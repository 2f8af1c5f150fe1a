"""Skills, and the track they speak for, as an account's languages and topics name them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from folio.profile.job_titles import named_tracks
from folio.repository.text import words as listed
from folio.starting.account.look import Shown
from folio.starting.account.words import line

ABBREVIATIONS = listed("AI API CLI CSS CSV CV ETL GPU GUI HTML HTTP IoT JSON ML NLP PDF SDK UI URL XML YAML")
SHARE = 10
"""Per cent of a repository that a language makes up before it is named."""
MOST_EACH, MOST = 4, 24
NO_LANGUAGES = listed(
    "Makefile Dockerfile CMake Batchfile Procfile Roff TeX HTML CSS SCSS Sass Less Jinja Mako Smarty EJS Handlebars Nix"
    " Just Meson M4 Starlark HCL Gherkin PLSQL PLpgSQL TSQL"
)
"""What GitHub counts as a language and nobody is hired for by that name, or by another one."""
OTHER_NAMES = {"PLSQL": "SQL", "PLpgSQL": "SQL", "TSQL": "SQL", "HCL": "Terraform", "Jupyter Notebook": "Jupyter"}
LANGUAGES = "Languages"
TRACKS = {
    "ml-engineer": ("Machine learning",),
    "data-engineer": ("Data engineering", "Data pipelines", "Kafka", "Spark", "Flink", "Airflow", "Dagster", "Prefect"),
    "analytics-engineer": ("dbt", "Snowflake", "BigQuery", "SQL"),
    "data-scientist": ("Data visualisation", "Statistics", "Jupyter", "R", "Streamlit", "pandas"),
    "full-stack": ("Frontend", "TypeScript", "JavaScript", "PHP"),
    "backend-engineer": (
        "Backend",
        "Go",
        "Rust",
        "Java",
        "Kotlin",
        "C#",
        "Ruby",
        "Elixir",
        "Scala",
        "C++",
        "C",
        "Python",
    ),
}
"""The skills and groups of skills that speak for each track; where two have as many, the first."""


def languages(one: Shown) -> list[str]:
    """The languages that make up a good part of the repository, the most first."""
    plain = {line(name): size for name, size in one.languages.items() if line(name)}
    named = {name: size for name, size in plain.items() if name not in NO_LANGUAGES}
    whole = sum(size for name, size in named.items() if name not in OTHER_NAMES) or sum(named.values())
    found = [name for name, size in named.items() if name not in OTHER_NAMES and size * 100 >= whole * SHARE]
    return found[:MOST_EACH]


def skills(one: Shown) -> list[str]:
    """The skills that the repository names: its languages, then those of its topics that are one."""
    other = [OTHER_NAMES[name] for name in one.languages if name in OTHER_NAMES]
    topics = [_topics()[topic] for topic in one.listed.topics if topic in _topics()]
    return list(dict.fromkeys([*languages(one), *other, *topics]))


def group(skill: str) -> str:
    """The group that a skill is listed in."""
    return _groups().get(skill, LANGUAGES)


def track(words: str, every: Iterable[list[str]]) -> str | None:
    """The track that the person's words name, else that most of these repositories' skills speak for; None where
    neither does.
    """
    if named := named_tracks(words):
        return named[0]
    said = [{name for skill in one for name in (skill, group(skill))} for one in every]
    points = {name: sum(bool(set(words) & one) for one in said) for name, words in TRACKS.items()}
    best = max(points, key=lambda name: points[name])
    return best if points[best] else None


@cache
def written() -> dict[str, str]:
    """How words are written that are no common ones, by their small letters: `sql` as SQL, `pytorch` as PyTorch."""
    same = {topic: skill for topic, skill in _topics().items() if re.sub(r"\W", "", skill.lower()) == topic}
    return same | {word.lower(): word for word in ABBREVIATIONS}


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((Path(__file__).parent / "skills.toml").read_text(encoding="utf-8"))


@cache
def _topics() -> dict[str, str]:
    return {topic: skill for rows in _table().values() for skill, topics in rows.items() for topic in topics}


@cache
def _groups() -> dict[str, str]:
    return {skill: name for name, rows in _table().items() for skill in rows}
