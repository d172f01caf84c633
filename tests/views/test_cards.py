"""Flashcards: nothing of the answer before it is asked for, every rating once, with and without htmx."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Memory, Reading, Review
from tests.conftest import signed_in
from tests.factories import ArticleFactory, FactFactory, MemoryFactory, QuestionFactory, StudentFactory

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
STEM = "In which year was the Alpha Pact made?"


@pytest.fixture
def article():
    return ArticleFactory()


def make_card(article, kind="short_answer", **about):
    fact = FactFactory(article=article, **about)
    QuestionFactory(article=article, fact=fact, kind=kind, stem=STEM)
    return fact


def deck(article):
    return reverse("article_cards", args=[article.pk])


def back(fact):
    return {"side": "back", "fact": fact.pk}


def rate(client, fact, rating=3, token=None, **more):
    data = {"fact": fact.pk, "rating": rating, "token": token or uuid4()} | more
    return client.post(reverse("card_rate"), data)


@pytest.mark.parametrize("name", ["card_review", "card_summary"])
def test_stranger_signs_in_first(client, name):
    assert client.get(reverse(name)).status_code == 302


def test_stranger_cannot_rate(client, article):
    fact = make_card(article)

    response = rate(client, fact)

    assert response.url.startswith(reverse("account_login"))
    assert not Review.objects.exists()


@pytest.mark.parametrize("name", ["card_review", "card_summary"])
def test_posting_to_a_page_is_refused(student_client, name):
    assert student_client.post(reverse(name)).status_code == 405


def test_rating_by_a_link_is_refused(student_client):
    assert student_client.get(reverse("card_rate")).status_code == 405


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize("kind", ["short_answer", "numeric", "cloze", "single_choice"])
def test_front_asks_and_gives_nothing_away(student_client, article, kind, headers):
    fact = make_card(article, kind)
    secrets = [fact.statement, *(evidence.quote for evidence in fact.evidence.all()), ">1992<", "signed in 1992"]

    page = student_client.get(deck(article), headers=headers).content.decode()

    assert STEM in page
    assert [secret for secret in secrets if secret in page] == []
    assert article.title not in page


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_back_shows_answer_statement_evidence_and_when_it_returns(student_client, article, headers):
    fact = make_card(article)

    page = student_client.get(deck(article), back(fact), headers=headers).content.decode()

    assert "</span>1992</p>" in page
    assert "<mark>The Alpha Pact was signed in 1992.</mark> It came into force in 1994." in page
    assert f"{reverse('article_read', args=[article.pk])}#p0" in page
    for interval in ("1 min", "6 min", "10 min", "8 d"):
        assert f"</span>{interval}</span>" in page


def test_htmx_gets_the_card_alone(student_client, article):
    make_card(article)

    response = student_client.get(deck(article), headers=HTMX)

    assert response.content.decode().lstrip().startswith('<div id="card"')
    assert "HX-Request" in response["Vary"]


def test_gap_of_a_cloze_is_heard_as_blank(student_client, article):
    fact = FactFactory(article=article)
    QuestionFactory(article=article, fact=fact, kind="cloze", stem="The <Pact> was signed in ____.")

    page = student_client.get(deck(article)).content.decode()

    assert 'The &lt;Pact&gt; was signed in <span class="gap" role="img" aria-label="blank"></span>\u2060.' in page


def test_rating_moves_the_memory_and_goes_on(student, student_client, article):
    fact = make_card(article)

    response = rate(student_client, fact, rating=4, article=article.pk)

    assert response.status_code == 302
    assert response.url == deck(article)
    assert Memory.objects.get(learner=student, fact=fact).state == 2


def test_rating_among_all_cards_goes_on_with_all(student_client, article):
    fact = make_card(article)

    assert rate(student_client, fact).url == reverse("card_review")


def test_rating_sent_again_changes_nothing(student_client, article):
    fact = make_card(article)
    token = student_client.get(deck(article), back(fact)).context["card"].token

    rate(student_client, fact, rating=4, token=token)
    before = Memory.objects.get().as_state()
    response = rate(student_client, fact, rating=1, token=token)

    assert response.status_code == 302
    assert Memory.objects.get().as_state() == before
    assert Review.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"rating": "5"}, "Choose Again, Hard, Good or Easy."),
        ({"rating": ""}, "Choose Again, Hard, Good or Easy."),
        ({"token": "x"}, "Show the answer again, then rate the card."),
        ({"fact": "999999"}, "This card is no longer there. Go on with the next one."),
        ({"fact": ""}, "This card is no longer there. Go on with the next one."),
    ],
)
def test_bad_rating_is_refused_with_what_to_do(student_client, article, data, message):
    fact = make_card(article)
    good = {"fact": fact.pk, "rating": "3", "token": uuid4(), "article": article.pk}

    response = student_client.post(reverse("card_rate"), good | data)

    assert response.status_code == 400
    assert message in response.content.decode()
    assert not Review.objects.exists()


def test_rating_a_card_of_an_article_not_shared_is_refused(student_client):
    fact = make_card(ArticleFactory(visibility="private"))

    response = rate(student_client, fact)

    assert response.status_code != 200
    assert not Review.objects.exists()


@pytest.mark.parametrize("side", [{}, {"side": "back"}])
def test_cards_of_an_article_not_shared_do_not_exist(student_client, side):
    fact = make_card(ArticleFactory(visibility="private"))
    query = side | {"fact": fact.pk}

    assert student_client.get(deck(fact.article), query).status_code == 404


def test_summary_and_rating_for_an_article_not_shared_do_not_exist(student_client):
    fact = make_card(ArticleFactory(visibility="private"))

    assert student_client.get(reverse("card_summary"), {"article": fact.article_id}).status_code == 404
    assert rate(student_client, fact, article=fact.article_id).status_code == 404


@pytest.mark.parametrize(
    "query", [{"side": "back", "fact": "999999"}, {"side": "inside"}, {"side": "back", "fact": "x"}]
)
def test_card_that_is_not_there_is_refused_and_the_next_shown(student_client, article, query):
    make_card(article)

    response = student_client.get(deck(article), query)

    assert response.status_code == 400
    assert "This card is no longer there." in response.content.decode()
    assert STEM in response.content.decode()


def test_back_of_another_articles_card_is_not_in_the_deck(student_client, article):
    make_card(article)
    other = make_card(ArticleFactory())

    assert student_client.get(deck(article), back(other)).status_code == 400


def test_all_due_cards_are_studied_together(student, student_client):
    memory = MemoryFactory(learner=student, fact=make_card(ArticleFactory()))
    MemoryFactory(learner=StudentFactory(), fact=make_card(ArticleFactory()))

    response = student_client.get(reverse("card_review"))

    assert response.context["card"].memory == memory
    assert response.context["left"] == 1


def test_empty_deck_ends_in_the_summary(student_client, article):
    response = student_client.get(deck(article))

    assert response.url == f"{reverse('card_summary')}?article={article.pk}"


def test_empty_deck_ends_in_the_summary_by_htmx(student_client):
    response = student_client.get(reverse("card_review"), headers=HTMX)

    assert response["HX-Redirect"] == reverse("card_summary")


def test_summary_tells_how_the_day_went(student_client, article):
    one, two = make_card(article), make_card(article)
    rate(student_client, one, rating=4)
    rate(student_client, two, rating=1)

    response = student_client.get(reverse("card_summary"))

    page = " ".join(response.content.decode().split())
    assert "<dt>Cards studied</dt> <dd> 2 </dd>" in page
    assert "<dt>Recalled</dt> <dd> 50 % </dd>" in page
    assert "<dt>Days in a row</dt> <dd> 1 </dd>" in page


def test_summary_leads_on_through_the_cards_of_its_article(student_client, article):
    make_card(article)
    rate(student_client, make_card(article), rating=4)

    page = student_client.get(reverse("card_summary"), {"article": article.pk}).content.decode()

    assert "Well done so far" in page
    assert f'href="{deck(article)}"' in page


def test_summary_offers_to_go_on_while_cards_are_left(student, student_client, article):
    make_card(article)
    Reading.objects.note(student, article, timezone.now())

    page = student_client.get(reverse("card_summary")).content.decode()

    assert "1 card waiting" in page
    assert f'href="{reverse("card_review")}"' in page


def test_summary_of_an_article_leads_back_to_it(student_client, article):
    page = student_client.get(reverse("card_summary"), {"article": article.pk}).content.decode()

    assert "This article has no cards yet." in page
    assert reverse("article_detail", args=[article.pk]) in page


def test_summary_tells_when_the_next_card_is_due(student, student_client, article):
    later = timezone.now() + timedelta(days=3)
    MemoryFactory(learner=student, fact=make_card(article), due=later)

    page = student_client.get(reverse("card_summary")).content.decode()

    assert f'The next card is due <time datetime="{later:%Y-%m-%d}' in page


@pytest.mark.parametrize(("side", "queries"), [("front", 11), ("back", 17)])
@pytest.mark.parametrize("count", [1, 50])
def test_number_of_queries_does_not_grow(student, article, django_assert_num_queries, side, queries, count):
    for _ in range(count):
        memory = MemoryFactory(learner=student, fact=make_card(article))
    client = signed_in(student)

    with django_assert_num_queries(queries):
        client.get(deck(article), {"side": side, "fact": memory.fact_id})


@pytest.mark.parametrize("count", [1, 50])
def test_number_of_queries_of_the_summary_does_not_grow(student, article, django_assert_num_queries, count):
    for number in range(count):
        fact = make_card(article)
        Memory.objects.review(student, fact, 4, timezone.now() - timedelta(days=number), str(number))
    client = signed_in(student)

    with django_assert_num_queries(10):
        client.get(reverse("card_summary"))
