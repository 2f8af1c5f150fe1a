"""docs/reference/templates.md: every template, what it is given, and the parts that others may use."""

from __future__ import annotations

import dataclasses
import importlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import jinja2
from jinja2 import meta, nodes
from reference.api_page import _annotations
from reference.markdown import MADE, cell, table
from reference.records import docs, plain

from folio.render.templates import _environment

ROOT = Path(__file__).parents[2] / "templates"
PARTS = {
    "site": "The site. `look` is the look with its colours, `words` are the words of the page's language, `pages` the pages there are.",
    "resume": "Résumés and letters. `words` are the words of the document's language, `style` is the theme's style sheet.",
    "pitch": "Pitches. `pitch` is what the client reads, `words` are the words of their language.",
    "report": "The readiness report and its overview. They are for you alone.",
    "init": "What `folio init` writes.",
}
MODELS = {
    "portfolio": ("folio.portfolio.site.model", "What every page of the site is made from: `portfolio`"),
    "resume": ("folio.portfolio.resume.model", "What a résumé is made from: `resume`"),
    "pitch": ("folio.portfolio.pitch.model", "What pitches and letters are made from: `pitch` and `letter`"),
    "parts": ("folio.portfolio.parts", "What all of them share"),
}
INTRO = f"""# Templates

{MADE}

Every page and document comes from a [Jinja](https://jinja.palletsprojects.com/templates/) template. A file of the same name in
`templates/` beside your profile takes the place of folio's: `me/templates/site/contact.md.j2` is your contact page. You seldom need
that: a [look](../how-to/looks.md) or a [theme](../how-to/themes.md) is a folder with a style sheet.

```
me/
  profile.yaml
  templates/
    site/looks/mine/look.css      a look of the site: site: {{look: mine}}
    resume/mine/style.css         a theme of résumés: resume: {{theme: mine}}
    pitch/mine/style.css          a theme of pitches: theme: mine
    site/contact.md.j2            one template in place of folio's
```

- Templates run in a sandbox: they read what they are given, and change nothing. They open no file and no address.
- Every value is escaped, unless folio has made it safe already (`Html`). There is no filter `safe`.
- A value that is not there is a mistake, told with the template's file and line.
- Jinja's own filters are there: {{filters}}.
"""


def page() -> str:
    """The whole page."""
    return "\n".join(_lines()) + "\n"


@cache
def _parsed(file: Path) -> nodes.Template:
    return jinja2.Environment().parse(file.read_text(encoding="utf-8"))


def _lines() -> Iterator[str]:
    filters = ", ".join(f"`{name}`" for name in sorted(_environment().filters))
    yield INTRO.replace("{filters}", filters)
    for part, says in PARTS.items():
        yield f"## templates/{part}"
        yield ""
        yield says
        yield ""
        yield from table(("template", "is given", "has the parts"), _templates(ROOT / part))
        if styles := [file for file in sorted((ROOT / part).rglob("*.css")) if "fonts" not in file.parts]:
            yield ""
            yield "Style sheets: " + ", ".join(f"`{file.relative_to(ROOT / part).as_posix()}`" for file in styles) + "."
        yield ""
    for name, title in MODELS.values():
        yield f"## {title}"
        yield ""
        yield from _model(name)


def _templates(folder: Path) -> Iterator[tuple[str, str, str]]:
    for file in sorted(folder.rglob("*.j2")):
        tree = _parsed(file)
        own = {one.name for one in tree.find_all(nodes.Macro)}
        given = sorted(meta.find_undeclared_variables(tree) - own - _made(tree))
        macros = [f"`{one.name}({', '.join(str(arg.name) for arg in one.args)})`" for one in tree.find_all(nodes.Macro)]
        yield f"`{file.relative_to(folder).as_posix()}`", ", ".join(f"`{one}`" for one in given), ", ".join(macros)


def _made(tree: nodes.Template) -> set[str]:
    """The names that a template makes itself; a block inside it knows them all the same."""
    names = {one.name for one in tree.find_all(nodes.Name) if one.ctx == "store"}
    return names | {one.target for one in tree.find_all(nodes.Import)}


def _model(name: str) -> Iterator[str]:
    module = importlib.import_module(name)
    said = docs(module)
    for kind, one in vars(module).items():
        if not (isinstance(one, type) and dataclasses.is_dataclass(one) and one.__module__ == name):
            continue
        written = _annotations(one)
        yield f"### {name.rpartition('.')[0].rpartition('.')[2].capitalize()}: {kind}"
        yield ""
        yield cell(plain(one.__doc__ or ""))
        yield ""
        rows = (
            (f"`{field.name}`", f"`{written.get(field.name, '')}`", cell(plain(said.get((kind, field.name), ""))))
            for field in dataclasses.fields(one)
        )
        yield from table(("field", "type", "is"), rows)
        yield ""
