"""What the words around a name tell of the thing named, where the name-finder only guesses."""

from __future__ import annotations

from collections.abc import Sequence

from . import gazetteer
from .facts.base import AnswerType
from .lists import word_set
from .persons import KIN
from .runs import Run

LOCATING = word_set("in at near into outside around across throughout")
SPEAKING = word_set(
    "say tell write believe argue explain add claim warn suggest insist admit recall note think ask joke describe "
    "marry die compose paint weep smile graduate invent discover sing dance study teach bear"
)
OWNED = word_set("life death birth childhood theorem conjecture biography diary wife husband career novel poem") | KIN
PLACES = frozenset({"GPE", "LOC", "FAC"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OFTEN = 2


def is_doubtful(kind: AnswerType, runs: Sequence[Run], heads: set[str]) -> bool:
    """Tell whether only the name-finder's guess speaks for the type: the name could be anything."""
    if any(gazetteer.noun_types().get(noun) is kind for noun in heads):
        return False
    words = runs[0].text.split()
    if words[-1].replace(".", "").isdecimal() and kind in (AnswerType.PLACE, AnswerType.PERSON):
        return True
    if kind is AnswerType.PLACE:
        steady = len(runs) >= OFTEN and all(run.label in PLACES for run in runs)
        return not (steady or any(map(_is_located, runs)))
    if kind is AnswerType.PERSON:
        strange = any(word[0].islower() for word in words) or any(map(_has_article, runs))
        return strange and len(runs) < OFTEN and not any(map(is_spoken_of_as_person, runs))
    if kind is AnswerType.ORGANISATION:
        labels = sum(run.label == "ORG" for run in runs)
        return len(words) == 1 and (labels < OFTEN or labels * 2 <= len(runs))
    return False


def is_spoken_of_as_person(run: Run) -> bool:
    """Tell whether the name does or owns what only people do or own."""
    root = run.tokens.root
    if run.role or (len(run.tokens) > 1 and run.tokens[0].lower_ in gazetteer.genders()):
        return True
    if root.dep_ == "poss":
        return root.head.lemma_.lower() in OWNED
    while root.dep_ == "appos" and root.head.tag_ == "NN":
        root = root.head
    return root.dep_ in SUBJECTS and root.head.lemma_.lower() in SPEAKING


def _has_article(run: Run) -> bool:
    """Tell whether the name stands behind "the", which no person's does."""
    before = run.tokens.doc[run.tokens.start - 1] if run.tokens.start else None
    return before is not None and before.lower_ == "the" and before.head in run.tokens


def _is_located(run: Run) -> bool:
    """Tell whether something is said to be in or near it, to come from it, or that it is a "town of" the name."""
    root = run.tokens.root
    while root.dep_ in ("conj", "appos") and root.head.pos_ == "PROPN":
        root = root.head
    if root.dep_ == "compound":
        return gazetteer.noun_types().get(root.head.lemma_.lower()) is AnswerType.PLACE
    if root.dep_ != "pobj":
        return False
    word, owner = root.head.lower_, root.head.head
    of_place = word == "of" and gazetteer.noun_types().get(owner.lemma_.lower()) is AnswerType.PLACE
    return word in LOCATING or of_place or (word in ("to", "from", "through") and run.label in PLACES)
