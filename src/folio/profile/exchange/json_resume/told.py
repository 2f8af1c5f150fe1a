"""What is told of a project by what it says: whether an address is its code, which words are its summary."""

from __future__ import annotations

from urllib.parse import urlsplit

from folio.profile.fields import LONGEST_LINE

CODE_HOSTS = ("github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "sr.ht")


def is_code(url: str) -> bool:
    """Whether it is an address at a code host."""
    return (urlsplit(url).hostname or "").removeprefix("www.") in CODE_HOSTS


def as_line(description: str) -> str:
    """A description on one line: as many of its sentences as a line takes, or the first words of a long one."""
    line = " ".join(description.split())
    if len(line) <= LONGEST_LINE:
        return line
    start = line[:LONGEST_LINE]
    end = start.rfind(". ")
    return start[: end + 1] if end > 0 else start.rsplit(" ", 1)[0]


def bullets(text: str | None) -> list[str]:
    """The points of a text that is a list; none of one that is not."""
    lines = (text or "").split("\n")
    return [line[2:] for line in lines] if all(line.startswith("- ") for line in lines) else []


def as_bullets(points: list[str]) -> str:
    """The text of such a list."""
    return "\n".join(f"- {' '.join(each.split())}" for each in points)
