"""The students of benchmarks/quiz.py: a process that reads a plan, uses the site as it says, and reports.

`python -m benchmarks.load` reads one line of JSON, says "ready", begins at the next line, and prints one line of JSON.
An answer is sent as the page's script sends it, and counts until the next question is here: in one request where the
reply holds it, in two where feedback comes first. An attempt is left at its last question.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import sys
import time
from dataclasses import asdict, dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

from lxml import html

from tests.live.student import QUESTION, fill

CSRF = "quizsite" * 4
LENGTH = re.compile(r"^content-length: (\d+)", re.I | re.M)
LOCATION = re.compile(r"^location: (\S+)", re.I | re.M)


@dataclass(frozen=True, slots=True)
class Plan:
    """Who does what for how long: `bytes` for the bare view's page, 0 for answers to the quiz.

    The clients take the sessions in turn, one after another as fast as they can; with a pace each session is a
    client of its own, which begins within `spread` seconds and sends something every `pace` seconds.
    """

    port: int
    quiz: int
    questions: int
    sessions: list[str]
    seconds: float
    clients: int = 8
    bytes: int = 0
    pace: float = 0
    spread: float = 0


@dataclass(slots=True)
class Report:
    """What happened: seconds for each answer, request and start, bytes of the replies, and what went wrong."""

    answers: list[float] = field(default_factory=list)
    requests: list[float] = field(default_factory=list)
    starts: list[float] = field(default_factory=list)
    bytes: int = 0
    seconds: float = 0
    errors: list[str] = field(default_factory=list)


class Refused(Exception):  # noqa: N818  (a word for people, in the report)
    """The site did not do what was asked of it."""


class Browser:
    """One person's connection, kept open as browsers do."""

    def __init__(self, port: int, session: str) -> None:
        self.port = port
        self.session = session
        self.pipes: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def request(self, path: str, fields: Any = None, htmx: bool = True) -> tuple[str, str]:
        """Send a request and return head and body of the reply; raise Refused for what is not a success."""
        if self.pipes is None:
            self.pipes = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self.pipes
        writer.write(self.message(path, fields, htmx))
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        length = LENGTH.search(head)
        body = (await reader.readexactly(int(length[1]) if length else 0)).decode()
        if head.split(" ", 2)[1] not in {"200", "302"} or (htmx and not body):
            raise Refused(f"{path}: {head}")
        return head, body

    def message(self, path: str, fields: Any, htmx: bool) -> bytes:
        """Return a request as it goes over the wire."""
        body = urlencode(fields) if fields is not None else ""
        lines = [
            f"{'GET' if fields is None else 'POST'} {path} HTTP/1.1",
            f"Host: 127.0.0.1:{self.port}",
            f"Cookie: sessionid={self.session}; csrftoken={CSRF}",
            f"Content-Length: {len(body)}",
        ]
        if body:
            lines.append("Content-Type: application/x-www-form-urlencoded")
        if htmx:
            lines += ["HX-Request: true", f"X-CSRFToken: {CSRF}"]
        return "\r\n".join([*lines, "", body]).encode()

    async def visit(self, path: str) -> tuple[str, str]:
        """Fetch a whole page, following redirects; return where it is and the page."""
        head, body = await self.request(path, htmx=False)
        while where := LOCATION.search(head):
            path = urlsplit(where[1]).path
            head, body = await self.request(path, htmx=False)
        return path, body

    def close(self) -> None:
        """Hang up, until the next request."""
        if self.pipes:
            self.pipes[1].close()
            self.pipes = None


