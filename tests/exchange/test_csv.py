import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.exchange.csv import BOM, safe, write


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =HYPERLINK(1)", "\n=1"])
def test_formulas_are_disarmed(text):
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("value", ["Ada", "", "a=b", -3, 0.5, None])
def test_plain_cells_stay_as_they_are(value):
    assert safe(value) == value


def test_file_begins_with_the_mark_that_makes_it_utf_8():
    assert write(["name"], [["Zoë"]]) == f"{BOM}name\r\nZoë\r\n"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1, max_size=4))
def test_every_cell_reads_back(cells):
    text = write(["h"] * len(cells), [cells])

    row = list(csv.reader(io.StringIO(text.removeprefix(BOM), newline="")))[1]

    assert row == [safe(cell) for cell in cells] or (row == [] and cells == [""])
