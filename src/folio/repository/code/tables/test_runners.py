"""What runs tests: by what a test loads, and by files and manifests."""

from __future__ import annotations

import re

LOADED: dict[str, dict[str, str]] = {
    "c": {
        "gtest": "googletest", "catch2": "catch2", "catch.hpp": "catch2", "doctest.h": "doctest", "doctest": "doctest",
        "boost/test": "boost.test", "unity.h": "unity", "cmocka.h": "cmocka", "check.h": "check", "munit.h": "munit",
        "cppunit": "cppunit", "criterion": "criterion",
    },
    "go": {"testing": "go test", "github.com/onsi/ginkgo": "ginkgo"},
    "java": {
        "org.junit": "junit", "org.testng": "testng", "org.scalatest": "scalatest", "munit": "munit",
        "weaver": "weaver", "org.specs2": "specs2", "zio.test": "zio test", "utest": "utest", "io.kotest": "kotest",
        "kotlin.test": "kotlin.test", "org.assertj": "assertj", "org.hamcrest": "hamcrest",
    },
    "javascript": {
        "vitest": "vitest", "@jest/globals": "jest", "mocha": "mocha", "node:test": "node test", "ava": "ava",
        "tape": "tape", "tap": "tap", "bun:test": "bun test", "@playwright/test": "playwright", "cypress": "cypress",
        "jasmine": "jasmine", "@std/assert": "deno test", "uvu": "uvu",
    },
    "julia": {"Test": "julia test", "TestItems": "julia test", "ReTest": "retest"},
    "r": {"testthat": "testthat", "tinytest": "tinytest", "RUnit": "runit"},
}  # fmt: skip
"""Family -> what a test loads -> the runner."""
ALWAYS = {"rust": "cargo test", "go": "go test"}
"""Families that bring their own."""
CONFIGURED = (
    ("pytest", re.compile(r"(^|/)(conftest\.py|pytest\.ini)$"), re.compile(r"\[tool[.:]pytest|\bpytest\b")),
    ("jest", re.compile(r"(^|/)jest\.config\.\w+$"), re.compile(r'"jest"')),
    ("vitest", re.compile(r"(^|/)vitest\.config\.\w+$"), re.compile(r'"vitest"')),
    ("mocha", re.compile(r"(^|/)\.mocharc\.\w+$"), re.compile(r'"mocha"')),
    ("playwright", re.compile(r"(^|/)playwright\.config\.\w+$"), re.compile(r'"@playwright/test"')),
    ("testthat", re.compile(r"(^|/)tests/testthat\.[rR]$"), re.compile(r"\btestthat\b")),
)  # fmt: skip
"""Runner, a file of its own, and what a manifest says of it."""
MANIFESTS = re.compile(
    r"(^|/)(pyproject\.toml|setup\.cfg|tox\.ini|noxfile\.py|requirements[^/]*\.txt|package\.json|DESCRIPTION)$"
)
