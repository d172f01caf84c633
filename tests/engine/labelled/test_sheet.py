import json
import random

from quizzes.engine.bank import Bank, Workings
from tests.engine.builders import NORWAY, choice_question, world

from . import sheet
from .verdicts import Verdict, content

SHOWN = choice_question()
LEFT_OUT = choice_question(choices=("Oslo", "Bergen", "Narvik", "Bodø"))
WORLD = world(NORWAY)
MADE = {"norway": Workings(WORLD, (SHOWN, LEFT_OUT), Bank(WORLD.document, WORLD.facts, (SHOWN,), {}))}
VERDICT = Verdict(content("norway", SHOWN), True, (), "", "A")


def rows(known=(), left_out=0):
    return sheet.rows(MADE, known, "A", left_out, random.Random(1))


def test_a_sheet_asks_for_every_shown_question():
    (row,) = rows()

    assert row["choices"] == sorted(SHOWN.choices)
    assert row["evidence"] == ["Norway left the union with Sweden in 1905."]
    assert (row["verdict"], row["failed"], row["reason"], row["reader"]) == (None, [], "", "A")


def test_drafts_left_out_stand_among_the_others_unmarked():
    shown, other = rows(left_out=5)

    assert set(shown) == set(other)
    assert "score" not in shown


def test_what_is_known_is_not_asked_again():
    assert rows({content("norway", SHOWN)}) == []


def test_a_question_proven_twice_is_asked_once():
    twice = {"norway": Workings(WORLD, (LEFT_OUT, LEFT_OUT), Bank(WORLD.document, WORLD.facts, (SHOWN, SHOWN), {}))}

    assert len(sheet.rows(twice, (), "A", 5, random.Random(1))) == 2


def test_a_second_opinion_asks_what_one_reader_judged():
    assert sheet.seen([VERDICT], "A") == set()
    assert sheet.seen([VERDICT], "") == {VERDICT.content}


def test_the_command_prints_one_row_a_line(monkeypatch, capsys):
    monkeypatch.setattr(sheet, "worked", lambda: MADE)

    sheet.main(["--reader", "B"])

    assert [json.loads(line)["reader"] for line in capsys.readouterr().out.splitlines()] == ["B"]
