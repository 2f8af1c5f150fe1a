"""LinkedIn's data export, the rows of its files by their names.

https://www.linkedin.com/help/linkedin/answer/a1339364, as it was in 2026
"""

from folio.profile.exchange.given import Json

FILES = ("Profile", "Positions", "Education", "Skills", "Email Addresses")


def is_one(document: Json) -> bool:
    """Whether it is tables by LinkedIn's names, and only tables."""
    named = any(isinstance(document.get(name), list) for name in FILES)
    return named and all(isinstance(rows, list) for rows in document.values())
