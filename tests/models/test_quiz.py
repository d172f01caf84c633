"""Who may take a quiz, when, and what it draws."""

import random
from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest

from quizzes.models import Attempt, Question, Quiz
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


def test_paper_asks_no_fact_twice():
    article = ArticleFactory()
    fact = FactFactory(article=article)
    for kind in ["single_choice", "cloze", "numeric"]:
        QuestionFactory(article=article, fact=fact, kind=kind)
    quiz = QuizFactory(articles=[article])

    assert len(quiz.paper(10, random.Random(1))) == 1


def test_paper_takes_only_the_kinds_of_the_quiz():
    article = ArticleFactory()
    wanted = QuestionFactory(article=article, kind="cloze")
    QuestionFactory(article=article, kind="numeric")
    quiz = QuizFactory(articles=[article], kinds=["cloze"])

    assert quiz.paper(10, random.Random(1)) == [wanted]


def test_paper_leaves_out_other_articles_and_drafts():
    article = ArticleFactory()
    QuestionFactory()
    QuestionFactory(article=article, status="draft")

    assert QuizFactory(articles=[article]).paper(10, random.Random(1)) == []


def facts_of(questions):
    return {fact for question in questions for fact in question.facts.all()}


def parallel(forms=3, facts=20, **about):
    """A quiz of ten facts out of twenty, each with several forms."""
    article = ArticleFactory()
    for fact in FactFactory.create_batch(facts, article=article):
        for kind in ["single_choice", "cloze", "numeric"][:forms]:
            QuestionFactory(article=article, fact=fact, kind=kind)
    return QuizFactory(articles=[article], length=10, **about)


def test_paper_asks_everybody_the_same_facts_in_different_forms():
    quiz = parallel()

    one, other = (quiz.paper(10, random.Random(seed)) for seed in (1, 2))

    assert facts_of(one) == facts_of(other)
    assert {question.pk for question in one} != {question.pk for question in other}


def test_neighbours_read_different_forms_as_far_as_there_are_any():
    quiz = parallel(forms=3)

    papers = []
    for learner in AdminFactory.create_batch(3):
        attempt = Attempt.objects.start(learner, quiz, None, 1, NOW)
        papers.append(set(attempt.responses.values_list("question", flat=True)))

    assert all(one.isdisjoint(other) for one, other in combinations(papers, 2))


def test_paper_prefers_forms_not_seen():
    quiz = parallel()
    first = quiz.paper(10, random.Random(1))
    seen = frozenset(question.pk for question in first)

    again = quiz.paper(10, random.Random(1), seen)

    assert seen.isdisjoint(question.pk for question in again)
    assert facts_of(again) == facts_of(first)


def test_paper_asks_a_seen_form_where_there_is_no_other():
    quiz = parallel(forms=1)
    seen = frozenset(question.pk for question in quiz.paper(10, random.Random(1)))

    assert {question.pk for question in quiz.paper(10, random.Random(2), seen)} == seen


def test_paper_asks_another_form_of_a_retired_question():
    quiz = parallel(forms=2, facts=1)
    quiz.fill()
    Question.objects.filter(slots__quiz=quiz).update(status="retired")

    [asked] = quiz.paper(1, random.Random(1))

    assert asked.status == "approved"


def test_paper_leaves_out_what_can_no_longer_be_asked():
    quiz = parallel(forms=1, facts=2)
    quiz.fill()
    Question.objects.filter(pk=quiz.slots.first().question_id).update(status="retired")

    assert len(quiz.paper(2, random.Random(1))) == 1


def test_paper_keeps_the_order_of_slots_unless_shuffled():
    quiz = parallel(forms=1, shuffle_questions=False)
    quiz.fill()

    asked = [question.pk for question in quiz.paper(10, random.Random(1))]

    assert asked == list(quiz.slots.values_list("question", flat=True))


def test_paper_of_a_list_asks_just_that():
    article = ArticleFactory()
    first, _, third = QuestionFactory.create_batch(3, article=article)
    quiz = QuizFactory(articles=[article], selection="list", shuffle_questions=False, kinds=["cloze"])
    for position, question in enumerate([third, first], start=1):
        quiz.slots.create(position=position, question=question)

    assert quiz.paper(10, random.Random(1)) == [third, first]
    assert quiz.size() == 2


