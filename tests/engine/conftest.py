from __future__ import annotations

import random

import pytest


@pytest.fixture
def rng() -> random.Random:
    """A chance that is the same each time."""
    return random.Random(7)
