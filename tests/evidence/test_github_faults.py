"""What can go wrong with GitHub, the words a person sees for it, and that what was seen before stands."""

from __future__ import annotations

import socket
import ssl
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
import trustme

from evidence.hub import RESET, Hub, Reply, a_hub, limited, refused
from evidence.hub.rig import SECRET, a_profile, as_stored, later, look, of_github
from folio.evidence.access import Access
from folio.evidence.collect import collect

NOT_GITHUBS = "the answer is not GitHub's; does a proxy or a login page stand in between?"
UNREADABLE = "the answer can't be read; try again"
BROKEN = "the connection broke within the answer; try again"
SECONDARY = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."
BOMB = zlib.compressobj(wbits=31)
PACKED = BOMB.compress(b" " * 64 * 1024 * 1024) + BOMB.flush()
GZIP = {"Content-Encoding": "gzip"}

FAULTS: dict[str, tuple[Reply, str]] = {
    "hourly limit": (
        limited(),
        "GitHub's hourly limit is used up; try again after 2026-11-22 14:05 UTC; a token raises it",
    ),
    "hourly limit as 429": (
        limited(status=429),
        "GitHub's hourly limit is used up; try again after 2026-11-22 14:05 UTC; a token raises it",
    ),
    "hourly limit told by its message alone": (
        refused(403, "API rate limit exceeded for user ID 1.", x_ratelimit_reset="soon"),
        "GitHub's hourly limit is used up; try again after 2026-11-22 14:20 UTC; a token raises it",
    ),
    "hourly limit that ends in three hundred years": (
        limited(reset=RESET * 6),
        "GitHub's hourly limit is used up; try again after 2026-11-22 14:20 UTC; a token raises it",
    ),
    "slow down, with a time": (
        refused(403, SECONDARY, Retry_After="90"),
        "GitHub asks to go slower; try again in 90 s",
    ),
    "slow down, without a time": (refused(403, SECONDARY), "GitHub asks to go slower; try again in a minute"),
    "slow down as 429, with an odd time": (
        Reply(429, "slow down", {"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"}),
        "GitHub asks to go slower; try again in a minute",
    ),
    "access denied": (refused(403, "Repository access blocked"), "GitHub denies access (403)"),
    "not there": (refused(404, "Not Found"), "not found (or private)"),
    "gone": (refused(410, "Gone"), "not found (or private)"),
    "blocked by law": (refused(451, "Repository unavailable"), "taken down for legal reasons (451)"),
    "server error": (refused(500, "Server Error"), "GitHub has trouble of its own (500); try again"),
    "bad gateway with a page": (Reply(502, "<html>Unicorn!</html>"), "GitHub has trouble of its own (502); try again"),
    "unavailable without a word": (Reply(503, ""), "GitHub has trouble of its own (503); try again"),
    "error that is a list": (Reply(500, ["odd"]), "GitHub has trouble of its own (500); try again"),
    "refusal that is a number": (Reply(404, {"message": 7}), "not found (or private)"),
    "refusal of its own kind": (Reply(418, {}), "GitHub answers 418"),
    "not ready yet": (Reply(202, {}), "GitHub is still working the answer out (202); try again"),
    "captive portal": (
        Reply(200, "<html>Log in to the guest network</html>", {"Content-Type": "text/html"}),
        NOT_GITHUBS,
    ),
    "another service": (Reply(200, {"full_name": "ada/loom"}), NOT_GITHUBS),
    "list in place of a repository": (Reply(200, [1, 2]), NOT_GITHUBS),
    "values of other kinds": (Reply(200, {"fork": "perhaps", "full_name": 7}), NOT_GITHUBS),
    "cut-off JSON": (Reply(200, '{"full_name": "ada/lo'), UNREADABLE),
    "nothing at all": (Reply(200, ""), UNREADABLE),
    "not UTF-8": (Reply(200, b'{"full_name": "\xff"}'), UNREADABLE),
    "damaged gzip": (Reply(200, b"not packed", GZIP), UNREADABLE),
    "nested without end": (Reply(200, "[" * 100_000), "the answer is nested too deeply"),
    "larger than any answer": (Reply(200, b" " * (8 * 1024 * 1024 + 1)), "the answer is larger than 8 MiB"),
    "gzip bomb": (Reply(200, PACKED, GZIP), "the answer is larger than 8 MiB"),
    "connection cut": (Reply(200, {"fork": True, "full_name": "a/b" * 100}, cut=True), BROKEN),
    "connection reset": (Reply(reset=True), BROKEN),
    "silence": (Reply(wait=True), "no full answer within 0.3 s; try again"),
    "dripping body": (Reply(200, {"message": "x" * 1000}, drip=True), "no full answer within 0.3 s; try again"),
    "dripping headers": (Reply(drip_head=True), "no full answer within 0.3 s; try again"),
    "redirect to another host": (
        Reply(302, "", {"Location": "http://127.0.0.1:9/login"}),
        "it redirects where folio does not follow; write the repository's new address",
    ),
    "redirect to another scheme": (
        Reply(301, {"message": "Moved Permanently"}, {"Location": "https://127.0.0.1/repos/ada/loom"}),
        "it redirects where folio does not follow; write the repository's new address",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_put_into_words_and_takes_nothing_away(fault: str, hub: Hub, access: Access) -> None:
    reply, words = FAULTS[fault]
    hub.add("ada/loom", releases=[{}])
    profile = a_profile(hub, "loom")
    hurried = replace(access, timeout=0.3 if reply.wait or reply.drip or reply.drip_head else 20)
    hub.faults = [reply]
    [unseen] = of_github(collect(profile, hurried))
    assert (unseen.seen, unseen.problem) == (None, words)
    assert len(hub.journal) == 1

    stored = as_stored(collect(profile, later(access)))
    hub.faults = [reply]
    [kept] = of_github(collect(profile, later(hurried, day=24), stored=stored))
    before = stored["github", "project:loom"]
    assert kept.seen is not None
    assert (kept.seen, kept.observed_on, kept.missed) == (before.seen, before.observed_on, words)


def test_unchanged_is_no_answer_where_nothing_was_known(hub: Hub, access: Access) -> None:
    hub.add("ada/loom")
    hub.faults = [Reply(304, "")]
    assert look(hub, access).problem == NOT_GITHUBS


def test_a_token_after_an_outage_does_not_make_old_facts_new(hub: Hub, access: Access) -> None:
    one = hub.add("ada/loom")
    profile = a_profile(hub, "loom")
    stored = as_stored(collect(profile, later(access, day=10)))
    hub.faults = [limited()]
    missed = as_stored(collect(profile, access, stored=stored))
    one.facts["archived"] = True
    [again] = of_github(collect(profile, replace(access, token=SECRET), stored=missed))
    assert again.seen is not None
    assert (again.seen.archived, again.missed, again.observed_on) == (True, None, access.today)


def test_a_circle_of_redirects_is_left_soon(hub: Hub, access: Access) -> None:
    for here, there in (("/repos/ada/loom", "/repositories/7"), ("/repositories/7", "/repos/ada/loom")):
        hub.replies[here] = Reply(301, {"message": "Moved Permanently"}, {"Location": f"{hub.address}{there}"})
    assert look(hub, access).problem == "it redirects in a circle"
    assert len(hub.journal) == 5


def test_a_redirect_without_a_host_is_followed(hub: Hub, access: Access) -> None:
    hub.add("ada/loom")
    hub.faults = [Reply(307, {"message": "Temporary Redirect"}, {"Location": "/repositories/1"})]
    assert look(hub, access).seen is not None


def test_a_server_that_is_not_there_is_not_reached(hub: Hub, access: Access) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        gone = f"http://127.0.0.1:{taken.getsockname()[1]}"
    assert look(hub, replace(access, github_api=gone)).problem == "not reached; check the network and try again"


def test_a_certificate_that_nobody_vouches_for_is_refused(hub: Hub, access: Access, tmp_path: Path) -> None:
    authority, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with a_hub(context) as safe:
        safe.add("ada/loom")
        asked = replace(access, github_api=safe.address, token=SECRET)
        assert look(safe, asked).problem == "its certificate is not trusted on this machine"
        assert safe.journal == []
        authority.cert_pem.write_to_path(tmp_path / "authority.pem")
        trusting = replace(later(asked), authority=tmp_path / "authority.pem")
        assert look(safe, trusting).problem is None


def test_a_handshake_that_does_not_come_about_is_left(hub: Hub, access: Access) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        api = f"https://127.0.0.1:{silent.getsockname()[1]}"
        said = look(hub, replace(access, github_api=api, timeout=0.3)).problem
    assert said == "no full answer within 0.3 s; try again"


def test_a_proxy_that_refuses_is_named(hub: Hub, access: Access, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("no_proxy", "")
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{port}")
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{port}")
    assert look(hub, access).problem == "the proxy in between does not let folio through"


def test_a_wrong_token_takes_nothing_away(hub: Hub, access: Access) -> None:
    hub.add("ada/loom")
    profile = a_profile(hub, "loom")
    stored = as_stored(collect(profile, access))
    hub.token = SECRET
    [kept] = of_github(collect(profile, replace(later(access), token="ghp_another"), stored=stored))
    assert kept.seen is not None
    assert kept.missed == "GitHub refuses the token (401); renew it, or leave it out for public ones"


@pytest.mark.parametrize(
    ("fault", "asked"),
    [
        (limited(), 1),
        (refused(403, SECONDARY), 1),
        (refused(401, "Bad credentials"), 1),
        (Reply(wait=True), 1),
        (Reply(200, "<html>"), 1),
    ],
)
def test_what_everybody_would_meet_stops_the_run(fault: Reply, asked: int, hub: Hub, access: Access) -> None:
    names = ("loom", "engine", "cards")
    for name in names:
        hub.add(f"ada/{name}")
    hub.faults = [fault]
    evidence = of_github(collect(a_profile(hub, *names), replace(access, timeout=0.3 if fault.wait else 20)))
    assert len({one.problem for one in evidence}) == 1
    assert len(hub.journal) == asked


def test_three_failures_in_a_row_stop_the_run(hub: Hub, access: Access) -> None:
    names = [f"loom-{index}" for index in range(6)]
    hub.faults = [refused(502, "Server Error")] * 6
    said = [one.problem for one in of_github(collect(a_profile(hub, *names), access))]
    assert said == ["GitHub has trouble of its own (502); try again"] * 6
    assert len(hub.journal) == 3
