"""Which card comes next, and what a day of studying amounts to."""

from datetime import UTC, date, datetime, timedelta

import pytest

from quizzes.memory import Rating
from quizzes.models import Attempt, Memory, Reading
from quizzes.models.card import NEW_PER_DAY, Deck, fronts, streak, today
from tests.factories import (
    ArticleFactory,
    AssignmentFactory,
    AttemptFactory,
    EnrollmentFactory,
    FactFactory,
    MemoryFactory,
    QuestionFactory,
    QuizFactory,
    ResponseFactory,
    StudentFactory,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def article():
    return ArticleFactory()


def fact_with_card(article, **about):
    fact = FactFactory(article=article, **about)
    QuestionFactory(article=article, fact=fact, kind="short_answer")
    return fact


def remembered(learner, article, **about):
    """Return a memory of a new fact that has a card; it was settled an hour ago unless told otherwise."""
    fields = {"due": NOW, "last_review": NOW - timedelta(hours=1)} | about
    return MemoryFactory(learner=learner, fact=fact_with_card(article), **fields)


@pytest.mark.parametrize("kind", ["short_answer", "numeric", "cloze", "single_choice"])
def test_front_is_a_question_that_stands_without_choices(kind):
    question = QuestionFactory(kind=kind)

    assert list(fronts()) == [question]


@pytest.mark.parametrize("kind", ["true_false", "multiple_choice", "matching", "ordering"])
def test_front_is_never_a_question_about_its_choices(kind):
    QuestionFactory(kind=kind)

    assert not fronts().exists()


@pytest.mark.parametrize(
    "stem", ["Which of the members left?", "Who of the following signed?", "The pact was signed in"]
)
def test_front_is_never_a_single_choice_that_needs_its_choices(stem):
    QuestionFactory(kind="single_choice", stem=stem)

    assert not fronts().exists()


def test_front_excludes_drafts():
    QuestionFactory(kind="short_answer", status="draft")

    assert not fronts().exists()


def test_front_is_the_plainest_kind_first_and_then_the_best_score(article):
    fact = FactFactory(article=article)
    choice = QuestionFactory(article=article, fact=fact, kind="single_choice", score=0.9)
    poor = QuestionFactory(article=article, fact=fact, kind="short_answer", score=0.2)
    good = QuestionFactory(article=article, fact=fact, kind="short_answer", score=0.6)

    assert list(fronts()) == [good, poor, choice]


def test_next_is_what_has_been_due_longest(student, article):
    remembered(student, article, due=NOW)
    longest = remembered(student, article, due=NOW - timedelta(days=2))
    fact_with_card(article)

    assert Deck(student, NOW, article).next().memory == longest


def test_next_is_a_new_fact_in_the_order_of_the_text_when_nothing_is_due(student, article):
    fact_with_card(article, paragraph=3)
    first = fact_with_card(article, paragraph=1)

    card = Deck(student, NOW, article).next()

    assert (card.fact, card.memory) == (first, None)


def test_next_is_what_is_nearly_due_when_nothing_else_is_left(student, article):
    memory = remembered(student, article, state=1, step=1, due=NOW + timedelta(minutes=10))

    assert Deck(student, NOW, article).next().memory == memory


def test_next_does_not_bring_settled_memories_forward(student, article):
    remembered(student, article, state=2, due=NOW + timedelta(minutes=10))

    assert Deck(student, NOW, article).next() is None


def test_facts_without_a_front_have_no_card(student, article):
    QuestionFactory(article=article, kind="ordering")

    assert Deck(student, NOW, article).next() is None


def test_all_cards_begin_facts_of_articles_read(student, article):
    fact = fact_with_card(article)
    fact_with_card(ArticleFactory())
    Reading.objects.note(student, article, NOW)

    assert list(Deck(student, NOW).fresh()) == [fact]


def test_all_cards_begin_facts_of_articles_assigned(student, article):
    fact = fact_with_card(article)
    course = EnrollmentFactory(person=student).course
    AssignmentFactory(course=course, quiz=QuizFactory(articles=[article]), opens=NOW)

    assert list(Deck(student, NOW).fresh()) == [fact]


def test_all_cards_wait_for_an_assignment_to_open(student, article):
    fact_with_card(article)
    course = EnrollmentFactory(person=student).course
    AssignmentFactory(course=course, quiz=QuizFactory(articles=[article]), opens=NOW + timedelta(hours=1))

    assert not Deck(student, NOW).fresh()


def test_cards_of_articles_no_longer_visible_are_gone(student):
    remembered(student, ArticleFactory(visibility="private"))

    assert not Deck(student, NOW).due().exists()


@pytest.mark.parametrize(("about", "cards"), [({}, 0), ({"answered": NOW, "credit": 1}, 1)])
def test_card_waits_while_an_assigned_quiz_is_still_going_to_ask_it(student, article, about, cards):
    fact = fact_with_card(article)
    assignment = AssignmentFactory(course=EnrollmentFactory(person=student).course, opens=NOW)
    attempt = AttemptFactory(learner=student, quiz=assignment.quiz, started=NOW)
    ResponseFactory(attempt=attempt, question=fact.questions.get(), **about)

    assert Deck(student, NOW, article).facts().count() == cards


def test_card_waits_while_a_quiz_that_explains_later_is_open(student, article):
    QuestionFactory(article=article)
    quiz = QuizFactory(articles=[article], owner=student, feedback="end")
    attempt = Attempt.objects.start(student, quiz, 1, 1, NOW)
    attempt.answer(1, [0], NOW)

    before = Deck(student, NOW, article).facts().count()
    attempt.finish(NOW)

    assert (before, Deck(student, NOW, article).facts().count()) == (0, 1)


def test_card_does_not_wait_for_practice_nor_for_other_learners(student, article):
    fact = fact_with_card(article)
    assignment = AssignmentFactory(course=EnrollmentFactory(person=student).course, opens=NOW)
    ResponseFactory(attempt__learner=student, question=fact.questions.get())
    ResponseFactory(attempt__quiz=assignment.quiz, question=fact.questions.get())

    assert list(Deck(student, NOW, article).facts()) == [fact]


def test_card_no_longer_waits_when_the_assigned_quiz_has_closed(student, article):
    fact = fact_with_card(article)
    times = {"opens": NOW - timedelta(days=1), "closes": NOW}
    assignment = AssignmentFactory(course=EnrollmentFactory(person=student).course, **times)
    ResponseFactory(attempt__learner=student, attempt__quiz=assignment.quiz, question=fact.questions.get())

    assert list(Deck(student, NOW, article).facts()) == [fact]


def test_new_facts_stop_at_the_limit_of_the_day(student, article):
    facts = [fact_with_card(article) for _ in range(NEW_PER_DAY + 2)]
    for fact in facts[:NEW_PER_DAY]:
        Memory.objects.review(student, fact, Rating.EASY, NOW, "card")

    assert not Deck(student, NOW, article).fresh()
    assert Deck(student, NOW + timedelta(days=1), article).fresh().count() == 2


def test_facts_begun_by_a_quiz_do_not_use_up_the_day(student, article):
    for number in range(2):
        response = ResponseFactory(attempt__learner=student)
        Memory.objects.review(student, fact_with_card(article), Rating.GOOD, NOW, str(number), response=response)
    left = [fact_with_card(article) for _ in range(NEW_PER_DAY)]

    assert list(Deck(student, NOW, article).fresh()) == left


def test_left_counts_due_new_and_nearly_due(student, article):
    remembered(student, article)
    remembered(student, article, state=1, step=0, due=NOW + timedelta(minutes=1))
    remembered(student, article, due=NOW + timedelta(days=1))
    fact_with_card(article)

    assert Deck(student, NOW, article).left() == 3


def test_left_ignores_other_learners(student, article):
    remembered(StudentFactory(), article)

    assert Deck(student, NOW, article).due().count() == 0


@pytest.mark.parametrize("kind", ["short_answer", "single_choice"])
def test_answer_is_the_right_one(student, article, kind):
    fact = FactFactory(article=article)
    QuestionFactory(article=article, fact=fact, kind=kind)

    assert Deck(student, NOW, article).card(fact).answer == "1992"


def test_ratings_tell_when_the_card_comes_back(student, article):
    fact = fact_with_card(article)

    ratings = Deck(student, NOW, article).card(fact).ratings

    assert [(label, span) for _, label, span in ratings] == [
        ("Again", timedelta(minutes=1)),
        ("Hard", timedelta(minutes=5, seconds=30)),
        ("Good", timedelta(minutes=10)),
        ("Easy", timedelta(days=8)),
    ]


def test_token_stays_until_the_fact_is_reviewed(student, article):
    fact = fact_with_card(article)
    first = Deck(student, NOW, article).card(fact).token
    reloaded = Deck(student, NOW + timedelta(minutes=1), article).card(fact).token
    Memory.objects.review(student, fact, Rating.GOOD, NOW, "one")

    after = Deck(student, NOW, article).card(fact).token

    assert first == reloaded != after


def test_day_counts_cards_and_ratings_but_no_quiz_answers(student, article):
    one, two = fact_with_card(article), fact_with_card(article)
    for minute, (fact, rating) in enumerate([(one, Rating.AGAIN), (two, Rating.GOOD), (one, Rating.HARD)]):
        Memory.objects.review(student, fact, rating, NOW + timedelta(minutes=minute), str(minute))
    Memory.objects.review(student, two, Rating.AGAIN, NOW, "quiz", response=ResponseFactory(attempt__learner=student))

    day = today(student, NOW + timedelta(hours=1))

    assert day.cards == 2
    assert day.ratings == [("Again", 1), ("Hard", 1), ("Good", 1), ("Easy", 0)]
    assert (day.reviews, day.right) == (3, 67)


def test_day_excludes_yesterday(student, article):
    Memory.objects.review(student, fact_with_card(article), Rating.GOOD, NOW - timedelta(days=1), "one")

    day = today(student, NOW)

    assert (day.cards, day.reviews, day.right, day.streak) == (0, 0, 0, 1)


def test_day_tells_when_the_next_card_is_due(student, article):
    remembered(student, article, due=NOW + timedelta(days=3))
    remembered(student, article, due=NOW + timedelta(days=2))

    assert today(student, NOW).next_due == NOW + timedelta(days=2)


@pytest.mark.parametrize(
    ("ago", "length"),
    [([], 0), ([0], 1), ([1], 1), ([2], 0), ([0, 1, 2], 3), ([1, 2], 2), ([0, 2, 3], 1)],
)
def test_streak_counts_days_in_a_row_until_today_or_yesterday(ago, length):
    day = date(2026, 3, 2)

    assert streak([day - timedelta(days=days) for days in ago], day) == length
