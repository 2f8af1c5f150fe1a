"""Single values written otherwise than folio wants them: what was meant, where there is only one thing it can be."""

from __future__ import annotations

import re
from collections.abc import Callable

from folio.mending.broken import Broken
from folio.profile.exchange.dates import found as found_date
from folio.profile.exchange.slugs import LONGEST, slug
from folio.profile.fields import is_web_address

HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d{1,5})?(?:[/?#]\S*)?", re.IGNORECASE)
GITHUB = re.compile(r"(?:(?:https?://)?(?:www\.)?github\.com/|@)([A-Za-z0-9][A-Za-z0-9-]{0,38})/?", re.IGNORECASE)
DATE_PART = re.compile(r"\d+|[A-Za-z]{3,}")
CLOCK = re.compile(r"(?<=\d)[T ]\d\d?:.*")
THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:([ '_])\d{3})(?:\1\d{3})*")
SIGNS = {"€": "EUR", "£": "GBP"}


def near(broken: Broken) -> str | None:
    """The one choice that is near."""
    return broken.problem.instead


def address(broken: Broken) -> str | None:
    """`ada.example/cv` as `https://ada.example/cv`."""
    text = broken.value.strip().removeprefix("//")
    return whole if HOST.fullmatch(text) and is_web_address(whole := f"https://{text}") else None


def date(broken: Broken) -> str | None:
    """`03/2024`, `March 2024` and `2024/3/5` as ISO 8601 writes them; None where anything would be lost."""
    said = CLOCK.sub("", broken.value.strip())
    day = found_date(said)
    if day is None or len(DATE_PART.findall(said)) != 1 + (day.month is not None) + (day.day is not None):
        return None
    return str(day)


def github_name(broken: Broken) -> str | None:
    """`@ada` and `https://github.com/ada` as `ada`."""
    match = GITHUB.fullmatch(broken.value.strip())
    return match[1] if match else None


def short_name(broken: Broken) -> str | None:
    """`Churn Model` as `churn-model`, if no other entry is called so."""
    path, name = broken.path, plain_slug(broken.value)
    if name is None or not path:
        return None
    if path[-1] == "id" and len(path) == 3:
        document = broken.source.document
        others = document.at(path[:1])
        ids = [one.get("id") for one in others if isinstance(one, dict)] if isinstance(others, list) else []
        if sum(plain_slug(str(one)) == name for one in ids) > 1:
            return None
    return name


def entry_link(broken: Broken) -> str | None:
    """`project:Churn Model` as `project:churn-model`, and `ada.example` as an address."""
    kind, colon, name = broken.value.strip().partition(":")
    wanted = plain_slug(name)
    if colon and wanted and kind.strip().lower() in KINDS:
        return f"{kind.strip().lower()}:{wanted}"
    return address(broken)


def named_entry(broken: Broken) -> str | None:
    """The id of an entry that is called so when written as ids are."""
    kind, colon, name = broken.value.rpartition(":")
    wanted, document = plain_slug(name), broken.source.document
    known = any(path[-1] == "id" and document.at(path) == wanted for path in document.values if path)
    return f"{kind}{colon}{wanted}" if wanted and known else None


KINDS = ("project", "article", "contract", "work", "talk", "reference", "service")


def plain_slug(text: str) -> str | None:
    """A text as an id; None where letters would be lost."""
    text = text.strip()
    if not text or len(text) > LONGEST or any(one.isalnum() and not slug(one, "") for one in text):
        return None
    return slug(text, "") or None


def colour(broken: Broken) -> str | None:
    """`#abc` as `#aabbcc`, and `1f4e5f` with its sign."""
    digits = broken.value.strip().removeprefix("#")
    if not re.fullmatch(r"[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}", digits):
        return None
    return "#" + (digits if len(digits) == 6 else "".join(2 * one for one in digits))


def currency(broken: Broken) -> str | None:
    """`eur` and `€` as `EUR`."""
    text = broken.value.strip()
    return SIGNS.get(text) or (text.upper() if re.fullmatch(r"[A-Za-z]{3}", text) else None)


def email(broken: Broken) -> str | None:
    """`mailto:ada@example.org` and `<ada@example.org>` without what is around."""
    text = re.sub(r"^mailto:", "", broken.value.strip(" <>"), flags=re.IGNORECASE)
    return text if re.fullmatch(r"[^@\s<>\"':]+@[^@\s<>\"']+\.[^@\s<>\"'.]+", text) else None


def number(broken: Broken) -> str | None:
    """`3 500` and `3'500` as `3500`; a comma or a point may mean either."""
    text = broken.value.strip().replace("\u00a0", " ").replace("\u202f", " ")
    return re.sub(r"\D", "", text) if THOUSANDS.fullmatch(text) else None


def boolean(broken: Broken) -> str | None:
    """`ture` as `true`."""
    from difflib import get_close_matches

    near = get_close_matches(broken.value.strip().lower(), ("true", "false"))
    return near[0] if len(near) == 1 else None


def language_tag(broken: Broken) -> str | None:
    """`pt_BR` as `pt-BR`."""
    text = broken.value.strip().replace("_", "-")
    return text if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", text) else None


VALUES: dict[str, Callable[[Broken], str | None]] = {
    "boolean": boolean,
    "choice": near,
    "colour": colour,
    "currency": currency,
    "date": date,
    "email-address": email,
    "entry-name": entry_link,
    "evidence-link": entry_link,
    "github-name": github_name,
    "language-tag": language_tag,
    "number": number,
    "short-name": short_name,
    "unknown-entry": named_entry,
    "unreachable-email": email,
    "web-address": address,
}
"""By the problem's rule, what to write instead; None where that is not sure."""
