"""The outcome as tables: for the terminal, for docs/explanation/validation.md, and as the floors that must hold from now on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from validation.case import HERE
from validation.score import Row, Verdict
from validation.tricks import TRICKS, Trick

FLOORS = HERE / "floors.yaml"
DOCS = HERE.parent.parent / "docs" / "explanation" / "validation.md"
MEASURES = ("precision", "recall", "not-known", "amounts")
BEGIN, END = "<!-- measured: {} -->", "<!-- end -->"
FLOORS_SAY = """\
# What each check reached, in percent, and must reach from now on. `./run validation --write` raises these and lowers none.
# precision: of what folio calls earned, how much is; recall: of what is earned, how much folio sees; not-known: how often
# it says so where nobody can tell; amounts: where both say earned, how often the thousandths are as labelled.
"""


def measured(row: Row) -> dict[str, int]:
    """The four figures of a check."""
    return {
        "precision": row.precision, "recall": row.recall, "not-known": row.not_known, "amounts": row.amounts,
    }  # fmt: skip


def floors() -> dict[str, dict[str, int]]:
    """What each check must reach."""
    return yaml.safe_load(FLOORS.read_text(encoding="utf-8")) or {} if FLOORS.is_file() else {}


def below(rows: Iterable[Row], floor: Mapping[str, Mapping[str, int]]) -> list[str]:
    """Every figure that fell below its floor, in words."""
    return [
        f"{row.check}: {name} is {here} %, and was {floor[row.check][name]} %"
        for row in rows
        for name, here in measured(row).items()
        if here < floor.get(row.check, {}).get(name, 0)
    ]


def raised(rows: Iterable[Row], floor: Mapping[str, Mapping[str, int]]) -> str:
    """The floors as YAML, each at what was measured where that is higher."""
    lines = [FLOORS_SAY]
    for row in rows:
        old = floor.get(row.check, {})
        figures = {name: max(here, old.get(name, 0)) for name, here in measured(row).items()}
        if row.built:
            lines.append(f"{row.check}: {{{', '.join(f'{name}: {figure}' for name, figure in figures.items())}}}\n")
    return "".join(lines)


def misses(found: Iterable[Verdict]) -> list[Verdict]:
    """Where folio says something else than the label does."""
    return [one for one in found if one.state and not (one.right and (one.amount_right or one.state != "earned"))]


def printed(rows: Sequence[Row], found: Sequence[Verdict]) -> str:
    """Both tables for a terminal."""
    head = ("check", "earned", "not there", "not known", *MEASURES)
    cells = [head, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(head))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells]
    lines.append("")
    for one in misses(found):
        lines.append(f"{one.case}: {one.label.check}")
        lines.append(f"    a human says {_said(one)}: {one.label.why}")
        lines.append(f"    folio says {one.got}" + (f": {one.says}" if one.says else ""))
    return "\n".join(lines) + "\n"


def written(text: str, rows: Sequence[Row], found: Sequence[Verdict]) -> str:
    """The page with its measured parts made anew."""
    parts = {
        "table": _markdown(("check", "earned", "not there", "not known", *MEASURES), map(_cells, rows)),
        "misses": _markdown(("repository", "check", "a human says", "why", "folio says"), [])
        + "".join(f"{miss_line(one)} {one.got} |\n" for one in misses(found)),
    }
    parts["tricks"] = _markdown(("what is added", "it adds", "why"), map(_trick, TRICKS))
    for name, table in parts.items():
        begin = BEGIN.format(name)
        around = re.compile(f"{re.escape(begin)}.*?{re.escape(END)}", re.S)
        if not around.search(text):
            raise ValueError(f"the page has no place for the {name}: {begin}")
        text = around.sub(lambda _, made=f"{begin}\n\n{table}\n{END}": made, text)
    return text


def miss_line(one: Verdict) -> str:
    """How the page begins a miss; what folio says instead ends it."""
    return _line((f"`{one.case}`", one.label.check, _said(one), one.label.why)).rstrip("\n")


def _cells(row: Row) -> tuple[str, ...]:
    counts = tuple(str(row.count(said=state)) for state in ("earned", "not there", "not known"))
    figures = tuple(str(figure) for figure in measured(row).values()) if row.built else ("not built yet", "", "", "")
    return (row.check, *counts, *figures)


def _trick(trick: Trick) -> tuple[str, str, str]:
    adds = ", ".join(f"{check} {gain}" for check, gain in trick.adds.items()) or "nothing"
    scope = f"{adds} to {trick.category}" if trick.category else adds
    return trick.name, scope + (" (not yet)" if trick.waits else ""), "; ".join(filter(None, (trick.why, trick.waits)))


def _said(one: Verdict) -> str:
    label = one.label
    least = f" at least {label.least}" if label.least and label.least != label.most else ""
    most = f" at most {label.most}" if label.most < 1000 and label.least != label.most else ""
    exactly = f" {label.least}" if label.least == label.most else ""
    return label.state + exactly + least + most + (", the rest not known" if label.open else "")


def _markdown(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    return "".join(_line(cells) for cells in (head, ["---"] * len(head), *lines))


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def write(rows: Sequence[Row], found: Sequence[Verdict]) -> Iterator[Path]:
    """Renews the page and the floors; gives what it wrote."""
    FLOORS.write_text(raised(rows, floors()), encoding="utf-8")
    yield FLOORS
    DOCS.write_text(written(DOCS.read_text(encoding="utf-8"), rows, found), encoding="utf-8")
    yield DOCS
