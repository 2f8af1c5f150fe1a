"""Plain data into YAML: as folio reads it, and as other tools do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import yaml

from folio.document.foreign import FLOAT

LINE, SHORT = 120, 30
"""Characters of a line that is written, and of a text that shares one with others."""
OTHER_BREAKS = re.compile("[\r\x85\u2028\u2029]")
"""What YAML takes for the end of a line as well."""


def dump(data: object) -> str:
    """Plain data as YAML that `parse` reads back: text of several lines in blocks, small mappings on one line."""
    text: str = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=LINE)
    return text


def dump_typed(data: object) -> str:
    """Plain data as YAML for other tools: a text that they could take for a number, date or truth value is quoted."""
    text: str = yaml.dump(data, Dumper=_TypedDumper, sort_keys=False, allow_unicode=True, width=LINE)
    return text


NULL_ALONE = {
    first: [one for one in every if one[0].endswith(":null")]
    for first, every in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


class _Dumper(yaml.SafeDumper):
    """Writes every value out, in the style that people write; what `parse` takes for text needs no quotes."""

    yaml_implicit_resolvers = NULL_ALONE
    depth = -1

    def ignore_aliases(self, data: object) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def text(self, value: object) -> yaml.ScalarNode:
        text = {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
        style = '"' if OTHER_BREAKS.search(text) else "|" if "\n" in text else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    def number(self, value: float) -> yaml.ScalarNode:
        return self.text(int(value) if value == int(value) else value)

    def mapping(self, value: dict[str, object]) -> yaml.MappingNode:
        """On one line where it is inside an entry and fits."""
        plain = all(not isinstance(one, (dict, list)) and "\n" not in str(one) for one in value.values())
        short = sum(len(f"{name}: {one}, ") for name, one in value.items()) < LINE - 10
        with self._deeper():
            return self.represent_mapping(
                "tag:yaml.org,2002:map", value.items(), flow_style=self.depth > 1 and plain and short
            )

    def sequence(self, value: list[object]) -> yaml.SequenceNode:
        short = all(isinstance(one, str) and len(one) < SHORT for one in value)
        with self._deeper():
            return self.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=short)

    @contextmanager
    def _deeper(self) -> Iterator[None]:
        self.depth += 1
        yield
        self.depth -= 1


class _TypedDumper(yaml.SafeDumper):
    """Quotes what either version of YAML could take for something else than text."""

    def ignore_aliases(self, data: object) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def text(self, text: str) -> yaml.ScalarNode:
        style = '"' if OTHER_BREAKS.search(text) else "|" if "\n" in text else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_TypedDumper.add_representer(str, _TypedDumper.text)
_TypedDumper.add_implicit_resolver("tag:yaml.org,2002:float", FLOAT, list("-+.0123456789"))
_TypedDumper.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+|0[ox][0-9a-fA-F]+"), list("-+0123456789")
)

_Dumper.add_representer(str, _Dumper.text)
_Dumper.add_representer(bool, _Dumper.text)
_Dumper.add_representer(int, _Dumper.text)
_Dumper.add_representer(float, _Dumper.number)
_Dumper.add_representer(dict, _Dumper.mapping)
_Dumper.add_representer(list, _Dumper.sequence)
