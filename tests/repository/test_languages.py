"""What counts in languages other than Python, each beside something that only looks like it."""

from __future__ import annotations

import re
import time

import pytest
from tests.repository.build import tree_of

from folio.repository.code.languages.code import Code
from folio.repository.code.languages.definitions import definitions
from folio.repository.code.languages.lexical import FAMILIES, blanked
from folio.repository.detect import (
    algorithms,
    baselines,
    ci,
    configuration,
    dependencies,
    inference,
    metrics,
    monitoring,
    serving,
    structures,
    tests,
    toolchain,
    validation,
)


def names(places: object) -> list[str]:
    return [one.name for one in places]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("ending", "text", "code"),
    [
        ("js", "f('a(1)') // b(2)\n", "f('    ')        \n"),
        ("js", 'let r = /["\']/; g("x")', 'let r = /    /; g(" ")'),
        ("js", "a / b / c; h('q')", "a / b / c; h(' ')"),
        ("ts", "x = `a ${b(1)}` /* c(\n) */ + d", "x = `         `      \n     + d"),
        ("jsx", "<p>Don't</p>\nf(1)", "<p>Don'     \nf(1)"),
        ("rs", "fn f<'a>(x: &'a str) -> char { '\"' } // no", "fn f<'a>(x: &'a str) -> char { ' ' }      "),
        ("rs", 'let s = r#"a "b" c"#; t()', "let s = r          #; t()"),
        ("cpp", 'int a = 1\'000\'000; f("a\\"b"); // c', "int a = 1'000'000; f(\"    \");     "),
        ("cpp", 'auto s = R"x(foo " ))x"; t();', 'auto s = R            "; t();'),
        ("jl", "a = x' * y' # c\n#= d\n=# e", "a = x' * y'    \n    \n   e"),
        ("r", "x <- 'a\nb' # don't\ny", "x <- ' \n '        \ny"),
        ("sql", "select 'it''s' -- x\n/* join */ from b", "select '  '' '     \n           from b"),
        ("go", "x := `a\nb` // c\ny := 'a'", "x := ` \n `     \ny := ' '"),
        ("java", 'String s = """\n a " b\n"""; // x', 'String s = "  \n      \n  ";     '),
    ],
)
def test_comments_and_the_insides_of_strings_are_blanked(ending: str, text: str, code: str) -> None:
    found = blanked(text, ending)
    assert found.code == code
    assert len(found.plain) == len(text)
    assert found.plain.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    "text",
    [
        *('"' * 50_000, "'" * 50_000, "/*" * 50_000, "`" * 50_001, 'r#"' * 30_000, '"\\' * 50_000, 'R"a(' * 30_000),
        *("/[" * 50_000, "(" * 100_000, "kmeans(" * 15_000, "function kmeans " * 8_000, "def kmeans:\n " * 8_000),
        *("impl " * 20_000, "using A, " * 12_000, "assert(" * 15_000, "expect(x)." * 10_000),
        "{" * 50_000 + "t.Fail(" * 5_000,
    ],
    ids=range(17),
)
def test_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    start = time.process_time()
    for ending in sorted(set({family: ending for ending, family in FAMILIES.items()}.values())):
        code = Code(text, ending)
        assert code.words is not None
        assert code.packages is not None
        list(definitions(code, {"kmeans"}.__contains__))
        list(code.uses("kmeans"))
    for path in (
        "a_test.go",
        "a.test.ts",
        "tests/a.rs",
        "test/a.jl",
        "tests/a.cpp",
        "src/test/ATest.java",
        "tests/a.sql",
    ):
        tests.detect(tree_of({path: text}), ())
    assert time.process_time() - start < 30


LOOP = "    total = total + x * y / 2 - 1\n" * 9
KMEANS = {
    "R/km.R": "k_means <- function(x, k) {\n" + "  x <- x + 1\n" * 9 + "}\n",
    "src/km.jl": "function kmeans(x, k)\n" + "    x = x .+ 1\n" * 9 + "end\n",
    "src/km.cpp": "std::vector<int> k_means(const Matrix& x, int k) {\n" + "    x += 1;\n" * 9 + "}\n",
    "src/km.c": "static double k_means(const double *x, int k)\n{\n" + "    y = x[i] * 2.0;\n" * 9 + "}\n",
    "src/km.rs": "pub fn k_means(x: &Matrix, k: usize) -> Vec<usize> {\n" + "    x += 1;\n" * 9 + "}\n",
    "src/Km.java": "public class KMeans {\n" + "    int x = y + 1;\n" * 9 + "}\n",
    "src/Km.scala": "object KMeans {\n" + "  val x = y + 1\n" * 9 + "}\n",
    "src/Three.scala": "object KMeans:\n" + "  val x = y + 1\n" * 9 + "\nobject Other\n",
    "km.go": "func KMeans(x [][]float64, k int) []int {\n" + "\tx = x + 1\n" * 9 + "}\n",
    "parts.go": "type KMeans struct {\n\tK int\n}\n\nfunc (m *KMeans) Fit(x []float64) {\n"
    + "\tx = x + 1\n" * 9
    + "}\n",
    "parts.rs": "pub struct KMeans {\n    k: usize,\n}\n\nimpl KMeans {\n" + "    x += y * 2;\n" * 9 + "}\n",
    "parts.cpp": "class KMeans {\n  int k;\n};\n\nvoid KMeans::fit(int x) {\n" + "    x += y * 2;\n" * 9 + "}\n",
    "km.ts": "export function kMeans(x: number[][], k: number) {\n" + "  x = x + 1;\n" * 9 + "}\n",
    "arrow.js": "export const kMeans = (x, k) => {\n" + "  x = x + 1;\n" * 9 + "};\n",
    "km.kt": "class KMeans(val k: Int) {\n" + "    x = x + 1\n" * 9 + "}\n",
}


