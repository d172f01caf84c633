"""A small real server on this machine that speaks the protocol of language models as well or badly as a test wants."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PATH = "/v1/chat/completions"


@dataclass(slots=True)
class Answer:
    """What the server sends: a body of any form, perhaps with a pause between its bytes."""

    body: bytes = b""
    status: int = 200
    content_type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    trickle: float = 0.0


def said(content: str | None, **message: Any) -> Answer:
    """Return a reply as the protocol has it."""
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content, **message}}
    return Answer(json.dumps({"object": "chat.completion", "choices": [choice]}).encode())


@dataclass(slots=True)
class Service:
    """The running server: where it is, what it was sent, and what it answers, the last answer again and again."""

    url: str
    answers: list[Answer] = field(default_factory=lambda: [said("{}")])
    heard: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    def answer(self, *answers: Answer) -> None:
        """Set what is answered to the next requests."""
        self.answers = list(answers)

    def next(self) -> Answer:
        """Return what is answered now."""
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@contextmanager
def running() -> Iterator[Service]:
    """Run a server on a free port while the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    service = Service(f"http://127.0.0.1:{server.server_address[1]}/v1")
    server.RequestHandlerClass = _handler(service)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(service: Service) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            service.heard.append(json.loads(body))
            service.keys.append(self.headers.get("Authorization", ""))
            answer = service.next() if self.path == PATH else Answer(b"{}", status=404)
            try:
                self._send(answer)
            except OSError:
                self.close_connection = True  # the client has hung up, as it may

        def _send(self, answer: Answer) -> None:
            self.send_response(answer.status)
            for name, value in {"Content-Type": answer.content_type, **answer.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self._write(answer)

        def _write(self, answer: Answer) -> None:
            if not answer.trickle:
                self.wfile.write(answer.body)
                return
            for byte in answer.body:
                self.wfile.write(bytes([byte]))
                time.sleep(answer.trickle)

        def log_message(self, *args: Any) -> None:
            """Say nothing."""

    return Handler
