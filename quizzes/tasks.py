"""Background jobs. Each may be begun twice, die at any moment and be begun again: the work is done once.

A worker holds a build by a lease that a heartbeat renews. When the worker is gone, the lease runs out and `reap`,
which every worker runs now and then, puts the build back into the queue.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.tasks import TaskResultStatus, task
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from . import sources
from .engine import bank as engine
from .engine.document import Unreadable, read_text
from .engine.generators import Failed
from .models import Build
from .models.article import MAX_TRIES

logger = logging.getLogger(__name__)

STAGES = {
    "parse": "Reading the sentences",
    "names": "Finding who and what is named",
    "facts": "Collecting the facts",
    "ask": "Asking the language model",
    "questions": "Writing and proving questions",
    "rank": "Choosing the best questions",
}
"""What a person reads for each stage of a build."""
SHARES = {
    sources.ENGINE: {"parse": (0, 80), "names": (80, 85), "facts": (85, 92), "questions": (92, 98), "rank": (98, 100)},
    sources.MODEL: {"parse": (0, 8), "names": (8, 9), "facts": (9, 10), "ask": (10, 95), "questions": (95, 98),
                    "rank": (98, 100)},
}  # fmt: skip
"""Where the progress of each stage begins and ends, in per cent: a language model takes most of its build's time."""

SEED = 1
OUTDATED = "The stored text is read differently by this version of quizsite. Add the article again."
INTERRUPTED = f"Reading was interrupted {MAX_TRIES} times, so it was given up. Try again, or split the article."
BROKEN = f"Something went wrong {MAX_TRIES} times while reading this article. It has been logged: tell your admin."


class LeaseLost(Exception):  # noqa: N818  (not a fault: another worker has taken over)
    """The build belongs to another worker by now."""


@task()
def build_bank(build_pk: int) -> str:
    """Read one revision and store its bank; return how that ended."""
    build = Build.objects.claim(build_pk, timezone.now())
    if build is None:
        return "nothing to do"
    if build.tries > MAX_TRIES:
        build.fail(INTERRUPTED, timezone.now())
        return "given up"
    try:
        with heartbeat(build):
            bank = read(build, Reporter(build))
        return "done" if build.finish(bank, timezone.now()) else "taken over"
    except (Unreadable, Failed) as error:
        build.fail(str(error), timezone.now())
        return "unreadable" if isinstance(error, Unreadable) else "no answer"
    except LeaseLost:
        return "taken over"
    except Exception:
        logger.exception("Build %s failed on try %s", build.pk, build.tries)
        return _try_again(build)
    except BaseException:
        # The worker is being stopped: that is not the article's fault, and it need not wait for the lease to run out.
        build.release(build.tries - 1)
        raise


def enqueue(build: Build) -> None:
    """Queue the build once the present transaction is committed."""
    transaction.on_commit(partial(build_bank.enqueue, build.pk))


def build_here(build: Build, progress: engine.Progress | None = None) -> None:
    """Build a bank in this process, for commands; raise Unreadable or Failed when that cannot be."""
    held = Build.objects.claim(build.pk, timezone.now())
    if held is None:
        return
    try:
        with heartbeat(held):
            bank = read(held, progress)
    except BaseException as error:
        held.fail(str(error) if isinstance(error, Unreadable | Failed) else BROKEN, timezone.now())
        raise
    held.finish(bank, timezone.now())


def read(build: Build, progress: engine.Progress | None) -> engine.Bank:
    """Return the bank of a build's revision from its source; the engine's is the same each time."""
    revision = build.revision
    document = read_text(revision.text, title=revision.article.title)
    if document.text != revision.text:
        raise Unreadable(OUTDATED)
    return sources.generator(build.source).build(document, seed=SEED, progress=progress)


class Reporter:
    """Tells a build's row how far it is, once for each per cent, and stops the work when the lease is lost."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self.told: tuple[str, int] = ("", -1)

    def __call__(self, stage: str, share: float) -> None:
        """Hear from the engine."""
        label = STAGES.get(stage, stage)
        start, end = SHARES[self.build.source].get(stage, (0, 100))
        progress = start + round((end - start) * min(max(share, 0.0), 1.0))
        if (label, progress) == self.told:
            return
        self.told = label, progress
        if not self.build.renew(timezone.now(), stage=label, progress=progress):
            raise LeaseLost


@contextmanager
def heartbeat(build: Build) -> Iterator[None]:
    """Renew the lease while the block runs, however long the engine is silent."""
    over = threading.Event()

    def beat() -> None:
        while not over.wait(settings.LEASE_SECONDS / 3):
            build.renew(timezone.now())
            connection.close()

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _try_again(build: Build) -> str:
    if build.tries >= MAX_TRIES:
        build.fail(BROKEN, timezone.now())
        return "failed"
    if build.release(build.tries):
        build_bank.enqueue(build.pk)
    return "will be tried again"


def reap(now: datetime) -> int:
    """Queue again every build that no worker holds and no queued task will begin; return how many."""
    with transaction.atomic():
        queued = _tidy_queue(now)
        left = [build for build in Build.objects.claimable(now).select_for_update() if build.pk not in queued]
        for build in left:
            build_bank.enqueue(build.pk)
    return len(left)


def _tidy_queue(now: datetime) -> set[int]:
    """Close the tasks whose worker is gone; return the builds that a queued or beginning task will take up."""
    ours = DBTaskResult.objects.filter(task_path=build_bank.module_path)
    begun = ours.filter(status=TaskResultStatus.RUNNING)
    held = set(Build.objects.filter(state=Build.State.RUNNING, lease_until__gte=now).values_list("pk", flat=True))
    lost = [
        result.pk
        for result in begun.filter(started_at__lt=now - timedelta(seconds=settings.LEASE_SECONDS))
        if _build_of(result) not in held
    ]
    begun.filter(pk__in=lost).update(
        status=TaskResultStatus.FAILED, finished_at=now, traceback="The worker ended before the task did."
    )
    waiting = ours.filter(status__in=[TaskResultStatus.READY, TaskResultStatus.RUNNING])
    return {_build_of(result) for result in waiting.only("args_kwargs")}


def _build_of(result: DBTaskResult[Any, Any]) -> int:
    return int(result.args_kwargs["args"][0])
