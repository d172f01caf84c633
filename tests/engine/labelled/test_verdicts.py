import json
from dataclasses import replace

import pytest

from quizzes.engine.facts.base import Level
from quizzes.engine.questions import Question
from tests.engine.builders import choice_question, typed_question

from .verdicts import InvalidVerdict, Said, Verdict, by_content, content, is_usable, key_texts, load, parse, to_row

ROW = {
    "article": "norway",
    "kind": "single_choice",
    "stem": "Which city is the capital of Norway?",
    "choices": ["Bergen", "Oslo", "Stavanger", "Trondheim"],
    "key": ["Oslo"],
    "verdict": 1,
    "failed": [],
    "reason": "",
    "reader": "A",
}
AGAINST = {"verdict": 0, "failed": ["C4"], "reason": "two are right"}


def test_a_question_is_known_again_in_whatever_order_its_choices_stand(rng):
    question = choice_question()

    assert content("norway", question.shuffled(rng)) == content("norway", question)


def test_another_wrong_choice_makes_another_question():
    other = choice_question(choices=("Oslo", "Bergen", "Trondheim", "Narvik"))

    assert content("norway", other) != content("norway", choice_question())


def test_a_verdict_is_found_by_the_content_of_its_question():
    assert parse(ROW, ["norway"]).content == content("norway", choice_question())


def test_the_key_of_a_typed_question_is_the_answer_shown():
    assert key_texts(typed_question("NATO", "the alliance")) == ("NATO",)


def test_the_key_of_an_ordering_keeps_its_sequence():
    question = Question("q1", "ordering", Level.UNDERSTANDING, "Order them", ("f1",), choices=("b", "a"), key=(0, 1))

    assert key_texts(question) == ("b", "a")


def test_the_key_of_a_matching_is_its_pairs():
    question = Question(
        "q1", "matching", Level.RECALL, "Match", ("f1",), choices=("y", "x"), options=("1", "2"), key=(1, 0)
    )

    assert key_texts(question) == ("x: 1", "y: 2")


def test_a_verdict_survives_being_written_and_read():
    verdict = parse(ROW | AGAINST, ["norway"])

    assert parse(to_row(verdict), ["norway"]) == verdict


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"article": "sweden"}, "no article"),
        ({"kind": "riddle"}, "no kind"),
        ({"verdict": None}, "0 or 1"),
        ({"verdict": 0}, "fails at least one"),
        ({"failed": ["C4"]}, "fails no criterion"),
        ({"verdict": 0, "failed": ["C10"], "reason": "odd"}, "no such criterion"),
        ({"verdict": 0, "failed": ["C1"], "reason": " "}, "needs its reason"),
        ({"choices": "Oslo"}, "lists of texts"),
        ({"stem": 3}, "must be texts"),
        ({"reader": ""}, "must not be empty"),
    ],
)
def test_a_row_that_is_no_verdict_is_refused_with_what_to_mend(change, told):
    with pytest.raises(InvalidVerdict, match=told):
        parse(ROW | change, ["norway"])


def test_a_row_that_lacks_a_field_is_refused():
    with pytest.raises(InvalidVerdict, match="missing: reader, reason"):
        parse({name: value for name, value in ROW.items() if name not in ("reason", "reader")}, ["norway"])


def test_loading_names_the_line_of_a_bad_row(tmp_path):
    (tmp_path / "A.jsonl").write_text(f"{json.dumps(ROW)}\n{{}}\n")

    with pytest.raises(InvalidVerdict, match=r"A\.jsonl, line 2: missing"):
        load(["norway"], tmp_path)


def test_one_reader_judges_a_question_once(tmp_path):
    (tmp_path / "A.jsonl").write_text(f"{json.dumps(ROW)}\n{json.dumps(ROW | AGAINST)}\n")

    with pytest.raises(InvalidVerdict, match="judges twice"):
        load(["norway"], tmp_path)


@pytest.mark.parametrize(
    ("said", "usable"), [([1], True), ([0], False), ([1, 0], False), ([1, 1, 0], True), ([0, 0, 1], False)]
)
def test_most_readers_decide_and_a_draw_is_against(said, usable):
    rows = [ROW | ({} if yes else AGAINST) | {"reader": reader} for yes, reader in zip(said, "ABC", strict=False)]

    grouped = by_content(parse(row, ["norway"]) for row in rows)

    assert [is_usable(verdicts) for verdicts in grouped.values()] == [usable]


QUESTION = choice_question()
LABELLED = replace(QUESTION, stem=f"Norway: {QUESTION.stem}")


def verdict_on(question, reader="A", *failed):
    return Verdict(content("norway", question), not failed, failed, "odd" if failed else "", reader)


def test_a_verdict_holds_for_the_same_question_under_another_label():
    said = Said([verdict_on(QUESTION), verdict_on(LABELLED, "B", "C4")])

    assert [v.reader for v in said.of(content("norway", replace(QUESTION, stem=f"Oslo in 1905: {QUESTION.stem}")))] == [
        "A",
        "B",
    ]


def test_the_words_themselves_count_before_the_same_question_without_a_label():
    said = Said([verdict_on(QUESTION, "B", "C4"), verdict_on(LABELLED)])

    assert [verdict.reader for verdict in said.of(content("norway", LABELLED))] == ["A"]


def test_that_the_frame_was_missing_tells_nothing_once_a_label_names_it():
    said = Said([verdict_on(QUESTION, "A", "C2")])

    assert said.of(content("norway", LABELLED)) == []
    assert said.of(content("norway", QUESTION))
