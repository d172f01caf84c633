"""Which questions a quiz asks, in which order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from quizzes.models import Question
from quizzes.models.quiz import LONGEST


class PlacesForm(forms.Form):
    """A number beside each question: its place in the quiz; empty where it is not asked."""

    use_required_attribute = False

    def __init__(self, questions: Iterable[Question], places: dict[int, int], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        for question in self.questions:
            field = forms.IntegerField(
                required=False,
                min_value=1,
                max_value=999,
                initial=places.get(question.pk),
                label=f"Place of: {question.stem}",
                error_messages={"invalid": "Write the place as a whole number, or nothing."},
            )
            field.widget.attrs = {"inputmode": "numeric", "size": 3, "class": "place-input"}
            self.fields[f"place_{question.pk}"] = field

    def rows(self) -> list[tuple[Question, forms.BoundField]]:
        """Return each question with its field."""
        return [(question, self[f"place_{question.pk}"]) for question in self.questions]

    def clean(self) -> dict[str, Any]:
        """Refuse an empty list and one that is too long."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        count = sum(bool(place) for place in data.values())
        if not self.errors and not count:
            raise ValidationError("Give at least one question a place.")
        if count > LONGEST:
            raise ValidationError(f"A quiz has at most {LONGEST} questions; you chose {count}.")
        return data

    @property
    def chosen(self) -> list[Question]:
        """The questions that have a place, in that order; those with equal numbers in the order shown."""
        placed = [(self.cleaned_data[f"place_{one.pk}"], one) for one in self.questions]
        return [one for place, one in sorted((p for p in placed if p[0]), key=lambda p: p[0])]
