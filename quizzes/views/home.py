from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from quizzes.models import Appeal, Article, Question, Reading, User
from quizzes.models.agenda import agenda
from quizzes.models.card import Deck
from quizzes.models.shelf import shelve
from quizzes.permissions import allow, public

LATEST = 3


@require_safe
@allow(public)
def home(request: HttpRequest) -> HttpResponse:
    """Say what to do next: study, take, resume, read on. Strangers read what this is."""
    person = request.user
    if not isinstance(person, User):
        return render(request, "quizzes/landing.html")
    now = timezone.now()
    deck = Deck(person, now)
    readings = Reading.objects.of(person).select_related("article")[:LATEST]
    context = {
        "due": deck.due().count(),
        "fresh": deck.fresh().count(),
        "agenda": agenda(person, now),
        "shelf": shelve([reading.article for reading in readings], person, now),
        "is_enrolled": person.enrollments.exists(),
        "verdicts": Appeal.objects.news(person, now)[:LATEST],
    }
    if person.is_teacher:
        drafts = Question.objects.filter(status=Question.Status.DRAFT)
        context["drafts"] = drafts.filter(article__in=Article.objects.editable_by(person)).count()
        context["contested"] = Appeal.objects.open().decidable_by(person).count()
    return render(request, "quizzes/home.html", context)
