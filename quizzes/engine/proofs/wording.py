"""Slips that a copy editor marks: headings run in, words run together, openings left over, negation lost."""

from __future__ import annotations

import re
from functools import lru_cache

from .. import gazetteer
from ..questions.base import Question
from ..words import SMALL_WORDS, stems
from ..world import World
from .base import facts_of, texts_read

# A single small word in front of a question is what a clause left behind: "Even, what have most ...?"
_LEFT_BEHIND = re.compile(
    r"^(?:Even|Just|Only|Then|So|Yet|Still|Also|Thus|Hence|Again|Rather|Instead|Indeed|Both),? ", re.I
)
_TORN = re.compile(r"^(?:Who|What) so called|\b[Ff]rom there\b|\bthe remaining (?:one|two|three|four|five|six)\b")
_SAYS_NOTHING = re.compile(r"\b(?:replied|said|added|continued|answered|rose|agreed|came to power)\.$")
_BEFORE_A_SPAN = re.compile(r"\bbefore (?:\w+|\d+) (?:years|months|weeks|days|hours)\b(?! (?:of|before|later|after)\b)")
_ASKS = re.compile(r"\b(?:who|whom|whose|which|what|when|where|why|how)\b", re.I)
_PRONOUN_SUBJECT = re.compile(r"^[^,]+, (?:it|they)\b")
_PERCENT_OF_NOTHING = re.compile(
    r"\d% (?!of\b|in\b|to\b|and\b|or\b|for\b|at\b|by\b|from\b|more\b|less\b|on\b|as\b)[a-z]+s\b"
)
_NEGATIVE_FRAME = re.compile(r"\b(?:until|or|any\w*|either|ever|yet|at all|hinted|long|whatsoever|even)\b")
_TURNED = re.compile(r"\b(?:but|though|albeit|yet|if) (?:not )?(\w+)")
_HEADING_WORDS = 5
_WORD = re.compile(r"(?<![\w'’-])[a-z]{10,}(?![\w'’-])")


def nothing_left_behind(question: Question, _world: World) -> str | None:
    """No lone word in front of the question word, and no pronoun as the subject behind an opening phrase."""
    for text in texts_read(question):
        lead = _ASKS.split(text, maxsplit=1)[0] if question.stem.endswith("?") else ""
        if lead and len(lead.split()) == 1 and _LEFT_BEHIND.match(lead):
            return f"{lead.strip()!r} is left over"
        if _PRONOUN_SUBJECT.match(text):
            return "a pronoun is its subject"
        torn = _TORN.search(text) or _SAYS_NOTHING.search(text)
        if torn:
            return f"{torn[0]!r} is torn from what it belongs to"
    return None


def no_heading_inside(question: Question, world: World) -> str | None:
    """No heading or menu has run into the sentence: "Top of Page More Facts Newborn babies ..."."""
    for text in texts_read(question):
        words = text.split()
        run = next(
            (place for place, word in enumerate(words) if not word[:1].isupper() and word not in _INNER), len(words)
        )
        # A comma parts a name from what it is: no heading has one.
        run = min(run, next((place for place, word in enumerate(words) if word.endswith(",")), run))
        while run and words[run - 1] in _INNER:
            run -= 1
        opening = " ".join(words[:run])
        begun = _runs_on(words, world) or _begins_again(text, world)
        if begun:
            return f"{begun!r} is a heading and the beginning of a sentence"
        if any(words[place] in _STARTERS and words[place - 1] not in _INNER for place in range(1, run)):
            return f"{opening!r} is a heading and the beginning of a sentence"
        if run >= _HEADING_WORDS and not _is_name(words[:run], world):
            return f"{opening!r} reads like a heading"
    return None


def _runs_on(words: list[str], world: World) -> str:
    """Return a word that names nothing and stands before a sentence's own first word: "Recovery The effects ..."."""
    opens = len(words) > 2 and words[1] in {"The", "A", "An", "It", "In", "There", "This"} and words[2][0].islower()
    return words[0] if opens and words[0].isalpha() and words[0] not in world.shown_names else ""


def _begins_again(text: str, world: World) -> str:
    """Return a heading in small letters up to the word that begins a sentence: "Ways of infection Patients ..."."""
    for match in _INSIDE.finditer(text):
        word = match[2]
        if match[1] in SMALL_WORDS or word.lower() in gazetteer.titles() or word in _UNLIKE:
            continue
        common = word.lower() in _small_words(world.document.text) or word in _STARTERS or text.startswith(word)
        if common and word not in world.shown_words:
            return text[: match.end(1)]
    return ""


@lru_cache(8)
def _small_words(text: str) -> frozenset[str]:
    """Return the words that a text has in small letters; kept, since every statement about it asks for them."""
    return frozenset(re.findall(r"(?<![\w-])[a-z]+\b", text))


_INSIDE = re.compile(r"\b([a-z]{3,}) ([A-Z][a-z]{3,}) (?=[a-z])")
# Offices and parties, which many write with a capital.
_UNLIKE = frozenset(
    str.split("President Minister Parliament Government Congress Senate State Church Bible Earth Internet Web Sun Moon")
)


_INNER = frozenset({"of", "the", "and", "for", "de", "la", "von", "van", "&", "to"})
# With a capital these open a sentence, and no name has them inside.
_STARTERS = frozenset(
    str.split(
        "Some Many Most Several Few These Those There They When While If Although Because However Since Anyone People"
        " Patients Persons Children Products"
    )
)


def _is_name(words: list[str], world: World) -> bool:
    """Say whether names of the article make up such an opening, a word or two apart."""
    return len(stems(" ".join(words)) - world.name_stems) <= 1


def words_apart(question: Question, world: World) -> str | None:
    """No two words have run together, as "notableoperation" has."""
    for text in (question.stem, *question.choices, *question.options):
        for word in _WORD.findall(text):
            if world.is_run_together(word):
                return f"{word!r} is two words"
    return None


def figure_fits(question: Question, _world: World) -> str | None:
    """A share stands before "of" or alone, never before a thing that is counted: "65% cases"."""
    match = next((m for text in (question.stem, *question.choices) if (m := _PERCENT_OF_NOTHING.search(text))), None)
    return f"{match[0]!r} counts nothing" if match else None


def negation_turns_clean(question: Question, world: World) -> str | None:
    """A false statement made by a "not" taken out, or a word turned round, still reads as one would say it."""
    if question.kind != "true_false" or question.joins or question.key != (1,):
        return None
    if _BEFORE_A_SPAN.search(question.stem):
        return "nothing is before a span of time"
    for fact in facts_of(question, world):
        if fact.negated and _NEGATIVE_FRAME.search(question.stem):
            return "what was said with a negation does not stand without it"
        turned = _TURNED.findall(question.stem)
        if any(word not in fact.statement for word in turned):
            return "a contrast no longer contrasts"
    return None
