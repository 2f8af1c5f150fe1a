"""Which models are at work: remote ones that an API answers for, and those that are trained or run here.

Source: rubric, guard `api-wrapper`. A project whose only model is a remote one shows no fundamentals of modelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from folio.repository.classify import Kind
from folio.repository.code.usage import one_each, own_module
from folio.repository.model import Place
from folio.repository.scan import File, Mark
from folio.repository.tree import Tree

REMOTE_NAMES = (
    "openai.", "anthropic.", "google.generativeai.", "google.genai.", "vertexai.", "cohere.", "mistralai.", "groq.",
    "together.", "replicate.", "litellm.", "dashscope.", "zhipuai.", "fireworks.client.", "ai21.", "aisuite.",
    "langchain_openai.", "langchain_anthropic.", "langchain_google_genai.", "langchain_google_vertexai.",
    "langchain_mistralai.", "langchain_cohere.", "langchain_groq.", "langchain_aws.", "langchain.chat_models.",
    "langchain.llms.", "langchain_community.chat_models.", "langchain_community.llms.", "llama_index.llms.openai",
    "llama_index.llms.anthropic", "llama_index.llms.gemini", "llama_index.llms.mistralai", "llama_index.core.",
    "pydantic_ai.", "instructor.", "dspy.", "crewai.", "huggingface_hub.InferenceClient",
)  # fmt: skip
"""What the full name of a call begins with."""
REMOTE_PACKAGES = frozenset(name.split(".", 1)[0] for name in REMOTE_NAMES)
ADDRESS = re.compile(
    r"//[\w.-]{0,60}?\b(api\.openai\.com|openai\.azure\.com|api\.anthropic\.com|generativelanguage\.googleapis\.com|api\.mistral\.ai"
    r"|api\.cohere\.(?:ai|com)|api\.groq\.com|openrouter\.ai/api|api\.together\.xyz|api\.deepseek\.com"
    r"|api-inference\.huggingface\.co|api\.perplexity\.ai|api\.x\.ai|dashscope\.aliyuncs\.com|api\.replicate\.com)\b"
)
PROVIDERS = {
    "api.openai.com": "openai", "openai.azure.com": "openai", "api.anthropic.com": "anthropic",
    "generativelanguage.googleapis.com": "google",
}  # fmt: skip
IMPORTED = re.compile(
    r"""["'](openai|@anthropic-ai/sdk|@google/(?:generative-ai|genai)|@mistralai/mistralai|cohere-ai|groq-sdk|replicate
    |ai|@ai-sdk/[\w-]+|@langchain/(?:openai|anthropic|google-genai|mistralai|cohere|groq)|langchain/(?:llms|chat_models)
    [\w/]*|@azure/openai)["']""",
    re.VERBOSE,
)
FROM = re.compile(r"(?:\bfrom\s*|\brequire\(\s*|\bimport\(?\s*)$")
SDKS = re.compile(
    r"\b(sashabaranov/go-openai|openai/openai-go|anthropics/anthropic-sdk-go|async_openai::|com\.theokanning\.openai"
    r"|com\.openai\.|dev\.langchain4j|OpenAI\.Chat|library\((?:openai|ellmer|chatgpt)\))"
)
SCRIPT = frozenset({"js", "jsx", "ts", "tsx", "mjs", "cjs", "vue", "svelte"})

FITTED = (".fit", ".fit_transform", ".fit_predict", ".partial_fit", ".fit_generator", ".backward", ".train_on_batch",
          ".fit_resample", ".finetune", ".apply_gradients")  # fmt: skip
