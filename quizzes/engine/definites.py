"""Definite noun phrases: "the organization" is the one organization around; what nothing names stays unknown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from . import dominant, gazetteer
from .discourse import Scene
from .entities import Entity
from .facts.base import AnswerType
from .lists import word_set
from .naming import noun_key
from .phrases import introduced, of_same_noun
from .referring import NOTHING, UNKNOWN, Context, Meaning
from .years import relative_year

if TYPE_CHECKING:
    from .language import Token

POINTING = word_set("this that these those such")
WEAK = word_set(
    "same new old other first second third previous next following whole entire small large big main two three "
    "four five current earlier later former present initial final original different various"
)
# What comes after something that the article told before.
FOLLOWING = word_set("resulting ensuing subsequent consequent accompanying said")
MEASURES = frozenset({"QUANTITY", "MONEY", "DATE", "PERCENT", "TIME"})
NEARBY = 6
PAIR = frozenset({"country", "nation", "state"})
FILLERS = word_set("year day time fact way rest end number amount")


def resolve_definite(token: Token, context: Context) -> Meaning | None:
    """Return what "the <noun>" or "this <noun>" means; None when the token heads no phrase that refers back."""
    if token.pos_ not in ("NOUN", "PROPN") or token.i in context.scene.by_token:
        return None
    articles = (c for c in token.lefts if c.dep_ in ("det", "predet") or c.lower_ == "such")
    article = next((c for c in articles if c.lower_ in POINTING | {"the", "both"}), None)
    if article is None or context.entities.covering(
        context.scene.sentence.start(token), context.scene.sentence.end(token)
    ):
        return None
    points = article.lower_ in POINTING
    joined = article.lower_ == "both" and any(c.dep_ == "conj" for c in token.children)
    beside = context.entities.covering(context.scene.sentence.end(token) + 1, context.scene.sentence.end(token) + 2)
    if (
        joined
        or (beside and not points)
        or relative_year(context.scene.sentence.tokens, token.i - context.scene.sentence.tokens.start)
    ):
        return None
    if _stands_alone(token, article, points):
        return None
    longer = _of_longer_name(token, article, context)
    if longer is not None:
        return Meaning(longer, first=_first(token))
    if not points and _is_narrowed(token, article):
        return Meaning(UNKNOWN, first=_first(token)) if _takes_up(token, context) else None
    pair = _pair(token, context)
    if pair or _counts_two(token):
        return Meaning(pair or UNKNOWN, first=_first(token))
    if not points and _is_generic(token, context):
        return NOTHING
    return _matched(token, _first(token), points, context)


def _stands_alone(token: Token, article: Token, points: bool) -> bool:
    """Tell whether the phrase says itself which one is meant: "the renewal of the treaty", "the Kazakh operation"."""
    children = [c for c in token.children if c.i != article.i]
    if any(c.dep_ in ("relcl", "acl") or (c.dep_ == "prep" and c.i > token.i and not points) for c in children):
        return True
    named = [c for c in children if c.i < token.i and (c.pos_ == "PROPN" or c.ent_type_ or c.text[0].isupper())]
    if any(c.dep_ == "poss" or c.dep_ in ("compound", "amod", "nmod") for c in named if c.pos_ != "NUM"):
        return True
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if following.text in ('"', "'", "(") and not points:
        return True
    return token.ent_type_ in MEASURES


def _is_narrowed(token: Token, article: Token) -> bool:
    """Tell whether a word before the noun says which: "the stone bridge", not "the second bridge"."""
    before = [c for c in token.children if c.i != article.i and c.i < token.i]
    return any(c.dep_ in ("amod", "compound", "nmod") and c.lower_ not in WEAK for c in before)


def _of_longer_name(token: Token, article: Token, context: Context) -> Entity | None:
    """Return the one thing named before whose name ends in the phrase: "the food bank" after "Hull Food Bank"."""
    before = [child for child in token.lefts if child.i != article.i]
    words = [*before, token]
    joined = words[-1].i - words[0].i + 1 == len(words) and all(child.dep_ == "compound" for child in before)
    if not before or not joined or token.tag_ not in ("NN", "NNP"):
        return None
    tail = " " + " ".join(word.lower_ for word in words)
    found = [entity for entity in context.entities.all if any(name.lower().endswith(tail) for name in entity.names)]
    told = (
        any(found[0] is each.entity for scene in context.told[: context.index] for each in scene.named)
        if found
        else False
    )
    return found[0] if len(found) == 1 and told and found[0].type is not AnswerType.PERSON else None


def _takes_up(token: Token, context: Context) -> bool:
    """Tell whether the article told of one before by the noun: "the stone bridge" after "a bridge of stone".

    What it has told by the same words, it may mean as a kind in the present: "the stone bridge needs no paint".
    """
    if any(child.lower_ in FOLLOWING for child in token.children):
        return True
    noun, story = token.lemma_.lower(), context.story
    told = story.introduced.get(noun, -NEARBY)
    near = context.scene.sentence.paragraph - told < NEARBY
    if token.tag_ != "NN" or not near or noun in gazetteer.unique_nouns() or _is_whole(token):
        return False
    same = any((child.lower_, noun) in story.pairs for child in token.lefts if child.dep_ != "det")
    return not same or any(verb.tag_ == "VBD" for verb in token.ancestors)


def _is_whole(token: Token) -> bool:
    return any(child.lower_ in {"entire", "whole", "only"} for child in token.lefts)


def _first(token: Token) -> Token:
    """Return where the phrase starts; "nearly all" of "nearly all the country" stays."""
    article = next((c for c in token.lefts if c.lower_ in POINTING | {"the"} and c.dep_ in ("det", "amod")), None)
    return article or token.doc[token.left_edge.i]


def _counts_two(token: Token) -> bool:
    words = {c.lower_ for c in token.lefts}
    return token.tag_ == "NNS" and bool(words & {"two", "both"})


def _pair(token: Token, context: Context) -> Entity | None:
    """Return the two that "the two countries" are: the two that the sentence before (or this one so far) names."""
    if not _counts_two(token) or token.lemma_.lower() not in PAIR:
        return None
    told = [(context.scene, context.scene.before(token)), *((scene, scene.named) for scene in context.recent[:1])]
    for scene, named in told:
        found = list(dict.fromkeys(n.entity for n in named if n.entity.type is AnswerType.COUNTRY))
        if len(found) == 2:
            first, second = found
            origin = scene.sentence.span if scene is not context.scene else None
            both = f"{first.shown} and {second.shown}"
            return replace(
                first, name=both, aliases=(), article=False, plural=True, country=None, count=0, origin=origin
            )
        if found:
            return None
    return None


def _is_generic(token: Token, context: Context) -> bool:
    """Nothing before is meant: one of its kind in the world, or the article's first word of it."""
    noun = token.lemma_.lower()
    if token.lower_ in gazetteer.unique_nouns() or noun in gazetteer.unique_nouns() or noun in FILLERS:
        return True
    if context.candidates(noun_key(noun)) or noun in gazetteer.noun_types():
        return False
    return not _said_before(token, context)


