"""What every way of answering has in common."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from quizzes.engine.questions import Given, Question

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
    def is_blank(self) -> bool:
        """Whether it was sent with nothing filled in."""
        values = (field.data for field in self)
        return not any(value.strip() if isinstance(value, str) else value for value in values)

    def shows(self, given: Given | None) -> bool:
        """Say whether what it shows is this very answer."""
        values = {} if given is None else self.values_of(given)
        is_changed = (field.has_changed(values.get(name), self[name].value()) for name, field in self.fields.items())
        return bool(values) and not any(is_changed)

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


def numbered(texts: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return choices for a field, each named by its place."""
    return [(str(index), text) for index, text in enumerate(texts)]
