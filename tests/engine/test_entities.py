from __future__ import annotations

import pytest

from quizzes.engine import gazetteer
from quizzes.engine.facts.base import AnswerType
from tests.engine.parsing import entities, named, parsed

UNION = (
    "The Baltic Shipping Union (BSU) was founded in Riga in 1931. The BSU had nine members. "
    "In 1935 the BSU moved to Tallinn, and President Konstantin Pats welcomed it. Pats spoke for an hour."
)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (UNION, "BSU", AnswerType.ORGANISATION),
        (UNION, "Konstantin Pats", AnswerType.PERSON),
        (UNION, "Riga", AnswerType.PLACE),
        ("Latvia and Georgia signed the Treaty of Amble in 1931.", "Treaty of Amble", AnswerType.AGREEMENT),
        ("Latvia and Georgia signed the Treaty of Amble in 1931.", "Georgia", AnswerType.COUNTRY),
        ("The river Tweed flows through Peebles. The Tweed is long.", "Tweed", AnswerType.PLACE),
        ("They fought the Battle of Otterburn in 1388.", "Battle of Otterburn", AnswerType.EVENT),
        ("In 1451 Mehmed II rose to the throne. Mehmed II left.", "Mehmed II", AnswerType.PERSON),
        ("Many Danes and Norwegians settled there.", "Danes", AnswerType.PEOPLE),
        ("The Soviet Union launched the probe in 1957.", "Soviet Union", AnswerType.COUNTRY),
        ("Lake Amble is deep. The fish of Lake Amble are blind.", "Lake Amble", AnswerType.PLACE),
        ("Trypanosoma is a bacterium. Trypanosoma lives in flies.", "Trypanosoma", AnswerType.TERM),
        ("Scurvy is a disease of sailors. Many men died of scurvy.", "scurvy", AnswerType.TERM),
        ("Amble Fort is a fort. The fort of Amble Fort fell.", "Amble Fort", AnswerType.PLACE),
        ("Roman Emperor Valdric built it. Valdric left.", "Valdric", AnswerType.PERSON),
        ("Most MEPs voted. The MEPs left.", "MEPs", AnswerType.OTHER),
        ("He read the Panel on Trade and Tides (PTT). The PTT met.", "PTT", AnswerType.ORGANISATION),
        ("The Posterior Amble joins the Tweed.", "Posterior Amble", AnswerType.OTHER),
        ("Chad, the last male grey rhino of the park, sleeps. Chad is old.", "Chad", AnswerType.OTHER),
        ("Jordan is a horse from Amble. Visitors feed Jordan.", "Jordan", AnswerType.OTHER),
        ("Georgia, a nurse from Amble, left. Georgia wept.", "Georgia", AnswerType.PERSON),
        ("The Denver Broncos won. The Broncos beat the Seattle Hawks.", "Broncos", AnswerType.ORGANISATION),
    ],
)
def test_type_of_a_name(text: str, name: str, kind: AnswerType) -> None:
    assert named(text, name).type == kind


@pytest.mark.parametrize(
    ("text", "alias", "name"),
    [
        (UNION, "Baltic Shipping Union", "BSU"),
        (UNION, "the BSU", "BSU"),
        (UNION, "Pats", "Konstantin Pats"),
        ("The US and Britain met. The United Kingdom paid.", "U.S.", "United States"),
        ("Wangari Muta was born in 1940. Wangari Muta Maathai wrote.", "Wangari Muta", "Wangari Muta Maathai"),
        ("Ferdinand de Lesseps came. De Lesseps dug it.", "De Lesseps", "Ferdinand de Lesseps"),
        ("Lake Amble is deep. The road to Amble runs along it. Lake Amble is old.", "Amble", "Lake Amble"),
        ("Talks with President Kassym-Jomart Tokayev began. Tokayev left.", "Tokayev", "Kassym-Jomart Tokayev"),
        ("Fans filled Levi's Stadium. Levi's Stadium is new.", "Levi's Stadium", "Levi's Stadium"),
        ("He read the Treaty on Arms. The Treaty on Arms is old.", "Treaty on Arms", "Treaty on Arms"),
        ("The Department of Defense (DoD) paid. The DoD left.", "Department of Defense", "DoD"),
        ("Dutch Rijkswater is old. The Dutch Rijkswater fell.", "Rijkswater", "Rijkswater"),
        ("The Market Ports Authority met. The MPA left. The MPA won.", "Market Ports Authority", "MPA"),
        ("The Home Trade and Ports Board (HTPB) met. The HTPB left.", "Home Trade and Ports Board", "HTPB"),
        ("The TFA (Treaty for Amble) was signed. The TFA is old.", "Treaty for Amble", "TFA"),
    ],
)
def test_aliases_lead_to_one_entity(text: str, alias: str, name: str) -> None:
    assert named(text, alias).name == name


