"""The blocks of a page that readers copy: commands for a shell, and sections of a profile to write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(r"^```(?P<kind>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
SECTION = re.compile(r"^(?P<name>[a-z_]+):.*\n(?:(?:[ \t#-].*)?\n)*", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A fenced block, its kind (`sh`, `yaml`), and the file that it belongs into."""

    kind: str
    title: str | None
    text: str
    line: int

    @property
    def commands(self) -> Iterator[str]:
        """Each line that runs something, without what is said of it."""
        for line in self.text.splitlines():
            if command := re.sub(r"\s+#.*$", "", line).strip():
                yield command


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a Markdown page, in their order."""
    text = page.read_text(encoding="utf-8")
    return [
        Block(found["kind"], found["title"], found["text"], text[: found.start()].count("\n") + 1)
        for found in FENCE.finditer(text)
    ]


def written_into(profile: str, sections: str) -> str:
    """A profile with sections put in place of its own, or at its end, as a person would write them."""
    for found in SECTION.finditer(sections):
        mine = re.compile(rf"^{found['name']}:.*\n(?:[ \t]+.*\n)*", re.MULTILINE)
        profile = mine.sub("", profile, count=1).rstrip("\n") + f"\n\n{found[0]}"
    return profile
