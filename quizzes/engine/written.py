"""How running text writes what an article is about: "the winter storm" of a title, "Dahl's" of a shop."""

from __future__ import annotations

import re
from dataclasses import replace

from .facts.base import AnswerType
from .world import Named

# "Dahl's" is the shop and not its owner where it stands before these more than once, and nearly always has its "'s".
_NAMED_FOR_SOMEBODY = frozenset({AnswerType.ORGANISATION, AnswerType.PERSON, AnswerType.OTHER})
_NO_NOUN = (
    "is|was|has|had|does|did|will|would|can|could|may|might|should|must|in|at|on|for|by|with|from|to|since|and|or|but"
    "|that|which|who|when|where|because|said|says"
)
_TOLD_ALONE, _ALWAYS = 2, 0.9


def in_running_text(title: str, body: str) -> str:
    """Return a title without the capital that it has for being one, where the body has its first word without."""
    first, _, rest = title.partition(" ")
    small = first[:1].lower() + first[1:]
    is_plain = rest.islower() and re.search(rf"(?<![\w-]){re.escape(small)} ", body) is not None
    return f"{small} {rest}" if is_plain else title


def with_its_s(topic: Named, text: str) -> Named:
    """Return what has an "'s" in its name with it: a firm named for somebody, which no noun need follow."""
    if topic.type not in _NAMED_FOR_SOMEBODY:
        return topic
    name = re.escape(topic.text)
    uses, owning = len(re.findall(rf"\b{name}\b", text)), re.findall(rf"\b{name}(['’]s)\b", text)
    alone = re.findall(rf"\b{name}['’]s(?= (?:{_NO_NOUN})\b|[.,;:?!)\"])", text)
    if len(alone) < _TOLD_ALONE or len(owning) < _ALWAYS * uses:
        return topic
    whole = topic.text + owning[0]
    return replace(topic, text=whole, names=(*topic.names, whole))
