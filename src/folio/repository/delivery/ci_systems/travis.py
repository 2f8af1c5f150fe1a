"""Travis CI: scripts, jobs with scripts of their own, deployments, and what a language runs without any script."""

from __future__ import annotations

from collections.abc import Iterator

from folio.document import Document, KeyPath
from folio.repository.delivery.ci_systems.steps import Step, texts
from folio.repository.delivery.ci_systems.systems import System
from folio.repository.tree import Tree

DEFAULTS = {
    "go": "go test ./...", "rust": "cargo test", "node_js": "npm test", "r": "R CMD check",
    "julia": "julia -e 'using Pkg; Pkg.test()'", "java": "mvn test", "scala": "sbt test", "ruby": "rake test",
    "php": "phpunit", "elixir": "mix test", "perl": "prove", "haskell": "cabal test", "clojure": "lein test",
    "groovy": "gradle check", "android": "gradle check",
}  # fmt: skip
"""What is run when nothing is said. Source: https://docs.travis-ci.com/user/languages."""
KEYS = ("before_install", "install", "before_script", "script", "after_success", "deploy")


def steps(tree: Tree, path: str, system: System) -> Iterator[Step]:
    """The scripts of the file and of its jobs."""
    for document in tree.yaml(path):
        data = document.data
        if not isinstance(data, dict):
            continue
        jobs = data.get("jobs") or data.get("matrix")
        include = jobs.get("include") if isinstance(jobs, dict) else None
        rows = [one for one in include if isinstance(one, dict)] if isinstance(include, list) else []
        yield from _of(document, path, data, ())
        for number, one in enumerate(rows):
            yield from _of(document, path, one, ("jobs" if "jobs" in data else "matrix", "include", number))
        default = DEFAULTS.get(str(data.get("language") or "").lower())
        if default and not any("script" in one for one in [data, *rows]):
            yield Step(path, document.where(("language",)).line, script=default)


def _of(document: Document, path: str, value: dict[str, object], at: KeyPath) -> Iterator[Step]:
    for key in KEYS:
        place = (*at, key)
        if key != "deploy":
            for inside, script in texts(value.get(key)) or ():
                yield Step(path, document.where((*place, *inside)).line, script=script)
            continue
        listed = value.get(key)
        for one in listed if isinstance(listed, list) else [listed]:
            if isinstance(one, dict) and one.get("provider"):
                yield Step(path, document.where(place).line, script=str(one.get("script") or ""))
                yield Step(path, document.where(place).line, action=f"deploy: {one['provider']}")
