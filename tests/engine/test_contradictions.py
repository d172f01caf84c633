import re
from dataclasses import replace
from decimal import Decimal

import pytest

from quizzes.engine.contradictions import contradictions
from quizzes.engine.facts.base import AnswerType
from quizzes.engine.world import Named
from tests.engine.builders import answer, dated, fact, world

LED = "Christian Michelsen led the government of Norway in 1905."
LEADER = fact(
    "f1", LED, answer(LED, "Christian Michelsen", AnswerType.PERSON, "Who led the government of Norway in 1905?")
)
RIVALS = tuple(
    fact(f"p{place}", said, answer(said, name, AnswerType.PERSON, f"Who painted {work}?"))
    for place, (name, work) in enumerate((("Anna Berg", "a ship"), ("Otto Lind", "a mill"), ("Ida Holm", "a dog")))
    for said in (f"{name} painted {work}.",)
)


def texts(chosen, known, rng):
    return [each.text for each in contradictions(known.by_id[chosen.id], known, rng)]


def test_what_happened_once_is_told_of_another(rng):
    told = texts(LEADER, world(LEADER, *RIVALS), rng)

    assert any(text.startswith(("Anna Berg led", "Otto Lind led", "Ida Holm led")) for text in told)


@pytest.mark.parametrize(("named", "changed"), [("", True), (", Ida Moe and Lars Holm", False)])
def test_a_number_is_not_changed_where_those_counted_are_named(named, changed, rng):
    said = f"Otto Lind trained 60 smiths{named}."
    count = answer(said, "60", AnswerType.NUMBER, value=Decimal(60), unit="smiths")
    told = fact("f1", said, count, kind="amount")

    assert any(" 60 " not in text for text in texts(told, world(told), rng)) is changed


def test_what_is_told_at_no_time_is_not_told_of_another(rng):
    said = "Christian Michelsen liked the sea."
    liked = fact("f1", said, answer(said, "Christian Michelsen", AnswerType.PERSON, "Who liked the sea?"))

    assert texts(liked, world(liked, *RIVALS), rng) == []


def test_what_only_one_can_be_is_told_of_another(rng):
    said = "Otto Lind was the mayor of Voss."
    mayor = fact("f1", said, answer(said, "Otto Lind", AnswerType.PERSON, "Who was the mayor of Voss?"))
    others = (LEADER.__class__(**{n: getattr(LEADER, n) for n in LEADER.__slots__} | {"id": "f2"}), *RIVALS)

    told = texts(mayor, world(mayor, *others), rng)

    assert told
    assert all(text.endswith(" was the mayor of Voss.") for text in told)


def test_a_deed_is_told_the_other_way_round(rng):
    said = "Sweden defeated Denmark in 1658."
    war = fact(
        "f1", said, answer(said, "Sweden", AnswerType.COUNTRY), answer(said, "Denmark", AnswerType.COUNTRY),
        relation="defeat", kind="action",
    )  # fmt: skip
    named = tuple(Named(name, AnswerType.COUNTRY) for name in ("Sweden", "Denmark"))
    known = world(war)

    told = texts(war, type(known)(known.document, known.facts, named), rng)

    assert "Denmark defeated Sweden in 1658." in told


def test_what_goes_both_ways_is_not_turned_round(rng):
    said = "Sweden met Denmark in 1658."
    meeting = fact(
        "f1", said, answer(said, "Sweden", AnswerType.COUNTRY), answer(said, "Denmark", AnswerType.COUNTRY),
        relation="meet", kind="action",
    )  # fmt: skip
    named = tuple(Named(name, AnswerType.COUNTRY) for name in ("Sweden", "Denmark"))
    known = world(meeting)

    told = texts(meeting, type(known)(known.document, known.facts, named), rng)

    assert "Denmark met Sweden in 1658." not in told


