"""Text from right to left: what extractors make of it, brought back into the order in which it is read.

pdftotext puts marks around what runs the other way and leaves it to whoever shows the text to mind them; pdfminer
writes all letters from left to right; pypdf and PDFium the parts of a line. The first two lose nothing by it, so it is
put right before strings are looked for. Of the others, words are looked for. No document can change that.
"""

from __future__ import annotations

import re

RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
MARKS = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
EMBEDDED = re.compile(r"\u202a([^\u202a-\u202c]*)\u202c")
CORE = re.compile(r"^(?P<before>[^A-Za-z0-9+]*)(?P<core>.*?)(?P<after>[^A-Za-z0-9%+]*)$", re.DOTALL)
RUNS = re.compile(
    rf"(?P<rtl>[{RTL}]+(?:[^{RTL}A-Za-z0-9]+[{RTL}]+)*)|(?P<ltr>[A-Za-z0-9+](?:[^{RTL}\n]*[A-Za-z0-9%+])?)"
)
WORD = re.compile(rf"[{RTL}]+|[^\W\d_{RTL}]+|\d+")
MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def from_marks(text: str) -> str:
    """Text whose marks are minded: the spaces and signs at the ends of an embedded run change sides."""
    return MARKS.sub("", EMBEDDED.sub(_turned, text))


def _turned(found: re.Match[str]) -> str:
    parts = CORE.match(found[1])
    assert parts is not None
    before, after = parts["before"][::-1], parts["after"][::-1]
    return f"{after}{parts['core']}{before}"


def from_letters(text: str) -> str:
    """Text of which every letter was written from left to right."""
    return "\n".join(_reversed(line) for line in MARKS.sub("", text).split("\n"))


def _reversed(line: str) -> str:
    if not re.search(f"[{RTL}]", line):
        return line
    parts: list[str] = []
    at = 0
    for run in RUNS.finditer(line):
        parts.append(line[at : run.start()][::-1].translate(MIRRORED))
        parts.append(run[0][::-1].translate(MIRRORED) if run["rtl"] else run[0])
        at = run.end()
    parts.append(line[at:][::-1].translate(MIRRORED))
    return "".join(reversed(parts))


def words_of(text: str) -> list[str]:
    """Its words, numbers apart from letters: what stays whole whatever became of their order."""
    return WORD.findall(MARKS.sub("", text))


AS_READ, LETTERS, WORDS = "as it is read", "letters from left to right", "words only"
