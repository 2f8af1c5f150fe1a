"""Templates, style sheets and looks of the person's own that mean harm."""

from __future__ import annotations

from pathlib import Path

from folio.render.site.looks import look
from folio.render.templates import render
from hostile.trying import Tally

TOLD = {
    "a file by its path": "{% include '/etc/passwd' %}",
    "a file above": "{% include '../../../../../../etc/passwd' %}",
    "an import from above": "{% from '../../etc/passwd' import a %}",
    "a class": "{{ ''.__class__.__mro__ }}",
    "a class by a filter": "{{ {}|attr('__class__') }}",
    "a class by its name in two halves": "{{ ''['__cl' ~ 'ass__'] }}",
    "a class in a format": "{{ '{0.__class__}'.format(1) }}",
    "a class in a format by a map": "{{ ['{0.__class__}']|map('format', 1)|list }}{{ ''.__class__ }}",
    "globals": "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "globals of a macro": "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "the template itself": "{{ self.__init__.__globals__ }}",
    "a generator's frame": "{{ (range(1)|map('string')).gi_frame.f_globals }}",
    "safe": "{{ '<script>'|safe }}",
    "a number of a million digits": "{{ 9**999999 }}",
    "a long text": "{{ 'a' * 10**10 }}",
    "a wide text": "{{ 'x'|center(10**10) }}",
    "a rounded number": "{{ 1|round(10**9, 'floor') }}",
    "text for no end": "{{ lipsum(10**9) }}",
    "a wide format": "{{ '{:>9999999999}'.format(1) }}",
    "a wide range": "{% for i in range(10**9) %}{% endfor %}",
    "a macro in itself, twice": "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
    "a template in itself, twice": "{% include 'site/x.html.j2' %}{% include 'site/x.html.j2' %}",
    "a template on itself": "{% extends 'site/x.html.j2' %}",
    "an import of itself": "{% import 'site/x.html.j2' as a %}",
    "3,000 brackets": "{{" + "(" * 3000 + ")" * 3000 + "}}",
    "3,000 conditions": "{% if x %}" * 3000,
    "60 loops in each other": "{% for a in [1] %}" * 60 + "{% endfor %}" * 60,
    "growing numbers": "{% set ns = namespace(x=7) %}{% for i in range(40) %}{% set ns.x = ns.x * ns.x %}{% endfor %}{{ ns.x }}",
    "a wrong filter": "{{ namespace()|dictsort(by='x') }}",
    "nothing to fill in": "{{ '{}'.format() }}",
    "what changes what it is given": "{{ given.append(1) }}",
    "secrets of the environment": "{{ config }}{{ request }}{{ os }}",
}
SLOW = {
    "loops in loops": "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
    "a text that doubles": "{% set ns = namespace(x='aaaa') %}{% for i in range(60) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}{{ ns.x }}",
    "a macro that branches": "{% macro a(n) %}{% if n %}{{ a(n-1) }}{{ a(n-1) }}{% endif %}{% endmacro %}{{ a(40) }}",
    "a number of a billion places": "{{ '%1000000000d' % 1 }}",
}
SLOWER = {
    "a list that doubles": "{% set ns = namespace(x=[1]) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }}",
    "slices without end": "{{ [1]|slice(10**9)|list|length }}",
}
LOOKS = {
    "nested": "a=" + "[" * 20_000,
    "no TOML": "\x00",
    "colours that end a style": '[colours]\nlight = "#fff;}</style>"\n',
    "typefaces elsewhere": 'preload = ["../../../etc/passwd"]\n[colours]\n' + "".join(f'{one} = "#000000"\n' for one in ("light", "dark", "ground", "ink", "accent")),
    "a huge number": "a = 1" + "0" * 5000,
}  # fmt: skip


def templates(tally: Tally, scratch: Path, every: bool) -> None:
    """Each is told with the template's place, in bounded time and memory."""
    tally.seconds = 60.0
    file = scratch / "site" / "x.html.j2"
    file.parent.mkdir()
    cases = TOLD | (SLOW | SLOWER if every else {"loops in loops": SLOW["loops in loops"]})
    for number, (name, text) in enumerate(cases.items()):
        folder = scratch / str(number)
        (folder / "site").mkdir(parents=True)
        (folder / "site" / "x.html.j2").write_text(text)
        tally.of(
            name,
            lambda folder=folder: render("site/x.html.j2", {"given": []}, overrides=folder),  # type: ignore[misc]
            must_be="told",
        )
    for name, text in LOOKS.items():
        own = scratch / "looks" / "site" / "looks" / "own"
        own.mkdir(parents=True, exist_ok=True)
        (own / "look.css").write_text("body {}")
        (own / "look.toml").write_text(text)
        tally.of(f"look.toml: {name}", lambda: look("own", scratch / "looks"), must_be="told")
