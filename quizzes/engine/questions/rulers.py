"""Rulers by their names in several languages: "Wilhelm II" and "William II"."""

from __future__ import annotations

from .foreign import sounds_like
from .names import parts_of, ranks_differ
from .plain import plain

# Rulers are called by the name of either language.
_RULERS = (
    "nicholas nikolai nikolay nicolas", "alexander aleksandr alexandre aleksander", "peter pyotr pedro pierre",
    "catherine ekaterina yekaterina katharina", "frederick friedrich frederik federico", "joseph josef jozef",
    "william wilhelm willem guillaume", "charles karl carl carlos", "henry heinrich henri enrique",
    "louis ludwig luis lajos", "philip philippe felipe philipp", "john johann juan jean joao johan",
    "francis franz francois francesco", "ferdinand fernando", "george georg jorge", "margaret margrethe", "paul pavel",
    "elizabeth elisabeth", "james jacob", "otto oto", "christian kristian", "constantine konstantin constantin",
)  # fmt: skip
_GROUPS = tuple(frozenset(map(plain, line.split())) for line in _RULERS)


def is_same_ruler(given: str, right: str) -> bool:
    """Say whether two names with the same number are one ruler's in two languages."""
    (mine, number), (theirs, wanted) = parts_of(given), parts_of(right)
    if len(mine) != 1 or len(theirs) != 1 or not wanted.isdigit() or number != wanted or ranks_differ(given, right):
        return False
    return sounds_like(mine[0], theirs[0]) or any({*mine, *theirs} <= group for group in _GROUPS)
