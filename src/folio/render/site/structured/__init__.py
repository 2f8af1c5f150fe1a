"""What search engines read: each page in the words of schema.org, as JSON-LD.

A page's things are one graph, tied together by `@id`. Only what the site shows is in it, under names that are true of
it: what clients say is a `Quotation` and not a `Review`, because nobody rates anything, and where somebody learned is
not `alumniOf`, because a course is no school.
"""

from folio.render.site.structured.graph import for_page

__all__ = ["for_page"]
