"""Statements that the article contradicts: a fact changed in one place to what the article itself excludes.

A "not" is only ever taken out, never put in: statements with a "not" that the article lacks would all be false, and
whoever noticed that would need no article.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from .blocks import MONTHS
from .distractors import Distractor, pick
from .eras import possible
from .facts.base import Answer, AnswerType, Fact
from .figures import numbers
from .grammar import HEDGES, LASTING
from .likeness import REASONS
from .lives import alive
from .neighbours import date_neighbours
from .opposites import turned
from .other_reasons import other_reasons
from .other_speakers import is_speech, other_speaker
from .outsiders import strangers
from .variations import Variation, nested, variations
from .words import bare, holds
from .world import World

# A value of these kinds excludes every other: what the article gives for it contradicts a changed one.
_EXCLUSIVE = frozenset({AnswerType.DATE, AnswerType.NUMBER})
# Who did a thing excludes who else the article names, wherever the question "Who did it?" has one answer.
_NAMES = frozenset(
    {AnswerType.PERSON, AnswerType.COUNTRY, AnswerType.ORGANISATION, AnswerType.AGREEMENT, AnswerType.PLACE}
)
_ON_MAPS = frozenset({AnswerType.PLACE, AnswerType.COUNTRY})
_LYING = frozenset({"be", "lie", "locate", "situate", "flow", "border", "stand", "rise"})
_DIRECTION = re.compile(r"north|south|east|west")
_PHRASES = frozenset({AnswerType.TERM, AnswerType.EVENT, AnswerType.WORK})
_POINTING = frozenset(str.split("he she his her him it its they their them who which")) | {"himself", "herself"}
_YEAR = re.compile(r"\b[12]\d{3}\b")
_IN_YEAR = re.compile(r"\b(?:[Ii]n|[Oo]f|[Dd]uring) (?:the year )?([12]\d{3})\b(?!s|-|–|/| (?:to|or|and)\b)")
# "The Harbour Act of 1859" is a name.
_NAMED_BY_YEAR = re.compile(
    r"\b(?:Act|Law|Bill|Code|Edict|Treaty|Peace|Convention|Constitution|Charter|Accord|Statute|War|Revolution|Battle)"
    r" of (?:the year )?$"
)
_ONCE = frozenset(str.split("first last only founded invented discovered born oldest largest highest longest deepest"))
# Of one among several another may be one as well.
_AMONG = re.compile(r"\b(?:one of|among) (?:the|its|his|her|their|[A-Z]\w+'s)\b")
_POST = r"(?:president|director|head|chief executive|chair\w*|managing director|editor|leader|mayor|governor|minister)"
_UNIQUE = re.compile(
    rf"^ (?:is|was) (?:the (?!same\b)\w+|(?:the )?[A-Z]\S*'s )|^ is {_POST} (?:of|at|for)\b"
    r"|^ (?:is|was) described as (?:the |(?:[A-Z]\S* )+?[A-Z]\S*'s )"
)
# Who does this to another does not have it done to him in the same event.
_ONE_WAY = frozenset(
    str.split(
        "acquire annex appoint beat buy colonize colonise conquer defeat elect employ finance found fund inherit invade"
        " name nominate occupy own precede purchase replace succeed supply sue teach sell overtake adopt absorb"
    )
)
# Of what something is, causes or means, the article's answer excludes what it gives for another.
_DEFINING = frozenset({"cause", "mean", "define", "create", "produce", "lead"})
# "two tutors, Ida Moe and Lars Holm": whoever counts them needs no article.
_ONE_BY_ONE = re.compile(r"(?: (?:[a-z]+ ){0,2}[a-z]+s)?[,:] [A-Z].*\band [A-Z]")
_OR_MORE = re.compile(
    r"(?:\s\w+){0,3}\s(?:or|and) (?:more|less|fewer|over|above|under|up|older|younger|later|earlier|higher|lower|longer"
    r"|greater)\b"
)
_AT_LEAST = re.compile(
    r"\b(?:at least|at most|up to|upwards of|(?:more|less|fewer|greater|smaller|larger|higher|lower|longer) than|over"
    r"|under|above|below|beyond|within|nearly|almost|exceed\w*)\s\S*$",
    re.I,
)
# What was so by 1850 was so by 1860 as well; since, before, after and until leave other times open in the same way.
_OPEN_TIME = re.compile(
    r"\b(?:by|since|before|after|until|till|from|around|about|circa|c\.|as (?:late|early) as|to|and|or)"
    r"(?: (?:the|about|around|late|early|mid))* $",
    re.I,
)
# A year further off than one is a matter of memory, not of the last figure.
_NEAREST_YEARS = 2
_NEAREST_MONTHS = 3
# Nor may it be so far off that the age rules it out.
_FARTHEST_YEARS = ((1900, 15), (1700, 30), (0, 80))
_APART = Decimal("0.2")
_APART_IN_SHARES = 2
_ABOUT = frozenset({"about", "around", "approximately", "roughly", "estimated"})
_APART_ABOUT = Decimal("0.35")
_OLDEST = 105
_TO = ("-", "–", "—")
# "the first two of them": another number there does not fit what follows.
_COUNTED_ON = re.compile(
    r"\b(?:first|last|next|other|remaining|top|all|both|these|those) $"
    r"|\b(?:one|two|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+est) of (?:the |his |her |their )?$",
    re.I,
)
# Nobody acts after his death or before his birth; what only may not be may be as well.
_IMPOSSIBLE = re.compile(
    r"\b[Aa]fter (?:\S+ ){0,4}(?:died|dies|death)\b|\b[Bb]efore (?:\S+ ){0,4}(?:(?:was|were|is) born|birth)\b"
)
# What lies between two others is not told the other way round by moving one of them.
_BETWEEN = re.compile(r"\b(?:before|after)\b.*\band (?:preceding|following|before|after|succeeding)\b")
_MAY = re.compile(r"\b(?:may|might|could)\b")
_MAY_NOT = re.compile(r"\b(?:may|might|need) (?:\w+ )?not\b|\bnot (?:\w+ )?(?:always|necessarily|only|all|every|yet)\b")
_SAID_AT_LEAST = re.compile(
    r"^(?:at least|at most|up to|upwards of|more than|less than|fewer than|over|under|nearly|almost)\b", re.I
)
# "For centuries", "any" and "a penny more" stand with a denial alone.
_WITH_DENIAL = re.compile(
    r"\bfor (?:\w+ ){0,2}(?:centuries|decades|years|months|weeks|days)\b"
    r"|\b(?:until|any\w*|either|ever|at all|still|enough|more|except|exception|nor|but|even|yet|much|whatsoever)\b"
)
_DO = re.compile(r"\b(?:do|does|did|can|ca|would|will|could) not\b")
# "men, but not women": what is denied is a part, and without "not" no sentence is left.
_OF_A_PART = re.compile(r"(?:\b(?:but|and|or|if|whether)|,) not ")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A false statement, and one sentence on what the article says instead.

    `joined` says that the statement joins two things the wrong way, so that judging it asks for understanding.
    """

    text: str
    note: str
    joined: bool = False


