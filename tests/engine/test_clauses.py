from __future__ import annotations

import pytest

from quizzes.engine import clauses
from quizzes.engine.parts import Role
from tests.engine.parsing import parsed
from tests.engine.telling import statements


def found(text: str) -> list[clauses.Clause]:
    return clauses.find(parsed(text).sentences[0])[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The team won the cup in 1990 and lost the title.",
            ["The team won the cup in 1990.", "The team lost the title."],
        ),
        (
            "In 1990, Denmark sold its ships and bought two islands.",
            ["In 1990, Denmark sold its ships.", "In 1990, Denmark bought two islands."],
        ),
        (
            "Denmark sold its ships, and Norway bought them.",
            ["Denmark sold its ships.", "Norway bought them."],
        ),
        (
            "Parliament can oversee and enforce the law.",
            ["Parliament can oversee and enforce the law."],
        ),
        (
            "Founded in 1636 by a priest, Harvard University is old.",
            [
                "Harvard University was founded in 1636 by a priest.",
                "Founded in 1636 by a priest, Harvard University is old.",
            ],
        ),
        (
            "Asked after the fair what she wanted, Ida Moe left Riga in a cart.",
            ["Asked after the fair what she wanted, Ida Moe left Riga in a cart."],
        ),
        (
            "Sixty years after it was built in Riga, the ship sank near Oslo.",
            ["Sixty years after it was built in Riga, the ship sank near Oslo."],
        ),
        (
            "Vienna was the capital of the Habsburg Empire, which collapsed in 1918.",
            ["Vienna was the capital of the Habsburg Empire.", "The Habsburg Empire collapsed in 1918."],
        ),
        (
            "Coal for ships is available from Norway, and coal for old houses is available through Chile.",
            ["Coal for ships is available from Norway.", "Coal for old houses is available through Chile."],
        ),
        (
            "The ship was built in Riga; it sank near Oslo.",
            ["The ship was built in Riga.", "It sank near Oslo."],
        ),
        (
            "The old bridge, opened in 1931, was closed in 1990.",
            ["The old bridge was opened in 1931.", "The old bridge was closed in 1990."],
        ),
        ("There are nine old islands in the lake.", ["There are nine old islands in the lake."]),
        (
            "Lars Holm was the eldest son of a farmer, and the brother of Ida Moe.",
            ["Lars Holm was the eldest son of a farmer, and the brother of Ida Moe."],
        ),
        ("Lars Holm, 30, a farmer, bought three ships.", ["Lars Holm bought three ships."]),
        ("Lars Holm had three sons, Jan, Kim and Bo.", ["Lars Holm had three sons."]),
        ("Denmark bought ships in Burbank, California.", ["Denmark bought ships in Burbank, California."]),
        ("Some writers, such as Lars Holm, live in Riga.", ["Some writers live in Riga."]),
        (
            "Lars Holm met Jan Bell and Ida Moe, founders of the league.",
            ["Lars Holm met Jan Bell and Ida Moe."],
        ),
        (
            "In the midst of his Danish tour in 2004, Lars Holm sold his house.",
            ["Lars Holm sold his house in the midst of his Danish tour in 2004."],
        ),
        (
            '"Formal trade" is defined as "control of Danish ships".',
            ['"Formal trade" is defined as "control of Danish ships".'],
        ),
        ("Ida Moe sold ships on 30 December, 2015 in Riga.", ["Ida Moe sold ships on 30 December, 2015 in Riga."]),
        ("The league was eventually closed in 1931.", ["The league was closed in 1931."]),
        ("However cultural ties grew through trade.", ["Cultural ties grew through trade."]),
        ("However, Denmark has also sold its ships.", ["Denmark has sold its ships."]),
        ("Denmark didn't sell its ships.", ["Denmark did not sell its ships."]),
        ("Denmark can't sell its ships.", ["Denmark cannot sell its ships."]),
        (
            "The red dye, banned in Denmark since the fire of Riga, was sold in 1931.",
            ["The red dye has been banned in Denmark since the fire of Riga.", "The red dye was sold in 1931."],
        ),
        ("Denmark sold its ships, although Norway protested.", ["Denmark sold its ships.", "Norway protested."]),
    ],
)
def test_takes_a_sentence_apart(text: str, told: list[str]) -> None:
    assert statements(text) == told


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("There remain nine countries in the league.", "expletive"),
        ("Denmark did not sell or lend ships to Chile.", ""),
        ("Never again did Denmark sell ships.", "inverted"),
    ],
)
def test_says_why_there_is_no_clause(text: str, reason: str) -> None:
    _, reasons = clauses.find(parsed(text).sentences[0])

    assert set(reasons) == ({reason} if reason else set())


