"""What a copy editor strikes out fails, and its sound neighbours pass."""

from dataclasses import replace

import pytest

from quizzes.engine.facts.base import Level
from quizzes.engine.proofs import editing
from quizzes.engine.questions import Accepted, Question
from tests.engine.builders import fact, world

WORLD = world(fact("f", "The ferry left Voss in 1905."))
ASKED = Question("q", "short_answer", Level.RECALL, "", ("f",), accept=(Accepted("Oslo"),))


@pytest.mark.parametrize(
    "text",
    [
        "In which ice, the harbour of Voss may close.",
        "Which, Kari Dahl gave up in 1905.",
        "As if storms were not enough, the council of Voss has closed the pier.",
        "The council of Voss saved the ferry after it was sold by a farmer but.",
        "In the spring race, Kari Dahl won only one of Lower Voss.",
        "A new pier was a must for 28% asked for a boat behind the harbour of Voss.",
        "In Voss, 30% of crews hired a cook and 24% a guard.",
        "Eel fishing was banned in Voss since the great flood.",
        "Kari Dahl thereby overtook her rival at Voss.",
        "The yard at Voss repairs fishing boats as well.",
        "For one thing, who keeps nine boats at Voss?",
        "Suddenly, who shouted from the bridge of the ferry?",
        "Sixty years, which harbour was first built?",
        "The yard at Voss builds many kinds of boats, including.",
        "The report of the yard at Voss notes.",
        "Night blindness Night blindness is common in the far north.",
        "Who is the harbour master of Voss since May 2, 2015?",
        'The mayor wrote that the ferry went "very well ".',
        "From about how many dollars did the fare rise to nearly twelve?",
        "Over how many kroner did the yard earn?",
        "Beyond which river does the valley extend west?",
        "When did the ferry leave Voss when the ice melted?",
        "Who was asked at the pier he wanted what to do next?",
        "The peak above Voss was fourth climbed in 1905.",
        "Who is often used with the old title of Voss?",
        "A old ferry carries timber to Voss.",
        "Kari Dahl found an hundred and a bottle in an boat.",
        "In 1905, the oldest ferry of Voss, was sold to a farmer.",
        "The image at the right shows that Voss is small.",
        "Haakon VII held the post of king in 1905.",
        "The ferry of Voss can be seen at during the spring tide.",
        'Old wooden barrels marked "salt".',
        "Instead of sailing, crews of Voss row boats instead of rafts.",
    ],
)
def test_a_slip_fails(text):
    assert editing.no_slip(replace(ASKED, stem=text), WORLD)


@pytest.mark.parametrize(
    "text",
    [
        "The yard repairs fishing boats as well as ferries.",
        "Who has been the harbour master of Voss since 2015?",
        "In how many years did the yard at Voss build nine boats?",
        "To how many islands does the ferry sail?",
        "A one-eyed sailor paid an honest price for a used boat and a European map.",
        "In 1905, the oldest ferry of Voss, a steamer, was sold.",
        "Who was first seen at the harbour of Voss?",
        "More than how many kroner did the yard earn?",
        "In which year did the ferry leave Voss for Oslo?",
        "Kari Dahl held the post of Deputy Prime Minister.",
        "Which kinds of boats does the yard at Voss include?",
        "Kari Dahl won one of Voss's nine races.",
        "The judges of Voss ruled in accordance with the Shari'a.",
        "The fare to Voss rose by 3% and 5% a year.",
        "The summer of 1905 was the driest recorded in Voss since the great flood.",
        "Voss wrote off debts of 40% based on the fares of 1905.",
    ],
)
def test_a_sound_sentence_passes(text):
    assert editing.no_slip(replace(ASKED, stem=text), WORLD) is None


def test_events_to_choose_from_are_read_as_well():
    question = replace(
        ASKED, kind="single_choice", stem="Which came first?", choices=("Dahl thereby won",), facts=("f", "g")
    )

    assert editing.no_slip(question, WORLD)


@pytest.mark.parametrize(
    "text", ["Kari Dahl sold Kari Dahl's boat in 1905.", "In which year did Voss open Voss's first school?"]
)
def test_an_owner_named_again_fails(text):
    assert editing.owner_named_once(replace(ASKED, stem=text), WORLD)


@pytest.mark.parametrize(
    "text",
    [
        "Kari Dahl sold her boat in 1905.",
        "Erik Dahl was Kari Dahl's brother.",
        "Voss opened its school, and Bergen bought Oslo's ferry.",
    ],
)
def test_an_owner_named_once_passes(text):
    assert editing.owner_named_once(replace(ASKED, stem=text), WORLD) is None
