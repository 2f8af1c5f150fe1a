"""Texts with the markup of RenderCV and YAMLResume in them, as folio takes them: Markdown, a line, or points."""

from __future__ import annotations

import re

from folio.profile.fields import is_web_address

LINK = re.compile(r"\[([^\[\]]*)\]\(\s*<?([^()\s<>]*(?:\([^()\s<>]*\)[^()\s<>]*)*)>?(?:\s+\"[^\"]*\")?\s*\)")
EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=\S)([^*_\n]{1,400})(?<=\S)\1(?![\w*_])")
CODE = re.compile(r"`([^`\n]{1,400})`")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!&%$~^<>|])")

HREF = re.compile(r"\\href\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
COMMAND = re.compile(r"\\([a-zA-Z]{2,14})\s*\{([^{}]+)\}")
AROUND = {"textbf": "**", "bfseries": "**", "textit": "*", "emph": "*", "texttt": "`"}
BARE = {"latex": "LaTeX", "tex": "TeX", "ldots": "…", "dots": "…", "textbar": "|", "newline": " ", "quad": " "}
NAMED = re.compile(r"\\([a-zA-Z]{2,14})(?![a-zA-Z])(?:\{\})?[ ]?(?=(.?))")
SPECIAL = re.compile(r"\\([&%$#_])")
MATHS = re.compile(r"\$\$([^$\n]{1,400})\$\$")
INLINE_MATHS = re.compile(r"\$([^$\n]{0,400}[\\^_{}][^$\n]{0,400})\$")
DEEPEST = 5
"""How many commands may stand inside each other."""

TYPST_LINK = re.compile(r"#link\(\s*\"([^\"]*)\"\s*\)\[([^\[\]]*)\]")
TYPST = re.compile(r"(?<!\w)#(?:strong|emph|underline|smallcaps|sub|super|text|highlight)(?:\([^()]*\))?\[([^\[\]]*)\]")
TYPST_SPACE = re.compile(r"(?<!\w)#(?:h|v|linebreak|colbreak|pagebreak)\([^()]*\)")

POINT = re.compile(r"(?:[-*+•]|\d{1,3}[.)])\s+(\S.*)")


def markdown(text: str) -> str:
    """Text with commands of LaTeX or Typst in it as Markdown; what is none of the usual ones stays as it is."""
    if "\\" in text:
        text = HREF.sub(r"[\2](\1)", text)
        for _ in range(DEEPEST):
            text, found = COMMAND.subn(_command, text)
            if not found:
                break
        text = NAMED.sub(_bare, text)
        text = SPECIAL.sub(lambda match: match[0] if match[1] in "_#" else match[1], text)
    if "$" in text:
        text = INLINE_MATHS.sub(_formula, MATHS.sub(_formula, text))
    if "#" in text:
        text = TYPST_SPACE.sub(" ", TYPST.sub(r"\1", TYPST_LINK.sub(r"[\2](\1)", text)))
    return text.strip()


def plain(text: str) -> str:
    """The words alone, on one line: without emphasis, and of a link what it says."""
    text = LINK.sub(r"\1", markdown(text)).replace("**", "").replace("__", "")
    text = CODE.sub(r"\1", EMPHASIS.sub(r"\2", text))
    return " ".join(ESCAPED.sub(r"\1", text).split())


def address(text: str) -> str | None:
    """Where the first link in it leads."""
    return next((match[2] for match in LINK.finditer(markdown(text)) if is_web_address(match[2])), None)


def points(text: str) -> tuple[str, list[str]]:
    """What a text says before its list, and the list's points; all of it before where it goes on after the list."""
    before: list[str] = []
    found: list[str] = []
    for line in text.split("\n"):
        if match := POINT.fullmatch(line.rstrip()):
            found.append(match[1])
        elif found and (line.startswith((" ", "\t")) or not line.strip()):
            found[-1] += f"\n{line.rstrip()}"
        elif found:
            return text.strip(), []
        else:
            before.append(line)
    return "\n".join(before).strip(), [one.strip() for one in found]


def listed(before: str | None, found: list[str]) -> str | None:
    """The text that `points` takes apart."""
    return "\n\n".join(filter(None, (before, "\n".join(f"- {one}" for one in found)))) or None


def joined(found: list[str]) -> str:
    """Points as one text: "Cut waste; wrote the tests"."""
    return "; ".join(filter(None, (plain(one).rstrip(".;") for one in found)))


def _formula(match: re.Match[str]) -> str:
    return match[1].replace("\\", "").strip()


def _command(match: re.Match[str]) -> str:
    around = AROUND.get(match[1].lower(), "")
    return f"{around}{match[2].strip()}{around}" if match[2].strip() else ""


def _bare(match: re.Match[str]) -> str:
    word = BARE.get(match[1].lower())
    if word is None:
        return match[0]
    return f"{word} " if match[0].endswith(" ") and match[2].isalnum() else word