def test_one_cause_is_put_in_anothers_place(rng):
    statements = {
        "f1": ("Marsh fever is caused by drinking stale water.", "drinking stale water", "marsh fever"),
        "f2": ("Hill fever is caused by eating unripe berries.", "eating unripe berries", "hill fever"),
        "f3": ("Ship fever is caused by wearing damp clothes.", "wearing damp clothes", "ship fever"),
        "f4": ("Camp fever is caused by breathing thick smoke.", "breathing thick smoke", "camp fever"),
    }
    known = world(
        *(
            fact(
                key, said,
                answer(said, cause, AnswerType.TERM, f"What causes {what}?", head=cause.split()[-1], form="VBG"),
                relation="cause", kind="action", subject=what,
            )
            for key, (said, cause, what) in statements.items()
        )
    )  # fmt: skip

    told = list(contradictions(known.by_id["f1"], known, rng))

    assert len(told) == 1
    assert told[0].text.startswith("Marsh fever is caused by ")
    assert "drinking stale water, not" in told[0].note


def test_a_place_in_a_definition_is_changed_to_another_of_its_kind(rng):
    said = "Orrin is a city in the state of Oregon."
    stem = "What is Orrin?"
    city = fact("f1", said, answer(said, "a city in the state of Oregon", AnswerType.TERM, stem), kind="definition")

    told = list(contradictions(city, world(city), rng))

    assert len(told) == 1
    assert told[0].text.startswith("Orrin is a city in the state of ")
    assert told[0].note.startswith("The article says Oregon, not ")


def test_a_denial_is_turned_round(rng):
    denial = fact("f1", "Infants should not be fed honey.", kind="action", negated=True)

    assert texts(denial, world(denial), rng) == ["Infants should be fed honey."]


@pytest.mark.parametrize("with_it", ["even when guests are expected", "until the ice has melted", "by anyone"])
def test_a_denial_that_its_sentence_needs_is_left_alone(with_it, rng):
    told = fact("f1", f"The pier of Voss is not cleaned, {with_it}.", negated=True, denial="The pier is cleaned.")

    assert not list(contradictions(told, world(told), rng))


def test_a_denial_of_a_part_is_left_alone(rng):
    told = fact("f1", "The school could be used by men, but not women.", negated=True)

    assert not list(contradictions(told, world(told), rng))


def test_a_denial_with_do_is_left_alone(rng):
    denial = fact("f1", "Norway did not join the union.", kind="action", negated=True)

    assert texts(denial, world(denial), rng) == []


@pytest.mark.parametrize(
    "said", ["The nets may not be strong enough.", "The harbour is not always free of ice.", "Denmark might not vote."]
)
def test_a_denial_that_leaves_the_contrary_open_is_left_alone(said, rng):
    denial = fact("f1", said, kind="action", negated=True)

    assert texts(denial, world(denial), rng) == []


def test_nobody_acts_after_his_death(rng):
    told = fact("f1", "Before Harald died, he named an heir.", reversal="After Harald died, he named an heir.")

    assert "After Harald died, he named an heir." not in texts(told, world(told), rng)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("five", "Otto was the fourth of five children of a smith."),
        ("at least six", "Of the boats at least six sank."),
        ("two", "Norway met the first two conditions."),
    ],
)
def test_a_number_that_leaves_room_for_others_is_not_changed(number, said, rng):
    counted = fact("f1", said, answer(said, number, AnswerType.NUMBER, "How many was it?"))

    assert texts(counted, world(counted), rng) == []


def test_the_year_of_a_statement_is_changed(rng):
    told = fact("f1", "The ferry of Voss was rebuilt in 1905 after a fire.", kind="action")

    [false] = texts(told, world(told), rng)
    assert re.fullmatch(r"The ferry of Voss was rebuilt in 1[89]\d\d after a fire\.", false)
    assert "1905" not in false


def test_a_post_of_one_is_told_of_another(rng):
    said = "Otto Lind is described as the mayor of Voss."
    mayor = fact("f1", said, answer(said, "Otto Lind", AnswerType.PERSON, "Who is described as the mayor of Voss?"))
    others = (replace(LEADER, id="f2"), *RIVALS)

    assert any("Otto Lind" not in text for text in texts(mayor, world(mayor, *others), rng))


