"""Code that makes rows of data out of nothing, and code that writes rows down."""

from __future__ import annotations

import ast
import re

from folio.repository.code.python import Call, Definition, Module, snake_case
from folio.repository.text import words

GENERATES = re.compile(
    r"(^|_)(generate|generates|generator|simulate|simulates|simulator|simulation|synthesi[sz]e|synthesi[sz]er|synthetic"
    r"|fake|faker)(_|$)|^(make|create|build)_(\w+_)?(synthetic|fake|dummy|sample|simulated)_"
)
NOT_ROWS = re.compile(
    r"(^|_)(token|password|passwd|secret|key|id|ids|uuid|slug|name|report|text|prompt|response|answer|code|salt|otp|nonce"
    r"|html|pdf|page|image|caption|summary|config|docs?|sitemap|thumbnail|url|link|filename|feature|features)(s)?(_|$)"
)
"""What functions make that are called the same and make no data set."""
DRAWS = words(
    "normal poisson choice choices integers randint random uniform gauss exponential binomial gamma lognormal"
    " shuffle sample rand randn standard_normal negative_binomial beta multinomial dirichlet expovariate triangular"
    " random_integers pareto weibull rvs lognormvariate betavariate random_sample zipf geometric multivariate_normal"
)
WRITES = words(
    "to_csv to_parquet to_json to_sql to_excel to_feather to_pickle to_hdf to_netcdf write_csv write_parquet write_text"
    " write_bytes write writerow writerows write_table write_ndjson dump save savez savetxt savez_compressed"
    " executemany copy_from sink_parquet copyfileobj urlretrieve saveAsTable insertInto save_to_disk write_json"
)
WRITTEN_WITH = words("csv json numpy pandas polars pyarrow pickle joblib shutil orjson")


def writes(module: Module) -> bool:
    """Whether a module writes rows: by a method of something, or by a library of tables."""
    return any(call.last in WRITES and _belongs(call, WRITTEN_WITH) for call in module.calls)


def generates(name: str) -> bool:
    """Whether a name says that data is made."""
    plain = snake_case(name)
    return GENERATES.search(plain) is not None and not NOT_ROWS.search(plain)


def draws(definition: Definition) -> bool:
    """Whether something is drawn at random, or made up by a library, in a definition."""
    return any(
        isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Attribute) and (node.func.attr in DRAWS or node.func.attr.startswith("random_")))
            or (isinstance(node.func, ast.Name) and node.func.id in ("Faker", "randint", "choice", "gauss"))
        )
        for node in ast.walk(definition)
    )


def _belongs(call: Call, packages: frozenset[str]) -> bool:
    head, dot, _ = call.name.partition(".")
    return bool(dot) and (not head or head in packages)
