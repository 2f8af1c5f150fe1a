"""Data that came without a text of its own, as a document: every value stands where the data came from."""

from __future__ import annotations

from yaml.reader import Reader

from folio.document.places import Document, KeyPath, Spot
from folio.document.reading import MAX_DEPTH, MAX_VALUES
from folio.errors import InputError, Position, Problem


def plain_document(data: object, position: Position) -> Document:
    """The data of a JSON object as a YAML file would have it: numbers and truth values are texts.

    Raises InputError for what no YAML file may hold: too many values or levels, and characters that it does not allow.
    """
    taking = _Taking(position)
    whole = taking.value(data, (), 0)
    return Document(position.file, whole, taking.values, taking.values, ())


class _Taking:
    def __init__(self, position: Position) -> None:
        self.position = position
        self.spot: Spot = position.line - 1, position.column - 1
        self.values: dict[KeyPath, Spot] = {}

    def value(self, given: object, path: KeyPath, depth: int) -> object:
        self.values[path] = self.spot
        if len(self.values) > MAX_VALUES:
            raise self.wrong(f"over {MAX_VALUES:,} values", "split it or shorten it")
        if isinstance(given, str):
            return self.text(given)
        if given is None:
            return None
        if isinstance(given, bool):
            return "true" if given else "false"
        if isinstance(given, int | float):
            return repr(given)
        if depth >= MAX_DEPTH:
            raise self.wrong(f"nested over {MAX_DEPTH} levels deep", "flatten it")
        if isinstance(given, list):
            return [self.value(one, (*path, number), depth + 1) for number, one in enumerate(given)]
        if isinstance(given, dict):
            return {self.text(name): self.value(one, (*path, name), depth + 1) for name, one in given.items()}
        raise TypeError(f"no JSON holds a {type(given).__name__}")

    def text(self, given: str) -> str:
        if not given.isprintable() and Reader.NON_PRINTABLE.search(given):
            raise self.wrong("a character that YAML does not allow", "remove it")
        return given

    def wrong(self, what: str, todo: str) -> InputError:
        return InputError([Problem(self.position, "", what, todo)])
