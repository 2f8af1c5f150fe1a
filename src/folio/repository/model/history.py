"""What the commits and tags say."""

from datetime import date

from folio.frozen import Frozen

SAMPLE = 64


class Tag(Frozen):
    """A tag that looks like a version, and the commit it points at."""

    name: str
    commit: str
    day: date


class History(Frozen):
    """What the commits say: counts and days, and neither names nor addresses.

    `commits`, `authors` (distinct addresses as written), `first_day`, `last_day` (of the authors' dates) and
    `tag_count` are what git prints. Everything else leaves out what the guards leave out.
    """

    commits: int
    own: int
    """Commits by the person up to the run's day, merges left out."""
    authors: int
    first_day: date | None
    last_day: date | None
    own_days: tuple[date, ...]
    """Days with a commit of the person's that changes source and whose subject says what: the latest forty of them,
    the first, and others that were come across."""
    own_weeks: tuple[str, ...]
    """ISO weeks (`2026-W07`) with a commit of the person's that changes something: those of the last two years, or 26
    of them in a row, and others that were come across."""
    coauthored: int = 0
    """Commits by others that name the person as a co-author; they count for days and weeks, and half for the share."""
    people: int | None = None
    """Commits by people up to the run's day, merges left out; None where an older folio looked."""
    share: int | None = None
    """Thousandths of people's commits that are the person's; None where an older folio looked."""
    stuffed: int = 0
    """Commits of the person's beyond the first of each burst (twenty or more within ten minutes)."""
    idle: int = 0
    """Commits of the person's that were compared and change nothing that people write."""
    backdated: int = 0
    """Commits of the person's that count on the day they were committed, over 30 days after the date they bear."""
    future: int = 0
    """Commits dated after the run's day; they are evidence of nothing."""
    shallow: bool = False
    tag_count: int = 0
    """All tags, as `git tag` lists them."""
    tags: tuple[Tag, ...] = ()
    """Those that look like a version, one for each commit, by day; the newest thousand at most."""
    second_tags: int = 0
    """Further ones on a commit that has one already."""
    roots: tuple[str, ...] = ()
    """Names of the commits without parents, the lowest sixteen."""
    sample: tuple[str, ...] = ()
    """The lowest `SAMPLE` names of all commits: what two repositories share shows in what these share."""

    @property
    def own_share(self) -> int:
        """`share`, or what an older folio's counts come to."""
        if self.share is not None:
            return self.share
        return 1000 * min(self.own, self.commits) // max(self.commits, 1)


class Files(Frozen):
    """What the commit's tree holds, as `git ls-tree -rl` counts it."""

    count: int = 0
    """Everything that is listed, links and submodules among it."""
    size: int | None = 0
    """Bytes of all regular files and links; None when the clone leaves some of them out."""
    links: int = 0
    submodules: int = 0
