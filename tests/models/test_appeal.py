"""An answer contested: filed once, decided once, and graded anew for everybody who gave it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quizzes.engine import questions as engine
from quizzes.engine.document import Span
from quizzes.models import Accepted, Appeal, Attempt, Memory, Question, Review
from quizzes.models.quiz import Refused
from tests.factories import (
    SENTENCE,
    AdminFactory,
    ArticleFactory,
    AssignmentFactory,
    EnrollmentFactory,
    QuestionFactory,
    QuizFactory,
    RevisionFactory,
    TeacherFactory,
)

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
CONTESTED = {
    "single_choice": ["1994"],
    "multiple_choice": ["Beta", "Gamma", "Delta"],
    "true_false": ["False"],
    "ordering": ["Beta joined", "The pact was signed", "The pact came into force"],
}


@pytest.fixture
def quiz():
    article = RevisionFactory(article=ArticleFactory()).article
    return assigned(article)


def assigned(article):
    """A quiz of one question, given to a class."""
    quiz = QuizFactory(articles=[article], owner=article.owner, length=1)
    AssignmentFactory(quiz=quiz, opens=NOW)
    return quiz


def pupil(quiz):
    """A student of the class that the quiz is given to."""
    return EnrollmentFactory(course=quiz.assignments.get().course).person


def asked(quiz, kind):
    return QuestionFactory(article=quiz.articles.get(), kind=kind)


def in_places(shown, given):
    """An answer in words as the indexes of one attempt."""
    if isinstance(given, str):
        return given
    if isinstance(given, dict):
        return [shown.options.index(given[item]) for item in shown.choices]
    places = [shown.choices.index(text) for text in given]
    return places if shown.kind == "ordering" else sorted(places)


def answered(quiz, given, learner=None, seed=5):
    """One learner's only answer to the quiz."""
    learner = learner or pupil(quiz)
    attempt = Attempt.objects.start(quiz=quiz, learner=learner, length=1, seed=seed, now=NOW)
    attempt.answer(1, in_places(attempt.responses.get().as_shown, given), NOW)
    return attempt.responses.select_related("attempt__quiz", "question").get()


def contested(response, **about):
    about = {"reason": "The article says so.", "revision": None, "span": None} | about
    return Appeal.objects.file(response, NOW, **about)


def test_appeal_keeps_the_sentence_and_the_reason(quiz):
    asked(quiz, "short_answer")
    revision = quiz.articles.get().revisions.get()

    appeal = contested(answered(quiz, "1812"), revision=revision, span=Span(0, len(SENTENCE)))

    assert (appeal.reason, appeal.verdict) == ("The article says so.", "open")
    assert [(piece.text, piece.is_evidence) for piece in appeal.passage] == [
        (SENTENCE, True),
        (" It came into force in 1994.", False),
    ]


def test_appeal_filed_twice_stays_as_it_was(quiz):
    asked(quiz, "short_answer")
    response = answered(quiz, "1812")
    first = contested(response)

    second = contested(response, reason="Another.")

    assert (second.pk, second.reason) == (first.pk, first.reason)


def test_right_answer_cannot_be_contested(quiz):
    asked(quiz, "short_answer")

    with pytest.raises(Refused):
        contested(answered(quiz, "1992"))


def test_right_answer_with_a_hint_cannot_be_contested(quiz):
    quiz.hint_paragraph, quiz.hint_cost = True, 50
    quiz.save()
    asked(quiz, "short_answer")
    learner = pupil(quiz)
    attempt = Attempt.objects.start(learner, quiz, 1, 5, NOW)
    attempt.hint(1, "paragraph", NOW)

    response = answered(quiz, "1992", learner)

    assert response.earned == 0.5
    assert not response.is_contestable


def test_answer_cannot_be_contested_before_it_is_explained(quiz):
    quiz.feedback = "end"
    quiz.save()
    asked(quiz, "short_answer")

    with pytest.raises(Refused):
        contested(answered(quiz, "1812"))


def test_question_left_open_cannot_be_contested(quiz):
    asked(quiz, "short_answer")
    attempt = Attempt.objects.start(pupil(quiz), quiz, 1, 5, NOW)
    attempt.answer(1, None, NOW)

    with pytest.raises(Refused):
        contested(attempt.responses.get())


@pytest.mark.parametrize("kind", ["short_answer", "cloze"])
def test_accepted_text_joins_the_right_answers(quiz, kind):
    question = asked(quiz, kind)
    appeal = contested(answered(quiz, "the year of signing"))

    assert appeal.accept(quiz.owner, LATER, "Good point.")

    row = question.accepted.get(text="the year of signing")
    assert (row.credit, row.history.get().history_user, "contested" in row.history.get().history_change_reason) == (
        1.0,
        quiz.owner,
        True,
    )
    assert question.as_engine().accept[0].text == "1992"
    assert Question.objects.get().status == "approved"


