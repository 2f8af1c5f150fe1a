"""What a command that makes documents ends with: they are printed, written, and said where they are.

This may happen in another process than the one that composed them, and a day later again. It imports nothing of the
profile or the evidence, and not click.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

from folio import kept
from folio.cli.files import STDOUT, to_stdout, write
from folio.cli.progress import progress
from folio.cli.text import clean
from folio.errors import FolioError
from folio.render.document import Document, printed

STYLE = re.compile(r"\x1b\[[0-9;]*m")
"""What colours a line."""


@dataclass(frozen=True, slots=True)
class Order:
    """Documents, where they go, and what is said after them."""

    documents: tuple[Document, ...]
    out: Path | None = None
    """The file asked for; beside the person, by the documents' own names, when None."""
    further: tuple[str, ...] = ()
    """Lines that may be coloured."""
    quiet: bool = False
    """Whether no progress is to be shown."""
    as_json: bool = False
    """Whether all that is said is one JSON object, for programs."""
    place: Path | None = None
    """Where an answer may be kept; None to keep none."""
    inputs: kept.Inputs | None = None
    """What all this was made from; None where that can't be told."""


def get_ready() -> None:
    """Imports what printing will take, while the documents are composed elsewhere."""
    from folio.render.pdf import load_weasyprint

    load_weasyprint()
    from folio.render import resume, templates  # noqa: F401 - for the unpickling

    templates.get_ready("resume/base.html.j2")
    templates.get_ready("resume/parts.html.j2")


def deliver(order: Order) -> None:
    """Does what is still to be done; raises FolioError when something can't be printed or written."""
    if any(one.job for one in order.documents):
        quiet = [one.warnings for one in order.documents]
        with progress(order.quiet) as shown:
            shown.within("printing")
            order = replace(order, documents=printed(order.documents))
        if quiet != [one.warnings for one in order.documents]:  # what printing warns of may lie outside the inputs
            order = replace(order, inputs=None)
    hand_over(order)
    if order.place is not None and order.inputs is not None:
        kept.remember(order.place, sys.argv[1:], order.inputs, _plain(order))


def hand_over(order: Order) -> None:
    """Writes finished documents, and says where they are and what is not in them."""
    if order.out == STDOUT:
        _hand_to_stdout(order)
        return
    paths = [_path(order, number, one) for number, one in enumerate(order.documents, 1)]
    for path, one in zip(paths, order.documents, strict=True):
        write(path, one.artifact.content)
    if order.as_json:
        _say_as_json(order, paths)
        return
    for path, one in zip(paths, order.documents, strict=True):
        pages = f" ({one.pages} {'page' if one.pages == 1 else 'pages'})" if one.pages else ""
        said(f"{path}{pages}")
        _say_lacks(str(path), one)
    _say_further(order)


def _hand_to_stdout(order: Order) -> None:
    """Writes the one document to standard output, and nothing else there."""
    if len(order.documents) != 1:
        raise FolioError(
            f"{len(order.documents)} files are made, and standard output holds one; name a file with --out"
        )
    (one,) = order.documents
    to_stdout(one.artifact.content, Path(one.artifact.path).name)
    _say_lacks(Path(one.artifact.path).name, one)
    _say_further(order, err=True)


def _path(order: Order, number: int, document: Document) -> Path:
    name = Path(Path(document.artifact.path).name)
    return name if order.out is None else numbered(order.out, number, len(order.documents))


def _say_lacks(path: str, document: Document) -> None:
    for warning in document.warnings:
        said(f"{path}: {warning}", sys.stderr)
    if document.left_out:
        said(f"left out to save room ({len(document.left_out)}):", sys.stderr)
        for text in document.left_out:
            said(f"  {text}", sys.stderr)


def _say_further(order: Order, *, err: bool = False) -> None:
    if order.further:
        from folio.cli.terminal import say

        for line in ("", *order.further):
            say(line, err=err)


def _say_as_json(order: Order, paths: list[Path]) -> None:
    files = [
        {"path": str(path), "pages": one.pages, "warnings": list(one.warnings), "left_out": list(one.left_out)}
        for path, one in zip(paths, order.documents, strict=True)
    ]
    brief = [STYLE.sub("", line) for line in order.further]
    said_as_json({"files": files, "brief": brief})


def said_as_json(content: dict[str, object]) -> None:
    """Prints the one object that a program reads; nothing in it can be obeyed by a terminal."""
    whole = json.dumps({"schema_version": 1, **content}, indent=2).replace("\x7f", "\\u007f")
    sys.stdout.write(f"{whole}\n")
    sys.stdout.flush()


def said(text: str, to: TextIO | None = None) -> None:
    print(clean(text), file=to or sys.stdout, flush=True)  # click takes 30 ms to import


def numbered(path: Path, number: int, of: int) -> Path:
    """The file's name as asked for, with a number where there are several."""
    return path if of == 1 else path.with_stem(f"{path.stem}-{number}")


def _plain(order: Order) -> kept.Answer:
    said = [{"path": one.artifact.path, "pages": one.pages, "left_out": one.left_out, "warnings": one.warnings}
            for one in order.documents]  # fmt: skip
    about = {"documents": said, "out": str(order.out) if order.out else None, "further": order.further,
             "json": order.as_json}  # fmt: skip
    return kept.Answer(about, tuple(one.artifact.content for one in order.documents))


def repeat(answer: kept.Answer) -> bool:
    """Writes and says again what was made before; that is always possible."""
    hand_over(again(answer))
    return True


def again(answer: kept.Answer) -> Order:
    """The order as it was finished before."""
    from folio.render.artifact import Artifact

    said = answer.about["documents"]
    return Order(
        tuple(
            Document(Artifact(one["path"], content), one["pages"], tuple(one["left_out"]), tuple(one["warnings"]))
            for one, content in zip(said, answer.contents, strict=True)
        ),
        Path(answer.about["out"]) if answer.about["out"] else None,
        tuple(answer.about["further"]),
        as_json=answer.about["json"],
    )
