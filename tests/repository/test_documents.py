"""What stands in documents: limits, failures, results, formulas, tables, what a README shows, and licences."""

from __future__ import annotations

import json
import time

import pytest
from tests.repository.build import tree_of

from folio.repository.detect import documents, licence, readme, results_tables
from folio.repository.documents.cells import html_tables, table
from folio.repository.documents.formulas import formulas
from folio.repository.documents.headings import guessed_language, matches, topics
from folio.repository.documents.headings.words import languages
from folio.repository.documents.prose import letters, numbers
from folio.repository.documents.results import judged
from folio.repository.documents.rst import parse_rst
from folio.repository.model import Documents, Readme

SAID = "one two three four five six seven eight nine ten eleven twelve "


def read(files: dict[str, str]) -> Documents:
    return documents.detect(tree_of(files))


def shown(text: str, path: str = "README.md") -> Readme:
    found = readme.detect(tree_of({path: text}))
    assert found is not None
    return found


# ------------------------------------------------------------------ languages

README = "# Shop\n\n{prose}\n\n## {install}\n\n    pip install shop\n\n## {usage}\n\n```python\nimport shop\n```\n\n## {results}\n\nFast.\n\n## {licence}\n\nMIT.\n"
LANGUAGES = {
    "zh": ("这是一个预测商店销量的小工具，每天都在使用，已经运行了一年，没有出现任何问题。", "安装", "使用方法", "实验结果", "许可证"),
    "ja": ("これは買い物のための小さな道具です。毎日使っています。もう一年も問題なく動いています。", "インストール", "使い方", "結果", "ライセンス"),
    "ko": ("이것은 가게의 판매를 예측하는 작은 도구입니다. 매일 사용하고 있으며 일 년 동안 문제가 없었습니다.", "설치 방법", "사용법", "실험 결과", "라이선스"),
    "ru": (
        "Это небольшой инструмент для магазина, он нужен всем и работает уже год без проблем, как и должно быть по плану.",
        "Установка", "Использование", "Результаты", "Лицензия",
    ),
    "nl": (
        "Dit is een kleine winkel die de dingen verkoopt die mensen nodig hebben en het is al een jaar in gebruik.",
        "Installatie", "Gebruik", "Resultaten", "Licentie",
    ),
    "pl": (
        "To jest sklep, który sprzedaje rzeczy, których ludzie potrzebują, i działa od roku bez przerwy oraz nie jest to mało.",
        "Instalacja", "Jak używać", "Wyniki", "Licencja",
    ),
    "tr": (
        "Bu, bir mağaza için küçük bir araçtır ve her gün çok kullanılır, bir yıl kadar sorun olmadan çalıştı ve daha iyi.",
        "Kurulum", "Kullanım", "Sonuçlar", "Lisans",
    ),
}  # fmt: skip
TRADITIONAL = (
    "這是一個預測商店銷量的小工具，每天都在使用，已經運行了一年，沒有出現任何問題。",
    "安裝",
    "使用方法",
    "實驗結果",
    "授權",
)


@pytest.mark.parametrize(("code", "said"), [*LANGUAGES.items(), ("zh", TRADITIONAL)])
def test_a_readmes_parts_are_found_in_every_language(code: str, said: tuple[str, ...]) -> None:
    names = dict(zip(("prose", "install", "usage", "results", "licence"), said, strict=True))
    found = shown(README.format(**names))
    assert (found.language, found.install, found.usage, found.results, found.licence_note) == (code, *[True] * 4)
    bare = shown(f"# Shop\n\n{said[0]}\n")
    assert (bare.language, bare.install, bare.usage, bare.results, bare.licence_note) == (code, *[False] * 4)


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_english_headings_over_other_prose_are_found(code: str) -> None:
    found = shown(f"# Shop\n\n{LANGUAGES[code][0]}\n\n## Installation\n\nSo.\n\n## Results\n\nSo.\n")
    assert (found.language, found.install, found.usage, found.results) == (code, True, False, True)


