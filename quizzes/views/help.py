from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from quizzes.models.card import NEW_PER_DAY
from quizzes.permissions import allow, public


@require_safe
@allow(public)
def help(request: HttpRequest) -> HttpResponse:  # noqa: A001  (named like its URL and its template)
    """Explain how quizzes, evidence, cards and scores work, and the keys."""
    return render(request, "quizzes/help.html", {"new_per_day": NEW_PER_DAY})
