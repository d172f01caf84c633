from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest
from django.tasks import TaskResultStatus, default_task_backend
from django_tasks_db.models import DBTaskResult

from quizzes import tasks
from quizzes.engine.document import Unreadable
from quizzes.models import Article, Build, Fact, Question
from tests.builders import bank_of
from tests.factories import BuildFactory

pytestmark = pytest.mark.django_db
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def build(monkeypatch) -> Build:
    """A waiting build; reading its text gives a small bank without the language model."""
    monkeypatch.setattr(tasks, "read", lambda build, progress: bank_of(build.revision))
    default_task_backend.clear()
    return BuildFactory()


def run(build: Build) -> str:
    told: str = tasks.build_bank.call(build.pk)
    build.refresh_from_db()
    return told


def raising(error: BaseException):
    def read(build, progress):
        raise error

    return read


def test_task_builds_the_bank(build):
    assert run(build) == "done"

    assert build.state == "done"
    assert Question.objects.count() == 1


def test_task_run_twice_builds_once(build):
    run(build)

    assert run(build) == "nothing to do"

    assert Question.objects.count() == 1
    assert build.tries == 1


def test_unreadable_article_fails_with_its_reason(build, monkeypatch):
    monkeypatch.setattr(tasks, "read", raising(Unreadable("This article is empty.")))

    assert run(build) == "unreadable"

    assert (build.state, build.message) == ("failed", "This article is empty.")


def test_fault_is_tried_again(build, monkeypatch, caplog):
    monkeypatch.setattr(tasks, "read", raising(ValueError("a bug")))

    assert run(build) == "will be tried again"

    assert (build.state, build.tries) == ("waiting", 1)
    assert [result.args for result in default_task_backend.results] == [[build.pk]]
    assert "a bug" in caplog.text


def test_fault_three_times_is_given_up_with_an_honest_message(build, monkeypatch):
    monkeypatch.setattr(tasks, "read", raising(ValueError("a bug")))

    assert [run(build) for _ in range(3)][-1] == "failed"

    assert build.state == "failed"
    assert "3 times" in build.message


def test_build_interrupted_too_often_is_given_up(build):
    Build.objects.filter(pk=build.pk).update(tries=3)

    assert run(build) == "given up"

    assert "interrupted 3 times" in build.message


def test_stopped_worker_gives_the_build_back(build, monkeypatch):
    monkeypatch.setattr(tasks, "read", raising(SystemExit(0)))

    with pytest.raises(SystemExit):
        run(build)

    build.refresh_from_db()
    assert (build.state, build.tries) == ("waiting", 0)


def test_worker_that_lost_the_lease_stores_nothing(build, monkeypatch):
    def read_while_another_takes_over(held, progress):
        Build.objects.filter(pk=build.pk).update(lease="another")
        progress("parse", 0.5)

    monkeypatch.setattr(tasks, "read", read_while_another_takes_over)

    assert run(build) == "taken over"

    assert build.state == "running"
    assert not Fact.objects.exists()


def test_worker_that_lost_the_lease_at_the_end_stores_nothing(build, monkeypatch):
    def read_while_another_takes_over(held, progress):
        Build.objects.filter(pk=build.pk).update(lease="another")
        return bank_of(held.revision)

    monkeypatch.setattr(tasks, "read", read_while_another_takes_over)

    assert run(build) == "taken over"

    assert not Fact.objects.exists()


def test_progress_is_told_once_for_each_per_cent(build, django_assert_num_queries):
    reporter = tasks.Reporter(Build.objects.claim(build.pk, LONG_AGO))

    with django_assert_num_queries(2):
        reporter("parse", 0.5)
        reporter("parse", 0.501)
        reporter("facts", 1.0)

    build.refresh_from_db()
    assert (build.stage, build.progress) == ("Collecting the facts", 92)


def test_heartbeat_renews_the_lease_while_the_engine_is_silent(build, settings):
    settings.LEASE_SECONDS = 0.03
    renewed = []
    build.renew = lambda now: renewed.append(now)

    with tasks.heartbeat(build):
        while len(renewed) < 2:
            time.sleep(0.01)

    assert renewed[0] < renewed[1]


def test_read_builds_from_the_stored_text(monkeypatch):
    build = BuildFactory()
    revision = build.revision
    monkeypatch.setattr(tasks.engine, "build", lambda document, seed, progress: (document.text, document.title, seed))

    assert tasks.read(build, None) == (revision.text, revision.article.title, tasks.SEED)


def test_read_refuses_a_text_that_is_read_differently_today(monkeypatch):
    build = BuildFactory(revision__text="Two  spaces")

    with pytest.raises(Unreadable, match="Add the article again"):
        tasks.read(build, None)


def test_enqueue_waits_for_the_commit(build, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        tasks.enqueue(build)

        assert default_task_backend.results == []

    assert len(callbacks) == len(default_task_backend.results) == 1


def test_build_here_tells_why_it_cannot(build, monkeypatch):
    monkeypatch.setattr(tasks, "read", raising(Unreadable("Too short.")))

    with pytest.raises(Unreadable):
        tasks.build_here(build)

    build.refresh_from_db()
    assert (build.state, build.message) == ("failed", "Too short.")


def test_build_here_leaves_a_build_that_is_over(build):
    run(build)
    Article.objects.get().facts.all().delete()

    tasks.build_here(build)

    assert not Fact.objects.exists()


# --- the reaper, which looks at the database's own queue


def queued(build: Build, status: str, started: datetime | None = None) -> DBTaskResult:
    """A task of the build in the database's queue."""
    return DBTaskResult.objects.create(
        status=status,
        started_at=started,
        args_kwargs={"args": [build.pk], "kwargs": {}},
        task_path=tasks.build_bank.module_path,
        backend_name="default",
        run_after=LONG_AGO,
    )


def requeued() -> list[int]:
    return [result.args[0] for result in default_task_backend.results]


NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


def test_waiting_build_without_a_task_is_queued(build):
    assert tasks.reap(NOW) == 1

    assert requeued() == [build.pk]


def test_waiting_build_with_a_queued_task_is_left(build):
    queued(build, TaskResultStatus.READY)

    assert tasks.reap(NOW) == 0


def test_build_whose_worker_is_gone_is_queued_and_its_task_closed(build):
    Build.objects.claim(build.pk, NOW - timedelta(minutes=5))
    lost = queued(build, TaskResultStatus.RUNNING, NOW - timedelta(minutes=5))

    assert tasks.reap(NOW) == 1

    lost.refresh_from_db()
    assert lost.status == TaskResultStatus.FAILED
    assert requeued() == [build.pk]


def test_build_whose_worker_lives_is_left(build):
    held = Build.objects.claim(build.pk, NOW - timedelta(minutes=5))
    held.renew(NOW)
    task = queued(build, TaskResultStatus.RUNNING, NOW - timedelta(minutes=5))

    assert tasks.reap(NOW) == 0

    task.refresh_from_db()
    assert task.status == TaskResultStatus.RUNNING


def test_build_that_a_worker_is_about_to_begin_is_left(build):
    queued(build, TaskResultStatus.RUNNING, NOW)

    assert tasks.reap(NOW) == 0


def test_build_that_is_over_is_left(build):
    run(build)

    assert tasks.reap(NOW) == 0
