"""Filling a template in; the one door to jinja2.

The person's own `templates/` folder is searched before folio's, by the same file names. Their templates are data like
everything else of theirs: the environment is sandboxed, and nothing in a template can be marked as safe.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from folio.errors import FolioError, InputError, Position, Problem
from folio.resources import root

if TYPE_CHECKING:
    from jinja2 import Environment

    from folio.render.sandbox import Bounded

ESCAPED = (".html.j2", ".md.j2", ".xml.j2", ".svg.j2")
MISTAKES = (TypeError, ValueError, ArithmeticError, LookupError, RecursionError, MemoryError, SyntaxError)
"""What comes of a template that is wrong, beside Jinja2's own; Python has SyntaxError for deep nesting."""

Made = TypeVar("Made", bound="Environment")


def render(name: str, values: Mapping[str, object], *, overrides: Path | None = None) -> str:
    """The text of template `name` ("site/index.md.j2") filled with `values`, ending in one newline.

    Values are escaped in HTML, XML, SVG and Markdown templates unless they are `Markup`. Raises InputError with the
    template's file and line when it can't be parsed or asks for a value that is not there.
    """
    import jinja2

    try:
        if overrides is None:
            text = _environment().get_template(name).render(values)
        else:
            environment = _own_environment(overrides)
            with environment.filling():
                text = environment.get_template(name).render(values)
    except jinja2.TemplateNotFound as error:
        raise FolioError(
            f"there is no template '{error.name}'; templates shipped with folio lie in {root('templates')}"
        ) from None
    except jinja2.TemplateSyntaxError as error:
        raise _problem(error.name or name, error.lineno, error.message or "a mistake in the template") from None
    except MISTAKES as error:
        raise _problem(*_place_of(error, name, overrides), _said(error)) from error
    except jinja2.TemplateError as error:
        raise _problem(*_place_of(error, name, overrides), str(error)) from error
    return text.strip("\n") + "\n"


def get_ready(name: str) -> None:
    """Loads a template of folio's and what it includes, for whoever has time now and none later."""
    _environment().get_template(name)


def exists(name: str, *, overrides: Path | None = None) -> bool:
    """Whether there is a template of this name, the person's own among them."""
    return any((folder / name).is_file() for folder in (overrides, root("templates")) if folder is not None)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from folio.render.sandbox import Sandbox

    return _made(Sandbox, [root("templates")])


@lru_cache(maxsize=4)
def _own_environment(overrides: Path) -> Bounded:
    from folio.render.sandbox import Bounded

    return _made(Bounded, [overrides, root("templates")])


def _made(kind: type[Made], folders: list[Path]) -> Made:
    import jinja2

    from folio.render.compiled import compiled
    from folio.render.sandbox import Folders

    environment = kind(
        loader=Folders(folders),
        undefined=jinja2.StrictUndefined,
        autoescape=lambda name: bool(name) and str(name).endswith(ESCAPED),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        bytecode_cache=compiled(root("templates")),
    )
    del environment.filters["safe"]
    return environment


def _said(error: BaseException) -> str:
    if isinstance(error, RecursionError):
        return "it is nested too deeply, or includes or calls itself without end"
    return "it fills the memory" if isinstance(error, MemoryError) else str(error) or type(error).__name__


def _place_of(error: BaseException, name: str, overrides: Path | None) -> tuple[str, int]:
    """Template and line of the innermost template frame; jinja2 rewrites tracebacks to point into the template."""
    line, trace = 1, error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.suffix == ".j2":
            line = trace.tb_lineno
            within = (one for one in (overrides, root("templates")) if one is not None and file.is_relative_to(one))
            name = next((file.relative_to(one).as_posix() for one in within), name)
        trace = trace.tb_next
    return name, line


def _problem(name: str, line: int, what: str) -> InputError:
    return InputError([Problem(Position(f"templates/{name}", line), "", what, "correct the template")])