def test_what_is_found_is_there_even_where_the_rest_is_not_known() -> None:
    hindi = "यह एक दुकान के लिए छोटा उपकरण है और इसका रोज़ उपयोग होता है।" * 3
    found = shown(f"# Shop\n\n{hindi}\n\n## Installation\n\nSo.\n")
    assert (found.language, found.install, found.usage, found.results) == (None, True, None, None)


@pytest.mark.parametrize(
    "prose",
    [
        "Det här är en liten butik som säljer saker som man behöver och den har varit i drift i ett år utan problem.",
        "Acest mic program este pentru un magazin și nu este greu de folosit, iar datele sunt din anul care a trecut.",
        "Ini adalah alat kecil untuk toko yang digunakan untuk memprediksi penjualan dan tidak dapat dibeli di pasar.",
        "Цей застосунок для крамниці, та він не для всіх, але його можна взяти як є, і він уже рік працює без проблем.",
        "Dies ist ein Test στα ελληνικά: αυτό είναι ένα μικρό εργαλείο για το κατάστημα και χρησιμοποιείται κάθε μέρα.",
    ],
)
def test_a_neighbours_language_is_not_taken_for_ones_own(prose: str) -> None:
    assert guessed_language([], prose) is None


@pytest.mark.parametrize("code", sorted(languages()))
def test_every_language_has_words_of_every_kind(code: str) -> None:
    file = languages()[code]
    assert set(file["headings"]) == set(languages()["en"]["headings"])
    assert {"demo", "baseline", "cost"} <= set(file["labels"])
    assert set(file["topics"]) <= set(languages()["en"]["topics"])
    for section in ("headings", "labels", "prose"):
        for kind, words in file[section].items():
            assert len(words) == len(set(words)), (code, kind)
            assert all(matches(word.strip("=*"), kind) for word in words if kind != "statistic"), (code, kind)


@pytest.mark.parametrize(
    ("title", "kind", "is_one"),
    [
        ("3. Set-up", "install", True), ("Instalacion", "install", True), ("📦 安装 Install", "install", True),
        ("user guide", "usage", False), ("Reinstallation", "install", False), ("Data", "data", True),
        ("Data pipeline", "data", False), ("What didn’t work", "failures", True), ("Login failed", "failures", False),
        ("KULLANIM", "usage", True), ("EINSCHRÄNKUNGEN", "limitations", True), ("Rate limits", "limitations", True),
        ("复盘", "failures", True), ("踩過的坑", "failures", True), ("うまくいかなかったこと", "failures", True),
        ("Что не сработало", "failures", True), ("Was nicht funktioniert hat", "failures", True),
        ("Lo que no funcionó", "failures", True), ("Retour d’expérience", "failures", True),
    ],
)  # fmt: skip
def test_a_heading_is_known_by_its_words(title: str, kind: str, is_one: bool) -> None:
    assert matches(title, kind) is is_one


def test_topics_are_named_in_many_languages() -> None:
    assert topics("A/B tests and p-values") == ("p-value", "power-analysis")
    assert topics("什么是梯度下降") == topics("Gradientenabstieg von Hand") == ("gradient-descent",)
    assert topics("Our journey") == ()
    assert len(languages()["en"]["topics"]) >= 40


# ------------------------------------------------------------------ measures


def test_text_without_spaces_is_measured_fairly() -> None:
    assert letters("word word") == 8
    assert letters("这是工具 ok") == 12
    found = read({"README.md": "# 商店\n\n## 局限性\n\n" + "本工具仅支持小型商店的数据" * 10 + "\n"})
    assert [one.words for one in found.limitations] == [65]


def test_numbers_stand_for_themselves() -> None:
    assert numbers("AUC is 0.91, up from 85%; 12ms for 1,000 rows.") == 4
    assert numbers("On 2026-05-03 with v1.2 and sha256 of abc123.") == 0
    assert numbers("准确率0.91，提升3个点") == 2


# ------------------------------------------------------------------ limits and failures


