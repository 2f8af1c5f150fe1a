"""What a document's sections hold, put where a profile has a place for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from folio.profile.exchange import languages, markup
from folio.profile.exchange.given import MOST, Given, Json, present
from folio.profile.exchange.pages import holds_code
from folio.profile.exchange.prose import one_line
from folio.profile.exchange.rendercv.items import item, sentence
from folio.profile.exchange.rendercv.layout import MORE, TEXT, Section, title_of
from folio.profile.exchange.slugs import Ids
from folio.profile.fields import as_line

MOST_SHOWN = 3
"""Projects that a résumé shows where none is featured."""
LABELLED = re.compile(r"([^:]{1,60}):\s+(\S.*)", re.DOTALL)
SPOKEN = re.compile(r"([^\d,;:()–—-]{2,40}?)\s*(?:[:(–—-]\s*)([^()]{2,60}?)\)?\.?")
SPAN = frozenset({"title", "start", "end"})
SHOWN = {
    "summary": frozenset({"title"}),
    "work": SPAN | {"organisation", "location", "url", "summary", "highlights"},
    "education": SPAN | {"organisation", "degree", "summary", "highlights"},
    "articles": SPAN | {"organisation", "url", "summary"},
    "projects": SPAN | {"url", "summary", "highlights"},
    "skills": frozenset({"title", "summary"}),
    "languages": frozenset({"title", "summary"}),
}
"""What of an item is taken by each place."""
KEYS = {"start": "start_date", "end": "end_date", "organisation": "location"}
DEFAULT_GROUP = "Skills"


class Content:
    """Takes section after section; `data` is what a profile says of them."""

    def __init__(self, spoken: str) -> None:
        self.spoken = spoken
        self.sections: list[Section] = []
        self.apart: list[str] = []
        """Titles of the sections that hold what could not be where it belongs."""
        self._found: dict[str, list[Any]] = {}
        self._ids = {name: Ids() for name in ("work", "education", "articles", "projects")}

    @property
    def work(self) -> list[Json]:
        """The positions."""
        return self._found.get("work", [])

    def add(self, key: str, style: str, place: str | None, entries: Iterable[tuple[Given, Any]]) -> None:
        """A section, of which each entry goes to `place` where that can hold it."""
        title = as_line(title_of(key)) or "More"
        inside: list[str] = []
        more: list[Json] = []
        for one, value in entries:
            said = self._said(one, value, style, place)
            name = self._put(place, said) if place and said else None
            if place and name is not None:
                inside += name
                _tell(one, place, said)
            elif made := _more(said):
                more.append(made)
            else:
                one.leave_whole("says nothing")
        places = [place] if inside and place else []
        if more:
            self._found.setdefault("more", []).append({"title": title, "entries": more})
            places.append(f"{MORE}{title}")
            if place:
                self.apart.append(title)
        self.sections.append(Section(key, style, tuple(places), tuple(dict.fromkeys(inside))))

    def text(self, name: str) -> str | None:
        """The paragraphs of the summary."""
        return "\n\n".join(self._found.get(name, [])) or None

    def data(self) -> Json:
        """The sections of a profile, without the summary."""
        projects = self._found.get("projects", [])
        if len(projects) > MOST_SHOWN:
            self._found["projects"] = [one | {"featured": True} for one in projects]
        return {name: found for name, found in self._found.items() if name != "summary"}

    def _said(self, one: Given, value: Any, style: str, place: str | None) -> Json:
        if isinstance(value, str):
            text = one.text(TEXT) or ""
            return {"title": markup.markdown(text)} if place == "summary" else sentence(text)
        said = item(one, style)
        return {"title": markup.markdown(str(value.get("bullet", "")))} if place == "summary" and said else said

    def _put(self, place: str, said: Json) -> list[str] | None:
        """The names by which an entry is in its place now; None where that can't hold it."""
        if place == "summary":
            self._found.setdefault(place, []).append(said["title"])
            return ["summary"]
        if place == "skills":
            return self._skills(said)
        if place == "languages":
            return self._language(said)
        makers = {
            "work": self._work,
            "education": self._education,
            "articles": self._articles,
            "projects": self._projects,
        }
        if (made := makers[place](said)) is None:
            return None
        self._found.setdefault(place, []).append(made)
        return [made.get("id") or self._ids[place].new(made["title"])]

    def _work(self, said: Json) -> Json | None:
        start, end = said.get("start") or said.get("end"), said.get("end")
        if not (start and "title" in said and "organisation" in said):
            return None
        name = self._ids["work"].new(said["organisation"], "work")
        shared = {key: said[key] for key in ("location", "url", "summary", "highlights") if key in said}
        return present(id=name, organisation=said["organisation"], role=said["title"], start=start, end=end) | shared

    def _education(self, said: Json) -> Json | None:
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

    def _articles(self, said: Json) -> Json | None:
        if not ("title" in said and "url" in said):
            return None
        return present(
            id=self._ids["articles"].new(said["title"], "article"),
            url=said["url"],
            title=said["title"],
            date=said.get("end") or said.get("start"),
            summary=as_line(markup.plain(said.get("summary", ""))),
            publication=said.get("organisation"),
        )

    def _projects(self, said: Json) -> Json | None:
        if "title" not in said:
            return None
        summary, whole = one_line(markup.plain(said.get("summary", "")), said["title"])
        url = said.get("url")
        code = url if url and holds_code(url) else None
        return present(
            id=self._ids["projects"].new(said["title"], "project"),
            title=said["title"],
            summary=summary,
            code_url=code,
            start=said.get("start") or said.get("end"),
            end=said.get("end"),
            approach=said.get("summary") if whole else None,
            outcome=markup.listed(None, said.get("highlights", [])),
            live={"url": url} if url and not code else None,
        )

    def _skills(self, said: Json) -> list[str] | None:
        group, names = said.get("title", DEFAULT_GROUP), said.get("summary")
        if names is None:
            match = LABELLED.fullmatch(group)
            group, names = (match[1], match[2]) if match else (DEFAULT_GROUP, group)
        found = [words for one in apart(names) if (words := as_line(markup.plain(one)).rstrip("."))]
        if not found or any(len(one) > 100 for one in found):
            return None
        skills = self._found.setdefault("skills", [])
        skills += [{"name": one} | ({"group": group} if group != DEFAULT_GROUP else {}) for one in dict.fromkeys(found)]
        return [group]

    def _language(self, said: Json) -> list[str] | None:
        name, level = said.get("title", ""), said.get("summary")
        if level is None and (match := SPOKEN.fullmatch(name)):
            name, level = match[1], match[2]
        words = as_line(markup.plain(level or ""))
        if not words or len(name) > 60:
            return None
        cefr = languages.level(words)
        how = {"level": cefr} if cefr else {"fluency": words}
        self._found.setdefault("languages", []).append({"name": name, "code": languages.code(name, self.spoken)} | how)
        return [name]


def apart(names: str) -> list[str]:
    """Names between commas, those in brackets left together."""
    found, depth = [""], 0
    for letter in names:
        depth = max(0, depth + (letter in "([") - (letter in ")]"))
        if letter in ",;" and not depth:
            found.append("")
        else:
            found[-1] += letter
    return found[:MOST]


def _tell(one: Given, place: str, said: Json) -> None:
    """What an entry said and its place does not."""
    for key in said.keys() - SHOWN[place]:
        one.leave(KEYS.get(key, key), "has no place in a profile", said[key])


def _more(said: Json) -> Json | None:
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
