"""A sentence as its author wrote it, where taking it apart is not sure: left out is only what stands in brackets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .clauses import Clause
from .grammar import DISCOURSE, SUBJECTS, has_child, is_verb
from .guards import SPEECH
from .inserts import BRACKETS
from .parts import EXAMPLES, Part, Role
from .trust import disagrees

if TYPE_CHECKING:
    from .language import Sentence, Token

FEWEST_WORDS, MOST_WORDS = 8, 36
_LONGEST_LEAD = 7
# Marks that join two thoughts, or stand for something that the sentence does not show.
_HIDING = frozenset({";", "?", "!", "…", "...", "*", "|", "/"})
# Links that mean nothing of the sentence before, wherever they stand.
_HARMLESS = frozenset({"even", "first", "second", "third", "specifically", "initially"})


def find(sentence: Sentence) -> Clause | None:
    """Return the whole sentence as one clause, None where it is no plain statement or leans on another."""
    tokens = _shown(sentence)
    words = [token for token in tokens if token.text[0].isalnum()]
    if not FEWEST_WORDS <= len(words) <= MOST_WORDS or not _is_closed(sentence, tokens):
        return None
    head = next((token for token in tokens if token.dep_ in SUBJECTS and is_verb(token.head)), None)
    subject = _phrase(head, tokens) if head is not None else ()
    if head is None or not subject or head.i > head.head.i or _says_nothing(head.head):
        return None
    clause = _clause(sentence, tokens, subject, head)
    return None if disagrees(clause) else clause


def _says_nothing(verb: Token) -> bool:
    """Say whether somebody speaks whose words stand in another sentence: "Holm says at the port, a harbour of Riga"."""
    return verb.lemma_ in SPEECH and not has_child(verb, "ccomp", "dobj", "xcomp", "parataxis", "acomp", "oprd")


def _shown(sentence: Sentence) -> list[Token]:
    """Return the tokens without brackets, "also", the end mark, and a link to the sentence before at the start."""
    shown: list[Token] = []
    depth = 0
    for token in sentence.tokens:
        depth += token.text in BRACKETS
        if not depth and token.text.lower() != "also":
            shown.append(token)
        depth -= depth > 0 and token.text in BRACKETS.values()
    while shown and shown[-1].text == ".":
        shown.pop()
    return _without_link(shown)


def _without_link(tokens: list[Token]) -> list[Token]:
    """Take off what links to the sentence before: "But", "However,", "For example,"."""
    words = [token.text.lower() for token in tokens[:3]]
    if " ".join(words[:2]) in EXAMPLES and words[2:] == [","]:
        return tokens[3:]
    if tokens and (tokens[0].tag_ == "CC" or (tokens[0].tag_ == "RB" and words[0] in DISCOURSE)):
        return tokens[2:] if words[1:2] == [","] else tokens[1:]
    return tokens


def _is_closed(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Say whether the sentence ends as one and holds no mark or word that a reader must look behind."""
    if not sentence.text.rstrip().endswith(".") or any(token.text in _HIDING for token in tokens):
        return False
    return not any(
        token.text.lower() in DISCOURSE - _HARMLESS and token.pos_ in {"ADV", "SCONJ", "CCONJ"} for token in tokens
    )


def _phrase(head: Token, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the subject where its words stand together; with what opens the sentence where no comma parts the two."""
    inside = {token.i for token in head.subtree}
    found = tuple(token for token in tokens if token.i in inside)
    first, last = tokens.index(found[0]), tokens.index(found[-1])
    if last - first + 1 != len(found):
        return ()
    if not first or tokens[first - 1].text == ",":
        return found
    lead = tokens[:first]
    plain = len(lead) <= _LONGEST_LEAD and not any(is_verb(token) or token.is_punct for token in lead)
    return (*lead, *found) if plain and head.head.dep_ == "ROOT" else ()


def _clause(sentence: Sentence, tokens: Sequence[Token], subject: tuple[Token, ...], head: Token) -> Clause:
    verb = head.head
    before = tuple(token for token in tokens if token.i < subject[0].i)
    middle = tuple(token for token in tokens if subject[-1].i < token.i < verb.i)
    after = tuple(token for token in tokens if token.i > verb.i)
    return Clause(
        sentence, verb, Part(Role.SUBJECT, head, subject), _part(before[:-1]), middle, (verb,), _part(after), None,
        negated=any(token.dep_ == "neg" for token in tokens), passive=has_child(verb, "auxpass"), form="whole",
    )  # fmt: skip


def _part(tokens: tuple[Token, ...]) -> tuple[Part, ...]:
    return (Part(Role.OBJECT, tokens[0], tokens),) if tokens else ()