def test_limits_are_found_in_any_document_and_notebook() -> None:
    notebook = json.dumps({"cells": [{"cell_type": "markdown", "source": f"## Caveats\n{SAID}"}], "nbformat": 4})
    found = read(
        {
            "README.md": f"# A\n\n## Known limitations\n\n{SAID}\n\n### More\n\n{SAID}\n\n## Licence\n\nMIT\n",
            "docs/limits.rst": f"Limits\n======\n\n{SAID * 3}\n",
            "analysis.ipynb": notebook,
            "vendor/README.md": f"# A\n\n## Limitations\n\n{SAID}\n",
            "examples/README.md": f"# A\n\n## Limitations\n\n{SAID}\n",
        }
    )
    assert [(str(one), one.words) for one in found.limitations] == [
        ("README.md:3", 24), ("analysis.ipynb:1", 12), ("docs/limits.rst:1", 36),
    ]  # fmt: skip


def test_a_paragraph_of_the_readme_may_say_it_under_any_heading() -> None:
    text = f"# A\n\nIt is quick.\n\n## Notes\n\nIt does not support\nmore than one shop. {SAID}\n\n```\nnot supported\n```\n"
    assert [str(one) for one in read({"README.md": text}).limitations] == ["README.md:7"]
    assert read({"docs/a.md": text}).limitations == ()


def test_a_failure_is_known_by_its_heading_or_its_documents_name() -> None:
    long = SAID * 15
    found = read(
        {
            "README.md": f"# Lessons learned\n\nHello.\n\n## What did not work\n\nAn LSTM, 3 % worse. {long}\n\n### Nor this\n\n{SAID}\n",
            "docs/post-mortem.md": f"# The week without orders\n\n{long}, see [the fix](https://github.com/mara/shop/pull/7), [why](https://a.example.org).\n",
            "docs/other.md": f"# Other\n\n{long}\n",
            "CHANGELOG.md": f"# Changes\n\n## Failed experiments\n\n{long} 7\n",
        }
    )
    assert [(str(one), one.in_readme, one.numbers, one.links) for one in found.failures] == [
        ("README.md:5", True, 1, 0), ("docs/post-mortem.md:1", False, 0, 1),
    ]  # fmt: skip
    assert found.failures[0].words > 190


@pytest.mark.parametrize("title", ["Rate limits", "Limitation of liability", "API limits and quotas"])
def test_limits_of_use_and_of_liability_are_no_limits_of_the_work(title: str) -> None:
    assert read({"README.md": f"# A\n\n## {title}\n\n{SAID}\n\n{title}: not supported {SAID}\n"}).limitations == ()


def test_a_readme_that_is_not_text_is_not_read_and_not_missing() -> None:
    tree = tree_of({"README.md": "\0GITCRYPT\0"})
    assert readme.detect(tree) is None
    assert [(one.path, one.why) for one in tree.unread] == [("README.md", "it is not text")]


def test_the_title_of_a_readme_is_a_name_and_no_section() -> None:
    assert read({"README.md": f"# Rate limits\n\n{SAID}\n\n## Usage\n\n{SAID}\n"}).limitations == ()
    assert len(read({"docs/limits.md": f"# Limits\n\n{SAID}\n\n## More\n\n{SAID}\n"}).limitations) == 1


def test_the_same_text_in_two_files_is_one_and_nothing_of_it_is_kept() -> None:
    found = read({"README.md": f"# A\n\n## Limits\n\n{SAID}\n", "docs/limits.md": f"# Limits\n\n{SAID.upper()}\n"})
    assert [one.path for one in found.limitations] == ["docs/limits.md"]
    assert "eleven" not in found.model_dump_json()


# ------------------------------------------------------------------ evaluation


