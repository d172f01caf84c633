"""Only one answer may be right: each fault that leaves a second one fails."""

from dataclasses import replace

import pytest

from quizzes.engine.facts.base import AnswerType, Level
from quizzes.engine.proofs import pinned
from quizzes.engine.questions import Accepted, Question
from quizzes.engine.world import Named
from tests.engine.builders import choice_question, fact, world

LISTED = fact("p1", "The three ports of the coast are Voss, Molde and Lom.")
LONG = fact("p2", f"Menu {'entry ' * 100}end.")
NAMED = (
    *(Named(text, AnswerType.PERSON) for text in ("Kari Dahl", "Nils Dahl", "Olav Moe")),
    Named("Night Sky", AnswerType.PERSON, heads=frozenset({"album"})),
    Named("seiche", AnswerType.TERM, heads=frozenset({"wave"})),
)
WORLD = replace(world(LISTED, LONG), named=NAMED)
CLOZE = Question("q", "cloze", Level.RECALL, "Complete the sentence: Boats carry ____ to Voss.", ("p1",))
DEFINED = replace(CLOZE, stem="Complete the sentence: ____ is a wave that swings to and fro in a lake.")
SHORT = Question("q", "short_answer", Level.RECALL, "Who opened the port of Voss?", ("p1",))
FALSE = Question("q", "true_false", Level.RECALL, "", ("p1",), ("True", "False"), (1,))


def typed(question, text):
    return replace(question, accept=(Accepted(text),))


@pytest.mark.parametrize(
    ("proof", "question"),
    [
        (pinned.gap_pinned, typed(CLOZE, "timber")),
        (pinned.gap_pinned, typed(replace(CLOZE, stem="Complete the sentence: The valley chose Kari ____."), "Dahl")),
        (pinned.person_named, typed(SHORT, "a young sailor")),
        (pinned.person_named, typed(SHORT, "Night Sky")),
        (pinned.options_name_one, choice_question(choices=("Dahl", "Olav Moe", "Per Lie", "Ola Vik"))),
        (pinned.options_name_one, choice_question(choices=("Olav Moen", "Olaf Moen", "Per Lie", "Ola Vik"))),
        (pinned.options_name_one, choice_question(choices=("Olav Moder", "Olav Moter", "Per Lie", "Ola Vik"))),
        (pinned.options_name_one, choice_question(choices=("Olav Luder", "Olav Luther", "Per Lie", "Ola Vik"))),
        (pinned.options_alike, choice_question(choices=("sell the port", "Voss has a port", "buy it", "burn it"))),
        (pinned.count_not_enumerated, replace(FALSE, stem="The five ports of the coast are Voss, Molde and Lom.")),
        (pinned.evidence_readable, replace(FALSE, facts=("p2",))),
    ],
)
def test_what_leaves_a_second_answer_fails(proof, question):
    assert proof(question, WORLD)


@pytest.mark.parametrize(
    ("proof", "question"),
    [
        (pinned.gap_pinned, typed(CLOZE, "the Bergen Line")),
        (pinned.gap_pinned, typed(CLOZE, "dried fish")),
        (pinned.gap_pinned, typed(CLOZE, "1952")),
        (pinned.gap_pinned, typed(DEFINED, "seiche")),
        (pinned.person_named, typed(SHORT, "the mayor of Voss")),
        (pinned.options_name_one, choice_question(choices=("Kari Dahl", "Olav Moe", "Per Lie", "Ola Vik"))),
        (pinned.options_alike, choice_question(choices=("sell the port", "keep the port", "buy it", "burn it"))),
        (pinned.count_not_enumerated, replace(FALSE, stem="The three ports of the coast are Voss, Molde and Lom.")),
        (pinned.evidence_readable, FALSE),
    ],
)
def test_what_one_answer_fits_passes(proof, question):
    assert proof(question, WORLD) is None