def test_a_name_that_stands_only_behind_other_words_takes_their_article() -> None:
    assert (
        named("They voted in the proposed Territory of Amble.", "Territory of Amble").shown == "the Territory of Amble"
    )
    assert named("They left the much larger Bell County.", "Bell County").shown == "Bell County"


def test_nouns_of_another_kind_do_not_stand_for_a_name() -> None:
    text = "Hull Bridge is old. He praised Hull Bridge: the bard. Hull Bridge, a bard of stone, fell."

    assert "bard" not in named(text, "Hull Bridge").heads


def test_the_press_of_a_university_is_no_university() -> None:
    text = "The University of Amble is old. The University of Amble Press prints books."

    assert named(text, "University of Amble Press").heads & {"university"} == set()


def test_two_people_of_one_surname_are_not_confused() -> None:
    text = "Orville Wright met Wilbur Wright. Wright flew first."

    assert entities(text).by_name("Wright") is None


def test_a_shared_surname_means_the_one_whom_the_title_names() -> None:
    text = "Orville Wright met Wilbur Wright. Wright flew first. Orville slept."

    assert named(text, "Wright", "Wilbur Wright").name == "Wilbur Wright"


def test_a_rank_alone_is_not_the_ruler_whom_the_title_names() -> None:
    text = "Ordo Khan met Tuman Khan. Later Ordo became Khan."

    assert entities(text, "Tuman Khan").by_name("Khan") is None


def test_abbreviation_and_full_form() -> None:
    union = named(UNION, "BSU")

    assert (union.abbreviation, union.full, union.shown, union.count) == ("BSU", "Baltic Shipping Union", "the BSU", 4)


def test_a_short_form_may_be_led_to_in_brackets() -> None:
    text = "The Baltic Shipping Union (often abbreviated as the BSU) was founded in Riga. The BSU had nine members."

    assert (named(text, "BSU").full, named(text, "BSU").count) == ("Baltic Shipping Union", 3)


def test_a_short_form_that_is_written_small_as_well_stays_a_name() -> None:
    text = "The Baltic Shipping Union (BSU) writes its logo as bsu. The BSU had nine members. Riga paid the BSU."

    assert named(text, "BSU").count == 4


def test_a_title_is_a_name_though_its_words_are_none() -> None:
    text = "Captain Why is a Danish radio play. Children love Captain Why."

    assert named(text, "Captain Why", "Captain Why").count == 2


def test_who_is_quoted_by_the_surname_alone_is_a_person() -> None:
    text = 'Ruvo Tamaki came to the port. "I waited for the ferry," Tamaki said.'

    assert named(text, "Ruvo Tamaki").type is AnswerType.PERSON


def test_title_of_a_person_is_no_part_of_the_name() -> None:
    text = "In 2019, Russian Deputy Prime Minister Yury Borisov spoke. They heard geologist Jane Bell."

    assert (named(text, "Borisov").role, named(text, "Borisov").gender) == ("Russian Deputy Prime Minister", "male")
    assert (named(text, "Bell").role, named(text, "Bell").gender) == ("geologist", "female")


@pytest.mark.parametrize("name", ["Russian", "President", "January", "Kazakh", "Prime Minister", "Latin"])
def test_adjectives_titles_and_months_are_no_entities(name: str) -> None:
    text = "In January the President sent Russian and Kazakh troops. The Prime Minister wrote a Latin letter."

    assert entities(text).by_name(name) is None


@pytest.mark.parametrize(
    ("text", "name", "plural"),
    [
        ("The Netherlands is flat. The Netherlands exports cheese.", "Netherlands", False),
        ("The Carolina Panthers were beaten. The Panthers have no title.", "Panthers", True),
        ("Ellen James was there. James was late.", "Ellen James", False),
    ],
)
def test_number(text: str, name: str, plural: bool) -> None:
    assert named(text, name).plural is plural


@pytest.mark.parametrize(
    ("text", "name", "shown"),
    [
        ("NATO was founded in 1949. Members of NATO met.", "NATO", "NATO"),
        ("He crossed the Rhine. They saw the Rhine.", "Rhine", "the Rhine"),
        ("In Philippines history the Philippines was first.", "Philippines", "the Philippines"),
        ('The "Port Council" met. Laws of the Port Council bind ships.', "Port Council", "the Port Council"),
    ],
)
def test_shown_takes_the_article_that_running_text_has(text: str, name: str, shown: str) -> None:
    assert named(text, name).shown == shown


