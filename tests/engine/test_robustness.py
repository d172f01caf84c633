"""Whatever text is brought, it becomes a bank whose offsets hold, or one clear sentence says why it cannot."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizzes.engine import bank, proofs, readers
from quizzes.engine.document import Unreadable, read_text

PROSE = (
    "The harbour of Amble was dredged in 1902 so that larger ships could reach the town. The railway, which had been "
    "built for the mines, was extended to the new quay by the Northern Harbour Board. In 1911 John Thornton became "
    "the first harbour master of Amble, and he held the office until 1923. "
)
CODE = 'def read(name):\n    """Return the file that was read."""\n    for line in open(name):\n        yield line\n\n'
POEM = (
    "The sea was grey, the sea was wide,\nand all that night we heard it sigh;\nno moon was there to lead the tide.\n\n"
)
GERMAN = "Der Hafen wurde im Jahr 1902 ausgebaggert, damit auch größere Schiffe die Stadt erreichen konnten. "
FRENCH = "Le port fut dragué en 1902 pour que de plus grands navires puissent atteindre la ville. "
RUSSIAN = "Гавань была углублена в 1902 году, чтобы большие корабли могли войти в город. "
CHINESE = "港口于一九〇二年疏浚，以便更大的船只能够到达该镇。"
ARABIC = "تم تعميق الميناء في عام 1902 حتى تتمكن السفن الكبيرة من الوصول إلى المدينة. "
HEBREW = "הנמל הועמק בשנת 1902 כדי שאוניות גדולות יוכלו להגיע לעיר. "

REFUSED = {
    "nothing": ("", "empty"),
    "one word": ("harbour", "too little"),
    "one sentence": ("The harbour was dredged in 1902.", "too little"),
    "a list": ("\n".join(f"* Amble quay {number}" for number in range(60)), "too little"),
    "numbers": (" ".join(map(str, range(1000, 3000))), "too little"),
    "emoji": ("\U0001f6a2\U0001f389" * 500, "too little"),
    "a long word": ("x" * 100_000 + " " + PROSE, "too little"),
    "brackets": ("(" * 20_000 + PROSE + ")" * 20_000, "too little"),
    "underscores": ("_" * 50_000 + PROSE, "too little"),
    "no capitals": (PROSE.lower() * 3, "capital letters"),
    "capitals only": (PROSE.upper() * 3, "capital letters"),
    "German": (GERMAN * 10, "English"),
    "French": (FRENCH * 10, "English"),
    "Russian": (RUSSIAN * 10, "English"),
    "Chinese": (CHINESE * 60, "English"),
    "Arabic": (ARABIC * 10, "English"),
    "Hebrew": (HEBREW * 10, "English"),
    "a book": (PROSE * 4_000, "too long"),
}
ODD = {
    "words in capitals": "WORDS " * 60,
    "single letters": "a b c " * 60,
    "function words": "The the the, of of. " * 30,
    "years": "In 1992, 1993 and 1994 the the was. " * 20,
    "strange years": "In 0 and 0000 the harbour of Amble was 0% of 0. Two years later, in 99999 BC, it was built. "
    * 12,
    "open quotes": "He said \"she said 'it was (not [so." * 20,
    "nested quotes": 'He said "' * 300 + PROSE,
    "nested clauses": "He said that she said that " * 300 + PROSE,
    "nested brackets": "The harbour (" * 200 + "of Amble" + ")" * 200 + ". " + PROSE,
    "an endless list": "The harbour, the railway and " * 300 + "the town were built in 1902. " + PROSE,
    "short forms of themselves": "The A (A) (A) of the B (B) was C (C). " * 30,
    "code": CODE * 30,
    "a poem": POEM * 10,
    "tabs": "Amble\t1902\tThe harbour was dredged\t35,000\tyes\n" * 40,
    "pipes": "| Amble | 1902 | The harbour was dredged in the year | 35,000 |\n" * 40,
    "commas": 'Amble,1902,"The harbour, which was dredged",35000,yes\n' * 40,
    "addresses": "\n".join(f"https://example.org/the/harbour/of/the/town/{number}" for number in range(60)),
    "HTML": f'<html><body><p class="a">{PROSE}</p><script>var the = "of the";</script></body></html>\n' * 3,
    "markdown": "**The harbour** of [Amble](http://a.b/c) was *dredged* in `1902`.\n\n> The quay was long.\n\n" * 10,
    "JSON": json.dumps({"harbour": {"text": PROSE * 2, "dredged": [1902, None]}}),
    "many languages": (GERMAN + PROSE + RUSSIAN + CHINESE) * 3,
    "paragraphs in many languages": f"{GERMAN}\n\n{PROSE}\n\n{ARABIC}\n\n{PROSE}\n\n{HEBREW}\n\n" * 2,
    "emoji in words": PROSE.replace("Amble", "Am\U0001f6a2ble \U0001f469\u200d\U0001f467") * 3,
    "marks of direction": "".join(f"\u202e{word}\u202c \u2066" for word in (PROSE * 3).split()),
    "zero width": "\u200b".join(PROSE * 3),
    "control characters": PROSE.replace(" ", " \x07") * 3,
    "NULs": PROSE.replace("r", "r\0") * 3,
    "half characters": PROSE.replace("Amble", "Am\udcffble\ud83d") * 3,
    "combining marks": PROSE.replace("m", "m\u0301\u0308\u0323") * 3,
    "digits of others": PROSE.replace("1902", "١٩٠٢").replace("1911", "¹²½Ⅷ") * 3,
    "a long number": PROSE.replace("1902", "1" * 200) * 3,
    "gaps": PROSE.replace("Amble", "_____") * 3,
    "a long line": PROSE * 40,
    "no full stops": PROSE.replace(".", " and") * 12,
    "tiny paragraphs": "\n\n".join(f"In {year} it was a harbour." for year in range(1000, 1200)),
    "one-word paragraphs": "\n\n".join((PROSE * 5).split()),
    "one sentence again and again": "The harbour of Amble was dredged by the board in 1902. " * 200,
    "blanks": " \t\n" * 20_000 + PROSE * 3,
}
PIECES = st.one_of(
    st.sampled_from(str.split("The the a of in 1992 Rome king and was signed by which . , ( ) \" ' — 3% he \u202e \0")),
    st.sampled_from([PROSE, GERMAN, "\n\n", "\n- ", '"', "(CSTO) ", "In 1902, ", "Amble is a town that ", "because "]),
    st.text(max_size=12),
)


def outcome(text: str, seed: int = 7) -> bank.Bank | Unreadable:
    """Read the text as a file, and return its bank or why there is none."""
    try:
        return bank.build(readers.read(text.encode("utf-8", "replace"), "article.txt"), seed)
    except Unreadable as error:
        return error


def assert_fair(made: bank.Bank | Unreadable) -> None:
    if isinstance(made, Unreadable):
        assert str(made).endswith(".")
        return
    text = made.document.text
    quotes = [quote for fact in bank.to_json(made)["facts"] for quote in fact["evidence"]]
    assert all(quote["text"].strip() and text[quote["start"] : quote["end"]] == quote["text"] for quote in quotes)
    assert all(set(proofs.NAMES) < set(question.proofs) for question in made.questions)


@pytest.mark.parametrize(("text", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_become_a_bank_is_refused_with_the_reason(text, reason):
    with pytest.raises(Unreadable, match=reason):
        bank.build(read_text(text))


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_text_becomes_a_bank_or_is_refused(text):
    assert_fair(outcome(text))


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, min_size=20, max_size=120), st.sampled_from([" ", "", "\n"]))
def test_any_text_becomes_a_bank_or_is_refused(pieces, between):
    assert_fair(outcome(between.join(pieces)))


@settings(max_examples=5)
@given(st.integers(), st.lists(st.sampled_from(PROSE.split(". ")), min_size=4, max_size=8))
def test_the_same_seed_gives_the_same_bank(seed, sentences):
    text = ". ".join(sentences) + "."

    assert str(outcome(text, seed)) == str(outcome(text, seed))
