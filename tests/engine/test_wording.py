from __future__ import annotations

import pytest

from quizzes.engine import clauses, wording
from quizzes.engine.facts.base import AnswerType
from quizzes.engine.parts import Role
from tests.engine.parsing import parsed


def clause_of(text: str) -> clauses.Clause:
    return clauses.find(parsed(text).sentences[0])[0][0]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Denmark sold ten ships to Chile in 1931.", "When did Denmark sell ten ships to Chile?"),
        ("Denmark had sold ten ships to Chile in 1931.", "When did Denmark sell ten ships to Chile?"),
        ("The ships were sold to Chile in 1931.", "When were the ships sold to Chile?"),
        ("In 1931, Denmark was a member of the league.", "When was Denmark a member of the league?"),
        ("Denmark could not have sold ships to Chile in 1931.", "When could Denmark not have sold ships to Chile?"),
        ("Denmark bought and sold ships in 1931.", "When did Denmark buy and sell ships?"),
        ("At the age of 19, Lars Holm sailed to Riga in 1931.", "When did Lars Holm sail to Riga at the age of 19?"),
        ("As a young sailor, Lars Holm lived in Riga in 1931.", "When did Lars Holm live in Riga?"),
    ],
)
def test_time_is_asked_with_the_right_auxiliary(text: str, question: str) -> None:
    clause = clause_of(text)
    time = clause.of(Role.TIME)[-1]

    assert wording.inverted_question(clause, "when", time, {}) == question


@pytest.mark.parametrize(
    ("text", "wh", "question"),
    [
        ("Denmark sold ten ships to Chile.", "which country", "Which country sold ten ships to Chile?"),
        ("The men were sold to Chile.", "who", "Who was sold to Chile?"),
        ("Cells carry oxygen into the blood.", "what", "What carries oxygen into the blood?"),
        ("Patients may have pain for years.", "who", "Who may have pain for years?"),
        ("In 1931, Denmark sold ten ships.", "which country", "In 1931, which country sold ten ships?"),
    ],
)
def test_subject_is_asked_without_turning_the_verb(text: str, wh: str, question: str) -> None:
    assert wording.subject_question(clause_of(text), wh, {}, plural=False) == question


def test_plural_question_keeps_the_plural_verb() -> None:
    clause = clause_of("Two plates move apart near Iceland.")

    assert wording.subject_question(clause, "how many plates", {}, plural=True) == (
        "How many plates move apart near Iceland?"
    )


def test_passive_is_turned_round() -> None:
    clause = clause_of("The ships were built by Denmark in 1931.")
    (agent,) = clause.of(Role.AGENT)

    assert wording.turned(clause, "which country", ["built"], agent, {}) == "Which country built the ships in 1931?"


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("carry", "carries"), ("play", "plays"), ("pass", "passes"), ("go", "goes"), ("have", "has"), ("be", "is")],
)
def test_third_person(lemma: str, form: str) -> None:
    assert wording.third_person(lemma) == form


@pytest.mark.parametrize(
    ("kind", "heads", "name", "word"),
    [
        (AnswerType.PERSON, (), "", "who"),
        (AnswerType.PEOPLE, (), "", "who"),
        (AnswerType.COUNTRY, (), "Chile", "which country"),
        (AnswerType.ORGANISATION, ("alliance",), "NATO", "which alliance"),
        (AnswerType.ORGANISATION, (), "World Trade Organization", "which body"),
        (AnswerType.AGREEMENT, ("treaty",), "Treaty of Rome", "which agreement"),
        (AnswerType.PLACE, ("river",), "the Nile", "which river"),
        (AnswerType.PLACE, ("river",), "the Amber River", "which body of water"),
        (AnswerType.PLACE, (), "Lake Amber", "which body of water"),
        (AnswerType.PLACE, ("city",), "Lake City", "which place"),
        (AnswerType.AGREEMENT, (), "the Herring Act 1911", "which law"),
        (AnswerType.TERM, (), "", "what"),
        (AnswerType.DATE, (), "", ""),
    ],
)
def test_question_word_is_the_narrowest_that_gives_nothing_away(
    kind: AnswerType, heads: tuple[str, ...], name: str, word: str
) -> None:
    assert wording.asking(kind, heads, name) == word


@pytest.mark.parametrize(
    "question",
    [
        "When did it leave the league?",
        "Who sold our ships to Chile?",
        'Who said "no to Chile?',
        "Which country sold ships to the?",
        "Who sold sold ships?",
        "Who left?",
        "Who sold ships (ten) to Chile?",
        "Who sold " + "very " * 60 + "old ships?",
    ],
)
def test_unfinished_question_is_unsound(question: str) -> None:
    assert not wording.sound(question)


def test_finished_question_has_capital_and_mark() -> None:
    assert wording.finished("which country  sold ships to the U.S.") == "Which country sold ships to the U.S.?"


def test_country_and_numeral_are_no_pronouns() -> None:
    assert wording.sound("When did the US enter World War I?")


def test_unsound_question_is_none() -> None:
    assert wording.finished("who left") == ""


def test_place_noun_is_known() -> None:
    assert wording.is_place("river")
    assert not wording.is_place("ship")


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("make", "making"), ("see", "seeing"), ("die", "dying"), ("cut", "cutting"), ("play", "playing")],
)
def test_form_after_by(lemma: str, form: str) -> None:
    assert wording.ing(lemma) == form