LOCAL_NAMES = (
    "xgboost.train", "xgboost.cv", "lightgbm.train", "lightgbm.cv", "catboost.", "statsmodels.", "pymc.", "cmdstanpy.",
    "numpyro.", "prophet.", "pmdarima.", "statsforecast.", "torch.nn.", "torch.optim.", "tensorflow.keras.",
    "keras.", "jax.grad", "jax.value_and_grad", "flax.", "transformers.", "sentence_transformers.", "diffusers.",
    "spacy.load", "llama_cpp.", "vllm.", "ultralytics.", "torchvision.models.", "timm.", "gensim.models.",
    "scipy.optimize.", "numpy.linalg.lstsq", "implicit.", "surprise.", "stable_baselines3.", "fasttext.train",
    "whisper.load_model", "easyocr.", "onnxruntime.", "peft.", "trl.", *(f"sklearn.{one}." for one in (
        "linear_model", "ensemble", "tree", "svm", "neighbors", "naive_bayes", "cluster", "neural_network", "mixture",
        "decomposition", "discriminant_analysis", "gaussian_process", "isotonic", "kernel_ridge",
    )),
)  # fmt: skip
LOCAL_PACKAGES = frozenset(name.split(".", 1)[0] for name in LOCAL_NAMES)
LOCAL_ELSEWHERE = re.compile(
    r"\b(?:lm|glm|randomForest|xgboost|train|fit|lmer|gam|coxph|keras_model_sequential|auto\.arima)\(|\busing"
    r" (?:MLJ|Flux|GLM|Turing)|tf\.sequential|tf\.layers|@tensorflow/tfjs|brain\.js|linfa|smartcore|weka\.|torch::nn"
)
LOCAL_ENDINGS = SCRIPT | {"r", "jl", "rs", "java", "scala", "kt", "go", "cpp", "cc", "hpp"}


def scan(file: File) -> Iterator[Mark]:
    """The first use of each; `note` says whether the model is "remote" or "local"."""
    if file.kind is not Kind.SOURCE:
        return
    seen: dict[tuple[str, str], int] = {}
    for name, note, line in (*_in_python(file), *_elsewhere(file)):
        seen[name, note] = min(line, seen.get((name, note), line))
    yield from (Mark(name, line, note) for (name, note), line in sorted(seen.items()))


def detect(tree: Tree, note: str) -> tuple[Place, ...]:
    """The first place of each model that is "remote" or "local"."""
    return one_each(
        Place(name=mark.name, path=path, line=mark.line)
        for path, mark in tree.marks("models", Kind.SOURCE)
        if mark.note == note
    )


def _in_python(file: File) -> Iterator[tuple[str, str, int]]:
    module = own_module(file)
    if module is None:
        return
    packages = module.packages
    naive = any(name.startswith("sklearn.dummy") for name, _ in module.imports)  # a baseline is no model
    remote, local = not packages.isdisjoint(REMOTE_PACKAGES), not packages.isdisjoint(LOCAL_PACKAGES)
    for call in module.calls:
        if remote and call.name.startswith(REMOTE_NAMES):
            yield _package(call.name), "remote", call.line
        elif local and call.name.startswith(LOCAL_NAMES):
            yield _package(call.name), "local", call.line
        elif not naive and call.name.endswith(FITTED):
            yield "fitted here", "local", call.line


def _elsewhere(file: File) -> Iterator[tuple[str, str, int]]:
    if file.ending == "ipynb":
        return
    for match in ADDRESS.finditer(file.text):
        yield PROVIDERS.get(match[1], match[1].split("/")[0]), "remote", file.line(match.start())
        break
    if file.ending in SCRIPT:
        for match in IMPORTED.finditer(file.text):
            if FROM.search(file.text, max(0, match.start() - 20), match.start()):
                yield match[1], "remote", file.line(match.start())
    elif file.ending != "py" and (found := SDKS.search(file.text)):
        yield found[1], "remote", file.line(found.start())
    if file.ending in LOCAL_ENDINGS and (found := LOCAL_ELSEWHERE.search(file.text)):
        yield "fitted here", "local", file.line(found.start())


def _package(name: str) -> str:
    return name.split(".", 1)[0]
