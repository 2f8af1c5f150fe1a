"""Deployments, and what came of the foremost of them: the one part that may take two requests."""

from __future__ import annotations

from folio.evidence.github.look import Look
from folio.evidence.github.parts import DEPLOYMENTS, Deployed, deployments, foremost, outcome
from folio.evidence.github.session import Session
from folio.evidence.github.trouble import Trouble
from folio.evidence.model import HostedSeen

STATE = "state"
"""Of `unasked`: the deployments are known, and not what came of the foremost one."""


def with_deployments(look: Look[HostedSeen], session: Session, path: str, mark: str) -> Look[HostedSeen]:
    """The look with the latest deployment to each environment; `mark` is empty where they were not known before.

    Raises Trouble when they are not to be had. The state is asked of one for each repository, so that a project costs
    no more calls the more often it is deployed.
    """
    states = {asked: kept for asked, kept in look.seen.marks.items() if is_state(asked, look.seen.name)}
    answer = session.get(path, deployments, mark)
    if answer.unchanged:
        if all(session.get(asked, outcome, kept).unchanged for asked, kept in states.items() if kept):
            return look.knowing(DEPLOYMENTS.field, {path: answer.mark})
        answer = session.get(path, deployments)
    found = answer.value or ()
    known = look.forgetting(states).knowing(
        DEPLOYMENTS.field, {path: answer.mark}, deployments=tuple(one.deployment for one in found)
    )
    first = foremost(found)
    return _with_state(known, session, path, first, found) if first else known.knowing(STATE, {})


def is_state(path: str, repository: str) -> bool:
    """Whether what came of a deployment of `owner/name` is asked for there."""
    return path.startswith(f"/repos/{repository}/deployments/")


def _with_state(
    look: Look[HostedSeen], session: Session, path: str, first: Deployed, found: tuple[Deployed, ...]
) -> Look[HostedSeen]:
    asked = f"/repos/{look.seen.name}/deployments/{first.number}/statuses?per_page=30"
    try:
        answer = session.get(asked, outcome)
    except Trouble as trouble:
        lacking = look.lacking(STATE, trouble, path=asked, known=False)
        return lacking if trouble.lasts else lacking.forgetting([path])
    state, url = answer.value or (None, None)
    told = first.deployment.model_copy(update={"state": state, "url": url})
    every = tuple(told if one is first else one.deployment for one in found)
    return look.knowing(STATE, {asked: answer.mark}, deployments=every)
