"""How data is pinned, so that the same run sees the same rows. Source: rubric, `data-provenance`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from folio.repository.classify import Kind
from folio.repository.code.chunks import rule, told
from folio.repository.code.python import Module
from folio.repository.code.rows import generates, writes
from folio.repository.code.usage import Table, called, one_each, own_module
from folio.repository.model import Place
from folio.repository.scan import File, Mark
from folio.repository.text import words
from folio.repository.tree import Tree

READY: Table = {
    "dvc": {"get_url": "dvc", "open": "dvc", "read": "dvc"},
    "deltalake": {"*": "delta"},
    "delta": {"*": "delta"},
    "pyiceberg": {"*": "iceberg"},
    "lakefs": {"*": "lakefs"},
    "lakefs_client": {"*": "lakefs"},
    "quilt3": {"*": "quilt"},
    "wandb": {"Artifact": "artifact", "use_artifact": "artifact"},
    "mlflow": {"log_input": "artifact", "from_pandas": "artifact"},
    "clearml": {"Dataset": "artifact"},
    "hopsworks": {"*": "artifact"},
    "datalad": {"*": "datalad"},
}
"""Libraries that keep versions of data."""
DIGESTS = words("sha256 sha512 sha1 md5 blake2b sha3_256 file_digest new")
DIGEST = re.compile(r"digest|hash|sha\d|md5|checksum")
SEEDS = words("default_rng RandomState seed manual_seed set_seed set_random_seed PRNGKey seed_everything Random")
SEEDED_WITH = words("random numpy torch tensorflow jax faker sklearn scipy sdv lightning pytorch_lightning keras")
ELSEWHERE = (
    rule("seed", "r", r"\bset\.seed\s*\(\s*\w", r"\b(rnorm|rpois|runif|rbinom|sample|rexp|rgamma|simulate\w*)\s*\("),
    rule("seed", "jl", r"\bRandom\.seed!\s*\(|\b(MersenneTwister|Xoshiro|StableRNG)\s*\(\s*\d", r"\brand(n|exp)?\s*\("),
    rule("checksums", "jl", r"\bregister\s*\(\s*DataDep\s*\("),
    rule("checksums", "r", r"\btools::md5sum\s*\(|\bdigest(::digest)?\s*\([^)\n]{0,80}file\s*=\s*TRUE"),
    rule("delta", "scala java", r"\.format\s*\(\s*\"(delta|iceberg)\"\s*\)"),
)
SUMS = re.compile(
    r"(^|/)((sha(1|256|512)|md5|b2)sums?(\.txt)?|checksums?(\.(txt|sha256|md5|json|ya?ml))?|[^/]+\.(sha256|sha512|md5)"
    r"|[^/]*registry\.txt)$",
    re.I,
)
LARGE = re.compile(
    r"^(?!\s*#)(\S*(?:\.(?:csv|tsv|parquet|jsonl?|zip|gz|npy|npz|h5|hdf5|pkl|pickle|feather|arrow|db|sqlite3?|xlsx?|txt"
    r"|tfrecords?|nc|wav|jpe?g|png|tif|bin)\b|data)\S*)\s[^\n]*\bfilter=lfs\b",
    re.M | re.I,
)
DVC_FILE = re.compile(r"^\s*-?\s*(md5|etag|checksum|hash|rev_lock):\s", re.M)
VERSIONED = re.compile(r"^\s+versioned:\s*true\b", re.M | re.I)


def scan(file: File) -> Iterator[Mark]:
    """Libraries that version data, digests that are compared, and seeds of what is drawn at random."""
    yield from called(file, READY)
    yield from told(file, ELSEWHERE)
    if module := own_module(file):
        yield from _digests(module)
        yield from _seeds(module)
        yield from _formats(module)


def detect(tree: Tree) -> tuple[Place, ...]:
    """The first place of each way."""
    return one_each(tree.places("data_tracking") + list(_files(tree)))


def _files(tree: Tree) -> Iterator[Place]:
    for path in tree.of_kind(Kind.SOURCE, Kind.DOCS, Kind.CONFIG, Kind.OTHER):
        name = path.rsplit("/", 1)[-1]
        if name == "dvc.lock" or (name.endswith(".dvc") and DVC_FILE.search(tree.read(path) or "")):
            yield Place(name="dvc", path=path)
        elif SUMS.search(path) and tree.kind(path) in (Kind.OTHER, Kind.CONFIG, Kind.DOCS):
            yield Place(name="checksums", path=path)
        elif name == ".gitattributes" and (match := LARGE.search(tree.read(path) or "")):
            yield Place(name="git lfs", path=path, line=(tree.read(path) or "").count("\n", 0, match.start()) + 1)
        elif name in ("catalog.yml", "catalog.yaml") and VERSIONED.search(tree.read(path) or ""):
            yield Place(name="versioned catalog", path=path)


def _digests(module: Module) -> Iterator[Mark]:
    """A digest of a file's bytes that is held against one that is known; pooch does both."""
    for call in module.calls if "pooch" in module.packages else ():
        if call.name.startswith("pooch.") and _given(call.node, "known_hash", "registry"):
            yield Mark("checksums", call.line)
    if "hashlib" not in module.packages:
        return
    read = any(
        call.last in ("read_bytes", "file_digest")
        or (call.last == "open" and any(isinstance(one, ast.Constant) and one.value == "rb" for one in call.node.args))
        for call in module.calls
    )
    digest = next((one for one in module.calls if one.name.startswith("hashlib.") and one.last in DIGESTS), None)
    if digest and read and any(_compares(one) for one in module.definitions if not isinstance(one, ast.ClassDef)):
        yield Mark("checksums", digest.line)


def _given(call: ast.Call, *names: str) -> bool:
    return any(
        one.arg in names and not (isinstance(one.value, ast.Constant) and one.value.value is None)
        for one in call.keywords
    )


def _compares(definition: ast.AST) -> bool:
    """Whether a digest is compared in it."""
    for node in ast.walk(definition):
        if isinstance(node, ast.Compare):
            for one in ast.walk(node):
                name = one.attr if isinstance(one, ast.Attribute) else one.id if isinstance(one, ast.Name) else ""
                if DIGEST.search(name.lower()):
                    return True
    return False


def _seeds(module: Module) -> Iterator[Mark]:
    """A seed that is given where rows are made and written; one for training pins no data."""
    if module.packages.isdisjoint(SEEDED_WITH):
        return
    stem = module.path.rsplit("/", 1)[-1].partition(".")[0]
    if not (generates(stem) or any(generates(one.name) for one in module.definitions)) or not writes(module):
        return
    for call in module.calls:
        given = call.last in SEEDS and (call.node.args or call.node.keywords)
        if given and (call.name.partition(".")[0] in SEEDED_WITH or call.last in ("seed", "seed_instance")):
            yield Mark("seed", call.line)
            return


def _formats(module: Module) -> Iterator[Mark]:
    if "pyspark" in module.packages:
        for call in module.calls:
            said = call.node.args[0] if call.last == "format" and call.node.args else None
            if isinstance(said, ast.Constant) and said.value in ("delta", "iceberg", "hudi"):
                yield Mark(str(said.value), call.line)
