"""What a copy editor strikes out at sight: words left over from the sentence before, cut ends, names said twice."""

from __future__ import annotations

import re
from functools import lru_cache

from ..questions.base import Question
from ..words import SMALL_WORDS
from ..world import World
from .base import texts_read

_SUM = r"(?:dollars|euros|pounds|francs|kroner|kronor|yen|roubles|rubles|rupees|pesos|marks|yuan|cents|money)"
_NO_PERFECT = r"(?!\b(?:been|has|had|have)\b)"
_HEDGE = r"(?:about|around|nearly|almost|over|up to|at least|more than)"
_SHARE = r"\d[\d.,]*(?:%| per ?cent)"
_RANKED = r"\b(?:first|last|only|most|least|[a-z]+est)\b|\b(?:has|have|had|been)\b"
_CROWNED = r"(?:king|queen|emperor|empress|pope|tsar|sultan|shah|prince|princess|duke|leader|judge)"
_LONE = r"(?!Us\b)[A-Z]\w+(?: [A-Z]\w+)*"
_SLIPS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "is left over from another sentence",
        re.compile(
            r"\bthereby\b|\bas well\b(?! as\b)|^(?:For one thing|What's more|Further|In turn|In addition|In fact"
            r"|As a result|In the end|Of course|In other words|Worse(?: still)?|Better still|All the same|Even so"
            r"|At once|On the contrary|In short|After all|Above all),"
        ),
    ),
    (
        "opens it for no reason",
        re.compile(
            r"^(?:Instantly|Immediately|Suddenly|Supposedly|Probably|Presumably|Apparently|Gradually|Quickly|Slowly"
            r"|Surprisingly|Naturally|Inevitably|Ultimately|Elsewhere|Once|Twice|Altogether|At school|At home),? "
            r"|^(?!For )(?:\w+ )?(?:years|days|weeks|months|decades|centuries), "
            r"|^(?:In|Of|From|To|By|At|For|On|With) wh(?:ich|om)\b[^?]*$|^Which, |^As (?:if|though)\b"
        ),
    ),
    (
        "is cut off",
        re.compile(
            r"\b(?:including|such as|notes|argues|claims|believes|hopes|thinks|insists|wonders|suggests|adds)[.]$"
            r"|\b(?:including|such as|than)\?$"
            r"|(?<![\w'’-])(?:and|but|or|nor|because|although|whereas|unless|whether|than|which|whose|the|an?)[.?]$"
            rf"|\b(?:one|some|none) of {_LONE}(?=[.?]$| (?:in|on|at|by|for|with|while|when|after|before)\b)"
        ),
    ),
    ("is written twice", re.compile(r"\b(\w+(?: [\w'-]+){1,4}) \1\b")),
    (
        "wants the perfect",
        re.compile(
            rf"^(?:{_NO_PERFECT}.)*\b(?:is|are|does|do) (?:{_NO_PERFECT}[^,])*\bsince (?:\w+ )?(?:\d+, )?[12]\d{{3}}\b"
        ),
    ),
    (
        "runs on",
        re.compile(
            rf"\b(?:for|of|with) {_SHARE} (?!compared|based|followed|combined|caused)[a-z]+ed (?:for|to|on|in|an?)\b"
            rf"|\band {_SHARE} an? (?!year|month|week|day|decade)"
        ),
    ),
    (
        "wants the perfect",
        re.compile(rf"^(?:(?!{_RANKED}).)*\b(?:was|were) (?:\w+ly )?[a-z]+ed\b(?:(?!{_RANKED})[^,])* since (?:the|\d)"),
    ),
    (
        "has the wrong article",
        re.compile(r"\b[Aa] (?!one\b|once\b|one-|eu|ewe)[aeio][a-z]+|\b[Aa]n (?![a-z]-)[bcdgjkpqtvwyz][a-z]{2,}"),
    ),
    (
        "has a comma before its verb",
        re.compile(
            r"^(?:(?:In|On|At|By|During|From|After|Before|Since|For|With)\b[^,]+, )?"
            r"(?!In\b|On\b|At\b|By\b)\w[^,]*, (?:is|was|are|were|has|had|have)\b(?! (?:in|as|to) )[^,?]*\.$"
        ),
    ),
    (
        "points at a picture",
        re.compile(
            r"\b(?:image|figure|table|diagram|picture|photo\w*|chart|map) (?:at|on|to|below|above|opposite)\b", re.I
        ),
    ),
    (
        "is said by nobody",
        re.compile(
            r"\b(?:must|may|can|could|was|were|is|are|be|been|will|should|had|has) (?:second|third|fourth|fifth|sixth)"
            r" (?:[a-z]+ed|obtain|become|built|made|seen|found|held|known|given|taken|written)\b"
        ),
    ),
    (
        "is asked of a thing",
        re.compile(
            r"\bwho (?:is|are|was|were) (?:\w+ly |often |also |sometimes |first |now )?"
            r"(?:used|built|published|located|printed|eaten|produced|spoken|composed|demolished|manufactured)\b",
            re.I,
        ),
    ),
    ("is one preposition too many", re.compile(r"\b(?:at|in|of|by|with|for|on|to) (?:during|into|within|upon|via)\b")),
    (
        "is no sentence",
        re.compile(r'^[A-Z][a-z]+(?: [a-z]+){0,4} (?:marked|labell?ed|titled|dubbed|inscribed) "[^"]*"\.$'),
    ),
    ("is said twice", re.compile(r"\b[Ii]nstead of\b.*\binstead of\b")),
    ("is set apart for no reason", re.compile(r", alone,")),
    ("is a stray mark", re.compile(r' "(?:[.,?!]|$)')),
    (
        "is no way to ask for an amount",
        re.compile(
            rf"\b(?:from|to|over|under|with|beyond|of) {_HEDGE} how (?:many|much)\b|\bover how many\b"
            rf"|\b(?:from|to|over|under|with|beyond) how many {_SUM}\b|\bbeyond which\b",
            re.I,
        ),
    ),
    (
        "asks twice",
        re.compile(r"^(?:When|In which year|On what date)\b.*\bwhen\b|\b(?:wanted|wants|wished) what\b"),
    ),
    ("is no post", re.compile(rf"\bheld the post of (?:\w+ ){{0,2}}{_CROWNED}\b", re.I)),
)
_NAME = re.compile(r"[A-Z][\w-]*(?: [A-Z][\w-]*)*(?P<own>['’]s?(?= ))?")


