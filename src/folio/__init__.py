"""folio: evidence-based portfolios, résumés and readiness reports for freelance engineers.

The verbs and nouns of the library; each is imported when it is first asked for, so that `folio --help` stays quick.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from folio.version import VERSION

if TYPE_CHECKING:
    from folio.errors import FolioError, InputError, Problem
    from folio.evidence.access import Access
    from folio.evidence.collect import collect
    from folio.evidence.model import Evidence, Observation
    from folio.facts import Facts, derive
    from folio.output import write
    from folio.portfolio.site.compose import compose
    from folio.portfolio.site.model import Portfolio
    from folio.profile.enclosed import enclosures
    from folio.profile.load import load
    from folio.profile.model import Profile
    from folio.readiness.assess import assess
    from folio.readiness.report import Report
    from folio.readiness.rubric import rubric
    from folio.render.artifact import Artifact
    from folio.render.report import render_report
    from folio.render.site.folder import render_site

__version__ = VERSION

_HOMES = {
    "Access": "folio.evidence.access",
    "Artifact": "folio.render.artifact",
    "Evidence": "folio.evidence.model",
    "Facts": "folio.facts",
    "FolioError": "folio.errors",
    "InputError": "folio.errors",
    "Observation": "folio.evidence.model",
    "Portfolio": "folio.portfolio.site.model",
    "Problem": "folio.errors",
    "Profile": "folio.profile.model",
    "Report": "folio.readiness.report",
    "assess": "folio.readiness.assess",
    "collect": "folio.evidence.collect",
    "compose": "folio.portfolio.site.compose",
    "derive": "folio.facts",
    "enclosures": "folio.profile.enclosed",
    "load": "folio.profile.load",
    "render_report": "folio.render.report",
    "render_site": "folio.render.site.folder",
    "rubric": "folio.readiness.rubric",
    "write": "folio.output",
}

__all__ = [
    "Access",
    "Artifact",
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
    "assess",
    "collect",
    "compose",
    "derive",
    "enclosures",
    "load",
    "render_report",
    "render_site",
    "rubric",
    "write",
]


def __getattr__(name: str) -> object:
    if home := _HOMES.get(name):
        return getattr(importlib.import_module(home), name)
    raise AttributeError(f"module 'folio' has no attribute '{name}'")
