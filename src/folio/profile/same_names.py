"""Names in a further language: what is translated once is so wherever it stands for the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from folio.document import KeyPath


def following(
    data: object, locale: str, translated: Mapping[KeyPath, tuple[object, object]], names: Mapping[KeyPath, object]
) -> Iterator[tuple[KeyPath, str]]:
    """What names are called in a language that are not translated where they stand, by their places.

    `translated` holds the names that are, each in the profile's own language and in this one; `names` all of them.
    Languages are called what CLDR calls them.
    """
    called: dict[tuple[str, str], str] = {}
    for path, (own, here) in translated.items():
        if isinstance(own, str) and isinstance(here, str) and own != here:
            called[_field(path), own.strip().casefold()] = here
    if called:
        for path, name in names.items():
            if isinstance(name, str) and (here := called.get((_field(path), name.strip().casefold()))):
                yield path, here
        yield from _chosen_skills(data, called)
    for number, one in enumerate(_entries(data, "languages")):
        if isinstance(one.get("name"), str) and (name := _language(str(one.get("code")), locale)):
            yield ("languages", number, "name"), name


def _field(path: KeyPath) -> str:
    """The field that a name is of; a skill's own is of those in lists of skills."""
    name = next(part for part in reversed(path) if isinstance(part, str))
    return "skills" if path[0] == "skills" and name == "name" else name


def _chosen_skills(data: object, called: Mapping[tuple[str, str], str]) -> Iterator[tuple[KeyPath, str]]:
    """What targets choose as `skill:<name>`."""
    for number, target in enumerate(_entries(data, "targets")):
        for listing in ("hide", "pin"):
            listed = target.get(listing)
            for at, choice in enumerate(listed if isinstance(listed, list) else ()):
                kind, _, name = choice.partition(":") if isinstance(choice, str) else ("", "", "")
                if kind == "skill" and (here := called.get(("skills", name.strip().casefold()))):
                    yield ("targets", number, listing, at), f"skill:{here}"


def _language(code: str, locale: str) -> str | None:
    from folio.profile.exchange.languages import name_of

    return name_of(code, locale)


def _entries(data: object, section: str) -> list[Mapping[str, object]]:
    part = data.get(section) if isinstance(data, dict) else None
    return [one if isinstance(one, dict) else {} for one in part] if isinstance(part, list) else []
