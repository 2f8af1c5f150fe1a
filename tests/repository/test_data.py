"""What is done with data: looked at, asked for, checked, pinned, moved, and read off a learning curve."""

from __future__ import annotations

import json

import pytest
from tests.repository.build import tree_of

from folio.repository.detect import (
    ci,
    curve_outputs,
    dashboards,
    data_checks,
    data_fetching,
    data_tracking,
    declared_checks,
    learning_curves,
    pipeline,
    pipeline_files,
    provenance,
    request_checks,
    sql,
    visuals,
)
from folio.repository.model import Pipeline, Place, Provenance, Visuals
from folio.repository.tree import Tree


def names(places: object) -> list[str]:
    return [one.name for one in places]  # type: ignore[attr-defined]


def curves(tree: Tree) -> tuple[Place, ...]:
    return learning_curves.detect(tree, curve_outputs.detect(tree))


def seen(files: dict[str, str]) -> Visuals:
    tree = tree_of(files)
    return visuals.detect(tree, dashboards.detect(tree))


def origin(files: dict[str, str]) -> Provenance:
    tree = tree_of(files)
    return provenance.detect(tree, data_tracking.detect(tree), data_fetching.detect(tree))


def flow(files: dict[str, str]) -> Pipeline:
    tree = tree_of(files)
    return pipeline.detect(tree, pipeline_files.detect(tree))


def checks(files: dict[str, str]) -> tuple[Place, ...]:
    tree: Tree = tree_of(files)
    return data_checks.detect(tree, [*declared_checks.detect(tree), *request_checks.detect(tree)], ci.detect(tree))


def notebook(*cells: str, pictures: tuple[int, ...] = (), language: str = "python", prose: str = "") -> str:
    """A notebook of these code cells; those in `pictures` keep a picture."""
    code = [
        {
            "cell_type": "code",
            "source": text,
            "outputs": [{"output_type": "display_data", "data": {"image/png": "iVBO"}}] if at in pictures else [],
        }
        for at, text in enumerate(cells)
    ]
    words = [{"cell_type": "markdown", "source": prose}] if prose else []
    return json.dumps({"cells": words + code, "metadata": {"language_info": {"name": language}}, "nbformat": 4})


# ------------------------------------------------------------------ learning curves

SKLEARN = "from sklearn.model_selection import learning_curve\nsizes, train, test = learning_curve(model, x, y)\n"
KERAS = (
    "import keras\nimport matplotlib.pyplot as plt\nhistory = model.fit(x, y, validation_split=0.2)\n"
    "plt.plot(history.history['loss'])\nplt.plot(history.history['val_loss'])\n"
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (SKLEARN, ["learning curve"]),
        (
            "from sklearn.model_selection import LearningCurveDisplay as D\nD.from_estimator(m, x, y)\n",
            ["learning curve"],
        ),
        ("import yellowbrick.model_selection as y\ny.validation_curve(m, x, y)\n", ["learning curve"]),
        ("from sklearn.model_selection import learning_curve\n", []),
        ("# learning_curve(model, x, y)\n'learning_curve(x)'\n", []),
        ("def learning_curve(x):\n    return x\n", []),
        (KERAS, ["training and validation drawn"]),
        (KERAS.replace("plt.plot(history.history['val_loss'])\n", ""), []),
        (
            "import matplotlib.pyplot as plt\nplt.plot(train_losses)\nplt.plot(val_losses)\n",
            ["training and validation drawn"],
        ),
        ("import matplotlib.pyplot as plt\nplt.plot(x_train, y_train)\nplt.plot(x_test, y_test)\n", []),
        ("import matplotlib.pyplot as plt\nplt.bar(['a'], train_score)\nplt.bar(['a'], test_score)\n", []),
        ("import wandb\nwandb.log({'train_loss': a, 'val_loss': b})\n", ["training and validation logged"]),
        ("import mlflow\nmlflow.log_metric('train_rmse', a)\nmlflow.log_metric('val_rmse', b)\n",
         ["training and validation logged"]),
        ("import mlflow\nmlflow.log_metric('rmse', a)\n", []),
        (
            "import lightning as L\nclass Net(L.LightningModule):\n    def training_step(self, b):\n"
            "        self.log('train_loss', 1)\n    def validation_step(self, b):\n        self.log('val_loss', 1)\n",
            ["training and validation logged"],
        ),
        (
            "from torch.utils.tensorboard import SummaryWriter\nw = SummaryWriter()\n"
            "w.add_scalars('loss', {'train_loss': a, 'val_loss': b}, step)\n",
            ["training and validation logged"],
        ),
        (KERAS.partition("plt.plot")[0] + "import pandas as pd\npd.DataFrame(history.history).plot()\n",
         ["training and validation drawn"]),
        ("from ray import train\nrow = dict(train_loss=a, val_loss=b)\ntrain.report(row)\n",
         ["training and validation logged"]),
        ("from ray import train\nrow = dict(train_loss=a, val_loss=b)\ntrain.report(other)\n", []),
        ("import torch\nx = torch.log(train_loss) + torch.log(val_loss)\n", []),
        (
            "import xgboost\nimport matplotlib.pyplot as plt\nr = model.evals_result()\n"
            "plt.plot(r['validation_0']['rmse'])\n",
            ["boosting rounds drawn"],
        ),
    ],
)  # fmt: skip
def test_a_learning_curve_counts_where_it_is_made(text: str, found: list[str]) -> None:
    assert names(curves(tree_of({"train.py": text}))) == found
    assert curves(tree_of({"tests/test_train.py": text})) == ()
    assert curves(tree_of({"vendor/train.py": text})) == ()


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("curve.R", "# learning_curve_dat(d)\nlearning_curve_dat(dat = d)\n", ["learning curve"]),
        ("fit.R", "history <- model |> fit(x, y, validation_split = 0.2)\nplot(history)\n", ["training history"]),
        ("fit.R", "plot(history)\n", []),
        ("fit.jl", "using MLJ\nc = learning_curve(mach; range=r)\n", ["learning curve"]),
        ("notes.Rmd", "# A\n\n```{r}\nlearning_curve_dat(d)\n```\n", ["learning curve"]),
        ("notes.Rmd", "# A\n\nlearning_curve_dat(d)\n", []),
        ("train.ts", "tfvis.show.fitCallbacks(surface, ['loss', 'val_loss']);\n", ["training history"]),
    ],
)
def test_learning_curves_of_other_languages_are_known(path: str, text: str, found: list[str]) -> None:
    assert names(curves(tree_of({path: text}))) == found


