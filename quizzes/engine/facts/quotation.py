"""Who said what, in the very words: a quotation is a fact only as its speaker's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .. import gazetteer, wording
from ..document import Span
from ..grammar import DISCOURSE, NOUNS, SUBJECTS, has_child, is_person, is_verb
from ..guards import COMPLETING, WEAK
from ..words import fold, telling
from . import speech
from .base import Answer, AnswerType, Fact, Pair
from .knowledge import Knowledge, make
from .view import View

if TYPE_CHECKING:
    from ..entities import Entity
    from ..language import Sentence, Token

# The others carry on from something said before, or name whom it was said to.
_OWN = frozenset({"wrote", "argued", "warned", "claimed", "insisted", "announced", "declared", "predicted", "admitted"})
_POINTING = frozenset(
    str.split("he she it they him them his her hers its their theirs this that these those here there then such")
)
_FEWEST_WORDS, _MOST_WORDS, _FEWEST_TELLING, _SURELY_TELLING = 6, 30, 4, 6
_MOST_LINES = 2
_OPEN = re.compile(
    r"\b(?:says|said|proposed|argued|wrote|asked)\b|\b(?:all|both) (?:two|three|four|five)\b"
    r"|\bdo(?:es|ing)? (?:more|less|better|so|the same)\b(?=[.,;]?$)"
    r"|[?…\[\]()]|\.\.| - |--|(?<!s)'\s|\s'|[–—-]'"
)
# What these mean only the day, the place and the company tell in which it was said.
_DEICTIC = re.compile(
    r"\b(?:now|nowadays|today|tonight|tomorrow|yesterday|ago|(?:last|next|this) (?:year|week|month|season)"
    r"|these days|one of the things|so far)\b",
    re.I,
)
_WITH_US = frozenset(str.split("we us our you your"))
_SAYS_ENOUGH = 6
_PERSONAL = frozenset({"PRP", "PRP$"})
_SOMEBODY = frozenset(str.split("someone somebody anyone anybody everyone everybody nobody person people"))
# It is one of these to do something: "it is a mistake to wait".
_JUDGED = frozenset(str.split("right duty mistake pleasure honour honor privilege shame crime job task"))
_LEADS = frozenset({"but", "and"})
# Of what they are, the speaker had said before: "the benefits", "the results".
_RELATED = frozenset(
    str.split(
        "benefit effect result consequence cause risk danger advantage disadvantage cost problem change rule issue"
        " reason solution difference impact process decision damage money subject"
    )
)


@dataclass(frozen=True, slots=True)
class _Line:
    """One sentence of a quotation that stands alone."""

    speaker: Entity
    verb: str
    words: str
    evidence: tuple[Span, ...]
    personal: bool


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each of the first sentences that a speaker named here said and that stand alone."""
    spoken = speech.find(view.sentence, view.knowledge)
    if spoken is None:
        return
    lines = [line for passage in spoken.passages for line in _lines(passage)]
    alone = [line for line in lines if _stands_alone(line, view.sentence, view.knowledge) and _is_new(line, view)]
    for line in alone[:_MOST_LINES]:
        yield _fact(_line(line, spoken, view), view)


def _is_new(line: Sequence[Token], view: View) -> bool:
    """Say whether the article has not quoted the same words before."""
    first, last = view.sentence.start(line[0]), view.sentence.end(line[-2])
    text = view.knowledge.document.text
    return text.find(text[first:last]) == first


