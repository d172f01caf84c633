"""What a teacher sees of a quiz: who took it, and how each of its questions did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

from django.db.models import QuerySet

from .. import statistics
from .attempt import Attempt
from .question import Question
from .quiz import Quiz
from .response import Response
from .sureness import Sure, sureness
from .user import User

MOST_TYPED = 6
"""How many different typed answers are listed; the rarer ones are counted together."""


@dataclass(frozen=True, slots=True)
class Taken:
    """How often an answer was given, and whether it is right: None for a heap of several answers."""

    text: str
    count: int
    is_key: bool | None


@dataclass(frozen=True, slots=True)
class StudentScores:
    """One student's attempts at a quiz, in the order begun, with the answers given in each."""

    quiz: Quiz
    learner: User
    attempts: list[Attempt]
    answers: Mapping[int, Sequence[Response]]

    @property
    def counted(self) -> float | None:
        """The score that counts, 0..1; None before the first is there."""
        finished = [(attempt.finished, attempt.pk, attempt.score) for attempt in self.attempts if attempt.finished]
        return self.quiz.counted([score or 0.0 for _, _, score in sorted(finished)])

    @property
    def has_passed(self) -> bool | None:
        """Whether that reaches the pass mark; None before the first score or where there is no mark."""
        return None if self.counted is None else self.quiz.is_passed_with(self.counted)

    @property
    def sureness(self) -> list[Sure]:
        """How sure the student was in all attempts, and how often rightly so, the surest first."""
        return sureness(response for attempt in self.attempts for response in self.answers.get(attempt.pk, ()))

    def sureness_in(self, attempt: Attempt) -> list[Sure]:
        """Return the same of one attempt."""
        return sureness(self.answers.get(attempt.pk, ()))

    @property
    def last(self) -> datetime:
        """When the last attempt began."""
        return max(attempt.started for attempt in self.attempts)


@dataclass(slots=True)
class QuestionScores:
    """How one question did: what everyone who answered it earned, less what hints cost."""

    question: Question
    credits: list[float] = field(default_factory=list)
    totals: list[float] = field(default_factory=list)
    taken: Counter[tuple[str, bool]] = field(default_factory=Counter)
    answered: list[Response] = field(default_factory=list)

    @property
    def right(self) -> int:
        """How many answers are right altogether, with or without hints."""
        return sum(response.is_right for response in self.answered)

    @property
    def sureness(self) -> list[Sure]:
        """How often each degree of certainty was chosen, and how often rightly so, the surest first."""
        return sureness(self.answered)

    @property
    def facility(self) -> float | None:
        """The mean credit, 0..1."""
        return statistics.facility(self.credits)

    @property
    def discrimination(self) -> float | None:
        """How well the question tells strong attempts from weak ones, -1..1; None while too few took it."""
        rest = [total - credit for total, credit in zip(self.totals, self.credits, strict=True)]
        return statistics.discrimination(self.credits, rest)

    @property
    def answers(self) -> list[Taken]:
        """The answers, the most frequent first: of a question with choices all, of a typed one those given most."""
        ordered = self.taken.most_common()
        listed = MOST_TYPED if self.question.kind in Question.TYPED_KINDS else len(ordered)
        answers = [Taken(text, count, is_key) for (text, is_key), count in ordered[:listed]]
        rest = [count for _, count in ordered[listed:]]
        return [*answers, Taken(f"{len(rest)} other answers", sum(rest), None)] if rest else answers


@dataclass(frozen=True, slots=True)
class QuizScores:
    """The score review of one quiz."""

    students: list[StudentScores]
    questions: list[QuestionScores]


def reviewed(person: User) -> QuerySet[Attempt]:
    """Return the attempts whose scores the person may see: by their classes; an admin sees everybody's.

    Rounds of practice on what was missed are left out: they hold the hard questions only, and would spoil every mean.
    """
    attempts: QuerySet[Attempt] = Attempt.objects.filter(retry_of=None)
    mine = User.objects.filter(enrollments__course__owner=person)
    return attempts if person.is_admin else attempts.filter(learner__in=mine)


def review(quiz: Quiz, person: User) -> QuizScores:
    """Return the scores of a quiz, as far as the person may see them."""
    attempts = reviewed(person).filter(quiz=quiz).select_related("learner")
    found = list(attempts.order_by("learner__last_name", "learner__username", "started", "pk"))
    answered = Response.objects.filter(attempt__in=[a.pk for a in found], answered__isnull=False)
    rows = list(answered.select_related("question").order_by("question", "pk"))
    answers: dict[int, list[Response]] = {}
    for response in rows:
        answers.setdefault(response.attempt_id, []).append(response)
    students = [
        StudentScores(quiz, learner, list(own), answers)
        for learner, own in groupby(found, key=lambda each: each.learner)
    ]
    return QuizScores(students, _questions(rows))


def _questions(rows: Sequence[Response]) -> list[QuestionScores]:
    totals: Counter[int] = Counter()
    for response in rows:
        totals[response.attempt_id] += response.earned  # type: ignore[assignment]
    scores: dict[int, QuestionScores] = {}
    for response in rows:
        one = scores.setdefault(response.question_id, QuestionScores(response.question))
        one.credits.append(response.earned)
        one.answered.append(response)
        one.totals.append(totals[response.attempt_id])
        one.taken.update(dict.fromkeys(choices_of(response), 0))
        one.taken.update(answers_in(response))
    return sorted(scores.values(), key=lambda one: (one.facility or 0.0, one.question.pk))


def choices_of(response: Response) -> list[tuple[str, bool]]:
    """Return every choice that could be taken, so that one that nobody takes is seen too."""
    shown = response.shown
    keyed = shown["choices"] if shown["kind"] in Question.KEYED_KINDS else ()
    return [(text, index in shown["key"]) for index, text in enumerate(keyed)]


def answers_in(response: Response) -> list[tuple[str, bool]]:
    """Return each choice taken or text typed, and whether it is right."""
    shown, given = response.shown, response.given
    if given is None:
        return []
    if isinstance(given, str):
        return [(given.strip(), response.credit == 1)]
    if shown["kind"] in Question.KEYED_KINDS:
        is_accepted = given in shown.get("also", [])
        return [(shown["choices"][index], is_accepted or index in shown["key"]) for index in given]
    if shown["kind"] == Question.Kind.CLOZE:
        texts = [shown["options"][each] if isinstance(each, int) else each.strip() for each in given]
        return [("; ".join(texts), response.credit == 1)]
    return [("All in their places" if response.credit == 1 else "Some in the wrong place", response.credit == 1)]
