"""What is measured and what is counted: "less than 25 minutes", but "fewer than 25 ships"."""

from __future__ import annotations

import re

_NUMBER = (
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?|half|an?|few"
    r"|several|dozen|hundreds?|thousands?|millions?|billions?|trillions?|m|bn)"
)
_LENGTH = "(?:kilo|centi|milli|nano|micro)?met(?:re|er)s?|km|cm|mm|miles?|feet|foot|ft|inch(?:es)?|yards?|light-years?"
_UNIT = "|".join(
    (
        "(?:kilo|milli|micro)?gram(?:me)?s?|kg|mg|tonn?es?|tons?|lbs?|ounces?",
        f"(?:(?:square|cubic|nautical) )?(?:{_LENGTH})",
        "acres?|hectares?|(?:milli)?lit(?:re|er)s?|ml|gallons?|pints?",
        "(?:milli)?seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies)",
        "dollars?|euros?|pounds?|pence|cents?|francs?|kron[aeo]r?|yen|yuan|roubles?|rubles?|rupees?|pesos?|shillings?",
        "(?:kilo|mega|giga|tera)?watts?(?:-hours?)?|[kmgt]wh?|volts?|horsepower|(?:kilo)?joules?|(?:kilo)?calories",
        "degrees?|decibels?|(?:kilo|mega|giga|tera)bytes?|[kmgt]b|(?:kilo|mega|giga)?hertz|mph|per ?cent",
    )
)
_SHARE = r"(?:third|quarter|fifth|tenth)s?\b"
_MEASURE = re.compile(
    rf"[$£€¥]|half\b|\d[\d.,]* ?[%°]|\d[\d.,]*(?:kg|mg|km|cm|mm|ml|mph)\b|(?:an?|one|two|three|four)[ -]{_SHARE}"
    rf"|an? (?!few |dozen |score |hundred |thousand |million |billion )|(?:{_NUMBER}[ -])+(?:US )?(?:{_UNIT})\b",
    re.I,
)


def is_measure(text: str) -> bool:
    """Say whether a text begins with an amount that is measured: money, a share, a time, a way, a weight."""
    return _MEASURE.match(text) is not None
