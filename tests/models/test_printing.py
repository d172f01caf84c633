"""What a quiz prints: its slots, the same each time, with what proves them."""

from __future__ import annotations

import random

import pytest

from quizzes.models import Question, Slot
from quizzes.models.printing import printed
from tests.factories import SENTENCE, ArticleFactory, QuestionFactory, QuizFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    article = ArticleFactory(title="The Alpha Pact")
    for kind in Question.Kind.values[:8]:
        QuestionFactory(article=article, kind=kind, stem=f"What about {kind}?")
    return article


def stems(quiz, version="A"):
    return [one.question.stem for one in printed(quiz, version)]


def test_a_question_comes_with_its_proof_and_its_source(article):
    [one] = printed(QuizFactory(articles=[article], length=1), "A")

    assert (one.proofs, one.source) == ((SENTENCE,), "The Alpha Pact")


def test_versions_ask_the_same_in_another_order(article):
    quiz = QuizFactory(articles=[article], length=5)

    assert len(stems(quiz)) == 5
    assert sorted(stems(quiz, "A")) == sorted(stems(quiz, "B"))
    assert stems(quiz, "A") != stems(quiz, "B")


def test_a_printed_quiz_stays_as_it_is_when_questions_are_added(article):
    quiz = QuizFactory(articles=[article], length=5)
    before = printed(quiz, "B")

    for question in Question.objects.filter(article=article):
        QuestionFactory(article=article, fact=question.facts.get(), stem="A new form?", kind="short_answer")
    QuestionFactory.create_batch(5, article=article, stem="A new fact?")

    assert printed(quiz, "B") == before


def test_paper_asks_the_facts_that_are_asked_on_the_screen(article):
    quiz = QuizFactory(articles=[article], length=3)

    on_paper = stems(quiz)

    asked = quiz.paper(3, random.Random(1))
    assert sorted(question.stem for question in asked) == sorted(on_paper)


def test_a_retired_question_gives_way_to_another_form_of_its_facts(article):
    quiz = QuizFactory(articles=[article], length=8)
    printed(quiz, "A")
    gone = Question.objects.get(kind="numeric")
    QuestionFactory(article=article, fact=gone.facts.get(), stem="In another form?")
    Question.objects.filter(pk=gone.pk).retire()

    assert "In another form?" in stems(quiz)
    assert gone.stem not in stems(quiz)


def test_a_list_without_shuffling_keeps_the_teachers_order_in_the_first_version(article):
    quiz = QuizFactory(articles=[article], selection="list", shuffle_questions=False)
    chosen = list(Question.objects.filter(article=article).order_by("-stem"))
    for position, question in enumerate(chosen, start=1):
        Slot.objects.create(quiz=quiz, position=position, question=question)

    assert stems(quiz, "A") == [question.stem for question in chosen]
    assert stems(quiz, "B") != stems(quiz, "A")


def test_without_questions_nothing_is_printed():
    assert printed(QuizFactory(), "A") == []
