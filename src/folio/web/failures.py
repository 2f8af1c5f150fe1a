"""What went wrong, from the many errors of asyncio, ssl and aiohttp to a kind and words for a person."""

from __future__ import annotations

import ssl
from dataclasses import dataclass

import aiohttp

from folio.web.decoding import Undecodable
from folio.web.model import Kind
from folio.web.names import NamesUnavailable, NoSuchName, ReservedName

CERTIFICATE = {
    # X509_V_ERR_..., openssl/x509_vfy.h
    9: "its certificate is not valid yet; is the clock of this machine right?",
    10: "its certificate has expired; renew it",
    18: "its certificate is signed by itself, which no browser trusts; get one from a public authority",
    19: "its certificate comes from an authority that is not known here",
    20: "its certificate comes from an authority that is not known here, or its chain is incomplete",
    21: "its certificate comes from an authority that is not known here, or its chain is incomplete",
    23: "its certificate was withdrawn",
    62: "its certificate is for another host",
    64: "its certificate is for another host",
}


class NotPublic(OSError):
    """An address that is not of the open internet, where a socket to it was about to be made."""


class Broke(Exception):
    """Carries a broken connection past aiohttp, which would ask once more by itself."""

    def __init__(self, cause: aiohttp.ClientError) -> None:
        super().__init__()
        self.cause = cause


async def asked_once(request: aiohttp.ClientRequest, ask: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
    """A middleware: how often something is tried is decided in one place, and that is not aiohttp."""
    try:
        return await ask(request)
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
        raise Broke(error) from None


CATCHABLE = (Broke, aiohttp.ClientError, OSError, ValueError, LookupError, TypeError, AssertionError)
"""What comes out of aiohttp and what it stands on when a host misbehaves; timeouts are among them (OSError)."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A kind, words, and whether it may be over at the next try."""

    kind: Kind
    problem: str
    again: bool = False


def failure(error: Exception, host: str, seconds: float) -> Failure:
    """What `error` means when it came up while `host` was asked."""
    match error:
        case Broke():
            return failure(error.cause, host, seconds)
        case TimeoutError():
            return Failure("timeout", f"{host} gave no full answer within {seconds:g} s; try again later", again=True)
        case aiohttp.ClientConnectorCertificateError():
            return Failure("tls", f"{host}: {_certificate(error.certificate_error)}")
        case aiohttp.ClientSSLError():
            return _handshake(error.os_error, host)
        case aiohttp.ClientConnectorError():
            return _connecting(error.os_error, host)
        case aiohttp.InvalidURL():
            return Failure("address", f"{host}: its address is not one of the web")
        case aiohttp.ClientPayloadError():
            return Failure("broken", f"{host}: the connection broke within the answer; try again", again=True)
        case Undecodable():
            return Failure("broken", f"{host}: {error}")
        case aiohttp.ServerDisconnectedError() | aiohttp.ClientOSError():
            return Failure("broken", f"{host}: the connection broke before the answer; try again", again=True)
        case aiohttp.ClientResponseError():
            return Failure("broken", f"{host}: what it answers is not HTTP, or too long for it")
        case UnicodeError():
            return Failure("address", f"{host}: its address is not one of the web")
    return Failure("broken", f"{host}: its answer can't be read; try again")


def _certificate(error: Exception) -> str:
    code = error.verify_code if isinstance(error, ssl.SSLCertVerificationError) else 0
    return CERTIFICATE.get(code, "its certificate is not trusted")


def _handshake(error: OSError, host: str) -> Failure:
    if isinstance(error, (ssl.SSLEOFError, ssl.SSLZeroReturnError)):
        return Failure("broken", f"{host}: the connection broke while it was secured; try again", again=True)
    return Failure("tls", f"{host}: no secure connection; does it speak https there, and a version in use today?")


def _connecting(error: OSError, host: str) -> Failure:
    match error:
        case NotPublic():
            return Failure("private", f"{host} is not on the open internet; its address is not asked")
        case ReservedName():
            return Failure("address", f"{host} is a name for examples; write the real address")
        case NoSuchName():
            return Failure("name", f"there is no host {host}; check the address")
        case NamesUnavailable():
            text = f"the name {host} can't be looked up now; check the network and try again"
            return Failure("refused", text, again=True)
        case ConnectionRefusedError():
            return Failure("refused", f"{host} refuses the connection; is it running?", again=True)
        case ConnectionResetError() | ConnectionAbortedError() | BrokenPipeError():
            return Failure("broken", f"{host}: the connection broke before the answer; try again", again=True)
        case TimeoutError():
            return Failure("timeout", f"{host} does not answer; try again later", again=True)
    return Failure("refused", f"{host} is not reached; check the network and try again", again=True)
