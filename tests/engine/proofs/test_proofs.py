"""Each proof holds for a sound question and fails for the one fault that it is there for."""

from dataclasses import replace
from decimal import Decimal

import pytest

from quizzes.engine import proofs
from quizzes.engine.document import Span
from quizzes.engine.facts.base import AnswerType, Event, Level, Pair
from quizzes.engine.questions import Accepted, Question
from quizzes.engine.world import Named
from tests.engine.builders import NORWAY, POLE, RAILWAY, TREATY, answer, fact, world

WRITER_SAID = "Henrik Ibsen wrote Peer Gynt in Rome in 1867."
WRITER = fact(
    "f5",
    WRITER_SAID,
    answer(WRITER_SAID, "Henrik Ibsen", AnswerType.PERSON, "Who wrote Peer Gynt in Rome?"),
    answer(WRITER_SAID, "1867", AnswerType.DATE, "In which year did Henrik Ibsen write Peer Gynt?"),
    kind="action",
)
DENIED = fact("f6", "Norway did not join the European Union in 1994.", negated=True)
GUESSED = fact("f7", "The Bergen Line has about 180 tunnels in all.", hedged=True)
WORLD = world(NORWAY, TREATY, RAILWAY, POLE, WRITER, DENIED, GUESSED)
SINGLE = Question(
    "q1",
    "single_choice",
    Level.RECALL,
    "Who wrote Peer Gynt in Rome?",
    ("f5",),
    ("Henrik Ibsen", "Edvard Grieg", "Knut Hamsun", "Jonas Lie"),
    (0,),
)
SHORT = Question("q2", "short_answer", Level.RECALL, SINGLE.stem, ("f5",), accept=(Accepted("Henrik Ibsen"),))
CLOZE = replace(SHORT, kind="cloze", stem="Complete the sentence: ____ wrote Peer Gynt in Rome in 1867.")
TRUTH = Question("q3", "true_false", Level.RECALL, WRITER_SAID, ("f5",), ("True", "False"), (0,))
NUMERIC = Question(
    "q4", "numeric", Level.RECALL, "About how many tunnels does the Bergen Line have?", ("f7",),
    accept=(Accepted("about 180", Decimal(180), Decimal(9)),),
)  # fmt: skip
ORDER = Question(
    "q5", "ordering", Level.UNDERSTANDING, "In what order did these events happen, from the earliest to the latest?",
    ("a", "b", "c"), ("Oslo gets a railway", "Bergen gets a railway", "Voss gets a railway"), (0, 1, 2),
)  # fmt: skip
MATCH = Question(
    "q6", "matching", Level.RECALL, "When did each of these events happen?",
    ("a", "b", "c"), ORDER.choices, (0, 1, 2), ("1854", "1909-11", "1910"),
)  # fmt: skip
DATED = world(
    *(
        fact(name, f"{label} in {date[:4]}.", event=Event(label, date), pair=Pair("event-date", label, date))
        for name, label, date in zip("abc", ORDER.choices, MATCH.options, strict=True)
    )
)


@pytest.mark.parametrize("question", [SINGLE, SHORT, CLOZE, TRUTH, NUMERIC], ids=lambda question: question.kind)
def test_a_sound_question_passes_all(question):
    assert proofs.failed(question, WORLD) == {}


def test_a_draft_is_held_against_the_quick_proofs_at_once():
    proving = proofs.Proving(WORLD)

    assert proving.at_once(SHORT) == ""
    assert proving.at_once(replace(TRUTH, stem="It was wet.")) in {proof.__name__ for proof in proofs.QUICK}


def test_what_a_draft_fails_is_known_once_somebody_has_asked():
    proving, faulty = proofs.Proving(WORLD), replace(SHORT, stem="Who recently wrote Peer Gynt in Rome?")
    before = proving.found(faulty)

    found = proving.failure(faulty)

    assert (before, proving.found(faulty)) == ("", found)
    assert found in proofs.failed(faulty, WORLD)


