"""Cuts out of GitHub's published descriptions what folio asks, for the stand-in that the tests run against.

    tools/github_schema.py [--check]

They come from the npm packages @octokit/openapi (REST) and @octokit/graphql-schema, both under the MIT licence, and go
to tests/evidence/hub/schema/. Descriptions and examples are left out. `--check` writes nothing, and fails when what is
kept there is not what would be written.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from typing import Any

from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLNamedType,
    TypeInfo,
    TypeInfoVisitor,
    Visitor,
    build_schema,
    get_named_type,
    is_enum_type,
    is_interface_type,
    is_object_type,
    is_scalar_type,
    is_specified_scalar_type,
    is_union_type,
    parse,
    visit,
)

from folio.evidence.github.pinned import QUERY

REST, GRAPHQL = "@octokit/openapi@23.0.2", "@octokit/graphql-schema@15.26.1"
KEPT = Path(__file__).parent.parent / "tests" / "evidence" / "hub" / "schema"
PATHS = (
    "/users/{username}",
    "/users/{username}/repos",
    "/users/{username}/social_accounts",
    "/search/commits",
    "/repos/{owner}/{repo}",
    "/repos/{owner}/{repo}/actions/runs",
    "/repos/{owner}/{repo}/deployments",
    "/repos/{owner}/{repo}/deployments/{deployment_id}/statuses",
    "/repos/{owner}/{repo}/languages",
    "/repos/{owner}/{repo}/pages",
    "/repos/{owner}/{repo}/readme",
    "/repos/{owner}/{repo}/releases",
)
WORDS = ("description", "example", "examples", "title", "default", "deprecated", "discriminator")
"""What a schema says that no answer can break."""


def main() -> int:
    """Writes or compares the three files; 1 when they differ."""
    with tempfile.TemporaryDirectory(prefix="folio-") as scratch:
        rest, graphql = (_package(name, Path(scratch)) for name in (REST, GRAPHQL))
        made = {
            "rest.json": rest_slice(json.loads((rest / "generated" / "api.github.com.json").read_text("utf-8"))),
            "graphql.graphql": graphql_slice((graphql / "schema.graphql").read_text("utf-8"), QUERY),
            "LICENSE": "\n".join(
                f"From the npm package {name}:\n\n{(folder / file).read_text('utf-8').strip()}\n"
                for name, folder, file in ((REST, rest, "LICENSE"), (GRAPHQL, graphql, "LICENSE.md"))
            ),
        }
    stale = [name for name, text in made.items() if _kept(name) != text]
    if "--check" not in sys.argv:
        KEPT.mkdir(parents=True, exist_ok=True)
        for name in stale:
            (KEPT / name).write_text(made[name], "utf-8")
    print("\n".join(f"{KEPT / name}: {'not ' if '--check' in sys.argv else ''}renewed" for name in stale) or "as kept")
    return int("--check" in sys.argv and bool(stale))


def rest_slice(description: dict[str, Any]) -> str:
    """The schema of each documented answer to a GET of `PATHS`, as JSON Schema (draft 4), one line each."""
    components = description["components"]
    paths: dict[str, Any] = {}
    for path in PATHS:
        answers = {}
        for status, answer in description["paths"][path]["get"]["responses"].items():
            whole = components["responses"][answer["$ref"].rpartition("/")[2]] if "$ref" in answer else answer
            answers[status] = _plain(whole.get("content", {}).get("application/json", {}).get("schema", {}))
        paths[path] = answers
    schemas: dict[str, Any] = {}
    wanted = {"basic-error", *_named(paths)}
    while wanted:
        schemas |= {name: _plain(components["schemas"][name]) for name in wanted}
        wanted = set(_named(schemas)) - schemas.keys()
    origin = {"origin": f"the npm package {REST}, cut by tools/github_schema.py", "licence": "MIT; see LICENSE"}
    head = [f" {json.dumps(name)}: {json.dumps(value)}" for name, value in origin.items()]
    return "{\n" + ",\n".join([*head, _table("paths", paths), _table("schemas", schemas)]) + "\n}\n"


def _plain(schema: Any) -> Any:
    """OpenAPI's dialect as JSON Schema: `nullable` as a type, and any of what GitHub calls one of, as these overlap."""
    if isinstance(schema, list):
        return [_plain(one) for one in schema]
    if not isinstance(schema, dict):
        return schema.replace("#/components/schemas/", "#/schemas/") if isinstance(schema, str) else schema
    own = {name: value for name, value in schema.items() if name not in WORDS or isinstance(value, dict)}
    found = {
        "anyOf" if name == "oneOf" else name: _plain(value) for name, value in own.items() if name != "discriminator"
    }
    if found.pop("nullable", False) is not True:
        return found
    if not isinstance(found.get("type"), str):
        return {"anyOf": [found, {"type": "null"}]}
    found["type"] = [found["type"], "null"]
    if "enum" in found and None not in found["enum"]:
        found["enum"] = [*found["enum"], None]
    return found


