"""What was seen in one git repository: facts and places, never its content.

A place is `path:line` in the tree at the commit that was read. Every sequence is sorted, so that the same repository
always gives the same value.
"""

from folio.repository.model.code import Code, Dependencies, Sql, Tests, Toolchain
from folio.repository.model.data import Pipeline, Provenance, ResultsTable, Visuals
from folio.repository.model.delivery import Ci, Configuration, Deployment, Serving
from folio.repository.model.documents import Documents, Licence, Readme
from folio.repository.model.history import Files, History, Tag
from folio.repository.model.origin import KnownSource, Sample
from folio.repository.model.place import NotCounted, Passage, Place, Unread
from folio.repository.model.seen import RepositorySeen

__all__ = [
    "Ci",
    "Code",
    "Configuration",
    "Dependencies",
    "Deployment",
    "Documents",
    "Files",
    "History",
    "KnownSource",
    "Licence",
    "NotCounted",
    "Passage",
    "Pipeline",
    "Place",
    "Provenance",
    "Readme",
    "RepositorySeen",
    "ResultsTable",
    "Sample",
    "Serving",
    "Sql",
    "Tag",
    "Tests",
    "Toolchain",
    "Unread",
    "Visuals",
]