@pytest.mark.parametrize("question", [ORDER, MATCH], ids=lambda question: question.kind)
def test_a_sound_question_of_several_facts_passes_all(question):
    assert proofs.failed(question, DATED) == {}


@pytest.mark.parametrize("question", [ORDER, MATCH], ids=lambda question: question.kind)
def test_matching_and_ordering_may_be_asked_for_in_an_instruction(question):
    instruction = replace(question, stem="Put each of these into the place where it belongs.")

    assert "ends_right" not in proofs.failed(instruction, DATED)


@pytest.mark.parametrize(
    ("proof", "question"),
    [
        ("evidence_verbatim", replace(SINGLE, facts=("unknown",))),
        ("evidence_verbatim", replace(SINGLE, facts=())),
        ("key_in_evidence", replace(SHORT, accept=(Accepted("Knut Hamsun"),))),
        ("key_in_evidence", replace(SHORT, accept=(Accepted("1868"),))),
        ("self_contained", replace(SHORT, stem="Why did he write it in Rome?")),
        ("definite_named", replace(SHORT, stem="Who wrote the book for Norway?")),
        ("time_is_definite", replace(SHORT, stem="Who wrote Peer Gynt last year?")),
        ("well_formed", replace(SHORT, stem="Who wrote Peer Gynt  in Rome?")),
        ("well_formed", replace(SINGLE, choices=("Henrik Ibsen", "Edvard Grieg", "Knut Hamsun", '"Lie'))),
        ("ends_right", replace(SHORT, stem="Who wrote Peer Gynt in Rome")),
        ("ends_right", replace(SHORT, stem="Tell who wrote Peer Gynt in Rome.")),
        ("ends_right", replace(SHORT, stem="who wrote Peer Gynt in Rome?")),
        ("ends_right", replace(TRUTH, stem="Henrik Ibsen wrote Peer Gynt in Rome?")),
        ("ends_right", replace(CLOZE, stem="Complete the sentence: ____ wrote ____ in Rome in 1867.")),
        ("fit_length", replace(SHORT, stem="Who wrote it?")),
        ("fit_length", replace(SHORT, stem=f"Who wrote {'very ' * 60}much?")),
        ("fit_length", replace(SINGLE, choices=("Henrik Ibsen", "word " * 31, "Knut Hamsun", "Jonas Lie"))),
        ("one_key", replace(SINGLE, key=(0, 1))),
        ("one_key", replace(SHORT, accept=())),
        ("one_key", replace(SINGLE, kind="multiple_choice")),
        ("enough_choices", replace(SINGLE, choices=SINGLE.choices[:3])),
        ("choices_distinct", replace(SINGLE, choices=("Henrik Ibsen", "Edvard Grieg", "Grieg", "Jonas Lie"))),
        ("distractors_untrue", replace(SINGLE, choices=("Henrik Ibsen", "Peer Gynt", "Knut Hamsun", "Jonas Lie"))),
        ("distractors_untrue", replace(SINGLE, stem="More than how many people wrote Peer Gynt in Rome?")),
        ("no_leak", replace(SHORT, stem="What did Henrik Ibsen write in Rome?")),
        ("no_leak", replace(SINGLE, stem="Who of the Ibsen family wrote Peer Gynt?")),
        ("key_not_conspicuous", replace(SINGLE, choices=("Henrik Ibsen, who lived in Rome", "Grieg", "Hamsun", "Lie"))),
        ("grammar_gives_nothing", replace(SINGLE, stem="Which writers wrote Peer Gynt in Rome?")),
        ("grammar_gives_nothing", replace(CLOZE, stem="Complete the sentence: In Rome, an ____ wrote Peer Gynt.")),
        ("question_word_fits", replace(SHORT, stem="When was Peer Gynt written in Rome?")),
        ("hedge_kept", replace(NUMERIC, stem="How many tunnels has the Bergen Line?", accept=(Accepted("180"),))),
        ("negation_only_judged", replace(SHORT, facts=("f6",), accept=(Accepted("Norway"),))),
        ("statement_opens_clean", replace(TRUTH, stem="However, Henrik Ibsen wrote Peer Gynt in Rome.")),
        ("key_worth_asking", replace(SHORT, accept=(Accepted("people"),))),
    ],
)
def test_a_fault_fails_its_proof(proof, question):
    assert proof in proofs.failed(question, WORLD)


