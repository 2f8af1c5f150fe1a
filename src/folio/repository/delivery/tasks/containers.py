"""What containers run: a service's command in a compose file, and the steps of a stage that is built."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from folio.repository.delivery.dockerfiles import instructions
from folio.repository.delivery.tasks.files import inside, text_of
from folio.repository.tree import Tree

COMPOSE = ("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml")
ENDING = frozenset({"--exit-code-from", "--abort-on-container-exit", "--abort-on-container-failure"})
"""With these, `up` ends with the service's result."""


def composed(tree: Tree, folder: str, words: list[str]) -> Iterator[str]:
    """The command of the service that `compose run` or a checked `compose up` starts."""
    verb = next((word for word in words if word in ("run", "up")), "")
    if not verb or (verb == "up" and not ENDING & {word.partition("=")[0] for word in words}):
        return
    files = [words[at + 1] for at, word in enumerate(words[:-1]) if word in ("-f", "--file")]
    rest = [word for word in words[words.index(verb) + 1 :] if not word.startswith("-")]
    for file in files or COMPOSE:
        for document in tree.yaml(f"{folder}/{file.removeprefix('./')}".lstrip("/")):
            services = inside(document.data, "services")
            for name, service in sorted(services.items()) if isinstance(services, dict) else ():
                if verb == "up" or rest[:1] == [name]:
                    yield from _commands(service, rest[1:] if verb == "run" else [])


def built(tree: Tree, folder: str, words: list[str]) -> Iterator[str]:
    """The commands of a Dockerfile's stage that is asked for; those of all stages up to it are what makes it."""
    named = [words[at + 1] for at, word in enumerate(words[:-1]) if word in ("-f", "--file")]
    targets = [words[at + 1] for at, word in enumerate(words[:-1]) if word == "--target"]
    targets += [word.partition("=")[2] for word in words if word.startswith("--target=")]
    if not targets:
        return
    stage = ""
    for word, rest in instructions(text_of(tree, folder, (named or ["Dockerfile"])[0])):
        if word == "FROM":
            parts = rest.split()
            stage = parts[-1] if len(parts) > 2 and parts[-2].upper() == "AS" else ""
        elif word == "RUN" and stage == targets[0]:
            yield rest


def _commands(service: object, given: list[str]) -> Iterator[str]:
    for value in (given, inside(service, "command"), inside(service, "entrypoint")):
        if isinstance(value, list) and value:
            yield shlex.join(map(str, value))
        elif isinstance(value, str):
            yield value