@pytest.mark.parametrize("path", KMEANS)
def test_an_algorithm_counts_when_its_body_computes(path: str) -> None:
    assert names(algorithms.detect(tree_of({path: KMEANS[path]}))) == ["k-means"]
    lines = KMEANS[path].split("\n")
    idle = "\n".join("  log.info(name);" if "+" in line or ("*" in line and "const" not in line and "func" not in line) else line
                     for line in lines)  # fmt: skip
    assert algorithms.detect(tree_of({path: idle})) == ()
    quoted = "\n".join(f'  s = "{line.strip()}";' for line in lines if '"' not in line)
    assert algorithms.detect(tree_of({path: quoted})) == ()


@pytest.mark.parametrize(
    ("path", "loads"),
    [
        ("R/km.R", "library(caret)\n"),
        ("R/km.R", "m <- glmnet::glmnet(x, y)\n"),
        ("src/km.jl", "using Clustering\n"),
        ("src/km.cpp", "#include <mlpack/core.hpp>\n"),
        ("src/km.rs", "use linfa_clustering::KMeans;\n"),
        ("src/Km.java", "import weka.clusterers.SimpleKMeans;\n"),
        ("src/Km.scala", "import org.apache.spark.ml.clustering.{KMeans => K}\n"),
        ("km.go", 'import "github.com/sjwhitworth/golearn/knn"\n'),
        ("km.ts", 'import { kmeans } from "ml-kmeans"\n'),
    ],
)
def test_a_file_that_loads_a_ready_one_has_no_algorithm_of_its_own(path: str, loads: str) -> None:
    assert algorithms.detect(tree_of({path: loads + KMEANS[path]})) == ()
    comment = "# " if path.endswith((".R", ".jl")) else "// "
    assert names(algorithms.detect(tree_of({path: comment + loads + KMEANS[path]}))) == ["k-means"]


def test_gradients_left_to_a_library_are_noted() -> None:
    mlp = KMEANS["src/km.jl"].replace("kmeans", "mlp")
    [place] = algorithms.detect(tree_of({"src/mlp.jl": f"using Flux\n{mlp}"}))
    assert (place.name, place.note) == ("neural network", "framework")


