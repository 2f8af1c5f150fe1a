"""What was taken as the text of a profile.yaml; what was left is in comments at its end."""

from __future__ import annotations

import json

from folio.document import dump
from folio.profile.exchange.taken import Taken

COMMENTS = {
    "links": "The pages that show it is one and the same person.",
    "skills": "A skill without evidence is shown as claimed: add 'evidence' with what shows it, such as project:<id>.",
    "languages": "CEFR levels, or native.",
    "clients": "Who you worked for. Under an NDA ('nda: true') only 'shown_as' is ever printed, stored or logged.",
    "work": "Positions. Highlights say what came of the work, not what it consisted of.",
    "contracts": "Paid engagements, each with a client's id from above.",
    "projects": "Case studies. Add 'repository' where folio may look for what supports one.",
    "articles": "What you wrote.",
    "references": "What others say. Printed only with 'consent: public'.",
    "availability": "as_of is the day this was true.",
    "privacy": "What of the contact data may be printed for clients.",
}
LONGEST = 2000
"""Characters of a value that was left; what is longer is in the file that it came from."""


def profile_text(taken: Taken, origin: str) -> str:
    """The YAML, for a person to go on with; `origin` is the name of the file it was made from."""
    head = [f"Made by 'folio import' from {json.dumps(origin)}. What you say from here on, you say here."]
    if taken.notes:
        head += ["", "To look over:", *(f"- {note}" for note in taken.notes)]
    parts = [_comment(head)]
    for name, value in taken.data.items():
        said = COMMENTS.get(name)
        parts.append((_comment([said]) if said else "") + dump({name: value}))
    if taken.left:
        parts.append(
            _comment(["What could not be taken, as it was:", *(_left(str(one), one.value) for one in taken.left)])
        )
    return "\n".join(parts)


def _left(what: str, value: object) -> str:
    text = json.dumps(value)  # in ASCII, so that nothing in it ends the line
    return f"- {json.dumps(what)[1:-1]}: {text[:LONGEST]}{'…' if len(text) > LONGEST else ''}"


def _comment(lines: list[str]) -> str:
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)
