"""Names that speak of how good a model is on what it was trained on and on what it was not, and what shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from folio.repository.code.python import snake_case
from folio.repository.model import Place
from folio.repository.text import words

MEASURES = words(
    "loss accuracy acc error err score auc rmse mae mse mape f1 logloss perplexity ppl metric nll elbo precision recall"
    " bleu wer iou dice r2 deviance objective"
)
TRAIN = frozenset({"train", "training", "tr", "trn", "fit"})
HELD_OUT = frozenset({"val", "valid", "validation", "test", "testing", "dev", "eval", "cv", "holdout", "validate"})
WORD = re.compile(r"[a-z]+\d?")


@dataclass(frozen=True, slots=True)
class Outputs:
    """What a training run left behind in the tree, by path."""

    cells: tuple[tuple[str, int, int], ...] = ()
    """Cells of notebooks that keep a picture: the notebook, the first and the last line."""
    saving: frozenset[str] = frozenset()
    """Modules that save a picture which is there."""
    logs: tuple[str, ...] = ()
    """Tables of logged values for both sides."""
    pictures: tuple[str, ...] = ()
    """Pictures and event files that are called like a curve."""

    def show(self, place: Place) -> bool:
        """Whether what is drawn at a place can be seen."""
        return place.path in self.saving or any(
            path == place.path and first <= place.line <= last for path, first, last in self.cells
        )


def both_sides(names: Iterable[str]) -> bool:
    """Whether a measure is named for both: `train_loss` and `val_loss`, or `loss` and `val_loss`."""
    kinds = [kind for name in names if (kind := _kind(name))]
    plain = {measure for side, measure in kinds if side == "plain"}
    held_out = {measure for side, measure in kinds if side == "held out"}
    return bool(held_out) and (bool(plain & held_out) or any(side == "train" for side, _ in kinds))


def is_held_out(name: str) -> bool:
    """Whether the name is of a measure on held-out data."""
    kind = _kind(name)
    return kind is not None and kind[0] == "held out"


@lru_cache(maxsize=1 << 12)
def _kind(name: str) -> tuple[str, tuple[str, ...]] | None:
    """Which side a name is on, and the measure that it names; None when it names none."""
    found = WORD.findall(snake_case(name)) if len(name) < 80 else []
    if not any(word in MEASURES or word.removesuffix("s") in MEASURES or word == "losses" for word in found):
        return None
    rest = tuple(word for word in found if word not in TRAIN and word not in HELD_OUT)
    on_train, on_held_out = not TRAIN.isdisjoint(found), not HELD_OUT.isdisjoint(found)
    if on_train and on_held_out:
        return None
    return "train" if on_train else "held out" if on_held_out else "plain", rest
