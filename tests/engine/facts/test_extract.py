from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.engine import entities, facts, language, reference
from quizzes.engine.document import read_text
from tests.engine.telling import extracted, facts_of, reasons

STORY = (
    "The Baltic Shipping Union (BSU) was founded in Riga in 1931. It sold ten ships to Norway in 1935.\n\n"
    "The BSU sold ten ships to Norway in 1935. Lars Holm led the union from 1931 to 1940."
)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("I first saw the Nile in 1890 with my brother.", "first_or_second_person"),
        ("There remain nine countries in the Eastern Alliance.", "expletive"),
        ("The bridge is 400 metres long.", "unresolved_reference"),
        ("A similar law was passed by Denmark in 1985.", "relational_word"),
        ("Nauru was currently the smallest republic in Oceania.", "vague_time"),
        ("Denmark lost three ships near Greenland in August.", "vague_time"),
        ("Germany invaded Poland, and Britain declared war on Germany two days later.", "vague_time"),
        ("Unfortunately, Denmark lost three ships near Greenland in 1931.", "opinion"),
        ("Most species have wings.", "unspecific_subject"),
        ("Denmark used more modern ships near Greenland in 1931.", "comparison"),
        ("Denmark lost three ships near Greenland in 1931? Norway lost none.", "question"),
    ],
)
def test_says_why_a_clause_is_turned_away(text: str, reason: str) -> None:
    padded = f"Denmark built ships in 1930. {text}"

    assert reason in reasons(padded)


def test_reference_from_another_sentence_brings_its_evidence() -> None:
    text = "The Baltic Shipping Union was founded in Riga in 1931. It sold ten ships to Norway in 1935."

    (sold,) = [fact for fact in facts_of(text, "date") if "1935" in fact.statement]

    assert sold.statement == "The Baltic Shipping Union sold ten ships to Norway in 1935."
    assert [span.of(text).split()[0] for span in sold.evidence] == ["The", "It"]


def test_same_statement_of_a_kind_is_told_once() -> None:
    found = [(fact.kind, fact.statement) for fact in facts_of(STORY)]

    assert len(found) == len(set(found))


def test_ids_are_the_same_each_time_and_different_for_each_fact() -> None:
    first, _ = extracted(STORY)
    document = read_text(STORY)
    parsed = language.parse(document)
    names = entities.find(parsed)
    again, _ = facts.extract(document, parsed, names, reference.resolve(parsed, names))

    assert [fact.id for fact in first] == [fact.id for fact in again]
    assert len({fact.id for fact in first}) == len(first)


def test_title_raises_salience() -> None:
    text = "Denmark sold ten ships to Chile in 1931. Norway bought two islands from Sweden in 1931."

    found = {fact.subject: fact.salience for fact in facts_of(text, "date", title="How Norway bought islands")}

    assert found["Norway"] > found["Denmark"]


@given(st.text(max_size=200))
@settings(max_examples=25)
def test_no_text_crashes_it(text: str) -> None:
    document = read_text(f"Denmark sold ten ships to Chile in 1931. {text}")
    parsed = language.parse(document)
    names = entities.find(parsed)

    found, _ = facts.extract(document, parsed, names, reference.resolve(parsed, names))

    for fact in found:
        assert all(0 <= span.start < span.end <= len(document.text) for span in fact.evidence)
        assert all(answer.slot.of(fact.statement) for answer in fact.answers)


def test_a_possessive_behind_the_name_stays_as_it_is():
    text = (
        "Mary Holt studied in Leeds. In the 1970s Mary Holt and her colleagues in Leeds extracted iodine from seaweed."
    )

    assert "In the 1970s, Mary Holt and her colleagues in Leeds extracted iodine from seaweed." in {
        fact.statement for fact in facts_of(text)
    }


def test_a_subject_that_only_an_object_explains_is_not_told():
    text = "Many farmers came to Leeds. Before petitioning the brewers of Leeds in 1697, they prospered as bakers."

    assert not any("they prospered" in fact.statement for fact in facts_of(text))
