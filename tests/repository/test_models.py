"""Which models are at work: remote ones, and those that are trained or run here."""

from __future__ import annotations

import pytest

from folio.repository.detect import models
from repository.build import tree_of

REMOTE = {
    "openai": ("a.py", "from openai import OpenAI\nclient = OpenAI()\n"),
    "anthropic": ("a.py", "import anthropic as a\nclient = a.Anthropic()\n"),
    "google": ("a.py", "import google.generativeai as genai\nmodel = genai.GenerativeModel('x')\n"),
    "langchain_openai": ("a.py", "from langchain_openai import ChatOpenAI\nllm = ChatOpenAI()\n"),
    "litellm": ("a.py", "import litellm\nlitellm.completion(model='x')\n"),
    "openai over http": ("a.py", "import requests\nrequests.post('https://api.openai.com/v1/chat/completions')\n"),
    "openai in js": ("src/a.ts", 'import OpenAI from "openai";\nnew OpenAI();\n'),
    "@anthropic-ai/sdk": ("src/a.js", 'const { A } = require("@anthropic-ai/sdk");\n'),
    "ai": ("src/a.tsx", 'import { streamText } from "ai";\n'),
    "go": ("a.go", 'import openai "github.com/sashabaranov/go-openai"\n'),
}
LOCAL = [
    "from sklearn.linear_model import Ridge\nRidge()\n",
    "import xgboost\nxgboost.train({}, data)\n",
    "def go(model, rows):\n    model.fit(rows)\n",
    "import torch\nloss = torch.nn.MSELoss()\n",
    "from transformers import pipeline\npipeline('ner')\n",
    "import lightgbm as lgb\nlgb.train({}, rows)\n",
]


@pytest.mark.parametrize(("path", "text"), REMOTE.values(), ids=REMOTE)
def test_a_remote_model_that_is_called_is_known(path: str, text: str) -> None:
    tree = tree_of({path: text})
    assert len(models.detect(tree, "remote")) == 1
    assert models.detect(tree, "local") == ()


@pytest.mark.parametrize("text", LOCAL)
def test_a_model_that_is_trained_or_run_here_is_local(text: str) -> None:
    tree = tree_of({"a.py": text})
    assert len(models.detect(tree, "local")) == 1
    assert models.detect(tree, "remote") == ()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.py", "import openai\n"),
        ("a.py", "from google.cloud import storage\nstorage.Client()\n"),
        ("tests/test_a.py", "from openai import OpenAI\nOpenAI()\n"),
        ("src/a.ts", 'const said = "ai";\n'),
        ("README.md", "It posts to https://api.openai.com/v1\n"),
    ],
)
def test_what_is_not_called_in_own_code_is_no_model(path: str, text: str) -> None:
    tree = tree_of({path: text})
    assert (models.detect(tree, "remote"), models.detect(tree, "local")) == ((), ())


def test_a_naive_baseline_is_no_model() -> None:
    text = "from sklearn.dummy import DummyClassifier\nDummyClassifier().fit([], [])\n"
    assert models.detect(tree_of({"a.py": text}), "local") == ()
