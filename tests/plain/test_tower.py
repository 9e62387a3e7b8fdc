"""The tower in lines, as it is heard."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.plain.tower import apart, learn, night, play
from game.plain.tower.asks import ASKS, answer, help_lines
from game.plain.tower.choosing import board_of
from game.plain.tower.naming import flats_in_words
from game.plain.tower.plan import plan_in_words
from game.plain.tower.words import heard, status
from game.tower.boards import ANNEX, HIGH_RISE, LAUNCH, SIZES, TERRACE
from game.tower.codes import EXAMPLE, Code, daily, read
from game.tower.flats import mask_of
from game.tower.grades import Grade
from game.tower.histogram import Histogram
from game.tower.lesson import CODE, STEPS
from game.tower.longform import Drawing
from game.tower.moves import Surveyed
from game.tower.saying import card
from game.tower.sitting import Sitting
from game.tower.spoken import VERBS, Unclear
from game.tower.timing import NIGHT, span
from game.tower_command.wanted import Wanted

BOARD = read(CODE)
assert isinstance(BOARD, Drawing)
EASY = Code(ANNEX, Grade.EASY, 5)
THROUGH = ("survey 4", "fill B", "fix 4B", "breaker a", "breaker b", "open 2C", "fix 3C")
"""Everything but the switch on this board, whose faults are 4B and 3C."""


FOUND = ("fill B", "fix 4B", "fill C", "fix 3C")
"""Both faults fixed, and much that nobody knows."""
FAREWELL = f"To play this board again, type: seven-weeks tower --plain --code {CODE}"


class Terminal(io.StringIO):
    """Input that somebody types."""

    def isatty(self) -> bool:
        return True


class NoCrowd:
    """Nobody else plays, or some who are done."""

    minutes: tuple[int, ...] = ()

    def __init__(self, code: str) -> None:
        self.code = code

    def start(self) -> None:
        """Nobody is set to work."""

    def poll(self) -> tuple[int, ...]:
        return self.minutes

    def close(self) -> None:
        """Nobody is sent home."""


@pytest.fixture(autouse=True)
def no_crowd(monkeypatch: pytest.MonkeyPatch) -> type[NoCrowd]:
    crowd = type("Some", (NoCrowd,), {})
    monkeypatch.setattr(night, "Crowd", crowd)
    return crowd


def said(does: Any, *typed: str, terminal: bool = False) -> list[str]:
    """Everything that is said while these lines are typed."""
    out = io.StringIO()
    text = "".join(f"{line}\n" for line in typed)
    assert does(out, Terminal(text) if terminal else io.StringIO(text)) == 0
    lines = out.getvalue().splitlines()
    assert all(line.isprintable() for line in lines)
    return lines


def at(wanted: Code | Drawing | None, *typed: str, **more: Any) -> list[str]:
    return said(lambda out, lines: play(wanted, out, lines), *typed, **more)


def answered(*typed: str, **more: Any) -> list[str]:
    """What is said to the lines typed at the small board, without prompts, greeting and farewell."""
    lines = [line.replace("> ", "").strip(" >") for line in at(BOARD, *typed, **more)]
    assert lines[-1] == FAREWELL
    return [
        line for line in lines[lines.index(night.START) + 1 : -1] if line and line != "This night is not kept."
    ]


def sitting(*typed: str) -> Sitting:
    return Sitting.at(BOARD.night).through(typed)


def told(before: Sitting, words: str) -> list[str]:
    return list(heard(before, before.after(words)))


# a night


def test_a_board_is_drawn_and_told_in_short():
    assert at(EASY) == [
        "Drawing a tower.",
        "Annex, easy, attempt 1. Code 1-4x3-E-00005-5",
        "4 floors, risers A to C: 12 flats. 2 to 4 of them are faulty to begin with.",
        "Counted for you: Floor 2 has two faulty flats left. Floor 3 has no faulty flat.",
        night.START,
        "To play this board again, type: seven-weeks tower --plain --code 1-4x3-E-00005-5",
    ]


def test_a_whole_night_from_the_first_count_to_the_light():
    assert answered(*THROUGH[:2], "sound 4A 4C", *THROUGH[2:], "switch") == [
        "23:10. Floor 4 has one faulty flat left.",
        "23:30. The water stops at 4B: 4B is faulty. Sound now: 1B, 2B and 3B.",
        "Marked sound: 4A and 4C.",
        "23:50. 4B is fixed.",
        "23:55. Breaker a holds. Sound now: 1A, 1C, 2A and 3A.",
        "0:00. Breaker b trips. Not cleared in it: 2C and 3C.",
        "0:10. 2C is sound.",
        "0:30. 3C is fixed. The switch is sure to work.",
        "0:35. The tower is lit.",
        "The tower: lit at 0:35, after 95 minutes.",
        "Par: 110 minutes, and you took 15 fewer.",
        "Stars: 3 of 3.",
        "Failed throws: 0.",
        "Dark flat-minutes: 0.",
        "Light before 8:00: 89 flat-hours.",
        "Hints: 0.",
        "Attempt: 1.",
        *answered(*THROUGH, "switch")[16:],
    ]


def test_the_end_has_both_ways_side_by_side_and_says_what_now():
    lines = answered(*THROUGH, "switch")
    assert "The same tower, flat by flat:" in lines
    assert "Flat by flat is quicker here: 86 minutes, against 95 for the whole tower at once." not in lines
    assert "The minutes are about the same: 95 for the whole tower at once, 86 flat by flat." in lines
    assert lines[-1] == night.WHAT_NOW


def test_other_crews_are_told_of_when_some_are_done(no_crowd: type[NoCrowd]):
    assert not any("crews" in line for line in answered(*THROUGH, "switch"))
    no_crowd.minutes = (90, 95, 120, 150)
    among = Histogram(no_crowd.minutes, 95, 110).in_words
    assert any(line.startswith(among) for line in answered(*THROUGH, "switch"))
    assert "4 crews" in among


def test_after_the_end_the_night_can_be_told_shared_and_begun_anew():
    lines = answered(*THROUGH, "switch", "replay", "share", "survey 1", "again", "left")
    assert "Faulty at 23:00: 3C and 4B." in lines
    assert "0:30, switch: The tower is lit." in lines
    assert any(line.startswith("Seven Weeks, free play, 1-4x3-B-") for line in lines)
    assert "The tower is lit: nothing is left to do." in lines
    assert lines[-1].startswith("23:00, 9 hours until 8:00.")
    assert any(line.startswith("Annex, attempt 2. Code") for line in lines)


def test_before_the_end_there_is_nothing_to_share_nor_to_replay():
    assert answered("share", "replay") == [
        "Share is for when the tower is lit. It is still dark.",
        "Replay is for when the tower is lit. It is still dark.",
    ]


def test_new_draws_another_board_of_the_same_size_and_grade():
    lines = at(EASY, "new")
    assert lines.count("Drawing a tower.") == 2
    [first, second] = [line for line in lines if line.startswith("Annex, easy, attempt 1.")]
    assert first != second


def test_the_board_of_the_day_is_called_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("game.freeplay.daily", lambda _: CODE)
    assert any(line.startswith("Seven Weeks, board of the day,") for line in answered(*THROUGH, "switch", "share"))


def test_a_night_that_is_left_is_not_kept_and_its_board_can_be_had_again():
    assert at(BOARD, "survey 1")[-2:] == ["This night is not kept.", FAREWELL]
    assert "This night is not kept." not in at(BOARD)


# the switch


def test_the_switch_is_thrown_at_once_from_a_script():
    assert answered("switch") == ["0:05. A flicker, then nothing: the whole tower is dark for an hour."]


def test_somebody_typing_is_told_the_chance_first():
    assert answered(*FOUND, "switch", "switch", terminal=True)[4:6] == [
        "The switch would work: 35 in 100. A dark hour if not. Type switch again to throw it.",
        "0:25. The tower is lit.",
    ]


def test_where_it_cannot_work_that_is_told():
    assert answered("switch", "switch", terminal=True) == [
        "The switch cannot work yet. It would be a dark hour for nothing. Type switch again to throw it.",
        "0:05. A flicker, then nothing: the whole tower is dark for an hour.",
    ]


def test_any_other_line_takes_the_warning_back():
    lines = answered("switch", "left", "switch", terminal=True)
    assert len([line for line in lines if line.endswith("Type switch again to throw it.")]) == 2


def test_a_blank_line_does_not():
    assert any("dark for an hour" in line for line in answered("switch", "", "throw", terminal=True))


def test_a_switch_that_is_sure_is_not_asked_about():
    assert "0:35. The tower is lit." in answered(*THROUGH, "switch", terminal=True)


@pytest.mark.parametrize(("word", "warning"), [("again", night.AGAIN), ("new", night.NEW)])
def test_somebody_typing_does_not_lose_a_night_by_a_slip(word: str, warning: str):
    typed = at(BOARD, "survey 1", word, word, terminal=True)
    assert typed.count(f"> {warning}") == 1
    assert typed.count(night.START) == 2
    assert warning not in " ".join(at(BOARD, word, terminal=True))
    assert warning not in " ".join(at(BOARD, "survey 1", word))


# what a line leads to


def test_a_reading_says_what_it_settles_and_leaves_the_rest_to_you():
    before = sitting("fill B")
    assert told(before, "survey 4") == [
        "23:30. Floor 4 has one faulty flat left. On it: faulty 4B; not known 4A and 4C."
    ]


def test_a_breaker_that_trips_for_a_fault_that_is_known_says_so():
    assert told(sitting("fill B"), "breaker c") == ["23:25. Breaker c trips. 4B is reason enough."]


def test_a_mark_that_was_wrong_is_brought_up_once_a_reading_shows_it():
    assert told(sitting("sound 4B", "faulty 1B"), "fill B")[1:] == [
        "You had marked 4B sound.",
        "You had marked 1B faulty.",
    ]
    assert len(told(sitting("sound 4B", "fill B"), "survey 1")) == 1


def test_a_mark_against_a_reading_is_told_at_once():
    assert told(sitting("fill B"), "sound 4B") == [
        "Marked sound: 4B.",
        "The readings say otherwise: 4B is faulty.",
    ]


def test_marks_are_taken_back_and_brought_back():
    marked = sitting("sound 1A 1B", "faulty 1A")
    assert told(marked, "undo") == ["Marked sound: 1A."]
    assert told(marked.after("undo"), "redo") == ["Marked faulty: 1A."]
    assert told(marked, "clear") == ["No longer marked: 1A and 1B."]
    assert told(marked, "faulty 1A") == ["Nothing changes: it stood so already."]


def test_eight_o_clock_is_told_when_it_passes():
    late = ["switch"] * 8
    assert len(told(sitting(*late[:-1]), "switch")) == 1
    assert told(sitting(*late), "switch")[1:] == [
        "It is past 8:00. You can still light the tower, but the night is not won any more."
    ]


def test_a_hint_is_where_then_why_and_then_it_is_done():
    assert answered("survey 4", "fill B", *["hint"] * 3)[2:] == [
        "The framer says: look at floor 4. Type hint again to hear why.",
        "The framer says: floor 4 had one fault and it is found: the rest of floor 4 is sound (4A, 4C)."
        " Type hint again to do it: mark 4A and 4C sound.",
        "Marked sound: 4A and 4C.",
    ]


def test_hints_alone_light_the_tower():
    lines = answered(*["hint"] * 60)
    assert "The tower is lit." in " ".join(lines)


def test_how_to_hear_the_reason_is_said_with_the_first_hints_only():
    lines = answered(*["hint"] * 12)
    assert len([line for line in lines if line.endswith("Type hint again to hear why.")]) == 2


# questions


def test_the_plan_at_23_00():
    assert list(plan_in_words(sitting())) == [
        "4 floors, risers A to C: 12 flats. 2 to 4 of them are faulty to begin with.",
        "Circuit a, 1A to 1C, 2A and 3A: not closed yet.",
        "Circuit b, 2B, 2C and 3C: not closed yet.",
        "Circuit c, 3B and 4A to 4C: not closed yet.",
        "Water: no riser is filled yet.",
        "Floors from the ground:",
        "Floors 1 to 4: nothing is known.",
    ]


def test_the_plan_in_the_middle_of_the_night():
    assert list(plan_in_words(sitting("survey 4", "fill B", "sound 4A", "breaker a", "breaker b"))) == [
        "4 floors, risers A to C: 12 flats. 2 to 4 of them are faulty to begin with.",
        "Circuit a, 1A to 1C, 2A and 3A: it holds.",
        "Circuit b, 2B, 2C and 3C: it trips; not cleared in it: 2C and 3C.",
        "Circuit c, 3B and 4A to 4C: not closed yet.",
        "Water: riser B, it stopped at 4B; two are not filled yet.",
        "Floors from the ground:",
        "Floor 1: not counted; all sound.",
        "Floor 2: not counted; sound 2A and 2B; not known 2C.",
        "Floor 3: not counted; sound 3A and 3B; not known 3C.",
        "Floor 4: it had one faulty flat to begin with, one found; faulty 4B; sound by your own mark 4A;"
        " not known 4C.",
    ]


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        (
            "floor 4",
            [
                "Floor 4: it had one faulty flat to begin with, one found; fixed 4B; not known 4A and 4C.",
                "Circuits: c has 4A to 4C.",
            ],
        ),
        (
            "riser B",
            ["Riser B: it stopped at 4B, which is fixed now.", "Fixed 4B; sound 1B, 2B and 3B."],
        ),
        ("riser c", ["Riser C: not filled yet.", "Nothing is known."]),
        (
            "circuit c",
            [
                "Circuit c, 3B and 4A to 4C: it tripped before 4B was fixed.",
                "Fixed 4B; sound 3B; not known 4A and 4C.",
            ],
        ),
        (
            "1c",
            [
                "1C: not known. Floor 1, riser C, circuit a."
                " Before any reading, knowing that 2 to 4 of 12 are faulty, its chance was 23 in 100.",
                "Circuit a, 1A to 1C, 2A and 3A: not closed yet.",
                "Floor 1: not counted; sound 1B; not known 1A and 1C.",
            ],
        ),
        ("flat 2B", ["2B: sound. Floor 2, riser B, circuit b."]),
        ("marks", ["You have marked nothing. What a reading shows marks itself."]),
        ("log 2", ["23:30, breaker c: Breaker c trips.", "23:35, fix 4B: 4B is fixed."]),
        ("left", ["23:55, 8 hours 5 minutes until 8:00. 2 to 4 faulty, 1 found, 1 fixed."]),
        ("card", [*card(NIGHT)]),
    ],
)
def test_questions_cost_nothing(typed: str, lines: list[str]):
    heard = answer(sitting("survey 4", "fill B", "breaker c", "fix 4B"), typed)
    assert heard is not None
    assert [one[: len(other)] for one, other in zip(heard, lines, strict=False)] == lines


def test_a_flat_says_that_a_mark_is_only_yours():
    lines = answer(sitting("faulty 3A"), "3a")
    assert lines is not None
    assert lines[0].startswith("3A: faulty, by your own mark.")


def test_floors_counted_for_nothing_stand_first_in_the_log():
    given = Sitting.at(BOARD.night, (Surveyed(3, 1),))
    assert answer(given, "log") == [
        "23:00, given: Floor 4 has one faulty flat left.",
        "Nothing has been done yet.",
    ]


def test_in_a_tall_tower_risers_are_told_in_two_parts():
    tall = Sitting.at(board_of_size(HIGH_RISE).night).after("fill A1")
    lines = answer(tall, "riser a")
    assert lines is not None
    assert lines[0].startswith("Riser A, floors 1 to 6: it ")
    assert lines[1] == "Riser A, floors 7 to 12: not filled yet."


def board_of_size(size: Any) -> Drawing:
    """A board of this size that is quickly had: a circuit a riser, but for two flats."""
    risers = [mask_of(range(col, size.flats, size.cols)) for col in range(size.cols)]
    first, second, *rest = risers
    two = [first | 1 << 1, second & ~(1 << 1)]
    return Drawing(size, (*two, *_bitten(rest, size)), mask_of(range(size.cols, size.cols + size.kmin)))


def _bitten(risers: list[int], size: Any) -> Iterator[int]:
    for at, riser in enumerate(risers, 2):
        yield riser & ~(1 << at)
    yield mask_of(range(2, size.cols))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("floor", "Say which, like floor 4."),
        ("floor 9", "There is no floor 9. Floors run from 1 to 4."),
        ("riser Z", "There is no riser Z. Risers run from A to C."),
        ("riser c3", "There is no riser C3. Risers run from A to C."),
        ("circuit x", "There is no breaker x. Breakers run from a to c."),
        ("9z", "There is no flat 9Z. Flats run from 1A to 4C."),
        ("plan b", "Say plan, and no more."),
        ("again and again", "Say again, and no more."),
        ("pan", "Nobody here knows how to pan. Did you mean plan?"),
        ("agian", "Nobody here knows how to agian. Did you mean again?"),
        ("surey 3", "Nobody here knows how to surey. Did you mean survey?"),
        ("hint 3", "Say hint, and no more."),
        ("sound", "Say which flats, like sound 3B 4C."),
        ("undo", "There is no mark to take back. Readings cannot be unseen."),
        (
            "\x1b[31m1\x07",
            "Nobody here knows how to [31m1 . There are survey, fill, breaker, open, fix and switch.",
        ),
    ],
)
def test_what_is_not_understood_is_answered_with_what_would_be(typed: str, told: str):
    assert answered(typed) == [told]


def test_status_past_eight_and_after_the_light():
    assert status(sitting(*["switch"] * 9)).startswith("8:45, 45 minutes past 8:00.")
    assert status(sitting(*THROUGH, "switch")) == "The tower is lit at 0:35."


def test_help_names_every_word():
    lines = at(BOARD, "help")
    for word in [verb.word for verb in VERBS] + [word for ask in ASKS for word in ask.words]:
        assert any(line.startswith(word) or f" or {word}" in line for line in lines), word
    for command in night.COMMANDS:
        assert f"{command.word}: {command.means}." in lines
    assert set(help_lines()) <= set(lines)


def test_the_card_has_at_most_eighty_words():
    assert sum(len(line.split()) for line in card(NIGHT)) <= 80


@given(st.sets(st.integers(0, LAUNCH.flats - 1)))
def test_flats_are_named_so_that_each_is_meant_once(flats: set[int]):
    building = board_of_size(LAUNCH).building
    words = flats_in_words(building, mask_of(flats)).replace(" and ", ", ").split(", ")
    named = []
    for word in filter(None, words):
        first, _, last = word.partition(" to ")
        named += range(building.flat(first), building.flat(last or first) + 1)
    assert named == sorted(flats)


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "no time"), (1, "1 minute"), (60, "1 hour"), (505, "8 hours 25 minutes")]
)
def test_a_span_of_time_in_words(minutes: int, words: str):
    assert span(minutes) == words


# which board


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("1", ANNEX),
        ("2.", TERRACE),
        ("launch", LAUNCH),
        ("Launch night", LAUNCH),
        ("high-rise", HIGH_RISE),
        ("High rise", HIGH_RISE),
        ("5", daily(date.today())),
        ("today", daily(date.today())),
        (EXAMPLE.lower(), read(EXAMPLE)),
        (CODE, BOARD),
    ],
)
def test_a_board_is_asked_for_by_number_name_or_code(typed: str, asked: Any):
    assert board_of(typed) == asked


@pytest.mark.parametrize("typed", ["1 hard", "1 3", "annex h"])
def test_a_grade_may_stand_on_the_same_line(typed: str):
    board = board_of(typed)
    assert isinstance(board, Code)
    assert (board.size, board.grade) == (ANNEX, Grade.HARD)


@pytest.mark.parametrize("typed", ["7", "0", "la", "hut", "?", "1 2 3", "9" * 400, "¹"])
def test_what_is_no_board_is_answered_with_what_would_be(typed: str):
    with pytest.raises(Unclear, match="Type 1 to 5, or the code of a board, or quit"):
        board_of(typed)


def test_a_slip_in_a_code_is_told():
    with pytest.raises(Unclear, match="At least one character of this code is wrong"):
        board_of("1-7x7-M-K7Q2M-5")


def test_which_board_is_asked_in_numbers_size_then_grade():
    lines = at(None, "zzz", "1", "x", "2")
    assert lines[0] == "Which tower?"
    assert lines[1].startswith("1. Annex, 4 floors of 3 flats: ")
    assert len([line for line in lines if line[:1].isdecimal() and line[1:3] == ". "]) == len(SIZES) + 1
    assert "How hard? 1 easy, 2 medium or 3 hard." in lines
    assert "Type 1 easy, 2 medium or 3 hard." in lines
    assert any(line.startswith("Annex, medium, attempt 1. Code 1-4x3-M-") for line in lines)


# the lesson


def test_the_lesson_is_taught_in_nine_lines():
    lines = said(learn, *(step.words for step in STEPS))
    assert "0:35. The tower is lit." in lines
    assert [line for line in lines if line.startswith("Type: ")] == [f"Type: {step.words}" for step in STEPS]
    assert lines[-1] == "Type 1 to 5, or the code of a board."


def test_a_wrong_move_is_answered_and_asked_again():
    lines = said(learn, "switch", "plan", "help", "survey 4")
    at = lines.index(STEPS[0].otherwise)
    assert lines[at + 1] == "Type: survey 4"
    assert "23:10. Floor 4 has one faulty flat left." in lines


def test_after_the_lesson_a_board_may_be_played():
    assert any(line.startswith("Annex, attempt 1") for line in said(learn, *(s.words for s in STEPS), CODE))


# flat by flat


def alone(*typed: str, **more: Any) -> list[str]:
    return said(lambda out, lines: apart(BOARD, out, lines), *typed, **more)


def test_a_tower_is_lit_flat_by_flat():
    lines = alone("on", "on 3c", "left", "fix 3c", "plan", "rest", "on")
    assert "23:03. 1A is lit." in lines
    assert "23:08. 3C stays dark: it is faulty. The other flats do not notice." in lines
    assert "23:08, 8 hours 52 minutes until 8:00. 1 of 12 flats is lit. Dark: 3C." in lines
    assert "Floor 3: fixed and not on yet 3C; not on yet 3A and 3B." in lines
    assert "0:26. 11 flats were switched on and are lit." in lines
    assert "Faulty, and fixed on the way: 4B." in lines
    assert "Minutes: 110 at once, 86 flat by flat." in lines
    assert len([line for line in lines if line.startswith("Every flat is lit. What now?")]) == 2


def test_flat_by_flat_too_what_is_not_understood_is_answered():
    lines = alone("switch", "on 9z", "fix 1a", "again", "code", "breaks", "help")
    assert "Flat by flat there are on, on 1A, fix 1A and rest." in lines
    assert "There is no flat 9Z. Flats run from 1A to 4C." in lines
    assert f"This board is {CODE}" in lines


# beginning and ending


@pytest.mark.parametrize("wish", ["play", "learn", "lab", "apart"])
def test_the_command_line_opens_whatever_is_wished_for(wish: Any):
    assert said(lambda out, lines: play(Wanted(wish, BOARD), out, lines), "quit")


def test_input_may_end_anywhere():
    whole = [*THROUGH, "hint", "switch", "share", "again"]
    for count in range(len(whole) + 1):
        assert at(BOARD, *whole[:count])
    for count in range(len(STEPS)):
        assert said(learn, *(step.words for step in STEPS[:count]))
    assert at(None) == at(None, "", "")


def test_blank_lines_are_harmless():
    assert at(BOARD, "", "survey 1", "", "  ", "left") == at(BOARD, "survey 1", "left")


def test_quit_leaves_at_any_question():
    for does in (lambda out, lines: play(None, out, lines), learn):
        assert said(does, "Quit.", "1") == said(does)
    assert "23:10. Floor 1 has no faulty flat." not in at(BOARD, "quit", "survey 1")


def interrupted(*typed: str) -> Iterable[str]:
    yield from typed
    raise KeyboardInterrupt


def test_who_is_told_to_stop_says_goodbye_with_130():
    out = io.StringIO()
    assert play(BOARD, out, interrupted("survey 1")) == 130
    assert out.getvalue().splitlines()[-2] == "This night is not kept."


def test_somebody_typing_is_shown_where_to_type():
    assert any(line.startswith("> ") for line in at(BOARD, "left", terminal=True))
    assert not any(line.startswith("> ") for line in at(BOARD, "left"))


WORDS = st.sampled_from(
    [
        *[verb.word for verb in VERBS],
        *[word for ask in ASKS for word in ask.words],
        *[command.word for command in night.COMMANDS if command.word != "new"],
        *"sound faulty clear undo redo hint on rest quit".split(),
    ]
)
OPERANDS = st.sampled_from(["", "", "", *"1 4 0 99 A c C2 b 1A 4B 3C 9Z 1a,2b ¹ ² 1A٣ 4C.".split()])
LINES = st.lists(st.builds(lambda *parts: " ".join(parts), WORDS, OPERANDS) | st.text(max_size=12), max_size=30)


@pytest.mark.parametrize("does", [lambda *ends: play(BOARD, *ends), lambda *ends: apart(BOARD, *ends), learn])
@pytest.mark.parametrize("terminal", [False, True])
@settings(max_examples=60, deadline=None)
@given(lines=LINES)
def test_no_line_breaks_anything(does: Any, terminal: bool, lines: list[str]):
    said(does, *lines, terminal=terminal)