def contradictions(fact: Fact, world: World, rng: random.Random) -> Iterator[Contradiction]:
    """Yield statements that the article contradicts, each unlike the fact in one place."""
    if fact.reversal and not (_IMPOSSIBLE.search(fact.reversal) or _BETWEEN.search(fact.reversal)):
        yield Contradiction(fact.reversal, "The article tells it the other way round.", joined=True)
    if fact.negated:
        yield from _affirmed(fact)
        return
    if fact.kind == "quotation":
        # Another may be named as the speaker; words that nobody said are put into nobody's mouth.
        yield from _changed(fact, fact.answers[0], world, rng)
        return
    yield from _turned(fact, world)
    for answer in fact.answers:
        yield from _changed(fact, answer, world, rng)
        yield from _for_another_reason(fact, answer, world)
    yield from _swapped(fact, world)
    if not fact.hedged:
        yield from _detail(fact, world, rng)


def _changed(fact: Fact, answer: Answer, world: World, rng: random.Random) -> Iterator[Contradiction]:
    """Put another value, name or phrase in an answer's place, where the article's own leaves room for no other."""
    if answer.type is AnswerType.LIST:
        yield from () if fact.hedged else _with_a_stranger(fact, answer, world, rng)
    elif answer.type in _EXCLUSIVE:
        about = _is_about(fact, answer)
        if (about or not fact.hedged) and not _open_ended(fact, answer):
            before, after = fact.statement[: answer.slot.start], fact.statement[answer.slot.end :]
            near = [
                each
                for each in pick(fact, answer, world, rng)
                if _is_other_time(each.text, answer)
                and not _is_unfit(before, answer.text, each.text, after)
                and not (about and not _is_far(answer.text, each.text, _APART_ABOUT))
                and _is_believable(fact, answer.text, each.text, world)
            ]
            yield from _with(fact, answer, near[:1])
    elif answer.type in _NAMES and (answer.stem or is_speech(fact, answer)):
        yield from _with(fact, answer, _for_a_name(fact, answer, world, rng))
    elif answer.stem and not fact.hedged and answer.type in _PHRASES | REASONS:
        yield from _with(
            fact, answer, [other for other in pick(fact, answer, world, rng) if _excluded(other, fact)][:1]
        )


