"""Text set in columns of a fixed width, as wide as it looks: Chinese, Japanese and Korean take two columns a letter."""

from __future__ import annotations

from wcwidth import iter_graphemes, wcswidth

CLOSING = "、。，．,.;:!?！？：；）)]}」』】〉》〕ー…"
"""What no line begins with."""
FIXED = "\N{NO-BREAK SPACE}"


def width(text: str) -> int:
    """How many columns it takes; what is not to be seen takes none."""
    return max(wcswidth(text), 0)


def wrapped(text: str, columns: int, *, hanging: str = "") -> list[str]:
    """The lines of a text, all but the first behind `hanging`; a word that no line takes goes on in the next one."""
    lines: list[str] = []
    line, taken = "", 0
    for apart, piece in _pieces(text):
        space = " " if apart and line else ""
        if line and taken + width(space + piece) > columns:
            lines.append(line)
            line, taken, space = hanging, width(hanging), ""
        line, taken = line + space + piece, taken + width(space + piece)
        while taken > columns:
            line, rest = _cut(line, columns)
            lines.append(line)
            line, taken = hanging + rest, width(hanging + rest)
    return [one.replace(FIXED, " ") for one in (*lines, line) if one.strip()]


def _pieces(text: str) -> list[tuple[bool, str]]:
    """What stays on one line, and whether a space comes before it: words, and wide letters one by one."""
    found: list[tuple[bool, str]] = []
    for word in filter(None, text.split(" ")):
        if word.isascii():
            found.append((True, word))
            continue
        space, piece = True, ""
        for letter in iter_graphemes(word):
            wide = width(letter) > 1 and letter not in CLOSING
            if piece and (wide or (width(piece[-1]) > 1 and letter not in CLOSING)):
                found.append((space, piece))
                space, piece = False, ""
            piece += letter
        found.append((space, piece))
    return found


def _cut(line: str, columns: int) -> tuple[str, str]:
    """As much of a line as there is room for, and the rest."""
    taken = 0
    for at, letter in enumerate(line):
        taken += width(letter)
        if taken > columns:
            return line[:at], line[at:]
    return line, ""
