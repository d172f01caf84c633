"""Bring this machine's data up to date before quizsite starts: tables, and the demo school where DEMO=1."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate, make the cache table, and load the demo school; each step does nothing where all is done."""
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        if settings.DEMO:
            call_command("load_demo")
