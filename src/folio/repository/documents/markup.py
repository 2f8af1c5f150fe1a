"""AsciiDoc and Org as Markdown, as far as headings, code, links and pictures go; each line stays where it is."""

from __future__ import annotations

import re

ADOC_LINK = re.compile(r"\b(?:link:)?(https?://[^\s\[\]<>]{1,500})\[([^\[\]]{0,200})\]")
ADOC_IMAGE = re.compile(r"\bimage::?([^\s\[\]]{1,500})\[([^\[\],]{0,200})[^\[\]]{0,300}\]")
ORG_LINK = re.compile(r"\[\[([^\[\]]{1,500})\](?:\[([^\[\]]{0,200})\])?\]")
PICTURE = re.compile(r"\.(png|jpe?g|gif|svg|webp)$", re.I)


def as_markdown(path: str, text: str) -> str:
    """`text` as Markdown when its name says that it is AsciiDoc or Org, and as it is otherwise."""
    name = path.lower()
    if name.endswith((".adoc", ".asciidoc")):
        return "\n".join(_adoc(line) for line in text.split("\n"))
    if name.endswith(".org"):
        return "\n".join(_org(line) for line in text.split("\n"))
    return text


def _adoc(line: str) -> str:
    if found := re.match(r"(={1,6}) (?=\S)", line):
        return f"{'#' * len(found[1])} {line[found.end() :]}"
    if re.fullmatch(r"(-{4,}|\.{4,})\s*", line):
        return "```"
    return ADOC_LINK.sub(r"[\2](\1)", ADOC_IMAGE.sub(r"![\2](\1)", line))


def _org(line: str) -> str:
    if found := re.match(r"(\*{1,6}) (?=\S)", line):
        return f"{'#' * len(found[1])} {line[found.end() :]}"
    lowered = line.strip().lower()
    if lowered.startswith("#+title:"):
        return f"# {line.strip()[8:].strip()}"
    if lowered.startswith(("#+begin_src", "#+begin_example", "#+end_src", "#+end_example")):
        return "```"
    if lowered.startswith("|-"):
        return line.replace("+", "|")
    return ORG_LINK.sub(_org_link, line)


def _org_link(found: re.Match[str]) -> str:
    address = found[1].removeprefix("file:")
    if PICTURE.search(address) and not found[2]:
        return f"![]({address})"
    return f"[{found[2] or address}]({address})"
