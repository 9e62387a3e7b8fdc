"""What every face says in the same words."""

from fractions import Fraction

import pytest

from game.tower.analogy import WHERE_IT_BREAKS, in_lines
from game.tower.deduction import Voice
from game.tower.moves import COSTS
from game.tower.night import Night
from game.tower.saying import ARROWS, WORKS, card, in_100, meter, outlook, says, times_in_100
from game.tower.sitting import Sitting
from game.tower.timing import EVENING, NIGHT
from tests.tower.boards import annex


def test_the_card_has_at_most_eighty_words_and_the_hour_only_where_there_is_one():
    assert len(" ".join((*card(NIGHT), ARROWS)).split()) <= 80
    assert "before 8:00." in card(NIGHT)[0]
    assert "8:00" not in " ".join(card(EVENING))
    assert card(EVENING)[0].endswith("throw the switch.")


def test_the_card_has_the_minutes_that_are_paid():
    told = [next(word.strip(",.:") for word in work.split() if word[0].isdigit()) for work in WORKS]
    paid = (COSTS.survey, COSTS.fill, COSTS.breaker, COSTS.open, COSTS.fix, COSTS.switch)
    assert told == [str(cost) for cost in paid]


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (Fraction(0), "0 in 100"),
        (Fraction(1, 1000), "less than 1 in 100"),
        (Fraction(1, 8), "13 in 100"),
        (Fraction(999, 1000), "more than 99 in 100"),
        (Fraction(1), "100 in 100"),
    ],
)
def test_what_is_possible_is_never_said_to_be_certain(chance, words):
    assert in_100(chance) == words


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (Fraction(1, 1000), "less than once in 100 times"),
        (Fraction(1, 100), "once in 100 times"),
        (Fraction(1, 8), "13 times in 100"),
        (Fraction(999, 1000), "more than 99 times in 100"),
        (Fraction(1), "every time"),
    ],
)
def test_how_often(chance, words):
    assert times_in_100(chance) == words


def test_the_meter_in_words():
    assert meter(Fraction(0)) == "the switch cannot work yet"
    assert meter(Fraction(3, 25)) == "the switch would work: 12 in 100"
    assert meter(Fraction(1)) == "the switch is sure to work"


def test_what_is_to_be_expected():
    building = annex()
    sitting = Sitting.at(Night(building, building.mask("2C 4A")))
    low, high = building.kmin, building.kmax
    assert outlook(sitting.known) == f"{low} to {high} faulty, 0 found, 0 fixed"
    assert outlook(sitting.after("fix 2C").known) == f"{low} to {high} faulty, 1 found, 1 fixed"
    lit = sitting.after("fix 2C").after("fix 4A").after("switch")
    assert outlook(lit.known) == "2 faulty, 2 found, 2 fixed"


def test_who_speaks():
    assert [says(voice) for voice in (Voice.FRAMER, Voice.YOU)] == ["The framer says", "You think"]


def test_the_names_of_the_trade_are_named_once():
    told = " ".join(in_lines())
    assert all(told.count(name) == 1 for name in ("canary", "blue-green", "flag"))
    assert all(title in told for title, _ in WHERE_IT_BREAKS)
