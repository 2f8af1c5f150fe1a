"""Graphs of steps that files declare: DVC, dbt, Snakemake, Make and their kin. Source: rubric, `data-pipeline`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from folio.document import Document
from folio.repository.classify import Kind
from folio.repository.code.stages import stage
from folio.repository.code.usage import one_each
from folio.repository.model import Place
from folio.repository.text import numbered
from folio.repository.tree import Tree

Step = tuple[str, int]
"""The name of a step and its line."""
Reader = Callable[[Tree, str], Iterator[Step]]

RULE = re.compile(r"^(?:rule|checkpoint)\s+(\w{1,80})\s*:", re.M)
PROCESS = re.compile(r"^\s*process\s+(\w{1,80})\s*\{", re.M)
CWL_STEP = re.compile(r"^cwlVersion:\s", re.M)
TASK = re.compile(r"^\s*(?:task|call)\s+(\w{1,80})\b", re.M)
TARGET = re.compile(r"^([^\s:#=.][^:#=\n]{0,300}?)[ \t]*:(?![=:])[ \t]*([^\n=;#]{0,600})$", re.M)
DATA_LIKE = re.compile(
    r"\.(csv|tsv|parquet|jsonl?|feather|arrow|pkl|pickle|joblib|pt|pth|onnx|h5|rds|rdata|db|sqlite3?|duckdb|npz?|geojson"
    r"|gpkg|nc)$|(^|/)(data|models?|interim|processed|raw|features)/",
    re.I,
)
RUNS = re.compile(
    r"^\t.*(\b(python3?|Rscript|julia|dbt|duckdb|psql|sqlite3|bq|node|uv run|poetry run)\b|\.(py|R|sql)\b)", re.M
)


def detect(tree: Tree) -> tuple[Place, ...]:
    """The first place of each graph that has steps, and of each stage that one of its steps is named for."""
    found: list[Place] = []
    for path in tree.of_kind(Kind.SOURCE, Kind.CONFIG, Kind.OTHER):
        for tool, pattern, read in FILES:
            if not pattern.search(path) or (tool in SAYS and SAYS[tool] not in (tree.read(path) or "")):
                continue
            if steps := list(read(tree, path)):
                found.append(Place(name=tool, path=path, line=min(line for _, line in steps)))
                found += [Place(name=name, path=path, line=line) for said, line in steps if (name := stage(said))]
    return one_each(found)


def _keys(*keys: str) -> Reader:
    """The steps are the keys of the mapping that stands below these."""

    def read(tree: Tree, path: str) -> Iterator[Step]:
        for document in tree.yaml(path):
            value: object = document.data
            for key in keys:
                value = value.get(key) if isinstance(value, dict) else None
            for name in value if isinstance(value, dict) else ():
                yield str(name), document.where((*keys, name)).line

    return read


def _rows(*keys: str, name: str = "name") -> Reader:
    """The steps are the rows of a list, each with its name."""

    def read(tree: Tree, path: str) -> Iterator[Step]:
        for document in tree.yaml(path):
            value: object = document.data
            for key in keys:
                value = value.get(key) if isinstance(value, dict) else None
            for number, row in enumerate(value if isinstance(value, list) else ()):
                if isinstance(row, dict):
                    yield str(row.get(name, row.get("source", ""))), document.where((*keys, number)).line

    return read


def _matches(pattern: re.Pattern[str]) -> Reader:
    """The steps are what a pattern finds in the text."""

    def read(tree: Tree, path: str) -> Iterator[Step]:
        text = tree.read(path) or ""
        for line, found in numbered(text, pattern.finditer(text)):
            yield found[1] if found.groups() else "", line

    return read


def _dbt(tree: Tree, path: str) -> Iterator[Step]:
    """A project of dbt has models; they prepare."""
    folder = path.rpartition("/")[0]
    models = [one for one in tree.of_kind(Kind.SOURCE) if one.endswith((".sql", ".py")) and "models/" in one
              and one.startswith(folder)]  # fmt: skip
    yield from (("transform", 1) for _ in models[:1])


def _make(tree: Tree, path: str) -> Iterator[Step]:
    """Rules that make a file of data or a model from something by running something, or that chain stages by name."""
    text = (tree.read(path) or "").replace("\\\n", "  ")
    rules = [(found[1].split(), found[2].split(), _recipe(text, found.end()), line)
             for line, found in numbered(text, TARGET.finditer(text))]  # fmt: skip
    known = {name for names, _, recipe, _ in rules if recipe for name in names}
    for targets, needed, recipe, line in rules:
        chained = any(stage(one) for one in targets) and any(one in known and stage(one) for one in needed)
        if chained or (recipe and needed and any(DATA_LIKE.search(one) for one in targets)):
            scripts = SCRIPT.findall(recipe)
            yield from ((one, line) for one in scripts or targets)
            yield from ((one, line) for one in needed if chained and one in known)


def _recipe(text: str, begin: int) -> str:
    """What a rule runs, when it runs a program; empty otherwise."""
    found = RECIPE.match(text, begin, begin + 4000)
    return found[0] if found and RUNS.search(found[0]) else ""


def _argo(tree: Tree, path: str) -> Iterator[Step]:
    """Argo workflows, and what Kubeflow compiles into them or into its own format."""
    text = tree.read(path) or ""
    if "argoproj.io" not in text and "pipelineInfo:" not in text:
        return
    for document in tree.yaml(path):
        yield from _templates(document)


def _templates(document: Document) -> Iterator[Step]:
    data = document.data
    if not isinstance(data, dict):
        return
    if data.get("kind") in ("Workflow", "WorkflowTemplate", "CronWorkflow") and isinstance(data.get("spec"), dict):
        templates = data["spec"].get("templates")
        for one in templates if isinstance(templates, list) else ():
            yield str(one.get("name", "")) if isinstance(one, dict) else "", 1
    elif isinstance(data.get("pipelineInfo"), dict) and isinstance(data.get("root"), dict):
        tasks = data["root"].get("dag", {})
        tasks = tasks.get("tasks") if isinstance(tasks, dict) else None
        yield from ((str(name), 1) for name in (tasks if isinstance(tasks, dict) else ()))


SAYS = {"ploomber": "product:", "azure ml": "type: pipeline", "kestra": "namespace:", "mage": "blocks:"}
"""What a file says whose name could be anybody's."""
RECIPE = re.compile(r"(?:\n\t[^\n]*|\n[ \t]*(?=\n\t))+")
SCRIPT = re.compile(r"([\w-]{1,80})\.(?:py|R|jl|sql|sh|js)\b")

