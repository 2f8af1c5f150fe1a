"""The person's own pages: which files are pages, in which language, and what is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from folio.errors import FolioError
from folio.profile.enclosed import enclosures
from folio.profile.model import Profile
from folio.profile.own_pages import page_files
from folio.profile.record import Client

BOLO = Profile(name="Ada Bolo", headline="Data that arrives", summary="I move data.")


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / "pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def titled(title: str, more: str = "") -> str:
    return f"---\ntitle: {title}\n{more}---\n\nText.\n"


def test_a_file_is_a_page_at_its_path_and_a_folder_a_level_of_it(tmp_path: Path) -> None:
    files = {"uses.md": titled("Uses", "menu: Tools\n"), "services/care.md": titled("Care"), "index.md": titled("Home")}
    pages = enclosures(BOLO, write(tmp_path, files)).pages
    assert {path: page.text.title for path, page in pages.items()} == {
        "": "Home",
        "services/care/": "Care",
        "uses/": "Uses",
    }
    assert pages["uses/"].text.menu == "Tools"


def test_a_language_has_its_own_text_where_there_is_one(tmp_path: Path) -> None:
    folder = write(tmp_path, {"uses.md": titled("Uses"), "uses.de.md": titled("Werkzeug"), "nur.de.md": titled("Nur")})
    found = {locale: [page.text.title for page in page_files(folder, locale)] for locale in ("de", "en", "fr")}  # type: ignore[union-attr]
    assert found == {"de": ["Nur", "Werkzeug"], "en": ["Uses"], "fr": ["Uses"]}


def test_without_the_folder_there_are_no_pages(tmp_path: Path) -> None:
    assert enclosures(BOLO, tmp_path).pages == {}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("Uses Of Mine.md", titled("Uses"), "pages/Uses Of Mine.md: name it with small letters"),
        ("uses.md", "No front matter.", "pages/uses.md: has no title"),
        ("uses.md", "---\ntitle: [a\n---\n", "pages/uses.md: line 2:"),
        ("uses.md", titled("Uses") + "![x](missing.png)", "pages/uses.md: missing.png:"),
        ("uses.md", titled("Uses") + "![x](../../../etc/passwd)", "not a path inside"),
        ("uses.md", titled("What I did for Acme Mutual"), "holds the name of 'acme', who is under NDA"),
    ],
)
def test_what_is_wrong_with_a_page_is_said_with_its_file(tmp_path: Path, name: str, text: str, said: str) -> None:
    acme = Client(id="acme", name="Acme Mutual", sector="insurance", nda=True, shown_as="an insurer")
    with pytest.raises(FolioError) as caught:
        enclosures(BOLO.model_copy(update={"clients": (acme,)}), write(tmp_path, {name: text}))
    assert said in str(caught.value)


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "secret.md"
    outside.write_text(titled("Secret"))
    folder = write(tmp_path / "me", {"uses.md": titled("Uses")})
    (folder / "pages" / "stolen.md").symlink_to(outside)
    (folder / "pages" / "more").symlink_to(tmp_path)
    assert list(enclosures(BOLO, folder).pages) == ["uses/"]
