"""Shell commands: what they are for, followed through make, just, tox, nox, npm, poe, hatch and local scripts.

Source of how far: rubric, `scan.indirection` (two levels).
"""

from __future__ import annotations

import ast
import configparser
import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from folio.repository.tree import Tree

LEVELS = 2


class Purpose(StrEnum):
    """What a command does that somebody would want CI to do."""

    DEPLOY = "deploy"
    LINT = "lint"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Command:
    """The words of one simple command; `ignored` when its failure changes nothing."""

    words: tuple[str, ...]
    ignored: bool = False
    folder: str = ""
    """Where it runs, below the repository's root, when a `cd` before it says so."""


SEPARATORS = re.compile(r"(\|\||&&|[;|&\n])")
HEREDOC = re.compile(r"<<-?\s*['\"]?(\w+)['\"]?[^\n]*\n.*?^\s*\1\s*$", re.S | re.M)
ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=\S*")
PREFIXES: tuple[tuple[str, ...], ...] = (
    ("sudo",), ("time",), ("exec",), ("env",), ("then",), ("do",), ("else",), ("if",), ("!",), ("-",), ("@",), ("xvfb-run",), ("nice",), ("command",),
    ("uv", "run"), ("poetry", "run"), ("pipenv", "run"), ("pdm", "run"), ("rye", "run"), ("pixi", "run"), ("micromamba", "run"), ("conda", "run"),
    ("hatch", "run"), ("mise", "exec"), ("mise", "x"), ("npx",), ("bunx",), ("uvx",), ("pnpm", "exec"), ("pnpm", "dlx"), ("yarn", "exec"), ("bundle", "exec"),
    ("coverage", "run"), ("python", "-m"), ("python3", "-m"), ("py", "-m"), ("dotenv", "run"), ("doppler", "run"), ("op", "run"), ("timeout",), ("retry",),
    ("nohup",), ("docker-compose", "run"), ("docker", "compose", "run"), ("docker-compose", "exec"), ("docker", "compose", "exec"), ("docker", "run"),
    ("docker", "exec"),
)  # fmt: skip
VALUED = frozenset({"-n", "--name", "-p", "--python", "--with", "--extra", "--group", "-m", "--env-file", "-e", "--user", "-u", "-v", "-w", "--cov", "--source",
                    "--from", "--package", "--directory", "--project", "--rcfile", "--volume", "--env", "--workdir", "--entrypoint"})  # fmt: skip
HARMLESS = frozenset({"--version", "--help", "-h", "-V", "--collect-only", "--co", "--dry-run", "--fixtures", "--markers", "--list"})

