"""Items as the records of a profile; None where one lacks what its record needs."""

from __future__ import annotations

import re

from folio.profile.exchange import languages, markup
from folio.profile.exchange.given import MOST, Json, present
from folio.profile.exchange.pages import holds_code
from folio.profile.exchange.prose import one_line
from folio.profile.exchange.slugs import Ids
from folio.profile.fields import as_line

LABELLED = re.compile(r"([^:]{1,60}):\s+(\S.*)", re.DOTALL)
SPOKEN = re.compile(r"([^\d,;:()–—-]{2,40}?)\s*(?:[:(–—-]\s*)([^()]{2,60}?)\)?\.?")
DEFAULT_GROUP = "Skills"
LONGEST_SKILL, LONGEST_LANGUAGE = 100, 60
"""Characters; what is longer is a sentence, and no name."""


def work(said: Json, ids: Ids) -> Json | None:
    """A position. What happened at one time began and ended then."""
    start, end = said.get("start") or said.get("end"), said.get("end")
    if not (start and "title" in said and "organisation" in said):
        return None
    name = ids.new(said["organisation"], "work")
    shared = {key: said[key] for key in ("location", "url", "summary", "highlights") if key in said}
    return present(id=name, organisation=said["organisation"], role=said["title"], start=start, end=end) | shared


def education(said: Json, _: Ids) -> Json | None:
    """A degree, or where there is none, the school."""
    title = as_line(", ".join(filter(None, (said.get("degree"), said.get("title")))))
    if not (title or "organisation" in said):
        return None
    return present(
        title=title or said["organisation"],
        institution=said.get("organisation") if title else None,
        start=said.get("start"),
        end=said.get("end"),
        summary=markup.listed(said.get("summary"), said.get("highlights", [])),
    )


def article(said: Json, ids: Ids) -> Json | None:
    """What was written, if it is somewhere."""
    if not ("title" in said and "url" in said):
        return None
    return present(
        id=ids.new(said["title"], "article"),
        url=said["url"],
        title=said["title"],
        date=said.get("end") or said.get("start"),
        summary=as_line(markup.plain(said.get("summary", ""))),
        publication=said.get("organisation"),
    )


def project(said: Json, ids: Ids) -> Json | None:
    """A project; what came of it are its highlights."""
    if "title" not in said:
        return None
    short = said.get("summary") or markup.joined(said.get("highlights", []))
    summary, whole = one_line(markup.plain(short), said["title"])
    url = said.get("url")
    code = url if url and holds_code(url) else None
    return present(
        id=ids.new(said["title"], "project"),
        title=said["title"],
        summary=summary,
        code_url=code,
        start=said.get("start") or said.get("end"),
        end=said.get("end"),
        approach=said.get("summary") if whole else None,
        outcome=markup.listed(None, said.get("highlights", [])),
        live={"url": url} if url and not code else None,
    )


def skills(said: Json) -> list[Json] | None:
    """Each of the skills that a label, or no label, stands before."""
    group, names = said.get("title", DEFAULT_GROUP), said.get("summary")
    if names is None:
        match = LABELLED.fullmatch(group)
        group, names = (match[1], match[2]) if match else (DEFAULT_GROUP, group)
    found = [words for one in _apart(names) if (words := as_line(markup.plain(one)).rstrip(". "))]
    if not found or any(len(one) > LONGEST_SKILL for one in found):
        return None
    named = {} if group == DEFAULT_GROUP else {"group": group}
    return [{"name": one, **named} for one in dict.fromkeys(found)]


def language(said: Json, spoken: str) -> Json | None:
    """A language and how well it is spoken: `English: native`, `German (B2)`."""
    name, level = said.get("title", ""), said.get("summary")
    if level is None and (match := SPOKEN.fullmatch(name)):
        name, level = match[1], match[2]
    words = as_line(markup.plain(level or ""))
    if not words or len(name) > LONGEST_LANGUAGE:
        return None
    cefr = languages.level(words)
    return {"name": name, "code": languages.code(name, spoken)} | ({"level": cefr} if cefr else {"fluency": words})


def more(said: Json) -> Json | None:
    """An entry of a section of the person's own."""
    title, organisation = said.get("title"), said.get("organisation")
    degree = said.get("degree")
    title = as_line(", ".join(filter(None, (degree, title)))) or None
    title, organisation = (title, organisation) if title else (organisation, None)
    if not title:
        return None
    by = [", ".join(authors)] if (authors := said.get("authors")) else []
    return present(
        title=title,
        organisation=organisation or said.get("location"),
        start=said.get("start"),
        end=said.get("end"),
        url=said.get("url"),
        summary="\n\n".join([*by, *filter(None, [said.get("summary")])]),
        highlights=said.get("highlights"),
    )


def _apart(names: str) -> list[str]:
    """Names between commas, those in brackets left together."""
    found, depth = [""], 0
    for letter in names:
        depth = max(0, depth + (letter in "([") - (letter in ")]"))
        if letter in ",;" and not depth:
            found.append("")
        else:
            found[-1] += letter
    return found[:MOST]
