"""The desk for quizzes."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import admin, messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from quizzes.forms.quiz_settings import GROUPS, QuizForm
from quizzes.models import Article, Quiz, User

from .base import OwnedAdmin


@admin.register(Quiz)
class QuizAdmin(OwnedAdmin):
    """Quizzes to give to classes."""

    form = QuizForm
    fieldsets = [(name, {"fields": fields}) for name, fields in GROUPS]
    list_display = ("title", "selection", "length", "feedback", "time_limit", "created")
    search_fields = ("title",)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer every article that the person may read."""
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if field is not None:
            field.queryset = Article.objects.visible_to(cast(User, request.user))
        return field

    def get_queryset(self, request: HttpRequest) -> Any:
        """Leave out the quizzes behind an article's "Quiz me"."""
        return super().get_queryset(request).filter(practice_for=None)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Draw anew after a change of the rule, and lead to the questions."""
        super().save_related(request, form, formsets, change)
        quiz: Quiz = form.instance
        if form.changes_rule:
            quiz.redraw()
        address = reverse("quiz_questions", args=[quiz.pk])
        link = format_html('<a href="{}">See its questions</a>', address)
        if quiz.selection == Quiz.Selection.LIST and not quiz.slots.exists():
            link = format_html('Now <a href="{}">choose its questions</a>', address)
        self.message_user(request, format_html("{}.", link), messages.INFO)
        undated = quiz.undated()
        if undated:
            self.message_user(request, undated, messages.WARNING)
