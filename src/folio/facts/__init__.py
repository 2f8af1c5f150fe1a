"""Claims joined to observations: a fact is known, known to be absent, or not known and why."""

from folio.facts.derive import derive
from folio.facts.model import ArticleFacts, Exclusion, Facts, ProjectFacts, Support

__all__ = ["ArticleFacts", "Exclusion", "Facts", "ProjectFacts", "Support", "derive"]