RUNNERS = re.compile(
    r"(pytest|py\.test|nose2|nosetests|unittest|jest|vitest|mocha|ava|karma|cypress run|playwright test|rspec|phpunit|bats|ctest|stestr|behave|"
    r"go test|gotestsum|cargo (\S+ )*(test|nextest)|mvn (\S+ )*(test|verify|install|package)|(\./)?(mvnw|gradlew|gradle) (\S+ )*(\S*[tT]est|check|build|verify)"
    r"|sbt (\S+ )*\S*test|dotnet test|swift test|mix test|deno test|bun test|stack test|cabal test|rake (\S+ )*(test|spec)|bazel test|meson test"
    r"|zig build test|dbt (test|build)|hatch test|great_expectations checkpoint run|robot|flutter test|dart test|zig test|composer test)\b"
)
R_OR_JULIA = re.compile(r"(Rscript|R|julia)\b.*(testthat|devtools::(test|check)|test_(dir|local|package)|rcmdcheck|Pkg\.test|R CMD check|CMD check|runtests\.jl)")
LINTERS = re.compile(
    r"(ruff|flake8|pylint|black|isort|mypy|pyright|basedpyright|ty|pyrefly|bandit|pre-commit|prek|eslint|prettier|biome|tsc|golangci-lint|go vet|gofmt|cargo (clippy|fmt)"
    r"|shellcheck|hadolint|yamllint|sqlfluff|lint-imports|codespell|vulture|rubocop|ktlint|clang-format|clang-tidy|standard|stylelint|markdownlint\S*|zizmor|actionlint"
    r"|pydocstyle|interrogate|djlint|vue-tsc|svelte-check|hatch fmt)\b"
)
DEPLOYS = re.compile(
    r"(twine upload|(uv|poetry|flit|hatch|pdm|npm|pnpm|yarn( npm)?|cargo|bun|maturin|lerna|changeset|vsce) publish|docker push|podman push|docker compose push|docker-compose push"
    r"|docker (buildx )?build(?=.*\s--push)|(fly|flyctl) deploy|gcloud (\S+ )*(deploy|submit)|aws (ecs update-service|s3 (sync|cp)|lambda update-function-code"
    r"|cloudformation deploy|deploy|apprunner start-deployment|elasticbeanstalk)|sam deploy|cdk deploy|(serverless|sls) deploy|eb deploy|copilot deploy"
    r"|az (webapp|functionapp|containerapp|acr|storage blob)\b|kubectl (apply|rollout restart|set image|replace)|helm (upgrade|install|push)|helmfile (apply|sync)"
    r"|terraform apply|tofu apply|pulumi up|heroku (container:release|deploy)|git push (\S*heroku|\S*dokku|\S*space|\S*hf)\S*|vercel( .*)?--prod|vercel deploy"
    r"|netlify deploy|wrangler (\S+ )*(deploy|publish)|firebase deploy|mkdocs gh-deploy|mike deploy|gh release (create|upload)|gh-pages|ghp-import|dvc push|rsync .*\S+:\S+"
    r"|scp .*\S+:\S+|ansible-playbook|cap \S+ deploy|railway up|modal deploy|bentoml (push|deploy)|(huggingface-cli|hf) upload|skaffold (run|deploy)|argocd app sync"
    r"|databricks bundle deploy|prefect deploy|dagster-cloud|truss push|semantic-release|goreleaser release|kamal deploy|ko (apply|publish)|gem push|mvn (\S+ )*deploy"
    r"|ssh \S+@\S+ .+|cml publish|quarto publish|rsconnect\S* deploy)"
)
CALLS = re.compile(r"^[^#\n]*?\b(?:subprocess\.\w+|run|check_call|check_output|os\.system|session\.run|c\.run|ctx\.run)\(\s*(\[.*?\]|f?[\"'].*?[\"'])", re.M | re.S)


def split(script: str) -> Iterator[Command]:
    """The simple commands of a script; comments, here-documents and control words are passed over."""
    text = HEREDOC.sub("\n", script.replace("\\\n", " "))
    folder = ""
    for line in text.split("\n"):
        if line.lstrip().startswith("#"):
            continue
        parts = SEPARATORS.split(line)
        for at in range(0, len(parts), 2):
            words = _words(parts[at])
            after = parts[at + 1] if at + 1 < len(parts) else ""
            following = (_words(parts[at + 2]) if at + 2 < len(parts) else ()) or ("",)
            if words[:1] == ("cd",) and len(words) == 2 and "$" not in words[1]:
                folder = words[1].strip("/").removeprefix("./")
            elif words:
                ignored = after == "||" and following[0] in ("true", ":", "echo", "exit") and following[:2] != ("exit", "1")
                yield Command(words, ignored, folder)


def purposes(words: tuple[str, ...]) -> frozenset[Purpose]:
    """What a simple command does by itself."""
    bare = bare_words(words)
    if not bare or HARMLESS & set(bare):
        return frozenset()
    text = " ".join(bare)
    found: set[Purpose] = set()
    if RUNNERS.match(text) or R_OR_JULIA.match(text) or re.match(r"(python3? )?\S*manage\.py test\b", text):
        found.add(Purpose.TEST)
    if LINTERS.match(text):
        found.add(Purpose.LINT)
    if DEPLOYS.match(text):
        found.add(Purpose.DEPLOY)
    return frozenset(found)


def followed(tree: Tree, command: Command, *, levels: int = LEVELS) -> frozenset[Purpose]:
    """What a command does, by itself or by the local task or script that it starts."""
    if command.ignored:
        return frozenset()
    if found := purposes(command.words):
        return found
    if levels == 0:
        return frozenset()
    reached: set[Purpose] = set()
    for script, deeper in _started(tree, command):
        for one in split(script):
            inner = Command(one.words, one.ignored, "/".join(part for part in (command.folder, one.folder) if part))
            reached |= followed(tree, inner, levels=levels - deeper)
    return frozenset(reached)


