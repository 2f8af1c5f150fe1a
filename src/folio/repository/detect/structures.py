"""Data structures and concurrency in real use. Source: rubric, `data-structures-practice`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from folio.repository.model import Place
from folio.repository.scan import File, Mark
from folio.repository.tree import Tree
from folio.repository.usage import called, defined_like, matched, one_each, own_module

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
ELSEWHERE = {
    "heap": re.compile(r"container/heap|\bBinaryHeap::|\bnew PriorityQueue\b|std::priority_queue"),
    "ordered dict": re.compile(r"\bBTreeMap::|\bnew TreeMap\b|std::map<"),
    "deque": re.compile(r"\bVecDeque::|\bnew ArrayDeque\b|std::deque<"),
    "threads": re.compile(
        r"\bgo func\b|\bsync\.(WaitGroup|Mutex)\b|\bthread::spawn\b|\bExecutors\.|std::thread\b|\bnew Worker\("
    ),
    "async": re.compile(r"\basync (fn|function)\b|\bawait \w|\btokio::|CompletableFuture\."),
    "memo": re.compile(r"\buseMemo\(|\bsync\.Once\b|\bOnceCell\b|\bmemoise::"),
}


LANGUAGES = ("go", "rs", "java", "kt", "scala", "cpp", "cc", "hpp", "js", "jsx", "ts", "tsx", "r")


def scan(file: File) -> Iterator[Mark]:
    """Structures that are used, and own ones that are defined."""
    yield from called(file, CALLS)
    for name, pattern in OWN.items():
        yield from defined_like(file, pattern, name, at_least=5)
    module = own_module(file)
    for one in module.definitions if module else ():
        if isinstance(one, ast.AsyncFunctionDef) and any(isinstance(node, ast.Await) for node in ast.walk(one)):
            yield Mark("async", one.lineno)
    yield from matched(file, ELSEWHERE, LANGUAGES)


def detect(tree: Tree) -> tuple[Place, ...]:
    """The first place of each structure or technique in own code outside tests."""
    return one_each(tree.places("structures"))
