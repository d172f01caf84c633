"""What a question must have before a teacher's change to it is saved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat

from quizzes.engine.questions.base import GAP
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
MOST_GAPS = 9
FEWEST_WORDS = 2


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
    gaps = {answer.get("gap", 0) for answer in accepted}
    problems = [
        problem
        for gap in sorted(gaps)
        for problem in _repeated("accepted answers", (each["text"] for each in accepted if each.get("gap", 0) == gap))
    ]
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


def gap_problems(stem: str, words: Sequence[str], accepted: Sequence[dict[str, Any]]) -> list[str]:
    """Return why a cloze cannot have these answers to its gaps, typed or chosen from words."""
    by_gap: dict[int, list[str]] = {gap: [] for gap in range(stem.count(GAP))}
    problems = [
        f"“{answer['text']}” is for gap {answer['gap'] + 1}, but the question has {len(by_gap)}."
        for answer in accepted
        if answer["gap"] not in by_gap
    ]
    for answer in accepted:
        by_gap.setdefault(answer["gap"], []).append(answer["text"])
    for gap, texts in by_gap.items():
        if not texts:
            problems.append(f"Give an accepted answer for gap {gap + 1}.")
        elif words and sum(text in words for text in texts) != 1:
            problems.append(f"Write exactly one right answer of gap {gap + 1} into the words to choose from.")
    return problems


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
    """A right typed answer, its numbers within their bounds, its gap counted from 1."""

    gap = forms.IntegerField(
        required=False, min_value=1, max_value=MOST_GAPS, initial=1, help_text="Which gap it fills, from 1."
    )
    credit = forms.FloatField(min_value=0.01, max_value=1, initial=1.0, help_text="1: fully right.")
    tolerance = forms.DecimalField(
        required=False,
        min_value=0,
        max_digits=24,
        decimal_places=6,
        initial=0,
        help_text="How far a number may be off and still be right.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["gap"] = self.instance.gap + 1

    def clean_gap(self) -> int:
        """Return the gap as it is stored, counted from 0."""
        return (self.cleaned_data.get("gap") or 1) - 1

    def clean_tolerance(self) -> Decimal:
        """Take no tolerance for none."""
        return self.cleaned_data.get("tolerance") or Decimal(0)

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
        if self.instance.kind and not any(self.errors) and (found := self.found()):
            raise ValidationError(found)
        super().clean()

    def found(self) -> list[str]:
        """Return what is wrong with the rows together."""
        problems: list[str] = type(self).problems(self.instance.kind, [form.cleaned_data for form in self.kept])
        return problems

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

    def found(self) -> list[str]:
        """Return what is wrong with the rows by themselves, or with the gaps that they fill."""
        rows = [form.cleaned_data for form in self.kept]
        gaps = gap_problems(self.instance.stem, self.instance.words or [], rows)
        return super().found() or (gaps if self.instance.kind == Question.Kind.CLOZE else [])


class LinesField(forms.CharField):
    """A list of texts, one a line; None for none."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        """Show the texts as lines."""
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str] | None:
        """Return the texts, empty lines left out."""
        text = super().clean(value) or ""
        return [" ".join(line.split()) for line in text.splitlines() if line.strip()] or None

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare the texts."""
        return (initial or None) != self.clean(data)


class QuestionForm(forms.ModelForm[Question]):
    """The question itself."""

    words = LinesField(
        required=False,
        max_length=4_000,
        label="Words to choose from",
        help_text="For gaps filled from a list: one a line, the right ones too. Empty: the gaps are typed.",
    )

    difficulty = forms.FloatField(min_value=0, max_value=1, initial=0.5, help_text="0: easy, 1: hard.")

    class Meta:
        model = Question
        fields = ("article", "kind", "level", "status", "stem", "words", "explanation", "difficulty", "facts")
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
        if kind == "cloze" and GAP not in self.cleaned_data.get("stem", GAP):
            self.add_error("stem", "Write the gap as four underscores: ____")
        if self.cleaned_data.get("stem", "").count(GAP) > MOST_GAPS:
            self.add_error("stem", f"Leave at most {MOST_GAPS} gaps.")
        if problem := _words_problem(kind, self.cleaned_data.get("words") or []):
            self.add_error("words", problem)
        return self.cleaned_data


def _words_problem(kind: str, words: list[str]) -> str:
    if not words:
        return ""
    if kind != Question.Kind.CLOZE:
        return "Only gaps are filled from a list of words. Empty it."
    if len(words) < FEWEST_WORDS:
        return f"Give at least {FEWEST_WORDS} words to choose from, or none."
    return next(iter(_repeated("words", words)), "")
