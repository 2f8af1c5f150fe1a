"""folio: evidence-based portfolios, résumés and readiness reports for freelance engineers.

The verbs and nouns of the library; each is imported when it is first asked for, so that `folio --help` stays quick.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from folio.errors import FolioError, InputError, Problem
    from folio.evidence.collect import collect
    from folio.evidence.model import Evidence, Observation
    from folio.facts import Facts
    from folio.portfolio.model import Portfolio
    from folio.profile.load import load
    from folio.profile.model import Profile
    from folio.readiness.report import Report

__version__ = "0.1.0"

_HOMES = {
    "Evidence": "folio.evidence.model",
    "Facts": "folio.facts",
    "FolioError": "folio.errors",
    "InputError": "folio.errors",
    "Observation": "folio.evidence.model",
    "Portfolio": "folio.portfolio.model",
    "Problem": "folio.errors",
    "Profile": "folio.profile.model",
    "Report": "folio.readiness.report",
    "collect": "folio.evidence.collect",
    "load": "folio.profile.load",
}

__all__ = [
    "Evidence",
    "Facts",
    "FolioError",
    "InputError",
    "Observation",
    "Portfolio",
    "Problem",
    "Profile",
    "Report",
    "__version__",
    "collect",
    "load",
]


def __getattr__(name: str) -> object:
    if home := _HOMES.get(name):
        return getattr(importlib.import_module(home), name)
    raise AttributeError(f"module 'folio' has no attribute '{name}'")
