"""Documents of other tools imported and exported, by way of files as the commands do it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from folio.exporting import export
from folio.importing import import_profile
from folio.known import loaded
from folio.profile.exchange.formats import by_name
from folio.profile.model import Profile

OURS = ("x-folio", "folio", "$schema", "meta")


def imported(data: Any, folder: Path) -> Profile:
    """The profile made of a JSON Resume document, with every check that `folio validate` makes."""
    (folder / "resume.json").write_text(json.dumps(data), encoding="utf-8")
    import_profile(folder / "resume.json", folder / "me", "json-resume")
    return loaded(folder / "me")


def exported(profile: Profile) -> Any:
    """The JSON Resume document of a profile."""
    return json.loads(export(profile, by_name("json-resume")).text)


def bare(back: Any, before: Any) -> Any:
    """A document without what folio adds of its own."""
    if isinstance(back, list):
        others = before if isinstance(before, list) and len(before) == len(back) else [None] * len(back)
        return [bare(one, other) for one, other in zip(back, others, strict=True)]
    if not isinstance(back, dict):
        return back
    there = before if isinstance(before, dict) else {}
    return {key: bare(one, there.get(key)) for key, one in back.items() if key in there or key not in OURS}
