"""A rich portfolio for the tests of the documents: an invented person whose work fills every part of them."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from folio.portfolio.model import (
    Badge,
    CaseStudy,
    ContactLine,
    Entry,
    Essay,
    Figure,
    Offer,
    Passage,
    PitchPage,
    Portfolio,
    Reference,
    SkillGroup,
    SkillShown,
    Stat,
    Step,
    Terms,
    Testimonial,
)

TODAY = date(2026, 11, 22)
SITE = "https://lena-marchetti.example"
CODE = "https://github.com/lena-marchetti"


def shelfcast() -> CaseStudy:
    return CaseStudy(
        id="shelfcast",
        title="Shelfcast: what to order tomorrow",
        summary="A demand forecast for fresh food that a shop with one laptop can run each night.",
        role="Design, model, service and operation",
        client="Cooperativa Alto Adriatico",
        period="Mar 2025 – Sep 2025",
        featured=True,
        passages=(
            Passage("problem", "Problem", Markup("<p>Eleven shops threw away a tenth of their bread.</p>")),
            Passage("outcome", "Outcome", Markup("<p>A third less waste, and shelves as full as before.</p>")),
        ),
        figures=(
            Figure("Fresh food thrown away", "−31 %", "9.8 % of sales before", "measured over 14 weeks", True),
            Figure("Error of the daily forecast", "18 % WAPE", "27 % by hand", "backtest, 52 weeks", True),
        ),
        skills=("Python", "Forecasting", "SQL", "Docker"),
        badges=(
            Badge("tested", "64 assertions in CI", "Seen in the repository's workflow.", date(2026, 11, 20)),
            Badge("released", "3 releases", "Seen in the repository's tags.", date(2026, 11, 20)),
        ),
        code_url=f"{CODE}/shelfcast",
        live_url="https://shelfcast.example/demo",
        articles=(Reference("Why a moving average beats your gut", "articles/moving-average/", None),),
        languages=("Python", "SQL"),
    )


def freshcount() -> CaseStudy:
    return CaseStudy(
        id="freshcount",
        title="Freshcount: stock from a phone camera",
        summary="Counts crates on a shelf photograph, so that stock-taking needs minutes and no scanner.",
        role="Model and mobile service",
        client="A grocer with four shops in Gorizia",
        period="Oct 2024 – Feb 2025",
        featured=True,
        passages=(),
        figures=(
            Figure("Stock-take of one shop", "25 min", "3 h before", "timed on 12 evenings", True),
            Figure("Crates counted right", "97.4 %", None, "on 1,180 photographs", False),
        ),
        skills=("PyTorch", "ONNX", "FastAPI"),
        badges=(Badge("container", "Runs from one container", "A Dockerfile was read.", date(2026, 11, 20)),),
        code_url=f"{CODE}/freshcount",
        live_url=None,
        articles=(),
        languages=("Python",),
    )


def tinytree() -> CaseStudy:
    return CaseStudy(
        id="tinytree",
        title="Tinytree: gradient boosting in 600 lines",
        summary="A from-scratch implementation that agrees with scikit-learn to the sixth digit.",
        role=None,
        client=None,
        period="2024",
        featured=True,
        passages=(),
        figures=(Figure("Accuracy beside scikit-learn’s, three public sets", "99.8 %", None, "in CI", True),),
        skills=("Python", "NumPy"),
        badges=(Badge("tested", "118 assertions in CI", "Seen in the workflow.", date(2026, 11, 20)),),
        code_url=f"{CODE}/tinytree",
        live_url=None,
        articles=(),
        languages=("Python",),
    )


def essay() -> Essay:
    return Essay(
        id="moving-average",
        title="Why a moving average beats your gut",
        summary="What eleven shops taught me about forecasts that people trust.",
        day=date(2026, 5, 4),
        day_text="4 May 2026",
        minutes=8,
        publication=None,
        url=None,
        canonical=None,
        body=Markup("<p>Bread is simple.</p>"),
        description="What eleven shops taught me about forecasts that people trust.",
        work=(Reference("Shelfcast", "work/shelfcast/", None),),
    )


def pitch() -> PitchPage:
    return PitchPage(
        id="mercato-verde",
        client="Mercato Verde",
        contact="Paola Rinaldi, head of purchasing",
        day=TODAY,
        day_text="22 November 2026",
        headline="Six shops, one order sheet, and a tenth of the vegetables in the bin",
        problem=Markup(
            "<p>Each of your six shops orders by experience, at six in the morning. On rainy days and before holidays "
            "<strong>about 10 % of fresh goods</strong> go to waste, while the peppers run out by noon.</p>"
        ),
        offer=Markup(
            "<p>I set up a nightly forecast on the till data you already have. Each shop gets an order proposal by "
            "five o’clock; your buyers change what they know better, and the model learns from it.</p>"
        ),
        cases=(shelfcast(), freshcount()),
        essays=(essay(),),
        plan=(
            Step("Read the data", "Two years of till data of two shops, and a first backtest you can check", "1 week"),
            Step("Pilot", "Nightly proposals for two shops beside today’s orders, compared each Friday", "4 weeks"),
            Step("Roll out", "All six shops, alarms, and a handbook for your own IT", "2 weeks"),
        ),
        price="€ 14,800 fixed",
        price_note="Includes the four weeks of pilot. Not included: new tills, and changes to your ERP.",
        start="From 11 January 2027",
        next_step="Send me the till export of one shop, and I show you its backtest within a week, free of charge.",
    )


def portfolio() -> Portfolio:
    """Lena Marchetti, with something in every field that a document prints."""
    mail = ContactLine("email", "Email", "lena@lena-marchetti.example", "mailto:lena@lena-marchetti.example")
    proof = (Reference("Shelfcast", "work/shelfcast/", None),)
    return Portfolio(
        name="Lena Marchetti",
        headline="Demand forecasts for small grocers that cut food waste by a third",
        audience="Small grocers",
        result="A third less waste",
        summary=Markup(
            "<p>I build forecasting and stock systems for grocers with 3 to 50 shops: from the first export of till data "
            "to a service your own people run. Eleven shops order with my forecasts each morning; they throw away "
            "<strong>31 % less fresh food</strong> than before.</p>"
        ),
        summary_text="I build forecasting and stock systems for grocers with 3 to 50 shops.",
        language="en",
        today=TODAY,
        site_url=SITE,
        photo=None,
        contact=(
            mail,
            ContactLine("phone", "Phone", "+39 040 555 0142", "tel:+390405550142"),
            ContactLine("website", "Website", "lena-marchetti.example", SITE),
            ContactLine("github", "GitHub", "github.com/lena-marchetti", CODE),
            ContactLine(
                "linkedin", "LinkedIn", "linkedin.com/in/lena-marchetti", "https://linkedin.com/in/lena-marchetti"
            ),
            ContactLine("location", "Location", "Trieste, Italy", None),
        ),
        call_to_action=ContactLine(
            "calendar", "Book a call", "cal.example/lena-marchetti", "https://cal.example/lena-marchetti"
        ),
        reply_within="one working day",
        specialisms=("Demand forecasting", "Inventory optimisation"),
        stats=(Stat("11", "shops in production"),),
        work=(shelfcast(), freshcount(), tinytree()),
        essays=(essay(),),
        offers=(
            Offer(
                id="forecast",
                title="Forecast in production",
                for_whom="Grocers with 3 to 50 shops",
                summary=Markup("<p>From till data to orders.</p>"),
                deliverables=("Nightly forecast",),
                duration="7 weeks",
                price="€ 14,800",
                price_note=None,
                exclusions=("New tills",),
                proof=proof,
            ),
        ),
        terms=Terms(
            rate="€ 640 a day",
            hours="30 hours a week",
            start="From 11 January 2027",
            time_zone="Europe/Rome (UTC+1)",
            overlap="Works 9:00 to 17:00 with Europe, until noon with New York",
            note=None,
            confirmed="15 November 2026",
        ),
        skills=(
            SkillGroup(
                "Machine learning",
                (
                    SkillShown("Time-series forecasting", True, proof),
                    SkillShown("Gradient boosting", True, (Reference("Tinytree", "work/tinytree/", None),)),
                    SkillShown("PyTorch", True, (Reference("Freshcount", "work/freshcount/", None),)),
                    SkillShown("Probabilistic models", False, ()),
                ),
            ),
            SkillGroup(
                "Engineering",
                (
                    SkillShown("Python", True, proof),
                    SkillShown("SQL", True, proof),
                    SkillShown("FastAPI", False, ()),
                    SkillShown("Docker", True, proof),
                    SkillShown("GitHub Actions", True, proof),
                ),
            ),
            SkillGroup(
                "Working with clients",
                (SkillShown("Workshops", False, ()), SkillShown("Fixed-price scoping", False, ())),
            ),
        ),
        experience=(
            Entry(
                "Freelance machine learning engineer",
                "Self-employed",
                "Trieste, Italy, and remote",
                "Jan 2023 – today",
                summary=Markup(
                    "<p>Forecasting and stock systems for small grocers in Italy, Austria and Slovenia.</p>"
                ),
                bullets=(
                    Markup(
                        "Brought five forecasting and stock systems into production for clients with 3 to 50 shops."
                    ),
                    Markup(
                        "Cut fresh-food waste by <strong>31 %</strong> at Cooperativa Alto Adriatico, measured over 14 weeks."
                    ),
                    Markup(
                        'Keeps <a href="https://github.com/lena-marchetti/shelfcast">Shelfcast</a> open, with a handbook for owners.'
                    ),
                ),
                figures=(Figure("Projects on time", "7 of 8", None, None, False),),
            ),
            Entry(
                "Senior data scientist",
                "Nordfrost Logistics",
                "Udine, Italy",
                "Sep 2019 – Dec 2022",
                bullets=(
                    Markup(
                        "Led four people who forecast the daily volume of 23 cold stores; the error fell from 21 % to 12 %."
                    ),
                    Markup("Moved the models from notebooks to tested packages with nightly releases and alarms."),
                    Markup("Introduced post-mortems without blame; the night call-outs fell from nine to two a month."),
                ),
            ),
            Entry(
                "Data analyst",
                "Banca del Carso",
                "Trieste, Italy",
                "Oct 2016 – Aug 2019",
                bullets=(
                    Markup("Built the branch-traffic forecast by which 41 branches planned their shifts."),
                    Markup(
                        "Replaced 60 spreadsheets by one SQL model with tests; the month-end report took a day instead of five."
                    ),
                ),
            ),
        ),
        contracts=(
            Entry(
                "Demand forecast for eleven shops",
                "Cooperativa Alto Adriatico",
                "Monfalcone, Italy",
                "Mar 2025 – Sep 2025",
                bullets=(
                    Markup("Orders of 2,400 articles each morning; handed over to the cooperative’s two developers."),
                ),
                href=f"{SITE}/work/shelfcast/",
                note="Fixed price, 60 days",
            ),
            Entry(
                "Promotion planning",
                "A Slovenian drugstore chain (under NDA)",
                None,
                "May 2024 – Jul 2024",
                bullets=(Markup("Uplift estimates for 140 promotions; the four worst kinds were given up."),),
                note="Daily rate",
            ),
        ),
        education=(
            Entry(
                "MSc Statistics and Data Science",
                "University of Trieste",
                "Trieste, Italy",
                "2014 – 2016",
                note="110/110 cum laude",
                bullets=(Markup("Thesis: hierarchical forecasts for perishable goods."),),
            ),
            Entry("BSc Mathematics", "University of Ljubljana", "Ljubljana, Slovenia", "2011 – 2014"),
        ),
        talks=(
            Entry(
                "Forecasts that shop owners trust",
                "PyCon Italia",
                "Bologna, Italy",
                "May 2026",
                href="https://pycon.example/talks/forecasts",
            ),
            Entry("What to do with 60 spreadsheets", "DataFriday Trieste", "Trieste, Italy", "Nov 2025"),
        ),
        languages=("Italian (native)", "Slovenian (C1)", "English (C1)", "German (B1)"),
        testimonials=(
            Testimonial(
                Markup("<p>We throw away a third less, and nobody had to learn statistics.</p>"),
                "Marco Furlan",
                "Head of fresh food",
                "Cooperativa Alto Adriatico",
                "October 2025",
                None,
            ),
        ),
        pitches=(pitch(),),
    )