@pytest.mark.parametrize(
    ("files", "where"),
    [
        ({"MODEL_CARD.md": "# Card\n\nAccuracy 0.91 on 400 rows.\n"}, ["MODEL_CARD.md:1"]),
        ({"MODEL_CARD.md": "# Card\n\nGood.\n"}, []),
        ({"docs/modell.md": "# Modellkarte\n\nGenauigkeit 0,91 auf 400 Zeilen.\n"}, ["docs/modell.md:1"]),
        ({"docs/how.md": "# How\n\nAccuracy 0.91 on 400 rows.\n"}, []),
        ({"BENCHMARKS.md": "# Benchmarks\n\n| rows | s |\n|---:|---:|\n| 900 | 14.2 |\n"}, ["BENCHMARKS.md:1"]),
        ({"BENCHMARKS.md": "# Benchmarks\n\nTo be run.\n"}, []),
        ({"metrics.json": '{"auc": 0.81, "f1": 0.5}'}, ["metrics.json:1"]),
        ({"reports/test_metrics.json": '{"auc": 0.81, "f1": 0.5}'}, ["reports/test_metrics.json:1"]),
        ({"metrics.json": '{"auc": 0.81'}, []),
        ({"metrics.yaml": "name: x\n"}, []),
        ({"README.md": "# A\n\n## Results\n\n| m | v |\n|---|---|\n| auc | 0.8 |\n| f1 | 0.5 |\n"}, ["README.md:3"]),
        ({"README.md": "# A\n\n## 評価\n\n精度は0.91、再現率は0.85です。\n"}, ["README.md:3"]),
        ({"README.md": "# A\n\n## Results\n\nIt is good.\n\n## Usage\n\n1 2 3\n"}, []),
    ],
)
def test_an_evaluation_holds_numbers(files: dict[str, str], where: list[str]) -> None:
    assert [str(one) for one in read(files).evaluation] == where


# ------------------------------------------------------------------ formulas


def test_a_formula_is_the_same_however_it_is_set() -> None:
    ways = [
        "$$\\frac{a}{b}$$", "$$\n  \\frac{a}{b} .\n$$", "\\[ \\frac{a}{b} \\]", "```math\n\\frac{a}{b}\n```",
        "```{math}\n\\frac{a}{b}\n```", ".. math::\n   :label: x\n\n   \\frac{a}{b}\n\nText.", ".. math:: \\frac{a}{b}\n",
        "\\begin{align*}\n\\frac{a}{b} \\label{one}\n\\end{align*}", "[latexmath]\n++++\n\\frac{a}{b}\n++++\n",
    ]  # fmt: skip
    assert len({tuple(formulas(way)) for way in ways}) == 1
    assert all(len(formulas(way)) == 1 for way in ways)


@pytest.mark.parametrize(
    "text",
    [
        "$$x + y$$",
        "```\n$$\\sum_i i$$\n```",
        "from $5 to $6",
        "kill $$ and $$",
        "$\\frac{a}{b}$",
        "`\\sum`",
        "<math><mfrac></mfrac></math>",
    ],
)
def test_what_is_inline_quoted_or_without_an_operator_is_no_derivation(text: str) -> None:
    assert formulas(text) == {}


def test_formulas_are_found_in_documents_and_notebooks() -> None:
    cell = {"cell_type": "markdown", "source": ["$$\n", "\\sum_i x_i\n", "$$"]}
    files = {
        "a.md": "$$\\sum_i x_i$$", "b.tex": "\\begin{equation}\\int f\\end{equation}", "n.ipynb": json.dumps({"cells": [cell]}),
        "c.md": '<math display="block"><mfrac><mi>a</mi><mi>b</mi></mfrac></math>', "code.py": "'$$\\prod x$$'",
        "vendor/d.md": "$$\\nabla f$$",
    }  # fmt: skip
    found = read(files).formulas
    assert len(found) == 3
    assert [one.name for one in found] == sorted(one.name for one in found)


def test_a_formula_is_placed_at_the_line_where_it_begins() -> None:
    text = "# A\n\n$$\\sum_i i$$\n\ntext\n\n```math\n\\frac{a}{b}\n```\n\n.. math:: \\prod_i i\n\n$$\n\\sum_i i\n$$\n"
    assert sorted(formulas(text).values()) == [3, 7, 11]
    assert [str(one) for one in read({"a.md": text}).formulas if one.line == 7] == ["a.md:7"]


# ------------------------------------------------------------------ tables


