import pytest

from quizzes.engine.opposites import opposites, turned


@pytest.mark.parametrize(
    ("statement", "changed"),
    [
        ("The toxin forms at high temperatures.", "The toxin forms at low temperatures."),
        ("Exports increased during the strike.", "Exports decreased during the strike."),
        ("They saw an increase in trade.", "They saw a decrease in trade."),
        ("They saw a large harbour.", "They saw a small harbour."),
        ("Voss is the highest lake of the region.", "Voss is the lowest lake of the region."),
        ("The sale of gulls' eggs was illegal.", "The sale of gulls' eggs was legal."),
        ("The harbour failed to attract ships.", "The harbour managed to attract ships."),
        ("It cost more than half of the budget.", "It cost less than half of the budget."),
        ("It has more than 300 rooms.", "It has fewer than 300 rooms."),
        ("The party won the election of 1903.", "The party lost the election of 1903."),
        ("Old nets are more likely to tear in winter water.", "Old nets are less likely to tear in winter water."),
        ("Most boats in the fjord are built of pine.", "Few boats in the fjord are built of pine."),
        ("The crossing took more than 40 minutes.", "The crossing took less than 40 minutes."),
        ("It carries more than 300 gallons of water.", "It carries less than 300 gallons of water."),
        ("It cost more than two million kroner.", "It cost less than two million kroner."),
        ("It lost more than 12% of the trade.", "It lost less than 12% of the trade."),
        ("It has more than a dozen rooms.", "It has fewer than a dozen rooms."),
        ("More than 60 sailors were ill.", "Fewer than 60 sailors were ill."),
        ("Nets are usually mended by hand.", "Nets are rarely mended by hand."),
        ("The strike caused a decline in trade.", "The strike caused a rise in trade."),
        ("The harbour earned twice as much as the mill.", "The harbour earned half as much as the mill."),
    ],
)
def test_the_one_word_that_has_an_opposite_is_turned(statement, changed):
    found = turned(statement)

    assert found is not None
    assert found[0] == changed


@pytest.mark.parametrize(
    "statement",
    [
        "High Wycombe has a market.",
        "The court moved to a complex of tents.",
        "Voss will never be able to match Bergen.",
        "A natural number has no fraction.",
        "The road was built on the cheap.",
        "Careful plans serve the successful end of a project.",
        "The modern harbour is made of stone.",
        "The price of salt rose from three crowns to nine.",
        "The orphans grew up in a mill.",
        "The plague was first brought to Bergen by sailors.",
        "The mayor died after years of illness.",
        "Workers on short contracts wait at home.",
        "The toll has become a hot topic.",
        "In the more than 200 years of its life, the guild split twice.",
        "The high wall fell after the war.",  # two words
        "The wall stood at first.",
        "The fever is caused by a toxin.",
        "The largest halls are called palaces.",
        "The village lies in the most eastern valley.",
        "After a legal battle the mine closed down.",
        "The cells have lost their outer wall.",
        "They published their findings first.",
        "It is one of the first organisms to live on land.",
        "The law was meant to modernise and strengthen the council.",
        "The mine makes a fifth of the gross domestic product.",
        "The Rhine is joined by the Aare.",
        "The road is ten miles wide.",
        'The inn was called "the high house".',
        "The fever is passed by direct contact with a sick goat.",
        "The mill is found where water is common.",
        "Towns trade with the middle eastern coast.",
        "Voss managed to win the readers over and built a second press.",
        "Plans for a bridge were made before 1914.",
        "Plans for a bridge were made after the late 1920s.",
        "Voss is the largest lake of the region.",  # who would write of the smallest?
        "Orders fell as a result of increasing crime.",
        "Rent costs upwards of 900 crowns.",
        "The failure to tell them apart led to a war.",
        "The dyke made Orsa a major port.",
        "The cable joined wide area networks.",
        "The model tells how a price moves with an increase in demand.",
        "The herring is found in cold seas, particularly in eastern Norway.",
        "The ferry sinks just as fast as the barge.",
        "Skippers take advantage of the tide.",
        "The council has not improved the quay.",
        "Thirteen million nets are sold every year.",
        "His aunt bought him a boat.",
        "Supporters of the mayor praised him.",
        "Voss was commonly known as the dry town.",
        "Crews often get no pay in winter.",
        "Voss Horn is the highest point of the fjord.",
        "Kari Dahl was a small girl of Voss.",
        "A road of ice leads to the island in winter.",
        "Most of the growth of the town is due to herring and is not new.",
        "They destroyed the weakened fleet.",
        "Kari Dahl was able to count in her sleep, which led her teacher to believe in ghosts.",
        "Despite the storm, the crew managed to land.",
    ],
)
def test_what_would_give_nonsense_is_left_alone(statement):
    assert turned(statement) is None


def test_no_word_is_its_own_opposite_or_gives_itself_away():
    assert not [word for word, other in opposites().items() if other == word or other.removeprefix("not ") == word]


def test_the_failure_of_an_organ_has_no_opposite() -> None:
    assert turned("The fever of the marshes can end in kidney failure.") is None
