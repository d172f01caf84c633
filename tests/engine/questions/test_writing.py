"""What each kind writes from facts made by hand."""

import random
from decimal import Decimal

import pytest

from quizzes.engine import proofs
from quizzes.engine.facts.base import AnswerType, Event, Level, Pair
from quizzes.engine.questions import (
    cloze,
    grade,
    matching,
    multiple_choice,
    numeric,
    ordering,
    short_answer,
    single_choice,
    true_false,
)
from tests.engine.builders import NORWAY, POLE, RAILWAY, TREATY, answer, dated, fact, world

ALL = (NORWAY, TREATY, RAILWAY, POLE)
LEADER = fact(
    "f5",
    "Christian Michelsen led the government of Norway in 1905.",
    answer(
        "Christian Michelsen led the government of Norway in 1905.",
        "Christian Michelsen",
        AnswerType.PERSON,
        "Who led the government of Norway in 1905?",
        accept=("Michelsen",),
    ),
    kind="action",
)
TUNNELS = fact(
    "f6",
    "The Bergen Line has about 180 tunnels.",
    answer(
        "The Bergen Line has about 180 tunnels.",
        "about 180 tunnels",
        AnswerType.NUMBER,
        "About how many tunnels does the Bergen Line have?",
        value=Decimal(180),
    ),
    kind="amount",
    hedged=True,
)
MEMBERS = "The Nordic countries are Denmark, Finland, Iceland, Norway and Sweden."
COUNCIL = fact(
    "f7",
    MEMBERS,
    answer(
        MEMBERS,
        "Denmark, Finland, Iceland, Norway and Sweden",
        AnswerType.LIST,
        "Which of these countries are Nordic?",
        members=("Denmark", "Finland", "Iceland", "Norway", "Sweden"),
    ),
    kind="membership",
)
BORDER = fact(
    "f8",
    "Russia shares a border with Norway.",
    answer(
        "Russia shares a border with Norway.", "Russia", AnswerType.COUNTRY, "Which state shares a border with Norway?"
    ),
)
DENIAL = dated(
    "f9", "Norway did not join the union in 1972.", "1972", "In which year did Norway not join?", negated=True
)


def one(kind, chosen, rng, *others):
    """Return the single question that a kind writes for a fact beside others."""
    return next(kind.write((chosen,), world(chosen, *others), rng))


def test_single_choice_offers_years_in_rising_order(rng):
    question = one(single_choice, NORWAY, rng, TREATY)

    assert question.stem == "In which year did Norway leave the union with Sweden?"
    assert question.choices[question.key[0]] == "1905"
    assert list(question.choices) == sorted(question.choices)
    assert len(set(question.choices)) == 4


def test_single_choice_tells_where_another_facts_answer_belongs():
    ship = dated("f9", "The Svalbard ferry sank in 1902.", "1902", "In which year did the ferry sink?")
    known = world(NORWAY, RAILWAY, POLE, ship)
    questions = [next(single_choice.write(known.facts, known, random.Random(seed))) for seed in range(5)]
    sources = [pair for question in questions for pair in _sources(question)]

    told = [(known.by_id[source].statement, note) for source, note in sources if source not in ("", "f1")]

    assert told
    assert all(statement in note for statement, note in told)


def _sources(question):
    return zip(question.choice_facts, question.notes, strict=True)


def test_single_choice_writes_nothing_without_three_good_options(rng):
    assert list(single_choice.write((LEADER,), world(LEADER), rng)) == []


@pytest.mark.parametrize("kind", [single_choice, short_answer, cloze, numeric])
def test_a_denial_is_not_asked(kind, rng):
    assert list(kind.write((DENIAL,), world(DENIAL, *ALL), rng)) == []


def test_true_false_states_the_fact_and_a_contradicted_one(rng):
    true, false, *_ = true_false.write((NORWAY,), world(*ALL), rng)

    assert (true.stem, true.key) == (NORWAY.statement, (0,))
    assert false.key == (1,)
    assert false.stem != NORWAY.statement
    assert false.stem.startswith("Norway left the union with Sweden in 1")
    assert "1905" in false.explanation


def test_true_false_explains_by_what_the_article_says(rng):
    said = {"f5": "In 1905, Christian Michelsen led the government of Norway."}
    known = world(LEADER, said=said)

    true, *_ = true_false.write(known.facts, known, rng)

    assert true.explanation == f"The article says: {said['f5']}"
    assert true.notes == ("", true.explanation)


def test_true_false_does_not_repeat_a_statement_that_the_article_has_word_for_word(rng):
    known = world(LEADER)

    true, *_ = true_false.write(known.facts, known, rng)

    assert true.explanation == "The article says exactly this."


