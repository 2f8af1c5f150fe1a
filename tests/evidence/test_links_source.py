"""The addresses that a profile gives, looked at over real sockets on several days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from build import a_profile
from folio.evidence.access import Access, Subject, Task
from folio.evidence.collect import settled
from folio.evidence.links.trail import answered_apart
from folio.evidence.model import LinkSeen, Observation
from folio.evidence.sources import links
from folio.web.client import Web
from folio.web.model import Bounds
from web.site import Site, Visit, a_site, leads_to, only_loopback, page, to

START = datetime(2026, 11, 22, 12, tzinfo=UTC)
TEXT = "<p>" + "A loom that weaves by cards, in your browser. " * 20


@pytest.fixture
def site() -> Iterator[Site]:
    with a_site() as started:
        yield started


@pytest.fixture
def access(tmp_path: Path) -> Iterator[Access]:
    async def no_wait(seconds: float) -> None:
        pass

    bounds = Bounds(seconds=5, tries=2)
    with Web(may_reach=only_loopback, resolver=leads_to("127.0.0.1"), sleep=no_wait, bounds=bounds) as web:
        yield Access(base=tmp_path, today=START.date(), offline=False, scratch=tmp_path, web=web, clock=START)


def later(access: Access, days: float) -> Access:
    now = START + timedelta(days=days)
    return replace(access, clock=now, today=now.date())


def look(access: Access, url: str, before: Observation | None = None, name: str = "project:loom") -> Observation:
    """One look, as `collect` would keep it."""
    task = Task(Subject(name, url), before)
    (found,) = links.observe([task], access)
    return found if found is before else settled(task, found)


def seen(observation: Observation) -> LinkSeen:
    assert isinstance(observation.seen, LinkSeen), observation.problem
    return observation.seen


def test_what_answers_is_seen(site: Site, access: Access) -> None:
    site.pages |= {"/": to("/app?session=secret"), "/app?session=secret": page(f"<title>Loom</title>{TEXT}")}
    found = look(access, site.url())
    assert seen(found).model_dump(exclude={"first_byte_ms"}) == LinkSeen(
        status=200,
        final_url=site.url("/app"),
        title="Loom",
        redirects=(site.url(),),
        bytes=len(f"<title>Loom</title>{TEXT}"),
        type="text/html",
    ).model_dump(exclude={"first_byte_ms"})
    assert [(one.outcome, one.status) for one in found.probes] == [("up", 200)]
    assert (found.source, found.subject, found.observed_on) == ("links", "project:loom", date(2026, 11, 22))


@pytest.mark.parametrize(
    ("title", "kept"),
    [("a\u202eb\x1b[31m", "a b [31m"), ("x" * 500, "x" * 300), (" ", None), ("<b>Loom</b>", "<b>Loom</b>")],
)
def test_a_title_is_one_plain_line(site: Site, access: Access, title: str, kept: str | None) -> None:
    site.pages["/"] = page(f"<title>{title}</title>{TEXT}")
    assert seen(look(access, site.url())).title == kept


def test_an_address_is_kept_as_the_person_wrote_it(site: Site, access: Access) -> None:
    site.pages["/app?shop=7"] = page(TEXT)
    assert seen(look(access, site.url("/app?shop=7"))).final_url == site.url("/app?shop=7")


@pytest.mark.parametrize("status", [404, 410])
def test_one_miss_is_not_enough_and_says_when_it_can_be_told(site: Site, access: Access, status: int) -> None:
    site.pages["/"] = page(status=status)
    found = look(access, site.url())
    assert found.seen is None
    assert found.problem == (
        f"{site.url()} answers {status} since 2026-11-22; a look after 2026-11-23 12:00 UTC settles it"
    )
    again = look(later(access, 0.5), site.url(), found)
    assert again.problem == found.problem
    gone = look(later(access, 1), site.url(), again)
    assert seen(gone).status == status


def test_a_name_that_no_longer_exists_counts_as_missing(access: Access, tmp_path: Path) -> None:
    import socket

    def resolve(host: str) -> list[str]:
        if host == "loom.test":
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return ["127.0.0.1"]

    with Web(may_reach=only_loopback, resolver=resolve) as web:
        there = replace(access, web=web)
        found = look(there, "https://loom.test/")
        assert found.problem == (
            "https://loom.test/: there is no host of that name since 2026-11-22; "
            "a look after 2026-11-23 12:00 UTC settles it"
        )
        gone = look(later(there, 2), "https://loom.test/", found)
    assert (seen(gone).status, seen(gone).final_url) == (404, "https://loom.test/")


def test_an_answer_stands_while_a_later_look_misses_once(site: Site, access: Access) -> None:
    site.pages["/"] = page(f"<title>Loom</title>{TEXT}")
    first = look(access, site.url())
    site.pages["/"] = page(status=404)
    missed = look(later(access, 2), site.url(), first)
    assert (seen(missed).title, missed.observed_on) == ("Loom", date(2026, 11, 22))
    assert missed.missed is not None
    assert "since 2026-11-24" in missed.missed
    site.pages["/"] = page(f"<title>Loom</title>{TEXT}")
    back = look(later(access, 8), site.url(), missed)
    assert back.missed is None
    assert answered_apart(back.probes) == (START, START + timedelta(days=8))


def test_two_misses_a_day_apart_end_what_was_seen(site: Site, access: Access) -> None:
    site.pages["/"] = page(TEXT)
    found = look(access, site.url())
    site.pages["/"] = page(status=410)
    for days in (8, 9):
        found = look(later(access, days), site.url(), found)
    assert (seen(found).status, found.observed_on) == (410, date(2026, 12, 1))
    assert answered_apart(found.probes) is None


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (page(status=401), "answers 401: it wants a password; open it yourself to see whether it works"),
        (page(status=403), "answers 403: it lets no program in; open it yourself to see whether it works"),
        (page(status=999), "answers 999: it lets no program in; open it yourself to see whether it works"),
        (page(status=451), "answers 451: it is closed for legal reasons; open it yourself to see whether it works"),
        (page(status=418), "answers 418: that says nothing of what is there; open it yourself to see whether it works"),
        (page(status=500), "answers 500: it has trouble of its own; try again later"),
        (page("<title>Just a moment...</title>Enable JavaScript and cookies to continue", status=403),
         "answers 403: it shows a page that lets no program in; open it yourself to see whether it works"),
        (page("<p>This service has been suspended by its owner.", status=503), "answers 503: its host has suspended it"),
        (page(f"<title>Just a moment...</title>{' ' * 600}"),
         "shows a page that lets no program in; open it yourself to see whether it works"),
        (page(f"This app has gone to sleep due to inactivity{' ' * 600}"),
         "shows an application that is asleep; open it yourself to see whether it works"),
    ],
)  # fmt: skip
def test_what_can_not_be_told_is_never_gone(site: Site, access: Access, answer: bytes, problem: str) -> None:
    site.pages["/"] = answer
    found = None
    for days in (0, 2, 4):
        found = look(later(access, days), site.url(), found)
    assert found is not None
    assert (found.seen, found.problem) == (None, f"{site.url()} {problem}")
    assert [one.outcome for one in found.probes] == ["unclear"]


def test_trouble_with_the_way_says_nothing_of_the_page(site: Site, access: Access) -> None:
    site.pages["/"] = page(TEXT)
    first = look(access, site.url())
    site.pages["/"] = Visit.reset
    for days in (1, 2, 9):
        first = look(later(access, days), site.url(), first)
    assert (seen(first).status, first.missed) == (
        200,
        "127.0.0.1: the connection broke before the answer; try again",
    )
    assert [one.outcome for one in first.probes] == ["up", "unclear"]


def test_a_host_that_asks_to_wait_is_left_alone_until_then(site: Site, access: Access) -> None:
    site.pages["/"] = page("", "Retry-After: 7200", status=429)
    found = look(access, site.url())
    assert found.again_at == START + timedelta(hours=2)
    assert look(later(access, 0.05), site.url(), found) is found
    assert len(site.journal) == 1


def test_nothing_is_said_of_what_was_not_asked(site: Site, access: Access) -> None:
    site.pages["/"] = page(TEXT)
    before = look(access, site.url())
    with Web(offline=True) as web:
        found = look(replace(later(access, 3), web=web), site.url(), before)
    assert found is before


def test_a_private_address_is_not_asked(access: Access) -> None:
    with a_site("127.0.0.2") as neighbour:
        found = look(access, f"http://127.0.0.2:{neighbour.port}/")
        assert neighbour.connections == 0
    assert found.problem == "127.0.0.2 is not on the open internet; its address is not asked"


def test_a_placeholder_is_seen_at_once_where_nothing_was_seen_before(site: Site, access: Access) -> None:
    site.pages["/"] = page(f"<title>Welcome to nginx!</title><p>nginx{' ' * 600}")
    found = look(access, site.url())
    assert (seen(found).placeholder, seen(found).status) == ("placeholder", 200)
    assert answered_apart(look(later(access, 9), site.url(), found).probes) is None


def test_a_placeholder_for_a_moment_takes_nothing_away(site: Site, access: Access) -> None:
    site.pages["/"] = page(f"<title>Loom</title>{TEXT}")
    first = look(access, site.url())
    site.pages["/"] = page(f"<title>Site Maintenance</title><p>Back soon{' ' * 600}")
    for_now = look(later(access, 3), site.url(), first)
    assert seen(for_now).title == "Loom"
    assert for_now.missed == (
        f"{site.url()} shows a page that says 'coming soon' since 2026-11-25; "
        "a look after 2026-11-26 12:00 UTC settles it"
    )
    assert seen(look(later(access, 5), site.url(), for_now)).placeholder == "placeholder"


def test_a_page_to_log_in_is_known_of_a_project_and_not_of_a_profile(site: Site, access: Access) -> None:
    site.pages["/"] = page(f"<form><input type=password></form>{' ' * 600}")
    assert seen(look(access, site.url())).placeholder == "login"
    assert look(access, site.url(), name="platform:toptal").problem == (
        f"{site.url()} shows a page to log in; open it yourself to see whether it works"
    )


def test_a_page_that_leads_on_by_itself_is_followed(site: Site, access: Access) -> None:
    site.pages |= {
        "/": page('<meta http-equiv="refresh" content="0; url=/latest/">'),
        "/latest/": to("/3.2/"),
        "/3.2/": page(f"<title>Manual</title>{TEXT}"),
    }
    found = seen(look(access, site.url()))
    assert (found.title, found.final_url) == ("Manual", site.url("/3.2/"))
    assert found.redirects == (site.url(), site.url("/latest/"))


@pytest.mark.parametrize("way", [{"/": "/"}, {"/": "/a", "/a": "/"}, {"/": "/a", "/a": "/b", "/b": "/c", "/c": "/d"}])
def test_pages_that_lead_on_for_ever_are_left(site: Site, access: Access, way: dict[str, str]) -> None:
    site.pages |= {at: page(f'<meta http-equiv="refresh" content="0; url={there}">') for at, there in way.items()}
    look(access, site.url())
    assert len(site.journal) <= 3


def test_a_page_that_leads_into_private_space_is_not_followed(site: Site, access: Access) -> None:
    with a_site("127.0.0.2") as neighbour:
        site.pages["/"] = page(f'<meta http-equiv="refresh" content="0; url=http://127.0.0.2:{neighbour.port}/">')
        assert look(access, site.url()).problem is not None
        assert neighbour.connections == 0


def test_a_template_is_told_by_the_script_that_draws_it(site: Site, access: Access) -> None:
    shell = '<title>Vite + React</title><div id="root"></div><script type="module" src="/app.js"></script>'
    script = 'e("p",{children:"Click on the Vite and React logos to learn more"})'
    site.pages |= {"/": page(shell), "/app.js": page(script, kind="text/javascript")}
    assert seen(look(access, site.url())).placeholder == "placeholder"
    site.pages["/app.js"] = page('e("p",{children:"Choose a pattern"})', kind="text/javascript")
    assert seen(look(access, site.url())).placeholder == ""
    site.pages["/app.js"] = page(status=404)
    assert seen(look(access, site.url())).placeholder == ""


def test_a_page_links_back_to_the_persons_other_addresses(site: Site, access: Access) -> None:
    profile = a_profile(
        links={
            "website": "https://ada.example",
            "github": "ada",
            "other": [{"label": "x", "url": "https://soc.example/@ada"}],
        },
        projects=[
            {
                "id": "loom",
                "title": "Loom",
                "summary": "Weaves.",
                "live": {"url": site.url("/app")},
                "code_url": "https://code.example/guild/loom",
            }
        ],
    )
    site.pages["/app"] = page(
        TEXT
        + '<a href="http://www.ada.example/about">me</a><a href="https://github.com/Ada/loom">code</a>'
        + '<a rel=me href="https://soc.example/@ada">social</a><a href="https://code.example/guild/loom.git">guild</a>'
        + '<a href="https://github.com/adamant">somebody else</a>'
    )
    (subject,) = (one for one in links.subjects(profile) if one.name == "project:loom")
    (found,) = links.observe([Task(subject)], access)
    assert seen(found).links_back == (
        "https://ada.example",
        "https://github.com/ada",
        "https://soc.example/@ada",
        "https://code.example/guild/loom",
    )
    assert seen(found).says_me == ("https://soc.example/@ada",)


def test_a_site_that_links_to_itself_links_to_nobody(site: Site, access: Access) -> None:
    site.pages["/app"] = page(TEXT + f'<a href="{site.url("/about")}">home</a>')
    task = Task(Subject("project:loom", site.url("/app"), (site.url(),)))
    (found,) = links.observe([task], access)
    assert seen(found).links_back == ()


def test_everything_with_an_address_is_looked_at() -> None:
    profile = a_profile(
        links={
            "website": "https://ada.example",
            "github": "ada",
            "gitlab": "https://gitlab.com/ada",
            "code": "https://code.example/ada",
            "linkedin": "https://www.linkedin.com/in/ada",
            "other": [{"label": "one", "url": "https://one.example"}, {"label": "two", "url": "https://two.example"}],
        },
        projects=[
            {"id": "loom", "title": "Loom", "summary": "Weaves.", "live": {"url": "https://loom.example"}},
            {"id": "mill", "title": "Mill", "summary": "Grinds.", "live": {"description": "at the mill"}},
            {"id": "plain", "title": "Plain", "summary": "Is."},
        ],
        platforms=[{"id": "toptal", "url": "https://toptal.example/ada"}, {"id": "malt"}],
        talks=[
            {"id": "cards", "title": "Cards", "event": "Weavers", "date": "2026-05", "url": "https://talks.example/1"},
            {"id": "quiet", "title": "Quiet", "event": "Weavers", "date": "2026-05"},
        ],
    )
    assert [(one.name, one.location) for one in links.subjects(profile)] == [
        ("project:loom", "https://loom.example"),
        ("link:website", "https://ada.example"),
        ("link:github", "https://github.com/ada"),
        ("link:gitlab", "https://gitlab.com/ada"),
        ("link:code", "https://code.example/ada"),
        ("link:linkedin", "https://www.linkedin.com/in/ada"),
        ("link:other-1", "https://one.example"),
        ("link:other-2", "https://two.example"),
        ("platform:toptal", "https://toptal.example/ada"),
        ("talk:cards", "https://talks.example/1"),
    ]


def test_what_is_fresh_is_not_asked_and_one_address_is_asked_once(site: Site, access: Access) -> None:
    site.pages["/"] = page(TEXT)
    fresh = look(access, site.url())
    tasks = [Task(Subject("project:loom", site.url()), fresh)]
    tasks += [Task(Subject(name, site.url("/new"))) for name in ("link:website", "talk:one")]
    found = list(links.observe(tasks, access))
    assert found[0] is fresh
    assert sorted(one.subject for one in found) == ["link:website", "project:loom", "talk:one"]
    assert site.paths == ["/", "/new"]


def test_without_a_web_one_is_opened(site: Site, access: Access) -> None:
    assert look(replace(access, web=None, allow_private=True), site.url("/")).problem is not None
    assert look(replace(access, web=None, offline=True), site.url("/")).problem == "not asked: offline"


def test_one_look_at_the_same_moment_twice_is_one_look(site: Site, access: Access) -> None:
    site.pages["/"] = page(status=404)
    first = look(access, site.url())
    assert look(access, site.url(), first).probes == first.probes