def _said_before(token: Token, context: Context) -> bool:
    """Tell whether the noun occurred in an earlier sentence and not in this one before the phrase."""
    noun = token.lemma_.lower()
    here = any(t.lemma_.lower() == noun for t in context.scene.sentence.tokens if t.i < token.i and t.pos_ == "NOUN")
    return not here and noun in context.said


def _matched(token: Token, first: Token, points: bool, context: Context) -> Meaning:
    noun = token.lemma_.lower()
    # "Like other museums, the museum is free": one is not all of those.
    several = token.tag_ in ("NNS", "NNPS")
    before = [t for t in context.scene.sentence.tokens if t.i < first.i and t.pos_ == "NOUN"]
    here = next((t for t in before if t.lemma_.lower() == noun and (several or t.tag_ != "NNS")), None)
    if several and not context.candidates(noun_key(token.lower_)):
        phrase = of_same_noun(token, context) if here is None else None
        return Meaning(phrase or (UNKNOWN if here is None else None), first=first, antecedent=here)
    wanted = noun_key(token.lower_ if several else noun)
    entity, antecedent = _candidate(wanted, token, first, points, context)
    if antecedent is None and _is_said_otherwise(token, context):
        entity = None
    if entity is None and here is not None:
        return Meaning(None, first=first, antecedent=here)
    entity = entity or of_same_noun(token, context) or introduced(token, context)
    if antecedent is None and not points and not several:
        entity = entity or _over_a_break(wanted, context) or dominant.of_article(wanted, token, context)
    return Meaning(entity or UNKNOWN, first=first, antecedent=antecedent)


def _over_a_break(noun: str, context: Context) -> Entity | None:
    """Return the one thing that the noun fits which the end of the paragraph before names, where this one opens."""
    if context.recent or noun in PAIR or noun not in gazetteer.noun_types():
        return None
    fitting = {named.entity for scene in context.lately for named in scene.named if context.fits(named.entity, noun)}
    only = next(iter(fitting), None)
    others = [other for other in context.candidates(noun) if other is not only and only and other.count >= only.count]
    told_otherwise = any(scene.has_unnamed(noun) for scene in context.lately)
    return only if len(fitting) == 1 and not others and not told_otherwise else None


def _is_said_otherwise(token: Token, context: Context) -> bool:
    """Tell whether the sentence before has the noun for something without a name: "the park around the palace"."""
    before = context.recent[0] if context.recent else None
    return before is not None and any(
        each.lemma_ == token.lemma_
        and each.tag_ == token.tag_
        and each.i not in before.by_token
        and each.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")
        for each in before.sentence.tokens
    )


