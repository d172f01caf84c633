"""The rules between tables that only triggers can hold."""

import pytest
from django.db import Error, connection, transaction

from quizzes.models import Revision
from tests.factories import (
    AcceptedFactory,
    ChoiceFactory,
    EvidenceFactory,
    FactFactory,
    QuestionFactory,
    ResponseFactory,
    RevisionFactory,
)

pytestmark = pytest.mark.django_db


def refused(rule):
    return pytest.raises(Error, match=rule)


def test_evidence_quote_must_be_the_slice_of_the_text():
    fact = FactFactory()
    revision = fact.article.revisions.get()

    with refused("evidence_within_text"), transaction.atomic():
        EvidenceFactory(fact=fact, revision=revision, start=1, end=35)


def test_evidence_must_end_within_the_text():
    fact = FactFactory()
    revision = fact.article.revisions.get()

    with refused("evidence_within_text"), transaction.atomic():
        EvidenceFactory(fact=fact, revision=revision, start=5000, end=5003, quote="abc")


def test_evidence_counts_characters_as_python_does():
    fact = FactFactory()
    revision = RevisionFactory(article=fact.article, number=9, text="Zürich 😀 é lies in Switzerland.")

    evidence = EvidenceFactory(fact=fact, revision=revision, start=7, end=10, quote="😀 é")

    assert revision.text[evidence.start : evidence.end] == evidence.quote


def test_evidence_must_be_of_the_facts_article():
    with refused("evidence_of_same_article"), transaction.atomic():
        EvidenceFactory(fact=FactFactory(), revision=RevisionFactory())


def test_revision_text_never_changes():
    revision = RevisionFactory()

    with refused("revision_text_never_changes"), transaction.atomic():
        Revision.objects.filter(pk=revision.pk).update(text="Something else.")


@pytest.mark.parametrize("kind", ["cloze", "short_answer", "numeric"])
def test_typed_kinds_have_no_choices(kind):
    question = QuestionFactory(kind=kind)

    with refused("choice_only_on_choice_kinds"), transaction.atomic():
        ChoiceFactory(question=question)


@pytest.mark.parametrize(
    "kind", ["single_choice", "multiple_choice", "true_false", "matching", "ordering", "find_evidence"]
)
def test_choice_kinds_have_no_typed_answers(kind):
    question = QuestionFactory(kind=kind)

    with refused("accepted_only_on_typed_kinds"), transaction.atomic():
        AcceptedFactory(question=question)


def test_kind_cannot_change_away_from_its_answers():
    question = QuestionFactory(kind="single_choice")
    question.kind = "cloze"

    with refused("question_kind_fits_answers"), transaction.atomic():
        question.save()


def test_question_tests_facts_of_its_own_article_only():
    question = QuestionFactory()

    with refused("question_fact_of_same_article"), transaction.atomic():
        question.facts.add(FactFactory())


def test_an_answer_is_never_unsent():
    from django.utils import timezone

    response = ResponseFactory(answered=timezone.now(), credit=1.0)
    response.answered, response.credit = None, None

    with refused("response_answer_never_unsent"), transaction.atomic():
        response.save()


def test_every_trigger_is_in_the_database():
    from importlib import import_module

    rules = {rule[1] for rule in import_module("quizzes.migrations.0002_triggers").RULES}
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    )

    with connection.cursor() as cursor:
        cursor.execute(query)
        names = {row[0] for row in cursor.fetchall()}

    assert all(any(name.startswith(rule) for name in names) for rule in rules)
