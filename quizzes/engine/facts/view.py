"""A sentence as the fact readers see it: its trusted clauses, with every reference written out or turned away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .. import clauses, fullnames, guards
from ..clauses import Clause
from ..document import Span
from ..grammar import NOUNS, PEOPLE_NOUNS, PRONOUNS
from ..guards import Reading
from ..rendering import as_sentence, render
from .base import AnswerType
from .knowledge import Knowledge
from .told import Told

if TYPE_CHECKING:
    from ..language import Sentence, Token


@dataclass(frozen=True)
class View:
    """One sentence with its trusted clauses."""

    sentence: Sentence
    told: tuple[Told, ...]
    knowledge: Knowledge


def views(knowledge: Knowledge, rejected: Counter[str]) -> Iterator[View]:
    """Yield each sentence; count in `rejected` why clauses were turned away."""
    for sentence in knowledge.parsed.sentences:
        found, reasons = clauses.find(sentence)
        rejected.update(reasons)
        told = []
        for clause in found:
            read = trusted(clause, knowledge)
            if isinstance(read, str):
                rejected[read] += 1
            else:
                told.append(read)
        yield View(sentence, tuple(told), knowledge)


def trusted(clause: Clause, knowledge: Knowledge) -> Told | str:
    """Return the clause with its references written out, or why it is turned away."""
    reading, far = resolved(clause, knowledge)
    reason = guards.refuse(clause, reading)
    if not reason and _is_headless(clause, reading.rewrite):
        reason = "unresolved_reference"
    return reason or _told(clause, reading, far, knowledge)


def _is_headless(clause: Clause, rewrite: Mapping[int, str]) -> bool:
    """Say whether a possessive is left without what it owns: "Maalin's was the last case"."""
    last = [token for token in clause.subject.tokens if rewrite.get(token.i, token.text)]
    return not last or rewrite.get(last[-1].i, "").endswith(("'s", "s'"))


def _told(clause: Clause, reading: Reading, far: Mapping[int, Span], knowledge: Knowledge) -> Told:
    shown = list(clause.tokens())
    spans = {clause.sentence.span} | {far[token.i] for token in shown if token.i in far}
    statement = as_sentence(render(clause.pieces(), reading.rewrite))
    return Told(clause, statement, reading.rewrite, tuple(sorted(spans)), knowledge, reading.echoes)


def resolved(clause: Clause, knowledge: Knowledge) -> tuple[Reading, dict[int, Span]]:
    """Return what the references of a clause mean, and the sentences needed to prove it."""
    sentence = clause.sentence
    shown = sorted(clause.tokens(), key=lambda token: token.i)
    within = sentence.span_of(shown[0], shown[-1])
    places = {sentence.start(token) for token in shown}
    rewrite, far = _cased(sentence, knowledge), {}
    echoes = _antecedents(shown, knowledge)
    for start, end, text in knowledge.references.substitutions(sentence, within, places):
        tokens = [token for token in shown if start <= sentence.start(token) < end]
        before = _named_before(text, tokens, rewrite)
        before = before if before >= 0 else _mentioned_before(text, tokens, shown, sentence, knowledge)
        if not tokens or before >= 0:
            echoes.update({token.i: before for token in tokens})
            continue
        rewrite.update({token.i: "" for token in tokens})
        rewrite[tokens[0].i] = knowledge.in_running_text(text)
        proof = knowledge.references.origin(start) or knowledge.naming(text, sentence)
        if proof:
            far[tokens[0].i] = proof
    rewrite |= fullnames.written_out(shown, sentence, knowledge.entities, rewrite)
    hanging = knowledge.references.unresolved(sentence, within, places)
    unknown = {token.i for token in shown for start, end in hanging if start <= sentence.start(token) < end}
    known = {token.i for token in shown if knowledge.is_known(token, sentence)}
    known |= {token.i for token in shown if token.pos_ == "PRON" and knowledge.references.is_empty(token)}
    return Reading(rewrite, frozenset(unknown), echoes, frozenset(known)), far


def _antecedents(shown: Sequence[Token], knowledge: Knowledge) -> dict[int, int]:
    """Return where the clause itself names what its pronouns mean."""
    here = {token.i for token in shown}
    found = [(token, knowledge.references.antecedent(token)) for token in shown]
    return {token.i: antecedent.i for token, antecedent in found if antecedent is not None and antecedent.i in here}


def _named_before(text: str, tokens: Sequence[Token], rewrite: Mapping[int, str]) -> int:
    """Return where the clause already writes out the name that a pronoun stands for, -1 when it does not."""
    if len(tokens) != 1 or tokens[0].text.lower() not in PRONOUNS:
        return -1
    name = text.removesuffix("'s")
    return next((i for i, old in rewrite.items() if i < tokens[0].i and old.removesuffix("'s") == name), -1)


def _mentioned_before(
    text: str, tokens: Sequence[Token], shown: Sequence[Token], sentence: Sentence, knowledge: Knowledge
) -> int:
    """Return where the clause itself has the name that a pronoun stands for, -1 when it does not."""
    entity = knowledge.named(text)
    if len(tokens) != 1 or tokens[0].tag_ not in {"PRP$", "PRP"} or entity is None:
        return -1
    found = [token for token in shown if token.i < tokens[0].i and token.tag_ in NOUNS]
    named = [(knowledge.entities.covering(sentence.start(token), sentence.end(token)), token.i) for token in found]
    return next((i for mention, i in named if mention and mention.entity is entity), -1)


def _is_written_large(first: Token, knowledge: Knowledge) -> bool:
    """Say whether a name that is a noun as well, "Noble" or "Baker", is one here: so tagged, or a name elsewhere."""
    return first.tag_ == "NNP" or first.text in knowledge.capital


def _cased(sentence: Sentence, knowledge: Knowledge) -> dict[int, str]:
    """Write the first word of a sentence as it stands elsewhere: a name keeps its capital, a term loses it."""
    first = sentence.tokens[0]
    lower = first.text[:1].lower() + first.text[1:]
    if first.text == lower or first.text[1:] != first.text[1:].lower():
        return {}
    named = knowledge.entities.covering(sentence.start(first), sentence.end(first))
    is_person = named is not None and named.entity.type is AnswerType.PERSON and _is_written_large(first, knowledge)
    if first.lemma_.lower() in PEOPLE_NOUNS and not is_person and not sentence.tokens[1:2].text.istitle():
        return {first.i: lower}
    if named and named.entity.type is not AnswerType.TERM:
        return {first.i: first.text}
    if first.tag_ == "DT" or lower in knowledge.lower:
        return {first.i: lower}
    return {first.i: first.text} if first.text in knowledge.capital or first.ent_type_ == "NORP" else {}
