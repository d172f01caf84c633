"""What the tests of taking a quiz share: attempts to begin, and the forms a browser sends."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone

from quizzes.models import Attempt, Question, Response, User
from tests.factories import ArticleFactory, QuestionFactory, QuizFactory

HTMX = {"HX-Request": "true"}
TOKEN = "a-form-of-a-page-named"


def begin(learner: User, *kinds: str, quiz: dict[str, Any] | None = None, **about: Any) -> Attempt:
    """Begin a quiz of the learner's own with one question of each kind; `quiz` are its settings."""
    article = ArticleFactory()
    for kind in kinds:
        QuestionFactory(article=article, kind=kind, **about)
    made = QuizFactory(articles=[article], **{"owner": learner, "length": max(1, len(kinds)), **(quiz or {})})
    attempt: Attempt = Attempt.objects.start(learner, made, len(kinds), 5, timezone.now())
    return attempt


def address(attempt: Attempt, position: int = 1) -> str:
    return reverse("question_answer", args=[attempt.pk, position])


def sent(answer: dict[str, Any], version: int = 0, token: str = TOKEN, **more: Any) -> dict[str, Any]:
    """The fields of a whole form: what every one carries, and the answer."""
    return {"token": token, "version": version, **more, **answer}


def right_form(response: Response, **carried: Any) -> dict[str, Any]:
    """The fields a browser sends for the right answer."""
    return sent(right_answer(response), **carried)


def right_answer(response: Response) -> dict[str, Any]:
    shown = response.as_shown
    if shown.kind in Question.TYPED_KINDS:
        return {"text": shown.accept[0].text}
    if shown.kind == "ordering":
        return {f"place_{index}": shown.key.index(index) + 1 for index in range(len(shown.key))}
    if shown.kind == "matching":
        return {f"match_{index}": option for index, option in enumerate(shown.key)}
    return {"choice": list(shown.key)}


def wrong_form(response: Response, **carried: Any) -> dict[str, Any]:
    """The fields a browser sends for a wrong choice."""
    choice = next(index for index in range(4) if index not in response.as_shown.key)
    return sent({"choice": choice}, **carried)
