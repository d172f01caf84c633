"""What "the government" or "the museum" means in an article that is about one land, or names but one museum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import gazetteer
from .entities import Entity
from .facts.base import AnswerType
from .lists import word_set

if TYPE_CHECKING:
    from .discourse import Scene
    from .language import Token
    from .referring import Context

_LAND = frozenset({"country", "nation"})
# What each land has one of: of which, the article need not say again.
_OWN = word_set("government parliament")
_NEAR = 4
_ONCE = frozenset({AnswerType.ORGANISATION, AnswerType.PLACE, AnswerType.AGREEMENT, AnswerType.EVENT})


def of_article(noun: str, token: Token, context: Context) -> Entity | None:
    """Return what the whole article leaves no doubt about, None where it does."""
    if noun in _LAND:
        return context.entities.by_name(context.story.country) if _is_at_home(context) else None
    if noun in _OWN and len(token.children) == 1:
        return _own(noun, context) if _is_at_home(context) and not context.candidates(noun) else None
    return _only_one(noun, context)


def _is_at_home(context: Context) -> bool:
    """Tell whether the article is about one land, and nothing around names another."""
    home = context.story.country.removeprefix("the ")
    return bool(home) and all(_lands(scene) <= {home} for scene in (context.scene, *context.across))


def _lands(scene: Scene) -> set[str]:
    named = {each.entity.country.name for each in scene.named if each.entity.country is not None}
    return named | {country for _, country in scene.demonyms}


def _own(noun: str, context: Context) -> Entity | None:
    """Return "the Danish government" with the last sentence that names Denmark or what is Danish."""
    home = gazetteer.country_names()[context.story.country.removeprefix("the ")]
    told = next((scene for scene in reversed(context.told[: context.index]) if home.name in _lands(scene)), None)
    if told is None or not home.adjectives:
        return None
    name = f"{home.adjectives[0]} {noun}"
    return Entity(
        name, AnswerType.ORGANISATION, article=True, heads=frozenset({noun}), country=home, origin=told.sentence.span
    )


def _only_one(noun: str, context: Context) -> Entity | None:
    """Return the one thing of the article whose name ends in the noun, where it was named not long before."""
    known = context.candidates(noun)
    if len(known) != 1 or gazetteer.noun_types().get(noun) is not known[0].type or known[0].type not in _ONCE:
        return None
    near = context.told[max(0, context.index - _NEAR) : context.index]
    named = any(each.entity is known[0] for scene in near for each in scene.named)
    ends = known[0].name.lower().endswith(f" {noun}")
    otherwise = noun in context.story.introduced or any(scene.has_unnamed(noun) for scene in near)
    return known[0] if named and ends and not otherwise else None
