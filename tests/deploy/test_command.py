"""`folio deploy` as a person runs it."""

from __future__ import annotations

import json
from pathlib import Path

from cli.test_commands import folio
from deploy.remotes import bare, commits, git, site, tree


def test_the_command_says_what_it_did_and_what_it_would_do(tmp_path: Path) -> None:
    target = bare(tmp_path / "remote.git")
    git("init", "--quiet", tmp_path)
    git("remote", "add", "origin", target, cwd=tmp_path)
    site(tmp_path / "out" / "site")

    tried = folio("deploy", "--dry-run", cwd=tmp_path)
    assert (tried.returncode, git("--git-dir", target, "for-each-ref")) == (0, "")
    assert tried.stdout == f"gh-pages of {target}: would hold 4 files (4 new, 0 changed, 0 removed)\n"

    done = folio("deploy", "--domain", "www.ada.example", cwd=tmp_path, SOURCE_DATE_EPOCH="1795305600")
    (commit,) = commits(target)
    assert done.stdout == f"gh-pages of {target}: {commit[:10]}, 5 files (5 new, 0 changed, 0 removed)\n"
    assert "the pages say that they are at ada.example; set publishing.site_url" in done.stderr
    assert tree(target)["CNAME"] == "www.ada.example\n"

    again = folio("deploy", "out", "--json", cwd=tmp_path)
    said = json.loads(again.stdout)
    assert (said["pushed"], said["commit"], said["files"], said["added"]) == (False, commit, 5, [])
    assert commits(target) == [commit]


def test_what_is_wrong_ends_with_status_2_and_no_word_of_a_token(tmp_path: Path) -> None:
    site(tmp_path / "out" / "site", **{"readiness/report.json": "{}"})
    report = folio("deploy", "--to", "x.git", cwd=tmp_path)
    assert (report.returncode, report.stdout) == (2, "")
    assert "which is for you alone; take it out, or publish it with --with-readiness" in report.stderr

    (tmp_path / "out/site/readiness/report.json").unlink()
    nowhere = folio("deploy", cwd=tmp_path, FOLIO_DEPLOY_TOKEN="s3cret")
    assert nowhere.returncode == 2
    assert "has no remote 'origin'" in nowhere.stderr
    refused = folio("deploy", "--to", "https://127.0.0.1:1/x.git", cwd=tmp_path, FOLIO_DEPLOY_TOKEN="s3cret")
    assert refused.returncode == 2
    assert "does not answer" in refused.stderr
    assert "s3cret" not in refused.stderr + nowhere.stderr
    for words in (["--branch=-x"], ["--domain=x"], ["--domain=a.b", "--no-domain"], ["--message= "]):
        assert folio("deploy", *words, cwd=tmp_path).returncode == 2, words
