from __future__ import annotations

import pytest

from tests.engine.parsing import written_out

NORWAY = "Norway is cold. Norway has many fjords. Most of Norway is forest. Norwegian farms are small.\n\n"
MUSEUM = "The boat was given to the Hull Maritime Museum in spring. A storm came in May. "


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            f"{NORWAY}Herring is dear.\n\nIn 1931 the government bought ships.",
            "In 1931 the Norwegian government bought ships.",
        ),
        (f"{NORWAY}Herring is dear.\n\nHerring made the country rich.", "Herring made Norway rich."),
        (f"{MUSEUM}The museum was closed in June.", "The Hull Maritime Museum was closed in June."),
    ],
)
def test_what_the_article_has_but_one_of_is_meant(text: str, last: str) -> None:
    assert written_out(text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        f"{NORWAY}Danish ships came in May.\n\nIn 1931 the government bought ships.",
        f"{MUSEUM}A museum and a mill were closed. The museum was closed in June.",
        f"{MUSEUM}Rain fell in June. It was cold in July. Snow fell in autumn. The museum was closed in June.",
    ],
)
def test_what_may_be_another_stays_unknown(text: str) -> None:
    assert written_out(text)[-1] is None
