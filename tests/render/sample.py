"""A rich, invented Portfolio: everything a page can show, without reading a profile or a repository."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from folio.portfolio.parts import ContactLine, Figure, Reference
from folio.portfolio.prose import phrase, prose
from folio.portfolio.site.model import (
    Answer,
    Badge,
    CaseStudy,
    Entry,
    Essay,
    Form,
    Now,
    Offer,
    OwnPage,
    OwnSection,
    Passage,
    Portfolio,
    SkillGroup,
    SkillShown,
    Stat,
    Terms,
    Testimonial,
)

TODAY = date(2026, 11, 22)
CODE = "https://github.com/lena-marchetti"


def _passages(problem: str, constraints: str, approach: str, outcome: str, part: str) -> tuple[Passage, ...]:
    headings = ("Problem", "Constraints", "Approach", "Outcome", "My part")
    bodies = (problem, constraints, approach, outcome, part)
    return tuple(
        Passage(heading.lower().replace(" ", "-"), heading, prose(body))
        for heading, body in zip(headings, bodies, strict=True)
        if body
    )


SHELFCAST = CaseStudy(
    id="shelfcast",
    title="Shelfcast: how much bread to bake tomorrow",
    summary="A forecast per shop and article, every night at four, for a chain of eleven neighbourhood grocers.",
    role="Sole engineer, from the first spreadsheet to production",
    client="A grocery co-operative in Friuli (under NDA)",
    period="March 2025 – June 2026",
    featured=True,
    passages=_passages(
        "Eleven shops ordered fresh bread by gut feeling. Every evening **one loaf in nine** was thrown away, and on "
        "Saturdays the shelf was empty by eleven.",
        "- No budget for a data platform: one small server, shared with the till software.\n"
        "- Shop managers have four minutes a day, and must be able to overrule every number.\n"
        "- Two of the eleven shops had less than a year of history.",
        "I started with the model that is hard to beat: last week’s same weekday. A gradient-boosted quantile model had "
        "to beat it in a rolling backtest, shop by shop, before anybody saw its numbers.\n\n"
        "```sql\nSELECT shop, article, day,\n       sum(sold) OVER same_weekday AS seasonal  -- to beat\n\n"
        "FROM   daily_sales\nWINDOW same_weekday AS (PARTITION BY shop, article, weekday)\n```\n\n"
        "The order sheet shows the forecast, *why* it differs from last week, and a field to overrule it. "
        "What is overruled is logged, and became the best source of new features.",
        "Waste fell from 11.2 % to 6.9 % in the first twelve weeks and has stayed there. "
        "Sold-out Saturdays went from eight in ten to one in ten.\n\n"
        "| Shops | Waste before | Waste after |\n|---|---|---|\n"
        "| Nine old ones | 10.8 % | 6.6 % |\n| Two new ones | 13.1 % | 8.2 % |",
        "Everything: data contract with the till vendor, features in SQL, model, service, monitoring, and two "
        "mornings in each shop. The co-operative’s administrator runs it alone now.",
    ),
    figures=(
        Figure(
            "less bread thrown away",
            "−38 %",
            "11.2 % of loaves, now 6.9 %",
            "Till data, 12 weeks before and after",
            True,
        ),
        Figure(
            "forecast error, median shop",
            "14 % MAPE",
            "23 % with last week’s number",
            "Rolling backtest, 26 weeks",
            True,
        ),
        Figure("hours a week given back to managers", "9 h", None, "Their own estimate", False),
    ),
    skills=("Python", "LightGBM", "DuckDB", "FastAPI", "Docker", "Prometheus"),
    badges=(
        Badge(
            "tested",
            "64 assertions in CI",
            "41 tests with 64 assertions run on every push (GitHub Actions).",
            TODAY,
            f"{CODE}/shelfcast/tree/main/tests",
        ),
        Badge(
            "released",
            "3 releases",
            "Tags v0.9.0, v1.0.0 and v1.1.0, the last on 2 June 2026.",
            TODAY,
            f"{CODE}/shelfcast/tags",
        ),
        Badge(
            "container",
            "Builds as a container",
            "A Dockerfile with a pinned base image and a health check.",
            TODAY,
            f"{CODE}/shelfcast/blob/main/Dockerfile",
        ),
        Badge(
            "sql",
            "Window functions in SQL",
            "Three queries with window functions, tested against DuckDB.",
            TODAY,
            f"{CODE}/shelfcast/tree/main/src/shelfcast/sql",
        ),
        Badge(
            "live",
            "Answers in 0.3 s",
            "The demo answered with 200 within 0.3 seconds.",
            TODAY,
            "https://shelfcast.example/",
        ),
    ),
    code_url=f"{CODE}/shelfcast",
    live_url="https://shelfcast.example/",
    articles=(Reference("Beat last Tuesday first", "articles/beat-last-tuesday/", None),),
    languages=("Python", "SQL", "Dockerfile"),
)

PRICETAG = CaseStudy(
    id="pricetag",
    title="Pricetag: reading shelf labels from a phone photo",
    summary="Finds wrong prices on the shelf before a customer does, with a model that fits on a five-year-old phone.",
    role="Machine-learning engineer in a team of three",
    client="Alimentari Bortolin",
    period="2024",
    featured=True,
    passages=_passages(
        "Six hundred labels change every week; wrong ones cost trust and fines.",
        "No network at the back of the shop.",
        "A small detector and a reader trained on 4,000 photographs taken by the staff.",
        "A walk through the shop takes twelve minutes instead of two hours.",
        "Data collection, training, evaluation and export. A colleague built the app.",
    ),
    figures=(
        Figure("of wrong labels found", "97.4 %", "61 % by hand", "Blind test, 1,150 labels", True),
        Figure("a walk through the shop", "12 min", "2 h by hand", None, False),
    ),
    skills=("PyTorch", "ONNX", "Python"),
    badges=(
        Badge(
            "tested",
            "28 assertions in CI",
            "19 tests with 28 assertions run on every push.",
            TODAY,
            f"{CODE}/pricetag/tree/main/tests",
        ),
        Badge("released", "5 releases", "The last one is v2.1.0 of 12 December 2024.", TODAY, f"{CODE}/pricetag/tags"),
    ),
    code_url=f"{CODE}/pricetag",
    live_url=None,
    articles=(),
    languages=("Python",),
)

TINYTREE = CaseStudy(
    id="tinytree",
    title="Tinytree: gradient boosting from scratch",
    summary="Histogram gradient boosting in 400 lines of NumPy, checked split by split against scikit-learn.",
    role=None,
    client=None,
    period="Since 2023",
    featured=True,
    passages=_passages(
        "I wanted to know what I run in production, down to the last split.",
        "",
        "Every gain, every split and every leaf is compared with the reference over 200 random data sets.",
        "The same trees, 3.1 times slower, in a twentieth of the code.",
        "",
    ),
    figures=(Figure("largest difference to scikit-learn", "1e-9", None, "200 random data sets", True),),
    skills=("NumPy", "Python"),
    badges=(
        Badge(
            "written",
            "Written from scratch",
            "Algorithm without a library, with tests against scikit-learn.",
            TODAY,
            f"{CODE}/tinytree/blob/main/src/tinytree/grow.py",
        ),
        Badge(
            "tested",
            "210 assertions in CI",
            "88 tests with 210 assertions run on every push.",
            TODAY,
            f"{CODE}/tinytree/tree/main/tests",
        ),
    ),
    code_url=f"{CODE}/tinytree",
    live_url=None,
    articles=(Reference("What a split costs", "articles/what-a-split-costs/", None),),
    languages=("Python",),
)

ROSTER = CaseStudy(
    id="roster",
    title="Roster: shifts that keep everybody’s Sunday",
    summary="A weekly staff plan for a shop of fourteen, from a forecast of the queue at the till.",
    role="Consultant",
    client=None,
    period="2023",
    featured=False,
    passages=(),
    figures=(),
    skills=("OR-Tools", "Python"),
    badges=(),
    code_url=None,
    live_url=None,
    articles=(),
    languages=(),
)

ESSAYS = (
    Essay(
        id="beat-last-tuesday",
        title="Beat last Tuesday first",
        summary="Why every forecast I sell has to win against the simplest one, shop by shop, before anybody sees it.",
        day=date(2026, 9, 14),
        day_text="14 September 2026",
        minutes=7,
        publication=None,
        url=None,
        canonical=None,
        body=prose(
            "The first forecast I ever sold lost against *last Tuesday*. Nobody noticed for a month, because nobody had "
            "compared them.\n\n## The baseline nobody wants\n\nIt needs no model, no server and no engineer. That is why "
            "it’s the right one.\n\n> A forecast that can’t beat last Tuesday is a random number with a licence.\n\n"
            "### In code\n\n```python\nimport math\n\n\ndef seasonal_naive(sales, season=7):\n"
            '    """Last week again."""\n    return sales[-season:]  # the one to beat\n\n\n'
            "assert seasonal_naive(range(14)) == range(7, 14)\n```\n\n"
            "1. Hold out the last 26 weeks.\n2. Roll forward, one day at a time.\n\n"
            "![Error by week: the model stays below the baseline](img/backtest.svg)\n\n"
            "More in [Hyndman’s book](https://otexts.example/fpp3).",
            pictures=lambda address: f"articles/{address}",
        ),
        description="Why every forecast has to win against the simplest one before anybody sees it.",
        work=(Reference("Shelfcast", "work/shelfcast/", None),),
    ),
    Essay(
        id="what-a-split-costs",
        title="What a split costs: growing trees by hand",
        summary="Gradient boosting from scratch, and the three places where my version differed from scikit-learn’s.",
        day=date(2026, 3, 2),
        day_text="2 March 2026",
        minutes=12,
        publication="Towards Grocery Science",
        url="https://grocery.example/what-a-split-costs",
        canonical="https://grocery.example/what-a-split-costs",
        body=prose("A split is a question with two answers, and its price is a sum."),
        description="Gradient boosting from scratch, compared with scikit-learn split by split.",
        work=(Reference("Tinytree", "work/tinytree/", None),),
    ),
    Essay(
        id="four-minutes",
        title="Your users have four minutes",
        summary="What I learned in twenty-two mornings behind a bread counter.",
        day=date(2025, 11, 20),
        day_text="20 November 2025",
        minutes=5,
        publication="Retail Engineering Weekly",
        url="https://retail.example/four-minutes",
        canonical=None,
        body=None,
        description="Twenty-two mornings behind a bread counter.",
        work=(),
    ),
)

OFFERS = (
    Offer(
        id="forecast-check",
        title="Forecast check",
        for_whom="You have a forecast and don’t know whether it’s worth its price.",
        summary=phrase(
            "I hold what you have against the simplest forecast there is, on your own data, and tell you what the difference is worth a year."
        ),
        deliverables=(
            "A backtest over your last 26 weeks",
            "A five-page report in plain words",
            "A recorded walk-through for your team",
        ),
        duration="One week",
        price="€ 3,200",
        price_note="Fixed price; half of it is credited against a build.",
        exclusions=("New models", "Access to personal data"),
        proof=(
            Reference("Shelfcast", "work/shelfcast/", None),
            Reference("Beat last Tuesday first", "articles/beat-last-tuesday/", None),
        ),
    ),
    Offer(
        id="order-sheet",
        title="The order sheet",
        for_whom="Chains of three to thirty shops that order fresh goods every day.",
        summary=phrase("From your till data to a number a shop manager trusts, running on a server you already own."),
        deliverables=(
            "Nightly forecasts for up to 200 articles",
            "An order sheet that can be overruled",
            "Monitoring, tests and a handbook",
            "Two mornings in a shop of your choice",
        ),
        duration="Eight to twelve weeks",
        price="€ 24,000 – 38,000",
        price_note="Depends on the number of shops; agreed before we start.",
        exclusions=("Till software", "Hardware"),
        proof=(Reference("Shelfcast", "work/shelfcast/", None),),
    ),
    Offer(
        id="second-pair",
        title="A second pair of eyes",
        for_whom="Teams of one to four who ship machine learning without a senior.",
        summary=None,
        deliverables=("Two hours a week, reviews within a day",),
        duration="Monthly, ends whenever you like",
        price="€ 1,400 / month",
        price_note=None,
        exclusions=(),
        proof=(),
    ),
)

CONTACT = (
    ContactLine("email", "E-mail", "lena@marchetti.example", "mailto:lena@marchetti.example"),
    ContactLine("calendar", "Book a call", "cal.example/lena", "https://cal.example/lena"),
    ContactLine("github", "GitHub", "github.com/lena-marchetti", "https://github.com/lena-marchetti"),
    ContactLine("linkedin", "LinkedIn", "linkedin.com/in/lena-marchetti", "https://www.linkedin.com/in/lena-marchetti"),
    ContactLine("location", "Location", "Trieste, Italy", None),
)

LENA = Portfolio(
    name="Lena Marchetti",
    headline="Machine learning for small grocers: less waste, fuller shelves",
    audience="Chains of three to thirty shops that order fresh goods every day",
    result="a third less thrown away within twelve weeks",
    summary=phrase(
        "I build forecasts that shop managers trust: measured against the simplest method first, running on a server you already own, and explained in one line each. Ten years in retail data, five of them on my own."
    ),
    summary_text="I build forecasts that shop managers trust: measured against the simplest method first, running on a server you already own, and explained in one line each.",
    language="en",
    today=TODAY,
    site_url="https://lena.example/portfolio/",
    photo=None,
    contact=CONTACT,
    call_to_action=ContactLine("calendar", "Book a call", "cal.example/lena", "https://cal.example/lena"),
    reply_within="one working day",
    specialisms=("Demand forecasting", "Machine learning in production"),
    stats=(
        Stat("302", "assertions run in CI"),
        Stat("8", "releases by tag"),
        Stat("41", "months of public history"),
        Stat("2", "articles with running code"),
    ),
    work=(SHELFCAST, PRICETAG, TINYTREE, ROSTER),
    essays=ESSAYS,
    offers=OFFERS,
    terms=Terms(
        rate="€ 680 / day",
        hours="24 hours a week",
        start="from 11 Jan 2027",
        time_zone="Europe/Rome (UTC+1)",
        overlap="9:00–18:00 CET; until 12:00 in New York",
        note="Two shop visits a quarter are included.",
        confirmed="20 Nov 2026",
    ),
    skills=(
        SkillGroup(
            "Machine learning",
            (
                SkillShown(
                    "Forecasting",
                    True,
                    (
                        Reference("Shelfcast", "work/shelfcast/", None),
                        Reference("Beat last Tuesday first", "articles/beat-last-tuesday/", None),
                    ),
                ),
                SkillShown("Gradient boosting", True, (Reference("Tinytree", "work/tinytree/", None),)),
                SkillShown("Causal inference", False, ()),
            ),
        ),
        SkillGroup(
            "Engineering",
            (
                SkillShown("Python", True, (Reference("Shelfcast", "work/shelfcast/", None),)),
                SkillShown(
                    "SQL",
                    True,
                    (Reference("queries of Shelfcast", None, f"{CODE}/shelfcast/tree/main/src/shelfcast/sql"),),
                ),
                SkillShown("Docker", True, (Reference("Shelfcast", "work/shelfcast/", None),)),
                SkillShown("Kubernetes", False, ()),
            ),
        ),
    ),
    experience=(
        Entry(
            "Freelance machine-learning engineer",
            None,
            "Trieste",
            "2021 – now",
            prose("Forecasts and computer vision for small grocers."),
            (
                phrase("Eleven shops order by my numbers every night."),
                phrase("Four clients, three of them for the second time."),
            ),
        ),
        Entry(
            "Data scientist",
            "Coop Alleanza",
            "Bologna",
            "2017 – 2021",
            None,
            (phrase("Replenishment for 380 stores; 2.1 M forecasts a night."),),
        ),
        Entry("Analyst", "Illy", "Trieste", "2016 – 2017"),
    ),
    contracts=(Entry("Interim lead, pricing", "A food wholesaler", None, "2022", note="Under NDA"),),
    education=(Entry("MSc Statistics", "Università di Trieste", "Trieste", "2014 – 2016"),),
    talks=(
        Entry(
            "Beat last Tuesday first",
            "PyCon Italia",
            "Bologna",
            "May 2026",
            href="https://pycon.example/talks/last-tuesday",
        ),
    ),
    languages=("Italian (native)", "English (C1)", "Slovene (B2)"),
    testimonials=(
        Testimonial(
            phrase(
                "For the first time I order bread without a knot in my stomach. And when the numbers are odd, I can see why."
            ),
            "Paola Visintin",
            "Shop manager",
            "a co-operative in Friuli",
            "July 2026",
            "https://coop.example/news/bread",
        ),
        Testimonial(
            prose("She told us not to build it. That saved us a year."),
            "Dario Bortolin",
            "Owner",
            "Alimentari Bortolin",
            "December 2024",
            None,
        ),
    ),
    assets=(
        (
            "articles/img/backtest.svg",
            b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 240" width="640" height="240"><rect width="640" height="240" fill="#e8efe9"/><polyline fill="none" stroke="#b4552d" stroke-width="3" points="20,70 120,90 220,60 320,85 420,70 520,80 620,66"/><polyline fill="none" stroke="#0b5d51" stroke-width="4" points="20,150 120,160 220,148 320,170 420,158 520,172 620,165"/></svg>',
        ),
    ),
)

BARE = replace(
    LENA,
    audience=None,
    result=None,
    photo=None,
    call_to_action=None,
    reply_within=None,
    specialisms=(),
    stats=(),
    work=(),
    essays=(),
    offers=(),
    terms=None,
    skills=(),
    experience=(),
    contracts=(),
    education=(),
    talks=(),
    languages=(),
    testimonials=(),
    assets=(),
    site_url=None,
    contact=CONTACT[:1],
)
"""Somebody who has only just begun: a name, a headline, a summary and an address."""

FULL = replace(
    LENA,
    work=(
        replace(SHELFCAST, sector="Grocery", years=(2026, 2025)),
        replace(PRICETAG, sector="Grocery", years=(2024,)),
        replace(TINYTREE, sector="Open source", years=(2026, 2025, 2024, 2023)),
        replace(ROSTER, sector='Staff "planning" & more', years=(2023,)),
    ),
    essays=(
        *(
            replace(one, tags=tags)
            for one, tags in zip(ESSAYS, (("forecasting", "retail"), ("trees",), ()), strict=True)
        ),
        replace(ESSAYS[2], id="the-label-that-lied", title="The label that lied", tags=("retail",)),
    ),
    questions=(
        Answer("Do you work alone?", prose("Mostly. For a larger build I bring in **one** colleague.")),
        Answer("What do you need from us?", prose("- two years of sales\n- an hour a week")),
    ),
    more=(
        OwnSection(
            "Awards",
            (
                Entry("Best applied paper", "Forecasting Days", None, "June 2024", href="https://days.example/2024"),
                Entry(
                    "Thesis prize", None, None, "", prose("For *small* shops."), (phrase("Read by **four** chains."),)
                ),
            ),
        ),
        OwnSection("Interests", lines=prose("**Rowing**: in the lagoon")),
    ),
    now=Now(prose("Moving two shops onto the order sheet."), "2026-11", "November 2026"),
    form=Form("https://forms.example/f/abc", "What you write goes to forms.example and on to me."),
    imprint=prose("Lena Marchetti, Via San Michele 4, 34121 Trieste, Italy"),
    privacy=prose("## What is kept\n\nThis site sets no cookies and counts nobody."),
    own_pages=(OwnPage("uses/", "What I use", "Uses", "Tools of mine", prose("## Desk\n\nA laptop.")),),
)
"""Lena with everything that a site can hold: filters, questions, a form, the pages of the law and one of her own."""
