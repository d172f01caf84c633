from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, Max, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from quizzes import scoring
from quizzes.exchange import csv
from quizzes.models import Appeal, Article, Assignment, Course, Question, Quiz, Response
from quizzes.models.scores import QuizScores, review, reviewed
from quizzes.permissions import Request, allow, teacher

SHOWN = 50
COLUMNS = ("Student", "Username", "Started", "Finished", "Score in %", "Counts in %", "Passed")
SURENESS = tuple(
    f"{degree.label}, {what}" for degree in reversed(Response.Certainty) for what in ("answers", "of them right")
)
"""What a quiz that asks for certainty has besides."""


@require_safe
@allow(teacher)
def teaching(request: Request) -> HttpResponse:
    """Show a teacher's articles, classes and quizzes, and what waits for them."""
    drafts = Count("questions", filter=Q(questions__status=Question.Status.DRAFT), distinct=True)
    approved = Count("questions", filter=Q(questions__status=Question.Status.APPROVED), distinct=True)
    articles = Article.objects.editable_by(request.user).annotate(
        drafts=drafts,
        approved=approved,
        state=Max("revisions__build__state"),
        progress=Max("revisions__build__progress"),
    )
    people = Count("enrollments", filter=Q(enrollments__role="student"))
    attempts = Count("attempts", filter=Q(attempts__in=reviewed(request.user)), distinct=True)
    context = {
        "contested": Appeal.objects.open().decidable_by(request.user).count(),
        "articles": articles.order_by("-created", "-pk")[:SHOWN],
        "courses": Course.objects.editable_by(request.user).annotate(people=people)[:SHOWN],
        "own": Quiz.objects.editable_by(request.user).filter(practice_for=None).order_by("-created", "-pk")[:SHOWN],
        "quizzes": Quiz.objects.editable_by(request.user).annotate(taken=attempts).filter(taken__gt=0)[:SHOWN],
        "assignments": Assignment.objects.filter(course__in=Course.objects.editable_by(request.user))
        .select_related("course", "quiz")
        .order_by("-opens", "-pk")[:SHOWN],
    }
    return render(request, "quizzes/teaching.html", context)


@require_safe
@allow(teacher)
def quiz_scores(request: Request, pk: int) -> HttpResponse:
    """Show who took a quiz and how each question did."""
    quiz = get_object_or_404(Quiz.objects.editable_by(request.user), pk=pk)
    quiz.attempts.expire_overdue(timezone.now())
    return render(request, "quizzes/quiz_scores.html", {"quiz": quiz, "scores": review(quiz, request.user)})


@require_safe
@allow(teacher)
def quiz_scores_csv(request: Request, pk: int) -> HttpResponse:
    """Give the attempts of a quiz as a table for a spreadsheet."""
    quiz = get_object_or_404(Quiz.objects.editable_by(request.user), pk=pk)
    quiz.attempts.expire_overdue(timezone.now())
    columns = (*COLUMNS, *SURENESS) if quiz.certainty else COLUMNS
    text = csv.write(columns, _rows(review(quiz, request.user), with_sureness=quiz.certainty))
    name = f"{slugify(quiz.title) or 'quiz'}-scores.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)


def _rows(scores: QuizScores, *, with_sureness: bool) -> Iterator[tuple[object, ...]]:
    for student in scores.students:
        passed = {None: "", True: "yes", False: "no"}[student.has_passed]
        for attempt in student.attempts:
            started = f"{localtime(attempt.started):%Y-%m-%d %H:%M}"
            finished = f"{localtime(attempt.finished):%Y-%m-%d %H:%M}" if attempt.finished else ""
            told = (started, finished, _in_percent(attempt.score), _in_percent(student.counted), passed)
            degrees = student.sureness_in(attempt) if with_sureness else []
            sure = (number for degree in degrees for number in (degree.count, degree.right))
            yield str(student.learner), student.learner.username, *told, *sure


def _in_percent(score: float | None) -> float | str:
    return "" if score is None else scoring.percent(score, digits=1)
