"""A résumé as a web page of one file: it brings its typefaces along, and asks nobody for anything."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from folio.portfolio.resume.model import Resume
from folio.render.artifact import Artifact
from folio.render.fonts import used_fonts
from folio.render.forms.typefaces import with_typefaces
from folio.render.paper import style_sheet
from folio.render.resume import PHOTO, render_resume
from folio.render.typefaces import in_all_scripts

STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
HEAD = re.compile(r"<meta charset=[^>]*>")


def page(resume: Resume, path: str, *, overrides: Path | None = None) -> Artifact:
    """`resume.html`: a sheet of paper on a screen, readable on a telephone, and on paper what the PDF is."""
    html = in_all_scripts(render_resume(resume, overrides=overrides).content.decode(), overrides=overrides)
    screen = style_sheet("resume", "screen.css", overrides)
    html = html.replace("</head>", f"<style>{screen}</style></head>", 1)
    html = with_typefaces(html, used_fonts(html, overrides=overrides))
    if resume.photo:
        html = html.replace(f"asset:/{PHOTO}", _data("image/jpeg", resume.photo.content))
    return Artifact.of(path, HEAD.sub(lambda found: found[0] + _rules(html), html, count=1))


def _rules(html: str) -> str:
    """What a browser is to do with it: show it, by its own style sheets, and load nothing."""
    hashes = " ".join(f"'sha256-{_hash(style)}'" for style in STYLE.findall(html))
    policy = (
        f"default-src 'none'; style-src {hashes}; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    )
    return (
        f'\n<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '\n<meta name="viewport" content="width=device-width, initial-scale=1">'
        '\n<meta name="referrer" content="no-referrer">'
    )


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _data(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
