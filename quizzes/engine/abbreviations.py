"""Short forms that the article itself explains: "Commonwealth of Independent States (CIS)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .language import Parsed
from .lists import word_set

if TYPE_CHECKING:
    from .language import Tokens

SHORT = re.compile(r"[A-Z](?:[A-Za-z&.-]*[A-Z])[A-Za-z]?s?\d?\.?")
SMALL = word_set("of the and for in on to a an de la &")
LONGEST = 12
# "(often abbreviated as the BSU)": what may lead to the short form.
LEADING = word_set("often also usually commonly sometimes generally abbreviated shortened known called or as to the")


def abbreviations(parsed: Parsed) -> dict[str, str]:
    """Return each short form the article explains, with its full form (no leading "the")."""
    found: dict[str, str] = {}
    for sentence in parsed.sentences:
        if "(" not in sentence.text:
            continue
        tokens = sentence.tokens
        for i, token in enumerate(tokens):
            short = _first_word(tokens, i)
            if token.text == "(" and i > 0 and short < len(tokens) - 1 and tokens[short + 1].text in "),;":
                _explained(tokens, i, short, found)
            elif token.text == "(" and i and SHORT.fullmatch(tokens[i - 1].text):
                _spelled_out(tokens, i, found)
    return found


def _first_word(tokens: Tokens, i: int) -> int:
    """Return the place of the first word in brackets that leads to no short form."""
    place = i + 1
    while place < len(tokens) - 1 and tokens[place].lower_ in LEADING:
        place += 1
    return place


def _explained(tokens: Tokens, i: int, place: int, found: dict[str, str]) -> None:
    short = tokens[place].text
    if not SHORT.fullmatch(short) or not 2 <= len(short) <= 10:
        return
    full = _before(tokens, i, [c.lower() for c in short if c.isupper()])
    if full and full != short:
        found.setdefault(short, full)


def _before(tokens: Tokens, end: int, initials: list[str]) -> str:
    """Return the words before tokens[end] whose initials spell the short form, or ""."""
    j, wanted = end - 1, list(initials)
    start = end
    while j >= 0 and wanted and end - j <= LONGEST:
        word = tokens[j].text
        if word[0].lower() == wanted[-1] and (
            word.lower() not in SMALL or (len(wanted) > 1 and _small_counts(tokens, j, wanted))
        ):
            wanted.pop()
            start = j
        elif word not in ("-", "'s") and word.lower() not in SMALL and not word[0].isupper():
            return ""
        j -= 1
    if wanted:
        return ""
    return str(tokens[start:end].text)


def _small_counts(tokens: Tokens, j: int, wanted: list[str]) -> bool:
    """A small word spells a letter only where the word before it spells the next ("Department of Defense", DoD)."""
    return j > 0 and tokens[j - 1].text[0].lower() == wanted[-2]


def _spelled_out(tokens: Tokens, i: int, found: dict[str, str]) -> None:
    close = next((k for k in range(i + 1, min(i + LONGEST, len(tokens))) if tokens[k].text == ")"), None)
    if close is None:
        return
    words = [t.lower_ for t in tokens[i + 1 : close] if t.text != "-"]
    spelled = {"".join(w[0] for w in words), "".join(w[0] for w in words if w not in SMALL)}
    if len(words) > 1 and "".join(c.lower() for c in tokens[i - 1].text if c.isalpha()) in spelled:
        text = str(tokens[i + 1 : close].text)
        found.setdefault(tokens[i - 1].text, text[4:] if text.lower().startswith("the ") else text)
