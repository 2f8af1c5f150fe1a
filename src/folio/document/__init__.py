"""YAML that remembers where each value was written; the one door to the yaml library."""

from folio.document.foreign import parse_foreign
from folio.document.places import APART, Document, KeyPath, Spot, dotted
from folio.document.plain import plain_document
from folio.document.reading import MAX_BYTES, MAX_DEPTH, NULLS, not_utf8, parse, read, scalars
from folio.document.writing import dump, dump_typed

__all__ = [
    "APART",
    "MAX_BYTES",
    "MAX_DEPTH",
    "NULLS",
    "Document",
    "KeyPath",
    "Spot",
    "dotted",
    "dump",
    "dump_typed",
    "not_utf8",
    "parse",
    "parse_foreign",
    "plain_document",
    "read",
    "scalars",
]
