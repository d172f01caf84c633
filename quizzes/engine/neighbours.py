"""Numbers and dates near a right one: as round, as precise, in the same form, some above it and some below."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from .facts.base import Answer, AnswerType
from .figures import WORDS, When, dates, numbers
from .words import bare

_FIGURE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_MONTHS = str.split("January February March April May June July August September October November December")
_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b")
_LONG_MONTHS = frozenset(str.split("January March May July August October December"))
_YEAR = re.compile(r"\b[12]\d{3}(?!\d)")
_SHARES = (Decimal("0.4"), Decimal("0.5"), Decimal("0.6"), Decimal("0.75"), Decimal("0.8"))
_TIMES = (Decimal("1.25"), Decimal("1.5"), Decimal("1.75"), Decimal(2), Decimal("2.5"))
_FEW = 12
_UNIT_WORDS = {value: word for word, value in WORDS.items() if word not in ("fourty", "dozen")}


# Years of one time: as many years may lie between two of them, the fewer the nearer to our own.
_ERAS = ((1980, 20), (1800, 40), (1400, 100), (0, 300))
_MAGNITUDE = 4
_MOST_OWN = 2
_SHOWN = 3
_GAP = Decimal("0.12")


def ranked(
    answer: Answer, own: Iterable[str], latest: int, rng: random.Random, allowed: Callable[[str], bool]
) -> list[str]:
    """Return three figures about a right one, whose rank among them is left to chance; [] when there are not three.

    The first of `own`, the article's figures that are like the right one, are taken before made ones. No year after
    `latest` is offered, nor what is not `allowed`.
    """
    key = _size(answer.text, answer.type)
    if key is None:
        return []
    given = list(islice(own, _MOST_OWN))
    made = (
        date_neighbours(answer.text, rng)
        if answer.type is AnswerType.DATE
        else number_neighbours(answer.text, answer.value, rng)
    )
    below: list[str] = []
    above: list[str] = []
    for text in dict.fromkeys([*given, *made]):
        size = _size(text, answer.type) if _year_of(text, answer) <= latest else None
        side = below if size and size < key else above
        # No more than three of a side are ever shown.
        if size and size != key and len(side) < _SHOWN and allowed(text):
            side.append(text)
    if len(below) + len(above) < _SHOWN:
        return []
    lower = rng.randint(max(0, _SHOWN - len(above)), min(_SHOWN, len(below)))
    return [*below[:lower], *above[: _SHOWN - lower]]


def is_like(answer: Answer, text: str) -> bool:
    """Say whether another figure is as the right one is: of its time or magnitude, in its form."""
    return (_same_time if answer.type is AnswerType.DATE else _same_magnitude)(answer.text, text)


def _size(text: str, kind: AnswerType) -> tuple[Decimal, ...] | None:
    """Return what figures are put in order by, None where a text is not one figure."""
    if kind is AnswerType.NUMBER:
        found = numbers(text)
        return (found[0],) if len(found) == 1 else None
    read = dates(text)
    if read:
        return Decimal(read[0].year), Decimal(read[0].month), Decimal(read[0].day)
    years = _YEAR.findall(text)
    return (Decimal(years[0]),) if len(years) == 1 else None


def _year_of(text: str, answer: Answer) -> int:
    years = _YEAR.findall(text) if answer.type is AnswerType.DATE else []
    return int(years[0]) if years else 0


def _same_time(key: str, other: str) -> bool:
    """Say whether two dates are written alike and are of one time."""
    if not same_date_form(key, other):
        return False
    years = [int(year) for text in (key, other) for year in _YEAR.findall(text)]
    if len(years) != 2:
        return not years
    span = next(span for start, span in _ERAS if min(years) >= start)
    return abs(years[0] - years[1]) <= span


def _same_magnitude(key: str, other: str) -> bool:
    """Say whether two numbers count the same, are as precise, and neither dwarfs the other nor nearly equals it."""
    mine, theirs = _FIGURE.search(key), _FIGURE.search(other)
    if not mine or not theirs or _unit(key) != _unit(other) or len(numbers(key)) != 1 or len(numbers(other)) != 1:
        return False
    a, b = numbers(key)[0], numbers(other)[0]
    if len(mine[0].partition(".")[2]) != len(theirs[0].partition(".")[2]) or min(a, b) <= 0:
        return False
    return max(a, b) <= _MAGNITUDE * min(a, b) and abs(a - b) > _GAP * a


def _unit(text: str) -> list[str]:
    return [word for word in bare(text).split() if not word[0].isdigit()] + re.findall(r"[%$£€°]", text)


def number_neighbours(text: str, value: Decimal | None, rng: random.Random) -> list[str]:
    """Return `text` with its one number changed to plausible others, in an order left to chance."""
    found = numbers(text)
    figure = _FIGURE.search(text)
    if len(found) != 1 or (value is not None and figure is None and value != found[0]):
        return []
    if figure:
        number = Decimal(figure[0].replace(",", ""))
        return [text.replace(figure[0], _as_written(near, figure[0]), 1) for near in _near(number, text, rng)]
    return _worded_neighbours(text, int(found[0]), rng)


def _near(number: Decimal, text: str, rng: random.Random) -> list[Decimal]:
    """Return numbers some above and some below, mixed so that the right one may have any rank."""
    if number == number.to_integral() and 0 < number <= _FEW:
        below = [number - step for step in (1, 2, 3, 4) if number - step >= 2]
        above = [number + step for step in (1, 2, 3, 4)]
    else:
        below = [_rounded(number * share, number) for share in _SHARES]
        above = [_rounded(number * times, number) for times in _TIMES]
    if "%" in text or "per cent" in text or "percent" in text:
        above = [near for near in above if near <= 100]
    return _mixed([near for near in below if near not in (number, 0)], [near for near in above if near != number], rng)


def _mixed[T](below: list[T], above: list[T], rng: random.Random) -> list[T]:
    """Return three first that put the right one at a rank left to chance, then the rest."""
    below, above = list(dict.fromkeys(below)), list(dict.fromkeys(above))
    rng.shuffle(below)
    rng.shuffle(above)
    least, most = max(0, 3 - len(above)), min(3, len(below))
    lower = rng.randint(min(least, most), most)
    first = below[:lower] + above[: 3 - lower]
    return first + below[lower:] + above[3 - lower :]


def _rounded(near: Decimal, number: Decimal) -> Decimal:
    """Round a made number as roundly as the right one is written, keeping at least one telling figure."""
    exponent = number.normalize().as_tuple().exponent
    step = Decimal(10) ** (exponent if isinstance(exponent, int) else 0)
    if near < 2 * step or number / step < 10:
        step /= 10 if number >= _FEW and step > 1 else 1
    steps = (near / step).to_integral_value()
    # A figure that ends in nought looks rounder than the right one, and so made up.
    if steps % 10 == 0 and (number / step) % 10 != 0 and step < 1:
        steps += 3
    return steps * step


def _as_written(number: Decimal, like: str) -> str:
    decimals = len(like.partition(".")[2])
    return (
        f"{number:,.{decimals}f}" if "," in like or (number >= 10_000 and len(like) >= 5) else f"{number:.{decimals}f}"
    )


def _worded_neighbours(text: str, number: int, rng: random.Random) -> list[str]:
    word = _UNIT_WORDS.get(number, "")
    match = re.search(rf"\b{word}\b", text, re.I) if word else None
    if match is None:
        return []
    near = [_UNIT_WORDS[int(value)] for value in _near(Decimal(number), text, rng) if int(value) in _UNIT_WORDS]
    capital = match[0][0].isupper()
    return [text[: match.start()] + (w.capitalize() if capital else w) + text[match.end() :] for w in near]


def date_neighbours(text: str, rng: random.Random) -> list[str]:
    """Return `text` with its year, or its month and day, changed to near ones."""
    years = _YEAR.findall(text)
    readings = dates(text)
    if len(years) != 1:
        return _month_neighbours(text, readings[0], rng) if readings and readings[0].month else []
    year = int(years[0])
    if readings and readings[0].month and rng.random() < 0.5:
        return [*_month_neighbours(text, readings[0], rng), *_year_neighbours(text, year, rng)]
    return _year_neighbours(text, year, rng)


def _year_neighbours(text: str, year: int, rng: random.Random) -> list[str]:
    if f"{year}s" in text:
        steps: tuple[int, ...] = (10, 20, 30, 40)
    else:
        steps = (1, 2, 3, 4, 5, 6, 8) if year >= 1800 else (4, 7, 11, 15, 20, 25)
    near = _mixed([year - step for step in steps], [year + step for step in steps], rng)
    return [text.replace(str(year), str(other), 1) for other in near]


def _month_neighbours(text: str, when: When, rng: random.Random) -> list[str]:
    name = _MONTHS[when.month - 1]
    if name not in text:
        return []
    others = [month for month in _MONTHS if month != name and (when.day <= 28 or month in _LONG_MONTHS)]
    return [text.replace(name, other, 1) for other in rng.sample(others, len(others))]


def same_date_form(left: str, right: str) -> bool:
    """Say whether two dates are written alike: both a year, both a day of a month, both a range."""
    return _form(left) == _form(right)


@lru_cache(4096)
def _form(text: str) -> str:
    text = _MONTH.sub("M", text)
    return re.sub(r"\b\d{1,2}(?!\d)", "D", re.sub(r"\b\d{3,4}(?!\d)", "Y", text))
