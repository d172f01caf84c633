"""What must hold before a person sees a question: one small function per check, a reason when it fails."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise

from . import prose
from .facts.base import Answer, AnswerType, Fact
from .figures import numbers
from .questions.base import Question
from .questions.cloze import GAP
from .words import bare, holds, stems, telling
from .world import World

type Proof = Callable[[Question, World], str | None]

LONGEST_STEM = 260
SHORTEST_STEM = 4
LONGEST_CHOICE = 30
_FEWEST_TELLING = 4
_LONG_ANSWERS = frozenset({AnswerType.CAUSE, AnswerType.PURPOSE, AnswerType.MEANS, AnswerType.ACTION})
_AGENTS = frozenset(
    {
        AnswerType.PERSON,
        AnswerType.PEOPLE,
        AnswerType.ORGANISATION,
        AnswerType.ROLE,
        AnswerType.LIST,
        AnswerType.COUNTRY,
    }
)
_PLURAL_ASKED = re.compile(r"^Which (\w+(?:ies|s))\b (?!of\b)", re.I)
_QUESTION_WORD = {
    "who": _AGENTS,
    "when": {AnswerType.DATE},
    "how many": {AnswerType.NUMBER},
    "how much": {AnswerType.NUMBER},
    "why": {AnswerType.CAUSE, AnswerType.PURPOSE},
    "where": {AnswerType.PLACE, AnswerType.COUNTRY, AnswerType.LIST},
    "in which year": {AnswerType.DATE},
    "in what year": {AnswerType.DATE},
}  # fmt: skip


def _facts(question: Question, world: World) -> list[Fact]:
    return [world.by_id[identifier] for identifier in question.facts if identifier in world.by_id]


def _key_texts(question: Question) -> list[str]:
    if question.accept:
        return [question.accept[0].text]
    return [question.choices[index] for index in question.key] if question.kind != "matching" else []


def _wrong_texts(question: Question) -> list[str]:
    if question.kind not in ("single_choice", "multiple_choice"):
        return []
    return [text for index, text in enumerate(question.choices) if index not in question.key]


def _answer(question: Question, world: World) -> Answer | None:
    """Return the part of the fact that the question asks for."""
    keys = _key_texts(question)
    answers = [answer for fact in _facts(question, world) for answer in fact.answers]
    if question.kind == "multiple_choice":
        return next((answer for answer in answers if answer.stem == question.stem), None)
    return next((answer for answer in answers if keys and answer.text == keys[0]), None)


def _read(question: Question) -> Iterator[str]:
    """Yield each text a learner reads as a sentence: the stem, or the things that our own wording asks to join."""
    if question.kind in ("ordering", "matching"):
        yield from question.choices
        yield from question.options
        return
    yield question.stem.partition(": ")[2] if question.kind == "cloze" else question.stem


def evidence_verbatim(question: Question, world: World) -> str | None:
    """Every fact exists, and its evidence is whole text of the article."""
    facts = _facts(question, world)
    quotes = [quote for fact in facts for quote in world.quotes(fact)]
    if len(facts) != len(question.facts) or not facts or not all(fact.evidence for fact in facts):
        return "a fact or its evidence is missing"
    return (
        None if all(quote.strip() and quote == quote.strip() for quote in quotes) else "the evidence is not a sentence"
    )


def key_in_evidence(question: Question, world: World) -> str | None:
    """The evidence says the key itself, or for long answers nearly all of its telling words."""
    if question.kind in ("true_false", "ordering", "matching"):
        return None
    said = " ".join(quote for fact in _facts(question, world) for quote in world.quotes(fact))
    for key in _key_texts(question):
        if not _says(said, key, question, world):
            return f"the evidence does not say {key!r}"
    return None


def _says(said: str, key: str, question: Question, world: World) -> bool:
    names = [key, *world.aliases(key), *(accepted.text for accepted in question.accept)]
    if any(holds(said, name) for name in names):
        return True
    words = telling(key)
    if any(char.isdigit() for char in key):
        return words <= telling(said) or bool(set(numbers(key)) & set(numbers(said)))
    return len(words) >= 3 and len(words & telling(said)) >= 0.8 * len(words)


def self_contained(question: Question, _world: World) -> str | None:
    """Nothing points to something that only the article names."""
    for text in _read(question):
        word = prose.dangling(text)
        if word:
            return f"{word!r} points outside the question"
    return None


def definite_named(question: Question, _world: World) -> str | None:
    """No bare "the organization" or "the treaty" whose name the question leaves out."""
    for text in _read(question):
        noun = prose.unnamed(text)
        if noun:
            return f"'the {noun}' is not named"
    return None


def time_is_definite(question: Question, _world: World) -> str | None:
    """No "last year", "Friday" or "currently" that only the day of printing makes clear."""
    for text in _read(question):
        time = prose.vague_time(text)
        if time:
            return f"{time!r} is not a definite time"
    return None


def well_formed(question: Question, _world: World) -> str | None:
    """Spacing, brackets, quotation marks and end marks are right in every text shown."""
    texts = (question.stem, *question.choices, *question.options)
    return next((reason for text in texts if (reason := prose.broken(text))), None)


def ends_right(question: Question, _world: World) -> str | None:
    """A question ends with "?", a statement with a full stop and, in a cloze, one gap."""
    stem = question.stem
    if not (stem[0].isupper() or stem[0].isdigit() or stem[0] in '"“'):
        return "it does not begin with a capital"
    if question.kind == "true_false":
        return None if stem.endswith((".", '."')) and GAP not in stem else "a statement must end with a full stop"
    if question.kind == "cloze":
        return None if stem.count(GAP) == 1 and stem.endswith((".", '."')) else "a cloze needs one gap and a full stop"
    return None if stem.endswith("?") and GAP not in stem else "a question must end with a question mark"


def fit_length(question: Question, _world: World) -> str | None:
    """Stem and choices are neither cut off nor longer than one reads at a glance."""
    if len(question.stem.split()) < SHORTEST_STEM or len(question.stem) > LONGEST_STEM:
        return "the stem is too short or too long"
    if any(len(text.split()) > LONGEST_CHOICE for text in (*question.choices, *question.options)):
        return "a choice is too long"
    return None


def one_key(question: Question, _world: World) -> str | None:
    """There is a key of the form that the kind asks for."""
    sizes: dict[str, bool] = {
        "single_choice": len(question.key) == 1,
        "true_false": len(question.key) == 1,
        "multiple_choice": 2 <= len(question.key) < len(question.choices),
        "ordering": sorted(question.key) == list(range(len(question.choices))),
        "matching": len(set(question.key)) == len(question.choices) == len(question.options),
    }
    return None if sizes.get(question.kind, bool(question.accept)) else "the key does not fit the kind"


def enough_choices(question: Question, _world: World) -> str | None:
    """At least three wrong options, or three to five things to order or match."""
    if question.kind in ("single_choice", "multiple_choice"):
        return None if len(_wrong_texts(question)) >= 3 else "fewer than three wrong options"
    if question.kind in ("ordering", "matching"):
        return None if 3 <= len(question.choices) <= 5 else "not three to five items"
    return None


def choices_distinct(question: Question, world: World) -> str | None:
    """No two choices say the same."""
    if question.kind == "true_false":
        return None
    for texts in (question.choices, question.options):
        for left, right in combinations(texts, 2):
            if world.same(left, right) and not (_is_number(left) and bare(left) != bare(right)):
                return f"{left!r} and {right!r} are one thing"
    return None


def _is_number(text: str) -> bool:
    return len(numbers(text)) == 1


def distractors_untrue(question: Question, world: World) -> str | None:
    """No wrong option stands in the evidence or is said of the same thing elsewhere."""
    facts = _facts(question, world)
    for text in _wrong_texts(question):
        for fact in facts:
            names = world.aliases(text)
            if any(holds(said, name) for said in (fact.statement, *world.quotes(fact)) for name in names):
                return f"the evidence names {text!r} too"
            if world.supports(question.stem, text, leaving=fact):
                return f"the article may make {text!r} true"
    return None


def no_leak(question: Question, world: World) -> str | None:
    """The stem does not hold the key, or a telling part of it that no wrong option shares."""
    if question.kind in ("true_false", "ordering", "matching"):
        return None
    answer = _answer(question, world)
    for key in _key_texts(question):
        if question.kind != "numeric" and holds(question.stem, key):
            return "the stem holds the key"
        shared = stems(key) & stems(question.stem) - _asked_noun(question.stem)
        for text in _wrong_texts(question):
            shared &= frozenset() if _all_share(question, shared) else shared | stems(text)
        allowed = 0.34 * len(stems(key)) if answer and answer.type in _LONG_ANSWERS else 0
        if len(shared) > allowed and not _all_share(question, shared):
            return f"the stem shares {sorted(shared)} with the key"
    return None


def _all_share(question: Question, shared: frozenset[str]) -> bool:
    wrong = _wrong_texts(question)
    return bool(wrong) and all(shared <= stems(text) for text in wrong)


def _asked_noun(stem: str) -> frozenset[str]:
    """Return what follows "Which" up to the verb: "Which treaty" may be answered by "the Treaty of Rome"."""
    match = re.match(r"(?:\w+ )?(?:Which|What|which|what|How many|how many) ((?:\w+ ){1,2})", stem)
    return stems(match[1]) if match else frozenset()


def key_not_conspicuous(question: Question, _world: World) -> str | None:
    """The key is not clearly the longest or the shortest choice, nor the only one with a figure."""
    if question.kind != "single_choice":
        return None
    key, wrong = _key_texts(question)[0], _wrong_texts(question)
    longest, shortest = max(map(len, wrong)), min(map(len, wrong))
    if len(key) > 1.5 * longest and len(key) > longest + 10:
        return "the key is clearly the longest"
    if len(key) * 1.5 < shortest and len(key) + 10 < shortest:
        return "the key is clearly the shortest"
    figures = [any(char.isdigit() for char in text) for text in wrong]
    return "only the key has a figure" if any(c.isdigit() for c in key) and not any(figures) else None


def grammar_gives_nothing(question: Question, world: World) -> str | None:
    """Article, number and question word fit the key and every option alike."""
    if re.search(rf"\b(?:a|an) {GAP}", question.stem):
        return "the article before the gap gives the key's first letter"
    answer = _answer(question, world)
    asked = _PLURAL_ASKED.match(question.stem)
    if asked and answer and question.kind in ("single_choice", "short_answer") and answer.type is not AnswerType.LIST:
        plural = " and " in answer.text or answer.text.endswith("s") or answer.type is AnswerType.PEOPLE
        if not plural and not asked[1].endswith(("ss", "us", "is", "series", "species", "news", "politics")):
            return "the stem asks for several, the key is one"
    return None


def question_word_fits(question: Question, world: World) -> str | None:
    """The question word fits: "who" asks for people, "when" for a date, "how many" for a number."""
    answer = _answer(question, world)
    if answer is None or question.kind == "cloze":
        return None
    lead = question.stem.casefold()
    for word, types in _QUESTION_WORD.items():
        if re.match(rf"(?:according to [^,]+, )?{word}\b(?! (?:is|was) the)", lead) and answer.type not in types:
            return f"{word!r} does not ask for a {answer.type.value}"
    return None


def hedge_kept(question: Question, world: World) -> str | None:
    """What the article only estimates, expects or reports is asked with the same reserve."""
    for fact in _facts(question, world):
        told = " ".join((question.stem, *_key_texts(question), *question.choices))
        if fact.hedged and not prose.is_hedged(told):
            return "the article's reserve is lost"
    return None


def negation_only_judged(question: Question, world: World) -> str | None:
    """What did not happen is asked as true or false only."""
    denied = any(fact.negated for fact in _facts(question, world))
    return "a denial is asked as a question" if denied and question.kind != "true_false" else None


def statement_opens_clean(question: Question, _world: World) -> str | None:
    """A statement does not lean on the sentence before it."""
    if question.kind not in ("true_false", "cloze"):
        return None
    told = next(_read(question))
    return "it begins in the middle of a thought" if prose.leans_back(told) else None


def statement_anchored(question: Question, world: World) -> str | None:
    """A statement names something of the article and says enough about it to be judged."""
    if question.kind not in ("true_false", "cloze"):
        return None
    told = next(_read(question))
    if len(telling(told)) < _FEWEST_TELLING:
        return "the statement says too little"
    named = any(word[:1].isupper() for word in told.split()[1:]) or any(holds(told, name) for name in world.heads)
    return None if named else "the statement names nothing of the article"


def key_worth_asking(question: Question, _world: World) -> str | None:
    """The key says something: not a pronoun, a vague word or what any reader would guess."""
    for key in _key_texts(question):
        if question.kind != "true_false" and (not telling(key) or bare(key) in _EMPTY_KEYS):
            return f"{key!r} is not worth asking"
    return None


_EMPTY_KEYS = frozenset(
    str.split("people person thing things one something someone part way group member members others it them world")
)


def ordering_has_no_tie(question: Question, world: World) -> str | None:
    """Events to be put in order all have different dates, and the key follows them."""
    if question.kind != "ordering":
        return None
    by_label = {fact.event.label: fact.event.date for fact in _facts(question, world) if fact.event}
    days = [by_label.get(question.choices[index], "") for index in question.key]
    tied = any(not a or b.startswith(a) or a.startswith(b) or a >= b for a, b in pairwise(days))
    return "two events may be of one time" if tied else None


def matching_in_one_way(question: Question, world: World) -> str | None:
    """Each thing to be matched belongs to one option by its own fact, and to no other."""
    if question.kind != "matching":
        return None
    pairs = {fact.pair.left: fact.pair.right for fact in _facts(question, world) if fact.pair}
    for left, index in zip(question.choices, question.key, strict=True):
        if pairs.get(left) != question.options[index]:
            return f"{left!r} is not matched by its fact"
    return None


PROOFS: tuple[Proof, ...] = (
    evidence_verbatim,
    key_in_evidence,
    self_contained,
    definite_named,
    time_is_definite,
    well_formed,
    ends_right,
    fit_length,
    one_key,
    enough_choices,
    choices_distinct,
    distractors_untrue,
    no_leak,
    key_not_conspicuous,
    grammar_gives_nothing,
    question_word_fits,
    hedge_kept,
    negation_only_judged,
    statement_opens_clean,
    statement_anchored,
    key_worth_asking,
    ordering_has_no_tie,
    matching_in_one_way,
)


def failed(question: Question, world: World) -> dict[str, str]:
    """Return the proofs that do not hold, each with its reason."""
    reasons = ((proof.__name__, proof(question, world)) for proof in PROOFS)
    return {name: reason for name, reason in reasons if reason}


NAMES = tuple(proof.__name__ for proof in PROOFS)
