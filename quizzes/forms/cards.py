from __future__ import annotations

from typing import Any

from django import forms

from quizzes.memory import Rating
from quizzes.models import Article, Fact, User
from quizzes.models.card import Deck


class CardSideForm(forms.Form):
    """Which side of which card to show."""

    side = forms.ChoiceField(choices=[("front", "Front"), ("back", "Back")], required=False)
    fact = forms.ModelChoiceField(queryset=Fact.objects.none(), required=False)

    def __init__(self, *args: Any, deck: Deck) -> None:
        super().__init__(*args)
        self.fields["fact"].queryset = deck.facts()  # type: ignore[attr-defined]


class CardRateForm(forms.Form):
    """How well a card was recalled; `token` names the one showing that is rated."""

    fact = forms.ModelChoiceField(
        queryset=Fact.objects.none(),
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), "This card is no longer there. Go on with the next one."
        ),
    )
    rating = forms.TypedChoiceField(
        choices=[(int(rating), rating.name) for rating in Rating],
        coerce=lambda value: Rating(int(value)),
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose Again, Hard, Good or Easy."),
    )
    token = forms.UUIDField(
        error_messages=dict.fromkeys(("required", "invalid"), "Show the answer again, then rate the card.")
    )

    def __init__(self, *args: Any, deck: Deck) -> None:
        super().__init__(*args)
        self.fields["fact"].queryset = deck.facts()  # type: ignore[attr-defined]


class DeckForm(forms.Form):
    """Which article's cards are studied; empty means all."""

    article = forms.ModelChoiceField(queryset=Article.objects.none(), required=False)

    def __init__(self, *args: Any, learner: User) -> None:
        super().__init__(*args)
        self.fields["article"].queryset = Article.objects.visible_to(learner)  # type: ignore[attr-defined]
