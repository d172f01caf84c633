"""Answers by buttons and boxes: one of the choices, several, or sentences of a passage."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property

from quizzes.engine.questions import Given, Question

from .answering import UNKNOWN, AnswerForm, numbered

KEYS = 9
"""So many choices have a key of their own: 1 to 9."""


class Offered(NamedTuple):
    """A choice to draw: the key that chooses it, "" for none, its input, its text, and whether a hint took it away."""

    number: str
    input: str
    text: str
    is_removed: bool


class ChoosingForm(AnswerForm):
    """Some of the choices shown, by buttons or boxes."""

    @cached_property
    def lines(self) -> list[Offered]:
        """The choices in their order."""
        return [
            Offered(str(number) if number <= KEYS else "", choice.tag(), text, number - 1 in self.removed)
            for number, (choice, text) in enumerate(zip(self["choice"], self.question.choices, strict=True), start=1)
        ]

    @property
    def keys(self) -> list[str]:
        """The keys that choose something: none of what a hint took away."""
        return [line.number for line in self.lines if line.number and not line.is_removed]

    @property
    def keys_follow(self) -> bool:
        """Whether there are three such keys or more, with none between them left out."""
        return len(self.keys) > 2 and int(self.keys[-1]) - int(self.keys[0]) == len(self.keys) - 1


class Radios(forms.RadioSelect):
    """Radio buttons, of which those of choices that a hint took away cannot be chosen."""

    def __init__(self, removed: Collection[int]) -> None:
        super().__init__()
        self.removed = frozenset(map(str, removed))

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Disable what was taken away."""
        option: dict[str, Any] = super().create_option(name, value, *args, **kwargs)
        if value in self.removed:
            option["attrs"]["disabled"] = True
        return option


class OneForm(ChoosingForm):
    """One of the choices."""

    widget_kind = "choices"

    def build(self, question: Question) -> dict[str, forms.Field]:
        """Offer radio buttons."""
        messages = {"required": "Choose an answer first.", "invalid_choice": UNKNOWN}
        choices = numbered(question.choices)
        field = forms.ChoiceField(
            choices=choices, widget=Radios(self.removed), error_messages=messages, validators=[self._stands]
        )
        return {"choice": field}

    def clean(self) -> dict[str, Any]:
        """Refuse several choices where one is asked for."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        sent = self.data.getlist("choice") if hasattr(self.data, "getlist") else []
        if len(sent) > 1:
            self.add_error("choice", "Choose one answer only.")
        return data

    def _stands(self, value: str) -> None:
        if int(value) in self.removed:
            raise ValidationError("That choice was taken away. Choose another.")

    @property
    def given(self) -> Given:
        """The place of the choice."""
        return [int(self.cleaned_data["choice"])]

    def values_of(self, given: Given) -> dict[str, Any]:
        """Mark the choice."""
        return {"choice": str(given[0])}


class SeveralForm(ChoosingForm):
    """Any number of the choices."""

    widget_kind = "choices"

    def build(self, question: Question) -> dict[str, forms.Field]:
        """Offer check boxes."""
        messages = {"required": "Choose at least one answer first.", "invalid_choice": UNKNOWN}
        field = forms.MultipleChoiceField(
            choices=numbered(question.choices), widget=forms.CheckboxSelectMultiple, error_messages=messages
        )
        return {"choice": field}

    @property
    def given(self) -> Given:
        """The places of the choices, each once."""
        return sorted({int(value) for value in self.cleaned_data["choice"]})

    def values_of(self, given: Given) -> dict[str, Any]:
        """Mark the choices."""
        return {"choice": [str(index) for index in given]}


class PassageForm(ChoosingForm):
    """A sentence of the passage, or as many as the proof takes."""

    widget_kind = "passage"

    def build(self, question: Question) -> dict[str, forms.Field]:
        """Offer a radio button for each sentence; check boxes where the proof takes several."""
        choices = numbered(question.choices)
        messages = {"required": "Choose a sentence first.", "invalid_choice": UNKNOWN}
        if len(question.key) > 1:
            boxes = forms.CheckboxSelectMultiple
            return {"choice": forms.MultipleChoiceField(choices=choices, widget=boxes, error_messages=messages)}
        return {"choice": forms.ChoiceField(choices=choices, widget=forms.RadioSelect, error_messages=messages)}

    @property
    def passage(self) -> list[list[Offered]]:
        """The sentences by paragraph."""
        numbers = self.question.paragraphs or (0,) * len(self.lines)
        return [
            [line for line, _ in paragraph]
            for _, paragraph in groupby(zip(self.lines, numbers, strict=True), key=itemgetter(1))
        ]

    @property
    def given(self) -> Given:
        """The places of the sentences, each once."""
        chosen = self.cleaned_data["choice"]
        return sorted({int(value) for value in ([chosen] if isinstance(chosen, str) else chosen)})

    def values_of(self, given: Given) -> dict[str, Any]:
        """Mark the sentences."""
        marked = [str(index) for index in given]
        return {"choice": marked if len(self.question.key) > 1 else marked[0]}