@pytest.mark.parametrize(
    ("detect", "path", "text", "found"),
    [
        (metrics, "a.R", "library(yardstick)\nrmse(d, a, b)\nmetric_set(mae, rsq)\n", ["mean absolute error", "mean squared error", "r2"]),
        (metrics, "a.R", "pROC::roc(a, b)\n", ["roc auc"]),
        (metrics, "a.R", "# yardstick::rmse(d)\nx <- 'yardstick::rmse(d)'\naccuracy(x)\n", []),
        (metrics, "a.jl", "using MLJ\nrms(a, b)\n", ["mean squared error"]),
        (metrics, "a.jl", "rms(a, b)\n", []),
        (metrics, "A.scala", "import org.apache.spark.ml.evaluation._\nval e = new RegressionEvaluator()\n", ["regression metrics"]),
        (metrics, "A.scala", "import org.apache.spark.ml.evaluation.RegressionEvaluator\nval e = 1\n", []),
        (metrics, "A.java", "import smile.validation.metric.*;\nclass A { double a = Accuracy.of(x, y); }\n", ["accuracy"]),
        (metrics, "a.rs", "use smartcore::metrics::{mean_squared_error, r2};\nfn f() { r2(&a, &b); }\n", ["r2"]),
        (metrics, "a.rs", "use smartcore::metrics::r2;\n#[cfg(test)]\nmod tests { fn f() { r2(&a, &b); } }\n", []),
        (metrics, "a.ts", "import * as tf from '@tensorflow/tfjs'\nm.compile({ metrics: ['accuracy'] })\n", ["accuracy"]),
        (metrics, "a.cpp", "#include <mlpack.hpp>\ndouble a = Accuracy::Evaluate(m, x, y);\n", ["accuracy"]),
        (metrics, "a.go", 'import "gonum.org/v1/gonum/stat"\n\nvar a = stat.RSquared(x, y, nil, 0, 1)\n', ["r2"]),
        (metrics, "a.go", "func rmse(a, b []float64) float64 {\n\treturn a[0] - b[0]\n}\n", []),
        (metrics, "a.go", "func rmse(a, b []float64) float64 {\n\treturn a[0] - b[0]\n}\nvar x = rmse(y, z)\n", ["mean squared error"]),
        (validation, "a.R", "library(rsample)\ns <- initial_split(d)\nf <- vfold_cv(d)\n", ["holdout", "k-fold"]),
        (validation, "a.R", 'trainControl(method = "repeatedcv")\n', ["cross-validation"]),
        (validation, "a.R", 'trainControl(method = "none")\n# vfold_cv(d)\n', []),
        (validation, "a.jl", "using MLJ\ne = evaluate!(m, resampling = CV(nfolds = 5))\n", ["k-fold"]),
        (validation, "a.jl", "CV(nfolds = 5)\n", []),
        (validation, "A.java", "import org.apache.spark.ml.tuning.CrossValidator;\nclass A { Object c = new CrossValidator(); }\n", ["cross-validation"]),
        (validation, "A.java", "import weka.classifiers.Evaluation;\nclass A { void f() { e.crossValidateModel(c, d, 10, r); } }\n", ["cross-validation"]),
        (validation, "a.rs", "use linfa::prelude::*;\nlet (train, valid) = data.split_with_ratio(0.8);\n", ["holdout"]),
        (validation, "a.cpp", "#include <mlpack.hpp>\nKFoldCV<SVM, Accuracy> cv(10, x, y);\n", ["k-fold"]),
        (validation, "a.js", 'import { kFold } from "ml-cross-validation"\nkFold(C, x, y)\n', ["k-fold"]),
        (validation, "a.js", 'import { kFold } from "ml-cross-validation"\n', []),
        (inference, "a.R", "# t.test(x)\nwilcox.test(x, y)\n", ["Wilcoxon test"]),
        (inference, "a.jl", "using HypothesisTests\npvalue(UnequalVarianceTTest(a, b))\n", ["p-value", "t-test"]),
        (inference, "a.jl", "using Turing\nchain = sample(model, NUTS(), 1000)\n", ["posterior"]),
        (inference, "a.jl", "sample(xs, 3)\n", []),
        (inference, "A.java", "import org.apache.commons.math3.stat.inference.TTest;\nclass A { double p = new TTest().tTest(a, b); }\n", ["t-test"]),
        (inference, "a.go", "func bootstrapMean(x []float64) float64 {\n\ta := 1\n\tb := rand.Intn(3)\n\treturn a\n}\nvar m = bootstrapMean(y)\n", ["bootstrap"]),
        (inference, "a.go", "func bootstrap(app App) {\n\tapp.Load()\n\tapp.Run()\n\treturn\n}\nvar m = bootstrap(y)\n", []),
        (baselines, "a.R", "library(forecast)\nsnaive(y)\n", ["naive forecast"]),
        (baselines, "A.java", "import weka.classifiers.rules.ZeroR;\nclass A { Object z = new ZeroR(); }\n", ["majority class"]),
        (baselines, "a.rs", "fn naive_forecast(x: &[f64]) -> f64 {\n    x[0]\n}\nfn main() {\n    naive_forecast(&y);\n}\n", ["naive_forecast"]),
        (baselines, "a.rs", "// naive_forecast(x)\nfn naive_forecast(x: &[f64]) -> f64 {\n    x[0]\n}\n", []),
    ],
)  # fmt: skip
def test_a_library_counts_where_it_is_called(detect: object, path: str, text: str, found: list[str]) -> None:
    assert names(detect.detect(tree_of({path: text}))) == found  # type: ignore[attr-defined]
    assert detect.detect(tree_of({f"tests/{path}": text})) == ()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("a.cpp", "#include <queue>\nstd::priority_queue<int> q;\n", ["heap"]),
        ("a.cpp", "// std::priority_queue<int> q;\nint queue;\n", []),
        ("a.cpp", "#include <thread>\nstd::thread t(work);\n", ["threads"]),
        ("a.c", "#include <pthread.h>\nvoid f() { pthread_create(&t, 0, g, 0); }\n", ["threads"]),
        ("a.go", 'import "container/heap"\n\nfunc f() { heap.Push(h, 1) }\n', ["heap"]),
        ("a.go", 'import "sync"\n\nvar mu sync.Mutex\n', ["threads"]),
        ("a.go", 'var s = "go func() {"\n', []),
        ("A.java", "import java.util.*;\nclass A { Queue<Integer> q = new PriorityQueue<>(); }\n", ["heap"]),
        ("A.java", "import java.util.PriorityQueue;\nclass A { }\n", []),
        (
            "A.java",
            "import java.util.concurrent.Executors;\nclass A { Object e = Executors.newFixedThreadPool(2); }\n",
            ["threads"],
        ),
        ("A.scala", "import scala.collection.mutable\nval q = mutable.PriorityQueue.empty[Int]\n", ["heap"]),
        ("A.scala", "import scala.concurrent.Future\nval f = Future { 1 }\n", ["async"]),
        ("a.rs", "use std::sync::Mutex;\nlet m = Mutex::new(1);\n", ["threads"]),
        ("a.rs", "use std::collections::BTreeMap;\n", []),
        ("a.ts", "async function f() { return await g() }\n", ["async"]),
        ("a.ts", "// await g()\nconst a = 'await g()'\n", []),
        ("a.jl", "using DataStructures\nq = PriorityQueue()\n", ["heap"]),
        ("a.jl", "Threads.@threads for i in 1:3\nend\n", ["threads"]),
        ("a.R", "library(igraph)\ng <- graph_from_data_frame(d)\n", ["graph"]),
        ("a.R", "x <- memoise::memoise(f)\n", ["memo"]),
        ("a.ts", "class Trie {\n  a = 1;\n  b = 2;\n  c = 3;\n  d = 4;\n}\nconst t = new Trie();\n", ["tree"]),
        ("a.ts", "class Trie {\n  a = 1;\n  b = 2;\n  c = 3;\n  d = 4;\n}\n", []),
    ],
)
def test_structures_count_where_they_are_used(path: str, text: str, found: list[str]) -> None:
    assert names(structures.detect(tree_of({path: text}))) == found


