"""An attempt by the settings of its quiz: feedback, time, hints, certainty, pass mark, flags."""

from datetime import timedelta

import pytest

from quizzes.models import Attempt, Review
from quizzes.models.quiz import Refused
from quizzes.models.refusals import AlreadyAnswered, Outdated
from quizzes.models.regrade import Variant, regrade
from quizzes.models.response import Sent
from tests.factories import (
    ArticleFactory,
    AssignmentFactory,
    EnrollmentFactory,
    StudentFactory,
)
from tests.models.attempts import HOUR, NOW, answer_all, begin, late, quiz_of, right, timed, wrong

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return ArticleFactory()


@pytest.fixture
def learner():
    return StudentFactory()


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


def test_hint_taken_in_another_tab_costs(article, learner):
    attempt = late(article, learner, "single_choice", hint_remove=True, hint_cost=25)
    loaded_before = attempt.responses.get()
    attempt.hint(1, "remove", NOW)

    kept = attempt.keep(loaded_before, Sent(right(loaded_before), NOW))

    assert (kept.credit, kept.earned) == (1, 0.75)


def test_answer_under_way_while_the_attempt_was_handed_in_is_refused(article, learner):
    attempt = late(article, learner, "short_answer")
    loaded_before = attempt.responses.get()
    Attempt.objects.get(pk=attempt.pk).finish(NOW)

    with pytest.raises(Refused, match="finished"):
        attempt.keep(loaded_before, Sent("1992", NOW))

    assert attempt.responses.get().answered is None


def test_answer_accepted_while_it_was_under_way_is_right(article, learner):
    attempt = late(article, learner, "short_answer")
    loaded_before = attempt.responses.get()
    assert not loaded_before.as_shown.also
    regrade(loaded_before.question, Variant(exact=("in the year of the comet",)))

    kept = attempt.keep(loaded_before, Sent("in the year of the comet", NOW))

    assert kept.credit == 1


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
    assert attempt.responses.get().earned == pytest.approx(0.6)


def hinted_and_sure(article, learner, give):
    """The mark of an answer with three hints at 25 per cent, very sure."""
    settings = {"hint_remove": True, "hint_paragraph": True, "hint_cost": 25, "certainty": True}
    attempt = late(article, learner, "single_choice", **settings)
    for kind in ("remove", "remove", "paragraph"):
        attempt.hint(1, kind, NOW)
    response = attempt.responses.get()
    left = [index for index in range(4) if index not in response.removed | set(response.as_shown.key)]
    return attempt.answer(1, right(response) if give is right else left, NOW, certainty=3)


@pytest.mark.parametrize(("give", "mark"), [(right, 0.25), (wrong, -2)])
def test_hints_take_from_what_is_earned_and_never_from_what_is_lost(article, learner, give, mark):
    response = hinted_and_sure(article, learner, give)

    assert response.mark == pytest.approx(mark)
    assert response.points == pytest.approx(3 * mark)


def test_hint_costs_what_it_was_said_to_cost_whatever_the_quiz_says_later(article, learner):
    attempt = late(article, learner, "single_choice", hint_remove=True, hint_cost=50)
    attempt.hint(1, "remove", NOW)
    attempt.quiz.hint_cost = 10
    attempt.quiz.save()
    answer_all(attempt)

    attempt.finish(NOW)

    response = attempt.responses.get()
    assert (attempt.score, response.hint_cost, response.is_right) == (0.5, 50, True)


@pytest.mark.parametrize("due", [None, NOW + HOUR])
def test_reveals_nothing_while_no_due_date_has_passed(article, learner, due):
    quiz = quiz_of(article, None, "single_choice", owner=article.owner, feedback="due")
    assignment = AssignmentFactory(
        quiz=quiz, course=EnrollmentFactory(person=learner).course, opens=NOW - HOUR, due=due
    )
    attempt = Attempt.objects.start(learner, quiz, 1, 1, NOW)
    attempt.finish(NOW)
    before = (attempt.reveals_result(NOW), list(Attempt.objects.revealed(learner, NOW)))

    assignment.due = NOW - HOUR
    assignment.save()

    assert before == (False, [])
    assert attempt.reveals_result(NOW)
    assert list(Attempt.objects.revealed(learner, NOW)) == [attempt]


def test_reveals_nothing_while_one_of_two_classes_has_no_due_date(article, learner):
    quiz = quiz_of(article, None, "single_choice", owner=article.owner, feedback="due")
    for due in (NOW - HOUR, None):
        AssignmentFactory(quiz=quiz, course=EnrollmentFactory(person=learner).course, opens=NOW - 2 * HOUR, due=due)
    attempt = Attempt.objects.start(learner, quiz, 1, 1, NOW)

    attempt.finish(NOW)

    assert not attempt.reveals_result(NOW)


def test_teacher_who_tries_a_quiz_waits_for_no_date(article):
    quiz = quiz_of(article, article.owner, "single_choice", feedback="due")
    AssignmentFactory(quiz=quiz)
    attempt = Attempt.objects.start(article.owner, quiz, 1, 1, NOW)

    attempt.finish(NOW)

    assert attempt.reveals_result(NOW)


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


def test_another_certainty_from_an_older_page_is_refused_and_not_lost_in_silence(article, learner):
    attempt = late(article, learner, "single_choice", certainty=True)
    given = right(attempt.responses.get())
    attempt.answer(1, given, NOW, token="one", certainty=1)

    with pytest.raises(Outdated):
        attempt.answer(1, given, NOW, token="one", version=0, certainty=3)

    assert attempt.responses.get().certainty == 1


@pytest.mark.parametrize(("mark", "passed"), [(None, None), (50, True), (51, False)])
def test_has_passed_by_the_pass_mark(article, learner, mark, passed):
    attempt = begin(article, learner, "single_choice", "single_choice")
    first, second = attempt.responses.all()
    attempt.quiz.pass_mark = mark
    attempt.answer(1, right(first), NOW)
    attempt.answer(2, wrong(second), NOW)

    attempt.refresh_from_db(fields=["score", "finished"])

    assert attempt.has_passed is passed


@pytest.mark.parametrize(
    ("score", "passed", "nearly"), [(0.496, False, True), (0.49, False, False), (0.5, True, False)]
)
def test_pass_mark_is_for_the_exact_score(article, learner, score, passed, nearly):
    attempt = begin(article, learner, "single_choice")
    attempt.quiz.pass_mark, attempt.score = 50, score

    assert (attempt.has_passed, attempt.has_nearly_passed) == (passed, nearly)


def test_flag_marks_a_question(article, learner):
    attempt = begin(article, learner, "cloze")

    attempt.flag(1, True)

    assert attempt.responses.get().flagged
