from __future__ import annotations

import pytest

from quizzes.engine import clauses, whole
from quizzes.engine.guards import Reading, is_written_out, refuse
from tests.engine.parsing import parsed

PLAIN = Reading({}, frozenset())


def clause_of(text: str) -> clauses.Clause:
    return clauses.find(parsed(text).sentences[0])[0][0]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Denmark sold ten ships to Chile in 1931.", ""),
        ("We sold ten ships to Chile in 1931.", "first_or_second_person"),
        ("Denmark sold ten ships to the US in 1931.", ""),
        ("Denmark will sell you ten ships in Chile.", "first_or_second_person"),
        ("They sold ten ships to Chile in 1931.", "unresolved_reference"),
        ("Lars Holm arrived in 1643.", "nothing_told"),
        ("Lars Holm arrived in Riga in 1643.", ""),
        ("Denmark sold it to Chile in 1931.", "unresolved_reference"),
        ("Denmark sold its ships to Chile in 1931.", ""),
        ("Danish farmers sold their ships to Chile.", ""),
        ("Lars Holm sold his ships to Chile in 1931.", "unresolved_reference"),
        ("Denmark said that it had sold ten ships.", ""),
        ("The strongest one sank near Riga in 1931.", "unresolved_reference"),
        ("Costs were one to nine marks in Riga in 1931.", ""),
        ("One of the Danish ships sank near Riga.", ""),
        ("Denmark defended itself against Norway in 1931.", ""),
        ("Chile bought those that Denmark sold in 1931.", ""),
        ("A similar ship sank near Riga in 1931.", "relational_word"),
        ("Denmark bought a ship similar to those of Norway.", ""),
        ("Other ships sank near Riga in 1931.", "relational_word"),
        ("Fruits such as apples grow in Denmark.", ""),
        ("Denmark sold something to Chile in 1931.", "relational_word"),
        ("Denmark sold larger ships to Chile in 1931.", "comparison"),
        ("Denmark sold larger ships than Norway in 1931.", ""),
        ("Denmark recently sold ten ships to Chile.", "vague_time"),
        ("Denmark sold ten ships to Chile last year.", "vague_time"),
        ("Denmark sold ten ships to Chile three years later.", "vague_time"),
        ("Denmark sold ten ships to Chile in April.", "vague_time"),
        ("By April, Denmark had sold ten ships to Chile.", "vague_time"),
        ("Danish ships leave Riga in April.", ""),
        ("Sadly, Denmark sold ten ships to Chile.", "opinion"),
        ("Most species live in Denmark and Chile.", "unspecific_subject"),
        ("Member states sold ten ships to Chile.", "unspecific_subject"),
        ("The plan pleased Denmark and Norway in 1931.", "bare_definite"),
        ("The proposed plan pleased Denmark and Norway in 1931.", "bare_definite"),
        ("The harbours, Riga and Esbjerg, were closed by Denmark in 1931.", "bare_definite"),
        ("The first two ships sailed to Denmark in 1931.", "bare_definite"),
        ("The captain, who lived in Riga, sold ten ships to Chile.", "bare_definite"),
        ("The captain who lived in Riga sold ten ships to Chile.", ""),
        ("Lars Holm won in the spring of 1931.", "nothing_told"),
        ("The plan of Lars Holm pleased Denmark in 1931.", ""),
        ("There was the first race in Riga because Denmark sold ten ships.", "nothing_told"),
        ("There was a race in Riga because Denmark sold ten ships.", ""),
        ("As if storms were not enough, Denmark sold ten ships to Chile.", "broken_parse"),
        ("The 1970s brought oil to Denmark and Norway.", ""),
        ("Denmark sold ten ships as follows in Chile.", "vague_time"),
        ("Denmark sold ships.", "too_long_or_short"),
        ("The kingdom of Norway followed in May 1973.", "nothing_told"),
        ("The kingdom of Norway joined Denmark in May 1973.", ""),
        ("Ten ships from Chile sailed there in 1931.", "unresolved_reference"),
        ("Three sank near the Danish port of Esbjerg.", "unspecific_subject"),
    ],
)
def test_gives_the_reason_against_a_clause(text: str, reason: str) -> None:
    assert refuse(clause_of(text), PLAIN) == reason


def test_reference_known_to_hang_is_refused() -> None:
    clause = clause_of("The union sold ten ships to Chile in 1931.")

    assert refuse(clause, Reading({}, frozenset({0, 1}))) == "unresolved_reference"


def test_reference_written_out_is_fine() -> None:
    clause = clause_of("It sold ten ships to Chile in 1931.")

    assert refuse(clause, Reading({0: "the Baltic League"}, frozenset())) == ""


def test_pronoun_explained_by_its_clause_is_fine() -> None:
    clause = clause_of("Denmark sold Chile ten ships and repaired them in 1931.")
    them = next((token for token in clause.tokens() if token.text == "them"), None)

    assert them is None or refuse(clause, Reading({}, frozenset(), {them.i: 3})) == ""


def test_pronoun_before_the_name_that_explains_it_is_fine() -> None:
    clause = clause_of("As he faced trouble, Lars Holm left Riga.")
    he = next(token for token in clause.tokens() if token.text == "he")

    assert refuse(clause, Reading({}, frozenset(), {he.i: clause.subject.head.i})) == ""


def test_pronoun_that_stands_for_nothing_is_fine() -> None:
    clause = clause_of("It took ten days to raise the Danish ship.")

    assert refuse(clause, Reading({}, frozenset(), known=frozenset({clause.subject.head.i}))) == ""


def test_change_of_case_is_no_name() -> None:
    token = parsed("It sold ten ships.").sentences[0].tokens[0]

    assert not is_written_out(token, {0: "it"})
    assert is_written_out(token, {0: "Denmark"})


def test_sentence_inside_a_quotation_is_refused() -> None:
    clause = clause_of('"Denmark sold ten ships to Chile in 1931," said Lars Holm of the Baltic League.')

    assert refuse(clause, PLAIN) != ""


@pytest.mark.parametrize(
    ("text", "means", "reason"),
    [
        ("A Danish guild put Lars Holm in charge of it.", "guild", "unresolved_reference"),
        ("The guild of Riga sold a ship by painting it.", "guild", ""),
        ("The guild of Riga took ten ships with it.", "guild", ""),
    ],
)
def test_an_object_is_not_its_own_subject(text: str, means: str, reason: str) -> None:
    clause = clause_of(text)
    words = {token.text: token.i for token in clause.tokens()}

    assert refuse(clause, Reading({}, frozenset(), {words["it"]: words[means]})) == reason


def test_what_a_comma_sets_apart_does_not_tell_which_is_meant() -> None:
    text = "The buildings, together with the smooth walls of Riga, suggest that Denmark was rich in 1931."
    clause = whole.find(parsed(text).sentences[0])

    assert clause is not None
    assert refuse(clause, PLAIN) == "bare_definite"