def rows(*lines: str) -> tuple[bool, bool]:
    return judged(table(1, [line.split("|") for line in lines]))


@pytest.mark.parametrize(
    ("lines", "baseline", "cost"),
    [
        (("model|MAE", "baseline|3.1", "ours|2.4"), True, False),
        (("model|MAE|train time (s)", "Seasonal naive|3.1|0", "LightGBM|2.4|12"), True, True),
        (("|baseline|model", "MAE|3.1|2.4", "latency|1 ms|9 ms"), True, True),
        (("Modell|MAE|Kosten", "Vorwoche|3,1|0 €", "Netz|2,4|9 €"), True, True),
        (("模型|准确率|耗时", "基线|0.81|1s", "我们的模型|0.9|20s"), True, True),
        (("モデル|精度", "ベースライン|0.81", "提案手法|0.9"), True, False),
        (("модель|MAE|время", "бейзлайн|3.1|1", "бустинг|2.4|20"), True, True),
        (("model|MAE", "Mean|3.1", "ridge|2.4", "boosting|2.2"), True, False),
        (("|price", "mean|3.1", "std|2.4", "min|1"), False, True),
        (("fold|MAE", "fold 1|3.1", "fold 2|3.0", "Mean|3.05"), False, False),
        (("model|acc", "Naive Bayes|0.8", "SVM|0.9"), False, False),
        (("model|acc", "SVM|0.9", "gain over baseline|0.1"), False, False),
        (("model|acc", "baseline|0.9"), False, False),
        (("model|says", "baseline|cheap", "ours|dear"), False, False),
        (("endpoint|p95 (ms)", "/a|12", "/b|9"), False, True),
    ],
)
def test_a_table_sets_a_baseline_beside_a_model(lines: tuple[str, ...], baseline: bool, cost: bool) -> None:
    assert rows(*lines) == (baseline, cost)


MARKDOWN = "# A\n\n| model | MAE | time |\n|---|---:|---|\n| baseline | 3.1 | 1 s |\n| ours | 2.4 | 9 s |\n"
HTML = "# A\n\n<table>\n<tr><th>model</th><th>MAE</th><th>time</th></tr>\n\n    <tr><td>baseline</td><td>3.1</td><td>1 s</td></tr>\n<tr><td><b>ours</b></td><td>2.4</td><td>9 s</td></tr>\n</table>\n"
SIMPLE = "A\n=\n\n========  ===  ====\nmodel     MAE  time\n========  ===  ====\nbaseline  3.1  1 s\nours      2.4  9 s\n========  ===  ====\n"
GRID = "A\n=\n\n+----------+-----+------+\n| model    | MAE | time |\n+==========+=====+======+\n| baseline | 3.1 | 1 s  |\n+----------+-----+------+\n| ours     | 2.4 | 9 s  |\n+----------+-----+------+\n"
CSV = "A\n=\n\n.. csv-table:: Results\n   :header: model, MAE, time\n\n   model, MAE, time\n   baseline, 3.1, 1 s\n   ours, 2.4, 9 s\n"
LIST = "A\n=\n\n.. list-table::\n   :header-rows: 1\n\n   * - model\n     - MAE\n     - time\n   * - baseline\n     - 3.1\n     - 1 s\n   * - ours\n     - 2.4\n     - 9 s\n"


@pytest.mark.parametrize(
    ("path", "text"),
    [("README.md", MARKDOWN), ("docs/a.md", HTML), ("a.rst", SIMPLE), ("a.rst", GRID), ("a.rst", CSV), ("a.rst", LIST)],
)
def test_tables_are_read_in_every_way_of_writing_them(path: str, text: str) -> None:
    [one] = results_tables.detect(tree_of({path: text}))
    assert (one.path, one.line, one.baseline, one.cost) == (path, 3 if path.endswith("md") else 4, True, True)
    assert results_tables.detect(tree_of({f"vendor/{path}": text})) == ()


def test_a_table_in_a_code_block_is_quoted() -> None:
    assert results_tables.detect(tree_of({"a.md": f"```\n{MARKDOWN}```\n\n```html\n{HTML}```\n"})) == ()


