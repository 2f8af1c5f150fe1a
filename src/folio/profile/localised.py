"""Texts in several languages: a profile whose texts are written once for each, as a document in one of them.

Wherever the schema has a text (`Line`, `Markdown`), a mapping from language tag to text may stand for it. All of that
is done on the document, before there is a profile: everything after it knows of one language only, and a mistake is
told at the line and column of the very text that holds it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from folio.document import Document, KeyPath, dotted
from folio.errors import Problem
from folio.profile.languages import TAG, broader, languages, nearest, site_languages
from folio.profile.same_names import following
from folio.profile.text_places import Place, text_places

IN_PART = ("annotations", "pitches", "references", "rehearsals", "study_log", "targets", "variables")
"""Sections that speak one language anyway: of one reader, of somebody else, or to nobody."""
Texts = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Written:
    """What a profile says once for each language, and what is wrong with that."""

    languages: tuple[str, ...]
    """The profile's own first, those of the site, and others that any text is in."""
    texts: Mapping[KeyPath, Texts] = field(default_factory=dict)
    names: Mapping[KeyPath, object] = field(default_factory=dict)
    """What stands where names do, in several languages or in one."""
    problems: tuple[Problem, ...] = ()
    places: frozenset[str] = frozenset()
    """The fields that the problems are about; what else is wrong there is wrong because of them."""

    def explains(self, problem: Problem) -> bool:
        """Whether a problem is told by one of these already."""
        return any(
            problem.field.startswith(place) and problem.field[len(place) :][:1] in ("", ".", "[")
            for place in self.places
        )


def may_be_written_apart(document: Document) -> bool:
    """Whether any text may be there once for each language; quick, and sure where it says no."""
    known = {part for tag in languages(document)[1:] for part in broader(tag.casefold())}
    return bool(known) and any(isinstance(path[-1], str) and path[-1].casefold() in known for path in document.keys)


def written(document: Document) -> Written:
    """Every text that is there once for each language, and every problem with one."""
    spoken = languages(document)
    texts: dict[KeyPath, Texts] = {}
    problems: list[Problem] = []
    places: set[str] = set()
    names: dict[KeyPath, object] = {}
    for place in text_places(document.data, frozenset(map(str.casefold, spoken))):
        if place.kind == "name":
            names[place.path] = place.value
        if isinstance(place.value, dict) and place.value:
            if wrong := list(_problems(document, place, spoken)):
                problems += wrong
                places.add(dotted(place.path))
            if place.kind is not None:
                texts[place.path] = place.value
    used = {tag for one in texts.values() for tag in _tags(one)}
    own = site_languages(document)
    others = (one for one in spoken if one not in own and used.intersection(broader(one.casefold())))
    return Written((*own, *others), texts, names, tuple(problems), frozenset(places))


def in_locale(document: Document, locale: str, said: Written) -> Document:
    """The document in one of its languages; what is not written in it stays in the profile's own.

    A name that is translated once, of a skill or a unit, is so wherever it stands for the same, and languages are
    called what they are called in that language, unless the profile has a name of its own for one.
    """
    chosen = {path: _key(texts, locale, said.languages[0]) for path, texts in said.texts.items()}
    values = {path: spot for path, spot in document.values.items() if not _is_below(path, chosen)}
    values |= {path: document.values[(*path, tag)] for path, tag in chosen.items()}
    keys = {path: spot for path, spot in document.keys.items() if not _is_below(path, chosen)}
    texts = {path: said.texts[path][tag] for path, tag in chosen.items()}
    if locale != said.languages[0]:
        own = {path: one[_key(one, said.languages[0], "")] for path, one in said.texts.items() if path in said.names}
        texts |= dict(
            following(document.data, locale, {path: (one, texts[path]) for path, one in own.items()}, said.names)
        )
        texts["language",] = locale
        if ("resume", "locale") in values:
            texts["resume", "locale"] = locale
    data = _with(document.data, (), texts)
    if isinstance(data, dict):
        data.setdefault("language", locale)
    return replace(document, data=data, values=values, keys=keys)


def missing_texts(document: Document, locale: str) -> tuple[KeyPath, ...]:
    """The texts that have no version in a language, in their order; names of people, firms and tools may do without."""
    spoken = frozenset(map(str.casefold, languages(document)))
    tags = set(broader(locale.casefold()))
    return tuple(
        place.path
        for place in text_places(document.data, spoken)
        if place.path[0] not in IN_PART
        and (place.kind == "text" or (place.kind == "name" and isinstance(place.value, dict)))
        and (isinstance(place.value, str) or (isinstance(place.value, dict) and not tags & _tags(place.value)))
    )


def _problems(document: Document, place: Place, spoken: tuple[str, ...]) -> Iterator[Problem]:
    """What is wrong with a mapping that stands where one for each language may, or may not."""
    path, texts = place.path, place.value
    assert isinstance(texts, dict)
    if place.kind is None:
        what = "is given once for each language, and has to be the same in all"
        todo = "write it once; inside a list, write each text in every language" if place.listed else "write it once"
        yield document.problem(path, what, todo)
        return
    known = {tag for one in spoken for tag in broader(one.casefold())}
    for tag, text in texts.items():
        if not TAG.fullmatch(tag):
            todo = f"write a text, or one for each language, such as '{spoken[0]}: ...'"
            yield document.problem((*path, tag), f"'{tag[:40]}' is no tag of a language", todo, key=True)
        elif tag.casefold() not in known:
            near = nearest(tag, ("", *spoken))
            todo = f"did you mean '{near}'" if near else "add it to 'locales' below 'site', or take the text out"
            yield document.problem((*path, tag), f"'{tag}' is no language of this profile", todo, key=True)
        elif text is None or (isinstance(text, str) and not text.strip()):
            yield document.problem((*path, tag), "is empty", "write a text, or remove the line")
        elif isinstance(text, dict):  # a record in one language would be taken for what it stands for
            yield document.problem((*path, tag), "is not a text", "write a text")
    if not set(broader(spoken[0].casefold())) & _tags(texts):
        todo = f"add '{spoken[0]}: ...', or say another 'language' for the profile"
        yield document.problem(path, f"lacks the profile's own language, {spoken[0]}", todo, key=True)


def _with(value: object, path: KeyPath, texts: Mapping[KeyPath, object]) -> object:
    """The value at `path` with the texts that are at or below it."""
    if path in texts:
        return texts[path]
    if isinstance(value, dict):
        return {key: _with(one, (*path, key), texts) for key, one in value.items()}
    if isinstance(value, list):
        return [_with(one, (*path, index), texts) for index, one in enumerate(value)]
    return value


def _is_below(path: KeyPath, others: Mapping[KeyPath, object]) -> bool:
    return any(path[:end] in others for end in range(1, len(path)))


def _key(texts: Texts, locale: str, first: str) -> str:
    """The key of the text in a language, else in the profile's own, else of any."""
    keys = {key.casefold(): key for key in texts}
    return next(
        (keys[tag] for one in (locale, first) for tag in broader(one.casefold()) if tag in keys), next(iter(texts))
    )


def _tags(texts: Texts) -> set[str]:
    return {key.casefold() for key in texts}
