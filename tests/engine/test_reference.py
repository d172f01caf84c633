from __future__ import annotations

import pytest

from quizzes.engine.document import Span
from quizzes.engine.entities import Entity
from quizzes.engine.reference import UNKNOWN
from tests.engine.parsing import named, parsed, references, written_out

UNION = "The Baltic Shipping Union (BSU) was founded in Riga in 1931."
BELL = "Ellen Bell was a chemist from Leeds."


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (f"{UNION} The union had nine members.", "The Baltic Shipping Union had nine members."),
        (f"{UNION} It had nine members.", "The Baltic Shipping Union had nine members."),
        (
            "The Baltic Shipping Union gained a wide fame. In 1935 it blocked two ports.",
            "In 1935 the Baltic Shipping Union blocked two ports.",
        ),
        (
            "The Northern League was founded in Hull. The Northern League is rich. The Northern League has ships.\n\n"
            "Trade grew in Hull.\n\nIn 1935 the league had two ships.",
            "In 1935 the Northern League had two ships.",
        ),
        (f"{UNION} Its members paid in gold.", "The Baltic Shipping Union's members paid in gold."),
        (f"{UNION} Sailors of the union struck.", "Sailors of the Baltic Shipping Union struck."),
        (f"{BELL} She studied lead.", "Ellen Bell studied lead."),
        (f"{BELL} Her work was praised.", "Ellen Bell's work was praised."),
        (f"{BELL} In 1902 Sweden gave her a medal.", "In 1902 Sweden gave Ellen Bell a medal."),
        (f"{BELL} The chemist studied lead.", "Ellen Bell studied lead."),
        (
            "The Netherlands is a small country. Its farms are rich.",
            "The Netherlands' farms are rich.",
        ),
        (
            "Lake Bell and Lake Ruby lie in Norway. Lake Hull lies in Sweden. The lake is salty in summer.",
            "Lake Hull is salty in summer.",
        ),
        ("The Bell Islands are cold. They are part of Norway.", "The Bell Islands are part of Norway."),
        (
            "Armenia and Azerbaijan fought in 2020. The two countries signed a truce.",
            "Armenia and Azerbaijan signed a truce.",
        ),
        ("Latvia left in 1931. In that year Estonia joined.", "In 1931 Estonia joined."),
        ("Latvia left in 1931. Estonia joined two years later.", "Estonia joined in 1933."),
        ("Latvia left in 1931. Estonia had joined three years earlier.", "Estonia had joined in 1928."),
        ("Latvia left in 1931. The following year Estonia joined.", "In 1932 Estonia joined."),
        ("Latvia left in 1931. Estonia joined later that year.", "Estonia joined later in 1931."),
        ("Marsh beetles are small. They live in reeds.", "Marsh beetles live in reeds."),
        (
            "The price of grain was fixed in 1931. It was nine marks.",
            "The price of grain was nine marks.",
        ),
        ("Doctors order blood tests. These tests take a day.", "Blood tests take a day."),
        ("Hull hires trained divers. Such divers are rare.", "Trained divers are rare."),
        (
            "Southern rot is a serious infection of elms. The infection spreads in summer.",
            "Southern rot spreads in summer.",
        ),
        ("The first law of tides was published in 1931. This law is simple.", "The first law of tides is simple."),
        (
            "Hull's oldest guild, the Amble Guild, met in 1931. It paid in gold.",
            "The Amble Guild paid in gold.",
        ),
        ("Kemi Sando sang in Hull, and she won. She left in 1931.", "Kemi Sando left in 1931."),
        ("Southern Wales, often shortened SoWa, is a coastal region. The region is warm.", "Southern Wales is warm."),
        (
            "The University of Amble is old. The University of Amble is rich. The University of Amble has ships. "
            "The University of Amble met Bell College and Hull University. In 1896 the university bought a mill.",
            "In 1896 the University of Amble bought a mill.",
        ),
        (
            "Ambleham is a city in Wales. Ambleham is old. Ambleham is rich. The wall around the town fell in 1931.",
            "The wall around Ambleham fell in 1931.",
        ),
        ("Kemi Sando, a teacher, came in 1931.\n\nIn 1935 she left.", "In 1935 Kemi Sando left."),
        ("Kemi Sando met her mother, Ada Sando. Sando left. Sando won a prize.", "Sando won a prize."),
        (
            "The Hull Food Bank fed nine families. Rain fell in May. Sailors paid for the food bank.",
            "Sailors paid for the Hull Food Bank.",
        ),
        (
            "A 1931 study by Hull University found many herring. The study took nine years.",
            "The 1931 study by Hull University took nine years.",
        ),
        (f"{UNION}\n\nThe union had nine members.", "The Baltic Shipping Union had nine members."),
        (
            "The Hull garden was opened in 1931. It was not until 1935 that ponds were dug.",
            "It was not until 1935 that ponds were dug.",
        ),
        ("Hugh Bell came in May. Rain fell. The mill burned. Snow fell. He left in June.", "Hugh Bell left in June."),
        ("The Hull garden was opened in 1931. It has nine ponds.", "The Hull garden has nine ponds."),
        ("The way to Hull is called the Long Mile. It was built in 1931.", "The Long Mile was built in 1931."),
        ("A slow way to sift grain is known as dry winnowing. It takes a day.", "Dry winnowing takes a day."),
        ("Ash beetles are called the bell ringers of the wood. They live in reeds.", "Ash beetles live in reeds."),
    ],
)
def test_written_out(text: str, last: str) -> None:
    assert written_out(text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "It had nine members.",
        "The organization had nine members.",
        "This was a surprise.",
        "We saw the ship.",
        f"{UNION} The company had nine ships.",
        f"{UNION} These members paid in gold.",
        f"{BELL} He studied lead.",
        "Ellen Bell met Mary Hill. She studied lead.",
        "The Baltic Union met the Nordic Union. The union had nine members.",
        "The Baltic Union bought a ship. It was old.",
        "Latvia met Estonia. The country had no army.",
        "Latvia met Estonia and Poland. The two countries signed.",
        "Russian troops entered Syria. The country was at war.",
        "Latvia left in 1931 and came back in 1935. Estonia joined that year.",
        "Estonia joined two years later.",
        "The ship sank on Friday.",
        "The ship sank three years ago.",
        "The ship sank last year.",
        "The former was a ship.",
        "The ship is there.",
        "Lake Bell is deep. The Tweed flows into it. It is cold.",
        "Norway left the Court of Human Trade. The Court of Ports met. The Court ruled on fish.",
        "Such ships are old.",
        "Hugh Bell met a crowd. Ambo left Hull. He was tired.",
        "Ambo sang with Hugh Bell in Hull. His voice was loud.",
        "The council must plan. Rulers must plan. They met in Hull.",
        "Rotmills are ordinary mills. These mills are old.",
        "The Bell Park is old. The park around the palace is new. The park is large.",
        "It was called a port by the crew.",
        "Ellen Black and Mary Bell met in Hull. They stayed for a week. It rained and she left.",
        "The wheel turned the mill. Both were old.\n\nBoth mills were sold.",
        "The mill stood in Hull. The same mill burned.",
        "Armenia met Latvia, which had no army. The nation fell.",
        "At that time the ship was new.",
        f'{BELL} The king said: "She is the best."',
        f"{BELL} Her mother was a weaver. She died young.",
        "In 1971 the ship sank.\n\nIt was old.",
        "Some beetles are small. They live in reeds.",
        "Beetles eat aphids. They live in reeds.",
        "The mouth of the Tweed is wide. It is cold.",
        "The tests failed. Doctors order blood tests and skin tests. These tests take a day.",
        "The Amble Union pays the Ports Organization. The Amble Union is an organization. The organization is poor.",
        "Larger mills closed in 1931. The mills were sold.",
        "Hugh Bell was a painter. Bell lived in Hull. Bell died in 1931. The actor Mark Hill bought one of his works. "
        "Nine of his letters are lost.",
        "Amble Mill is old. Amble Mill is large. Amble Mill grinds oats. Amble Mill is in Hull.\n\nBell Mill stood by"
        " the sea. A storm came in May. The mill burned.",
        "Amble Mill is old. Amble Mill is large. Amble Mill grinds oats. Amble Mill is in Hull.\n\nHull sold the Bell"
        " Dye Mill in May. The Dye Mill had nine boats. Kemi Sando bought the mill.",
        "Amble Mill is old. Amble Mill is large. Amble Mill grinds oats. Amble Mill is in Hull.\n\nHull sold the Bell"
        " Dye Mill in May.\n\nKemi Sando bought the mill.",
        "Hugh Bell met Ambo in Hull. He was tired.",
        "Hull built a mill of stone. The stone mill burned in 1931.",
        "Ambo wanted a boat that needs no wind. The wax boat is powered by a wheel.",
        "Hull met in 1931. The resulting charter was signed in Ambleham.",
        "A plan for a mission to Mars is old. The mission is dear.",
        "Hugh Bell came in May. Rain fell. A man slept. Snow fell. He left in June.",
        "Hugh Bell met Lars Hill in May. Rain fell. The mill burned. Snow fell. He left in June.",
        "Hugh Bell came in May. Rain fell. The mill burned. Snow fell. Only one escaped with his life.",
        "Hull Mills is a company.\n\nA company of actors came.\n\nThe company has nine ships.",
        "Ambleham bought a mill. Ellen Bell said it was a great idea.",
    ],
)
def test_what_is_not_sure_stays_unresolved(text: str) -> None:
    assert written_out(text)[-1] is None


