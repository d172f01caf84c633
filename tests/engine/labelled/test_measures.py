import pytest

from quizzes.engine.bank import Bank, Workings
from tests.engine.builders import NORWAY, TREATY, choice_question, world

from .measures import Judged, Share, agreement, by_band, by_criterion, by_kind, judged, share, yielded
from .verdicts import Verdict, content

QUESTION = choice_question()
CONTENT = content("norway", QUESTION)


def verdict(number: int, *, usable: bool, reader: str = "A", failed: tuple[str, ...] = ()) -> Verdict:
    named = content("norway", choice_question(choices=("Oslo", "Bergen", "Narvik", str(number))))
    return Verdict(named, usable, failed, "", reader)


def row(score: float, *, usable: bool, shown: bool = True) -> Judged:
    return Judged(CONTENT, score, shown, usable)


def workings(*shown, left_out=()) -> Workings:
    known = world(NORWAY, TREATY)
    return Workings(known, (*shown, *left_out), Bank(known.document, known.facts, shown, {}))


def test_a_share_of_nothing_is_none():
    assert str(Share(0, 0)) == "none"
    assert Share(0, 0).value == 0


def test_the_share_usable_counts_rows():
    assert str(share([row(0.7, usable=True), row(0.7, usable=False)])) == "1/2 = 50%"


def test_bands_hold_their_lower_edge_and_the_last_one_the_highest_score():
    bands = by_band([row(0.7, usable=True), row(0.69, usable=False), row(1.0, usable=True)])

    assert (bands["0.7-0.8"], bands["0.6-0.7"], bands["0.9-1.0"]) == (Share(1, 1), Share(0, 1), Share(1, 1))


def test_kinds_are_told_apart():
    assert by_kind([row(0.7, usable=True)]) == {"single_choice": Share(1, 1)}


def test_each_failed_criterion_is_counted():
    verdicts = [verdict(1, usable=False, failed=("C1", "C4")), verdict(2, usable=False, failed=("C4",))]

    assert by_criterion(verdicts) == {"C1": 1, "C4": 2}


def test_judged_finds_shown_questions_and_drafts_left_out():
    other = choice_question(choices=("Oslo", "Bergen", "Narvik", "Bodø"))
    verdicts = [Verdict(CONTENT, True, (), "", "A"), Verdict(content("norway", other), False, ("C5",), "odd", "A")]

    rows = judged({"norway": workings(QUESTION, left_out=[other])}, verdicts, lambda *_: 0.7)

    assert {(found.content, found.shown, found.usable) for found in rows} == {
        (CONTENT, True, True),
        (content("norway", other), False, False),
    }


def test_a_verdict_on_what_is_no_longer_written_counts_for_nothing():
    assert judged({"norway": workings()}, [Verdict(CONTENT, True, (), "", "A")], lambda *_: 0.7) == []


def test_readers_who_always_agree_have_a_kappa_of_one():
    verdicts = [verdict(n, usable=n < 2, reader=reader) for n in range(4) for reader in "AB"]

    assert (agreement(verdicts)["A-B"].alike, agreement(verdicts)["A-B"].kappa) == (1.0, 1.0)


def test_kappa_takes_off_what_chance_would_give():
    said = {"A": (1, 1, 0, 0), "B": (1, 0, 1, 0)}
    verdicts = [verdict(n, usable=bool(yes), reader=reader) for reader in said for n, yes in enumerate(said[reader])]

    found = agreement(verdicts)["A-B"]

    assert (found.both, found.alike, found.kappa) == (4, 0.5, 0.0)


def test_kappa_of_a_textbook_table():
    table = [(True, True)] * 20 + [(True, False)] * 5 + [(False, True)] * 10 + [(False, False)] * 15
    verdicts = [verdict(n, usable=pair[i], reader="AB"[i]) for n, pair in enumerate(table) for i in (0, 1)]

    assert agreement(verdicts)["A-B"].kappa == pytest.approx(0.4)


def test_readers_with_nothing_in_common_are_not_compared():
    assert agreement([verdict(1, usable=True), verdict(2, usable=True, reader="B")]) == {}


def test_only_long_paragraphs_count_for_coverage():
    text = "Norway left the union with Sweden in 1905 after a vote in which nearly all men of age said yes to it."
    known = world(NORWAY, TREATY, said={"f1": text})

    found = yielded(Bank(known.document, known.facts, (QUESTION,), {}))

    assert (found.covered, found.paragraphs, found.questions, found.kinds) == (1, 1, 1, 1)
    assert found.to_json()["coverage"] == 1
