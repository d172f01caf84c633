"""Who held which post, and who somebody was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..document import Span
from ..grammar import is_proper, listed
from ..parts import Role
from ..timing import moment
from .base import Answer, AnswerType, Fact, Pair
from .knowledge import make
from .told import Told
from .view import View

if TYPE_CHECKING:
    from ..entities import Entity
    from ..language import Token

_POSTS = listed(
    "president minister premier chancellor king queen emperor empress pope governor mayor senator ambassador secretary"
    " commissioner director chairman chairwoman chair chief general admiral commander judge justice bishop archbishop"
    " ceo executive officer speaker treasurer chancellor prince princess duke sultan shah tsar caliph pharaoh leader"
)
# Of which state or city the article has told before.
_PASSING = frozenset({"former", "then", "late", "ex", "future", "acting", "then-president", "state", "city", "county"})


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each person's post."""
    for told in view.told:
        if told.clause.verb.lemma_ == "be" and not told.clause.negated:
            fact = _told_of_person(told)
            if fact:
                yield fact
        for entity, title, where in _titles(told):
            yield _post(told, entity, title, where)


def _told_of_person(told: Told) -> Fact | None:
    """Ask who somebody was that "was an English mathematician", or who "was the first president"."""
    subject, attributes = told.clause.subject, told.clause.of(Role.ATTRIBUTE)
    person = told.entity(subject.tokens)
    if person is None or person.type is not AnswerType.PERSON or len(attributes) != 1:
        return None
    part = attributes[0]
    first = part.tokens[0].text.lower()
    text = told.text(part.tokens)
    if first in {"a", "an"}:
        answers = [told.answer(part.tokens, AnswerType.ROLE, told.ask("who", part), anchored=True)]
    elif first == "the":
        # "The only child" is many a person's description, "the only child of Ida Moe" one's.
        stem = told.ask_subject("who") if any(map(is_proper, part.tokens)) else ""
        answers = [told.answer(subject.tokens, AnswerType.PERSON, stem)]
    else:
        return None
    return told.fact("role", answers, pair=Pair("person-role", told.text(subject.tokens), text), weight=0.9)


def _titles(told: Told) -> Iterator[tuple[Entity, Sequence[Token], str]]:
    """Yield each person that the clause names with a post in front: "Deputy Prime Minister Yury Borisov"."""
    sentence = told.sentence
    shown = {token.i for token in told.clause.tokens()}
    for mention in told.knowledge.entities.within(sentence.span.start, sentence.span.end):
        if mention.entity.type is not AnswerType.PERSON or not mention.entity.role:
            continue
        name = [t for t in sentence.tokens if mention.span.start <= sentence.start(t) < mention.span.end]
        if not name or name[0].i not in shown:
            continue
        title: list[Token] = []
        token = name[0]
        while token.i > sentence.tokens[0].i:
            token = token.doc[token.i - 1]
            if token.tag_ not in {"NNP", "NN", "JJ", "NNPS"} or token.i not in shown:
                break
            title.insert(0, token)
        words = {each.text.lower() for each in title}
        if words & _POSTS and not words & _PASSING and title[-1].text.lower() in _POSTS:
            where = _realm(told, name[-1])
            if where or (len(title) > 1 and title[0].ent_type_ in {"NORP", "GPE", "ORG"}):
                yield mention.entity, title, where


def _realm(told: Told, name: Token) -> str:
    """Return " of Belarus" where the name is followed by it."""
    after = name.doc[name.i + 1 : name.i + 4]
    if len(after) < 2 or after[0].text != "of":
        return ""
    found = told.knowledge.entities.covering(told.sentence.start(after[-1]), told.sentence.end(after[-1]))
    found = found or told.knowledge.entities.covering(told.sentence.start(after[1]), told.sentence.end(after[1]))
    known = found is not None and found.entity.type is AnswerType.COUNTRY
    return f" of {found.entity.shown}" if known and found is not None else ""


def _post(told: Told, entity: Entity, title: Sequence[Token], where: str) -> Fact:
    post = "".join(token.text + token.whitespace_ for token in title).strip() + where
    when = _time(told)
    statement = f"{entity.name} held the post of {post}{when}."
    start = len(f"{entity.name} held the post of ")
    who = Answer(
        entity.name, AnswerType.PERSON, Span(0, len(entity.name)), f"Who held the post of {post}{when}?", entity.aliases
    )
    what = Answer(post, AnswerType.ROLE, Span(start, start + len(post)), f"What post did {entity.name} hold{when}?")
    return make(
        told.knowledge, "role", statement, (who, what), told.evidence, told.sentence.paragraph,
        names=entity.names, pair=Pair("person-role", entity.name, post), weight=0.7,
        subject=entity.name, relation="hold",
    )  # fmt: skip


def _time(told: Told) -> str:
    dated = [
        part
        for part in told.clause.of(Role.TIME)
        if moment(part.tokens) and part.tokens[0].text.lower() in {"in", "on"}
    ]
    if len(dated) != 1:
        return ""
    words = "".join(token.text + token.whitespace_ for token in dated[0].tokens).strip()
    return " " + words[:1].lower() + words[1:]
