"""The kinds of single value that a profile is made of."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, PlainSerializer, PlainValidator, StringConstraints
from pydantic_core import PydanticCustomError

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u0080-\u009f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
LONGEST_LINE, LONGEST_ADDRESS = 400, 2000
WHEN = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")


def _visible(text: str) -> str:
    """Refuses characters that change a text without being seen, such as direction overrides."""
    if found := CONTROL.search(text):
        raise PydanticCustomError("invisible_character", "an invisible character", {"code": f"U+{ord(found[0]):04X}"})
    return text


def _one_line(text: str) -> str:
    return " ".join(_visible(text).split())


def as_line(text: str) -> str:
    """Foreign text as a `Line`: on one line, without invisible characters, cut where a line ends; may be empty."""
    return " ".join(CONTROL.sub(" ", text).split())[:LONGEST_LINE].strip()


def is_web_address(text: str) -> bool:
    """Whether it is an absolute http or https address without a name or password in it."""
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return False
    fine = parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.username
    return fine and len(text) <= LONGEST_ADDRESS and not any(character.isspace() for character in text)


def _web_address(text: str) -> str:
    if not is_web_address(text):
        raise PydanticCustomError("not_a_web_address", "not an absolute web address")
    return text


Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_LINE),
    AfterValidator(_one_line),
]
"""One line of plain text; escaped wherever it is shown. Texts may be written once for each language (`localised`)."""

Name = Annotated[Line, "a name"]
"""A line that is often the same in every language, such as the name of a firm: none is missed where it stands once."""

Same = Annotated[Line, "the same in every language"]
"""A line that people or folio look something up by, such as a path, an id or a number to call."""

Markdown = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000), AfterValidator(_visible)
]
"""Running text that may use Markdown; rendered and sanitised wherever it is shown."""

Url = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_ADDRESS), AfterValidator(_web_address)]
"""An absolute http or https address without credentials."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=64)]
"""A name that is safe in a path and an address: small letters, digits and single hyphens."""

GithubLogin = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]{0,38}$", strip_whitespace=True, to_lower=True)
]
"""The name of an account on GitHub, which takes capitals for small letters."""

Email = Annotated[str, StringConstraints(pattern=r"^[^@\s<>\"']+@[^@\s<>\"']+\.[^@\s<>\"'.]+$", max_length=254)]

Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""An ISO 4217 code, such as EUR."""

RelativePath = Annotated[str, StringConstraints(min_length=1, max_length=1024)]
"""A path below the profile's folder, with forward slashes. Whoever opens it checks that it stays there."""

Evidence = Annotated[
    str,
    StringConstraints(pattern=r"^(project|article|contract|work|talk|reference):[a-z0-9-]+$|^https?://\S+$"),
]
"""What supports a claim: `project:<id>` (or article, contract, work, talk, reference), or a web address."""


@dataclass(frozen=True, slots=True)
class When:
    """A year, a month or a day, as exactly as the person knows it; sort by `first_day`."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first_day(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def month_only(self) -> "When":
        """The same without its day."""
        return When(self.year, self.month)

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)


def parse_when(value: object) -> When:
    """`value` as a date of the profile; raises PydanticCustomError `not_a_date`."""
    if isinstance(value, When):
        return value
    match = WHEN.fullmatch(value.strip()) if isinstance(value, str) else None
    if match:
        year, month, day = (int(part) if part else None for part in match.groups())
        try:
            found = When(year or 0, month, day)
            _ = found.first_day
        except ValueError:
            pass
        else:
            return found
    raise PydanticCustomError("not_a_date", "not a year, month or day")


Date = Annotated[When, PlainValidator(parse_when), PlainSerializer(str, return_type=str)]
"""`2024`, `2024-03` or `2024-03-15`."""
