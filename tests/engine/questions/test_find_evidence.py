"""A statement and the passage that proves it: what is asked, what is right, what is said of a miss."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine.document import Span
from quizzes.engine.facts.base import Event, Level
from quizzes.engine.questions import InvalidAnswer, Question, grade
from quizzes.engine.questions.find_evidence import copied, in_decade, leaves_out, statement_of, write
from tests.engine.builders import NORWAY, POLE, RAILWAY, TREATY, choice_question, dated, fact, world

MILL = fact("m", "Holm Mill burned down in a storm.", subject="Holm Mill", names=("Holm Mill",))
SHIP = dated("s", "The ship Aurora sank in 1912.", "1912", "When did the ship Aurora sink?")
SAID = {"m": "The mill burned down in a storm."}


def article(*facts, said=None):
    """The facts' sentences, one paragraph each, and what filled up to five."""
    fill = [fact(f"x{number}", f"Nothing happened in spring {number}.") for number in range(max(0, 5 - len(facts)))]
    known = world(*facts, *fill, said=said)
    return replace(known, sentences=tuple(paragraph.span for paragraph in known.document.paragraphs))


def asked(known, seed=0):
    return list(write(known.facts, known, random.Random(seed)))


def about(known, identifier):
    return next(question for question in asked(known) if question.facts == (identifier,))


def test_asks_which_sentence_proves_a_statement():
    question = about(article(TREATY, MILL, POLE, said=SAID), "m")

    assert question.stem == "Which sentence proves this? “Holm Mill burned down in a storm.”"
    assert [question.choices[index] for index in question.key] == ["The mill burned down in a storm."]


def test_sentences_keep_the_order_of_the_article_however_often_they_are_shuffled():
    question = about(article(TREATY, MILL, POLE, RAILWAY, NORWAY, said=SAID), "m")

    assert question.choices[:2] == (TREATY.statement, "The mill burned down in a storm.")
    assert question.paragraphs == (0, 1, 2, 3, 4)
    assert question.shuffled(random.Random(3)) == question


def test_each_sentence_names_a_fact_that_it_tells():
    question = about(article(TREATY, MILL, POLE, RAILWAY, NORWAY, said=SAID), "m")

    assert question.choice_facts == ("f2", "m", "f4", "f3", "f1")


def test_a_statement_of_one_year_is_asked_as_one_of_its_decade_where_the_words_are_the_same():
    question = about(article(SHIP, MILL, TREATY, said=SAID), "s")

    assert statement_of(question) == "The ship Aurora sank in the 1910s."


@pytest.mark.parametrize(
    "changed",
    [
        replace(SHIP, negated=True),
        replace(SHIP, hedged=True),
        dated("s", "The Aurora was the largest ship in 1912.", "1912", "?"),
        dated("s", "The ship sank in 1905.", "1905", "?"),
        dated("s", "The ship has lain there since 1912.", "1912", "?"),
    ],
    ids=["denied", "reserved", "of one year only", "in a decade without a name", "from then on"],
)
def test_what_need_not_hold_for_a_decade_keeps_its_year(changed):
    assert in_decade(changed, changed.statement) == changed.statement


def test_two_dated_sentences_prove_together_which_came_first():
    first = replace(SHIP, event=Event("The ship Aurora sank", "1912"), subject="The ship Aurora", names=("Norway",))
    second = replace(
        RAILWAY, event=Event("The Bergen Line was opened", "1909"), subject="The Bergen Line", names=("Norway",)
    )

    question = next(q for q in asked(article(TREATY, second, MILL, first)) if len(q.key) == 2)

    assert question.stem.startswith("Which two sentences together prove this? “")
    assert {question.choices[index] for index in question.key} == {RAILWAY.statement, SHIP.statement}
    assert statement_of(question) in {
        "The Bergen Line was opened before the ship Aurora sank.",
        "The ship Aurora sank after the Bergen Line was opened.",
    }
    assert question.level is Level.UNDERSTANDING


