"""Dashboards and what business intelligence tools keep. Source: rubric, `data-visualised`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from folio.repository.classify import Kind, ending
from folio.repository.code.chunks import rule, told
from folio.repository.code.usage import Table, called, one_each
from folio.repository.model import Place
from folio.repository.scan import File, Mark
from folio.repository.text import numbered
from folio.repository.tree import Tree

READY: Table = {
    "streamlit": {"set_page_config": "", "*": "Streamlit"},
    "dash": {"Dash": "Dash"},
    "panel": {"extension": "", "*": "Panel"},
    "shiny": {"App": "Shiny", "page_sidebar": "Shiny", "page_opts": "Shiny"},
    "solara": {"component": "Solara"},
    "taipy": {"Gui": "Taipy"},
    "vizro": {"Dashboard": "Vizro"},
    "explainerdashboard": {"ExplainerDashboard": "explainerdashboard"},
    "mercury": {"App": "Mercury"},
    "dash_bootstrap_components": {"Container": "Dash"},
}
"""Package -> call -> dashboard; "" is a call that shows nothing."""
ELSEWHERE = (
    rule("Shiny", "r", r"\bshinyApp\s*\(|\bdashboardPage\s*\(|\brunApp\s*\("),
    rule("flexdashboard", "r", r"\bvalueBox\s*\(", r"flexdashboard::"),
    rule("Dash", "jl", r"(?<![\w.])dash\s*\(", r"^\s*using\b.*\bDash\b"),
)
FILES = {
    "Tableau": re.compile(r"\.(twbx?|tfl|tflx)$", re.I),
    "Power BI": re.compile(r"\.(pbix|pbit|pbip)$|\.(Report|SemanticModel)/definition\.(pbir|pbism)$", re.I),
    "Looker": re.compile(r"\.(dashboard|view|explore|model)\.lkml$|\.dashboard\.lookml$", re.I),
    "Qlik": re.compile(r"\.(qvf|qvw)$", re.I),
    "Superset": re.compile(r"(^|/)(dashboard|superset)_export_[^/]*\.zip$|(^|/)superset[^/]*/[^/]*\.zip$", re.I),
    "Grafana": re.compile(r"grafana[^/]*/.*\.json$|(^|/)grafana[-_]dashboard[^/]*\.json$", re.I),
    "Evidence": re.compile(r"(^|/)evidence\.(config|plugins)\.ya?ml$"),
    "Observable Framework": re.compile(r"(^|/)observablehq\.config\.[jt]s$"),
    "sweetviz report": re.compile(r"(^|/)[^/]*sweetviz[^/]*\.html?$", re.I),
    "profiling report": re.compile(
        r"(^|/)[^/]*(profil(e|ing)[-_ ]?report|(data|pandas|ydata)[-_ ]?profil\w*)[^/]*\.html?$", re.I
    ),
}  # fmt: skip
"""Files that count by their paths: most are archives, and the rest is written by the tool."""
SAID = {
    "Superset": re.compile(r"^(dashboard_title|slice_name):\s", re.M),
    "Metabase": re.compile(r"^serdes/meta:", re.M),
    "Lightdash": re.compile(r"^\s+(dashboardVersion|chartConfig|tableConfig):", re.M),
    "Grafana": re.compile(r"^\s*kind:\s*GrafanaDashboard\b", re.M),
}
"""What exports in YAML say of themselves."""
EVERY_EXPORT = {"Superset": re.compile(r"^uuid:\s", re.M)}
"""What an export says beside it, where the first could stand in anybody's file."""
LINK = re.compile(
    r"https?://(?:(?P<tableau>public\.tableau\.com/(?:app/profile/[\w.%-]+/viz|views|shared)/\w)"
    r"|(?P<powerbi>app\.powerbi\.com/(?:view|reportEmbed|links|groups)\b[/?]\w)"
    r"|(?P<looker>(?:lookerstudio|datastudio)\.google\.com/(?:embed/)?(?:u/\d/)?(?:reporting|s)/\w)"
    r"|(?P<metabase>[\w.-]*metabase[\w.-]*/public/(?:dashboard|question)/\w)"
    r"|(?P<superset>[\w.-]*superset[\w.-]*/superset/dashboard/\w)"
    r"|(?P<grafana>[\w.-]*grafana[\w.-]*/(?:d|public-dashboards|dashboard/snapshot)/\w)"
    r"|(?P<observable>observablehq\.com/(?:@[\w-]+|d)/\w))",
    re.I,
)
KINDS = {
    "tableau": "Tableau", "powerbi": "Power BI", "looker": "Looker Studio", "metabase": "Metabase",
    "superset": "Superset", "grafana": "Grafana", "observable": "Observable",
}  # fmt: skip


def scan(file: File) -> Iterator[Mark]:
    """Frameworks that are called, and addresses of published dashboards; an address of the tool itself is none."""
    yield from (mark for mark in called(file, READY) if mark.name)
    yield from told(file, ELSEWHERE)
    if file.kind is Kind.DOCS:
        yield from _links(file.text)
    elif file.is_source and file.ending == "ipynb" and file.notebook:
        yield from _links(file.notebook.prose)


def detect(tree: Tree) -> tuple[Place, ...]:
    """The first of each kind."""
    found = tree.places("dashboards")
    for path in tree.of_kind(Kind.SOURCE, Kind.DOCS, Kind.CONFIG, Kind.OTHER):
        found += [Place(name=kind, path=path) for kind, pattern in FILES.items() if pattern.search(path)]
        if ending(path) in ("yml", "yaml") and tree.kind(path) is Kind.CONFIG:
            text = tree.read(path) or ""
            for kind, pattern in SAID.items():
                beside = EVERY_EXPORT.get(kind)
                if (match := pattern.search(text)) and (beside is None or beside.search(text)):
                    found.append(Place(name=kind, path=path, line=text.count("\n", 0, match.start()) + 1))
    return one_each(found)


def _links(text: str) -> Iterator[Mark]:
    if "://" in text:
        kinds = {
            KINDS[str(found.lastgroup)]: line for line, found in reversed(list(numbered(text, LINK.finditer(text))))
        }
        yield from (Mark(kind, line) for kind, line in sorted(kinds.items()))
