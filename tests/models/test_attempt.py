"""An attempt from its start to its score."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from quizzes.engine.questions import InvalidAnswer
from quizzes.models import Attempt, Memory, Question, Quiz, Response, Review
from quizzes.models.quiz import Refused
from quizzes.models.refusals import AlreadyAnswered, OutOfTurn
from tests.factories import (
    ArticleFactory,
    AssignmentFactory,
    AttemptFactory,
    EnrollmentFactory,
    FactFactory,
    QuestionFactory,
    QuizFactory,
    ResponseFactory,
    StudentFactory,
)
from tests.models.attempts import HOUR, NOW, answer_all, begin, late, quiz_of, right, wrong

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return ArticleFactory()


@pytest.fixture
def learner():
    return StudentFactory()


def test_start_lays_out_positions_from_one(article, learner):
    attempt = begin(article, learner, "single_choice", "cloze", "numeric")

    assert list(attempt.responses.values_list("position", flat=True)) == [1, 2, 3]


def test_start_draws_the_same_for_the_same_seed(article, learner):
    quiz = quiz_of(article, learner, *Question.Kind.values)

    one = Attempt.objects.start(learner, quiz, 5, 11, NOW)
    other = Attempt.objects.start(StudentFactory(is_superuser=True), quiz, 5, 11, NOW)

    assert [r.shown for r in one.responses.all()] == [r.shown for r in other.responses.all()]


def test_start_shuffles_choices(article, learner):
    quiz = quiz_of(article, learner, *["single_choice"] * 20, length=20)

    attempt = Attempt.objects.start(learner, quiz, 20, 11, NOW)

    assert {response.as_shown.key[0] for response in attempt.responses.all()} == {0, 1, 2, 3}


def test_start_resumes_the_open_attempt(article, learner):
    attempt = begin(article, learner, "cloze")

    assert Attempt.objects.start(learner, attempt.quiz, 1, 99, NOW) == attempt


def test_start_needs_an_approved_question(article, learner):
    quiz = QuizFactory(articles=[article], owner=learner)

    with pytest.raises(Refused, match="no approved question"):
        Attempt.objects.start(learner, quiz, 5, 1, NOW)


def test_start_is_refused_while_closed(article, learner):
    quiz = quiz_of(article, None, "cloze", owner=article.owner)

    with pytest.raises(Refused, match="not assigned"):
        Attempt.objects.start(learner, quiz, 5, 1, NOW)


def test_start_costs_the_same_queries_for_any_length(article, learner, django_assert_num_queries):
    short, long = (quiz_of(article, learner, *["single_choice"] * 25, length=length) for length in (1, 50))

    with CaptureQueriesContext(connection) as one:
        Attempt.objects.start(learner, short, 1, 1, NOW)

    with django_assert_num_queries(len(one)):
        Attempt.objects.start(learner, long, 50, 1, NOW)


def test_answer_keeps_what_was_given_and_its_grade(article, learner):
    attempt = begin(article, learner, "single_choice")

    attempt.answer(1, right(attempt.responses.get()), NOW)

    response = attempt.responses.get()
    assert (response.credit, response.answered, response.message) == (1, NOW, "Right.")
    assert response.given == right(response)


def test_answer_sent_again_changes_nothing(article, learner):
    attempt = begin(article, learner, "single_choice", "cloze")
    first = right(attempt.responses.get(position=1))

    attempt.answer(1, first, NOW, token="form")
    again = attempt.answer(1, first, NOW + HOUR, token="form")

    assert (again.credit, again.answered, again.version) == (1, NOW, 1)


@pytest.mark.parametrize("token", ["form", "another"])
def test_another_answer_after_feedback_is_refused(article, learner, token):
    attempt = begin(article, learner, "single_choice", "cloze")
    first = attempt.responses.get(position=1)
    attempt.answer(1, right(first), NOW, token="form")

    with pytest.raises(AlreadyAnswered):
        attempt.answer(1, wrong(first), NOW + HOUR, token=token, version=1)

    assert attempt.responses.get(position=1).credit == 1


def test_answer_of_a_later_question_is_welcome(article, learner):
    attempt = begin(article, learner, "single_choice", "cloze")

    attempt.answer(2, right(attempt.responses.get(position=2)), NOW)

    assert attempt.next_position == 1


def test_answer_of_a_later_question_is_refused_one_way(article, learner):
    attempt = Attempt.objects.start(learner, quiz_of(article, learner, "cloze", "cloze", one_way=True), 2, 1, NOW)

    with pytest.raises(OutOfTurn):
        attempt.answer(2, "1992", NOW)

    assert attempt.responses.get(position=2).answered is None


def test_a_question_left_open_one_way_lets_the_next_come(article, learner):
    attempt = Attempt.objects.start(learner, quiz_of(article, learner, "cloze", "cloze", one_way=True), 2, 1, NOW)

    left = attempt.answer(1, None, NOW)

    assert (left.given, left.credit) == (None, 0)
    assert attempt.may_see(2)


def test_answer_that_does_not_fit_leaves_the_question_open(article, learner):
    attempt = begin(article, learner, "single_choice")

    with pytest.raises(InvalidAnswer):
        attempt.answer(1, [17], NOW)

    assert attempt.next_position == 1


def test_answer_counts_as_a_review_of_every_fact(article, learner):
    facts = [FactFactory(article=article), FactFactory(article=article)]
    QuestionFactory(article=article, fact=facts[0]).facts.add(facts[1])
    attempt = Attempt.objects.start(learner, quiz_of(article, learner), 5, 1, NOW)

    attempt.answer(1, wrong(attempt.responses.get()), NOW)

    assert set(Review.objects.values_list("fact", "rating")) == {(fact.pk, Review.Rating.AGAIN) for fact in facts}
    assert Memory.objects.of(learner).count() == 2


def test_answer_sent_again_is_no_second_review(article, learner):
    attempt = begin(article, learner, "cloze")

    attempt.answer(1, "1992", NOW)
    attempt.answer(1, "1992", NOW + HOUR)

    assert Review.objects.count() == 1


def test_grade_comes_from_the_question_as_shown(article, learner):
    attempt = begin(article, learner, "single_choice")
    response = attempt.responses.get()
    response.question.choices.update(is_key=False)

    assert attempt.answer(1, right(response), NOW).credit == 1


def test_last_answer_finishes_with_the_mean_credit(article, learner):
    attempt = begin(article, learner, "single_choice", "single_choice")
    first, second = attempt.responses.all()

    attempt.answer(1, right(first), NOW)
    attempt.answer(2, wrong(second), NOW + HOUR)

    attempt.refresh_from_db()
    assert (attempt.score, attempt.finished) == (0.5, NOW + HOUR)


def test_answer_while_questions_are_open_does_not_finish(article, learner):
    attempt = begin(article, learner, "single_choice", "cloze")

    attempt.answer(1, right(attempt.responses.get(position=1)), NOW)

    attempt.refresh_from_db()
    assert attempt.finished is None


@pytest.fixture
def given(article, learner):
    """An attempt of a quiz that closes in an hour."""
    quiz = quiz_of(article, None, "single_choice", "single_choice", owner=article.owner)
    course = EnrollmentFactory(person=learner).course
    AssignmentFactory(quiz=quiz, course=course, opens=NOW - HOUR, closes=NOW + HOUR)
    return Attempt.objects.start(learner, quiz, 2, 1, NOW)


def test_answer_after_closing_is_refused(given):
    with pytest.raises(Refused, match="closed on 2 March 2026, 13:00"):
        given.answer(1, right(given.responses.get(position=1)), NOW + HOUR)

    assert given.responses.get(position=1).answered is None


def test_expire_scores_what_was_answered(given):
    given.answer(1, right(given.responses.get(position=1)), NOW)

    assert given.expire(NOW + HOUR)

    given.refresh_from_db()
    assert (given.score, given.finished) == (0.5, NOW + HOUR)


def test_expire_leaves_an_open_quiz_alone(given):
    assert not given.expire(NOW)

    assert given.finished is None


def test_answer_to_an_expired_attempt_is_refused(given):
    given.expire(NOW + HOUR)
    given.quiz.assignments.update(closes=None)

    with pytest.raises(Refused, match="finished"):
        given.answer(1, right(given.responses.get(position=1)), NOW + HOUR)


def test_start_after_closing_does_not_resume(given):
    with pytest.raises(Refused, match="closed"):
        Attempt.objects.start(given.learner, given.quiz, 2, 1, NOW + HOUR)


def test_finish_never_lies_before_the_start(article, learner):
    attempt = begin(article, learner, "single_choice")

    attempt.finish(NOW - HOUR)

    assert attempt.finished == NOW


def test_finish_of_a_deleted_attempt_does_nothing(article, learner):
    attempt = begin(article, learner, "cloze")
    Attempt.objects.filter(pk=attempt.pk).delete()

    attempt.finish(NOW)

    assert attempt.finished is None


def test_retry_asks_only_what_was_missed(article, learner):
    attempt = begin(article, learner, "single_choice", "true_false")
    missed = attempt.responses.get(question__kind="single_choice").question
    for response in attempt.responses.all():
        attempt.answer(response.position, (wrong if response.question == missed else right)(response), NOW)
    attempt.refresh_from_db()

    retry = attempt.retry(1, NOW)

    assert [response.question for response in retry.responses.all()] == [missed]
    assert retry.retry_of == attempt


def test_retry_prefers_another_form_of_the_fact(article, learner):
    attempt = begin(article, learner, "single_choice")
    fact = attempt.responses.get().question.facts.get()
    other = QuestionFactory(article=article, fact=fact, kind="cloze")
    answer_all(attempt, wrong)

    retry = attempt.retry(1, NOW)

    assert [response.question for response in retry.responses.all()] == [other]


def test_practice_and_the_next_attempt_stand_side_by_side(article, learner):
    attempt = begin(article, learner, "single_choice")
    answer_all(attempt, give=wrong)
    practice = attempt.retry(1, NOW)

    following = Attempt.objects.start(learner, attempt.quiz, 1, 5, NOW)

    assert following not in (attempt, practice)
    assert Attempt.objects.start(learner, attempt.quiz, 1, 6, NOW) == following
    assert attempt.retry(2, NOW) == practice


@pytest.mark.parametrize("is_practice", [True, False])
def test_only_one_of_each_can_be_open(article, learner, is_practice):
    attempt = begin(article, learner, "single_choice")
    answer_all(attempt, give=wrong)
    about = {"learner": learner, "quiz": attempt.quiz, "retry_of": attempt if is_practice else None}
    AttemptFactory(**about)

    with pytest.raises(IntegrityError), transaction.atomic():
        AttemptFactory(**about)


def test_retry_is_allowed_when_the_quiz_is_not(given):
    answer_all(given, wrong)

    retry = given.retry(1, NOW + 2 * HOUR)

    assert retry.answer(1, right(retry.responses.get(position=1)), NOW + 2 * HOUR).credit == 1


def test_retry_needs_something_missed(article, learner):
    attempt = begin(article, learner, "single_choice")
    answer_all(attempt, right)

    with pytest.raises(Refused, match="nothing to practise"):
        attempt.retry(1, NOW)


def test_retry_needs_a_finished_attempt(article, learner):
    with pytest.raises(Refused, match="Finish this attempt first"):
        begin(article, learner, "single_choice").retry(1, NOW)


def test_retry_leaves_out_retired_questions(article, learner):
    attempt = begin(article, learner, "single_choice")
    answer_all(attempt, wrong)
    Question.objects.update(status="retired")

    with pytest.raises(Refused, match="no approved question"):
        attempt.retry(1, NOW)


def test_of_is_the_learners_own(article, learner):
    attempt = begin(article, learner, "cloze")

    assert list(Attempt.objects.of(learner)) == [attempt]
    assert not Attempt.objects.of(StudentFactory()).exists()


def test_practice_asks_nothing_that_an_open_quiz_explains_later(article, learner):
    attempt = late(article, learner, "single_choice")
    other = QuestionFactory(article=article)

    practice = Attempt.objects.start(learner, Quiz.objects.practice(article), 10, 1, NOW)

    assert [response.question for response in practice.responses.all()] == [other]
    assert attempt.responses.get().question != other


def test_practice_on_what_an_open_quiz_asks_is_refused(article, learner):
    late(article, learner, "single_choice")

    with pytest.raises(Refused, match="not explained it yet"):
        Attempt.objects.start(learner, Quiz.objects.practice(article), 10, 1, NOW)


def test_practice_of_what_was_missed_asks_nothing_that_an_open_quiz_explains_later(article, learner):
    QuestionFactory(article=article)
    before = Attempt.objects.start(learner, Quiz.objects.practice(article), 1, 1, NOW)
    answer_all(before, give=wrong)
    Attempt.objects.start(learner, QuizFactory(articles=[article], owner=learner, feedback="end"), 1, 1, NOW)

    with pytest.raises(Refused, match="not explained it yet"):
        before.retry(1, NOW)


def test_practice_asks_nothing_whose_result_waits_for_the_due_date(article, learner):
    attempt = late(article, learner, "single_choice", feedback="due")
    course = EnrollmentFactory(person=learner).course
    AssignmentFactory(course=course, quiz=attempt.quiz, opens=NOW, due=NOW + HOUR)
    attempt.finish(NOW)
    practice = Quiz.objects.practice(article)

    with pytest.raises(Refused, match="not explained it yet"):
        Attempt.objects.start(learner, practice, 10, 1, NOW)

    assert Attempt.objects.start(learner, practice, 10, 1, NOW + HOUR).responses.exists()


def test_only_the_latest_attempts_tell_how_often_a_question_was_asked(monkeypatch):
    monkeypatch.setattr("quizzes.models.response.NEIGHBOURS", 1)
    older, newer = AttemptFactory(), AttemptFactory()
    question = ResponseFactory(attempt=older).question
    ResponseFactory(attempt=newer, question=question)

    assert Response.objects.lately_asked(Attempt.objects.all()) == {question.pk: 1}
