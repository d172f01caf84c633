"""Questions of every kind as they are printed, made up from random texts or none."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from quizzes.engine.facts.base import Level
from quizzes.engine.questions import Accepted, Question
from quizzes.paper import Printed

PROOF = "The Alpha Pact was signed in 1992."


def printed(kind: str, stem: str = "Which pact was signed?", proof: str = PROOF, **parts: object) -> Printed:
    """A question as it is printed, proven by one sentence."""
    question = Question("q", kind, Level.RECALL, stem, ("f1",), **parts)  # type: ignore[arg-type]
    return Printed(question, (proof,), "The Alpha Pact")


def in_gaps(first: str, *second: str) -> tuple[Accepted, ...]:
    """What is right in the first gap, and what in the second."""
    return (Accepted(first), *(Accepted(text, gap=1) for text in second))


def one_of_each() -> list[Printed]:
    """A question of each shape: ticked, numbered, matched, filled in, written."""
    number = Accepted("5 km", Decimal(5), Decimal("0.250"))
    return [
        printed("single_choice", "Who keeps the treaty?", choices=("Ann", "Bea", "Cid", "Dov"), key=(2,)),
        printed("multiple_choice", "Who joined it?", choices=("Elm", "Fir", "Gum", "Hop"), key=(0, 3)),
        printed("true_false", "The pact is in force.", choices=("True", "False"), key=(1,)),
        printed("cloze", "It was signed in ____ by four.", accept=(Accepted("1992"),)),
        printed("cloze", "The ____ was won by ____ at last.", accept=in_gaps("lock", "Pru", "Old Pru")),
        printed("cloze", "The river ____ runs dry.", options=("Wye", "Xan", "Yar"), key=(1,), accept=in_gaps("Xan")),
        printed("short_answer", "Who signed first?", accept=(Accepted("Ivy"), Accepted("Ivy the Elder", credit=0.5))),
        printed("numeric", "How far is it?", accept=(number, Accepted("5"))),
        printed(
            "matching", "What belongs?", choices=("Jay", "Kea", "Lea"), options=("sky", "sea", "sod"), key=(2, 0, 1)
        ),
        printed("ordering", "In what order?", choices=("Moss", "Nut", "Oak"), key=(2, 0, 1)),
        printed("find_evidence", "Which proves this?", choices=("It began.", "It grew.", "It ended."), key=(1,)),
    ]


TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=30)


@st.composite
def random_question(draw: st.DrawFn) -> Printed:
    """A question of any kind, its texts and its key by chance."""
    kind = draw(st.sampled_from([one.question.kind for one in one_of_each()]))
    stem = draw(TEXTS)
    if kind in ("cloze", "short_answer", "numeric"):
        return printed(
            kind, stem, accept=tuple(Accepted(text) for text in draw(st.lists(TEXTS, min_size=1, max_size=3)))
        )
    choices = tuple(draw(st.lists(TEXTS, min_size=2, max_size=5, unique=True)))
    places = range(len(choices))
    if kind == "matching":
        options = tuple(draw(st.lists(TEXTS, min_size=len(choices), max_size=len(choices), unique=True)))
        return printed(kind, stem, choices=choices, options=options, key=tuple(draw(st.permutations(places))))
    if kind == "ordering":
        return printed(kind, stem, choices=choices, key=tuple(draw(st.permutations(places))))
    right = draw(
        st.sets(
            st.sampled_from(places), min_size=1, max_size=None if kind in ("multiple_choice", "find_evidence") else 1
        )
    )
    return printed(kind, stem, choices=choices, key=tuple(sorted(right)))


def random_bank() -> st.SearchStrategy[list[Printed]]:
    """Some questions of any kinds, told apart by their stems."""
    return st.lists(random_question(), min_size=1, max_size=8, unique_by=lambda one: one.question.stem)
