"""Manifests: which files declare dependencies, and how each writes one that is exactly one version."""

from __future__ import annotations

import re

NAME = r"[A-Za-z0-9][\w.\-]*(?:\[[\w,.\- ]*\])?"
VERSION = r"\d[\w.!+\-]*"
MANIFEST = re.compile(
    r"(^|/)(pyproject\.toml|setup\.(py|cfg)|pipfile|environment\.ya?ml|conda\.ya?ml|pixi\.toml|package\.json|deno\.jsonc?"
    r"|go\.mod|cargo\.toml|pom\.xml|build\.gradle(\.kts)?|libs\.versions\.toml|build\.sbt|build\.(sc|mill)|gemfile"
    r"|composer\.json|description|project\.toml|mix\.exs|pubspec\.yaml|packages\.yml|conanfile\.(txt|py)|vcpkg\.json"
    r"|cmakelists\.txt|[^/]+\.csproj|package\.swift|requirements([-_.][\w-]+)?\.(txt|in)|requirements/[^/]+\.(txt|in))$"
)
DECLARES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (re.compile(r"setup\.cfg$"), re.compile(r"\[metadata\]|install_requires")),
    (re.compile(r"(?i)description$"), re.compile(r"^Package:", re.M)),
    (
        re.compile(r"(?i)cmakelists\.txt$"),
        re.compile(r"\b(FetchContent_Declare|find_package|CPMAddPackage|ExternalProject_Add)\s*\("),
    ),
    (re.compile(r"deno\.jsonc?$"), re.compile(r"\"imports\"|\"dependencies\"")),
    (re.compile(r"Project\.toml$"), re.compile(r"^\[deps\]|^name\s*=", re.M)),
)
"""What some manifests have to say, because their names are used for other things as well."""
PINS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"(^|/)(?!conanfile|CMakeLists)[^/]*\.(txt|in)$"),
        re.compile(rf"^\s*{NAME}\s*===?\s*{VERSION}\s*(;|#|\\|--|$)", re.M),
    ),
    (re.compile(r"pyproject\.toml$"), re.compile(rf"[\"']{NAME}\s*==\s*{VERSION}\s*(?:;[^\"']*)?[\"']")),
    (re.compile(r"packages\.yml$"), re.compile(r"^\s*(?:version|revision):\s*[\"']?v?\d+\.\d+\.\d+[\"']?\s*$", re.M)),
    (re.compile(r"\.ya?ml$"), re.compile(r"^\s*-\s*[\w.\-]+==?\d[\w.]*", re.M)),
    (re.compile(r"pom\.xml$"), re.compile(r"<artifactId>[^<]{1,200}</artifactId>\s*<version>\d[\w.\-]*</version>")),
    (re.compile(r"\.gradle(\.kts)?$"), re.compile(r"[\"'][\w.\-]+:[\w.\-]+:\d[\w.\-]*[\"']")),
    (re.compile(r"libs\.versions\.toml$"), re.compile(r"^[\w\-]+\s*=\s*\"\d[\w.\-]*\"", re.M)),
    (
        re.compile(r"build\.(sbt|sc|mill)$"),
        re.compile(r"%{1,3}\s*\"[\w.\-]+\"\s*%\s*\"\d[\w.\-]*\"|ivy\"[\w.:\-]+:\d[\w.\-]*\""),
    ),
    (
        re.compile(r"cargo\.toml$", re.I),
        re.compile(r"^[\w-]+\s*=\s*(?:\{[^}\n]*version\s*=\s*)?\"=\s*\d[\w.\-]*\"", re.M),
    ),
    (re.compile(r"description$", re.I), re.compile(r"\w+ \(==\s*[\d.]+\)")),
    (re.compile(r"conanfile\.(txt|py)$"), re.compile(r"[\w.\-]+/\d[\w.]*(?:@\S*)?")),
    (re.compile(r"(?i)gemfile$"), re.compile(r"^\s*gem\s+['\"][\w-]+['\"],\s*['\"]=?\s*\d[\w.]*['\"]", re.M)),
    (
        re.compile(r"(?i)cmakelists\.txt$"),
        re.compile(r"\bGIT_TAG\s+(?:v?\d[\w.\-]*|[0-9a-f]{12,40})\b|\bURL_HASH\s+\w+="),
    ),
    (re.compile(r"vcpkg\.json$"), re.compile(r"\"builtin-baseline\"\s*:\s*\"[0-9a-f]{40}\"|\"version\"\s*:\s*\"\d")),
    (re.compile(r"Project\.toml$"), re.compile(r"^\w+\s*=\s*\"=\s*\d[\w.]*\"", re.M)),
    (re.compile(r"\.csproj$"), re.compile(r"<PackageReference[^>]*Version=\"\[?\d[\w.]*\]?\"")),
)
"""How a manifest writes a dependency on exactly one version; the first row whose name fits is the manifest's."""
