"""The one country whose affairs an article tells of: "inflation" and "the voters" are everywhere, and mean there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import gazetteer

if TYPE_CHECKING:
    from .entities import Entities
    from .gazetteer import Country
    from .language import Parsed, Sentence

_LEAST, _FAR_AHEAD = 4, 2.5
_OPENING = 2
_LEAST_SHARE = 0.3


def of(parsed: Parsed, entities: Entities) -> str:
    """Return the country, as running text has it, that an article names far more than any other; "" for none."""
    told: dict[str, list[int]] = defaultdict(list)
    shown: dict[str, str] = {}
    for sentence in parsed.sentences:
        for country in _named_in(sentence, entities):
            told[country.name].append(sentence.paragraph)
            shown[country.name] = f"the {country.name}" if country.article else country.name
    ranked = sorted(told, key=lambda name: (-len(told[name]), name))
    if not ranked:
        return ""
    first, others = told[ranked[0]], [len(told[name]) for name in ranked[1:2]]
    paragraphs = 1 + max(sentence.paragraph for sentence in parsed.sentences)
    opens = any(country.name == ranked[0] for s in parsed.sentences[:_OPENING] for country in _named_in(s, entities))
    ahead = len(first) >= max(_LEAST - opens, _FAR_AHEAD * max(others, default=0))
    return shown[ranked[0]] if ahead and (opens or len(set(first)) >= _LEAST_SHARE * paragraphs) else ""


def _named_in(sentence: Sentence, entities: Entities) -> Iterator[Country]:
    """Yield a country for each time a sentence names it, its people, or by an adjective of it alone."""
    for mention in entities.within(sentence.span.start, sentence.span.end):
        if mention.entity.country is not None:
            yield mention.entity.country
    for token in sentence.tokens:
        found = gazetteer.adjectives().get(token.text, ())
        today = [country for country in found if not country.is_former]
        if len(today) == 1 and token.pos_ == "ADJ":
            yield today[0]
