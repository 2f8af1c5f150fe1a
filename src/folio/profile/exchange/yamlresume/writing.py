"""A profile as a YAMLResume document (0.14), which allows only what its schema names, and of that only so much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from folio.profile.exchange import languages, markup
from folio.profile.exchange.given import Json, present
from folio.profile.exchange.matching import NAME
from folio.profile.exchange.pages import host
from folio.profile.exchange.said import not_held, said
from folio.profile.exchange.slugs import Ids
from folio.profile.exchange.taken import Written
from folio.profile.exchange.yamlresume.head import location, profiles
from folio.profile.exchange.yamlresume.limits import Limits
from folio.profile.exchange.yamlresume.words import LANGUAGES, LEVEL, LOCALES, OTHER_NAMES, degree, fluency
from folio.profile.model import Profile

HELD = (
    "name", "headline", "summary", "language", "contact.email", "contact.phone", "contact.location", "links",
    "skills.*.name", "skills.*.group", "languages.*.name", "languages.*.code", "languages.*.level",
    "languages.*.fluency", "education.*.title", "education.*.kind", "education.*.institution", "education.*.start",
    "education.*.end", "education.*.summary", "work.*.id", "work.*.organisation", "work.*.role", "work.*.start",
    "work.*.end", "work.*.url", "work.*.summary", "work.*.highlights.*.text", "work.*.skills", "projects.*.id",
    "projects.*.title", "projects.*.summary", "projects.*.code_url", "projects.*.live.url", "projects.*.start",
    "projects.*.end", "projects.*.outcome", "projects.*.skills", "projects.*.featured", "articles.*.id",
    "articles.*.url", "articles.*.title", "articles.*.date", "articles.*.summary", "articles.*.publication",
)  # fmt: skip
"""What of a profile is in the document."""
HELD_MORE = {
    "Awards": ("title", "organisation", "end", "summary"),
    "Volunteering": ("title", "organisation", "start", "end", "url", "summary", "highlights"),
    "Interests": ("title", "summary"),
}
"""The sections of the person's own that it has too, and what they hold."""
NAMES, ROLES, AREAS = 128, 64, 64
"""Characters of a line at most."""


def write(profile: Profile) -> Written:
    """The document, and what of the profile is not in it."""
    data = said(profile)
    writer = _Writer(data)
    document: Json = {"content": writer.content(profile.name)}
    if locale := LOCALES.get(profile.language) or LOCALES.get(profile.language.partition("-")[0]):
        document["locale"] = {"language": locale}
    held = [*HELD]
    for at, one in enumerate(data.get("more", ())):
        held += [f"more.{at}.title", *(f"more.{at}.entries.*.{name}" for name in HELD_MORE.get(one["title"], ()))]
    return Written(document, (*writer.limits.left, *not_held(data, held)))


