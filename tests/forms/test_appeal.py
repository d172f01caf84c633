import pytest

from quizzes.forms.appeal import MOST, AppealForm, VerdictForm
from tests.factories import SENTENCE, RevisionFactory

pytestmark = pytest.mark.django_db

FIRST = f"0-{len(SENTENCE)}"


@pytest.fixture
def revision():
    return RevisionFactory()


def form_of(revision, **data):
    return AppealForm(revision, data)


def test_every_sentence_of_the_article_can_be_marked(revision):
    texts = [[text for _, text in paragraph] for paragraph in AppealForm(revision).paragraphs]

    assert texts == [[SENTENCE, "It came into force in 1994."], ["Beta joined the Alpha Pact in 1999."]]


def test_marked_sentence_is_a_place_in_the_text(revision):
    form = form_of(revision, sentence=FIRST)

    assert form.is_valid()
    assert form.span.of(revision.text) == SENTENCE


def test_words_are_enough(revision):
    form = form_of(revision, reason="It means the same.")

    assert form.is_valid()
    assert form.span is None


@pytest.mark.parametrize("data", [{}, {"reason": "  ", "sentence": ""}])
def test_one_of_the_two_is_needed(revision, data):
    form = form_of(revision, **data)

    assert not form.is_valid()
    assert "Mark the sentence" in form.non_field_errors()[0]


@pytest.mark.parametrize("place", ["0-5", "1-34", "-1-34", "34-0", "0-999999", "a-b", "0", "٠-34", "0-34-1"])
def test_place_that_is_no_sentence_is_refused(revision, place):
    form = form_of(revision, sentence=place, reason="Because.")

    assert "no sentence of this article" in form.errors["sentence"][0]


def test_too_long_a_reason_is_refused_and_given_back(revision):
    form = form_of(revision, reason="x" * (MOST + 1))

    assert "at most 2,000 characters" in form.errors["reason"][0]
    assert len(form["reason"].value()) == MOST + 1


def test_without_a_text_there_are_words_only():
    assert form_of(None, reason="Because.").is_valid()
    assert not form_of(None, sentence=FIRST, reason="Because.").is_valid()


@pytest.mark.parametrize("verdict", ["", "open", "maybe"])
def test_verdict_is_one_of_two(verdict):
    assert VerdictForm({"verdict": verdict}).errors == {"verdict": ["Choose Accept or Refuse."]}
