"""Contesting an answer, and the teacher's verdict on it."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from quizzes.forms.appeal import AppealForm, VerdictForm
from quizzes.kept import forget, keeps_answer, kept_for
from quizzes.models import Appeal, Article, Question, Response, Revision
from quizzes.models.explanation import explain
from quizzes.permissions import Request, allow, signed_in, teacher
from quizzes.views.attempt import own_attempt
from quizzes.views.quiz import METHODS

PAGE = 20
SENT = "Your teacher will look at your answer. What becomes of it is told here and on your home page."
ACCEPTED = "Accepted. The same answers of everybody have full credit now."
UNSOUND = (
    "With two right choices the question is unsound, so it is a draft again. "
    "Fixed lists with it, and their printed papers, ask one question fewer until it is approved again."
)


@require_http_methods(METHODS)
@keeps_answer("appeal_create")
@allow(signed_in)
@never_cache
def appeal_create(request: Request, pk: int, position: int) -> HttpResponse:
    """Let a student say why an answer is right all the same: the sentence of the article, or words, or both."""
    attempt = own_attempt(request, pk)
    answers = attempt.responses.select_related("question__article", "appeal")
    response = get_object_or_404(answers, position=position)
    now = timezone.now()
    if not attempt.reveals(response, now):
        raise Http404
    back = resolve_url("question_answer", attempt.pk, position)
    if hasattr(response, "appeal") or not response.is_contestable:
        messages.info(request, SENT if hasattr(response, "appeal") else "This answer has all the credit it can earn.")
        return _go(request, back)
    revision = _readable_revision(request, response)
    form = AppealForm(revision, request.POST if request.method == "POST" else None, initial=_kept(request))
    if request.method == "POST" and form.is_valid():
        Appeal.objects.file(response, now, reason=form.cleaned_data["reason"], revision=revision, span=form.span)
        forget(request, request.path)
        messages.success(request, SENT)
        return _go(request, back)
    [answer] = explain([response])
    context = {"attempt": attempt, "answer": answer, "form": form, "back": back}
    template = "quizzes/appeal_create.html#form" if request.htmx else "quizzes/appeal_create.html"
    return render(request, template, context, status=422 if request.method == "POST" else 200)


def _kept(request: Request) -> dict[str, str]:
    """Return what was sent when the session had ended, and tell of it."""
    kept = kept_for(request, request.path)
    if kept and request.method != "POST":
        messages.info(request, "What you had written was kept while you signed in again. Send it now.")
    return {name: kept.get(name, "") for name in ("reason", "sentence")} if kept else {}


def _readable_revision(request: Request, response: Response) -> Revision | None:
    """Return the text that the learner may read and mark a sentence in."""
    articles = Article.objects.visible_to(request.user).filter(pk=response.question.article_id)
    return Revision.objects.filter(article__in=articles).select_related("article").first()


@require_safe
@allow(teacher)
def appeals(request: Request) -> HttpResponse:
    """List the answers that students contest, and those decided."""
    mine = Appeal.objects.decidable_by(request.user).with_answers()
    which = "decided" if request.GET.get("show") == "decided" else "open"
    rows = mine.decided() if which == "decided" else mine.open()
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    return render(request, "quizzes/appeals.html", {"page": page, "which": which})


@require_POST
@allow(teacher)
def appeal_decide(request: Request, pk: int) -> HttpResponse:
    """Give a verdict; sent again, or after a colleague's, it changes nothing."""
    appeal = get_object_or_404(Appeal.objects.decidable_by(request.user).with_answers(), pk=pk)
    form = VerdictForm(request.POST)
    if not form.is_valid():
        page = Paginator([appeal], PAGE).get_page(1)
        context = {"page": page, "which": "open", "form": form}
        return render(request, "quizzes/appeals.html", context, status=422)
    is_accepted = form.cleaned_data["verdict"] == Appeal.Verdict.ACCEPTED
    decide = appeal.accept if is_accepted else appeal.refuse
    if not decide(request.user, timezone.now(), form.cleaned_data["reply"]):
        messages.info(request, "This was decided before. That verdict stands.")
    elif is_accepted:
        messages.success(request, ACCEPTED)
        _tell_unsound(request, appeal)
    else:
        messages.success(request, "Not accepted. The student is told, with your reply.")
    return redirect("appeals")


def _tell_unsound(request: Request, appeal: Appeal) -> None:
    """Say that the question is a draft again, what that means for quizzes, and where it is mended."""
    question = appeal.response.question
    question.refresh_from_db(fields=["status"])
    if question.status != Question.Status.DRAFT:
        return
    if Article.objects.editable_by(request.user).filter(pk=question.article_id).exists():
        mend = format_html(
            '<a href="{}">Mend it: {}</a>', reverse("admin:quizzes_question_change", args=[question.pk]), question.stem
        )
    else:
        mend = format_html("Whoever looks after the article can mend it: {}", question.stem)
    messages.warning(request, format_html("{} {}", UNSOUND, mend))


def _go(request: Request, address: str) -> HttpResponse:
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)
