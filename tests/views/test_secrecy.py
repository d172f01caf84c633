"""Before a question is answered no byte that reaches the browser tells its answer."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.engine.questions import to_json
from quizzes.models import Attempt, Question, Quiz
from quizzes.models.response import Sent
from tests.factories import (
    SENTENCE,
    AcceptedFactory,
    ArticleFactory,
    ChoiceFactory,
    EvidenceFactory,
    FactFactory,
    QuestionFactory,
    QuizFactory,
    RevisionFactory,
)
from tests.views.taking import HTMX, right_form, sent

pytestmark = pytest.mark.django_db

KINDS = Question.Kind.values
PROOF = "Thesecretproof stands in this sentence."
SECRETS = ["thesecret", "777001", "777002"]


def telling_question(article, kind):
    """A question whose explanation, notes, typed answers, facts and proof all carry a mark to look for."""
    fact = FactFactory(article=article, statement="Thesecretstatement is true.", key=f"thesecretfact-{kind}")
    fact.evidence.all().delete()
    EvidenceFactory(
        fact=fact,
        revision=article.revisions.get(number=77),
        start=len(SENTENCE) + 1,
        end=len(SENTENCE) + 1 + len(PROOF),
        quote=PROOF,
    )
    question = QuestionFactory(
        article=article,
        kind=kind,
        fact=fact,
        key=f"thesecretkey-{kind}",
        explanation="Thesecretexplanation says why.",
        proofs=["thesecretcheck"],
        reject=["thesecretreject"],
    )
    question.choices.update(note="Thesecretnote says where it belongs.", fact=fact)
    if kind in Question.TYPED_KINDS:
        question.accepted.all().delete()
        AcceptedFactory(question=question, text="777001", number=777001 if kind == "numeric" else None)
        AcceptedFactory(question=question, text="777002", number=777002 if kind == "numeric" else None, position=1)
    return question


@pytest.fixture
def attempt(student):
    """An attempt with one telling question of each kind."""
    article = ArticleFactory(title="An ordinary title")
    RevisionFactory(article=article, number=77, text=f"{SENTENCE} {PROOF}")
    for kind in KINDS:
        telling_question(article, kind)
    quiz = QuizFactory(articles=[article], owner=student)
    return Attempt.objects.start(student, quiz, len(KINDS), 5, timezone.now())


def told(reply):
    """Return the secrets that a reply gives away, in its body, its headers or its cookies."""
    sent = (reply.content.decode() + str(reply.headers) + str(reply.cookies)).lower()
    return [secret for secret in SECRETS if secret in sent]


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_no_screen_before_an_answer_tells_it(student_client, attempt, headers):
    leaks = {}

    for response in attempt.responses.all():
        url = reverse("question_answer", args=[attempt.pk, response.position])
        before = [student_client.get(url, headers=headers), student_client.post(url, {"x": "1"}, headers=headers)]
        leaks |= {f"{response.shown['kind']} {reply.status_code}": told(reply) for reply in before}
        student_client.post(url, right_form(response), headers=headers)

    assert len(leaks) == 2 * len(KINDS)
    assert not any(leaks.values()), leaks
    attempt.refresh_from_db()
    assert attempt.score == 1


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_the_marks_do_appear_once_answered(student_client, attempt, headers):
    response = attempt.responses.get(shown__kind="short_answer")
    for earlier in attempt.responses.filter(position__lte=response.position):
        earlier.grade(Sent(right_grade(earlier), timezone.now()))

    reply = student_client.get(reverse("question_answer", args=[attempt.pk, response.position]), headers=headers)

    assert told(reply) == ["thesecret", "777001"]


def right_grade(response):
    shown = response.as_shown
    return shown.accept[0].text if shown.accept else list(shown.key)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_no_later_question_is_shown_one_way(student_client, attempt, method, headers):
    Quiz.objects.update(one_way=True)
    Question.objects.filter(responses__position=1, responses__attempt=attempt).update(stem="First?")
    for response in attempt.responses.filter(position__gt=1):
        response.shown["stem"] = "Thesecretstem comes later?"
        response.save()

    replies = [
        getattr(student_client, method)(
            reverse("question_answer", args=[attempt.pk, position]), sent({"choice": "0"}), headers=headers, follow=True
        )
        for position in range(2, len(KINDS) + 1)
    ]

    assert [told(reply) for reply in replies] == [[]] * len(replies)


@pytest.mark.parametrize("name", ["attempt_resume", "attempt_submit", "attempt_result", "scores", "home"])
def test_no_page_around_an_open_attempt_tells_it(student_client, attempt, name):
    arguments = [attempt.pk] if name.startswith("attempt") else []

    reply = student_client.get(reverse(name, args=arguments), follow=True)

    assert reply.status_code == 200
    assert told(reply) == []


def test_an_answered_question_does_not_tell_the_next(student_client, attempt):
    first, second = attempt.responses.filter(position__lte=2)
    second.shown["stem"] = "Thesecondstem?"
    second.save()

    reply = student_client.post(reverse("question_answer", args=[attempt.pk, 1]), right_form(first), headers=HTMX)

    assert b"Thesecondstem" not in reply.content


@pytest.mark.parametrize("kind", ["single_choice", "multiple_choice", "true_false", "find_evidence"])
def test_values_of_choices_are_places_only(student_client, student, kind):
    article = ArticleFactory()
    question = QuestionFactory(article=article, kind=kind)
    attempt = Attempt.objects.start(student, QuizFactory(articles=[article], owner=student), 1, 5, timezone.now())

    page = student_client.get(reverse("question_answer", args=[attempt.pk, 1])).content.decode()

    values = re.findall(r'<input type="(?:radio|checkbox)" name="choice" value="([^"]*)"', page)
    assert values == [str(place) for place in range(question.choices.count())]


@pytest.mark.parametrize("kind", ["single_choice", "multiple_choice", "ordering", "matching"])
def test_the_order_shown_says_nothing(student, kind):
    article = ArticleFactory()
    question = QuestionFactory(article=article, kind=kind)
    if kind in ("ordering", "matching"):
        ChoiceFactory(question=question, text="Delta joined", pair="2004" if kind == "matching" else "", position=3)
    quiz = QuizFactory(articles=[article], owner=student)

    keys = set()
    for seed in range(40):
        attempt = Attempt.objects.start(student, quiz, 1, seed, timezone.now())
        keys.add(attempt.responses.get().as_shown.key)
        attempt.delete()

    assert len(keys) >= {"single_choice": 4, "multiple_choice": 6}.get(kind, 15)


def test_sentences_stay_in_the_order_of_the_article(student):
    article = ArticleFactory()
    question = QuestionFactory(article=article, kind="find_evidence")
    quiz = QuizFactory(articles=[article], owner=student)

    attempt = Attempt.objects.start(student, quiz, 1, 5, timezone.now())

    assert attempt.responses.get().as_shown.choices == question.as_engine().choices


def test_the_snapshot_is_the_question_shuffled_and_nothing_else(student):
    article = ArticleFactory()
    question = QuestionFactory(article=article)
    attempt = Attempt.objects.start(student, QuizFactory(articles=[article], owner=student), 1, 5, timezone.now())

    shown = attempt.responses.get().shown

    stored = to_json(question.as_engine())
    assert sorted(shown["choices"]) == sorted(stored["choices"])
    assert {**shown, "choices": [], "key": [], "choice_facts": [], "notes": []} == {
        **stored, "choices": [], "key": [], "choice_facts": [], "notes": []
    }  # fmt: skip
