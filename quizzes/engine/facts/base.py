"""What a fact is, whatever its kind: one statement that stands alone, its askable parts, its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ..document import Span
from ..words import bare


class Level(StrEnum):
    """What a question asks of the learner."""

    RECALL = "recall"
    UNDERSTANDING = "understanding"


class AnswerType(StrEnum):
    """The kind of thing an answer is; distractors must be of the same."""

    PERSON = "person"
    COUNTRY = "country"
    PEOPLE = "people"
    ORGANISATION = "organisation"
    PLACE = "place"
    AGREEMENT = "agreement"
    WORK = "work"
    EVENT = "event"
    TERM = "term"
    DATE = "date"
    NUMBER = "number"
    ROLE = "role"
    LIST = "list"
    ABBREVIATION = "abbreviation"
    CAUSE = "cause"
    PURPOSE = "purpose"
    MEANS = "means"
    CONDITION = "condition"
    EXAMPLE = "example"
    ACTION = "action"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Answer:
    """One part of a fact that may be asked for.

    `text` reads well as a choice ("Azerbaijan", "in order to ..." trimmed of nothing);
    `slot` is where it stands in the fact's *statement* (so that a gap or a false value can be put there);
    `stem` is a complete direct question that `text` answers, "" where only a gap can be asked;
    `accept` are other right ways to type it (aliases, short forms); `value`/`unit` for numbers;
    `year` the year it belongs to, for distractors of one era; `members` for AnswerType.LIST;
    `head` is the phrase's main word in its base form and `form` that word's part of speech ("NNS", "VBG").
    """

    text: str
    type: AnswerType
    slot: Span
    stem: str = ""
    accept: tuple[str, ...] = ()
    value: Decimal | None = None
    unit: str = ""
    year: int | None = None
    members: tuple[str, ...] = ()
    level: Level = Level.RECALL
    head: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things a fact joins, for matching: a person and a role, an event and its year, a term and its meaning."""

    group: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Event:
    """A dated happening for ordering: `label` tells it without its date; `date` is ISO ("1992", "1992-05-15")."""

    label: str
    date: str


@dataclass(frozen=True, slots=True)
class Forms:
    """What a statement tells, in the forms that wrong options take; "" where a form is not sure.

    `clause` follows "because" and "if" ("coal had become too expensive"), `action` follows "to" ("sell ten ships").
    """

    clause: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """What one or more sentences prove.

    `kind` names its file in this package;
    `statement` is one sentence that stands alone: references resolved, hedges and attribution kept;
    `evidence` are whole sentences of the document's text that together prove it; `paragraph` is the
    index of the first one's BODY paragraph; `salience` is 0..1; `names` every name that occurs in the
    statement with all of its aliases, for leak and truth checks; `denial` is a sentence that the statement
    plainly contradicts, `reversal` one that has its two sides the wrong way round (larger and smaller),
    "" where none is sure to be; `level` is what judging the statement asks for.
    """

    id: str
    kind: str
    statement: str
    answers: tuple[Answer, ...]
    evidence: tuple[Span, ...]
    paragraph: int
    salience: float
    subject: str = ""
    relation: str = ""
    pair: Pair | None = None
    event: Event | None = None
    hedged: bool = False
    negated: bool = False
    names: tuple[str, ...] = ()
    denial: str = ""
    reversal: str = ""
    level: Level = Level.RECALL
    forms: Forms = Forms()

    def parallels(self, other: Fact) -> bool:
        """Say whether both tell the same of two things: what caused the one, and what caused the other."""
        return bool(
            self.relation
            and (self.relation, self.kind) == (other.relation, other.kind)
            and bare(self.subject) != bare(other.subject)
        )
