"""A site of its own: the shipped web server in real processes, on a database that can be asked behind its back."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.request
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from deploy.on_postgres import free_port
from deploy.serve import web

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60


class Site:
    """One database and the web server in front of it, as `deploy/serve.py` starts it, on a port of its own."""

    def __init__(self, folder: Path, database: str, application: str = "quizsite.wsgi:application") -> None:
        self.database = database
        self.log = folder / "log"
        self.port = free_port()
        self.command = [*web("127.0.0.1", self.port)[:-1], application]
        self.environment = os.environ | {
            "SECRET_KEY": "only-for-a-scratch-site",
            "HTTPS": "0",
            "VAR_DIR": str(folder),
            "STATIC_ROOT": str(folder / "static"),
            "DATABASE_URL": database,
            "PYTHONPATH": str(ROOT),
        }
        self.process: subprocess.Popen[bytes] | None = None

    def manage(self, *arguments: str) -> str:
        """Run a command to its end and return what it printed."""
        command = [sys.executable, "manage.py", *arguments]
        ran = subprocess.run(command, cwd=ROOT, env=self.environment, check=True, stdout=subprocess.PIPE, text=True)
        return ran.stdout

    def found(self, students: int, questions: int, *quizzes: dict[str, Any]) -> School:
        """Make ready as an operator does, and make a class with these quizzes."""
        self.manage("collectstatic", "--noinput", "--verbosity", "0")
        self.manage("prepare")
        return School(**self.call("tests.live.school", f"found({students}, {questions}, {list(quizzes)!r})"))

    def call(self, module: str, function: str) -> Any:
        """Call a function in a process of the site's own and return what it returns."""
        script = f"import json, {module}; print(json.dumps({module}.{function}))"
        return json.loads(self.manage("shell", "--no-imports", "--command", script))

    def start(self) -> None:
        """Start the server and come back when it answers."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        deadline = time.monotonic() + START_SECONDS
        while not self.is_up():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise AssertionError(f"The server did not start:\n{self.log.read_text()}")
            time.sleep(0.05)

    def is_up(self) -> bool:
        """Whether the server answers."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=5):
                return True
        except OSError:
            return False

    def kill(self) -> None:
        """End the server's processes as a crash does: nobody is asked, nothing is finished."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask the server to end."""
        self._end(signal.SIGTERM)

    def _end(self, number: int) -> None:
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, number)
            self.process.wait(START_SECONDS)

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        if self.database.startswith("sqlite"):
            with closing(sqlite3.connect(self.database.removeprefix("sqlite:///"), timeout=20)) as connection:
                return connection.execute(query).fetchall()
        with psycopg.connect(self.database) as connection:
            return connection.execute(query).fetchall()


@dataclass(frozen=True, slots=True)
class School:
    """What was made: quizzes by their numbers, how many questions each asks, and a session for each student."""

    quizzes: list[int]
    questions: int
    sessions: list[str]
