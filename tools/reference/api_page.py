"""docs/reference/api.md: every public name with its signature, what it gives and raises, and an example that runs."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import Any

from pydantic import BaseModel
from reference.markdown import MADE, cell, table
from reference.records import docs, plain

import folio

EXAMPLES = Path(__file__).parents[2] / "tests" / "api_example.py"
INTRO = f"""# The library

{MADE}

Everything that the commands do, a program can do too. These names stay what they are within a major version; what is not
listed here may change at any time. folio is typed (`py.typed`), and what it gives is immutable.

```python
import folio
```

- **Nothing is printed, and no clock is read.** The day is an argument, and so is every folder.
- **What can be mended is a `FolioError`**, or an `InputError` with every problem at its line and column. `write` raises what
  the system says of a folder (`OSError`). Anything else that is raised is a bug of folio's.
- **Importing is quick**: each name is loaded when it is first used.

The usual way is `load`, `collect`, `derive`; then `assess` for the score, `compose` for the site, `compose_resume` for the résumé.
"""


def page() -> str:
    """The whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield INTRO
    found = {name: getattr(folio, name) for name in folio.__all__ if name != "__version__"}
    functions = {name: one for name, one in found.items() if inspect.isfunction(one)}
    kinds = {name: one for name, one in found.items() if inspect.isclass(one)}
    assert len(functions) + len(kinds) == len(found), "a public name that is neither a function nor a class"
    yield "## Functions"
    yield ""
    yield from table(
        ("function", "gives"), ((f"[`{name}`](#{name})", cell(_first(one))) for name, one in functions.items())
    )
    for name, one in functions.items():
        yield from _function(name, one)
    yield ""
    yield "## Types"
    yield ""
    yield from table(
        ("type", "is"), ((f"[`{name}`](#class-{name.lower()})", cell(_first(one))) for name, one in kinds.items())
    )
    for name, kind in kinds.items():
        yield from _type(name, kind)
    yield ""
    yield "`__version__` is the version of folio, as text."


def _first(one: Any) -> str:
    return plain(inspect.getdoc(one) or "").split("\n\n")[0]


def _function(name: str, one: Any) -> Iterator[str]:
    yield ""
    yield f"### {name}"
    yield ""
    yield "```python"
    yield from _signature(name, one)
    yield "```"
    yield ""
    yield cell(plain(inspect.getdoc(one) or ""))
    for title, code in examples().items():
        if re.search(rf"\bfolio\.{name}\(", code) and title in (name, _nearest(name)):
            yield ""
            yield "```python"
            yield code
            yield "```"


def _signature(name: str, one: Any) -> Iterator[str]:
    """As it is written, one parameter a line where it is long."""
    signature = inspect.signature(one)
    given: list[str] = []
    for parameter in signature.parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY and not any(text.startswith("*") for text in given):
            given.append("*")
        given.append(_parameter(parameter))
    whole = f"{name}({', '.join(given)}) -> {signature.return_annotation}"
    if len(whole) <= 100:
        yield whole
        return
    yield f"{name}("
    yield from (f"    {text}," for text in given)
    yield f") -> {signature.return_annotation}"


def _parameter(one: inspect.Parameter) -> str:
    star = "*" if one.kind is one.VAR_POSITIONAL else ""
    default = "" if one.default is one.empty else f" = {one.default!r}"
    return f"{star}{one.name}: {one.annotation}{default}"


def _type(name: str, one: type) -> Iterator[str]:
    yield ""
    yield f"### class {name}"
    yield ""
    yield cell(plain(inspect.getdoc(one) or ""))
    if issubclass(one, BaseModel) and len(one.model_fields) > 12:
        yield ""
        yield "Its fields are those of [the profile](profile.md)."
    elif rows := list(_fields(one)):
        yield ""
        yield from table(("field", "type", "is"), rows)
    if methods := list(_methods(one)):
        yield ""
        yield from table(("method", "gives"), methods)


def _fields(one: type) -> Iterator[tuple[str, str, str]]:
    said = docs(importlib.import_module(one.__module__))
    names = [field.name for field in dataclasses.fields(one)] if dataclasses.is_dataclass(one) else []
    names = names or list(getattr(one, "model_fields", ()))
    written = _annotations(one)
    for name in names:
        yield f"`{name}`", f"`{written.get(name, '')}`", cell(plain(said.get((one.__name__, name), "")))


def _annotations(one: type) -> dict[str, str]:
    """The types of a class's fields as its source has them."""
    (tree,) = ast.parse(dedent(inspect.getsource(one))).body
    assert isinstance(tree, ast.ClassDef)
    return {
        line.target.id: ast.unparse(line.annotation)
        for line in tree.body
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name)
    }


def _methods(one: type) -> Iterator[tuple[str, str]]:
    for name, value in vars(one).items():
        target = value.__func__ if isinstance(value, (classmethod, staticmethod)) else value
        if name.startswith("_") or not (inspect.isfunction(target) or isinstance(target, property)):
            continue
        if target.__doc__:
            call = name if isinstance(target, property) else f"{name}()"
            yield f"`{call}`", cell(plain(target.__doc__))


@cache
def examples() -> dict[str, str]:
    """The bodies of the example's functions, by name."""
    text = EXAMPLES.read_text(encoding="utf-8")
    lines = text.splitlines()
    found = {}
    for one in ast.parse(text).body:
        if isinstance(one, ast.FunctionDef):
            first = one.body[1].lineno  # after the docstring
            assert one.end_lineno is not None
            found[one.name] = dedent("\n".join(lines[first - 1 : one.end_lineno]))
    return found


def _nearest(name: str) -> str:
    """The example that shows a name: its own, or the first that uses it."""
    if name in examples():
        return name
    return next((title for title, code in examples().items() if re.search(rf"\bfolio\.{name}\(", code)), "")
