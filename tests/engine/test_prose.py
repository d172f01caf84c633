import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine import prose


@pytest.mark.parametrize(
    "text",
    [
        "Why did he resign in 1992?",
        "When did it come into force?",
        "What did this decision change?",
        "Which countries signed the same treaty?",
        "What did the two countries agree on in 1992?",
        "Who said this in the passage?",
        "What did both sides sign?",
        "Why was such a rule made?",
        "What happened to the others?",
        "It sold ten ships to Chile in 1931.",
        "In which year did it sell ten ships to Chile?",
        "Her ships sailed to Chile in 1931.",
        "Who thereby overtook Lars Holm?",
        "Bats are kept for practical reasons as well.",
        "Norway also sold ten ships to Chile.",
        "Who bought those in 1992?",
        "What do the figures above show?",
    ],
)
def test_dangling_finds_what_points_outside(text):
    assert prose.dangling(text)


@pytest.mark.parametrize(
    "text",
    [
        "When did Armenia ask for help during its conflict with Azerbaijan?",
        "Which country declared its independence in 1991?",
        "Who gave his name to the Bergen Line?",
        "Which of these countries are Nordic?",
        "What do France and Spain owe each other?",
        "The Rhine took the same route as the Aare.",
        "What do farmers catch when they drink raw milk?",
        "It is rare that a ship sinks in Lake Constance.",
        "Norway as well as Denmark sold ten ships to Chile.",
        "Norway sold not only ships but also timber.",
        "Which prices in Oslo rose faster than those of Bergen?",
        "What hangs above the altar in Riga?",
    ],
)
def test_dangling_leaves_what_is_named_inside(text):
    assert prose.dangling(text) == ""


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("When did the treaty come into force?", "treaty"),
        ("Why did Armenia ask the organization for help?", "organization"),
        ("Where did the company move?", "company"),
        ("When did the treaty of 1992 expire?", ""),
        ("When did the company director Ida Moe resign?", ""),
        ("Which states left the Rome Treaty when the treaty was renewed?", ""),
        ("What does the sun heat?", ""),
        ("Why does the idea matter to Norway?", ""),
        ("The port authority of Riga sold two cranes to Denmark.", ""),
        ("It is said in Riga that the port authority sold two cranes.", ""),
        ("In 1994 the port sold two cranes.", "port"),
    ],
)
def test_unnamed(text, noun):
    assert prose.unnamed(text) == noun


@pytest.mark.parametrize(
    "text", ["Who won last year?", "What opened on Friday?", "Who currently leads it?", "It fell later."]
)
def test_vague_time_is_found(text):
    assert prose.vague_time(text)


@pytest.mark.parametrize(
    "text",
    [
        "Who won in 1992?",
        "It opened no later than 1992.",
        "It came two years later than planned.",
        'Who said, "Rye is dear now"?',
    ],
)
def test_definite_time_is_left(text):
    assert prose.vague_time(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Two  spaces?",
        "Space before ?",
        "Open (bracket?",
        'Half a "quote?',
        "The the thing?",
        " edge",
        "",
        "Note[3]?",
        "Cut,?",
        "The, harbour, of Amble?",
    ],
)
def test_broken_finds_a_fault(text):
    assert prose.broken(text)


@pytest.mark.parametrize(
    "text", ['He said "yes".', "It had had time.", "A 3.5 km path (paved).", "About .5 litres.", "Vitamin A, C and D."]
)
def test_broken_leaves_sound_text(text):
    assert prose.broken(text) == ""


def test_hedges_are_heard():
    assert prose.is_hedged("It may have up to 30 rooms.")
    assert not prose.is_hedged("It has 30 rooms.")


def test_a_leaning_start_is_found():
    assert prose.leans_back("However, Norway left.")
    assert not prose.leans_back("Norway left, however.")


@given(st.text(max_size=200))
def test_no_text_breaks_them(text):
    found = (prose.dangling(text), prose.unnamed(text), prose.vague_time(text), prose.broken(text))

    assert all(isinstance(reason, str) for reason in found)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("What is the holding company of the family?", "family"),
        ("In which year was the family so poor that Lars Holm sold his boat?", "family"),
        ("The film, which was shown in ten countries, opened in Norway.", "film"),
        ("The moons were found by Lars Holm.", "moons"),
        ("The film of Lars Holm opened in Norway.", ""),
        ("The man, Lars Holm, lived in Norway.", ""),
        ("Lars Holm wrote a book in 1931 and sold the book in Norway.", ""),
    ],
)
def test_unnamed_finds_a_thing_of_the_story(text, noun):
    assert prose.unnamed(text) == noun
