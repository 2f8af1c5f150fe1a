"""A résumé in Markdown: every text means itself, and links stay links."""

from __future__ import annotations

from collections.abc import Iterator

from folio.portfolio.resume.model import Entry, Group, Resume, Section
from folio.portfolio.words import Words
from folio.render.artifact import Artifact
from folio.render.forms.blocks import Block, Run, blocks, runs, shown
from folio.render.markdown_text import FIRST, SPECIAL, code

UNSAFE = {" ": "%20", "<": "%3C", ">": "%3E", "(": "%28", ")": "%29", "\\": "%5C", "\n": "", "\r": ""}


def markdown(resume: Resume, path: str) -> Artifact:
    """`resume.md`, as CommonMark."""
    return Artifact.of(path, "\n\n".join(_paragraphs(resume)) + "\n")


def _paragraphs(resume: Resume) -> Iterator[str]:
    yield f"# {_text(resume.name)}"
    if resume.headline:
        yield f"**{_text(resume.headline)}**"
    if resume.contact:
        yield "\n".join(f"- {_link(_text(one.text), one.href)}" for one in resume.contact)
    for section in resume.sections:
        yield from _section(section, resume.words)


def _section(section: Section, said: Words) -> Iterator[str]:
    yield f"## {_text(section.title)}"
    yield from _prose(blocks(section.prose))
    for entry in section.entries:
        yield from _entry(entry)
    if section.groups:
        yield "\n".join(_group(group, said) for group in section.groups)
    if section.note:
        yield f"*{_text(section.note)}*"


def _entry(entry: Entry) -> Iterator[str]:
    yield f"### {_link(_text(entry.title), entry.href)}"
    lines = (
        f"**{_text(entry.organisation)}**" if entry.organisation else None,
        " · ".join(_text(one) for one in (entry.period, entry.location, entry.note) if one),
    )
    if facts := "  \n".join(line for line in lines if line):
        yield facts
    yield from _prose(blocks(entry.summary))
    if entry.bullets:
        yield "\n".join(f"- {_first(_inline(runs(bullet.html)))}" for bullet in entry.bullets)
    if entry.links:
        yield "  \n".join(_link(_text(one.text), one.href) for one in entry.links)


def _group(group: Group, said: Words) -> str:
    names = said.comma.join(_link(_text(one.text), one.href) for one in group.items)
    return f"- {said.labelled.format(label=f'**{_text(group.label)}**', text=names)}"


def _prose(found: tuple[Block, ...]) -> Iterator[str]:
    """Paragraphs, and the items of a list together."""
    items: list[str] = []
    for block in found:
        line = _first(_inline(block.runs))
        if block.item:
            items.append(f"{'-' if block.number is None else f'{block.number}.'} {line}")
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield line
    if items:
        yield "\n".join(items)


def _inline(found: tuple[Run, ...]) -> str:
    return "".join(map(_run, found))


def _run(run: Run) -> str:
    text = run.text.strip(" ")
    if not text:
        return run.text
    before, after = run.text[: len(run.text) - len(run.text.lstrip(" "))], " " * run.text.endswith(" ")
    inner = str(code(text)) if run.code else _text(text)
    marks = "**" * run.bold + "*" * run.italic
    return before + _link(f"{marks}{inner}{marks[::-1]}", run.href) + after


def _text(text: str) -> str:
    """Text that means itself anywhere in a line."""
    return _first(SPECIAL.sub(lambda found: "\\" + found[0], shown(text)))


def _first(line: str) -> str:
    """The same at the start of a line."""
    return FIRST.sub(lambda found: f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}", line)


def _link(text: str, href: str | None) -> str:
    if not href:
        return text
    return f"[{text}]({''.join(UNSAFE.get(letter, letter) for letter in href)})"