def test_true_false_puts_no_not_into_a_statement(rng):
    plain = fact("f1", "Olav owns a farm in Norway.", denial="Olav does not own a farm in Norway.")

    assert [q.stem for q in true_false.write((plain, plain), world(plain), rng)] == [plain.statement]


def false_ones(chosen, rng):
    """Return the false statements written for a fact."""
    return [question.stem for question in true_false.write((chosen,), world(chosen), rng) if question.key == (1,)]


@pytest.mark.parametrize("amount", ["two or more", "at least two", "up to two"])
def test_true_false_changes_no_number_that_leaves_room(amount, rng):
    said = f"The Bergen Line has {amount} tunnels in Voss."
    asked = fact("f1", said, answer(said, "two", AnswerType.NUMBER, value=Decimal(2)), kind="amount")

    assert false_ones(asked, rng) == []


def test_true_false_puts_a_stranger_into_a_list(rng):
    known = world(COUNCIL, BORDER)

    stems = [question.stem for question in true_false.write((known.by_id["f7"],), known, rng) if question.key == (1,)]

    assert len(stems) == 1
    assert "Russia" in stems[0]
    assert sum(member in stems[0] for member in COUNCIL.answers[0].members) == 4


def test_true_false_changes_nothing_that_may_be_otherwise(rng):
    said = "The Bergen Line may have 180 tunnels."
    unsure = fact("f6", said, answer(said, "180", AnswerType.NUMBER, value=Decimal(180)), kind="amount", hedged=True)

    written = list(true_false.write((unsure,), world(unsure), rng))

    assert [question.key for question in written] == [(0,)]


def test_true_false_changes_what_is_about_so_many_to_what_is_far_from_it(rng):
    written = list(true_false.write((TUNNELS,), world(TUNNELS), rng))

    false = [question.stem for question in written if question.key == (1,)]
    assert len(false) == 1
    assert "180" not in false[0]


def test_cloze_hints_at_what_fills_the_gap(rng):
    question = one(cloze, NORWAY, rng)

    assert question.stem == "Complete the sentence with a year: Norway left the union with Sweden in ____."
    assert [accepted.text for accepted in question.accept] == ["1905"]


def test_cloze_keeps_the_article_of_the_name(rng):
    statement = "The Treaty of Kiel joined Norway to Sweden after a war."
    asked = fact("f1", statement, answer(statement, "The Treaty of Kiel", AnswerType.AGREEMENT))

    question = one(cloze, asked, rng)

    assert question.stem.startswith("Complete the sentence: The ____ joined Norway")


def test_cloze_shows_its_key_without_the_article_before_the_gap(rng):
    said = "The Bergen Line was opened by the king of Norway in 1909."
    asked = fact("f1", said, answer(said, "The Bergen Line", AnswerType.ORGANISATION))

    question = one(cloze, asked, rng)

    assert [accepted.text for accepted in question.accept][:2] == ["Bergen Line", "The Bergen Line"]


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("A young Norwegian sailor asked the king of Norway about the harbour.", "A young Norwegian sailor"),
        ("The party Venstre-i-Voss of Norway won the election of the town.", "Voss"),
    ],
)
def test_cloze_leaves_no_gap_for_anybody_nor_inside_a_word(said, text, rng):
    asked = fact("f1", said, answer(said, text, AnswerType.PERSON))

    assert list(cloze.write((asked,), world(asked), rng)) == []


def test_cloze_leaves_no_gap_in_a_list(rng):
    statement = "Denmark, Norway and Sweden formed the union of Kalmar."
    asked = fact("f1", statement, answer(statement, "Norway", AnswerType.COUNTRY))

    assert list(cloze.write((asked,), world(asked), rng)) == []


def test_short_answer_accepts_aliases_and_refuses_names_alike(rng):
    statement = "Kristian Mikkelsen painted the Bergen Line for years."
    other = fact("f2", statement, answer(statement, "Kristian Mikkelsen", AnswerType.PERSON))

    question = one(short_answer, LEADER, rng, other)

    assert grade(question, "Michelsen").credit == 1.0
    assert question.reject == ("Kristian Mikkelsen",)


def test_numeric_allows_leeway_for_an_estimate(rng):
    question = one(numeric, TUNNELS, rng)

    assert grade(question, "185").credit == 1.0
    assert grade(question, "200").credit == 0.0


def test_numeric_asks_exactly_for_an_exact_number(rng):
    statement = "The Bergen Line has 39 stations."
    asked = fact(
        "f1",
        statement,
        answer(statement, "39", AnswerType.NUMBER, "How many stations has the Bergen Line?", value=Decimal(39)),
    )

    question = one(numeric, asked, rng)

    assert grade(question, "39").credit == 1.0
    assert grade(question, "38").credit == 0.0


