"""Shell commands by their words: what a script runs, and whether that tests, checks or publishes something."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from folio.repository.code.tables.command_words import DEPLOY, LINT, ON_THE_SPOT, R_OR_JULIA, TEST

MAX_SCRIPT = 40_000
MAX_LINE = 2_000
"""Characters; what is longer was not written by hand."""


class Purpose(StrEnum):
    """What a command does that somebody would want CI to do."""

    DEPLOY = "deploy"
    LINT = "lint"
    START = "start"
    """Starts a service where it runs: a delivery on the machine that serves."""
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Command:
    """The words of one simple command; `ignored` when its failure changes nothing."""

    words: tuple[str, ...]
    ignored: bool = False
    folder: str = ""
    """Where it runs, below the repository's root, when a `cd` before it says so."""


MANAGED = re.compile(r"(python3? )?\S*(manage\.py test|setup\.py test)\b")
SEPARATORS = re.compile(r"(\|\||&&|[;|&])")
COMMENT = re.compile(r"(^|\s)#.*$")
IGNORING = ((":",), ("true",), ("echo",), ("exit",))
HEREDOC = re.compile(r"<<-?\s*['\"]?(\w+)['\"]?[^\n]*\n.{0,5000}?^[ \t]*\1[ \t]*$", re.S | re.M)
ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=\S*")
PREFIXES: tuple[tuple[str, ...], ...] = (
    ("sudo",), ("time",), ("exec",), ("env",), ("then",), ("do",), ("else",), ("if",), ("!",), ("-",), ("@",),
    ("xvfb-run",), ("nice",), ("command",), ("cross-env",), ("c8",), ("nyc",), ("corepack",),
    ("rtx", "exec"), ("nix", "develop"), ("nix-shell",), ("aws-vault", "exec"),
    ("dotenvx", "run"), ("infisical", "run"), ("watchexec",), ("stdbuf",), ("catchsegv",), ("travis_retry",),
    ("uv", "run"), ("poetry", "run"), ("pipenv", "run"), ("pdm", "run"), ("rye", "run"), ("pixi", "run"),
    ("micromamba", "run"), ("conda", "run"),
    ("hatch", "run"), ("mise", "exec"), ("mise", "x"), ("pipx", "run"), ("npx",), ("bunx",), ("uvx",),
    ("pnpm", "exec"), ("pnpm", "dlx"), ("yarn", "exec"), ("bundle", "exec"),
    ("coverage", "run"), ("python", "-m"), ("python3", "-m"), ("py", "-m"), ("dotenv", "run"), ("doppler", "run"),
    ("op", "run"), ("timeout",), ("retry",),
    ("nohup",), ("docker-compose", "run"), ("docker", "compose", "run"), ("docker-compose", "exec"), ("docker",
    "compose", "exec"), ("docker", "run"),
    ("docker", "exec"),
)  # fmt: skip
STARTERS = {first: tuple(one for one in PREFIXES if one[0] == first) for first, *_ in PREFIXES}
VALUED = frozenset({"-n", "--name", "-p", "--python", "--with", "--extra", "--group", "-m", "--env-file", "-e",
    "--user", "-u", "-v", "-w", "--cov", "--source",
                    "--from", "--package", "--directory", "--project", "--rcfile", "--volume", "--env", "--workdir",
                    "--entrypoint"})  # fmt: skip
NEVER = frozenset({("||", ("true",)), ("||", (":",)), ("||", ("echo",)), ("&&", ("false",))})
"""An operator and the command before it, after which nothing runs."""
HARMLESS = frozenset(
    {"--version", "--help", "-h", "-V", "--collect-only", "--co", "--dry-run", "--fixtures", "--markers", "--list"}
)


