"""The end of an attempt: its result, once it may be shown, and practising what was missed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from quizzes.models import Attempt, Quiz
from quizzes.models.quiz import Refused, new_seed
from quizzes.models.result import Result, review_revealed
from quizzes.permissions import Request, allow, signed_in
from quizzes.views.attempt import own_attempt


@require_safe
@allow(signed_in)
@never_cache
def attempt_result(request: Request, pk: int) -> HttpResponse:
    """Show the score and every answer with its proof; before the result is out, only that and when it will be."""
    attempt = own_attempt(request, pk)
    now = timezone.now()
    if not attempt.expire(now):
        return redirect("attempt_resume", attempt.pk)
    if not attempt.reveals_result(now):
        out = attempt.quiz.feedback_from(request.user)
        return render(request, "quizzes/attempt_result.html", {"attempt": attempt, "out": out})
    if attempt.feedback == Quiz.Feedback.DUE:
        review_revealed(Attempt.objects.filter(pk=attempt.pk), now)
    context = {
        "attempt": attempt,
        "result": Result.of(attempt, now),
        "articles": attempt.quiz.articles.visible_to(request.user),
        "readable": attempt.quiz.readable_by(request.user),
        "now": now,
    }
    return render(request, "quizzes/attempt_result.html", context)


@require_POST
@allow(signed_in)
def attempt_retry(request: Request, pk: int) -> HttpResponse:
    """Begin a practice round on what was missed."""
    attempt = own_attempt(request, pk)
    try:
        return redirect("attempt_resume", attempt.retry(new_seed(), timezone.now()).pk)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect("attempt_resume", attempt.pk)