@pytest.mark.parametrize(
    ("text", "name", "noun"),
    [
        (UNION, "BSU", "union"),
        ("The trade alliance, the Northern League, met. The alliance grew.", "Northern League", "alliance"),
        (
            "Amble Foods plc is a British company. Amble Foods plc grew. The company closed.",
            "Amble Foods plc",
            "company",
        ),
        ("Ellen Bell is a chemist. The chemist left.", "Ellen Bell", "chemist"),
    ],
)
def test_heads_are_the_nouns_that_may_stand_for_it(text: str, name: str, noun: str) -> None:
    assert noun in named(text, name).heads


def test_first_word_of_a_sentence_is_no_part_of_a_known_name() -> None:
    text = f"{UNION} Future BSU meetings are planned."

    assert named(text, "BSU").count == 5


@pytest.mark.parametrize(
    ("title", "topic"),
    [("The Baltic Shipping Union", "BSU"), ("", "BSU"), ("The Life of Konstantin Pats", "Konstantin Pats")],
)
def test_topic(title: str, topic: str) -> None:
    found = entities(UNION, title).topic

    assert found is not None
    assert found.name == topic


def test_topic_is_none_without_a_leading_name() -> None:
    assert entities("The rain fell. It was cold and wet.").topic is None


def test_places_of_mentions() -> None:
    found, text = entities(UNION), parsed(UNION).document.text
    start = text.index("Baltic")
    end = start + len("Baltic Shipping Union")

    assert found.at(start, end) == found.at(start - 4, end) == found.by_name("BSU")
    assert found.at(start, end - 1) is None
    assert found.at(0, 1) is None
    assert [m.span.of(text) for m in found.within(0, end)] == ["Baltic Shipping Union"]
    covering = found.covering(start + 3, start + 6)
    assert covering is not None
    assert covering.span.of(text) == "Baltic Shipping Union"


def test_country_data_comes_with_the_entity() -> None:
    country = named("The Soviet Union fell.", "USSR").country

    assert country is not None
    assert (country.start, country.end, country.is_former) == (1922, 1991, True)


def test_defined_short_forms_of_common_words_are_terms() -> None:
    text = "He bought a personal video recorder (PVR) in 2001. A personal video recorder is small, and the PVR was new."

    assert (named(text, "PVR").name, named(text, "PVR").type) == ("personal video recorder", AnswerType.TERM)


def test_a_short_form_keeps_the_capital_of_what_it_is_named_after() -> None:
    text = "The time is short, but for Norwegian hill fever (NHF) it is a week. Many died of NHF. Doctors fear NHF."

    assert named(text, "NHF").full == "Norwegian hill fever"


def test_a_narrower_kind_is_not_the_term_itself() -> None:
    text = "Botulism is a disease. Wound botulism is rare. Botulism kills."

    assert named(text, "botulism").count == 2


def test_a_short_form_that_does_not_fit_explains_nothing() -> None:
    text = "The Northern League (XYZ) met. Many (WHO) ships sank (it was late). The SEC (a body of five) left."

    assert {entity.abbreviation for entity in entities(text).all} == {""}


@pytest.mark.parametrize(
    "text", ["", "(((", "A. B. C.", "THE END OF THE BSU (", "Of The And (XX)", "'s 's - 's", "X" * 5000]
)
def test_no_text_breaks_entities(text: str) -> None:
    assert all(entity.count > 0 for entity in entities(text).all)


def test_gazetteer_tells_states_apart() -> None:
    assert gazetteer.country_names()["USSR"].is_former
    assert not gazetteer.country_names()["UK"].is_former
    assert {c.name for c in gazetteer.adjectives()["Dutch"]} == {"Netherlands"}
    assert gazetteer.peoples()["Danes"].name == "Denmark"
    assert gazetteer.organisations()["UN"] == "United Nations"


def test_an_office_of_an_organisation_with_a_short_form_takes_nothing_from_its_name() -> None:
    text = (
        "The National Aeronautics and Space Administration (NASA) built it. NASA Administrator Paul Webb signed the "
        "contract. NASA Deputy Administrator Hugh Dale agreed. NASA paid."
    )

    found = entities(text).by_name("NASA")

    assert found is not None
    assert found.full == "National Aeronautics and Space Administration"


def test_an_institute_is_not_the_person_it_is_named_after() -> None:
    text = "Ellen Bell was born in Leeds. Ellen Bell dyed wool. The Ellen Bell Institute of Dyeing is in Leeds."

    found = entities(text).by_name("Ellen Bell")

    assert found is not None
    assert not any("Institute" in name or name == "Dyeing" for name in found.names)


def test_what_is_climbed_or_has_a_summit_is_no_person() -> None:
    text = "Sailors often climb Ben Holm in May. The summit of Ben Holm is cold. The foot of Ben Holm is wet."

    assert named(text, "Ben Holm").type is not AnswerType.PERSON
