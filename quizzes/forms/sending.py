"""What every answer is sent with: the form it comes from, the answer it replaces, and how sure it is."""

from __future__ import annotations

import secrets
from typing import Any

from django import forms

from quizzes import scoring
from quizzes.models import Response

INCOMPLETE = "This page was not complete or has been changed. Your answer is below: send it again."
WRONG = dict.fromkeys(["required", "invalid", "min_value", "max_value"], INCOMPLETE)


def new_token() -> str:
    """Return a name for one rendering of a form."""
    return secrets.token_urlsafe(16)


class SendingForm(forms.Form):
    """A form's `token`, the `version` of the response it was made from, and a `certainty` where the quiz asks for it.

    `leave`, where answers are final, says "I don't know": no answer, for good. `go`, where they can be changed, is the
    question to go to once this answer is saved, 0 the page to hand in.
    """

    token = forms.RegexField(
        r"^[\w-]{16,40}\Z", error_messages={"required": INCOMPLETE, "invalid": INCOMPLETE}, widget=forms.HiddenInput
    )
    version = forms.IntegerField(
        min_value=0,
        max_value=32_767,
        error_messages=WRONG,
        widget=forms.HiddenInput,
    )
    use_required_attribute = False

    def __init__(self, *args: Any, asks_certainty: bool, may_leave: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asks_certainty = asks_certainty
        # Made for those who need them: each field that a form declares is copied for every form.
        if asks_certainty:
            self.fields["certainty"] = _certainty()
        if may_leave:
            self.fields["leave"] = forms.BooleanField(required=False)
        else:
            self.fields["go"] = forms.IntegerField(required=False, min_value=0, max_value=999, error_messages=WRONG)

    def is_complete(self, *, is_time_up: bool = False) -> bool:
        """Say whether the form can be sent as an answer: how sure that is, is asked of every answer.

        Whoever has no time left to say so is not sure, as the rules of the quiz promise.
        """
        if self.asks_certainty and self.is_valid() and not self.leaves and self.cleaned_data["certainty"] is None:
            if is_time_up:
                self.cleaned_data["certainty"] = Response.Certainty.LOW.value
            else:
                self.add_error("certainty", "Say how sure you are.")
        return self.is_valid()

    @property
    def leaves(self) -> bool:
        """Whether the question is left without an answer."""
        return bool(self.is_valid() and self.cleaned_data.get("leave"))

    @property
    def moves_on(self) -> int | None:
        """Where to go next: a question, 0 for the page to hand in, None for the next open question."""
        return self.cleaned_data.get("go") if self.is_valid() else None

    def changes_certainty(self, response: Response) -> bool:
        """Say whether a stored answer is sent with another certainty."""
        chosen = self.cleaned_data.get("certainty")
        return response.answered is not None and self.asks_certainty and chosen != response.certainty

    def shows_certainty(self, certainty: int | None) -> bool:
        """Say whether this certainty is the one marked."""
        return not self.asks_certainty or str(self["certainty"].value() or "") == str(certainty or "")

    @property
    def problems(self) -> list[str]:
        """What is wrong, each thing said once."""
        return list(dict.fromkeys(str(error) for errors in self.errors.values() for error in errors))

    def named(self) -> dict[str, Any]:
        """Return what `Attempt.answer` is told beside the answer."""
        return {name: self.cleaned_data.get(name) for name in ("token", "version", "certainty")}


def _certainty() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label="How sure are you?",
        choices=_certainties(),
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Choose how sure you are from the three shown."},
    )


def _certainties() -> list[tuple[int, str]]:
    """Return the degrees of certainty, each with what right and wrong answers then earn."""
    return [
        (value, f"{label}: right {_points(scoring.MARKS[value][0])}, wrong {_points(scoring.MARKS[value][1])}")
        for value, label in Response.Certainty.choices
    ]


def _points(points: int) -> str:
    return f"−{-points}" if points < 0 else f"+{points}" if points else "0"


class FlagForm(forms.Form):
    """Whether to come back to a question."""

    flagged = forms.TypedChoiceField(choices=[("1", "Flag"), ("0", "No flag")], coerce=lambda value: value == "1")


class HintForm(forms.Form):
    """The hint that is asked for, and how many were taken when the page was made: pressed twice, it is taken once."""

    hint = forms.ChoiceField(choices=[("remove", "Take away a wrong choice"), ("paragraph", "Show the paragraph")])
    taken = forms.IntegerField(min_value=0, max_value=99)
