"""Articles for personas: plain sentences about a piece of work, no two articles with the same run of five words often.

Each subject brings its own words, and each article takes other sentences in another order, so that the guard against
near-duplicates has nothing to find.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass

SENTENCES = (
    "{People} asked for {thing} after {cause} had cost them {number} {unit} in a single quarter.",
    "Before anybody wrote code, {people} and I read {source} line by line for {short} mornings.",
    "What surprised {people} most was that {cause} explained more than {other} ever did.",
    "The first version of {thing} was a table in {tool}, and it was good enough for {short} weeks.",
    "I drew {source} against the calendar, and the gap around {event} was plain to see.",
    "{Other} looked promising until {people} told me how {source} is typed in on busy days.",
    "A rule of thumb that {people} had used for years was wrong by {number} {unit}, which nobody had measured.",
    "Every {moment} the job reads {source}, refuses rows with {fault}, and writes a note that {people} read.",
    "We agreed on {metric} because a mistake in {thing} costs {people} time and not only {unit}.",
    "With {tool} the whole run takes {short} minutes on a laptop, so nobody waits for {thing}.",
    "When {event} came, {thing} was off by {number} {unit}, and the note said so the same {moment}.",
    "I kept {other} out of the first release, since {people} could not say who would maintain it.",
    "Nothing in {source} says why {cause} happens, so I asked {people} and wrote their answers down.",
    "The cheapest change was to {action}, and it removed a third of {fault} within {short} days.",
    "{People} read the residuals with me and found {fault} in places where I had seen noise.",
    "A colleague suggested {other}, and on the held-out months it moved {metric} by less than its error bar.",
    "I write {metric} beside the cost in hours, because {people} pay for {thing} by the hour.",
    "To {action} took an afternoon; to convince {people} that it mattered took {short} meetings.",
    "The interval around {metric} was wide, and I said so before {people} planned {event} with it.",
    "For {thing} the last {number} rows of {source} matter more than the years before them.",
    "If {cause} comes back, {thing} falls back to last year's value and tells {people} that it did.",
    "I would {action} again on the first day, and leave {other} for a month in which nothing burns.",
    "{Tool} was the third tool we tried, and the only one that {people} could start without me.",
    "Half of the work on {thing} was a conversation about {fault}, and who may correct it.",
    "{People} keep a copy of {source} on paper for {event}, which saved us when {cause} hit.",
    "A chart of {metric} by {moment} hangs in their office, and people point at it in meetings about {thing}.",
    "The plan said {short} weeks for {other}; it took one, because {source} had been cleaned by then.",
    "I tested what happens when {source} is late, empty or twice as long, and {thing} survived all three.",
    "On a quiet {moment} the answer is dull, and dull answers are what {people} want from {thing}.",
    "It turned out that {fault} began on the day when {people} changed the form, {number} {unit} earlier.",
    "Once {people} could {action} by themselves, they stopped calling me about {cause}.",
    "My estimate for {thing} was wrong by a factor of two, mostly because of {fault} in {source}.",
    "{Metric} hides who pays for the error, so I split it by {event} and by everything else.",
    "Somebody will ask for {other} next year, and the notes on {cause} will save them a month.",
    "The handover was one page: how to {action}, whom to call, and what {metric} should be.",
    "After {event} we compared {thing} with what {people} would have done, {moment} by {moment}.",
    "I stopped tuning when {metric} moved less than {source} does between two honest readings.",
    "There were {number} {unit} of {fault} left at the end, and {people} decided to live with them.",
    "Nobody needed {other} to see that {cause} and {event} arrive together.",
    "In the end {people} trusted {thing} because it had been wrong in public, and said by how much.",
)
FAILED = (
    "I first tried {other}, since everybody writes about it, and spent {short} weeks on it.",
    "On held-out months it was {number} {unit} worse than the plain rule, and slower by a factor of nine.",
    "The reason was {fault}: the method learned the form and not the world behind {source}.",
    "I then removed {fault} by hand, and {metric} improved by less than two percent of its value.",
    "{People} asked whether more history would help, so I added {short} more years and drew the curve.",
    "It was flat from the second year on, which says that {cause} is not in {source} at all.",
    "What I would do now is to {action} first and to measure {metric} on the day before {event}.",
    "The failed branch is still in the repository with its numbers, because somebody will suggest {other} again.",
    "It cost {people} about {number} euros and me a weekend, and it taught us where {thing} ends.",
    "I told {people} on the day when I knew, with the chart, and we went back to the rule together.",
)


@dataclass(frozen=True)
class Subject:
    """What an article is about: its title, a fundamental that a heading of it explains, and its words."""

    slug: str
    title: str
    explains: str
    words: Mapping[str, str]


def _subject(slug: str, title: str, explains: str, *words: str) -> Subject:
    names = ("people", "thing", "source", "cause", "other", "tool", "event", "moment", "metric", "fault", "action",
             "unit", "number", "short")  # fmt: skip
    return Subject(slug, title, explains, dict(zip(names, words, strict=True)))


SUBJECTS = (
    _subject("bread", "Forecasting bread for small bakeries", "How cross-validation works on weeks", "the bakers",
             "tomorrow's list of loaves", "the till receipts", "a warm weekend", "a recurrent network", "pandas",
             "Easter", "morning", "mean absolute error", "loaves booked twice", "count unsold loaves by hand",
             "loaves", "240", "three"),
    _subject("churn", "Who leaves, and what a forecast of it is worth", "What logistic regression assumes",
             "the account managers", "the calling list", "the contract table", "a rise in prices", "survival forests",
             "scikit-learn", "the renewal season", "Monday", "expected savings", "cancelled tests of the sales team",
             "ask leavers for one reason", "contracts", "61", "five"),
    _subject("routes", "Forecasting the length of a driver's day", "Gradient descent without a library",
             "the dispatchers", "the plan of tours", "the pings of vans", "roadworks on the ring", "a graph network",
             "networkx", "the Christmas rush", "shift", "minutes late", "pings without a van", "lock the first stop",
             "stops", "37", "four"),
    _subject("returns", "Why parcels come back", "Precision and recall when parcels cost money", "the warehouse crew",
             "the return score", "the size chart", "a mislabelled shoe", "image embeddings", "DuckDB",
             "the winter sale", "night", "cost per thousand parcels", "returns scanned twice", "show the size chart early",
             "parcels", "1,900", "six"),
    _subject("rents", "A rent index that tenants can check", "Linear regression and its residuals", "the city's clerks",
             "the published index", "the survey of tenants", "a street of new towers", "boosted trees", "statsmodels",
             "the council's session", "district", "median error", "cellars counted as rooms", "publish the residual map",
             "flats", "418", "two"),
    _subject("energy", "Forecasting a factory's power for tomorrow", "Bias and variance, seen on one meter",
             "the plant engineers", "the day-ahead load", "the quarter-hour meters", "a stopped furnace",
             "a transformer with attention", "LightGBM", "the summer shutdown", "hour", "pinball loss",
             "meters stuck at zero", "name every planned stop", "megawatt hours", "86", "seven"),
    _subject("calls", "How many people a call centre needs on Tuesday", "What a confidence interval says",
             "the team leads", "the roster", "the log of calls", "an invoice run", "hidden Markov states", "polars",
             "the first of the month", "interval", "calls lost", "calls that hang up at once", "announce invoice runs",
             "calls", "5,300", "eight"),
    _subject("fraud", "Finding odd invoices without accusing anybody", "Why k-means is a poor detective",
             "the auditors", "the list of odd invoices", "the ledger of suppliers", "a merger of two firms",
             "an isolation forest", "dbt", "the yearly audit", "posting day", "findings per hour of reading",
             "credit notes booked as invoices", "group suppliers by owner", "invoices", "12,400", "nine"),
)  # fmt: skip
CODE = """```python
{name}_history = read_{name}()
{name}_fold = split_by_time({name}_history, months=3)
for train, test in {name}_fold:
    guess = last_year(train, horizon=len(test))
    report("{name}", guess, test)
    keep("{name}", guess)
```"""
TABLE = "| {name} | error | seconds |\n|---|---|---|\n| last year | 14 | 0.1 |\n| model | 9 | 12 |"
FORMULA = {
    "bread": r"$$ \frac{1}{n} \sum_t \lvert y_t - y_{t-7} \rvert $$",
    "churn": r"$$ \log \frac{p}{1 - p} = \beta_0 + \sum_j \beta_j x_j $$",
    "routes": r"$$ w_{k+1} = w_k - \eta \sum_i \frac{\partial L_i}{\partial w} $$",
    "returns": r"$$ c = \frac{c_1 f_1 + c_2 f_2}{\sum_i n_i} $$",
    "rents": r"$$ \hat\beta = \frac{\sum_i x_i y_i}{\sum_i x_i^2} $$",
    "energy": r"$$ \sum_t \max(\tau e_t, (\tau - 1) e_t) $$",
    "calls": r"$$ \bar x \pm \frac{1.96 s}{\sqrt{n}} $$",
    "fraud": r"$$ J = \sum_k \sum_{i \in C_k} \lVert x_i - \mu_k \rVert^2 $$",
}


def text(subject: Subject, *, deep: bool = True, failed: bool = False, links: tuple[str, ...] = ()) -> str:
    """An article of some 700 words; a deep one has code, a table and a formula, and is longer than 800."""
    draw = random.Random(subject.slug)
    said = [_filled(one, subject) for one in draw.sample(SENTENCES, len(SENTENCES))]
    paragraphs = [" ".join(said[at : at + 4]) for at in range(0, len(said), 4)]
    first, second, third, *rest = paragraphs
    name = subject.slug
    parts = [f"# {subject.title}", first, second, f"## {subject.explains}", third]
    if deep:
        parts += [FORMULA[name], CODE.format(name=name), TABLE.format(name=name)]
    parts += [f"## What came of {subject.words['thing']}", *rest]
    if failed:
        parts += ["## What did not work", " ".join(_filled(one, subject) for one in FAILED)]
    parts += [f"The code is at <{link}>." for link in links]
    return "\n\n".join(parts) + "\n"


def _filled(sentence: str, subject: Subject) -> str:
    words = subject.words
    return sentence.format(**words, **{name.capitalize(): _raised(word) for name, word in words.items()})


def _raised(word: str) -> str:
    return word[0].upper() + word[1:]
