from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine.sayings import Sayings
from quizzes.engine.words import holds, stems

QUAY = "The Northern Harbour Board built the long quay of Amble in 1902."
LIGHT = "A lighthouse was built on the long quay."
FERRY = "The ferry from Amble sails twice a day."
WORD = st.sampled_from(str.split("the harbour quay Amble board Northern built long 1902 ferry"))
TEXT = st.lists(WORD, max_size=6).map(" ".join)


def found(said: Sayings, numbers) -> set[str]:
    return {said.texts[number] for number in numbers}


def test_holding_finds_a_phrase_whatever_its_case_and_article():
    said = Sayings([QUAY, LIGHT, FERRY])

    assert found(said, said.holding("the Long quay")) == {QUAY, LIGHT}


def test_holding_finds_no_parts_of_words():
    assert not Sayings([QUAY]).holding("mble")


def test_nothing_is_held_by_every_text():
    assert not Sayings([QUAY]).holding(" ?! ")


def test_supporting_needs_a_name_and_most_of_what_is_asked():
    said = Sayings([QUAY, LIGHT, FERRY])

    supporting = said.supporting(stems("Who built the long quay?"), 0.6, ["amble", "newbiggin"])

    assert found(said, supporting) == {QUAY}


@given(st.lists(TEXT, max_size=8), TEXT, st.lists(TEXT, max_size=3))
def test_the_index_finds_what_reading_every_text_finds(texts, asked, names):
    said, wanted = Sayings(texts), stems(asked)

    supporting = said.supporting(wanted, 0.6, names)

    assert found(said, supporting) == {
        text
        for text in texts
        if len(wanted & stems(text)) >= 0.6 * len(wanted) and any(holds(text, name) for name in names) and wanted
    }
