"""What must hold before a person sees a question: one small function per check, a reason when it fails."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..labels import unlabelled
from ..questions.base import Question
from ..world import World
from .adrift import nothing_adrift, post_placed, year_told
from .base import Proof
from .editing import no_slip, owner_named_once
from .form import choices_distinct, ends_right, enough_choices, fit_length, one_key, well_formed
from .found import key_names_its_own, key_proves, one_proof, passage_whole, says_enough, statement_reworded
from .framed import frame_kept
from .guessing import grammar_gives_nothing, key_not_conspicuous, key_worth_asking, no_leak, question_word_fits
from .joined import interval_adds_up, matching_in_one_way, one_event_fits, ordering_has_no_tie, sequence_holds
from .known import not_known_before
from .misread import nothing_misread, opens_as_a_subject, written_as_in_article
from .pinned import (
    count_not_enumerated,
    evidence_readable,
    gap_pinned,
    options_alike,
    options_name_one,
    person_named,
)
from .setting import setting_known
from .several import key_is_the_only_one, told_of_one
from .standing import (
    definite_named,
    person_before_pronoun,
    self_contained,
    statement_anchored,
    statement_opens_clean,
    time_is_definite,
)
from .topic import key_not_the_topic, topic_told
from .truth import distractors_untrue, evidence_verbatim, hedge_kept, key_in_evidence, negation_only_judged
from .wording import figure_fits, negation_turns_clean, no_heading_inside, nothing_left_behind, words_apart
from .worth import (
    count_worth_keeping,
    false_not_absurd,
    not_common_knowledge,
    worth_judging,
    year_worth_asking,
)

PROOFS: tuple[Proof, ...] = (
    evidence_verbatim,
    key_in_evidence,
    self_contained,
    person_before_pronoun,
    definite_named,
    nothing_adrift,
    post_placed,
    year_told,
    setting_known,
    frame_kept,
    time_is_definite,
    well_formed,
    ends_right,
    fit_length,
    one_key,
    enough_choices,
    choices_distinct,
    distractors_untrue,
    no_leak,
    key_not_conspicuous,
    grammar_gives_nothing,
    question_word_fits,
    hedge_kept,
    negation_only_judged,
    statement_opens_clean,
    statement_anchored,
    key_worth_asking,
    key_not_the_topic,
    topic_told,
    ordering_has_no_tie,
    matching_in_one_way,
    one_event_fits,
    interval_adds_up,
    sequence_holds,
    gap_pinned,
    person_named,
    options_name_one,
    options_alike,
    count_not_enumerated,
    evidence_readable,
    nothing_left_behind,
    no_heading_inside,
    words_apart,
    figure_fits,
    negation_turns_clean,
    no_slip,
    owner_named_once,
    nothing_misread,
    written_as_in_article,
    opens_as_a_subject,
    key_is_the_only_one,
    told_of_one,
    worth_judging,
    not_common_knowledge,
    not_known_before,
    year_worth_asking,
    false_not_absurd,
    count_worth_keeping,
    passage_whole,
    key_proves,
    key_names_its_own,
    one_proof,
    says_enough,
    statement_reworded,
)


# They cost little and turn away most: every draft is held against them, against the rest only what may be shown.
QUICK: tuple[Proof, ...] = (
    statement_reworded,
    key_not_the_topic,
    worth_judging,
    says_enough,
    key_names_its_own,
    one_proof,
    passage_whole,
    statement_anchored,
    gap_pinned,
)
_SLOW = tuple(proof for proof in PROOFS if proof not in QUICK)


def failures(question: Question, world: World, proofs: Iterable[Proof] = PROOFS) -> Iterator[tuple[str, str]]:
    """Yield those of some proofs that do not hold, each with its reason; a label before the stem is no part of it."""
    question = unlabelled(question)
    for proof in proofs:
        reason = proof(question, world)
        if reason:
            yield proof.__name__, reason


def failed(question: Question, world: World) -> dict[str, str]:
    """Return every proof that does not hold, with its reason."""
    return dict(failures(question, world))


class Proving:
    """Which drafts fail a proof, found out once for each, and only for those that somebody asks about."""

    def __init__(self, world: World) -> None:
        """Take the world that the drafts are of."""
        self._world = world
        self._found: dict[Question, str] = {}

    def at_once(self, draft: Question) -> str:
        """Return the first of the quick proofs that a draft fails, "" when it passes them."""
        return self._first(draft, QUICK)

    def failure(self, draft: Question) -> str:
        """Return the first of the other proofs that a draft fails, "" when it passes them all."""
        if draft not in self._found:
            self._found[draft] = self._first(draft, _SLOW)
        return self._found[draft]

    def found(self, draft: Question) -> str:
        """Return the proof that a draft is known to fail, "" when it passed or nobody has asked."""
        return self._found.get(draft, "")

    def _first(self, draft: Question, proofs: Iterable[Proof]) -> str:
        return next(failures(draft, self._world, proofs), ("", ""))[0]


NAMES = tuple(proof.__name__ for proof in PROOFS)
