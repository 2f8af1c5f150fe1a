r"""Formulas on a page count once each, however they are set, and are known by the digest that files have for them."""

from __future__ import annotations

from datetime import date

import pytest

from evidence.reading.shapes import katex
from folio.evidence.model import ArticleSeen
from folio.evidence.reading.page import read_page
from folio.repository.documents.formulas import digest

TEX = "\\frac{a}{b}"
MATHML = "<mfrac><mi>a</mi><mi>b</mi></mfrac>"
PROSE = "<p>Some words around it, so that there is a text at all, and a few more for good measure.</p>"


def seen(html: str) -> ArticleSeen:
    read = read_page(f"<article>{PROSE}{html}{PROSE}</article>", "https://ada.example/a", date(2026, 11, 22)).seen
    assert read is not None
    return read


@pytest.mark.parametrize(
    "html",
    [
        katex(TEX),
        f'<div class="math">{katex(TEX, display=False).replace("<mrow>", "<mrow><mstyle displaystyle=true>")}</div>',
        f"<p>$${TEX}$$</p>",
        f"<p>\\[{TEX}\\]</p>",
        f"<p>Therefore $${TEX}$$ holds.</p>",
        f"<p>\\begin{{align}}{TEX}\\end{{align}}</p>",
        f'<span class="math display">\\[{TEX}\\]</span>',
        f'<div class="arithmatex">\\[{TEX}\\]</div>',
        f'<script type="math/tex; mode=display">{TEX}</script>',
        f'<div class="MathJax_Display"><span class="MathJax">a/b</span></div><script type="math/tex;mode=display">{TEX}</script>',
        f'<math display="block" alttext="{TEX}">{MATHML}</math>',
        f'<math display="block"><semantics>{MATHML}<annotation encoding="application/x-tex">{TEX}</annotation></semantics></math>',
        f'<mjx-container display="true"><svg></svg><mjx-assistive-mml><math alttext="{TEX}">{MATHML}</math></mjx-assistive-mml></mjx-container>',
        f'<d-math block="">{TEX}</d-math>',
        f'<div class="latex-rendered" data-attrs="{{&quot;persistentExpression&quot;:&quot;\\{TEX}&quot;}}"></div>',
        f'<p><img class="latex" src="https://s0.wp.com/latex.php?latex=x" alt="{TEX}"></p>',
    ],
)
def test_a_display_formula_counts_and_says_what_it_says(html: str) -> None:
    found = seen(html)
    assert (found.formulas, found.figures, found.derivations) == (1, 0, (digest(TEX),))


@pytest.mark.parametrize(
    "html",
    [
        f"<p>So {katex('x', display=False)} is small.</p>",
        "<p>So \\(x\\) is small.</p>",
        "<p>So <script type='math/tex'>x</script> is small.</p>",
        "<p>So <math><mi>x</mi></math> is small.</p>",
        "<p>So <d-math>x</d-math> is small.</p>",
        "<p>So <img class='latex' src='/latex.php?latex=x' alt='x'> is small.</p>",
        "<p>So <mjx-container><svg></svg></mjx-container> is small.</p>",
    ],
)
def test_a_formula_within_a_line_is_no_word_no_figure_and_no_formula_of_its_own(html: str) -> None:
    found, plain = seen(html), seen("<p>So is small.</p>")
    assert (found.words, found.formulas, found.figures) == (plain.words, 0, 0)


def test_mathml_without_its_source_is_told_by_its_operators() -> None:
    found = seen(f'<math display="block" class="x">{MATHML}</math>')
    assert (found.formulas, len(found.derivations)) == (1, 1)


def test_a_drawing_without_any_source_is_a_formula_that_says_nothing() -> None:
    found = seen('<mjx-container display="true"><svg viewBox="0 0 900 900"></svg></mjx-container>')
    assert (found.formulas, found.figures, found.derivations) == (1, 0, ())


def test_a_picture_of_a_formula_is_a_picture() -> None:
    found = seen('<figure><img src="https://miro.medium.com/v2/1*formula.png"></figure>')
    assert (found.formulas, found.figures) == (0, 1)


def test_money_is_no_formula() -> None:
    assert seen("<p>It fell from $5 to $6, and \\$7 was left of $$ and of nothing else.</p>").formulas == 0


def test_a_formula_in_code_is_code() -> None:
    found = seen(f"<p>Write <code>$${TEX}$$</code>.</p><pre>$$\n{TEX}\n$$</pre>")
    assert (found.formulas, found.derivations) == (0, ())


def test_a_mark_that_is_never_closed_is_text() -> None:
    found = seen("<p>An open \\[ bracket and \\begin{align} nothing else.</p>")
    assert (found.formulas, found.words) == (0, seen("<p>An open bracket and begin align nothing else.</p>").words)
