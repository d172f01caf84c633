"""A worker that is killed in mid-task, or stopped, ends with the bank built once: real processes on a real file."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "fixtures" / "articles" / "04-lake-baikal.txt"
PATIENCE = 120


class Site:
    """A site of its own in a folder, driven by its commands and watched through its database file."""

    def __init__(self, folder: Path) -> None:
        self.database = folder / "site.sqlite3"
        backend = "django_tasks_db.DatabaseBackend"
        self.environment = os.environ | {
            "VAR_DIR": str(folder),
            "DATABASE_URL": f"sqlite:///{self.database}",
            "TASKS_BACKEND": backend,
            "LEASE_SECONDS": "1",
        }

    def manage(self, *arguments: str) -> None:
        """Run a command to its end."""
        subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=self.environment, check=True)

    def worker(self) -> subprocess.Popen[bytes]:
        """Start a worker."""
        command = [sys.executable, "manage.py", "work", "--interval", "0.1"]
        return subprocess.Popen(command, cwd=ROOT, env=self.environment)

    def ask(self, query: str) -> list[tuple[object, ...]]:
        """Return the rows of a query."""
        connection = sqlite3.connect(self.database, timeout=20)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()

    def is_state(self, state: str) -> Callable[[], bool]:
        """Return a question: is the only build in this state?"""
        return lambda: self.ask("SELECT state FROM quizzes_build") == [(state,)]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    site = Site(tmp_path)
    site.manage("migrate", "--verbosity", "0")
    site.manage(
        "shell", "--verbosity", "0", "--command", "from tests.factories import TeacherFactory as T; T(username='owner')"
    )
    site.manage("add_article", str(ARTICLE), "--title", "Baikal", "--owner", "owner")
    return site


def wait_for(condition: Callable[[], bool]) -> None:
    """Come back when the condition holds, fail when it never does."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.02)


def test_bank_is_built_once_after_kill_minus_9(site: Site) -> None:
    first = site.worker()
    wait_for(site.is_state("running"))
    first.kill()
    first.wait()

    second = site.worker()
    wait_for(site.is_state("done"))
    second.terminate()
    status = second.wait(PATIENCE)

    assert status == 0
    assert site.ask("SELECT tries FROM quizzes_build") == [(2,)]
    assert site.ask("SELECT count(*) > 0, count(*) - count(DISTINCT key) FROM quizzes_question") == [(1, 0)]
    assert site.ask("SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status = 'RUNNING'") == [(0,)]


def test_stopped_worker_gives_its_build_back_at_once(site: Site) -> None:
    worker = site.worker()
    wait_for(site.is_state("running"))

    worker.send_signal(signal.SIGTERM)
    status = worker.wait(PATIENCE)

    assert status == 0
    assert site.ask("SELECT state, tries, lease FROM quizzes_build") == [("waiting", 0, "")]