def test_accepted_number_is_right_from_then_on(quiz):
    question = asked(quiz, "numeric")
    contested(answered(quiz, "1,993")).accept(quiz.owner, LATER)

    assert question.accepted.get(text="1,993").number == 1993
    assert answered(quiz, "1993").credit == 1


def test_text_accepted_in_part_is_raised_to_full_credit(quiz):
    question = asked(quiz, "short_answer")
    Accepted.objects.create(question=question, text="the nineties", credit=0.5, position=1)

    contested(answered(quiz, "the nineties")).accept(quiz.owner, LATER)

    assert [(row.text, row.credit) for row in question.accepted.all()] == [("1992", 1), ("the nineties", 1)]


def test_same_typed_answers_of_everybody_earn_full_credit(quiz):
    asked(quiz, "short_answer")
    mine, other = answered(quiz, "the signing year"), answered(quiz, "The Signing  year.")
    wrong = answered(quiz, "1812")

    contested(mine).accept(quiz.owner, LATER)

    for response in (mine, other, wrong):
        response.refresh_from_db()
    assert [mine.credit, other.credit, wrong.credit] == [1, 1, 0]
    assert "accepted" in other.message
    assert sorted(Attempt.objects.values_list("score", flat=True)) == [0, 1, 1]


@pytest.mark.parametrize(("kind", "given"), CONTESTED.items())
def test_same_choices_of_everybody_earn_full_credit_in_whatever_order(quiz, kind, given):
    asked(quiz, kind)
    everybody = [answered(quiz, given, seed=seed) for seed in range(8)]

    contested(everybody[0]).accept(quiz.owner, LATER)

    assert set(Attempt.objects.values_list("score", flat=True)) == {1}


def test_same_pairs_of_everybody_earn_full_credit(quiz):
    asked(quiz, "matching")
    given = {"Signed": "1994", "In force": "1992", "Beta joined": "1999"}
    everybody = [answered(quiz, given, seed=seed) for seed in range(4)]
    other = answered(quiz, {"Signed": "1999", "In force": "1994", "Beta joined": "1992"})

    contested(everybody[0]).accept(quiz.owner, LATER)

    other.refresh_from_db()
    assert other.credit < 1
    assert sorted(Attempt.objects.values_list("score", flat=True))[1:] == [1, 1, 1, 1]


def test_question_with_a_second_right_choice_goes_back_to_the_drafts(quiz):
    question = asked(quiz, "single_choice")

    contested(answered(quiz, ["1994"])).accept(quiz.owner, LATER)

    question.refresh_from_db()
    assert (question.status, question.failed_proofs) == ("draft", ["distractors_untrue"])
    assert "second answer" in question.history.latest().history_change_reason


def test_whoever_answers_later_is_graded_by_it(quiz):
    asked(quiz, "single_choice")
    mine, other = answered(quiz, ["1994"]), Attempt.objects.start(pupil(quiz), quiz, 1, 6, NOW)

    contested(mine).accept(quiz.owner, LATER)

    response = other.answer(1, in_places(other.responses.get().as_shown, ["1994"]), LATER)
    assert response.credit == 1


def test_credit_keeps_what_hints_cost(quiz):
    quiz.hint_paragraph, quiz.hint_cost = True, 25
    quiz.save()
    asked(quiz, "short_answer")
    learner = pupil(quiz)
    Attempt.objects.start(learner, quiz, 1, 5, NOW).hint(1, "paragraph", NOW)
    response = answered(quiz, "the signing year", learner)

    contested(response).accept(quiz.owner, LATER)

    response.refresh_from_db()
    response.attempt.refresh_from_db()
    assert (response.credit, response.earned, response.attempt.score) == (1, 0.75, 0.75)
    assert Review.objects.get().rating == 2


def test_accepted_answer_that_was_surely_given_earns_less_for_hints_and_loses_nothing(quiz):
    quiz.hint_paragraph, quiz.hint_cost, quiz.certainty = True, 75, True
    quiz.save()
    asked(quiz, "short_answer")
    learner = pupil(quiz)
    attempt = Attempt.objects.start(learner, quiz, 1, 5, NOW)
    attempt.hint(1, "paragraph", NOW)
    response = attempt.answer(1, "the signing year", NOW, certainty=3)

    contested(response).accept(quiz.owner, LATER)

    attempt.refresh_from_db()
    assert attempt.score == 0.25