# ------------------------------------------------------------------ what a README shows


@pytest.mark.parametrize(
    ("text", "images", "videos", "demo"),
    [
        ("![Screen](docs/screen.png)", 1, 0, None),
        ("![build](https://img.shields.io/badge/x.svg) ![ci](https://github.com/a/b/workflows/ci/badge.svg)", 0, 0, None),
        ("![x](demo.gif) ![x](demo.gif)", 1, 0, None),
        ('<video src="docs/demo.mp4" controls></video>', 0, 1, None),
        ("[![Watch](https://img.youtube.com/vi/x/0.jpg)](https://www.youtube.com/watch?v=x)", 0, 1, None),
        ("See https://asciinema.org/a/123 for more.", 0, 1, None),
        ("[film](https://vimeo.com/123) and [again](https://vimeo.com/123)", 0, 1, None),
        ("[Live demo](https://shop.example.io)", 0, 0, "https://shop.example.io"),
        ("## Demo\n\nhttps://shop.mara.dev/try.", 0, 0, "https://shop.mara.dev/try"),
        ("## 在线体验\n\n[打开](https://shop.mara.dev)", 0, 0, "https://shop.mara.dev"),
        ("[![open](https://static.streamlit.io/badges/x.svg)](https://shop.streamlit.app)", 0, 0, "https://shop.streamlit.app"),
        ("The [space](https://huggingface.co/spaces/mara/shop).", 0, 0, "https://huggingface.co/spaces/mara/shop"),
        ('<a href="https://shop.mara.dev"><b>x</b></a> <a href="https://a.mara.dev">Try it</a>', 0, 0, "https://a.mara.dev"),
        ("[Demo](https://github.com/mara/shop/tree/main/demo)", 0, 0, None),
        ("[Demo](http://localhost:8000) [demo](http://127.0.0.1/) [demo](demo.html)", 0, 0, None),
        ("[docs](https://shop.mara.dev)", 0, 0, None),
    ],
)  # fmt: skip
def test_a_readme_shows_pictures_films_and_where_to_try_it(
    text: str, images: int, videos: int, demo: str | None
) -> None:
    found = shown(f"# Shop\n\n{text}\n")
    assert (found.images, found.videos, found.demo) == (images, videos, demo)


ADOC = "= Shop\n\nimage::docs/screen.png[Screen]\n\nIt sells the things that you want to have.\n\n== Installation\n\n----\npip install shop\n----\n\n== Usage\n\n----\nshop sell\n----\n\nhttps://shop.mara.dev[Live demo]\n"
ORG = "#+TITLE: Shop\n\n[[file:docs/screen.png]]\n\nIt sells the things that you want to have.\n\n* Installation\n\n#+begin_src sh\npip install shop\n#+end_src\n\n* Usage\n\n#+begin_src sh\nshop sell\n#+end_src\n\n[[https://shop.mara.dev][Live demo]]\n"


@pytest.mark.parametrize(("path", "text"), [("README.adoc", ADOC), ("README.org", ORG)])
def test_asciidoc_and_org_are_read_as_well(path: str, text: str) -> None:
    found = shown(text, path)
    assert (found.title, found.install, found.usage, found.images) == ("Shop", True, True, 1)
    assert found.demo == "https://shop.mara.dev"


# ------------------------------------------------------------------ licences

MIT = "MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\nof this software ... without restriction ... subject to the following conditions"
APACHE = "Apache License\nVersion 2.0, January 2004\n"
GPL = "GNU GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007\n"
LGPL = "GNU LESSER GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007\n"