def split(script: str) -> Iterator[Command]:
    """The simple commands of a script; comments, here-documents and control words are passed over."""
    folder = ""
    for line in HEREDOC.sub("\n", script[:MAX_SCRIPT].replace("\\\n", " ")).split("\n"):
        commands = _simple(_words(line)) if len(line) <= MAX_LINE else []
        for at, (words, operator) in enumerate(commands):
            if (operator, commands[at - 1][0][:1]) in NEVER:
                continue
            if words[:1] == ("cd",) and len(words) == 2 and "$" not in words[1]:
                folder = words[1].strip("/").removeprefix("./")
            elif words:
                following = commands[at + 1] if at + 1 < len(commands) else ((), "")
                ignored = following[1] == "||" and following[0][:1] in IGNORING and following[0][:2] != ("exit", "1")
                yield Command(words, ignored, folder)


def _simple(words: tuple[str, ...]) -> list[tuple[tuple[str, ...], str]]:
    """The words of each simple command and the operator that stands before it; redirections are left out."""
    commands: list[tuple[list[str], str]] = [([], "")]
    skipped = False
    for word in words:
        if word and not word.strip(";&|()"):
            commands.append(([], word))
        elif word and not word.strip("<>&"):
            skipped = True
        elif not skipped:
            commands[-1][0].append(word)
        else:
            skipped = False
    return [(tuple(one), operator) for one, operator in commands]


def purposes(words: tuple[str, ...]) -> frozenset[Purpose]:
    """What a simple command does by itself."""
    bare = bare_words(words)
    if not bare or HARMLESS & set(bare):
        return frozenset()
    text = " ".join(bare)
    found: set[Purpose] = set()
    if TEST.match(text) or R_OR_JULIA.match(text) or MANAGED.match(text):
        found.add(Purpose.TEST)
    if LINT.match(text):
        found.add(Purpose.LINT)
    if DEPLOY.match(text):
        found.add(Purpose.DEPLOY)
    if ON_THE_SPOT.match(text):
        found.add(Purpose.START)
    return frozenset(found)


def bare_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The command without assignments and without what only starts it: `FOO=1 uv run -- pytest` is `pytest`."""
    previous: tuple[str, ...] = ()
    while words and words != previous:
        previous = words
        while words and (ASSIGNMENT.fullmatch(words[0]) or words[0] in ("{", "(", "[", "--")):
            words = words[1:]
        words = (words[0].lstrip("@-+(") or words[0], *words[1:]) if words else ()
        if words and words[0].startswith("$") and words[1:2] == ("-m",):  # "$python" -m pytest
            words = words[2:]
        for prefix in STARTERS.get(words[0], ()) if words else ():
            if words[: len(prefix)] == prefix and len(words) > len(prefix):
                words = _without_options(words[len(prefix) :], prefix)
                break
    if words and "/" in words[0] and "bin/" in words[0]:
        words = (words[0].rsplit("/", 1)[-1], *words[1:])
        return bare_words(words)
    return words


def _without_options(words: tuple[str, ...], prefix: tuple[str, ...]) -> tuple[str, ...]:
    """What a starting command starts: its own options are left out, and an image or a time before the command."""
    at = 0
    while at < len(words) and words[at].startswith("-"):
        if words[at] == "-m" and prefix[0] != "micromamba" and prefix[0] != "docker":  # `coverage run -m pytest`
            return words[at + 1 :]
        at += 2 if words[at] in VALUED and "=" not in words[at] else 1
    named = prefix[0].startswith("docker") or prefix[0] == "timeout"
    return words[at + (1 if named and at + 1 < len(words) else 0) :]


def _words(line: str) -> tuple[str, ...]:
    """The words and operators of a line of shell, by its quotes where they are closed."""
    for text in (line, COMMENT.sub("", line)):
        lexer = shlex.shlex(text, posix=True, punctuation_chars=True)
        lexer.whitespace_split, lexer.commenters = True, ""
        words: list[str] = []
        with suppress(ValueError):
            for word in lexer:
                if word.startswith("#"):
                    return tuple(words)
                words.append(word)
            return tuple(words)
    return tuple(part for part in SEPARATORS.sub(r" \1 ", COMMENT.sub("", line)).split() if part)
