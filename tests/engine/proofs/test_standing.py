"""A question stands alone: each thing that only the article tells fails."""

from dataclasses import replace

import pytest

from quizzes.engine.facts.base import AnswerType, Level
from quizzes.engine.proofs import setting, standing
from quizzes.engine.questions import Accepted, Question
from quizzes.engine.world import Named
from tests.engine.builders import fact, world

PERSON = Named("Kari Dahl", AnswerType.PERSON)
WORLD = replace(world(fact("p1", "Boats carry timber to Voss.")), named=(PERSON,))
FALSE = Question("q", "true_false", Level.RECALL, "", ("p1",), ("True", "False"), (1,))
CLOZE = Question("q", "cloze", Level.RECALL, "Complete the sentence: ____ sold her boat in Voss.", ("p1",))


@pytest.mark.parametrize(
    ("stem", "holds"),
    [
        ("The port of Voss lay ahead of him in 1931.", False),
        ("Kari Dahl sold her boat in Voss.", True),
        ("A sailor in Voss sold his boat.", True),
        ("Who sold her boat in Voss?", True),
        ("In which year did Voss buy her boat?", False),
    ],
)
def test_person_is_named_before_a_personal_pronoun(stem, holds):
    assert (standing.person_before_pronoun(replace(FALSE, stem=stem), WORLD) is None) is holds


def test_person_whom_the_label_names_may_be_meant_by_a_pronoun():
    question = replace(FALSE, stem="The port of Voss lay ahead of her in 1931.")

    assert standing.person_before_pronoun(question, replace(WORLD, topic=PERSON)) is None


def test_person_of_the_gap_may_be_meant_by_a_pronoun():
    assert standing.person_before_pronoun(replace(CLOZE, accept=(Accepted("Kari Dahl"),)), WORLD) is None
    assert standing.person_before_pronoun(replace(CLOZE, accept=(Accepted("Voss"),)), WORLD)


@pytest.mark.parametrize(
    ("stem", "holds"),
    [
        ("Rising inflation made the savings of many people worthless.", False),
        ("Inflation in Norway fell to three per cent.", True),
        ("In which year did the government close its ports?", False),
        ("Inflation fell to three per cent in 1931.", False),
    ],
)
def test_what_every_country_has_needs_its_country_whatever_the_year(stem, holds):
    question = replace(FALSE, stem=stem)

    assert (setting.setting_known(question, WORLD) is None) is holds


def test_what_every_country_has_needs_none_under_a_label():
    question = replace(FALSE, stem="Rising inflation made the savings of many people worthless.")

    assert setting.setting_known(question, replace(WORLD, topic=Named("Norway", AnswerType.COUNTRY))) is None
