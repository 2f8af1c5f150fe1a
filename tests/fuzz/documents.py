"""Documents that nobody would write, each told by its number: real profiles gone wrong, texts of YAML, and noise."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from folio import schemas
from folio.document import dump, parse

ROOT = Path(__file__).parents[2]
NASTY = (
    "", " ", "~", "null", "true", "no", "0", "-0", "1e999", "-1e-999", ".inf", ".nan", "NaN", "1_000", "0x1f", "12:30", "9" * 400,
    "9" * 5000, "1.10", "2024", "2024-02-30", "2024-13", "0000", "9999-12-31", "0001-01-01", "2024-1-1", "٢٠٢٤", "a" * 500,
    "x" * 25_000, "\u202e", "\u200b", "\x00", "\x85", "\ufeff", "\ud7ff", "é", "e\u0301", "ﷺ", "👩‍👩‍👧‍👦", "日本語", "עברית", "ß", "İ",
    "https://", "http://[", "https://[::1", "https://x:99999999", "https://a b", "https://user:pw@x.example", "HTTPS://X.EXAMPLE",
    "https://x.example/\u202e", "javascript:alert(1)", "//x", "https://" + "a" * 2100, "https://xn--.example", "https://ex\u00e4mple.example",
    "mailto:a@b", "a@b.c", "@", "../../etc/passwd", "/etc/passwd", "articles/../articles/x.md", "a\\b", "con", ".", "..", "a/" * 400,
    "project:nowhere", "project:", "skill:", "skill: ", "article:shelfcast", "{{name}}", "{{", "{% x %}", "${x}", "<script>alert(1)</script>",
    "![x](x.png)", "![x](../x.png)", "[x](javascript:1)", "```", "$$x", "$\\frac{1}{0}$", "# x", "---", "...", "- x", "| x |\n|--|", "&a x",
    "*a", "!!str x", "<<", "? x", "%YAML 1.2", "a: b: c", "'", '"', "[", "]", "{", "}", "#", "de", "en", "zz", "de-AT", "x-klingon", "#ffffff",
    "#123456", "native", "C1", "EUR", "eur", "XXX", "1", "80", "81", "112.5", "-9", "10", "[[]]", "\t", "a\tb", "\r", "a\rb", "\u2028",
)  # fmt: skip
NAMES = ("a", "b", "shelfcast", "cavana", "giulia-cavana", "malt", "x1", "2024")
KINDS = {
    "Slug": NAMES,
    "Date": ("2024", "2024-03", "2024-03-15", "2023-12-31", "1999", "2031-02"),
    "Url": ("https://a.example", "http://b.example/x?y=1#z", "https://github.com/ada/x"),
    "ServiceAddress": ("https://form.example/x",),
    "Email": ("a@b.example", "lena@lena-marchetti.example"),
    "Evidence": (
        "project:a",
        "project:b",
        "article:a",
        "contract:a",
        "work:a",
        "talk:a",
        "reference:a",
        "https://x.example",
    ),
    "Choice": ("project:a", "work:b", "skill:Python", "service:a"),
    "Colour": ("#123456", "#003300"),
    "Locale": ("en", "de", "pt-BR", "ar", "ja", "qq"),
    "Currency": ("EUR", "USD", "JPY", "XTS"),
    "GithubLogin": ("ada", "Ada-L"),
    "RepositoryName": ("x", "a.b"),
    "RelativePath": ("me.png", "me.png", "articles/a.md"),
    "Line": ("A line", "Ein *Satz* <b>", "Python", "x", "31", "Zürich"),
    "Name": ("Python", "Ada", "English", "Deutsch"),
    "Same": ("../x", "https://github.com/ada/x.git", "+49 30 1234", "project:a"),
    "Markdown": ("A *text* with [a link](https://x.example).", "# Head\n\n- a\n- b\n", "x", "|a|b|\n|-|-|\n|1|2|\n"),
}
"""What fits each kind of single value."""


def document(number: int) -> bytes:
    """The document with this number, the same each time."""
    chance = random.Random(number)
    (make,) = chance.choices((mistyped, misplaced, invented, noise), (5, 4, 4, 1))
    content = make(chance)
    return _bytes_flipped(chance, content) if chance.random() < 0.08 else content


# ------------------------------------------------------------------ real profiles, and what becomes of them


@cache
def profiles() -> tuple[dict[str, Any], ...]:
    """Profiles of the sample and of people in other languages."""
    files = [ROOT / "sample_profile" / "profile.yaml", *sorted((ROOT / "tests/documents/people").glob("*.yaml"))]
    return tuple(parse(one.read_bytes(), name=one.name).data for one in files)  # type: ignore[misc]


@cache
def texts() -> tuple[str, ...]:
    """The same as they were written, and the profile that `folio init` gives with its examples uncommented."""
    files = [ROOT / "sample_profile" / "profile.yaml", *sorted((ROOT / "tests/documents/people").glob("*.yaml"))]
    return tuple(one.read_text(encoding="utf-8") for one in files)


def _excerpt(chance: random.Random) -> dict[str, Any]:
    """Some sections of a profile, and all that must be there."""
    whole = chance.choice(profiles())
    keep = {"name", "headline", "summary"} | {one for one in whole if chance.random() < 0.35}
    if {"projects", "contracts"} & keep:
        keep |= {"clients", "references"}
    return {name: _shorter(chance, value) for name, value in deepcopy(whole).items() if name in keep}


def _shorter(chance: random.Random, value: Any) -> Any:
    return value[: chance.randint(1, 4)] if isinstance(value, list) and chance.random() < 0.7 else value


def mistyped(chance: random.Random) -> bytes:
    """A profile with slips of the hand: lines lost, doubled, indented, characters in the wrong place."""
    text = chance.choice(texts()) if chance.random() < 0.03 else dump(_excerpt(chance))
    lines = text.split("\n")
    for _ in range(chance.choice((0, 1, 1, 2, 3, 8))):
        at = chance.randrange(len(lines))
        line = lines[at]
        match chance.randrange(10):
            case 0:
                del lines[at]
                lines = lines or [""]
            case 1:
                lines.insert(at, line)
            case 2:
                lines[at] = " " * chance.randint(1, 4) + line
            case 3:
                lines[at] = line.lstrip() if chance.random() < 0.5 else line[1:]
            case 4:
                other = chance.randrange(len(lines))
                lines[at], lines[other] = lines[other], line
            case 5:
                where = chance.randint(0, len(line))
                lines[at] = line[:where] + chance.choice(NASTY) + line[where:]
            case 6:
                key, colon, _ = line.partition(":")
                lines[at] = f"{key}{colon} {chance.choice(NASTY)}"
            case 7:
                where, end = sorted((chance.randint(0, len(line)), chance.randint(0, len(line))))
                lines[at] = line[:where] + line[end:]
            case 8:
                lines[at] = line.replace("  ", "\t", 1)
            case 9:
                lines = lines[: at + 1]
    return chance.choice(("\n", "\n", "\n", "\r\n", "\r")).join(lines).encode("utf-8", "surrogatepass")


def misplaced(chance: random.Random) -> bytes:
    """A profile whose values stand where others belong."""
    data = _excerpt(chance)
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        places = list(_places(data))
        holder, key = chance.choice(places)
        other, its = chance.choice(places)
        match chance.randrange(8):
            case 0:
                holder[key] = deepcopy(other[its])
            case 1:
                holder[key] = chance.choice(NASTY)
            case 2:
                holder[key] = [holder[key]] * chance.choice((0, 1, 2, 40))
            case 3:
                holder[key] = {chance.choice(("en", "de", "x", "text", "it")): holder[key], "ar": "نص"}
            case 4:
                del holder[key]
            case 5:
                holder[key] = _deep(chance)
            case 6:
                holder[key] = None
            case 7:
                if isinstance(holder, dict):
                    holder[chance.choice((*NASTY[:40], *_keys()))] = deepcopy(other[its])
    return _written(chance, data)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in tuple(pairs):
        yield value, key
        yield from _places(one)
    if not value:
        yield {"x": ""}, "x"


def _deep(chance: random.Random) -> Any:
    value: Any = "x"
    for _ in range(chance.choice((3, 25, 40))):
        value = [value] if chance.random() < 0.5 else {"en": value}
    return value


def _written(chance: random.Random, data: Any) -> bytes:
    if chance.random() < 0.1:  # JSON is YAML as well
        return json.dumps(data, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")
    return dump(data).encode("utf-8", "surrogatepass")


# ------------------------------------------------------------------ what the schema allows, and a little more


@cache
def _schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(schemas.text("profile"))
    return found


@cache
def _keys() -> tuple[str, ...]:
    records = (_schema(), *_schema()["$defs"].values())
    return tuple(sorted({name for one in records for name in one.get("properties", ())}))


def invented(chance: random.Random) -> bytes:
    """Somebody made up by the schema, who mostly keeps to it."""
    return _written(chance, _value(chance, _schema(), "", 0))


def _value(chance: random.Random, schema: Any, name: str, depth: int) -> Any:
    if chance.random() < 0.004:
        return chance.choice((chance.choice(NASTY), None, [], {}))
    if not isinstance(schema, dict):
        return chance.choice(NASTY)
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        if name in KINDS and chance.random() < 0.99:
            return chance.choice(KINDS[name])
        return _value(chance, _schema()["$defs"][name], name, depth)
    if "properties" in schema:
        return _record(chance, schema, depth)
    if "anyOf" in schema:
        return _value(chance, chance.choice(schema["anyOf"]), name, depth)
    if "enum" in schema:
        return chance.choice(schema["enum"])
    if "items" in schema:
        return [_value(chance, schema["items"], name, depth + 1) for _ in range(chance.choice((0, 1, 1, 2, 3)))]
    if "additionalProperties" in schema:
        keys = chance.sample(("en", "de", "a", "b", "name"), chance.randint(0, 2))
        return {key: _value(chance, schema["additionalProperties"], name, depth + 1) for key in keys}
    kind = schema.get("type", "string")
    kind = chance.choice(kind) if isinstance(kind, list) else kind
    low, high = schema.get("minimum", schema.get("exclusiveMinimum", 0)), schema.get("maximum", 50)
    return {
        "boolean": lambda: chance.random() < 0.5,
        "integer": lambda: chance.randint(low, high),
        "number": lambda: chance.choice((chance.randint(low, high), round(chance.uniform(low, high), 2))),
        "null": lambda: None,
    }.get(kind, lambda: chance.choice(("1", "x", "a text")))()


def _record(chance: random.Random, schema: dict[str, Any], depth: int) -> dict[str, Any]:
    share = (0.3, 0.4, 0.5, 0.4)[min(depth, 3)]
    needed = schema.get("required", ())
    found = {
        name: _value(chance, one, name, depth + 1)
        for name, one in schema["properties"].items()
        if (name in needed and chance.random() > 0.005) or chance.random() < share
    }
    if chance.random() < 0.003:
        found[chance.choice(_keys())] = chance.choice(NASTY)
    return found


# ------------------------------------------------------------------ noise


def noise(chance: random.Random) -> bytes:
    """Bytes, or words of YAML in no order."""
    if chance.random() < 0.4:
        return chance.randbytes(chance.choice((0, 1, 10, 300)))
    words = (
        *NASTY,
        *_keys(),
        ": ",
        "\n",
        "\n  ",
        "- ",
        "\n- ",
        ", ",
        "|\n",
        ">-\n",
        "? ",
        "---\n",
        "&a ",
        "*a",
        "name: x\n",
    )
    return "".join(chance.choices(words, k=chance.choice((3, 20, 100)))).encode("utf-8", "surrogatepass")


def _bytes_flipped(chance: random.Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 3, 10))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


MAKERS: tuple[Callable[[random.Random], bytes], ...] = (mistyped, misplaced, invented, noise)
