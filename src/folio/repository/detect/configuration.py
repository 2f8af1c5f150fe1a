"""Settings that come from outside the code. Source: rubric, `configuration-by-environment`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from folio.repository.elsewhere import matched
from folio.repository.model import Configuration
from folio.repository.scan import File, Mark
from folio.repository.tree import Tree
from folio.repository.usage import bases, called, own_module

SETTINGS = {
    "os": {"getenv": "os.getenv"},
    "dotenv": {"load_dotenv": "dotenv", "dotenv_values": "dotenv"},
    "decouple": {"config": "decouple"},
    "environs": {"Env": "environs"},
    "environ": {"Env": "django-environ", "config": "environ-config"},
    "hydra": {"main": "hydra", "compose": "hydra"},
    "omegaconf": {"load": "omegaconf"},
    "dynaconf": {"Dynaconf": "dynaconf"},
}
ELSEWHERE = {
    "process.env": re.compile(r"\bprocess\.env\.\w|\bimport\.meta\.env\.\w|\bDeno\.env\.get\("),
    "os.Getenv": re.compile(r"\bos\.(Getenv|LookupEnv)\("),
    "env::var": re.compile(r"\benv::var(_os)?\(|\benv!\("),
    "Sys.getenv": re.compile(r"\bSys\.getenv\("),
    "System.getenv": re.compile(r"\bSystem\.getenv\("),
    "ENV": re.compile(r"\bENV(\[|\.fetch\()"),
}
LANGUAGES = (
    "js",
    "jsx",
    "ts",
    "tsx",
    "mjs",
    "cjs",
    "go",
    "rs",
    "r",
    "java",
    "kt",
    "scala",
    "rb",
    "jl",
    "vue",
    "svelte",
)
EXAMPLE = re.compile(r"(^|/)(\.?env[.-](example|sample|template|dist|defaults?)|(example|sample)\.env"
                     r"|\.env\.\w+\.(example|sample)|config\.(example|sample)\.\w+"
                     r"|settings\.(example|sample)\.\w+)$", re.I)  # fmt: skip
MAX_PLACES = 20


READS = frozenset({"os.environ.get", "os.environ.setdefault", "os.environ.copy"})


def scan(file: File) -> Iterator[Mark]:
    """Where own code reads its environment or a settings object."""
    yield from called(file, SETTINGS)
    yield from matched(file, ELSEWHERE, LANGUAGES)
    if module := own_module(file):
        yield from (Mark("os.environ", line) for name, line in module.subscripts if name == "os.environ")
        yield from (Mark("os.environ", call.line) for call in module.calls if call.name in READS)
        for one in module.definitions:
            named = bases(module, one) if isinstance(one, ast.ClassDef) else ()
            if any(base.rsplit(".", 1)[-1] == "BaseSettings" for base in named):
                yield Mark("settings", one.lineno)


def detect(tree: Tree) -> Configuration:
    """Where settings are read, and the file that shows which settings there are."""
    places = sorted(tree.places("configuration"), key=lambda one: (one.path, one.line, one.name))[:MAX_PLACES]
    example = next((path for path in tree.own if EXAMPLE.search(path)), None)
    return Configuration(reads_environment=tuple(places), example_file=example)
