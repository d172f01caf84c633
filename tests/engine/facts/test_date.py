from __future__ import annotations

import pytest

from quizzes.engine.facts.base import AnswerType
from tests.engine.telling import answers_of, asked, facts_of


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "Marie Curie worked at the Sorbonne in Paris from 1905 to 1907.",
            "When did Marie Curie work at the Sorbonne in Paris?",
            "from 1905 to 1907",
        ),
        (
            "The Treaty of Lisbon was signed in 2007 and came into force two years later in 2009.",
            "In which year did the Treaty of Lisbon come into force?",
            "2009",
        ),
        (
            "The Eiffel Tower was built by Gustave Eiffel between 1887 and 1889.",
            "When was the Eiffel Tower built by Gustave Eiffel?",
            "between 1887 and 1889",
        ),
        (
            "The Battle of Hastings was fought on 14 October 1066.",
            "On what date was the Battle of Hastings fought?",
            "14 October 1066",
        ),
        ("Germany invaded Poland in September 1939.", "When did Germany invade Poland?", "September 1939"),
        (
            "In 2003, Denmark may have sold twelve ships to Chile.",
            "In which year may Denmark have sold twelve ships to Chile?",
            "2003",
        ),
        (
            "During the 1970s, Norway sold oil from the Ekofisk field to Sweden.",
            "In which decade did Norway sell oil from the Ekofisk field to Sweden?",
            "the 1970s",
        ),
    ],
)
def test_asks_for_the_time(text: str, stem: str, answer: str) -> None:
    assert asked(text, "date")[stem] == answer


def test_date_answer_knows_its_year_and_place() -> None:
    (fact,) = facts_of("Germany invaded Poland in September 1939.", "date")

    (answer,) = fact.answers

    assert (answer.type, answer.year) == (AnswerType.DATE, 1939)
    assert answer.slot.of(fact.statement) == "September 1939"


def test_dated_past_is_an_event_without_its_date() -> None:
    (fact,) = facts_of("Germany invaded Poland in September 1939.", "date")

    assert fact.event is not None
    assert (fact.event.label, fact.event.date) == ("Germany invaded Poland", "1939-09")


def test_period_is_no_event() -> None:
    (fact,) = facts_of("Marie Curie worked at the Sorbonne in Paris from 1905 to 1907.", "date")

    assert fact.event is None


def test_two_times_in_a_clause_are_not_asked() -> None:
    assert not asked("In 1990, Ghana left the Volta League on 3 May 1990.", "date")


def test_negated_date_is_kept_but_never_asked() -> None:
    (fact,) = facts_of("Norway did not join the European Union in 1994.", "date")

    assert fact.negated
    assert [answer.stem for answer in fact.answers] == [""]


def test_vague_time_is_no_date() -> None:
    assert not answers_of("The Danish minister Lars Holm met Angela Merkel on Friday.", "date")


def test_an_event_is_told_without_what_links_it() -> None:
    (fact,) = facts_of("The Treaty of Kiel eventually came into force in 1814.", "date")

    assert fact.event is not None
    assert fact.event.label == "The Treaty of Kiel came into force"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Lars Holm had written a book about Riga in 1931.", "Lars Holm wrote a book about Riga"),
        ("Lars Holm had sold ten ships to Chile in 1931.", "Lars Holm sold ten ships to Chile"),
        ("Denmark thereby overtook Norway in 1931.", "Denmark overtook Norway"),
        ("The Riga Ferry was built with Holm Bros. in 1931.", "The Riga Ferry was built with Holm Bros."),
    ],
)
def test_a_happening_is_told_in_the_simple_past_and_whole(text: str, label: str) -> None:
    assert [fact.event.label for fact in facts_of(text, "date") if fact.event] == [label]


def test_no_time_is_asked_where_a_when_tells_it() -> None:
    text = "The harbour of Riga froze when Lars Holm arrived in 1931."

    assert not any(stem.startswith(("When", "In which year")) and " when " in stem for stem in asked(text))


@pytest.mark.parametrize("word", ["also", "again"])
def test_what_also_or_again_happened_is_asked_for_no_date(word: str) -> None:
    assert not facts_of(f"Denmark {word} sold ten ships to Chile in 1931.", "date")


@pytest.mark.parametrize(
    "text",
    [
        "In 1931, Denmark was the largest seller of ships on the Baltic coast.",
        "In 1931, Denmark was selling fewer ships to Chile than Norway.",
    ],
)
def test_a_state_that_lasts_is_not_asked_by_its_year(text: str) -> None:
    assert not asked(text, "date")