@pytest.mark.parametrize(
    "text",
    [
        "It is likely that the wheel broke.",
        "It took two days to raise the wheel.",
        "It seems that the wheel broke.",
        "The crew found it hard to swim.",
        "The renewal of the lease in 1931 failed.",
        "The Kazakh operation ended in 2022.",
        "A stone mill grinds oats. The stone mill needs no paint.",
        "Hull built a mill of stone. The whole cotton mill burned in 1931.",
        "The sun warms the sea.",
        "The wind rose.",
        "The wheel broke on Friday, 7 January 2022.",
        "The wheel broke two years later in 1996.",
        "Fossils formed 515 million years ago.",
        "The river Tweed is long.",
        "The wheel hit a rock and it broke.",
        "When Ellen Bell came, she was tired.",
        "As he faced protests, Alexander Black fled.",
        "Those who came were fed.",
        "Ellen Bell hurt herself.",
        'Ellen Bell said: "I am tired."',
        "Both cats and dogs came.",
        "The rain made it possible to grow rice.",
        "It became hard to grow rice.",
        "It was Ellen Bell who broke the wheel.",
        "It is time to leave the house.",
        "It is thought that the wheel broke.",
        "Mary Hill and Ellen Black left and they settled in Wales.",
        "Miners used lamps such as these of brass.",
        "Ellen Black, who left her husband, moved to Wales.",
        "The Good Friday fair was held.",
        "Latvia said that it was ready.",
        "The last week of the harvest was quiet.",
    ],
)
def test_what_stands_alone_is_left_as_it_is(text: str) -> None:
    assert written_out(text) == [sentence.text for sentence in parsed(text).sentences]


