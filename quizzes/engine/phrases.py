"""Noun phrases that a later sentence takes up and that stand by themselves: "wound infections ... These infections".

A phrase becomes an Entity of the moment: its name is the phrase as written, its origin the sentence that has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .discourse import Scene, is_person_noun
from .entities import Entity
from .facts.base import AnswerType
from .lists import word_set

if TYPE_CHECKING:
    from .language import Token
    from .referring import Context

LONGEST = 9
LONGEST_NAME = 4
NAMING = word_set("call know name term")
POINTING = word_set("this that these those such")
EMPTY = word_set(
    "thing way part number kind type form case example reason result fact time year day people person man woman one "
    "change effect move step idea issue problem lot majority many some most other others such rest group side end"
)
OPEN = word_set(
    "a an this that these those some any many most several few no each every both all other another such various "
    "certain more fewer less much half either neither same own"
)
ROLES = word_set("nsubj nsubjpass dobj dative oprd")
NEAR = word_set("by with for to against like from between among into")
BOUND = word_set("det nummod quantmod punct")
PRONOMINAL = frozenset({"PRP", "PRP$", "WP", "WP$", "EX"})


def continued(kind: str, context: Context) -> Entity | None:
    """Return the phrase that the sentence before is about, which "they" or "it" as the main subject goes on with."""
    previous = context.lately[0] if context.lately else None
    subject = previous.subject() if previous else None
    if previous is None or subject is None or subject.i in previous.by_token:
        return None
    if (subject.tag_ == "NNS") is not (kind == "several") or (kind == "thing" and is_person_noun(subject.lemma_)):
        return None
    if _has_rival(previous, subject) or any(c.lower_ in ("must", "should") for c in subject.head.children):
        return None
    return phrase(subject, previous, context)


def called(kind: str, scene: Scene) -> Entity | None:
    """Return what a sentence says its subject is called, which "it" goes on with: "The path is called Long Mile"."""
    verb = scene.sentence.tokens.root
    if kind != "thing" or verb.lemma_ not in NAMING or not any(c.dep_ == "nsubjpass" for c in verb.children):
        return None
    behind = [c for c in verb.children if c.i > verb.i]
    names = [c for c in behind if c.dep_ == "oprd"]
    names += [inner for c in behind if c.lower_ == "as" for inner in c.children if inner.dep_ == "pobj"]
    tokens = list(names[0].subtree) if len(names) == 1 and names[0].tag_ in ("NN", "NNP") else []
    text = "".join(token.text_with_ws for token in tokens).strip()
    whole = 0 < len(tokens) <= LONGEST_NAME and tokens[-1].i - tokens[0].i + 1 == len(tokens)
    plain = all(token.is_alpha and token.lower_ not in OPEN and token.tag_ not in PRONOMINAL for token in tokens)
    if not whole or not plain or (tokens[0].lower_ == "the" and len(tokens) == 1):
        return None
    return scene.by_token.get(names[0].i) or Entity(text, AnswerType.TERM, origin=scene.sentence.span)


def of_same_noun(token: Token, context: Context) -> Entity | None:
    """Return the one phrase with the same noun that the last sentences have, for "these infections", "this theorem"."""
    if any((c.dep_ not in BOUND and c.lower_ != "such") or c.tag_ == "CD" for c in token.children):
        return None
    found = [
        (each, scene)
        for scene in context.lately
        for each in scene.sentence.tokens
        if each.lemma_ == token.lemma_ and each.tag_ == token.tag_ and each.dep_ not in ("compound", "nmod", "poss")
    ]
    phrases = [_taken_up(each, scene, context) for each, scene in found]
    names = {each.name if each else "" for each in phrases}
    points = any(child.lower_ in POINTING for child in token.children)
    return phrases[0] if len(names) == 1 and (points or min(names).startswith("the ")) else None


def introduced(token: Token, context: Context) -> Entity | None:
    """Return what the last sentences introduce by a noun and a name with it: "a study by the University of Hull"."""
    if token.tag_ != "NN" or any(child.dep_ not in BOUND or child.tag_ == "CD" for child in token.children):
        return None
    found = [
        (each, scene)
        for scene in context.lately
        for each in scene.sentence.tokens
        if each.lemma_ == token.lemma_ and each.pos_ == "NOUN" and each.dep_ not in ("compound", "nmod")
    ]
    if len(found) != 1 or found[0][0].tag_ != "NN":
        return None
    noun, scene = found[0]
    is_told = noun.dep_ in ROLES or (noun.dep_ == "pobj" and noun.head.lower_ == "by")
    article = next((c for c in noun.children if c.dep_ == "det" and c.lower_ in ("a", "an") and is_told), None)
    tokens = list(_named_part(noun, scene)) if article is not None else []
    if not tokens or article is None or tokens[0].i != article.i:
        return None
    text = "the " + "".join(each.text_with_ws for each in tokens[1:]).strip()
    heads = frozenset({noun.lemma_.lower()})
    return Entity(text, AnswerType.TERM, heads=heads, origin=scene.sentence.span)


def _named_part(noun: Token, scene: Scene) -> Iterator[Token]:
    """Yield a phrase with the names that tell it from others, nothing where it has none or much else."""
    tokens = list(_tokens(noun))
    names = [t for t in tokens if t.i in scene.by_token or t.tag_ in ("NNP", "NNPS")]
    whole = tokens[-1].i - tokens[0].i + 1 == len(tokens) <= LONGEST
    hanging = any(t.i in scene.quoted() or t.lower_ in ("like", "such") for t in tokens)
    hanging |= any(t.i in scene.linked or t.tag_ in PRONOMINAL or t.text in '";:(),' for t in tokens)
    told = any(t.dep_ in ("relcl", "advcl", "cc", "conj") or t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in tokens)
    if names and whole and not hanging and not told:
        yield from tokens


def _taken_up(noun: Token, scene: Scene, context: Context) -> Entity | None:
    """Return what a noun of an earlier sentence names; said of a subject, it means the subject."""
    if noun.dep_ == "attr":
        return None
    central = noun.dep_ in ROLES or (noun.dep_ == "pobj" and noun.head.lower_ in ("by", "for"))
    found = phrase(noun, scene, context)
    pointed = found is not None and found.name.startswith("the ")
    return found if central or (pointed and noun.head.lower_ in ("after", "following", "with", "of")) else None


def phrase(head: Token, scene: Scene, context: Context) -> Entity | None:
    """Return what a noun and its modifiers name, None where they say too little to stand by themselves."""
    tokens = list(_tokens(head))
    if not 1 <= len(tokens) <= LONGEST or not _is_whole(head, tokens, scene):
        return None
    first = tokens[0]
    text = "".join(token.text_with_ws for token in tokens).strip()
    if first.i == scene.sentence.tokens.start and not _is_name(first, context, scene):
        text = text[0].lower() + text[1:]
    people = head.tag_ == "NNS" and is_person_noun(head.lemma_.lower())
    kind = AnswerType.PEOPLE if people else AnswerType.TERM
    return Entity(
        text, kind, plural=head.tag_ == "NNS", heads=frozenset({head.lemma_.lower()}), origin=scene.sentence.span
    )


def _is_name(token: Token, context: Context, scene: Scene) -> bool:
    place = scene.sentence.start(token)
    return token.tag_ in ("NNP", "NNPS") or context.entities.covering(place, place + len(token.text)) is not None


def _tokens(head: Token) -> Iterator[Token]:
    """Yield the phrase without what only comments on it: appositions, clauses behind a comma, parentheses."""
    aside = {
        inner.i
        for child in head.children
        if child.dep_ in ("appos", "punct") or (child.dep_ in ("relcl", "acl") and child.left_edge.nbor(-1).text == ",")
        for inner in child.subtree
    }
    return (token for token in head.subtree if token.i not in aside)


def _is_whole(head: Token, tokens: list[Token], scene: Scene) -> bool:
    if (
        head.tag_ not in ("NN", "NNS")
        or head.lemma_.lower() in EMPTY
        or any(c.dep_ in ("conj", "cc") for c in head.children)
    ):
        return False
    if tokens[-1].i - tokens[0].i + 1 != len(tokens) or any(
        t.i in scene.linked or t.tag_ in PRONOMINAL for t in tokens
    ):
        return False
    if any(t.text in '";:()' or t.tag_ == "CD" or (t.dep_ == "relcl" and t.i > head.i) for t in tokens):
        return False
    articles = [
        c.lower_ for c in head.children if c.dep_ in ("det", "predet", "amod", "poss") and c.lower_ in OPEN | {"the"}
    ]
    of_a_name = {c.dep_ for c in head.lefts if c.i in scene.by_token or c.tag_ == "NNP"}
    if not articles:
        return head.tag_ == "NNS" or "poss" in of_a_name
    return articles == ["the"] and (
        bool(of_a_name & {"compound", "nmod"}) or any(c.dep_ == "prep" and c.lower_ == "of" for c in head.rights)
    )


def _has_rival(scene: Scene, subject: Token) -> bool:
    """Tell whether something else of the same number may be meant as well."""
    plural = subject.tag_ == "NNS"
    for token in scene.sentence.tokens:
        same = token.dep_ in ("oprd", "attr") and token.head is subject.head
        if token.i == subject.i or same or token.pos_ not in ("NOUN", "PROPN"):
            continue
        entity = scene.by_token.get(token.i)
        narrows = token.dep_ == "compound" and not token.head.tag_.startswith("NNP")
        if narrows or (entity is not None and entity.type is AnswerType.PERSON):
            continue
        if (
            (entity.plural if entity else token.tag_ in ("NNS", "NNPS"))
            or any(c.dep_ == "conj" for c in token.children)
        ) is not plural:
            continue
        inside = token in subject.subtree
        placed = token.dep_ in ROLES or (token.dep_ == "pobj" and token.head.lower_ in NEAR)
        if (inside and (plural or entity is not None)) or (placed and not inside):
            return True
    return False