def test_size_is_what_was_drawn():
    article = ArticleFactory()
    first, second = FactFactory.create_batch(2, article=article)
    both = QuestionFactory(article=article, fact=first)
    both.facts.add(second)
    quiz = QuizFactory(articles=[article], length=10)

    quiz.fill()

    assert quiz.size() == len(quiz.paper(10, random.Random(1))) == 1


def test_practice_draws_afresh_what_was_not_seen():
    article = ArticleFactory()
    questions = QuestionFactory.create_batch(6, article=article)
    quiz = Quiz.objects.practice(article)
    seen = frozenset(question.pk for question in questions[:3])

    asked = quiz.paper(3, random.Random(1), seen)

    assert {question.pk for question in asked} == {question.pk for question in questions[3:]}
    assert not quiz.slots.exists()


def test_redraw_asks_other_facts():
    quiz = parallel(facts=60)
    quiz.fill()
    before = set(quiz.slots.values_list("question__facts", flat=True))

    quiz.redraw()

    assert set(quiz.slots.values_list("question__facts", flat=True)) != before
    assert quiz.slots.count() == 10


def test_redraw_keeps_a_list():
    quiz = QuizFactory(selection="list")
    quiz.slots.create(position=1, question=QuestionFactory())

    quiz.redraw()

    assert quiz.slots.count() == 1


def test_minutes_add_the_most_extra_time_of_the_classes_that_have_the_quiz():
    learner, quiz = StudentFactory(), QuizFactory(time_limit=40)
    assigned(learner, quiz).course.enrollments.update(extra_time=25)
    assigned(learner, quiz).course.enrollments.update(extra_time=50)
    EnrollmentFactory(person=learner, extra_time=100)

    assert quiz.minutes(learner) == 60


def test_feedback_from_is_the_last_due_date_of_the_learners_classes():
    learner, quiz = StudentFactory(), QuizFactory(feedback="due")
    assigned(learner, quiz, due=NOW)
    assigned(learner, quiz, due=NOW + HOUR)
    AssignmentFactory(quiz=quiz, opens=NOW, due=NOW + 9 * HOUR)

    assert quiz.feedback_from(learner) == NOW + HOUR


def test_feedback_from_nowhere_while_one_class_has_no_due_date():
    learner, quiz = StudentFactory(), QuizFactory(feedback="due")
    assigned(learner, quiz, due=NOW)
    assigned(learner, quiz)

    assert quiz.feedback_from(learner) is None


@pytest.mark.parametrize(
    ("feedback", "dues", "warned"),
    [
        ("end", [None], ""),
        ("due", [], "Set it when you give"),
        ("due", [NOW], ""),
        ("due", [NOW, None], "none for Form 2:"),
        ("due", [None, None], "none for Form 1, Form 2:"),
    ],
)
def test_undated_names_the_classes_without_a_due_date(feedback, dues, warned):
    quiz = QuizFactory(feedback=feedback)
    for number, due in enumerate(dues, start=1):
        AssignmentFactory(quiz=quiz, course__name=f"Form {number}", opens=NOW, due=due)

    assert warned in quiz.undated()
    assert bool(quiz.undated()) is bool(warned)


def test_feedback_from_is_no_matter_of_other_ways():
    learner, quiz = StudentFactory(), QuizFactory(feedback="end")
    assigned(learner, quiz, due=NOW)

    assert quiz.feedback_from(learner) is None


def test_choose_makes_a_fixed_list():
    quiz = parallel(forms=1, facts=3)
    quiz.fill()
    wanted = list(Question.objects.order_by("-pk"))[:2]

    quiz.choose(wanted)

    assert [slot.question for slot in quiz.slots.all()] == wanted
    assert quiz.selection == "list"


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ({"length": 30}, "questions for 20 of the 30 facts"),
        ({"kinds_wanted": 4}, "3 kinds of question of the 4"),
        ({"understanding": 50}, "0 % of the questions ask for understanding"),
    ],
)
def test_shortfall_says_what_the_articles_do_not_have(about, words):
    quiz = parallel()
    for name, value in about.items():
        setattr(quiz, name, value)
    quiz.fill()

    assert [words in problem for problem in quiz.shortfall()] == [True]


def test_shortfall_of_a_rule_that_is_met_is_empty():
    quiz = parallel(kinds_wanted=3)
    quiz.fill()

    assert quiz.shortfall() == []
