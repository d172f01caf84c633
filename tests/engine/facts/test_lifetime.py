from __future__ import annotations

from tests.engine.telling import asked, facts_of

LIFE = "Lars Holm (10 November 1483 – 18 February 1546) was a Danish priest. Lars Holm lived in Riga. Lars Holm wrote."


def test_asks_when_a_person_was_born_and_died() -> None:
    stems = asked(LIFE, "date")

    assert stems["On what date was Lars Holm born?"] == "10 November 1483"
    assert stems["On what date did Lars Holm die?"] == "18 February 1546"


def test_life_can_be_put_in_order() -> None:
    events = [fact.event for fact in facts_of(LIFE, "date")]

    assert [event.date for event in events if event] == ["1483-11-10", "1546-02-18"]


def test_years_of_a_ruler_may_be_a_reign() -> None:
    text = "King Henry IV (1399–1413) ruled England. Henry IV fought in Wales."

    assert not any("born" in fact.statement for fact in facts_of(text, "date"))


def test_years_of_a_person_named_in_passing_are_not_worth_keeping() -> None:
    text = "Denmark sold a portrait of Lars Holm (1811–1891) to Chile in 1931. Denmark sold ships to Norway."

    assert not any("Holm was born" in fact.statement for fact in facts_of(text, "date"))


def test_a_short_span_of_years_may_be_an_office() -> None:
    text = "Under President Lars Holm (1933–1953) the school grew. Lars Holm built a hall. Lars Holm retired in Riga."

    assert not any("born" in fact.statement for fact in facts_of(text, "date"))
