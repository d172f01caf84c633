import random
from dataclasses import replace

import pytest

from quizzes.engine.distractors import pick
from quizzes.engine.facts.base import AnswerType
from quizzes.engine.world import Named
from tests.engine.builders import NORWAY, POLE, RAILWAY, TREATY, answer, dated, fact, world


def named(identifier, statement, text, kind, stem="", **more):
    return fact(identifier, statement, answer(statement, text, kind, stem, **more), kind="action")


WRITER = named("p1", "Henrik Ibsen wrote Peer Gynt in Rome.", "Henrik Ibsen", AnswerType.PERSON, "Who wrote Peer Gynt?")
MEN = ("Otto", "Karl", "Arthur")
OTHERS = (
    named("p2", "Edvard Grieg composed a concerto.", "Edvard Grieg", AnswerType.PERSON),
    named("p3", "Edvard Munch painted The Scream.", "Edvard Munch", AnswerType.PERSON),
    named("p4", "Sigrid Undset won a prize.", "Sigrid Undset", AnswerType.PERSON),
)


def texts(chosen, known, rng):
    asked = known.by_id[chosen.id]
    return [distractor.text for distractor in pick(asked, asked.answers[0], known, rng)]


def test_other_facts_answers_come_first_with_the_fact_they_belong_to(rng):
    known = world(WRITER, *OTHERS)
    asked = known.by_id["p1"]

    chosen = pick(asked, asked.answers[0], known, rng)

    assert {distractor.text for distractor in chosen} == {"Edvard Grieg", "Edvard Munch", "Sigrid Undset"}
    assert {distractor.fact.id for distractor in chosen} == {"p2", "p3", "p4"}


def test_two_are_too_few(rng):
    assert texts(WRITER, world(WRITER, *OTHERS[:2]), rng) == []


def test_an_alias_of_the_key_is_never_offered(rng):
    alias = named("p5", "Ibsen lived abroad.", "Ibsen", AnswerType.PERSON)

    assert texts(WRITER, world(WRITER, *OTHERS[:2], alias), rng) == []


def test_what_the_evidence_names_is_never_offered(rng):
    said = {"p1": "Henrik Ibsen wrote Peer Gynt in Rome, and Edvard Grieg set it to music."}

    assert texts(WRITER, world(WRITER, *OTHERS, said=said), rng) == []


def test_what_another_sentence_makes_true_is_never_offered(rng):
    also = named("p6", "Edvard Munch wrote of Peer Gynt and drew it.", "Edvard Munch", AnswerType.PERSON)

    assert texts(WRITER, world(WRITER, *OTHERS, also), rng) == []


def test_countries_come_from_the_same_continent(rng):
    asked = named("c1", "Norway joined NATO early.", "Norway", AnswerType.COUNTRY, "Which country joined NATO early?")

    chosen = texts(asked, world(asked), rng)

    assert len(chosen) == 3
    assert not {"Norway", "Brazil", "Japan", "Soviet Union"} & set(chosen)


def test_a_state_is_offered_only_in_its_own_time(rng):
    asked = named(
        "c1",
        "Armenia asked for help in 2020.",
        "Armenia",
        AnswerType.COUNTRY,
        "Which country asked for help in 2020?",
        year=2020,
    )

    chosen = {text for _ in range(20) for text in texts(asked, world(asked), rng)}

    assert len(chosen) >= 3
    assert not any("Soviet" in text or "Yugoslavia" in text for text in chosen)


def test_lists_of_one_kind_fill_up(rng):
    asked = named("r1", "The Rhine passes Bonn.", "The Rhine", AnswerType.PLACE, "Which river passes Bonn?")

    chosen = texts(asked, world(asked), rng)

    assert len(chosen) == 3
    assert all(text.startswith("The ") for text in chosen)


def test_things_the_article_only_names_are_offered_too(rng):
    known = replace(
        world(WRITER), named=tuple(Named(name, AnswerType.PERSON) for name in ("Knut Hamsun", "Roald Dahl", "Jo Nesbo"))
    )

    assert set(texts(WRITER, known, rng)) == {"Knut Hamsun", "Roald Dahl", "Jo Nesbo"}


def test_years_mix_the_articles_own_with_near_ones(rng):
    known = world(NORWAY, TREATY, RAILWAY, POLE)

    chosen = [texts(NORWAY, known, random.Random(seed)) for seed in range(12)]

    assert all(len(years) == 3 and "1905" not in years for years in chosen)
    assert {"1909", "1911"} <= {year for years in chosen for year in years}


def test_years_of_another_time_are_never_offered():
    known = world(NORWAY, TREATY, RAILWAY, POLE)

    assert not any("1814" in texts(NORWAY, known, random.Random(seed)) for seed in range(12))


