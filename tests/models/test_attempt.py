"""An attempt from its start to its score."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quizzes.engine.questions import InvalidAnswer
from quizzes.models import Attempt, Memory, Question, Review
from quizzes.models.attempt import AlreadyAnswered, Outdated, OutOfTurn
from quizzes.models.quiz import Refused
from tests.factories import (
    ArticleFactory,
    AssignmentFactory,
    EnrollmentFactory,
    FactFactory,
    QuestionFactory,
    QuizFactory,
    StudentFactory,
)

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def article():
    return ArticleFactory()


@pytest.fixture
def learner():
    return StudentFactory()


def quiz_of(article, learner, *kinds, **about):
    """A quiz of the learner's own with one question of each kind."""
    for kind in kinds:
        QuestionFactory(article=article, kind=kind)
    return QuizFactory(articles=[article], **{"owner": learner, **about})


def begin(article, learner, *kinds):
    quiz = quiz_of(article, learner, *kinds)
    return Attempt.objects.start(learner, quiz, len(kinds), 5, NOW)


def right(response):
    shown = response.as_shown
    return shown.accept[0].text if shown.accept else list(shown.key)


def wrong(response):
    shown = response.as_shown
    return "nothing of the kind" if shown.accept else [index for index in range(4) if index not in shown.key][:1]


def answer_all(attempt, give=right, now=NOW):
    for response in attempt.responses.all():
        attempt.answer(response.position, give(response), now)
    attempt.refresh_from_db()


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


def late(article, learner, *kinds, feedback="end", **about):
    """An attempt whose feedback comes at its end."""
    quiz = quiz_of(article, learner, *kinds, feedback=feedback, **about)
    return Attempt.objects.start(learner, quiz, len(kinds), 5, NOW)


def test_answer_before_feedback_can_be_changed(article, learner):
    attempt = late(article, learner, "single_choice")
    response = attempt.responses.get()
    attempt.answer(1, wrong(response), NOW, token="one")

    attempt.answer(1, right(response), NOW, token="two", version=1)

    response.refresh_from_db()
    assert (response.credit, response.version) == (1, 2)


def test_answer_from_an_older_page_changes_nothing(article, learner):
    attempt = late(article, learner, "single_choice")
    response = attempt.responses.get()
    attempt.answer(1, right(response), NOW, token="one")

    with pytest.raises(Outdated):
        attempt.answer(1, wrong(response), NOW, token="two", version=0)

    response.refresh_from_db()
    assert (response.credit, response.token) == (1, "one")


def test_answers_all_given_before_feedback_do_not_finish(article, learner):
    attempt = late(article, learner, "single_choice")

    answer_all(attempt)

    assert attempt.finished is None


def test_one_way_finishes_with_the_last_answer(article, learner):
    attempt = late(article, learner, "single_choice", one_way=True)

    answer_all(attempt)

    assert attempt.score == 1


def test_finish_reviews_what_was_not_explained_before(article, learner):
    attempt = late(article, learner, "single_choice", "cloze")
    attempt.answer(1, right(attempt.responses.get(position=1)), NOW)
    assert not Review.objects.exists()

    attempt.finish(NOW)

    assert Review.objects.count() == 1


def test_reveals_each_answer_at_once(article, learner):
    attempt = begin(article, learner, "single_choice", "cloze")
    attempt.answer(1, right(attempt.responses.get(position=1)), NOW)

    assert [attempt.reveals(response, NOW) for response in attempt.responses.all()] == [True, False]


def test_reveals_nothing_before_the_end(article, learner):
    attempt = late(article, learner, "single_choice")
    answer_all(attempt)
    before = attempt.reveals(attempt.responses.get(), NOW)

    attempt.finish(NOW)

    assert (before, attempt.reveals(attempt.responses.get(), NOW)) == (False, True)


def test_reveals_nothing_before_the_due_date(article, learner):
    quiz = quiz_of(article, None, "single_choice", owner=article.owner, feedback="due")
    AssignmentFactory(quiz=quiz, course=EnrollmentFactory(person=learner).course, opens=NOW - HOUR, due=NOW + HOUR)
    attempt = Attempt.objects.start(learner, quiz, 1, 1, NOW)

    attempt.finish(NOW)

    response = attempt.responses.get()
    assert [attempt.reveals(response, when) for when in (NOW, NOW + HOUR)] == [False, True]


def timed(article, learner, **about):
    return Attempt.objects.start(
        learner, quiz_of(article, learner, "single_choice", time_limit=60, grace=30, **about), 1, 1, NOW
    )


def test_start_sets_the_deadline(article, learner):
    assert timed(article, learner).deadline == NOW + HOUR


def test_answer_within_the_grace_counts(article, learner):
    attempt = timed(article, learner)

    response = attempt.answer(1, right(attempt.responses.get()), NOW + HOUR + timedelta(seconds=29))

    assert response.credit == 1