def test_memories_become_what_they_would_have_been(quiz):
    asked(quiz, "short_answer")
    right, contested_one = answered(quiz, "1992"), answered(quiz, "the signing year")

    contested(contested_one).accept(quiz.owner, LATER)

    states = [memory.as_state() for memory in Memory.objects.order_by("pk")]
    assert states[0] == states[1]
    assert [review.rating for review in Review.objects.all()] == [3, 3]
    assert right.credit == 1


def test_open_appeals_on_the_same_answer_are_decided_with_it(quiz):
    asked(quiz, "short_answer")
    first, second = answered(quiz, "the signing year"), answered(quiz, "The signing year")
    other = contested(answered(quiz, "1812"))
    appeal, same = contested(first), contested(second)

    appeal.accept(quiz.owner, LATER, "Yes.")

    same.refresh_from_db()
    other.refresh_from_db()
    assert (same.verdict, same.reply, same.decided_by, other.verdict) == ("accepted", "Yes.", quiz.owner, "open")


def test_refused_answer_stays_as_it_was_graded(quiz):
    question = asked(quiz, "short_answer")
    response = answered(quiz, "1812")
    appeal = contested(response)

    assert appeal.refuse(quiz.owner, LATER, "That is another war.")

    response.refresh_from_db()
    assert (appeal.verdict, appeal.reply, appeal.decided, response.credit) == (
        "refused",
        "That is another war.",
        LATER,
        0,
    )
    assert question.accepted.count() == 1


@pytest.mark.parametrize("second", ["accept", "refuse"])
@pytest.mark.parametrize("first", ["accept", "refuse"])
def test_second_verdict_changes_nothing(quiz, first, second):
    asked(quiz, "short_answer")
    appeal = contested(answered(quiz, "1812"))
    getattr(appeal, first)(quiz.owner, LATER)

    assert not getattr(Appeal.objects.get(), second)(TeacherFactory(), LATER + timedelta(days=1), "No.")

    again = Appeal.objects.get()
    assert (again.verdict, again.decided_by, again.reply) == (appeal.verdict, quiz.owner, "")


def test_answer_longer_than_what_can_be_stored_is_right_where_it_is_the_same(quiz):
    question = asked(quiz, "short_answer")
    long = "it was signed when " + "very " * 110 + "many came"
    mine, other = answered(quiz, long), answered(quiz, long)

    contested(mine).accept(quiz.owner, LATER)

    other.refresh_from_db()
    assert (other.credit, question.accepted.count()) == (1, 1)


def test_decidable_by_the_owner_of_the_article_and_the_teacher_of_the_class(quiz):
    asked(quiz, "short_answer")
    response = answered(quiz, "1812")
    appeal = contested(response)
    who = [quiz.owner, quiz.assignments.get().course.owner, AdminFactory(), TeacherFactory(), response.attempt.learner]

    assert [list(Appeal.objects.decidable_by(person)) for person in who] == [[appeal], [appeal], [appeal], [], []]


def test_news_are_the_learners_own_recent_verdicts(quiz):
    asked(quiz, "short_answer")
    appeal = contested(answered(quiz, "1812"))
    contested(answered(quiz, "1813")).refuse(quiz.owner, LATER)
    appeal.refuse(quiz.owner, LATER)
    learner = appeal.response.attempt.learner

    assert list(Appeal.objects.news(learner, LATER)) == [appeal]
    assert not Appeal.objects.news(learner, LATER + timedelta(days=15)).exists()


def queries_of_accepting(quiz, count):
    appeal = contested(min((answered(quiz, "the signing year") for _ in range(count)), key=lambda one: one.pk))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        appeal.accept(quiz.owner, LATER)
    return len(queries)


def test_accepting_takes_a_bounded_number_of_queries(quiz):
    asked(quiz, "short_answer")
    other = assigned(RevisionFactory(article=ArticleFactory()).article)
    asked(other, "short_answer")

    assert queries_of_accepting(quiz, 1) == queries_of_accepting(other, 30)


@pytest.mark.parametrize(("kind", "given"), [("short_answer", "the signing year"), ("true_false", ["False"])])
def test_answers_given_alike_are_graded_once(quiz, monkeypatch, kind, given):
    asked(quiz, kind)
    appeal = contested(answered(quiz, given))
    for _ in range(9):
        answered(quiz, given)
    graded = []
    monkeypatch.setattr(engine, "grade", lambda *args, grade=engine.grade: graded.append(args) or grade(*args))

    appeal.accept(quiz.owner, LATER)

    assert (len(graded) <= 2, Attempt.objects.filter(score=1).count()) == (True, 10)
