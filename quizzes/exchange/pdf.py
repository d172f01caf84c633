"""Papers and keys as PDF files: tagged for screen readers, and the same bytes for the same sheet."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from ..paper import Asked, Told

TYPESET = Path(__file__).with_name("typeset.py")
UNPRINTABLE = 3
PATIENCE = 30
"""Seconds after which a sheet is given up; a hundred questions take about half a second."""


class Unprintable(Exception):  # noqa: N818  (not a fault of the program: a person is told what to do instead)
    """A text has letters or signs that no font here can show."""


def write(title: str, version: str, questions: Sequence[Asked] | Sequence[Told]) -> bytes:
    """Return the paper of a version, or the key to it; raise Unprintable where no font has what it says."""
    of_key = all(isinstance(question, Told) for question in questions)
    items = [asdict(question) for question in questions]
    sheet = json.dumps({"of_key": of_key, "title": title, "version": version, "items": items})
    # Isolated, as the neighbours of that file have names of the standard library's.
    command = [sys.executable, "-I", str(TYPESET)]
    done = subprocess.run(command, input=sheet.encode(), capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603
    if done.returncode == UNPRINTABLE:
        raise Unprintable
    done.check_returncode()
    return done.stdout