@pytest.mark.parametrize(
    ("files", "path", "spdx"),
    [
        ({"LICENSE-MIT": MIT, "LICENSE-APACHE": APACHE}, "LICENSE-APACHE", "Apache-2.0 OR MIT"),
        ({"LICENSE": MIT, "LICENSE-DATA": "Attribution 4.0 International"}, "LICENSE", "CC-BY-4.0 AND MIT"),
        ({"COPYING": GPL, "COPYING.LESSER": LGPL}, "COPYING.LESSER", "LGPL-3.0"),
        ({"LICENSES/MIT.txt": MIT, "LICENSES/Apache-2.0.txt": APACHE}, "LICENSES/Apache-2.0.txt", "Apache-2.0 AND MIT"),
        ({"UNLICENSE": "This is free and unencumbered software released into the public domain."}, "UNLICENSE", "Unlicense"),
        ({"LICENSE": "YEAR: 2026\nCOPYRIGHT HOLDER: Mara\n", "LICENSE.md": MIT}, "LICENSE.md", "MIT"),
        ({"LICENSE": MIT, "LICENSE-THIRD-PARTY.txt": APACHE}, "LICENSE", "MIT"),
        ({"LICENSE": f"\"Commons Clause\" License Condition v1.0\n\n{MIT}"}, "LICENSE", "MIT AND LicenseRef-Commons-Clause"),
        ({"LICENSE": "SPDX-License-Identifier: MIT OR Apache-2.0\n"}, "LICENSE", "MIT OR Apache-2.0"),
        ({"LICENSE": "© 2026 Mara. Alle Rechte vorbehalten."}, "LICENSE", "LicenseRef-Proprietary"),
        ({"LICENSE": "版权所有 2026 玛拉。保留所有权利。"}, "LICENSE", "LicenseRef-Proprietary"),
        ({"LICENSE": "Proprietary and confidential."}, "LICENSE", "LicenseRef-Proprietary"),
        ({"LIZENZ.md": MIT}, "LIZENZ.md", "MIT"),
        ({"LICENSE": "Do what you like."}, "LICENSE", None),
    ],
)  # fmt: skip
def test_one_licence_or_several_make_an_expression(files: dict[str, str], path: str, spdx: str | None) -> None:
    found = licence.detect(tree_of(files))
    assert found is not None
    assert (found.path, found.spdx) == (path, spdx)


@pytest.mark.parametrize(
    "files",
    [
        {"package.json": '{"license": "MIT"}'},
        {"pyproject.toml": "[project]\nlicense = 'MIT'\n"},
        {"licenses.py": MIT},
        {"licence.html": MIT},
    ],
)
def test_a_licence_that_is_only_declared_is_no_licence_file(files: dict[str, str]) -> None:
    assert licence.detect(tree_of(files)) is None


# ------------------------------------------------------------------ hostile texts


@pytest.mark.parametrize(
    "text",
    [
        "\\begin{equation}" * 40_000, "$$" * 30_000 + "\\frac", '<math display="block">' * 20_000, "```math\n" * 50_000,
        ".. math::\n" * 40_000, "$$" + " " * 300_000 + "\\frac" + " " * 300_000 + "$$", "<table" * 60_000,
        "<table><tr>" + "<td>" * 100_000 + "</table>", "|" * 9_000 + "\n" + "|-" * 9_000, " " * 400_000 + "|", "-" * 400_000,
        "# " + "a" * 400_000, "# " + "-" * 200_000 + "a", "limitations\n===\n" * 6_000, "## Limits\n" * 8_000,
        "\n \n" * 100_000, "known issue " * 30_000, "=" * 200_000 + " " * 200_000, "Permission " * 40_000,
    ],
    ids=lambda text: f"{text[:12]!r}",
)  # fmt: skip
def test_hostile_documents_are_read_in_a_moment(text: str) -> None:
    begin = time.process_time()
    for path in ("README.md", "docs/a.rst", "docs/limitations.adoc", "LICENSE"):
        tree = tree_of({path: text})
        documents.detect(tree), results_tables.detect(tree), readme.detect(tree), licence.detect(tree)
    assert time.process_time() - begin < 20


def test_broken_tables_are_no_trouble() -> None:
    assert list(html_tables("<table><tr><td>a")) == []
    assert parse_rst("+--+\n| a\n\n==  ==\n").sections
    assert judged(table(1, [])) == judged(table(1, [["a"], []])) == (False, False)
