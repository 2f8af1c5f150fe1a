"""What an automatic reader gets of a document, as a person reads it on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from folio.cli.terminal import say
from folio.cli.text import clean, cut, fitted

if TYPE_CHECKING:
    from folio.ats.report import AtsReport, DocumentReport, ExtractorReport

AT_ONCE = 12
"""Losses that are listed for a document; more are counted."""
WIDE = 60
SAFEST = "plain"
HOW = {"mixed": "is mixed with something else", "lost": "is lost"}


def show(report: AtsReport) -> None:
    """Prints a table for each document, what is lost by name, and what to do."""
    for number, document in enumerate(report.documents):
        if number:
            say()
        for line in _document(document):
            say(line)
    if report.missing:
        say(f"not on this machine: {', '.join(report.missing)}", err=True)
    for line in _todo(report):
        say(line)


def _document(document: DocumentReport) -> Iterator[str]:
    theme = f", theme {clean(document.theme)}" if document.theme else ""
    yield click.style(f"{clean(document.document)}{theme}", bold=True)
    if document.left_out:
        yield f"  {document.left_out} of its parts were left out to save room, and are not asked for"
    yield f"  {fitted('reader', 18)}  {fitted('verbatim', 12)}  {fitted('out of place', 12)}  fields"
    for one in document.extractors:
        yield _row(one)
    losses = list(_losses(document))
    yield from losses[:AT_ONCE]
    if len(losses) > AT_ONCE:
        yield f"  and {len(losses) - AT_ONCE} more; --format json has them all"


def _row(one: ExtractorReport) -> str:
    name = fitted(one.extractor, 18)
    if one.problem:
        return f"  {name}  {clean(one.problem)}"
    in_order = bool(one.fields)
    fields = f"{one.found} of {one.fields}" if in_order else f"not asked: {one.order}"
    misplaced = str(len(one.misplaced)) if in_order else "not asked"
    text = f"  {name}  {fitted(f'{one.verbatim} of {one.strings}', 12)}  {fitted(misplaced, 12)}  {fields}"
    return text if one.is_whole else click.style(text, fg="yellow")


def _losses(document: DocumentReport) -> Iterator[str]:
    """What somebody loses, each once, with who loses it."""
    said: dict[str, dict[str, None]] = {}
    for one in document.extractors:
        fields = {field.wanted for field in one.not_found}
        for field in one.not_found:
            elsewhere = field.verdict == "mixed" and field.read.split() == field.wanted.split()
            how = "is taken for another field" if elsewhere else HOW[field.verdict]
            read = f"; read: {cut(clean(field.read), WIDE)}" if field.read and not elsewhere else ""
            said.setdefault(f"{_named(field.field)} {how}{read}", {})[one.extractor] = None
        for text in (*one.lost, *one.misplaced):
            if text not in fields:
                how = "is not verbatim" if text in one.lost else "is out of its place"
                said.setdefault(f"'{cut(clean(text), WIDE)}' {how}", {})[one.extractor] = None
    yield from (f"  {what} ({', '.join(who)})" for what, who in said.items())


def _named(field: str) -> str:
    """A field's name, with its last part whole."""
    entry, colon, part = clean(field).rpartition(": ")
    return f"{cut(entry, WIDE)}{colon}{cut(part, WIDE)}"


def _todo(report: AtsReport) -> Iterator[str]:
    if report.is_whole:
        yield "Automatic readers get everything."
        return
    whole = [one.theme for one in report.documents if one.is_whole and one.theme]
    if whole:
        yield f"What to do: use a theme of which nothing is lost: {', '.join(map(clean, whole))}."
    else:
        tried = SAFEST in {one.theme for one in report.documents}
        other = "" if tried else f"try the theme made for automatic readers, --theme {SAFEST}; or "
        yield f"What to do: {other}reword what is named above; whole sentences and plain letters are safest."
