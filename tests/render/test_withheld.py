"""No name under NDA gets to a site by any way that only comes together on a page."""

from __future__ import annotations

import pytest

from folio.errors import FolioError
from folio.profile.model import Profile
from folio.profile.record import Client
from folio.render.artifact import Artifact
from folio.render.site.withheld import refuse_withheld

HAFEN = Client(id="hafen", name="Nordhafen Spedition", sector="logistics", nda=True, shown_as="a forwarder")
ADA = Profile(name="Ada", headline="H", summary="S", clients=(HAFEN,))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("docs/now/index.md", "Busy at Nordhafen <em>Spedition</em> today"),
        ("docs/now/index.md", "Nord<strong>hafen</strong> Spedition"),
        ("docs/now/index.md", "Nordhafen&#32;Spedition"),
        ("docs/now/index.md", "Nord\u00adhafen Spedition"),
        ("docs/now/index.md", "\uff2eordhafen Spedition"),
        ("docs/feed.json", '{"tags": ["Nordhafen Spedition"]}'),
        ("docs/work/index.md", '<a href="https://nordhafen-spedition.example/">x</a>'),
        ("docs/nordhafen-spedition/index.md", "My work"),
        ("docs/assets/img/nordhafen-spedition-0a1b2c3d.png", ""),
    ],
)
def test_a_page_that_tells_a_name_is_refused_by_its_path(path: str, text: str) -> None:
    with pytest.raises(FolioError, match="tells the name of a client under NDA") as caught:
        refuse_withheld([Artifact.of("docs/index.md", "Fine."), Artifact.of(path, text)], ADA)
    assert str(caught.value).startswith(path.removeprefix("docs/"))
    assert "Spedition today" not in str(caught.value)


def test_other_words_and_files_beside_the_pages_are_fine() -> None:
    refuse_withheld([Artifact.of("docs/index.md", "a forwarder in the north"), Artifact.of("mkdocs.yml", "x")], ADA)


def test_a_client_called_as_one_of_the_pages_does_not_stop_every_site() -> None:
    work = Client(id="w", name="Work", sector="retail", nda=True, shown_as="a shop")
    page = Artifact.of("docs/index.md", '<a href="work/">Work</a> for Nordhafen Spedition')
    refuse_withheld([page], ADA.model_copy(update={"clients": (work,)}))
    with pytest.raises(FolioError, match=r"index\.md: tells"):
        refuse_withheld([page], ADA.model_copy(update={"clients": (work, HAFEN)}))