def test_the_right_year_may_have_any_rank():
    known = world(NORWAY, dated("f9", "The canal was dug in 1950.", "1950", "In which year was the canal dug?"))

    ranks = {sorted([*texts(NORWAY, known, random.Random(seed)), "1905"]).index("1905") for seed in range(40)}

    assert ranks == {0, 1, 2, 3}


@pytest.mark.parametrize("kind", [AnswerType.OTHER, AnswerType.LIST])
def test_unsure_types_get_none(kind, rng):
    asked = named("o1", "Norway has many fjords.", "many fjords", kind, "What does Norway have?")

    assert texts(asked, world(asked, *OTHERS), rng) == []


def test_a_note_tells_where_an_option_belongs(rng):
    known = world(WRITER, *OTHERS)
    asked = known.by_id["p1"]

    notes = [distractor.note("Henrik Ibsen") for distractor in pick(asked, asked.answers[0], known, rng)]

    assert "Edvard Grieg belongs elsewhere: Edvard Grieg composed a concerto." in notes


@pytest.mark.parametrize("name", ["Her Majesty", "Ibsen's Mill", "Harbour Lab", "Norway"])
def test_what_is_no_person_is_not_offered_for_one(name, rng):
    other = named("p5", f"{name} paid for a stage.", name, AnswerType.PERSON)

    assert texts(WRITER, world(WRITER, *OTHERS[:2], other), rng) == []


def test_a_name_that_is_said_to_be_a_work_is_no_person(rng):
    known = replace(
        world(WRITER, *OTHERS[:2]), named=(Named("Karl Stein", AnswerType.PERSON, heads=frozenset({"ship"})),)
    )

    assert texts(WRITER, known, rng) == []


def test_what_the_article_is_about_is_no_key_among_options(rng):
    known = replace(world(WRITER, *OTHERS), topic=Named("Henrik Ibsen", AnswerType.PERSON))

    assert texts(WRITER, known, rng) == []


def test_a_given_name_does_not_stand_among_surnames(rng):
    asked = named("p1", "Thomas wrote Peer Gynt in Rome.", "Thomas", AnswerType.PERSON, "Who wrote Peer Gynt?")

    assert texts(asked, world(asked, *OTHERS), rng) == []


def test_continents_that_the_article_does_not_touch_are_not_offered(rng):
    asked = named("k1", "Sailors carried it to Europe.", "Europe", AnswerType.PLACE, "Where did sailors carry it?")

    assert texts(asked, world(asked), rng) == []


def test_what_is_no_state_is_not_offered_for_one(rng):
    asked = named("c1", "Norway built the fort.", "Norway", AnswerType.COUNTRY, "Which country built the fort?")
    other = named("c2", "British America sold timber.", "British America", AnswerType.COUNTRY)

    assert "British America" not in texts(asked, world(asked, other), rng)


def test_a_condition_gets_no_options(rng):
    said = "The wheel turns if it rains."
    asked = named("a1", said, "if it rains", AnswerType.CONDITION, "Under what condition does the wheel turn?")

    assert texts(asked, world(asked, *OTHERS), rng) == []


def test_a_country_stands_beside_one_of_its_own_continent(rng):
    asked = named("c1", "Peru sold the bark.", "Peru", AnswerType.COUNTRY, "Which country sold the bark?")
    others = (
        named(f"o{n}", f"{name} bought {thing}.", name, AnswerType.COUNTRY)
        for n, (name, thing) in enumerate((("Spain", "salt"), ("China", "tin"), ("Algeria", "wool")))
    )

    assert not {"Spain", "China", "Algeria"} & set(texts(asked, world(asked, *others), rng))


def test_a_name_of_the_other_sex_is_not_offered_for_a_wife(rng):
    stem = "Who is described as the wife of a banker?"
    asked = named("w1", "Clara Moe was the wife of a banker.", "Clara Moe", AnswerType.PERSON, stem)
    men = (named(f"m{n}", f"{name} Lie built a mill.", f"{name} Lie", AnswerType.PERSON) for n, name in enumerate(MEN))

    assert texts(asked, world(asked, *men), rng) == []


def test_a_capital_of_another_state_does_not_lie_in_the_one_asked(rng):
    stem = "What is the oldest city in Norway?"
    asked = named("k1", "Tonsberg is the oldest city in Norway.", "Tonsberg", AnswerType.PLACE, stem)
    cities = (
        named(f"o{n}", f"{name} is a city of {thing}.", name, AnswerType.PLACE)
        for n, (name, thing) in enumerate((("Vienna", "music"), ("Baghdad", "markets"), ("Paris", "bridges")))
    )

    assert texts(asked, world(asked, *cities), rng) == []


