"""A quiz on paper: two versions of the same questions, and keys that fit them."""

from __future__ import annotations

from dataclasses import astuple, replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizzes.engine import questions as engine
from quizzes.paper import VERSIONS, Printed, key, laid_out, letter, paper
from tests.sheets import one_of_each, printed, random_bank

SEEDS = st.integers(0, 2**62)
# Other tests share the machine.
UNHURRIED = settings(suppress_health_check=[HealthCheck.too_slow])


def marked(asked, told) -> bool:
    """Whether somebody who fills in the paper as the key says has everything right, by the texts alone."""
    by_letter = {f"{one.letter}) {one.text}" for one in asked.choices}
    if asked.layout == "tick":
        return set(told.answers) <= by_letter
    if asked.layout == "number":
        return [answer.partition(": ")[2] for answer in told.answers] == [one.text for one in asked.choices]
    if asked.layout == "match":
        named = [f"{one.letter}) {one.text}" for one in asked.options]
        pairs = zip(asked.choices, told.answers, strict=True)
        return all(any(answer == f"{one.text}: {name}" for name in named) for one, answer in pairs)
    return len(told.answers) == 1


def right_texts(question: engine.Question) -> set[tuple[str, ...]]:
    """What is right, whatever the order of the choices."""
    if question.options:
        return {(text, question.options[at]) for text, at in zip(question.choices, question.key, strict=True)}
    if question.kind == "ordering":
        return {(str(place), question.choices[at]) for place, at in enumerate(question.key, start=1)}
    return {(question.choices[at],) for at in question.key} or {(question.accept[0].text,)}


def told_texts(asked, told) -> set[tuple[str, ...]]:
    """What the key says is right, read as a teacher reads it beside the paper."""
    if asked.layout == "match":
        return {(one.text, answer.removeprefix(f"{one.text}: ").partition(") ")[2])
                for one, answer in zip(asked.choices, told.answers, strict=True)}  # fmt: skip
    if asked.layout == "number":
        return {tuple(answer.split(": ", 1)) for answer in told.answers}
    if asked.layout == "tick":
        return {(answer.partition(") ")[2],) for answer in told.answers}
    return {told.answers}


@UNHURRIED
@given(random_bank(), SEEDS, st.sampled_from(VERSIONS))
def test_key_agrees_with_its_paper(bank, seed, version):
    sheet = laid_out(bank, seed, version)
    stored = {one.question.stem: one.question for one in bank}

    for asked, told in zip(paper(sheet), key(sheet), strict=True):
        assert (asked.number, asked.stem) == (told.number, told.stem)
        assert marked(asked, told)
        assert told_texts(asked, told) == right_texts(stored[asked.stem])


@UNHURRIED
@given(random_bank(), SEEDS)
def test_versions_ask_the_same_in_another_order(bank, seed):
    first, second = (paper(laid_out(bank, seed, version)) for version in VERSIONS)

    stems = [[one.stem for one in version] for version in (first, second)]
    assert sorted(stems[0]) == sorted(stems[1])
    assert stems[0] != stems[1] or len(bank) == 1


@UNHURRIED
@given(random_bank(), SEEDS, st.sampled_from(VERSIONS))
def test_a_version_is_the_same_each_time(bank, seed, version):
    assert laid_out(bank, seed, version) == laid_out(bank, seed, version)


def test_first_version_keeps_the_order_given():
    given_order = [one.question.stem for one in one_of_each()]

    assert [one.stem for one in paper(laid_out(one_of_each(), 1, "A"))] == given_order


@pytest.mark.parametrize("kind", ["single_choice", "multiple_choice", "matching", "ordering"])
def test_choices_stand_in_another_order_in_the_other_version(kind):
    [one] = [one for one in one_of_each() if one.question.kind == kind]

    for seed in range(30):
        first, second = (laid_out([one], seed, version)[0].question for version in VERSIONS)
        assert (first.choices, first.options) != (second.choices, second.options)


def test_place_of_the_key_is_left_to_chance_in_both_versions():
    one = printed("single_choice", choices=("right", "wrong"), key=(0,))

    for version in VERSIONS:
        places = [laid_out([one], seed, version)[0].question.key[0] for seed in range(200)]
        assert 60 < sum(places) < 140


