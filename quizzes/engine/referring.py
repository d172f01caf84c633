"""What the readers of pronouns and of definite noun phrases share."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Final

from .discourse import Named, Scene, head_nouns
from .entities import Entities, Entity
from .facts.base import AnswerType

if TYPE_CHECKING:
    from .language import Token


class Unknown(Enum):
    """The one value that says: this refers to something, and nobody can be sure to what."""

    UNKNOWN = "unknown"


UNKNOWN: Final = Unknown.UNKNOWN
WINDOW = 2


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a token refers to: `first` token of its expression, `antecedent` in the same sentence if there is one."""

    entity: Entity | Unknown | None
    first: Token | None = None
    antecedent: Token | None = None
    needs_nothing: bool = False


NOTHING: Final = Meaning(None, needs_nothing=True)


@dataclass(slots=True)
class Story:
    """What holds for the whole article: who is in it, what nouns stand for them, the common nouns said so far.

    `introduced` has the nouns told with "a" and the paragraph of each, `pairs` the nouns with a word before them;
    `breaks` are the paragraphs below a heading, where a new story begins; `country` is the land whose affairs are told.
    """

    entities: Entities
    by_head: dict[str, tuple[Entity, ...]]
    said: set[str] = field(default_factory=set)
    introduced: dict[str, int] = field(default_factory=dict)
    pairs: set[tuple[str, str]] = field(default_factory=set)
    breaks: frozenset[int] = frozenset()
    country: str = ""


class Context:
    """A sentence among the ones before it."""

    def __init__(self, told: list[Scene], index: int, story: Story) -> None:
        """Look at sentence `index` of those told."""
        self.told, self.index, self.story = told, index, story
        self.entities, self.said = story.entities, story.said
        self.scene = told[index]

    @cached_property
    def recent(self) -> list[Scene]:
        """The two sentences before in the same paragraph, the nearest first."""
        paragraph = self.scene.sentence.paragraph
        found = self.told[max(0, self.index - WINDOW) : self.index]
        return [scene for scene in reversed(found) if scene.sentence.paragraph == paragraph]

    @cached_property
    def lately(self) -> list[Scene]:
        """The two sentences before, the nearest first, over the break of a paragraph but not over a heading."""
        here = self.scene.sentence.paragraph
        first = max((each for each in self.story.breaks if each <= here), default=0)
        return [scene for scene in self.across if scene.sentence.paragraph >= first]

    @cached_property
    def across(self) -> list[Scene]:
        """The two sentences before, whatever the paragraph, the nearest first."""
        return list(reversed(self.told[max(0, self.index - WINDOW) : self.index]))

    @cached_property
    def _quoted(self) -> frozenset[int]:
        return self.scene.quoted()

    def candidates(self, noun: str) -> tuple[Entity, ...]:
        """Return everyone in the article for whom the noun may stand."""
        return self.story.by_head.get(noun, ())

    def fits(self, entity: Entity, noun: str) -> bool:
        """Tell whether "the <noun>" may stand for the entity."""
        if noun == "state" and entity.type is AnswerType.COUNTRY:
            return entity in self.candidates(noun)
        return noun in head_nouns(entity) or entity in self.candidates(noun)

    def is_dominant(self, entity: Entity, noun: str) -> bool:
        """Tell whether the article speaks far more of its topic than of anything else that the noun fits."""
        others = [other.count for other in self.candidates(noun) if other is not entity]
        return entity is self.entities.topic and entity.count >= max(4, 3 * max(others, default=0))

    def in_quotes(self, token: Token) -> bool:
        """Tell whether the token stands in a quotation, which must stay as it is."""
        return token.i in self._quoted

    def last(self, token: Token) -> Scene | None:
        """Return the sentence right before, over the break of a paragraph as well."""
        return self.lately[0] if self.lately else None

    def named_before(self, token: Token, scenes: list[Scene]) -> list[Named]:
        """Return who is meant in this sentence before the token and in those scenes, the nearest first."""
        found = list(reversed(self.scene.before(token)))
        for scene in scenes:
            found += sorted(scene.named, key=lambda n: -n.start)
        return found

    def named_in_last_paragraphs(self) -> list[Entity]:
        """Return who is meant in this paragraph so far and in the two before."""
        first = self.scene.sentence.paragraph - 2
        found: list[Entity] = []
        for scene in reversed(self.told[: self.index]):
            if scene.sentence.paragraph < first:
                break
            found += [n.entity for n in scene.named]
        return found
