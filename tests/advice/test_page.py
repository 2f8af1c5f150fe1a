"""The reference page says what the rules are."""

from __future__ import annotations

import runpy

from folio.resources import root


def test_the_page_on_advice_is_what_its_tool_writes() -> None:
    checkout = root("sample_profile").parent
    page = runpy.run_path(str(checkout / "tools" / "advice_docs.py"))["page"]()
    assert (checkout / "docs" / "reference" / "advice.md").read_text(encoding="utf-8") == page
