"""Facts into a pitch, in the words of its client's language."""

from __future__ import annotations

from folio.errors import FolioError
from folio.facts import Facts
from folio.portfolio.contact import call_to_action, contact_lines
from folio.portfolio.pitch.cases import cases, readings
from folio.portfolio.pitch.model import PitchPage, Step
from folio.portfolio.prose import on_paper
from folio.portfolio.source import pitch_source
from folio.portfolio.wording import day, number, price, since, until, when
from folio.portfolio.words import Words, lang, words
from folio.profile.appearance import Appearance
from folio.profile.enclosed import Enclosures
from folio.profile.offer import Pitch


def compose_pitch(pitch: Pitch, facts: Facts, enclosed: Enclosures, look: Appearance | None = None) -> PitchPage:
    """The pitch as its client reads it; `look` goes before what the profile says. Proof is what folio saw, alone."""
    profile, look = facts.profile, look or Appearance()
    locale = look.locale or pitch.language or profile.language
    said = _words(pitch, locale)
    lines = contact_lines(profile)
    written = day(pitch.date.first_day, locale) if pitch.date.day else when(pitch.date, locale)
    return PitchPage(
        id=pitch.id,
        name=profile.name,
        about=profile.headline,
        contact=lines,
        words=said,
        language=lang(locale),
        direction=said.direction,
        look=look.over(Appearance(theme=pitch.theme, accent=pitch.accent, paper=pitch.paper, pages=pitch.pages)),
        title_page=pitch.title_page,
        client=pitch.client,
        addressee=pitch.contact,
        day_text=written,
        description=said.proposal_by.format(name=profile.name, client=pitch.client, day=written),
        valid_until=until(pitch.valid_until, locale) if pitch.valid_until else None,
        headline=pitch.headline,
        problem=on_paper(pitch.problem),
        offer=on_paper(pitch.offer),
        approach=on_paper(pitch.approach) if pitch.approach else None,
        cases=cases(pitch, facts, enclosed, locale),
        readings=readings(pitch, facts, enclosed),
        plan=tuple(Step(one.title, one.what, one.duration) for one in pitch.plan),
        price=price(pitch.price, locale) if pitch.price else None,
        price_form=_form(pitch, said),
        price_note=pitch.price_note,
        start=when(pitch.start, locale) if pitch.start else None,
        availability=pitch.availability or _availability(pitch, facts, locale, said),
        next_step=pitch.next_step,
        call_to_action=call_to_action(lines),
        source=pitch_source(pitch, facts, enclosed),
    )


def the_pitch(facts: Facts, identifier: str) -> Pitch:
    """The pitch with this id; FolioError names those there are."""
    pitches = facts.profile.pitches or ()
    if found := next((one for one in pitches if one.id == identifier), None):
        return found
    todo = f"known here: {', '.join(one.id for one in pitches)}" if pitches else "add it under 'pitches'"
    raise FolioError(f"there is no pitch '{identifier}' in the profile; {todo}")


def _words(pitch: Pitch, locale: str) -> Words:
    try:
        return words(locale)
    except FolioError as error:
        raise FolioError(f"pitch '{pitch.id}': {error}") from None


def _form(pitch: Pitch, said: Words) -> str | None:
    forms = {
        "fixed": said.fixed_price,
        "hourly": said.hourly_rate,
        "daily": said.daily_rate,
        "retainer": said.retainer,
    }
    return forms[pitch.price_form] if pitch.price_form else None


def _availability(pitch: Pitch, facts: Facts, locale: str, said: Words) -> str | None:
    """How much; and from when, unless the pitch says so itself or that has passed."""
    available = facts.profile.availability
    if available is None:
        return None
    hours = said.hours_a_week.format(hours=number(available.hours_per_week, locale))
    if pitch.start is not None or available.start.first_day <= facts.today:
        return hours
    return said.comma.join((hours, since(available.start, locale)))