def test_the_sentence_that_only_names_the_thing_is_no_proof():
    known = article(TREATY, MILL, POLE, RAILWAY, NORWAY, said=SAID)
    naming = known.document.paragraphs[0].span
    pointed = replace(known.facts[1], evidence=(naming, known.facts[1].evidence[0]))
    known = replace(known, facts=(known.facts[0], pointed, *known.facts[2:]))

    assert about(known, "m").key == (1,)


def test_what_takes_two_sentences_to_say_is_not_asked_of_one():
    known = article(TREATY, MILL, POLE, said={"m": "It all happened at night."})

    assert all("m" not in question.facts for question in asked(known))


def test_the_same_seed_asks_the_same():
    known = article(TREATY, MILL, POLE, SHIP, said=SAID)

    assert asked(known, 3) == asked(known, 3)


ONE = choice_question("find_evidence", choices=tuple("abcdefg"), key=(3,))
TWO = choice_question("find_evidence", choices=tuple("abcdefg"), key=(1, 3))


@pytest.mark.parametrize(
    ("question", "given", "message"),
    [
        (ONE, [3], "Right."),
        (ONE, [2], "Close: the sentence after yours proves it."),
        (ONE, [4], "Close: the sentence before yours proves it."),
        (ONE, [0], "Not quite: another sentence proves it."),
        (TWO, [1, 3], "Right, all of them."),
        (TWO, [1], "1 of the 2 sentences found."),
        (TWO, [1, 3, 4], "2 of the 2 sentences found, and 1 that does not belong."),
        (TWO, [4, 5], "0 of the 2 sentences found, and 2 that do not belong."),
    ],
)
def test_the_message_says_how_near_it_was(question, given, message):
    assert grade(question, given).message == message


@pytest.mark.parametrize(("question", "given"), [(ONE, []), (ONE, [1, 3]), (TWO, []), (TWO, [1, 1]), (TWO, [7])])
def test_what_does_not_fit_is_refused(question, given):
    with pytest.raises(InvalidAnswer):
        grade(question, given)


@pytest.mark.parametrize("kind", ["find_evidence", "multiple_choice"])
@given(
    key=st.sets(st.integers(0, 6), min_size=2, max_size=6).map(sorted),
    given=st.sets(st.integers(0, 6), min_size=1).map(sorted),
)
def test_credit_is_per_right_less_wrong_and_never_below_zero(kind, key, given):
    question = choice_question(kind, choices=tuple("abcdefg"), key=tuple(key))

    credit = grade(question, given).credit

    right, wrong = len({*key} & {*given}), len({*given} - {*key})
    assert credit == pytest.approx(max(0.0, (right - wrong) / len(key)))
    assert (credit == 1) == (key == given)


def test_the_place_of_evidence_is_exact():
    known = article(TREATY, MILL, POLE, said=SAID)

    for question in asked(known):
        for text in question.choices:
            start = known.document.text.index(text)
            assert Span(start, start + len(text)) in known.sentences


def test_what_is_told_in_other_words_is_copied_less():
    known = article(TREATY, MILL, POLE, SHIP, said=SAID)

    assert copied(about(known, "m")) < copied(replace(about(known, "m"), stem=SAID["m"])) == 1


@pytest.mark.parametrize(
    ("told", "copy"),
    [
        ("The mill at Lom ground barley for the whole valley.", True),
        ("The mill at Lom also ground barley.", False),
        ("The mill that stood at Lom made flour for the whole valley.", False),
    ],
)
def test_what_only_leaves_a_word_out_is_told_from_other_words(told, copy):
    said = ("The mill at Lom also ground barley for the whole valley.", "The smith of Voss shod horses.")
    stem = f"Which sentence proves this? “{told}”"

    assert leaves_out(Question("q", "find_evidence", Level.RECALL, stem, ("m",), said, (0,))) is copy
