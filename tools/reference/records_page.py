"""docs/reference/profile.md and docs/reference/rubric.md: every record and field, from the same words as the schemas."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel
from reference.markdown import MADE, anchor, cell, table
from reference.records import Field, fields, is_record, told, words
from reference.schema import NAMED, SHORT, bounds, titled

from folio.document import dump
from folio.profile.model import Profile
from folio.readiness.rubric.forms import Whole

PROFILE = """# The profile

{made}

`profile.yaml` is one file in [YAML](https://yaml.org): names and values, indented by two spaces, lists with `- `. Start one with
`folio init`; `folio validate` says what is wrong with it, line by line. With the first line that `folio init` writes, an editor
that knows YAML completes these fields and explains them (`folio schema` prints what it reads).

- A section you leave out is *not known*; an empty one, such as `talks: []`, says there are none.
- Every plain value is read as it is written: `1.10` and `NO` stay what they are, and quotes are needed only around what YAML
  takes for something else (`#`, `: `, a leading `[`, `{{`, `*`, `&`, `!`, `%` or `@`).
- A text may be written once for each language: `{{en: ..., de: ...}}`; see [several languages](../how-to/languages.md).
- Anchors, aliases, tags, merge keys and names given twice are refused, and so is more than 1 MiB, 50,000 values or 30 levels.

Fields in **bold** are needed.
"""
RUBRIC = """# The rubric

{made}

A rubric says what counts for a client or platform, and how much. `folio score me --rubric mine.yaml` scores by one of your own.
[A rubric of your own](../how-to/rubric.md) tells how to write it, with examples; this page lists every field. `folio schema rubric`
prints the same for editors. With `extends` the file changes a rubric that ships, and says only what is different; without it,
`id`, `title`, `as_of`, `basis` and `categories` are needed. The checks and their ids are in [the catalogue](catalogue.md).
"""


def profile_page() -> str:
    """Every section of the profile with its records below it."""
    parts = [PROFILE.format(made=MADE), *_sections(Profile, "Sections")]
    return "\n".join(parts) + "\n"


def rubric_page() -> str:
    """The rubric and its records."""
    parts = [RUBRIC.format(made=MADE), *_sections(Whole, "Fields", needed=lambda one: False)]
    return "\n".join(parts) + "\n"


def _sections(top: type[BaseModel], heading: str, needed: Callable[[Field], bool] | None = None) -> Iterator[str]:
    shown = words()[top.__name__]
    whole = any(isinstance(one, dict) and "shown" in one for one in shown.values())
    yield f"## {heading}"
    yield ""
    head = ("field", "takes", "for", "shown in") if whole else ("field", "takes", "for")
    rows = []
    for one in fields(top):
        row = (_name(one, needed), _kind(one), cell(one.says))
        rows.append((*row, shown.get(one.name, {}).get("shown", "")) if whole else row)
    yield from table(head, rows)
    done: set[type[BaseModel]] = {top}
    for one in fields(top):
        for record in _records(one.kind):
            yield from _record(record, done)
    yield ""
    yield "## Single values"
    yield ""
    yield from table(("kind", "is", "limits"), _values(top))


def _record(record: type[BaseModel], done: set[type[BaseModel]]) -> Iterator[str]:
    """A record with an example, and the records inside it after it."""
    if record in done:
        return
    done.add(record)
    yield ""
    yield f"## {titled(record.__name__)}"
    yield ""
    yield cell(told(record))
    yield ""
    rows = ((_name(one), _kind(one), cell(one.says) + _default(one)) for one in fields(record))
    yield from table(("field", "takes", "for"), rows)
    if example := {one.name: one.examples[0] for one in fields(record) if one.examples and not _records(one.kind)}:
        yield ""
        yield "```yaml"
        yield dump(example).rstrip()
        yield "```"
    for one in fields(record):
        for inner in _records(one.kind):
            yield from _record(inner, done)


def _name(field: Field, needed: Callable[[Field], bool] | None = None) -> str:
    bold = needed(field) if needed else field.required
    return f"**`{field.name}`**" if bold else f"`{field.name}`"


def _default(field: Field) -> str:
    value = field.default
    if isinstance(value, bool):
        return f" Without it: `{str(value).lower()}`."
    return f" Without it: `{value}`." if isinstance(value, (str, int, float)) else ""


def _records(kind: Any) -> list[type[BaseModel]]:
    """The records that a type holds."""
    if is_record(kind):
        return [kind]
    return [one for part in get_args(kind) for one in _records(part)]


def _kind(field: Field) -> str:
    said = _takes(field.kind)
    return f"{said}, {limits}" if (limits := _between(bounds(field.limits))) else said


def _between(limits: dict[str, Any]) -> str:
    low, high = limits.get("minimum"), limits.get("maximum")
    above = limits.get("exclusiveMinimum")
    if low is not None and high is not None:
        return f"{low:,} to {high:,}"
    if above is not None and high is not None:
        return f"above {above:,}, at most {high:,}"
    if "pattern" in limits:
        return "64 characters of a SHA-256"
    return f"at most {limits['maxLength']:,} characters" if "maxLength" in limits else ""


def _takes(kind: Any) -> str:
    """What may stand there, in words."""
    if is_record(kind):
        link = f"[{titled(kind.__name__).lower()}](#{anchor(titled(kind.__name__))})"
        return f"{link}, or {_takes(SHORT[kind])}" if kind in SHORT else link
    if name := next((name for name, one in NAMED.items() if one == kind), None):
        return cell(str(words()["kinds"][name]))
    plain = {bool: "`true` or `false`", int: "a whole number", float: "a number", str: "a text", Any: "anything"}
    if kind in plain:
        return plain[kind]
    arguments = get_args(kind)
    origin = get_origin(kind)
    if origin is Literal:
        return ", ".join(f"`{one}`" for one in arguments)
    if origin is tuple and arguments[-1] is Ellipsis:
        return f"a list: {_takes(arguments[0])}"
    if origin is tuple:
        return f"a pair: {' and '.join(map(_takes, arguments))}"
    if origin is dict:
        names = f"any of {_takes(arguments[0])}" if get_origin(arguments[0]) is Literal else "names of your own"
        return f"{names}, each with {_takes(arguments[1])}"
    if origin is Annotated:
        inner = _takes(arguments[0])
        return f"{inner}, {limits}" if (limits := _between(bounds(arguments[1:]))) else inner
    raise SystemExit(f"say what {kind} takes")


def _values(top: type[BaseModel]) -> Iterator[tuple[str, str, str]]:
    """The single values of a file, with their limits."""
    from reference.schema import Writer

    writer = Writer(languages=top is Profile)
    writer.record(top)
    for name, one in sorted(writer.defs.items()):
        if name in NAMED:
            inner = one.get("anyOf", [one])[0]
            longest = f"at most {_limit(name):,} characters" if inner.get("maxLength") else ""
            yield titled(name), cell(str(words()["kinds"][name])), longest


def _limit(name: str) -> int:
    from pydantic import StringConstraints

    found = next(one for one in get_args(NAMED[name]) if isinstance(one, StringConstraints))
    return int(found.max_length or 0)
