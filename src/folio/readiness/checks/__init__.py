"""One module per category; each check is a pure function of the facts. Importing this enters all of them."""

from folio.readiness.checks import (
    articles,
    communication,
    consistency,
    craft,
    data,
    deployed,
    fundamentals,
    professional,
)

__all__ = [
    "articles",
    "communication",
    "consistency",
    "craft",
    "data",
    "deployed",
    "fundamentals",
    "professional",
]
