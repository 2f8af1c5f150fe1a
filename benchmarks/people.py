"""An invented person with as much work as a site may have to show: the same folder for the same numbers, each time.

    python benchmarks/people.py FOLDER [--projects 40] [--articles 25] [--pages N]

Forty projects are what the site is judged by beside the sample; a hundred and a thousand pages what it is timed with.
"""

from __future__ import annotations

import argparse
import io
import math
import random
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

PROJECTS, ARTICLES = 40, 25
OTHER_PAGES = 14
"""Pages that are neither a case study nor an article: home, lists, about, contact and the like."""
PASSAGES = ("problem", "constraints", "approach", "outcome", "my_part")
TOLD_WHOLE = 300
"""With more projects than these each has two passages of a sentence: a profile is of 1 MiB at most."""
LAST_YEAR = 2026
SCREENS = 8
"""Different screenshots; projects share them, since drawing is slow and nobody looks."""
ADDRESS = "https://halvorsen-abadi.example"


def write(folder: Path, *, projects: int = PROJECTS, articles: int = ARTICLES, pictures: bool = True) -> Path:
    """Writes the person's profile into the folder, which may exist, and returns it."""
    files = {"profile.yaml": _yaml(_profile(projects, articles, pictures))}
    files |= {f"articles/{name}.md": text for name, text in map(_article, range(articles))}
    images = {"img/noor.jpg": _portrait()} | {f"img/screen-{one}.png": _screen(one) for one in range(SCREENS)}
    images |= {f"img/chart-{one}.svg": _chart(one) for one in range(SCREENS)}
    for name, text in files.items():
        _put(folder / name, text.encode())
    for name, content in images.items() if pictures else ():
        _put(folder / name, content)
    return folder


