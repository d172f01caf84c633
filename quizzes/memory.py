"""How long one learner will remember one fact: FSRS, without fuzz, so that the same reviews give the same memory.

`review` moves a memory on by one review, `rebuild` works it out from the whole log; both give the same. `rating_of`
says what a quiz answer counts as. Nothing here reads a clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from typing import cast

import fsrs

RETENTION = 0.9
"""A fact is due again when the chance of recalling it has fallen to this."""

SCHEDULER = fsrs.Scheduler(desired_retention=RETENTION, enable_fuzzing=False)


class Rating(IntEnum):
    """How well a fact was recalled."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Phase(IntEnum):
    """Where a memory stands: met a moment ago, settled, or forgotten and met again."""

    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


@dataclass(frozen=True, slots=True)
class State:
    """A memory between two reviews: `stability` is the number of days until recall falls to 90 %."""

    phase: Phase
    step: int | None
    stability: float
    difficulty: float
    due: datetime
    last_review: datetime


def review(state: State | None, rating: Rating, now: datetime) -> State:
    """Return the memory after a review.

    A second review within a day goes through FSRS's short-term formula, which hardly moves stability, so answering
    the same fact twice in a row gains nothing. A clock that ran backwards counts as no time passed.
    """
    at = now.astimezone(UTC)
    if state:
        at = max(at, state.last_review.astimezone(UTC))
    card, _ = SCHEDULER.review_card(_card(state, at), fsrs.Rating(rating), at)
    # FSRS leaves both empty only on a card that was never reviewed.
    stability, difficulty = cast(float, card.stability), cast(float, card.difficulty)
    return State(Phase(card.state), card.step, stability, difficulty, card.due, at)


def rebuild(reviews: Iterable[tuple[Rating, datetime]]) -> State | None:
    """Return the memory that the reviews, oldest first, leave behind; None without any."""
    state = None
    for rating, at in reviews:
        state = review(state, rating, at)
    return state


def next_intervals(state: State | None, now: datetime) -> dict[Rating, timedelta]:
    """Return for each rating the time until the fact would be due again."""
    after = {rating: review(state, rating, now) for rating in Rating}
    return {rating: new.due - new.last_review for rating, new in after.items()}


def retrievability(state: State, now: datetime) -> float:
    """Return the chance that the fact is recalled now; FSRS counts whole days."""
    return SCHEDULER.get_card_retrievability(_card(state, now), now.astimezone(UTC))


def rating_of(credit: float) -> Rating:
    """Return what a quiz answer says about the memory of the facts it tests.

    Full credit is Good and never Easy: a right choice may be a lucky one, and how easy it came is not known. Partial
    credit is Hard: something was recalled, so that the fact should come back sooner, but it was not forgotten.
    """
    if credit >= 1:
        return Rating.GOOD
    return Rating.HARD if credit > 0 else Rating.AGAIN


def _card(state: State | None, now: datetime) -> fsrs.Card:
    if state is None:
        return fsrs.Card(card_id=0, due=now)
    return fsrs.Card(
        card_id=0,
        state=fsrs.State(state.phase),
        step=state.step,
        stability=state.stability,
        difficulty=state.difficulty,
        due=state.due,
        last_review=state.last_review.astimezone(UTC),
    )
