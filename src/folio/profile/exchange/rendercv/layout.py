"""The sections of a RenderCV document, which are called as their author likes, and where folio holds each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from folio.profile.exchange.given import Json
from folio.profile.exchange.kept_values import as_kept, from_kept
from folio.profile.extra import Kept

AT = "/folio/sections"
"""Under `extra`: a place that no document has, so that nothing of it comes into one."""
MORE = "more:"
"""Starts the place of a section of the person's own; its title follows."""
TEXT = ""
"""The key under which an entry is read that is a text alone."""
SINGLE = {"bullet": "bullet", "number": "number", "reversed_number": "reversed_number"}
"""Entries of one text, by the key of it."""

TITLES = {
    "summary": r"((professional|career|executive|personal) )?(summary|profile|objective|statement)|about( me)?"
    r"|intro(duction)?|welcome.*|overview|bio|profil|zusammenfassung|über mich|resumen|perfil|sobre (mí|mi)|résumé"
    r"|à propos|sommario",
    "work": r"(?!.*(volunteer|teaching|leadership|extracurricular|research|project|academic|activit))"
    r"(.*\b(experiences?|employment|career|internships?|work history)\b.*|work|jobs|positions?|freelanc.*"
    r"|.*berufserfahrung|werdegang|.*experiencia.*|expériences?.*|.*esperienz.*|.*experiência.*)",
    "education": r".*education.*|academics?|studies|ausbildung|bildung|studium|educación|formaci[oó]n.*|formation.*"
    r"|istruzione|educação|academic background|qualifications?",
    "articles": r".*(publication|paper|article|writing|veröffentlichung|publicacion|pubblicazion).*",
    "projects": r".*(project|portfolio|case stud|open.?source|projekt|proyecto|projet|progett).*",
    "skills": r".*(skill|technolog|competenc|expertise|stack|tools|kompetenz|kenntnisse|fähigkeit|habilidades"
    r"|compétence|programming|aptitudes|tecnolog|proficienc).*",
    "languages": r"((spoken|foreign|human) )?languages?( skills?| proficiency)?|sprachen|sprachkenntnisse|idiomas"
    r"|langues|lingue",
}
"""What sections are called, in small letters, that belong in a place; the first that fits counts."""
OTHERWISE = re.compile(r"volunt|project|activit|award|certif")
"""What a section is not called that is taken for one of work or education because of its entries alone."""
LONGEST_HEADING = 200
ONE_LINERS = frozenset({"one_line", "text", *SINGLE})
STYLES = {
    "summary": frozenset({"text", "bullet"}),
    "work": frozenset({"experience"}),
    "education": frozenset({"education"}),
    "articles": frozenset({"publication"}),
    "projects": frozenset({"normal"}),
    "languages": ONE_LINERS,
    "skills": ONE_LINERS,
}
"""Which entries a place of folio's can be made of."""
BY_STYLE = {"experience": "work", "education": "education", "publication": "articles"}
"""Where the first section of such entries belongs when none is called so."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section as it stood in the document: its key, what its entries are, and where folio holds them."""

    key: str
    style: str
    places: tuple[str, ...]
    """Such as `work`, or `more:Awards`."""
    entries: tuple[str, ...] = ()
    """The names of those that are here, where several sections share a place."""


def style_of(entry: Any) -> str:
    """Which of RenderCV's kinds an entry is of."""
    if not isinstance(entry, dict):
        return "text"
    keys = {key for key, value in entry.items() if value is not None}
    for key in SINGLE:
        if key in keys:
            return key
    if "details" in keys or "label" in keys:
        return "one_line"
    if {"company", "position"} & keys:
        return "experience"
    if "institution" in keys:
        return "education"
    if "title" in keys and {"authors", "journal", "doi"} & keys:
        return "publication"
    return "normal"


def title_of(key: str) -> str:
    """A section's key as RenderCV prints it: `selected_honors` is "Selected Honors"."""
    text = " ".join(key.split())
    if text and " " not in text and text == text.lower():
        return " ".join(word[:1].upper() + word[1:] for word in text.split("_") if word) or text
    return text


def places(sections: dict[str, list[Any]]) -> dict[str, str]:
    """For each section the place of folio's that takes its entries; none for one that stays as it is."""
    found: dict[str, str] = {}
    styles = {key: style_of(entries[0]) if entries else "" for key, entries in sections.items()}
    for key, style in styles.items():
        heading = re.sub(r"[\s_\-:!]+", " ", key[:LONGEST_HEADING]).strip().casefold()
        for place, title in TITLES.items():
            if style in STYLES[place] and re.fullmatch(title, heading) and not _is_taken(place, found):
                found[key] = place
                break
    for style, place in BY_STYLE.items():
        if place not in found.values():
            heads = (key for key, one in styles.items() if one == style and key not in found)
            fits = next((key for key in heads if not OTHERWISE.search(key.lower())), None)
            if fits is not None:
                found[fits] = place
    first = next(iter(styles), None)
    if "summary" not in found.values() and first is not None and styles[first] == "text" and first not in found:
        found[first] = "summary"
    return found


def kept(sections: Iterable[Section]) -> Json:
    """The sections as data of `Profile.extra`."""
    every = list(sections)
    places = [place for one in every for place in one.places]
    said = [
        {"key": one.key, "style": one.style, "places": list(one.places)}
        | ({"entries": list(one.entries)} if any(places.count(place) > 1 for place in one.places) else {})
        for one in every
    ]
    return {"at": AT, "was": as_kept(said)}


def known(extra: Iterable[Kept]) -> Iterator[Section]:
    """The sections that were kept."""
    found = next((from_kept(one.was) for one in extra if one.at == AT), None)
    for one in found if isinstance(found, list) else ():
        if isinstance(one, dict) and isinstance(one.get("key"), str) and isinstance(one.get("places"), list):
            entries = one.get("entries")
            names = tuple(map(str, entries)) if isinstance(entries, list) else ()
            yield Section(one["key"], str(one.get("style", "")), tuple(map(str, one["places"])), names)


def _is_taken(place: str, found: dict[str, str]) -> bool:
    """Only one section is the summary; of every other place there may be several."""
    return place == "summary" and place in found.values()
