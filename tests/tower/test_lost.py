"""Minutes that bought nothing."""

from game.tower.lost import Lost
from game.tower.moves import Breaker, Fix, Open, Survey, Surveyed, Switch
from game.tower.night import Night
from tests.tower.boards import TOWER, flat

NIGHT = Night(TOWER, TOWER.mask("2B 4A"))


def test_a_night_in_which_every_minute_told_something_lost_nothing():
    night = NIGHT.after([Survey(0), Open(flat("2B")), Fix(flat("2B")), Fix(flat("4A")), Switch()])
    assert Lost.of(night) == Lost()
    assert Lost.of(night).in_words == ""


def test_a_reading_once_more_a_sound_flat_and_a_failed_throw_are_lost():
    night = NIGHT.after(
        [Survey(0), Survey(0), Fix(flat("1A")), Switch(), Fix(flat("2B")), Fix(flat("4A")), Switch()]
    )
    assert Lost.of(night) == Lost(known=10, sound=20, failed=65, throws=1, fixes=1)
    assert Lost.of(night).in_words == (
        "Lost: 10 minutes on what you knew already, 20 on fixing a sound flat and 65 on a failed throw."
    )


def test_more_than_one_is_counted():
    night = NIGHT.after([Switch(), Switch(), Fix(flat("1A")), Fix(flat("1B"))])
    assert Lost.of(night).in_words == "Lost: 40 minutes on fixing 2 sound flats and 130 on 2 failed throws."


def test_what_was_given_beforehand_is_known():
    night = NIGHT.after([Survey(0), Breaker(0)])
    assert Lost.of(night).known == 0
    assert Lost.of(night, (Surveyed(0, 0),)).known == 10


def test_what_had_to_be_deduced_is_not_held_against_anybody():
    night = NIGHT.after([Survey(1), Open(flat("2A")), Open(flat("2C")), Open(flat("2B"))])
    assert Lost.of(night).known == 0
