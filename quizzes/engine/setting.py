"""Whether a text says whose "inflation" or "voters" it means: what every country has its own of."""

from __future__ import annotations

import re
from functools import lru_cache

_GENERAL = re.compile(
    r"\b(?:inflation|unemployment|joblessness|voters?|citizens|electorate|parliament|prices|wages|taxes|recession"
    r"|taxpayers|lawmakers|civil servants|government (?:executives|officials|offices|employees|spending|debt)"
    r"|interest rates|initiatives?|elections?|referendums?|(?:the|its|their) (?:[a-z]+ )?government"
    r"|domestically|nationwide|countrywide|at home and abroad"
    r"|(?:%|per ?cent) (?:of|for) (?:all |young |older |working )?(?:[a-z]+'s? time|adults|children|people|households"
    r"|employers|employees|workers|teenagers|pupils|students|parents|women|men|families|viewing|viewers|homes)"
    r"|the (?:economy|president|prime minister|army|police|central bank|cabinet|opposition|constitution|ruling party"
    r"|senate|interest rate|supreme court|law|state|country|courts?|king|queen|capital|population|currency))\b",
    re.I,
)
_PLACED = re.compile(r"(?<=[\w,;] )[A-Z]\w+|^(?!The |An? |In |On )[A-Z]\w+ [A-Z]\w+|\b(?:countries|states|world)\b")


@lru_cache(4096)
def unplaced(text: str) -> str:
    """Return what the text says of a country without naming one, "" where it does or says no such thing."""
    general = _GENERAL.search(text)
    return general[0] if general and not _PLACED.search(_without_months(text)) else ""


def _without_months(text: str) -> str:
    """Return the text without the capitals of its dates, which name no place."""
    return re.sub(
        r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b", "", text
    )
