"""A résumé as plain text, to be pasted into a field of a portal: one column, headings in capitals, real bullets."""

from __future__ import annotations

from collections.abc import Iterator

from folio.portfolio.resume.model import Entry, Group, Resume, Section
from folio.portfolio.words import Words
from folio.render.artifact import Artifact
from folio.render.forms.blocks import Block, blocks, shown
from folio.render.forms.columns import wrapped

COLUMNS = 78
BULLET = "- "
"""A hyphen comes through every form and every encoding; "•" does not."""


def text(resume: Resume, path: str) -> Artifact:
    """`resume.txt`, at most 78 columns wide."""
    parts = (_head(resume), *(_section(section, resume.words) for section in resume.sections))
    return Artifact.of(path, "\n\n\n".join("\n".join(part) for part in parts) + "\n")


def _head(resume: Resume) -> list[str]:
    lines = [*_lines(resume.name), *_lines(resume.headline)]
    if resume.contact:
        lines.append("")
        for one in resume.contact:
            lines += _lines(one.text)
    return lines


def _section(section: Section, said: Words) -> list[str]:
    lines = _lines(section.title.upper())
    for part in _parts(section, said):
        lines += ["", *part]
    return lines


def _parts(section: Section, said: Words) -> Iterator[list[str]]:
    for block in blocks(section.prose):
        yield _block(block)
    for entry in section.entries:
        yield list(_entry(entry))
    if section.groups:
        yield [line for group in section.groups for line in _group(group, said)]
    if section.note and section.name != "skills":  # it speaks of how links look, and there are none here
        yield _lines(section.note)


def _entry(entry: Entry) -> Iterator[str]:
    yield from _lines(entry.title)
    for line in (entry.organisation, entry.period, entry.location, entry.note):
        yield from _lines(line or "")
    for block in blocks(entry.summary):
        yield from _block(block)
    for bullet in entry.bullets:
        for block in blocks(bullet.html):
            yield from wrapped(BULLET + block.text, COLUMNS, hanging="  ")
    for link in entry.links:
        yield from _lines(link.text)


def _group(group: Group, said: Words) -> list[str]:
    names = said.comma.join(shown(one.text) for one in group.items)
    return wrapped(said.labelled.format(label=shown(group.label), text=names), COLUMNS, hanging="  ")


def _block(block: Block) -> list[str]:
    mark = "" if not block.item else BULLET if block.number is None else f"{block.number}. "
    return wrapped(mark + block.text, COLUMNS, hanging=" " * len(mark))


def _lines(said: str) -> list[str]:
    return wrapped(shown(said), COLUMNS)
