import random
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from quizzes.engine.facts.base import AnswerType, Level
from quizzes.engine.leaks import gives_away, keys, tells
from quizzes.engine.proofs import Proving
from quizzes.engine.questions import Accepted, Question
from quizzes.engine.questions.drafts import named
from quizzes.engine.score import score
from quizzes.engine.selection import choose
from tests.engine.builders import NORWAY, POLE, RAILWAY, TREATY, Trusting, answer, fact, world

TOWNS = str.split("Bergen Molde Hamar Gjovik Larvik Skien Namsos")
FACTS = (NORWAY, TREATY, RAILWAY, POLE)
WORLD = world(*FACTS)


def short(stem, text, *facts, **more):
    draft = Question("", "short_answer", Level.RECALL, stem, facts, accept=(Accepted(text),), **more)
    return replace(draft, id=named(draft))


def single(stem, *choices, facts, key=0):
    draft = Question(
        "", "single_choice", Level.RECALL, stem, facts, choices, (key,), choice_facts=("",) * 4, notes=("",) * 4
    )
    return replace(draft, id=named(draft))


def truth(stem, key, *facts):
    draft = Question("", "true_false", Level.RECALL, stem, facts, ("True", "False"), (key,))
    return replace(draft, id=named(draft))


WHEN = short("In which year did Norway leave the union with Sweden?", "1905", "f1")
WHO = short("Which country left the union with Sweden in 1905?", "Norway", "f1")


def test_what_fails_a_proof_is_not_taken_but_the_next_best():
    rejected = Counter()
    faulty = replace(WHEN, id="q0", stem="In which year did Norway recently leave the union with Sweden?", score=0.99)
    right = replace(WHEN, score=0.9)

    chosen = choose([faulty, right], WORLD, random.Random(1), rejected, Proving(WORLD))

    assert [question.id for question in chosen] == [right.id]
    assert rejected == {"time_is_definite": 1}


def test_what_cannot_be_taken_is_not_proven():
    asked_about = []

    class Asked(Trusting):
        def failure(self, draft):
            asked_about.append(draft.id)
            return ""

    best, other = replace(WHEN, score=0.9), replace(WHEN, id="q0", score=0.8)
    choose([best, other], WORLD, random.Random(1), Counter(), Asked(WORLD))

    assert set(asked_about) == {best.id}


def test_a_question_that_names_the_answer_of_another_gives_it_away():
    assert gives_away(WHO, WHEN)
    assert gives_away(WHEN, WHO)


def test_questions_about_other_things_do_not():
    other = short("In which year was the Treaty of Kiel signed?", "1814", "f2")

    assert not gives_away(WHEN, other)
    assert not gives_away(other, WHEN)


def test_a_statement_that_says_the_same_gives_it_away():
    assert gives_away(WHO, truth("Norway left the union with Sweden in 1905.", 0, "f1"))


def test_a_statement_from_elsewhere_that_names_the_answer_tells_it():
    elsewhere = truth("The union of Norway with Sweden, which the country left in 1905, was loose.", 0, "f3")
    other = short("In which year did Norway join the union with Denmark?", "1905", "f3")

    assert tells(elsewhere, WHEN)
    assert not tells(other, WHEN)


def test_only_one_of_two_questions_that_answer_each_other_is_chosen():
    rejected = Counter()

    chosen = choose([WHEN, WHO], WORLD, random.Random(1), rejected, Trusting(WORLD))

    assert len(chosen) == 1
    assert rejected == {"another_question_answers_it": 1}


def test_one_stem_is_asked_once():
    rejected = Counter()
    again = single(WHEN.stem, "1905", "1904", "1906", "1907", facts=("f1",))

    chosen = choose([WHEN, again], WORLD, random.Random(1), rejected, Trusting(WORLD))

    assert len(chosen) == 1
    assert rejected == {"asked_twice": 1}


def gapped(number, *, options=()):
    stem = f"Complete the sentence with a year: In ____ the {number} lock of the canal was opened by its builders."
    key = (0,) if options else ()
    draft = Question("", "cloze", Level.RECALL, stem, ("f1",), options=options, key=key, accept=(Accepted("1898"),))
    return replace(draft, id=named(draft))


def test_few_gaps_are_filled_from_a_list(rng):
    facts = [
        fact(f"f{number}", f"The {town} lock was opened in {1898 + number}.", answer(
            f"The {town} lock was opened in {1898 + number}.", str(1898 + number), AnswerType.DATE
        ))
        for number, town in enumerate(TOWNS)
    ]  # fmt: skip
    drafts = [
        replace(
            gapped(town, options=(str(1898 + number), "1700", "1710", "1720")),
            facts=(f"f{number}",),
            accept=(Accepted(str(1898 + number)),),
        )
        for number, town in enumerate(TOWNS)
    ]

    chosen = choose(drafts, world(*facts), rng, Counter(), Trusting(world(*facts)))

    assert len(chosen) == 1


