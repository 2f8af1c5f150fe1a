"""The pitch: one page for one client."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markupsafe import Markup

from folio.render.pdf import pdf
from folio.render.pitch import print_pitch, render_pitch
from folio.render.press import print_now
from render.documents_sample import portfolio, tinytree
from render.printed import in_order, jobs, printed, text

SAMPLE = portfolio()
PITCH = SAMPLE.pitches[0]


@pytest.mark.parametrize("version", [0, 1, 2])
def test_it_reads_from_problem_to_next_step(version: int) -> None:
    words = [
        f"PROPOSAL FOR {PITCH.client.upper()}",
        PITCH.headline,
        f"For {PITCH.contact}",
        f"By {SAMPLE.name}",
        PITCH.day_text,
    ]
    words += [
        "THE PROBLEM",
        "At six" if not PITCH.problem else "Each of your six shops",
        "WHAT I PROPOSE",
        "I set up a nightly forecast",
    ]
    words.append("PROOF")
    for case in PITCH.cases:
        words += [
            case.title,
            *(word for figure in case.figures for word in (figure.value, figure.what)),
            case.summary.replace("stock-taking", "stock- taking"),
        ]
        words += ["Observed: ", *(badge.label for badge in case.badges), f"lena-marchetti.example/work/{case.id}"]
    words += [PITCH.essays[0].title, "THE PLAN"]
    for number, step in enumerate(PITCH.plan, start=1):
        words += [f"{number} {step.title}", step.what, step.duration or ""]
    words += ["PRICE", PITCH.price or "", PITCH.price_note or "", "NEXT STEP", PITCH.next_step, f"Start {PITCH.start}"]
    words += [f"{SAMPLE.name} {SAMPLE.headline}", *(line.text for line in SAMPLE.contact)]
    in_order(words, printed("pitch", version))


def test_it_is_one_page_in_its_roomiest_setting() -> None:
    job = jobs()["pitch"]
    assert job.path == "pitch/mercato-verde.pdf"
    assert pdf(job.versions[0], assets=job.assets).pages == 1


def test_three_case_studies_fit_too() -> None:
    sheet = print_now(print_pitch(SAMPLE, replace(PITCH, cases=(*PITCH.cases, tinytree()))))
    assert sheet.problem is None
    assert "Tinytree" in text(sheet.content)


def test_without_cases_plan_and_price_nothing_is_left_empty() -> None:
    small = replace(PITCH, cases=(), essays=(), plan=(), price=None, price_note=None, contact=None, start=None)
    sheet = print_now(print_pitch(SAMPLE, small))
    whole = text(sheet.content)
    assert sheet.problem is None
    assert sheet.warnings == ()
    for word in ("PROOF", "PLAN", "PRICE", "Start ", "None"):
        assert word not in whole


def test_what_does_not_fit_names_the_longest_part() -> None:
    sheet = print_now(print_pitch(SAMPLE, replace(PITCH, offer=Markup("<p>" + "Words. " * 900 + "</p>"))))
    assert sheet.problem is not None
    assert "more than 1 page; shorten the offer (6299 characters) and " in sheet.problem


def test_the_artifact_is_a_complete_document() -> None:
    artifact = render_pitch(SAMPLE, PITCH)
    assert artifact.path == "pitch/mercato-verde.html"
    assert f"<title>{PITCH.headline}</title>".encode() in artifact.content
