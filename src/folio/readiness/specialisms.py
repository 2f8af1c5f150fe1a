"""Which words show that a piece of work belongs to a specialism: its own, and libraries and topics of the field."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

MOST = 2
"""Specialisms that count; with a third nobody knows any more what a person stands for."""

FIELDS: dict[str, str] = {
    r"forecast|time.?series|demand": "forecast forecasts forecasting time-series timeseries prophet statsforecast"
    " neuralforecast mlforecast utilsforecast sktime darts pmdarima gluonts orbit arima backtesting",
    r"\bnlp\b|natural language|\btext\b": "nlp natural-language text-classification named-entity spacy nltk gensim"
    " transformers sentence-transformers flair stanza tokenizers",
    r"\bllm|language model|generative|\brag\b": "llm llms large-language-models rag langchain llama-index vllm litellm"
    " dspy haystack transformers peft trl",
    r"vision|\bimages?\b": "computer-vision image-classification object-detection image-segmentation cv2 opencv"
    " torchvision ultralytics detectron2 albumentations kornia timm",
    r"recommend|personali[sz]": "recommender recommenders recommendation recommendations collaborative-filtering"
    " surprise implicit lightfm recbole tensorflow-recommenders",
    r"data engineer|analytics engineer|pipelines?\b|\betl\b": "data-engineering data-pipeline etl elt airflow dagster"
    " prefect dbt pyspark dlt sqlmesh data-warehouse",
    r"mlops|ml ops|ml platform|deploy|serving": "mlops model-serving model-deployment mlflow kubeflow kfp bentoml zenml"
    " metaflow seldon feast wandb dvc",
    r"causal|experiment|uplift|a/?b.?test": "causal-inference uplift ab-testing dowhy econml causalml causalpy",
    r"geo|\bgis\b|remote sensing|satellite": "geospatial gis remote-sensing geopandas rasterio shapely osmnx rioxarray",
    r"bayes|probabilistic": "bayesian pymc stan cmdstanpy pystan numpyro arviz pyro turing brms",
    r"fraud|anomal|outlier": "fraud fraud-detection anomaly-detection outlier-detection pyod",
    r"optimi[sz]|operations research|scheduling|routing": "optimization optimisation operations-research ortools pulp"
    " cvxpy pyomo gurobipy highspy",
    r"speech|audio": "speech audio speech-recognition librosa torchaudio whisper speechbrain",
    r"reinforcement|bandit": "reinforcement-learning bandits gymnasium gym stable-baselines3 rllib",
    r"graph|network analysis": "knowledge-graph graph-neural-networks networkx torch-geometric dgl neo4j igraph",
    r"pric(e|ing)|revenue": "pricing price-elasticity dynamic-pricing revenue-management",
    r"search|retrieval|ranking": "search information-retrieval learning-to-rank elasticsearch opensearch faiss"
    " rank-bm25 qdrant-client",
    r"dashboard|business intelligence|visuali[sz]": "dashboard dashboards streamlit dash tableau superset power-bi"
    " shiny d3",
    r"survival|churn": "survival-analysis churn lifelines sksurv pycox",
    r"machine learning|\bml\b|tabular": "machine-learning sklearn xgboost lightgbm catboost",
    r"deep learning|neural": "deep-learning neural-networks torch keras tensorflow lightning pytorch-lightning jax",
    r"statistic|econometric": "statistics econometrics statsmodels linearmodels scipy",
}  # fmt: skip
"""Pattern of a specialism -> words of the field: libraries as they are imported, topics as code hosts write them."""
COMMON = frozenset([
    "data", "machine", "learning", "engineering", "engineer", "science", "scientist", "models", "model", "modelling",
    "modeling", "python", "software", "development", "developer", "analytics", "analysis", "analyst", "systems",
    "system", "applied", "solutions", "consulting", "consultant", "freelance", "business", "small", "medium", "large",
    "deep", "artificial", "intelligence", "research", "products", "product", "services", "service", "computer",
    "language", "natural", "processing", "network", "networks", "operations", "platform", "detection", "with", "from",
    "that", "their", "companies", "company", "teams", "clients", "time", "series", "statistics", "statistical",
    "industry", "sector", "real", "world", "production", "intelligent", "automation", "cloud", "backend", "digital",
])  # fmt: skip
"""Words that fit nearly any work of the trade, and so tell nothing by themselves."""
WORD = re.compile(r"[^\W_]+")


def belongs(specialism: str, tags: Iterable[str]) -> str | None:
    """The first tag, in their order, that shows the specialism; None when none does."""
    own, terms = _words_of(specialism)
    for tag in tags:
        words, runs = _runs_of(tag)
        if not terms.isdisjoint(runs) or any(_same(one, other) for one in own for other in words):
            return tag
    return None


@lru_cache
def _words_of(specialism: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Its own words that tell something, and itself with the words of its field."""
    said = specialism.casefold()
    words = WORD.findall(said)
    field = (term for pattern, terms in FIELDS.items() if re.search(pattern, said) for term in terms.split())
    return tuple(one for one in words if len(one) > 3 and one not in COMMON), frozenset(["-".join(words), *field])


@lru_cache(maxsize=4096)
def _runs_of(tag: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Its words, and each run of them joined by hyphens."""
    words = WORD.findall(tag.casefold())
    runs = ("-".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1))
    return tuple(words), frozenset(runs)


@lru_cache(maxsize=4096)
def _same(one: str, other: str) -> bool:
    """Whether two words differ in their endings only: `forecasting` and `forecasts`, `retailers` and `retail`."""
    shorter, longer = sorted((one, other), key=len)
    stem = shorter.rstrip("sey")
    return shorter == longer or (len(stem) >= 5 and longer.startswith(stem) and len(longer) - len(stem) <= 4)
