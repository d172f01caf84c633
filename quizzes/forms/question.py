"""What a question must have before a teacher's change to it is saved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from quizzes.models import Question

FEWEST = {"single_choice": 2, "multiple_choice": 2, "true_false": 2, "matching": 2, "ordering": 2}
TRUE_FALSE = ["True", "False"]


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
    if kind == "multiple_choice" and not 1 <= keys < len(choices):
        problems.append("Mark at least one choice as key, and leave at least one that is not.")
    if kind == "true_false" and [choice["text"] for choice in choices] != TRUE_FALSE:
        problems.append("The choices of a true or false question are “True” and “False”, in this order.")
    if kind == "matching":
        problems += _pair_problems([choice.get("pair", "") for choice in choices])
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


def _pair_problems(pairs: list[str]) -> list[str]:
    if not all(pairs):
        return ["Give each choice the pair it belongs to."]
    return _repeated("pairs", pairs)


def _repeated(what: str, texts: Iterable[str]) -> list[str]:
    counted = Counter(" ".join(text.casefold().split()) for text in texts)
    return [f"Two {what} are equal: “{text}”." for text, count in counted.items() if count > 1]


class AnswersFormSet(forms.BaseInlineFormSet):  # type: ignore[type-arg]
    """The rows of answers below a question."""

    problems: Any

    def clean(self) -> None:
        """Refuse rows that would break the question."""
        super().clean()
        if any(self.errors):
            return
        kept = [form.cleaned_data for form in self.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]
        found = type(self).problems(self.instance.kind, kept) if self.instance.kind else []
        if found:
            raise ValidationError(found)


class ChoiceFormSet(AnswersFormSet):
    """Choices."""

    problems = staticmethod(choice_problems)


class AcceptedFormSet(AnswersFormSet):
    """Accepted answers."""

    problems = staticmethod(accepted_problems)


class QuestionForm(forms.ModelForm[Question]):
    """The question itself."""

    class Meta:
        model = Question
        fields = ("article", "kind", "level", "status", "stem", "explanation", "difficulty", "facts")

    def clean(self) -> dict[str, Any]:
        """Refuse a question without a fact, or with one of another article or without evidence."""
        super().clean()
        article = self.cleaned_data.get("article") or self.instance.article
        for fact in self.cleaned_data.get("facts") or ():
            if fact.article_id != article.pk:
                self.add_error("facts", "Choose facts of the question's own article.")
            elif not fact.evidence.exists():
                self.add_error("facts", f"“{fact}” has no evidence in the article yet. Add it to the fact first.")
        if self.cleaned_data.get("kind") == "cloze" and "____" not in self.cleaned_data.get("stem", "____"):
            self.add_error("stem", "Write the gap as four underscores: ____")
        return self.cleaned_data
