"""One form for each way of answering: what is typed or chosen becomes what the engine grades.

Every name and value is a place in the question as shown, so that a form tells nothing of the answer.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.functional import cached_property

from quizzes.engine.questions import Given, Question
from quizzes.engine.questions.base import GAP

from .numbers import unambiguous

MAX_TEXT = 1_000
KEYS = 9
"""So many choices have a key of their own: 1 to 9."""
UNKNOWN = "One of the answers sent is not part of this question. Choose from those shown."


class AnswerForm(forms.Form):
    """An answer to one question; `given` is what the engine grades."""

    use_required_attribute = False
    widget_kind = ""

    def __init__(
        self, question: Question, *args: Any, removed: Collection[int] = (), language: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.question = question
        self.language = language
        self.removed = frozenset(removed)
        self.fields.update(self.build(question))

    @abstractmethod
    def build(self, question: Question) -> dict[str, forms.Field]:
        """Return the fields by name."""

    @property
    @abstractmethod
    def given(self) -> Given:
        """The valid answer."""

    @abstractmethod
    def values_of(self, given: Given) -> dict[str, Any]:
        """Return what the fields hold for a stored answer."""

    def show(self, given: Given | None) -> None:
        """Begin with the answer that is stored, if there is one."""
        if given is not None:
            self.initial = self.values_of(given)

    def keep(self, data: QueryDict) -> None:
        """Begin with what was filled in on a page that asked for something else, whatever it is."""
        self.initial = {
            name: field.widget.value_from_datadict(data, MultiValueDict(), self.add_prefix(name))
            for name, field in self.fields.items()
        }
        for field in self.fields.values():
            # The focus stays where it is led, with what was pressed.
            field.widget.attrs.pop("autofocus", None)

    @property
    def lead(self) -> str:
        """What is asked, before what is to be filled in."""
        return self.question.stem

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        """What is to be filled in, line by line: the id of the input, what labels it, and the input itself."""
        return [(field.id_for_label, str(field.label), str(field)) for field in self]

    @property
    def problems(self) -> list[str]:
        """What is wrong with the answer, each thing said once."""
        return list(dict.fromkeys(str(error) for errors in self.errors.values() for error in errors))

    def refuse(self, problem: str) -> None:
        """Say of a well-formed answer why it cannot be graded."""
        self.add_error(next(iter(self.fields)), problem)


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
        choices = _numbered(question.choices)
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
            choices=_numbered(question.choices), widget=forms.CheckboxSelectMultiple, error_messages=messages
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
        choices = _numbered(question.choices)
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
            options = [("", "Choose…"), *_numbered(question.options)]
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
        options = [("", "Choose…"), *_numbered(question.options)]
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


def _numbered(texts: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(str(index), text) for index, text in enumerate(texts)]
