"""What a question must have before a teacher's change to it is saved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat

from quizzes.models import Choice, Question

from .rows import NamedRows

FEWEST = {
    "single_choice": 2,
    "multiple_choice": 2,
    "true_false": 2,
    "matching": 2,
    "ordering": 2,
    "find_evidence": 2,
}
TRUE_FALSE = ["True", "False"]
OUT_OF_THE_WAY = 10_000


def choice_problems(kind: str, choices: Sequence[dict[str, Any]]) -> list[str]:
    """Return why a question of this kind cannot have these choices; each is a dict of a choice's fields."""
    if kind in Question.TYPED_KINDS:
        return ["A typed question has no choices. Delete them, or choose another kind."] if choices else []
    problems = _repeated("choices", (choice["text"] for choice in choices))
    keys = sum(bool(choice.get("is_key")) for choice in choices)
    if len(choices) < FEWEST[kind]:
        problems.append(f"A question of this kind needs at least {FEWEST[kind]} choices.")
    if kind in ("single_choice", "true_false") and keys != 1:
        problems.append("Mark exactly one choice as the key.")
    if kind in ("multiple_choice", "find_evidence") and not 1 <= keys < len(choices):
        problems.append("Mark at least one choice as key, and leave at least one that is not.")
    if kind == "true_false" and [choice["text"] for choice in choices] != TRUE_FALSE:
        problems.append("The choices of a true or false question are “True” and “False”, in this order.")
    problems += _paragraph_problems(kind, [choice.get("paragraph") for choice in choices])
    pairs = [choice.get("pair", "") for choice in choices]
    if kind == "matching":
        problems += _pair_problems(pairs)
    elif any(pairs):
        problems.append("Only the choices of a matching question have pairs. Empty them.")
    return problems


def accepted_problems(kind: str, accepted: Sequence[dict[str, Any]]) -> list[str]:
    """Return why a question of this kind cannot have these typed answers."""
    if kind not in Question.TYPED_KINDS:
        return ["Only typed questions have accepted answers. Delete them."] if accepted else []
    problems = _repeated("accepted answers", (answer["text"] for answer in accepted))
    if not accepted:
        problems.append("Give at least one accepted answer: without one, nobody can be right.")
    if kind == "numeric" and any(answer.get("number") is None for answer in accepted):
        problems.append("Each accepted answer of a number question needs its number.")
    return problems


def _paragraph_problems(kind: str, paragraphs: list[int | None]) -> list[str]:
    known = [paragraph for paragraph in paragraphs if paragraph is not None]
    if kind != "find_evidence":
        return ["Only sentences of the article have a paragraph. Empty it."] if known else []
    if known and len(known) < len(paragraphs):
        return ["Give the paragraph of every sentence, or of none."]
    return [] if known == sorted(known) else ["Keep the sentences in the order of the article, paragraph by paragraph."]


def _pair_problems(pairs: list[str]) -> list[str]:
    if not all(pairs):
        return ["Give each choice the pair it belongs to."]
    return _repeated("pairs", pairs)


def _repeated(what: str, texts: Iterable[str]) -> list[str]:
    counted = Counter(" ".join(text.casefold().split()) for text in texts)
    return [f"Two {what} are equal: “{text}”." for text, count in counted.items() if count > 1]


class AnswerRowForm(forms.ModelForm[Any]):
    """One row of answers; rows are put in the order of their numbers, the new ones last."""

    order = forms.IntegerField(required=False, min_value=1, max_value=99)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["order"].initial = self.instance.position + 1

    def _get_validation_exclusions(self) -> set[str]:
        # Rows are compared with each other by the formset, not with what they replace in the database.
        return {*super()._get_validation_exclusions(), "question"}  # type: ignore[misc]


class AcceptedRowForm(AnswerRowForm):
    """A right typed answer, its numbers within their bounds."""

    credit = forms.FloatField(min_value=0.01, max_value=1, initial=1.0, help_text="1: fully right.")
    tolerance = forms.DecimalField(min_value=0, max_digits=24, decimal_places=6, initial=0)

    def clean(self) -> dict[str, Any]:
        """Refuse a tolerance around nothing."""
        super().clean()
        if self.cleaned_data.get("tolerance") and self.cleaned_data.get("number") is None:
            self.add_error("number", "Give the number that the tolerance is around.")
        return self.cleaned_data


class AnswersFormSet(NamedRows):
    """The rows of answers below a question."""

    model: type[Any]
    problems: Any

    @property
    def kept(self) -> list[Any]:
        """The forms of the rows that stay or come, in their order."""
        kept = [form for form in self.forms if form.cleaned_data.get("text") and form not in self.deleted_forms]
        return sorted(kept, key=lambda form: form.cleaned_data.get("order") or len(kept) + 1)

    def clean(self) -> None:
        """Refuse rows that would break the question."""
        if self.instance.kind and not any(self.errors):
            found = type(self).problems(self.instance.kind, [form.cleaned_data for form in self.kept])
            if found:
                raise ValidationError(found)
        super().clean()

    def save(self, commit: bool = True) -> Any:
        """Save the rows in their order; what two of them exchange does not collide on the way."""
        for place, form in enumerate(self.kept):
            form.instance.position = place
        self._step_aside()
        saved = super().save(commit)
        for form in self.kept:
            self.model.objects.filter(pk=form.instance.pk).update(position=form.instance.position)
        return saved

    def _step_aside(self) -> None:
        rows = self.model.objects.filter(question=self.instance)
        rows.update(position=F("position") + OUT_OF_THE_WAY)
        changed = [form.instance.pk for form in self.initial_forms if form.has_changed()]
        rows.filter(pk__in=changed).update(text=Concat(Value("aside "), Cast("pk", CharField())))
        if self.model is Choice:
            paired = rows.filter(pk__in=changed).exclude(pair="")
            paired.update(pair=Concat(Value("aside "), Cast("pk", CharField())))


class ChoiceFormSet(AnswersFormSet):
    """Choices."""

    problems = staticmethod(choice_problems)


class AcceptedFormSet(AnswersFormSet):
    """Accepted answers."""

    problems = staticmethod(accepted_problems)


class QuestionForm(forms.ModelForm[Question]):
    """The question itself."""

    difficulty = forms.FloatField(min_value=0, max_value=1, initial=0.5, help_text="0: easy, 1: hard.")

    class Meta:
        model = Question
        fields = ("article", "kind", "level", "status", "stem", "explanation", "difficulty", "facts")
        widgets = {"facts": forms.SelectMultiple(attrs={"size": 10})}
        error_messages = {"facts": {"required": "Choose the fact that the question tests: it proves the key."}}

    def clean(self) -> dict[str, Any]:
        """Refuse a question without a fact, or with one of another article or without evidence."""
        super().clean()
        article = self.cleaned_data.get("article")
        article_id = article.pk if article else self.instance.article_id
        for fact in self.cleaned_data.get("facts") or ():
            if article_id and fact.article_id != article_id:
                self.add_error("facts", "Choose facts of the question's own article.")
            elif not fact.evidence.exists():
                self.add_error("facts", f"“{fact}” has no evidence in the article yet. Add it to the fact first.")
        kind = self.cleaned_data.get("kind") or self.instance.kind
        if kind == "cloze" and "____" not in self.cleaned_data.get("stem", "____"):
            self.add_error("stem", "Write the gap as four underscores: ____")
        return self.cleaned_data
