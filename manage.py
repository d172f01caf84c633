#!/usr/bin/env python
"""Django's command line for quizsite."""

import os
import secrets
import sys
from pathlib import Path

from django.core.management import execute_from_command_line


def set_secret_key() -> None:
    """Take the key that `make run` made here; `generate`, which signs and stores nothing, runs without one."""
    kept = Path(os.environ.get("VAR_DIR", Path(__file__).resolve().parent / "var")) / "secret_key"
    if "SECRET_KEY" not in os.environ and kept.exists():
        os.environ["SECRET_KEY"] = kept.read_text().strip()
    elif sys.argv[1:2] == ["generate"]:
        os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quizsite.settings")
    set_secret_key()
    execute_from_command_line(sys.argv)
