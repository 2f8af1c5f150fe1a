"""The site at a local address while it is edited."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from folio.errors import FolioError
from folio.render.artifact import Artifact
from folio.website.build import build_site


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
