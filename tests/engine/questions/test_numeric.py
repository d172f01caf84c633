"""Numbers with tolerance, units and words, and what a near miss is told."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.engine.questions import InvalidAnswer, grade
from tests.engine.builders import number_question

AMOUNTS = {
    "$2.5 million": "2500000",
    "$51 million": "51000000",
    "−7 °C": "-7",
    "375 million": "375000000",
    "$10 million": "10000000",
    "375 million people": "375000000",
    "2 billion": "2000000000",
}


@pytest.mark.parametrize(
    ("right", "typed"),
    [
        ("5 km", "5 km"),
        ("5 km", "5km"),
        ("5 km", "5,000 m"),
        ("5 km", "5000 metres"),
        ("5 km", "five kilometers"),
        ("3 hours", "180 minutes"),
        ("2 tonnes", "2000 kg"),
        ("12 km²", "12 square kilometres"),
        ("12 km²", "12 km2"),
        ("90 km/h", "90 kilometres per hour"),
        ("90 km/h", "90 kph"),
        ("4 %", "4 per cent"),
        ("$2.5 million", "2,500,000 dollars"),
        ("$2.5 million", "$2.5m"),
        ("$51 million", "51 millions"),
        ("$51 million", "51 millions of dollars"),
        ("$51 million", "fifty-one millions"),
        ("−7 °C", "-7"),
        ("12 members", "a dozen"),
        ("12 members", "about 12"),
        ("90 minutes", "1 hour 30 minutes"),
        ("90 minutes", "1 hour and 30 minutes"),
        ("90 minutes", "1h30"),
        ("90 minutes", "an hour and a half"),
        ("18 months", "a year and a half"),
        ("2 weeks", "a fortnight"),
        ("2 times", "twice"),
        ("0 deaths", "none"),
        ("12.5 miles", "12 1/2"),
        ("12.5 miles", "12-1/2"),
        ("12.5 miles", "12½"),
        ("12.5 miles", "12 and 1/2 miles"),
        ("12.5", "12 1/2"),
        ("12.5", "twelve and a half"),
        ("0.75 miles", "3/4 of a mile"),
        ("0.75 miles", "three quarters of a mile"),
        ("375 million", "375 mio"),
        ("375 million", "375 Mio."),
        ("375 million", "375 mn"),
        ("375 million", "375 m"),
        ("375 million", "375M"),
        ("375 million", "375 mil"),
        ("375 million", "375,000,000"),
        ("375 million", "0.375 bn"),
        ("375 million people", "375m people"),
        ("2 billion", "2 bn"),
        ("2 billion", "2 mrd"),
        ("2 billion", "2b"),
        ("2 billion", "2000 m"),
        ("$10 million", "10 million US dollars"),
        ("6.25 miles", "six and a quarter miles"),
        ("500,000", "half a million"),
        ("500,000", "1/2 million"),
        ("250,000", "a quarter of a million"),
        ("1,500,000", "1.5m"),
        ("1,500,000", "1 1/2 million"),
    ],
)
def test_a_right_amount_in_another_form_is_right(right, typed):
    number = AMOUNTS.get(right, right.split()[0].replace(",", ""))

    assert grade(number_question(right, number), typed).credit == 1.0


@pytest.mark.parametrize(
    ("right", "typed"),
    [
        ("12.5 miles", "12 1/4"),
        ("12.5 miles", "12-3/4"),
        ("12.5 miles", "12 1/2 km"),
        ("12.5 miles", "1/2"),
        ("375 million", "375 bn"),
        ("375 million", "375 mrd"),
        ("375 million", "375 k"),
        ("375 million", "37.5 mn"),
        ("375 million", "375"),
        ("2 billion", "2 mn"),
        ("2 billion", "2m"),
        ("375 m", "375 million"),
        ("500,000", "half a billion"),
        ("250,000", "three quarters of a million"),
    ],
)
def test_another_amount_in_such_a_form_is_wrong(right, typed):
    number = AMOUNTS.get(right, right.split()[0].replace(",", ""))

    assert grade(number_question(right, number), typed).credit == 0.0


def asked(stem, right, number):
    return replace(number_question(right, number), stem=stem)


@pytest.mark.parametrize("typed", ["- 12", "–12°", "−12 °C", "-12 c", "12 degrees below zero", "minus 12"])
def test_a_minus_may_be_written_in_any_way(typed):
    assert grade(number_question("−12 degrees Celsius", "-12"), typed).credit == 1.0


@pytest.mark.parametrize(
    ("typed", "credit"), [("10.4 F", 1.0), ("10.4 °F", 1.0), ("11.4 F", 0.0), ("-12 F", 0.0), ("12 C", 0.0)]
)
def test_a_temperature_may_be_told_on_the_other_scale(typed, credit):
    assert grade(number_question("−12 degrees Celsius", "-12"), typed).credit == credit


@pytest.mark.parametrize("typed", ["19 km2", "4,695 acres", "1900", "1,900 ha"])
def test_the_unit_of_the_question_is_the_unit_asked_for(typed):
    assert grade(asked("To how many hectares did it grow?", "1,900", "1900"), typed).credit == 1.0


@pytest.mark.parametrize("typed", ["212 hectares", "212 kg", "$212", "212 %"])
def test_a_unit_that_nobody_asked_for_is_wrong(typed):
    assert grade(asked("How many producers joined?", "212", "212"), typed).credit == 0.0


@pytest.mark.parametrize(("stem", "typed"), [("How old was she?", "62 years"), ("What percentage agreed?", "62 %")])
def test_a_unit_that_goes_without_saying_is_right(stem, typed):
    assert grade(asked(stem, "62", "62"), typed).credit == 1.0


@pytest.mark.parametrize(
    ("right", "number", "typed", "told"),
    [
        ("5 km", "5", "5 miles", "The number is right but not the unit"),
        ("5 km", "5", "5 kg", "The number is right but not the unit"),
        ("3.5 million", "3500000", "3.5", "The figure is right but not its size"),
        ("3.5 million", "3500000", "3.5 thousands", "Not quite"),
        ("−7 °C", "-7", "7", "The figure is right but not its sign"),
        ("200 ships", "200", "205", "Close, but not near enough"),
        ("200 ships", "200", "9", "Not quite"),
    ],
)
def test_a_near_miss_is_told_what_is_off(right, number, typed, told):
    result = grade(number_question(right, number), typed)

    assert result.credit == 0.0
    assert result.message == f"{told}: the answer is {right}."


@pytest.mark.parametrize("typed", ["more than 50", "not 50", "at least 50", "under 50", "<50", "50 or more"])
def test_what_names_no_number_is_refused_before_it_is_graded(typed):
    with pytest.raises(InvalidAnswer, match="number alone"):
        grade(number_question("50", "50"), typed)


@settings(max_examples=200)
@given(
    st.decimals(-(10**9), 10**9, places=2, allow_nan=False),
    st.decimals(0, 1000, places=2, allow_nan=False),
    st.decimals(0, 1, places=2, allow_nan=False),
)
def test_what_lies_within_the_tolerance_is_right(number, tolerance, share):
    typed = number + (tolerance * share).quantize(Decimal("0.01"), "ROUND_DOWN")

    assert grade(number_question(f"{number:f}", f"{number}", f"{tolerance}"), f"{typed:f}").credit == 1.0


@settings(max_examples=200)
@given(
    st.decimals(-(10**9), 10**9, places=2, allow_nan=False),
    st.decimals(0, 1000, places=2, allow_nan=False),
    st.decimals("0.01", 1000, places=2, allow_nan=False),
)
def test_what_lies_outside_the_tolerance_is_wrong(number, tolerance, beyond):
    typed = number + tolerance + beyond

    assert grade(number_question(f"{number:f}", f"{number}", f"{tolerance}"), f"{typed:f}").credit == 0.0


@settings(max_examples=300)
@given(st.text(alphabet="0123456789.,-− kmm%€$ half a dozen million'", max_size=40))
def test_any_text_is_graded_or_refused(typed):
    try:
        credit = grade(number_question("5 km", "5"), typed).credit
    except InvalidAnswer:
        return

    assert credit in (0.0, 1.0)
