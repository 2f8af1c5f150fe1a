"""Where the profiles of a run come from: each word of the command line is a source, and yields candidates.

words.py      what kind of source each word is, and all that is wrong with them
folders.py    profiles in a folder, or behind a pattern        lines.py     records, one a line of JSON
addresses.py  git repositories, one a line                     tabular.py   records, one a row of Parquet
found.py      the candidates of all of them, each by an id of its own
filling.py    the content of a record, read when it is worked on
"""

from folio.cohort.sources.filling import filled
from folio.cohort.sources.found import candidates

__all__ = ["candidates", "filled"]
