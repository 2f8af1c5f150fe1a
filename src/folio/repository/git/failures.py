"""What a person is told when git can't reach or copy a repository, by the words in which git says so."""

from __future__ import annotations

DAMAGED_BUNDLE = "the bundle is cut short or damaged; make it again with 'git bundle create FILE --all'"
FAILURES = (
    ("prerequisite", "the bundle builds on commits that it leaves out; make it with 'git bundle create FILE --all'"),
    ("could not resolve host", "its host was not found; check the address and the network"),
    ("unable to update url base from redirection", "the address moved; write the new one"),
    ("returned error: 30", "the address moved; write the new one"),
    ("returned error: 403", "access was denied; use its ssh address, or name a local clone"),
    ("returned error: 429", "its host asks to be asked less often; try again later"),
    ("permission denied", "access was denied; give your key access, or name a local clone"),
    ("host key verification failed", "the host's key is not known; connect to it once with ssh"),
    ("could not read username", "it is private or does not exist; use its ssh address, or name a local clone"),
    ("unable to get password", "it is private or does not exist; use its ssh address, or name a local clone"),
    ("authentication failed", "it is private or does not exist; use its ssh address, or name a local clone"),
    ("certificate", "its host's certificate is not trusted; check the address"),
    ("connection refused", "its host does not answer; check the address and the network"),
    ("failed to connect", "its host does not answer; check the address and the network"),
    ("couldn't connect", "its host does not answer; check the address and the network"),
    ("too slow", "its host sends too slowly; try again, or name a local clone"),
    ("timed out", "its host does not answer; check the address and the network"),
    ("not valid: is this a git repository", "nothing was found at the address; check it"),
    ("not found", "nothing was found at the address; check it"),
    ("out of memory", "it takes too much memory to be cloned; name a local clone"),
    ("transport", "that kind of address is not allowed; write an https or ssh address"),
)


def why_no_copy(said: str, *, bundle: bool = False) -> str:
    """What is wrong and what to do, for what git said while it copied."""
    for words, reason in FAILURES[:1] if bundle else FAILURES:
        if words in said.lower():
            return reason
    if bundle:
        return DAMAGED_BUNDLE
    last = said.splitlines()[-1] if said else "no reason given"
    return f"it could not be cloned ({last.removeprefix('fatal: ')}); check the address and the network"
