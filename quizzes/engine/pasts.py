"""The simple past of a verb, told from its participle: "wrote" for "written"."""

from __future__ import annotations

_IRREGULAR = {
    "written": "wrote", "taken": "took", "given": "gave", "seen": "saw", "begun": "began", "driven": "drove",
    "chosen": "chose", "broken": "broke", "stolen": "stole", "shown": "showed", "grown": "grew", "drawn": "drew",
    "beaten": "beat", "eaten": "ate", "thrown": "threw", "overseen": "oversaw", "undertaken": "undertook",
    "overtaken": "overtook", "overthrown": "overthrew", "withdrawn": "withdrew", "proven": "proved", "known": "knew",
    "hidden": "hid", "bitten": "bit", "sung": "sang", "flown": "flew", "woven": "wove", "sworn": "swore",
    "worn": "wore", "gone": "went", "become": "became", "come": "came", "done": "did", "fallen": "fell",
    "risen": "rose", "ridden": "rode", "run": "ran", "spoken": "spoke", "swum": "swam", "sunk": "sank",
    "forgotten": "forgot", "frozen": "froze", "shaken": "shook", "torn": "tore", "been": "was", "drunk": "drank",
    "overcome": "overcame", "foreseen": "foresaw", "forbidden": "forbade", "mistaken": "mistook",
}  # fmt: skip
_DOUBTFUL = ("wn", "en", "ung", "unk", "um")


def simple_past(participle: str) -> str:
    """Return the simple past that belongs to a participle, "" where it is not sure."""
    if participle in _IRREGULAR:
        return _IRREGULAR[participle]
    return "" if participle.endswith(_DOUBTFUL) else participle
