"""What is told of an answer: the proof of the key, and where what was answered instead is true."""

from datetime import timedelta

import pytest
from django.utils import timezone

from quizzes.models import Attempt, Fact
from quizzes.models.explanation import explain, with_standing
from quizzes.models.response import Sent
from tests.factories import (
    TEXT,
    ArticleFactory,
    EvidenceFactory,
    FactFactory,
    MemoryFactory,
    QuestionFactory,
    QuizFactory,
    RevisionFactory,
)

pytestmark = pytest.mark.django_db

NOW = timezone.now()
IN_FORCE = "It came into force in 1994."
JOINED = "Beta joined the Alpha Pact in 1999."


@pytest.fixture
def article():
    return RevisionFactory(article=ArticleFactory()).article


def fact_of(article, quote, **about):
    """A fact that one sentence of the text proves."""
    fact = FactFactory(article=article, statement=quote, paragraph=int(quote == JOINED), **about)
    fact.evidence.all().delete()
    start = TEXT.index(quote)
    EvidenceFactory(fact=fact, revision=article.revisions.get(), start=start, end=start + len(quote), quote=quote)
    return fact


def answered(learner, question, given):
    """The explanation of one answer; choices, and words of a list, are given by their texts."""
    quiz = QuizFactory(articles=[question.article], owner=learner)
    attempt = Attempt.objects.start(learner, quiz, 1, 5, NOW)
    response = attempt.responses.get()
    choices = response.shown["choices"] or response.shown["options"]
    places = given if isinstance(given, str) else [choices.index(text) for text in given]
    attempt.answer(1, places, NOW)
    return explain(attempt.responses.all())[0]


def told(proofs):
    return [(proof.text, [fact.statement for fact in proof.facts]) for proof in proofs]


def test_key_is_proven_by_the_facts_of_the_question(student, article):
    question = QuestionFactory(article=article)

    told_of = answered(student, question, ["1992"])

    assert told(told_of.proofs) == [("", [question.facts.get().statement])]
    assert told_of.elsewhere == []


def test_wrong_choice_shows_the_fact_in_which_it_is_true(student, article):
    question = QuestionFactory(article=article)
    question.choices.filter(text="1994").update(fact=fact_of(article, IN_FORCE))

    assert told(answered(student, question, ["1994"]).elsewhere) == [("1994", [IN_FORCE])]


def test_each_of_several_wrong_choices_shows_its_own_fact(student, article):
    question = QuestionFactory(article=article, kind="multiple_choice")
    question.choices.filter(text="Delta").update(fact=fact_of(article, IN_FORCE))
    question.choices.filter(text="Epsilon").update(fact=fact_of(article, JOINED))

    found = answered(student, question, ["Beta", "Delta", "Epsilon"]).elsewhere

    assert sorted(told(found)) == [("Delta", [IN_FORCE]), ("Epsilon", [JOINED])]


def test_wrong_choice_that_the_article_does_not_know_shows_nothing(student, article):
    question = QuestionFactory(article=article)

    assert answered(student, question, ["1991"]).elsewhere == []


def test_retired_fact_is_not_shown(student, article):
    question = QuestionFactory(article=article)
    retired = fact_of(article, JOINED, status="retired")
    question.choices.filter(text="1991").update(fact=retired)

    assert answered(student, question, ["1991"]).elsewhere == []


def test_wrong_choice_without_a_fact_shows_the_sentence_that_tells_of_it(student, article):
    question = QuestionFactory(article=article)

    [proof] = answered(student, question, ["1999"]).elsewhere

    assert (proof.text, proof.is_mention) == ("1999", True)
    [passage] = proof.facts[0].passages()
    assert [(piece.text, piece.is_evidence) for piece in passage.pieces] == [(JOINED, True)]
    assert passage.fact.paragraph == 1


def test_sentence_that_proves_the_key_is_not_shown_for_a_wrong_choice(student, article):
    question = QuestionFactory(article=article, fact=fact_of(article, IN_FORCE))

    assert answered(student, question, ["1994"]).elsewhere == []


def test_choice_of_a_fact_tested_is_told_by_its_proof_alone(student, article):
    question = QuestionFactory(article=article)
    question.choices.filter(text="1994").update(fact=question.facts.get())

    assert answered(student, question, ["1994"]).elsewhere == []


def test_wrong_choices_of_one_sentence_are_told_together(student, article):
    question = QuestionFactory(article=article, kind="multiple_choice")
    question.choices.filter(text="Delta").update(text="1999")
    question.choices.filter(text="Epsilon").update(text="the Alpha Pact in 1999")

    found = answered(student, question, ["1999", "the Alpha Pact in 1999"]).elsewhere

    assert len(found) == 1
    assert sorted(found[0].text.split("” and “")) == ["1999", "the Alpha Pact in 1999"]


def test_right_choice_shows_no_second_sentence(student, article):
    question = QuestionFactory(article=article, kind="multiple_choice")
    question.choices.filter(is_key=True, text="Beta").update(text="1999")

    assert answered(student, question, ["1999"]).elsewhere == []