@pytest.mark.parametrize(
    ("path", "text", "found", "typed"),
    [
        ("a.ts", 'import express from "express"\nconst app = express()\n', ["express"], False),
        ("a.ts", 'import express from "express"\nimport { z } from "zod"\nconst app = express(); const S = z.object({})\n', ["express"], True),
        ("a.ts", "// const app = express()\n", [], False),
        ("a.go", 'import "net/http"\n\nfunc main() { http.ListenAndServe("", nil) }\n', ["net/http"], False),
        ("a.go", 'import "github.com/gin-gonic/gin"\n\ntype In struct {\n\tName string `json:"name"`\n}\nvar r = gin.Default()\n', ["gin"], True),
        ("a.go", 'var s = "http.ListenAndServe"\n', [], False),
        ("a.rs", 'use axum::{Json, Router};\nfn f() { Router::new(); }\n', ["axum"], False),
        ("a.rs", "use axum::{Json, Router};\nasync fn f(Json(x): Json<Order>) {}\nfn g() { Router::new(); }\n", ["axum"], True),
        ("A.java", "import org.springframework.web.bind.annotation.*;\n@RestController\nclass A { void f(@RequestBody Order o) {} }\n", ["spring"], True),
        ("A.java", "// @RestController\nclass A { }\n", [], False),
        ("A.scala", "import akka.http.scaladsl.Http\nval b = Http().newServerAt(h, 1).bind(r)\n", ["akka http"], False),
        ("a.R", "#* @get /predict\nfunction(x) x\n", ["plumber"], False),
        ("a.R", "# shinyApp(ui, server)\n", [], False),
        ("a.jl", 'using HTTP\nHTTP.serve(f, "0.0.0.0", 80)\n', ["http.jl"], False),
        ("a.cpp", "#include <httplib.h>\nhttplib::Server server;\n", ["cpp-httplib"], False),
        ("app/api/x/route.ts", "export async function GET(r: Request) { return Response.json({}) }\n", ["next"], False),
        ("lib/route.ts", "export async function GET(r: Request) { return r }\n", [], False),
    ],
)  # fmt: skip
def test_an_interface_counts_when_it_is_made(path: str, text: str, found: list[str], typed: bool) -> None:
    seen = serving.detect(tree_of({path: text}))
    assert (names(seen.interfaces), seen.typed) == (found, typed)


@pytest.mark.parametrize(
    ("files", "commands"),
    [
        ({"cmd/shop/main.go": "package main\n\nfunc main() {}\n"}, ("shop",)),
        ({"shop/main.go": 'package main\n\nimport "flag"\n\nfunc main() { flag.Parse() }\n'}, ("shop",)),
        ({"shop/main.go": "package main\n\nfunc main() { }\n"}, ()),
        ({"Cargo.toml": '[package]\nname = "shop"\n', "src/main.rs": "fn main() {}\n", "src/bin/sell.rs": "fn main() {}\n"}, ("sell", "shop")),
        ({"Cargo.toml": '[package]\nname = "shop"\n', "src/lib.rs": "\n"}, ()),
        ({"package.json": '{"name": "@me/buy", "bin": {"buy": "x.js"}}'}, ("buy",)),
        ({"DESCRIPTION": "Package: shop\n", "exec/shop": "#!/usr/bin/env Rscript\n1\n"}, ("shop",)),
        ({"exec/shop": "#!/usr/bin/env Rscript\n1\n"}, ()),
        ({"CMakeLists.txt": "add_executable(shop main.cpp)\ninstall(TARGETS shop)\n"}, ("shop",)),
        ({"CMakeLists.txt": "add_executable(shop main.cpp)\n"}, ()),
        ({"Shop.java": "import picocli.CommandLine.Command;\n@Command\nclass Shop { public static void main(String[] a) {} }\n"}, ("Shop",)),
        ({"Shop.java": "class Shop { public static void main(String[] a) {} }\n"}, ()),
        ({"pyproject.toml": "[project.gui-scripts]\nshop = 'a:b'\n"}, ("shop",)),
    ],
)  # fmt: skip
def test_a_command_is_one_that_is_installed(files: dict[str, str], commands: tuple[str, ...]) -> None:
    assert serving.detect(tree_of(files)).command_line == commands


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("a.go", 'import "log/slog"\n\nfunc f() { slog.Info("x") }\n', ["structured logging"]),
        ("a.go", 'import "log"\n\nfunc f() { log.Println("slog.Info") }\n', []),
        ("a.rs", "use tracing::info;\nfn f() { info!(id = 1); }\n", ["structured logging"]),
        ("A.java", "import io.micrometer.core.instrument.Counter;\nclass A { Object c = Counter.builder(n); }\n", ["metrics"]),
        ("A.java", "class A { Logger l = LoggerFactory.getLogger(A.class); }\n", []),
        ("a.ts", 'import pino from "pino"\nconst log = pino()\n', ["structured logging"]),
        ("a.ts", 'import * as Sentry from "@sentry/node"\nSentry.init({})\n', ["error reporting"]),
        ("a.ts", 'app.get("/healthz", ok)\n', ["health endpoint"]),
        ("a.ts", '// app.get("/healthz", ok)\n', []),
        ("a.R", "library(logger)\nlog_info('x')\n", ["structured logging"]),
        ("a.R", "#* @get /health\nfunction() 1\n", ["health endpoint"]),
        ("a.cpp", "#include <spdlog/spdlog.h>\nvoid f() { spdlog::info(1); }\n", ["structured logging"]),
        ("main.tf", 'resource "aws_cloudwatch_metric_alarm" "a" {}\n', ["alert rule"]),
        ("src/main/resources/logback.xml", "<encoder class='net.logstash.logback.encoder.LogstashEncoder'/>\n", ["structured logging"]),
        ("pom.xml", "<artifactId>spring-boot-starter-actuator</artifactId>\n", ["health endpoint"]),
        ("pom.xml", "<artifactId>spring-boot-starter-web</artifactId>\n", []),
    ],
)  # fmt: skip
def test_signals_count_where_they_are_given(path: str, text: str, found: list[str]) -> None:
    assert names(monitoring.detect(tree_of({path: text}))) == found


