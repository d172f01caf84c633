"""Slips of wording fail, and their sound neighbours pass."""

from dataclasses import replace

import pytest

from quizzes.engine.facts.base import AnswerType, Level
from quizzes.engine.proofs import wording
from quizzes.engine.questions import Accepted, Question
from quizzes.engine.world import Named
from tests.engine.builders import fact, world

NOT_SAID = fact("n1", "The ferry to Voss did not leave until noon.", negated=True)
SELDOM = fact("n2", "Storms come to Voss, but rarely.")
WORLD = replace(
    world(NOT_SAID, SELDOM),
    named=(Named("Bergen Line Railway Museum of Voss", AnswerType.ORGANISATION),),
    vocabulary=frozenset({"notable", "operation", "operations", "lighthouse", "harbour"}).__contains__,
)
ASKED = Question("q", "short_answer", Level.RECALL, "", ("n1",), accept=(Accepted("Oslo"),))
FALSE = Question("q", "true_false", Level.RECALL, "", ("n1",), ("True", "False"), (1,))


def asked(stem):
    return replace(ASKED, stem=stem)


def told(stem, *facts):
    return replace(FALSE, stem=stem, facts=facts or ("n1",))


@pytest.mark.parametrize(
    ("proof", "question"),
    [
        (wording.nothing_left_behind, asked("Even, what did the ferry carry to Voss?")),
        (wording.nothing_left_behind, told("After leaving the town of Voss, they built a harbour.")),
        (wording.nothing_left_behind, asked("Who so called because it favoured the town of Voss?")),
        (wording.nothing_left_behind, asked("From there, who built a harbour at Voss?")),
        (wording.nothing_left_behind, told("Voss sold the remaining four for a small sum.")),
        (wording.nothing_left_behind, told("Turning to the crowd at Voss, Kari Dahl replied.")),
        (wording.negation_turns_clean, told("Kari Dahl left Voss early, before five years.")),
        (wording.no_heading_inside, told("Top Of Page More Ferry News Ships carry timber to Voss.")),
        (wording.no_heading_inside, told("Late Ferries Some ships carry timber to Voss.")),
        (wording.no_heading_inside, told("Ships Used to Carry Timber Ships of Voss carry it.")),
        (wording.no_heading_inside, told("Repairs The operations of the yard at Voss take years.")),
        (wording.no_heading_inside, told("Skippers with nets Skippers with torn nets of Voss mend them.")),
        (wording.no_heading_inside, told("Rare kinds of harbour Ferry to Voss every noon.")),
        (wording.words_apart, told("The ferry was the first notableoperation of Voss.")),
        (wording.figure_fits, told("In Voss, 65% ships are repaired each year.")),
        (wording.negation_turns_clean, told("The ferry to Voss did leave until noon.")),
        (wording.negation_turns_clean, told("Storms come to Voss, but often.", "n2")),
    ],
)
def test_a_slip_fails(proof, question):
    assert proof(question, WORLD)


@pytest.mark.parametrize(
    ("proof", "question"),
    [
        (wording.nothing_left_behind, asked("Originally, what did the ferry carry to Voss?")),
        (wording.nothing_left_behind, told("After Kari Dahl left Voss, she built a harbour.")),
        (wording.nothing_left_behind, told("Kari Dahl replied to the mayor of Voss.")),
        (wording.negation_turns_clean, told("Kari Dahl left Voss five years before the fire.")),
        (wording.no_heading_inside, told("The Bergen Line Railway Museum of Voss keeps old engines.")),
        (wording.no_heading_inside, told("Dame Ida Moe, the Chief Harbour Officer for Voss, keeps old engines.")),
        (wording.words_apart, told("The lighthouse of Voss has forty volunteers.")),
        (wording.figure_fits, told("In Voss, 65% of ships are repaired each year.")),
        (wording.negation_turns_clean, told("Storms come to Voss, but rarely.", "n2")),
    ],
)
def test_sound_wording_passes(proof, question):
    assert proof(question, WORLD) is None
