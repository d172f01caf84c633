"""Numbers and dates as people write them: "1,200", "twelve hundred", "2.5 million", "15 May 1992"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from .words import fold

_ONES = str.split(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = str.split("twenty thirty forty fifty sixty seventy eighty ninety")
WORDS = (
    {word: value for value, word in enumerate(_ONES)}
    | {word: 20 + 10 * index for index, word in enumerate(_TENS)}
    | {"dozen": 12, "fourty": 40}
)
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "k": 1_000,
    "mn": 10**6,
    "mln": 10**6,
    "mio": 10**6,
    "bn": 10**9,
    "bln": 10**9,
    "mrd": 10**9,
}
_ORDINALS = str.split(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
)
_VALUES: dict[str, int | str] = {
    **WORDS,
    **{word: value for value, word in enumerate(_ORDINALS, 1)},
    **{f"{word[:-1]}ieth": 20 + 10 * index for index, word in enumerate(_TENS)},
}
_ROUND_TENS = frozenset(str(number) for number in range(20, 100, 10))
_ORDINAL_FIGURE = re.compile(r"\d+(?:st|nd|rd|th)")
_HALVES = {"½": ".5", "¼": ".25", "¾": ".75"}
_AND_HALF = "andhalf"
_HALF_MORE = re.compile(r"\band (?:a|one)[ -]half\b")
_GROUP = re.compile(r"(?<=\d)[\u00a0\u202f\u2009 '’](?=\d{3}(?!\d))")
_DAY = re.compile(r"^(\d+)(?:st|nd|rd|th)$")
_FIGURE_DATE = re.compile(r"\s*(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})\s*")
_MONTHS = str.split("january february march april may june july august september october november december")
_MONTH_NUMBERS = (
    {name: number for number, name in enumerate(_MONTHS, 1)}
    | {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
    | {"sept": 9}
)
_FIGURE = re.compile(r"(?<![\w.,])(?:(?<![\w)])[-−])?(?:\d+(?:[.,]\d+)*|[.,]\d+)(?=$|[^\w.,]|[.,](?!\d)|[a-z°])", re.I)
# One article's answers are compared with each other again and again.
_KEPT = 4096
_TOKEN = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+")


def _figure(text: str) -> str:
    """Return one written figure with a plain decimal point: "1.234,5" and "1,234.5" are the same number."""
    text = text.replace("−", "-")
    if re.fullmatch(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?", text):
        return text.replace(",", "")
    if re.fullmatch(r"-?\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|-?\d{1,3}(?:\.\d{3})+,\d+", text):
        return text.replace(".", "").replace(",", ".")
    if re.fullmatch(r"-?\d*,\d+", text):
        text = text.replace(",", ".")
    return re.sub(r"^(-?)\.", r"\g<1>0.", text)


def _plain(text: str) -> str:
    text = _GROUP.sub("", text)
    for sign, decimals in _HALVES.items():
        if sign in text:
            text = re.sub(rf"(?<!\d)\s?{sign}", f"0{decimals}", re.sub(rf"(?<=\d)\s?{sign}", decimals, text))
    text = _FIGURE.sub(lambda match: _figure(match[0]), text).casefold()
    return _HALF_MORE.sub(_AND_HALF, text)


@dataclass(slots=True)
class _Reader:
    """Adds up one number from words and figures, until a word that belongs to no number."""

    total: Decimal = Decimal(0)
    part: Decimal | None = None
    last: str = ""

    def take(self, word: str) -> bool:
        """Add `word` to the number; False when it cannot continue it."""
        if word == _AND_HALF and self.part is not None:
            self.part += Decimal("0.5")
            return True
        if word in SCALES and self.part is not None:
            return self._scale(word)
        value = Decimal(WORDS[word]) if word in WORDS else _decimal(word)
        if value is None:
            return False
        follows = self.part is None or self.last == "scale" or (self.last == "ten" and 0 < value < 10)
        if not follows:
            return word == "dozen" and self._scale_by(12)
        self.part = (self.part or Decimal(0)) + value
        self.last = "ten" if word in _TENS else "figure"
        return True

    def _scale(self, word: str) -> bool:
        if word == "hundred":
            self.part = (self.part or Decimal(0)) * 100
        else:
            self.total += (self.part or Decimal(0)) * SCALES[word]
            self.part = Decimal(0)
        self.last = "scale"
        return True

    def _scale_by(self, times: int) -> bool:
        self.part = (self.part or Decimal(0)) * times
        return True

    @property
    def value(self) -> Decimal | None:
        """The number read so far, None when nothing was."""
        return None if self.part is None else self.total + self.part


def _decimal(word: str) -> Decimal | None:
    return Decimal(word) if word[-1].isdecimal() and word.isascii() else None


def numbers(text: str) -> list[Decimal]:
    """Return every number in `text`, in order, written in figures or in words."""
    return list(_numbers(text))


@lru_cache(_KEPT)
def _numbers(text: str) -> tuple[Decimal, ...]:
    found: list[Decimal] = []
    reader = _Reader()
    for word in _tokens(text):
        if reader.take(word) or (word == "and" and reader.last == "scale"):
            continue
        _keep(found, reader)
        reader = _Reader()
        reader.take(word)
    _keep(found, reader)
    return tuple(found)


def _tokens(text: str) -> list[str]:
    tokens = _TOKEN.findall(_plain(text))
    joined = zip(tokens, [*tokens[1:], ""], strict=False)
    # "a hundred", "a dozen" and "a million" are one of them.
    return ["one" if word in ("a", "an") and (nxt in SCALES and len(nxt) > 2) else word for word, nxt in joined]


def _keep(found: list[Decimal], reader: _Reader) -> None:
    if reader.value is not None:
        found.append(reader.value)


def figures(folded: str) -> str:
    """Return a folded text with its number words and ordinals as figures: "twenty first" and "21st" become "21"."""
    out: list[str] = []
    for word in folded.split():
        value = _VALUES.get(word, word[:-2] if _ORDINAL_FIGURE.fullmatch(word) else None)
        if value is None:
            out.append(word)
        elif out and out[-1] in _ROUND_TENS and len(str(value)) == 1 and word in _VALUES:
            out[-1] = str(int(out[-1]) + int(value))
        else:
            out.append(str(value))
    return " ".join(out)


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A date to the precision written: month and day are 0 when not said; year is 0 for "15 May"."""

    year: int
    month: int = 0
    day: int = 0

    def covers(self, other: When) -> bool:
        """Say whether `other` says the same and perhaps more."""
        return all(mine in (0, theirs) for mine, theirs in zip(self._parts, other._parts, strict=True))

    @property
    def _parts(self) -> tuple[int, int, int]:
        return self.year, self.month, self.day


