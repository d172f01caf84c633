"""The desk for facts: the statement and the sentences that prove it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.crypto import get_random_string

from quizzes.forms.fact import EvidenceForm, EvidenceFormSet
from quizzes.models import Evidence, Fact, Question
from quizzes.models.fact import Origin

from .base import OriginFilter, OwnArticleFilter, ProposedAdmin


class EvidenceInline(admin.TabularInline[Evidence, Fact]):
    """The quotes that prove a fact."""

    model = Evidence
    form = EvidenceForm
    formset = EvidenceFormSet
    fields = ("quote",)
    extra = 0
    min_num = 1


@admin.register(Fact)
class FactAdmin(ProposedAdmin):
    """Facts."""

    owner = "article__owner"
    fields = ("article", "kind", "statement", "subject", "time", "amount", "unit", "status", "origin_shown")
    readonly_fields = ("origin_shown",)
    list_display = ("statement", "kind", "article", "status", "origin_shown")
    list_filter = ("status", "kind", OriginFilter, ("article", OwnArticleFilter))
    list_select_related = ("article",)
    search_fields = ("statement", "subject")
    inlines = (EvidenceInline,)

    def get_readonly_fields(self, request: HttpRequest, obj: Fact | None = None) -> tuple[str, ...]:
        """Keep a fact with its article, whose text proves it."""
        return (*self.readonly_fields, "article") if obj else self.readonly_fields

    def save_model(self, request: HttpRequest, obj: Fact, form: Any, change: bool) -> None:
        """Name a fact that a teacher writes."""
        if not change:
            obj.key, obj.origin, obj.paragraph = f"t{get_random_string(12)}", Origin.TEACHER, 0
        asked = Question.objects.filter(facts=obj).with_answers() if change else ()
        form.failed_before = {question.pk: question.failing() for question in asked}
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Find the fact's paragraph by its evidence, and check again what it is asked with."""
        super().save_related(request, form, formsets, change)
        form.instance.locate()
        asked = form.instance.questions.with_answers()
        failing = sum(bool(question.prove(form.failed_before.get(question.pk))) for question in asked)
        if failing:
            text = f"{failing} of its questions fail{'s' if failing == 1 else ''} a check now: see Questions."
            self.message_user(request, text, messages.WARNING)
