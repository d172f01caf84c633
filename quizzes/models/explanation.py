"""What a learner reads about an answer: the proof of the key, and where that which was answered instead is true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from ..engine import questions as engine
from ..engine.document import Span
from ..engine.mentions import Mention, mention
from ..feedback import (
    Feedback,
    as_accepted,
    feedback,
    likeness,
    proven_lines,
    wrongly_chosen,
    wrongly_named,
    wrongly_typed,
)
from .appeal import Appeal
from .article import Article, Revision
from .fact import Evidence, Fact
from .prepared import Prepared
from .response import TESTED, Response, Tested, find_tested
from .user import User

GOOD_ENOUGH = 0.5
"""A text typed that would have earned so much as the answer to another fact is taken for that."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Facts that say one thing: `text` names what they are about, "" for the question as a whole.

    Where it `is_mention`, the article tells of that there, and nobody has made a fact of it.
    """

    facts: list[Fact]
    text: str = ""
    is_mention: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """An answered question with all that is told of it.

    `proofs` are of the key, one for each item where items have facts of their own. `elsewhere` says where what was
    wrongly chosen or typed is true, or at least told of, as far as the article says.
    """

    response: Response
    shown: engine.Question
    feedback: Feedback
    article: Article
    facts: list[Fact]
    proofs: list[Proof]
    elsewhere: list[Proof]

    @property
    def appeal(self) -> Appeal | None:
        """What the learner says against the verdict, if anything."""
        return getattr(self.response, "appeal", None)


@dataclass(frozen=True, slots=True)
class _Told:
    """An answered question with the facts that it tests."""

    response: Response
    shown: engine.Question
    article: Article
    facts: list[Fact]


def with_standing(learner: User, now: datetime) -> Tested:
    """Return what fetches the facts tested so that they carry the learner's `standing` and `due` as well."""
    facts = Fact.objects.shown().standing(learner, now).annotate(due=F("memory__due"))
    return facts.tested_by


CHOSEN = Prepared(
    lambda articles, keys: (
        Fact.objects.shown().exclude(status=Fact.Status.RETIRED).filter(article__in=articles, key__in=keys)
    )
)
ANSWERS = Prepared(
    lambda articles: (
        Fact.objects.approved()
        .filter(article__in=articles)
        .order_by("paragraph", "pk")
        .values_list("article", "pk", "objects_found")
    )
)
FACTS = Prepared(lambda facts: Fact.objects.shown().filter(pk__in=facts))
EVIDENCE = Prepared(
    lambda facts: Evidence.objects.filter(fact__in=facts).only("fact", "revision", "start", "end").order_by("start")
)
REVISIONS = Prepared(lambda revisions: Revision.objects.filter(pk__in=revisions).only("text").order_by())


def explain(responses: Iterable[Response], tested: Tested = TESTED) -> list[Explanation]:
    """Explain answers in a fixed number of queries; `tested` fetches the facts tested.

    Fetch the responses with their appeal, which is shown beside.
    """
    told = _told(list(responses), tested)
    chosen, typed = _chosen(told), _typed(told)
    elsewhere = {one.response.pk: chosen.get(one.response.pk, []) + typed.get(one.response.pk, []) for one in told}
    _prove([fact for one in told for proof in (Proof(one.facts), *elsewhere[one.response.pk]) for fact in proof.facts])
    return [
        Explanation(
            one.response,
            one.shown,
            feedback(one.shown, one.response.given),
            one.article,
            one.facts,
            _proofs(one),
            elsewhere[one.response.pk] + _named(one, elsewhere[one.response.pk]),
        )
        for one in told
    ]


def _told(responses: list[Response], tested: Tested) -> list[_Told]:
    """Return the answers with the facts that their questions test."""
    find_tested(responses, tested)
    told = []
    for response in responses:
        mine = response.tested or []
        article = mine[0].article if mine else response.question.article
        told.append(_Told(response, as_accepted(response.as_shown, response.given), article, mine))
    return told


def _prove(facts: list[Fact]) -> None:
    """Let the facts know what proves them, the text of each revision fetched once."""
    evidence: list[Evidence] = EVIDENCE(sorted({fact.pk for fact in facts}))
    revisions = {revision.pk: revision for revision in REVISIONS(sorted({one.revision_id for one in evidence}))}
    by_fact: dict[int, list[Evidence]] = {}
    for one in evidence:
        one.revision = revisions[one.revision_id]
        by_fact.setdefault(one.fact_id, []).append(one)
    for fact in facts:
        fact.proof = by_fact.get(fact.pk, [])
        for one in fact.proof:
            one.fact = fact


