"""What evidence may not say: names under NDA, credentials, and the paths of repositories that are nobody's business."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

from folio.evidence.adopt import adopted
from folio.evidence.model import Evidence, HostedSeen, Observation, RepositoryObserved
from folio.frozen import Frozen
from folio.profile.discretion import discreet
from folio.profile.model import Profile
from folio.profile.places import plain
from folio.profile.record import Project
from folio.repository.git.address import Address, address_of
from folio.repository.git.bounds import RepositoryUnreadable
from folio.repository.keys import without_keys
from folio.repository.redaction import redacted

Redact = Literal["private", "all"]
Scrub = Callable[[Observation], Observation]
R = TypeVar("R", bound=Frozen)

KEPT = frozenset({"source", "subject", "place", "fingerprint"})
"""Of an observation: what it is found again by."""

CREDENTIALS = re.compile(r"(?<=://)(?:[^/\s@\"'<>]+@)+")
ODD_PASSWORD = re.compile(
    r"(?<=://)(?![\w-]+:\d+(?:[/?#\s\"'<>),;]|$))[^/?#:@.\s\"'<>]+:[^@\n]{1,80}@(?=[\w-]+[.:/\s]|[\w-]+$)", re.M
)
"""One with a quote, a space or a slash in it; the name before it has no dot, so that it is no host with a port."""
VALUE = r"[^&#\s\"'<>]+(?:[\"'][^&#\s\"'<>,;)\]}]+)*"
SECRET = re.compile(
    r"((?:[?&;#]|%3f|%26|%23)(?:"
    r"[\w-]*(?:token|secret|passw(?:or)?d|passphrase|signature|credentials?|session[_-]?id)"
    r"|(?:[\w-]*[_-])?(?:api|access|private|account|auth|subscription)[_-]?key(?:[_-]?id)?"
    r"|awsaccesskeyid|sig|pwd|auth|authorization|jwt"
    rf")(?:=|%3d)){VALUE}",
    re.IGNORECASE,
)
"""A parameter of an address that holds nothing but a secret, by its name, in the query or the fragment."""
PERHAPS = re.compile(rf"((?:[?&;#]|%3f|%26|%23)(?:key|code|pass|sid)(?:=|%3d))({VALUE})", re.IGNORECASE)
"""A parameter that holds a secret here and a plain word there: `?code=4/0AX4XfWh...`, `?code=spring-2026`."""
RANDOM = re.compile(
    r"(?=[A-Za-z]{0,7}\d)(?=\d{0,7}[A-Za-z])[A-Za-z\d]{8}|(?:[A-Z]{1,4}[a-z]{1,3}){4}|(?:[a-z]{1,3}[A-Z]{1,4}){4}"
)
"""Eight letters and digits in one piece, or capitals every few letters: no words, no day and no number."""

CLOSED = re.compile(r"private|denie[sd]|nothing was found")
"""What a later look says of a repository that was open before."""


def scrubbing(profile: Profile) -> Scrub:
    """Takes out of an observation what must not reach a store, a page or a log, whatever source it came from.

    A client under NDA goes by the public name; names and passwords in addresses, tokens in their queries and fragments
    and keys of known forms are left out. Of parameters that hold a secret here and a word there (`key`, `code`), those
    are that look random. What an observation is found again by stays as it is: its source, subject, place and
    fingerprint. An observation without any of these is given back itself.
    """
    known = discreet(profile)

    def clean(text: str) -> str:
        return without_keys(without_secrets(known(text)))

    def scrub(observation: Observation) -> Observation:
        text = "\n".join(_texts(observation, KEPT))
        return observation if clean(text) == text else _cleaned(observation, clean, KEPT)

    return scrub


def without_secrets(text: str) -> str:
    """The text without names, passwords and tokens in the addresses that it holds."""
    if "://" in text:
        text = ODD_PASSWORD.sub("", CREDENTIALS.sub("", text))
    if "=" not in text and "%3" not in text:
        return text
    return PERHAPS.sub(_unless_a_word, SECRET.sub(r"\1...", text))


def without_paths(evidence: Evidence, profile: Profile, which: Redact | None) -> Evidence:
    """The evidence with the paths in these repositories hashed; None asks for nothing.

    Private is every repository that nothing shows to be public, and all work for a client under NDA.
    """
    if which is None:
        return evidence
    subjects = private_subjects(evidence, profile) if which == "private" else None
    observations = (
        _without(one) if subjects is None or one.subject in subjects else one for one in evidence.observations
    )
    return Evidence(observations=tuple(observations))


def private_subjects(evidence: Evidence, profile: Profile) -> frozenset[str]:
    """The projects whose code is not known to be for everybody; those that folio took up from a list among them.

    A code host that says so shows that it is, and so does a clone from an https address, which git makes without a
    name and a password. A path, a bundle and an ssh address show nothing, and neither does `code_url` alone. What the
    profile says is private is, and all work for a client under NDA, whatever else is known.
    """
    under_nda = {client.id for client in profile.clients if client.nda}
    projects = {f"project:{one.id}": one for one in adopted(profile, evidence).projects or ()}
    read = {one.subject for one in evidence.observations if isinstance(one.seen, RepositoryObserved)}
    public = {
        subject
        for subject, one in projects.items()
        if not one.private and one.client not in under_nda and _is_public(subject, one, evidence)
    }
    return frozenset((projects.keys() | read) - public)


def _is_public(subject: str, project: Project, evidence: Evidence) -> bool:
    hosted, read = evidence.of("github", subject), evidence.of("git", subject)
    if hosted and isinstance(hosted.seen, HostedSeen):
        if hosted.seen.private:
            return False
        if _is_open(hosted) and _is_of_what_was_read(project):
            return True
    return bool(read and read.seen and _is_open(read) and _is_cloned_by_anybody(project.repository or ""))


def _is_open(observation: Observation) -> bool:
    """Whether no later look says that it is private now. One that did not come about says nothing."""
    return not CLOSED.search(observation.missed or "")


def _is_of_what_was_read(project: Project) -> bool:
    """Whether the code host was asked about the repository that git read; a path is the clone of `code_url`."""
    if project.code_url is None or project.repository is None or _address(project.repository) is None:
        return True
    return plain(project.code_url).lower() == plain(project.repository).lower()


def _is_cloned_by_anybody(repository: str) -> bool:
    """Whether git needs nothing but the https address; it is given no passwords."""
    address = _address(repository)
    return address is not None and address.scheme == "https"


def _address(repository: str) -> Address | None:
    """Where git goes for it; None for a path, and for an address that git is not given."""
    try:
        return address_of(repository)
    except RepositoryUnreadable:
        return None


def _unless_a_word(match: re.Match[str]) -> str:
    return f"{match[1]}..." if RANDOM.search(match[2]) else match[0]


@cache
def _fields(kind: type[Frozen]) -> tuple[str, ...]:
    """The fields of a record that can hold a text; what is one of a few given words is none."""
    fields = kind.model_fields.items()
    return tuple(name for name, field in fields if _may_be_text(field.annotation) and not _is_given(field.annotation))


def _is_given(annotation: Any) -> bool:
    return get_origin(annotation) is Literal or any(map(_is_given, get_args(annotation)))


def _may_be_text(annotation: Any) -> bool:
    """Whether a text can be in such a value; in numbers, of which there are the most, none is."""
    if parts := get_args(annotation):
        return any(map(_may_be_text, parts))
    return annotation is not ... and (not isinstance(annotation, type) or issubclass(annotation, str | Frozen))


def _texts(value: Any, kept: frozenset[str] = frozenset()) -> Iterator[str]:
    """Every text in a value, in records, sequences and the keys and values of mappings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Frozen):
        for name in _fields(type(value)):
            if name not in kept:
                yield from _texts(getattr(value, name))
    elif isinstance(value, dict):
        for one in (*value.keys(), *value.values()):
            yield from _texts(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)


def _cleaned(record: R, clean: Callable[[str], str], kept: frozenset[str] = frozenset()) -> R:
    """The record with every text in it cleaned; itself when that changes nothing."""
    changed = {
        name: new
        for name in _fields(type(record))
        if name not in kept and (new := _value(old := getattr(record, name), clean)) != old
    }
    return record.model_copy(update=changed) if changed else record


def _value(value: Any, clean: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Frozen):
        return _cleaned(value, clean)
    if isinstance(value, dict):
        return {_value(key, clean): _value(one, clean) for key, one in value.items()}
    return tuple(_value(one, clean) for one in value) if isinstance(value, tuple) else value


def _without(observation: Observation) -> Observation:
    if not isinstance(observation.seen, RepositoryObserved):
        return observation
    seen = observation.seen.model_copy(update={"repository": redacted(observation.seen.repository)})
    return observation.model_copy(update={"seen": seen})
