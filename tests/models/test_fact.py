from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.template import Context, Template

from quizzes.engine import facts as engine_kinds
from quizzes.models import Fact
from quizzes.models.fact import Standing
from tests.factories import ArticleFactory, EvidenceFactory, FactFactory, MemoryFactory, RevisionFactory, StudentFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TEXT = 'First one. Second one.\n\nA <b>third</b> "one". A fourth one. A fifth one.'


@pytest.fixture
def quote():
    """Return a fact proved by the given quotes of TEXT."""

    def make(*quotes):
        revision = RevisionFactory(text=TEXT)
        fact = Fact.objects.create(article=revision.article, key="one", kind="date", statement="One.", paragraph=0)
        for text in quotes:
            start = TEXT.index(text)
            EvidenceFactory(fact=fact, revision=revision, start=start, end=start + len(text), quote=text)
        return fact

    return make


def standing_of(learner):
    return Fact.objects.standing(learner, NOW).get().standing


def test_approved_excludes_drafts():
    FactFactory(status="draft")

    assert not Fact.objects.approved().exists()


def test_standing_is_known_when_settled_and_not_due(student):
    MemoryFactory(learner=student, state=2, due=NOW + timedelta(days=1))

    assert standing_of(student) == "known"


def test_standing_is_learning_once_a_settled_memory_is_due(student):
    MemoryFactory(learner=student, state=2, due=NOW)

    assert standing_of(student) == "learning"


@pytest.mark.parametrize("state", [1, 3])
def test_standing_is_learning_until_the_memory_has_settled(student, state):
    MemoryFactory(learner=student, state=state, due=NOW + timedelta(days=1))

    assert standing_of(student) == "learning"


def test_standing_is_unseen_when_only_others_have_met_the_fact(student):
    MemoryFactory(learner=StudentFactory(), state=2, due=NOW + timedelta(days=1))

    assert standing_of(student) == "unseen"


def test_standing_by_article_counts_each_article_for_itself(student, django_assert_num_queries):
    first, second = ArticleFactory(), ArticleFactory()
    FactFactory.create_batch(2, article=first)
    MemoryFactory(learner=student, fact__article=first, state=2, due=NOW + timedelta(days=1))
    MemoryFactory(learner=student, fact__article=second, state=1)

    with django_assert_num_queries(1):
        counts = Fact.objects.approved().standing_by_article(student, NOW)

    assert counts == {first.pk: Standing(known=1, unseen=2), second.pk: Standing(learning=1)}
    assert counts[first.pk].total == 3


@pytest.mark.parametrize(
    ("sentence", "paragraph"),
    [("A fourth one.", 'A <b>third</b> "one". A fourth one. A fifth one.'), ("Second one.", "First one. Second one.")],
)
def test_evidence_stands_in_its_paragraph(quote, sentence, paragraph):
    evidence = quote(sentence).evidence.get()
    start, end = evidence.paragraph_span()

    assert evidence.revision.text[start:end] == paragraph


def test_passages_show_a_paragraph_once_for_all_its_evidence(quote):
    fact = quote("A fifth one.", "A fourth one.", "First one.")

    passages = [[(piece.text, piece.is_evidence) for piece in passage.pieces] for passage in fact.passages()]

    assert passages == [
        [("First one.", True), (" Second one.", False)],
        [('A <b>third</b> "one". ', False), ("A fourth one.", True), (" ", False), ("A fifth one.", True)],
    ]


def test_passages_mark_overlapping_quotes_once(quote):
    fact = quote("First one. Second", "one. Second one.")

    assert "".join(piece.text for piece in fact.passages()[0].pieces) == "First one. Second one."


def test_evidence_tag_escapes_the_article(quote):
    fact = quote("A fourth one.")

    html = Template("{% load quizsite %}{% evidence fact %}").render(Context({"fact": fact}))

    assert "A &lt;b&gt;third&lt;/b&gt;" in html
    assert "<mark>A fourth one.</mark>" in html


@pytest.mark.parametrize("count", [1, 50])
def test_evidence_of_many_facts_takes_three_queries(django_assert_num_queries, count):
    FactFactory.create_batch(count, article=ArticleFactory())

    with django_assert_num_queries(3):
        passages = [fact.passages() for fact in Fact.objects.with_evidence()]

    assert len(passages) == count


def test_quote_that_is_not_in_the_text_is_refused_with_what_to_do(quote):
    evidence = quote("A fourth one.").evidence.get()
    evidence.quote = "A forth one."

    with pytest.raises(ValidationError, match="Copy the sentence exactly"):
        evidence.clean()


def test_quote_that_is_in_the_text_is_accepted(quote):
    evidence = quote("A fourth one.").evidence.get()

    assert evidence.clean() is None
    assert str(evidence) == "A fourth one."


def test_every_kind_that_the_engine_reads_can_be_stored():
    stored = [FactFactory(kind=kind) for kind in engine_kinds.NAMES]

    assert all(fact.get_kind_display() for fact in stored)
    for fact in stored:
        fact.full_clean()


def test_only_a_proposed_fact_names_a_model():
    with pytest.raises(IntegrityError, match="fact_model_only_if_proposed"):
        FactFactory(origin="engine", model="small-7b")
