"""What folio says of each labelled repository, on the way a person's own run takes: collect, derive, assess."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import folio
from folio.profile.model import Profile
from folio.readiness.report import CheckSeen
from validation.case import Case, Label
from validation.make import made

TODAY = date(2026, 11, 22)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A label, and what folio says."""

    case: str
    label: Label
    state: str
    """Empty when folio has no such check."""
    milli: int = 0
    open: bool = False
    says: str = ""

    @property
    def right(self) -> bool:
        """Whether folio agrees on earned, not there or not known."""
        return self.state == self.label.state

    @property
    def amount_right(self) -> bool:
        """Whether it also agrees on how much, where both say that something is earned."""
        label = self.label
        return label.least <= self.milli <= label.most and (self.open or not label.open)

    @property
    def got(self) -> str:
        """What folio says, in words."""
        return f"{self.state} {self.milli}" if self.state == "earned" else self.state or "no such check"


def verdicts(cases: Iterable[Case], folder: Path) -> tuple[Verdict, ...]:
    """Every label beside what folio says."""
    return tuple(one for case in cases for one in judged(case, folder))


def judged(case: Case, folder: Path) -> list[Verdict]:
    """One case, built and scored as the only project of a person who says nothing else."""
    report = scored(profile_of(case, made(case, folder).relative_to(folder)), folder)
    return [_verdict(case, label, report.check(label.check)) for label in case.labels]


def profile_of(case: Case, location: Path) -> Profile:
    """Somebody with this one project, no articles, and no claim that could earn anything by itself."""
    return Profile.model_validate(
        {
            "name": "Mara Example",
            "headline": "Builds things that are measured",
            "summary": "I build things and measure them.",
            "contact": {"phone": "+49 30 000000"},
            "identities": list(case.identities),
            "projects": [
                {
                    "id": "case",
                    "title": "Case",
                    "summary": "A thing that is measured.",
                    "repository": location.as_posix(),
                }
            ],
            "articles": [],
        }
    )


def scored(profile: Profile, folder: Path) -> folio.Report:
    """The report of a person whose profile lies in `folder`, by the rubric that is used when none is named."""
    access = folio.Access(base=folder, today=TODAY, offline=True, scratch=folder / "scratch", own=profile.emails)
    facts = folio.derive(profile, folio.collect(profile, access), today=TODAY)
    return folio.assess(facts, folio.rubric())


def worth(check: CheckSeen) -> int:
    """What the check found in thousandths; of three projects that count, the best one alone."""
    if check.aggregate in ("union", "count"):
        return check.score
    values = [item.value for item in check.items]
    return (min if check.aggregate == "all" else max)(values, default=0)


def _verdict(case: Case, label: Label, check: CheckSeen | None) -> Verdict:
    if check is None:
        return Verdict(case.name, label, "")
    milli = worth(check)
    waits = check.ceiling > check.score or (check.hygiene and not check.items)
    state = "earned" if milli else "not known" if waits else "not there"
    said = [item.says for item in check.items if item.value == milli] if milli else []
    said += [one.why for one in check.unread if not one.todo.startswith("name a local copy")]
    return Verdict(case.name, label, state, milli, waits, "; ".join(said)[:160])


@dataclass(slots=True)
class Row:
    """One check over all its labels. Precision and recall are those of `earned`, in percent."""

    check: str
    verdicts: list[Verdict] = field(default_factory=list)

    def count(self, *, said: str | None = None, got: str | None = None) -> int:
        """How many labels say `said` where folio says `got`."""
        return sum(1 for one in self.verdicts if said in (None, one.label.state) and got in (None, one.state))

    @property
    def precision(self) -> int:
        return percent(self.count(said="earned", got="earned"), self.count(got="earned"))

    @property
    def recall(self) -> int:
        return percent(self.count(said="earned", got="earned"), self.count(said="earned"))

    @property
    def not_known(self) -> int:
        return percent(self.count(said="not known", got="not known"), self.count(said="not known"))

    @property
    def amounts(self) -> int:
        agreed = [one for one in self.verdicts if one.label.state == one.state == "earned"]
        return percent(sum(one.amount_right for one in agreed), len(agreed))

    @property
    def built(self) -> bool:
        return any(one.state for one in self.verdicts)


def percent(part: int, whole: int) -> int:
    """Rounded down, so that 100 is all of it; nothing of nothing is all of it, too."""
    return part * 100 // whole if whole else 100


def rows(found: Iterable[Verdict], checks: Iterable[str]) -> list[Row]:
    """One row for each check."""
    by_check = {check: Row(check) for check in checks}
    for one in found:
        by_check[one.label.check].verdicts.append(one)
    return list(by_check.values())