def test_a_curve_is_shown_where_its_cell_keeps_a_picture() -> None:
    for pictures, note in (((1,), "shown"), ((0,), ""), ((), "")):
        tree = tree_of({"a.ipynb": notebook("import pandas\nx = 1", SKLEARN, pictures=pictures)})
        assert [one.note for one in curves(tree)] == [note]


OWN_CURVE = "import matplotlib.pyplot as plt\n\n\ndef plot_learning_curve(a):\n    b = a\n    c = b\n    plt.plot(c)\n    return c\n"


def test_an_own_function_that_draws_a_curve_counts_where_a_notebook_calls_it() -> None:
    files = {
        "lib.py": OWN_CURVE,
        "a.ipynb": notebook("from lib import plot_learning_curve", "plot_learning_curve(1)", pictures=(1,)),
    }
    [place] = curves(tree_of(files))
    assert (place.path, place.note) == ("a.ipynb", "shown")
    assert curves(tree_of({"lib.py": OWN_CURVE})) == ()


@pytest.mark.parametrize(
    ("beside", "notes"),
    [
        ({}, [""]),
        ({"reports/learning_curve.png": "x"}, ["shown"]),
        ({"reports/logo.png": "x"}, [""]),
        ({"node_modules/loss_curve.png": "x"}, [""]),
        ({"runs/events.out.tfevents.1.host": "x"}, ["shown"]),
        ({"metrics.csv": "epoch,train_loss,val_loss\n1,2,3\n2,2,3\n3,2,3\n4,1,2\n"}, ["shown"]),
        ({"metrics.csv": "model,train_score,test_score\nridge,2,3\n"}, [""]),
        ({"history.json": '{"loss": [1, 2], "val_loss": [1, 2]}'}, ["shown"]),
        ({"metrics.json": '{"train_rmse": 1, "test_rmse": 2}'}, [""]),
        ({"dvclive/plots/metrics/train/loss.tsv": "x", "dvclive/plots/metrics/val/loss.tsv": "x"}, ["shown"]),
    ],
)
def test_a_picture_or_a_log_in_the_tree_shows_a_curve(beside: dict[str, str], notes: list[str]) -> None:
    assert [one.note for one in curves(tree_of({"train.py": SKLEARN, **beside}))] == notes


def test_a_picture_that_the_module_saves_shows_its_curve() -> None:
    saving = KERAS + "plt.savefig('docs/curves.png')\n"
    for beside, note in (({"docs/curves.png": "x"}, "shown"), ({"docs/other.png": "x"}, ""), ({}, "")):
        assert [one.note for one in curves(tree_of({"train.py": saving, **beside}))] == [note]


