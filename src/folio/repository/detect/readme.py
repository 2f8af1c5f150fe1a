"""What a stranger finds in the README, by its own headings.

Source: rubric, `readme-complete`, `one-command-run` and `demo-media`.
"""

from __future__ import annotations

import re

from folio.repository.documents.headings import guessed_language, matches
from folio.repository.documents.media import demo, films, pictures
from folio.repository.documents.page import Page, Section
from folio.repository.documents.prose import letters
from folio.repository.model import Readme
from folio.repository.tree import Tree

NAME = re.compile(r"((\.github|docs)/)?readme(\.(md|markdown|rst|txt|adoc|asciidoc|org))?", re.I)
COMMAND = re.compile(
    r"^[^\S\n]*+(?:[$>%]\s+|PS>\s*)?(?:sudo\s+)?(?:\./|(?:pip3?|uv|uvx|pipx|poetry|pdm|hatch|pixi|conda|mamba|npm|npx"
    r"|pnpm|yarn|bun|deno|make|just|task|tox|nox"
    r"|docker|docker-compose|podman|python3?|Rscript|julia|go|cargo|mvn|gradle|sbt|dotnet|swift|bash|sh|brew|apt"
    r"|apt-get|git clone|streamlit"
    r"|uvicorn|flask|dbt|dvc|kubectl|helm|terraform|stack|cabal|mix|bundle|gem|composer|rake)\s+\S"
    r"|install\.packages\(|remotes::install"
    r"|(?:!|%)pip install)",
    re.M,
)
INSTALL = re.compile(
    r"^[^\S\n]*+[$>%]?[^\S\n]*+(?:(?:sudo|!) ?)?(?:(?:python3? -m )?pip3? install"
    r"|uv (?:pip install|add|sync|tool install)"
    r"|pipx install|conda (?:install|env)"
    r"|poetry (?:install|add)|npm (?:i|ci|install)|yarn(?: add| install)?$|pnpm (?:i|install|add)|brew install"
    r"|apt(?:-get)? install|go (?:get|install)"
    r"|cargo (?:add|install)|git clone|docker pull|cd |python3? -m venv|source |\. \S+/activate|virtualenv "
    r"|install\.packages|remotes::install)",
    re.M,
)
SCAFFOLD = re.compile(
    r"this project was bootstrapped with \[?create react app|bootstrapped with \[?`?create-next-app"
    r"|this template provides a minimal setup to get react"
    r"|this template should help get you started developing with vue|this project was generated with \[?angular cli"
    r"|to make it easy for you to get started with gitlab|welcome to your new dbt project"
    r"|everything you need to build a svelte project"
    r"|describe your project here\.|this is your new kedro project|a new flutter project\.|welcome to remix!"
    r"|astro starter kit",
    re.I,
)
MAX_LINKS = 100
PARTS = ("install", "usage", "results", "licence")
NOT_USE = re.compile(r"\b(develop|test|deploy|releas|lint|debug|ci\b|docker|citation|cite)", re.I)


def detect(tree: Tree) -> Readme | None:
    """The README that a code host would show; None when there is none."""
    found = sorted((path for path in tree.own if NAME.fullmatch(path)), key=lambda path: (path.count("/"), path))
    for path in found:
        if page := tree.page(path):
            return _described(path, page, tree.read(path) or "")
        if tree.read(path) is None:
            tree.leave_unread(path, "it is not text")
    return None


def _described(path: str, page: Page, text: str) -> Readme:
    prose = "\n".join(one.prose for one in page.sections)
    titles = page.headings
    language = guessed_language([one.title for one in titles], prose)
    blocks = [block for one in page.sections for block in one.code]
    links = {link for one in page.sections for link in one.links if link.startswith(("http://", "https://"))}
    # What is found is there, whatever language it was found in; what is not may stand under words nobody has here.
    missing = None if language is None else False
    return Readme(
        path=path,
        characters=letters(prose),
        headings=len(titles),
        language=language,
        install=_has(page, "install") or any(INSTALL.search(block) for block in blocks) or missing,
        usage=_has(page, "usage", with_code=True) or _shows_code(page) or missing,
        results=_has(page, "results") or any(one.tables for one in page.first()) or missing,
        licence_note=_has(page, "licence") or _mentions_licence(prose) or missing,
        code_blocks=len(blocks),
        run_command=any(COMMAND.search(block) for block in blocks),
        images=pictures(page),
        videos=films(page),
        demo=demo(page),
        links=tuple(sorted(links)[:MAX_LINKS]),
        title=_title(titles),
        scaffold=SCAFFOLD.search(text) is not None,
    )


def _has(page: Page, part: str, *, with_code: bool = False) -> bool:
    for one in page.headings:
        if matches(one.title, part):
            below = page.below(one)
            filled = any(section.prose.strip() or section.code or section.tables or section.images for section in below)
            if any(section.code for section in below) if with_code else filled:
                return True
    return False


def _shows_code(page: Page) -> bool:
    """Many READMEs show the use under the title, or under headings of their own."""
    sections = [
        one
        for one in page.sections
        if not (NOT_USE.search(one.title) or matches(one.title, "install") or matches(one.title, "licence"))
    ]
    return any(_shows_use(block) for one in sections for block in one.code)


def _title(headings: tuple[Section, ...]) -> str | None:
    """The first heading, unless the title is a picture and the first heading that of a part."""
    first = headings[0] if headings else None
    if first is None or (first.level > 1 and any(matches(first.title, words) for words in PARTS)):
        return None
    return first.title[:200] or None


def _shows_use(block: str) -> bool:
    """Whether a code block has more than commands that install; after a prompt, other lines are output."""
    lines = [line.strip() for line in block.split("\n") if line.strip() and not line.strip().startswith("#")]
    prompted = [line for line in lines if line.startswith(("$ ", "> ", "% ", ">>> "))]
    return any(not INSTALL.match(line) for line in prompted or lines)


def _mentions_licence(prose: str) -> bool:
    """A last sentence such as "MIT licensed" does what a section would."""
    return (
        re.search(r"\b(licen[cs]ed under|released under|(mit|apache|bsd|gpl)[\w .-]{0,12} licen[cs]ed?)\b", prose, re.I)
        is not None
    )
