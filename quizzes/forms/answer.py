"""One form for each way of answering: what is typed or chosen becomes what the engine grades.

Every name and value is a place in the question as shown, so that a form tells nothing of the answer.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from quizzes.engine.questions import Given, Question
from quizzes.engine.questions.base import GAP

from .answering import UNKNOWN, AnswerForm, numbered
from .choosing import OneForm, PassageForm, SeveralForm
from .numbers import unambiguous

MAX_TEXT = 1_000


class TextForm(AnswerForm):
    """A typed answer."""

    widget_kind = "text"
    attributes: dict[str, str | bool] = {
        "autofocus": True,
        "autocomplete": "off",
        "autocapitalize": "off",
        "spellcheck": "false",
        "enterkeyhint": "send",
    }

    def build(self, question: Question) -> dict[str, forms.Field]:
        """Offer one line to type in."""
        messages = {
            "required": "Type an answer first.",
            "max_length": f"The answer is too long: use at most {MAX_TEXT:,} characters.",
        }
        field = forms.CharField(max_length=MAX_TEXT, label="Your answer", error_messages=messages)
        # The browser must not cut off a long paste in silence: the server says what is wrong and gives it back.
        field.widget.attrs = dict(self.attributes)
        return {"text": field}

    @property
    def given(self) -> Given:
        """The text."""
        text: str = self.cleaned_data["text"]
        return text

    def values_of(self, given: Given) -> dict[str, Any]:
        """Fill in the text."""
        return {"text": given}


class NumberForm(TextForm):
    """A typed number: text all the same, as units and number words are welcome."""

    attributes = TextForm.attributes | {"inputmode": "decimal"}

    @property
    def given(self) -> Given:
        """The text, its numbers read as the learner's language writes them."""
        told = (accepted.text for accepted in self.question.accept)
        return unambiguous(self.cleaned_data["text"], self.language, told)


class GapsForm(AnswerForm):
    """What fills each gap of a sentence: typed, or chosen from the same words."""

    widget_kind = "gaps"

    def build(self, question: Question) -> dict[str, forms.Field]:
        """Offer a line or a list for each gap."""
        return {f"gap_{gap}": self._field(question, gap) for gap in range(question.gaps)}

    def _field(self, question: Question, gap: int) -> forms.Field:
        label = f"Gap {gap + 1} of {question.gaps}" if question.gaps > 1 else "Gap"
        if question.options:
            options = [("", "Choose…"), *numbered(question.options)]
            messages = {"required": "Choose something for every gap first.", "invalid_choice": UNKNOWN}
            return forms.ChoiceField(choices=options, label=label, error_messages=messages)
        messages = {
            "required": "Fill every gap first.",
            "max_length": f"The answer is too long: use at most {MAX_TEXT:,} characters.",
        }
        field = forms.CharField(max_length=MAX_TEXT, label=label, error_messages=messages)
        field.widget.attrs = TextForm.attributes | {"autofocus": False}
        return field

    @property
    def pieces(self) -> list[tuple[str, forms.BoundField | None]]:
        """The sentence, piece by piece, with the field that stands behind each, the last one's excepted."""
        texts = self._told.split(GAP)
        return [(text, self[f"gap_{gap}"] if gap < len(texts) - 1 else None) for gap, text in enumerate(texts)]

    @property
    def lead(self) -> str:
        """What is asked, before the sentence with its gaps."""
        return self.question.stem[: -len(self._told)].strip(" :") or "Fill the gaps"

    @property
    def _told(self) -> str:
        before, colon, after = self.question.stem.partition(": ")
        return after if colon and GAP not in before else self.question.stem

    @property
    def given(self) -> Given:
        """The text or the place of the word for each gap."""
        values: list[str] = [self.cleaned_data[name] for name in self.fields]
        return list(map(int, values)) if self.question.options else values

    def values_of(self, given: Given) -> dict[str, Any]:
        """Fill the gaps."""
        return {f"gap_{gap}": str(value) for gap, value in enumerate(given)}


class OrderForm(AnswerForm):
    """A place for each of the choices."""

    widget_kind = "order"

    def build(self, question: Question) -> dict[str, forms.Field]:
        """Offer a place from 1 on for each, the order shown to begin with."""
        places = [(str(place), str(place)) for place in range(1, len(question.choices) + 1)]
        messages = {"required": "Give every item a place.", "invalid_choice": UNKNOWN}
        return {
            f"place_{index}": forms.ChoiceField(
                choices=places, initial=str(index + 1), label=text, error_messages=messages
            )
            for index, text in enumerate(question.choices)
        }

    def clean(self) -> dict[str, Any]:
        """Refuse two items in one place."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and len(set(data.values())) != len(data):
            raise ValidationError("Two items have the same place. Give each a place of its own.")
        return data

    @property
    def given(self) -> Given:
        """The choices in the order of their places."""
        return sorted(range(len(self.fields)), key=lambda index: int(self.cleaned_data[f"place_{index}"]))

    def values_of(self, given: Given) -> dict[str, Any]:
        """Give each item its place."""
        return {f"place_{index}": str(place) for place, index in enumerate(given, start=1)}


class MatchForm(AnswerForm):
    """A partner for each of the choices."""

    widget_kind = "match"

    def build(self, question: Question) -> dict[str, forms.Field]:
        """Offer the same options for each."""
        options = [("", "Choose…"), *numbered(question.options)]
        messages = {"required": "Choose a partner for every item first.", "invalid_choice": UNKNOWN}
        return {
            f"match_{index}": forms.ChoiceField(choices=options, label=text, error_messages=messages)
            for index, text in enumerate(question.choices)
        }

    @property
    def given(self) -> Given:
        """The place of the partner for each choice."""
        return [int(self.cleaned_data[name]) for name in self.fields]

    def values_of(self, given: Given) -> dict[str, Any]:
        """Give each item its partner."""
        return {f"match_{index}": str(option) for index, option in enumerate(given)}


FORMS: dict[str, type[AnswerForm]] = {
    "single_choice": OneForm,
    "true_false": OneForm,
    "multiple_choice": SeveralForm,
    "cloze": TextForm,
    "short_answer": TextForm,
    "numeric": NumberForm,
    "ordering": OrderForm,
    "matching": MatchForm,
    "find_evidence": PassageForm,
}


def answer_form(
    question: Question, data: Any = None, *, removed: Collection[int] = (), language: str = ""
) -> AnswerForm:
    """Return the form for the question's kind.

    `removed` are choices that a hint took away; `language` is the learner's, which numbers are written in.
    """
    in_gaps = question.kind == "cloze" and (question.gaps > 1 or question.options)
    form = GapsForm if in_gaps else FORMS[question.kind]
    return form(question, data, removed=removed, language=language)