def test_a_log_of_both_sides_is_a_curve_and_a_picture_alone_is_none() -> None:
    log = {"run/metrics.csv": "epoch,loss,val_loss\n" + "1,2,3\n" * 9}
    assert [(one.name, one.note) for one in curves(tree_of(log))] == [("training log", "shown")]
    assert curves(tree_of({"docs/loss_curve.png": "x"})) == ()


# ------------------------------------------------------------------ pictures and dashboards


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("a.py", "import matplotlib.pyplot as plt\nplt.plot([1])\n", ["matplotlib"]),
        ("a.py", "import matplotlib\nmatplotlib.use('Agg')\n", []),
        ("a.py", "import matplotlib.pyplot as plt\n# plt.plot([1])\n", []),
        ("a.py", "import pandas as pd\ndf = pd.DataFrame()\ndf.plot()\n", ["pandas"]),
        ("a.py", "import pandas as pd\ndf.plot.bar()\n", ["pandas"]),
        ("a.py", "import pandas\nimport matplotlib.pyplot as plt\nax.plot([1])\n", []),
        ("a.py", "story.plot()\n", []),
        ("a.py", "import sweetviz as sv\nsv.analyze(df)\n", ["sweetviz"]),
        ("a.py", "from ydata_profiling import ProfileReport\nProfileReport(df)\n", ["ydata-profiling"]),
        ("a.py", "import sweetviz\n", []),
        ("a.py", "import missingno as m\nimport altair as alt\nm.matrix(d)\nalt.Chart(d)\n", ["altair", "missingno"]),
        ("tests/test_a.py", "import seaborn\nseaborn.heatmap(x)\n", []),
        ("a.R", "library(ggplot2)\nggplot(d, aes(x)) + geom_point()\n", ["ggplot2"]),
        ("a.R", "# hist(x)\n", []),
        ("a.R", "hist(x)\nskim(d)\n", ["base R", "skimr"]),
        ("a.qmd", "```{r}\nggplot(d)\n```\n", ["ggplot2"]),
        ("a.jl", "using Plots\nplot(x)\n", ["Plots.jl"]),
        ("a.jl", "plot(x)\n", []),
        ("a.js", "import * as d3 from 'd3';\nd3.select('svg');\n", ["D3"]),
        ("a.js", "import * as d3 from 'd3';\n", []),
        ("a.tsx", "import {LineChart} from 'recharts';\nexport const A = () => <LineChart data={d}/>;\n", ["Recharts"]),
        ("a.ipynb", notebook("ggplot(d)", language="R"), ["ggplot2"]),
    ],
)  # fmt: skip
def test_a_tool_counts_where_it_draws(path: str, text: str, found: list[str]) -> None:
    assert names(seen({path: text}).tools) == found


def test_figures_are_what_can_be_seen() -> None:
    drawn = notebook("import seaborn\nseaborn.heatmap(x)", "y", "z", pictures=(0, 1))
    stripped = notebook("import seaborn\nseaborn.heatmap(x)")
    assert (seen({"a.ipynb": drawn}).figures, seen({"a.ipynb": stripped}).figures) == (2, 0)
    assert names(seen({"a.ipynb": stripped}).tools) == ["seaborn"]
    assert seen({"tests/a.ipynb": drawn}).figures == 0


