"""Entries of RenderCV's nine kinds as one kind of item, and back.

An item says `title`, `organisation`, `location`, `start`, `end`, `url`, `summary` and `highlights`, where it has them.
"""

from __future__ import annotations

from typing import Any

from folio.profile.exchange import markup
from folio.profile.exchange.given import Given, Json, present
from folio.profile.exchange.rendercv.layout import SINGLE
from folio.profile.exchange.rendercv.spans import as_dates, span
from folio.profile.fields import LONGEST_LINE, is_web_address

DOI = "https://doi.org/"
NAMES = {
    "experience": ("position", "company"),
    "education": ("area", "institution"),
    "publication": ("title", "journal"),
}
"""The keys of the title and of whose it was."""


def item(one: Given, style: str) -> Json:
    """What an entry says."""
    if style in SINGLE:
        return sentence(one.text(SINGLE[style]) or "")
    if style == "one_line":
        start, end, _ = span(one)
        return present(title=line(one, "label", "name"), summary=text(one, "details"), start=start, end=end)
    title, organisation = (one.line(name) for name in NAMES.get(style, ("name", "location")))
    if title is None and style == "normal":
        title = one.line("title", "reference")
    start, end, dated = span(one)
    said = present(url=_address(one, title, organisation) or dated)
    if style == "education":
        said |= present(degree=line(one, "degree", "study_type"))
    if style == "publication":
        said |= present(authors=[markup.plain(each) for each in one.texts("authors")])
    return said | present(
        title=markup.plain(title or ""),
        organisation=markup.plain(organisation or ""),
        location=line(one, "location") if style in ("experience", "education") else None,
        start=start,
        end=end,
        summary=text(one, "summary"),
        highlights=[markup.markdown(each) for each in one.texts("highlights")],
    )


def sentence(said: str) -> Json:
    """An entry that is one text: a line, and the rest of it where that is too long for one."""
    first, _, rest = markup.markdown(said).partition("\n")
    words = markup.plain(first)
    if len(words) > LONGEST_LINE:
        end = words.rfind(". ", 0, LONGEST_LINE) + 1 or words.rfind(" ", 0, LONGEST_LINE)
        end = end if end > 0 else LONGEST_LINE
        words, rest = words[:end], f"{words[end:].strip()}\n{rest}"
    return present(title=words, url=markup.address(said), summary=rest.strip())


def line(one: Given, *names: str) -> str | None:
    """A text as a line without markup."""
    return markup.plain(one.line(*names) or "") or None


def text(one: Given, name: str) -> str | None:
    """A text as Markdown; several are its paragraphs."""
    return markup.markdown("\n\n".join(one.texts(name))) or None


def entry(said: Json, style: str, author: str) -> Any:
    """An item as an entry of a kind; `author` wrote what names no one."""
    title, organisation = said.get("title", ""), said.get("organisation")
    linked = f"[{title}]({said['url']})" if "url" in said else title
    if style in (*SINGLE, "text"):
        words = "; ".join(filter(None, (linked, _when(said), organisation)))
        whole = " ".join([words, *filter(None, (said.get("summary"), *said.get("highlights", ())))])
        return whole if style == "text" else {SINGLE[style]: whole}
    if style == "one_line":
        details = "; ".join(filter(None, (said.get("summary"), organisation, _when(said))))
        return {"label": linked, "details": " ".join([details, *said.get("highlights", ())]).strip()}
    shared = present(
        **as_dates(said), summary=said.get("summary"), highlights=said.get("highlights"), location=said.get("location")
    )
    if style == "experience":
        company = organisation or title
        company = f"[{company}]({said['url']})" if "url" in said else company
        return {"company": company, "position": title, **shared}
    if style == "education":
        degree, area = _degree(title)
        return present(institution=organisation or title, area=area, degree=degree) | shared
    if style == "publication":
        url = said.get("url", "")
        place = {"doi": url.removeprefix(DOI)} if url.startswith(f"{DOI}10.") else present(url=url)
        summary = " ".join(filter(None, (said.get("summary"), *said.get("highlights", ()))))
        return present(title=title, authors=said.get("authors") or [author], **place, journal=organisation) | present(
            date=as_dates({"end": said.get("end") or said.get("start")}).get("date"), summary=summary
        )
    return {"name": linked, **present(location=organisation), **shared}


def _address(one: Given, *names: str | None) -> str | None:
    """Of the first link in a title or a name; a publication's own."""
    doi, url = one.line("doi"), one.url("url")
    if doi:
        place = doi if is_web_address(doi) else f"{DOI}{doi.removeprefix('doi:').strip()}"
        if is_web_address(place):
            if url and url != place:
                one.leave("url", "gives way to the DOI", url)
            return place
        one.leave("doi", "is no DOI", doi)
    return url or next((found for name in names if (found := markup.address(name or ""))), None)


def _degree(title: str) -> tuple[str | None, str]:
    degree, comma, area = title.partition(", ")
    return (degree, area) if comma and area and len(degree) <= 40 else (None, title)


def _when(said: Json) -> str:
    return " – ".join(dict.fromkeys(filter(None, (said.get("start"), said.get("end")))))
