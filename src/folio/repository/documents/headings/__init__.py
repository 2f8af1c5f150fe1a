"""What headings, labels and sentences say, in each language that has a file here.

To add a language, add a file: its words stand there and nowhere else. A word matches whole, `install*` also the words
that begin with it, and `=data` only a heading that says nothing else. Accents, case and hyphens make no difference.
Chinese, Japanese and Korean words are looked for anywhere, because nothing, or an ending, sets them apart.
"""

from folio.repository.documents.headings.language import guessed_language, unspaced_letters
from folio.repository.documents.headings.words import kinds, matches, topics

DATA = "data"
LIMITATIONS = "limitations"

__all__ = ["DATA", "LIMITATIONS", "guessed_language", "kinds", "matches", "topics", "unspaced_letters"]
