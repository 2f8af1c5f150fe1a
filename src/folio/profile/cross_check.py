"""What no single field can tell: ids given twice, names that name nothing, ends before starts.

Works on the document rather than on the model, so that these problems are said together with those of single fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pydantic_core import PydanticCustomError

from folio.document import Document, KeyPath
from folio.errors import Problem
from folio.profile.fields import When, parse_when
from folio.profile.nda import mention
from folio.profile.target_check import LISTED, targeted
from folio.schema import suggestion

IDENTIFIED = (
    "clients",
    "work",
    "contracts",
    "projects",
    "articles",
    "talks",
    "references",
    "services",
    "pitches",
    "targets",
)
DATED = ("work", "contracts", "projects", "education")
EVIDENCE = {
    "project": "projects",
    "article": "articles",
    "contract": "contracts",
    "work": "work",
    "talk": "talks",
    "reference": "references",
}
SUBJECTS = {**EVIDENCE, "service": "services", "platform": "platforms"}
"""What checks find something on, by how its subjects begin, and the section that names it."""
TRUE = ("true", "yes", "on", "1", "t", "y")
LINKING = (("skills", "evidence"), ("services", "evidence"), ("pitches", "proof"))


def cross_check(document: Document) -> Iterator[Problem]:
    """Every problem between the parts of the profile; parts of the wrong shape are left to the schema."""
    ids = {
        section: [str(one.get("id")) for _, one in _entries(document, section)]
        for section in (*IDENTIFIED, "platforms")
    }
    yield from _given_twice(document)
    yield from _named_nowhere(document, ids)
    for path, link in _evidence_links(document):
        kind, _, name = link.partition(":")
        if (section := EVIDENCE.get(kind)) and not _given(document, LISTED.get(kind)):
            yield from _unless_known(document, path, name, ids[section], section)
    yield from _annotated(document, ids)
    yield from targeted(document, ids)
    yield from _backwards(document)
    yield from _shown_without_level(document)
    yield from _names_under_nda(document)


def _entries(document: Document, section: str) -> Iterator[tuple[int, dict[str, object]]]:
    whole = document.data
    part = whole.get(section) if isinstance(whole, dict) else None
    for index, one in enumerate(part if isinstance(part, list) else ()):
        if isinstance(one, dict):
            yield index, one


def _given(document: Document, section: str | None) -> bool:
    return section is not None and isinstance(document.data, dict) and bool(document.data.get(section))


def _given_twice(document: Document) -> Iterator[Problem]:
    for section in IDENTIFIED:
        first: dict[object, int] = {}
        for index, one in _entries(document, section):
            name = one.get("id")
            if isinstance(name, str) and first.setdefault(name, index) != index:
                line = document.where((section, first[name], "id")).line
                first_is = f"first on line {line}" if line else "first by --set"
                what = f"'{name}' is given twice ({first_is})"
                yield document.problem((section, index, "id"), what, "give each its own id")


def _unless_known(document: Document, path: KeyPath, name: object, known: list[str], section: str) -> Iterator[Problem]:
    if isinstance(name, str) and name not in known:
        todo = suggestion(name, known) if known else f"add it to '{section}'"
        yield replace(document.problem(path, f"there is no '{name}' in '{section}'", todo), rule="unknown-entry")


def _named_nowhere(document: Document, ids: dict[str, list[str]]) -> Iterator[Problem]:
    for section in ("contracts", "projects"):
        for index, one in _entries(document, section):
            yield from _unless_known(document, (section, index, "client"), one.get("client"), ids["clients"], "clients")
            live = one.get("live")
            for above, holder in (((), one), (("live",), live)):
                proof = holder.get("proof") if isinstance(holder, dict) else None
                if isinstance(proof, dict):
                    path: KeyPath = (section, index, *above, "proof", "reference")
                    yield from _unless_known(document, path, proof.get("reference"), ids["references"], "references")


def _evidence_links(document: Document) -> Iterator[tuple[KeyPath, str]]:
    whole = document.data
    foundations = whole.get("foundations") if isinstance(whole, dict) else None
    lists: list[tuple[KeyPath, object]] = []
    if isinstance(foundations, dict):
        lists += [(("foundations", name), links) for name, links in foundations.items()]
    for section, field in LINKING:
        lists += [((section, index, field), one.get(field)) for index, one in _entries(document, section)]
    for path, links in lists:
        for index, link in enumerate(links if isinstance(links, list) else ()):
            if isinstance(link, str):
                yield (*path, index), link


def _annotated(document: Document, ids: dict[str, list[str]]) -> Iterator[Problem]:
    """Annotations on a subject that nothing is called."""
    links = document.data.get("links") if isinstance(document.data, dict) else None
    for index, one in _entries(document, "annotations"):
        subject, path = one.get("subject"), ("annotations", index, "subject")
        if not isinstance(subject, str) or subject == "profile":
            continue
        kind, _, rest = subject.partition(":")
        name = rest.partition("#")[0]
        if section := SUBJECTS.get(kind):
            if not _given(document, LISTED.get(kind)):
                yield from _unless_known(document, path, name, ids[section], section)
        elif kind == "language":
            codes = [str(each.get("code")) for _, each in _entries(document, "languages")]
            yield from _unless_known(document, path, name, codes, "languages")
        elif kind == "link":
            pages = [page for page in links if page != "other"] if isinstance(links, dict) else []
            if not name.startswith("other-"):
                yield from _unless_known(document, path, name, pages, "links")
        else:
            todo = "write project:<id>, article:<id>, work:<id>, contract:<id>, or leave it out to mean the whole check"
            yield document.problem(path, f"'{subject[:40]}' is no subject of a check", todo)


def _shown_without_level(document: Document) -> Iterator[Problem]:
    """What is to be published of the readiness without the level it stands for."""
    whole = document.data
    publishing = whole.get("publishing") if isinstance(whole, dict) else None
    shown = publishing if isinstance(publishing, dict) else {}
    for field in ("readiness_points", "badge"):
        if _is_true(shown.get(field)) and not _is_true(shown.get("readiness")):
            todo = "write 'readiness: true' as well to publish both, or take it out"
            yield document.problem(("publishing", field), "shows nothing while 'readiness' is off", todo)


def _is_true(value: object) -> bool:
    return isinstance(value, str) and value.lower() in TRUE


def _backwards(document: Document) -> Iterator[Problem]:
    for path, one in _dated(document):
        start, end = _moment(one.get("start")), _moment(one.get("end"))
        # "2024-03 to 2024" is fine: the year is the less exact of the two.
        if start and end and end.first_day < start.first_day and not str(start).startswith(str(end)):
            yield document.problem((*path, "end"), f"{end} is before the start, {start}", "correct one of them")


def _dated(document: Document) -> Iterator[tuple[KeyPath, dict[str, object]]]:
    for section in DATED:
        yield from (((section, index), one) for index, one in _entries(document, section))
    for number, own in _entries(document, "more"):
        entries = own.get("entries")
        for index, one in enumerate(entries if isinstance(entries, list) else ()):
            if isinstance(one, dict):
                yield ("more", number, "entries", index), one


def _moment(value: object) -> When | None:
    try:
        return parse_when(value)
    except PydanticCustomError:
        return None


def _names_under_nda(document: Document) -> Iterator[Problem]:
    """A name under NDA anywhere but in the client's own entry: it would be printed."""
    for index, client in _entries(document, "clients"):
        name, shown = client.get("name"), client.get("shown_as")
        if not _is_true(client.get("nda")) or not isinstance(name, str) or not name.strip():
            continue
        pattern = mention(name)
        for path in document.values:
            text = document.at(path)
            if path[:2] != ("clients", index) and isinstance(text, str) and pattern.search(text):
                todo = f"write '{shown}' instead" if isinstance(shown, str) else "describe the client without it"
                yield document.problem(path, f"holds the name of clients[{index}], who is under NDA", todo)
