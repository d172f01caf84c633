"""A quiz for class: the page to print, its key, and both as PDF."""

from __future__ import annotations

import io
import re

import pypdf
import pytest
from django.urls import reverse

from quizzes.models import Question, Slot
from quizzes.models.quiz import Quiz
from tests.factories import SENTENCE, ArticleFactory, QuestionFactory, QuizFactory
from tests.views.test_secrecy import told

pytestmark = pytest.mark.django_db

PAGES = ["quiz_print", "quiz_key"]
FILES = ["quiz_paper_pdf", "quiz_key_pdf"]
KINDS = Question.Kind.values


@pytest.fixture
def quiz(teacher):
    """A list of one question of each kind."""
    article = ArticleFactory(owner=teacher)
    quiz = QuizFactory(owner=teacher, articles=[article], title="Pacts & canals", selection="list")
    for position, kind in enumerate(KINDS, start=1):
        question = QuestionFactory(article=article, kind=kind, stem=f"What about {kind}, <b>say</b>?")
        Slot.objects.create(quiz=quiz, position=position, question=question)
    return quiz


def address(quiz, name="quiz_print", version="A"):
    return reverse(name, args=[quiz.pk, version])


def words(reply):
    """Return the text of a PDF, runs of blanks as one."""
    pages = pypdf.PdfReader(io.BytesIO(reply.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def stems(text):
    return re.findall(r"What about (\w+),", text)


def test_page_shows_a_version_with_room_for_the_answers(teacher_client, quiz):
    page = teacher_client.get(address(quiz))

    assert page.status_code == 200
    assert sorted(stems(page.text)) == sorted(KINDS)
    assert all(f">{name}</span>" in page.text for name in ("Name", "Class", "Date"))
    assert all(
        page.text.count(f'class="{mark}"') == number for mark, number in {"tick": 15, "place": 3, "short": 3}.items()
    )
    assert "&lt;b&gt;say&lt;/b&gt;" in page.text


def test_a_gap_to_choose_for_has_its_words_below_it(teacher_client, teacher):
    gap = QuestionFactory(kind="cloze", article__owner=teacher, stem="Signed in ____.", words=["1991", "1992", "1994"])
    quiz = QuizFactory(owner=teacher, articles=[gap.article], length=1)

    page, key = (teacher_client.get(address(quiz, name)) for name in PAGES)

    assert "Write in each gap the letter of what belongs there." in page.text
    assert all(f"{letter}) {year}" in page.text for letter, year in zip("abc", gap.words, strict=True))
    assert "<li>b) 1992</li>" in key.text


def test_page_leads_to_the_other_version_the_keys_and_the_files(teacher_client, quiz):
    page = teacher_client.get(address(quiz, version="B"))

    leads = [address(quiz, name, version) for name in PAGES for version in "AB"]
    assert all(f'href="{lead}"' in page.text for lead in [*leads, address(quiz, "quiz_paper_pdf", "B")])
    assert f'href="{address(quiz, "quiz_print", "B")}" aria-current="page"' in page.text


def test_what_is_about_the_quiz_leads_to_the_page(teacher_client, quiz):
    for place in ("/teaching/", reverse("quiz_scores", args=[quiz.pk]), reverse("quiz_questions", args=[quiz.pk])):
        assert f'href="{address(quiz)}"' in teacher_client.get(place).text


@pytest.mark.parametrize("names", [PAGES, FILES])
@pytest.mark.parametrize("version", "AB")
def test_key_is_numbered_as_its_paper(teacher_client, quiz, names, version):
    replies = [teacher_client.get(address(quiz, name, version)) for name in names]

    paper, key = (stems(reply.text if names is PAGES else words(reply)) for reply in replies)
    assert paper == key
    assert len(paper) == len(KINDS)


@pytest.mark.parametrize("name", [*PAGES, *FILES])
def test_versions_have_another_order(teacher_client, quiz, name):
    replies = [teacher_client.get(address(quiz, name, version)) for version in "AB"]

    first, second = (stems(reply.text if name in PAGES else words(reply)) for reply in replies)
    assert sorted(first) == sorted(second)
    assert first != second


@pytest.mark.parametrize("name", ["quiz_key", "quiz_key_pdf"])
def test_key_has_the_answers_and_the_sentences(teacher_client, quiz, name):
    reply = teacher_client.get(address(quiz, name))

    text = reply.text if name in PAGES else words(reply)
    assert text.count(SENTENCE) == len(KINDS) + 1  # one of them is the answer itself
    assert "Signed: " in text
    assert ") Gamma" in text
    assert "3: Beta joined" in text


@pytest.mark.parametrize("name", ["quiz_print", "quiz_paper_pdf"])
@pytest.mark.parametrize("version", "AB")
def test_paper_tells_nothing_of_the_answers(teacher_client, quiz, name, version):
    Question.objects.update(explanation="Thesecretexplanation.")
    for question in Question.objects.all():
        question.choices.update(note="Thesecretnote.")
        question.facts.update(statement="Thesecretstatement.")
        question.accepted.update(text="777001", number=777001)

    reply = teacher_client.get(address(quiz, name, version))

    assert told(reply) == [] if name in PAGES else "777001" not in words(reply)
    # The proof stands there once: among the sentences to find it in.
    assert (reply.text if name in PAGES else words(reply)).count(SENTENCE) == 1
    assert "hesecret" not in (reply.text if name in PAGES else words(reply))


@pytest.mark.parametrize("name", ["quiz_print", "quiz_paper_pdf"])
def test_paper_is_the_same_whatever_is_right(teacher_client, teacher, name):
    question = QuestionFactory(article=ArticleFactory(owner=teacher))
    quiz = QuizFactory(owner=teacher, articles=[question.article], length=1)
    before = teacher_client.get(address(quiz, name)).content

    question.choices.filter(position=0).update(is_key=False)
    question.choices.filter(position=2).update(is_key=True)

    assert without_tokens(teacher_client.get(address(quiz, name)).content) == without_tokens(before)


def without_tokens(content):
    """Return a reply without what differs each time: the tokens against forged requests."""
    return re.sub(rb'(csrfmiddlewaretoken" value="|X-CSRFToken": "|nonce=")[\w-]+', b"", content)


def test_files_are_named_for_what_they_are(teacher_client, quiz):
    replies = [teacher_client.get(address(quiz, name, "B")) for name in FILES]

    assert [reply["Content-Type"] for reply in replies] == ["application/pdf"] * 2
    names = [reply["Content-Disposition"] for reply in replies]
    assert names == [f'attachment; filename="pacts-canals-{what}-B.pdf"' for what in ("paper", "key")]
    assert all("no-store" in reply["Cache-Control"] for reply in replies)


@pytest.mark.parametrize("name", PAGES)
def test_a_quiz_without_questions_says_so(teacher_client, teacher, name):
    page = teacher_client.get(address(QuizFactory(owner=teacher), name))

    assert "Nothing to print yet" in page.text
    assert ".pdf" not in page.text


@pytest.mark.parametrize(("name", "page"), list(zip(FILES, PAGES, strict=True)))
def test_a_file_without_questions_leads_to_the_page(teacher_client, teacher, name, page):
    quiz = QuizFactory(owner=teacher)

    assert teacher_client.get(address(quiz, name))["Location"] == address(quiz, page)


@pytest.mark.parametrize(("name", "page"), list(zip(FILES, PAGES, strict=True)))
def test_letters_that_no_font_has_are_left_to_the_browser(teacher_client, quiz, name, page):
    Question.objects.filter(kind="numeric").update(stem="How many \U0010fffd are there?")

    answer = teacher_client.get(address(quiz, name), follow=True)

    assert answer.redirect_chain == [(address(quiz, page), 302)]
    assert "Print this page instead" in answer.text


@pytest.mark.parametrize("name", [*PAGES, *FILES])
@pytest.mark.parametrize("version", ["C", "a", "AB", "1", "%00"])
def test_other_versions_do_not_exist(teacher_client, quiz, name, version):
    at = address(quiz, name).replace("/A/", f"/{version}/")

    assert teacher_client.get(at).status_code == 404


@pytest.mark.parametrize("name", [*PAGES, *FILES])
def test_foreign_quiz_does_not_exist(teacher_client, name):
    assert teacher_client.get(address(QuizFactory(), name)).status_code == 404


@pytest.mark.parametrize("name", [*PAGES, *FILES])
def test_practice_on_an_article_is_not_printed(teacher_client, teacher, name):
    quiz = Quiz.objects.practice(ArticleFactory(owner=teacher))

    assert teacher_client.get(address(quiz, name)).status_code == 404
    assert address(quiz) not in teacher_client.get(reverse("quiz_scores", args=[quiz.pk])).text


@pytest.mark.parametrize("name", [*PAGES, *FILES])
def test_admin_prints_every_quiz(admin_client, quiz, name):
    assert admin_client.get(address(quiz, name)).status_code == 200


@pytest.mark.parametrize("name", [*PAGES, *FILES])
def test_students_are_refused(student_client, quiz, name):
    assert student_client.get(address(quiz, name)).status_code == 403


@pytest.mark.parametrize("name", [*PAGES, *FILES])
def test_anonymous_people_sign_in_first(client, quiz, name):
    assert client.get(address(quiz, name))["Location"].startswith("/accounts/login/?next=")


@pytest.mark.parametrize("name", [*PAGES, *FILES])
def test_nothing_can_be_posted(teacher_client, quiz, name):
    assert teacher_client.post(address(quiz, name)).status_code == 405


@pytest.mark.parametrize("number", [1, 50])
@pytest.mark.parametrize("name", PAGES)
def test_page_needs_the_same_queries_whatever_it_shows(
    teacher_client, teacher, name, number, django_assert_num_queries
):
    article = ArticleFactory(owner=teacher)
    QuestionFactory.create_batch(number, article=article)
    quiz = QuizFactory(owner=teacher, articles=[article], length=number)
    teacher_client.get(address(quiz, name))

    with django_assert_num_queries(17):
        teacher_client.get(address(quiz, name))