FILES: tuple[tuple[str, re.Pattern[str], Reader], ...] = (
    ("dvc", re.compile(r"(^|/)dvc\.yaml$"), _keys("stages")),
    ("dbt", re.compile(r"(^|/)dbt_project\.ya?ml$"), _dbt),
    ("mlflow project", re.compile(r"(^|/)MLproject$"), _keys("entry_points")),
    ("ploomber", re.compile(r"(^|/)pipeline\.ya?ml$"), _rows("tasks")),
    ("azure ml", re.compile(r"(^|/)[^/]*pipeline[^/]*\.ya?ml$"), _keys("jobs")),
    ("mage", re.compile(r"(^|/)pipelines/[^/]+/metadata\.ya?ml$"), _rows("blocks")),
    ("kestra", re.compile(r"(^|/)(flows|kestra)/[^/]+\.ya?ml$"), _rows("tasks", name="id")),
    ("snakemake", re.compile(r"(^|/)snakefile$|\.smk$", re.I), _matches(RULE)),
    ("nextflow", re.compile(r"\.nf$"), _matches(PROCESS)),
    ("cwl", re.compile(r"\.cwl$"), _matches(CWL_STEP)),
    ("wdl", re.compile(r"\.wdl$"), _matches(TASK)),
    ("make", re.compile(r"(^|/)(gnu)?makefile$|\.mk$", re.I), _make),
    ("argo", re.compile(r"\.ya?ml$"), _argo),
)
"""Tool -> how its file is called and what its steps are. Add one here."""