@pytest.mark.parametrize(
    ("path", "text", "figures"),
    [
        ("README.md", "![Errors](docs/errors.png)\n", 1),
        ("README.md", "![Errors](docs/errors.png) and again ![Errors](./docs/errors.png)\n", 1),
        ("README.md", '<img width="9" src="docs/errors.png">\n', 1),
        ("README.md", "![Errors](https://raw.githubusercontent.com/a/b/main/docs/errors.png)\n", 1),
        ("README.md", "![Errors](https://example.org/docs/errors.png)\n", 0),
        ("README.md", "```\n![Errors](docs/errors.png)\n```\n", 0),
        ("README.md", "![Missing](docs/missing.png)\n", 0),
        ("README.md", "![Logo](docs/logo.png) ![Build](docs/build-badge.svg)\n", 0),
        ("README.md", "See docs/errors.png\n", 0),
        ("docs/report.md", "![Errors](errors.png)\n", 1),
        ("docs/report.md", "![Errors](../docs/errors.png)\n", 1),
        ("docs/report.md", "![Errors](../../docs/errors.png)\n", 0),
        ("docs/index.rst", ".. figure:: errors.png\n", 1),
        ("docs/paper.tex", "\\includegraphics[width=3cm]{errors}\n", 1),
        ("docs/a.ipynb", notebook("x", prose="![E](errors.png)"), 1),
    ],
)
def test_a_picture_is_a_figure_where_a_document_shows_it(path: str, text: str, figures: int) -> None:
    files = {path: text, "docs/errors.png": "x", "docs/logo.png": "x", "docs/build-badge.svg": "x"}
    assert seen(files).figures == figures


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("bi/sales.twbx", "x", ["Tableau"]),
        ("bi/sales.twb", "<workbook/>", ["Tableau"]),
        ("bi/sales.pbix", "x", ["Power BI"]),
        ("vendor/sales.pbix", "x", []),
        ("README.md", "[Sales](https://public.tableau.com/views/Sales/Dashboard)\n", ["Tableau"]),
        ("README.md", "[Sales](https://public.tableau.com/app/profile/ann/viz/Sales/Main)\n", ["Tableau"]),
        ("README.md", "I like https://public.tableau.com/\n", []),
        ("README.md", "<https://app.powerbi.com/view?r=abc>\n", ["Power BI"]),
        ("README.md", "<https://lookerstudio.google.com/reporting/abc>\n", ["Looker Studio"]),
        ("bi/dashboards/sales.yaml", "dashboard_title: Sales\nuuid: abc\nversion: 1.0.0\n", ["Superset"]),
        ("bi/dashboards/sales.yaml", "dashboard_title: Sales\n", []),
        ("bi/dashboard_export_20260301.zip", "x", ["Superset"]),
        ("mb/sales.yaml", "name: Sales\nserdes/meta:\n- id: a\n", ["Metabase"]),
        ("grafana/dashboards/api.json", "{}", ["Grafana"]),
        ("app.py", "import streamlit as st\nst.title('x')\n", ["Streamlit"]),
        ("app.py", "import streamlit as st\n", []),
        ("app.py", "from dash import Dash\napp = Dash()\n", ["Dash"]),
        ("app.py", "import gradio as gr\ngr.Interface(f)\n", []),
        ("app.R", "shinyApp(ui, server)\n", ["Shiny"]),
        ("evidence.config.yaml", "a: 1\n", ["Evidence"]),
        ("reports/SWEETVIZ_REPORT.html", "x", ["sweetviz report"]),
        ("reports/profile_report.html", "x", ["profiling report"]),
        ("reports/index.html", "x", []),
    ],
)
def test_a_dashboard_counts_by_its_file_its_address_or_its_calls(path: str, text: str, found: list[str]) -> None:
    assert names(seen({path: text}).dashboards) == found


# ------------------------------------------------------------------ provenance


@pytest.mark.parametrize(
    ("path", "text", "stated"),
    [
        ("README.md", "# A\n\n## Data\n\nFrom https://data.example.org, CC BY 4.0.\n", True),
        ("README.md", "# A\n\n## Data\n\nFrom https://data.example.org.\n", False),
        ("README.md", "# A\n\n## Data\n\nPut it in data/.\n", False),
        ("README.md", "# A\n\n## Licence\n\nMIT, from me.\n", False),
        ("README.md", "# A\n\n## Daten\n\nQuelle: Stadt Graz, Lizenz CC BY.\n", True),
        (
            "README.md",
            "# A\n\n## Daten\n\nFeiertage des Bundesamtes (destatis.de), Datenlizenz Deutschland 2.0.\n",
            True,
        ),
        ("README.md", "# A\n\n## 데이터\n\n통계청의 자료이며 공공누리 제1유형으로 제공됩니다.\n", True),
        ("README.md", "# A\n\n## Data\n\nSensor readings of the water works, with their permission.\n", True),
        ("README.md", "# A\n\n## Data\n\nSee setup.py and README.md; licence plates are never kept.\n", False),
        ("DATA.md", "Sales from a bakery's till, with its permission.\n", True),
        ("data/README.md", "Generated by scripts/make.py.\n", True),
        ("docs/datasheet.md", "Collected by hand.\n", False),
        ("vendor/DATA.md", "From a bakery, with permission.\n", False),
    ],
)
def test_a_statement_names_source_and_terms(path: str, text: str, stated: bool) -> None:
    assert (origin({path: text}).statement is not None) is stated


