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
    from folio.exporting import Exported
    from folio.facts import Facts, derive
    from folio.importing import Imported, import_profile
    from folio.library import export, plan, resume_pdf, validate
    from folio.output import write
    from folio.portfolio.resume.compose import compose_resume
    from folio.portfolio.resume.model import Resume
    from folio.portfolio.site.compose import compose
    from folio.portfolio.site.model import Portfolio
    from folio.profile.enclosed import Enclosures, enclosures
    from folio.profile.load import load, load_each
    from folio.profile.model import Profile
    from folio.readiness.assess import assess
    from folio.readiness.planning import PlanSeen
    from folio.readiness.report import Report
    from folio.readiness.rubric import Rubric, rubric
    from folio.render.artifact import Artifact
    from folio.render.report import render_report
    from folio.render.site.folder import render_site

__version__ = VERSION

_HOMES = {
    "Access": "folio.evidence.access",
    "Artifact": "folio.render.artifact",
    "Enclosures": "folio.profile.enclosed",
    "Evidence": "folio.evidence.model",
    "Exported": "folio.exporting",
    "Facts": "folio.facts",
    "FolioError": "folio.errors",
    "Imported": "folio.importing",
    "InputError": "folio.errors",
    "Observation": "folio.evidence.model",
    "PlanSeen": "folio.readiness.planning",
    "Portfolio": "folio.portfolio.site.model",
    "Problem": "folio.errors",
    "Profile": "folio.profile.model",
    "Report": "folio.readiness.report",
    "Resume": "folio.portfolio.resume.model",
    "Rubric": "folio.readiness.rubric",
    "assess": "folio.readiness.assess",
    "collect": "folio.evidence.collect",
    "compose": "folio.portfolio.site.compose",
    "compose_resume": "folio.portfolio.resume.compose",
    "derive": "folio.facts",
    "enclosures": "folio.profile.enclosed",
    "export": "folio.library",
    "import_profile": "folio.importing",
    "load": "folio.profile.load",
    "load_each": "folio.profile.load",
    "plan": "folio.library",
    "render_report": "folio.render.report",
    "render_site": "folio.render.site.folder",
    "resume_pdf": "folio.library",
    "rubric": "folio.readiness.rubric",
    "validate": "folio.library",
    "write": "folio.output",
}

__all__ = [
    "Access",
    "Artifact",
    "Enclosures",
    "Evidence",
    "Exported",
    "Facts",
    "FolioError",
    "Imported",
    "InputError",
    "Observation",
    "PlanSeen",
    "Portfolio",
    "Problem",
    "Profile",
    "Report",
    "Resume",
    "Rubric",
    "__version__",
    "assess",
    "collect",
    "compose",
    "compose_resume",
    "derive",
    "enclosures",
    "export",
    "import_profile",
    "load",
    "load_each",
    "plan",
    "render_report",
    "render_site",
    "resume_pdf",
    "rubric",
    "validate",
    "write",
]


def __getattr__(name: str) -> object:
    if home := _HOMES.get(name):
        return getattr(importlib.import_module(home), name)
    raise AttributeError(f"module 'folio' has no attribute '{name}'")