class Learner:
    """A student with a question on the screen; what is waited for is reported."""

    def __init__(self, plan: Plan, session: str, report: Report) -> None:
        self.plan = plan
        self.report = report
        self.browser = Browser(plan.port, session)
        self.rng = random.Random(session)
        self.form: Any = None

    async def start(self) -> None:
        """Begin an attempt and see its first question."""
        path, page = await self.browser.visit(f"/quizzes/{self.plan.quiz}/start/")
        form = form_on(page)
        began = time.perf_counter()
        head, _ = await self.browser.request(path, form.form_values(), htmx=False)
        path, page = await self.browser.visit(LOCATION.search(head)[1])
        self.report.starts.append(time.perf_counter() - began)
        self.form = form_on(page)

    @property
    def has_next(self) -> bool:
        """Whether another question follows the one on the screen."""
        return self.plan.bytes > 0 or int(QUESTION.fullmatch(self.form.action)[2]) < self.plan.questions

    async def answer(self) -> None:
        """Answer the question and see the next one; or send the bare view its line and see its page."""
        if self.plan.bytes:
            path, fields = f"/bare/1/{self.plan.bytes}/", {"text": "1992"}
        else:
            fill(self.form, self.rng, "1992")
            path, fields = self.form.action, self.form.form_values()
        began = time.perf_counter()
        page = await self.timed(path, fields)
        # The bare view's page is read as well: students share the machine with what is measured.
        self.form = form_on(page)
        if not self.plan.bytes and self.form is None:
            self.form = form_on(await self.timed(html.fromstring(page).xpath("//a[@data-next]/@href")[0]))
        self.report.answers.append(time.perf_counter() - began)

    async def timed(self, path: str, fields: Any = None) -> str:
        """Return a fragment, its time and size reported."""
        began = time.perf_counter()
        _, page = await self.browser.request(path, fields)
        self.report.requests.append(time.perf_counter() - began)
        self.report.bytes += len(page.encode())
        return page


def form_on(page: str) -> Any:
    """Return the form that begins an attempt or answers a question, None where there is none."""
    forms = html.fromstring(page).forms
    return next((form for form in forms if form.action.endswith("/start/") or QUESTION.fullmatch(form.action)), None)


async def in_turn(learners: list[Learner], until: float) -> None:
    """Let one student after another answer, each up to the last question, until the time is over."""
    while learners and time.perf_counter() < until:
        learner = learners.pop()
        while learner.has_next and time.perf_counter() < until:
            await learner.answer()


async def at_pace(learner: Learner, delay: float, until: float) -> None:
    """Let a student begin after the delay and answer every now and then."""
    at = time.perf_counter() + delay
    await asyncio.sleep(delay)
    if learner.form is None:
        await learner.start()
    while learner.has_next and (at := at + learner.plan.pace) < until:
        await asyncio.sleep(at - time.perf_counter())
        await learner.answer()


async def run(plan: Plan) -> Report:
    """Do as planned; who is not to begin within the plan's time begins before it."""
    report = Report()
    learners = [Learner(plan, session, report) for session in plan.sessions]
    try:
        for learner in learners if not (plan.spread or plan.bytes) else ():
            await learner.start()
            learner.browser.close()  # the server closes what is idle for long: others begin before this one answers
        print("ready", flush=True)
        sys.stdin.readline()
        began = time.perf_counter()
        until = began + plan.seconds
        if plan.pace:
            # People keep no step: evenly spread, many of one pace would answer in the very same moments.
            jobs = [at_pace(learner, learner.rng.uniform(0, plan.spread), until) for learner in learners]
        else:
            jobs = [in_turn(learners, until) for _ in range(plan.clients)]
        outcomes = await asyncio.gather(*jobs, return_exceptions=True)
        report.seconds = time.perf_counter() - began
    finally:
        for learner in learners:
            learner.browser.close()
    report.errors = [repr(outcome) for outcome in outcomes if outcome is not None]
    return report


def main() -> None:
    """Read the plan, say "ready" when it can begin, begin at a line of input, print the report."""
    plan = Plan(**json.loads(sys.stdin.readline()))
    print(json.dumps(asdict(asyncio.run(run(plan)))))


if __name__ == "__main__":
    main()
