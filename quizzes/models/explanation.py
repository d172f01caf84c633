"""What a learner reads about an answer: the proof of the key, and where that which was answered instead is true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.db.models import F, Prefetch, prefetch_related_objects

from ..engine import questions as engine
from ..feedback import Feedback, as_accepted, feedback, likeness, proven_lines, wrongly_chosen, wrongly_typed
from .fact import Fact, FactQuerySet
from .question import Question
from .response import Response
from .user import User

GOOD_ENOUGH = 0.5
"""A text typed that would have earned so much as the answer to another fact is taken for that."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Facts that say one thing: `text` names what they are about, "" for the question as a whole."""

    facts: list[Fact]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """An answered question with all that is told of it.

    `proofs` are of the key, one for each item where items have facts of their own. `elsewhere` says where what was
    wrongly chosen or typed is true, as far as the article says.
    """

    response: Response
    shown: engine.Question
    feedback: Feedback
    proofs: list[Proof]
    elsewhere: list[Proof]


type _Told = Sequence[tuple[Response, engine.Question]]


def with_standing(learner: User, now: datetime) -> FactQuerySet:
    """Return facts as `explain` shows them that carry the learner's `standing` and `due` as well."""
    return _told_facts().standing(learner, now).annotate(due=F("memory__due"))


def _told_facts() -> FactQuerySet:
    return Fact.objects.with_evidence().select_related("article")


def explain(responses: Iterable[Response], tested: FactQuerySet | None = None) -> list[Explanation]:
    """Explain answers in a fixed number of queries; `tested` says how the facts tested are fetched."""
    rows = list(responses)
    facts = _told_facts()
    tested = facts if tested is None else tested
    questions = Prefetch("question", Question.objects.select_related("article"))
    prefetch_related_objects(rows, "appeal", questions, Prefetch("question__facts", tested))
    told = [(response, as_accepted(response.as_shown, response.given)) for response in rows]
    chosen, typed = _chosen(told, facts), _typed(told, facts)
    return [
        Explanation(
            response,
            shown,
            feedback(shown, response.given),
            _proofs(response, shown),
            chosen.get(response.pk, []) + typed.get(response.pk, []),
        )
        for response, shown in told
    ]


def _proofs(response: Response, shown: engine.Question) -> list[Proof]:
    """Return the facts tested, item by item where each item has its own; items of one paragraph stand together."""
    facts = list(response.question.facts.all())
    by_key = {fact.key: fact for fact in facts}
    lines = proven_lines(shown)
    if not lines or any(key not in by_key for _, key in lines):
        return [Proof(facts)]
    groups: dict[tuple[int, ...], list[tuple[str, Fact]]] = {}
    for text, key in lines:
        fact = by_key[key]
        place = tuple(sorted({evidence.paragraph_span()[0] for evidence in fact.evidence.all()}))
        groups.setdefault(place, []).append((text, fact))
    return [Proof([fact for _, fact in group], "; ".join(text for text, _ in group)) for group in groups.values()]


def _chosen(told: _Told, facts: models.QuerySet[Fact]) -> Mapping[int, list[Proof]]:
    """Return for each answer where the wrong choices that it took are true."""
    wanted = [
        (response, text, (response.question.article_id, key))
        for response, shown in told
        for text, key in wrongly_chosen(shown, response.given)
    ]
    if not wanted:
        return {}
    places = {place for _, _, place in wanted}
    known = facts.exclude(status=Fact.Status.RETIRED).filter(
        article__in={article for article, _ in places}, key__in={key for _, key in places}
    )
    found = {(fact.article_id, fact.key): fact for fact in known}
    elsewhere: dict[int, list[Proof]] = {}
    for response, text, place in wanted:
        if place in found and found[place] not in response.question.facts.all():
            elsewhere.setdefault(response.pk, []).append(Proof([found[place]], text))
    return elsewhere


def _typed(told: _Told, facts: models.QuerySet[Fact]) -> Mapping[int, list[Proof]]:
    """Return for each answer which other fact of the article has for its answer what was typed."""
    wrong = [(response, shown, text) for response, shown in told for text in wrongly_typed(shown, response.given)]
    if not wrong:
        return {}
    answers = _answers({response.question.article_id for response, _, _ in wrong})
    meant = [
        (response, text, _meant(shown, text, answers.get(response.question.article_id, ()), response))
        for response, shown, text in wrong
    ]
    found = facts.in_bulk([pk for _, _, pk in meant if pk])
    elsewhere: dict[int, list[Proof]] = {}
    for response, text, pk in meant:
        if pk:
            elsewhere.setdefault(response.pk, []).append(Proof([found[pk]], text))
    return elsewhere


def _answers(articles: set[int]) -> dict[int, list[tuple[int, str]]]:
    """Return the answers of every approved fact of the articles, each with its fact."""
    rows = Fact.objects.approved().filter(article__in=articles).order_by("article", "paragraph", "pk")
    found: dict[int, list[tuple[int, str]]] = {}
    for pk, article, objects in rows.values_list("pk", "article", "objects_found"):
        found.setdefault(article, []).extend((pk, answer["text"]) for answer in objects)
    return found


def _meant(shown: engine.Question, given: str, answers: Iterable[tuple[int, str]], response: Response) -> int | None:
    """Return the fact whose answer the text typed fits best, None where it fits none."""
    own = {fact.pk for fact in response.question.facts.all()}
    fits = [(likeness(shown, text, given), pk) for pk, text in answers if pk not in own]
    credit, best = max(fits, key=lambda fit: fit[0], default=(0.0, None))
    return best if credit >= GOOD_ENOUGH else None
