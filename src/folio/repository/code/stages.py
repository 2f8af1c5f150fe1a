"""The three stages of a pipeline from data to model, by the words that people name steps with."""

from __future__ import annotations

import re

from folio.repository.code.python import snake_case
from folio.repository.text import words

PREPARE = words(
    "prepare prep preprocess preprocessing preprocessor process processing ingest ingestion extract extraction load"
    " loading clean cleaning cleanse transform transformation transforms feature features featurize featurise"
    " featurization etl elt download fetch import collect scrape staging stg dataset wrangle join aggregate"
    " generate simulate split tokenize bronze silver gold intermediate"
)
TRAIN = words("train training trainer fit fitting finetune tune tuning retrain pretrain")
EVALUATE = words(
    "evaluate evaluation evaluator eval score scoring backtest backtesting benchmark predict prediction inference infer"
    " serve serving server deploy deployment register report forecast monitor validate_model test_model assess"
)
WORD = re.compile(r"[a-z]+\d?")
NOT_STEPS = words(
    "utils util helpers helper test tests config settings constants types base common init main setup"
    " analyze analyse analysis plot plots visualize metrics stats"
)


def stage(name: str) -> str | None:
    """Which stage a step, a script or a module is named for; None when it is none, or could be two."""
    plain = snake_case(name)
    said = frozenset(WORD.findall(plain))
    if "train_test_split" in plain or "train_val" in plain or not NOT_STEPS.isdisjoint(said):
        return None
    if plain in ("data", "dataset", "datasets"):
        return "prepare"
    if said & TRAIN and not said & EVALUATE:
        return "prepare" if said & words("data dataset set") and said & PREPARE else "train"
    if said & EVALUATE and not said & TRAIN:
        return "evaluate"
    return "prepare" if said & PREPARE and not said & (TRAIN | EVALUATE) else None
