"""A class with quizzes: what `manage.py shell` of a site calls, so that its own settings and models hold."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import transaction

from quizzes.models import Article, Enrollment, Memory, User
from tests.factories import AssignmentFactory, CourseFactory, QuestionFactory, QuizFactory, RevisionFactory

KINDS = ("single_choice", "multiple_choice", "true_false", "short_answer", "matching", "ordering")


@transaction.atomic
def found(students: int, questions: int, quizzes: list[dict[str, Any]]) -> dict[str, Any]:
    """Make the class and its quizzes; return their numbers and a session for each student, signed in already."""
    article = RevisionFactory().article
    ask_of(article, questions)
    course = CourseFactory(owner=article.owner)
    made = [QuizFactory(articles=[article], owner=article.owner, length=questions, **about) for about in quizzes]
    for quiz in made:
        AssignmentFactory(quiz=quiz, course=course)
    people = User.objects.bulk_create(User(username=f"taker{number}", password="!") for number in range(students))
    Enrollment.objects.bulk_create(Enrollment(course=course, person=person) for person in people)
    return {
        "quizzes": [quiz.pk for quiz in made],
        "questions": questions,
        "sessions": [session_of(person) for person in people],
    }


def ask_of(article: Article, questions: int) -> None:
    """Give the article its questions, the kinds in turn, each on a fact of its own."""
    for number in range(questions):
        QuestionFactory(article=article, kind=KINDS[number % len(KINDS)])


def session_of(person: User) -> str:
    """Return the key of a new session of the person."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    key: str = session.session_key
    return key


def doubtful_memories() -> int:
    """Return how many memories are not what the log of their reviews makes of them."""
    doubtful = 0
    for memory in Memory.objects.all():
        stored = memory.as_state()
        memory.rebuild()
        doubtful += memory.as_state() != stored
    return doubtful
