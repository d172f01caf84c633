"""What must hold before a person sees a question: one small function per check, a reason when it fails."""

from __future__ import annotations

from collections.abc import Iterator

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
from .worth import count_worth_keeping, not_common_knowledge, worth_judging

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
    count_worth_keeping,
    passage_whole,
    key_proves,
    key_names_its_own,
    one_proof,
    says_enough,
    statement_reworded,
)


# They turn away most for the least time: a draft that fails one of them costs no other proof.
_QUICK = frozenset(
    {
        statement_reworded,
        key_not_the_topic,
        worth_judging,
        says_enough,
        key_names_its_own,
        statement_anchored,
        one_proof,
        passage_whole,
        gap_pinned,
        no_leak,
        definite_named,
        self_contained,
        topic_told,
    }
)
_IN_TURN = tuple(sorted(PROOFS, key=lambda proof: proof not in _QUICK))


def failures(question: Question, world: World) -> Iterator[tuple[str, str]]:
    """Yield the proofs that do not hold, each with its reason, those found quickest first.

    A label before the stem is no part of the question.
    """
    question = unlabelled(question)
    for proof in _IN_TURN:
        reason = proof(question, world)
        if reason:
            yield proof.__name__, reason


def failed(question: Question, world: World) -> dict[str, str]:
    """Return every proof that does not hold, with its reason."""
    return dict(failures(question, world))


NAMES = tuple(proof.__name__ for proof in PROOFS)
