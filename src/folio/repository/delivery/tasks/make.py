"""Tasks of make, just, go-task and Earthly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from folio.repository.delivery.tasks.files import inside, text_of, texts
from folio.repository.tree import Tree

RULE = re.compile(r"@?((?!\.PHONY)[\w./%-][\w./% -]*)(?: [^:=]*)?[ \t]*::?(?!=)[ \t]*([^=#;]*)(?:;(.*))?")
TARGET = re.compile(r"^([a-z][\w.-]*):[ \t]*$", re.M)
RUN = re.compile(r"^[ \t]+(?:RUN|WITH DOCKER|DO)[ \t]+((?:--[\w=-]+[ \t]+)*)(.+)$", re.M)
BUILD = re.compile(r"^[ \t]+(?:BUILD|FROM|COPY)[ \t]+(?:--[\w=-]+[ \t]+)*\+([\w.-]+)", re.M)
AUTOMATIC = re.compile(r"^(?:check_PROGRAMS|TESTS)[ \t]*\+?=[ \t]*\S", re.M)


def make(tree: Tree, folder: str, words: list[str], rest: list[str]) -> Iterator[str]:
    """The recipes of the targets that are named; of the first target where none is."""
    files = [words[at + 1] for at, word in enumerate(words[:-1]) if word in ("-f", "--file", "--makefile")]
    targets = [word for word in rest if word not in files] or [""]
    for name in files or ("GNUmakefile", "makefile", "Makefile"):
        if text := text_of(tree, folder, name):
            yield from recipes(text, targets)
    if "check" in targets and AUTOMATIC.search(text_of(tree, folder, "Makefile.am")):
        yield "ctest"


def just(tree: Tree, folder: str, rest: list[str]) -> Iterator[str]:
    """The recipes that are named, or the first."""
    for name in ("justfile", "Justfile", ".justfile"):
        if text := text_of(tree, folder, name):
            yield from recipes(text, rest or [""])


def recipes(text: str, targets: list[str]) -> Iterator[str]:
    """The recipes of make or just targets and of what they depend on; "" is the first target."""
    rules: dict[str, tuple[list[str], list[str]]] = {}
    current: list[str] | None = None
    variables = dict(re.findall(r"^([A-Za-z_]\w*)\s*[:?]?=\s*(.+)$", text, re.M))
    for line in text.replace("\\\n", " ").split("\n"):
        if line.startswith(("\t", " ")) and current is not None:
            current.append(line.strip())
        elif len(line) < 1000 and (match := RULE.match(line)):
            current = [match[3]] if match[3] else []
            for name in match[1].split():
                before = rules[name][0] if name in rules else []
                rules[name] = (before + match[2].split(), current)
        elif line.strip() and not line.startswith("#"):
            current = None
    waiting = [target or next(iter(rules), "") for target in targets]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in rules and name not in seen:
            seen.add(name)
            waiting += rules[name][0]
            recipe = "\n".join(row.lstrip("@-+") for row in rules[name][1])
            yield re.sub(
                r"\$[({](\w+)[)}]|\{\{\s*(\w+)\s*\}\}",
                lambda found: variables.get(found[1] or found[2], "").strip("\"' "),
                recipe,
            )


def go_task(tree: Tree, folder: str, rest: list[str]) -> Iterator[str]:
    """The commands of Taskfile's tasks and of what they depend on."""
    names = ("Taskfile.yml", "Taskfile.yaml", "taskfile.yml", "Taskfile.dist.yml")
    documents = [one for name in names for one in tree.yaml(f"{folder}/{name}".lstrip("/"))]
    tasks = inside(documents[0].data, "tasks") if documents else None
    waiting, seen = list(rest or ["default"]), set[str]()
    while waiting and isinstance(tasks, dict):
        name = waiting.pop(0)
        task = tasks.get(name)
        if name in seen or task is None:
            continue
        seen.add(name)
        yield "\n".join(texts(task))
        for key in ("deps", "cmds"):
            listed = task.get(key) if isinstance(task, dict) else None
            for one in listed if isinstance(listed, list) else ():
                if isinstance(one, dict) and isinstance(one.get("task"), str):
                    waiting.append(str(one["task"]))
                elif key == "deps" and isinstance(one, str):
                    waiting.append(one)


def earthly(tree: Tree, folder: str, rest: list[str]) -> Iterator[str]:
    """What the targets of an Earthfile run, and those that they build on."""
    text = text_of(tree, folder, "Earthfile").replace("\\\n", " ")
    starts = [(found[1], found.end()) for found in TARGET.finditer(text)]
    ends = [*(start for _, start in starts[1:]), len(text)][: len(starts)]
    bodies = {name: text[start:end] for (name, start), end in zip(starts, ends, strict=True)}
    waiting, seen = [word.lstrip("+") for word in rest if "+" in word], set[str]()
    while waiting:
        name = waiting.pop(0)
        if name in bodies and name not in seen:
            seen.add(name)
            yield "\n".join(found[2] for found in RUN.finditer(bodies[name]))
            waiting += BUILD.findall(bodies[name])
