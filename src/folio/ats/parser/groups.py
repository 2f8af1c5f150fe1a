"""Skills, languages and terms: lines of a label and a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from folio.ats.parser.fields import ParsedGroup
from folio.ats.parser.rows import Row

LABEL = re.compile(r"^(?P<label>[^:：,、،]{1,60}?)\s*(?::\s+|[:：]$|：\s*)(?P<list>.*)$")
BETWEEN = re.compile(r"\s*[,、،;；]\s*|\s+[|·]\s+")
LEVEL = re.compile(r"^(?P<name>[^(（]+?)\s*[(（](?P<level>[^)）]+)[)）]$")


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
        elif found and (row.goes_on or have_labels or found[-1][1].endswith((",", "、", "،"))):
            found[-1] = (found[-1][0], f"{found[-1][1]} {row.text}")
        else:
            found.append(("", row.text))
    return tuple(ParsedGroup(label, tuple(filter(None, BETWEEN.split(said)))) for label, said in found)


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