SOURCES = {
    "src/cart.ts": "export const total = 1\n", "go.mod": "module example.org/shop\n", "cart/cart.go": "package cart\n",
    "Cargo.toml": '[package]\nname = "shop"\n', "src/lib.rs": "pub fn total() {}\n", "DESCRIPTION": "Package: shop\n",
    "R/cart.R": "total <- 1\n", "Project.toml": 'name = "Shop"\n', "src/Shop.jl": "module Shop\nend\n",
    "src/main/java/Cart.java": "package org.shop;\nclass Cart { }\n", "include/shop/cart.hpp": "int total();\n",
    "src/cart.c": "int total() { return 1; }\n", "src/cart.h": "int total();\n", "db/cart.sql": "create table cart (a int);\n",
}  # fmt: skip
"""One project in ten languages."""


@pytest.mark.parametrize(
    ("path", "text", "counted"),
    [
        ("src/cart.test.ts", 'import { total } from "./cart"\ntest("x", () => {\n  expect(total).toBe(1)\n  expect(true).toBe(true)\n})\n', 1),
        ("src/cart.test.ts", 'import { total } from "./cart"\nexpect(total)\nexpect("a").toBe("a")\nexpect(x).toBe(x)\n// expect(total).toBe(2)\n', 0),
        ("src/cart.test.ts", 'import { z } from "zod"\nexpect(z.a()).toBe(1)\n', 0),
        ("src/cart.test.ts", 'import { total } from "./missing"\nexpect(total).toBe(1)\n', 0),
        ("src/cart.test.ts", 'import { total } from "@/cart"\nexpect(total)\n  .not.toBe(1)\n', 1),
        ("cart/cart_test.go", "package cart\n\nfunc TestA(t *testing.T) {\n\tif Total() != 1 {\n\t\tt.Errorf(x)\n\t}\n\tassert.Equal(t, 1, Total())\n}\n", 2),
        ("cart/cart_test.go", "package cart\n\nfunc TestA(t *testing.T) {\n\tt.Errorf(x)\n\tif true {\n\t\tt.Fail()\n\t}\n\tassert.True(t, true)\n}\n", 0),
        ("it/cart_test.go", 'package it\n\nimport "example.org/shop/cart"\n\nfunc TestA(t *testing.T) {\n\trequire.Equal(t, 1, cart.Total())\n}\n', 1),
        ("it/cart_test.go", 'package it\n\nimport "github.com/other/cart"\n\nfunc TestA(t *testing.T) {\n\trequire.Equal(t, 1, cart.Total())\n}\n', 0),
        ("tests/cart.rs", "use shop::total;\n#[test]\nfn t() {\n    assert_eq!(total(1), 1);\n    assert!(true);\n    assert_eq!(2 + 2, 4);\n}\n", 1),
        ("tests/cart.rs", "use serde::total;\n#[test]\nfn t() {\n    assert_eq!(total(1), 1);\n}\n", 0),
        ("src/own.rs", "fn total() {}\n#[cfg(test)]\nmod tests {\n    use super::*;\n    #[test]\n    fn t() { assert_eq!(total(), 1); }\n}\n", 1),
        ("src/own.rs", "fn total() { assert!(x > 1); }\n", 0),
        ("tests/testthat/test-cart.R", "test_that('x', {\n  expect_equal(total(1), 1)\n  expect_true(TRUE)\n})\n", 1),
        ("tests/other.R", "library(dplyr)\nexpect_equal(total(1), 1)\n", 0),
        ("test/runtests.jl", "using Shop\n@test total(1) == 1\n@test true\n", 1),
        ("test/runtests.jl", "using Other\n@test total(1) == 1\n", 0),
        ("src/test/java/CartTest.java", "package org.shop;\nclass CartTest { void t() { assertEquals(1, cart.total()); assertTrue(true); } }\n", 1),
        ("src/test/java/CartTest.java", "package it;\nimport org.shop.Cart;\nclass CartTest { void t() { assertThat(cart.total()).isEqualTo(1); } }\n", 1),
        ("src/test/java/CartTest.java", "package it;\nclass CartTest { void t() { assertEquals(1, cart.total()); } }\n", 0),
        ("src/test/scala/CartSpec.scala", "package org.shop\nclass CartSpec { total(1) shouldBe 2\n  1 shouldBe 1\n}\n", 1),
        ("src/test/scala/CartSuite.scala", "package org.shop\nclass CartSuite { test(n) { assert(total == 1) } }\n", 1),
        ("tests/cart_test.cpp", "#include <gtest/gtest.h>\n#include <shop/cart.hpp>\nTEST(A, B) {\n  EXPECT_EQ(total(), 1);\n  EXPECT_TRUE(true);\n}\n", 1),
        ("tests/cart_test.cpp", "#include <catch2/catch.hpp>\n#include \"shop/cart.hpp\"\nTEST_CASE() { REQUIRE(total() == 1); CHECK(1 == 1); }\n", 1),
        ("tests/cart_test.cpp", "#include <boost/test/unit_test.hpp>\n#include \"shop/cart.hpp\"\nBOOST_AUTO_TEST_CASE(a) { BOOST_CHECK_EQUAL(total(), 1); }\n", 1),
        ("tests/cart_test.cpp", "#include <gtest/gtest.h>\n#include <other.hpp>\nTEST(A, B) { EXPECT_EQ(total(), 1); }\n", 0),
        ("tests/test_cart.c", '#include "unity.h"\n#include "../src/cart.h"\nvoid t(void) { TEST_ASSERT_EQUAL_INT(1, total()); }\n', 1),
        ("tests/test_cart.c", '#include <cmocka.h>\n#include "cart.h"\nvoid t(void **s) { assert_int_equal(total(), 1); }\n', 1),
        ("tests/test_cart.c", '#include <check.h>\n#include "cart.h"\nSTART_TEST(a) { ck_assert_int_eq(total(), 1); }\n', 1),
        ("tests/cart.sql", "select plan(1);\nselect has_table('cart');\nselect is(total(1), 2, 'x');\n", 2),
        ("tests/cart.sql", "select is(1, 1);\n", 0),
    ],
)  # fmt: skip
def test_an_assertion_counts_when_it_can_fail_and_uses_the_project(path: str, text: str, counted: int) -> None:
    found = tests.detect(tree_of(SOURCES | {path: text}), ())
    assert (found.assertions, found.imports_project) == (counted, counted > 0)


