"""What a teacher sees of a quiz."""

from datetime import timedelta

import pytest
from django.utils import timezone

from quizzes.engine import questions as engine
from quizzes.models import Attempt
from quizzes.models.scores import QuestionScores, answers_in, review, reviewed
from tests.factories import (
    AdminFactory,
    AttemptFactory,
    CourseFactory,
    EnrollmentFactory,
    QuestionFactory,
    QuizFactory,
    ResponseFactory,
    StudentFactory,
    TeacherFactory,
)

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def quiz():
    return QuizFactory()


def pupil(quiz, **about):
    """Return a student of a class of the quiz's owner."""
    person = StudentFactory(**about)
    EnrollmentFactory(person=person, course=CourseFactory(owner=quiz.owner))
    return person


def taken(quiz, learner=None, score=0.5, **about):
    finished = {} if score is None else {"finished": NOW + timedelta(minutes=5), "score": score}
    about = {"started": NOW} | finished | about
    return AttemptFactory(quiz=quiz, learner=learner or pupil(quiz), **about)


def answered(attempt, question, given, credit, **about):
    shown = engine.to_json(question.as_engine())
    about |= {"attempt": attempt, "question": question, "shown": shown, "given": given, "credit": credit}
    return ResponseFactory(answered=NOW, **about)


def test_teacher_sees_attempts_of_own_classes_only(quiz):
    mine = taken(quiz)
    AttemptFactory(quiz=quiz)

    assert [one.learner for one in review(quiz, quiz.owner).students] == [mine.learner]


def test_student_of_another_teacher_is_not_seen(quiz):
    EnrollmentFactory(person=(stranger := StudentFactory()), course=CourseFactory(owner=TeacherFactory()))
    taken(quiz, stranger)

    assert review(quiz, quiz.owner).students == []


def test_admin_sees_every_attempt(quiz):
    AttemptFactory(quiz=quiz)

    assert len(review(quiz, AdminFactory()).students) == 1


def test_student_of_two_classes_is_seen_once(quiz):
    learner = pupil(quiz)
    EnrollmentFactory(person=learner, course=CourseFactory(owner=quiz.owner))
    taken(quiz, learner)

    assert reviewed(quiz.owner).count() == 1


def test_practice_rounds_are_left_out(quiz):
    first = taken(quiz, score=0.4)
    taken(quiz, first.learner, score=1.0, retry_of=first)

    (student,) = review(quiz, quiz.owner).students

    assert student.counted == 0.4


def test_attempts_of_a_student_stand_together_in_order(quiz):
    ada, bob = pupil(quiz, last_name="Ada"), pupil(quiz, last_name="Bob")
    second = taken(quiz, ada, started=NOW - timedelta(hours=1))
    taken(quiz, bob)
    first = taken(quiz, ada, started=NOW - timedelta(hours=2))

    students = review(quiz, quiz.owner).students

    assert [one.learner for one in students] == [ada, bob]
    assert students[0].attempts == [first, second]
    assert students[0].last == second.started


def test_unfinished_attempt_has_no_score(quiz):
    taken(quiz, score=None)

    (student,) = review(quiz, quiz.owner).students

    assert (student.counted, student.has_passed) == (None, None)


@pytest.mark.parametrize(("counts", "score"), [("best", 0.9), ("last", 0.5), ("first", 0.2), ("average", 0.5333)])
def test_score_that_counts_follows_the_quiz(quiz, counts, score):
    quiz.counts = counts
    learner = pupil(quiz)
    for minutes, one in enumerate((0.2, 0.9, None, 0.5)):
        taken(
            quiz,
            learner,
            score=one,
            started=NOW + timedelta(minutes=minutes),
            finished=None if one is None else NOW + timedelta(minutes=9 + minutes),
        )

    assert review(quiz, quiz.owner).students[0].counted == pytest.approx(score, abs=1e-3)


@pytest.mark.parametrize(("mark", "passed"), [(None, None), (50, True), (51, False)])
def test_pass_mark_is_for_the_score_that_counts(quiz, mark, passed):
    quiz.pass_mark = mark
    taken(quiz, score=0.5)

    assert review(quiz, quiz.owner).students[0].has_passed is passed


def test_questions_are_listed_hardest_first(quiz):
    easy, hard = QuestionFactory(), QuestionFactory()
    attempt = taken(quiz)
    answered(attempt, easy, [0], 1)
    answered(attempt, hard, [1], 0)

    questions = review(quiz, quiz.owner).questions

    assert [(one.question, one.right, one.facility) for one in questions] == [(hard, 0, 0), (easy, 1, 1)]


def test_unanswered_responses_do_not_count(quiz):
    ResponseFactory(attempt=taken(quiz), shown={})

    assert review(quiz, quiz.owner).questions == []


