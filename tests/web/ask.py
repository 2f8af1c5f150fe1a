"""Asking for one thing."""

from __future__ import annotations

from folio.web.client import Web
from folio.web.model import Answer, NoAnswer, Wanted


def answer(web: Web, url: str) -> Answer:
    (found,) = web.fetch([Wanted(url)])
    assert isinstance(found, Answer), found
    return found


def no_answer(web: Web, url: str) -> NoAnswer:
    (found,) = web.fetch([Wanted(url)])
    assert isinstance(found, NoAnswer), found
    assert "\n" not in found.problem
    assert "Traceback" not in found.problem
    return found
