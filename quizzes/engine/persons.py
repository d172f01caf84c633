"""Who is a man and who is a woman, by the pronouns that go on with a name: "Kemi signed, and she left"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from . import gazetteer
from .language import Sentence
from .lists import word_set
from .runs import Run

if TYPE_CHECKING:
    from .language import Token

GENDERS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
}
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Behind a name they are a part of it, alone an office: "who had become Khan".
RULERS = frozenset({"Khan", "Shah", "Pasha", "Bey"})
LOCATING = word_set("in at near into outside around")
_SAYING = word_set("say add explain recall joke admit")
KIN = word_set(
    "mother father wife husband sister brother daughter son aunt uncle cousin niece nephew widow widower grandmother "
    "grandfather granddaughter grandson"
)


def told_genders(runs: Iterable[Run]) -> dict[str, Counter[str]]:
    """Return how often pronouns go on with a name as "male" or "female", for names where they nearly always agree."""
    votes: dict[str, Counter[str]] = {}
    by_sentence: dict[int, list[Run]] = {}
    sentences: dict[int, Sentence] = {}
    for run in runs:
        by_sentence.setdefault(run.sentence.index, []).append(run)
        sentences[run.sentence.index] = run.sentence
    for index, here in by_sentence.items():
        name = _only_subject(here)
        if name is not None:
            found = _after(name, sentences[index])
            votes.setdefault(name.text, Counter()).update(found)
    return {text: Counter({kind: count[kind]}) for text, count in votes.items() if (kind := _clear(count))}


def _clear(count: Counter[str]) -> str:
    """Return the gender that the votes tell, "" where they differ."""
    (kind, most), *rest = count.most_common() or [("", 0)]
    return kind if most > 4 * sum(other for _, other in rest) else ""


def _only_subject(runs: list[Run]) -> Run | None:
    """Return the one name of a sentence that may be a person's, where it is a subject."""
    able = [run for run in runs if not _is_place(run)]
    if len({run.text.split()[-1] for run in able}) != 1:
        return None
    return next((run for run in able if _is_subject(run)), None)


def _is_place(run: Run) -> bool:
    known = (
        run.text in gazetteer.country_names() or run.text in gazetteer.places() or run.text in gazetteer.organisations()
    )
    root = run.tokens.root
    located = root.dep_ == "pobj" and root.head.lower_ in LOCATING
    return known or located or run.label == "NORP" or run.tokens[-1].tag_ == "NNPS"


def _is_subject(run: Run) -> bool:
    root = run.tokens.root
    while root.dep_ == "appos" and root.head.tag_ == "NN":
        root = root.head
    return root.dep_ in SUBJECTS


def _after(run: Run, sentence: Sentence) -> Iterator[str]:
    """Yield a vote for each pronoun behind the name, where no other person came between."""
    is_quoted = False
    for token in sentence.tokens:
        is_quoted ^= token.text == '"'
        if token.i < run.tokens.end or is_quoted:
            continue
        if token.lower_ in GENDERS:
            yield GENDERS[token.lower_]
        elif _is_other_person(token):
            return


def _is_other_person(token: Token) -> bool:
    """Tell whether a common noun brings somebody else in: "her father", "a man"."""
    if token.pos_ != "NOUN" or token.dep_ == "appos":
        return False
    return token.lemma_.lower() in KIN or gazetteer.noun_types().get(token.lemma_.lower()) == "person"


def quoted_by_surname(runs: Iterable[Run]) -> bool:
    """Tell whether a name of two words is quoted by its last alone: "Ada Holm came. "I waited," Holm said."."""
    runs = list(runs)
    ends = {run.text.split()[-1] for run in runs if len(run.text.split()) == 2}
    return any(run.text in ends and _is_quoted(run) for run in runs)


def _is_quoted(run: Run) -> bool:
    root = run.tokens.root
    said = root.dep_ == "nsubj" and root.head.lemma_ in _SAYING and root.tag_ == "NNP"
    return said and '"' in {token.text for token in run.sentence.tokens}


def relatives(runs: Iterable[Run]) -> frozenset[str]:
    """Return the names that only come as a relative ("his mother, Ann Bell"): not they are meant by the surname."""
    found: dict[str, bool] = {}
    for run in runs:
        found[run.text] = found.get(run.text, True) and _is_kin(run)
    return frozenset(text for text, is_kin in found.items() if is_kin)


def _is_kin(run: Run) -> bool:
    root, doc = run.tokens.root, run.tokens.doc
    before = doc[run.tokens.start - 1] if run.tokens.start else None
    beside = [root.head] if root.dep_ == "appos" else []
    beside += [before] if before is not None else []
    beside += [child for child in root.children if child.dep_ == "appos"]
    return any(token.lemma_.lower() in KIN for token in beside)