def _lines(passage: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the sentences of a quotation, each without what links it to the one before."""
    part: list[Token] = []
    for token in passage:
        part.append(token)
        if token.text in {".", "!", "?"} or token is passage[-1]:
            yield _without_lead(part)
            part = []


def _without_lead(part: list[Token]) -> list[Token]:
    """Take off "But" and "And"; what is left are still the very words."""
    words = [token.text.lower() for token in part[:2]]
    if words[:1] and words[0] in _LEADS:
        return part[2:] if words[1:] == [","] else part[1:]
    return part


def _line(tokens: Sequence[Token], spoken: speech.Speech, view: View) -> _Line:
    sentence, knowledge = view.sentence, view.knowledge
    spans = {sentence.span, *_holding(tokens, sentence, knowledge)}
    far = knowledge.naming(spoken.speaker.name, sentence)
    spans |= {far} if far else set()
    verb = spoken.verb.text.lower()
    words = "".join(token.text_with_ws for token in tokens).strip(" ,.!")
    personal = any(token.tag_ in _PERSONAL for token in tokens)
    shown = words[:1].upper() + words[1:]
    return _Line(spoken.speaker, verb if verb in _OWN else "said", shown, tuple(sorted(spans)), personal)


def _holding(tokens: Sequence[Token], sentence: Sentence, knowledge: Knowledge) -> Iterator[Span]:
    """Yield the sentences that these words stand in."""
    first, last = sentence.start(tokens[0]), sentence.end(tokens[-1])
    for other in knowledge.parsed.sentences:
        if other.span.start < last and first < other.span.end:
            yield other.span


def _fact(line: _Line, view: View) -> Fact:
    name = _shown(line.speaker)
    statement = f'{name} {line.verb}, "{line.words}."'
    wh = wording.asking(line.speaker.type, line.speaker.heads, name)
    who = Answer(
        name, line.speaker.type, Span(0, len(name)), f'{wh.capitalize()} {line.verb}, "{line.words}"?',
        tuple(each for each in line.speaker.names if each != name),
    )  # fmt: skip
    pair = Pair("speaker-words", name, f'"{line.words}"')
    return make(
        view.knowledge, "quotation", statement, (who,), line.evidence, view.sentence.paragraph,
        names=line.speaker.names, pair=None if line.personal else pair, weight=0.6, subject=name, relation="say",
    )  # fmt: skip


def _shown(entity: Entity) -> str:
    shown = entity.shown
    return shown[:1].upper() + shown[1:]


def _stands_alone(part: Sequence[Token], sentence: Sentence, knowledge: Knowledge) -> bool:
    text = "".join(token.text_with_ws for token in part).strip()
    words = text.split()
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS or len(telling(text)) < _FEWEST_TELLING or _OPEN.search(text):
        return False
    if _DEICTIC.search(text) or (_WITH_US & set(fold(text).split()) and len(telling(text)) < _SAYS_ENOUGH):
        return False
    if not any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in part):
        return False
    if part[0].text.lower() in DISCOURSE | {"or", "also", "because", "like", "which"}:
        return False
    generic = len(telling(text)) >= _SURELY_TELLING
    return not any(_hangs(token, part, sentence, knowledge, generic=generic) for token in part)


def _hangs(token: Token, part: Sequence[Token], sentence: Sentence, knowledge: Knowledge, *, generic: bool) -> bool:
    """Say whether a word of the quotation means something that stands outside it."""
    word = token.text.lower()
    if word == "the":
        return _is_bare(token.head, sentence, knowledge, generic=generic)
    if word not in _POINTING or token.tag_ in {"IN", "WDT", "EX"}:
        return False
    if word == "it" and (knowledge.references.is_empty(token) or _announces(token)):
        return False
    return token.tag_ not in _PERSONAL or not _meant_within(token, part, sentence, knowledge)


def _announces(it: Token) -> bool:
    """Say whether "it" only announces what follows: "it is hard to imagine", "it is our duty to help"."""
    verb = it.head
    if verb.lemma_ != "be" or it.dep_ not in SUBJECTS:
        return False
    judged = [child for child in verb.children if child.dep_ in {"acomp", "attr"}]
    plain = [each for each in judged if each.dep_ == "acomp" or each.lemma_ in _JUDGED]
    clauses = [child for each in (verb, *plain) for child in each.children if child.dep_ in {"xcomp", "acl", "advcl"}]
    return bool(plain) and any(child.tag_ == "VB" and has_child(child, "aux") for child in clauses)


def _meant_within(pronoun: Token, part: Sequence[Token], sentence: Sentence, knowledge: Knowledge) -> bool:
    """Say whether the quotation itself names, before a pronoun, what it may mean."""
    word = pronoun.text.lower()
    before = [token for token in part if token.i < pronoun.i and not _is_of_its_clause(token, pronoun)]
    if word in {"they", "them", "their", "theirs"}:
        plural = [token for token in before if token.tag_ in {"NNS", "NNPS"}]
        central = any(token.dep_ in SUBJECTS or is_person(token) for token in plural)
        only = word == "they" and len({token.lemma_ for token in plural}) == 1
        return central or only or any(token.text.lower() in _SOMEBODY for token in before)
    if word in {"it", "its"}:
        return any(token.tag_ in NOUNS and token.dep_ in SUBJECTS for token in before)
    return any(_is_somebody(token, sentence, knowledge) for token in before)


def _is_of_its_clause(noun: Token, pronoun: Token) -> bool:
    """Say whether a noun is the subject of what a pronoun completes, which means something else: "is part of it"."""
    if pronoun.tag_ == "PRP$" or pronoun.dep_ in SUBJECTS or noun.dep_ not in SUBJECTS:
        return False
    return noun.head is next((above for above in pronoun.ancestors if is_verb(above)), None)


def _is_somebody(token: Token, sentence: Sentence, knowledge: Knowledge) -> bool:
    named = knowledge.entities.covering(sentence.start(token), sentence.end(token))
    is_named = named is not None and named.entity.type is AnswerType.PERSON
    return is_named or token.text.lower() in _SOMEBODY or (token.tag_ == "NN" and is_person(token))


def _is_bare(noun: Token, sentence: Sentence, knowledge: Knowledge, *, generic: bool) -> bool:
    """Say whether "the report" stands without what tells which one; in a long sentence an object may be anybody's."""
    if noun.tag_ not in {"NN", "NNS"} or knowledge.is_known(noun, sentence):
        return False
    if generic and noun.dep_ == "pobj" and noun.tag_ == "NNS" and noun.lemma_.lower() not in _RELATED:
        return False
    if noun.tag_ == "NN" and is_person(noun) and not any(child.dep_ in COMPLETING for child in noun.children):
        return True
    if noun.lemma_.lower() in gazetteer.unique_nouns() or any(
        child.dep_ in COMPLETING for child in noun.children if child.i > noun.i
    ):
        return False
    return all(
        child.dep_ in {"det", "punct"} or child.text.lower() in WEAK for child in noun.children if child.i < noun.i
    )