def test_wrong_word_of_a_list_shows_the_sentence_that_tells_of_it(student, article):
    question = QuestionFactory(article=article, kind="cloze", words=["1992", "1999", "1812"])

    assert told(answered(student, question, ["1999"]).elsewhere) == [("1999", [JOINED])]


def test_verdict_is_not_looked_for_in_the_article(student):
    text = f"{TEXT}\n\nFalse is what Gamma called it, and Delta called it true."
    article = RevisionFactory(article=ArticleFactory(), text=text).article
    question = QuestionFactory(article=article, kind="true_false")

    assert answered(student, question, ["False"]).elsewhere == []


def test_fact_of_another_article_with_the_same_key_is_not_taken(student, article):
    question = QuestionFactory(article=article)
    question.choices.filter(text="1994").update(fact=fact_of(article, IN_FORCE, key="same"))
    FactFactory(key="same", statement="Of another article.")

    assert told(answered(student, question, ["1994"]).elsewhere) == [("1994", [IN_FORCE])]


@pytest.mark.parametrize("typed", ["1994", "In 1994"])
def test_typed_answer_of_another_fact_shows_that_fact(student, article, typed):
    question = QuestionFactory(article=article, kind="short_answer")
    fact_of(article, IN_FORCE, objects_found=[{"text": "1994", "type": "date"}])

    assert told(answered(student, question, typed).elsewhere) == [(typed, [IN_FORCE])]


@pytest.mark.parametrize(("status", "typed"), [("draft", "1994"), ("retired", "1994"), ("approved", "1812")])
def test_typed_answer_of_no_approved_fact_shows_nothing(student, article, status, typed):
    question = QuestionFactory(article=article, kind="short_answer")
    fact_of(article, IN_FORCE, objects_found=[{"text": "1994", "type": "date"}], status=status)

    assert answered(student, question, typed).elsewhere == []


def test_items_are_proven_one_by_one_and_those_of_a_paragraph_together(student, article):
    facts = [fact_of(article, quote) for quote in ("The Alpha Pact was signed in 1992.", IN_FORCE, JOINED)]
    question = QuestionFactory(article=article, kind="matching", fact=facts[0])
    question.facts.set(facts)
    for choice, fact in zip(question.choices.order_by("position"), facts, strict=True):
        choice.fact = fact
        choice.save()
    quiz = QuizFactory(articles=[article], owner=student)
    attempt = Attempt.objects.start(student, quiz, 1, 5, NOW)
    attempt.answer(1, [0, 0, 0], NOW)

    proofs = explain(attempt.responses.all())[0].proofs

    by_paragraph = [sorted(fact.statement for fact in proof.facts) for proof in proofs]
    assert sorted(by_paragraph) == [[JOINED], [IN_FORCE, "The Alpha Pact was signed in 1992."]]
    assert all("Signed: 1992" in proof.text for proof in proofs if IN_FORCE in [f.statement for f in proof.facts])


def test_facts_tested_carry_what_the_learner_retains(student, article):
    question = QuestionFactory(article=article)
    due = NOW + timedelta(days=9)
    MemoryFactory(learner=student, fact=question.facts.get(), due=due)
    quiz = QuizFactory(articles=[article], owner=student)
    attempt = Attempt.objects.start(student, quiz, 1, 5, NOW)

    [fact] = explain(attempt.responses.all(), with_standing(student, NOW))[0].proofs[0].facts

    assert (fact.standing, fact.due) == ("known", due)


@pytest.mark.parametrize("count", [1, 50])
def test_explaining_takes_the_same_queries_for_any_number(student, article, count, django_assert_num_queries):
    elsewhere = fact_of(article, IN_FORCE, objects_found=[{"text": "1994", "type": "date"}])
    for _ in range(count):
        QuestionFactory(article=article).choices.filter(text="1994").update(fact=elsewhere)
        QuestionFactory(article=article, kind="short_answer")
    quiz = QuizFactory(articles=[article], owner=student, length=2 * count)
    attempt = Attempt.objects.start(student, quiz, 2 * count, 5, NOW)
    for response in attempt.responses.all():
        shown = response.as_shown
        response.grade(Sent("1994" if shown.accept else [shown.choices.index("1994")], NOW))

    with django_assert_num_queries(7):
        found = explain(attempt.responses.all())
        assert sum(len(one.elsewhere) for one in found) == 2 * count

    assert Fact.objects.count() == 2 * count + 1


@pytest.mark.parametrize("count", [1, 50])
def test_sentences_that_tell_of_wrong_choices_cost_no_query(student, article, count, django_assert_num_queries):
    for _ in range(count):
        QuestionFactory(article=article)
    attempt = Attempt.objects.start(student, QuizFactory(articles=[article], owner=student, length=count), 2, 5, NOW)
    for response in attempt.responses.all():
        response.grade(Sent([response.as_shown.choices.index("1999")], NOW))

    with django_assert_num_queries(4):
        found = explain(attempt.responses.all())
        assert [passage.quote for one in found for fact in one.elsewhere[0].facts for passage in fact.passages()] == [
            JOINED
        ] * count
