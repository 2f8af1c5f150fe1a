"""Reads one repository: opens it, takes its history and files, and asks every detector."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from folio.repository.classify import Kind
from folio.repository.detect import (
    algorithms,
    baselines,
    ci,
    code,
    collection,
    configuration,
    curve_outputs,
    dashboards,
    data_checks,
    data_fetching,
    data_tracking,
    declared_checks,
    dependencies,
    deployment,
    documents,
    inference,
    largest,
    learning,
    learning_curves,
    left_out,
    licence,
    metrics,
    models,
    monitoring,
    originality,
    pipeline,
    pipeline_files,
    provenance,
    quantities,
    readme,
    request_checks,
    results_tables,
    runners,
    secrets,
    serving,
    sql,
    structures,
    tests,
    toolchain,
    validation,
    visuals,
)
from folio.repository.detect.originality import Origins
from folio.repository.entries import everything
from folio.repository.git.clones import Keep
from folio.repository.git.location import located
from folio.repository.git.network import Network
from folio.repository.git.opening import opened
from folio.repository.git.repository import Damaged, Repository
from folio.repository.history.read import read_history
from folio.repository.model import History, RepositorySeen
from folio.repository.origin.fingerprints import Fingerprint
from folio.repository.origin.origins import origins_of
from folio.repository.scanners import SCANNERS
from folio.repository.scans import KeptScans
from folio.repository.state import DETECTOR_VERSION
from folio.repository.tree import Tree

SCAN_VERSION = f"{DETECTOR_VERSION}-{sys.version_info.major}.{sys.version_info.minor}"
"""Names what is kept of files; Python's own parser decides what can be read."""


def read(
    location: str,
    *,
    base: Path,
    own: frozenset[str],
    today: date,
    scratch: Path,
    offline: bool,
    timeout: float = 120.0,
    cache: Path | None = None,
    network: Network | None = None,
    sources: tuple[Fingerprint, ...] = (),
) -> RepositorySeen:
    """What the repository at `location` holds at its HEAD; raises RepositoryUnreadable with what to do.

    `own` are the person's addresses in small letters, `sources` templates and tutorials that the person knows beside
    those that folio does. Nothing of the repository is run and nothing is written but a
    clone below `scratch`, which is removed, and what is kept of each file and each address in `cache`, where one is
    given.
    """
    look = partial(
        _read, location, base=base, own=own, today=today, scratch=scratch, offline=offline, timeout=timeout,
        cache=cache, network=network, sources=sources,
    )  # fmt: skip
    try:
        return look()
    except Damaged:
        if cache is None or located(location, base=base).address is None:
            raise
    return look()  # the clone that was kept is gone now


def _read(
    location: str,
    *,
    base: Path,
    own: frozenset[str],
    today: date,
    scratch: Path,
    offline: bool,
    timeout: float,
    cache: Path | None,
    network: Network | None,
    sources: tuple[Fingerprint, ...],
) -> RepositorySeen:
    keep = Keep(cache / "clones", today) if cache else None
    with (
        opened(
            location, base=base, scratch=scratch, timeout=timeout, offline=offline, network=network, keep=keep
        ) as repository,
        _nothing_collected(),
    ):
        held = everything(repository)  # first, because it refuses what is too large to be compared
        history, committed_on = read_history(repository, own=own, today=today)
        kept = KeptScans(cache / "scans.sqlite", SCAN_VERSION) if cache else None
        tree = Tree(held.entries, repository.stream, SCANNERS, kept)
        origins = origins_of(repository, tree, sources, own)
        seen = described(repository, history, tree.without(origins.files), origins, committed_on=committed_on)
        return seen.model_copy(update={"files": held.files})


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Looking for cycles again and again in syntax trees, which have none, would cost as much as parsing them."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def described(
    repository: Repository, history: History, tree: Tree, origins: Origins, *, committed_on: date
) -> RepositorySeen:
    """Everything the detectors find. Of a collection, what a project is measured by is found in its largest parts."""
    apart = collection.detect(tree)
    part = tree.without(apart) if apart else tree
    seen = _as_one_project(repository, history, part, origins, committed_on=committed_on)
    if not apart:
        return seen
    everywhere = {
        "algorithms": algorithms.detect(tree),
        "structures": structures.detect(tree),
        "inference": inference.detect(tree),
        "sql": sql.detect(tree),
        "documents": seen.documents.model_copy(update={"formulas": documents.detect(tree).formulas}),
        "secrets": secrets.detect(tree),
        "sample": originality.sample(tree),
        "remote_models": models.detect(tree, "remote"),
        "local_models": models.detect(tree, "local"),
        "not_counted": left_out.detect(tree, origins.files, apart),
        "unread": tuple(sorted({*seen.unread, *tree.unread}, key=lambda one: (one.path, one.why))),
    }
    return seen.model_copy(update=everywhere)


def _as_one_project(
    repository: Repository, history: History, tree: Tree, origins: Origins, *, committed_on: date
) -> RepositorySeen:
    """Everything the detectors find; two of them build on what another found, and are handed it."""
    own_algorithms = algorithms.detect(tree)
    ci_seen = ci.detect(tree)
    return RepositorySeen(
        commit=repository.commit,
        branch=repository.branch,
        committed_on=committed_on,
        history=history,
        code=code.detect(tree),
        readme=readme.detect(tree),
        licence=licence.detect(tree),
        tests=tests.detect(tree, own_algorithms),
        ci=ci_seen,
        deployments=deployment.detect(tree),
        dependencies=dependencies.detect(tree),
        sql=sql.detect(tree),
        serving=serving.detect(tree),
        toolchain=toolchain.detect(tree, ci_seen),
        configuration=configuration.detect(tree),
        documents=documents.detect(tree),
        runners=runners.detect(tree),
        algorithms=own_algorithms,
        structures=structures.detect(tree),
        validation=validation.detect(tree),
        metrics=metrics.detect(tree),
        inference=inference.detect(tree),
        baselines=baselines.detect(tree),
        data_checks=data_checks.detect(tree, [*declared_checks.detect(tree), *request_checks.detect(tree)], ci_seen),
        monitoring=monitoring.detect(tree),
        secrets=secrets.detect(tree),
        learning_curves=learning_curves.detect(tree, curve_outputs.detect(tree)),
        visuals=visuals.detect(tree, dashboards.detect(tree)),
        provenance=provenance.detect(tree, data_tracking.detect(tree), data_fetching.detect(tree)),
        pipeline=pipeline.detect(tree, pipeline_files.detect(tree)),
        results_tables=results_tables.detect(tree),
        quantities=quantities.detect(tree),
        known_sources=origins.sources,
        learning=learning.detect(tree),
        sample=originality.sample(tree),
        remote_models=models.detect(tree, "remote"),
        local_models=models.detect(tree, "local"),
        largest=largest.detect(tree, Kind.SOURCE),
        largest_tests=largest.detect(tree, Kind.TEST),
        not_counted=left_out.detect(tree, origins.files),
        unread=tree.unread,  # last: detectors add what they could not parse
    )
