"""Declared graphs of steps from data to model. Source: rubric, `data-pipeline`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from folio.repository.code.chunks import rule, told
from folio.repository.code.python import Module
from folio.repository.code.stages import stage
from folio.repository.code.usage import Table, bases, called, one_each, own_module, strings_given
from folio.repository.model import Pipeline, Place
from folio.repository.scan import File, Mark
from folio.repository.text import words
from folio.repository.tree import Tree

READY: Table = {
    "airflow": {"DAG": "airflow", "dag": "airflow"},
    "prefect": {"flow": "prefect"},
    "dagster": dict.fromkeys(("asset", "multi_asset", "job", "graph", "define_asset_job", "graph_asset"), "dagster"),
    "kedro": {"Pipeline": "kedro", "pipeline": "kedro"},
    "zenml": {"pipeline": "zenml"},
    "kfp": {"pipeline": "kubeflow"},
    "flytekit": {"workflow": "flyte"},
    "dlt": {"pipeline": "dlt", "source": "dlt", "table": "delta live tables"},
    "clearml": {"PipelineController": "clearml", "pipeline": "clearml"},
    "sagemaker": {"Pipeline": "sagemaker"},
    "tfx": {"Pipeline": "tfx"},
    "apache_beam": {"Pipeline": "beam"},
    "hamilton": {"Driver": "hamilton", "Builder": "hamilton"},
    "ploomber": {"DAG": "ploomber"},
    "mage_ai": {"*": "mage"},
    "bytewax": {"Dataflow": "bytewax"},
    "azureml": {"Pipeline": "azure ml"},
    "modelkit": {},
}
"""Package -> call or decorator -> the tool that runs the graph. Add one here."""
CLASSES = {"FlowSpec": ("metaflow", "metaflow"), "Task": ("luigi", "luigi"), "ExternalTask": ("luigi", "luigi")}
"""Base class -> the package it has to be from, and the tool."""
STEPS = {
    "airflow": words("task"), "prefect": words("task flow"), "dagster": words("asset op job"),
    "zenml": words("step"), "metaflow": words("step"), "kfp": words("component"), "flytekit": words("task"),
    "dlt": words("resource source table"), "clearml": words("component"), "kedro": words(""), "luigi": words(""),
    "hamilton": words(""), "sagemaker": words(""), "ploomber": words(""), "tfx": words(""), "azureml": words(""),
    "apache_beam": words(""), "bytewax": words(""), "mage_ai": words("data_loader transformer data_exporter"),
}  # fmt: skip
"""Package -> decorators of functions that are steps."""
NAMED = ("task_id", "name", "step_name", "display_name")
"""Arguments of calls that name a step."""
ELSEWHERE = (
    rule("targets", "r", r"\btar_target\s*\("),
    rule("drake", "r", r"\bdrake_plan\s*\("),
    rule("beam", "java scala", r"\bPipeline\.create\s*\("),
    rule("dagger", "jl", r"\bDagger\.@spawn\b"),
)
IN_TARGETS = re.compile(r"\btar_target\s*\(\s*(?:name\s*=\s*)?(\w{1,60})")
STAGES = frozenset({"prepare", "train", "evaluate"})
SCRIPTS = words("py r jl sql sh scala go rs js ts java kt")


def scan(file: File) -> Iterator[Mark]:
    """Graphs that code declares, with the stages that its steps are named for, and modules named for a stage."""
    yield from called(file, READY)
    yield from told(file, ELSEWHERE)
    if not file.is_source:
        return
    module = own_module(file)
    if module:
        yield from _classes(module)
        if not module.packages.isdisjoint(STEPS):
            yield from _steps(module)
    elif file.ending == "r" and "tar_target" in file.text:
        for found in IN_TARGETS.finditer(file.text):
            if name := stage(found[1]):
                yield Mark(name, file.line(found.start()))
    does = module is None or bool(module.calls)
    if file.ending in SCRIPTS and does and (name := stage(_stem(file.path))):
        yield Mark(name)


def detect(tree: Tree, declared: tuple[Place, ...]) -> Pipeline:
    """The first place of each graph and of each stage; `declared` are those that files of other tools name.

    Without a graph, modules are stages where one of them trains: a `serve.py` or `load.py` alone is any program's.
    """
    found = [*tree.places("pipeline"), *declared]
    graphs = one_each(one for one in found if one.name not in STAGES)
    stages = one_each(one for one in found if one.name in STAGES)
    if not graphs and (len(stages) < 2 or all(one.name != "train" for one in stages)):
        stages = ()
    return Pipeline(graphs=graphs, stages=stages)


def _classes(module: Module) -> Iterator[Mark]:
    if module.packages.isdisjoint(package for package, _ in CLASSES.values()):
        return
    for one in module.definitions:
        for base in bases(module, one) if isinstance(one, ast.ClassDef) else ():
            package, tool = CLASSES.get(base.rsplit(".", 1)[-1], ("", ""))
            if tool and base.startswith(f"{package}."):
                yield Mark(tool, one.lineno)
                if name := stage(one.name):
                    yield Mark(name, one.lineno)


def _steps(module: Module) -> Iterator[Mark]:
    """Functions that are decorated as steps, and steps that a call names."""
    decorators = {name for package in module.packages & STEPS.keys() for name in STEPS[package]}
    for one in module.definitions:
        for node in one.decorator_list:
            target = node.func if isinstance(node, ast.Call) else node
            if module.full_name(target).rsplit(".", 1)[-1] in decorators and (name := stage(one.name)):
                yield Mark(name, one.lineno)
    for call in module.calls:
        if call.name.partition(".")[0] in STEPS:
            named = [said for argument in NAMED for said in strings_given(call.node, argument)]
            named += [one.id for one in call.node.args[:1] if isinstance(one, ast.Name)]
            yield from (Mark(name, call.line) for said in named[:4] if (name := stage(said)))


def _stem(path: str) -> str:
    return path.rsplit("/", 1)[-1].partition(".")[0]
