"""Choosing questions for the slots of a quiz, and forms for the slots."""

import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from quizzes.models.slot import Candidate, draw, vary

POOL = [Candidate(pk, kind, "recall", 1, frozenset({pk})) for pk, kind in enumerate(["a"] * 20 + ["b"] * 3 + ["c"] * 3)]


def pks(candidates):
    return [one.pk for one in candidates]


def deep(pk, *facts, kind="a", article=1):
    return Candidate(pk, kind, "understanding", article, frozenset(facts or {pk}))


def test_draw_is_the_same_for_the_same_seed():
    assert draw(POOL, 10, random.Random(3)) == draw(POOL, 10, random.Random(3))


def test_draw_differs_by_seed():
    assert len({tuple(pks(draw(POOL, 10, random.Random(seed)))) for seed in range(5)}) == 5


def test_draw_mixes_kinds():
    assert Counter(one.kind for one in draw(POOL, 9, random.Random(3))) == {"a": 3, "b": 3, "c": 3}


def test_draw_mixes_articles():
    pool = [Candidate(pk, "a", "recall", pk // 10, frozenset({pk})) for pk in range(20)]

    assert Counter(one.article for one in draw(pool, 6, random.Random(3))) == {0: 3, 1: 3}


def test_draw_gives_all_there_are():
    assert sorted(pks(draw(POOL, 100, random.Random(3)))) == list(range(26))


def test_draw_counts_every_fact_of_a_question():
    pool = [deep(1, 1, 2), deep(2, 1), deep(3, 2)]

    chosen = [sorted(pks(draw(pool, 3, random.Random(seed)))) for seed in range(20)]

    assert {tuple(one) for one in chosen} == {(1,), (2, 3)}


def test_draw_asks_nothing_that_a_passage_shows():
    passage = Candidate(90, "find_evidence", "recall", 1, frozenset({90}), frozenset(range(10)))

    for seed in range(20):
        chosen = draw([*POOL, passage], 8, random.Random(seed))
        if passage in chosen:
            assert passage.shows.isdisjoint(frozenset().union(*(one.facts for one in chosen)))


def test_draw_shows_no_passage_where_too_little_else_is_left():
    passage = Candidate(90, "find_evidence", "recall", 1, frozenset({90}), frozenset(range(26)))

    chosen = [draw([*POOL, passage], 20, random.Random(seed)) for seed in range(10)]

    assert all(len(one) == 20 for one in chosen)


def test_a_form_shows_nothing_that_another_slot_asks():
    slots = [deep(1), deep(2)]
    passage = Candidate(3, "find_evidence", "understanding", 1, frozenset({1}), frozenset({2}))

    chosen = [vary(slots, [*slots, passage], random.Random(seed), seen=frozenset({1}), kinds=0) for seed in range(10)]

    assert all(pks(one) == [1, 2] for one in chosen)


def test_draw_takes_as_much_understanding_as_is_wanted():
    pool = [*POOL, *(deep(pk) for pk in range(100, 110))]

    levels = Counter(one.level for one in draw(pool, 9, random.Random(1), understanding=34))

    assert levels["understanding"] >= 4


def test_draw_takes_the_understanding_there_is():
    pool = [*POOL, deep(100)]

    assert 100 in pks(draw(pool, 6, random.Random(1), understanding=50))


def test_draw_prefers_the_unseen():
    seen = frozenset(range(3, 26))

    assert set(pks(draw(POOL, 3, random.Random(1), seen=seen))) == {0, 1, 2}


@given(st.lists(st.frozensets(st.integers(0, 9), min_size=1, max_size=3), max_size=20), st.integers(0, 9))
def test_draw_never_asks_a_fact_twice(facts, length):
    pool = [Candidate(pk, "ab"[pk % 2], "recall", 1, tested) for pk, tested in enumerate(facts)]

    asked = [fact for one in draw(pool, length, random.Random(1)) for fact in one.facts]

    assert len(asked) == len(set(asked))


FORMS = [
    Candidate(10 * fact + n, kind, "recall", 1, frozenset({fact})) for fact in range(4) for n, kind in enumerate("abc")
]
SLOTS = FORMS[::3]


def test_vary_asks_the_same_facts():
    forms = vary(SLOTS, FORMS, random.Random(1), seen=frozenset(), kinds=0)

    assert [one.facts for one in forms] == [slot.facts for slot in SLOTS]


def test_vary_keeps_the_level():
    pool = [*SLOTS, deep(99, 0)]

    assert vary(SLOTS[:1], pool, random.Random(1), seen=frozenset(), kinds=0) == SLOTS[:1]


def test_vary_prefers_what_others_were_asked_least():
    used = {one.pk: 2 if one.kind == "a" else 1 for one in FORMS if one.kind != "b"}

    assert {one.kind for one in vary(SLOTS, FORMS, random.Random(1), seen=frozenset(), kinds=0, used=used)} == {"b"}


def test_vary_prefers_the_unseen():
    seen = frozenset(one.pk for one in FORMS if one.kind != "c")

    assert {one.kind for one in vary(SLOTS, FORMS, random.Random(1), seen=seen, kinds=0)} == {"c"}


def test_vary_brings_kinds_back_that_are_wanted():
    slots = [Candidate(fact, "abcd"[fact], "recall", 1, frozenset({fact})) for fact in range(4)]
    pool = [*slots, *(Candidate(50 + fact, "a", "recall", 1, frozenset({fact})) for fact in range(4))]
    seen = frozenset({1, 2, 3})

    forms = vary(slots, pool, random.Random(1), seen=seen, kinds=3)

    assert len({one.kind for one in forms}) == 3
