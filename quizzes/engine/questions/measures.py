"""Numbers with their units, as people type them: "5 km", "5,000 metres", "$2.5m"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from ..figures import SCALES, figures, numbers
from ..words import fold

# The right answers of a quiz are read for everybody's.
_KEPT = 2048

# Each unit by its names, with what it measures and how much of that one is; money is never exchanged.
_TABLE = """
length 1000 km kms kilometre kilometres kilometer kilometers
length 1 m metre metres meter meters
length 0.01 cm centimetre centimetres centimeter centimeters
length 0.001 mm millimetre millimetres millimeter millimeters
length 1609.344 mi mile miles
length 1852 nm nmi
length 0.9144 yd yard yards
length 0.3048 ft foot feet
length 0.0254 inch inches
mass 1000 t ton tons tonne tonnes
mass 1 kg kilogram kilograms kilogramme kilogrammes kilo kilos
mass 0.001 g gram grams gramme grammes
mass 0.45359237 lb lbs pound pounds
volume 1 l litre litres liter liters
volume 0.001 ml millilitre millilitres milliliter milliliters
time 1 s second seconds sec secs
time 60 min mins minute minutes
time 3600 h hour hours hr hrs
time 86400 d day days
time 604800 w week weeks
time 1209600 fortnight fortnights
months 1 mo month months
months 12 y year years yr yrs
months 120 decade decades
months 1200 century centuries
area 1000000 km2 km² sqkm
area 10000 ha hectare hectares
area 1 m2 m² sqm
area 4046.8564224 acre acres
area 2589988.110336 mi2
speed 1 km/h kmh kph
speed 1.609344 mph
share 1 % percent pc pct
dollar 1 $ dollar dollars usd
euro 1 € euro euros eur
sterling 1 £ gbp sterling
temperature 1 °c celsius centigrade
temperature 0.5555555555555555555555555556 °f fahrenheit
"""


def _units() -> Iterator[tuple[str, tuple[str, Decimal]]]:
    for line in _TABLE.strip().splitlines():
        measure, size, *names = line.split()
        yield from ((name, (measure, Decimal(size))) for name in names)


_UNITS = dict(_units())
_SQUARE = re.compile(r"\b(?:square|sq\.?) (kilomet(?:re|er)s?|km|met(?:re|er)s?|m|miles?|mi)\b")
_AT_SEA = re.compile(r"\bnautical miles?\b")
_DEGREES = re.compile(r"(?<=\d)\s*(?:°|degrees?)?\s*\b([cf])(?:elsius|entigrade|ahrenheit)?\b")
_FREEZING = {"°f": 32, "fahrenheit": 32}
_AGE = re.compile(r"\b(?:(?:at )?(?:the |an )?age(?:d)?(?: of)?|of age|(?<=years )old|(?<=year )old)\b")
# A number in another unit is rounded on the way.
ROUNDING = Decimal("0.005")
# A time is said of many things that are asked for without its unit: "How old was she?" "12 years."
_HARMLESS = frozenset({"time", "months"})
_SHARES = re.compile(r"\b(?:percentage|proportion|share|per cent)\b", re.I)
_SPEED = re.compile(r"\b(kilomet(?:re|er)s?|km|miles|mi)(?: per | an |/)h(?:our|r)?\b")
_UNIT_WORD = re.compile(r"°[cf]|km/h|[%$€£]|[^\W\d_]+[2²]?")
_MINUS = re.compile(r"\s*(?:minus\b|[-−–]\s*(?=\d))", re.I)
_BELOW = re.compile(r"\bbelow zero\b", re.I)
_ONE = re.compile(r"^(hundred|thousand|million|billion)\b")
# "A year and a half" and "half a year" are a number and its unit.
_AND_A_HALF = re.compile(r"\b(an?|\w+) ([a-z]+) and a half\b")
_HALF_A = re.compile(r"^half an? (?=[a-z]+$)")
_ONE_UNIT = re.compile(r"^an? (?=([a-z]+)\b)")
_HOURS = re.compile(r"(\d+) ?h ?(\d{2})")
_IN_UNIT = re.compile(r"(\d+(?:\.\d+)?) ?([a-z]+)")
_SEVERAL_UNITS = re.compile(rf"{_IN_UNIT.pattern}(?: (?:and )?{_IN_UNIT.pattern})+")
_SCALES = re.compile(r"(?<!of )\b(hundred|thousand|million|billion|trillion)s\b")
_MILLIONS = re.compile(r"(?<=\d)\s?m\b")
# What else "m" and "b" may be is told by how much the right answer is.
_BESIDE_LARGE = (
    (10**9, re.compile(r"(?<=\d)\s?b\b\.?", re.I), " billion"),
    (10**6, re.compile(r"(?<=\d)\s?(?:m|mill?)\b\.?", re.I), " million"),
)
_PART_OF_ONE = re.compile(r"\b(?:(?:an? |one )?(half|quarter)|(three) quarters)(?: of)? an? ([a-z]+)\b")
_SIZES = {"half": "0.5", "quarter": "0.25", "three": "0.75"}
_QUARTERS = re.compile(r"\b([a-z]+|\d+) and (?:an?|one|(three)) quarters?\b")
_OF_ONE = re.compile(r"\b(0\.\d+) of an? (?=[a-z]+$)")
_US_DOLLARS = re.compile(r"\bu\.?s\.? (?=dollars?\b)")
_VULGAR = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8"}
# "12 1/2", "12-1/2" and "12 and 1/2", and a fraction alone.
_FRACTION = re.compile(r"(?<![\d./,-])(?:(\d+)(?: (?:and |& )?|-))?([1-9])[/⁄]([2-9])(?![\d/])")
_POUNDS = re.compile(r"\bpounds?\b", re.I)
_MONEY = re.compile(r"[$€£]|\b(?:usd|eur|gbp)\b", re.I)
# In many countries a point stands between thousands: a text that may be meant so is read in both ways.
_POINTS = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
_SIGNED = re.compile(r"^\s*[-−]\s?\d|[$€£%°]")
_AROUND = frozenset({"and", "a", "half", "point", "minus", "degrees", "degree", "c", "f"})
_SIGNS = str.maketrans({sign: f" {sign} " for sign in "$€£%"})


@lru_cache(_KEPT)
def _worded(text: str) -> str:
    text = _counted(_with_decimals(_US_DOLLARS.sub("", text.casefold().replace("per cent", "percent"))))
    text = _SCALES.sub(r"\1", _ONE.sub(r"one \1", text))
    text = _SPEED.sub(lambda match: "mph" if match[1].startswith("mi") else "km/h", text)
    text = _SQUARE.sub(lambda match: _squared(match[1]), text)
    text = _DEGREES.sub(r" °\1", _AT_SEA.sub("nmi", _AGE.sub(" ", text)))
    return _MILLIONS.sub(" million", text) if _MONEY.search(text) else text


def _with_decimals(text: str) -> str:
    """Return a text with its fractions as decimals, those with a whole number before them and those of a million."""
    for sign, told in _VULGAR.items():
        text = text.replace(sign, f" {told}") if sign in text else text
    text = _QUARTERS.sub(_with_quarters, " ".join(text.split()))
    text = _OF_ONE.sub(r"\1 ", _FRACTION.sub(lambda found: _mixed(*found.groups()), text))
    return _PART_OF_ONE.sub(lambda found: _part_of_one(found) if _is_counted(found[3]) else found[0], text)


def _with_quarters(found: re.Match[str]) -> str:
    whole = numbers(found[1])
    return f"{whole[0]} {3 if found[2] else 1}/4" if whole else found[0]


def _part_of_one(found: re.Match[str]) -> str:
    return f"{_SIZES[found[1] or found[2]]} {found[3]}"


def _mixed(whole: str | None, count: str, parts: str) -> str:
    part = Decimal(count) / Decimal(parts)
    return f"{Decimal(whole or 0) + part}" if part < 1 else f"{whole or ''} {count}/{parts}".strip()


def _counted(text: str) -> str:
    """Return a text with "a" unit, a half of one, and one and a half as numbers before it."""
    text = _AND_A_HALF.sub(lambda found: _with_half(found) if _is_counted(found[2]) else found[0], text)
    text = _HALF_A.sub("0.5 ", text) if _is_counted(text.rpartition(" ")[2]) else text
    return _ONE_UNIT.sub(lambda found: "one " if _is_counted(found[1]) else found[0], text)


def _with_half(found: re.Match[str]) -> str:
    return f"{'one' if found[1] in ('a', 'an') else found[1]} and a half {found[2]}"


def _is_counted(word: str) -> bool:
    return word in SCALES or (word in _UNITS and len(word) > 2)


def _squared(length: str) -> str:
    return "km2" if length.startswith("k") else "mi2" if length.startswith("mi") else "m2"


def unit_of(text: str) -> tuple[str, Decimal] | None:
    """Return what a text measures and in how large a unit, None when it names no unit or several."""
    found = {_UNITS[word] for word in _UNIT_WORD.findall(_worded(text)) if word in _UNITS}
    return found.pop() if len(found) == 1 else None


def _freezing(text: str) -> int:
    """Return where the scale of a temperature has water freeze; 0 for any other measure."""
    return next((_FREEZING[word] for word in _UNIT_WORD.findall(_worded(text)) if word in _FREEZING), 0)


def read_numbers(text: str) -> list[Decimal]:
    """Return the numbers of a text, the 2 of a unit such as km2 left aside."""
    below, under = _MINUS.match(text), _BELOW.search(text)
    text = _BELOW.sub("", text[below.end() :] if below else text)
    found = numbers(re.sub(r"(?<=m|i)[2²]", "", _worded(text)))
    return [-number for number in found] if below or under else found


def in_units_of(number: Decimal, given: str, right: str, stem: str = "") -> Decimal | None:
    """Return a typed number in the unit of the right answer or of its question, None where it measures something else.

    A bare number is taken in the unit asked for.
    """
    wanted = right if unit_of(right) else stem
    mine, theirs = unit_of(given), unit_of(wanted)
    if mine is None or mine == theirs or (theirs == _UNITS["sterling"] and _POUNDS.search(given)):
        return number
    if theirs is None:
        is_asked = mine[0] in _HARMLESS or (mine[0] == "share" and _SHARES.search(stem))
        return number if is_asked else None
    if mine[0] != theirs[0]:
        return None
    return (number - _freezing(given)) * mine[1] / theirs[1] + _freezing(wanted)


def is_converted(given: str, right: str, stem: str = "") -> bool:
    """Say whether a typed number has another unit than the one asked for: it is right to a rounding then."""
    mine, theirs = unit_of(given), unit_of(right) or unit_of(stem)
    return None not in (mine, theirs) and mine != theirs


def off_by_scale(given: str, right: str) -> bool:
    """Say whether `given` is the figure of `right` without its "thousand" or "million"."""
    scales = {word for word in fold(_worded(right)).split() if word in SCALES}
    mine = read_numbers(given)
    return bool(scales) and len(mine) == 1 and any(mine[0] * SCALES[word] in read_numbers(right) for word in scales)


@lru_cache(_KEPT)
def added_up(text: str) -> str:
    """Return an amount told in several units as one in the smallest: "1 hour 30 minutes" as "90 minutes"."""
    told = _HOURS.sub(r"\1 hours \2 minutes", figures(fold(_worded(text))))
    found = _SEVERAL_UNITS.fullmatch(told)
    parts = _IN_UNIT.findall(told) if found else []
    units = [_UNITS.get(name) for _, name in parts]
    if len(parts) < 2 or None in units or len({unit[0] for unit in units if unit}) > 1:
        return text
    sizes = [unit[1] for unit in units if unit]
    total = sum(Decimal(number) * size for (number, _), size in zip(parts, sizes, strict=True))
    return f"{(total / sizes[-1]).normalize():f} {parts[-1][1]}" if sizes == sorted(sizes, reverse=True) else text


def is_measure(text: str) -> bool:
    """Say whether a text is one number, with or without a unit, and nothing else."""
    text = added_up(text)
    return len(read_numbers(text)) == 1 and not other_words(text)


def in_scale_of(given: str, right: str) -> str:
    """Return a typed text with its "m" and "b" as what they stand for beside millions and billions."""
    most = max(map(abs, read_numbers(right)), default=0)
    length = unit_of(right)
    for size, letters, word in _BESIDE_LARGE if length is None or length[0] != "length" else ():
        given = letters.sub(word, given) if most >= size > max(read_numbers(given), default=size) else given
    return given


def has_sign(text: str) -> bool:
    """Say whether a text has a sign that its words do not show: "-5", "£5"."""
    return bool(_SIGNED.search(text))


def same_measure(given: str, right: str) -> bool:
    """Say whether two measures are equal; each is one number with or without its unit."""
    given, right = added_up(in_scale_of(given, right)), added_up(right)
    theirs = read_numbers(right)[0]
    ways = [read_numbers(given), read_numbers(_POINTS.sub("", given))]
    if any(len(mine) != 1 for mine in ways) or other_words(given):
        return False
    leeway = abs(theirs) * ROUNDING if is_converted(given, right) else Decimal(0)
    told = (in_units_of(mine[0], given, right) for mine in ways)
    return any(number is not None and abs(number - theirs) <= leeway for number in told)


def other_words(text: str) -> list[str]:
    """Return the words of a text that belong to no number and name no unit."""
    words = fold(_worded(_BELOW.sub("", text)).translate(_SIGNS).replace("us $", "$")).split()
    return [word for word in words if word not in _UNITS and not _belongs(word)]


def _belongs(word: str) -> bool:
    """Say whether a word is of a number: "C17" and "H2O" only hold one."""
    if any(char.isdigit() for char in word):
        return not word[0].isalpha()
    return word in SCALES or word in _AROUND or bool(numbers(word))