def test_of_tells_entity_unknown_or_nothing() -> None:
    text = f"{UNION} Its ships were old, and they sank. This was a surprise."
    links = references(text)
    first, second, third = parsed(text).sentences

    assert links.of(second.tokens[0]) == named(text, "BSU")
    assert links.of(third.tokens[0]) is UNKNOWN
    assert links.of(first.tokens[1]) is None
    they = next(t for t in second.tokens if t.text == "they")
    assert links.of(they) is None
    antecedent = links.antecedent(they)
    assert antecedent is not None
    assert antecedent.text == "ships"


def test_a_clause_without_its_antecedent_is_written_out() -> None:
    text = "Armenia left the union and it closed its ports."
    sentence = parsed(text).sentences[0]
    clause = Span(text.index("closed"), len(text))

    links = references(text)

    assert links.substitutions(sentence) == ()
    assert links.substitutions(sentence, clause) or links.unresolved(sentence, clause)


def test_local_name_is_written_into_a_clause() -> None:
    text = "Armenia said that it had closed the border."
    sentence = parsed(text).sentences[0]
    clause = Span(text.index("it had"), len(text))

    found = references(text).stands_alone(sentence, clause)

    assert found == "Armenia had closed the border."


def test_a_clause_that_does_not_show_the_antecedent_has_it_written_out() -> None:
    text = "The Amble Guild sold its ships and later sold its mills."
    sentence = parsed(text).sentences[0]
    shown = {sentence.start(token) for token in sentence.tokens if token.i not in (1, 2)}

    assert [new for *_, new in references(text).substitutions(sentence, None, shown)] == ["the Amble Guild's"] * 2


def test_the_sentence_that_has_a_phrase_is_its_proof() -> None:
    text = "Marsh beetles are small. They live in reeds."
    first, second = parsed(text).sentences

    assert references(text).origin(second.span.start) == first.span


def test_a_common_subject_is_written_into_a_clause() -> None:
    text = "Marsh beetles live in reeds, and they eat moss."
    sentence = parsed(text).sentences[0]

    assert references(text).stands_alone(sentence, Span(text.index("they"), len(text))) == "marsh beetles eat moss."


