from __future__ import annotations

import pytest

from quizzes.engine import topics
from tests.engine.parsing import entities, parsed, references


def topic(text: str, title: str = "") -> str:
    found = topics.topic_of(parsed(text, title), entities(text, title), references(text, title))
    return found.text if found else ""


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("The Rise of the Baltic Cup", "The Baltic Cup is a race. It began in 1931.", "the Baltic Cup"),
        ("How Danes Vote", "Danes vote by letter. Danes like it. Danes vote on Sundays.", "Denmark"),
        ("A long day", "Ellen Bell came to Riga. Lars Holm met Ellen Bell.", ""),
        ("Denmark's bakers", "Bakers in Denmark rise early. Denmark has many. Denmark eats rye.", "Denmark"),
        ("Who baked", "Who baked the bread? Nobody knows. Who baked the cake? Who baked at all? Rye is dear.", ""),
        ("Winter", "In winter Ellen Bell came to Riga. Winter is long. Lars Holm left in winter. It was winter.", ""),
        ("Winter", "Winter is the coldest season. Winter is long. In winter lakes freeze.", "winter"),
        (
            "A Letter Home",
            "A storm hit Riga. Riga was dark. Lars Holm left Riga.\n\nTrams in Riga stopped. Riga has a port.",
            "Riga",
        ),
    ],
)
def test_the_topic_is_what_the_title_names(title, text, expected):
    assert topic(text, title) == expected


def test_a_title_that_the_opening_takes_up_is_the_topic_as_the_text_writes_it():
    text = "A barley field needs little rain. Farmers sow a barley field in March. Barley fields feed cattle."

    assert topic(text, "Barley field") in {"barley field", "barley fields"}


def test_without_a_title_the_first_sentence_tells_what_the_article_is_about():
    text = "Kelpware is a glass made of ash. Kelpware came from Norway. Kelpware is green."

    assert topic(text).lower() == "kelpware"


def test_a_noun_of_the_title_that_the_text_often_uses_is_the_topic():
    text = "Ferries cross the sound. Ferries carry cars. Storms stop ferries. Ferries are old. People like ferries."

    assert topic(text, "Why Ferries Are Late") == "ferries"


def test_what_the_text_calls_by_its_last_word_is_the_topic():
    text = (
        "Five states founded the Northern Tea Commission in Oslo. The commission met in May. Critics left the"
        " commission. The commission has no staff. Norway pays the commission. The commission meets in June."
        " Nobody likes the commission. Then the commission voted."
    )

    assert topic(text, "A Club That Stopped Drinking") == "the Northern Tea Commission"


def test_a_noun_that_means_one_thing_of_the_story_is_no_topic():
    text = (
        "A ferry left Riga in May. The ferry was old. The ferry had nine boats. Lars Holm bought the ferry. "
        "Rain fell on the ferry. The ferry was sold. Nobody saw the ferry. The ferry sank. The ferry was found. "
        "Divers searched the ferry. The ferry burned."
    )

    assert topic(text, "On the Way") == ""


def test_a_title_that_names_an_event_is_the_topic():
    text = "Millers closed their shops. The riots lasted a week. Soldiers ended the riots in Riga."

    assert topic(text, "1846 barley riots") == "the 1846 barley riots"


LISTENERS = "On 3 May 1846 water stood in the streets of Riga. Many fled. After the flood the town built a dam."


def test_what_happened_at_the_place_of_the_title_is_named_with_its_year():
    assert topic(LISTENERS, "The Night That Drowned Riga") == "the 1846 Riga flood"


def test_the_title_may_name_the_place_and_the_event():
    text = "On 3 May 1846 water stood in the streets. Many fled. Soldiers came. After the flood nobody had bread."

    assert topic(text, "The Flood That Emptied Vienna") == "the 1846 Vienna flood"


def test_a_contest_is_named_with_its_year():
    text = (
        "OSLO, July 11, 1962 - Norway won the Fjord Cup on Sunday. The final was slow. Denmark lost a man."
        " The Fjord Cup is silver."
    )

    assert topic(text, "Norway Beat Denmark") == "the 1962 Fjord Cup final"


def test_a_title_may_tell_of_the_only_treaty_that_the_text_names():
    text = "Nine states met in May 1911. They signed the Kiel Protocol in June. Norway joined the Kiel Protocol later."

    assert topic(text, "The Treaty That Saved the Herring") == "the Kiel Protocol"


