"""A student whose browser is a few lines: pages are fetched, the form found on them is filled in and sent."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from lxml import html

if TYPE_CHECKING:
    from quizzes.engine.questions import Given

QUESTION = re.compile(r"/attempts/(\d+)/(\d+)/")
TIMEOUT = 30


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back, where from, and where to go instead."""

    status: int
    path: str
    text: str
    location: str


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer as it left: attempt and position, the whole form, and what the form says."""

    place: tuple[int, int]
    fields: tuple[tuple[str, str], ...]
    given: Given

    @property
    def path(self) -> str:
        """Where it is sent."""
        return "/attempts/{}/{}/".format(*self.place)


class Browser:
    """Cookies, pages and forms of one person."""

    def __init__(self, port: int, session: str, headers: dict[str, str] | None = None) -> None:
        self.port = port
        self.cookies = {"sessionid": session}
        self.headers = headers or {}

    def request(self, path: str, fields: tuple[tuple[str, str], ...] | None = None, **headers: str) -> Reply:
        """Fetch a page, or send it a form; the reply counts once it is here as a whole."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), **headers}
        body = None
        if fields is not None:
            body, headers["Content-Type"] = urlencode(fields), "application/x-www-form-urlencoded"
        connection = HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT)
        try:
            connection.request("GET" if body is None else "POST", path, body, headers)
            reply = connection.getresponse()
            text = reply.read().decode()
        finally:
            connection.close()
        for line in reply.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return Reply(reply.status, path, text, reply.headers.get("Location", ""))

    def visit(self, path: str) -> Reply:
        """Fetch a page, following redirects."""
        reply = self.request(path)
        while reply.location:
            reply = self.request(urlsplit(reply.location).path)
        assert reply.status == 200, reply
        return reply


class Student:
    """Works through the quiz again and again, one step at a time, and remembers what the server acknowledged."""

    def __init__(self, number: int, browser: Browser, quiz: int) -> None:
        self.number = number
        self.browser = browser
        self.start = f"/quizzes/{quiz}/start/"
        self.at = self.start
        self.rng = random.Random(number)
        self.count = 0
        self.sent: dict[tuple[int, int], Given] = {}
        self.acknowledged: set[tuple[int, int]] = set()
        self.pending: Sent | None = None

    def step(self) -> None:
        """Answer the next question, hand in, or begin an attempt."""
        sent = self.next_answer()
        if sent:
            self.send(sent)

    def next_answer(self) -> Sent | None:
        """Fill in the form of the next question; None where an attempt was to be begun or handed in."""
        reply = self.browser.visit(self.at)
        form = next((form for form in html.fromstring(reply.text).forms if form.action == reply.path), None)
        question = QUESTION.fullmatch(reply.path)
        if form is not None and question:
            attempt, position = map(int, question.groups())
            self.count += 1
            given = fill(form, self.rng, f"answer {self.count} of {self.number}")
            return Sent((attempt, position), tuple(form.form_values()), given)
        self.at = self.start
        if form is not None:
            done = self.browser.request(reply.path, tuple(form.form_values()))
            assert done.status == 302, done
            self.at = done.location
        return None

    def send(self, sent: Sent) -> None:
        """Send an answer, and count it as kept once the server says so."""
        self.pending = sent
        self.sent[sent.place] = sent.given
        reply = self.browser.request(sent.path, sent.fields)
        assert reply.status in {200, 302}, reply
        self.acknowledged.add(sent.place)
        self.pending = None
        self.at = f"/attempts/{sent.place[0]}/"


def fill(form: html.FormElement, rng: random.Random, words: str) -> Given:
    """Answer by chance, with the words where words are asked for; return what the form then says."""
    names = [name for name in form.fields if name.startswith(("match_", "place_"))]
    places = rng.sample(range(len(names)), len(names))
    for name, place in zip(names, places, strict=True):
        form.fields[name] = str(place + name.startswith("place_"))
    if names:
        return sorted(places, key=places.__getitem__) if names[0].startswith("place_") else places
    if "text" in form.fields:
        form.fields["text"] = words
        return words
    boxes = list(form.xpath(".//input[@name='choice']"))
    chosen = rng.sample(boxes, rng.randint(1, len(boxes)) if boxes[0].type == "checkbox" else 1)
    for box in chosen:
        box.checked = True
    return sorted(int(box.get("value")) for box in chosen)