@pytest.mark.parametrize(
    ("text", "role", "part"),
    [
        ("Denmark sold ships in 1931.", Role.TIME, "in 1931"),
        ("Denmark ruled Iceland from 1380 to 1944.", Role.TIME, "from 1380 to 1944"),
        ("Denmark sold ships after the war.", Role.OCCASION, "after the war"),
        ("Denmark sold ships because coal was dear.", Role.CAUSE, "because coal was dear"),
        ("Denmark sold ships because of the war.", Role.CAUSE, "because of the war"),
        ("Denmark sold ships, since it needed money.", Role.CAUSE, "since it needed money"),
        ("Denmark sold ships in order to raise money.", Role.PURPOSE, "in order to raise money"),
        ("Denmark raised money by selling ships.", Role.MEANS, "by selling ships"),
        ("Malaria can be prevented by draining swamps.", Role.MEANS, "by draining swamps"),
        ("The ships were sold by Denmark.", Role.AGENT, "by denmark"),
        ("Denmark will sell ships if Chile pays.", Role.CONDITION, "if chile pays"),
        ("According to Chile, Denmark sold ships.", Role.ATTRIBUTION, "according to chile"),
        ("Denmark built ships in Norway.", Role.PLACE, "in norway"),
        ("Denmark said that Chile had paid.", Role.CONTENT, "that chile had paid"),
    ],
)
def test_knows_what_a_part_does(text: str, role: Role, part: str) -> None:
    (clause, *_) = found(text)

    assert [each.text for each in clause.of(role)] == [part]


def test_negation_is_known() -> None:
    (clause,) = found("Denmark did not sell ships.")

    assert clause.negated


def test_late_negation_is_known_and_kept() -> None:
    (clause,) = found("The ships are usually not Danish.")

    assert clause.negated
    assert "not" in [token.text for token in clause.tokens()]


@pytest.mark.parametrize(
    "text",
    [
        "Riga last held it in 1985 (the tenth), won at home, sold in Oslo.",
        "Denmark charged high fees for ships with sails; waiving the charge for Norway.",
    ],
)
def test_what_hangs_loose_is_not_told(text: str) -> None:
    told = statements(text)

    assert not any("was won" in each or "sails waiving" in each for each in told)


def test_no_denies() -> None:
    (clause,) = found("No Danish ship sank in 1931.")

    assert clause.negated


def test_having_been_is_no_passive() -> None:
    assert not any("was been" in told for told in statements("Having been a farmer, Lars Holm sailed to Riga."))


def test_passive_is_known() -> None:
    (clause,) = found("The ships were sold by Denmark.")

    assert clause.passive
    assert str(clause.auxiliary) == "were"


def test_other_verb_under_not_is_not_told_as_done() -> None:
    told = statements("Denmark did not sell ships or lend money to Chile.")

    assert "Denmark lend money to Chile." not in told
    assert "Denmark did lend money to Chile." not in told


def test_subordinate_fact_stands_by_itself() -> None:
    told = statements("The harbour was closed after forty Danish ships had left Riga.")

    assert "Forty Danish ships had left Riga." in told


def test_condition_does_not_stand_by_itself() -> None:
    assert statements("The harbour will close if forty ships leave Riga.") == [
        "The harbour will close if forty ships leave Riga."
    ]


def test_so_that_with_a_modal_tells_a_purpose() -> None:
    clause = clauses.find(parsed("Denmark built a canal so that ships could reach Kiel.").sentences[0])[0][0]

    assert [part.text for part in clause.of(Role.PURPOSE)] == ["so that ships could reach kiel"]


def test_opening_parts_that_run_on_have_no_comma_between_them() -> None:
    told = statements("From 1985 through 1994, foxes killed ten of the sheep of Riga.")

    assert told == ["From 1985 through 1994, foxes killed ten of the sheep of Riga."]


def test_what_was_planned_was_not_done() -> None:
    text = "Lars Holm was planning to climb the west ridge, descend to the lake and then immediately climb Riga Hill."

    assert not any(told.startswith("Lars Holm immediately climb") for told in statements(text))


def test_what_lies_somewhere_lies_there_still() -> None:
    told = statements("The Riga Museum, located at the corner of two streets, is the oldest house in Riga.")

    assert "The Riga Museum is located at the corner of two streets." in told


def test_part_does_not_end_in_a_connective() -> None:
    told = statements("Denmark saved its ships after they were almost sold in 1931 but here, too, rust is a menace.")

    assert "Denmark saved its ships after they were almost sold in 1931." in told
