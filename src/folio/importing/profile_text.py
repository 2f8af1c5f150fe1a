"""What was taken as the text of a profile.yaml, for a person to go on with."""

from __future__ import annotations

import json

from folio.document import dump
from folio.profile.exchange.formats import Format
from folio.profile.exchange.taken import Taken
from folio.profile.model import Profile

COMMENTS = {
    "track": "Which checks apply.",
    "links": "The pages that show it is one and the same person.",
    "skills": "A skill without evidence is shown as claimed: add 'evidence' with what shows it, such as project:<id>.",
    "languages": "CEFR levels (A1 to C2, or native); 'fluency' is a level in words, and counts for nothing.",
    "clients": "Who you worked for. Under an NDA ('nda: true') only 'shown_as' is ever printed, stored or logged.",
    "work": "Positions. Highlights say what came of the work, not what it consisted of.",
    "contracts": "Paid engagements, each with a client's id from above.",
    "projects": "Case studies. Add 'repository' where folio may look for what supports one.",
    "articles": "What you wrote.",
    "references": "What others say. Printed only with 'consent: public'.",
    "more": "Sections of your own, shown after the others.",
    "availability": "as_of is the day this was true.",
    "privacy": "What of the contact data may be printed for clients.",
}
KEPT = "What the other tool had and folio has no place for. Never shown"


def profile_text(taken: Taken, origin: str, format: Format) -> str:
    """The YAML; `origin` is the name of the file it was made from."""
    kept = f"{KEPT}; 'folio export {format.name}' gives it back." if format.writes else f"{KEPT}, and yours to delete."
    head = [f"Made by 'folio import' from {json.dumps(origin)}. What you say from here on, you say here."]
    if taken.notes:
        head += ["", "To look over:", *(f"- {note}" for note in taken.notes)]
    parts = [_comment(head)]
    for name in Profile.model_fields:
        if name in taken.data:
            said = kept if name == "extra" else COMMENTS.get(name)
            parts.append((_comment([said]) if said else "") + dump({name: taken.data[name]}))
    return "\n".join(parts)


def _comment(lines: list[str]) -> str:
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)
