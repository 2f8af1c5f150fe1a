"""Code on a page is counted as its author wrote it, whatever highlighter drew it."""

from __future__ import annotations

import pytest

from evidence.reading.shapes import breaks, chroma, rouge, spans
from folio.evidence.reading.html import body, parse
from folio.evidence.reading.listings import set_listings
from folio.evidence.reading.writer import markdown

LINES = "def mean(values):\n    if not values:\n        return None\n    total = sum(values)\n    return total / len(values)\n"
EACH = LINES.splitlines()
GUTTER = "".join(f'<span class="line">{at}</span><br>' for at, _ in enumerate(EACH, 1))


def code(html: str) -> str:
    tree = parse(html)
    set_listings(tree)
    return markdown(body(tree), "https://ada.example/")


@pytest.mark.parametrize(
    "html",
    [
        f'<pre><code class="language-python">{LINES}</code></pre>',
        f'<pre class="language-python"><code>{spans(LINES)}</code></pre>',
        chroma("python", LINES),
        rouge("python", LINES),
        f'<figure class="highlight python"><table><tr><td class="gutter"><pre>{GUTTER}</pre></td><td class="code"><pre data-lang="python">'
        f"{'<br>'.join(f'<span class=line>{spans(line)}</span>' for line in EACH)}<br></pre></td></tr></table></figure>",
        f'<div class="highlight"><table class="highlighttable"><tr><td class="linenos"><div class="linenodiv"><pre>1\n2\n3\n4\n5</pre></div></td>'
        f'<td class="code"><div class="highlight"><pre class="language-python">{spans(LINES)}</pre></div></td></tr></table></div>',
        '<pre data-language="python"><code>'
        + "".join(
            f'<span data-line=""><span class="linenos">{at}</span>{spans(line)}</span>\n'
            for at, line in enumerate(EACH, 1)
        )
        + "</code></pre>",
        f'<div class="language-python"><pre><code>{"".join(f"<span class=token-line>{spans(line)}</span>" for line in EACH)}</code></pre></div>',
        f'<div class="sourceCode" id="cb1"><pre class="sourceCode language-python"><code>{spans(LINES)}</code></pre></div>',
        f'<pre data-lang="python"><span id="0f3c">{breaks(LINES)}</span></pre>',
        f'<pre data-lang="python">{"".join(f"<div>{spans(line)}</div>" for line in EACH)}</pre>',
        f'<pre class="brush: python;">{LINES}</pre>'.replace("brush: python;", "brush:python;"),
    ],
)
def test_a_block_of_code_is_its_lines_and_nothing_else(html: str) -> None:
    assert code(html) == f"```python\n{LINES}```\n"


@pytest.mark.parametrize(
    "html",
    [
        "<div class='cell-output cell-output-stdout'><pre><code>0.21\n0.22</code></pre></div>",
        "<div class='output_area'><div class='prompt'>Out[3]:</div><div class='output_text'><pre>0.21</pre></div></div>",
        "<div class='jp-OutputArea-output jp-RenderedText'><pre>0.21</pre></div>",
    ],
)
def test_what_a_program_printed_is_nobodys_writing(html: str) -> None:
    assert code(f"<p>Before.</p>{html}<p>After.</p>").split() == ["Before.", "After."]


def test_numbers_of_cells_are_left_out_and_a_box_called_prompt_is_not() -> None:
    html = "<div class='prompt input_prompt'>In [3]:</div><div class='prompt'>You are a helpful assistant.</div>"
    assert code(html) == "You are a helpful assistant.\n"


def test_code_that_holds_fences_is_fenced_with_more() -> None:
    assert code("<pre>```\nnot the end\n```</pre>") == "````\n```\nnot the end\n```\n````\n"


def test_a_table_of_data_in_which_a_column_is_called_like_line_numbers_stays() -> None:
    html = "<table><tr><th class='line-numbers'>model</th><th>error</th></tr><tr><td>one</td><td>2</td></tr></table>"
    assert code(html) == "| model | error |\n| --- | --- |\n| one | 2 |\n"
