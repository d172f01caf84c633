"""A language model behind an address that speaks the OpenAI protocol: one request, one reply, bounded in every way.

The address, the model and the key are the operator's; nothing that a user or an article says reaches them. Redirects
are not followed, certificates are verified, and neither the key nor a reply is ever logged or shown.
"""

from __future__ import annotations

import json
import logging
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

from .engine.generators.base import Failed, Message

logger = logging.getLogger(__name__)

CONNECT_SECONDS = 10
TRIES = 4
"""Attempts at one request while the service is busy, failing or not to be reached."""
LONGEST_PAUSE = 30.0
MAX_BYTES = 1_000_000
MAX_TOKENS = 4_096
"""Asked for as the longest reply, and what the operator pays for at most for each request."""
SEED = 1

UNREACHABLE = "The language model could not be reached."
SLOW = "The language model did not answer within {seconds:g} seconds."
TOO_LARGE = "The language model's reply was too large to be read."
NOT_SPOKEN = "What answers in place of a language model does not speak its language. Tell your admin."
DECLINED = "The language model declined to write questions on this article."
BUSY = "The language model is busy, or its allowance is used up."
FAILING = "The language model's service is failing at the moment."
REFUSALS = {
    401: "The language model's service does not accept the key it was given. Tell your admin.",
    403: "The language model's service does not accept the key it was given. Tell your admin.",
    404: "The language model's service does not know the address or the model. Tell your admin.",
}
NOT_TAKEN = "The language model's service did not take the request (status {status}). Tell your admin."


class _Unreached(Exception):  # noqa: N818  (it says what happened)
    """Nobody answered: worth another try."""


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    content_type: str
    retry_after: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a language model is asked. `url` is the address up to "/chat/completions"; `seconds` bound one reply."""

    url: str
    model: str
    key: str = field(default="", repr=False)
    seconds: float = 120
    pause: Callable[[float], None] = time.sleep

    def ask(self, messages: list[Message]) -> str:
        """Return the model's reply to a conversation; raise Failed, with a message for people, when there is none."""
        plain = {"model": self.model, "messages": messages}
        wished = {"temperature": 0, "seed": SEED, "max_tokens": MAX_TOKENS, "response_format": {"type": "json_object"}}
        answer = self._persist(plain | wished)
        if answer.status in (400, 422):
            # Some services know fewer settings than the protocol has.
            answer = self._persist(plain)
        if answer.status != 200:
            logger.warning("The language model's service answered with status %s", answer.status)
            raise Failed(_refusal(answer.status))
        return _content(answer)

    def _persist(self, body: dict[str, Any]) -> _Answer:
        """Return the answer to a request, tried again with growing pauses while the service is busy or failing."""
        answer = None
        for number in range(TRIES):
            if number:
                self.pause(_pause(number, answer))
            try:
                answer = self._post(json.dumps(body).encode())
            except _Unreached as error:
                logger.warning("The language model could not be reached: %s", error)
                answer = None
                continue
            if answer.status != 429 and answer.status < 500:
                return answer
        if answer is None:
            raise Failed(UNREACHABLE)
        return answer

    def _post(self, body: bytes) -> _Answer:
        """Send one request and read its answer; raise _Unreached where there is none, Failed where it is too much."""
        parts = urlsplit(self.url)
        headers = {"Content-Type": "application/json", "Accept": "application/json", "Connection": "close"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        connection = _connected(parts.scheme, parts.hostname or "", parts.port)
        with self._deadline(connection):
            try:
                connection.request("POST", f"{parts.path.rstrip('/')}/chat/completions", body, headers)
                with connection.getresponse() as response:
                    return _read(response)
            except TimeoutError as error:
                raise Failed(SLOW.format(seconds=self.seconds)) from error
            except (OSError, HTTPException) as error:
                raise _Unreached(type(error).__name__) from error

    @contextmanager
    def _deadline(self, connection: HTTPConnection) -> Iterator[None]:
        """Hang up when the time is over, however slowly an answer trickles in."""
        over, line = threading.Event(), connection.sock

        def hang_up() -> None:
            over.set()
            with suppress(OSError):
                # The plain socket's own verb: the one for TLS may not be used while another thread reads.
                socket.socket.shutdown(line, socket.SHUT_RDWR)

        # A silence and the whole are bounded alike: a model says nothing until it has finished.
        line.settimeout(self.seconds)
        timer = threading.Timer(self.seconds, hang_up)
        timer.start()
        try:
            yield
        except _Unreached:
            if not over.is_set():
                raise
        finally:
            timer.cancel()
            connection.close()
        if over.is_set():
            raise Failed(SLOW.format(seconds=self.seconds))


def _connected(scheme: str, host: str, port: int | None) -> HTTPConnection:
    """Return an open connection; raise _Unreached when there is none, or its certificate is not to be trusted."""
    if scheme == "https":
        context = ssl.create_default_context()
        connection: HTTPConnection = HTTPSConnection(host, port, timeout=CONNECT_SECONDS, context=context)
    else:
        connection = HTTPConnection(host, port, timeout=CONNECT_SECONDS)
    try:
        connection.connect()
    except OSError as error:
        connection.close()
        raise _Unreached(str(error)) from error
    return connection


def _read(response: HTTPResponse) -> _Answer:
    body = response.read(MAX_BYTES + 1)
    if len(body) > MAX_BYTES:
        raise Failed(TOO_LARGE)
    kind = response.headers.get_content_type()
    return _Answer(response.status, kind, response.headers.get("Retry-After", ""), body)


def _pause(number: int, answer: _Answer | None) -> float:
    """Return how long to wait before another try: what the service asks for, else 1, 2, 4 seconds."""
    wished = answer.retry_after if answer else ""
    seconds = float(wished) if wished.isascii() and wished.isdecimal() else 2.0 ** (number - 1)
    return min(seconds, LONGEST_PAUSE)


def _refusal(status: int) -> str:
    if status == 429:
        return BUSY
    return FAILING if status >= 500 else REFUSALS.get(status, NOT_TAKEN.format(status=status))


def _content(answer: _Answer) -> str:
    """Return the text of the reply; raise Failed where the model declined, or no model answered."""
    if not answer.content_type.endswith("json"):
        raise Failed(NOT_SPOKEN)
    try:
        choice = json.loads(answer.body)["choices"][0]
        message = choice["message"]
        content, refusal = message.get("content"), message.get("refusal")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise Failed(NOT_SPOKEN) from error
    if refusal or choice.get("finish_reason") == "content_filter":
        raise Failed(DECLINED)
    if content is not None and not isinstance(content, str):
        raise Failed(NOT_SPOKEN)
    return content or ""
