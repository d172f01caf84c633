"""What a learner reads after answering: pure functions of the question as shown and the answer given."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .engine.questions import Accepted, Given, Grade, Question, answer_text, grade, grade_gaps
from .engine.words import fold

LINED = ("matching", "ordering")
"""Kinds whose every item has a place or a partner of its own."""

NAMING = ("single_choice", "multiple_choice")
"""Kinds whose choices name what the article may tell of: no verdicts, no whole sentences."""


@dataclass(frozen=True, slots=True)
class Line:
    """One choice, item or place: what belongs there, what was given, and why that is wrong."""

    text: str
    is_given: bool = False
    is_key: bool = False
    note: str = ""
    given: str = ""
    right: str = ""
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Feedback:
    """The answer given and the right one, each as one line of text, and line by line where the kind has lines."""

    given: str
    right: str
    lines: tuple[Line, ...] = ()
    layout: str = "typed"


def as_accepted(question: Question, given: Given | None) -> Question:
    """Return the question with a chosen answer in its key that a teacher has accepted since."""
    if not isinstance(given, list) or tuple(given) not in question.also:
        return question
    places = [part for part in given if isinstance(part, int)]
    is_whole = question.kind in LINED or question.kind == "cloze"
    return replace(question, key=tuple(places if is_whole else sorted({*question.key, *places})))


def feedback(question: Question, given: Given | None) -> Feedback:
    """Return what to show of an answer; None for a question that was never answered."""
    if question.kind == "cloze" and (question.gaps > 1 or question.options):
        return _gaps(question, given)
    if isinstance(given, str) or not question.choices:
        return Feedback(given if isinstance(given, str) else "", answer_text(question))
    describe = {"ordering": _ordering, "matching": _matching, "find_evidence": _searching}.get(question.kind, _choosing)
    return describe(question, [index for index in given or [] if isinstance(index, int)])


def _gaps(question: Question, given: Given | None) -> Feedback:
    """Tell gap by gap what belongs there and what was filled in."""
    if not given:
        return Feedback("", answer_text(question), _gap_lines(question, [""] * question.gaps), "gaps")
    grades = grade_gaps(question, given)
    texts = _in_gaps(question, given)
    lines = tuple(
        replace(line, is_key=grade.credit == 1.0, note=_off(grade))
        for line, grade in zip(_gap_lines(question, texts), grades, strict=True)
    )
    return Feedback("; ".join(texts), answer_text(question), lines, "gaps")


def _off(grade: Grade) -> str:
    """Return what was off; the right answer stands beside it."""
    told = grade.message.partition(": the answer is")[0].rstrip(".")
    return "" if told in ("Right", "Not quite") else f"{told}."


def _in_gaps(question: Question, given: Given) -> list[str]:
    """Return what stands in each gap, typed or chosen."""
    sent = [given] if isinstance(given, str) else given
    return [question.options[each] if isinstance(each, int) else each for each in sent]


def _gap_lines(question: Question, texts: list[str]) -> tuple[Line, ...]:
    pairs = enumerate(zip(question.answers, texts, strict=True), start=1)
    alone = question.gaps == 1
    return tuple(
        Line("Right answer" if alone else f"Gap {number}", given=text, right=right) for number, (right, text) in pairs
    )


def wrongly_chosen(question: Question, given: Given | None) -> list[tuple[str, str]]:
    """Return each wrong choice that was taken, with the key of a fact in which it is true, where one is known."""
    if question.kind in LINED or not question.choice_facts or not isinstance(given, list):
        return []
    wrong = [index for index in given if isinstance(index, int) and index not in question.key]
    return [(question.choices[index], question.choice_facts[index]) for index in wrong if question.choice_facts[index]]


def wrongly_named(question: Question, given: Given | None) -> list[str]:
    """Return what was wrongly chosen and may be named elsewhere in the article.

    What one of the facts tested is about is not: the proof of the key tells of it.
    """
    if not isinstance(given, list):
        return []
    if question.kind in NAMING:
        facts = question.choice_facts or ("",) * len(question.choices)
        wrong = [index for index in given if isinstance(index, int) and index not in question.key]
        return [question.choices[index] for index in wrong if facts[index] not in question.facts]
    if question.kind == "cloze" and question.options:
        return [text for text in dict.fromkeys(wrongly_typed(question, given)) if text not in question.answers]
    return []


def wrongly_typed(question: Question, given: Given | None) -> list[str]:
    """Return the texts typed that earned nothing: another fact of the article may have them for its answer."""
    if not question.accept or not given:
        return []
    if question.kind == "cloze":
        return [
            text
            for text, part in zip(_in_gaps(question, given), grade_gaps(question, given), strict=True)
            if not part.credit
        ]
    return [given] if isinstance(given, str) and not grade(question, given).credit else []


def likeness(question: Question, answer: str, given: str) -> float:
    """Return how well a text typed fits another answer, 0 to 1, read as fairly as if that had been the right one."""
    mine, theirs = fold(given), fold(answer)
    shares = not set(mine.split()).isdisjoint(theirs.split())
    has_figures = any(letter.isdigit() for letter in mine + theirs)
    if not shares and (has_figures or mine[:1] != theirs[:1]):
        return 0.0  # no slip of the fingers makes the one of the other: grading every pair would take long
    asked = replace(question, kind="short_answer", accept=(Accepted(answer),), reject=())
    return grade(asked, given).credit


def proven_lines(question: Question) -> list[tuple[str, str]]:
    """Return each item of a kind that has lines as it reads when it is right, with the key of its fact."""
    if question.kind not in LINED or not question.choice_facts or not all(question.choice_facts):
        return []
    if question.options:
        rows = zip(question.choices, question.key, question.choice_facts, strict=True)
        return [(f"{item}: {question.options[partner]}", fact) for item, partner, fact in rows]
    return [(question.choices[index], question.choice_facts[index]) for index in question.key]


def _choosing(question: Question, given: list[int]) -> Feedback:
    lines = [
        Line(text, index in given, index in question.key, _note(question, index) if index in given else "")
        for index, text in enumerate(question.choices)
    ]
    return Feedback(_names(question, given), _names(question, question.key), tuple(lines), "choices")


def _searching(question: Question, given: list[int]) -> Feedback:
    told = _choosing(question, given)
    paragraphs = question.paragraphs or (None,) * len(told.lines)
    lines = (replace(line, paragraph=number) for line, number in zip(told.lines, paragraphs, strict=True))
    return replace(told, lines=tuple(lines), layout="passage")


def _note(question: Question, index: int) -> str:
    """Return why a choice is wrong, unless the explanation says it as well; a key has nothing of the kind."""
    note = question.notes[index] if question.notes and index not in question.key else ""
    return "" if note in question.explanation else note


def _names(question: Question, indexes: list[int] | tuple[int, ...]) -> str:
    return "; ".join(question.choices[index] for index in indexes)


def _ordering(question: Question, given: list[int]) -> Feedback:
    lines = [
        Line(question.choices[index], is_key=place < len(given) and given[place] == index, given=_place(given, index))
        for place, index in enumerate(question.key)
    ]
    return Feedback(_names(question, given), _names(question, question.key), tuple(lines), "order")


def _place(given: list[int], index: int) -> str:
    return str(given.index(index) + 1) if index in given else ""


def _matching(question: Question, given: list[int]) -> Feedback:
    chosen = [question.options[index] for index in given] or [""] * len(question.choices)
    lines = [
        Line(text, is_key=mine == question.options[key], given=mine, right=question.options[key])
        for text, mine, key in zip(question.choices, chosen, question.key, strict=True)
    ]
    pairs = "; ".join(f"{line.text}: {line.given}" for line in lines if line.given)
    return Feedback(pairs, answer_text(question), tuple(lines), "match")