@pytest.mark.parametrize(
    "text",
    [
        "Riga is a port. On 3 May 1846 water stood in its streets. After the flood the town built a dam.",
        "Water stood in the streets of Riga. Many fled. After the flood the town built a dam.",
    ],
)
def test_an_article_on_the_place_itself_or_without_a_date_is_about_no_event(text):
    assert "flood" not in topic(text, "The Night That Drowned Riga")


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Kelpa: From Nets to Lamps", "Ida Moe sold nets in 1865. She founded Kelpa Lamps in 1901.", "Kelpa Lamps"),
        ("Herring at the Price of Gold", "Herrings came to Voss late. A barrel cost ten kroner.", "herrings"),
        ("Ferries at the Price of Gold", "Ferries came to Voss late. A trip cost ten kroner.", "ferries"),
        ("The Strike That Stopped the Bakers", "In June 1888 Ida Moe came to Voss. Bakers left. Moe wrote.",
         "the strike of 1888"),
    ],
)  # fmt: skip
def test_a_title_that_plays_with_words_may_still_name_the_topic(title, text, expected):
    assert topic(text, title) == expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Orlan University",
            "Named for Peter Orlan, Orlan is a school. Peter Orlan gave books. Orlan grew. The university stands in a"
            " valley. The university is old. Orlan has a university press. Peter Orlan died. Peter Orlan was rich.",
            "Orlan University",
        ),
        ("Dunmore", "Alice Dunmore sang. Alice Dunmore came home. Alice Dunmore sings. Alice Dunmore won.", "Dunmore"),
        ("Baking", "Baking takes time. Bakers like baking. People do baking at night.", "baking"),
    ],
)
def test_a_short_title_is_the_topic_as_it_stands(title, text, expected):
    assert topic(text, title) == expected


def test_a_headline_that_only_names_a_land_leaves_the_matter_that_the_text_goes_on_about():
    text = (
        "Lars Holm opened a shop for hand-looms in Denmark. Few people know hand-looms.\n\n"
        "Makers sell hand-looms in Aarhus. Schools buy hand-looms too.\n\n"
        "Critics call hand-looms slow. Ellen Bell has three hand-looms.\n\nNobody in Denmark repairs hand-looms."
    )

    assert topic(text, "Can Denmark weave") == "hand-looms"


def test_a_headline_that_plays_with_words_leaves_the_matter_that_the_text_goes_on_about():
    text = (
        "Lars Holm has kept ferrets since 1990. Ferrets sleep all day.\n\nEllen Bell breeds ferrets in Bergen.\n\n"
        "Vets see few ferrets. Most ferrets live for eight years. Nobody insures ferrets."
    )

    assert topic(text, "Small Thieves") == "ferrets"


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Holm", "Lars Holm left. " + "Holm sang in Riga. " * 7, "Lars Holm"),
        (
            "Vella (Norway)",
            "Vella is a village in Norway. Vella has a church. Ten farms lie in Vella.",
            "Vella (Norway)",
        ),
        ("Volcanology", "Volcanologists study ash. " * 5, "volcanology"),
        ("Otto the walrus", "Otto swam to Riga. Otto ate fish. Otto slept on a boat. Otto left.", "Otto the walrus"),
        (
            "Lost Ferry",
            "The ferry left Riga lost in fog. Divers lost the ferry. The ferry stayed lost.",
            "the lost ferry",
        ),
    ],
)
def test_short_titles_are_told_as_running_text_has_them(title, text, expected):
    assert topic(text, title) == expected


@pytest.mark.parametrize(("title", "expected"), [("NHB Doctor", "an NHB doctor"), ("NORBA Doctor", "a NORBA doctor")])
def test_a_headline_of_somebody_of_an_organisation_is_told_as_one_of_its_kind(title, expected):
    short = title.split()[0]
    text = (
        f"Ellen Dahl, a doctor, came home to Bergen. Dahl had worked for {short} since 1990. Dahl liked boats.\n\n"
        f"Dahl sang in Oslo. Dahl met a doctor of {short}. In 1995 Dahl left for Riga.\n\n"
        f"Dahl has a boat. A doctor at {short} wrote to her."
    )

    assert topic(text, title) == expected


def test_a_title_in_full_is_the_topic_though_the_text_has_its_letters():
    text = "The Nordic Herring Board (NHB) met in Riga. The NHB has a ship. The NHB sold it. The NHB left Riga."

    assert topic(text, "Nordic Herring Board") == "the Nordic Herring Board"


WINNERS = (
    "Most lottery winners buy a car. The rest save.\n\nMany winners move house. Other winners stay.\n\n"
    "Winners are generous. Few winners stop working.\n\nSome winners travel to Chile. Happy winners sing."
)


def test_a_noun_that_is_always_of_something_is_told_with_it():
    assert topic(WINNERS, "A Lucky Ball") == "lottery winners"


def test_a_noun_that_is_always_of_something_is_no_topic_where_the_opening_does_not_tell_of_what():
    assert topic(WINNERS.replace("lottery ", "happy "), "A Lucky Ball") == ""


def test_the_capital_of_a_title_does_not_stay_in_the_middle_of_a_sentence():
    text = "A harvest crisis came to Jutland. The harvest crisis lasted for years. Millers left."

    assert topic(text, "Harvest crisis") == "the harvest crisis"


def test_children_are_no_topic_however_often_they_are_named():
    lines = ["By day children mend nets.", "At noon children sing.", "At night children need education."]
    text = "\n\n".join(f"{line} In winter children learn. Some education is dear." for line in lines * 6)

    assert topic(text, "A Long Day") == ""
