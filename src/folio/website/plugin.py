"""The MkDocs plugin: `mkdocs build` and `mkdocs serve` of a project make the pages of a profile too.

Import it only where a site is built: MkDocs wants its plugin's base class at import, and that takes a while.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_build_datetime

from folio.errors import FolioError
from folio.render.site.finish import finish
from folio.resources import root
from folio.website.folder import materialise
from folio.website.server import watched

# What `mkdocs.yml` of the folder decides; the rest stays as the project that uses the plugin has it.
_HANDED_OVER = ("theme", "nav", "extra", "extra_css", "markdown_extensions", "mdx_configs", "not_in_nav")


class FolioOptions(Config):
    profile = config_options.Dir(exists=True)


class FolioPlugin(BasePlugin[FolioOptions]):
    """`plugins: [folio: {profile: folder}]` gives an MkDocs project the pages of that profile.

    The project's own pages and settings stay; MkDocs' theme gets folio's pages and design.
    """

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        from folio.options import STATE, Options
        from folio.pipeline import site_artifacts

        profile = Path(self.config.profile)
        state = Path(config.config_file_path).parent / STATE
        options = Options(today=get_build_datetime().date(), offline=True, state=state)
        try:
            artifacts = site_artifacts(profile, options)
        except FolioError as error:
            raise PluginError(str(error)) from error
        self.folder = state / "site"
        materialise(artifacts, self.folder)
        made = load_config(str(self.folder / "mkdocs.yml"))
        for key in _HANDED_OVER:
            config[key] = made[key]
        if made.exclude_docs:
            config.exclude_docs = made.exclude_docs + config.exclude_docs if config.exclude_docs else made.exclude_docs
        config.site_name = made.site_name
        config.site_description = config.site_description or made.site_description
        config.site_url = config.site_url or made.site_url
        config.watch += [str(path) for path in (profile / "profile.yaml", root("templates") / "site")]
        config.watch += [str(part) for part, deep in watched(profile) if deep]
        return config

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

    def on_post_page(self, output: str, **_: object) -> str:
        return finish(output)

    def on_post_template(self, output_content: str, **_: object) -> str:
        return finish(output_content)


def _is_own(files: Files, uri: str, config: MkDocsConfig) -> bool:
    """A page of the project's own at the same place goes before folio's."""
    present = files.get_file_from_path(uri)
    return present is not None and present.src_dir == config.docs_dir and not present.inclusion.is_excluded()
