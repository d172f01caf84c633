"""The desk for questions: choices inline, the evidence beside the form, checks before every save."""

from __future__ import annotations

from random import Random
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.defaultfilters import pluralize
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.crypto import get_random_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from quizzes.engine import questions as engine
from quizzes.feedback import feedback
from quizzes.forms.answer import answer_form
from quizzes.forms.question import AcceptedFormSet, AcceptedRowForm, AnswerRowForm, ChoiceFormSet, QuestionForm
from quizzes.models import Accepted, Choice, Fact, Question
from quizzes.models.fact import Origin
from quizzes.templatetags.quizsite import evidence

from .base import OriginFilter, OwnArticleFilter, ProposedAdmin
from .history import changes

CHOICE_FIELDS: dict[str, tuple[str, ...]] = {
    Question.Kind.SINGLE_CHOICE: ("is_key",),
    Question.Kind.MULTIPLE_CHOICE: ("is_key",),
    Question.Kind.TRUE_FALSE: ("is_key",),
    Question.Kind.MATCHING: ("pair",),
    Question.Kind.ORDERING: (),
    Question.Kind.FIND_EVIDENCE: ("is_key", "paragraph"),
}


class AnswersInline(admin.TabularInline[Any, Question]):
    """The answers of a question; there are empty rows to write in, for browsers without JavaScript too."""

    first_rows = 1

    def get_extra(self, request: HttpRequest, obj: Question | None = None, **kwargs: Any) -> int:
        """Offer rows for a new question, and one more later."""
        return 1 if obj else self.first_rows


class ChoiceInline(AnswersInline):
    """The choices of a question."""

    model = Choice
    form = AnswerRowForm
    formset = ChoiceFormSet
    first_rows = 4
    verbose_name_plural = "choices (for questions to which the answer is chosen)"

    def get_fields(self, request: HttpRequest, obj: Question | None = None) -> tuple[str, ...]:
        """Show what the kind uses; everything before the kind is known."""
        return ("order", "text", *(CHOICE_FIELDS[obj.kind] if obj else ("is_key", "pair", "paragraph")), "note")

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Keep texts to a few lines."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and db_field.name in ("text", "pair", "note"):
            field.widget.attrs |= {"rows": 2, "cols": 36}
        return field


class AcceptedInline(AnswersInline):
    """The right typed answers of a question."""

    model = Accepted
    form = AcceptedRowForm
    formset = AcceptedFormSet
    first_rows = 3
    verbose_name_plural = "accepted answers (for questions to which the answer is typed)"

    def get_fields(self, request: HttpRequest, obj: Question | None = None) -> tuple[str, ...]:
        """Show what the kind uses; everything before the kind is known."""
        kind = obj.kind if obj else ""
        gap = ("gap",) if kind in ("", Question.Kind.CLOZE) else ()
        numbers = ("number", "tolerance") if kind in ("", Question.Kind.NUMERIC) else ()
        return ("order", *gap, "text", *numbers, "credit")


