"""What a teacher says of a quiz: what it asks, and how it is taken."""

from __future__ import annotations

from typing import Any

from django import forms

from quizzes.models import Question, Quiz
from quizzes.models.quiz import LONGEST

RULE = ("articles", "kinds", "length", "kinds_wanted", "understanding", "selection")
"""A change of one of these draws the questions anew."""

GROUPS = (
    (None, ("title", "articles")),
    ("What it asks", ("selection", "length", "kinds", "kinds_wanted", "understanding")),
    (
        "How it is taken",
        (
            "feedback",
            "attempts_allowed",
            "counts",
            "time_limit",
            "grace",
            "one_way",
            "shuffle_questions",
            "shuffle_choices",
        ),
    ),
    ("Help and marks", ("pass_mark", "hint_remove", "hint_paragraph", "hint_cost", "certainty")),
)

LABELS = {
    "selection": "The questions are",
    "length": "Number of facts",
    "kinds": "Kinds of question",
    "kinds_wanted": "At least so many different kinds",
    "understanding": "At least so much understanding (%)",
    "feedback": "Answers are explained",
    "attempts_allowed": "Attempts allowed",
    "counts": "The score that counts",
    "time_limit": "Time limit (minutes)",
    "grace": "Grace period (seconds)",
    "one_way": "One way",
    "shuffle_questions": "Questions in another order for each student",
    "shuffle_choices": "Choices in another order for each student",
    "pass_mark": "Pass mark (%)",
    "hint_remove": "Hint: take away a wrong choice",
    "hint_paragraph": "Hint: show the paragraph",
    "hint_cost": "Cost of each hint (%)",
    "certainty": "Ask “How sure are you?”",
}
HELP = {
    "selection": "A rule draws facts once; all are asked these, in various forms. A list is chosen after saving.",
    "length": "For a rule: how many facts it asks, each once.",
    "kinds": "For a rule: none ticked means all kinds.",
    "kinds_wanted": "For a rule, as far as the articles have them. 0: no matter.",
    "understanding": "For a rule, as far as the articles have it: why, how, order, comparison. 0: no matter.",
    "feedback": "Until then nothing tells what is right, and answers can be changed until they are submitted. "
    "Results that come after the due date wait until one is set.",
    "attempts_allowed": "0: as many as wanted. Later attempts ask forms not seen before, while there are any.",
    "time_limit": "0: no limit. Extra time of a student is added. At the end the attempt is submitted by itself.",
    "grace": "Answers that arrive so late still count: slow connections are nobody's fault.",
    "one_way": "One question after the other, without going back or changing an answer.",
    "shuffle_choices": "Figures and dates stay in rising order, which is easiest to read.",
    "pass_mark": "Empty: none.",
    "hint_remove": "For multiple choice with one answer.",
    "hint_paragraph": "The paragraph in which the answer stands, without a mark.",
    "hint_cost": "Of what the answer earns; a wrong one loses no more.",
    "certainty": "Sure and right earns most; sure and wrong loses. The result says how well they knew what they know.",
}


class QuizForm(forms.ModelForm[Quiz]):
    """All settings of a quiz."""

    kinds = forms.MultipleChoiceField(
        choices=Question.Kind.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    length = forms.IntegerField(min_value=1, max_value=LONGEST, initial=10)
    kinds_wanted = forms.IntegerField(min_value=0, max_value=len(Question.Kind), initial=0)
    understanding = forms.IntegerField(min_value=0, max_value=100, initial=0)
    time_limit = forms.IntegerField(min_value=0, max_value=1440, initial=0)
    grace = forms.IntegerField(min_value=0, max_value=3600, initial=30)
    pass_mark = forms.IntegerField(min_value=1, max_value=100, required=False)
    hint_cost = forms.IntegerField(min_value=0, max_value=100, initial=25)

    class Meta:
        model = Quiz
        fields = [name for _, names in GROUPS for name in names]
        widgets = {
            "articles": forms.CheckboxSelectMultiple,
            "selection": forms.RadioSelect,
            "feedback": forms.RadioSelect,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = LABELS.get(name, field.label)
            field.help_text = HELP.get(name, "")

    def clean(self) -> dict[str, Any]:
        """Refuse more kinds than may be drawn."""
        super().clean()
        kinds, wanted = self.cleaned_data.get("kinds"), self.cleaned_data.get("kinds_wanted")
        if kinds and wanted and wanted > len(kinds):
            self.add_error("kinds_wanted", f"You ticked {len(kinds)} kinds: it cannot ask {wanted} different ones.")
        return self.cleaned_data

    @property
    def changes_rule(self) -> bool:
        """Whether other questions may be drawn after this."""
        return any(name in self.changed_data for name in RULE)
