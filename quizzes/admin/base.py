"""What every desk has in common: teachers find and change their own things only, admins everything."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import admin
from django.db.models import Field, Model, QuerySet
from django.forms import ModelChoiceField, ModelMultipleChoiceField
from django.http import HttpRequest

from quizzes.models import Article, Course, Fact, Question, Quiz, User
from quizzes.models.fact import Origin


def own_choices(model: type[Model], person: User) -> QuerySet[Any] | None:
    """Return what the person may link to, None for models without an owner."""
    if model is User:
        return (
            User.objects.all() if person.is_admin else User.objects.filter(enrollments__course__owner=person).distinct()
        )
    if model is Quiz:
        quizzes: QuerySet[Quiz] = Quiz.objects.editable_by(person).filter(practice_for=None)
        return quizzes
    for scope in (Article, Question):
        if model is scope:
            return scope.objects.editable_by(person)
    if model is Fact:
        return Fact.objects.filter(article__in=Article.objects.editable_by(person))
    return Course.objects.editable_by(person) if model is Course else None


class OwnedAdmin(admin.ModelAdmin[Any]):
    """A desk whose rows belong to somebody: `owner` is the path from the row to that person."""

    owner = "owner"
    list_per_page = 50
    save_on_top = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Leave out what is not the person's own."""
        rows, person = super().get_queryset(request), cast(User, request.user)
        return rows if person.is_admin else rows.filter(**{self.owner: person})

    def get_exclude(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Leave the owner out of the form: it is who adds the row."""
        return (*(super().get_exclude(request, obj) or ()), *(("owner",) if self.owner == "owner" else ()))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Make whoever adds a row its owner."""
        if self.owner == "owner" and not change:
            obj.owner = request.user
        super().save_model(request, obj, form, change)

    def formfield_for_foreignkey(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> ModelChoiceField[Any] | None:
        """Offer the person's own things only."""
        return super().formfield_for_foreignkey(db_field, request, **_own(db_field, request, kwargs))

    def formfield_for_manytomany(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> ModelMultipleChoiceField[Any] | None:
        """Offer the person's own things only."""
        return super().formfield_for_manytomany(db_field, request, **_own(db_field, request, kwargs))


def _own(db_field: Field[Any, Any], request: HttpRequest, kwargs: dict[str, Any]) -> dict[str, Any]:
    choices = own_choices(db_field.related_model, request.user)  # type: ignore[arg-type]
    return kwargs if choices is None else kwargs | {"queryset": choices}


class OriginFilter(admin.SimpleListFilter):
    """Rows by who proposed them, as far as the person's rows differ in that."""

    title = "origin"
    parameter_name = "origin"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the origins there are, none where all rows have one."""
        found = set(model_admin.get_queryset(request).order_by().values_list("origin", flat=True).distinct())
        shown = [(origin.value, str(origin.label)) for origin in Origin if origin in found]
        return shown if len(shown) > 1 else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep one origin."""
        return queryset.filter(origin=self.value()) if self.value() else queryset


class ProposedAdmin(OwnedAdmin):
    """A desk whose rows were proposed by somebody: the engine, a language model or a teacher."""

    @admin.display(description="Origin", ordering="origin")
    def origin_shown(self, row: Fact | Question) -> str:
        """Return who proposed a row, and which language model that was."""
        if row.pk is None:
            return str(Origin.TEACHER.label)
        label = str(Origin(row.origin).label)
        return f"{label}: {row.model}" if row.model else label


class OwnArticleFilter(admin.RelatedFieldListFilter):
    """A filter by article that names only the person's own."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Return the articles to choose from."""
        return [(str(article.pk), article.title) for article in Article.objects.editable_by(request.user)]
