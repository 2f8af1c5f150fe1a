"""What is not published: reports, private files, strangers' folders; and names that git would read as something else."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deploy.remotes import environ, git, site
from folio.deploy import names
from folio.deploy.folder import files_of, host_of, site_in
from folio.deploy.git import Git, variables
from folio.deploy.remote import Remote, address, remote
from folio.errors import FolioError


def test_a_site_is_found_in_what_build_wrote_and_around_it(tmp_path: Path) -> None:
    here = site(tmp_path / "out" / "site")
    assert {site_in(one).resolve() for one in (tmp_path, tmp_path / "out", here)} == {here}
    assert host_of(files_of(here)) == "ada.example"


def test_a_folder_that_is_no_site_of_folios_is_refused(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(FolioError, match="holds no site of folio's; name the folder that 'folio build'"):
        site_in(tmp_path)
    with pytest.raises(FolioError, match="there is no such folder"):
        site_in(tmp_path / "nowhere")


def test_the_report_is_refused_wherever_it_lies_unless_it_is_asked_for(tmp_path: Path) -> None:
    beside = {"readiness/report.json": "{}", "readiness/index.html": "<title>Readiness of Ada: Toptal</title>"}
    out = tmp_path / "out"
    plain = site(out / "site")
    assert not any("readiness" in path for path in files_of(plain))
    with pytest.raises(FolioError, match="there is no readiness report; make one"):
        files_of(plain, with_report=True)
    site(out, **beside)
    assert not any("readiness" in path for path in files_of(plain))
    assert set(beside) < set(files_of(plain, with_report=True))

    for number, (path, text) in enumerate([*beside.items(), ("notes/me.html", beside["readiness/index.html"]),
                                           ("de/readiness/report.md", "")]):  # fmt: skip
        spoilt = site(tmp_path / str(number), **{path: text})
        with pytest.raises(FolioError, match=rf"holds a readiness report \({path}\), which is for you alone"):
            files_of(spoilt)
        assert path in files_of(spoilt, with_report=True)
    innocent = site(tmp_path / "innocent", **{"readiness/index.html": "<title>Readiness</title> of plants"})
    assert "readiness/index.html" in files_of(innocent)


@pytest.mark.parametrize("path", [".git/config", "assets/.GIT/config", ".folio/history.jsonl", "profile.yaml", ".env"])
def test_what_may_be_private_is_no_part_of_a_site(path: str, tmp_path: Path) -> None:
    with pytest.raises(FolioError, match="may be private; take it out"):
        files_of(site(tmp_path, **{path: "secret"}))


def test_links_lead_elsewhere_and_are_refused(tmp_path: Path) -> None:
    for number, to in enumerate(("/etc/passwd", "/etc", "index.html", "nowhere")):
        here = site(tmp_path / str(number))
        (here / "assets" / "link").symlink_to(to)
        with pytest.raises(FolioError, match="is a link or no file"):
            files_of(here)


@pytest.mark.parametrize("text", [
    "", "-", "--force", "a..b", "a b", "a:b", "+a", "a~1", "a^", "@{-1}", "HEAD", "refs/heads/a", "a/", "/a", "a//b",
    "a.lock", "a.lock/b", "a.", ".a", "a/.b", "a\n", "a*", "a\\b", "é", "a" * 300, "$(touch x)", "main:gh-pages",
])  # fmt: skip
def test_a_hostile_name_of_a_branch_is_refused(text: str) -> None:
    with pytest.raises(FolioError, match="is no name of a branch here"):
        names.branch(text)


@settings(max_examples=40, deadline=None)
@given(st.text("ab.-_/+@H0", min_size=1, max_size=8))
@example("gh-pages")
def test_git_takes_every_name_of_a_branch_that_is_not_refused(text: str) -> None:
    try:
        names.branch(text)
    except FolioError:
        return
    assert subprocess.run(["git", "check-ref-format", f"refs/heads/{text}"], check=False).returncode == 0


@pytest.mark.parametrize(("text", "name"), [
    ("ada.example", "ada.example"), ("WWW.Ada.Example.", "www.ada.example"), ("münchen.example", "xn--mnchen-3ya.example"),
])  # fmt: skip
def test_a_domain_is_written_as_dns_spells_it(text: str, name: str) -> None:
    assert names.domain(text) == name


@pytest.mark.parametrize("text", [
    "", "ada", "https://ada.example", "ada.example/x", "ada.example:80", "a b.example", "a\nb.example", "-a.example",
    "127.0.0.1", "a..example", "x" * 64 + ".example", ".".join(["abc"] * 80), "*.example.org", "a@b.example",
])  # fmt: skip
def test_what_is_no_domain_is_refused(text: str) -> None:
    with pytest.raises(FolioError, match="is no domain; write its name alone"):
        names.domain(text)


@pytest.mark.parametrize("text", [
    "ext::sh -c touch% ran", "ext::sh", "fd::0", "-oProxyCommand=touch ran", "--upload-pack=touch ran",
    "ssh://-oProxyCommand=touch/x", "ssh://-oProxyCommand@host/x", "-oProxyCommand=x@host:y", "http://host.example/x",
    "git://host.example/x", "ftp://host.example/x", "https://me:secret@host.example/x", "ssh://me:secret@host.example/x",
    "https:///x", "https://host.example", "https://host.example/x?y", "https://host.example/x#y", "https://ho st/x",
    "https://host.example:99999/x", "https://host.example:0/x", "https://ho`st/x", "file://host/x", "file:x",
    "https://host.example/x\n", "https://host.example/\x1b[2Jx", "\u202ehost:x", "", "\0", "transport::https://x/y",
    "HTTPS::https://host.example/x", "a\nb",
])  # fmt: skip
def test_a_hostile_address_is_refused_and_shows_no_secret(text: str, tmp_path: Path) -> None:
    with pytest.raises(FolioError) as error:
        remote(text, tmp_path, Git(environ(tmp_path)))
    assert "secret" not in str(error.value)
    assert str(error.value).isprintable()


def test_an_address_in_the_settings_of_a_repository_is_held_to_the_same(tmp_path: Path) -> None:
    git("init", "--quiet", tmp_path)
    for number, url in enumerate(
        ("ext::sh -c ran", "https://me:secret@host.example/x", "--upload-pack=ran", "nowhere")
    ):
        git("config", f"remote.r{number}.url", url, cwd=tmp_path)
        with pytest.raises(FolioError) as error:
            remote(f"r{number}", tmp_path, Git(environ(tmp_path)))
        assert "secret" not in str(error.value)
    git("config", "remote.two.url", "https://host.example/fetched", cwd=tmp_path)
    git("config", "remote.two.pushurl", "git@host.example:pushed", cwd=tmp_path)
    assert remote("two", tmp_path, Git(environ(tmp_path))) == Remote("git@host.example:pushed", "ssh")


def test_ordinary_addresses_are_taken_as_they_are() -> None:
    for text, scheme in {
        "https://github.com/ada/portfolio.git": "https",
        "https://ada@host.example:8443/a/b": "https",
        "ssh://git@host.example:2222/a/b.git": "ssh",
        "git@github.com:ada/portfolio.git": "ssh",
    }.items():
        assert address(text) == Remote(text, scheme)


def test_git_is_started_with_what_lets_a_person_in_and_nothing_that_leads_elsewhere() -> None:
    given_ = {
        "PATH": "/bin", "GIT_DIR": "/x", "GIT_INDEX_FILE": "/x", "GIT_CONFIG_PARAMETERS": "x", "GIT_TRACE_CURL": "/x",
        "GIT_SSH_COMMAND": "ssh -i key", "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.hooksPath",
        "GIT_CONFIG_VALUE_0": "/x", "GIT_TERMINAL_PROMPT": "1",
    }  # fmt: skip
    made = variables(given_, {"protocol.https.allow": "always"})
    assert not made.keys() & {"GIT_DIR", "GIT_INDEX_FILE", "GIT_CONFIG_PARAMETERS", "GIT_TRACE_CURL"}
    assert (made["GIT_SSH_COMMAND"], made["GIT_TERMINAL_PROMPT"]) == ("ssh -i key", "0")
    told = [(made[f"GIT_CONFIG_KEY_{number}"], made[f"GIT_CONFIG_VALUE_{number}"])
            for number in range(int(made["GIT_CONFIG_COUNT"]))]  # fmt: skip
    assert told[0] == ("core.hooksPath", "/x")
    assert dict(told)["core.hooksPath"] == "/dev/null"