def bare_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The command without assignments and without what only starts it: `FOO=1 uv run -- pytest` is `pytest`."""
    previous: tuple[str, ...] = ()
    while words and words != previous:
        previous = words
        while words and (ASSIGNMENT.fullmatch(words[0]) or words[0] in ("{", "(", "[", "--")):
            words = words[1:]
        words = tuple([words[0].lstrip("@-+(") or words[0], *words[1:]]) if words else ()
        for prefix in PREFIXES:
            if words[: len(prefix)] == prefix and len(words) > len(prefix):
                words = _without_options(words[len(prefix) :], container=prefix[0].startswith("docker"), timed=prefix[0] == "timeout")
                break
    if words and "/" in words[0] and "bin/" in words[0]:
        words = (words[0].rsplit("/", 1)[-1], *words[1:])
        return bare_words(words)
    return words


def _without_options(words: tuple[str, ...], *, container: bool, timed: bool) -> tuple[str, ...]:
    at = 0
    while at < len(words) and words[at].startswith("-"):
        at += 2 if words[at] in VALUED and "=" not in words[at] else 1
    return words[at + (1 if (container or timed) and at + 1 < len(words) else 0) :]


def _words(text: str) -> tuple[str, ...]:
    try:
        return tuple(shlex.split(text, comments=True))
    except ValueError:
        return tuple(text.split())


def _started(tree: Tree, command: Command) -> Iterator[tuple[str, int]]:
    """The scripts that a command hands over to, and how many levels that takes."""
    words = bare_words(command.words)
    if not words:
        return
    first, rest = words[0], [word for word in words[1:] if not word.startswith("-") and not ASSIGNMENT.fullmatch(word)]
    folder = command.folder
    if first in ("make", "gmake"):
        if "-C" in words and words.index("-C") + 1 < len(words):
            folder = words[words.index("-C") + 1].strip("/")
            rest = [word for word in rest if word.strip("/") != folder]
        yield from ((script, 1) for script in _make(tree, folder, rest))
    elif first == "just":
        yield from ((script, 1) for name in ("justfile", "Justfile", ".justfile") for script in _recipes(_file(tree, folder, name), rest or [""], folder))
    elif first in ("tox", "tox-uv"):
        yield from ((script, 1) for script in _tox(tree, folder))
    elif first == "nox":
        yield from ((script, 1) for script in _called_in(_file(tree, folder, "noxfile.py")))
    elif first in ("npm", "pnpm", "yarn", "bun"):
        yield from ((script, 1) for script in _npm(tree, folder, [word for word in rest if word not in ("run", "run-script")][:1]))
    elif first in ("poe", "poethepoet", "task", "taskipy", "hatch", "pdm", "pixi", "mise"):
        yield from ((script, 1) for script in _pyproject_tasks(tree, folder, rest))
    elif first in ("bash", "sh", "zsh", "source", "."):
        if "-c" in words and words.index("-c") + 1 < len(words):
            yield words[words.index("-c") + 1], 0
        elif rest:
            yield from ((script, 1) for script in _script(tree, folder, rest))
    elif first in ("python", "python3") and rest:
        yield from ((script, 1) for script in _called_in(_file(tree, folder, rest[0])))
    elif "/" in first or _file(tree, folder, first).startswith("#!"):
        yield from ((script, 1) for script in _script(tree, folder, [first, *rest]))


def _file(tree: Tree, folder: str, name: str) -> str:
    path = f"{folder}/{name.removeprefix('./')}".lstrip("/")
    return tree.read(path) or ""


def _make(tree: Tree, folder: str, targets: list[str]) -> Iterator[str]:
    for name in ("GNUmakefile", "makefile", "Makefile"):
        if text := _file(tree, folder, name):
            yield from _recipes(text, targets or [""], folder)


def _recipes(text: str, targets: list[str], folder: str) -> Iterator[str]:
    """The recipes of make or just targets and of what they depend on; "" is the first target."""
    rules: dict[str, tuple[list[str], list[str]]] = {}
    current: list[str] | None = None
    variables = dict(re.findall(r"^([A-Za-z_]\w*)\s*[:?]?=\s*(.+)$", text, re.M))
    for line in text.replace("\\\n", " ").split("\n"):
        if line.startswith(("\t", " ")) and current is not None:
            current.append(line.strip())
        elif match := re.match(r"^@?([\w./%-]+(?:\s+[\w./%-]+)*)(?:\s+[^:=]*?)?\s*::?(?!=)\s*([^=#;]*)(?:;(.*))?", line):
            current = [match[3]] if match[3] else []
            for name in match[1].split():
                if not name.startswith("."):
                    rules.setdefault(name, (match[2].split(), []))[1].append("")
                    rules[name] = (rules[name][0] + match[2].split(), rules[name][1])
                    rules[name] = (rules[name][0], current)
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
            yield re.sub(r"\$[({](\w+)[)}]|\{\{\s*(\w+)\s*\}\}", lambda found: variables.get(found[1] or found[2], "").strip("\"' "), recipe)


def _tox(tree: Tree, folder: str) -> Iterator[str]:
    for name in ("tox.ini", "setup.cfg"):
        parser = configparser.RawConfigParser(strict=False)
        try:
            parser.read_string(_file(tree, folder, name))
        except configparser.Error:
            continue
        for section in parser.sections():
            if section.startswith(("testenv", "tox:testenv")):
                yield parser.get(section, "commands", fallback="")
    for name in ("tox.toml", "pyproject.toml"):
        yield from _toml_commands(tree.toml(f"{folder}/{name}".lstrip("/")))


def _toml_commands(value: object, depth: int = 0) -> Iterator[str]:
    """Every `commands` and `legacy_tox_ini` below a table."""
    if not isinstance(value, dict) or depth > 6:
        return
    for key, one in value.items():
        if key == "commands" and isinstance(one, list):
            yield "\n".join(shlex.join(map(str, row)) if isinstance(row, list) else str(row) for row in one)
        elif key == "legacy_tox_ini" and isinstance(one, str):
            yield one
        else:
            yield from _toml_commands(one, depth + 1)


def _called_in(text: str) -> Iterator[str]:
    """Commands that a Python script starts: `session.run("pytest", "-q")`, `subprocess.run([...])`, `pytest.main()`."""
    try:
        tree = ast.parse(text, "<read by folio>")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        given = node.args[0].elts if node.args and isinstance(node.args[0], (ast.List, ast.Tuple)) else node.args
        words = [one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if node.func.attr in ("run", "call", "check_call", "check_output", "Popen", "system", "run_always") and words:
            yield " ".join(words)
        elif ast.unparse(node.func) in ("pytest.main", "unittest.main"):
            yield "pytest"


def _npm(tree: Tree, folder: str, names: list[str]) -> Iterator[str]:
    try:
        content = json.loads(_file(tree, folder, "package.json"))
    except (ValueError, RecursionError):
        return
    scripts = content.get("scripts") if isinstance(content, dict) else None
    if isinstance(scripts, dict):
        for name in names:
            for one in ("test" if name in ("t", "tst") else name, f"pre{name}", f"post{name}"):
                if isinstance(script := scripts.get(one), str) and "no test specified" not in script:
                    yield script


def _pyproject_tasks(tree: Tree, folder: str, names: list[str]) -> Iterator[str]:
    """Tasks of poe, taskipy, hatch, pdm and pixi, and those of mise."""
    wanted = {name.rsplit(":", 1)[-1] for name in names}
    tables = [tree.toml(f"{folder}/{name}".lstrip("/")) for name in ("pyproject.toml", "pixi.toml", "mise.toml", ".mise.toml", "hatch.toml", "poe_tasks.toml")]
    waiting: list[tuple[object, int]] = [(table, 0) for table in tables]
    while waiting:
        value, depth = waiting.pop()
        for key, one in value.items() if isinstance(value, dict) and depth < 7 else ():
            if key in ("tasks", "scripts") and isinstance(one, dict):
                yield from (script for name in sorted(wanted & one.keys()) for script in _texts(one[name]))
            waiting.append((one, depth + 1))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for key in ("cmd", "shell", "run", "sequence", "composite"):
            yield from _texts(value.get(key))


def _script(tree: Tree, folder: str, words: list[str]) -> Iterator[str]:
    """A local shell script; of one that branches on its first word (`case "$1" in`), all branches that could run."""
    text = _file(tree, folder, words[0])
    if words[0].endswith(".py") or text.startswith("#!") and "python" in text.split("\n", 1)[0]:
        yield from _called_in(text)
    elif text:
        yield text
