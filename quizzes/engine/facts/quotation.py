"""Who said what, in the very words: a quotation is a fact only as its speaker's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from .. import gazetteer, wording
from ..document import Span
from ..grammar import DISCOURSE, NOUNS, SUBJECTS, children, is_verb, listed
from ..guards import COMPLETING, WEAK
from ..words import telling
from .base import Answer, AnswerType, Fact, Pair
from .knowledge import Knowledge, make
from .view import View

if TYPE_CHECKING:
    from ..entities import Entity
    from ..language import Sentence, Token

_SAYING = listed(
    "say write argue explain warn claim insist announce declare reply state note conclude comment recall add tell admit"
    " observe remark stress predict"
)
# They carry on from something said before, or name whom it was said to.
_PLAIN = {"add": "said", "tell": "said", "reply": "said", "conclude": "said", "note": "said", "say": "said"}
_POINTING = listed("he she it they him them his her hers its their theirs this that these those here there then such")
_FEWEST_WORDS, _MOST_WORDS, _FEWEST_TELLING = 7, 30, 4
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_OPEN = re.compile(r"\b(?:says?|said|proposed|argued|wrote|asked)\b|[?…\[\]();:]|\.\.| - |[—–]|'\s|\s'")
_PERSONAL = frozenset({"PRP", "PRP$"})


@dataclass(frozen=True, slots=True)
class _Saying:
    speaker: Entity
    verb: str
    words: str
    evidence: tuple[Span, ...]
    personal: bool


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for a sentence with one quotation and its speaker's name."""
    saying = _saying(view.sentence, view.knowledge)
    if saying:
        yield _fact(saying, view)


def _fact(saying: _Saying, view: View) -> Fact:
    name = _shown(saying.speaker)
    statement = f'{name} {saying.verb}, "{saying.words}."'
    wh = wording.asking(saying.speaker.type, saying.speaker.heads, name)
    who = Answer(
        name, saying.speaker.type, Span(0, len(name)), f'{wh.capitalize()} {saying.verb}, "{saying.words}"?',
        tuple(each for each in saying.speaker.names if each != name),
    )  # fmt: skip
    pair = Pair("speaker-words", name, f'"{saying.words}"')
    return make(
        view.knowledge, "quotation", statement, (who,), saying.evidence, view.sentence.paragraph,
        names=saying.speaker.names, pair=None if saying.personal else pair, weight=0.6, subject=name, relation="say",
    )  # fmt: skip


def _shown(entity: Entity) -> str:
    shown = entity.shown
    return shown[:1].upper() + shown[1:]


def _saying(sentence: Sentence, knowledge: Knowledge) -> _Saying | None:
    """Return what the one quotation of a sentence says and whose it is, None where either is not sure."""
    marks = [token for token in sentence.tokens if token.text == '"']
    if len(marks) != 2 or sentence.quoted:
        return None
    first, last = marks[0].i, marks[1].i
    outside = [token for token in sentence.tokens if not first <= token.i <= last]
    verbs = [
        t for t in outside if t.lemma_ in _SAYING and is_verb(t) and t.tag_ in {"VBD", "VBZ"} and _touches(t, marks)
    ]
    subject = next(iter(children(verbs[0], *SUBJECTS)), None) if len(verbs) == 1 else None
    if subject is None or first <= subject.i <= last:
        return None
    speaker = _speaker(subject, sentence, knowledge)
    told = _words([token for token in sentence.tokens if first < token.i < last], sentence, knowledge)
    if speaker is None or not told:
        return None
    far = knowledge.naming(speaker.name, sentence)
    evidence = tuple(sorted({sentence.span} | ({far} if far else set())))
    verb = _PLAIN.get(verbs[0].lemma_, verbs[0].text.lower())
    shown = "".join(token.text_with_ws for token in told).strip(" ,.!")
    return _Saying(speaker, verb, shown, evidence, any(token.tag_ in _PERSONAL for token in told))


def _touches(verb: Token, marks: Sequence[Token]) -> bool:
    """Say whether a verb tells who spoke, and nothing but the speaker stands between it and the quotation."""
    if not is_verb(verb) or verb.tag_ not in {"VBD", "VBZ"}:
        return False
    own = {token.i for child in children(verb, *SUBJECTS) for token in child.subtree} | {verb.i}
    before, after = marks[0].i, marks[-1].i
    between = verb.doc[verb.i : before] if verb.i < before else verb.doc[after + 1 : verb.i + 1]
    return all(token.i in own or token.is_punct or token.lemma_ in {"also"} for token in between)


def _speaker(subject: Token, sentence: Sentence, knowledge: Knowledge) -> Entity | None:
    """Return the person or organisation that the subject names or surely means."""
    named = knowledge.entities.covering(sentence.start(subject), sentence.end(subject))
    meant = knowledge.references.of(subject)
    entity = named.entity if named else None if isinstance(meant, Enum) else meant
    if entity is None or entity.origin is not None or children(subject, "conj"):
        return None
    person = entity.type is AnswerType.PERSON and len(entity.name.split()) > 1
    body = entity.type is AnswerType.ORGANISATION and subject.tag_ in {"NNP", "NNPS"}
    return entity if person or body else None


def _words(inside: Sequence[Token], sentence: Sentence, knowledge: Knowledge) -> list[Token]:
    """Return the first sentence of a quotation that a reader understands without the others."""
    part: list[Token] = []
    for token in inside:
        part.append(token)
        if token.text in {".", "!", "?"} or token is inside[-1]:
            if _stands_alone(part, sentence, knowledge):
                return part
            part = []
    return []


def _stands_alone(part: Sequence[Token], sentence: Sentence, knowledge: Knowledge) -> bool:
    text = "".join(token.text_with_ws for token in part).strip()
    words = text.split()
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS or len(telling(text)) < _FEWEST_TELLING or _OPEN.search(text):
        return False
    if not text[:1].isupper() or not any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in part):
        return False
    if part[0].text.lower() in DISCOURSE | {"but", "and", "so", "or", "also", "yes", "no", "well", "then", "because"}:
        return False
    return not any(_hangs(token, part, sentence, knowledge) for token in part)


def _hangs(token: Token, part: Sequence[Token], sentence: Sentence, knowledge: Knowledge) -> bool:
    """Say whether a word of the quotation means something that stands outside it."""
    word = token.text.lower()
    if word in _POINTING and token.tag_ not in {"IN", "WDT", "EX"}:
        before = [each for each in part if each.i < token.i and each.tag_ in NOUNS and each.dep_ in SUBJECTS]
        return token.tag_ not in _PERSONAL or not before or word in {"he", "she", "him", "his", "her"}
    return word == "the" and _is_bare(token.head, sentence, knowledge)


def _is_bare(noun: Token, sentence: Sentence, knowledge: Knowledge) -> bool:
    """Say whether "the report" stands without what tells which one."""
    if noun.tag_ not in {"NN", "NNS"} or knowledge.is_known(noun, sentence):
        return False
    if noun.lemma_.lower() in gazetteer.unique_nouns() or any(
        child.dep_ in COMPLETING for child in noun.children if child.i > noun.i
    ):
        return False
    return all(
        child.dep_ in {"det", "punct"} or child.text.lower() in WEAK for child in noun.children if child.i < noun.i
    )
