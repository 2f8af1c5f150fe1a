"""Documents one at a time: a résumé in any of its forms, from the profile and from what was seen of it before.

PDFs come as documents that `render.document.printed` has still to print: it needs nothing of all this.

Nothing is looked at for them, so they are made at once; `folio collect` looks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from folio.errors import FolioError
from folio.facts import Facts
from folio.known import Known
from folio.portfolio.resume.compose import compose_resume
from folio.portfolio.resume.model import Resume
from folio.profile.appearance import Appearance
from folio.profile.manuscript import EnclosedError, read_enclosed
from folio.render.artifact import Artifact
from folio.render.document import Document, printed, resume_to_print, to_print

MOST_UNREADABLE = 20
"""One letter in so many of a brief may be none that is known; a file with more is no text."""


def resume(found: Known, *, look: Appearance | None = None, form: str = "pdf") -> tuple[Document, ...]:
    """The résumé in one of its forms (see FORMS), for the target of who is known; a picture a page for `png`.

    `look` goes before what the profile and the target say. Raises FolioError with what is wrong.
    """
    return FORMS[form](composed_resume(found, look), found)


def pitches(found: Known, identifier: str | None = None, *, look: Appearance | None = None) -> tuple[Document, ...]:
    """The pitch with this id, or all of them, each with what to know before it is sent.

    `look` goes before what the pitch says. Raises FolioError with what is wrong.
    """
    from folio.portfolio.pitch.claimed import remarks
    from folio.portfolio.pitch.compose import the_pitch
    from folio.render.pitch import print_pitch

    chosen = [the_pitch(found.facts, identifier)] if identifier else found.facts.profile.pitches or ()
    if not chosen:
        raise FolioError("there is no pitch in the profile; add one under 'pitches'")
    shown = [found.person.pitch(one, look) for one in chosen]
    made = [print_pitch(one, path=f"pitch-{one.id}.pdf", overrides=found.templates) for one in shown]
    return tuple(
        replace(to_print(job.path, job), warnings=remarks(one, found.facts))
        for one, job in zip(chosen, made, strict=True)
    )


def letter(found: Known, *, look: Appearance | None = None) -> tuple[Document, ...]:
    """The letter to the target of who is known; raises FolioError with what is wrong."""
    from folio.portfolio.pitch.letter import compose_letter
    from folio.render.letter import print_letter

    if found.target is None:
        raise FolioError("a letter is for a target; name one with --target")
    found, facts = _in_look(found, look)
    assert found.target is not None
    shown = compose_letter(facts, found.target)
    job = print_letter(shown, overrides=found.templates)
    return (to_print(job.path, job),)


def brief_of(found: Known, file: Path | None) -> tuple[str, str]:
    """A brief's name and text: the file given, or the one that the target names."""
    from folio.readiness.brief.terms import LONGEST_BRIEF

    if file is not None:
        name = file.name
        with file.open("rb") as stream:
            content = stream.read(LONGEST_BRIEF)
    else:
        name = found.target.brief if found.target and found.target.brief else ""
        try:
            content = read_enclosed(found.folder, name)
        except EnclosedError as error:
            raise FolioError(f"{name}: {error}") from None
    text = content.decode("utf-8", "replace")
    if "\0" in text or text.count("\ufffd") > len(text) // MOST_UNREADABLE:
        raise FolioError(f"{name}: this is no text; copy the words of the brief into a plain text file")
    return name, text


def composed_resume(found: Known, look: Appearance | None = None) -> Resume:
    """The résumé of who is known, in the look asked for."""
    found, facts = _in_look(found, look)
    return compose_resume(facts, found.enclosed, found.target)


def _in_look(found: Known, look: Appearance | None) -> tuple[Known, Facts]:
    """Who is known in the language asked for, and their facts in the look asked for."""
    if look is None:
        return found, found.facts
    if look.locale:
        found = found.person.known(found.target.id if found.target else None, look.locale)
    profile = found.facts.profile
    return found, replace(found.facts, profile=profile.model_copy(update={"resume": look.over(profile.resume)}))


def _pdf(composed: Resume, found: Known) -> tuple[Document, ...]:
    return (resume_to_print(composed, f"{name(composed)}.pdf", found.templates),)


def _html(composed: Resume, found: Known) -> tuple[Document, ...]:
    from folio.render.forms.page import page

    return (Document(page(composed, f"{name(composed)}.html", overrides=found.templates)),)


def _markdown(composed: Resume, found: Known) -> tuple[Document, ...]:
    from folio.render.forms.markdown import markdown

    return (Document(markdown(composed, f"{name(composed)}.md")),)


def _text(composed: Resume, found: Known) -> tuple[Document, ...]:
    from folio.render.forms.text import text

    return (Document(text(composed, f"{name(composed)}.txt")),)


def _docx(composed: Resume, found: Known) -> tuple[Document, ...]:
    from folio.render.forms.docx import docx

    return (Document(docx(composed, f"{name(composed)}.docx")),)


def _json(composed: Resume, found: Known) -> tuple[Document, ...]:
    return (Document(Artifact(f"{name(composed)}.json", composed.source)),)


def _png(composed: Resume, found: Known) -> tuple[Document, ...]:
    from folio.render.forms.pictures import pictures

    (pdf,) = printed(_pdf(composed, found))
    first, *others = pictures(pdf.artifact.content, pdf.artifact.path)
    return (replace(pdf, artifact=first, pages=None), *map(Document, others))


def name(composed: Resume) -> str:
    """`resume`, or `resume-acme` for a target: the file's name without its ending."""
    return f"resume-{composed.target}" if composed.target else "resume"


Make = Callable[[Resume, Known], tuple[Document, ...]]

FORMS: dict[str, Make] = {
    "pdf": _pdf,
    "html": _html,
    "markdown": _markdown,
    "text": _text,
    "docx": _docx,
    "png": _png,
    "json": _json,
}
