"""Run background tasks until stopped, take up what a worker that is gone left behind, and end what is overdue."""

from __future__ import annotations

import logging
import signal
import sys
import time
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from quizzes import tasks
from quizzes.models import Attempt
from quizzes.models.result import LOOKED_BACK, review_revealed

REAP_SECONDS = 5
LOGGER = "django_tasks_db"


class PromptWorker(Worker):
    """A worker that a signal ends at once, in mid-task too: tasks are begun again, so nothing is lost."""

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        """Leave; the task that is interrupted gives its lease back."""
        self.running = False
        signal.signal(signum, signal.SIG_IGN)
        sys.exit(0)


class Command(BaseCommand):
    """Run the task worker; start as many as there are cores to spare."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare how often to look, and whether to end when there is nothing left to do."""
        parser.add_argument("--interval", type=float, default=1.0, help="seconds between two looks at the queue")
        parser.add_argument("--batch", action="store_true", help="end as soon as the queue is empty")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work through the queue, then wait and look again."""
        # The worker tells of every look at the queue, once a second.
        logging.getLogger(LOGGER).setLevel(logging.WARNING)
        worker = _worker(options["interval"])
        worker.configure_signals()
        reaped = float("-inf")
        while worker.running:
            if time.monotonic() - reaped >= REAP_SECONDS:
                now = timezone.now()
                tasks.reap(now)
                Attempt.objects.expire_overdue(now)
                review_revealed(Attempt.objects.filter(finished__gt=now - LOOKED_BACK), now)
                reaped = time.monotonic()
            worker.run()
            if options["batch"]:
                return
            time.sleep(options["interval"])


def _worker(interval: float) -> PromptWorker:
    return PromptWorker(
        queue_names=["*"],
        interval=interval,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    )
