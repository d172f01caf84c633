"""The desk for questions with gaps, and tolerance for numbers."""

import pytest

from quizzes.models import Question
from tests.admin.desk import errors, values
from tests.admin.test_question import ADD, address, new, save
from tests.factories import AcceptedFactory, ArticleFactory, QuestionFactory

pytestmark = pytest.mark.django_db
STEM = "It was signed in ____ and came into force in ____."


@pytest.fixture
def article(teacher):
    return ArticleFactory(owner=teacher)


@pytest.fixture
def gaps(article):
    question = QuestionFactory(article=article, kind="cloze", stem=STEM)
    AcceptedFactory(question=question, text="1994", gap=1, position=1)
    return question


def test_gaps_are_counted_from_one(teacher_client, gaps):
    data = values(teacher_client.get(address(gaps)))

    assert [data[f"accepted-{row}-gap"] for row in (0, 1)] == [1, 2]


def test_saving_without_a_change_changes_nothing(teacher_client, gaps):
    save(teacher_client, gaps)

    assert list(gaps.accepted.values_list("text", "gap")) == [("1992", 0), ("1994", 1)]
    assert gaps.accepted.first().history.count() == 1


def test_new_question_with_two_gaps_and_words_is_stored(teacher_client, article):
    data = values(teacher_client.get(ADD)) | new(article, "cloze") | {"stem": STEM, "words": "1990\n1992\n\n1994 "}
    data |= {"accepted-0-text": "1992", "accepted-0-gap": "1", "accepted-1-text": "1994", "accepted-1-gap": "2"}

    teacher_client.post(ADD, data)

    question = Question.objects.with_answers().get()
    assert question.words == ["1990", "1992", "1994"]
    assert question.as_engine().key == (1, 2)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"accepted-1-gap": "1"}, "Give an accepted answer for gap 2."),
        ({"accepted-1-gap": "3"}, "is for gap 3, but the question has 2"),
        ({"words": "1990\n1992"}, "exactly one right answer of gap 2"),
        ({"words": "1990"}, "at least 2 words"),
        ({"words": "1992\n1994\n1992"}, "Two words are equal"),
        ({"stem": "It was signed in ____."}, "is for gap 2, but the question has 1"),
    ],
)
def test_what_no_student_could_answer_is_refused(teacher_client, gaps, changes, reason):
    page = save(teacher_client, gaps, **changes)

    assert reason in errors(page)


def test_words_belong_to_gaps_only(teacher_client, article):
    data = values(teacher_client.get(ADD)) | new(article, "short_answer") | {"words": "1992\n1994"}
    data |= {"accepted-0-text": "1992"}

    assert "Only gaps are filled from a list of words" in errors(teacher_client.post(ADD, data))


def test_the_same_text_may_fill_two_gaps(teacher_client, gaps):
    save(teacher_client, gaps, **{"accepted-1-text": "1992"})

    assert list(gaps.accepted.values_list("text", "gap")) == [("1992", 0), ("1992", 1)]


def test_tolerance_is_set_for_numbers_only(teacher_client, article, gaps):
    number = QuestionFactory(article=article, kind="numeric")

    save(teacher_client, number, **{"accepted-0-tolerance": "2.5"})

    assert number.accepted.get().tolerance == 2.5
    assert "accepted-0-tolerance" not in teacher_client.get(address(gaps)).content.decode()


@pytest.mark.parametrize("words", [None, ["1990", "1992", "1994"]])
def test_preview_shows_the_gaps_in_their_sentence(teacher_client, gaps, words):
    Question.objects.filter(pk=gaps.pk).update(words=words)

    page = teacher_client.get(address(gaps, "preview")).content.decode()

    assert "Gap 1 of 2" in page
    assert "Gap 2 of 2" in page
    assert ("<option" in page) == bool(words)
    assert "1992; 1994" in page
