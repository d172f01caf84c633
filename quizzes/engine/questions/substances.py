"""Substances by their names and formulas."""

from __future__ import annotations

from ..words import fold

_NAMES = {
    "co2": "carbon dioxide", "co": "carbon monoxide", "h2o": "water", "ch4": "methane", "o2": "oxygen",
    "n2": "nitrogen", "h2": "hydrogen", "o3": "ozone", "so2": "sulfur dioxide", "no2": "nitrogen dioxide",
    "n2o": "nitrous oxide", "nh3": "ammonia", "nacl": "salt",
}  # fmt: skip
_SPELLED = {"sulphur dioxide": "sulfur dioxide", "laughing gas": "nitrous oxide", "table salt": "salt"}


def same_substance(given: str, right: str) -> bool:
    """Say whether one text is the formula of what the other names."""
    mine, theirs = _folded(given), _folded(right)
    return mine != theirs and (_NAMES.get(mine) == theirs or _NAMES.get(theirs) == mine)


def _folded(text: str) -> str:
    told = fold(text)
    return _SPELLED.get(told, told)
