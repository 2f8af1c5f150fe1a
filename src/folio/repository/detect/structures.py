"""Data structures and concurrency in real use. Source: rubric, `data-structures-practice`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from folio.repository.code.elsewhere import matched, used
from folio.repository.code.tables import structures as tables
from folio.repository.code.usage import called, defined_like, one_each, own_module
from folio.repository.model import Place
from folio.repository.scan import File, Mark
from folio.repository.tree import Tree

CALLS = {
    "heapq": {"*": "heap"},
    "queue": {"PriorityQueue": "heap", "*": "queue"},
    "collections": {
        "deque": "deque",
        "OrderedDict": "ordered dict",
        "defaultdict": "multi dict",
        "Counter": "multi dict",
    },
    "bisect": {"*": "bisect"},
    "graphlib": {"*": "graph"},
    "networkx": {"*": "graph"},
    "igraph": {"*": "graph"},
    "functools": {"lru_cache": "memo", "cache": "memo", "cached_property": "memo"},
    "threading": {"*": "threads"},
    "multiprocessing": {"*": "processes"},
    "concurrent": {"ThreadPoolExecutor": "threads", "ProcessPoolExecutor": "processes"},
    "joblib": {"Parallel": "processes"},
    "asyncio": {"*": "async"},
    "anyio": {"*": "async"},
    "trio": {"*": "async"},
    "sortedcontainers": {"*": "ordered dict"},
}
OWN = {
    "graph": re.compile(
        r"(^|_)(di|multi|bipartite_)?graph$|(^|_)(dijkstra|a_star|topological_sort|breadth_first|depth_first|bfs|dfs)(_|$)"
    ),
    "tree": re.compile(
        r"(^|_)(trie|kd_tree|b_tree|binary_tree|search_tree|segment_tree|fenwick_tree|interval_tree|ball_tree|r_tree)(_|$)"
    ),
    "heap": re.compile(r"(^|_)(binary_heap|min_heap|max_heap|priority_queue)(_|$)"),
    "union-find": re.compile(r"(^|_)(union_find|disjoint_set)(_|$)"),
    "memo": re.compile(r"(^|_)(lru_cache|memoi[sz]ed?)(_|$)"),
    "linked list": re.compile(r"(^|_)linked_list(_|$)"),
    "bloom filter": re.compile(r"(^|_)bloom_filter(_|$)"),
    "ring buffer": re.compile(r"(^|_)(ring|circular)_buffer(_|$)"),
}
C_LIKE = ("c", "cc", "cpp", "cxx", "h", "hpp")
JAVASCRIPT = ("js", "jsx", "mjs", "cjs", "ts", "tsx", "vue", "svelte")
JVM = ("java", "kt", "scala")
SYNTAX: tuple[tuple[tuple[str, ...], dict[str, re.Pattern[str]]], ...] = (
    (
        ("go",),
        {
            "threads": re.compile(r"^[ \t]*go (?:func\b|\w[\w.]*\()", re.M),
            "channels": re.compile(r"\bmake\(chan\b|<-\s?chan\b"),
        },
    ),
    (("rs",), {"async": re.compile(r"\.await\b")}),
    (JAVASCRIPT, {"async": re.compile(r"\bawait\s+[\w(\[]"), "threads": re.compile(r"\bnew Worker\(")}),
    (JVM, {"threads": re.compile(r"\bnew Thread\(|\bsynchronized\s*[({]"), "async": re.compile(r"\bsuspend fun\b")}),
    (C_LIKE, {"async": re.compile(r"\bco_await\b"), "threads": re.compile(r"^[ \t]*#pragma omp parallel", re.M)}),
)
"""What is said by a word of the language, and by no library."""


def scan(file: File) -> Iterator[Mark]:
    """Structures that are used, and own ones that are defined."""
    yield from called(file, CALLS)
    for name, pattern in OWN.items():
        yield from defined_like(file, pattern, name, at_least=5)
    module = own_module(file)
    for one in module.definitions if module else ():
        if isinstance(one, ast.AsyncFunctionDef) and any(isinstance(node, ast.Await) for node in ast.walk(one)):
            yield Mark("async", one.lineno)
    yield from used(file, tables.STRUCTURES)
    for endings, syntax in SYNTAX:
        yield from matched(file, syntax, endings)


def detect(tree: Tree) -> tuple[Place, ...]:
    """The first place of each structure or technique in own code outside tests."""
    return one_each(tree.places("structures"))
