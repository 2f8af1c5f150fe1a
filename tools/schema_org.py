"""Cuts out of schema.org's vocabulary the classes that the site's JSON-LD is made of, for the tests to hold it to.

    tools/schema_org.py [--check]

The vocabulary comes from the npm package schema-dts, TypeScript types that Google makes of schema.org's own release
under the Apache licence 2.0, and goes to tests/render/schema/schema_org.json: each class of `CLASSES` and of their
ancestors with its parents and all its properties, each property with the classes that its value may be of.
Descriptions are left out. `--check` writes nothing, and fails when what is kept is not what would be written.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "schema-dts@2.1.0"
KEPT = Path(__file__).parent.parent / "tests" / "render" / "schema" / "schema_org.json"
CLASSES = (
    "AboutPage", "Answer", "Audience", "BlogPosting", "BreadcrumbList", "CollectionPage", "ContactPage", "CreativeWork",
    "FAQPage", "ImageObject", "ItemList", "ListItem", "Occupation", "Offer", "Organization", "Person", "PostalAddress",
    "PriceSpecification", "ProfilePage", "PropertyValue", "Question", "Quotation", "Service", "SoftwareSourceCode",
    "UnitPriceSpecification", "WebPage", "WebSite",
)  # fmt: skip
BASE = re.compile(r"^interface (\w+)Base extends ([\w, <>]+) \{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
LEAF = re.compile(r"^export interface (\w+)Leaf extends ([\w, ]+) \{", re.MULTILINE)
PROPERTY = re.compile(r'^    "(\w+)"\?: SchemaValue<([^,]+), "\w+">;', re.MULTILINE)


def main() -> int:
    """Writes or compares the file; 1 when it differs."""
    with tempfile.TemporaryDirectory(prefix="folio-") as scratch:
        made = cut(_types(Path(scratch)))
    stale = not KEPT.is_file() or KEPT.read_text("utf-8") != made
    check = "--check" in sys.argv
    if stale and not check:
        KEPT.write_text(made, "utf-8")
    print(f"{KEPT}: {'not ' if check else ''}renewed" if stale else "as kept")
    return int(check and stale)


def cut(types: str) -> str:
    """The slice as JSON, one class a line."""
    properties: dict[str, dict[str, list[str]]] = {}
    parents: dict[str, list[str]] = {}
    for name, above, body in BASE.findall(types):
        parents[name] = _named(above)
        properties[name] = {one: _ranges(said) for one, said in PROPERTY.findall(body)}
    for name, above in LEAF.findall(types):
        parents.setdefault(name, [one for one in _named(above) if one != name])
    wanted, kept = list(CLASSES), {}
    while wanted:
        name = wanted.pop()
        above = parents[name]
        kept[name] = {"parents": above, "properties": properties.get(name, {})}
        wanted += [one for one in above if one not in kept]
    rows = (f"  {json.dumps(name)}: {json.dumps(kept[name], sort_keys=True)}" for name in sorted(kept))
    origin = f"the npm package {PACKAGE}, cut by tools/schema_org.py"
    head = (
        f' "origin": {json.dumps(origin)},\n "licence": "Apache-2.0; the vocabulary itself CC BY-SA 3.0, schema.org",\n'
    )
    return "{\n" + head + ' "classes": {\n' + ",\n".join(rows) + "\n }\n}\n"


def _named(above: str) -> list[str]:
    """The classes that an interface extends; those of other vocabularies aside."""
    names = re.findall(r"\b([A-Z]\w*?)Base\b", above)
    return sorted({name for name in names if "_" not in name})


def _ranges(said: str) -> list[str]:
    return sorted({one.strip() for one in said.split("|")} - {"IdReference"})


def _types(scratch: Path) -> str:
    packed = subprocess.run(
        ("npm", "pack", "--silent", PACKAGE), cwd=scratch, check=True, capture_output=True, text=True
    )
    with tarfile.open(scratch / packed.stdout.split()[-1]) as archive:
        archive.extractall(scratch, filter="data")
    return (scratch / "package" / "dist" / "schema.d.ts").read_text("utf-8")


if __name__ == "__main__":
    sys.exit(main())