@pytest.mark.parametrize(
    ("proof", "question"),
    [
        ("ordering_has_no_tie", replace(ORDER, key=(1, 0, 2))),
        ("ordering_has_no_tie", replace(ORDER, facts=("a", "b"))),
        ("one_key", replace(ORDER, key=(0, 1))),
        ("enough_choices", replace(ORDER, choices=ORDER.choices[:2], key=(0, 1))),
        ("matching_in_one_way", replace(MATCH, key=(1, 0, 2))),
        ("one_key", replace(MATCH, key=(0, 0, 2))),
        ("choices_distinct", replace(MATCH, options=("1854", "1854", "1910"))),
    ],
)
def test_a_fault_of_several_facts_fails_its_proof(proof, question):
    assert proof in proofs.failed(question, DATED)


@pytest.mark.parametrize(
    ("stem", "holds"),
    [
        ("Potatoes that were baked in foil should be kept hot until they are served.", True),
        ("Adults of various species range from a few millimetres to two metres in size.", False),
        ("The usual examples are animals with round bodies and two long tentacles.", False),
        ("Oils with garlic should be kept cold.", False),
    ],
)
def test_a_statement_without_a_name_must_say_enough_of_something_general(stem, holds):
    assert ("statement_anchored" not in proofs.failed(replace(TRUTH, stem=stem), WORLD)) is holds


def test_the_topic_of_the_article_is_no_answer():
    topical = replace(WORLD, topic=Named("Henrik Ibsen", AnswerType.PERSON, ("Henrik Ibsen", "Ibsen")))

    assert "key_not_the_topic" in proofs.failed(SHORT, topical)
    assert "key_not_the_topic" not in proofs.failed(SHORT, WORLD)


def test_events_of_one_year_are_a_tie():
    said = [
        ("a", "Oslo gets a railway", "1909"),
        ("b", "Bergen gets a railway", "1909-11"),
        ("c", "Voss gets a line", "1910"),
    ]
    known = world(*(fact(name, f"{label} in {date}.", event=Event(label, date)) for name, label, date in said))
    question = replace(ORDER, choices=tuple(label for _, label, _ in said))

    assert proofs.ordering_has_no_tie(question, known) is not None


def test_evidence_that_is_no_whole_text_fails():
    torn = replace(WORLD.by_id["f5"], evidence=(Span(0, 0),))
    known = replace(WORLD, facts=(torn,))

    assert "evidence_verbatim" in proofs.failed(SHORT, known)


def test_years_that_hold_each_other_are_distinct():
    question = replace(SINGLE, choices=("180", "1800", "18", "80"), key=(0,))

    assert proofs.choices_distinct(question, WORLD) is None


def test_a_long_answer_may_share_a_few_words_with_the_stem():
    said = "Norway built the Bergen Line to join its western ports to the capital."
    asked = fact(
        "p1", said, answer(said, "to join its western ports to the capital", AnswerType.PURPOSE, "Why was it built?")
    )
    question = replace(
        SHORT, facts=("p1",), stem="For what purpose did Norway build the line to the west?",
        accept=(Accepted("to join its western ports to the capital"),),
    )  # fmt: skip

    assert proofs.no_leak(question, world(asked)) is None


def test_every_proof_has_a_name_and_says_what_it_wants():
    assert len(set(proofs.NAMES)) == len(proofs.PROOFS)
    assert all(proof.__doc__ for proof in proofs.PROOFS)