def with_pages(folder: Path, pages: int) -> Path:
    """The same for a site of about so many pages: three case studies to seven articles."""
    left = max(pages - OTHER_PAGES, 2)
    projects = max(1, left * 3 // 10)
    return write(folder, projects=projects, articles=left - projects)


def _profile(projects: int, articles: int, pictures: bool) -> dict[str, Any]:
    words = _words()
    person = {name: words[name] for name in ("name", "headline", "summary")} | {
        "track": "data-engineer",
        "contact": {
            "email": "noor@halvorsen-abadi.example",
            "calendar": f"{ADDRESS}/call",
            "location": "Bergen, Norway",
            "reply_within": "two working days",
        },
        "links": {"website": ADDRESS, "linkedin": "https://linkedin.example/in/noor"},
        "focus": {
            "specialisms": ["data platforms", "analytics engineering"],
            "audience": "firms with more questions than engineers",
            "result": "numbers that people ask for themselves",
        },
        "languages": [
            {"name": "Norwegian", "code": "no", "level": "native"},
            {"name": "English", "code": "en", "level": "C2"},
        ],
        "availability": {
            "hours_per_week": 24,
            "start": "2027-01-04",
            "time_zone": "Europe/Oslo",
            "as_of": "2026-11-18",
        },
        "rates": {"price": {"amount": 110, "currency": "EUR", "per": "hour"}},
        "publishing": {"site_url": ADDRESS},
    }
    if pictures:
        person["photo"] = {"file": "img/noor.jpg", "alt": "Noor Halvorsen-Abadi, in front of a grey wall"}
    return person | {
        "skills": _skills(projects),
        "clients": [
            {"id": f"client-{number}", "name": name, "sector": sector}
            for number, (name, sector) in enumerate(words["clients"])
        ],
        "work": [_position(number) for number in range(5)],
        "education": [
            {"title": "MSc Mathematics", "institution": "University of Bergen", "start": "2009", "end": "2014"}
        ],
        "projects": [_project(number, projects, pictures) for number in range(projects)],
        "articles": [{"id": f"article-{one}", "file": f"articles/article-{one}.md"} for one in range(articles)],
        "references": [_reference(number) for number in range(len(words["people"]))],
        "services": [_service(row, projects) for row in words["services"]],
        "site": {
            "questions": [{"question": asked, "answer": said} for asked, said in words["questions"]],
            "now": {"text": words["now"], "date": "2026-11-15"},
            "form": {"action": "https://forms.halvorsen-abadi.example/noor", "note": "Goes to my own form service."},
            "imprint": words["imprint"],
            "privacy": words["privacy"],
        },
    }


def _project(number: int, of: int, pictures: bool) -> dict[str, Any]:
    words, chance = _words(), random.Random(f"project {number}")
    client, _ = words["clients"][number % len(words["clients"])]
    end = LAST_YEAR - number * 12 // max(of, 1)
    skills = chance.sample(words["skills"], 4)
    given = {"client": client, "skill": skills[0], "other": skills[1], "number": chance.randint(3, 19)}
    project: dict[str, Any] = {
        "id": f"project-{number}",
        "title": _again(words["subjects"], number),
        "summary": f"How {client} came to numbers that its own people ask for, with {skills[0]} and {skills[1]}.",
        "role": chance.choice(words["roles"]),
        "client": f"client-{number % len(words['clients'])}",
        "start": f"{end - number % 2}-{chance.randint(1, 6):02}",
        "end": f"{end}-{chance.randint(7, 10):02}",
        "featured": number < 3,
        "skills": skills,
        "outcomes": [
            {"what": what, "value": str(chance.randint(2, 98)), "unit": unit, "baseline": before}
            for what, unit, before in chance.sample(words["outcomes"], 1 + number % 3)
        ],
    }
    passages, sentences = (PASSAGES, None) if of <= TOLD_WHOLE else (PASSAGES[:2], 1)
    for part in passages:
        project[part] = " ".join(text.format(**given) for text in words[part][:sentences])
    if pictures and number % 3 != 2:
        kind, form = ("screen", "png") if number % 3 == 0 else ("chart", "svg")
        shown = f"img/{kind}-{number // 3 % SCREENS}.{form}"
        project["picture"] = {
            "file": shown,
            "alt": f"Twelve bars, one for each month at {client}",
            "caption": "By month",
        }
    if number % 4 == 0:
        project["live"] = {"url": f"https://project-{number}.example", "since": f"{end}"}
    return project


def _again(titles: Sequence[str], number: int) -> str:
    """The title of this number; each round through the list is a further part."""
    round_, place = divmod(number, len(titles))
    return f"{titles[place]}, part {round_ + 1}" if round_ else titles[place]


def _skills(projects: int) -> list[dict[str, Any]]:
    return [
        {"name": name, "group": group, "evidence": [f"project:project-{place % projects}"]}
        for group, names in _words()["groups"].items()
        for place, name in enumerate(names)
    ]


def _position(number: int) -> dict[str, Any]:
    client, sector = _words()["clients"][number]
    start = 2023 - number * 2
    return {
        "id": f"position-{number}",
        "organisation": client,
        "role": "Data engineer" if number else "Founder and data engineer",
        "start": f"{start}-02",
        "summary": f"Data platform and reports for {sector}.",
        "highlights": _words()["outcome"][: 2 + number % 2],
    } | ({"end": f"{start + 2}-01"} if number else {})


def _reference(number: int) -> dict[str, Any]:
    words = _words()
    return {
        "id": f"reference-{number}",
        "name": words["people"][number],
        "role": "Head of operations",
        "organisation": words["clients"][number][0],
        "date": f"2026-{number + 1:02}",
        "consent": "public",
        "text": words["quotes"][number],
    }


def _service(row: Sequence[Any], projects: int) -> dict[str, Any]:
    name, title, duration, amount, per, summary = row
    return {
        "id": name,
        "title": title,
        "for_whom": "Firms whose numbers arrive too late",
        "summary": summary,
        "deliverables": [
            "A report of four pages",
            "Everything in your own repository",
            "Two sessions with your people",
        ],
        "duration": duration,
        "price": {"amount": amount, "currency": "EUR", "per": per},
        "exclusions": ["Nights and weekends", "Licences of other firms"],
        "evidence": [f"project:project-{number}" for number in range(min(2, projects))],
    }


def _article(number: int) -> tuple[str, str]:
    words, chance = _words(), random.Random(f"article {number}")
    title = _again(words["article_titles"], number)
    day = date(LAST_YEAR, 11, 10) - timedelta(days=37 * number)
    tags = ", ".join(sorted(chance.sample(words["article_tags"], 1 + number % 3)))
    one, two, three, four = chance.sample(words["paragraphs"], 4)
    return (
        f"article-{number}",
        f"""\
---
title: {title}
date: {day}
summary: {one.split(". ")[0]}.
tags: [{tags}]
---

{one}

## What it looks like

{two}

```sql
select shop, count(*) as rows, max(sold_at) as latest
from sales
where day = current_date - {chance.randint(1, 30)}  -- late ones are looked at on Tuesdays
group by shop
```

| rows | seconds | machine |
|---:|---:|---|
| {chance.randint(1, 9)} million | {chance.randint(2, 9)} | two cores |
| {chance.randint(20, 90)} million | {chance.randint(20, 99)} | two cores, and patience |

## What I do now

{three}

1. Say what one row stands for.
2. Count what was refused, and *say why*.
3. Delete what nobody reads.

{four}
""",
    )


def _chart(number: int) -> bytes:
    bars = "".join(
        f'<rect x="{40 + 60 * month}" y="{360 - height}" width="40" height="{height}" fill="#2f6f73"/>'
        for month, height in enumerate(_heights(number))
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 780 400">{bars}</svg>\n'.encode()


def _screen(number: int) -> bytes:
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (1400, 860), "#f6f7f5")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 1400, 70), fill="#21403f")
    draw.rectangle((0, 70, 220, 860), fill="#e3e9e6")
    for row in range(6):
        draw.rectangle((30, 120 + 60 * row, 150 + 8 * row, 136 + 60 * row), fill="#9bb1ab")
    for month, height in enumerate(_heights(number)):
        draw.rectangle((280 + 88 * month, 780 - height * 2, 340 + 88 * month, 780), fill=(47, 111 + 4 * month, 115))
    return _written(image, "PNG")


def _portrait() -> bytes:
    from PIL import Image, ImageDraw

    image = Image.linear_gradient("L").resize((900, 1100)).point(lambda light: 150 + light // 4).convert("RGB")
    draw = ImageDraw.Draw(image)
    draw.ellipse((120, 760, 780, 1500), fill="#2f4b4a")
    draw.ellipse((290, 260, 610, 700), fill="#b98a6c")
    draw.chord((270, 220, 630, 620), 180, 360, fill="#2b2320")
    return _written(image, "JPEG")


def _heights(number: int) -> list[int]:
    return [60 + round(220 * abs(math.sin(0.7 * month + number))) for month in range(12)]


def _written(image: Any, form: str) -> bytes:
    out = io.BytesIO()
    image.save(out, form)
    return out.getvalue()


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _yaml(data: object) -> str:
    return yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=120)


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text())
    return words


def main() -> None:
    """Writes the folder that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--projects", type=int, default=PROJECTS)
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--pages", type=int, help="about so many pages, instead of the two above")
    told = parser.parse_args()
    if told.pages:
        with_pages(told.folder, told.pages)
    else:
        write(told.folder, projects=told.projects, articles=told.articles)


if __name__ == "__main__":
    main()