def test_answer_after_the_grace_is_refused(article, learner):
    attempt = timed(article, learner)

    with pytest.raises(Refused, match="time is up"):
        attempt.answer(1, right(attempt.responses.get()), NOW + HOUR + timedelta(seconds=30))


def test_expire_after_the_grace_finishes_at_the_deadline(article, learner):
    attempt = timed(article, learner)

    assert not attempt.expire(NOW + HOUR)
    assert attempt.expire(NOW + HOUR + timedelta(seconds=30))

    assert attempt.finished == NOW + HOUR


def test_overdue_are_the_open_ones_past_their_deadline(article, learner):
    attempt = timed(article, learner)
    begin(article, StudentFactory(is_superuser=True), "cloze")

    assert list(Attempt.objects.overdue(NOW)) == []
    assert list(Attempt.objects.overdue(NOW + HOUR)) == [attempt]


def test_expire_overdue_ends_those_whose_grace_is_over(article, learner):
    attempt = timed(article, learner)
    later = NOW + HOUR

    ended = [Attempt.objects.expire_overdue(later + timedelta(seconds=seconds)) for seconds in (29, 30, 31)]

    attempt.refresh_from_db()
    assert (ended, attempt.finished) == ([0, 1, 0], later)


def test_hint_asked_for_twice_is_given_once(article, learner):
    attempt = late(article, learner, "single_choice", hint_remove=True)

    for _ in range(2):
        attempt.hint(1, "remove", NOW, taken=0)

    assert len(attempt.responses.get().hints) == 1


@pytest.mark.parametrize(
    ("about", "may_leave"), [({}, True), ({"feedback": "end"}, False), ({"feedback": "end", "one_way": True}, True)]
)
def test_may_leave_where_an_answer_is_final(article, learner, about, may_leave):
    attempt = Attempt.objects.start(learner, quiz_of(article, learner, "cloze", **about), 1, 1, NOW)

    assert (attempt.may_leave, attempt.may_change) == (may_leave, not may_leave)


def test_hint_takes_a_wrong_choice_away_and_costs(article, learner):
    attempt = late(article, learner, "single_choice", hint_remove=True, hint_cost=40)

    response = attempt.hint(1, "remove", NOW)
    answer_all(attempt)

    assert not response.removed & set(response.as_shown.key)
    assert attempt.responses.get().credit == pytest.approx(0.6)


def test_hint_leaves_one_wrong_choice(article, learner):
    attempt = late(article, learner, "single_choice", hint_remove=True)
    attempt.hint(1, "remove", NOW)
    attempt.hint(1, "remove", NOW)

    with pytest.raises(Refused, match="No more choices"):
        attempt.hint(1, "remove", NOW)


def test_hint_shows_the_paragraph_once(article, learner):
    attempt = late(article, learner, "cloze", hint_paragraph=True)
    assert attempt.hint(1, "paragraph", NOW).shows_paragraph

    with pytest.raises(Refused, match="already"):
        attempt.hint(1, "paragraph", NOW)


@pytest.mark.parametrize(("paragraphs", "helps"), [([4] * 5, False), ([], False), ([4, 4, 5, 5, 5], True)])
def test_hint_shows_no_paragraph_where_the_passage_is_one(article, learner, paragraphs, helps):
    response = late(article, learner, "find_evidence", hint_paragraph=True).responses.get()
    response.shown["paragraphs"] = paragraphs

    assert response.has_hint("paragraph") is helps


@pytest.mark.parametrize("kind", ["paragraph", "nonsense"])
def test_hint_that_the_quiz_does_not_give_is_refused(article, learner, kind):
    attempt = late(article, learner, "single_choice", hint_remove=True)

    with pytest.raises(Refused, match="no such hint"):
        attempt.hint(1, kind, NOW)


def test_hint_after_the_answer_is_refused(article, learner):
    attempt = late(article, learner, "single_choice", hint_remove=True)
    answer_all(attempt)

    with pytest.raises(AlreadyAnswered):
        attempt.hint(1, "remove", NOW)


def test_certainty_moves_the_score(article, learner):
    attempt = late(article, learner, "single_choice", "cloze", certainty=True)
    for response in attempt.responses.all():
        attempt.answer(response.position, right(response), NOW, certainty=response.position)

    attempt.finish(NOW)

    assert attempt.score == pytest.approx((1 / 3 + 2 / 3) / 2)


@pytest.mark.parametrize(("mark", "passed"), [(None, None), (50, True), (51, False)])
def test_has_passed_by_the_pass_mark(article, learner, mark, passed):
    attempt = begin(article, learner, "single_choice", "single_choice")
    first, second = attempt.responses.all()
    attempt.quiz.pass_mark = mark
    attempt.answer(1, right(first), NOW)
    attempt.answer(2, wrong(second), NOW)

    attempt.refresh_from_db(fields=["score", "finished"])

    assert attempt.has_passed is passed


def test_flag_marks_a_question(article, learner):
    attempt = begin(article, learner, "cloze")

    attempt.flag(1, True)

    assert attempt.responses.get().flagged


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