def _proofs(told: _Told) -> list[Proof]:
    """Return the facts tested, item by item where each item has its own; items of one paragraph stand together."""
    by_key = {fact.key: fact for fact in told.facts}
    lines = proven_lines(told.shown)
    if not lines or any(key not in by_key for _, key in lines):
        return [Proof(told.facts)] if told.facts else []
    groups: dict[tuple[int, ...], list[tuple[str, Fact]]] = {}
    for text, key in lines:
        fact = by_key[key]
        place = tuple(sorted({evidence.paragraph_span()[0] for evidence in fact.proof}))
        groups.setdefault(place, []).append((text, fact))
    return [Proof([fact for _, fact in group], "; ".join(text for text, _ in group)) for group in groups.values()]


def _chosen(told: Sequence[_Told]) -> Mapping[int, list[Proof]]:
    """Return for each answer where the wrong choices that it took are true."""
    wanted = [
        (one, text, (one.article.pk, key))
        for one in told
        for text, key in wrongly_chosen(one.shown, one.response.given)
    ]
    places = {place for _, _, place in wanted}
    known = CHOSEN(sorted({article for article, _ in places}), sorted({key for _, key in places}))
    found = {(fact.article_id, fact.key): fact for fact in known}
    elsewhere: dict[int, list[Proof]] = {}
    for one, text, place in wanted:
        if place in found and found[place] not in one.facts:
            elsewhere.setdefault(one.response.pk, []).append(Proof([found[place]], text))
    return elsewhere


def _named(told: _Told, known: Iterable[Proof]) -> list[Proof]:
    """Return where the text that proves the key tells of the wrong choices of which no fact is known."""
    wrong = wrongly_named(told.shown, told.response.given)
    evidence = [piece for fact in told.facts for piece in fact.proof]
    if not wrong or not evidence:
        return []
    revision = max((piece.revision for piece in evidence), key=lambda revision: revision.pk)
    apart = [Span(piece.start, piece.end) for piece in evidence if piece.revision_id == revision.pk]
    found: dict[Mention, list[str]] = {}
    for text in wrong:
        place = mention(text, revision.text, told.article.title, asked=told.shown.stem, apart=apart)
        if place and text not in (proof.text for proof in known):
            found.setdefault(place, []).append(text)
    return [
        Proof([_telling(told.article, revision, place)], "” and “".join(texts), is_mention=True)
        for place, texts in found.items()
    ]


def _telling(article: Article, revision: Revision, place: Mention) -> Fact:
    """Return a sentence as a fact that it proves itself; it is only shown and never stored."""
    quote = place.sentence.of(revision.text)
    fact = Fact(article=article, statement=quote, paragraph=place.paragraph)
    fact.proof = [
        Evidence(fact=fact, revision=revision, start=place.sentence.start, end=place.sentence.end, quote=quote)
    ]
    return fact


def _typed(told: Sequence[_Told]) -> Mapping[int, list[Proof]]:
    """Return for each answer which other fact of the article has for its answer what was typed."""
    wrong = [(one, text) for one in told for text in wrongly_typed(one.shown, one.response.given)]
    answers = _answers({one.article.pk for one, _ in wrong})
    meant = [(one, text, _meant(one, text, answers.get(one.article.pk, ()))) for one, text in wrong]
    found = {fact.pk: fact for fact in FACTS(sorted({pk for _, _, pk in meant if pk}))}
    elsewhere: dict[int, list[Proof]] = {}
    for one, text, pk in meant:
        if pk in found:
            elsewhere.setdefault(one.response.pk, []).append(Proof([found[pk]], text))
    return elsewhere


def _answers(articles: set[int]) -> dict[int, list[tuple[int, str]]]:
    """Return the answers of every approved fact of the articles, each with its fact."""
    found: dict[int, list[tuple[int, str]]] = {}
    for article, pk, objects in ANSWERS(sorted(articles)):
        found.setdefault(article, []).extend((pk, answer["text"]) for answer in objects)
    return found


def _meant(told: _Told, given: str, answers: Iterable[tuple[int, str]]) -> int | None:
    """Return the fact whose answer the text typed fits best, None where it fits none."""
    own = {fact.pk for fact in told.facts}
    fits = [(likeness(told.shown, text, given), pk) for pk, text in answers if pk not in own]
    credit, best = max(fits, key=lambda fit: fit[0], default=(0.0, None))
    return best if credit >= GOOD_ENOUGH else None
