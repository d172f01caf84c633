"""Before a quiz: what it is, how long it shall be, and whether it can be taken now."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from quizzes.forms.quiz import LengthForm
from quizzes.models import Article, Attempt, Question, Quiz
from quizzes.models.quiz import LONGEST, Refused, new_seed
from quizzes.permissions import Request, allow, signed_in
from quizzes.rules import rules

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@allow(signed_in)
def quiz_start(request: Request, pk: int) -> HttpResponse:
    """Show a quiz and begin it, or go on where the learner left it."""
    quiz = get_object_or_404(Quiz.objects.visible_to(request.user).select_related("owner"), pk=pk)
    if quiz.practice_for_id:
        return redirect("article_quiz", quiz.practice_for_id)
    if request.method == "POST":
        try:
            return redirect("attempt_resume", _begin(request, quiz, quiz.length).pk)
        except Refused as refusal:
            return _start_page(request, quiz, str(refusal), status=409)
    return _start_page(request, quiz, "")


def _start_page(request: Request, quiz: Quiz, refusal: str, status: int = 200) -> HttpResponse:
    mine = quiz.attempts.of(request.user)
    now = timezone.now()
    attempt, practice = Attempt.objects.begun(request.user, quiz)
    if attempt and attempt.expire(now):
        attempt = None
    given = quiz.assignments.filter(course__enrollments__person=request.user)
    assignments = list(given.select_related("course"))
    has_due = all(assignment.due for assignment in assignments)
    context = {
        "quiz": quiz,
        "attempt": attempt,
        "practice": practice,
        "left": attempt.seconds_left(now) if attempt else None,
        "rules": rules(quiz, quiz.minutes(request.user), has_due=has_due),
        "refusal": refusal or ("" if attempt else quiz.refusal(request.user, now)),
        "finished": mine.finished().filter(retry_of=None).reverse(),
        "is_out": not quiz.withholds_from(request.user, now),
        "length": quiz.size(),
        "assignments": assignments,
    }
    return render(request, "quizzes/quiz_start.html", context, status=status)


@require_http_methods(METHODS)
@allow(signed_in)
def article_quiz(request: Request, pk: int) -> HttpResponse:
    """Ask how long a practice quiz on the article shall be, and begin it."""
    article = get_object_or_404(Article.objects.visible_to(request.user), pk=pk)
    quiz = Quiz.objects.filter(practice_for=article).first()
    facts = Question.objects.askable().filter(article=article).values("facts").distinct()
    available = min(LONGEST, facts.count())
    form = LengthForm(available, request.POST if request.method == "POST" else None)
    if request.method == "POST" and available and form.is_valid():
        quiz = quiz or Quiz.objects.practice(article)
        try:
            return redirect("attempt_resume", _begin(request, quiz, form.cleaned_data["length"]).pk)
        except Refused as refusal:
            form.add_error("length", str(refusal))
    attempt, practice = Attempt.objects.begun(request.user, quiz) if quiz else (None, None)
    context = {"article": article, "form": form, "available": available, "attempt": attempt, "practice": practice}
    return render(request, "quizzes/article_quiz.html", context, status=422 if request.method == "POST" else 200)


def _begin(request: Request, quiz: Quiz, length: int) -> Attempt:
    attempt: Attempt = Attempt.objects.start(request.user, quiz, length, new_seed(), timezone.now())
    return attempt
