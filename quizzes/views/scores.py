"""What a learner has scored and what is known by now."""

from __future__ import annotations

from datetime import datetime

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.csp import CSP
from django.views.decorators.cache import never_cache
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe

from quizzes import charts
from quizzes.models import Article, Attempt, Fact
from quizzes.models.agenda import with_progress
from quizzes.models.result import scores_of
from quizzes.permissions import Request, allow, signed_in

PAGE = 50
CHARTED = 60
"""So many of the latest scores are drawn; the table has them all."""


@require_safe
@allow(signed_in)
def scores(request: Request) -> HttpResponse:
    """List every attempt, the scores over time, and what is known of each article."""
    # Counting by group drops the model's own order.
    now = timezone.now()
    attempts = Attempt.objects.of(request.user).with_reveal(request.user, now).select_related("quiz")
    mine = with_progress(attempts).order_by("-started", "-pk")
    articles = Article.objects.visible_to(request.user)
    standings = Fact.objects.approved().filter(article__in=articles).standing_by_article(request.user, now)
    begun = {pk: standing for pk, standing in standings.items() if standing.known + standing.learning}
    page = Paginator(mine, PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "charted": _charted(request),
        "counted": scores_of(request.user, {attempt.quiz_id for attempt in page}, now),
        "standings": [(article, begun[article.pk]) for article in articles.filter(pk__in=begun)],
    }
    return render(request, "quizzes/scores.html", context)


@require_safe
@allow(signed_in)
@never_cache
@csp_override({"default-src": [CSP.NONE], "style-src": [CSP.UNSAFE_INLINE], "frame-ancestors": [CSP.NONE]})
def score_chart(request: Request) -> HttpResponse:
    """Draw the scores over time. The drawing carries its own styles, and no script could run in it."""
    drawing = charts.score_chart(_charted(request), narrow="narrow" in request.GET)
    return HttpResponse(drawing, content_type="image/svg+xml")


def _charted(request: Request) -> list[tuple[datetime, float]]:
    """Return when the latest attempts were finished, and their scores, the oldest of them first."""
    latest = Attempt.objects.revealed(request.user, timezone.now()).reverse().values_list("finished", "score")
    return list(reversed(latest[:CHARTED]))