def test_only_an_it_that_stands_for_nothing_is_empty() -> None:
    text = "It took two days to raise the wheel. Lake Bell is deep. It is cold."
    first, _, third = parsed(text).sentences

    assert references(text).is_empty(first.tokens[0])
    assert not references(text).is_empty(third.tokens[0])


def test_year_of() -> None:
    text = "Latvia left in 1931. Estonia joined two years later."
    years = next(t for t in parsed(text).sentences[1].tokens if t.text == "years")

    assert references(text).year_of(years) == 1933
    assert references(text).year_of(parsed(text).sentences[0].tokens[0]) is None


def test_a_year_centuries_off_is_not_reckoned() -> None:
    text = "Latvia left in 1931. The crew sang songs 500 years later."

    assert written_out(text)[-1] == "The crew sang songs 500 years later."


def test_person_the_article_is_about_is_carried_over_paragraphs() -> None:
    text = f"{BELL} Bell found a salt. Bell taught in Hull.\n\nIn 1902 she won a prize."

    assert written_out(text)[-1] == "In 1902 Ellen Bell won a prize."


def test_the_topic_is_not_meant_where_the_paragraph_has_another_of_its_noun_last() -> None:
    text = (
        "The Amble Company (AC) is a company in Hull. The AC has ships. The AC has mills. The AC has nine mines.\n\n"
        "Hugh Bell sold the Tweed Paper Company. Buyers met in Hull. Ellen Orr bought the company for nine marks."
    )

    assert written_out(text, "Amble Company")[-1] is None


def test_one_of_a_kind_is_not_the_several_that_the_sentence_names_before() -> None:
    text = "The Hull Gallery is a museum. The Hull Gallery is old. Like other museums, the museum is free."

    assert written_out(text, "Hull Gallery")[-1] == "Like other museums, the Hull Gallery is free."


_LIFE = f"{BELL} Bell found a salt. Bell taught in Hull. Bell had a son, Hugh Bell."


@pytest.mark.parametrize(
    ("before", "last"),
    [
        ("Ellen Bell wrote to Mary Hill and Jane Orr.", "Ellen Bell won a prize."),
        ("Ellen Bell chose a woman from Hull as the next head.", "Ellen Bell won a prize."),
        ("Mary Hill wrote to Ellen Bell.", None),
        ("Mary Hill wrote a book after Ellen Bell had left.", None),
    ],
)
def test_who_the_article_is_about_goes_on_as_subject_unless_somebody_else_was_one(before: str, last: str | None):
    assert written_out(f"{_LIFE} {before} She won a prize.")[-1] == last


@pytest.mark.parametrize(
    "text", ["", "It", "the", "He he his. The the the.", "This that these. Both the two.", '"It', "year later"]
)
def test_no_text_breaks_references(text: str) -> None:
    links = references(text)

    for sentence in parsed(text).sentences:
        for token in sentence.tokens:
            assert links.of(token) in (None, UNKNOWN) or isinstance(links.of(token), Entity)


def test_a_common_noun_of_the_title_means_what_the_title_names():
    text = "Few people live in the Amber forest. The trees are old. In winter, the forest is closed to visitors."

    told = references(text, "Amber forest").stands_alone(parsed(text, "Amber forest").sentences[2])

    assert told == "In winter, the Amber forest is closed to visitors."


def test_a_word_for_one_thing_does_not_mean_a_term_for_many():
    text = (
        "Steam turbines are machines that drive ships. Steam turbines drive dynamos. The machine turns at full speed."
    )

    told = references(text, "Steam turbines").stands_alone(parsed(text, "Steam turbines").sentences[2])

    assert told is None


def test_a_title_joined_by_and_is_one_name():
    text = "The Polish and Baltic War began in 1611. Farmers fled from it. The war ended in 1617."

    told = references(text, "Polish and Baltic War").stands_alone(parsed(text, "Polish and Baltic War").sentences[2])

    assert told == "The Polish and Baltic War ended in 1617."


def test_a_title_with_of_is_a_thing_of_its_first_noun():
    text = "The harbour of Riga is small. It was built in 1852. In winter the harbour is free of ice."

    read = parsed(text, "The Harbour of Riga")

    told = [references(text, "The Harbour of Riga").stands_alone(sentence) for sentence in read.sentences[1:]]
    assert told == ["The harbour of Riga was built in 1852.", "In winter the harbour of Riga is free of ice."]
