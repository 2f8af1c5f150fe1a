"""Europass, in both of its generations: `SkillsPassport` (2012 to 2020) and `Candidate` (since 2020).

http://europass.cedefop.europa.eu/Europass, versions 3.0 to 3.4
http://www.europass.eu/1.0, versions 3 and 4, made of HR Open's parts
"""

from folio.profile.exchange.given import Json


def is_one(document: Json) -> bool:
    """Whether its one element is that of a Europass document."""
    old, new = document.get("SkillsPassport"), document.get("Candidate")
    named = isinstance(new, dict) and ("CandidatePerson" in new or "CandidateProfile" in new)
    return named or (isinstance(old, dict) and "LearnerInfo" in old)