def _candidate(
    noun: str, token: Token, first: Token, points: bool, context: Context
) -> tuple[Entity | None, Token | None]:
    """Return the one entity around that the noun fits, and where this sentence names it."""
    here = [n for n in context.scene.before(token) if n.token.i < first.i and context.fits(n.entity, noun)]
    recent = [n for scene in context.recent for n in scene.named if context.fits(n.entity, noun)]
    around = list(dict.fromkeys(n.entity for n in (*here, *recent)))
    topic = context.entities.topic
    continued = None if here else (_continued(noun, token, context) or _of_topic(noun, around, token, context))
    if continued is not None and not points:
        return (continued, None)
    near_only = len({n.entity for n in here}) == 1 and (noun in PAIR or here[0].entity == topic)
    if near_only:
        around = [here[-1].entity]
    scenes = [context.scene] if near_only else [context.scene, *context.recent[:1]]
    if noun in PAIR and _foreign(around, scenes, token, here[-1].token.i if near_only else -1):
        return (None, None)
    if len(around) == 1:
        only = around[0]
        others = [e for e in context.candidates(noun) if e != only and e.count >= max(2, only.count)]
        rival = (
            not here
            and noun not in PAIR
            and bool(others or (topic is not None and only != topic and context.fits(topic, noun)))
        )
        place = next((n.token for n in here if n.entity == only), None)
        return (None, None) if rival else (only, place)
    if around or points:
        return (None, None)
    if topic and context.fits(topic, noun):
        return (None if _rival_of_topic(noun, topic, token, context) else topic, None)
    known = context.candidates(noun)
    often = 2 if len(known) == 1 and known[0].name.lower().endswith(f" {noun}") else 3
    sure = (
        len(known) == 1
        and noun not in PAIR
        and known[0].count >= often
        and known[0] in context.named_in_last_paragraphs()
    )
    return (known[0], None) if sure else (None, None)


def _continued(noun: str, token: Token, context: Context) -> Entity | None:
    """Return the subject of the sentence before, by its own noun, where this sentence goes on about it as its subject.

    "Lake Constance has three parts. The lake lies near the Alps", whatever other lakes were named before.
    """
    previous, main = context.last(token), context.scene.subject()
    subject = previous.subject() if previous else None
    if previous is None or subject is None or main is None or main.i != token.i or noun in PAIR:
        return None
    entity = previous.by_token.get(subject.i)
    if entity is None or entity.type is not AnswerType.PLACE or not context.fits(entity, noun):
        return None
    rivals = {named.entity for named in previous.named if context.fits(named.entity, noun)} - {entity}
    return None if rivals or any(child.dep_ == "conj" for child in subject.children) else entity


def _of_topic(noun: str, around: list[Entity], token: Token, context: Context) -> Entity | None:
    """Return the topic where it is by far the first of its kind and the sentence before is about no rival."""
    topic = context.entities.topic
    if topic is None or noun in PAIR or not context.fits(topic, noun) or not context.is_dominant(topic, noun):
        return None
    if _rival_of_topic(noun, topic, token, context):
        return None
    before = context.recent[0] if context.recent else None
    subject = before.subject() if before else None
    told_of = before.by_token.get(subject.i) if before and subject is not None else None
    return None if (told_of in around and told_of is not topic) or _tells_of_another(topic, noun, context) else topic


def _tells_of_another(topic: Entity, noun: str, context: Context) -> bool:
    """Tell whether the paragraph had another of the kind as its subject since it named the topic."""
    for scene in reversed(context.told[: context.index]):
        if scene.sentence.paragraph != context.scene.sentence.paragraph:
            return False
        subject = scene.subject()
        told_of = scene.by_token.get(subject.i) if subject is not None else None
        if told_of is not None and told_of is not topic and context.fits(told_of, noun):
            return True
        if topic in scene.by_token.values():
            return False
    return False


def _rival_of_topic(noun: str, topic: Entity, token: Token, context: Context) -> bool:
    """Tell whether the paragraph so far names one other thing by its noun later than the topic: "the Blue Line".

    "Blue Line" and "Oslo Blue Line" are one. What a paragraph opens with as its object, the one before it may name.
    """
    subject = context.scene.subject()
    goes_on = not context.recent and (subject is None or subject.i != token.i)
    first = context.scene.sentence.paragraph - goes_on
    for scene in reversed(context.told[: context.index]):
        if scene.sentence.paragraph < first:
            break
        named = {each.entity for each in scene.named}
        if topic in named:
            return False
        rivals = {each.entity for each in scene.named if noun == each.token.lower_ or _has_noun(each.entity, noun)}
        if rivals:
            return len([each for each in rivals if not _is_end_of_another(each, rivals)]) == 1
    return False


def _is_end_of_another(entity: Entity, others: set[Entity]) -> bool:
    return any(other.name.endswith(f" {entity.name}") for other in others)


def _has_noun(entity: Entity, noun: str) -> bool:
    """Tell whether one of a thing's names has the noun."""
    return any(noun in name.lower().split() for name in entity.names)


def _foreign(around: list[Entity], scenes: list[Scene], token: Token, after: int) -> bool:
    """Tell whether an adjective of another country is a rival: "the country" after "Russian troops"."""
    names = {entity.name for entity in around}
    here = scenes[0].sentence.tokens
    for scene in scenes:
        for i, country in scene.demonyms:
            is_before = scene.sentence.tokens is not here or after < i < token.i
            if is_before and country not in names:
                return True
    return False
