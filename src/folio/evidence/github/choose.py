"""Which repositories of an account become projects, when the person has not written them down."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import chain

from folio.evidence.model import AccountSeen, Listed


def chosen(
    account: AccountSeen, *, most: int, include: Sequence[str] = (), exclude: Sequence[str] = (), forks: bool = False
) -> tuple[Listed, ...]:
    """At most `most` repositories, the best first; the same account always gives the same ones.

    1. Those of `include`, in that order and whatever they are. When they alone are more than `most`, all of them.
    2. The pinned ones in their order, whatever they are: pinning is the person's own choice.
    3. Of the account's other repositories those that are no fork (unless `forks`), not archived, no template and not
       empty, and neither the profile page's (`ada/ada`) nor the account's site (`ada/ada.github.io`), which are about
       the person and not a project. Those with a description go first; then the last push decides, the newest first,
       then the name.

    One of `exclude` is never chosen. Stars, watchers and followers play no part: they are not even read.
    """
    by_name = {_short(one): one for one in account.repositories if _own(one, account)}
    wanted = [by_name[name.lower()] for name in include if name.lower() in by_name]
    pinned = sorted((one for one in account.repositories if one.pinned), key=lambda one: one.pinned or 0)
    others = sorted((one for one in account.repositories if _may_be(one, account, forks)), key=_order)
    unwanted = {name.lower() for name in exclude}
    ranked = {one.name: one for one in chain(wanted, pinned, others) if _short(one) not in unwanted}
    sure = {one.name for one in wanted}
    return tuple(ranked.values())[: max(most, len(sure & ranked.keys()))]


def _short(one: Listed) -> str:
    return one.name.rpartition("/")[2].lower()


def _own(one: Listed, account: AccountSeen) -> bool:
    """Somebody else's is listed only where it is pinned."""
    return one.name.partition("/")[0].lower() == account.login.lower()


def _may_be(one: Listed, account: AccountSeen, forks: bool) -> bool:
    login = account.login.lower()
    about = _short(one) in (login, f"{login}.github.io")
    return _own(one, account) and (forks or not one.fork) and not (one.archived or one.template or one.empty or about)


def _order(one: Listed) -> tuple[bool, int, str]:
    return not one.description, -(one.pushed_on or date.min).toordinal(), one.name.lower()