def test_a_file_of_tests_that_is_copied_adds_nothing() -> None:
    text = 'import { total } from "./cart"\nexpect(total).toBe(1)\nexpect(total).toBe(2)\n'
    found = tests.detect(tree_of(SOURCES | {"src/a.test.ts": text, "src/b.test.ts": text}), ())
    assert (found.files, found.assertions) == (2, 2)


def test_dbt_tests_its_models() -> None:
    schema = "models:\n- name: cart\n  columns:\n  - name: a\n    tests: [unique, not_null]\n- name: other\n  tests: [unique]\n"
    files = {"dbt_project.yml": "name: shop\n", "models/cart.sql": "select a from b\n", "models/schema.yml": schema}
    one = {"tests/no_debts.sql": "select a from {{ ref('cart') }} where a < 0\n"}
    found = tests.detect(tree_of(files | one), ())
    assert (found.assertions, found.runners) == (3, ("dbt test",))
    del files["dbt_project.yml"]
    assert tests.detect(tree_of(files), ()).assertions == 0


CLOSE = {
    "tests/testthat/test-km.R": ("expect_equal(k_means(x, 2), y, tolerance = 1e-6)\n", "expect_equal(k_means(x, 2), y)\n"),
    "test/runtests.jl": ("using Shop\n@test kmeans(x, 2) ≈ y\n", "using Shop\n@test kmeans(x, 2) == y\n"),
    "test/atol.jl": ("using Shop\n@test isapprox(kmeans(x, 2), y; atol = 1)\n", "using Shop\n@test kmeans(x, 2) > y\n"),
    "km_test.go": ("package km\n\nfunc T(t *testing.T) {\n\tif math.Abs(KMeans(x)-y) > 1e-6 {\n\t\tt.Fail()\n\t}\n}\n",
                   "package km\n\nfunc T(t *testing.T) {\n\tif KMeans(x) != y {\n\t\tt.Fail()\n\t}\n}\n"),
    "delta_test.go": ("package km\n\nfunc T(t *testing.T) {\n\tassert.InDelta(t, y, KMeans(x), 0.1)\n}\n",
                      "package km\n\nfunc T(t *testing.T) {\n\tassert.Equal(t, y, KMeans(x))\n}\n"),
    "tests/km.rs": ("use shop::k_means;\nfn t() { assert_relative_eq!(k_means(x), y); }\n", "use shop::k_means;\nfn t() { assert_eq!(k_means(x), y); }\n"),
    "tests/abs.rs": ("use shop::k_means;\nfn t() { assert!((k_means(x) - y).abs() < 1e-6); }\n", "use shop::k_means;\nfn t() { assert!(k_means(x) < y); }\n"),
    "src/test/java/KmTest.java": ("package shop;\nclass KmTest { void t() { assertEquals(1.0, new KMeans().fit(x), 1e-6); } }\n",
                                  "package shop;\nclass KmTest { void t() { assertEquals(1.0, new KMeans().fit(x)); } }\n"),
    "src/test/scala/KmSpec.scala": ("package shop\nclass KmSpec { KMeans.fit(x) shouldBe 1.0 +- 1e-6\n}\n", "package shop\nclass KmSpec { KMeans.fit(x) shouldBe 1.0\n}\n"),
    "tests/km_test.cpp": ('#include "km.hpp"\nTEST(A, B) { EXPECT_NEAR(k_means(x), y, 1e-6); }\n', '#include "km.hpp"\nTEST(A, B) { EXPECT_EQ(k_means(x), y); }\n'),
    "tests/catch_test.cpp": ('#include "km.hpp"\nTEST_CASE() { REQUIRE(k_means(x) == Approx(y)); }\n', '#include "km.hpp"\nTEST_CASE() { REQUIRE(k_means(x) == y); }\n'),
    "km.test.ts": ('import { kMeans } from "./km"\nexpect(kMeans(x)).toBeCloseTo(1)\n', 'import { kMeans } from "./km"\nexpect(kMeans(x)).toBe(1)\n'),
}  # fmt: skip


