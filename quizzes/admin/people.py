"""The desk for articles, classes, assignments and people."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import SetPasswordForm
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.crypto import get_random_string
from django.utils.html import format_html

from quizzes.forms.rows import NamedRows
from quizzes.models import Article, Assignment, Attempt, Course, Enrollment, User

from .base import OwnedAdmin

CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""No letters that look like digits."""


def new_code() -> str:
    """Return a class code that nobody guesses and everybody can read out."""
    return get_random_string(8, CODE_LETTERS)


@admin.register(Article)
class ArticleAdmin(OwnedAdmin):
    """Articles; their text is added on the site, and never changes."""

    list_display = ("title", "publisher", "visibility", "created")
    list_filter = ("visibility",)
    search_fields = ("title", "author", "publisher")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refer to the page that reads the text."""
        return False


class EnrollmentInline(admin.TabularInline[Enrollment, Course]):
    """The people of a class, who join it by its code."""

    model = Enrollment
    formset = NamedRows
    verbose_name_plural = "people"
    fields = ("person", "role", "extra_time", "password")
    readonly_fields = ("person", "password")
    extra = 0

    @admin.display(description="Forgot the password?")
    def password(self, enrollment: Enrollment) -> str:
        """Lead to a new password for a student."""
        if not enrollment.pk or enrollment.person.is_staff:
            return "–"
        page = reverse("admin:quizzes_course_password", args=[enrollment.course_id, enrollment.pk])
        name = format_html('<span class="visually-hidden"> for {}</span>', enrollment.person)
        return format_html('<a href="{}">Set a new one{}</a>', page, name)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let people join by the code only."""
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        """Fetch the names with the rows."""
        return super().get_queryset(request).select_related("person", "course")


@admin.register(Course)
class CourseAdmin(OwnedAdmin):
    """Classes."""

    list_display = ("name", "code", "created")
    search_fields = ("name", "code")
    fields = ("name", "code")
    inlines = (EnrollmentInline,)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Let extra time count at once, in attempts that run as well."""
        super().save_formset(request, form, formset, change)
        stretched = [enrollment.person_id for enrollment, fields in formset.changed_objects if "extra_time" in fields]
        for attempt in Attempt.objects.filter(learner__in=stretched).running():
            attempt.set_deadline()
            attempt.save(update_fields=["deadline"])

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, str | list[str]]:
        """Propose a code."""
        return {"code": new_code()}

    def get_urls(self) -> list[URLPattern]:
        """Add the page for a student's new password."""
        view = self.admin_site.admin_view(self.password)
        page = path("<int:pk>/people/<int:enrollment>/password/", view, name="quizzes_course_password")
        return [page, *super().get_urls()]

    def password(self, request: HttpRequest, pk: int, enrollment: int) -> HttpResponse:
        """Set a new password for a student of the class; staff are the admins' business."""
        course = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_change_permission(request, course):
            raise PermissionDenied
        person = get_object_or_404(course.enrollments.filter(person__is_staff=False), pk=enrollment).person
        form = SetPasswordForm(person, request.POST if request.method == "POST" else None)
        if form.is_valid():
            form.save()
            self.message_user(request, f"{person} has a new password.", messages.SUCCESS)
            return redirect("admin:quizzes_course_change", pk)
        context = {"title": f"A new password for {person}", "course": course, "person": person, "form": form}
        context |= self.admin_site.each_context(request)
        status = 422 if form.is_bound else 200
        return TemplateResponse(request, "admin/quizzes/course/password.html", context, status=status)


class AssignmentForm(forms.ModelForm[Assignment]):
    """When a quiz can be taken; its times are in order."""

    def clean(self) -> dict[str, Any]:
        """Say which times are the wrong way round."""
        super().clean()
        opens, due, closes = (self.cleaned_data.get(name) for name in ("opens", "due", "closes"))
        if opens and due and due < opens:
            self.add_error("due", "It cannot be due before it opens.")
        if opens and closes and closes < opens:
            self.add_error("closes", "It cannot close before it opens.")
        if due and closes and closes < due:
            self.add_error("closes", "It cannot close before it is due.")
        return self.cleaned_data


@admin.register(Assignment)
class AssignmentAdmin(OwnedAdmin):
    """Quizzes given to classes."""

    form = AssignmentForm
    owner = "course__owner"
    list_display = ("quiz", "course", "opens", "due", "closes")
    list_select_related = ("quiz", "course")
    fields = ("course", "quiz", "opens", "due", "closes")

    def save_model(self, request: HttpRequest, obj: Assignment, form: Any, change: bool) -> None:
        """Warn of results that nobody would see."""
        super().save_model(request, obj, form, change)
        undated = obj.quiz.undated()
        if undated:
            self.message_user(request, undated, messages.WARNING)


@admin.register(User)
class PersonAdmin(UserAdmin[User]):
    """People; for admins."""

    list_display = ("username", "first_name", "last_name", "is_active", "last_login")
    list_filter = ("groups", "is_active")

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Let teachers and admins, and nobody else, into the desk."""
        super().save_related(request, form, formsets, change)
        person = User.objects.get(pk=form.instance.pk)
        User.objects.filter(pk=person.pk).update(is_staff=person.is_teacher)
