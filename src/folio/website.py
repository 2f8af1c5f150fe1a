"""The only module that knows a site generator: a folder of Markdown becomes a website, once or while it is edited.

Import it only where a site is built: MkDocs wants its plugin's base class at import, and that takes a while.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_build_datetime

from folio.errors import FolioError
from folio.render.artifact import Artifact
from folio.render.finish import finish
from folio.resources import root

# What `mkdocs.yml` of the folder decides; the rest stays as the project that uses the plugin has it.
_HANDED_OVER = ("theme", "nav", "extra", "extra_css", "markdown_extensions", "mdx_configs", "not_in_nav")


def build_site(artifacts: Sequence[Artifact], *, folder: Path, out: Path) -> None:
    """Write `artifacts` into `folder` where they changed, and the website made from them into `out`, which is emptied.

    What MkDocs would only warn of is a FolioError. Nothing is printed.
    """
    materialise(artifacts, folder)
    with _heard() as messages:
        try:
            mkdocs_build.build(load_config(str(folder / "mkdocs.yml"), site_dir=str(out), strict=True))
        except Exception as error:
            if messages or isinstance(error, MkDocsException) or _is_of_a_template(error):
                raise FolioError(_told(messages, error)) from error
            raise
        except Abort as error:  # also a SystemExit, hence no Exception's handler sees it
            raise FolioError(_told(messages, error)) from error
    finish_folder(out)


def materialise(artifacts: Sequence[Artifact], folder: Path) -> None:
    """Make `folder` hold exactly `artifacts`; a file that is the same already is not touched."""
    kept = set()
    for artifact in artifacts:
        path = folder / artifact.path
        kept.add(path)
        if not path.is_file() or path.read_bytes() != artifact.content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(artifact.content)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in kept:
            path.unlink()


def finish_folder(out: Path) -> None:
    """Repair the pages of a built site in place."""
    for path in sorted(out.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        finished = finish(text)
        if finished != text:
            path.write_text(finished, encoding="utf-8", newline="\n")


def serve(
    make: Callable[[], Sequence[Artifact]],
    *,
    folder: Path,
    watch: Sequence[Path],
    tell: Callable[[str], None],
    host: str = "127.0.0.1",
    port: int = 8000,
) -> None:
    """Serve the site of `make()` until interrupted; make it anew and reload the browser when `watch` changes.

    `tell` gets one line for the person at a time: the address, and every problem. The last good site stays up.
    """
    with tempfile.TemporaryDirectory(prefix="folio-serve-") as served:
        server = LiveReloadServer(lambda: None, host=host, port=port, root=served)

        def rebuild() -> None:
            try:
                build_site(make(), folder=folder, out=Path(served))
            except FolioError as error:
                tell(str(error))

        build_site(make(), folder=folder, out=Path(served))
        server.builder = rebuild
        server.error_handler = lambda code: _page(Path(served) / f"{code}.html")
        for path in watch:
            _watch(server, path)
        tell(f"serving on {server.url}; stop with Ctrl+C")
        try:
            server.serve()
        except KeyboardInterrupt:
            pass
        except OSError as error:
            raise FolioError(f"{server.url}: {error.strerror or error}; choose another --port") from error
        finally:
            server.shutdown()


def _watch(server: LiveReloadServer, path: Path) -> None:
    for part, recursive in watched(path):
        server.watch(str(part), recursive=recursive)


def watched(path: Path) -> Iterator[tuple[Path, bool]]:
    """What to watch of `path`, and whether with all below it: what folio writes there must not wake it up again."""
    if path.is_dir():
        yield path, False
        for part in sorted(path.iterdir()):
            if part.is_dir() and not part.name.startswith(".") and part.name != "out":
                yield part, True
    elif path.exists():
        yield path, False


def _page(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


@contextmanager
def _heard() -> Iterator[list[str]]:
    """Collect what MkDocs warns of, instead of letting it reach the terminal."""
    messages: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.append(record.getMessage())

    logger, ear = logging.getLogger("mkdocs"), Ear(logging.WARNING)
    kept = logger.propagate, logger.handlers[:], logger.level
    logger.propagate, logger.handlers = False, [ear]
    logger.setLevel(logging.WARNING)
    try:
        yield messages
    finally:
        logger.propagate, logger.handlers = kept[0], kept[1]
        logger.setLevel(kept[2])


def _is_of_a_template(error: Exception) -> bool:
    """MkDocs lets a mistake in a theme template through as it is, and only `render.templates` may import jinja2."""
    return type(error).__module__ == "jinja2.exceptions"


def _told(messages: Sequence[str], error: BaseException) -> str:
    place = f"{error.filename}:{error.lineno}: " if hasattr(error, "filename") and hasattr(error, "lineno") else ""
    return "the site could not be built: " + ("; ".join(messages) or f"{place}{error}")


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