@pytest.mark.parametrize("path", CLOSE)
def test_a_check_within_a_tolerance_names_the_algorithm(path: str) -> None:
    files = {"DESCRIPTION": "Package: shop\n", "Project.toml": 'name = "Shop"\n', "Cargo.toml": '[package]\nname = "shop"\n',
             "src/km.hpp": "int k_means();\n", "src/Km.java": "package shop;\n" + KMEANS["src/Km.java"]}  # fmt: skip
    files |= {one: KMEANS[one] for one in ("R/km.R", "src/km.jl", "km.go", "km.ts")}
    close, exact = CLOSE[path]

    def checked(text: str) -> list[str]:
        tree = tree_of(files | {path: text})
        return names(tests.detect(tree, algorithms.detect(tree)).checked_against_reference)

    assert checked(close) == ["k-means"]
    assert checked(exact) == []
    others = close
    for name in ("k_means", "kmeans", "KMeans", "kMeans"):
        others = re.sub(rf"\b{name}\b", "total", others)
    assert checked(others) == []


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("a.R", "x <- Sys.getenv('A')\n", ["Sys.getenv"]),
        ("a.R", "# Sys.getenv('A')\n", []),
        ("a.jl", 'x = ENV["A"]\n', ["ENV"]),
        ("a.cpp", 'auto x = std::getenv("A");\n', ["getenv"]),
        ("a.rs", 'let x = env::var("A");\n', ["env::var"]),
        ("A.java", 'class A { String x = System.getenv("A"); }\n', ["System.getenv"]),
        ("A.java", 'class A { @Value("${A}") String x; }\n', ["@Value"]),
        ("A.scala", 'val x = sys.env("A")\n', ["sys.env"]),
        ("a.ts", "const s = 'process.env.A'\n", []),
    ],
)
def test_settings_are_found_where_they_are_read(path: str, text: str, found: list[str]) -> None:
    assert names(configuration.detect(tree_of({path: text})).reads_environment) == found


def test_a_table_of_variables_stands_for_an_example_file() -> None:
    code = {
        "a.py": "import os\nos.environ['SHOP_URL']\nos.getenv('SHOP_KEY')\n",
        "b.go": 'var x = os.Getenv("SHOP_PORT")\n',
    }
    table = "| Variable | Meaning |\n|---|---|\n| `SHOP_URL` | where |\n| `SHOP_KEY` | what |\n"
    assert configuration.detect(tree_of(code | {"README.md": table})).example_file == "README.md"
    assert (
        configuration.detect(tree_of(code | {"docs/settings.md": "- `SHOP_URL`: a\n- `SHOP_PORT`: b\n"})).example_file
        == "docs/settings.md"
    )
    assert configuration.detect(tree_of(code | {"README.md": "| `SHOP_URL` | where |\n"})).example_file is None
    assert configuration.detect(tree_of(code | {"README.md": "Set SHOP_URL and SHOP_KEY.\n"})).example_file is None
    assert configuration.detect(tree_of({"README.md": table})).example_file is None


