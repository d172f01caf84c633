from __future__ import annotations

import pytest

from quizzes.engine import clauses
from quizzes.engine.truncated import is_truncated
from tests.engine.parsing import parsed


def clause_of(text: str) -> clauses.Clause:
    return clauses.find(parsed(text).sentences[0])[0][0]


@pytest.mark.parametrize(
    "text",
    [
        "Lars Holm called from the harbour of Riga in 1931.",
        "Astrid Moe won in the spring of 1931.",
        "Denmark reported that ten million people watched.",
        "Astrid Moe finished second in May 1931.",
        "The province of Lolland was compelled by a judgment in 1931.",
        "Islands of the Baltic were added in May 1931.",
        "Wooden masts were given up in May 1931.",
        "Astrid Moe was elected in May 1931.",
        "Lars Holm took manual control in May 1931.",
        "Denmark withdrew its objection after Norwegian pressure.",
        "Lars Holm put his decision down to an event.",
        "A young sailor found the wreck of the Vigilant in 1931.",
        "The wreck of the Vigilant was found by a fisherman in 1931.",
        "One friend found the wreck of the Vigilant in 1931.",
        "Lars Holm told the Riga Herald.",
        "Lars Holm warned a crowd of sailors in Riga in 1931, despite the rain.",
        "The council of Riga estimated that it killed ten people.",
        "Lars Holm replied that nobody had built ten ships.",
        "Astrid Moe surpassed Lars Holm in May 1931.",
        "Lars Holm refused in May 1931.",
        "The council of Riga decided to send her.",
    ],
)
def test_clause_that_lost_what_it_needs_is_truncated(text: str) -> None:
    assert is_truncated(clause_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Lars Holm called for a strike in Riga in 1931.",
        "Astrid Moe won the race around Lolland in 1931.",
        "Astrid Moe won against Lars Holm in 1931.",
        "Denmark built and sold ten ships in 1931.",
        "The race that Astrid Moe won began near Riga.",
        "Astrid Moe finished second in the race around Lolland.",
        "The province of Lolland was compelled to sell its ships.",
        "Islands of the Baltic were added to the map in 1931.",
        "Astrid Moe was elected as mayor of Riga in 1931.",
        "Lars Holm took control of the Vigilant in May 1931.",
        "Lake Baltic has three large parts in Denmark.",
        "Denmark withdrew its objection to the sale of ten ships.",
        "A sailor from Riga found the wreck of the Vigilant in 1931.",
        "A teacher works thirty hours a week in Denmark.",
        "Lars Holm told the Riga Herald that ten ships had left.",
        "Lars Holm warned a crowd of sailors in Riga that the ice was thin.",
        "Lars Holm warned the sailors of Riga against thin ice.",
        "Lars Holm told many stories of the Baltic in 1931.",
        "Denmark announced that it had sold ten ships.",
        "Lars Holm replied to the council that nobody had built ten ships.",
        "Astrid Moe surpassed Lars Holm as the fastest sailor of Riga.",
        "Lars Holm refused to sell ten ships.",
        "The council of Riga sent her to Denmark.",
    ],
)
def test_whole_clause_is_not_truncated(text: str) -> None:
    assert not is_truncated(clause_of(text))
