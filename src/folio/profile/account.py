"""The account on GitHub whose repositories belong in the portfolio, and which of them."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints, model_validator

from folio.frozen import Frozen
from folio.profile.fields import GithubLogin

RepositoryName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]+$", max_length=100)]
"""What GitHub allows a repository to be called, without its owner."""


class GithubAccount(Frozen):
    """An account to list. `github: ada` is short for `github: {user: ada}`."""

    user: GithubLogin
    most: int = Field(default=6, ge=0, le=100)
    """How many repositories folio may choose, those of `include` among them."""
    include: tuple[RepositoryName, ...] = ()
    """These come first, whatever folio would have chosen."""
    exclude: tuple[RepositoryName, ...] = ()
    forks: bool = False
    """Whether forks may be chosen too."""

    @model_validator(mode="before")
    @classmethod
    def _a_name_is_enough(cls, given: Any) -> Any:
        return {"user": given} if isinstance(given, str) else given
