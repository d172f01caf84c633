"""A site under measurement: its server, the students in a process of their own, and what both cost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import psycopg

from benchmarks.load import Plan, Report
from tests.live.site import School, Site

ROOT = Path(__file__).resolve().parents[1]
APPLICATION = "benchmarks.bare:application"
TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Measured:
    """What a plan came to: the report, and processor seconds of the web server's and of the database's processes."""

    report: Report
    web: float
    database: float

    @property
    def rate(self) -> float:
        """Requests a second."""
        return len(self.report.requests) / self.report.seconds

    @property
    def answer_rate(self) -> float:
        """Answers a second, each with the next question."""
        return len(self.report.answers) / self.report.seconds

    @property
    def web_cost(self) -> float:
        """Processor seconds of the web server for a request."""
        return self.web / len(self.report.requests)

    @property
    def cost(self) -> float:
        """Processor seconds of web server and database for a request."""
        return (self.web + self.database) / len(self.report.requests)

    @property
    def bytes(self) -> int:
        """The mean size of a reply."""
        return round(self.report.bytes / len(self.report.requests))


class Bench:
    """A running site and its students; each takes each quiz once."""

    def __init__(self, site: Site, school: School) -> None:
        self.site = site
        self.questions = school.questions
        self.fresh = {quiz: list(school.sessions) for quiz in school.quizzes}
        self.postmaster = postmaster(site.database)

    def answers(self, quiz: int, students: int, seconds: float, clients: int) -> Measured:
        """Let students answer as fast as the server lets them."""
        return sound(self.measure(self.plan(quiz, students, seconds=seconds, clients=clients)))

    def bare(self, quiz: int, size: int, seconds: float, clients: int) -> Measured:
        """Let students use the bare view, its page of that many bytes."""
        sessions = self.fresh[quiz][:1] * clients
        return sound(self.measure(Plan(self.site.port, quiz, 0, sessions, seconds, clients, bytes=size)))

    def lesson(self, quiz: int, students: int, seconds: float, spread: float, pace: float) -> Measured:
        """Let a class begin one after another and answer at its pace."""
        return self.measure(self.plan(quiz, students, seconds=seconds, spread=spread, pace=pace))

    def plan(self, quiz: int, students: int, **about: float) -> Plan:
        """Return a plan for students who have not taken the quiz yet."""
        fresh = self.fresh[quiz]
        taken, self.fresh[quiz] = fresh[:students], fresh[students:]
        return Plan(self.site.port, quiz, self.questions, taken, **about)

    def measure(self, plan: Plan) -> Measured:
        """Carry out a plan in a process of its own."""
        command = [sys.executable, "-m", "benchmarks.load"]
        load = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        with load:
            print(json.dumps(asdict(plan)), file=load.stdin, flush=True)
            load.stdout.readline()
            web, database = self.web_seconds(), self.database_seconds()
            print(file=load.stdin, flush=True)
            report = load.stdout.readline()
            return Measured(Report(**json.loads(report)), self.web_seconds() - web, self.database_seconds() - database)

    def web_seconds(self) -> float:
        """Return the processor time so far of the server and its workers."""
        leader = self.site.process.pid
        return seconds_of(lambda pid, parent, session: session == leader)

    def database_seconds(self) -> float:
        """Return the processor time so far of PostgreSQL's processes; SQLite is part of the web server."""
        leader = self.postmaster
        return seconds_of(lambda pid, parent, session: leader in {pid, parent}) if leader else 0.0


def sound(measured: Measured) -> Measured:
    """Return what was measured; raise what went wrong, which leaves nothing to compare."""
    if measured.report.errors:
        raise RuntimeError(measured.report.errors[0])
    return measured


def postmaster(database: str) -> int:
    """Return the process that all of PostgreSQL's are children of, 0 for SQLite."""
    if database.startswith("sqlite"):
        return 0
    with psycopg.connect(database) as connection:
        backend = connection.info.backend_pid
        return int(Path(f"/proc/{backend}/stat").read_text().rpartition(")")[2].split()[1])


def seconds_of(belongs: Callable[[int, int, int], bool]) -> float:
    """Return the processor time of the processes that belong (by number, parent, session)."""
    total = 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            text = path.read_text()
        except (FileNotFoundError, ProcessLookupError):
            continue  # it has just ended
        fields = text.rpartition(")")[2].split()
        if belongs(int(path.parent.name), int(fields[1]), int(fields[3])):
            total += sum(map(int, fields[11:15]))
    return total / TICK
