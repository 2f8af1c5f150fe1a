"""A person's Markdown file is measured without what its site generator needs in it."""

from __future__ import annotations

import pytest

from folio.evidence.model import ArticleSeen
from folio.evidence.reading.dialects import plain
from folio.evidence.reading.measure import look
from folio.profile.manuscript import Manuscript


def seen(text: str) -> ArticleSeen:
    return look(Manuscript(text), path="a.md")


@pytest.mark.parametrize(
    "text",
    [
        "One two.\n\n<!-- not yet: three\nfour -->",
        '<div align="center" style="color: red">\nOne <b>two</b>.\n</div>',
        "<style>\np { color: red }\n</style>\nOne two.",
        "<script>var words = 1</script>One two.",
        "One two.\n\n{{< youtube id=w7Ft2ymGmfc >}}\n\n{{% notice tip %}}",
        "One two. {% include note.html text='three four' %} {{ site.url }}",
        "::: {.callout-note}\nOne two.\n:::",
        ":::tip[]\n\nOne two.\n\n:::",
        "One two.\n{: .lead #first}",
        "import Chart from '../chart'\nexport { x } from 'y'\n\nOne two.",
        "One<br>two.",
        "+++\ntitle = 'Three four five'\ndraft = false\n+++\n\nOne two.",
    ],
)
def test_only_what_a_person_reads_are_words(text: str) -> None:
    assert seen(text).words == 2


@pytest.mark.parametrize(
    "text",
    [
        '<img src="a.png" width="75%">',
        "<p align='center'>\n<img alt='x'\n src='a.png'>\n</p>",
        '{{< figure src="a.png" caption="A chart" >}}',
        "![A chart](a.png){width=75%}",
        "![A chart](a.png){: .wide}",
    ],
)
def test_pictures_are_figures_however_they_are_put_in(text: str) -> None:
    assert (seen(text).figures, seen(text).words) == (1, 0)


def test_links_in_html_are_links() -> None:
    assert seen('See <a href="https://github.com/ada/loom">the loom</a>.').links == ("https://github.com/ada/loom",)
    assert seen("See <https://github.com/ada/loom>.").links == ("https://github.com/ada/loom",)


def test_headings_are_without_their_attributes() -> None:
    assert seen("## What failed {#failed .wide}\n\nOne.").headings == ("What failed",)


def test_code_in_jekylls_own_marks_is_code() -> None:
    lines = "\n".join(f"line {at}" for at in range(6))
    found = seen(f"One.\n\n{{% highlight python linenos %}}\n{lines}\n{{% endhighlight %}}\n\nTwo.")
    assert (found.code_blocks, found.words) == (1, 2)


@pytest.mark.parametrize(
    "text",
    [
        "Plain text with $5, a < b and {braces}, and then {more}",
        "```html\n<div class='x'>{{ y }}</div>\n:::\n```",
        "~~~~\n~~~\n<b>\n~~~~",
        "Write `<img src=x>` and ``{{< figure >}} ` `` in it.",
        "$$\na < b, \\frac{a}{b}\n$$",
        "[link](<https://a.example/b c>) and <https://a.example/>",
    ],
)
def test_what_is_markdown_stays_as_it_is(text: str) -> None:
    assert plain(text) == text


def test_lines_stay_where_they_are() -> None:
    text = "<!--\na\nb\n-->\n# One\n\n<style>\nx\n</style>\n::: box\n## Two\n:::\n{{< figure\n src=x >}}\n## Three\n"
    lines = plain(text).split("\n")
    assert len(lines) == len(text.split("\n"))
    assert [at for at, line in enumerate(lines) if line.startswith("#")] == [4, 10, 14]