def test_what_lies_between_two_others_is_not_moved(rng):
    told = fact(
        "f1",
        "The guild of Voss ruled after the kings and preceding the council.",
        reversal="The guild of Voss ruled before the kings and preceding the council.",
    )

    assert texts(told, world(told), rng) == []


def test_no_words_are_put_into_a_speakers_mouth(rng):
    words = '"The ferry of Voss was rebuilt in 1905 after a fire."'
    said = f"Ida Moe said, {words}"
    who = answer(said, "Ida Moe", AnswerType.PERSON, f"Who said, {words[:-2]}?")
    spoken = fact("f1", said, who, kind="quotation")

    assert all(words in text for text in texts(spoken, world(spoken, *RIVALS), rng))


def test_a_denial_that_says_for_how_long_is_not_turned_into_nonsense(rng):
    said = "The border of Voss was not settled for centuries."
    denial = fact("f1", said, negated=True, denial="The border of Voss was settled for centuries.")

    assert texts(denial, world(denial), rng) == []


def test_one_of_the_first_may_be_another_as_well(rng):
    said = "Anna Berg was one of the first painters of Voss."
    first = fact("f1", said, answer(said, "Anna Berg", AnswerType.PERSON, "Who was one of the first painters of Voss?"))

    assert not any("Otto Lind" in text or "Ida Holm" in text for text in texts(first, world(first, *RIVALS), rng))


@pytest.mark.parametrize("lead", ["By", "Before", "Since"])
def test_a_time_that_leaves_others_open_is_not_changed(lead, rng):
    said = f"{lead} 1850, Otto Lind had built a mill."
    stem = "When had Otto Lind built a mill?"
    built = fact("f1", said, answer(said, "1850", AnswerType.DATE, stem, year=1850), relation="build")

    assert not [text for text in texts(built, world(built), rng) if "1850" not in text]


def test_a_changed_year_is_not_the_very_next(rng):
    said = "Otto Lind built a mill in 1850."
    built = fact("f1", said, relation="build", kind="action")

    changed = [text for text in texts(built, world(built), rng) if "1850" not in text]

    assert changed
    assert not {"1849", "1851"} & {text[-5:-1] for text in changed}


def test_a_changed_amount_lies_well_apart(rng):
    said = "The mill ground 10 sacks of rye."
    ground = fact("f1", said, relation="grind", kind="action")

    changed = texts(ground, world(ground), rng)

    assert changed
    assert not {"The mill ground 9 sacks of rye.", "The mill ground 11 sacks of rye."} & set(changed)


@pytest.mark.parametrize(
    "said",
    [
        "The harbour is still not deep enough.",
        "The council would not pay for the mill.",
        "The mill has not earned a penny more.",
        "Cases have not been seen, with the exception of Voss.",
    ],
)
def test_what_no_longer_reads_well_without_its_not_is_no_statement(said, rng):
    denial = replace(fact("f1", said, kind="action"), negated=True)

    assert not texts(denial, world(denial), rng)


@pytest.mark.parametrize(
    "said", ["Otto Lind died at the age of 95.", "The guild asked for 20-30 ships.", "The tax is 2% of the price."]
)
def test_number_that_would_be_absurd_there_or_hardly_another_is_left(said, rng):
    told = fact("f1", said, kind="action")

    ages = [int(found[0]) for text in texts(told, world(told), rng) if (found := re.search(r"\d+", text))]
    assert all(age <= 105 for age in ages) if "age" in said else all(abs(age - 2) >= 2 for age in ages)


def test_a_day_is_not_moved_to_the_next_month(rng):
    said = "Lind opened the mill on 2 May 1966."
    day = fact("f1", said, answer(said, "2 May 1966", AnswerType.DATE, "When did Lind open the mill?"), kind="date")

    assert not [text for text in texts(day, world(day), rng) if re.search(r"(?:April|June|March|July) 1966", text)]


