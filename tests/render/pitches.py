"""Pitches and letters for the tests of documents: an invented person's, with as much or as little in them as asked."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from folio.portfolio.parts import ContactLine, Picture
from folio.portfolio.pitch.model import Case, LetterPage, Number, PitchPage, Reading, Seen, SeenOn, Step
from folio.portfolio.words import words
from folio.profile.appearance import Appearance

SITE = "https://ida-lind.example"
DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 180"><rect width="480" height="180" fill="#dde4e6"/>'
    b'<rect x="20" y="60" width="300" height="40" fill="#1f4e5f"/></svg>'
)
MAIL = ContactLine("email", "E-mail", "ida@ida-lind.example", "mailto:ida@ida-lind.example")
CALL = ContactLine("calendar", "Book a call", "cal.example/ida-lind", "https://cal.example/ida-lind")
WEBSITE = ContactLine("website", "Website", "ida-lind.example", SITE)
TOWN = ContactLine("location", "Location", "Turku, Finland", None)

TITLES = ("Order lists for a grocer", "Late vans, called early", "Stock from a photograph", "Returns nobody foresaw")


def case(number: int, *, picture: bool = False, proven: bool = True) -> Case:
    seen = (Seen("64 assertions in CI", f"{SITE}/ci/{number}"), Seen("3 releases", f"{SITE}/releases/{number}"))
    return Case(
        id=f"case-{number}",
        title=TITLES[number % 4],
        summary=f"What was ordered by feel before is now a list that comes every night, in {number + 2} shops.",
        client="a dairy near Turku",
        period="Mar 2025 – Sep 2025",
        picture=Picture(DRAWING, f"A bar that is shorter than the one before, number {number}", 0, 0, "svg")
        if picture
        else None,
        caption="Left over per week, before and after" if picture else None,
        numbers=(
            Number("33.2 %", "Forecast error on held-out weeks", "40.0 % by hand", "the last eight weeks", seen[0]),
            Number("58 units", "Left over per 100 sold", "99 units before", None, None),
        )
        if proven
        else (),
        seen=(SeenOn("20 Nov 2026", seen),) if proven else (),
        page=Seen(f"ida-lind.example/work/case-{number}", f"{SITE}/work/case-{number}/"),
    )


def pitch(
    cases: int = 2, *, pictures: bool = False, locale: str = "en", title_page: bool = False, **look: object
) -> PitchPage:
    said = words(locale)
    return PitchPage(
        id="nordfisk",
        name="Ida Lind",
        about="Demand forecasts that small grocers order by",
        contact=(MAIL, WEBSITE, CALL, TOWN),
        words=said,
        language=locale,
        direction=said.direction,
        look=Appearance.model_validate(look),
        title_page=title_page,
        client="Nordfisk",
        addressee="Olli Salo, head of purchasing",
        day_text="20 Nov 2026",
        description="A proposal by Ida Lind for Nordfisk",
        valid_until=said.valid_until.format(day="18 Dec 2026"),
        headline="Less fish in the bin, in all eleven shops",
        problem=Markup(
            "<p>Eleven shops order by four-week means. <strong>6.8 % of sales</strong> went into the bin.</p>"
        ),
        offer=Markup("<p>A nightly list for fresh goods, first in two shops, then in all eleven.</p>"),
        approach=Markup("<p>First the means you have now, measured on your own last year.</p>"),
        cases=tuple(case(number, picture=pictures) for number in range(cases)),
        readings=(Reading("Why last week is so hard to beat", "What a grocer's head does well.", f"{SITE}/a/"),),
        plan=(
            Step("Check", "Your ordering of last year, measured. You decide whether to go on.", "2 weeks"),
            Step("Two shops", "Lists beside the present way, compared every Monday.", "6 weeks"),
            Step("All shops", "Roll-out, monitor and handover.", "4 weeks"),
        ),
        price="€21,500",
        price_form=said.fixed_price,
        price_note="In three parts; you can stop after the first.",
        start="7 Dec 2026",
        availability="Three days a week until Easter",
        next_step="A call of 30 minutes, and one export of your till",
        call_to_action=CALL,
    )


def bare(**look: object) -> PitchPage:
    """A pitch that says no more than it has to."""
    return replace(
        pitch(0, **look),
        contact=(MAIL,),
        addressee=None,
        valid_until=None,
        approach=None,
        readings=(),
        plan=(),
        price=None,
        price_form=None,
        price_note=None,
        start=None,
        availability=None,
        call_to_action=None,
    )


def long(**look: object) -> PitchPage:
    """One whose texts take several pages."""
    some = pitch(4, pictures=True, **look)
    text = Markup("<p>" + "Every shop orders by feel, and every evening something is left over. " * 12 + "</p>")
    plan = tuple(replace(step, what=step.what * 3) for step in some.plan) * 3
    return replace(some, problem=text * 2, offer=text * 3, approach=text * 2, plan=plan, headline=some.headline * 3)


def letter(locale: str = "en", **look: object) -> LetterPage:
    said = words(locale)
    return LetterPage(
        target="nordfisk",
        name="Ida Lind",
        headline="Forecasts for fresh goods",
        contact=(MAIL, WEBSITE, TOWN),
        words=said,
        language=locale,
        direction=said.direction,
        look=Appearance.model_validate(look),
        description=f"{said.letter}: Nordfisk",
        recipient=("Nordfisk", "Olli Salo, head of purchasing", "Linnankatu 1", "20100 Turku"),
        date_line="Turku, 20 November 2026",
        subject="Forecasting engineer, six months",
        greeting="Dear Olli Salo,",
        body=Markup(
            "<p>You write that every shop orders by itself.</p><p>What I would do first is <em>measure</em>.</p>"
        ),
        closing="Kind regards,",
    )
