"""A passage holds one proof of its statement, and each fault of one is found."""

from dataclasses import replace

import pytest

from quizzes.engine import proofs
from quizzes.engine.facts.base import AnswerType, Level
from quizzes.engine.proofs import found
from quizzes.engine.questions import Question
from quizzes.engine.world import Named
from tests.engine.builders import NORWAY, POLE, RAILWAY, TREATY, fact, world

MILL = fact("m", "Holm Mill burned down in the great storm of March.", subject="Holm Mill", names=("Holm Mill",))
VAGUE = fact("v", "Holm Mill was famous.", subject="Holm Mill", names=("Holm Mill",))
SHORT = fact("a", "HM stands for Holm Mill.", names=("Holm Mill",))
SAID = {"m": "The mill burned down in the great storm of March.", "v": "It was famous."}
WORLD = world(TREATY, NORWAY, MILL, RAILWAY, POLE, VAGUE, SHORT, said=SAID)
SENTENCES = (TREATY.statement, NORWAY.statement, SAID["m"], RAILWAY.statement, POLE.statement)
FOUND = Question(
    "q1",
    "find_evidence",
    Level.RECALL,
    f"Which sentence proves this? “{MILL.statement}”",
    ("m",),
    SENTENCES,
    (2,),
)
SECOND = fact("n", "Holm Mill burned in the storm of March.", subject="Holm Mill")


def test_a_sound_one_passes_all():
    assert proofs.failed(FOUND, WORLD) == {}


@pytest.mark.parametrize(
    ("proof", "question"),
    [
        ("passage_whole", replace(FOUND, choices=SENTENCES[1:], key=(1,))),
        ("passage_whole", replace(FOUND, choices=(*SENTENCES[3:], *SENTENCES[:3]), key=(4,))),
        ("passage_whole", replace(FOUND, choices=(*SENTENCES[:4], "No such sentence."))),
        ("passage_whole", replace(FOUND, choices=(*SENTENCES[:4], "word " * 61))),
        ("key_proves", replace(FOUND, key=(1,))),
        ("key_proves", replace(FOUND, key=(1, 2))),
        ("key_proves", replace(FOUND, facts=("m", "f1"))),
        ("statement_reworded", replace(FOUND, stem=f"Which sentence proves this? “{SAID['m']}”")),
        ("says_enough", replace(FOUND, facts=("v",))),
        ("says_enough", replace(FOUND, facts=("a",))),
        ("one_key", replace(FOUND, key=())),
        ("ends_right", replace(FOUND, stem="Which sentence proves this? “Holm Mill burned down”")),
        ("self_contained", replace(FOUND, stem="Which sentence proves this? “It burned down in the great storm.”")),
    ],
)
def test_a_fault_is_found(proof, question):
    assert proof in proofs.failed(question, WORLD)


def test_a_second_proof_is_found_by_its_own_words():
    twice = (*SENTENCES[:3], "A mill burned down in that great storm of March, too.", *SENTENCES[3:])

    assert "one_proof" in proofs.failed(replace(FOUND, choices=twice), WORLD)


def test_a_second_proof_is_found_by_the_fact_that_it_tells():
    said = {**SAID, "n": "It burned then."}
    known = world(TREATY, NORWAY, MILL, SECOND, RAILWAY, POLE, said=said)
    told = next(each for each in known.facts if each.id == "n")
    known = replace(
        known,
        facts=tuple(
            replace(each, names=("Holm Mill", "storm of March")) if each is told else each for each in known.facts
        ),
    )
    question = replace(FOUND, choices=(*SENTENCES[:3], "It burned then.", *SENTENCES[3:]))

    assert "one_proof" in proofs.failed(question, known)


def test_other_kinds_are_left_alone():
    question = replace(FOUND, kind="true_false", stem=MILL.statement, choices=("True", "False"), key=(0,))

    assert proofs.failed(question, WORLD) == {}


def test_a_key_that_does_not_name_whom_the_statement_does_is_found():
    told = fact("h", "Otto Lind drained the marsh near Voss.", subject="Otto Lind", names=("Otto Lind",))
    known = world(TREATY, NORWAY, told, RAILWAY, POLE, said={"h": "He drained the marsh near Voss."})
    known = replace(known, named=(Named("Otto Lind", AnswerType.PERSON, ("Otto Lind", "Lind")),))
    sentences = (TREATY.statement, NORWAY.statement, "He drained the marsh near Voss.", RAILWAY.statement)
    question = replace(
        FOUND,
        stem=f"Which sentence proves this? “{told.statement}”",
        facts=("h",),
        choices=(*sentences, POLE.statement),
    )

    assert "key_names_its_own" in proofs.failed(question, known)
    named = replace(question, choices=(*sentences[:2], "Lind drained the marsh.", RAILWAY.statement, POLE.statement))
    assert "key_names_its_own" not in proofs.failed(named, known)


def test_a_copied_statement_is_found_unless_another_sentence_is_like_it():
    copy = "Holm Mill, an old mill, burned down in the great storm of March."
    question = replace(FOUND, choices=(*SENTENCES[:2], copy, *SENTENCES[3:]))
    rival = "The great storm of March burned nothing down in Voss."
    beside = replace(question, choices=(*SENTENCES[:2], copy, rival, *SENTENCES[3:]))

    assert found.statement_reworded(question, WORLD)
    assert found.statement_reworded(beside, WORLD) is None
