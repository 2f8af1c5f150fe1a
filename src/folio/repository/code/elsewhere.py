"""What own code in other languages than Python really uses and defines; `usage` does it for Python."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from folio.repository.classify import Kind
from folio.repository.code.languages.code import Code
from folio.repository.code.languages.definitions import definitions
from folio.repository.code.languages.table import Names
from folio.repository.code.pieces import may_match
from folio.repository.scan import File, Mark, key


def own_code(file: File) -> Code | None:
    """The code of an own file in another language, outside tests and examples."""
    return file.code.outside_tests if file.kind is Kind.SOURCE and file.code else None


def used(file: File, tables: Mapping[str, Names]) -> Iterator[Mark]:
    """The first use of each name of a table, where the file loads the name's package."""
    code = own_code(file)
    for packages, names in tables.get(code.family, ()) if code else ():
        if code and (not packages or not packages.isdisjoint(code.packages)):
            for name, fact in names:
                if (at := next(code.uses(name), None)) is not None:
                    yield Mark(fact, file.line(at))


def matched(file: File, table: Mapping[str, re.Pattern[str]], endings: Iterable[str]) -> Iterator[Mark]:
    """The first match of each pattern in own code with one of these endings; it begins outside comments and strings."""
    if file.kind is Kind.SOURCE and file.ending in endings:
        for name, pattern in table.items():
            if (
                may_match(pattern, file.text)
                and (code := own_code(file))
                and (found := next(code.search(pattern), None))
            ):
                yield Mark(name, file.line(found.start()))


def defined(file: File, names: Mapping[str, str]) -> Iterator[Mark]:
    """Functions that have one of these names in snake_case and compute something."""
    if code := own_code(file):
        wanted = {word: names[snake] for snake in names.keys() & code.snakes.keys() for word in code.snakes[snake]}
        yield from _defined(file, code, wanted, at_least=1, computes=True)


def defined_like(
    file: File, pattern: re.Pattern[str], fact: str, *, at_least: int, holding: re.Pattern[str] | None = None
) -> Iterator[Mark]:
    """Functions and types whose name in snake_case matches, of some lines and with these words in them."""
    if (code := own_code(file)) and code.has_name_like(pattern):
        wanted = {word: fact or word for snake, words in code.snakes.items() if pattern.search(snake) for word in words}
        yield from _defined(file, code, wanted, at_least=at_least, holding=holding)


def _defined(
    file: File,
    code: Code,
    wanted: Mapping[str, str],
    *,
    at_least: int,
    computes: bool = False,
    holding: re.Pattern[str] | None = None,
) -> Iterator[Mark]:
    """They count where own code calls them, so where this file calls one of the names is kept with the file."""
    if not wanted:
        return
    found = [(one, file.line(one.at)) for one in definitions(code, wanted.__contains__)]
    for name in sorted(wanted):
        defined_on = {line for one, line in found if one.name == name}
        called_on = (file.line(at) for at in code.uses(name))
        if (line := next((line for line in called_on if line not in defined_on), 0)) > 0:
            file.calls.setdefault(key(name), line)
    for one, line in found:
        computed = one.operations > 0 or not computes
        if one.lines >= at_least and computed and (holding is None or holding.search(one.text)):
            yield Mark(wanted[one.name], line, keys=(key(one.name),))
