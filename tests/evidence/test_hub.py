"""The stand-in for GitHub is held to GitHub's own descriptions."""

from __future__ import annotations

import pytest

from evidence.hub import Hub, a_hub, contract
from evidence.hub.replies import Asked
from evidence.hub.rig import look, look_at_account
from folio.evidence.access import Access
from folio.evidence.github.person import person
from folio.evidence.github.readme import readme
from folio.evidence.github.session import Session


def test_an_answer_that_github_would_not_give_fails_the_test(access: Access) -> None:
    with pytest.raises(AssertionError, match="has_pages"), a_hub() as hub:
        hub.add("ada/loom", has_pages="perhaps")
        hub.answer(Asked("/repos/ada/loom", {}))


def test_a_field_that_github_does_not_describe_can_not_be_put_up() -> None:
    with pytest.raises(AssertionError, match="GitHub describes no starred_by of release"):
        contract.plainest("release", starred_by=7)


def test_a_mistake_of_the_hub_fails_the_test(access: Access) -> None:
    with pytest.raises(AssertionError, match="the hub itself failed"), a_hub() as hub:
        hub.account("ada", kind="Robot")
        hub.faults = []
        hub.moved["ada/loom"] = "ada/nowhere"
        look(
            hub,
            Access(
                base=access.base,
                today=access.today,
                offline=False,
                scratch=access.base,
                github_api=hub.address,
                patience=0,
            ),
        )


def test_every_path_that_is_asked_is_documented(hub: Hub, access: Access) -> None:
    everything = {"releases": [{}], "deployments": [{"statuses": [{}]}], "runs": [{}], "pages": {}, "readme": "# Loom"}
    hub.account("ada")
    hub.add("ada/loom", **everything)
    look_at_account(access)
    look(hub, access)
    with Session(access) as session:
        person("ada", session)
        readme("ada/loom", session)
    asked = {contract.route(path.partition("?")[0]) is not None for path in hub.asked}
    assert asked == {True}
    kept = {
        template for path in hub.asked if (found := contract.route(path.partition("?")[0])) for template in found[:1]
    }
    assert kept == set(contract.DESCRIPTION["paths"])
