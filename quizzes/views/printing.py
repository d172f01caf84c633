"""A quiz for class: its two versions and their keys, as a page to print and as PDF files."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from quizzes import paper
from quizzes.exchange import pdf
from quizzes.models import Quiz
from quizzes.models.printing import printed
from quizzes.permissions import Request, allow, teacher

PAGES = {"paper": "quiz_print", "key": "quiz_key"}
NO_LETTERS = (
    "The PDF could not be made: it has letters or signs that this server has no font for. "
    "Print this page instead: your browser has them."
)


@require_safe
@allow(teacher)
@never_cache
def quiz_print(request: Request, pk: int, version: str) -> HttpResponse:
    """Show a version as it will be printed, with the files to download."""
    quiz = _quiz(request, pk, version)
    context = {"quiz": quiz, "version": version, "versions": paper.VERSIONS}
    asked = paper.paper(printed(quiz, version))
    return render(request, "quizzes/quiz_print.html", context | {"asked": asked})


@require_safe
@allow(teacher)
@never_cache
def quiz_key(request: Request, pk: int, version: str) -> HttpResponse:
    """Show the key to a version."""
    quiz = _quiz(request, pk, version)
    context = {"quiz": quiz, "version": version, "versions": paper.VERSIONS}
    told = paper.key(printed(quiz, version))
    return render(request, "quizzes/quiz_key.html", context | {"told": told})


@require_safe
@allow(teacher)
@never_cache
def quiz_paper_pdf(request: Request, pk: int, version: str) -> HttpResponse:
    """Give a version as a PDF."""
    quiz = _quiz(request, pk, version)
    return _file(request, quiz, version, "paper", paper.paper(printed(quiz, version)))


@require_safe
@allow(teacher)
@never_cache
def quiz_key_pdf(request: Request, pk: int, version: str) -> HttpResponse:
    """Give the key to a version as a PDF."""
    quiz = _quiz(request, pk, version)
    return _file(request, quiz, version, "key", paper.key(printed(quiz, version)))


def _quiz(request: Request, pk: int, version: str) -> Quiz:
    """Return the quiz to print; what is behind an article's "Quiz me" has no list of questions to print."""
    if version not in paper.VERSIONS:
        raise Http404
    found: Quiz = get_object_or_404(Quiz.objects.editable_by(request.user), pk=pk, practice_for=None)
    return found


def _file(
    request: Request, quiz: Quiz, version: str, sheet: str, questions: Sequence[paper.Asked] | Sequence[paper.Told]
) -> HttpResponse:
    page = PAGES[sheet]
    if not questions:
        return redirect(page, quiz.pk, version)
    try:
        content = pdf.write(quiz.title, version, questions)
    except pdf.Unprintable:
        messages.warning(request, NO_LETTERS)
        return redirect(page, quiz.pk, version)
    name = f"{slugify(quiz.title) or 'quiz'}-{sheet}-{version}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
