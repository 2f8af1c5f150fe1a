"""What a document's sections hold, put where a profile has a place for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from folio.profile.exchange import markup
from folio.profile.exchange.given import Given, Json
from folio.profile.exchange.rendercv import records
from folio.profile.exchange.rendercv.items import item, sentence
from folio.profile.exchange.rendercv.layout import MORE, TEXT, Section, title_of
from folio.profile.exchange.slugs import Ids
from folio.profile.fields import as_line

MOST_SHOWN = 3
"""Projects that a résumé shows where none is featured."""
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
RECORDS = {
    "work": records.work,
    "education": records.education,
    "articles": records.article,
    "projects": records.project,
}


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
            elif made := records.more(said):
                more.append(made)
            else:
                one.leave_whole("says nothing")
        places = [place] if inside and place else []
        if more:
            if inside and self.spoken == "en":  # else two sections of one name
                title = f"Further {title[:1].lower()}{title[1:]}"
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
        return {name: found for name, found in self._found.items() if found and name != "summary"}

    def _said(self, one: Given, value: Any, style: str, place: str | None) -> Json:
        if isinstance(value, str):
            text = one.text(TEXT) or ""
            return {"title": markup.markdown(text)} if place == "summary" else sentence(text)
        said = item(one, style)
        return {"title": markup.markdown(str(value.get("bullet", "")))} if place == "summary" and said else said

    def _put(self, place: str, said: Json) -> list[str] | None:
        """The names by which an entry is in its place now; None where that can't hold it."""
        found: list[Any]
        if place == "summary":
            found, names = [said["title"]], ["summary"]
        elif place == "skills":
            found = records.skills(said) or []
            names = [one.get("group", records.DEFAULT_GROUP) for one in found[:1]]
        elif place == "languages":
            made = records.language(said, self.spoken)
            found, names = ([made], [made["name"]]) if made else ([], [])
        else:
            made = RECORDS[place](said, self._ids[place])
            found, names = ([made], [made.get("id") or self._ids[place].new(made["title"])]) if made else ([], [])
        self._found.setdefault(place, []).extend(found)
        return names or None


def _tell(one: Given, place: str, said: Json) -> None:
    """What an entry said and its place does not."""
    for key in sorted(said.keys() - SHOWN[place]):
        one.leave(KEYS.get(key, key), "has no place in a profile", said[key])
