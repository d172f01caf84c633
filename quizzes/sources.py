"""The sources of questions that this site has: its own engine, and a language model where the operator set one up."""

from __future__ import annotations

from django.conf import settings

from .endpoint import Endpoint
from .engine.generators import Builtin, Failed, Generator, Model

ENGINE, MODEL = "engine", "model"
NOT_SET_UP = "No language model is set up on this site."


def has_model() -> bool:
    """Say whether the operator set up a language model."""
    return bool(settings.LLM_URL)


def choices() -> list[tuple[str, str]]:
    """Return the sources with what a teacher reads of each."""
    return [(ENGINE, "quizsite itself"), (MODEL, f"The language model {settings.LLM_MODEL}")]


def generator(source: str) -> Generator:
    """Return a source of questions by its name; raise Failed for a language model that is not set up."""
    if source == ENGINE:
        return Builtin()
    if not has_model():
        raise Failed(NOT_SET_UP)
    endpoint = Endpoint(settings.LLM_URL, settings.LLM_MODEL, settings.LLM_KEY, settings.LLM_SECONDS)
    return Model(endpoint.ask, settings.LLM_MODEL, settings.LLM_REQUESTS)
