"""Whether names speak of how good a model is on what it was trained on and on what it was not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from folio.repository.python import snake_case
from folio.repository.text import words

MEASURES = words(
    "loss accuracy acc error err score auc rmse mae mse mape f1 logloss perplexity ppl metric nll elbo precision recall"
    " bleu wer iou dice r2 deviance objective"
)
TRAIN = frozenset({"train", "training", "tr", "trn", "fit"})
HELD_OUT = frozenset({"val", "valid", "validation", "test", "testing", "dev", "eval", "cv", "holdout", "validate"})
WORD = re.compile(r"[a-z]+\d?")


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