def test_four_long_options_that_differ_in_a_figure_are_not_offered(rng):
    said = "The Krona is a mountain in Lom about 22 kilometres high."
    peak = fact(
        "f1",
        said,
        answer(said, "a mountain in Lom about 22 kilometres high", AnswerType.TERM, "What is the Krona?"),
        kind="definition",
    )

    assert pick(peak, peak.answers[0], world(peak), rng) == ()


def test_whom_the_article_only_compares_with_is_not_offered(rng):
    people = ("Knut Hamsun", "Roald Dahl", "Jo Nesbo")
    named_here = (
        *(Named(name, AnswerType.PERSON) for name in people),
        Named("Nils Dahl", AnswerType.PERSON, acts=False),
    )
    known = replace(world(WRITER), named=named_here)

    assert "Nils Dahl" not in {text for _ in range(10) for text in texts(WRITER, known, rng)}


def test_beside_a_speaker_only_speakers_stand(rng):
    said = 'Henrik Ibsen said, "The old theatre is too small for Rome."'
    asked = named("p1", said, "Henrik Ibsen", AnswerType.PERSON, 'Who said, "The old theatre is too small for Rome"?')
    people = ("Knut Hamsun", "Roald Dahl", "Jo Nesbo")
    known = replace(world(asked), named=tuple(Named(name, AnswerType.PERSON, speaks=False) for name in people))

    assert texts(asked, known, rng) == []


def test_a_man_is_not_offered_for_whom_she_means(rng):
    stem = "Who wrote a letter about the mill that she had built?"
    asked = named("w1", "Clara Moe wrote a letter about the mill.", "Clara Moe", AnswerType.PERSON, stem)
    men = (named(f"m{n}", f"{name} Lie built a mill.", f"{name} Lie", AnswerType.PERSON) for n, name in enumerate(MEN))

    assert texts(asked, world(asked, *men), rng) == []


def test_who_has_one_name_does_not_stand_among_surnames(rng):
    asked = named("p1", "Morvan wrote Peer Gynt in Rome.", "Morvan", AnswerType.PERSON, "Who wrote Peer Gynt in Rome?")

    assert texts(asked, world(asked, *OTHERS), rng) == []


def test_a_country_of_the_united_kingdom_stands_beside_the_others(rng):
    stem = "Which country was the first in the United Kingdom to open a tunnel?"
    asked = named("c1", "Wales was the first in the kingdom to open a tunnel.", "Wales", AnswerType.COUNTRY, stem)
    other = named("c2", "France dug a canal.", "France", AnswerType.COUNTRY)

    assert set(texts(asked, world(asked, other), rng)) == {"England", "Scotland", "Northern Ireland"}


def test_a_person_of_another_century_is_not_offered(rng):
    asked = named("r1", "In 2014, Ida Moe won the race.", "Ida Moe", AnswerType.PERSON, "Who won the race in 2014?")
    early = (
        named(f"e{n}", f"In 1903, {name} Lie won a stage.", f"{name} Lie", AnswerType.PERSON)
        for n, name in enumerate(("Anna", "Clara", "Berta"))
    )

    assert texts(asked, world(asked, *early), rng) == []


def test_what_is_to_come_has_no_past_year_beside_it():
    stem = "In which year will the ferry line to Voss be opened?"
    asked = dated("f1", "The ferry line to Voss will be opened in 2031.", "2031", stem)
    known = world(asked, dated("f2", "The harbour was dug in 2029.", "2029", "In which year was the harbour dug?"))

    years = {int(text) for seed in range(8) for text in texts(known.by_id["f1"], known, random.Random(seed))}

    assert years
    assert min(years) >= 2029


def test_a_city_overseas_is_not_offered(rng):
    stem = "What was the home of the printer Jost?"
    asked = named("k1", "Geneva was the home of the printer Jost.", "Geneva", AnswerType.PLACE, stem)
    other = named("k2", "Ships sailed to Chicago.", "Chicago", AnswerType.PLACE)

    chosen = {text for _ in range(10) for text in texts(asked, world(asked, other), rng)}

    assert chosen
    assert "Chicago" not in chosen


def test_of_a_tool_no_other_use_is_offered(rng):
    said = "A long pole is used to keep the boats apart."
    stem = "For what purpose is a long pole used?"
    asked = named("p1", said, "to keep the boats apart", AnswerType.PURPOSE, stem)
    others = (
        named(
            f"o{n}", f"Farmers dug a well {aim}.", aim, AnswerType.PURPOSE, "For what purpose did farmers dig a well?"
        )
        for n, aim in enumerate(("to water the dry meadows", "to feed many thirsty cows", "to please the new mayor"))
    )

    assert texts(asked, world(asked, *others), rng) == []
