"""From the engine's bank to rows. What the engine names alike is the same row, however often the text is read."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction
from simple_history.utils import bulk_create_with_history

from .article import Article, Revision
from .fact import Evidence, Fact
from .question import Accepted, Choice, Question

if TYPE_CHECKING:
    from ..engine.bank import Bank
    from ..engine.facts import base as engine_facts
    from ..engine.questions import base as engine_questions

WRITTEN = "Written by the engine"
PLACES = Decimal("0.000001")


@transaction.atomic
def store(revision: Revision, bank: Bank, *, approve: bool = False) -> None:
    """Add the facts and questions that the revision's article does not have yet, and leave those it has alone."""
    # The article's row is the lock: two workers store one after the other.
    article = Article.objects.select_for_update().get(pk=revision.article_id)
    facts = _store_facts(revision, bank)
    _store_questions(article, bank, facts)
    if approve:
        Question.objects.filter(article=article).proven().approve()


def _store_facts(revision: Revision, bank: Bank) -> dict[str, Fact]:
    """Return every fact of the article by its key, those just added included."""
    known = {fact.key: fact for fact in Fact.objects.filter(article=revision.article_id)}
    new = {fact.id: fact for fact in bank.facts if fact.id not in known}
    rows = Fact.objects.bulk_create([_fact(revision, fact, bank) for fact in new.values()])
    Evidence.objects.bulk_create([piece for row in rows for piece in _evidence(revision, row, new[row.key])])
    return known | {row.key: row for row in rows}


def _fact(revision: Revision, fact: engine_facts.Fact, bank: Bank) -> Fact:
    amount = next((answer for answer in fact.answers if answer.value is not None), None)
    return Fact(
        article_id=revision.article_id,
        key=fact.id,
        kind=fact.kind,
        statement=fact.statement,
        subject=fact.subject[:300],
        relation=fact.relation[:200],
        objects_found=[{"text": answer.text, "type": answer.type.value} for answer in fact.answers],
        time=fact.event.date[:40] if fact.event else "",
        amount=stored_number(amount.value) if amount else None,
        unit=amount.unit[:80] if amount else "",
        paragraph=fact.paragraph,
        salience=fact.salience,
        origin=bank.origin,
        model=bank.model,
    )


def stored_number(value: Decimal | None) -> Decimal | None:
    """Return the number as the column holds it, None where it is too big to be held."""
    return value.quantize(PLACES) if value is not None and abs(value) < Decimal(10) ** 18 else None


def _evidence(revision: Revision, row: Fact, fact: engine_facts.Fact) -> Iterator[Evidence]:
    for span in dict.fromkeys(fact.evidence):
        yield Evidence(fact=row, revision=revision, start=span.start, end=span.end, quote=span.of(revision.text))


def _store_questions(article: Article, bank: Bank, facts: dict[str, Fact]) -> None:
    known = set(Question.objects.filter(article=article).values_list("key", flat=True))
    new = {question.id: question for question in (*bank.questions, *bank.forms) if question.id not in known}
    rows = [_question(article, question, bank) for question in new.values()]
    reason = WRITTEN if not bank.model else f"Proposed by {bank.model}"[:100]
    bulk_create_with_history(rows, Question, default_change_reason=reason)
    pairs = [(row, new[row.key]) for row in Question.objects.filter(article=article, key__in=list(new))]
    tests = Question.facts.through
    tested = {(row.pk, facts[key].pk) for row, question in pairs for key in question.facts}
    tests.objects.bulk_create(tests(question_id=question, fact_id=fact) for question, fact in sorted(tested))
    choices = [choice for row, question in pairs for choice in _choices(row, question, facts)]
    accepted = [answer for row, question in pairs for answer in _accepted(row, question)]
    bulk_create_with_history(choices, Choice, default_change_reason=reason)
    bulk_create_with_history(accepted, Accepted, default_change_reason=reason)


def _question(article: Article, question: engine_questions.Question, bank: Bank) -> Question:
    return Question(
        article=article,
        key=question.id,
        kind=question.kind,
        level=question.level.value,
        stem=question.stem,
        explanation=question.explanation,
        difficulty=question.difficulty,
        score=question.score,
        proofs=list(question.proofs),
        reject=list(question.reject) or None,
        words=(list(question.options) or None) if question.kind == Question.Kind.CLOZE else None,
        origin=bank.origin,
        model=bank.model,
    )


def _choices(row: Question, question: engine_questions.Question, facts: dict[str, Fact]) -> Iterator[Choice]:
    """Write the choices in their own order, those of an ordering question in the right one."""
    indexes = question.key if question.kind == Question.Kind.ORDERING else range(len(question.choices))
    for position, index in enumerate(indexes):
        yield Choice(
            question=row,
            text=question.choices[index],
            is_key=question.kind in Question.KEYED_KINDS and index in question.key,
            pair=question.options[question.key[index]] if question.kind == Question.Kind.MATCHING else "",
            position=position,
            fact=facts.get(question.choice_facts[index]) if question.choice_facts else None,
            note=question.notes[index] if question.notes else "",
            paragraph=question.paragraphs[index] if question.paragraphs else None,
        )


def _accepted(row: Question, question: engine_questions.Question) -> Iterator[Accepted]:
    distinct = {(answer.gap, answer.text[:500]): answer for answer in reversed(question.accept)}
    for position, ((gap, text), answer) in enumerate(reversed(distinct.items())):
        yield Accepted(
            question=row,
            text=text,
            number=stored_number(answer.number),
            tolerance=(stored_number(answer.tolerance) or Decimal(0)) if answer.number is not None else Decimal(0),
            credit=answer.credit,
            position=position,
            gap=gap,
        )
