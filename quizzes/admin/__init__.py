"""The teacher's editing desk."""

from . import fact, people, question

__all__ = ["fact", "people", "question"]
