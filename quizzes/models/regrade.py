"""One more right answer to a question that many have answered: their answers graded anew, with all that follows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import batched

from django.db.models import Exists, OuterRef

from .. import memory as schedule
from ..engine import questions as engine
from ..engine.questions.measures import read_numbers
from .attempt import Attempt
from .grouping import grouped
from .memory import Memory, Review
from .question import Accepted, Question
from .response import Response

BATCH = 500
NEEDED = ("attempt", "shown", "given", "credit", "hints")
MESSAGE = "Right: your teacher has accepted this answer."
LONGEST = Accepted._meta.get_field("text").max_length or 0


@dataclass(frozen=True, slots=True)
class Variant:
    """An answer that is to be right as well.

    `accepted` are typed texts as the matcher takes them, with all that it takes for the same. `words` are what was
    chosen, each with its partner or gap where it has one: choices stand in another order in every attempt, so that
    indexes say nothing. `exact` is the answer as it was given, where only the very same is to be right.
    """

    accepted: tuple[engine.Accepted, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    exact: tuple[str, ...] = ()

    @classmethod
    def of(cls, shown: engine.Question, given: engine.Given) -> Variant:
        """Return the answer given to a question as it was shown."""
        places = [part for part in given if isinstance(part, int)]
        if places:
            return cls(words=_in_words(shown, places))
        texts = (given,) if isinstance(given, str) else tuple(str(part) for part in given)
        variant = cls(accepted=tuple(_accepted(shown, text, gap) for gap, text in _wrong_texts(shown, texts)))
        is_enough = engine.grade(variant.added_to(shown), given).credit == 1
        return variant if is_enough else cls(exact=texts)

    def added_to(self, shown: engine.Question) -> engine.Question:
        """Return a question as it was shown, with this answer right as well."""
        new = tuple(accepted for accepted in self.accepted if accepted not in shown.accept)
        also = self.exact or _in_places(shown, self.words)
        return replace(
            shown,
            accept=(*shown.accept, *new),
            also=(*shown.also, also) if also and also not in shown.also else shown.also,
        )


def _wrong_texts(shown: engine.Question, texts: Sequence[str]) -> list[tuple[int, str]]:
    """Return the texts that a variant can be made of, each with its gap; what is right in a gap needs none."""
    several = shown.kind == Question.Kind.CLOZE and len(texts) == shown.gaps > 1
    right = [part.credit == 1 for part in engine.grade_gaps(shown, list(texts))] if several else [False] * len(texts)
    return [(gap, text) for gap, text in enumerate(texts) if not right[gap] and len(text) <= LONGEST]


def _accepted(shown: engine.Question, text: str, gap: int) -> engine.Accepted:
    numbers = read_numbers(text) if shown.kind == Question.Kind.NUMERIC else []
    return engine.Accepted(text.strip(), numbers[0] if numbers else None, gap=gap)


def _in_words(shown: engine.Question, given: Sequence[int]) -> tuple[tuple[str, str], ...]:
    """Return what was chosen by its texts."""
    if shown.kind == Question.Kind.MATCHING:
        return tuple((item, shown.options[index]) for item, index in zip(shown.choices, given, strict=True))
    if shown.kind == Question.Kind.CLOZE:
        return tuple((shown.options[index], str(gap)) for gap, index in enumerate(given))
    return tuple((shown.choices[index], "") for index in given)


def _in_places(shown: engine.Question, words: Sequence[tuple[str, str]]) -> tuple[int, ...]:
    """Return texts chosen as indexes into the question as it was shown elsewhere, () where it has not all of them."""
    if shown.kind == Question.Kind.MATCHING:
        partners = dict(words)
        texts, among = [partners.get(item, "") for item in shown.choices], shown.options
    else:
        texts, among = (
            [text for text, _ in words],
            shown.options if shown.kind == Question.Kind.CLOZE else shown.choices,
        )
    if any(text not in among for text in texts):
        return ()
    places = [among.index(text) for text in texts]
    in_order = (Question.Kind.MATCHING, Question.Kind.ORDERING, Question.Kind.CLOZE)
    return tuple(places if shown.kind in in_order else sorted(places))


def regrade(question: Question, variant: Variant) -> list[int]:
    """Take an answer for right wherever the question was shown, and return the responses that earn more by it.

    Whoever has not answered yet is graded by it later. Scores, reviews and memories follow, batch by batch, and what
    was shown or answered alike is looked at once: thousands of answers take about a second. Run it in a transaction.
    """
    attempts = list(question.responses.order_by("attempt").values_list("attempt", flat=True))
    return [pk for batch in batched(attempts, BATCH) for pk in _regrade(question, variant, batch)]


def _regrade(question: Question, variant: Variant, attempts: Sequence[int]) -> list[int]:
    # Locked as answers lock them: whoever answers at this moment comes before or after.
    locked = Attempt.objects.select_for_update().filter(pk__in=attempts).order_by("pk").in_bulk()
    responses = list(question.responses.filter(attempt__in=locked).order_by("pk").only(*NEEDED))
    for response in responses:
        response.attempt = locked[response.attempt_id]
    raised = [response for group in _alike(responses) for response in _raise(group, variant)]
    for credit, earning in grouped((response.credit, response.pk) for response in raised).items():
        Response.objects.filter(pk__in=earning).update(credit=credit, message=MESSAGE)
    Attempt.objects.filter(pk__in=[response.attempt_id for response in raised]).rescore()
    _review_again(raised)
    return [response.pk for response in raised]


def _alike(responses: Sequence[Response]) -> list[list[Response]]:
    """Return the responses in groups that were shown the very same: a question has few orders, and a typed one none."""
    found: dict[str, list[Response]] = {}
    for response in responses:
        found.setdefault(json.dumps(response.shown), []).append(response)
    return list(found.values())


def _raise(group: Sequence[Response], variant: Variant) -> list[Response]:
    """Add the answer to what is right in responses shown alike; return those that earn more by it, with that credit."""
    shown = variant.added_to(group[0].as_shown)
    Response.objects.filter(pk__in=[response.pk for response in group]).update(shown=engine.to_json(shown))
    earned: dict[str, float] = {}
    raised = []
    for response in group:
        if response.given is None or response.credit is None:
            continue
        given = json.dumps(response.given)
        if given not in earned:
            earned[given] = engine.grade(shown, response.given).credit
        if earned[given] > response.credit:
            response.credit = earned[given]
            raised.append(response)
    return raised


def _review_again(raised: Sequence[Response]) -> None:
    """Let the reviews that the responses stand for say what they earn now, and the memories follow."""
    ratings = grouped((schedule.rating_of(response.earned), response.pk) for response in raised)
    for rating, responses in ratings.items():
        Review.objects.filter(response__in=responses).update(rating=rating)
    counted = Review.objects.filter(response__in=[response.pk for response in raised])
    Memory.objects.filter(Exists(counted.filter(learner=OuterRef("learner"), fact=OuterRef("fact")))).rebuild()