def _named(schema: Any) -> Iterator[str]:
    if isinstance(schema, list):
        for one in schema:
            yield from _named(one)
    elif isinstance(schema, dict):
        if isinstance(schema.get("$ref"), str):
            yield schema["$ref"].rpartition("/")[2]
        for one in schema.values():
            yield from _named(one)


def _table(name: str, rows: dict[str, Any]) -> str:
    lines = (f"  {json.dumps(row)}: {json.dumps(value, sort_keys=True)}" for row, value in sorted(rows.items()))
    return f" {json.dumps(name)}: {{\n" + ",\n".join(lines) + "\n }"


def graphql_slice(text: str, query: str) -> str:
    """The types, fields and arguments that the query names, without their descriptions."""
    schema = build_schema(text, assume_valid=True)
    uses = _Uses(TypeInfo(schema))
    visit(parse(query), TypeInfoVisitor(uses.info, uses))
    for name in sorted(uses.fields):
        kind = schema.type_map[name]
        for one in schema.get_implementations(kind).objects if is_interface_type(kind) else ():
            uses.fields[one.name] |= uses.fields[name]
    kinds = {name: schema.type_map[name] for name in {*uses.fields, *uses.others}}
    for kind in [kind for kind in kinds.values() if is_union_type(kind)]:
        for one in kind.types:
            kinds.setdefault(one.name, one)
            uses.fields[one.name] |= set() if uses.fields[one.name] else {"id"}
            kinds |= {"ID": schema.type_map["ID"]}
    head = f"# From the npm package {GRAPHQL}, cut by tools/github_schema.py; MIT, see LICENSE.\n\n"
    return head + "\n\n".join(filter(None, (_declared(kinds[name], uses, kinds) for name in sorted(kinds)))) + "\n"


class _Uses(Visitor):
    """Collects which fields of which types a query names, which arguments of them, and all types that these have."""

    def __init__(self, info: TypeInfo) -> None:
        super().__init__()
        self.info = info
        self.fields: defaultdict[str, set[str]] = defaultdict(set)
        self.arguments: defaultdict[str, set[str]] = defaultdict(set)
        self.others: set[str] = set()

    def enter_field(self, node: FieldNode, *_: object) -> None:
        parent, field = self.info.get_parent_type(), self.info.get_field_def()
        assert parent, node.name.value
        assert field, node.name.value
        self.fields[parent.name].add(node.name.value)
        given = {one.name.value for one in node.arguments or ()}
        self.arguments[node.name.value] |= given
        types = [field.type, *(field.args[name].type for name in given)]
        found = {get_named_type(one) for one in types}
        self.others |= {one.name for one in found if not is_object_type(one) and not is_interface_type(one)}


def _declared(kind: GraphQLNamedType, uses: _Uses, kinds: Mapping[str, GraphQLNamedType]) -> str:
    if is_scalar_type(kind):
        return "" if is_specified_scalar_type(kind) else f"scalar {kind.name}"
    if is_enum_type(kind):
        return f"enum {kind.name} {{ {' '.join(kind.values)} }}"
    if is_union_type(kind):
        return f"union {kind.name} = {' | '.join(one.name for one in kind.types)}"
    word = "interface" if is_interface_type(kind) else "type"
    above = " & ".join(one.name for one in kind.interfaces if one.name in kinds)
    fields = (f"  {name}{_arguments(kind.fields[name], uses.arguments[name])}: {kind.fields[name].type}"
              for name in sorted(uses.fields[kind.name]))  # fmt: skip
    return f"{word} {kind.name}{f' implements {above}' if above else ''} {{\n" + "\n".join(fields) + "\n}"


def _arguments(field: GraphQLField, used: Set[str]) -> str:
    given = ", ".join(f"{name}: {one.type}" for name, one in field.args.items() if name in used)
    return f"({given})" if given else ""


def _package(name: str, scratch: Path) -> Path:
    """The unpacked folder of an npm package."""
    packed = subprocess.run(("npm", "pack", "--silent", name), cwd=scratch, check=True, capture_output=True, text=True)
    target = scratch / name.rpartition("/")[2]
    with tarfile.open(scratch / packed.stdout.split()[-1]) as archive:
        archive.extractall(target, filter="data")
    return target / "package"


def _kept(name: str) -> str | None:
    file = KEPT / name
    return file.read_text("utf-8") if file.is_file() else None


if __name__ == "__main__":
    sys.exit(main())
