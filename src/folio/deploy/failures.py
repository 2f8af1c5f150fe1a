"""What a person is told when a remote can't be reached or takes nothing, by the words in which git says so."""

from __future__ import annotations

from folio.errors import FolioError

FAILURES = (
    (
        "stale info",
        "somebody else published meanwhile, and nothing of theirs was touched; look at it, and run this again",
    ),
    (
        "fetch first",
        "somebody else published meanwhile, and nothing of theirs was touched; look at it, and run this again",
    ),
    ("cannot lock ref", "somebody else published at the same moment; run this again"),
    ("currently checked out", "the branch is checked out there; name a bare repository, or another branch"),
    ("protected branch", "the branch is protected there; allow force pushes to it, or name another --branch"),
    ("hook declined", "a rule of the remote refused it; look at what it asks for"),
    ("exceeds github", "a file is larger than the host takes; make it smaller"),
    ("could not resolve host", "its host was not found; check the address and the network"),
    ("unable to update url base from redirection", "the address moved, or lacks .git at its end; write the new one"),
    ("returned error: 30", "the address moved, or lacks .git at its end; write the new one"),
    ("returned error: 403", "access was denied; the token or account may not write there"),
    ("permission denied", "access was denied; give your key, token or account the right to write there"),
    ("write access", "access was denied; give your key, token or account the right to write there"),
    ("host key verification failed", "the host's key is not known; connect to it once with ssh"),
    ("could not read username", "it asks who you are; put a token into FOLIO_DEPLOY_TOKEN, or use its ssh address"),
    ("could not read password", "it asks for a password; put a token into FOLIO_DEPLOY_TOKEN, or use its ssh address"),
    ("unable to get password", "it does not know you; put a token into FOLIO_DEPLOY_TOKEN, or use its ssh address"),
    ("authentication failed", "it does not know you; put a token into FOLIO_DEPLOY_TOKEN, or use its ssh address"),
    ("terminal prompts disabled", "it asks who you are; put a token into FOLIO_DEPLOY_TOKEN, or use its ssh address"),
    ("certificate", "its host's certificate is not trusted; check the address"),
    ("failed to connect", "its host does not answer; check the address and the network"),
    ("couldn't connect", "its host does not answer; check the address and the network"),
    ("connection refused", "its host does not answer; check the address and the network"),
    ("timed out", "its host does not answer; check the address and the network"),
    ("does not appear to be a git repository", "no repository was found there; check the address"),
    ("not found", "no repository was found there; check the address"),
    ("dubious ownership", "the folder is somebody else's; run this as them"),
    ("unable to create", "its folder can't be written; check who may write there"),
    ("unpacker error", "its folder can't be written; check who may write there"),
)


def refused(address: str, said: str) -> FolioError:
    """The problem, and what to do about it."""
    low = said.lower()
    why = next((reason for words, reason in FAILURES if words in low), None)
    if why is None:
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        last = lines[-1].removeprefix("fatal: ").removeprefix("error: ") if lines else "no reason given"
        why = f"git says: {last[:200]}"
    return FolioError(f"{address}: {why}")
