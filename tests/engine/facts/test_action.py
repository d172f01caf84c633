from __future__ import annotations

import pytest

from quizzes.engine.facts.base import AnswerType
from tests.engine.telling import answers_of, asked, facts_of


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        ("Germany invaded Poland in September 1939.", "Which country invaded Poland in September 1939?", "Germany"),
        (
            "Germany invaded Poland in September 1939.",
            "Which country did Germany invade in September 1939?",
            "Poland",
        ),
        (
            "Penicillin was discovered by Alexander Fleming in 1928.",
            "Who discovered Penicillin in 1928?",
            "Alexander Fleming",
        ),
        (
            "About 2,500 soldiers entered the city of Almaty in January 2022.",
            "Which city did about 2,500 soldiers enter in January 2022?",
            "Almaty",
        ),
        (
            "At least 30 ships sank near Cape Horn in 1905.",
            "Where did at least 30 ships sink in 1905?",
            "Cape Horn",
        ),
        (
            "Prime Minister Indira Gandhi visited Moscow in 1971.",
            "Who visited Moscow in 1971?",
            "Prime Minister Indira Gandhi",
        ),
        (
            "Chile's president, Gabriel Boric, signed the Escazú Agreement in 2022.",
            "Who signed the Escazú Agreement in 2022?",
            "Gabriel Boric",
        ),
        (
            "Isaac Newton not only discovered the law of gravity but also invented the reflecting telescope.",
            "What did Isaac Newton invent?",
            "the reflecting telescope",
        ),
        (
            "According to the World Bank, Ghana exported 40 percent of its cocoa to Europe in 2010.",
            "According to the World Bank, which country exported 40 percent of its cocoa to Europe in 2010?",
            "Ghana",
        ),
        (
            "Lars Holm of Riga married the Danish model Ida Moe in 1931.",
            "Whom did Lars Holm of Riga marry in 1931?",
            "the Danish model Ida Moe",
        ),
        (
            "Antarctica was first crossed by Vivian Fuchs in 1958.",
            "Who first crossed Antarctica in 1958?",
            "Vivian Fuchs",
        ),
        (
            "In 2003, Denmark may have sold twelve ships to Chile.",
            "In 2003, to which country may Denmark have sold twelve ships?",
            "Chile",
        ),
    ],
)
def test_asks_who_did_what(text: str, stem: str, answer: str) -> None:
    assert asked(text, "action")[stem] == answer


@pytest.mark.parametrize(
    "text",
    [
        "Lars Holm of Riga had one of his best seasons in Denmark.",
        "Lars Holm of Riga made a second appearance in Denmark.",
        "Lars Holm bought the remaining four ships for £1.3bn in Denmark.",
    ],
)
def test_nothing_telling_is_not_asked(text: str) -> None:
    assert not any(
        stem.startswith(("Who had one", "What did")) or "remaining" in stem for stem in asked(text, "action")
    )


def test_possessive_stays_behind_its_name() -> None:
    text = "Lars Holm sold ten ships. Lars Holm and his sons lost a harbour in Denmark."

    assert "Lars Holm and his sons lost a harbour in Denmark." in {fact.statement for fact in facts_of(text)}


def test_name_with_and_inside_is_no_list() -> None:
    text = "Bosnia and Herzegovina joined the Balkan League in 1992."

    assert not facts_of(text, "membership")
    assert asked(text)["Which organization did Bosnia and Herzegovina join in 1992?"] == "the Balkan League"


def test_negated_action_is_never_asked() -> None:
    (fact,) = facts_of("Norway did not join the European Union in 1994.", "action")

    assert fact.negated
    assert not any(answer.stem for answer in fact.answers)


def test_hedge_survives_in_statement_and_flag() -> None:
    (fact,) = facts_of("In 2003, Denmark may have sold twelve ships to Chile.", "action")

    assert fact.hedged
    assert "may have sold" in fact.statement


def test_preposition_is_no_hedge() -> None:
    (fact,) = facts_of("Ada Lovelace wrote about the Analytical Engine in 1843.", "action")

    assert not fact.hedged


def test_answer_stands_in_its_slot() -> None:
    text = "According to the World Bank, Ghana exported cocoa to Sweden in 2010."

    for fact in facts_of(text):
        assert [answer.slot.of(fact.statement).lower() for answer in fact.answers] == [
            answer.text.lower() for answer in fact.answers
        ]


def test_names_carry_their_aliases() -> None:
    text = "The Baltic Shipping Union (BSU) was founded in Riga in 1931. The BSU sold ships to Norway in 1935."

    (fact,) = [fact for fact in facts_of(text, "action") if "1935" in fact.statement]

    assert {"BSU", "Baltic Shipping Union", "Norway"} <= set(fact.names)


def test_question_does_not_hold_its_answer() -> None:
    answers = answers_of("The Treaty of Lisbon was signed in 2007.", "action")

    assert [answer.type for answer in answers] == [AnswerType.AGREEMENT]
    assert not any(answer.stem for answer in answers if "treaty" in answer.stem.lower())


def test_pronoun_that_means_the_asked_owner_is_not_left_behind() -> None:
    text = "Ellen Bell was a chemist from Leeds. Her husband said in 1902 that she had discovered radium."

    assert not any(" she " in stem and "Bell" not in stem for stem in asked(text))


def test_a_planet_is_no_place() -> None:
    text = "Lars Holm visited Riga. Galileo saw Jupiter in Padua. A storm on Jupiter has lasted longer than Holm lived."

    assert not any(stem.startswith("Which place") and answer == "Jupiter" for stem, answer in asked(text).items())


def test_what_is_climbed_is_nobody() -> None:
    text = "Lars Holm climbed Ben Carron in 1931. Ben Carron stands above the old port of Riga in Norway."

    assert not any(stem.startswith("Who") and answer == "Ben Carron" for stem, answer in asked(text).items())


def test_what_is_only_supposed_is_not_asked() -> None:
    text = "If 40 sailors sign a letter to the port of Riga, or if two captains ask for it, the old yard is sold."

    assert not any("sailors sign" in stem for stem in asked(text))


def test_a_name_that_opens_its_sentence_keeps_its_capital() -> None:
    text = "Banning sold ten ships to Chile in 1931. In Riga the sailors spoke well of Banning."

    assert not any("banning" in stem for stem in asked(text))
