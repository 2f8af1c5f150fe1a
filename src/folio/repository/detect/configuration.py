"""Settings that come from outside the code. Source: rubric, `configuration-by-environment`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from folio.repository.classify import Kind
from folio.repository.code.elsewhere import matched
from folio.repository.code.usage import bases, called, own_module
from folio.repository.model import Configuration, Place
from folio.repository.scan import File, Mark, key
from folio.repository.tree import Tree

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
JAVASCRIPT = ("js", "jsx", "ts", "tsx", "mjs", "cjs", "vue", "svelte")
JVM = ("java", "kt", "scala")
ELSEWHERE: tuple[tuple[tuple[str, ...], dict[str, re.Pattern[str]]], ...] = (
    (
        JAVASCRIPT,
        {"process.env": re.compile(r"\bprocess\.env\b[.\[]|\bimport\.meta\.env\.\w|\bDeno\.env\.get\(|\bBun\.env\.\w")},
    ),
    (
        ("go",),
        {
            "os.Getenv": re.compile(r"\bos\.(Getenv|LookupEnv)\("),
            "settings": re.compile(r"\b(envconfig\.Process|env\.Parse|cleanenv\.Read\w+|viper\.\w*Env)\("),
        },
    ),
    (
        ("rs",),
        {
            "env::var": re.compile(r"\benv::vars?(_os)?\(|\benv!\("),
            "settings": re.compile(r"\b(envy::from_env|Environment::with_prefix|Env::prefixed)\b"),
        },
    ),
    (("r",), {"Sys.getenv": re.compile(r"\bSys\.getenv\("), "config": re.compile(r"\bconfig::get\(")}),
    (("jl",), {"ENV": re.compile(r"\bENV\[|\b(?:get|haskey)\(ENV\b")}),
    (("rb",), {"ENV": re.compile(r"\bENV(\[|\.fetch\()")}),
    (
        JVM,
        {
            "System.getenv": re.compile(r"\bSystem\.getenv\("),
            "sys.env": re.compile(r"\bsys\.env\b"),
            "@Value": re.compile(r"@Value\(|@ConfigurationProperties\b|@ConfigProperty\b"),
            "settings": re.compile(r"\b(ConfigFactory\.load\w*|ConfigSource\.default|Dotenv\.(load|configure))\b"),
        },
    ),
    (("c", "cc", "cpp", "cxx", "h", "hpp"), {"getenv": re.compile(r"\b(secure_)?getenv\(")}),
    (("cs",), {"Environment": re.compile(r"\bEnvironment\.GetEnvironmentVariable\(")}),
    (("php",), {"getenv": re.compile(r"\bgetenv\(|\$_ENV\[")}),
)
"""How a language's own code reads its environment, by the endings of its files."""
READ = re.compile(
    r"(?:environ(?:\.get|\.setdefault)?|getenv|Getenv|LookupEnv|env::var(?:_os)?|env!|ENV(?:\.fetch)?|sys\.env|env\.get|get\(ENV,)"
    r"\s*[(\[]?\s*[\"'](?P<quoted>[A-Z][A-Z0-9_]{2,60})[\"']|\b(?:process|meta|Bun)\.env\.(?P<bare>[A-Z][A-Z0-9_]{2,60})\b"
)
"""The name of a variable that is read."""
IN_PYTHON = ("environ.", "environ[", "getenv(")
READERS = (
    *IN_PYTHON, "Getenv(", "LookupEnv(", "env::var", "env!(", "ENV[", "ENV.fetch", "get(ENV", "sys.env", "env.get",
    ".env.",
)  # fmt: skip
"""Texts of which READ needs one; looking for them first is much quicker."""
EXAMPLE = re.compile(r"(^|/)(\.?env[.-](example|sample|template|dist|defaults?)|(example|sample)\.env"
                     r"|\.env\.\w+\.(example|sample)|config\.(example|sample)\.\w+"
                     r"|settings\.(example|sample)\.\w+)$", re.I)  # fmt: skip
