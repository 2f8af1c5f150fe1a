"""Prints what an installed folio consists of, as CycloneDX 1.6 JSON: packages, and the typefaces in its wheel.

    ./run sbom > folio.cdx.json

Versions are those of locks/plain.txt; licences and who needs whom are what the installed packages say of themselves.
The same commit and Python give the same bytes: the time is SOURCE_DATE_EPOCH, or none.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageMetadata, distribution
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import License
from cyclonedx.output.json import JsonV1Dot6
from fontTools.ttLib import TTFont
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)
OFL = "SIL Open Font License"
APACHE = {"apache 2.0": "Apache-2.0", "apache license 2.0": "Apache-2.0"}


def main() -> None:
    """Print the document of this checkout."""
    moment = os.environ.get("SOURCE_DATE_EPOCH")
    sys.stdout.write(document(datetime.fromtimestamp(int(moment), UTC) if moment else None))


def document(moment: datetime | None) -> str:
    """The whole document; `moment` is when it was made, where that is to be told."""
    lock = (ROOT / "locks" / "plain.txt").read_text("utf-8")
    made = packages(dict(PIN.findall(lock)))
    bom = Bom(components=[component for name, (component, _) in made.items() if name != "folio-ready"])
    bom.metadata.component = made["folio-ready"][0]
    bom.metadata.component.components.update(typefaces())
    bom.metadata.timestamp = moment  # type: ignore[assignment]  # CycloneDX asks for none
    for component, needs in made.values():
        bom.register_dependency(component, [made[name][0] for name in needs])
    said = JsonV1Dot6(bom)
    bom.serial_number = uuid5(
        NAMESPACE_URL, hashlib.sha256(lock.encode()).hexdigest() + str(bom.metadata.component.purl)
    )
    return said.output_as_string(indent=2) + "\n"


def packages(versions: dict[str, str]) -> dict[str, tuple[Component, list[str]]]:
    """folio and all that it needs here, each with the names of what it needs itself."""
    made: dict[str, tuple[Component, list[str]]] = {}
    waiting = [("folio-ready", frozenset[str]())]
    while waiting:
        name, extras = waiting.pop()
        if name in made:
            continue
        installed = distribution(name)
        needs = {canonicalize_name(one.name): frozenset(one.extras) for one in needed(installed.requires or (), extras)}
        made[name] = (package(name, versions.get(name, installed.version), installed.metadata), sorted(needs))
        waiting += needs.items()
    return made


def needed(lines: list[str] | tuple[()], extras: frozenset[str]) -> Iterator[Requirement]:
    """The requirements that hold on this machine."""
    for one in map(Requirement, lines):
        if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in extras or {""}):
            yield one


def package(name: str, version: str, metadata: PackageMetadata) -> Component:
    """One package of PyPI, or folio itself."""
    kind = ComponentType.APPLICATION if name == "folio-ready" else ComponentType.LIBRARY
    purl = PackageURL("pypi", name=name, version=version)
    return Component(name=name, version=version, type=kind, purl=purl, bom_ref=str(purl), licenses=licences(metadata))


def licences(metadata: PackageMetadata) -> list[License]:
    """What the package says its licence is: an expression, else its words where they are short, else its classifiers.

    "BSD License" stays these words, since no more is said; several classifiers are several licences, all told.
    """
    words = (metadata.get("License") or "").strip()
    classes = [one.rpartition(" :: ")[2] for one in metadata.get_all("Classifier", []) if one.startswith("License ::")]
    if expression := metadata.get("License-Expression"):
        said = [expression]
    elif 0 < len(words) <= 40 and words != "UNKNOWN":
        said = [words]
    else:
        said = classes or ["not told"]
    return [LicenseFactory().make_from_string(APACHE.get(one.lower(), one)) for one in said]


def typefaces() -> Iterator[Component]:
    """Each typeface in the wheel, by what it says of itself; all are under the SIL Open Font License."""
    for path in sorted((ROOT / "templates").rglob("*")):
        if path.suffix not in {".ttf", ".woff2"}:
            continue
        with TTFont(path, lazy=True) as font:
            names, revision = font["name"], font["head"].fontRevision
            terms = f"{names.getDebugName(13)} {names.getDebugName(14)}"
        beside = any(OFL.lower() in text.read_text("utf-8").lower() for text in path.parent.glob("*.txt"))
        if OFL.lower() not in terms.lower() and not beside:
            sys.exit(f"sbom: {path} has no licence beside it")
        yield Component(
            name=path.relative_to(ROOT).as_posix(),
            version=f"{revision:.3f}",
            type=ComponentType.FILE,
            bom_ref=path.relative_to(ROOT).as_posix(),
            copyright=names.getDebugName(0),
            licenses=[LicenseFactory().make_from_string("OFL-1.1")],
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=hashlib.sha256(path.read_bytes()).hexdigest())],
        )


if __name__ == "__main__":
    main()
