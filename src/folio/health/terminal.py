"""How results look where folio is started, and what the environment says of its options."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from difflib import get_close_matches

from folio.health.finding import Finding, Surroundings, note, ok

NARROW = 60
"""Columns below which tables lose columns."""
PREFIX = "FOLIO_"


def look(around: Surroundings) -> Iterator[Finding]:
    yield letters(around)
    yield room(around)
    yield from variables(around)


def letters(around: Surroundings) -> Finding:
    try:
        utf8 = codecs.lookup(around.encoding).name == "utf-8"
    except LookupError:
        utf8 = False
    if utf8:
        return ok("letters", "UTF-8")
    todo = "set LANG to one that ends in .UTF-8, such as C.UTF-8, or PYTHONUTF8=1"
    return note("letters", f"the terminal takes {around.encoding}; other signs stand for what it lacks", todo)


def room(around: Surroundings) -> Finding:
    colours = "no colours (NO_COLOR)" if around.environ.get("NO_COLOR") else "colours"
    if around.environ.get("TERM") == "dumb":
        colours = "no colours (TERM=dumb)"
    if around.columns is None:
        return ok("terminal", "none: plain text")
    if around.columns < NARROW:
        return note("terminal", f"{around.columns} columns, {colours}", f"widen it to {NARROW} for whole tables")
    return ok("terminal", f"{around.columns} columns, {colours}")


def variables(around: Surroundings) -> Iterator[Finding]:
    """The options in the environment: people forget what they have set, and a slip of the pen is silent."""
    said = sorted(name for name in around.environ if name.startswith(PREFIX))
    if known := [name for name in said if name in around.variables]:
        yield ok("options", f"set in the environment: {', '.join(known)}")
    for name in said:
        if name not in around.variables:
            near = get_close_matches(name, sorted(around.variables), n=1)
            todo = f"did you mean {near[0]}" if near else "'folio --help' says how options are called there"
            yield note("options", f"{name} is no option of folio's", todo)
