"""Documents that say what a client asks for: model cards, changes, data, derivations, limits."""

from __future__ import annotations

import json
import re

from folio.repository.classify import Kind, ending
from folio.repository.headings import DATA, LIMITATIONS, matches
from folio.repository.markdown import has_heading
from folio.repository.model import Documents
from folio.repository.text import without_fences
from folio.repository.tree import Tree

CARD = re.compile(r"(^|/)[^/]*(model[-_ ]?card|evaluation([-_ ]report)?|eval[-_ ]report)[^/]*\.(md|rst|qmd)$", re.I)
FIGURES = re.compile(r"(^|/)(metrics|evaluation|eval_results|results)\.(json|ya?ml)$", re.I)
CHANGELOG = re.compile(r"(docs/)?(changelog|changes|history|news|release[-_]?notes)(\.(md|rst|txt))?", re.I)
DATA_CARD = re.compile(
    r"(^|/)(data[-_ ]?(card|sheet|statement)|datasheet|dataset[-_ ]card|data/readme)[^/]*\.(md|rst)$|(^"
    r"|/)datasets?\.md$",
    re.I,
)
README = re.compile(r"(^|/)readme[^/]*$", re.I)
ABOUT_DATA = re.compile(r"(^|/)readme[^/]*$|data[^/]*$|^data/", re.I)
NUMBER = re.compile(r"(?<![\w.])\d+(?:[.,]\d+)?\s?%?(?![\w.])")
PERMISSION = re.compile(r"licen[cs]|\bcc[- ]by|\bcc0\b|public domain|permission|open data|terms of use|synthetic"
                        r"|simulated|generated|lizenz|licencia|licença|licenza"
                        r"|synthetisch|synthétique|sintétic|sintetic", re.I)  # fmt: skip
SOURCE = re.compile(r"https?://|\bfrom\b|\bsource|\bquelle|\bgenerat|\bcollect|\bfuente|\bfonte|\bscript", re.I)
LIMITING = re.compile(
    r"\b(known (issue|limitation)s?|limitations? (is|are|of)|is limited to|does not (yet )?support"
    r"|not (yet )?supported|no support for|trade-?offs?)\b",
    re.I,
)
MATHS = re.compile(
    r"\$\$(.+?)\$\$|\\begin\{(equation|align|gather|multline)\*?\}(.{1,5000}?)\\end\{\2\*?\}|\\\[(.{1,5000}?)\\\]", re.S
)
MATH_FENCE = re.compile(r"^```+\s*math\s*\n(.{1,5000}?)^```", re.S | re.M)
RST_MATHS = re.compile(r"^\.\. math::[^\n]*\n((?:[ \t]+[^\n]*\n|\n)+)", re.M)
MATHML = re.compile(r"<math\b[^>]*display=[\"']block[\"'].{1,5000}?</math>", re.S)
OPERATOR = re.compile(
    r"\\(d?frac|tfrac|sum|prod|i*int|partial|nabla|lim|sqrt|mathbb\{E\}|arg\s?m(ax|in)|operatorname)|<(mfrac|msum"
    r"|munder\w*|msqrt)\b"
)


def detect(tree: Tree) -> Documents:
    """What stands in documents and in the text cells of notebooks."""
    pages = [path for path in tree.of_kind(Kind.DOCS) if ending(path) in ("md", "markdown", "rst", "qmd", "rmd")]
    formulas: set[str] = set()
    limits = 0
    for path in tree.of_kind(Kind.DOCS, Kind.SOURCE):
        if ending(path) == "ipynb":
            continue
        elif ending(path) in ("md", "markdown", "rst", "qmd", "rmd", "tex"):
            formulas |= derivations(tree.read(path) or "")
    for path in pages:
        about_limits = has_heading(tree.read(path) or "", lambda line: matches(line, LIMITATIONS))
        if about_limits and (page := tree.page(path)):
            for one in page.headings:
                if matches(one.title, LIMITATIONS):
                    limits = max(limits, sum(len(below.prose.split()) for below in page.below(one)))
            continue
        if not README.search(path):  # elsewhere it is as often about other things
            continue
        for paragraph in (tree.read(path) or "").split("\n\n"):
            if (
                len(paragraph) > 200
                and LIMITING.search(paragraph)
                and not paragraph.startswith((" ", "\t", "|", "```"))
            ):
                limits = max(limits, len(paragraph.split()))
    cards = [path for path in pages if CARD.search(path) and len(NUMBER.findall(tree.read(path) or "")) >= 2]
    cards += [path for path in tree.own if FIGURES.search(path) and _holds_numbers(tree, path)]
    return Documents(
        model_cards=tuple(sorted(cards)),
        changelog=next(
            (path for path in tree.own if CHANGELOG.fullmatch(path) and (tree.read(path) or "").count("\n") >= 3), None
        ),
        data_statement=_data_statement(tree, pages),
        derivations=len(formulas),
        limitations_words=limits,
    )


def derivations(text: str) -> set[str]:
    """Distinct display formulas that hold an operator; code that is quoted is not a formula."""
    formulas = list(MATH_FENCE.findall(text)) + list(RST_MATHS.findall(text)) + MATHML.findall(text)
    formulas += ["".join(groups) for groups in MATHS.findall(without_fences(text))]
    return {" ".join(one.split()) for one in formulas if OPERATOR.search(one)}


def _holds_numbers(tree: Tree, path: str) -> bool:
    text = tree.read(path) or ""
    if path.endswith(".json"):
        try:
            json.loads(text)
        except (ValueError, RecursionError):
            return False
    return len(re.findall(r":\s*-?\d+\.?\d*", text)) >= 2


def _data_statement(tree: Tree, pages: list[str]) -> str | None:
    """A data card, or a section on data, that names where it is from and under which terms."""
    for path in pages:
        text = tree.read(path) or ""
        if DATA_CARD.search(path) and SOURCE.search(text) and PERMISSION.search(text):
            return path
    for path in sorted(pages, key=lambda path: (path.count("/"), path)):
        if not ABOUT_DATA.search(path) or not has_heading(tree.read(path) or "", lambda line: matches(line, DATA)):
            continue
        if not (page := tree.page(path)):
            continue
        for one in page.headings:
            said = " ".join(
                [
                    *(below.prose for below in page.below(one)),
                    *(link for below in page.below(one) for link in below.links),
                ]
            )
            if matches(one.title, DATA) and SOURCE.search(said) and PERMISSION.search(said):
                return path
    return None
