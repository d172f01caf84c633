"""One question of an attempt: asked, answered, changed, explained."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRedirect, push_url

from quizzes.engine.questions import InvalidAnswer, public
from quizzes.feedback import feedback
from quizzes.forms.answer import answer_form
from quizzes.forms.answering import AnswerForm
from quizzes.forms.sending import FlagForm, HintForm, SendingForm, new_token
from quizzes.kept import forget, keep, keeps_answer, kept_for
from quizzes.models import Attempt, Fact, Quiz, Response
from quizzes.models.explanation import explain
from quizzes.models.fact import paragraphs
from quizzes.models.quiz import Refused
from quizzes.models.refusals import AlreadyAnswered, Outdated
from quizzes.models.response import Sent
from quizzes.permissions import Request, allow, signed_in
from quizzes.views.attempt import own_response, questions_root
from quizzes.views.filled import aged, forget_shown, is_old_draft, returned, sending_with, sent_forms
from quizzes.views.quiz import METHODS

CHANGED = "This page was not complete or has been changed. Use the buttons below."
WAITS = "What you had filled in is kept in this browser for two weeks, or until you sign out. It is not sent yet."
STANDS = "Nothing was filled in: the answer you saved before still counts."


@require_http_methods(METHODS)
@keeps_answer("question_answer")
@allow(signed_in)
@never_cache
@vary_on_headers("HX-Request", "HX-History-Restore-Request")
def question_answer(request: Request, pk: int, position: int) -> HttpResponse:
    """Ask a question, or show what is stored of it; a POST answers it."""
    response = own_response(request, pk, position)
    if request.method == "POST":
        return _answer(request, response.attempt, response, timezone.now())
    return _show(request, response.attempt, response, timezone.now())


@require_http_methods(METHODS)
@allow(signed_in)
@never_cache
@vary_on_headers("HX-Request")
def question_flag(request: Request, pk: int, position: int) -> HttpResponse:
    """Flag a question to come back to, or take the flag off; what is filled in stays."""
    response = own_response(request, pk, position)
    attempt = response.attempt
    form = FlagForm(request.POST)
    if request.method != "POST" or not _is_running(attempt, response, timezone.now()):
        return _go(request, _question(attempt, position))
    if not form.is_valid():
        return _ask_again(request, attempt, response, status=422, refused=CHANGED)
    response.flagged = form.cleaned_data["flagged"]
    attempt.flag(position, response.flagged)
    said = "Flagged for later." if response.flagged else "Flag taken off."
    return _ask_again(request, attempt, response, focus="flag", said=said)


@require_http_methods(METHODS)
@allow(signed_in)
@never_cache
@vary_on_headers("HX-Request")
def question_hint(request: Request, pk: int, position: int) -> HttpResponse:
    """Take a hint; what is filled in stays."""
    response = own_response(request, pk, position)
    attempt = response.attempt
    form, now = HintForm(request.POST), timezone.now()
    if request.method != "POST" or not _is_running(attempt, response, now):
        return _go(request, _question(attempt, position))
    if not form.is_valid():
        return _ask_again(request, attempt, response, status=422, refused=CHANGED)
    try:
        taken = attempt.hint(position, form.cleaned_data["hint"], now, taken=form.cleaned_data["taken"])
    except Refused as refusal:
        return _ask_again(request, attempt, response, status=409, refused=str(refusal))
    response.hints = taken.hints
    return _ask_again(request, attempt, response, focus="hint", said="Here is your hint.")


@require_http_methods(METHODS)
@keeps_answer("question_answer")
@allow(signed_in)
@never_cache
@vary_on_headers("HX-Request")
def question_leave(request: Request, pk: int, position: int) -> HttpResponse:
    """Leave a quiz for later: what is filled in is saved where it may still be changed, or else waits unsent."""
    response = own_response(request, pk, position)
    attempt, now = response.attempt, timezone.now()
    page = _question(attempt, position)
    if request.method != "POST":
        return _go(request, page)
    form, sending = sent_forms(request, attempt, response)
    if form.is_blank or not (form.has_changed() or (sending.is_valid() and sending.changes_certainty(response))):
        forget_shown(request, page)
        if form.is_blank and response.answered:
            messages.info(request, STANDS)
    elif is_old_draft(request, response, form, kept_for(request, page)):
        messages.info(request, WAITS)
    elif _saved_for_later(attempt, response, form, sending, now):
        forget(request, page)
        messages.success(request, "Saved.")
    elif not _is_running(attempt, response, now):
        return _go(request, page)
    elif refusal := keep(request, page):
        return _ask_again(request, attempt, response, status=422, refused=refusal)
    else:
        messages.info(request, WAITS)
    return _go(request, resolve_url("home"))


def _saved_for_later(
    attempt: Attempt, response: Response, form: AnswerForm, sending: SendingForm, now: datetime
) -> bool:
    """Save an answer that is whole and may still be changed; say whether it was saved."""
    if not (attempt.may_change and sending.is_complete() and form.is_valid()):
        return False
    try:
        attempt.keep(response, Sent(form.given, now, **sending.named()))
    except (InvalidAnswer, Refused):
        return False
    return True


def _is_running(attempt: Attempt, response: Response, now: datetime) -> bool:
    """Say whether the attempt is running, and the question may be worked on now."""
    return not attempt.expire(now) and _is_open(attempt, response, now)


def _is_open(attempt: Attempt, response: Response, now: datetime) -> bool:
    """Say whether the question of a running attempt may be worked on now."""
    return not attempt.is_time_up(now) and not attempt.is_final(response) and attempt.may_see(response.position)


def _show(request: Request, attempt: Attempt, response: Response, now: datetime) -> HttpResponse:
    """Show the question as it stands: explained, kept for good, or open to an answer."""
    is_over, draft = attempt.expire(now), kept_for(request, request.path)
    if attempt.is_final(response):
        forget(request, request.path)
    if response.answered and attempt.reveals(response, now):
        return _explain(request, attempt, response)
    if is_over:
        lost = f" What had not arrived for question {response.position} by then does not count." if draft else ""
        return _go_over(request, attempt, now, lost)
    if attempt.is_final(response):
        return _question_page(request, attempt, response, {"kept": _kept(response)})
    if not _is_open(attempt, response, now):
        return _go(request, resolve_url("attempt_resume", attempt.pk))
    return _ask(request, attempt, response, **returned(request, attempt, response))


def _answer(request: Request, attempt: Attempt, response: Response, now: datetime) -> HttpResponse:
    """Grade and keep the answer; where that cannot be, say why and keep what was filled in."""
    form, sending = sent_forms(request, attempt, response)
    if sending.moves_on is not None and not form.has_changed() and not sending.changes_certainty(response):
        forget_shown(request, request.path)
        return _go(request, _address(attempt, attempt.overview.on_from(response.position, sending.moves_on)))
    try:
        if not sending.is_complete(is_time_up=attempt.is_time_up(now)) or not (sending.leaves or form.is_valid()):
            attempt.check_answer(response, response.version, attempt.closing(now))
            return _not_whole(request, attempt, response, form, sending)
        attempt.keep(response, Sent(None if sending.leaves else form.given, now, **sending.named()))
        forget(request, request.path)
    except InvalidAnswer as problem:
        form.refuse(str(problem))
        return _not_whole(request, attempt, response, form, sending)
    except AlreadyAnswered as refusal:
        return _stands(request, attempt, response, now, str(refusal))
    except Outdated as refusal:
        about: dict[str, Any] = {"status": 409, "note": str(refusal)}
        if not response.answered:
            about = {"status": 422, "refused": CHANGED}
        return _ask(request, attempt, response, form, sending, **about)
    except Refused as refusal:
        return _refuse(request, attempt, response, now, str(refusal))
    return _go_on(request, attempt, response, now, sending.moves_on)


def _refuse(request: Request, attempt: Attempt, response: Response, now: datetime, reason: str) -> HttpResponse:
    """Go where the attempt is: it is over, or another question comes first."""
    if attempt.expire(now):
        return _go_over(request, attempt, now, f" What you sent for question {response.position} came too late.")
    messages.warning(request, f"{reason} What you answered before is kept.")
    return _go(request, resolve_url("attempt_resume", attempt.pk))


def _go_on(request: Request, attempt: Attempt, response: Response, now: datetime, wanted: int | None) -> HttpResponse:
    """After an answer: explain it, or go to the question wanted, else to the next open one.

    A form sent without htmx is answered by a redirect, so that loading the page again sends nothing again.
    """
    if attempt.reveals(response, now):
        if request.htmx:
            return _explain(request, attempt, response)
        return redirect("question_answer", attempt.pk, response.position)
    overview = attempt.overview
    position = overview.on_from(response.position, wanted)
    if attempt.finished or attempt.is_time_up(now) or not position or not request.htmx:
        messages.success(request, f"Your answer to question {response.position} is saved.")
        return _go(request, _address(attempt, None if attempt.is_time_up(now) else position))
    following = Response.objects.at(attempt, position)
    page = _ask(request, attempt, following, said=f"Saved. Question {position}.")
    return push_url(page, _address(attempt, position))


def _address(attempt: Attempt, position: int | None) -> str:
    """Return where a question is answered; without one, where the attempt is handed in or its result stands."""
    if attempt.finished or not position:
        return resolve_url("attempt_result" if attempt.finished else "attempt_submit", attempt.pk)
    return _question(attempt, position)


def _question(attempt: Attempt, position: int) -> str:
    """Return where a question is asked."""
    return f"{questions_root(attempt.pk)}{position}/"


def _not_whole(
    request: Request, attempt: Attempt, response: Response, form: AnswerForm, sending: SendingForm
) -> HttpResponse:
    """Say what is wrong with an answer; where one is saved already, offer to go on with that."""
    if form.is_blank:
        forget_shown(request, request.path)
    way_on = _address(attempt, attempt.overview.on_from(response.position, sending.moves_on))
    return _ask(request, attempt, response, form, sending, status=422, way_on=way_on if response.answered else "")


def _stands(request: Request, attempt: Attempt, response: Response, now: datetime, note: str) -> HttpResponse:
    """Show the answer that is kept to somebody who sent another: from a second tab, or a page gone back to."""
    if attempt.reveals(response, now):
        return _explain(request, attempt, response, status=409, note=note)
    return _question_page(request, attempt, response, {"kept": _kept(response), "note": note}, status=409)


def _ask(
    request: Request,
    attempt: Attempt,
    response: Response,
    form: AnswerForm | None = None,
    sending: SendingForm | None = None,
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """Show a question without anything that tells its answer, with what was filled in, or else is stored."""
    is_draft = "returned" in more or (form is not None and "draft" in request.POST)
    if form is None:
        form = answer_form(response.as_shown, removed=response.removed)
        form.show(response.given)
    if sending is None and attempt.asks_certainty:
        sending = sending_with(attempt, response.certainty)
    refused = [more.pop("refused")] if "refused" in more else []
    problems = [*form.problems, *(sending.problems if sending else []), *refused]
    context = {
        "instructions": public(response.as_shown)["instructions"],
        "form": form,
        "filled": "returned" if form.is_bound else "draft" if "returned" in more else "kept" if "focus" in more else "",
        "is_told_at_once": attempt.feedback == Quiz.Feedback.EACH,
        "sending": sending if attempt.asks_certainty else None,
        "problems": problems,
        "is_special": bool(problems or response.hints or more.keys() & {"returned", "note"}),
        "token": new_token(),
        "kept": _kept(response),
        "is_draft": is_draft,
        "is_saved": form.shows(response.given) and (not sending or sending.shows_certainty(response.certainty)),
        "hints": [] if response.answered else [kind for kind in attempt.hints if response.has_hint(kind)],
        "paragraphs": _paragraphs(response) if response.shows_paragraph else [],
    }
    return _question_page(request, attempt, response, context | more, status)


def _paragraphs(response: Response) -> list[str]:
    """Return the paragraphs in which the answer stands, for a hint."""
    return paragraphs(Fact.objects.with_evidence().filter(questions=response.question_id))


def _ask_again(
    request: Request, attempt: Attempt, response: Response, *, status: int = 200, **more: Any
) -> HttpResponse:
    """Show the question with what was filled in, and was not to be sent yet."""
    form = answer_form(response.as_shown, removed=response.removed)
    form.keep(request.POST)
    sending = sending_with(attempt, request.POST.get("certainty"))
    return _ask(request, attempt, response, form, sending, status=status, **aged(response, request.POST), **more)


def _kept(response: Response) -> dict[str, Any] | None:
    """Return what is stored of an answer, without a word on whether it is right."""
    if not response.answered:
        return None
    return {"asked": public(response.as_shown), "given": feedback(response.as_shown, response.given).given}


def _explain(request: Request, attempt: Attempt, response: Response, status: int = 200, note: str = "") -> HttpResponse:
    """Show an answer with its verdict and its proof."""
    [answer] = explain([response])
    context = {"answer": answer, "readable": attempt.quiz.readable_by(request.user), "note": note}
    return _question_page(request, attempt, response, context, status)


def _question_page(
    request: Request, attempt: Attempt, response: Response, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    # Going back in the history asks by htmx too, and needs the whole page.
    is_part = request.htmx and not request.htmx.history_restore_request
    template = "quizzes/question_answer.html#question" if is_part else "quizzes/question_answer.html"
    overview = attempt.overview
    root = questions_root(attempt.pk)
    common = {
        "attempt": attempt,
        "response": response,
        "overview": overview,
        "form": None,
        # Texts, as writing a number the local way takes longer than all of its line.
        "position": str(response.position),
        "total": str(overview.total),
        "done": str(overview.done),
        "version": str(response.version),
        "left_open": len(overview.left),
        "flagged": len(overview.flagged),
        "root": root,
        "address": f"{root}{response.position}/",
        "one_way": attempt.one_way,
        "may_change": attempt.may_change,
        "left": attempt.seconds_left(timezone.now()),
        "before": _text(overview.before(response.position)),
        "after": _text(overview.after(response.position)),
        "next": "" if attempt.finished else _text(overview.open_after(response.position)),
    }
    return render(request, template, common | context, status=status)


def _text(position: int | None) -> str:
    return "" if position is None else str(position)


def _go_over(request: Request, attempt: Attempt, now: datetime, lost: str = "") -> HttpResponse:
    """Go to the result of an attempt that is over, and say why it is, and what was `lost` by that."""
    reason = attempt.closing(now) or "This attempt is finished."
    messages.warning(request, f"{reason}{lost} What you answered before is kept.")
    return _go(request, resolve_url("attempt_result", attempt.pk))


def _go(request: Request, address: str) -> HttpResponse:
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)