def test_a_figure_inside_a_longer_one_is_not_changed(rng):
    told = fact("f1", "The goal of the 6,000-mile trip was a treaty.", kind="action")

    assert not texts(told, world(told), rng)


def test_what_is_greater_than_a_number_may_be_greater_than_another(rng):
    told = fact("f1", "A ship with more crew than a count greater than 40 pays a toll.", kind="action")

    assert not texts(told, world(told), rng)


def test_a_land_is_not_put_for_one_that_lies_in_it(rng):
    said = "The first iron mill was built in the United Kingdom in 1705."
    mill = fact("f1", said, answer(said, "the United Kingdom", AnswerType.COUNTRY, "Where was the mill built in 1705?"))
    other = "The mill of England was closed in 1801."
    closed = fact("f2", other, answer(other, "England", AnswerType.COUNTRY, "Whose mill was closed in 1801?"))

    assert not [text for text in texts(mill, world(mill, closed, *RIVALS), rng) if "England" in text]


def test_a_person_does_nothing_before_his_youth_or_after_his_death(rng):
    born = dated("f1", "Otto Lind was born in 1683.", "1683", "In which year was Otto Lind born?")
    died = dated("f2", "Otto Lind died in 1700.", "1700", "In which year did Otto Lind die?")
    sold = dated(
        "f3", "Otto Lind sold a mill in 1695.", "1695", "In which year did Otto Lind sell a mill?", subject="Otto Lind"
    )

    changed = texts(sold, world(sold, born, died), rng)

    years = [int(year) for text in changed for year in re.findall(r"1[67]\d\d", text)]
    assert all(1693 <= year <= 1700 for year in years)


def test_the_year_in_a_name_is_not_changed(rng):
    told = fact("f1", "The mayor of Voss signed the Harbour Act of 1859.", kind="action")

    assert not texts(told, world(told), rng)


def test_an_age_is_changed_to_one_that_people_reach(rng):
    told = fact("f1", "Otto Lind died in Voss at the age of 95.", kind="action")

    assert [text for text in texts(told, world(told), rng) if re.search(r"age of \d\d\.", text)]


def test_what_holds_from_an_age_on_holds_from_a_later_one(rng):
    told = fact("f1", "The ferry is free for sailors 7 years of age and older.", kind="action")

    assert not texts(told, world(told), rng)


def test_where_the_articles_own_place_lies_is_on_the_map(rng):
    told = fact("f1", "For ages, Voss was the southern gate of the fjord.", kind="action", relation="be")
    known = replace(world(told), topic=Named("Voss", AnswerType.PLACE, ("Voss",)))

    assert not texts(told, known, rng)


def test_an_amount_that_is_about_right_is_changed_to_one_far_off(rng):
    said = "The yard of Voss has built about 350 boats."
    count = answer(
        said, "350", AnswerType.NUMBER, "How many boats has the yard built?", value=Decimal(350), unit="boats"
    )
    told = fact("f1", said, count, kind="amount", hedged=True)

    changed = [int(text.split()[-2]) for text in texts(told, world(told), rng)]
    assert changed
    assert all(abs(number - 350) >= 120 for number in changed)


def test_who_holds_a_post_of_one_is_another(rng):
    said = "Otto Lind is director of the Voss Museum."
    post = fact("f1", said, answer(said, "Otto Lind", AnswerType.PERSON, "Who is director of the Voss Museum?"))

    assert texts(post, world(post, *RIVALS), rng)


def test_a_bound_of_what_only_may_be_is_not_turned(rng):
    told = fact("f1", "More than 900 boats might be kept in the fjord.", kind="action", hedged=True)

    assert not texts(told, world(told), rng)


def test_years_and_a_half_are_others_and_a_half(rng):
    said = "For three-and-a-half years the yard of Voss built rafts."
    years = answer(said, "three", AnswerType.NUMBER, "For how long did the yard build rafts?", value=Decimal(3))
    told = fact("f1", said, years, kind="amount")

    changed = texts(told, world(told), rng)
    assert changed
    assert all("-and-a-half years" in text for text in changed)
