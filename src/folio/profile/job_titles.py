"""The tracks that a headline or the title of a job names, as people write them of themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping

ROLE = (
    r"(?:engineer|developer|programmer|architect|lead|specialist|ingenieur|entwickler|ingénieure?|développeu(?:r|se))"
)
TITLES: Mapping[str, str] = {
    "analytics-engineer": r"analytics[ -]engineer",
    "data-scientist": r"data[ -]scien(?:tist|ce)|datenwissenschaftler|científic[oa] de datos",
    "data-engineer": r"(?:big[ -])?data(?:[ -]platform)?[ -](?:engineer|ingenieur)|ingénieure? (?:de )?données"
    r"|dateningenieur|ingenier[oa] de datos",
    "ml-engineer": rf"machine[ -]learning|deep[ -]learning|ml ?ops|(?:ml|ai|ki|ia|nlp)(?:[ /]ml|[ /]ai)?[ -]{ROLE}"
    r"|computer[ -]vision[ -]engineer",
    "full-stack": r"full[ -]?stack",
    "backend-engineer": r"back[ -]?end",
}
"""For each track what names it and no other one."""
TITLE = re.compile("|".join(rf"(?P<t{at}>\b(?:{words}))" for at, words in enumerate(TITLES.values())), re.IGNORECASE)


def named_tracks(words: str) -> tuple[str, ...]:
    """The tracks that are named, each once, in the order in which they are."""
    tracks = tuple(TITLES)
    found = (tracks[int((one.lastgroup or "t0")[1:])] for one in TITLE.finditer(words))
    return tuple(dict.fromkeys(found))
