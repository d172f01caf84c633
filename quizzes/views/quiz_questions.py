"""For teachers: which questions a quiz asks."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from quizzes.forms.quiz_questions import PlacesForm
from quizzes.models import Question, Quiz
from quizzes.permissions import Request, allow, teacher

from .quiz import METHODS


@require_http_methods(METHODS)
@allow(teacher)
def quiz_questions(request: Request, pk: int) -> HttpResponse:
    """Show what a quiz asks, and let the teacher choose a fixed list."""
    quiz = _quiz(request, pk)
    slots = list(quiz.slots.select_related("question__article"))
    places = {slot.question_id: slot.position for slot in slots}
    offered = Question.objects.askable().filter(article__quizzes=quiz).select_related("article")
    form = PlacesForm(
        offered.order_by("article__title", "pk"), places, request.POST if request.method == "POST" else None
    )
    if request.method == "POST" and form.is_valid():
        quiz.choose(form.chosen)
        messages.success(request, f"The quiz asks these {len(form.chosen)} questions from now on.")
        return redirect("quiz_questions", quiz.pk)
    context = {
        "quiz": quiz,
        "slots": slots,
        "form": form,
        "shortfall": quiz.shortfall() if slots and quiz.selection == Quiz.Selection.RULE else [],
        "begun": quiz.attempts.filter(retry_of=None).count(),
    }
    return render(request, "quizzes/quiz_questions.html", context, status=422 if request.method == "POST" else 200)


@require_POST
@allow(teacher)
def quiz_redraw(request: Request, pk: int) -> HttpResponse:
    """Let the rule draw other questions."""
    quiz = _quiz(request, pk)
    if quiz.redraw():
        messages.success(request, "The questions were drawn anew. Attempts that have begun keep theirs.")
    else:
        messages.info(request, "This quiz asks the list that you chose: nothing was drawn.")
    return redirect("quiz_questions", quiz.pk)


def _quiz(request: Request, pk: int) -> Quiz:
    quiz: Quiz = get_object_or_404(Quiz.objects.editable_by(request.user).filter(practice_for=None), pk=pk)
    return quiz
