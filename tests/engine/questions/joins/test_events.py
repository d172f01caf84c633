"""Questions that compare dated events: what is asked, and that the dates alone make the key right."""

from dataclasses import replace

import pytest

from quizzes.engine import proofs
from quizzes.engine.facts.base import AnswerType, Event, Level
from quizzes.engine.questions.joins import events, extreme, following, interval, sequence
from quizzes.engine.world import Named
from tests.engine.builders import answer, fact, world

TOLD = (
    ("e1", "The harbour of Voss was built", "was the harbour of Voss built", "1854"),
    ("e2", "Bergen opened a tram line", "did Bergen open a tram line", "1883"),
    ("e3", "Molde burned to the ground", "did Molde burn to the ground", "1916"),
    ("e4", "The mill at Lom closed", "did the mill at Lom close", "1931"),
    ("e5", "Alta received a university", "did Alta receive a university", "1970"),
)


def _event(identifier, label, asked, year, **more):
    said = f"{label} in {year}."
    when = answer(said, year, AnswerType.DATE, f"In which year {asked}?", year=int(year[:4]))
    names = more.pop("names", ("Norway",))
    return fact(identifier, said, when, event=Event(label, year), names=names, **more)


STORY = (
    ("s1", "Lom planned a cattle tax in Voss", "did Lom plan a cattle tax in Voss", "1854"),
    ("s2", "Alta doubled the cattle tax in Voss", "did Alta double the cattle tax in Voss", "1883"),
    ("s3", "Bergen raised the cattle tax in Voss", "did Bergen raise the cattle tax in Voss", "1916"),
    ("s4", "Molde paid the cattle tax in Voss", "did Molde pay the cattle tax in Voss", "1931"),
)
NAMED = tuple(Named(name, AnswerType.PLACE) for name in ("Bergen", "Molde", "Alta", "Lom", "Voss"))
WORLD = replace(world(*(_event(*row) for row in TOLD)), named=NAMED)
TALE = replace(world(*(_event(*row) for row in STORY)), named=NAMED)
WORLDS = {"extreme": WORLD, "following": WORLD, "interval": TALE, "sequence": TALE}


def test_events_are_told_in_order_of_time_and_as_the_middle_of_a_sentence():
    found = events.dated(tuple(reversed(WORLD.facts)), WORLD)

    assert [event.date for event in found] == ["1854", "1883", "1916", "1931", "1970"]
    assert found[0].clause == "the harbour of Voss was built"
    assert found[1].clause == "Bergen opened a tram line"


@pytest.mark.parametrize(
    "label",
    [
        "The opening of the park of Bergen was",
        "Bergen opened a tram line in 1883",
        "Later Bergen opened a line",
        "It fell",
    ],
)
def test_a_label_that_tells_the_time_or_too_little_is_left_out(label):
    known = world(_event("e9", label, "did it", "1883"))

    assert events.dated(known.facts, known) == []


def test_an_event_whose_first_word_may_be_a_name_or_none_stands_in_no_middle(rng):
    told = world(_event("e9", "Tension led to a strike", "did tension lead to a strike", "1850"), *WORLD.facts[1:])
    known = replace(told, named=NAMED)

    asked = [
        question.stem for form in (following, interval, sequence) for question in form.write(known.facts, known, rng)
    ]

    assert asked
    assert not any("Tension" in stem for stem in asked)


def test_an_event_with_a_comma_stands_in_a_list_but_in_no_middle():
    known = replace(world(_event("e9", "In Voss, Bergen opened a line", "did it", "1883")), named=NAMED)

    assert [(event.label, event.clause) for event in events.dated(known.facts, known)] == [
        ("In Voss, Bergen opened a line", "")
    ]


def test_an_event_told_twice_counts_once():
    twice = world(_event(*TOLD[1]), _event("e9", "Bergen opened its tram line", "did it", "1884"))
    known = replace(twice, named=NAMED)

    assert len(events.dated(known.facts, known)) == 1


def test_first_and_last_are_asked_for(rng):
    asked = list(extreme.write(WORLD.facts, WORLD, rng))

    assert [(q.stem, q.choices[q.key[0]]) for q in asked] == [
        (extreme.FIRST, "The harbour of Voss was built"),
        (extreme.LAST, "The mill at Lom closed"),
    ]