def test_one_answer_is_not_asked_for_all_the_time():
    known = world(*(fact(f"n{i}", f"Norway did thing number {i} in Voss.") for i in range(6)))
    asked = [short(f"Which country did thing number {i} in Voss?", "Norway", f"n{i}") for i in range(6)]
    rejected = Counter()

    chosen = choose(asked, known, random.Random(1), rejected, Trusting(known))

    assert len(chosen) == 3
    assert rejected["enough_of_this_answer"] == 3


def test_the_best_comes_first_and_scores_stay_within_bounds():
    asked = [WHEN, *(short(f.answers[0].stem, f.answers[0].text, f.id) for f in FACTS[1:])]

    chosen = choose(asked, WORLD, random.Random(1), Counter(), Trusting(WORLD))

    assert len(chosen) == 4
    assert all(0 < question.score <= 1 for question in chosen)
    assert sorted((q.score for q in chosen), reverse=True) == [q.score for q in chosen]


def test_no_answer_comes_twice_in_a_row_where_it_can_be_helped():
    names = ("Voss", "Bergen", "Oslo", "Molde")
    known = world(*(fact(f"n{i}", f"{name} has thing number {i}.") for i, name in enumerate(names)))
    asked = [
        short(f"Which number does {name} have of the thing?", "1905" if i < 2 else f"190{i}", f"n{i}")
        for i, name in enumerate(names)
    ]

    chosen = choose(asked, known, random.Random(1), Counter(), Trusting(known))
    answers = [keys(question)[0] for question in chosen]

    assert all(a != b for a, b in pairwise(answers))


def test_keys_of_single_choices_are_spread_evenly():
    known = world(*(fact(f"n{i}", f"Writer {i} wrote play number {i} at home.") for i in range(8)))
    asked = [
        single(f"Who wrote play number {i} at home?", f"Key {i}", "Anne", "Berit", "Clara", facts=(f"n{i}",))
        for i in range(8)
    ]

    chosen = choose(asked, known, random.Random(1), Counter(), Trusting(known))

    assert Counter(question.key[0] for question in chosen) == {0: 2, 1: 2, 2: 2, 3: 2}
    assert all(question.choices[question.key[0]].startswith("Key") for question in chosen)


def test_options_in_rising_order_stay_so():
    asked = single(WHEN.stem, "1901", "1903", "1905", "1909", facts=("f1",), key=2)

    chosen = choose([asked], WORLD, random.Random(3), Counter(), Trusting(WORLD))

    assert chosen[0].choices == asked.choices


def test_true_statements_do_not_outnumber_false_ones_by_far():
    known = world(*(fact(f"n{i}", f"Town {i} has thing number {i} of Voss.") for i in range(20)))
    asked = [truth(f"Town {i} has thing number {i} of Voss.", 0, f"n{i}") for i in range(20)]

    chosen = choose(asked, known, random.Random(1), Counter(), Trusting(known))

    assert 0 < len(chosen) < 10


def test_what_is_asked_already_is_not_judged_as_well():
    rejected = Counter()
    false = truth("Norway left the union with Sweden in 1901.", 1, "f1")

    chosen = choose([WHEN, false], WORLD, random.Random(1), rejected, Trusting(WORLD))

    assert len(chosen) == 1
    assert rejected == {"asked_in_this_direction": 1}


def test_what_joins_two_things_is_judged_before_a_detail_of_it_is_asked():
    joined = replace(truth("Norway left the union with Sweden in 1905.", 0, "f1"), level=Level.UNDERSTANDING)

    chosen = choose([WHEN, joined], WORLD, random.Random(1), Counter(), Trusting(WORLD))

    assert [question.kind for question in chosen] == ["true_false"]


def test_a_fact_that_matters_more_scores_higher():
    weighty = replace(WORLD.by_id["f1"], salience=1.0)
    light = replace(WORLD.by_id["f1"], salience=0.0)

    assert score(WHEN, replace(WORLD, facts=(weighty,))) > score(WHEN, replace(WORLD, facts=(light,)))


def test_a_hedged_fact_scores_lower():
    hedged = replace(WORLD.by_id["f1"], hedged=True)

    assert score(WHEN, replace(WORLD, facts=(hedged,))) < score(WHEN, WORLD)


def test_keys_of_each_kind():
    matching = Question("m", "matching", Level.RECALL, "?", ("f1",), ("a", "b"), (1, 0), ("x", "y"))
    listed = Question("m", "multiple_choice", Level.RECALL, "?", ("f1",), ("a", "b", "c"), (0, 2))

    assert keys(matching) == ["y", "x"]
    assert keys(listed) == ["a", "c"]
    assert keys(truth("It is so.", 0, "f1")) == []


