"""What a file of another language loads: packages, modules and headers, with everything that they stand below."""

from __future__ import annotations

import re
from collections.abc import Iterator

from folio.repository.code.languages.lexical import FAMILIES

JVM = r"^[ \t]*import[ \t]+(?:static[ \t]+)?(?P<name>[\w.]+\w)(?:\.(?P<inside>\*|_|\{[^}\n]{0,400}\}))?"
LOADS: dict[str, re.Pattern[str]] = {
    "c": re.compile(r"^[ \t]*\#[ \t]*include[ \t]*[<\"](?P<name>[^>\"\n]{1,200})[>\"]", re.M),
    "go": re.compile(
        r"^[ \t]*import[ \t]+(?:[\w.]+[ \t]+)?\"(?P<name>[^\"\n]{1,200})\""
        r"|^[ \t]*import[ \t]*\((?P<block>[^)]{0,20000})\)",
        re.M,
    ),
    "java": re.compile(JVM, re.M),
    "javascript": re.compile(
        r"(?:\bfrom[ \t]*|\brequire\([ \t]*|\bimport\([ \t]*|^[ \t]*import[ \t]*)[\"'](?P<name>[^\"'\n]{1,200})[\"']",
        re.M,
    ),
    "julia": re.compile(
        r"^[ \t]*(?:@everywhere[ \t]+)?(?:using|import)[ \t]+(?P<names>[^\n#;]{1,400})"
        r"|\binclude\(\"(?P<name>[^\"\n]{1,200})\"\)",
        re.M,
    ),
    "r": re.compile(
        r"\b(?:library|require|requireNamespace|loadNamespace|use_package)\([ \t]*[\"']?(?P<name>[A-Za-z][\w.]*)"
        r"|\b(?P<inline>[A-Za-z][\w.]*+):::?[A-Za-z.]|\bsource\([ \t]*[\"'](?P<path>[^\"'\n]{1,200})[\"']"
    ),
    "rust": re.compile(
        r"\b(?:use|extern[ ]crate)[ \t]+(?P<name>(?:::)?\w+(?:::\w+)*)|(?<![\w:])(?P<inline>[a-z_]\w*)::\w"
    ),
}
"""How each family says what it needs; `name` is one, `names` and `block` hold several."""
FAMILY_META = {"tidymodels": ("yardstick", "rsample", "parsnip", "tune"), "mlr3verse": ("mlr3",)}
"""Packages of R that load others."""
QUOTED = re.compile(r"\"([^\"\n]{1,200})\"")
SPLITS = re.compile(r"::|[./]")


def loaded(plain: str, code: str, ending: str) -> frozenset[str]:
    """What a text loads, as it is written and by each of the names that it stands below.

    `plain` is without its comments, `code` without the insides of its strings either.
    """
    pattern = LOADS.get(FAMILIES.get(ending, ""))
    found = set(_names(plain, code, pattern)) if pattern else set()
    return frozenset(found | {above for name in found for above in _above(name)})


def _names(plain: str, code: str, pattern: re.Pattern[str]) -> Iterator[str]:
    for match in pattern.finditer(plain):
        start = match.end() - len(match[0].lstrip())
        if code[start] != plain[start]:
            continue
        groups = match.groupdict()
        if block := groups.get("block"):
            yield from QUOTED.findall(block)
        elif names := groups.get("names"):  # `using A, B: c, d` loads A and B
            for part in names.split(":")[0].split(","):
                yield part.strip().lstrip(".").split(" ")[0]
        elif name := groups.get("name") or groups.get("inline") or groups.get("path"):
            yield name
            yield from FAMILY_META.get(name, ())
            for inside in re.findall(r"\w+", groups.get("inside") or ""):
                if inside != "_":
                    yield f"{name}.{inside}"


def _above(name: str) -> Iterator[str]:
    for match in SPLITS.finditer(name):
        if match.start():
            yield name[: match.start()]
