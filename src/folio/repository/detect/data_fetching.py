"""Scripts that fetch the data or make it. Source: rubric, `data-provenance`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from folio.repository.classify import Kind, ending
from folio.repository.code.chunks import rule, told
from folio.repository.code.python import Call, Module
from folio.repository.code.rows import draws, generates, writes
from folio.repository.code.usage import Table, called, one_each, own_module
from folio.repository.model import Place
from folio.repository.scan import File, Mark, key
from folio.repository.text import words
from folio.repository.tree import Tree

FETCH, GENERATE, WRITES = "fetch", "generate", "writes"
READY: Table = {
    "pooch": {"retrieve": FETCH, "create": FETCH},
    "kaggle": {"*": FETCH},
    "kagglehub": {"*": FETCH},
    "opendatasets": {"download": FETCH},
    "gdown": {"*": FETCH},
    "wget": {"download": FETCH},
    "datasets": {"load_dataset": FETCH},
    "huggingface_hub": {"hf_hub_download": FETCH, "snapshot_download": FETCH},
    "tensorflow_datasets": {"load": FETCH, "download_and_prepare": FETCH},
    "ucimlrepo": {"fetch_ucirepo": FETCH},
    "openml": {"get_dataset": FETCH},
    "yfinance": {"download": FETCH, "Ticker": FETCH},
    "pandas_datareader": {"*": FETCH},
    "cdsapi": {"Client": FETCH},
    "osmnx": {"*": FETCH},
    "meteostat": {"*": FETCH},
    "sdmx": {"*": FETCH},
    "wbgapi": {"*": FETCH},
    "eurostat": {"*": FETCH},
    "statsmodels": {"get_rdataset": FETCH},
    "urllib": {"urlretrieve": FETCH},
    "seaborn": {"load_dataset": FETCH},
    "vega_datasets": {"*": FETCH},
    "torchtext": {"*": FETCH},
}
"""Package -> call that brings data here by itself. Add a source here."""
ASKED_WITH = words("requests httpx urllib urllib3 aiohttp boto3 google azure sqlalchemy psycopg psycopg2 duckdb sqlite3"
                   " pyodbc snowflake pymysql ftplib paramiko s3fs gcsfs fsspec scrapy bs4 pandas polars")  # fmt: skip
ASKS = {
    "requests": words("get post Session request"), "httpx": words("get post stream Client AsyncClient"),
    "urllib": words("urlopen"), "aiohttp": words("ClientSession"), "ftplib": words("FTP"),
    "pandas": words("read_sql read_sql_query read_gbq read_html"), "polars": words("read_database read_database_uri"),
    "fsspec": words("open filesystem"), "scrapy": words("Request"),
}  # fmt: skip
"""Calls that bring something, which is data where the same module writes it down."""
METHODS = words("download_file download_fileobj download_to_filename download_blob fetch_df fetchall_arrow")
BY_ADDRESS = words("read_csv read_json read_parquet read_excel scan_parquet scan_csv read_table")
MAKES = r"(\w{0,30}_)?(simulate|generate|synth)\w{0,30}"
ELSEWHERE = (
    rule(FETCH, "r", r"\bdownload\.file\s*\(|\bread(_csv|\.csv|_tsv)?\s*\(\s*[\"']https?://|\bcurl_download\s*\("),
    rule(FETCH, "r", r"\bdbGetQuery\s*\(", r"\bwrite(_csv|\.csv|_parquet|RDS|_rds)\s*\(|\bsaveRDS\s*\("),
    rule(FETCH, "jl", r"\bDownloads\.download\s*\(|(?<![\w.])download\s*\(\s*\"https?:|\bDataDep\s*\("),
    rule(FETCH, "sql", r"(?i)^\s*copy\s*\([\s\S]{1,3000}?\)\s*to\s+'"),
    rule(GENERATE, "r", rf"(?:^|<-)\s*{MAKES}\s*\(", r"\bwrite(_csv|\.csv|_parquet|RDS|_rds)\s*\("),
    rule(GENERATE, "jl", rf"(?:^|=)\s*{MAKES}!?\s*\(", r"\bCSV\.write\s*\("),
)
RECIPES = re.compile(
    r"(^|/)((gnu)?makefile|justfile|taskfile\.ya?ml|dvc\.yaml|snakefile)$|\.(sh|bash|mk|just|smk)$", re.I
)
DATA = r"(\.(csv|tsv|parquet|jsonl?|geojson|xlsx?|xml|nc|db|sqlite3?|h5|hdf5|npz|shp|gpkg)\b|\bdata(sets?)?/|\bdataset)"
LINE = re.compile(r"^(?!\s*(#|//)).*\b(curl|wget|aria2c)\b[^|\n]*https?://", re.I)
PIPED = re.compile(r"\|\s*(sudo\s+)?(ba|z)?sh\b")
ABOUT_DATA = re.compile(DATA, re.I)
TOOL = re.compile(
    r"^(?!\s*(#|//)).*\b(kaggle\s+(datasets|competitions)\s+download|gdown\s+\S|dvc\s+(pull|get|import|import-url)\b"
    r"|aws\s+s3\s+(cp|sync)\s+s3://|gsutil\s+(-m\s+)?(cp|rsync)\s+(-r\s+)?gs://|(hf|huggingface-cli)\s+download\s"
    r"|git\s+lfs\s+pull|bq\s+extract\b|datalad\s+get\b)",
    re.I,
)


def scan(file: File) -> Iterator[Mark]:
    """Calls that bring data, own functions that make it, and modules that write rows."""
    yield from called(file, READY)
    yield from told(file, ELSEWHERE)
    if module := own_module(file):
        written = writes(module)
        if written:
            yield Mark(WRITES)
        yield from _asked(module, written)
        for one in module.definitions:
            if generates(one.name) and draws(one):
                yield Mark(GENERATE, one.lineno, keys=(key(one.name),))


def detect(tree: Tree) -> tuple[Place, ...]:
    """The first script that fetches and the first that makes data; a function that makes it counts where it is called.

    Either the module that defines it or the one that calls it has to write rows: a draw that is only printed is none.
    """
    writers = {path for path, mark in tree.marks("data_fetching") if mark.name == WRITES}
    found = list(_recipes(tree))
    for path, mark in tree.marks("data_fetching"):
        if mark.name == GENERATE and mark.keys:
            calls = [call for one in mark.keys for call in tree.called(one)]
            found += [Place(name=GENERATE, path=where, line=line) for where, line in calls if {where, path} & writers]
        elif mark.name != WRITES:
            found.append(Place(name=mark.name, path=path, line=mark.line))
    return one_each(found)


def _asked(module: Module, written: bool) -> Iterator[Mark]:
    if module.packages.isdisjoint(ASKED_WITH) and "sklearn" not in module.packages:
        return
    for call in module.calls:
        head = call.name.partition(".")[0]
        if (
            (head == "sklearn" and call.last.startswith("fetch_"))
            or (head in ("pandas", "polars") and call.last in BY_ADDRESS and _is_address(call))
            or (written and call.last in ASKS.get(head, ()))
            or (not head and call.last in METHODS)
        ):
            yield Mark(FETCH, call.line)
            return


def _is_address(call: Call) -> bool:
    first = call.node.args[0] if call.node.args else None
    if isinstance(first, ast.JoinedStr):
        first = first.values[0] if first.values else None
    return isinstance(first, ast.Constant) and str(first.value).startswith(("https://", "http://", "s3://", "gs://"))


def _recipes(tree: Tree) -> Iterator[Place]:
    """Lines of shell in scripts and task files; what is piped into a shell installs something."""
    for path in tree.of_kind(Kind.SOURCE, Kind.CONFIG):
        if not RECIPES.search(path) or ending(path) == "sql":
            continue
        for number, line in _lines(tree.read(path) or ""):
            if len(line) < 2000 and (
                TOOL.match(line) or (LINE.match(line) and ABOUT_DATA.search(line) and not PIPED.search(line))
            ):
                yield Place(name=FETCH, path=path, line=number)
                break


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a script, those that go on put together."""
    begun: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        begun.append(line.removesuffix("\\"))
        if not line.endswith("\\"):
            yield number - len(begun) + 1, " ".join(begun)
            begun = []
