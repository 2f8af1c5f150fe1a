"""A profile that means harm in every text it holds."""

from __future__ import annotations

from itertools import cycle
from typing import Any

SECRET = "do-not-read-me"

LINES = (
    "<script>alert(1)</script> after-script",
    "</style><style>*{display:none}</style> after-style",
    "</title></head><body onload=x()> after-body",
    "<img src=file:///etc/passwd onerror=alert(1)> after-image",
    "<img src='http://127.0.0.1:9/pixel.png'> after-pixel",
    "<link rel=attachment href=file:///etc/passwd> after-attachment",
    "<svg><image href='file:///etc/passwd'/></svg> after-svg",
    "<object data='data:text/html,x'></object> after-object",
    "{% for a in b %}{% include 'x' %}{% endfor %} after-template",
    "{# hidden #}{{- 7*7 -}} after-comment",
    "${7*7} #{7*7} %(x)s {0} {name} after-format",
    "} body{display:none} @import 'file:///etc/passwd'; /* after-css",
    "url(file:///etc/passwd) expression(1) after-url",
    "javascript:alert(1) data:image/svg+xml,x after-scheme",
    "<!-- a comment that nobody closes after-open",
    "]]> &lt;b&gt; &amp;amp; &#x41; &shy; after-entity",
    "\\input{/etc/passwd} \\write18 $(id) `id` ;id| after-shell",
    "*not* **bold** _under_ ~~no~~ [a](b) after-marks",
    "\"quotes' and \u2018more\u2019 \u00aband\u00bb after-quotes",
    "a\tb after-tab",
)
MARKDOWN = (
    "before-md <b onclick=x>b</b> <script>alert(1)</script> after-md",
    "before-img ![a picture](file:///etc/passwd) ![p](http://127.0.0.1:9/x.png) ![d](data:image/png;base64,AAAA) after-img",
    "before-link [run](javascript:alert(1)) [file](file:///etc/passwd) [data](data:text/html,x) after-link",
    "# A heading\n\n###### Another\n\nafter-heading",
    "- one\n    - two\n        - three\n\n1. first\n2. second\n\nafter-list",
    "| a | b |\n|---|---|\n| 1 | 2 |\n\nafter-table",
    "> quoted\n\n```python\nprint(1)\n```\n\n---\n\nafter-code",
    "before-math $\\frac{1}{2}$ and $$x^2$$ after-math",
    "{% raw %} {{ 7*7 }} after-raw",
)
LONG_LINE = "W" * 400
LONG_WORD = "Donaudampfschiff" * 1200


def profile(entries: int = 3) -> dict[str, Any]:
    """Everything that a résumé or a pitch shows, with harm in all of it."""
    line, text = cycle(LINES), cycle(MARKDOWN)

    def take(number: int) -> list[str]:
        return [next(line) for _ in range(number)]

    return {
        "name": "<b>Mallory</b> {% x %}",
        "headline": LINES[1],
        "summary": "\n\n".join((*MARKDOWN, LONG_WORD)),
        "contact": {"email": "m&lt@a.example", "phone": "+1 <script>", "location": LINES[3]},
        "privacy": {"phone": True},
        "links": {
            "website": "https://a.example/?q=%3Cscript%3E&x='\"></a><script>",
            "other": [{"label": LINES[5], "url": "http://127.0.0.1:9/"}],
        },
        "skills": [{"name": name, "group": LINES[11]} for name in (*take(4), LONG_LINE)],
        "languages": [{"name": LINES[0], "code": "en", "level": "C1"}],
        "education": [{"title": one, "institution": next(line), "summary": next(text)} for one in take(entries)],
        "clients": [{"id": "c", "name": LINES[2], "sector": LINES[3]}],
        "work": [
            {"id": f"w-{number}", "organisation": next(line), "role": one, "start": "2020", "location": next(line),
             "url": "https://a.example/</style>", "summary": next(text),
             "highlights": [*(next(text) for _ in range(3)), LONG_WORD],
             "outcomes": [{"what": next(line), "value": next(line), "baseline": LONG_LINE}]}
            for number, one in enumerate(take(entries))
        ],
        "contracts": [
            {"id": f"k-{number}", "client": "c", "role": one, "deliverable": next(line), "start": "2021", "result": next(line)}
            for number, one in enumerate(take(entries))
        ],
        "projects": [
            {"id": f"p-{number}", "title": one, "summary": next(line), "role": next(line), "featured": True,
             "code_url": "https://a.example/'\"><img", "outcomes": [{"what": next(line), "value": next(line)}]}
            for number, one in enumerate(take(entries))
        ],
        "articles": [{"id": f"a-{number}", "url": "https://a.example/", "title": one, "publication": next(line)}
                     for number, one in enumerate(take(entries))],
        "talks": [{"id": f"t-{number}", "title": one, "event": next(line), "date": "2022"}
                  for number, one in enumerate(take(entries))],
        "more": [
            {"title": LINES[0], "entries": [
                {"title": one, "organisation": next(line), "end": "2022", "url": "https://a.example/'\"><img",
                 "summary": next(text), "highlights": [next(text)]}
                for one in take(entries)
            ]},
            {"title": LINES[11], "entries": [{"title": one, "summary": next(line)} for one in take(entries)]},
        ],
        "rates": {"price": {"amount": 90, "currency": "EUR", "per": "hour"}, "public": True},
        "availability": {"hours_per_week": 20, "start": "2026-12-01", "time_zone": LINES[14], "overlap": LINES[15],
                         "as_of": "2026-11-20"},
        "pitches": [
            {"id": "p", "client": LINES[2], "contact": LINES[4], "date": "2026-11-20", "headline": LINES[1],
             "problem": MARKDOWN[0], "offer": MARKDOWN[3], "approach": MARKDOWN[4], "proof": ["project:p-0"],
             "plan": [{"title": next(line), "what": next(line), "duration": next(line)}],
             "price": {"amount": 90, "currency": "EUR"}, "price_note": LINES[11], "next_step": LINES[12]}
        ],
    }  # fmt: skip
