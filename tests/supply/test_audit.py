"""What is said of known weaknesses, from what the two services really print."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

SPEC = importlib.util.spec_from_file_location("audit_tool", Path(__file__).parents[2] / "tools" / "audit.py")
assert SPEC is not None
assert SPEC.loader is not None
audit = importlib.util.module_from_spec(SPEC)
sys.modules["audit_tool"] = audit
SPEC.loader.exec_module(audit)

# As pip-audit 2.10 prints them. The second one came with exit status 0 and "No known vulnerabilities found".
WEAK = {"id": "PYSEC-2024-60", "fix_versions": ["3.7"], "aliases": ["CVE-2024-3651"], "description": "slow"}
FINE = {"name": "idna", "version": "3.20", "vulns": []}
FOUND = {"name": "idna", "version": "3.4", "vulns": [WEAK]}
SKIPPED = {"name": "idna", "skip_reason": "Dependency not found on PyPI and could not be audited: idna (3.4)"}
NPM_FINE = json.dumps({"vulnerabilities": {}, "metadata": {"dependencies": {"total": 200}}})
NPM_FOUND = json.dumps(
    {"vulnerabilities": {"ws": {"severity": "high", "range": "<8"}}, "metadata": {"dependencies": {"total": 200}}}
)
NPM_REFUSED = json.dumps({"message": "405 Method Not Allowed", "method": "POST"})


def pip(*dependencies: Mapping[str, object]) -> str:
    return json.dumps({"dependencies": dependencies, "fixes": []})


@pytest.mark.parametrize(
    ("from_pip", "from_npm", "status", "says"),
    [
        (pip(FINE), NPM_FINE, 0, "no weakness is known"),
        (pip(FOUND), NPM_FINE, 1, "idna 3.4: PYSEC-2024-60, mended in 3.7"),
        (pip(FINE), NPM_FOUND, 1, "ws <8: high"),
        (pip(SKIPPED), NPM_FINE, 4, "Python packages: not known, the service gave no answer for idna"),
        (pip(), NPM_FINE, 4, "gave no answer for idna"),
        ("", NPM_FINE, 4, "gave no answer for idna"),
        ("[1]", NPM_FINE, 4, "gave no answer for idna"),
        (pip(FINE), NPM_REFUSED, 4, "npm packages: not known"),
        (pip(FINE), "", 4, "npm packages: not known"),
        (pip(SKIPPED), NPM_FOUND, 1, "not known, the service gave no answer for idna"),
        (pip(FOUND), NPM_REFUSED, 1, "npm packages: not known"),
    ],
)
def test_what_nobody_looked_at_is_never_fine(from_pip: str, from_npm: str, status: int, says: str) -> None:
    answers = {"Python packages": audit.of_pip_audit(from_pip, ["idna"]), "npm packages": audit.of_npm(from_npm)}
    text, code = audit.verdict(answers)
    assert code == status
    assert says in text
    assert ("no weakness is known" in text) == (status == 0)
