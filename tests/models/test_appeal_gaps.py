"""Contesting what was filled into gaps."""

import pytest

from quizzes.models import Attempt
from tests.factories import AcceptedFactory, QuestionFactory
from tests.models.test_appeal import LATER, NOW, contested, pupil
from tests.models.test_appeal import quiz as quiz  # the fixture

pytestmark = pytest.mark.django_db
STEM = "The Alpha Pact was signed in ____ and came into force in ____."


def filled(quiz, given, learner):
    attempt = Attempt.objects.start(quiz=quiz, learner=learner, length=1, seed=5, now=NOW)
    attempt.answer(1, given, NOW)
    return attempt.responses.select_related("attempt__quiz", "question").get()


def test_what_was_wrong_in_one_gap_becomes_right_there_for_everybody(quiz):
    question = QuestionFactory(article=quiz.articles.get(), kind="cloze", stem=STEM)
    AcceptedFactory(question=question, text="1994", gap=1)
    first = filled(quiz, ["in 1992", "the year after the vote"], pupil(quiz))

    contested(first).accept(quiz.owner, LATER)

    first.refresh_from_db()
    assert first.credit == 1
    assert sorted(question.accepted.values_list("text", "gap")) == [
        ("1992", 0),
        ("1994", 1),
        ("the year after the vote", 1),
    ]
