"""What a check of a site's links comes to."""

import json
from typing import Literal

from folio.frozen import Frozen

Kind = Literal["missing", "anchor", "outside", "twice", "address", "unread", "gone", "unsure"]


class Fault(Frozen):
    """Something on a page that is wrong, or that may be."""

    page: str
    """The file, from the site's root."""
    address: str
    """As the page has it; of an id that is there twice, the id."""
    kind: Kind
    says: str

    @property
    def is_broken(self) -> bool:
        """Whether it is known to be wrong; a host that lets no program in leaves it open."""
        return self.kind != "unsure"


class LinkReport(Frozen):
    """A check of a whole site."""

    pages: int
    addresses: int
    """Within the site, each as often as a page has it."""
    external: int
    """Addresses of other sites, each once."""
    asked: bool
    """Whether these were asked."""
    faults: tuple[Fault, ...]

    @property
    def is_whole(self) -> bool:
        return not any(one.is_broken for one in self.faults)

    def to_json(self) -> str:
        """For programs: everything, and whether it is whole."""
        return json.dumps(self.model_dump(mode="json") | {"is_whole": self.is_whole}, indent=2, ensure_ascii=False)
