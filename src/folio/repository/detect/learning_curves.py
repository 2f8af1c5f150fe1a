"""How a model's quality moves with training or data, on both sides. Source: rubric, `learning-curves-read`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import islice

from folio.repository.code.chunks import rule, told
from folio.repository.code.curves import Outputs, both_sides, is_held_out
from folio.repository.code.python import Call, Definition, Module
from folio.repository.code.usage import defined_like, one_each, own_module
from folio.repository.model import Place
from folio.repository.scan import File, Mark
from folio.repository.text import words
from folio.repository.tree import Tree

READY = {
    "sklearn": ("learning_curve", "validation_curve", "LearningCurveDisplay", "ValidationCurveDisplay"),
    "yellowbrick": ("learning_curve", "validation_curve", "LearningCurve", "ValidationCurve"),
    "mlxtend": ("plot_learning_curves",),
    "scikitplot": ("plot_learning_curve",),
    "lightgbm": ("plot_metric",),
    "fastai": ("plot_loss", "plot_losses"),
}
"""Package -> calls that make a learning curve by themselves; fastai's are methods of a learner."""
METHODS = frozenset({"plot_loss", "plot_losses"})
LOGGED_WITH = words(
    "torch tensorflow keras lightning pytorch_lightning wandb mlflow comet_ml neptune clearml aim dvclive tensorboardX"
    " tensorboard accelerate ray jax flax sacred swanlab trackio"
)
LOGGERS = words(
    "log log_metric log_metrics log_dict add_scalar add_scalars scalar report_scalar track log_scalar report"
)
PLOTTED_WITH = words("matplotlib pylab seaborn plotly bokeh altair pandas plotnine hvplot visdom")
LINES = words(
    "plot lineplot line semilogy semilogx errorbar Scatter add_scatter add_trace relplot Line mark_line fill_between"
    " line_chart"
)
"""Calls that draw lines; bars and points of two data sets are no curve."""
LOGARITHMS = frozenset({"math", "numpy", "torch", "tensorflow", "jax", "cmath", "scipy"})
BOOSTED_WITH = frozenset({"xgboost", "lightgbm", "catboost"})
OWN = re.compile(r"(learning|loss|training|validation)_(curves?|history)$|^plot_(loss(es)?|history|training)$")
ELSEWHERE = (
    rule("learning curve", "r", r"\b(learning_curve_dat|generateLearningCurveData|plotLearningCurve)\("),
    rule("training history", "r", r"\bplot\(\s*(history|fitted)\b", r"validation_(split|data)|valid_data"),
    rule("learning curve", "jl", r"\blearning_curve!?\(", r"\bMLJ\w*"),
    rule("training history", "js ts jsx tsx", r"\btfvis\.show\.(fitCallbacks|history)\("),
)


def scan(file: File) -> Iterator[Mark]:
    """Calls that make such a curve, and lines or logged values for both sides in one module."""
    if module := own_module(file):
        yield from _ready(module)
        yield from _drawn(module)
        yield from _logged(module)
        yield from defined_like(file, OWN, "own curve", at_least=4, holding=_draws)
    yield from told(file, ELSEWHERE)


def detect(tree: Tree, outputs: Outputs) -> tuple[Place, ...]:
    """The first of each kind; "shown" is one whose notebook cell shows a picture, or beside which an output is kept.

    A log with both sides is a curve by itself. A picture that only has the name of one is none: nothing makes it.
    """
    found = [
        Place(name=one.name, path=one.path, line=one.line, note="shown" if outputs.show(one) else "")
        for one in tree.places("learning_curves")
    ]
    if found and (outputs.logs or outputs.pictures):
        found[0] = Place(name=found[0].name, path=found[0].path, line=found[0].line, note="shown")
    elif outputs.logs:
        found = [Place(name="training log", path=outputs.logs[0], note="shown")]
    shown = {one.name for one in found if one.note}
    return one_each(one for one in found if one.note or one.name not in shown)


def _ready(module: Module) -> Iterator[Mark]:
    if module.packages.isdisjoint(READY):
        return
    for call in module.calls:
        package, *rest = call.name.split(".")
        of_learner = not package and call.last in METHODS and "fastai" in module.packages
        if of_learner or any(part in READY.get(package, ()) for part in rest):
            yield Mark("learning curve", call.line)


def _drawn(module: Module) -> Iterator[Mark]:
    """Lines for both sides in the same module, or the history that gradient boosting keeps of its rounds."""
    if module.packages.isdisjoint(PLOTTED_WITH):
        return
    drawn = [(call, _named(call)) for call in module.calls if call.last in LINES]
    whole = next((call.line for call, names in drawn if "history" in names and not _picks(call)), None)
    if whole and any(
        one.arg in ("validation_data", "validation_split") for c in module.calls for one in c.node.keywords
    ):
        yield Mark("training and validation drawn", whole)
    elif drawn and both_sides(name for _, names in drawn for name in names):
        first = next((call.line for call, names in drawn if any(is_held_out(name) for name in names)), drawn[0][0].line)
        yield Mark("training and validation drawn", first)
    if drawn and not module.packages.isdisjoint(BOOSTED_WITH) and any(_keeps_rounds(call) for call in module.calls):
        yield Mark("boosting rounds drawn", drawn[0][0].line)


def _logged(module: Module) -> Iterator[Mark]:
    """Values of both sides that go to the same log."""
    if module.packages.isdisjoint(LOGGED_WITH):
        return
    logged = [
        (call, _named(call))
        for call in module.calls
        if call.last in LOGGERS and not (call.last == "log" and call.name.partition(".")[0] in LOGARITHMS)
    ]
    handed = {name for _, names in logged for name in names}
    logged += [
        (call, keys)
        for node in module.assignments
        if any(isinstance(one, ast.Name) and one.id in handed for one in node.targets) and (keys := _keys(node.value))
        for call, _ in logged[:1]
    ]
    if both_sides(name for _, names in logged for name in names):
        first = next((call.line for call, names in logged if any(map(is_held_out, names))), logged[0][0].line)
        yield Mark("training and validation logged", first)


def _named(call: Call) -> list[str]:
    """The names and texts in a call, the object that it is a method of among them."""
    names: list[str] = []
    for node in islice(ast.walk(call.node), 300):
        if isinstance(node, ast.Name):
            names.append(node.id)
        elif isinstance(node, ast.Attribute):
            names.append(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            names.append(node.value)
    return names


def _picks(call: Call) -> bool:
    """Whether a call takes a part out of something: `history["loss"]` is one curve, `history` is all of them."""
    return any(isinstance(node, ast.Subscript) for node in islice(ast.walk(call.node), 300))


def _keys(value: ast.expr) -> list[str]:
    """The keys of a mapping that is written out: `{"train_loss": a}` or `dict(train_loss=a)`."""
    if isinstance(value, ast.Dict):
        return [str(one.value) for one in value.keys if isinstance(one, ast.Constant)]
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "dict":
        return [one.arg for one in value.keywords if one.arg]
    return []


def _keeps_rounds(call: Call) -> bool:
    return call.last in ("evals_result", "get_evals_result", "record_evaluation") or any(
        one.arg == "evals_result" for one in call.node.keywords
    )


def _draws(definition: Definition) -> bool:
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LINES
        for node in ast.walk(definition)
    )