DIGEST = (
    "import hashlib\nfrom pathlib import Path\n\n\ndef check(path, known):\n"
    "    digest = hashlib.sha256(Path(path).read_bytes()).hexdigest()\n    if digest != known:\n        raise ValueError\n"
)
MAKES_ROWS = (
    "import csv\nimport random\n\n\ndef simulate_sales(path):\n    rng = random.Random(7)\n"
    "    with open(path, 'w') as file:\n        csv.writer(file).writerow([rng.gauss(1, 2)])\n\n\nsimulate_sales('a')\n"
)


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("data/raw.csv.dvc", "outs:\n- md5: abc\n  path: raw.csv\n", ["dvc"]),
        ("dvc.lock", "x", ["dvc"]),
        ("data/SHA256SUMS", "abc  raw.csv\n", ["checksums"]),
        (".gitattributes", "*.csv filter=lfs diff=lfs merge=lfs -text\n", ["git lfs"]),
        (".gitattributes", "*.psd filter=lfs diff=lfs merge=lfs -text\n", []),
        (".gitattributes", "# *.csv filter=lfs\n*.csv text\n", []),
        ("get.py", DIGEST, ["checksums"]),
        ("get.py", "import hashlib\nhashlib.sha256(password).hexdigest()\n", []),
        ("get.py", "import pooch\npooch.retrieve(url, known_hash='sha256:abc')\n", ["checksums"]),
        ("get.py", "import pooch\npooch.retrieve(url, known_hash=None)\n", []),
        ("get.py", "import deltalake\ndeltalake.write_deltalake('t', df)\n", ["delta"]),
        ("make.py", MAKES_ROWS, ["seed"]),
        ("train.py", "import random\nimport json\nrandom.seed(1)\nrandom.shuffle(x)\njson.dump(m, f)\n", []),
        ("tests/test_make.py", MAKES_ROWS, []),
        ("make.R", "set.seed(1)\nx <- rnorm(5)\n", ["seed"]),
        ("conf/catalog.yml", "sales:\n  type: pandas.CSVDataset\n  versioned: true\n", ["versioned catalog"]),
    ],
)
def test_data_is_pinned(path: str, text: str, found: list[str]) -> None:
    assert names(origin({path: text}).tracked) == found


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("get.py", "import requests\nr = requests.get(u)\nopen('a.csv', 'wb').write(r.content)\n", ["fetch"]),
        ("get.py", "import requests\nprint(requests.get(u).json())\n", []),
        ("get.py", "from urllib.request import urlretrieve\nurlretrieve(u, 'a.csv')\n", ["fetch"]),
        ("get.py", "from datasets import load_dataset\nload_dataset('imdb')\n", ["fetch"]),
        ("get.py", "from datasets import load_dataset\n", []),
        ("get.py", "from sklearn.datasets import fetch_openml\nfetch_openml('adult')\n", ["fetch"]),
        ("get.py", "from sklearn.datasets import load_iris\nload_iris()\n", []),
        ("get.py", "import pandas as pd\npd.read_csv('https://data.example.org/a.csv')\n", ["fetch"]),
        ("get.py", "import pandas as pd\npd.read_csv('a.csv')\n", []),
        ("get.py", "import pandas as pd\npd.read_sql(q, c).to_parquet('a.parquet')\n", ["fetch"]),
        ("make.py", MAKES_ROWS, ["generate"]),
        ("make.py", MAKES_ROWS.replace("\n\nsimulate_sales('a')\n", ""), []),
        ("make.py", MAKES_ROWS.replace("simulate_sales", "generate_token"), []),
        ("make.py", MAKES_ROWS.replace("csv.writer(file).writerow", "print"), []),
        ("Makefile", "data/raw.csv:\n\tcurl -sSf https://data.example.org/raw.csv -o $@\n", ["fetch"]),
        ("Makefile", "setup:\n\tcurl -sSf https://astral.sh/uv/install.sh | sh\n", []),
        ("Makefile", "# curl https://data.example.org/raw.csv\nall:\n\techo\n", []),
        ("scripts/get.sh", "wget \\\n  https://data.example.org/raw.csv\n", ["fetch"]),
        ("scripts/get.sh", "kaggle competitions download -c titanic\n", ["fetch"]),
        ("get.R", "download.file('https://x.example/a.csv', 'a.csv')\n", ["fetch"]),
        ("make.R", "sales <- simulate_sales(3)\nwrite.csv(sales, 'a.csv')\n", ["generate"]),
        ("make.R", "simulate_sales <- function(n) n\n", []),
    ],
)
def test_a_script_fetches_or_makes_the_data(path: str, text: str, found: list[str]) -> None:
    assert names(origin({path: text}).fetched) == found


