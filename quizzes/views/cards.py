"""Flashcards: the front, the back with its evidence, the rating, and the day's summary."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRedirect

from quizzes.forms.cards import CardRateForm, CardSideForm, DeckForm
from quizzes.models import Article, Memory
from quizzes.models.card import NEW_PER_DAY, Deck, today
from quizzes.permissions import Request, allow, signed_in


@require_GET
@allow(signed_in)
@vary_on_headers("HX-Request")
def card_review(request: Request) -> HttpResponse:
    """Study what is due in all articles, then what is new."""
    return _study(request, Deck(request.user, timezone.now()))


@require_GET
@allow(signed_in)
@vary_on_headers("HX-Request")
def article_cards(request: Request, pk: int) -> HttpResponse:
    """Study one article."""
    article = get_object_or_404(Article.objects.visible_to(request.user), pk=pk)
    return _study(request, Deck(request.user, timezone.now(), article))


@require_POST
@allow(signed_in)
def card_rate(request: Request) -> HttpResponse:
    """Take a rating and go on to the next card."""
    deck = Deck(request.user, timezone.now(), _article(request))
    form = CardRateForm(request.POST, deck=deck)
    if not form.is_valid():
        return _study(request, deck, problems=[str(error) for errors in form.errors.values() for error in errors])
    fact, rating, token = (form.cleaned_data[name] for name in ("fact", "rating", "token"))
    Memory.objects.review(deck.learner, fact, rating, deck.now, f"card-{token.hex}")
    return redirect(_address(deck))


@require_GET
@allow(signed_in)
def card_summary(request: Request) -> HttpResponse:
    """Say what was studied today and when to come back."""
    deck = Deck(request.user, timezone.now(), _article(request))
    context = {"deck": deck, "day": today(deck.learner, deck.now), "left": deck.left(), "new_per_day": NEW_PER_DAY}
    return render(request, "quizzes/card_summary.html", context | {"address": _address(deck)})


def _study(request: Request, deck: Deck, problems: list[str] | None = None) -> HttpResponse:
    """Show the side asked for, or the next card's front; without a card left, the summary."""
    form = CardSideForm(request.GET, deck=deck)
    if not form.is_valid():
        problems = ["This card is no longer there. Go on with the next one."]
    is_back = not problems and form.cleaned_data["side"] == "back" and form.cleaned_data["fact"] is not None
    card = deck.card(form.cleaned_data["fact"]) if is_back else deck.next()
    if card is None:
        return _finish(request, deck)
    context = {"deck": deck, "card": card, "is_back": is_back, "left": deck.left(), "problems": problems}
    context["address"] = _address(deck)
    template = "quizzes/card_review.html#card" if request.htmx else "quizzes/card_review.html"
    return render(request, template, context, status=400 if problems else 200)


def _finish(request: Request, deck: Deck) -> HttpResponse:
    address = resolve_url("card_summary") + (f"?article={deck.article.pk}" if deck.article else "")
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


def _article(request: Request) -> Article | None:
    """Return the article whose cards are studied, None for all; one that the person may not see is not there."""
    form = DeckForm(request.POST or request.GET, learner=request.user)
    if not form.is_valid():
        raise Http404
    article: Article | None = form.cleaned_data["article"]
    return article


def _address(deck: Deck) -> str:
    return resolve_url("article_cards", deck.article.pk) if deck.article else resolve_url("card_review")
