"""An attempt as a whole: going on, and handing in."""

from __future__ import annotations

from functools import lru_cache

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from quizzes.kept import forget
from quizzes.models import Attempt, Response
from quizzes.permissions import Request, allow, signed_in
from quizzes.views.quiz import METHODS


@require_safe
@allow(signed_in)
def attempt_resume(request: Request, pk: int) -> HttpResponse:
    """Go to the first question without an answer, to handing in, or to the result."""
    attempt = own_attempt(request, pk)
    now = timezone.now()
    if attempt.expire(now):
        return redirect("attempt_result", attempt.pk)
    position = attempt.next_position
    if position is None or attempt.is_time_up(now):
        return redirect("attempt_submit", attempt.pk)
    return redirect("question_answer", attempt.pk, position)


@require_http_methods(METHODS)
@allow(signed_in)
@never_cache
def attempt_submit(request: Request, pk: int) -> HttpResponse:
    """Show what is answered, open and flagged; a POST hands the attempt in."""
    attempt = own_attempt(request, pk)
    now = timezone.now()
    if request.method == "POST" and not attempt.expire(now):
        attempt.finish(now)
        forget(request, questions_root(attempt.pk))
    if attempt.expire(now):
        return redirect("attempt_result", attempt.pk)
    context = {
        "attempt": attempt,
        "root": questions_root(attempt.pk),
        "overview": attempt.overview,
        "left": attempt.seconds_left(now),
        "is_time_up": attempt.is_time_up(now),
    }
    return render(request, "quizzes/attempt_submit.html", context)


@lru_cache(maxsize=1_000)
def questions_root(attempt: int) -> str:
    """Return what the addresses of all questions begin with: looking each up takes longer than writing all of them."""
    return reverse("question_answer", args=[attempt, 0]).removesuffix("0/")


def own_attempt(request: Request, pk: int) -> Attempt:
    """Return the person's own attempt; anybody else's does not exist for them."""
    found: Attempt = get_object_or_404(Attempt.objects.of(request.user).select_related("quiz"), pk=pk)
    found.learner = request.user
    return found


def own_response(request: Request, pk: int, position: int) -> Response:
    """Return a question of the person's own attempt, with the attempt."""
    try:
        return Response.objects.own(request.user, pk, position)
    except Response.DoesNotExist as missing:
        raise Http404 from missing
