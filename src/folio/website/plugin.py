"""The MkDocs plugin: `mkdocs build` and `mkdocs serve` of a project make the pages of a profile too.

Import it only where a site is built: MkDocs wants its plugin's base class at import, and that takes a while.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_datetime

from folio.errors import FolioError
from folio.observing import observe
from folio.options import Options
from folio.pages import pages
from folio.profile.load import load
from folio.render.artifact import Artifact
from folio.render.press import rendering
from folio.render.site.finish import finish
from folio.render.site.verbatim import EXTENSION
from folio.resources import root
from folio.website.folder import materialise
from folio.website.watching import watched

if TYPE_CHECKING:
    from pathspec.gitignore import GitIgnoreSpec

_ID = re.compile(r'\sid="([^"]+)"')


class FolioOptions(Config):
    profile = config_options.Dir(exists=True)
    documents = config_options.Type(bool, default=True)
    """Whether the résumé as a PDF lies beside the pages and is linked from them."""


class FolioPlugin(BasePlugin[FolioOptions]):
    """`plugins: [folio: {profile: folder}]` gives an MkDocs project the pages of that profile.

    The project's own pages and settings stay; MkDocs' theme gets folio's pages and design.
    """

    serving = looked = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        try:
            artifacts = self._artifacts(config)
        except FolioError as error:
            raise PluginError(str(error)) from error
        materialise(artifacts, self.folder)
        made = load_config(str(self.folder / "mkdocs.yml"))
        if own := config.theme.custom_dir:
            made.theme.dirs.insert(0, own)
        config.theme, config.nav = made.theme, config.nav or made.nav
        config.extra_css = [*made.extra_css, *config.extra_css]
        config.extra.update(made.extra)
        if self.serving:
            config.extra["folio"]["csp"] = None  # MkDocs reloads pages by a script in them
        config.markdown_extensions = [*config.markdown_extensions, EXTENSION]
        config.exclude_docs = _both(made.exclude_docs, config.exclude_docs)
        config.not_in_nav = _both(made.not_in_nav, config.not_in_nav)
        config.site_name = made.site_name
        config.site_description = config.site_description or made.site_description
        config.site_url = config.site_url or made.site_url
        return config

    def _artifacts(self, config: MkDocsConfig) -> list[Artifact]:
        """The folder of the profile's site, with the documents that its pages link."""
        profile = Path(self.config.profile)
        options = Options(today=get_build_datetime().date(), offline=True)
        if not self.looked:  # once: while pages are edited, what was seen stays as it is
            observe(load(profile), profile, options)
            self.looked = True
        made = pages(profile, options, downloads=self.config.documents)
        self.folder = made.state / "site"
        with rendering(made.jobs, cache=made.state / "pdf") as pending:
            documents = [Artifact(f"docs/{one.path}", one.content) for one in pending.results()]
        return [*made.folder, *documents]

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        docs = self.folder / "docs"
        for path in sorted(docs.rglob("*")):
            uri = path.relative_to(docs).as_posix()
            if path.is_file() and not _is_own(files, uri, config):
                present = files.get_file_from_path(uri)
                if present:
                    files.remove(present)
                hidden = config.not_in_nav is not None and config.not_in_nav.match_file(uri)
                level = InclusionLevel.NOT_IN_NAV if hidden else InclusionLevel.INCLUDED
                files.append(File.generated(config, uri, abs_src_path=str(path), inclusion=level))
        return files

    def on_page_content(self, html: str, *, page: Page, **_: object) -> str:
        """Tells MkDocs which places of a page can be linked to; it did not see its HTML."""
        if page.meta.get("layout") == "folio":
            page.present_anchor_ids = (page.present_anchor_ids or set()) | set(_ID.findall(html))
        return html

    def on_post_page(self, output: str, **_: object) -> str:
        return finish(output)

    def on_post_template(self, output_content: str, **_: object) -> str:
        return finish(output_content)

    def on_serve(self, server: LiveReloadServer, /, **_: object) -> LiveReloadServer:
        for folder in (Path(self.config.profile), root("templates") / "site"):
            for part, deep in watched(folder):
                server.watch(str(part), recursive=deep)
        return server


def _both(ours: GitIgnoreSpec | None, theirs: GitIgnoreSpec | None) -> GitIgnoreSpec | None:
    return ours + theirs if ours and theirs else ours or theirs


def _is_own(files: Files, uri: str, config: MkDocsConfig) -> bool:
    """A page of the project's own at the same place goes before folio's."""
    present = files.get_file_from_path(uri)
    return present is not None and present.src_dir == config.docs_dir and not present.inclusion.is_excluded()