def test_the_kind_of_thing_is_known_by_name():
    said = "Henrik Ibsen wrote Peer Gynt."
    known = world(fact("p1", said, answer(said, "Henrik Ibsen", AnswerType.PERSON)))

    assert known.types["henrik ibsen"] is AnswerType.PERSON
    assert known.types["norway"] is AnswerType.COUNTRY


def test_statements_are_not_nearly_all_true():
    facts = [fact(f"t{n}", f"{name} keeps a lighthouse of its own on the coast.") for n, name in enumerate(TOWNS)]
    true = [truth(each.statement, 0, each.id) for each in facts[:6]]
    false = [truth(each.statement.replace("coast", "Baltic"), 1, each.id) for each in facts[6:]]

    chosen = choose([*true, *false], world(*facts), random.Random(1), Counter(), Trusting(world(*facts)))

    verdicts = Counter(question.key[0] for question in chosen)
    assert verdicts[1] == 1
    assert verdicts[0] <= 1.5 * verdicts[1] + 2


def search(told, passage, key, identifier):
    stem = f"Which sentence proves this? “{told}”"
    draft = Question("", "find_evidence", Level.RECALL, stem, (identifier,), tuple(passage), (key,))
    return replace(draft, id=named(draft))


def test_more_proofs_are_to_be_found_where_little_else_is_asked():
    said = [f"{name} has kept a lighthouse of stone on its own coast for a hundred years." for name in TOWNS]
    filler = " ".join(["The wind blew over the sea."] * 100)
    facts = [fact(f"t{n}", each) for n, each in enumerate(said)]
    known = world(*facts, fact("long", filler))
    asked = [short(f"Which town is number {n} on the coast?", name, f"t{n}") for n, name in enumerate(TOWNS[:6])]
    searched = [search(f"A lighthouse stands near {name}.", said, n, f"t{n}") for n, name in enumerate(TOWNS)]

    chosen = choose([*asked, *searched], known, random.Random(1), Counter(), Trusting(known))

    found = [question.facts[0] for question in chosen if question.kind == "find_evidence"]
    assert len(found) == 2
    assert "t6" in found


def test_what_is_told_in_the_sentences_own_words_is_not_searched_for():
    said = [f"{name} has kept a lighthouse of stone on its own coast for a hundred years." for name in TOWNS]
    facts = [fact(f"t{n}", each) for n, each in enumerate(said)]
    asked = [short(f"Which town is number {n} on the coast?", name, f"t{n}") for n, name in enumerate(TOWNS)]

    chosen = choose(
        [*asked, search(said[6], said, 6, "t6")], world(*facts), random.Random(1), Counter(), Trusting(world(*facts))
    )

    assert not any(question.kind == "find_evidence" for question in chosen)


def test_whose_words_a_quotation_are_is_asked_before_it_is_judged():
    said = 'Ida Moe said, "The old harbour of Bergen is far too small."'
    stem = 'Who said, "The old harbour of Bergen is far too small"?'
    known = world(fact("q1", said, answer(said, "Ida Moe", AnswerType.PERSON, stem), kind="quotation"))
    asked = replace(short(stem, "Ida Moe", "q1"), score=0.8)
    judged = replace(truth(said.replace("Ida Moe", "Karl Lind"), 1, "q1"), score=0.95)

    chosen = choose([asked, judged], known, random.Random(1), Counter(), Trusting(known))

    assert [question.kind for question in chosen] == ["short_answer"]


def test_no_proof_is_searched_for_whose_statement_answers_another_question():
    said = [f"{name} has kept a lighthouse of stone on its own coast for a hundred years." for name in TOWNS]
    known = world(*[fact(f"t{n}", each) for n, each in enumerate(said)])
    asked = [short(f"Which town is number {n} on the coast?", name, f"t{n}") for n, name in enumerate(TOWNS)]
    searched = [search(f"On the coast {TOWNS[0]} is the town with number 0.", said, 0, "t0")]

    chosen = choose([*asked, *searched], known, random.Random(1), Counter(), Trusting(known))

    assert not any(question.kind == "find_evidence" for question in chosen)


def test_a_statement_to_be_judged_makes_way_for_the_proof_of_the_same():
    said = [f"{name} has kept a lighthouse of stone on its own coast for a hundred years." for name in TOWNS]
    known = world(*[fact(f"t{n}", each) for n, each in enumerate(said)])
    asked = [short(f"Which town is number {n} on the coast?", name, f"t{n}") for n, name in enumerate(TOWNS[:6])]
    searched = search(f"A lighthouse stands near {TOWNS[6]}.", said, 6, "t6")
    judged = truth(f"A lighthouse stands in {TOWNS[6]}.", 0, "t6")

    chosen = choose([*asked, searched, judged], known, random.Random(1), Counter(), Trusting(known))

    assert [question.kind for question in chosen if question.facts == ("t6",)] == ["find_evidence"]