SETTINGS_FILE = re.compile(r"(^|/)(application|bootstrap|micronaut)(-[\w-]+)?\.(ya?ml|properties|conf)$")
PLACEHOLDER = re.compile(r"\$\{\??[A-Z][A-Z0-9_]{2,60}(?::[^}\n]*)?\}")
MAX_PLACES = 20
VARIABLE = "variable"
"""A mark's name; its note is the hash of the name of a variable that is read."""
ROW = re.compile(r"^[ \t]*(?:\||[-*+][ \t]|\d+\.[ \t])(.{0,2000})$", re.M)
NAMED = re.compile(r"(?<![A-Za-z0-9_])[A-Z][A-Z0-9_]{2,60}(?![A-Za-z0-9_])")
PREFIX = re.compile(r"env_prefix\s*=\s*[\"'](\w*)[\"']")


READS = frozenset({"os.environ.get", "os.environ.setdefault", "os.environ.copy"})


def scan(file: File) -> Iterator[Mark]:
    """Where own code reads its environment or a settings object."""
    yield from called(file, SETTINGS)
    for endings, patterns in ELSEWHERE:
        yield from matched(file, patterns, endings)
    if module := own_module(file):
        yield from (Mark("os.environ", line) for name, line in module.subscripts if name == "os.environ")
        yield from (Mark("os.environ", call.line) for call in module.calls if call.name in READS)
        for one in module.definitions:
            named = bases(module, one) if isinstance(one, ast.ClassDef) else ()
            if any(base.rsplit(".", 1)[-1] == "BaseSettings" for base in named):
                yield Mark("settings", one.lineno)
                yield from _fields(one, file.text)
    if file.is_source and (file.ending == "py" or file.code):
        found = {match["quoted"] or match["bare"] for line in _reading(file) for match in READ.finditer(line)}
        yield from (Mark(VARIABLE, note=_hashed(name)) for name in sorted(found))


def _reading(file: File) -> Iterator[str]:
    """The lines that could read a variable; a line and the one below it, because calls are broken."""
    readers = IN_PYTHON if file.ending == "py" else READERS
    if not any(one in file.text for one in readers):
        return
    lines = file.text.split("\n")
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if any(one in line for one in readers):
            yield f"{line}\n{below}"


def _fields(settings: ast.AST, text: str) -> Iterator[Mark]:
    """The variables that a class of settings takes its fields from."""
    prefix = match[1] if (match := PREFIX.search(text)) else ""
    for node in ast.iter_child_nodes(settings):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield Mark(VARIABLE, note=_hashed(f"{prefix}{node.target.id}".upper()))


def _hashed(name: str) -> str:
    return format(key(name), "x")


def detect(tree: Tree) -> Configuration:
    """Where settings are read, and the file that shows which settings there are."""
    found = [one for one in tree.places("configuration") if one.name != VARIABLE] + list(_placeholders(tree))
    places = sorted(found, key=lambda one: (one.path, one.line, one.name))[:MAX_PLACES]
    example = next((path for path in tree.own if EXAMPLE.search(path)), None)
    read = frozenset(mark.note for _, mark in tree.marks("configuration", Kind.SOURCE) if mark.name == VARIABLE)
    return Configuration(reads_environment=tuple(places), example_file=example or _documented(tree, read))


def _placeholders(tree: Tree) -> Iterator[Place]:
    """Settings files of Spring and its kin, whose values name variables: `url: ${DATABASE_URL}`."""
    for path in tree.of_kind(Kind.CONFIG):
        if SETTINGS_FILE.search(path) and (found := PLACEHOLDER.search(text := tree.read(path) or "")):
            yield Place(name="placeholder", path=path, line=text.count("\n", 0, found.start()) + 1)


def _documented(tree: Tree, read: frozenset[str]) -> str | None:
    """The document whose table or list names at least half of the variables that the code reads."""
    if not read:
        return None
    for path in sorted(tree.of_kind(Kind.DOCS), key=lambda path: (path.count("/"), path)):
        rows = ROW.findall(tree.read(path) or "")
        named = {_hashed(name) for row in rows for name in NAMED.findall(row)}
        if 2 * len(read & named) >= len(read):
            return path
    return None
