"""Settings that come from outside the code. Source: rubric, `configuration-by-environment`."""

from __future__ import annotations

import ast
import re

from folio.repository.model import Configuration, Place
from folio.repository.tree import Tree
from folio.repository.usage import bases, called, matched

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


def detect(tree: Tree) -> Configuration:
    """Where own code reads its environment or a settings object, and the file that shows which settings there are."""
    found = called(tree, SETTINGS) + matched(tree, ELSEWHERE, LANGUAGES)
    for module in tree.modules:
        found += [
            Place(name="os.environ", path=module.path, line=line)
            for name, line in module.subscripts
            if name == "os.environ"
        ]
        found += [Place(name="os.environ", path=module.path, line=call.line) for call in module.calls
                  if call.name in ("os.environ.get", "os.environ.setdefault", "os.environ.copy")]  # fmt: skip
        found += [
            Place(name="settings", path=module.path, line=one.lineno)
            for one in module.definitions
            if isinstance(one, ast.ClassDef)
            and any(base.rsplit(".", 1)[-1] == "BaseSettings" for base in bases(module, one))
        ]
    places = sorted(found, key=lambda one: (one.path, one.line, one.name))[:MAX_PLACES]
    return Configuration(
        reads_environment=tuple(places), example_file=next((path for path in tree.own if EXAMPLE.search(path)), None)
    )
