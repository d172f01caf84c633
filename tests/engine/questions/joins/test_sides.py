"""Which of several events happened before a year, or after it."""

import random

from quizzes.engine import proofs
from quizzes.engine.facts.base import Event, Level
from quizzes.engine.questions.joins import sides
from tests.engine.builders import dated, world


def happened(identifier, what, year):
    said = f"The {what} of Bergen was opened in {year}."
    label = f"The {what} of Bergen was opened"
    return dated(identifier, said, str(year), f"When was the {what} opened?", event=Event(label, str(year)))


EVENTS = [
    happened("e1", "ferry harbour", 1901),
    happened("e2", "tram depot", 1905),
    happened("e3", "city library", 1911),
    happened("e4", "concert hall", 1923),
    happened("e5", "fish market", 1928),
]


def written(*facts):
    known = world(*facts)
    return list(sides.write(known.facts, known, random.Random(3))), known


def test_asks_for_the_events_on_one_side_of_a_year():
    questions, _ = written(*EVENTS)

    early = next(q for q in questions if q.stem.endswith("before 1910?"))
    assert {early.choices[index] for index in early.key} == {
        "The ferry harbour of Bergen was opened",
        "The tram depot of Bergen was opened",
    }
    assert (early.kind, early.level, len(early.choices)) == ("multiple_choice", Level.UNDERSTANDING, 5)


def test_what_is_written_passes_the_proof_of_dates():
    questions, known = written(*EVENTS)

    assert questions
    assert not any("one_event_fits" in proofs.failed(question, known) for question in questions)


def test_a_key_on_the_wrong_side_is_turned_away():
    questions, known = written(*EVENTS)
    asked = questions[0]
    wrong = next(index for index in range(len(asked.choices)) if index not in asked.key)
    changed = type(asked)(**{name: getattr(asked, name) for name in asked.__slots__} | {"key": (asked.key[0], wrong)})

    assert "one_event_fits" in proofs.failed(changed, known)


def test_ages_apart_need_no_article():
    late = [happened(f"l{n}", what, year) for n, (what, year) in enumerate((("airport", 1971), ("radio mast", 1975)))]

    questions, _ = written(*EVENTS[:3], *late)

    assert not any("before 1950" in question.stem or "after 1950" in question.stem for question in questions)


def test_four_events_are_too_few():
    assert written(*EVENTS[:4])[0] == []
