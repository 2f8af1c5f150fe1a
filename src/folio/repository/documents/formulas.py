r"""Display formulas in Markdown, reStructuredText, LaTeX and the text of notebooks, each known by a digest.

Looks for the end of each from its beginning, once: a pattern would read on to the end from every mark left open.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from folio.repository.text import without_fences

ENVIRONMENTS = (
    "equation", "align", "alignat", "flalign", "gather", "multline", "eqnarray", "displaymath", "split", "dmath"
)  # fmt: skip
BEGIN = re.compile(
    rf"\$\$|\\\[|\\begin\{{(?:{'|'.join(ENVIRONMENTS)})\*?\}}|<math(?=[\s>])[^<>]{{0,300}}>|\[(?:latexmath|stem)\]\n\+\+\+\+"
)
FENCE = re.compile(r"^[ \t]*(?:`{3,}|~{3,}|:{3,})[ \t]*\{?math\}?[ \t]*$", re.M)
DIRECTIVE = re.compile(r"^[ \t]*\.\. math::(.*)$", re.M)
OPERATOR = re.compile(
    r"\\(?:d?frac|tfrac|sum|prod|i*int|oint|partial|nabla|lim|sqrt|mathbb\{E\}|arg\s?m(?:ax|in)|operatorname|log|exp"
    r"|max|min|inf|sup|det|int)(?![A-Za-z])|<(?:mfrac|msum|munder\w*|msqrt)\b|[∑∏∫∂∇√]"
)
LAYOUT = re.compile(
    r"\\(?:begin|end)\{(?:" + "|".join((*ENVIRONMENTS, "aligned", "gathered", "array")) + r")\*?\}"
    r"|\\(?:label|tag)\*?\{[^{}]{0,200}\}|\\(?:nonumber|notag|left|right|displaystyle|quad|qquad|limits)(?![A-Za-z])"
    r"|\\[,;:!> ]|\\\\(?:\[[^\[\]]{0,20}\])?|&(?:amp;)?|\s+"
)
"""What changes how a formula looks and not what it says."""
MAX_LENGTH = 5000


def formulas(text: str) -> dict[str, int]:
    """The distinct display formulas that hold an operator: the digest of each, and the line where it first begins.

    Code that is quoted is no formula.
    """
    lines: dict[str, int] = {}
    for line, one in _blocks(text):
        if len(one) <= MAX_LENGTH and OPERATOR.search(one):
            name = digest(one)
            lines[name] = min(line, lines.get(name, line))
    return lines


def digest(formula: str) -> str:
    """The first 16 hexadecimal digits of the hash of what the formula says, however it is set."""
    plain = LAYOUT.sub("", formula.strip().rstrip(".,; \n"))
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()[:16]


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    if "math" in text:
        yield from _fenced(text)
        yield from _directives(text)
    if "$$" in text or "\\[" in text or "\\begin" in text or "math" in text:
        yield from _inside(without_fences(text))


def _inside(text: str) -> Iterator[tuple[int, str]]:
    """What stands between two marks, and its line; one that is never closed is passed by."""
    at, open_forever = 0, set[str]()
    line, counted = 1, 0
    while begin := BEGIN.search(text, at):
        at = begin.end()
        end = _end(begin[0])
        if not end or end in open_forever:
            continue
        stop = text.find(end, at)
        if stop < 0:
            open_forever.add(end)
            continue
        line, counted = line + text.count("\n", counted, begin.start()), begin.start()
        yield line, text[at:stop]
        at = stop + len(end)


def _end(begin: str) -> str:
    if begin.startswith("<math"):
        return "</math>" if "block" in begin else ""
    if begin.startswith("[") and begin != "\\[":
        return "\n++++"
    return {"$$": "$$", "\\[": "\\]"}.get(begin) or begin.replace("\\begin", "\\end")


def _fenced(text: str) -> Iterator[tuple[int, str]]:
    """Fenced blocks of the language `math`."""
    at, line, counted = 0, 1, 0
    while begin := FENCE.search(text, at):
        mark = begin[0].strip()[:3]
        stop = text.find("\n" + mark, begin.end())
        if stop < 0:
            return
        line, counted = line + text.count("\n", counted, begin.start()), begin.start()
        yield line, text[begin.end() : stop]
        at = stop + 4


def _directives(text: str) -> Iterator[tuple[int, str]]:
    """The `math` directives of reStructuredText: the rest of the line and what is indented below it."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if not (begin := DIRECTIVE.match(line)):
            continue
        block = [begin[1]]
        for below in lines[number + 1 : number + 200]:
            if below.strip() and not below.startswith((" ", "\t")):
                break
            if not below.strip().startswith(":"):
                block.append(below)
        yield number + 1, "\n".join(block)
