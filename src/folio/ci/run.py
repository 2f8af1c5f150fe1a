"""The run: what is wrong, everything made, and what that changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from folio.advice.examine import Examined, examine_file
from folio.build import Built, build
from folio.ci.compared import Change, change
from folio.ci.environment import Environment
from folio.ci.shown import Shown, shown
from folio.options import Options
from folio.profile.load import locate

if TYPE_CHECKING:
    from folio.website.build import Engine


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that one run came to."""

    built: Built
    problems: Examined
    change: Change
    shown: Shown

    @property
    def score(self) -> int | None:
        """Points that are earned; None where they are not to be told."""
        return self.built.assembly.report.points.earned if self.shown >= Shown.POINTS else None

    @property
    def level(self) -> str:
        """The id of the level; empty where it is not to be told."""
        return self.built.assembly.report.level.id if self.shown >= Shown.LEVEL else ""

    @property
    def site(self) -> Path:
        return self.built.out / "site"

    @property
    def pdfs(self) -> tuple[Path, ...]:
        """The documents. What is for one client is among them only where all may be told: it names that client."""
        paths = (path for path, _ in self.built.files if path.endswith(".pdf"))
        own = [one for one in paths if self.shown == Shown.ALL or not one.startswith(("target/", "pitch/"))]
        return tuple(self.built.out / one for one in own)


def look_over(profile: Path, options: Options) -> Examined:
    """What is wrong with the profile, and what will look bad."""
    return examine_file(locate(profile), options.today, options.overrides)


def make(
    profile: Path,
    problems: Examined,
    out: Path,
    options: Options,
    run: Environment,
    *,
    base: tuple[str, ...],
    show_score: bool,
    say: Callable[[str], None],
    engine: Engine = "mkdocs",
) -> Result:
    """Builds everything into `out` and compares it with the first commit of `base` that is there.

    A stranger's change is built without a token and contacts nobody: the addresses in it are theirs, and so may be the
    caches beside it. What the evidence in it does not say is not known.
    """
    if run.stranger:
        options = replace(options, token=None, offline=True)
    built = build(profile, out, options, say, engine)
    say("comparing it with what was there before")
    different = change(profile, built, options, base)
    return Result(built, problems, different, shown(run, built.assembly.profile.publishing, asked=show_score))
