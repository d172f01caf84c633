"""Quizzes that journeys need and no page of the site makes; runs in a process with the settings of the site."""

from __future__ import annotations

from django.urls import reverse

from quizzes.models import Article, Course, Question, Quiz, User
from tests.browser.kinds import PAPER, Asked
from tests.browser.steps import CODE
from tests.factories import (
    TEXT,
    AcceptedFactory,
    ArticleFactory,
    AssignmentFactory,
    FactFactory,
    QuestionFactory,
    QuizFactory,
    RevisionFactory,
)

ALPHA = "The Alpha Pact"


def one_kind(kind: str) -> str:
    """Give the demo class a quiz of one kind of question, and return where it begins."""
    course = Course.objects.get(code=CODE)
    articles = list(Article.objects.exclude(title=ALPHA))
    quiz = QuizFactory(title=f"Only {kind}", owner=course.owner, kinds=[kind], length=4, articles=articles)
    return _given(course, quiz)


def every_kind(title: str, **settings: object) -> str:
    """Give the demo class a quiz of one question of every kind, and return where it begins."""
    course = Course.objects.get(code=CODE)
    article = Article.objects.filter(title=ALPHA).first() or _written(course.owner)
    quiz = QuizFactory(title=title, owner=course.owner, articles=[article], shuffle_questions=False, **settings)
    quiz.choose(list(article.questions.order_by("pk")))
    return _given(course, quiz)


def _given(course: Course, quiz: Quiz) -> str:
    AssignmentFactory(course=course, quiz=quiz)
    return reverse("quiz_start", args=[quiz.pk])


def _written(owner: User) -> Article:
    """Write the article and its questions."""
    article = ArticleFactory(title=ALPHA, owner=owner, visibility="courses")
    RevisionFactory(article=article, text=TEXT)
    quotes = [
        "The Alpha Pact was signed in 1992.",
        "It came into force in 1994.",
        "Beta joined the Alpha Pact in 1999.",
    ]
    facts = {quote[-5:-1]: FactFactory(article=article, statement=quote, evidence=quote) for quote in quotes}
    for asked in PAPER:
        question = _question(article, asked, facts["1992"])
        for year, fact in facts.items():
            # What a distractor is true of is told with its proof.
            question.choices.filter(text=year, is_key=False).update(fact=fact)
    return article


def _question(article: Article, asked: Asked, fact: object) -> Question:
    words = list(asked.words) or None
    question = QuestionFactory(
        article=article, key=asked.name, kind=asked.kind, stem=asked.stem, explanation="", words=words, fact=fact
    )
    for gap, text in enumerate(asked.gaps, start=1):
        AcceptedFactory(question=question, text=text, gap=gap)
    return question
