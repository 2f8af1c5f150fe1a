"""Systems whose files are programs: Jenkins' pipelines, and scripts that run wherever somebody starts them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from folio.repository.code.languages.lexical import blanked
from folio.repository.delivery.ci_systems.steps import Step
from folio.repository.delivery.ci_systems.systems import System
from folio.repository.delivery.tasks import taken
from folio.repository.tree import Tree

SH = re.compile(
    r"\b(?:sh|bat|powershell|pwsh)\s*\(?\s*(?:label\s*:\s*[^,]{1,100},\s*)?(?:script\s*:\s*)?('''|\"\"\"|'|\")(.{1,4000}?)\1",
    re.S,
)
CAUGHT = re.compile(r"\bcatchError\b[^{\n]{0,200}\{\s*$|\breturnStatus\s*:\s*true")
LIBRARY = re.compile(r"^\s*@Library\b|^\s*library\s*\(?\s*['\"]", re.M)


def jenkins(tree: Tree, path: str, system: System) -> Iterator[Step]:
    """What a Jenkinsfile hands to a shell; what a shared library does is kept elsewhere."""
    text = tree.read(path) or ""
    plain, code = blanked(text, "groovy")
    for match in SH.finditer(plain):
        if code[match.start()] == plain[match.start()]:
            caught = (
                CAUGHT.search(plain, max(0, match.start() - 200), match.start())
                or "returnStatus" in plain[match.end() : match.end() + 40]
            )
            yield Step(path, plain.count("\n", 0, match.start()) + 1, script=match[2], gates=not caught)
    if library := LIBRARY.search(plain):
        yield Step(path, plain.count("\n", 0, library.start()) + 1, action="shared library", unseen=True)


def script(tree: Tree, path: str, system: System) -> Iterator[Step]:
    """A script as it runs without arguments."""
    text = tree.read(path) or ""
    if text.startswith("#!"):
        yield Step(path, 1, script=taken(text, ""))
