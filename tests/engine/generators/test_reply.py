"""What is taken for a reply, and why the rest is not."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine.generators import reply
from quizzes.engine.generators.reply import Malformed, parse
from quizzes.engine.questions import KINDS
from tests.engine.generators import proposals
from tests.engine.generators.proposals import fact, question

SOUND = proposals.reply()


def rejected(*facts: object) -> dict[str, int]:
    """Return why facts are turned away."""
    counted: Counter[str] = Counter()
    parse(json.dumps({"facts": list(facts)}), counted)
    return dict(counted)


@pytest.mark.parametrize(
    "text",
    [
        SOUND,
        f"```json\n{SOUND}\n```",
        f"Here you are:\n\n{SOUND}\n\nShall I go on?",
        f"Let me think {{about it}} first.\n{SOUND}",
        json.dumps({"note": "extra", **json.loads(SOUND)}),
    ],
)
def test_object_is_found_whatever_stands_around_it(text):
    found = parse(text, Counter())

    assert [one.statement for one in found] == [fact()["statement"]]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I cannot do that.",
        SOUND[:-10],
        SOUND.replace('"facts"', '"results"'),
        SOUND.replace(":", "="),
        '{"facts": {"one": 1}}',
        '{"facts": "none"}',
        '{"facts": [NaN]}',
        '{"facts": ' + "[" * 50_000,
        '{"facts": [' + "1" * 5_000 + "]}",
        "{" * 1_000,
        f'{{"facts": [{"1, " * 100_000}1]}}',
    ],
    ids=lambda text: text[:24],
)
def test_anything_else_is_malformed(text):
    with pytest.raises(Malformed):
        parse(text, Counter())


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=8), lambda inner: st.lists(inner) |
       st.dictionaries(st.sampled_from(["kind", "statement", "evidence", "questions", "stem"]), inner)))  # fmt: skip
def test_no_json_breaks_it(value):
    parse(json.dumps({"facts": [value]}), Counter())


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("a fact", "malformed_fact"),
        (fact(statement=7), "malformed_fact"),
        (fact(statement="  "), "malformed_fact"),
        (fact(evidence="sentence 1"), "malformed_fact"),
        (fact(evidence=[{"sentence": "1", "quote": "was designed by"}]), "malformed_fact"),
        (fact(evidence=[{"sentence": True, "quote": "was designed by"}]), "malformed_fact"),
        (fact(evidence=[{"sentence": 1, "quote": "was designed by"}] * 9), "malformed_fact"),
        (fact(questions=None), "malformed_fact"),
        (fact(kind="rumour"), "unknown_kind_of_fact"),
        (fact(kind=["date"]), "unknown_kind_of_fact"),
        (fact(statement="It is long. " * 50), "too_long"),
        (fact(statement="The <b>lighthouse</b> was lit in 1874."), "markup_in_text"),
        (fact(statement="The **lighthouse** was lit in 1874."), "markup_in_text"),
    ],
)
def test_fact_of_another_form_is_counted(bad, reason):
    assert rejected(bad) == {reason: 1}


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("a question", "malformed_question"),
        ({}, "malformed_question"),
        (question("essay"), "unknown_kind_of_question"),
        (question("ordering"), "unknown_kind_of_question"),
        (question(stem=None), "malformed_question"),
        (question(answer=["Edith Marlow"]), "malformed_question"),
        (question(type="colour"), "malformed_question"),
        (question(type="list"), "malformed_question"),
        (question(distractors="Thomas Reeve"), "malformed_question"),
        (question(distractors=[1, 2, 3]), "malformed_question"),
        (question(distractors=["x"] * 99), "malformed_question"),
        (question("multiple_choice"), "malformed_question"),
        (question(stem="Who? " * 100), "too_long"),
        (question(answer="<script>alert(1)</script>"), "markup_in_text"),
    ],
)
def test_question_of_another_form_is_counted_and_its_fact_kept(bad, reason):
    counted: Counter[str] = Counter()

    found = parse(proposals.reply(fact(bad, question())), counted)

    assert counted == {reason: 1}
    assert [one.kind for one in found[0].questions] == ["single_choice"]


def test_facts_over_the_limit_are_counted_and_left():
    many = [fact() for _ in range(reply.MOST_FACTS + 3)]

    assert rejected(*many) == {"too_many_facts": 3}


def test_texts_are_written_with_the_articles_characters():
    found = parse(proposals.reply(fact(question(stem="Who said  “yes”\u200b?"))), Counter())

    assert found[0].questions[0].stem == 'Who said "yes"?'


@pytest.mark.parametrize(("given", "meant"), [(1, 0.0), (5, 1.0), (99, 1.0), ("high", 0.5), (None, 0.5)])
def test_importance_is_a_share(given, meant):
    assert parse(proposals.reply(fact(importance=given)), Counter())[0].importance == meant


def test_kinds_are_kinds_of_ours():
    assert {module.KIND for module in KINDS} > reply.KINDS
