"""A profile from another tool's file: the JSON Resume document of a PDF, or one in a file of its own."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from folio.attachment import LARGEST, attached_resume
from folio.document import MAX_BYTES, dump, parse
from folio.errors import FolioError
from folio.known import own_templates
from folio.profile.exchange.from_json_resume import from_json_resume
from folio.profile.exchange.profile_text import profile_text
from folio.profile.exchange.taken import Left, Taken
from folio.profile.load import FILE
from folio.render.looks import unknown_looks


@dataclass(frozen=True, slots=True)
class Imported:
    """The profile that was written, and what it holds."""

    path: Path
    taken: Taken


def import_profile(file: Path, folder: Path) -> Imported:
    """Writes FOLDER/profile.yaml from `file`; raises FolioError rather than overwrite one or write half of it."""
    taken = _without_unknown_looks(from_json_resume(_document(file)), folder)
    text = profile_text(taken, file.name)
    if len(text.encode()) > MAX_BYTES:
        raise FolioError(f"{file}: holds more than a profile can; shorten it")
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as stream:  # and not through a link either
            stream.write(text)
    except FileExistsError:
        raise FolioError(f"{path}: there already; nothing was written. Choose another folder") from None
    except OSError as error:
        why = (error.strerror or "not writable").lower()
        raise FolioError(f"{folder} can't be written: {why}; choose another folder") from None
    return Imported(path, taken)


def _without_unknown_looks(taken: Taken, folder: Path) -> Taken:
    """Without the themes and languages that there are not here, such as the theme that somebody made for themselves."""
    unknown = unknown_looks(own_templates(folder))
    while problem := next(unknown(parse(dump(taken.data).encode(), name=FILE)), None):
        section, _, name = problem.field.partition(".")
        value = taken.data[section]
        rest = {key: one for key, one in value.items() if key != name} if name else None
        data = {key: rest if key == section else one for key, one in taken.data.items()}
        left = Left(problem.field, problem.what, value[name] if name else value)
        taken = replace(taken, data={key: one for key, one in data.items() if one}, left=(*taken.left, left))
    return taken


def _document(file: Path) -> dict[str, object]:
    """The JSON Resume document in a PDF or in a file of its own, told apart by their first bytes."""
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as error:
        raise FolioError(f"{file}: {(error.strerror or 'cannot be read').lower()}; check the path") from None
    if b"%PDF-" in content[:1024]:
        content = attached_resume(file)
    elif len(content) > LARGEST:
        raise FolioError(f"{file}: over {LARGEST:,} bytes; folio reads no JSON Resume document so large")
    elif content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"{":
        raise FolioError(f"{file}: neither a PDF nor a JSON Resume document; folio imports these two")
    try:
        document = json.loads(content.decode("utf-8-sig"))
        halves_replaced = json.dumps(document, ensure_ascii=False).encode("utf-8", "replace")  # of characters
        document = json.loads(halves_replaced)
    except (ValueError, RecursionError):
        raise FolioError(f"{file}: its JSON can't be read; export it again") from None
    if not isinstance(document, dict) or not isinstance(document.get("basics"), dict):
        raise FolioError(f"{file}: no JSON Resume document; it has no 'basics'")
    return document
