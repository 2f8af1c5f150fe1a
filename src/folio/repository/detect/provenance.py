"""Where the data is from and on which terms. Source: rubric, `data-provenance`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from folio.repository.classify import Kind, ending
from folio.repository.documents.headings import DATA, matches
from folio.repository.documents.markdown import has_heading
from folio.repository.model import Place, Provenance
from folio.repository.text import words
from folio.repository.tree import Tree

PAGES = words("md markdown rst qmd rmd adoc org")
CARD = re.compile(
    r"(^|/)(data[-_ ]?(card|sheet|statement)|datasheet|dataset[-_ ]card|data/readme)[^/]*\.\w+$"
    r"|(^|/)data(sets?)?\.\w+$",
    re.I,
)
ABOUT_DATA = re.compile(r"(^|/)readme[^/]*$|data[^/]*$|^data/", re.I)
PERMISSION = re.compile(
    r"licen[cs]|\bcc[- ]?by|\bcc-?0\b|public domain|permission|permitted|open data|\bodbl\b|\bodc\b|terms of use"
    r"|synthetic|simulated|generated|under (a |the )?(contract|agreement|clause)|(contract|agreement)'s clause"
    r"|lizenz|gemeinfrei|erlaubnis|genehmigung|nutzungsbedingungen|synthetisch|simuliert|erzeugt"
    r"|synthétique|autorisation|domaine public|licence ouverte|simulé"
    r"|licencia|permiso|dominio público|sintétic|licença|permissão|domínio público|sintétic"
    r"|licenza|permesso|pubblico dominio|sintetic|licentie|toestemming|licencj|zezwolen|lisans"
    r"|공공누리|이용허락|이용약관|利用規約|使用条款|условия использования"
    r"|лицензи|разрешени|синтетическ|许可|授权|合成|ライセンス|許諾|合成|라이선스|합성",
    re.I,
)
SOURCE = re.compile(
    r"https?://|\b[\w-]{2,60}\.(org|com|net|gov|edu|eu|io|int|de|fr|es|pt|pl|nl|ru|jp|kr|cn|br|uk|at|ch|se|ge|tr)\b"
    r"|\b(readings?|receipts?|records?|logs?|measurements?|registers?|exports?|invoices|statistics|surveys?) of\b"
    r"|\b(office|ministry|agency|bureau) (of|for)\b|통계청|統計局|统计局|росстат"
    r"|\bfrom\b|\bsource|\bgenerat|\bcollect|\bscript|\bdownload|\bprovided by\b"
    r"|\bquelle|\bstamm[te]|\berhoben|\bprovien|\bfuente|\bprocede|\bfonte|\bproven|\bbron\b|\bafkomstig|\bźródł"
    r"|\bkaynak|источник|来源|出典|출처",
    re.I,
)


def detect(tree: Tree, tracked: Iterable[Place], fetched: Iterable[Place]) -> Provenance:
    """The first document that names source and terms, beside how the data is pinned and fetched."""
    return Provenance(statement=_statement(tree), tracked=tuple(tracked), fetched=tuple(fetched))


def _statement(tree: Tree) -> Place | None:
    """A data card, or a section on data, that names where it is from and under which terms."""
    pages = [path for path in tree.of_kind(Kind.DOCS) if ending(path) in PAGES]
    for path in pages:
        if CARD.search(path) and _says_both(tree.read(path) or ""):
            return Place(name="data card", path=path)
    for path in sorted(pages, key=lambda path: (path.count("/"), path)):
        if ABOUT_DATA.search(path) and (line := _section(tree, path)):
            return Place(name="section on data", path=path, line=line)
    return None


def _section(tree: Tree, path: str) -> int | None:
    """The line of the section on data that says both."""
    text = tree.read(path) or ""
    if not has_heading(text, lambda line: matches(line, DATA)) or not (page := tree.page(path)):
        return None
    for one in page.headings:
        if matches(one.title, DATA):
            below = page.below(one)
            said = [section.prose for section in below] + [link for section in below for link in section.links]
            if _says_both(" ".join(said)):
                return one.line
    return None


def _says_both(text: str) -> bool:
    return SOURCE.search(text) is not None and PERMISSION.search(text) is not None
