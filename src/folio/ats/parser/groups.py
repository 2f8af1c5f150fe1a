"""Skills, languages and terms: lines of a label and a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from folio.ats.parser.fields import ParsedGroup
from folio.ats.parser.rows import Row

LABEL = re.compile(r"^(?P<label>[^:：,、،]{1,60}?)\s*(?::\s+|[:：]$|：\s*)(?P<list>.*)$")
BETWEEN = re.compile(r"\s*[,、،;；]\s*|\s+[|·]\s+")
BRACKETS = re.compile(r"[(（](?:[^()（）]|[(（][^()（）]*[)）])*[)）]")
"""What stands in them is one thing, whatever parts it has."""
UNFINISHED = re.compile(r"[,、،]$|[(（][^()（）]*$")
"""What ends within a list, or in brackets."""
LEVEL = re.compile(r"^(?P<name>[^(（]+?)\s*[(（](?P<level>.+)[)）]$")


def groups(rows: Sequence[Row]) -> tuple[ParsedGroup, ...]:
    """A group for each label. Lists without one are a group without a label."""
    found: list[tuple[str, str]] = []
    rows = _labels_above(rows)
    have_labels = any(LABEL.match(row.text) for row in rows)
    for row in rows:
        labelled = LABEL.match(row.text)
        if labelled:
            found.append((labelled["label"], labelled["list"]))
        elif len(row.pieces) == 2 and not row.goes_on:
            found.append((row.pieces[0], row.pieces[1]))
        elif found and (row.goes_on or have_labels or _is_unfinished(found[-1][1], row.text)):
            found[-1] = (found[-1][0], f"{found[-1][1]} {row.text}")
        else:
            found.append(("", row.text))
    return tuple(ParsedGroup(label, _items(said)) for label, said in found)


def _is_unfinished(said: str, following: str) -> bool:
    return bool(UNFINISHED.search(said)) or following.startswith(("(", "（"))


def _items(said: str) -> tuple[str, ...]:
    """The parts of a list; what stands in brackets stays whole."""
    whole = [found.span() for found in BRACKETS.finditer(said)]
    items, start = list[str](), 0
    for between in BETWEEN.finditer(said):
        if not any(opened < between.start() < closed for opened, closed in whole):
            items.append(said[start : between.start()])
            start = between.end()
    return tuple(filter(None, (*items, said[start:])))


def _labels_above(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows, with labels joined to the lists below them where one always stands above the other."""
    whole: list[Row] = []
    for row in rows:
        if row.goes_on and whole:
            whole[-1] = replace(whole[-1], text=f"{whole[-1].text} {row.text}")
        else:
            whole.append(row)
    labels, lists = whole[::2], whole[1::2]
    alone = not any(LABEL.match(row.text) or BETWEEN.search(row.text) or len(row.pieces) > 1 for row in labels)
    if len(labels) != len(lists) or not alone or not any(BETWEEN.search(row.text) for row in lists):
        return rows
    return [replace(label, text=f"{label.text}: {one.text}") for label, one in zip(labels, lists, strict=True)]


def languages(rows: Sequence[Row]) -> tuple[ParsedGroup, ...]:
    """Languages with their levels, one beside the other or one below the other."""
    found: list[ParsedGroup] = []
    for group in groups(rows):
        levels = [LEVEL.match(item) for item in group.items]
        if group.label and not any(levels):
            found.append(group)
        else:
            found += [
                ParsedGroup(level["name"], (level["level"],)) if level else ParsedGroup("", (item,))
                for level, item in zip(levels, group.items, strict=True)
            ]
    return tuple(found)
