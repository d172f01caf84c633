"""The smallest valid thing of each kind."""

from __future__ import annotations

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from quizzes import models

TEXT = "The Alpha Pact was signed in 1992. It came into force in 1994.\n\nBeta joined the Alpha Pact in 1999."
SENTENCE = "The Alpha Pact was signed in 1992."


class UserFactory(DjangoModelFactory[models.User]):
    class Meta:
        model = models.User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"person{n}")
    password = factory.django.Password("correct horse battery")

    @factory.post_generation
    def groups(self: models.User, create: bool, names: list[str] | None, **kwargs: object) -> None:
        """UserFactory(groups=["teacher"]) puts the person into the groups that the migrations made."""
        from django.contrib.auth.models import Group

        if create and names:
            self.groups.set(Group.objects.filter(name__in=names))


class StudentFactory(UserFactory):
    username = factory.Sequence(lambda n: f"student{n}")
    groups = factory.PostGeneration(lambda user, create, extracted, **kw: _join(user, "student"))


class TeacherFactory(UserFactory):
    username = factory.Sequence(lambda n: f"teacher{n}")
    groups = factory.PostGeneration(lambda user, create, extracted, **kw: _join(user, "teacher"))


class AdminFactory(UserFactory):
    username = factory.Sequence(lambda n: f"admin{n}")
    is_staff = True
    is_superuser = True
    groups = factory.PostGeneration(lambda user, create, extracted, **kw: _join(user, "admin"))


def _join(user: models.User, name: str) -> None:
    from django.contrib.auth.models import Group

    user.groups.add(Group.objects.get(name=name))
    if name in {"teacher", "admin"} and not user.is_staff:
        user.is_staff = True
        user.save(update_fields=["is_staff"])


class ArticleFactory(DjangoModelFactory[models.Article]):
    class Meta:
        model = models.Article

    title = factory.Sequence(lambda n: f"Article {n}")
    owner = factory.SubFactory(TeacherFactory)
    visibility = "public"


class RevisionFactory(DjangoModelFactory[models.Revision]):
    class Meta:
        model = models.Revision

    article = factory.SubFactory(ArticleFactory)
    number = factory.Sequence(lambda n: n + 1)
    text = TEXT
    words = factory.LazyAttribute(lambda r: len(r.text.split()))


class BuildFactory(DjangoModelFactory[models.Build]):
    class Meta:
        model = models.Build

    revision = factory.SubFactory(RevisionFactory)


class FactFactory(DjangoModelFactory[models.Fact]):
    """A fact with its evidence: the first sentence of the article's only revision, or another one of it."""

    class Meta:
        model = models.Fact
        skip_postgeneration_save = True

    article = factory.SubFactory(ArticleFactory)
    key = factory.Sequence(lambda n: f"fact{n}")
    kind = "date"
    statement = SENTENCE
    paragraph = 0
    status = "approved"

    @factory.post_generation
    def evidence(self: models.Fact, create: bool, quote: str | None, **kwargs: object) -> None:
        if create:
            revision = self.article.revisions.first() or RevisionFactory(article=self.article)
            quote = quote or SENTENCE
            start = revision.text.index(quote) if quote in revision.text else 0
            EvidenceFactory(fact=self, revision=revision, quote=quote, start=start, end=start + len(quote))


class EvidenceFactory(DjangoModelFactory[models.Evidence]):
    class Meta:
        model = models.Evidence

    fact = factory.SubFactory(FactFactory)
    revision = factory.SubFactory(RevisionFactory)
    start = 0
    end = len(SENTENCE)
    quote = SENTENCE


class QuestionFactory(DjangoModelFactory[models.Question]):
    """An approved single choice question with four choices, the key first, on one fact of its article."""

    class Meta:
        model = models.Question
        skip_postgeneration_save = True

    article = factory.SubFactory(ArticleFactory)
    key = factory.Sequence(lambda n: f"question{n}")
    kind = "single_choice"
    stem = "In which year was the Alpha Pact signed?"
    explanation = "The article says that the Alpha Pact was signed in 1992."
    status = "approved"

    @factory.post_generation
    def fact(self: models.Question, create: bool, extracted: models.Fact | None, **kwargs: object) -> None:
        if create:
            self.facts.add(extracted or FactFactory(article=self.article))

    @factory.post_generation
    def answers(self: models.Question, create: bool, extracted: object, **kwargs: object) -> None:
        """Give each kind the smallest set of answers that is valid for it."""
        if create:
            ANSWERS[self.kind](self)


