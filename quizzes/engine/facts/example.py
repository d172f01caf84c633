"""What the article gives as examples of a class: "grains such as rye and barley"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..document import Span
from ..grammar import PRONOUNS, RELATIONAL, children, listed
from ..guards import QUANTIFIERS
from ..rendering import capitalised, render
from .base import Answer, AnswerType, Fact, Level
from .knowledge import Knowledge, make
from .view import View

if TYPE_CHECKING:
    from ..language import Sentence, Token

_LEAVING = QUANTIFIERS | PRONOUNS | RELATIONAL | listed("the other different various certain new more such these those")
_VAGUE = listed(
    "factor thing group part way issue area case example member aspect item element reason people person result effect"
    " work word term event measure service activity source type kind form place"
)
# What belongs to a class of fewer words anybody knows, unless the article has the class from somebody: "so-called".
_OWN_CLASS = 4
_FEWEST_CLASS, _MOST_CLASS, _MOST_ITEM, _MOST_ITEMS = 2, 8, 5, 6
_NOUN = frozenset({"NN", "NNS", "NNP", "NNPS"})


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each "such as" whose class and examples are sure."""
    for token in view.sentence.tokens:
        if token.text.lower() != "as" or token.i == 0 or token.doc[token.i - 1].text.lower() != "such":
            continue
        name = _class(token, view.sentence)
        items = _items(token)
        if name and items:
            yield _fact(name, items, view)


def _class(link: Token, sentence: Sentence) -> list[Token]:
    """Return the plural noun phrase right before "such as", [] where it is no whole one."""
    place = link.i - 2
    if place > sentence.tokens.start and link.doc[place].text == ",":
        place -= 1
    head = link.doc[place]
    if head.tag_ != "NNS" or head.lemma_.lower() in _VAGUE or place < sentence.tokens.start:
        return []
    tokens = [head]
    # Premodifiers alone: an article or a number would make a class of what are single things.
    while tokens[0].i > sentence.tokens.start and link.doc[tokens[0].i - 1] in set(head.lefts):
        tokens.insert(0, link.doc[tokens[0].i - 1])
    whole = all(child in tokens for child in head.lefts)
    plain = all(token.text.lower() not in _LEAVING and token.dep_ not in {"poss", "nummod", "det"} for token in tokens)
    governed = head.dep_ in {"pobj", "conj"} and head.head.text.lower() == "of"
    quoted = any(token.text == '"' for token in tokens)
    fits = (_FEWEST_CLASS if quoted else _OWN_CLASS) <= len(tokens) <= _MOST_CLASS
    return tokens if whole and plain and fits and not governed else []


def _items(link: Token) -> list[list[Token]]:
    """Return the examples after "such as", [] where one of them is no plain noun phrase."""
    first = next(iter(children(link, "pobj")), None)
    heads: list[Token] = []
    while first is not None and len(heads) < _MOST_ITEMS:
        heads.append(first)
        first = next(iter(children(first, "conj")), None)
    items = [_item(head) for head in heads]
    return items if items and all(items) else []


def _item(head: Token) -> list[Token]:
    """Return an example without what it is joined to."""
    joined = {token.i for child in children(head, "conj", "cc", "punct", "preconj") for token in child.subtree}
    tokens = [token for token in head.subtree if token.i not in joined]
    together = all(token.i == tokens[0].i + place for place, token in enumerate(tokens))
    first = tokens[0].text.lower() == "the" and head.tag_ in {"NNP", "NNPS"}
    plain = all(token.text.lower() not in _LEAVING for token in tokens[first:]) and not children(
        head, "relcl", "appos", "acl"
    )
    return tokens if head.tag_ in _NOUN and together and plain and len(tokens) <= _MOST_ITEM else []


def _fact(name: Sequence[Token], items: Sequence[Sequence[Token]], view: View) -> Fact:
    told, texts = render(name, {}).text, [render(item, {}).text for item in items]
    listed_all = " and ".join([", ".join(texts[:-1]), texts[-1]]) if len(texts) > 1 else texts[0]
    verb = "are examples" if len(texts) > 1 else "is an example"
    statement = f"{capitalised(listed_all)} {verb} of {told}."
    stem = f"Which of these does the article give as an example of {told}?"
    answers = tuple(_answer(text, statement, stem, view.knowledge) for text in texts)
    return make(
        view.knowledge, "example", statement, answers, (view.sentence.span,), view.sentence.paragraph,
        weight=0.6, subject=told, relation="exemplify", level=Level.UNDERSTANDING,
    )  # fmt: skip


def _answer(text: str, statement: str, stem: str, knowledge: Knowledge) -> Answer:
    entity = knowledge.named(text)
    start = statement.lower().index(text.lower())
    names = tuple(name for name in entity.names if name != text) if entity else ()
    return Answer(text, AnswerType.EXAMPLE, Span(start, start + len(text)), stem, names, level=Level.UNDERSTANDING)
