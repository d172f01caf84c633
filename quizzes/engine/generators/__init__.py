"""Where questions come from: one file per source, each with `build(document, seed, progress) -> Bank`."""

from __future__ import annotations

from .base import Ask, Failed, Generator
from .builtin import Builtin
from .model import Model

__all__ = ["Ask", "Builtin", "Failed", "Generator", "Model"]