def test_figures_stay_in_rising_order():
    one = printed("single_choice", choices=("1991", "1992", "1994"), key=(1,))

    assert [laid_out([one], 3, version)[0].question.choices for version in VERSIONS] == [one.question.choices] * 2


def test_sentences_to_find_the_proof_in_stay_in_the_order_of_the_article():
    [one] = [one for one in one_of_each() if one.question.kind == "find_evidence"]

    for version in VERSIONS:
        [asked] = paper(laid_out([one], 3, version))
        assert [f"{option.letter}) {option.text}" for option in asked.choices] == [
            "a) It began.", "b) It grew.", "c) It ended."
        ]  # fmt: skip


def test_paper_says_what_to_do_and_has_room_for_it():
    layouts = {one.layout for one in paper(one_of_each())}

    assert layouts == {"tick", "number", "match", "gap", "line", "figure"}
    assert all(one.instructions.endswith(".") and "Type" not in one.instructions for one in paper(one_of_each()))


@pytest.mark.parametrize(
    ("choices", "beside"),
    [
        (("1991", "1992", "1994", "1999"), 4),
        (("True", "False"), 4),
        (("Ann Lee", "Bea Howard-Smith"), 2),
        (("Ann", "b" * 33), 1),
    ],
)
def test_short_choices_stand_beside_each_other(choices, beside):
    assert [one.beside for one in paper([printed("single_choice", choices=choices, key=(0,))])] == [beside]


def test_short_words_for_a_gap_stand_beside_each_other():
    one = printed(
        "cloze", "It was in ____.", options=("1991", "1992"), key=(1,), accept=one_of_each()[3].question.accept
    )

    assert [asked.beside for asked in paper([one])] == [4]


def test_paper_tells_nothing_of_the_answer():
    secrets = ("keyword", "noteword", "explainword", "proofword", "rejectword")
    bank = [
        Printed(
            replace(
                one.question,
                notes=("noteword",) * len(one.question.choices),
                explanation="explainword",
                reject=("rejectword",),
                accept=tuple(replace(accepted, text="keyword") for accepted in one.question.accept),
            ),
            ("proofword",),
            "proofword",
        )
        for one in one_of_each()
    ]

    said = str([astuple(one) for one in paper(laid_out(bank, 5, "A"))])

    assert [secret for secret in secrets if secret in said] == []


def test_papers_of_other_keys_are_the_same_paper():
    one, other = (printed("single_choice", choices=("Ann", "Bea", "Cid"), key=(at,)) for at in (0, 2))

    assert paper(laid_out([one], 9, "B")) == paper(laid_out([other], 9, "B"))


def test_key_has_all_that_earns_credit():
    told = {one.stem: one for one in key(one_of_each())}

    assert told["Who signed first?"].also == "Ivy the Elder (50% of the credit)"
    assert (told["How far is it?"].answers, told["How far is it?"].also) == (("5 km (± 0.25)",), "5")


def test_key_counts_several_gaps():
    [told] = [one for one in key(one_of_each()) if one.stem.startswith("The ____")]

    assert (told.answers, told.also) == (("1: lock", "2: Pru"), "2: Old Pru")


@pytest.mark.parametrize("version", VERSIONS)
def test_a_gap_to_choose_for_has_its_list_on_the_paper_and_its_letter_in_the_key(version):
    bank = [one for one in one_of_each() if one.question.kind == "cloze" and one.question.options]

    sheet = laid_out(bank, 8, version)

    [asked], [told] = paper(sheet), key(sheet)
    listed = [f"{option.letter}) {option.text}" for option in asked.options]
    assert (asked.layout, asked.choices, len(listed)) == ("gap", (), 3)
    assert (told.also, [answer for answer in listed if answer.endswith("Xan")]) == ("", list(told.answers))
    assert asked.instructions == "Write in each gap the letter of what belongs there."


def test_tolerance_is_written_out():
    accept = (engine.Accepted("1000", Decimal(1000), Decimal("50.000000")),)

    assert key([printed("numeric", accept=accept)])[0].answers == ("1000 (± 50)",)


def test_letters_go_on_after_z():
    assert [letter(place) for place in (0, 25, 26, 27)] == ["a", "z", "aa", "bb"]


@pytest.mark.parametrize("kind", engine.KINDS)
def test_every_kind_says_what_to_do_with_a_pen(kind):
    assert kind.ON_PAPER.endswith(".")