class _Writer:
    """Writes section after section."""

    def __init__(self, data: Json) -> None:
        self.data = data
        self.limits = Limits()

    def content(self, name: str) -> Json:
        """What YAMLResume calls the content."""
        contact, links = self.data.get("contact", {}), self.data.get("links", {})
        basics = present(
            name=self.limits.cut("name", name, NAMES),
            headline=self.limits.cut("headline", self.data["headline"], NAMES),
            email=contact.get("email"),
            phone=contact.get("phone"),
            url=links.get("website"),
            summary=self.limits.summary("summary", self.data["summary"], self.data["headline"]),
        )
        schools = list(self._schools())
        return {
            "basics": basics,
            **present(location=location(contact.get("location"))),
            **present(profiles=profiles(links, self.limits.left)),
            "education": [one for kind, one in schools if kind != "course"],
            **present(
                work=list(self._works()),
                skills=list(self._skills()),
                languages=list(self._languages()),
                projects=list(self._projects()),
                publications=list(self._articles()),
                certificates=[one for kind, one in schools if kind == "course"],
                awards=list(self._more("Awards", self._award)),
                volunteer=list(self._more("Volunteering", self._volunteer)),
                interests=list(self._more("Interests", self._interest)),
            ),
        }

    def _works(self) -> Iterator[Json]:
        for at, one in self._each("work"):
            path = f"work[{at}]"
            text = markup.listed(one.get("summary"), [each["text"] for each in one.get("highlights", ())])
            words = self.limits.keywords(f"{path}.skills", one.get("skills", ()))
            position = self._position(path, one, "name", one["organisation"], one["role"], text)
            yield {NAME: one["id"], **position, **present(keywords=words)}

    def _position(self, path: str, one: Json, key: str, organisation: str, role: str, text: str | None) -> Json:
        """Work and volunteering, which differ in the name of the organisation's key."""
        return present(
            **{key: self.limits.cut(f"{path}.organisation", organisation, NAMES)},
            position=self.limits.cut(f"{path}.role", role, ROLES),
            url=one.get("url"),
            startDate=one.get("start"),
            endDate=one.get("end"),
            summary=self.limits.summary(f"{path}.summary", text, f"{role}, {organisation}"),
        )

    def _schools(self) -> Iterator[tuple[str, Json]]:
        ids = Ids()
        for at, one in self._each("education"):
            path, name = f"education[{at}]", ids.new(one["title"])
            if one.get("kind") == "course":
                link = one.get("summary", "")
                url = link[1:-1] if link.startswith("<http") and link.endswith(">") else None
                if link and url is None:
                    self.limits.leave(f"{path}.summary", link)
                issuer = one.get("institution") or one["title"]
                entry = present(
                    name=self.limits.cut(path, one["title"], NAMES), issuer=self.limits.cut(path, issuer, NAMES)
                )
                yield "course", {NAME: name, **entry, **present(url=url, date=one.get("end"))}
                continue
            kind, area = degree(one["title"])
            yield (
                "degree",
                {NAME: name}
                | present(
                    institution=self.limits.cut(f"{path}.institution", one.get("institution") or one["title"], NAMES),
                    degree=kind,
                    area=self.limits.cut(f"{path}.title", area, AREAS),
                    startDate=one.get("start"),
                    endDate=one.get("end"),
                    summary=self.limits.summary(f"{path}.summary", one.get("summary"), None),
                ),
            )

    def _skills(self) -> Iterator[Json]:
        groups: dict[str, list[str]] = {}
        for _, one in self._each("skills"):
            groups.setdefault(one.get("group", "Skills"), []).append(one["name"])
        for group, names in groups.items():
            words = self.limits.keywords("skills", names)
            yield {
                NAME: group,
                "name": self.limits.cut("skills", group, NAMES),
                "level": LEVEL,
                **present(keywords=words),
            }

    def _languages(self) -> Iterator[Json]:
        for at, one in self._each("languages"):
            english = OTHER_NAMES.get(one["code"]) or languages.name_of(one["code"], "en")
            name = next((each for each in (one["name"], english) if each in LANGUAGES), None)
            how = fluency(one.get("level"), one.get("fluency"))
            if name and how:
                yield {NAME: one["name"], "language": name, "fluency": how}
            else:
                self.limits.leave(f"languages[{at}]", one["name"])

    def _projects(self) -> Iterator[Json]:
        for at, one in self._each("projects"):
            path, start = f"projects[{at}]", one.get("start") or one.get("end")
            if not start:
                self.limits.leave(path, one["title"], "has no date, which YAMLResume asks for")
                continue
            short = one["summary"] if one["summary"] != one["title"] and len(one["summary"]) > 3 else None
            yield {NAME: one["id"]} | present(
                name=self.limits.cut(f"{path}.title", one["title"], NAMES),
                description=short,
                url=one.get("live", {}).get("url") or one.get("code_url"),
                startDate=start,
                endDate=one.get("end"),
                summary=self.limits.summary(f"{path}.outcome", one.get("outcome"), one["summary"]),
                keywords=self.limits.keywords(f"{path}.skills", one.get("skills", ())),
            )

    def _articles(self) -> Iterator[Json]:
        for at, one in self._each("articles"):
            path = f"articles[{at}]"
            if "url" not in one:
                self.limits.leave(path, one["id"], "is a file of yours, without an address")
                continue
            yield {NAME: one["id"]} | present(
                name=self.limits.cut(f"{path}.title", str(one.get("title", one["id"])), NAMES),
                publisher=self.limits.cut(
                    f"{path}.publication", str(one.get("publication") or host(one["url"])), NAMES
                ),
                url=one["url"],
                releaseDate=one.get("date"),
                summary=self.limits.summary(f"{path}.summary", one.get("summary"), None),
            )

    def _more(self, title: str, make: Any) -> Iterator[Json]:
        for number, section in self._each("more"):
            ids = Ids()
            for at, one in enumerate(section.get("entries", ())):
                if section["title"] != title:
                    continue
                made = make(f"more[{number}].entries[{at}]", one)
                if made:
                    yield {NAME: ids.new(one["title"]), **made}
                else:
                    self.limits.leave(f"more[{number}].entries[{at}]", one["title"], "lacks what YAMLResume asks for")

    def _award(self, path: str, one: Json) -> Json | None:
        if "organisation" not in one:
            return None
        return present(
            title=self.limits.cut(f"{path}.title", one["title"], NAMES),
            awarder=self.limits.cut(f"{path}.organisation", one["organisation"], NAMES),
            date=one.get("end"),
            summary=self.limits.summary(f"{path}.summary", one.get("summary"), None),
        )

    def _volunteer(self, path: str, one: Json) -> Json | None:
        if not ("organisation" in one and "start" in one):
            return None
        text = markup.listed(one.get("summary"), [each["text"] for each in one.get("highlights", ())])
        return self._position(path, one, "organization", one["organisation"], one["title"], text)

    def _interest(self, path: str, one: Json) -> Json | None:
        words = self.limits.keywords(f"{path}.summary", one.get("summary", "").split(", ") if "summary" in one else ())
        return present(name=self.limits.cut(f"{path}.title", one["title"], NAMES), keywords=words)

    def _each(self, section: str) -> Iterable[tuple[int, Json]]:
        return enumerate(self.data.get(section) or ())