def no_slip(question: Question, _world: World) -> str | None:
    """No word is left over, nothing is cut off or doubled, no amount is asked for in a way that nobody says."""
    return next((slip for text in (*texts_read(question), *_labels(question)) if (slip := _slip(text))), None)


@lru_cache(4096)
def _slip(text: str) -> str | None:
    """Return what is to be struck out of a text: several kinds of question read alike."""
    found = ((reason, pattern.search(text)) for reason, pattern in _SLIPS)
    return next((f"{match[0]!r} {reason}" for reason, match in found if match), None)


def _labels(question: Question) -> tuple[str, ...]:
    """Return the choices that are read as sentences: happenings to be compared."""
    return question.choices if question.joins and question.kind in ("single_choice", "multiple_choice") else ()


def owner_named_once(question: Question, _world: World) -> str | None:
    """Whose something is, is told by "its" or "her" where the name stands before: no "Holm sold Holm's ship"."""
    for text in (*texts_read(question), *_labels(question)):
        names = [(match, _shown(match)) for match in _NAME.finditer(text)]
        for number, (match, name) in enumerate(names):
            said = [before for before, other in names[:number] if other == name and not before["own"]]
            if match["own"] and any(not re.search(r"[.,;]", text[before.end() : match.start()]) for before in said):
                return f"{name!r} is named again where a pronoun belongs"
    return None


def _shown(match: re.Match[str]) -> str:
    """Return a name without its ending and without a small word that only opens the sentence before it."""
    name = match[0].removesuffix(match["own"] or "")
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in SMALL_WORDS else name
