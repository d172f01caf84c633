"""A server that is killed while students answer: what was acknowledged is there, once, and the attempts are whole."""

from __future__ import annotations

import json
import random
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from http.client import HTTPException

import pytest

from deploy.on_postgres import programs, server
from tests.live.site import School, Site
from tests.live.student import Browser, Student

ROUNDS = 20
RESEND_ROUNDS = 4
STUDENTS = 6
QUESTIONS = 24
PATIENCE = 60
SEED = 4
DATABASES = [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in ("sqlite", "postgresql")]
NO_SERVER = "no PostgreSQL: as root run apt-get install postgresql, then make test"
FAULTS = {
    "a position that is there twice": """
        SELECT attempt_id, position FROM quizzes_response GROUP BY attempt_id, position HAVING count(*) > 1""",
    "an answer that counts twice as a review": """
        SELECT response_id, fact_id FROM quizzes_review GROUP BY response_id, fact_id HAVING count(*) > 1""",
    "an answer without its review, or a review without its answer": """
        SELECT r.id FROM quizzes_response r LEFT JOIN quizzes_review v ON v.response_id = r.id
        JOIN quizzes_attempt a ON a.id = r.attempt_id JOIN quizzes_quiz q ON q.id = a.quiz_id
        WHERE (r.answered IS NOT NULL AND (q.feedback = 'each' OR a.finished IS NOT NULL)) <> (v.id IS NOT NULL)""",
    "an attempt that is not whole": f"""
        SELECT a.id FROM quizzes_attempt a LEFT JOIN quizzes_response r ON r.attempt_id = a.id
        GROUP BY a.id, a.finished, a.score
        HAVING count(r.id) <> {QUESTIONS} OR max(r.position) <> {QUESTIONS} OR abs(a.score - avg(r.credit)) > 1e-9
        OR (a.finished IS NOT NULL AND count(r.answered) < {QUESTIONS})""",
}


@pytest.fixture(scope="module", params=DATABASES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    with ExitStack() as stack:
        database = f"sqlite:///{folder / 'site.sqlite3'}"
        if request.param == "postgresql":
            database = stack.enter_context(server(programs() or pytest.skip(NO_SERVER)))
        site = Site(folder, database)
        yield site
        site.kill()


class Lesson:
    """The students of a class, each in a thread of its own: half take the quiz that explains each answer at once."""

    def __init__(self, site: Site, school: School) -> None:
        self.site = site
        self.students = [
            Student(number, Browser(site.port, session), school.quizzes[number % 2])
            for number, session in enumerate(school.sessions)
        ]
        self.steps = 0
        self.faults: list[BaseException] = []

    def interrupted(self, steps: int, pause: float) -> None:
        """Let everybody answer at once; after some steps and a pause, in the middle of others, kill the server."""
        self.site.start()
        goal = self.steps + steps
        threads = [threading.Thread(target=self.work, args=[student]) for student in self.students]
        for thread in threads:
            thread.start()
        deadline = time.monotonic() + PATIENCE
        while self.steps < goal and not self.faults and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(pause)
        self.site.kill()
        for thread in threads:
            thread.join(PATIENCE)
        assert not self.faults
        assert self.steps >= goal

    def work(self, student: Student) -> None:
        """Take steps until the server does not answer any more."""
        try:
            while True:
                student.step()
                self.steps += 1
        except (OSError, HTTPException):
            return  # the kill, which every student waits for
        except BaseException as fault:
            self.faults.append(fault)

    def resend(self) -> None:
        """Let everybody send again, twice, what the server was killed over."""
        self.site.start()
        for student in self.students:
            if sent := student.pending:
                student.send(sent)
                student.send(sent)
        self.site.kill()

    def check(self) -> None:
        """Compare what is stored with what the students sent and what the server acknowledged."""
        stored = self.stored()
        sent = {place: given for student in self.students for place, given in student.sent.items()}
        assert set().union(*(student.acknowledged for student in self.students)) <= set(stored)
        assert stored == {place: given for place, given in sent.items() if place in stored}
        assert {fault: self.site.ask(query) for fault, query in FAULTS.items()} == {fault: [] for fault in FAULTS}

    def stored(self) -> dict[tuple[int, int], object]:
        """Return every stored answer by attempt and position."""
        query = "SELECT attempt_id, position, CAST(given AS text) FROM quizzes_response WHERE answered IS NOT NULL"
        return {(attempt, position): json.loads(given) for attempt, position, given in self.site.ask(query)}


@pytest.fixture(scope="module")
def lesson(site: Site) -> Lesson:
    return Lesson(site, site.found(STUDENTS, QUESTIONS, {"feedback": "each"}, {"feedback": "end"}))


def test_acknowledged_answers_survive_kill_minus_9(lesson: Lesson) -> None:
    rng = random.Random(SEED)
    interrupted = 0

    for _ in range(ROUNDS):
        lesson.interrupted(rng.randint(1, 2 * STUDENTS), rng.uniform(0, 0.05))
        lesson.check()
        interrupted += sum(student.pending is not None for student in lesson.students)

    assert interrupted > ROUNDS
    assert lesson.site.call("tests.live.school", "doubtful_memories()") == 0


def test_answer_sent_again_after_kill_minus_9_is_there_once(lesson: Lesson) -> None:
    rng = random.Random(SEED)

    for _ in range(RESEND_ROUNDS):
        lesson.interrupted(rng.randint(1, 2 * STUDENTS), rng.uniform(0, 0.05))
        lesson.resend()
        lesson.check()

    assert not any(student.pending for student in lesson.students)
    assert lesson.site.call("tests.live.school", "doubtful_memories()") == 0
