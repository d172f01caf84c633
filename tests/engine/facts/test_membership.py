from __future__ import annotations

from quizzes.engine.facts.base import AnswerType
from tests.engine.telling import answers_of, asked, facts_of

BENELUX = "The Benelux Union consists of Belgium, the Netherlands and Luxembourg."


def test_list_of_members_is_asked_whole() -> None:
    assert asked(BENELUX, "membership") == {
        "Which countries does the Benelux Union consist of?": "Belgium, the Netherlands and Luxembourg"
    }


def test_list_knows_its_members() -> None:
    (answer,) = answers_of(BENELUX, "membership")

    assert answer.type is AnswerType.LIST
    assert answer.members == ("Belgium", "the Netherlands", "Luxembourg")


def test_joint_subject_is_a_list() -> None:
    text = "Austria, Finland and Sweden joined the European Union in 1995."

    assert asked(text, "membership") == {
        "Which countries joined the European Union in 1995?": "Austria, Finland and Sweden"
    }


def test_names_between_dashes_become_the_subject() -> None:
    text = "Three of the nine members—Ghana, Togo and Benin—left the Volta League in 1999."

    (fact,) = facts_of(text, "membership")

    assert fact.statement == "Ghana, Togo and Benin left the Volta League in 1999."


def test_materials_are_a_list() -> None:
    text = "The coffin of Wangari Maathai was made of bamboo, water hyacinth and papyrus."

    assert asked(text, "membership") == {
        "What was the coffin of Wangari Maathai made of?": "bamboo, water hyacinth and papyrus"
    }


def test_list_with_a_number_in_front_has_no_list_subject() -> None:
    assert not facts_of("Lars Holm and two sailors reached Greenland in 1931.", "membership")


def test_list_that_opens_a_sentence_is_told_by_itself() -> None:
    text = "Consisting of Ghana, Togo and Benin, the Volta League was meant to protect the Volta River."

    fact = next(fact for fact in facts_of(text, "membership") if "consist" in fact.statement)

    assert fact.statement == "The Volta League consisted of Ghana, Togo and Benin."
    assert fact.answers[0].stem == "Which countries did the Volta League consist of?"
    assert fact.answers[0].members == ("Ghana", "Togo", "Benin")
