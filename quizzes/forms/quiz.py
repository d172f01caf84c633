"""How many questions."""

from __future__ import annotations

from typing import Any

from django import forms

from quizzes.models.quiz import LONGEST

LENGTHS = (5, 10, 15)
DEFAULT = 10


class LengthForm(forms.Form):
    """The length of a practice quiz: those of 5, 10 and 15 that the article has questions for, or all of them."""

    length = forms.TypedChoiceField(
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose how many questions you want.",
            "invalid_choice": "Choose one of the lengths shown.",
        },
    )
    use_required_attribute = False

    def __init__(self, available: int, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = min(available, LONGEST)
        shorter = [length for length in LENGTHS if length < every]
        field = self.fields["length"]
        field.choices = [*((length, f"{length} questions") for length in shorter), (every, f"All {every}")]  # type: ignore[attr-defined]
        field.initial = DEFAULT if DEFAULT in shorter else every