def _for_a_name(fact: Fact, answer: Answer, world: World, rng: random.Random) -> list[Distractor]:
    """Return a name to put for another where the article leaves room for one alone."""
    if is_speech(fact, answer):
        name = other_speaker(fact, answer, world, rng)
        return [Distractor(name, told=True)] if name else []
    if fact.kind == "quotation" or not (_is_single(fact) or _is_unique(fact, answer)):
        return []
    found = pick(fact, answer, world, rng) or pick(fact, answer, world, rng, 1)
    return [other for other in found if _may_stand_for(other, fact, answer, world)][:1]


def _may_stand_for(other: Distractor, fact: Fact, answer: Answer, world: World) -> bool:
    """Say whether a name of the article may be put for another: no land for a part of it, nor the topic in a post."""
    topic = world.topic
    known = topic is not None and fact.kind == "role" and world.same(other.text, topic.text)
    return other.told and not known and not nested(other.text, answer.text)


def _is_believable(fact: Fact, old: str, new: str, world: World) -> bool:
    """Say whether another year is possible for the article's event and its persons' lives, and not too far off."""
    right, years = _YEAR.findall(old), _YEAR.findall(new)
    if len(right) != 1 or len(years) != 1:
        return True
    mine, theirs = int(right[0]), int(years[0])
    said = " ".join((world.topic.text if world.topic else "", *world.quotes(fact)))
    farthest = next(most for start, most in _FARTHEST_YEARS if mine >= start)
    return (
        abs(mine - theirs) <= farthest
        and possible(said, mine, theirs)
        and alive((*fact.names, fact.subject), world.lives, mine, theirs)
    )


def _for_another_reason(fact: Fact, answer: Answer, world: World) -> Iterator[Contradiction]:
    """Give a thing the reason, aim or means that the article gives another."""
    for other, source in list(other_reasons(fact, answer, world))[:1]:
        note = f"The article says this of something else: {source.statement}"
        yield Contradiction(_filled(fact, answer, other.text), note, joined=True)


def _excluded(other: Distractor, fact: Fact) -> bool:
    """Say whether an option cannot be right as well: the key with another detail, or what another thing has."""
    if other.took:
        return True
    given = other.fact and any(bare(answer.text) == bare(other.text) for answer in other.fact.answers)
    return bool(given and other.fact and (fact.relation in _DEFINING or fact.kind == other.fact.kind == "cause"))


def _with(fact: Fact, answer: Answer, others: list[Distractor] | tuple[Distractor, ...]) -> Iterator[Contradiction]:
    for other in others:
        text = other.text if answer.slot.start == 0 else re.sub(r"^The ", "the ", other.text)
        if answer.slot.start == 0:
            text = text[:1].upper() + text[1:]
        old, new = (other.took, other.put) if other.took else (answer.text, other.text)
        yield Contradiction(_filled(fact, answer, text), f"The article says {old}, not {new}.")


def _filled(fact: Fact, answer: Answer, text: str) -> str:
    return fact.statement[: answer.slot.start] + text + fact.statement[answer.slot.end :]