def _single(question: models.Question) -> None:
    for position, year in enumerate(["1992", "1991", "1994", "1999"]):
        ChoiceFactory(question=question, text=year, is_key=position == 0, position=position)


def _multiple(question: models.Question) -> None:
    for position, name in enumerate(["Beta", "Gamma", "Delta", "Epsilon"]):
        ChoiceFactory(question=question, text=name, is_key=position < 2, position=position)


def _true_false(question: models.Question) -> None:
    ChoiceFactory(question=question, text="True", is_key=True, position=0)
    ChoiceFactory(question=question, text="False", position=1)


def _matching(question: models.Question) -> None:
    for position, (left, right) in enumerate([("Signed", "1992"), ("In force", "1994"), ("Beta joined", "1999")]):
        ChoiceFactory(question=question, text=left, pair=right, position=position)


def _ordering(question: models.Question) -> None:
    for position, label in enumerate(["The pact was signed", "The pact came into force", "Beta joined"]):
        ChoiceFactory(question=question, text=label, position=position)


def _find_evidence(question: models.Question) -> None:
    sentences = ["Beta called a meeting.", SENTENCE, "It came into force later.", "Others followed.", "Gamma did not."]
    for position, text in enumerate(sentences):
        ChoiceFactory(
            question=question, text=text, is_key=position == 1, position=position, paragraph=int(position > 2)
        )


def _typed(question: models.Question) -> None:
    AcceptedFactory(question=question, text="1992", number=1992 if question.kind == "numeric" else None)


ANSWERS = {
    "single_choice": _single,
    "multiple_choice": _multiple,
    "true_false": _true_false,
    "matching": _matching,
    "ordering": _ordering,
    "find_evidence": _find_evidence,
    "cloze": _typed,
    "short_answer": _typed,
    "numeric": _typed,
}


class ChoiceFactory(DjangoModelFactory[models.Choice]):
    class Meta:
        model = models.Choice

    question = factory.SubFactory(QuestionFactory)
    text = factory.Sequence(lambda n: f"choice {n}")
    position = factory.Sequence(lambda n: n + 10)


class AcceptedFactory(DjangoModelFactory[models.Accepted]):
    class Meta:
        model = models.Accepted

    question = factory.SubFactory(QuestionFactory, kind="short_answer")
    text = factory.Sequence(lambda n: f"answer {n}")


class CourseFactory(DjangoModelFactory[models.Course]):
    class Meta:
        model = models.Course

    name = factory.Sequence(lambda n: f"Class {n}")
    code = factory.Sequence(lambda n: f"CODE{n:04}")
    owner = factory.SubFactory(TeacherFactory)


class EnrollmentFactory(DjangoModelFactory[models.Enrollment]):
    class Meta:
        model = models.Enrollment

    course = factory.SubFactory(CourseFactory)
    person = factory.SubFactory(StudentFactory)


class QuizFactory(DjangoModelFactory[models.Quiz]):
    class Meta:
        model = models.Quiz
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Quiz {n}")
    owner = factory.SubFactory(TeacherFactory)

    @factory.post_generation
    def articles(self: models.Quiz, create: bool, extracted: list[models.Article] | None, **kwargs: object) -> None:
        if create and extracted:
            self.articles.set(extracted)


class AssignmentFactory(DjangoModelFactory[models.Assignment]):
    class Meta:
        model = models.Assignment

    course = factory.SubFactory(CourseFactory)
    quiz = factory.SubFactory(QuizFactory)
    opens = factory.LazyFunction(timezone.now)


class AttemptFactory(DjangoModelFactory[models.Attempt]):
    class Meta:
        model = models.Attempt

    learner = factory.SubFactory(StudentFactory)
    quiz = factory.SubFactory(QuizFactory)
    seed = 7


class ResponseFactory(DjangoModelFactory[models.Response]):
    class Meta:
        model = models.Response

    attempt = factory.SubFactory(AttemptFactory)
    question = factory.SubFactory(QuestionFactory)
    position = factory.Sequence(lambda n: n)
    shown = factory.LazyFunction(dict)


class MemoryFactory(DjangoModelFactory[models.Memory]):
    class Meta:
        model = models.Memory

    learner = factory.SubFactory(StudentFactory)
    fact = factory.SubFactory(FactFactory)
    stability = 2.0
    difficulty = 5.0
    state = 2
    due = factory.LazyFunction(timezone.now)
    last_review = factory.LazyFunction(timezone.now)
