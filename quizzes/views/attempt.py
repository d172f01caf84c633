"""Taking a quiz: one question a screen, and its feedback."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRedirect

from quizzes.engine.questions import InvalidAnswer, public
from quizzes.feedback import feedback
from quizzes.forms.answer import AnswerForm, answer_form
from quizzes.models import Article, Attempt, Fact, Response
from quizzes.models.attempt import OutOfTurn
from quizzes.models.quiz import Refused
from quizzes.permissions import Request, allow, signed_in
from quizzes.views.quiz import METHODS


@require_safe
@allow(signed_in)
def attempt_resume(request: Request, pk: int) -> HttpResponse:
    """Go to the first question without an answer, or to the result."""
    attempt = own_attempt(request, pk)
    if attempt.expire(timezone.now()):
        return redirect("attempt_result", attempt.pk)
    return redirect("question_answer", attempt.pk, attempt.next_position)


@require_http_methods(METHODS)
@allow(signed_in)
@never_cache
@vary_on_headers("HX-Request", "HX-History-Restore-Request")
def question_answer(request: Request, pk: int, position: int) -> HttpResponse:
    """Ask the next question; show the feedback of one that is answered. Later ones cannot be seen yet."""
    attempt = own_attempt(request, pk)
    response = get_object_or_404(attempt.responses.select_related("question__article"), position=position)
    now = timezone.now()
    if response.answered and attempt.reveals(response, now):
        return _after_answer(request, attempt, response)
    if attempt.expire(now):
        reason = attempt.closing(now) or "This attempt is finished."
        messages.warning(request, f"{reason} What you answered before is kept.")
        return _go(request, resolve_url("attempt_result", attempt.pk))
    if position != attempt.next_position:
        return _go(request, resolve_url("attempt_resume", attempt.pk))
    if request.method == "POST":
        return _answer(request, attempt, response, now)
    return _ask(request, attempt, response, answer_form(response.as_shown))


def _answer(request: Request, attempt: Attempt, response: Response, now: datetime) -> HttpResponse:
    """Grade and keep the answer, then show its feedback; where it does not fit, say why and keep what was typed."""
    form = answer_form(response.as_shown, request.POST)
    if form.is_valid():
        try:
            attempt.answer(response.position, form.given, now)
        except InvalidAnswer as problem:
            form.refuse(str(problem))
        except (OutOfTurn, Refused):
            # Another tab was quicker, or the quiz closed this moment: the page they belong to says so.
            return _go(request, resolve_url("attempt_resume", attempt.pk))
        else:
            response.refresh_from_db(fields=["given", "answered", "credit", "message"])
            if attempt.reveals(response, now):
                return _after_answer(request, attempt, response)
            return _go(request, resolve_url("attempt_resume", attempt.pk))
    return _ask(request, attempt, response, form, status=422)


def _ask(request: Request, attempt: Attempt, response: Response, form: AnswerForm, status: int = 200) -> HttpResponse:
    """Show a question without anything that tells its answer."""
    context = {"asked": public(response.as_shown), "form": form, "done": response.position - 1}
    return _question_page(request, attempt, response, context, status)


def _after_answer(request: Request, attempt: Attempt, response: Response) -> HttpResponse:
    """Show the feedback; a form sent without htmx is answered by a redirect, so that reloading sends nothing again."""
    if request.method == "POST" and not request.htmx:
        return redirect("question_answer", attempt.pk, response.position)
    facts = Fact.objects.with_evidence().filter(questions=response.question_id).select_related("article")
    context = {
        "done": response.position,
        "answer": reviewed(response, list(facts)),
        "readable": readable(request, attempt),
    }
    return _question_page(request, attempt, response, context, 200)


def _question_page(
    request: Request, attempt: Attempt, response: Response, context: dict[str, Any], status: int
) -> HttpResponse:
    # Going back in the history asks by htmx too, and needs the whole page.
    is_part = request.htmx and not request.htmx.history_restore_request
    template = "quizzes/question_answer.html#question" if is_part else "quizzes/question_answer.html"
    common = {"attempt": attempt, "response": response, "total": attempt.responses.count()}
    return render(request, template, common | context, status=status)


def reviewed(response: Response, facts: list[Fact]) -> dict[str, Any]:
    """Return all that is shown of an answered question."""
    shown = response.as_shown
    return {"response": response, "shown": shown, "feedback": feedback(shown, response.given), "facts": facts}


def own_attempt(request: Request, pk: int) -> Attempt:
    """Return the person's own attempt; anybody else's does not exist for them."""
    attempts = Attempt.objects.of(request.user).select_related("quiz", "learner")
    found: Attempt = get_object_or_404(attempts, pk=pk)
    return found


def readable(request: Request, attempt: Attempt) -> set[int]:
    """Return the articles of the quiz that the learner may open."""
    return set(Article.objects.visible_to(request.user).filter(quizzes=attempt.quiz_id).values_list("pk", flat=True))


def _go(request: Request, address: str) -> HttpResponse:
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)
