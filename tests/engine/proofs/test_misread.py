"""What a wrong reading leaves behind fails, and its sound neighbours pass."""

from dataclasses import replace

import pytest

from quizzes.engine.facts.base import AnswerType, Level
from quizzes.engine.proofs import misread
from quizzes.engine.questions import Accepted, Question
from quizzes.engine.world import Named
from tests.engine.builders import fact, world

WORLD = world(fact("f", "The ferry left Voss in 1905."))
ASKED = Question("q", "short_answer", Level.RECALL, "", ("f",), accept=(Accepted("Oslo"),))
STATED = replace(ASKED, kind="true_false", choices=("True", "False"), key=(0,), accept=())


@pytest.mark.parametrize(
    "text",
    [
        "The most the Voss delegation got to see.",
        "Farmers at 35% of the farms of Voss are even worse off.",
        "A full row of flags, plus represents the best welcome.",
        "The charter of Voss does specify some limited tolls.",
        "To how many m did the income of the yard fall?",
        "Nearly what percentage of Norwegian plums and third of cherries do the farms of Voss grow?",
        "How many schools does Voss have, with the oldest having been founded in 1853?",
        "At least what percentage did 1 March 1979 represent?",
        "1 March 1979 represented two fifths of the voters.",
        "In which year did the number of riders grow from about 400 in 2000 to 700?",
        "It is tempting to think that the ferry of Voss is the older one.",
        "How many maps printed by the Voss Gazette represent a big undertaking?",
        "The nine maps printed by the Voss Gazette represent a big undertaking.",
        "The farms of Voss grow 90% of the plums and third of the cherries.",
        "More than how many acres are sown for rye, mostly in the west of Voss?",
        "Kari Dahl counts every ferry on the fjord, e.g.",
        "A cabin at Voss costs 900 kroner even more in June.",
        "Percent of ferries at Voss reached nine.",
        "Norway have been hit by storms and floods.",
        "Which town had become the largest port of the coast?",
        "Kari Dahl had made toys the centre of her trade in 1952.",
    ],
)
def test_what_was_misread_fails(text):
    assert misread.nothing_misread(replace(ASKED if text.endswith("?") else STATED, stem=text), WORLD)


@pytest.mark.parametrize(
    "text",
    [
        "The most expensive ferry of Voss sank.",
        "The charter of Voss does not specify any toll.",
        "What did the mayor of Voss specify?",
        "How many minutes did the ferry need?",
        "What percentage of the plums and cherries of Norway do the farms of Voss grow?",
        "Kari Dahl left the yard on 1 March 1979 after a dispute.",
        "By 1905, Voss had become the largest port of the coast.",
        "Kari Dahl sold the yard that her father had built.",
        "How many schools does Voss have?",
        "The yard did well in 1905.",
    ],
)
def test_what_was_read_well_passes(text):
    assert misread.nothing_misread(replace(ASKED if text.endswith("?") else STATED, stem=text), WORLD) is None


def test_a_name_cut_in_two_by_a_small_letter_is_found():
    known = replace(WORLD, named=(Named("Marsh Relay", AnswerType.ORGANISATION),))
    question = replace(STATED, stem="For the tower marsh Relay's numbers have to be matched.")

    assert misread.written_as_in_article(question, known)
    assert misread.written_as_in_article(replace(STATED, stem="Marsh Relay has numbers."), known) is None


def test_a_lost_hyphen_is_found():
    known = world(fact("f", "Kari Dahl has fine-tuned the engine of the ferry."))

    assert misread.written_as_in_article(replace(STATED, stem="Kari Dahl has fine tuned the engine."), known)
    assert misread.written_as_in_article(replace(STATED, stem="Kari Dahl has fine-tuned the engine."), known) is None


def test_a_statement_of_what_one_is_warned_against_is_found():
    said = "Nobody should be misled into thinking ferries are safe in fog."
    known = world(fact("f", "Thinking ferries are safe in fog.", kind="action"), said={"f": said})
    free = world(fact("f", "Steering ferries takes long."))

    assert misread.opens_as_a_subject(replace(STATED, stem="Thinking ferries are safe in fog."), known)
    assert misread.opens_as_a_subject(replace(STATED, stem="Steering ferries takes long."), free) is None