def dates(text: str) -> list[When]:
    """Return the readings of `text` as one date; a figure date like 5/6/1992 has two, anything else none."""
    return list(_dates(text))


@lru_cache(_KEPT)
def _dates(text: str) -> tuple[When, ...]:
    numeric = _FIGURE_DATE.fullmatch(text)
    if numeric:
        return tuple(_figure_dates(*(int(part) for part in numeric.groups())))
    words = [_DAY.sub(r"\1", word) for word in fold(text).split()]
    words = [word for word in words if word not in ("of", "the", "in", "on", "year", "ad", "ce")]
    months = [_MONTH_NUMBERS[word] for word in words if word in _MONTH_NUMBERS]
    figures = [int(word) for word in words if word.isdecimal() and len(word) <= 4]
    if len(months) + len(figures) != len(words) or len(months) > 1 or not words:
        return ()
    return tuple(_worded_date(months[0] if months else 0, figures))


def _figure_dates(first: int, second: int, third: int) -> list[When]:
    day_first, month_first = When(third, second, first), When(third, first, second)
    readings = [When(first, second, third)] if first > 31 else [day_first, month_first]
    return [when for when in readings if 1 <= when.month <= 12 and 1 <= when.day <= 31]


def _worded_date(month: int, figures: list[int]) -> list[When]:
    years = [number for number in figures if number > 31]
    days = [number for number in figures if 1 <= number <= 31]
    if month and any(year < 100 for year in years):
        return []
    if len(years) + len(days) != len(figures) or len(years) > 1 or len(days) > 1 or (days and not month):
        return []
    return [When(years[0] if years else 0, month, days[0] if days else 0)] if month or years else []
