"""The desk for articles, classes, quizzes and people."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest
from django.utils.crypto import get_random_string

from quizzes.models import Article, Assignment, Course, Enrollment, Question, Quiz, User

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
    fields = ("person", "role", "extra_time")
    readonly_fields = ("person",)
    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let people join by the code only."""
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        """Fetch the names with the rows."""
        return super().get_queryset(request).select_related("person")


@admin.register(Course)
class CourseAdmin(OwnedAdmin):
    """Classes."""

    list_display = ("name", "code", "created")
    search_fields = ("name", "code")
    fields = ("name", "code")
    inlines = (EnrollmentInline,)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, str | list[str]]:
        """Propose a code."""
        return {"code": new_code()}


class QuizForm(forms.ModelForm[Quiz]):
    """A quiz, its kinds as boxes to tick."""

    kinds = forms.MultipleChoiceField(
        choices=Question.Kind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="None ticked: all kinds.",
    )

    class Meta:
        model = Quiz
        fields = ("title", "articles", "kinds", "length", "attempts_allowed")


@admin.register(Quiz)
class QuizAdmin(OwnedAdmin):
    """Quizzes to give to classes."""

    form = QuizForm
    list_display = ("title", "length", "attempts_allowed", "created")
    search_fields = ("title",)
    filter_horizontal = ("articles",)

    def get_queryset(self, request: HttpRequest) -> Any:
        """Leave out the quizzes behind an article's "Quiz me"."""
        return super().get_queryset(request).filter(practice_for=None)


@admin.register(Assignment)
class AssignmentAdmin(OwnedAdmin):
    """Quizzes given to classes."""

    owner = "course__owner"
    list_display = ("quiz", "course", "opens", "due", "closes")
    list_select_related = ("quiz", "course")
    fields = ("course", "quiz", "opens", "due", "closes")


@admin.register(User)
class PersonAdmin(UserAdmin[User]):
    """People; for admins."""

    list_display = ("username", "first_name", "last_name", "is_active", "last_login")
    list_filter = ("groups", "is_active")
