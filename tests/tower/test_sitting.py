"""A sitting: a night played in words, with marks that can be undone and hints that are counted."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.tower.crew import par
from game.tower.deduction import Marks
from game.tower.exact import Exact
from game.tower.known import Known, Mark
from game.tower.moves import Fixed, Surveyed
from game.tower.night import Night
from game.tower.sitting import Sitting, Unclear
from game.tower.spoken import words_of
from tests.tower.boards import annex

TOWER = annex(faults=(1, 4))
NIGHT = Night(TOWER, TOWER.mask("2B 4A"))
BEGUN = Sitting.at(NIGHT)


def marked(sitting: Sitting) -> tuple[list[str], list[str]]:
    return TOWER.names(sitting.marks.sound), TOWER.names(sitting.marks.faulty)


def test_moves_take_minutes_and_marks_take_none():
    sitting = BEGUN.through(["survey 4", "faulty 4A", "hint", "fix 4A"])
    assert sitting.night.minute == 30
    assert [words_of(TOWER, event) for event in sitting.night.log] == ["survey 4", "fix 4A"]
    assert sitting.last == Fixed(TOWER.flat("4A"), True)


def test_a_sitting_never_changes():
    after = BEGUN.after("survey 4").after("sound 1A")
    assert BEGUN == Sitting.at(NIGHT) != after


def test_direct_readings_mark_the_board_by_themselves():
    sitting = BEGUN.through(["fill A", "breaker d", "survey 1"])
    looks = {name: sitting.looks(TOWER.flat(name)) for name in "4A 3A 1A 4C 3B 1C 2B".split()}
    assert looks == {
        "4A": Mark.FAULTY,
        "3A": Mark.SOUND,
        "1A": Mark.SOUND,
        "4C": Mark.SOUND,
        "3B": Mark.SOUND,
        "1C": Mark.SOUND,
        "2B": Mark.UNKNOWN,
    }
    assert not any(map(sitting.is_own, range(TOWER.size)))


def test_a_count_of_none_leaves_no_doubt_about_what_was_mended():
    sitting = BEGUN.through(["fix 4A", "survey 4"])
    assert [sitting.looks(TOWER.flat(name)) for name in ("4A", "4B", "4C")] == [Mark.FIXED, Mark.SOUND, Mark.SOUND]


def test_deductions_are_the_players():
    sitting = BEGUN.through(["survey 4", "fill A"])
    assert sitting.looks(TOWER.flat("4B")) is Mark.UNKNOWN
    sitting = sitting.after("sound 4B 4C")
    assert sitting.looks(TOWER.flat("4B")) is Mark.SOUND
    assert sitting.is_own(TOWER.flat("4B"))


def test_a_reading_goes_before_a_mark():
    sitting = BEGUN.through(["sound 4A", "open 4A"])
    assert sitting.looks(TOWER.flat("4A")) is Mark.FAULTY
    assert not sitting.is_own(TOWER.flat("4A"))


def test_a_flat_has_one_mark():
    assert marked(BEGUN.through(["sound 1A 2B", "faulty 2b, 3c"])) == (["1A"], ["2B", "3C"])
    assert marked(BEGUN.through(["sound 1A 2B", "clear 1A"])) == (["2B"], [])
    assert marked(BEGUN.through(["sound 1A", "faulty 2B", "clear"])) == ([], [])


def test_marks_are_undone_and_brought_back_without_limit_and_readings_stay():
    lines = ["sound 1A", "survey 4", "faulty 2B", "sound 3C"]
    sitting = BEGUN.through([*lines, "undo", "undo", "undo"])
    assert marked(sitting) == ([], [])
    assert sitting.night.minute == 10
    assert marked(sitting.through(["redo", "redo", "redo"])) == (["1A", "3C"], ["2B"])
    with pytest.raises(Unclear, match="There is no mark to take back"):
        sitting.after("undo")


def test_a_new_mark_ends_what_can_be_brought_back():
    sitting = BEGUN.through(["sound 1A", "undo", "sound 1B"])
    with pytest.raises(Unclear, match="There is no mark to bring back"):
        sitting.after("redo")


def test_a_mark_that_is_there_already_is_nothing_to_undo():
    assert BEGUN.through(["sound 1A", "sound 1A"]) == BEGUN.after("sound 1A")


def test_three_presses_of_the_hint_key():
    sitting = BEGUN.through(["fill A", "survey 4"])
    words = []
    for _ in range(3):
        words.append(sitting.next_words())
        sitting = sitting.through(sitting.next_words())
    assert words == [("hint",), ("hint",), ("sound 4B 4C",)]
    assert (sitting.hints, sitting.pressed) == (1, 0)
    assert sitting.looks(TOWER.flat("4C")) is Mark.SOUND


def test_a_hint_that_nothing_is_certain_ends_in_a_move():
    sitting = BEGUN.through(["hint", "hint"])
    assert sitting.hint.move is not None
    assert sitting.next_words() == (words_of(TOWER, sitting.hint.move),)
    assert sitting.through(sitting.next_words()).night.minute > 0


def test_whoever_follows_the_hints_gets_there_without_a_failed_throw():
    sitting = BEGUN
    for _ in range(200):
        if sitting.night.lit:
            break
        sitting = sitting.through(sitting.next_words())
    assert sitting.night.lit
    assert sitting.night.failed_throws == 0
    assert sitting.night.minute == par(NIGHT).minute


def test_counts_given_for_nothing_are_known_and_cost_nothing():
    sitting = Sitting.at(NIGHT, free=(Surveyed(0, 0), Surveyed(3, 1)))
    assert sitting.night.minute == 0
    assert sitting.looks(0) is Mark.SOUND
    assert sitting.known.counts == (0, None, None, 1)


def test_the_meter_is_exact():
    sitting = BEGUN.after("survey 4")
    assert sitting.go == Exact(Known.of(TOWER, sitting.night.log)).go
    mended = sitting.through(["fix 4A", "fix 2B", "fill A", "fill B", "fill C"])
    assert mended.go == 1
    lit = mended.after("switch")
    assert (lit.go, lit.night.lit) == (Fraction(1), True)


@pytest.mark.parametrize("words", ["survey 1", "switch", "hint"])
def test_once_lit_nothing_is_left_to_do(words):
    lit = BEGUN.through(["fix 4A", "fix 2B", "switch"])
    with pytest.raises(Unclear, match="The tower is lit"):
        lit.after(words)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("sound", "Say which flats, like sound 3B 4C."),
        ("faulty 9Z", "There is no flat 9Z. Flats run from 1A to 4C."),
        ("undo all", "Say undo, and no more."),
        ("hnt", "Nobody here knows how to hnt. Did you mean hint?"),
    ],
)
def test_words_that_mean_nothing(words, says):
    with pytest.raises(Unclear) as unclear:
        BEGUN.after(words)
    assert str(unclear.value) == says


FLATS = st.lists(st.sampled_from(TOWER.names(TOWER.everything)), min_size=1, max_size=3).map(" ".join)
LINES = st.one_of(
    st.builds("{} {}".format, st.sampled_from(["sound", "faulty", "clear"]), FLATS),
    st.sampled_from(["undo", "redo", "hint", "survey 2", "breaker b", "fill B", "open 2B", "fix 1C", "switch"]),
)


@settings(max_examples=60)
@given(st.lists(LINES, max_size=30))
def test_undoing_every_mark_leads_back_to_a_board_without_marks(lines):
    sitting, readings = BEGUN, 0
    for line in lines:
        try:
            sitting = sitting.after(line)
        except Unclear:
            continue
        readings += line.split()[0] in {"survey", "breaker", "fill", "open", "fix", "switch"}
    for _ in sitting.before:
        sitting = sitting.after("undo")
    assert sitting.marks == Marks()
    assert len(sitting.night.log) == readings
    assert sitting.known.to_fix & ~sitting.night.faults == 0
