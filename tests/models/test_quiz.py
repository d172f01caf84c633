"""Who may take a quiz, when, and what it draws."""

import random
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from quizzes.models import Quiz
from quizzes.models.quiz import draw
from tests.factories import (
    AdminFactory,
    ArticleFactory,
    AssignmentFactory,
    AttemptFactory,
    EnrollmentFactory,
    FactFactory,
    QuestionFactory,
    QuizFactory,
    StudentFactory,
)

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def assigned(learner, quiz, **hours):
    enrollment = EnrollmentFactory(person=learner)
    return AssignmentFactory(quiz=quiz, course=enrollment.course, **{"opens": NOW - HOUR, **hours})


def test_practice_makes_one_quiz_for_an_article():
    article = ArticleFactory()

    quiz = Quiz.objects.practice(article)

    assert Quiz.objects.practice(article) == quiz
    assert list(quiz.articles.all()) == [article]


def test_practice_shortens_a_long_title():
    article = ArticleFactory(title="x" * 300)

    assert Quiz.objects.practice(article).title == "x" * 200


def test_visible_to_owner_class_and_readers():
    learner = StudentFactory()
    given, own, practice = QuizFactory(), QuizFactory(owner=learner), Quiz.objects.practice(ArticleFactory())
    assigned(learner, given)

    assert set(Quiz.objects.visible_to(learner)) == {given, own, practice}


def test_visible_to_leaves_out_other_classes_and_private_articles():
    QuizFactory()
    assigned(StudentFactory(), QuizFactory())
    Quiz.objects.practice(ArticleFactory(visibility="private"))

    assert not Quiz.objects.visible_to(StudentFactory()).exists()


def test_visible_to_names_a_quiz_of_two_classes_once():
    learner, quiz = StudentFactory(), QuizFactory()
    assigned(learner, quiz)
    assigned(learner, quiz)

    assert list(Quiz.objects.visible_to(learner)) == [quiz]


def test_visible_to_admin_is_everything():
    quiz = QuizFactory()

    assert quiz in Quiz.objects.visible_to(AdminFactory())


def test_closing_says_when_a_quiz_opens():
    learner, quiz = StudentFactory(), QuizFactory()
    assigned(learner, quiz, opens=NOW + HOUR)

    assert quiz.closing(learner, NOW) == "This quiz opens on 2 March 2026, 13:00. Come back then."


def test_closing_says_when_a_quiz_closed():
    learner, quiz = StudentFactory(), QuizFactory()
    assigned(learner, quiz, closes=NOW)

    assert quiz.closing(learner, NOW).startswith("This quiz closed on 2 March 2026, 12:00.")


def test_closing_is_empty_when_one_of_two_classes_is_open():
    learner, quiz = StudentFactory(), QuizFactory()
    assigned(learner, quiz, closes=NOW)
    assigned(learner, quiz, closes=NOW + HOUR)

    assert quiz.closing(learner, NOW) == ""


def test_closing_knows_that_a_quiz_was_taken_away():
    assert "not assigned to you any more" in QuizFactory().closing(StudentFactory(), NOW)


def test_closing_never_stops_practice_owner_or_admin():
    learner, admin = StudentFactory(), AdminFactory()
    practice, own = Quiz.objects.practice(ArticleFactory()), QuizFactory(owner=learner)

    assert [practice.closing(learner, NOW), own.closing(learner, NOW), own.closing(admin, NOW)] == ["", "", ""]


@pytest.mark.parametrize(("allowed", "words"), [(1, "can be taken once"), (2, "can be taken 2 times")])
def test_refusal_when_all_attempts_are_used(allowed, words):
    learner = StudentFactory()
    quiz = QuizFactory(attempts_allowed=allowed)
    assigned(learner, quiz)
    for _ in range(allowed):
        AttemptFactory(learner=learner, quiz=quiz, started=NOW, finished=NOW, score=1)

    assert words in quiz.refusal(learner, NOW)


def test_refusal_does_not_count_practice_rounds():
    learner = StudentFactory()
    quiz = QuizFactory(attempts_allowed=2)
    assigned(learner, quiz)
    first = AttemptFactory(learner=learner, quiz=quiz, started=NOW, finished=NOW, score=1)
    AttemptFactory(learner=learner, quiz=quiz, started=NOW, finished=NOW, score=1, retry_of=first)

    assert quiz.refusal(learner, NOW) == ""


def test_draw_asks_no_fact_twice():
    article = ArticleFactory()
    fact = FactFactory(article=article)
    for kind in ["single_choice", "cloze", "numeric"]:
        QuestionFactory(article=article, fact=fact, kind=kind)
    quiz = QuizFactory(articles=[article])

    assert len(quiz.draw(10, random.Random(1))) == 1


def test_draw_takes_only_the_kinds_of_the_quiz():
    article = ArticleFactory()
    wanted = QuestionFactory(article=article, kind="cloze")
    QuestionFactory(article=article, kind="numeric")
    quiz = QuizFactory(articles=[article], kinds=["cloze"])

    assert quiz.draw(10, random.Random(1)) == [wanted]


def test_draw_leaves_out_other_articles_and_drafts():
    article = ArticleFactory()
    QuestionFactory()
    QuestionFactory(article=article, status="draft")

    assert QuizFactory(articles=[article]).draw(10, random.Random(1)) == []


ROWS = [(number, kind, number) for number, kind in enumerate(["a"] * 20 + ["b"] * 3 + ["c"] * 3)]


def test_draw_is_the_same_for_the_same_seed():
    assert draw(ROWS, 10, random.Random(3)) == draw(ROWS, 10, random.Random(3))


def test_draw_differs_by_seed():
    assert len({tuple(draw(ROWS, 10, random.Random(seed))) for seed in range(5)}) == 5


def test_draw_mixes_kinds():
    kinds = Counter(ROWS[pk][1] for pk in draw(ROWS, 9, random.Random(3)))

    assert kinds == {"a": 3, "b": 3, "c": 3}


def test_draw_gives_all_there_are():
    assert sorted(draw(ROWS, 100, random.Random(3))) == list(range(26))


def test_draw_counts_every_fact_of_a_question():
    rows = [(1, "ordering", 1), (1, "ordering", 2), (2, "cloze", 1), (3, "cloze", 2)]

    chosen = [sorted(draw(rows, 3, random.Random(seed))) for seed in range(20)]

    assert {tuple(pks) for pks in chosen} == {(1,), (2, 3)}