def _open_ended(fact: Fact, answer: Answer) -> bool:
    """Say whether a number leaves room above or below it, so that another need not be false, or tells what follows."""
    before, after = fact.statement[: answer.slot.start], fact.statement[answer.slot.end :]
    if answer.type is AnswerType.DATE and _OPEN_TIME.search(before):
        return True
    if answer.type is AnswerType.NUMBER and (_SAID_AT_LEAST.match(answer.text) or _COUNTED_ON.search(before)):
        return True
    if answer.type is AnswerType.NUMBER and _ONE_BY_ONE.match(after):
        return True
    return _OR_MORE.match(after) is not None or _AT_LEAST.search(before) is not None


def _is_other_time(text: str, answer: Answer) -> bool:
    """Say whether a date is in another month or not in the very next year, and an amount well apart."""
    mine, theirs = (re.findall(r"[12]\d{3}", each) for each in (answer.text, text))
    if answer.type is AnswerType.NUMBER:
        return _is_far(answer.text, text)
    if len(mine) != 1 or len(theirs) != 1:
        return True
    step = abs(int(mine[0]) - int(theirs[0]))
    return step >= _NEAREST_YEARS or (step == 0 and _are_far_months(answer.text, text))


def _are_far_months(old: str, new: str) -> bool:
    """Say whether two days of one year are not in neighbouring months: the next one is told from it by luck alone."""
    named = [[month for month in MONTHS if re.search(rf"\b{month}\b", each)] for each in (old, new)]
    if len(named[0]) != 1 or len(named[1]) != 1:
        return True
    step = abs(MONTHS.index(named[0][0]) - MONTHS.index(named[1][0]))
    return min(step, len(MONTHS) - step) >= _NEAREST_MONTHS


def _is_single(fact: Fact) -> bool:
    """Say whether what is told happened once, so that naming another for it contradicts the article."""
    if _AMONG.search(fact.statement):
        return False
    words = set(fact.statement.lower().rstrip(".").split())
    dated = any(answer.type is AnswerType.DATE for answer in fact.answers) or re.search(
        r"\b[12]\d{3}\b", fact.statement
    )
    return not fact.hedged and not words & _POINTING and bool(dated or words & _ONCE)


def _is_unique(fact: Fact, answer: Answer) -> bool:
    """Say whether a statement says of the answer that it is the one thing of its sort: "X is the seat of Y"."""
    return answer.slot.start == 0 and not fact.hedged and bool(_UNIQUE.match(fact.statement[answer.slot.end :]))


def _affirmed(fact: Fact) -> Iterator[Contradiction]:
    """Turn a denial into what it denies."""
    if _MAY_NOT.search(fact.statement) or _WITH_DENIAL.search(fact.statement):
        return
    if fact.denial:
        yield Contradiction(fact.denial, "The article says the opposite.")
    elif fact.statement.count(" not ") == 1 and not (_DO.search(fact.statement) or _OF_A_PART.search(fact.statement)):
        yield Contradiction(fact.statement.replace(" not ", " ", 1), "The article says the opposite.")


def _with_a_stranger(fact: Fact, answer: Answer, world: World, rng: random.Random) -> Iterator[Contradiction]:
    """Put one that is no member into a list that the article gives whole."""
    for other in strangers(fact, answer, world, rng, 1):
        member = rng.choice(answer.members)
        if answer.text.count(member) == 1:
            changed = answer.text.replace(member, other.text)
            yield Contradiction(_filled(fact, answer, changed), f"The article names {member}, not {other.text}.")


def _turned(fact: Fact, world: World) -> Iterator[Contradiction]:
    """Turn the one word that has an opposite into it, but not where on the map the article's own place lies."""
    found = turned(fact.statement)
    topic = world.topic if world.topic and world.topic.type in _ON_MAPS else None
    names = (topic.text, *topic.names) if topic and fact.relation in _LYING else ()
    placed = any(holds(fact.statement, name) for name in names)
    if found and placed and _DIRECTION.search(found[1]):
        return
    if found and not _IMPOSSIBLE.search(found[0]) and not _is_unsure_bound(*found[:2]):
        yield Contradiction(found[0], f'The article says "{found[1]}", not "{found[2]}".', joined=True)


def _is_unsure_bound(text: str, word: str) -> bool:
    """Say whether a bound is turned of what only may be so: more than a million may be ill, and so may be fewer."""
    return word.endswith(" than") and _MAY.search(text) is not None


