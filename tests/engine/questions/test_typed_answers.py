"""What a fair teacher makes of a typed answer: a table of cases, and what near misses are told."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizzes.engine.gazetteer import countries
from quizzes.engine.questions import grade
from quizzes.engine.questions.names import same_name
from tests.engine.builders import typed_question

CASES = tomllib.loads(Path(__file__).with_name("typed_answers.toml").read_text())["case"]


def pairs(earning):
    """Return each pair of the table that earns this, with a name that tells it."""
    return [
        pytest.param(case, typed, id=f"{case['rule']}: {typed!r} for {case['right'][0]!r}")
        for case in CASES
        for typed in case.get(earning, ())
    ]


def graded(case, typed):
    stem = case.get("stem", "What is it called?")
    return grade(typed_question(*case["right"], stem=stem, reject=tuple(case.get("reject", ()))), typed)


def test_the_table_is_wide():
    assert sum(len(case.get(earning, ())) for case in CASES for earning in ("full", "part", "wrong")) >= 3_800
    assert len({case["rule"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize(("case", "typed"), pairs("full"))
def test_right(case, typed):
    assert graded(case, typed).credit == 1.0


@pytest.mark.parametrize(("case", "typed"), pairs("part"))
def test_right_in_part(case, typed):
    assert 0.0 < graded(case, typed).credit < 1.0


@pytest.mark.parametrize(("case", "typed"), pairs("wrong"))
def test_wrong(case, typed):
    assert graded(case, typed).credit == 0.0


@pytest.mark.parametrize(
    ("official", "country"), [(name, country.name) for country in countries() for name in country.official]
)
def test_an_official_name_is_the_country(official, country):
    assert grade(typed_question(country), official).credit == 1.0


SHOWN = [case["right"][0] for case in CASES]
STEMS = sorted({case["stem"] for case in CASES if "stem" in case})


@settings(max_examples=300)
@given(st.sampled_from(SHOWN), st.lists(st.sampled_from(SHOWN), max_size=4), st.sampled_from(STEMS))
def test_what_is_accepted_earns_full_credit_whatever_else_the_article_names(right, others, stem):
    result = grade(typed_question(right, reject=tuple(others), stem=stem), right)

    assert result.credit == 1.0


@settings(max_examples=300)
@given(st.sampled_from(SHOWN), st.sampled_from(SHOWN), st.sampled_from(STEMS))
def test_another_facts_answer_is_never_accepted(right, other, stem):
    assume(not same_name(other, right))

    result = grade(typed_question(right, reject=(other,), stem=stem), other)

    assert result.credit == 0.0


@settings(max_examples=200)
@given(st.sampled_from(SHOWN), st.sampled_from(STEMS), st.text(max_size=1_000).filter(str.strip))
def test_any_text_is_graded_with_a_sentence(right, stem, typed):
    result = grade(typed_question(right, stem=stem), typed)

    assert 0.0 <= result.credit <= 1.0
    assert result.message.endswith(".")


@pytest.mark.parametrize(
    ("right", "typed", "told"),
    [
        ("15 May 1992", "1992", "Right year, but the day is wanted too: the answer is 15 May 1992."),
        ("15 May 1992", "May 1992", "Right month and year, but the day is wanted too: the answer is 15 May 1992."),
        ("15 May 1992", "15 May", "Right day and month, but the year is wanted too: the answer is 15 May 1992."),
        ("May 1992", "1992", "Right year, but the month is wanted too: the answer is May 1992."),
        ("15 May 1992", "16 May 1992", "Right month and year, but not the day: the answer is 15 May 1992."),
        ("15 May 1992", "15 May 1993", "Right day, but not the year: the answer is 15 May 1992."),
        ("1992", "1995", "Right decade, but not the year: the answer is 1992."),
        ("1992", "before 1992", "The time itself is wanted, without “before” or “after”: the answer is 1992."),
        ("1992", "the 1990s", "A date is wanted, not a span of time: the answer is 1992."),
        ("1992", "about 1992", "The article does not say “about” here: the answer is 1992."),
        ("Kazakhstan", "Kazakstan", "Right; it is written Kazakhstan."),
        ("Oslo", "not Oslo", "Your answer says what it is not: the answer is Oslo."),
        ("Oslo", "Oslo or Bergen", "Give one answer, not a choice of several: the answer is Oslo."),
        ("1869 to 1894", "1869", "Right, but that is not the whole time: the answer is 1869 to 1894."),
        ("the end of 2002", "2002", "Right year, but “late” is missing: the answer is the end of 2002."),
        (
            "the Green Belt Movement",
            "Green Belt",
            "Right, but that is not the whole name: the answer is the Green Belt Movement.",
        ),
        ("Treaty of Rome", "treaty", "That is only a part of the answer: the answer is Treaty of Rome."),
        ("Boeing 747", "Boeing 737", "The words are right, but not the figure: the answer is Boeing 747."),
        ("Denmark", "Danish", "Nearly, but the name of the country is wanted: the answer is Denmark."),
        ("the 1920s", "the 1930s", "That is another decade: the answer is the 1920s."),
        ("19th century", "18th century", "That is another century: the answer is 19th century."),
        ("1905 to 1907", "1905 to 1908", "That is another time: the answer is 1905 to 1907."),
        ("7:30 p.m.", "8:30 pm", "That is another time of day: the answer is 7:30 p.m."),
        (
            "the People's Republic of China",
            "Republic of China",
            "That is another country: the answer is the People's Republic of China.",
        ),
        ("5 km", "5 miles", "The number is right but not the unit: the answer is 5 km."),
        ("34", "35", "Not quite: the answer is 34."),
        ("France, Italy and Spain", "Spain, France", "2 of 3 right: the answer is France, Italy and Spain."),
        ("France, Italy and Spain", "Spain, Malta", "1 of 3 right, 1 wrong: the answer is France, Italy and Spain."),
        ("Oslo", "Bergen", "Not quite: the answer is Oslo."),
    ],
)
def test_near_misses_are_told_what_is_off(right, typed, told):
    assert grade(typed_question(right), typed).message == told


def test_a_shared_surname_is_told_to_be_one():
    question = typed_question("Marie Curie", reject=("Pierre Curie",), stem="Who signed the letter?")

    assert grade(question, "Curie").message.startswith("This may be another in the article: the full name is wanted")


def test_another_facts_answer_is_told_to_be_one():
    result = grade(typed_question("Kasimov", reject=("Kasparov",)), "Kasparov")

    assert result.message == "That is something else in this article: the answer is Kasimov."
