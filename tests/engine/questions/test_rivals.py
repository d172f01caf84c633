"""What a typed answer must not be taken for."""

from dataclasses import replace

from quizzes.engine.facts.base import AnswerType
from quizzes.engine.questions import grade, short_answer
from quizzes.engine.questions.rivals import rivals
from quizzes.engine.world import Named
from tests.engine.builders import answer, fact, world

SAID = "Tarnow and Tornow signed the Amble Treaty with Bergen."
TOWNS = [answer(SAID, name, AnswerType.PLACE) for name in ("Tarnow", "Tornow", "Bergen")]


def person(text, *names):
    return Named(text, AnswerType.PERSON, names)


def asked(statement, text, kind, *named, stem="", others=()):
    """Return what is a rival of one answer in an article that names some things."""
    told = fact("f1", statement, answer(statement, text, kind, stem))
    return rivals(told, told.answers[0], replace(world(told, *others), named=named))


def test_a_name_that_differs_by_a_slip():
    told = fact("f1", SAID, *TOWNS)

    assert rivals(told, TOWNS[0], world(told)) == ("Tornow",)


def test_a_name_that_holds_the_answer():
    treaty = Named("the Treaty of Amble", AnswerType.AGREEMENT, ("Treaty of Amble",))

    found = asked("The ships met at Amble.", "Amble", AnswerType.PLACE, treaty)

    assert "the Treaty of Amble" in found


def test_a_person_with_the_same_surname():
    found = asked(
        "Ilse Brandt drew the map.", "Ilse Brandt", AnswerType.PERSON, person("Ilse Brandt"), person("Jon Brandt")
    )

    assert found == ("Jon Brandt",)


def test_no_other_length_of_the_same_persons_name():
    found = asked("Brandt drew the map.", "Brandt", AnswerType.PERSON, person("Ilse Brandt"))

    assert found == ()


def test_no_alias_of_the_answer():
    board = Named("the Amble Harbour Board", AnswerType.ORGANISATION, ("Amble Harbour Board", "AHB", "Harbour Board"))

    assert asked("The Amble Harbour Board built a pier.", "Amble Harbour Board", AnswerType.ORGANISATION, board) == ()


def test_a_common_word_of_the_article_that_a_slip_would_make():
    found = asked("The pump beside the stream is driven by steam.", "steam", AnswerType.TERM)

    assert found == ("stream",)


def test_the_day_of_another_event_in_the_same_year():
    other = fact(
        "f2",
        "The lock burned down on 4 May 1911.",
        answer("The lock burned down on 4 May 1911.", "4 May 1911", AnswerType.DATE),
    )

    found = asked("The pier was opened in 1911.", "1911", AnswerType.DATE, others=[other])

    assert found == ("4 May 1911",)


def test_no_day_of_an_event_that_is_told_again():
    again = "The long pier of Amble was opened on 4 May 1911."
    other = fact("f2", again, answer(again, "4 May 1911", AnswerType.DATE))

    found = asked("The long pier of Amble was opened in 1911.", "1911", AnswerType.DATE, others=[other])

    assert found == ()


def test_what_is_written_refuses_the_other_person_and_takes_the_initial(rng):
    said = "Ilse Brandt drew the first map of the whole coast."
    told = fact(
        "f1", said, answer(said, "Ilse Brandt", AnswerType.PERSON, "Who drew the first map of the whole coast?")
    )
    coast = replace(world(told), named=(person("Ilse Brandt"), person("Jon Brandt")))

    question = next(short_answer.write(coast.facts, coast, rng))

    assert [grade(question, typed).credit for typed in ("I. Brandt", "Brandt", "Jon Brandt")] == [1.0, 0.0, 0.0]


def test_no_name_of_the_same_person_with_title_and_country():
    said = "Ilse Brandt drew the first map of the whole coast."

    found = asked(said, "Ilse Brandt", AnswerType.PERSON, person("President Ilse Brandt of Norway"))

    assert found == ()


def test_the_people_of_a_country_that_are_asked_for_elsewhere():
    other = "The Danes drained the marsh."
    people = fact("f2", other, answer(other, "The Danes", AnswerType.PEOPLE))

    assert asked("Denmark sent two ships.", "Denmark", AnswerType.COUNTRY, others=[people]) == ("The Danes",)