# ------------------------------------------------------------------ pipelines

DVC = "stages:\n  prepare:\n    cmd: python a.py\n  train_model:\n    cmd: python b.py\n  evaluate:\n    cmd: python c.py\n"
ALL = ["evaluate", "prepare", "train"]


@pytest.mark.parametrize(
    ("files", "graphs", "stages"),
    [
        ({"dvc.yaml": DVC}, ["dvc"], ALL),
        ({"dvc.yaml": "stages: {}\n"}, [], []),
        ({"dbt_project.yml": "name: a\n", "models/a.sql": "select 1"}, ["dbt"], ["prepare"]),
        ({"dbt_project.yml": "name: a\n"}, [], []),
        ({"MLproject": "name: a\nentry_points:\n  train:\n    command: x\n"}, ["mlflow project"], ["train"]),
        ({"Snakefile": "rule clean_rows:\n    output: 'a'\nrule train:\n    output: 'b'\n"}, ["snakemake"], ["prepare", "train"]),
        ({"main.nf": "process EXTRACT {\n}\n"}, ["nextflow"], ["prepare"]),
        ({"flow.py": "from prefect import flow, task\n@task\ndef train_model():\n    pass\n@flow\ndef main():\n    train_model()\n"},
         ["prefect"], ["train"]),
        ({"flow.py": "from prefect import flow\n"}, [], []),
        ({"d.py": "from airflow import DAG\nfrom airflow.operators.python import PythonOperator\nwith DAG('a'):\n    PythonOperator(task_id='extract_sales')\n"},
         ["airflow"], ["prepare"]),
        ({"d.py": "from dagster import asset\n@asset\ndef features():\n    return 1\n"}, ["dagster"], ["prepare"]),
        ({"f.py": "from metaflow import FlowSpec, step\nclass F(FlowSpec):\n    @step\n    def train(self):\n        pass\n"},
         ["metaflow"], ["train"]),
        ({"t.py": "import luigi\nclass TrainModel(luigi.Task):\n    pass\n"}, ["luigi"], ["train"]),
        ({"t.py": "class TrainModel(Task):\n    pass\n"}, [], []),
        ({"k.py": "from kedro.pipeline import node, pipeline\npipeline([node(train_model, 'a', 'b')])\n"}, ["kedro"], ["train"]),
        ({"_targets.R": "list(tar_target(clean_data, f()), tar_target(model_fit, g()))\n"}, ["targets"], ["prepare", "train"]),
        ({"Makefile": "data/clean.csv: data/raw.csv prepare.py\n\tpython prepare.py\n"}, ["make"], ["prepare"]),
        ({"Makefile": "data: \n\tpython prepare.py\ntrain: data\n\tpython train.py\n"}, ["make"], ["prepare", "train"]),
        ({"Makefile": "test: lint\n\tpytest\nlint:\n\truff check\n"}, [], []),
        ({"Makefile": "app.o: app.c\n\tcc app.c\n"}, [], []),
        ({"w.yaml": "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nspec:\n  templates:\n  - name: train\n"}, ["argo"], ["train"]),
        ({".github/workflows/pipeline.yml": "jobs:\n  train:\n    steps: []\n"}, [], []),
        ({"tests/dvc.yaml": DVC}, [], []),
        ({"src/prepare.py": "f()\n", "src/train.py": "f()\n", "src/predict.py": "f()\n"}, [], ALL),
        ({"src/train.py": "X = 1\n", "src/train_utils.py": "f()\n", "src/train_test_split.py": "f()\n"}, [], []),
        ({"tests/train.py": "f()\n", "vendor/train.py": "f()\n"}, [], []),
    ],
)  # fmt: skip
def test_a_graph_and_its_stages_are_known(files: dict[str, str], graphs: list[str], stages: list[str]) -> None:
    found = flow(files)
    assert (names(found.graphs), names(found.stages)) == (graphs, stages)


# ------------------------------------------------------------------ checks of data

