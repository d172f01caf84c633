"""A quote finds its place in the article, or is refused with what to do."""

import pytest
from django.forms import inlineformset_factory

from quizzes.forms.fact import NOT_FOUND, TWICE, EvidenceForm, EvidenceFormSet
from quizzes.models import Evidence, Fact
from tests.factories import SENTENCE, TEXT, FactFactory

pytestmark = pytest.mark.django_db

EVIDENCE = inlineformset_factory(Fact, Evidence, form=EvidenceForm, formset=EvidenceFormSet, extra=0)
SECOND = "Beta joined the Alpha Pact in 1999."


def bound(fact, *new, **changes):
    """Return the fact's evidence as sent: what is there, and new quotes."""
    kept = list(fact.evidence.all()) if fact.pk else []
    data = {"evidence-TOTAL_FORMS": len(kept) + len(new), "evidence-INITIAL_FORMS": len(kept)}
    data |= {f"evidence-{place}-id": row.pk for place, row in enumerate(kept)}
    data |= {f"evidence-{place}-quote": quote for place, quote in enumerate([*(row.quote for row in kept), *new])}
    data |= {f"evidence-{name}": value for name, value in changes.items()}
    return EVIDENCE(data, instance=fact)


def test_new_quote_finds_its_place():
    fact = FactFactory()

    sent = bound(fact, f"  {SECOND} ")

    assert sent.is_valid(), sent.errors
    sent.save()
    added = fact.evidence.get(quote=SECOND)
    assert (added.start, added.end) == (TEXT.index(SECOND), TEXT.index(SECOND) + len(SECOND))
    assert added.revision == fact.article.revisions.get()


def test_changed_quote_finds_its_new_place():
    fact = FactFactory()

    sent = bound(fact, **{"0-quote": SECOND})

    assert sent.is_valid(), sent.errors
    sent.save()
    assert fact.evidence.get().start == TEXT.index(SECOND)


def test_quote_left_as_it_is_stays():
    fact = FactFactory()

    sent = bound(fact)

    assert sent.is_valid(), sent.errors
    sent.save()
    assert fact.evidence.get().quote == SENTENCE


@pytest.mark.parametrize(("quote", "problem"), [("The Alpha Pact was torn up.", NOT_FOUND), ("Alpha Pact", TWICE)])
@pytest.mark.parametrize("is_new", [True, False])
def test_quote_without_one_place_is_refused(quote, problem, is_new):
    fact = FactFactory()

    sent = bound(fact, quote) if is_new else bound(fact, **{"0-quote": quote})

    assert not sent.is_valid()
    assert sent.errors[-1]["quote"] == [problem]


def test_quote_for_no_article_asks_for_the_article():
    sent = bound(Fact(kind="date", statement="It was signed."), SENTENCE)

    assert not sent.is_valid()
    assert sent.errors[0]["quote"] == ["Choose the fact's article first."]


def test_same_quote_twice_is_refused():
    sent = bound(FactFactory(), SENTENCE)

    assert sent.non_form_errors() == ["Two quotes are the same. Delete one of them."]


def test_last_quote_stays():
    sent = bound(FactFactory(), **{"0-DELETE": "on"})

    assert sent.non_form_errors() == ["A fact needs the sentence that proves it."]