def test_what_came_after_and_before_is_asked_for(rng):
    asked = {q.stem: q.choices[q.key[0]] for q in following.write(WORLD.facts, WORLD, rng)}

    assert asked == {
        "Which of these events happened before Bergen opened a tram line?": "The harbour of Voss was built",
        "Which of these events happened after the mill at Lom closed?": "Alta received a university",
    }


def test_years_between_are_asked_for_without_a_date_in_the_stem(rng):
    asked = {q.stem: q.accept[0].text for q in interval.write(TALE.facts, TALE, rng)}

    assert (
        asked["How many years after Alta doubled the cattle tax in Voss did Bergen raise the cattle tax in Voss?"]
        == "33"
    )
    assert not any(char.isdigit() for stem in asked for char in stem)


def test_years_between_dates_of_unlike_precision_are_not(rng):
    told = world(_event(*TOLD[0]), _event("e9", "Lom got a bank", "did Lom get a bank", "1901-05"))
    known = replace(told, named=NAMED)

    assert list(interval.write(known.facts, known, rng)) == []


def test_half_of_the_statements_of_order_are_false(rng):
    asked = list(sequence.write(TALE.facts, TALE, rng))

    assert {q.key for q in asked} == {(0,), (1,)}
    assert all(proofs.failed(q, TALE) == {} for q in asked)


@pytest.mark.parametrize("form", [extreme, following, interval, sequence], ids=lambda form: form.FORM)
def test_each_form_passes_all_proofs_and_asks_for_understanding(form, rng):
    known = WORLDS[form.FORM]
    asked = list(form.write(known.facts, known, rng))

    assert asked
    assert all(q.level is Level.UNDERSTANDING for q in asked)
    assert all(proofs.failed(q, known) == {} for q in asked)


@pytest.mark.parametrize(
    ("form", "proof"),
    [(extreme, "one_event_fits"), (following, "one_event_fits"), (sequence, "sequence_holds")],
    ids=lambda value: getattr(value, "FORM", value),
)
def test_another_key_fails_its_proof(form, proof, rng):
    known = WORLDS[form.FORM]
    asked = list(form.write(known.facts, known, rng))
    wrong = [replace(q, key=((q.key[0] + 1) % len(q.choices),)) for q in asked]

    assert all(proof in proofs.failed(q, known) for q in wrong)


def test_another_number_of_years_fails_its_proof(rng):
    asked = list(interval.write(TALE.facts, TALE, rng))
    wrong = [replace(q, accept=(replace(q.accept[0], number=q.accept[0].number + 1),)) for q in asked]

    assert all("interval_adds_up" in proofs.failed(q, TALE) for q in wrong)


@pytest.mark.parametrize("form", [interval, sequence])
def test_no_subject_is_compared_with_itself(form, rng):
    rows = (
        ("e1", "Bergen opened a tram line", "did Bergen open a tram line", "1883"),
        ("e2", "Bergen received a university", "did Bergen receive a university", "1970"),
    )
    told = replace(world(*(_event(*row, subject="Bergen") for row in rows)), named=NAMED)

    assert list(form.write(told.facts, told, rng)) == []


@pytest.mark.parametrize("form", [interval, sequence], ids=lambda form: form.FORM)
def test_events_that_have_nothing_to_do_with_each_other_are_not_set_side_by_side(form, rng):
    assert list(form.write(WORLD.facts, WORLD, rng)) == []


def test_an_event_of_another_story_is_no_option(rng):
    strange = [_event(*row, names=(f"Country {row[0]}",)) for row in TOLD]
    apart = replace(world(*(part for each in strange for part in (each, fact(f"x{each.id}", "Bread is baked.")))))

    assert list(following.write(apart.facts, apart, rng)) == []


def test_what_a_label_leaves_open_is_no_event():
    known = world(_event("e9", "The king of Voss put Bergen in charge of it", "did it", "1883"))

    assert events.dated(known.facts, known) == []


def test_who_was_born_or_died_is_not_asked_for_in_order(rng):
    lives = (
        _event("b1", "Ida Moe of Bergen was born", "was Ida Moe born", "1850"),
        _event("b2", "Ida Moe of Bergen died", "did Ida Moe die", "1980"),
    )
    known = replace(world(*(_event(*row) for row in TOLD), *lives), named=NAMED)

    asked = [q for form in (following, extreme) for q in form.write(known.facts, known, rng)]

    assert asked
    assert not any("Ida Moe" in text for q in asked for text in (q.stem, *q.choices))