CI = ".github/workflows/ci.yml"
RUN = "on: push\njobs:\n  a:\n    steps:\n    - run: {command}\n"
API = (
    "from fastapi import FastAPI\nfrom pydantic import BaseModel, Field\napp = FastAPI()\nclass Order(BaseModel):\n"
    "    a: int = Field(ge=0)\n@app.post('/')\ndef order(order: Order):\n    return 1\n"
)
PANDERA = "import pandera as pa\npa.DataFrameSchema({})\n"


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"a.py": PANDERA}, ["pandera"]),
        ({"a.py": "import pandera\n# pandera.check()\n"}, []),
        ({"a.py": "from pydantic import BaseModel\nclass Order(BaseModel):\n    a: int\nOrder(**row)\n"}, ["typed records"]),
        ({"a.py": "from pydantic import BaseModel\nclass Order(BaseModel):\n    a: int\nOrder(a=1)\n"}, []),
        ({"a.py": API}, ["typed records"]),
        ({"a.py": API.replace("Field(ge=0)", "Field()")}, []),
        ({"a.py": API.replace("@app.post", "@app.get")}, []),
        ({"a.py": API.partition("@app")[0], "b.py": "import fastapi\n@app" + API.partition("@app")[2]}, ["typed records"]),
        ({"a.R": "agent <- create_agent(tbl = d)\n"}, ["pointblank"]),
        ({"a.R": "library(assertr)\nd |> verify(x > 0)\n"}, ["assertr"]),
        ({"a.R": "verify(x > 0)\n"}, []),
        ({"a.scala": "VerificationSuite().onData(d)\n"}, ["deequ"]),
        ({"a.ts": "const A = z.object({a: z.number()});\nA.parse(row);\n"}, ["typed records"]),
        ({"a.ts": "JSON.parse(row);\n"}, []),
        ({"form.tsx": "const A = z.object({a: z.number()});\nA.parse(row);\n"}, []),
        ({"a.sql": "create table t (a int check (a > 0));\n"}, ["sql constraints"]),
        ({"a.sql": "-- check (a > 0)\ncreate table t (a int);\n"}, []),
        ({"checks.yml": "checks for orders:\n  - row_count > 0\n"}, ["soda"]),
        ({"gx/expectations/orders.json": "{}"}, ["great_expectations"]),
        ({".pre-commit-config.yaml": "repos:\n- repo: x\n  hooks:\n  - id: check-jsonschema\n"}, ["json schema"]),
        ({"dbt_project.yml": "name: a\n", "models/a.yml": "models:\n- name: a\n  columns:\n  - name: i\n    data_tests:\n    - unique\n"},
         ["dbt tests"]),
    ],
)  # fmt: skip
def test_data_is_checked_by_what_can_refuse_it(files: dict[str, str], found: list[str]) -> None:
    assert names(checks(files)) == found


@pytest.mark.parametrize(
    ("files", "note"),
    [
        ({"src/shop/check.py": PANDERA, CI: RUN.format(command="python -m shop.check")}, "ci"),
        ({"src/shop/check.py": PANDERA, CI: RUN.format(command="python src/shop/check.py")}, "ci"),
        ({"src/shop/check.py": PANDERA, CI: RUN.format(command="python src/shop/check.pyc")}, ""),
        ({"src/shop/check.py": PANDERA, CI: RUN.format(command="pytest")}, ""),
        ({"src/shop/check.py": PANDERA, CI: "# python src/shop/check.py\n" + RUN.format(command="pytest")}, ""),
        ({"tests/test_rows.py": PANDERA, CI: RUN.format(command="pytest")}, "ci"),
        ({"tests/test_rows.py": PANDERA}, ""),
        (
            {"checks.yml": "checks for orders:\n  - row_count > 0\n", CI: RUN.format(command="soda scan checks.yml")},
            "ci",
        ),
    ],
)
def test_a_check_is_noted_that_ci_runs(files: dict[str, str], note: str) -> None:
    assert [one.note for one in checks(files)] == [note]


# ------------------------------------------------------------------ SQL

