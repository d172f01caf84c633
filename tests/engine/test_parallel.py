"""Other forms of what a bank asks, for parallel papers."""

from itertools import product

import pytest

from quizzes.engine import bank
from quizzes.engine.document import read_text
from quizzes.engine.leaks import gives_away
from quizzes.engine.parallel import MOST_FORMS
from tests.fixtures.test_articles import FOLDER


@pytest.fixture(scope="module")
def made():
    return bank.workings(read_text((FOLDER / "03-panama-canal.txt").read_text()), seed=7)


def place(question):
    return question.facts, question.level


def test_many_facts_have_other_forms(made):
    assert len(made.bank.forms) > 5


def test_a_form_asks_a_fact_that_is_shown(made):
    shown = {place(question) for question in made.bank.questions}

    assert {place(form) for form in made.bank.forms} <= shown


def test_a_form_is_of_a_kind_its_fact_is_not_asked_in(made):
    every = [(place(question), question.kind) for question in (*made.bank.questions, *made.bank.forms)]

    assert all(every.count((place(form), form.kind)) == 1 for form in made.bank.forms)


def test_a_fact_has_few_forms(made):
    alone = [place(q) for q in (*made.bank.questions, *made.bank.forms) if not q.joins and q.kind != "find_evidence"]

    assert all(alone.count(place(form)) <= MOST_FORMS for form in made.bank.forms)


def test_no_form_answers_a_question_on_another_fact_of_its_sentence(made):
    facts = made.world.by_id
    near = [
        (form.stem, other.stem)
        for form, other in product(made.bank.forms, made.bank.questions)
        if form.facts != other.facts
        and facts[form.facts[0]].evidence == facts[other.facts[0]].evidence
        and not other.joins
        and other.kind != "find_evidence"
        and (gives_away(form, other) or gives_away(other, form))
    ]

    assert near == []


def test_forms_stand_in_the_json_beside_the_items(made):
    data = bank.to_json(made.bank)

    assert [form["id"] for form in data["forms"]] == [form.id for form in made.bank.forms]
