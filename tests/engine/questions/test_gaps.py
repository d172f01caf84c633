"""Two gaps in one sentence, and a gap that is filled from a list."""

from quizzes.engine import proofs
from quizzes.engine.facts.base import AnswerType
from quizzes.engine.questions import cloze, gaps, grade
from tests.engine.builders import NORWAY, POLE, RAILWAY, TREATY, answer, fact, world

SAID = "In 1898 the engineer Ilse Brandt opened the first lock of the long canal between Amble and Tarnow."
YEAR = answer(SAID, "1898", AnswerType.DATE, "In which year was the first lock opened?", year=1898)
ILSE = answer(SAID, "Ilse Brandt", AnswerType.PERSON)
AMBLE = answer(SAID, "Amble", AnswerType.PLACE)
TARNOW = answer(SAID, "Tarnow", AnswerType.PLACE)


def written(*answers, rng, statement=SAID, **more):
    told = world(fact("f1", statement, *answers, **more))
    return [question for question in gaps.write(told.facts, told, rng) if question.gaps > 1]


def test_two_gaps_are_left_where_answers_of_two_kinds_stand(rng):
    (question,) = written(ILSE, YEAR, rng=rng)

    assert question.stem == (
        "Complete the sentence with a year and the name of a person: In ____ the engineer ____ opened the first lock of"
        " the long canal between Amble and Tarnow."
    )
    assert question.answers == ("1898", "Ilse Brandt")
    assert grade(question, ["1898", "Ilse Brandt"]).credit == 1.0
    assert grade(question, ["Ilse Brandt", "1898"]).credit == 0.0


def test_no_two_gaps_of_one_kind(rng):
    assert written(AMBLE, TARNOW, rng=rng) == []


def test_no_two_gaps_where_too_little_is_left(rng):
    short = "In 1898 Ilse Brandt opened the lock."
    answers = (answer(short, "1898", AnswerType.DATE), answer(short, "Ilse Brandt", AnswerType.PERSON))

    assert written(*answers, rng=rng, statement=short) == []


def test_no_gap_in_what_did_not_happen(rng):
    assert written(ILSE, YEAR, rng=rng, negated=True) == []


def test_a_gap_is_filled_from_the_options_of_a_choice(rng):
    told = world(NORWAY, TREATY, RAILWAY, POLE)

    question = next(q for q in gaps.write(told.facts, told, rng) if q.facts == ("f1",))

    assert question.stem == "Complete the sentence with a year: Norway left the union with Sweden in ____."
    assert len(question.options) == 4
    assert question.options[question.key[0]] == question.accept[0].text == "1905"
    assert list(question.options) == sorted(question.options)


def test_what_is_written_passes_every_proof(rng):
    told = world(NORWAY, TREATY, RAILWAY, POLE)

    drafts = list(gaps.write(told.facts, told, rng))

    assert drafts
    assert [proofs.failed(draft, told) for draft in drafts] == [{}] * len(drafts)


def test_behind_the_article_only_names_that_take_it_are_offered(rng):
    said = "In 1903 some 13 million bottles of mineral water were sold in the UK by grocers of all kinds."
    asked = fact("c1", said, answer(said, "UK", AnswerType.COUNTRY, accept=("United Kingdom",)))
    told = world(asked)

    offered = [question.options for question in gaps.write(told.facts, told, rng) if question.options]

    assert all(name in ("UK", "United States", "Netherlands", "Czech Republic") for each in offered for name in each)


def test_the_place_of_a_gap_is_told(rng):
    said = "Most of the goods of the northern farms were carried to Tarnow by river boats."
    told = world(fact("f1", said, answer(said, "Tarnow", AnswerType.PLACE)))

    (question,) = cloze.write(told.facts, told, rng)

    assert question.stem.startswith("Complete the sentence with the name of a place: ")
