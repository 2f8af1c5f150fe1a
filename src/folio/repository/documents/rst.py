"""reStructuredText by its plainest rules: titles by their underlines, literal blocks, links, pictures, tables."""

from __future__ import annotations

import re

from folio.repository.documents.cells import rst_tables
from folio.repository.documents.page import OpenSection, Page, closed

UNDERLINE = re.compile(r"^([=\-~^\"'*+#`:.])\1{2,}\s*$")
RST_LINK = re.compile(r"`([^`<]*)<(https?://[^>\s]+)>`_|(?<![<\w])(https?://[^\s<>`\"')\]]+)")
MAX_LABEL = 200


def parse_rst(text: str) -> Page:
    """Titles by their underlines, literal blocks by `::` and indentation, `image` and `code-block` directives."""
    lines = text.split("\n")
    levels: list[str] = []
    sections = [OpenSection(0, "", 1)]
    at = 0
    while at < len(lines):
        line, following = lines[at], lines[at + 1] if at + 1 < len(lines) else ""
        mark = UNDERLINE.match(following)
        if line.strip() and not line.startswith((" ", "..")) and mark and len(following.rstrip()) >= len(line.rstrip()):
            if mark[1] not in levels:
                levels.append(mark[1])
            sections.append(OpenSection(levels.index(mark[1]) + 1, line.strip(), at + 1))
            at += 2
            continue
        at += 1
        section = sections[-1]
        if line.strip().startswith((".. image::", ".. figure::")):
            section.images.append(line.split("::", 1)[1].strip())
        elif line.rstrip().endswith("::") or line.strip().startswith((".. code", ".. sourcecode")):
            block, at = _indented(lines, at)
            section.code.append(block)
            section.prose.append("" if line.startswith("..") else line.rstrip(": "))
        elif not line.startswith("..") and not UNDERLINE.match(line):
            section.prose.append(line)
            section.links += [(one or other, label.strip()) for label, one, other in RST_LINK.findall(line)]
        elif line.startswith(".. _"):
            label = line[4:].split(":", 1)[0].strip("` ")[:MAX_LABEL]
            section.links += [(one or other, label) for _, one, other in RST_LINK.findall(line)]
    return closed(sections, rst_tables(text))


def _indented(lines: list[str], at: int) -> tuple[str, int]:
    block: list[str] = []
    while at < len(lines) and (not lines[at].strip() or lines[at].startswith((" ", "\t"))):
        if not lines[at].strip().startswith(":"):
            block.append(lines[at])
        at += 1
    return "\n".join(block).strip("\n"), at