class ProofFilter(admin.SimpleListFilter):
    """Questions by whether they pass every check."""

    title = "proofs"
    parameter_name = "proofs"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the two sides."""
        return [("failed", "A proof failed"), ("passed", "All passed")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Question]) -> QuerySet[Question]:
        """Keep one side."""
        if self.value() == "failed":
            return queryset.exclude(failed_proofs=[])
        return queryset.filter(failed_proofs=[]) if self.value() == "passed" else queryset


@admin.register(Question)
class QuestionAdmin(ProposedAdmin):
    """Questions."""

    owner = "article__owner"
    form = QuestionForm
    list_display = ("stem_shown", "status", "kind", "score_shown", "failed_shown", "origin_shown", "article")
    list_filter = ("status", "kind", "level", ProofFilter, OriginFilter, ("article", OwnArticleFilter))
    list_select_related = ("article",)
    search_fields = ("stem", "explanation", "choices__text", "accepted__text")
    actions = ("approve", "retire", "redraft")
    readonly_fields = ("evidence_in_context", "proofs_shown", "origin_shown")

    def get_fieldsets(self, request: HttpRequest, obj: Question | None = None) -> Any:
        """Put the evidence beside the form of a question that exists."""
        words = ("words",) if obj is None or obj.kind == Question.Kind.CLOZE else ()
        what = ("article", "kind", "level", "status", "stem", *words, "explanation", "difficulty")
        tests = ("Facts it tests", {"fields": ("facts",), "classes": ("collapse",) if obj else ()})
        if obj is None:
            return ((None, {"fields": what}), tests)
        proof = (
            "Evidence",
            {"fields": ("evidence_in_context", "proofs_shown", "origin_shown"), "classes": ("evidence-panel",)},
        )
        return (proof, (None, {"fields": what}), tests)

    def get_readonly_fields(self, request: HttpRequest, obj: Question | None = None) -> tuple[str, ...]:
        """Keep a question with its article, whose facts prove it, and of its kind, which its answers are made for."""
        return (*self.readonly_fields, "article", "kind") if obj else self.readonly_fields

    def get_inlines(self, request: HttpRequest, obj: Question | None) -> list[Any]:
        """Show the answers that the kind has; both before the kind is known."""
        if obj is None:
            return [ChoiceInline, AcceptedInline]
        return [AcceptedInline] if obj.kind in Question.TYPED_KINDS else [ChoiceInline]

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer the facts of the question's own article."""
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        pk = request.resolver_match.kwargs.get("object_id") if request.resolver_match else None
        if db_field.name == "facts" and field is not None and pk and pk.isdigit():
            field.queryset = field.queryset.filter(article__questions=int(pk)).distinct()  # type: ignore[union-attr]
        return field

    def save_model(self, request: HttpRequest, obj: Question, form: Any, change: bool) -> None:
        """Name a question that a teacher writes."""
        if not obj.key:
            obj.key, obj.origin = f"t{get_random_string(12)}", Origin.TEACHER
        form.failed_before = Question.objects.with_answers().get(pk=obj.pk).failing() if change else {}
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Check the saved question again; approving it approves what it tests."""
        super().save_related(request, form, formsets, change)
        question = Question.objects.with_answers().get(pk=form.instance.pk)
        failed = question.prove(form.failed_before)
        if failed:
            self.message_user(request, f"Checks that fail now: {'; '.join(failed.values())}.", messages.WARNING)
        if question.status == Question.Status.APPROVED:
            question.facts.exclude(status=Fact.Status.RETIRED).update(status=Fact.Status.APPROVED)

    @admin.display(description="Question", ordering="stem")
    def stem_shown(self, question: Question) -> str:
        """Return the beginning of the stem."""
        return question.stem if len(question.stem) <= 110 else f"{question.stem[:109]}…"

    @admin.display(description="Score", ordering="score")
    def score_shown(self, question: Question) -> str:
        """Return how sure the engine is of it."""
        return f"{question.score:.0%}" if question.proofs else "–"

    @admin.display(description="Proofs failed")
    def failed_shown(self, question: Question) -> str:
        """Return the names of the checks that fail."""
        return ", ".join(name.replace("_", " ") for name in question.failed_proofs) or "–"

    @admin.display(description="Checks")
    def proofs_shown(self, question: Question) -> str:
        """Say which checks hold and which do not."""
        if question.failed_proofs:
            return f"Fails: {self.failed_shown(question)}"
        return f"All {len(question.proofs)} passed." if question.proofs else "Not checked yet."

    @admin.display(description="In the article")
    def evidence_in_context(self, question: Question) -> SafeString:
        """Show the paragraphs that prove the question's facts, and the way to the student's view."""
        facts = Fact.objects.filter(questions=question).with_evidence()
        preview = reverse("admin:quizzes_question_preview", args=[question.pk])
        parts = [format_html("<p><strong>{}</strong></p>{}", fact.statement, evidence(fact)) for fact in facts]
        link = format_html('<p><a class="button" href="{}">Preview as a student sees it</a></p>', preview)
        return SafeString("".join([*parts, link]))

    def get_urls(self) -> list[URLPattern]:
        """Add the preview."""
        view = self.admin_site.admin_view(self.preview)
        return [path("<int:pk>/preview/", view, name="quizzes_question_preview"), *super().get_urls()]

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show a question as a student sees it, before and after answering."""
        question = get_object_or_404(Question.objects.with_answers().filter(pk__in=self.get_queryset(request)), pk=pk)
        asked = question.laid_out(Random(question.pk), shuffles=False)
        context = self.admin_site.each_context(request) | {
            "title": "As a student sees it",
            "question": question,
            "instructions": engine.public(asked)["instructions"],
            "answer": {"text": engine.answer_text(asked), "feedback": feedback(asked, None)},
            "form": answer_form(asked),
            "facts": Fact.objects.filter(questions=question).with_evidence(),
        }
        return TemplateResponse(request, "admin/quizzes/question/preview.html", context)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Show who changed what and when, answers included."""
        question = self.get_object(request, object_id)
        if question is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined,no-any-return]
        if not self.has_view_or_change_permission(request, question):
            raise PermissionDenied
        context = {"title": "Who changed what", "question": question, "changes": changes(question)}
        context |= self.admin_site.each_context(request)
        return TemplateResponse(request, "admin/quizzes/question/history.html", context)

    @admin.action(description="Approve: students may be asked", permissions=["change"])
    def approve(self, request: HttpRequest, queryset: QuerySet[Question]) -> None:
        """Approve the selected ones whose facts are all proven and in use."""
        unproven = set(queryset.filter(facts__evidence=None).values_list("pk", flat=True))
        retired = set(queryset.filter(facts__status=Fact.Status.RETIRED).values_list("pk", flat=True)) - unproven
        if unproven:
            self.message_user(request, f"{len(unproven)} left out: a fact has no evidence.", messages.ERROR)
        if retired:
            self.message_user(request, f"{len(retired)} left out: a fact is retired.", messages.ERROR)
        proven = Question.objects.filter(pk__in=set(queryset.values_list("pk", flat=True)) - unproven - retired)
        self._told(request, proven.approve(), "approved")

    @admin.action(description="Retire: students are not asked any more", permissions=["change"])
    def retire(self, request: HttpRequest, queryset: QuerySet[Question]) -> None:
        """Retire the selected ones."""
        self._told(request, Question.objects.filter(pk__in=queryset.values("pk")).retire(), "retired")

    @admin.action(description="Back to draft", permissions=["change"])
    def redraft(self, request: HttpRequest, queryset: QuerySet[Question]) -> None:
        """Make drafts of the selected ones."""
        self._told(request, Question.objects.filter(pk__in=queryset.values("pk")).redraft(), "made drafts again")

    def _told(self, request: HttpRequest, count: int, what: str) -> None:
        self.message_user(request, f"{count} question{pluralize(count)} {what}.", messages.SUCCESS)