def test_multiple_choice_mixes_members_with_others_of_their_kind(rng):
    question = one(multiple_choice, COUNCIL, rng, BORDER)

    right = {question.choices[index] for index in question.key}

    assert right <= set(COUNCIL.answers[0].members)
    assert "Russia" in set(question.choices) - right
    assert len(question.choices) - len(right) == 3
    assert not {"Denmark", "Finland", "Iceland", "Norway", "Sweden"} & (set(question.choices) - right)


def with_event(source, label, date):
    """Return a fact with a dated event."""
    values = {name: getattr(source, name) for name in source.__slots__}
    return type(source)(**values | {"event": Event(label, date), "pair": Pair("event-date", label, date)})


EVENTS = (
    with_event(NORWAY, "Norway leaves the union with Sweden", "1905"),
    with_event(TREATY, "The Treaty of Kiel is signed", "1814"),
    with_event(RAILWAY, "The Bergen Line is opened", "1909-11-27"),
    with_event(POLE, "Roald Amundsen reaches the South Pole", "1911"),
)


def test_ordering_is_keyed_by_date(rng):
    question = next(ordering.write(EVENTS, world(*EVENTS), rng))

    told = [question.choices[index] for index in question.key]

    assert told == [EVENTS[1].event.label, EVENTS[0].event.label, EVENTS[2].event.label, EVENTS[3].event.label]
    assert question.level is Level.UNDERSTANDING


def test_ordering_is_never_written_in_the_right_order():
    written = [
        question for seed in range(20) for question in ordering.write(EVENTS, world(*EVENTS), random.Random(seed))
    ]

    assert len(written) >= 40
    assert all(list(question.key) != sorted(question.key) for question in written)


def test_ordering_leaves_out_what_may_be_a_tie(rng):
    opened = with_event(RAILWAY, "The Bergen Line is opened", "1909-11-27")
    same_year = with_event(NORWAY, "Norway holds an election", "1909")

    assert list(ordering.write((opened, same_year, EVENTS[1]), world(opened, same_year, EVENTS[1]), rng)) == []


def test_ordering_leaves_out_labels_that_tell_the_year(rng):
    telling = with_event(NORWAY, "Norway leaves the union in 1905", "1905")

    assert list(ordering.write((telling, EVENTS[1], EVENTS[2]), world(telling, EVENTS[1], EVENTS[2]), rng)) == []


def test_matching_joins_each_event_with_its_own_year(rng):
    question = next(matching.write(EVENTS, world(*EVENTS), rng))

    joined = {choice: question.options[index] for choice, index in zip(question.choices, question.key, strict=True)}

    assert joined == {each.event.label: each.event.date for each in EVENTS}


def test_matching_leaves_out_a_second_valid_pairing(rng):
    twin = with_event(
        dated("f6", "The Oslo Line was opened in 1909.", "1909", "?"), "The Oslo Line is opened", "1909-11-27"
    )

    question = next(matching.write((*EVENTS, twin), world(*EVENTS, twin), rng))

    assert len(set(question.options)) == len(question.options) == 4


def test_matching_needs_three_pairs(rng):
    assert list(matching.write(EVENTS[:2], world(*EVENTS[:2]), rng)) == []


def test_what_is_written_passes_every_proof(rng):
    known = world(*EVENTS, LEADER, TUNNELS, COUNCIL, BORDER)
    kinds = (single_choice, true_false, cloze, short_answer, numeric, multiple_choice, ordering, matching)

    reasons = {
        (kind.KIND, question.stem): proofs.failed(question, known)
        for kind in kinds
        for question in kind.write(known.facts, known, rng)
    }

    assert {kind for kind, _ in reasons} == {kind.KIND for kind in kinds}
    assert not {stem: why for stem, why in reasons.items() if why}


def test_matching_takes_a_few_of_very_many_pairs(rng):
    pairs = [
        fact(f"f{n}", f"Q{n}x stands for Quota {n}x.", pair=Pair("abbreviation", f"Q{n}x", f"Quota {n}x"))
        for n in range(200)
    ]

    assert len(list(matching.write(pairs, world(*pairs), rng))) == 3


def test_judging_a_cause_or_its_effect_turned_round_asks_for_understanding_and_a_changed_detail_for_recall(rng):
    statement = "The lake was frozen in 1931 because the winter was cold."
    cause = fact(
        "u1",
        statement,
        kind="cause",
        level=Level.UNDERSTANDING,
        reversal="The winter was cold because the lake was frozen in 1931.",
    )

    written = list(true_false.write(world(cause).facts, world(cause), rng))

    levels = {question.stem: question.level for question in written}
    assert levels.pop(statement) is Level.UNDERSTANDING
    assert levels.pop(cause.reversal) is Level.UNDERSTANDING
    assert set(levels.values()) <= {Level.RECALL}
