"""Short ways from a text to what the engine reads in it."""

from __future__ import annotations

from functools import cache

from quizzes.engine.document import read_text
from quizzes.engine.entities import Entities, Entity, find
from quizzes.engine.language import Parsed, parse
from quizzes.engine.reference import References, resolve


@cache
def _parsed(text: str, title: str) -> Parsed:
    return parse(read_text(text, title=title))


def parsed(text: str, title: str = "") -> Parsed:
    """Parse a text; the same text is parsed once in a test run."""
    return _parsed(text, title)


@cache
def entities(text: str, title: str = "") -> Entities:
    """Find the entities of a text."""
    return find(parsed(text, title))


@cache
def references(text: str, title: str = "") -> References:
    """Resolve the references of a text."""
    return resolve(parsed(text, title), entities(text, title))


def named(text: str, name: str, title: str = "") -> Entity:
    """Return the entity with this name, which the text must have."""
    found = entities(text, title).by_name(name)
    assert found is not None, [entity.name for entity in entities(text, title).all]
    return found


def written_out(text: str, title: str = "") -> list[str | None]:
    """Return each sentence as it stands alone, None where it cannot."""
    return [references(text, title).stands_alone(sentence) for sentence in parsed(text, title).sentences]
