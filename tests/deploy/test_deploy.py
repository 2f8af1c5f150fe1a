"""A site arrives on a branch as it lies there: as one commit, over every way that git takes, and nothing else changes."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from deploy.remotes import MOMENT, bare, commits, deploy, environ, git, site, tree
from folio.deploy.git import Git
from folio.deploy.publish import Order, prepared, push
from folio.deploy.remote import remote
from folio.errors import FolioError
from repository.githttp import hosting
from repository.untouched import untouched


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return bare(tmp_path / "remote.git")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return site(tmp_path / "out" / "site")


def test_the_branch_holds_the_site_alone_and_a_second_time_nothing_is_pushed(mine: Path, target: Path) -> None:
    first = deploy(mine, target)
    assert (first.same, first.before, len(first.added)) == (False, None, 4)
    assert set(tree(target)) == {".nojekyll", "assets/folio.css", "index.html", "sitemap.xml"}
    assert tree(target)["index.html"] == "Ada"
    assert commits(target) == [first.commit]
    told = git("--git-dir", target, "show", "--no-patch", "--format=%an <%ae> %aI%n%B", "gh-pages")
    assert told.startswith("folio <folio@localhost> 2026-11-22T12:00:00")
    assert told.split("\n", 1)[1].startswith("Publish\n\nPublished-by: folio ")

    second = deploy(mine, target, message="Other words", moment=first.order.moment.replace(year=2027))
    assert second.same
    assert commits(target) == [first.commit]


def test_what_changed_replaces_the_commit_and_leaves_no_history(mine: Path, target: Path) -> None:
    deploy(mine, target)
    site(mine, **{'odd/"quoted" é\\n.txt': "x\n", ".gitattributes": "* text eol=crlf\n", "crlf.txt": "a\r\nb\n"})
    (mine / "index.html").write_text("Ada Lovelace")
    (mine / "sitemap.xml").unlink()
    done = deploy(mine, target)
    odd = (".gitattributes", "crlf.txt", 'odd/"quoted" é\\n.txt')
    assert (done.added, done.changed, done.removed) == (odd, ("index.html",), ("sitemap.xml",))
    assert commits(target) == [done.commit]
    assert set(tree(target).values()) >= {"x\n", "Ada Lovelace", "a\r\nb\n"}


def test_the_same_site_at_the_same_moment_is_the_same_commit(mine: Path, tmp_path: Path) -> None:
    made = {deploy(mine, bare(tmp_path / f"{name}.git")).commit for name in "ab"}
    assert len(made) == 1


def test_the_domain_is_written_once_and_stays_until_it_is_taken_away(mine: Path, target: Path) -> None:
    assert deploy(mine, target, domain="ada.example").domain == "ada.example"
    assert tree(target)["CNAME"] == "ada.example\n"
    (mine / "index.html").write_text("Ada Lovelace")
    assert deploy(mine, target).domain == "ada.example"
    assert tree(target)["CNAME"] == "ada.example\n"
    assert deploy(mine, target, domain="www.ada.example").changed == ("CNAME",)
    assert deploy(mine, target, drop_domain=True).removed == ("CNAME",)
    (mine / "CNAME").write_text("Own.Ada.Example\n")
    assert deploy(mine, target).domain == "own.ada.example"
    assert deploy(mine, target, domain="ada.example").changed == ("CNAME",)
    assert deploy(mine, target, drop_domain=True).removed == ("CNAME",)
    (mine / "CNAME").write_text("https://ada.example/\n")
    with pytest.raises(FolioError, match="is no domain"):
        deploy(mine, target)


def test_whoever_pushed_in_between_loses_nothing_and_is_spoken_of(mine: Path, target: Path, tmp_path: Path) -> None:
    other = site(tmp_path / "other", **{"index.html": "somebody else's"})
    for before in (0, 1):  # the branch is new; it is there
        (mine / "index.html").write_text(f"mine {before}")
        (other / "index.html").write_text(f"theirs {before}")
        started = Git(environ(tmp_path))
        files = {"index.html": (mine / "index.html").read_bytes()}
        order = Order(files, remote(str(target), mine, started), "gh-pages", "Publish", MOMENT)
        with prepared(order, started) as ready:
            theirs = deploy(other, target)
            with pytest.raises(
                FolioError, match="somebody else published meanwhile, and nothing of theirs was touched"
            ):
                push(ready)
        assert commits(target) == [theirs.commit]


def test_a_branch_that_others_committed_to_is_replaced_only_when_asked(
    mine: Path, target: Path, tmp_path: Path
) -> None:
    work = tmp_path / "work"
    git("clone", "--quiet", target, work)
    (work / "code.py").write_text("print(1)\n")
    git("add", ".", cwd=work)
    git("commit", "-qm", "Begin\n\nPublished by somebody", cwd=work)
    git("push", "--quiet", "origin", "HEAD:refs/heads/main", cwd=work)
    with pytest.raises(FolioError, match=r"'main' of .* holds commits that folio did not make"):
        deploy(mine, target, branch="main")
    assert set(tree(target, "main")) == {"code.py"}

    deploy(mine, target)  # and somebody adds to what folio made
    git("fetch", "--quiet", "origin", "gh-pages", cwd=work)
    git("checkout", "--quiet", "-b", "more", "FETCH_HEAD", cwd=work)
    (work / "more.txt").write_text("more")
    git("add", "more.txt", cwd=work)
    git("commit", "-qm", "More\n\nPublished-by: folio 9", cwd=work)
    git("push", "--quiet", "origin", "HEAD:refs/heads/gh-pages", cwd=work)
    with pytest.raises(FolioError, match="did not make"):
        deploy(mine, target)
    assert deploy(mine, target, replace=True).removed == ("more.txt",)
    assert len(commits(target)) == 1


def test_the_repository_around_the_site_stays_as_it_is_and_names_the_remote(target: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    git("init", "--quiet", work)
    (work / "staged").write_text("staged")
    git("add", "staged", cwd=work)
    git("remote", "add", "origin", target, cwd=work)
    git("remote", "add", "near", "../remote.git", cwd=work)
    git("config", "core.fsmonitor", f"touch {tmp_path}/ran;", cwd=work)
    here = site(work / "out" / "site")
    variables = environ(tmp_path, GIT_DIR=str(work / ".git"), GIT_INDEX_FILE=str(work / ".git" / "index"))
    with untouched(work):
        done = deploy(here, "origin", variables)
        assert deploy(work, "near", variables).same
        with pytest.raises(FolioError, match="has no remote 'elsewhere'; add one with 'git remote add elsewhere"):
            deploy(here, "elsewhere", variables)
    assert commits(target) == [done.commit]
    assert not (tmp_path / "ran").exists()


def test_no_hook_runs_at_either_end(mine: Path, target: Path, tmp_path: Path) -> None:
    ran, hooks = tmp_path / "ran", tmp_path / "hooks"
    work = tmp_path / "work"
    git("init", "--quiet", work)
    git("remote", "add", "origin", target, cwd=work)
    hooks.mkdir()
    for folder in (hooks, target / "hooks", work / ".git" / "hooks"):
        for name in ("pre-push", "pre-receive", "update", "post-receive", "post-update", "reference-transaction"):
            (folder / name).write_text(f"#!/bin/sh\necho {folder}/{name} >>{ran}\nexit 1\n")
            (folder / name).chmod(0o755)
    settings = tmp_path / "settings"
    settings.write_text(f"[core]\n\thooksPath = {hooks}\n[init]\n\ttemplateDir = {work}/.git\n")
    git("--git-dir", target, "config", "core.hooksPath", hooks)
    deploy(site(work / "out" / "site"), "origin", environ(tmp_path, GIT_CONFIG_GLOBAL=str(settings)))
    assert len(commits(target)) == 1
    assert not ran.exists()


def test_a_remote_with_long_names_of_objects_is_served(mine: Path, tmp_path: Path) -> None:
    target = bare(tmp_path / "long.git", object_format="sha256")
    work = tmp_path / "work"
    git("init", "--quiet", "--object-format=sha256", work)
    git("commit", "--allow-empty", "-qm", "Begin", cwd=work)
    git("push", "--quiet", target, "HEAD", cwd=work)
    assert len(deploy(mine, target).commit) == 64
    assert deploy(mine, target).same


def test_a_site_goes_over_ssh_as_the_person_set_it_up(mine: Path, target: Path, tmp_path: Path) -> None:
    ssh = tmp_path / "ssh"
    ssh.write_text(f'#!/bin/sh\necho "$1" >>{tmp_path}/asked\nexec sh -c "$2"\n')
    ssh.chmod(0o755)
    variables = environ(tmp_path, GIT_SSH_COMMAND=str(ssh), GIT_SSH_VARIANT="simple")
    deploy(mine, f"git@host.example:{target}", variables)
    assert deploy(mine, f"ssh://git@host.example{target}", variables).same
    assert (tmp_path / "asked").read_text().splitlines()[0] == "git@host.example"
    assert len(commits(target)) == 1


def test_over_https_a_token_goes_into_a_header_and_nowhere_else(mine: Path, target: Path, tmp_path: Path) -> None:
    git("--git-dir", target, "config", "http.receivepack", "true")
    with hosting(tmp_path, tmp_path) as host:
        variables = environ(tmp_path, GIT_SSL_CAINFO=str(host.authority), GIT_TRACE=str(tmp_path / "trace"))
        deploy(mine, host.address("remote.git"), variables, token="s3cret")
        given = base64.b64encode(b"x-access-token:s3cret").decode()
        assert set(host.passwords) == {f"Basic {given}"}
        for manner, said in (("locked", "does not know you"), ("moved", "the address moved"),
                             ("gone", "no repository was found there")):  # fmt: skip
            with pytest.raises(FolioError, match=said) as error:
                deploy(mine, host.address("remote.git", manner=manner), variables, token="s3cret")
            assert "s3cret" not in str(error.value)
        with pytest.raises(FolioError, match="does not know you"):
            deploy(mine, host.address("remote.git", manner="locked"), variables)
    assert len(commits(target)) == 1
    assert not (tmp_path / "trace").exists()


def test_what_stands_in_the_way_at_the_other_end_is_said(mine: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    git("init", "--quiet", "--initial-branch=gh-pages", work)
    git("commit", "--allow-empty", "-qm", "Begin", cwd=work)
    with pytest.raises(FolioError, match="checked out there; name a bare repository"):
        deploy(mine, work, replace=True)
    with pytest.raises(FolioError, match="no repository was found there"):
        deploy(mine, tmp_path / "out")
    with pytest.raises(FolioError, match="git was not found; install git"):
        deploy(mine, work, {"PATH": str(tmp_path)})


def test_a_remote_that_says_nothing_is_left_in_the_end(mine: Path, tmp_path: Path) -> None:
    ssh = tmp_path / "ssh"
    ssh.write_text("#!/bin/sh\nexec sleep 60\n")
    ssh.chmod(0o755)
    started = Git(environ(tmp_path, GIT_SSH_COMMAND=str(ssh), GIT_SSH_VARIANT="simple"), seconds=0.5)
    order = Order({}, remote("git@host.example:x", mine, started), "gh-pages", "Publish", MOMENT)
    with pytest.raises(FolioError, match=r"git ls-remote was not done within 0.5 s"), prepared(order, started):
        pass
