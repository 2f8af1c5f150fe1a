"""A plan as a calendar (RFC 5545); the one door to icalendar.

A step is an event of whole days, from the Monday of its first week to the Friday of its last, shown as free: folio
knows the week and not the hour. Its id stays the same from plan to plan, so that importing again moves it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from folio.readiness.outlook import what
from folio.readiness.planning import PlanSeen, StepSeen
from folio.readiness.schedule import Week
from folio.render.inert import one_line
from folio.render.plan import gain
from folio.version import VERSION

if TYPE_CHECKING:
    from icalendar import Event

EPOCH = date(2020, 1, 1)
"""Revisions of an event are counted in days from here: a later plan is a later revision of its events."""
WORKING_WEEK = timedelta(days=5)


def calendar(plan: PlanSeen) -> bytes:
    """The calendar's bytes; the same for the same plan on the same day."""
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", f"-//folio//plan {VERSION}//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    for number, step in enumerate(plan.steps):
        weeks = [week for week in plan.weeks if any(stint.step == number for stint in week.stints)]
        made.add_component(_event(plan, step, weeks))
    content: bytes = made.to_ical()
    return content


def _event(plan: PlanSeen, step: StepSeen, weeks: list[Week]) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{step.key}@folio.invalid")
    event.add("dtstamp", datetime.combine(plan.today, time(), UTC))
    event.add("sequence", max((plan.today - EPOCH).days, 0))
    event.add("dtstart", weeks[0].monday)
    event.add("dtend", weeks[-1].monday + WORKING_WEEK)
    event.add("summary", one_line(what(step)))
    event.add("description", one_line(f"{gain(step)}. Plan for {plan.platform.title}."))
    event.add("categories", ["folio"])
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event
