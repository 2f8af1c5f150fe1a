"""Writes docs/reference/advice.md, the reference of what `folio validate` finds, from the rules themselves.

    tools/advice_docs.py [--check]

`--check` writes nothing, and fails when the page is not what would be written.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from folio.advice.listed import RULES, says
from folio.advice.rules.texts import ROOM
from folio.document import dotted
from folio.mending.places import PLACES
from folio.mending.values import VALUES

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "advice.md"
BY_HAND = "<!-- Made by tools/advice_docs.py; change the rules and run it again. -->"
INTRO = """\
`folio validate` tells two kinds of problem. An **error** stops every other command: exit status 2. A **warning** stops
nothing; it is about what will look bad to a client, and is looked for once there are no errors. `--strict` makes
warnings count: exit status 1.

Results go to standard output, one problem a line, with the file, the line and the column:

```
profile.yaml:3:10: warning: summary: a single word; say in two or three sentences whom you help, ...
```
"""
MENDED = """\
`--fix` mends what needs no thought, in the text itself: comments, order, quotes, blank lines and every line that is
right stay as they are, byte for byte. It tells each change; `--diff` shows them all and writes nothing. A repair that
would leave more errors than before is not made, and what can mean two things, such as `03/04/2024`, is left for you.
"""
FORMS = """\
`--format json` prints one object. Fields may be added to it; none is taken away or given another meaning.

| field | holds |
|---|---|
| `profile` | the path of the file that was looked at |
| `errors`, `warnings` | how many there are of each |
| `problems[].severity` | `error` or `warning` |
| `problems[].rule` | what kind of problem it is, by a name that stays: a rule on this page, or another one for errors |
| `problems[].file`, `line`, `column` | where it is, counted from 1; line 0 for what `--set` said |
| `problems[].field` | the field, such as `projects[0].live.url`; empty for a file as a whole |
| `problems[].message`, `todo` | what is wrong, and what to do |
| `problems[].fixable` | whether `--fix` knows a repair |

`--format sarif` prints SARIF 2.1.0 for code scanning and editors, `--format github` annotations for a workflow's run.
"""
REPAIRS = {
    "boolean": ("`ture`", "`true`"),
    "choice": ("`Data_Engineer`", "`data-engineer`"),
    "colour": ("`#abc`", "`#aabbcc`"),
    "colour-in-comment": ("`accent: #1f4e5f`", "`accent: '#1f4e5f'`"),
    "currency": ("`eur`", "`EUR`"),
    "date": ("`03/2024`, `March 2024`, `2024/3/5`, `end: present`", "`2024-03`, `2024-03-05`, `end: null`"),
    "duplicate-skill": ("a second `python` that says no more", "taken out"),
    "email-address": ("`<ada@loom.dev>`", "`ada@loom.dev`"),
    "entry-name": ("`project:Churn Model`", "`project:churn-model`"),
    "evidence-link": ("`project:Churn Model`", "`project:churn-model`"),
    "falling-range": ("`amount: 90, up_to: 80`", "`amount: 80, up_to: 90`"),
    "github-name": ("`@ada`, `https://github.com/ada`", "`ada`"),
    "invisible-character": ("a character that nobody sees", "taken out"),
    "language-tag": ("`pt_BR`", "`pt-BR`"),
    "number": ("`3 500`", "`3500`"),
    "short-name": ("`Churn Model`", "`churn-model`, wherever it is named"),
    "unknown-entry": ("`a--b`, once the entry is called `a-b`", "`a-b`"),
    "unknown-field": ("`headlin`", "`headline`, where one name is near enough"),
    "unreachable-email": ("`mailto:ada@loom.dev`", "`ada@loom.dev`"),
    "web-address": ("`ada.dev/cv`", "`https://ada.dev/cv`"),
}
"""By rule, what is written and what becomes of it."""


def lines() -> Iterator[str]:
    yield from ("# What validate finds", "", BY_HAND, "", INTRO)
    yield from ("## Warnings", "", "| rule | what it finds |", "|---|---|")
    yield from (f"| `{name}` | {says(rule)} |" for name, rule in RULES.items())
    yield from (
        "",
        "### Room for texts",
        "",
        "What `too-long` goes by: the characters that looks and themes show well.",
        "",
    )
    yield from ("| field | characters | because it is |", "|---|---|---|")
    yield from (f"| `{dotted(path).replace('.*', '[]')}` | {most} | {where} |" for path, most, where in ROOM)
    yield from ("", "## Repairs", "", MENDED, "| rule | from | to |", "|---|---|---|")
    yield from (f"| `{name}` | {REPAIRS[name][0]} | {REPAIRS[name][1]} |" for name in sorted({*VALUES, *PLACES}))
    yield "| `yaml` | tabs in the indentation, control characters, a byte order mark | spaces, or taken out |"
    yield from ("", "## Forms for programs", "", FORMS.rstrip())


def page() -> str:
    return "\n".join(lines()) + "\n"


def main() -> int:
    wanted = page()
    if "--check" in sys.argv[1:]:
        fine = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == wanted
        print(f"{PAGE.name}: {'as it should be' if fine else 'run tools/advice_docs.py'}")
        return 0 if fine else 1
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
