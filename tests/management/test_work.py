from __future__ import annotations

import signal
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from quizzes import tasks
from quizzes.management.commands import work
from tests.factories import AttemptFactory, QuizFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def signals(settings):
    """Use the database's queue, and put the handlers back that the worker replaces."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def test_batch_works_through_the_queue_and_ends(monkeypatch):
    from tests.builders import bank_of
    from tests.factories import BuildFactory

    monkeypatch.setattr(tasks, "read", lambda build, progress: bank_of(build.revision))
    build = BuildFactory()

    call_command("work", "--batch")

    build.refresh_from_db()
    assert build.state == "done"


def test_worker_ends_what_is_overdue():
    start = timezone.now() - timedelta(hours=1)
    person = UserFactory()
    quiz = QuizFactory(owner=person)
    attempt = AttemptFactory(learner=person, quiz=quiz, started=start, deadline=start + timedelta(minutes=20))

    call_command("work", "--batch")

    attempt.refresh_from_db()
    assert attempt.finished == attempt.deadline


def test_worker_looks_again_until_it_is_stopped(monkeypatch):
    looks = []

    def look(worker):
        looks.append(worker)
        worker.running = len(looks) < 3

    monkeypatch.setattr(work.PromptWorker, "run", look)

    call_command("work", "--interval", "0")

    assert len(looks) == 3


def test_signal_ends_the_worker_at_once():
    worker = work._worker(1.0)

    with pytest.raises(SystemExit) as stop:
        worker.shutdown(signal.SIGTERM, None)

    assert stop.value.code == 0
    assert worker.running is False
