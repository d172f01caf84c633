"""What the tests of attempts share: quizzes of some kinds, attempts at them, right and wrong answers."""

from datetime import UTC, datetime, timedelta

from quizzes.models import Attempt
from tests.factories import QuestionFactory, QuizFactory

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


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


def late(article, learner, *kinds, feedback="end", **about):
    """An attempt whose feedback comes at its end."""
    quiz = quiz_of(article, learner, *kinds, feedback=feedback, **about)
    return Attempt.objects.start(learner, quiz, len(kinds), 5, NOW)


def timed(article, learner, **about):
    return Attempt.objects.start(
        learner, quiz_of(article, learner, "single_choice", time_limit=60, grace=30, **about), 1, 1, NOW
    )