@pytest.mark.parametrize(
    ("files", "manifests", "locks", "pins"),
    [
        ({"Cargo.toml": '[dependencies]\na = "=1.2.3"\nb = "1"\n', "Cargo.lock": "x"}, 1, 1, 1),
        ({"go.mod": "module a\n", "go.sum": "x"}, 1, 1, 0),
        ({"DESCRIPTION": "Package: a\nImports: b (== 1.2), c (>= 1)\n", "renv.lock": "{}"}, 1, 1, 1),
        ({"Project.toml": '[deps]\nA = "x"\n[compat]\nA = "=1.2"\n', "Manifest.toml": "x"}, 1, 1, 1),
        ({"package.json": '{"dependencies": {"a": "1.2.3"}}', "pnpm-lock.yaml": "x"}, 1, 1, 1),
        ({"deno.json": '{"imports": {"a": "jsr:a@1"}}', "deno.lock": "{}"}, 1, 1, 0),
        ({"deno.json": '{"fmt": {}}'}, 0, 0, 0),
        ({"pom.xml": "<dependency><artifactId>a</artifactId>\n<version>1.2</version></dependency><artifactId>b</artifactId><version>${v}</version>\n"}, 1, 0, 1),
        ({"build.gradle.kts": 'dependencies { implementation("a:b:1.2") }\n', "gradle.lockfile": "x", "gradle/verification-metadata.xml": "x"}, 1, 2, 1),
        ({"build.sbt": 'libraryDependencies += "a" %% "b" % "1.2.3"\n'}, 1, 0, 1),
        ({"conanfile.txt": "[requires]\nfmt/10.1.0\n", "conan.lock": "{}"}, 1, 1, 1),
        ({"vcpkg.json": '{"dependencies": ["fmt"], "builtin-baseline": "' + "a" * 40 + '"}'}, 1, 1, 1),
        ({"vcpkg.json": '{"dependencies": ["fmt"]}'}, 1, 0, 0),
        ({"CMakeLists.txt": "FetchContent_Declare(fmt GIT_TAG 10.1.0)\n"}, 1, 0, 1),
        ({"CMakeLists.txt": "add_executable(a a.cpp)\n"}, 0, 0, 0),
        ({"Gemfile": "gem 'a', '1.2'\ngem 'b', '~> 1'\n", "Gemfile.lock": "x"}, 1, 1, 1),
        ({"mix.exs": "x", "mix.lock": "x"}, 1, 1, 0),
        ({"composer.json": "{}", "composer.lock": "{}"}, 1, 1, 0),
        ({"packages.yml": "packages:\n- package: a/b\n  version: 1.2.3\n- package: c/d\n  version: ['>=1']\n"}, 1, 0, 1),
    ],
)  # fmt: skip
def test_every_language_declares_and_locks_in_its_own_way(
    files: dict[str, str], manifests: int, locks: int, pins: int
) -> None:
    found = dependencies.detect(tree_of(files))
    assert (len(found.manifests), len(found.locks), found.exact_pins) == (manifests, locks, pins)


@pytest.mark.parametrize(
    ("files", "linters", "formatters", "types", "enforced"),
    [
        ({"eslint.config.js": "x", ".prettierrc": "{}", "tsconfig.json": "{}"}, ("eslint",), ("prettier",), ("typescript",), False),
        ({"biome.json": "{}"}, ("biome",), ("biome",), (), False),
        ({".golangci.yml": "x: 1", "go.mod": "module a\n", "a.go": "package a\n"}, ("golangci-lint",), (), ("go",), False),
        ({"go.mod": "module a\n"}, (), (), (), False),
        ({"Cargo.toml": "[package]\nname = 'a'\n[lints.clippy]\n", "rustfmt.toml": "x", "a.rs": "x"}, ("clippy",), ("rustfmt",), ("rustc",), False),
        ({".lintr": "x", "air.toml": "x"}, ("lintr",), ("air",), (), False),
        ({".JuliaFormatter.toml": "x", "test/runtests.jl": "using JET\nusing Aqua\n"}, ("Aqua",), ("JuliaFormatter",), ("JET",), False),
        ({"pom.xml": "<artifactId>spotless-maven-plugin</artifactId><artifactId>error_prone_core</artifactId>", "A.java": "class A {}"},
         ("error prone",), ("spotless",), ("javac",), False),
        ({".scalafmt.conf": "x", ".scalafix.conf": "x", "build.sbt": "x", "A.scala": "object A"}, ("scalafix",), ("scalafmt",), ("scalac",), False),
        ({".clang-tidy": "x", ".clang-format": "x", "CMakeLists.txt": "x", "a.cpp": "int a;"}, ("clang-tidy",), ("clang-format",), ("c++",), False),
        ({".sqlfluff": "x"}, ("sqlfluff",), (), (), False),
        ({"lefthook.yml": "pre-commit:\n  commands:\n    a:\n      run: npx eslint .\n"}, (), (), (), True),
        ({"lefthook.yml": "pre-commit:\n  commands:\n    a:\n      run: echo eslint\n"}, (), (), (), False),
        ({".husky/pre-commit": "npx lint-staged\n", "package.json": '{"lint-staged": {"*.ts": "eslint"}}'}, (), (), (), True),
        ({".husky/pre-commit": "npm test\n", "package.json": "{}"}, (), (), (), False),
        ({".pre-commit-config.yaml": "repos:\n- repo: x\n  hooks:\n  - id: clang-format\n"}, (), ("clang-format",), (), True),
        ({"README.md": "eslint prettier mypy\n", "a.js": "// eslint-disable\n"}, (), (), (), False),
    ],
)  # fmt: skip
def test_tools_of_every_language_count_when_they_are_configured(
    files: dict[str, str], linters: tuple[str, ...], formatters: tuple[str, ...], types: tuple[str, ...], enforced: bool
) -> None:
    tree = tree_of(files)
    found = toolchain.detect(tree, ci.detect(tree))
    assert (found.linters, found.formatters, found.type_checkers, found.enforced) == (
        linters,
        formatters,
        types,
        enforced,
    )