def _swapped(fact: Fact, world: World) -> Iterator[Contradiction]:
    """Let the one to whom something was done do it: where both cannot hold, the article contradicts it."""
    named = [answer for answer in fact.answers if answer.type in _NAMES and world.is_named(answer.text)]
    subject = next((answer for answer in named if answer.slot.start == 0), None)
    others = [answer for answer in named if subject and answer is not subject and answer.type is subject.type]
    if subject is None or len(others) != 1 or fact.relation not in _ONE_WAY or fact.hedged:
        return
    other, told = others[0], fact.statement
    first = other.text[:1].upper() + other.text[1:]
    text = (
        f"{first}{told[subject.slot.end : other.slot.start]}{world.in_sentence(subject.text)}{told[other.slot.end :]}"
    )
    yield Contradiction(text, "The article tells it the other way round.")


def _detail(fact: Fact, world: World, rng: random.Random) -> Iterator[Contradiction]:
    """Change the statement's one number; in what happened once, a place or thing of a list as well."""
    said = " ".join((fact.statement, *world.quotes(fact)))
    told = fact.statement
    found = variations(told, said, world, rng, things=_is_single(fact))
    for each in [each for each in found if _is_far(each.old, each.new) and _may_be_put(told, each)][:1]:
        yield Contradiction(each.text, f"The article says {each.old}, not {each.new}.")
    # What lasts may well have been so in another year too.
    if fact.relation not in LASTING and not any(answer.type is AnswerType.DATE for answer in fact.answers):
        yield from _other_year(fact, said, world, rng)


def _may_be_put(told: str, changed: Variation) -> bool:
    """Say whether another detail may stand where the old one does, and contradicts it."""
    start = told.find(changed.old)
    before, after = told[:start], told[start + len(changed.old) :]
    open_ended = _AT_LEAST.search(before) or _COUNTED_ON.search(before) or _OR_MORE.match(after)
    return not (open_ended or _ONE_BY_ONE.match(after) or _is_unfit(before, changed.old, changed.new, after))


def _is_unfit(before: str, old: str, new: str, after: str) -> bool:
    """Say whether a number cannot stand there: an age that nobody reaches, an end of a range, the next small share."""
    mine, theirs = numbers(old), numbers(new)
    if len(mine) != 1 or len(theirs) != 1:
        return False
    if before.endswith(_TO) or (after.startswith(_TO) and not after.startswith("-and-a-half")):
        return True
    is_age = re.search(r"\b[Aa]ged? (?:of )?$", before) or re.match(r"[- ]years?[- ]old\b", after)
    is_share = re.search(r"%|per ?cent", old) or re.match(r" ?(?:%|per ?cent)", after)
    return bool((is_age and theirs[0] > _OLDEST) or (is_share and abs(mine[0] - theirs[0]) < _APART_IN_SHARES))


def _is_about(fact: Fact, answer: Answer) -> bool:
    """Say whether the one reserve of a statement is that its amount is not exact: one far off is wrong all the same."""
    reserves = set(fact.statement.rstrip(".").lower().split()) & HEDGES
    return answer.type is AnswerType.NUMBER and bool(reserves) and reserves <= _ABOUT


def _is_far(old: str, new: str, apart: Decimal = _APART) -> bool:
    """Say whether two amounts differ enough for a reader to judge by more than the last figure."""
    mine, theirs = numbers(old), numbers(new)
    if len(mine) != 1 or len(theirs) != 1:
        return True
    return abs(mine[0] - theirs[0]) >= apart * max(mine[0], theirs[0])


def _other_year(fact: Fact, said: str, world: World, rng: random.Random) -> Iterator[Contradiction]:
    """Change the one year in which something is told to have been."""
    told = fact.statement
    years = _YEAR.findall(told)
    if len(years) != 1 or not (found := _IN_YEAR.search(told)) or _NAMED_BY_YEAR.search(told[: found.start(1)]):
        return
    right = int(found[1])
    near = [year for year in date_neighbours(found[1], rng) if year not in said]
    fit = [each for each in near if abs(int(each) - right) >= _NEAREST_YEARS and int(each) <= world.latest_year]
    for year in [
        each for each in fit if possible(said, right, int(each)) and _is_believable(fact, found[1], each, world)
    ][:1]:
        text = told[: found.start(1)] + year + told[found.end(1) :]
        yield Contradiction(text, f"The article says {found[1]}, not {year}.")
