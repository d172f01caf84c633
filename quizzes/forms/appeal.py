"""Contesting an answer, and deciding on that."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from quizzes.engine.document import Span
from quizzes.models import Appeal, Revision

MOST = 2_000


class AppealForm(forms.Form):
    """The sentence that supports an answer, or why it is right in words; one of the two, or both."""

    use_required_attribute = False

    reason = forms.CharField(
        max_length=MOST,
        required=False,
        label="Why I think so",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": f"Please write at most {MOST:,} characters."},
    )
    sentence = forms.ChoiceField(
        required=False,
        error_messages={"invalid_choice": "That is no sentence of this article. Mark one of those shown."},
    )

    def __init__(self, revision: Revision | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The browser must not cut off a long paste in silence: the server says what is wrong and gives it back.
        self.fields["reason"].widget.attrs.pop("maxlength", None)
        parts = revision.sentences() if revision else []
        text = revision.text if revision else ""
        self.paragraphs = [[(f"{span.start}-{span.end}", span.of(text)) for span in part] for part in parts]
        self.spans = {f"{span.start}-{span.end}": span for part in parts for span in part}
        self.fields["sentence"].choices = [(value, value) for value in self.spans]  # type: ignore[attr-defined]

    @property
    def marked(self) -> str:
        """The sentence that is marked as the form is shown."""
        return str(self["sentence"].value() or "")

    @property
    def span(self) -> Span | None:
        """Where the sentence stands that was marked."""
        return self.spans.get(self.cleaned_data["sentence"])

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not data["sentence"] and not data["reason"]:
            raise ValidationError("Mark the sentence that supports your answer, or write why you think it is right.")
        return data


class VerdictForm(forms.Form):
    """A teacher's verdict on a contested answer, with a word to the student."""

    verdict = forms.ChoiceField(
        choices=[(Appeal.Verdict.ACCEPTED, "Accept"), (Appeal.Verdict.REFUSED, "Refuse")],
        error_messages={"required": "Choose Accept or Refuse.", "invalid_choice": "Choose Accept or Refuse."},
    )
    reply = forms.CharField(
        max_length=MOST,
        required=False,
        error_messages={"max_length": f"Please write at most {MOST:,} characters."},
    )
