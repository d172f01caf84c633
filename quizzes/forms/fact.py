"""A fact's evidence: a teacher pastes the sentence, the program finds and checks its place."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from quizzes.models import Evidence, Revision

from .rows import NamedRows

NOT_FOUND = "The article does not say this, letter by letter. Copy the sentence from its text."
TWICE = "The article says this in several places. Copy a longer passage."


class EvidenceForm(forms.ModelForm[Evidence]):
    """One quote; its offsets follow from it."""

    class Meta:
        model = Evidence
        fields = ("quote",)

    def clean_quote(self) -> str:
        """Find the quote in the latest text of the fact's article."""
        quote: str = self.cleaned_data["quote"].strip()
        if self.instance.fact.article_id is None:
            raise ValidationError("Choose the fact's article first.")
        revision = Revision.objects.filter(article=self.instance.fact.article_id).order_by("-number").first()
        text = revision.text if revision else ""
        kept = self.instance.revision if self.instance.pk and self.instance.quote == quote else None
        if kept:
            return quote
        if quote not in text:
            raise ValidationError(NOT_FOUND)
        if text.count(quote) > 1:
            raise ValidationError(TWICE)
        self.instance.revision = revision  # type: ignore[assignment]
        self.instance.start = text.index(quote)
        self.instance.end = self.instance.start + len(quote)
        return quote


class EvidenceFormSet(NamedRows):
    """A fact's evidence, of which there must be some."""

    def _construct_form(self, i: int, **kwargs: Any) -> Any:
        form = super()._construct_form(i, **kwargs)  # type: ignore[misc]
        form.instance.fact = self.instance
        return form

    def clean(self) -> None:
        """Refuse a fact that nothing proves."""
        super().clean()
        if any(self.errors):
            return
        kept = [form for form in self.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]
        quotes = [form.cleaned_data["quote"] for form in kept]
        if not quotes:
            raise ValidationError("A fact needs the sentence that proves it.")
        if len(set(quotes)) < len(quotes):
            raise ValidationError("Two quotes are the same. Delete one of them.")