def test_answers_are_counted_and_untaken_choices_shown(quiz):
    question = QuestionFactory()
    for given, credit in (([0], 1), ([0], 1), ([2], 0)):
        answered(taken(quiz), question, given, credit)

    (one,) = review(quiz, quiz.owner).questions

    assert [(each.text, each.count, each.is_key) for each in one.answers] == [
        ("1992", 2, True),
        ("1994", 1, False),
        ("1991", 0, False),
        ("1999", 0, False),
    ]


def test_rare_typed_answers_are_counted_together(quiz):
    question = QuestionFactory(kind="short_answer")
    answered(taken(quiz), question, "1992", 1)
    answered(taken(quiz), question, "1992 ", 1)
    for number in range(8):
        answered(taken(quiz), question, f"wrong {number}", 0)

    answers = review(quiz, quiz.owner).questions[0].answers

    assert (answers[0].text, answers[0].count, answers[0].is_key) == ("1992", 2, True)
    assert (answers[-1].text, answers[-1].count, answers[-1].is_key) == ("3 other answers", 3, None)


def test_discrimination_compares_with_the_rest_of_the_attempt(quiz):
    telling, other = QuestionFactory(), QuestionFactory()
    for credit in (1, 1, 1, 0, 0):
        attempt = taken(quiz)
        answered(attempt, telling, [0 if credit else 1], credit)
        answered(attempt, other, [0 if credit else 1], credit)

    assert [one.discrimination for one in review(quiz, quiz.owner).questions] == [pytest.approx(1), pytest.approx(1)]


def test_discrimination_is_not_told_of_few_answers():
    assert QuestionScores(QuestionFactory(), [1, 0], [2, 0]).discrimination is None


@pytest.mark.parametrize(
    ("kind", "given", "credit", "expected"),
    [
        ("multiple_choice", [0, 3], 0.5, [("Beta", True), ("Epsilon", False)]),
        ("true_false", [1], 0, [("False", False)]),
        ("cloze", " 1992 ", 1, [("1992", True)]),
        ("matching", [0, 1, 2], 1, [("All in their places", True)]),
        ("ordering", [1, 0, 2], 0.3, [("Some in the wrong place", False)]),
        ("single_choice", None, 0, []),
    ],
)
def test_answers_in_a_response(kind, given, credit, expected):
    response = answered(AttemptFactory(), QuestionFactory(kind=kind), given, credit)

    assert answers_in(response) == expected


@pytest.mark.parametrize(
    ("options", "given", "credit", "expected"),
    [
        (["1892", "1992", "1994"], [0], 0, [("1892", False)]),
        (["1892", "1992", "1994"], [1, 2], 1, [("1992; 1994", True)]),
        ([], ["1992 ", "1812"], 0.5, [("1992; 1812", False)]),
        (["1892", "1992"], None, 0, []),
    ],
)
def test_answers_in_gaps_are_what_was_chosen_or_typed(options, given, credit, expected):
    response = answered(AttemptFactory(), QuestionFactory(kind="cloze"), given, credit)
    response.shown["options"] = options

    assert answers_in(response) == expected


def test_right_with_a_hint_is_right_and_earns_less(quiz):
    answered(taken(quiz), QuestionFactory(), [0], 1, hints=[{"paragraph": True, "cost": 25}])

    (one,) = review(quiz, quiz.owner).questions

    assert (one.right, one.facility) == (1, 0.75)


def test_certainty_is_counted_for_each_question_student_and_attempt(quiz):
    question, other = QuestionFactory(), QuestionFactory()
    first = taken(quiz)
    second = taken(quiz, first.learner, started=NOW + timedelta(minutes=9), finished=NOW + timedelta(minutes=12))
    answered(first, question, [0], 1, certainty=3)
    answered(first, other, [1], 0, certainty=3)
    answered(second, question, [0], 1, certainty=1)
    answered(taken(quiz), question, [1], 0, certainty=3)

    scores = review(quiz, quiz.owner)

    student = next(one for one in scores.students if one.learner == first.learner)
    told = next(one for one in scores.questions if one.question == question)
    assert [(sure.label, sure.count, sure.right) for sure in student.sureness] == [
        ("very sure", 2, 1), ("fairly sure", 0, 0), ("not sure", 1, 1),
    ]  # fmt: skip
    assert [(sure.count, sure.right) for sure in student.sureness_in(second)] == [(0, 0), (0, 0), (1, 1)]
    assert [(sure.count, sure.right) for sure in told.sureness] == [(2, 1), (0, 0), (1, 1)]


@pytest.mark.parametrize("attempts", [1, 50])
def test_review_needs_three_queries_whatever_the_number(quiz, attempts, django_assert_num_queries):
    question = QuestionFactory()
    for _ in range(attempts):
        answered(taken(quiz), question, [0], 1)

    with django_assert_num_queries(3):
        scores = review(quiz, quiz.owner)
        [(str(one.learner), one.counted, one.last) for one in scores.students]
        [(one.question.stem, one.answers, one.discrimination) for one in scores.questions]

    assert Attempt.objects.count() == attempts
