"""What site generators put into Markdown beside Markdown: HTML, comments, shortcodes, attributes, fenced divisions.

None of it is anybody's writing. A person's file is measured without it, so that it has as many words, figures and
blocks of code as the page that is made from it.
"""

from __future__ import annotations

import re

from folio.repository.text import without

TOML = re.compile(r"\A\+\+\+\n.{0,20000}?\n\+\+\+\n", re.S)
"""Hugo's other front matter."""
FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
LIQUID_CODE = re.compile(r"\{%-?\s*(end)?highlight\s*(\w*)[^%]{0,100}%\}")
"""Jekyll's own fences."""
DIVISION = re.compile(r"^[ ]{0,3}:{3,}.*$", re.M)
"""Pandoc's and Docusaurus' boxes; their text stays."""
MODULE = re.compile(r"^(?:import|export)\s[^\n]{0,300}\sfrom\s+['\"][^'\"\n]{1,200}['\"];?\s*$", re.M)
"""MDX."""
BLOCK_ATTRIBUTES = re.compile(r"^[ \t]*\{:[^{}\n]{1,300}\}[ \t]*$", re.M)
"""kramdown's."""
MARK = re.compile(
    r"(?P<code>(?P<ticks>`+)(?!`)[^\n]{0,2000}?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<tag></?[A-Za-z][^<>]{0,2000}>)"
    r"|(?P<short>\{\{[<%][^{}]{0,2000}[>%]\}\}|\{%[^{}]{0,1000}%\}|\{\{[^{}\n]{0,300}\}\})"
    r"|(?<=[)\]#\w])(?P<attributes>[ \t]?\{(?:[#.:]|[\w-]+=)[^{}\n]{0,300}\})(?=[ \t]*$)",
    re.M,
)
SOURCE = re.compile(r"\bsrc\s*=\s*[\"']?([^\"'\s>]+)", re.I)
TARGET = re.compile(r"\bhref\s*=\s*[\"']?([^\"'\s>]+)", re.I)


def plain(text: str) -> str:
    """The text as CommonMark alone; lines stay where they are."""
    text = TOML.sub(lambda found: "\n" * found[0].count("\n"), text)
    if not any(mark in text for mark in ("<", "{", ":::", "import ", "export ")):
        return text
    text = LIQUID_CODE.sub(lambda found: "```" if found[1] else f"```{found[2]}", text)
    parts: list[str] = []
    prose: list[str] = []
    fence = ""
    for line in text.split("\n"):
        begins = FENCE.match(line)
        if fence:
            parts.append(line)
            if begins and begins[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
        elif begins:
            parts += [*_plain(prose), line]
            prose, fence = [], begins[1]
        else:
            prose.append(line)
    return "\n".join([*parts, *_plain(prose)])


def _plain(lines: list[str]) -> list[str]:
    if not lines:
        return []
    text = without("\n".join(lines), "<!--", "-->")
    for name in ("script", "style"):
        text = without(text, f"<{name}", f"</{name}>")
    for pattern in (DIVISION, MODULE, BLOCK_ATTRIBUTES):
        text = pattern.sub("", text)
    return MARK.sub(_without_mark, text).split("\n")


def _without_mark(found: re.Match[str]) -> str:
    """Nothing, but for code, pictures and links; with as many lines as before."""
    if found["code"]:
        return found["code"]
    lines = "\n" * found[0].count("\n")
    mark = found["tag"] or found["short"] or ""
    name = re.match(r"[<{%\s]*(\w*)", mark)
    called = name[1].lower() if name else ""
    if called in ("img", "figure", "image", "video") and (source := SOURCE.search(mark)):
        return f"![](<{source[1]}>){lines}"
    if called == "a" and (target := TARGET.search(mark)):
        return f"[](<{target[1]}>){lines}"
    if called in ("http", "https", "mailto"):
        return mark  # an address, not a tag
    return lines or " "