QUERY = "SELECT a, count(*) FROM b JOIN c USING (i) GROUP BY a"
FOUND = ["group-by", "join", "select"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.sql", QUERY),
        ("a.hql", QUERY),
        ("a.py", f'db.execute("""{QUERY}""")\n'),
        ("a.ts", f"const q = `{QUERY} ORDER BY ${{column}}`;\n"),
        ("a.js", "const q = 'SELECT a, count(*) FROM b JOIN c USING (i) GROUP BY a';\n"),
        ("a.R", f'dbGetQuery(con, "{QUERY}")\n'),
        ("A.java", f'String q = """\n    {QUERY}\n    """;\n'),
        ("A.java", 'String q = "SELECT a, count(*) "\n    + "FROM b JOIN c USING (i) "\n    + "GROUP BY a";\n'),
        ("a.go", f"rows := db.Query(`{QUERY}`)\n"),
        ("A.scala", f'spark.sql(s"""{QUERY}""")\n'),
        ("A.cs", f'var q = @"{QUERY}";\n'),
        ("a.rs", f'let q = r#"{QUERY}"#;\n'),
        ("a.sh", f"psql <<SQL\n{QUERY};\nSQL\n"),
        ("a.ipynb", notebook(f"%%sql\n{QUERY}")),
        ("a.ipynb", notebook(f"rows = %sql {QUERY}")),
        ("a.ipynb", notebook(f"%%bigquery df\n{QUERY}")),
        ("a.qmd", f"# A\n\n```{{sql}}\n{QUERY}\n```\n"),
    ],
)
def test_sql_is_read_wherever_it_stands(path: str, text: str) -> None:
    assert names(sql.detect(tree_of({path: text})).constructs) == FOUND
    assert sql.detect(tree_of({f"vendor/{path}": text})).constructs == ()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.ts", f"// const q = `{QUERY}`;\n"),
        ("a.ts", "const s = 'Select a file from the list';\n"),
        ("a.ts", "const s = 'Update your settings';\n"),
        ("a.go", "fmt.Println(`with friends`)\n"),
        ("a.R", "select(d, a) # from b join c\n"),
        ("a.ipynb", notebook("%%bash\nselect a from b")),
        ("a.md", f"```sql\n{QUERY}\n```\n"),
        ("db/migrations/0001.sql", QUERY),
    ],
)
def test_what_only_looks_like_sql_is_none(path: str, text: str) -> None:
    assert sql.detect(tree_of({path: text})).constructs == ()


SELECT, JOIN, GROUP, WINDOW, CTE, CASE = "select", "join", "group-by", "window", "cte", "case"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("select overall_score, overdue, over_time, case_id, join_date from t", {SELECT}),
        ("select sum(x) over w from t window w as (partition by a)", {SELECT, WINDOW}),
        ("select sum(x) filter (where y > 1) over(order by d) from t", {SELECT, WINDOW}),
        ("with recursive t(n) as (select 1 union all select n + 1 from t) select n from t", {SELECT, CTE}),
        ("with a as materialized (select b from c) select * from a cross join d", {SELECT, CTE, JOIN}),
        ("select * from a, b where a.id = b.id", {SELECT, JOIN}),
        ("select * from a where b is distinct from c, d", {SELECT}),
        ("select extract(day from d), e from t", {SELECT}),
        ("select case x when 1 then 'a' end as y from t", {SELECT, CASE}),
        ("select 'case when then end left join b group by c' as said from t", {SELECT}),
        ('select "group by", "over (" from t', {SELECT}),
        ("/* with x as (select 1) */ select a -- join b\nfrom c", {SELECT}),
        ("select a from {{ ref('orders') }} o join {{ ref('people') }} p on o.i = p.i", {SELECT, JOIN}),
        ("with s as (select * from {{ source('a', 'b') }}) select * from s {% if x %} group by 1 {% endif %}",
         {SELECT, CTE, GROUP}),
        ("insert into t (a) values (1)", set()),
        ("select cases, endings from whenever", {SELECT}),
    ],
)  # fmt: skip
def test_constructs_are_told_by_their_words(text: str, found: set[str]) -> None:
    assert set(names(sql.detect(tree_of({"a.sql": text})).constructs)) == found


# ------------------------------------------------------------------ hostile


@pytest.mark.parametrize(
    ("path", "unit"),
    [
        ("a.sql", "("), ("a.sql", "from a "), ("a.sql", "with a as ("), ("a.sql", "case when "), ("a.sql", ") "),
        ("a.ts", "`select "), ("a.ts", '"select "+'), ("a.rs", 'r#"with '), ("a.sh", "<<A\nselect "), ("a.R", "'"),
        ("a.R", "simulate"), ("a.md", "![a]("), ("a.md", "<img "), ("a.md", "https://public.tableau.com/"),
        ("Makefile", "a:\n\t"), ("Makefile", "a: "), ("Makefile", "curl "), ("a.qmd", "```{r}\n"), ("dvc.yaml", "- "),
        ("metrics.json", '"train_loss":'), ("metrics.csv", "train_loss,"), ("a.tsx", "<Line "), ("Snakefile", "rule a"),
    ],
)  # fmt: skip
def test_hostile_texts_are_read_in_time(path: str, unit: str) -> None:
    import time

    files = {path: unit * (200_000 // len(unit))}
    began = time.process_time()
    seen(files), origin(files), flow(files), checks(files)
    tree = tree_of(files)
    sql.detect(tree), curves(tree)
    assert time.process_time() - began < 20
