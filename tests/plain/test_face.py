"""The line face, as it is heard."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from msgspec.structs import replace

from game.library import Library
from game.plain import play
from game.plain.commands import COMMANDS
from game.plain.ear import Voice
from game.plain.spoken import sources_in_words
from game.run import Run
from game.story.beat import Worked
from game.story.calendar import CUTS
from game.story.questions import AnyQuestion, Tally
from game.story.state import State
from game.story.story import Story
from tests.glossaries import explained_story
from tests.ledgers import LEDGER, cited
from tests.stories import (
    choose,
    evenings,
    every_kind,
    find,
    go,
    hasty,
    night,
    number,
    opening,
    option,
    scene,
    shipped_story,
    story,
    tell,
    told,
    unkept,
    walk,
)


class Terminal(io.StringIO):
    """Input that somebody types."""

    def isatty(self) -> bool:
        return True


def heard_from(run: Run, *typed: str, terminal: bool = False, library: Library | None = None) -> list[str]:
    """Everything that is said while these lines are typed."""
    out = io.StringIO()
    text = "".join(f"{line}\n" for line in typed)
    lines = Terminal(text) if terminal else io.StringIO(text)
    assert play(library or Library(run.story, None), run, out, lines) == 0
    assert "\x1b" not in out.getvalue()
    return out.getvalue().splitlines()


def heard(of: Story, *typed: str, **more: Any) -> list[str]:
    return heard_from(unkept(of), *typed, **more)


def after(line: str, lines: list[str]) -> list[str]:
    return lines[lines.index(line) + 1 :]


# telling


def test_it_says_title_play_and_the_first_moment():
    assert heard(every_kind())[:8] == [
        "A small story. For trying things out.",
        "This is play brass-kettle. Type help at any time.",
        "The word in brackets before a line says what it rests on.",
        "",
        "Week 1.",
        "Day 1, Friday. Day-1.",
        "[imagined] The a is told.",
        "How many?",
    ]


def test_a_heading_has_week_day_weekday_and_clock():
    of = story(scene("day-1", go("on"), day=1), scene("day-3", told("x"), go("off"), day=3, clock="21:40"))
    assert "Week 1, day 3, Sunday, 21:40. Day-3." in heard(of, "")


def test_the_hour_is_said_when_it_changes():
    late = choose("c", option("o", then=[told("late", clock="01:05")]))
    lines = heard(story(scene("day-1", told("a", clock="22:10"), told("b", clock="22:10"), late, go("on"))), "1")
    assert lines.count("22:10 on your clock.") == 1
    assert after("You: Do o.", lines)[:2] == ["01:05 on your clock.", "[imagined] The late is told."]


def test_what_follows_an_answer_comes_before_the_next_day():
    assert after("You: Do late.", heard(evenings(2), "2"))[:6] == [
        "[imagined] The late-1 is told.",
        "Rest 5 (was 7), Home 5, Craft 6 (was 5).",
        "Day 1 closes, its window lit.",
        "",
        "Week 1, day 2, Saturday. Day-2.",
        "[imagined] The dawn-2 is told.",
    ]


def test_gauges_are_not_said_when_nothing_moves_them():
    assert not [line for line in heard(evenings(2), "3") if line.startswith("Rest") and "was" in line]


def test_days_that_a_cut_passes_over_close_together():
    skipped = [scene(f"day-{day}", go(f"g{day}"), day=day, cuts=("class",)) for day in (2, 3, 4)]
    of = story(scene("day-1", go("g"), day=1), *skipped, scene("day-5", go("h"), day=5))
    assert "Days 1 to 4 close, their windows dark." in heard(of, "")


def test_more_than_a_week_that_closes_at_once_is_counted():
    late = choose("c", option("o", late=True))
    skipped = [scene(f"day-{day}", go(f"g{day}"), day=day, cuts=("class",)) for day in range(2, 9)]
    of = story(scene("day-1", late, go("g"), day=1), *skipped, scene("day-9", go("h"), day=9))
    assert "Days 1 to 8 close, 1 window lit and 0 hatched." in heard(of, "1", "")


def test_an_opened_envelope_sets_the_guess_beside_the_record():
    lines = heard(story(scene("one", number("hour"), opening("record", "hour"), go("on"))), "9 4")
    assert after("[reported] The record of hour.", lines)[0] == (
        "You guessed: 9 hours, sure 4 of 5. The record: 5 hours. Not close."
    )


@pytest.mark.parametrize(("guess", "verdict"), [("5", "That was it."), ("6", "Close."), ("7", "Not close.")])
def test_a_guess_is_close_or_not(guess: str, verdict: str):
    lines = heard(story(scene("one", number("hour"), opening("record", "hour"), go("on"))), f"{guess} 4")
    assert any(line.endswith(verdict) for line in lines)


def test_of_an_envelope_that_was_never_handed_out_nothing_is_said():
    sealed = replace(number("hour"), cuts=("class",))
    lines = heard(story(scene("one", sealed, opening("record", "hour"), go("on"))))
    assert "[reported] The record of hour." in lines
    assert not any("The record:" in line for line in lines)


def test_a_hint_is_told_in_full_once_for_each_kind():
    lines = heard(evenings(2), "1")
    assert lines.count("Type the number of your choice: 1 to 3.") == 1
    assert lines.count("1 to 3.") == 1


def test_every_kind_of_question_is_asked_and_answered():
    lines = heard(every_kind(), "4", "3", "", "2 1 1", "2 1 3", "4", "1", "3", "", "", "2", "1")
    for said in (
        "Sealed: 4 hours, sure 3 of 5.",
        "You: The desk: 2; The sofa: 1; Home: 1.",
        "You: 4 of 5.",
        "Measure: Bad: the fault is among them. 10 of 60 minutes so far.",
        "The fuse: Found. 30 of 60 minutes in all.",
        "You guessed: 4 hours, sure 3 of 5. The record: 5 hours. Close.",
        "You: Do late.",
        "That is all there is. Rest 5, Home 7, Craft 9.",
    ):
        assert said in lines, (said, lines)


def test_the_puzzle_is_not_read_out_again_after_each_move():
    lines = heard(every_kind(), "4 3", "", "2 1 1", "2 1 3", "4", "1")
    assert lines.count("2. The lamp.") == 1
    assert after("Measure: Bad: the fault is among them. 10 of 60 minutes so far.", lines)[0] == "2 to 4."


def test_the_week_is_added_up():
    days = [scene("day-1", choose("c", option("late", rest=-2, late=True), option("home")), day=1)]
    days.append(scene("day-2", told("x"), Tally(id="t", text="Thursday night."), day=2))
    lines = heard(story(*days), "1", "")
    assert after("Thursday night.", lines)[:3] == [
        "Week 1 had 2 evenings.",
        "Less 1 worked late: 1 of them yours.",
        "Rest 7, less 2, is 5.",
    ]


# scripts and people


def test_a_script_of_bare_answers_goes_on_by_itself():
    with_gos = heard(every_kind(), "4 3", "", "2 1 1", "2 1 3")
    assert heard(every_kind(), "4 3", "2 1 1", "2 1 3") == with_gos


def test_lines_that_are_left_over_do_no_harm():
    assert "That is all there is. Rest 8, Home 6, Craft 5." in heard(evenings(1), "1", "2", "3")


def test_somebody_typing_is_shown_where_to_type():
    assert "> Still asked: What now? 1 to 3." not in heard(evenings(1), "gauges")
    assert any(line.startswith("> ") for line in heard(evenings(1), "gauges", terminal=True))


def test_somebody_typing_a_number_at_a_door_is_told_so_and_nothing_is_answered():
    lines = heard(story(scene("one", go("on"), choose("c", option("a"), option("b")))), "1", terminal=True)
    assert "> Not understood. An empty line goes on: Go on." in lines
    assert "What now?" not in lines


def test_what_is_not_understood_says_what_would_be():
    assert "Not understood. Type a number from 1 to 3, or help." in heard(evenings(1), "merge it")


def test_a_line_of_control_codes_is_never_sent_back():
    for line in heard(evenings(1), "\x1b[31m1\x07", "day \x1b[2J", "log \x9b"):
        assert line.isprintable()


def test_a_stray_byte_ends_nothing(tmp_path: Path):
    answers = tmp_path / "answers"
    answers.write_bytes(b"\xff\xfe\n1\n")
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    run = unkept(story(scene("one", told("é"), choose("c", option("é"), option("b")))))
    with answers.open(encoding="utf-8") as lines:
        assert play(Library(run.story, None), run, out, lines) == 0
    assert run.now().question is None


class Screen(io.StringIO):
    """A terminal that is written to."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_its_lines_broken_between_words_and_a_pipe_does_not(monkeypatch):
    monkeypatch.setenv("COLUMNS", "30")
    long = "Whoever reads this in a narrow window finds no word in two pieces 1-7x7-B-PEX4P-79RSS-W1QYR-ZTG00-4"
    screen, pipe = Screen(), io.StringIO()
    for out in (screen, pipe):
        Voice(out).say(long)
    assert pipe.getvalue() == f"{long}\n"
    rows = screen.getvalue().splitlines()
    assert " ".join(rows) == long
    assert max(map(len, rows[:-1])) <= 30
    assert rows[-1] == long.rsplit(maxsplit=1)[-1]


# words that work at any time


def test_keys_of_the_screens_stand_for_their_words():
    assert heard(evenings(1), "?") == heard(evenings(1), "help")
    assert heard(evenings(1), "Q", "help") == heard(evenings(1), "quit")


def test_help_names_every_word_and_every_mark():
    lines = heard(evenings(1), "help")
    for command in COMMANDS:
        assert any(line.startswith(command.word) for line in lines)
    assert "imagined: made up, by us." in lines


def test_after_a_word_the_question_is_brought_back_to_mind():
    lines = heard(evenings(1), "gauges")
    assert after("Rest 7, Home 5, Craft 5. Each runs from 0 to 10.", lines)[0] == "Still asked: What now? 1 to 3."


@pytest.mark.parametrize("typed", ["GAUGES", "Gauges.", "  gauges  "])
def test_words_may_be_written_anyhow(typed: str):
    assert "Rest 7, Home 5, Craft 5. Each runs from 0 to 10." in heard(evenings(1), typed)


def test_back_takes_an_answer_back_and_tells_the_moment_again():
    run = unkept(evenings(2))
    lines = heard_from(run, "2", "back")
    assert after("Back.", lines)[:3] == [
        "",
        "Week 1.",
        "Day 1, Friday. Day-1.",
    ]
    assert run.now().state.rest == 7


def test_back_says_where_it_cannot_go():
    assert "This is where it begins." in heard(evenings(1), "back")


def test_back_in_the_middle_of_a_guess_takes_the_guess_back():
    run = unkept(every_kind())
    lines = heard_from(run, "4", "back", "6", "2")
    assert "Sealed: 6 hours, sure 2 of 5." in lines
    assert len(run.past()) == 1


def test_a_wrong_certainty_is_asked_again_and_the_guess_stands():
    assert "Sealed: 6 hours, sure 2 of 5." in heard(every_kind(), "6", "9", "2")


def test_an_empty_line_does_not_forget_the_guess():
    assert "Sealed: 6 hours, sure 2 of 5." in heard(every_kind(), "6", "", "2")


def test_a_guess_may_be_typed_anew_when_only_certainty_is_asked():
    assert "Sealed: 7 hours, sure 1 of 5." in heard(every_kind(), "6", "7 1")


def test_a_word_in_the_middle_of_a_guess_leaves_it_standing():
    assert "Sealed: 6 hours, sure 2 of 5." in heard(every_kind(), "6", "gauges", "2")


def test_again_repeats_the_moment_with_its_full_hint():
    lines = heard(evenings(1), "again")
    assert lines.count("[imagined] The dawn-1 is told.") == 2
    assert lines.count("Type the number of your choice: 1 to 3.") == 2


def test_again_in_the_puzzle_lists_what_was_done():
    lines = heard(every_kind(), "4 3", "", "2 1 1", "2 1 3", "4", "1", "again")
    assert "1. (done: Bad: the fault is among them) Measure, 10 minutes." in lines


def test_sources_say_what_each_line_rests_on():
    lines = after("An empty line goes on.", heard(cited(), "sources"))
    assert lines[:7] == [
        "Reported: Up until 4.",
        "Ledger: They were up until 4. The Portuguese article, paragraph 7; the Vietnamese article, paragraph 9. "
        "Both articles have it.",
        "Quoted: It was “hardest I've worked”.",
        "Ledger: He had not worked so hard for years. "
        "The Portuguese article, paragraphs 1 and 4; the Vietnamese article, paragraph 3. "
        "Said by: French-Owen, quoted. "
        "The Portuguese article gives it twice; the Vietnamese article once. In his words: “hardest I've worked”",
        "And as above.",
        "Found at: https://example.org/vi",
        "Still asked: Enter: Go on.",
    ]


def test_sources_of_made_up_lines_say_that_there_are_none():
    assert "These lines are imagined: nothing to look up." in heard(evenings(1), "sources")


def test_signs_of_a_formula_are_read_as_words():
    lines = list(sources_in_words([Worked(id="w", text="Four hours.", cites=("gap",))], LEDGER))
    assert lines[1].startswith(
        "Worked out: That is four hours. Formula: 08:00 minus 04:00 is 4:00. From: They were up"
    )


def test_the_log_has_everything_said_and_answered():
    lines = after("1 to 3.", heard(evenings(2), "2", "log"))
    assert lines[2:9] == [
        "[imagined] The dawn-1 is told.",
        "What now?",
        "You: Do late.",
        "[imagined] The late-1 is told.",
        "Rest 5 (was 7), Home 5, Craft 6 (was 5).",
        "Day 1 closes, its window lit.",
        "Week 1, day 2, Saturday. Day-2.",
    ]


def test_the_end_of_the_log_is_enough():
    lines = after("1 to 3.", heard(evenings(2), "2", "log 1"))
    assert lines[0] == "[imagined] The dawn-2 is told."


def test_the_tower_is_told_floor_by_floor():
    lines = heard(evenings(9), "2", "1", "3", "1", "1", "1", "1", "1", "tower")
    assert "8 of 49 days built. A lit window is a night worked late, a hatched one a corner cut." in lines
    assert "Floor 1: Friday lit; Sunday hatched; Saturday, Monday, Tuesday, Wednesday and Thursday dark." in lines
    assert "Floor 2: Friday dark; Saturday is being built, dark so far." in lines
    assert "Floors 3 to 7: not built yet." in lines
    assert "Day 1 to 9 plays on from there." in lines


def test_the_tower_says_how_long_is_left():
    assert "About 1 minute left, at 200 words each." in heard(evenings(4), "tower")
    assert "About 2 minutes left, at 200 words each." in heard(evenings(9), "tower")


def test_where_only_facts_are_told_there_are_no_gauges_and_no_windows_to_read():
    lines = heard_from(unkept(every_kind(), facts_only=True), "4 3", "gauges", "tower", "2 1 3")
    assert "Gauges are made up, and this play tells only facts." in lines
    assert "1 of 49 days built." in lines
    assert "Floor 1: Friday built; Saturday is being built." in lines
    assert "Day 1 closes." in lines
    assert not any("[imagined]" in line or "Rest" in line or "window" in line for line in lines)


def test_where_only_facts_are_told_days_passed_over_close_without_windows():
    passed = [scene(f"day-{day}", go(f"g{day}"), day=day, cuts=("class",)) for day in (2, 3, 4)]
    asked = [scene(f"day-{day}", tell(f"t{day}", f"n{day}"), day=day) for day in (1, 5)]
    of = story(asked[0], *passed, asked[1], scene("end", told("over")))
    assert "Days 1 to 4 close." in heard_from(unkept(of, facts_only=True), "3")


def test_a_day_that_was_played_can_be_gone_to_in_a_play_of_its_own(tmp_path: Path):
    library = Library(evenings(4), tmp_path)
    run = library.new("brass-kettle", seed=1)
    lines = heard_from(run, "2", "1", "day 2", "1", library=library)
    assert "From here on you play brass-kettle-2. brass-kettle stays as it is." in lines
    assert lines[-1] == "To go on, type: seven-weeks --plain --run brass-kettle-2"
    assert len(library.open("brass-kettle").past()) == 2


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("day", "Say which day. Day 1 and 2."),
        ("day two", "Say which day. Day 1 and 2."),
        ("day 3", "Day 3 has not been played yet."),
        ("day 0", "Day 0 has not been played yet."),
    ],
)
def test_a_day_that_cannot_be_gone_to(typed: str, said: str):
    assert said in heard(evenings(3), "1", typed)


def test_before_the_first_day_there_is_none_to_go_to():
    assert "No day has begun yet." in heard(story(scene("prologue", go("on"))), "day")


# beginning and ending


def test_quit_says_where_the_play_is_and_how_to_go_on(tmp_path: Path):
    library = Library(evenings(2), tmp_path)
    lines = heard_from(library.new("brass-kettle"), "1", "quit", "1", library=library)
    assert lines[-2:] == [
        f"Play brass-kettle is kept in {tmp_path}.",
        "To go on, type: seven-weeks --plain --run brass-kettle",
    ]
    assert len(library.open("brass-kettle").past()) == 1


def test_a_play_goes_on_where_it_stood(tmp_path: Path):
    library = Library(every_kind(), tmp_path)
    heard_from(library.new("brass-kettle"), "4 3", library=library)
    assert heard_from(library.open("brass-kettle"), library=library)[:6] == [
        "A small story. For trying things out.",
        "You go on with play brass-kettle. Type help at any time.",
        "",
        "Week 1, day 1, Friday. Day-1.",
        "[imagined] The b is told.",
        "Enter: Go on.",
    ]


def test_where_nothing_was_answered_nothing_is_kept(tmp_path: Path):
    library = Library(evenings(2), tmp_path)
    lines = heard_from(library.new("brass-kettle"), "quit", library=library)
    assert lines[-1] == "Nothing was answered, so there is nothing to keep."


def test_where_nothing_is_kept_it_is_said():
    assert heard(evenings(1), "1")[-1] == "Nothing of this play is kept."


def test_a_notice_is_said_once():
    run = unkept(evenings(3))
    run.notice = "This is a copy"
    assert heard_from(run, "1", "again").count("Note: This is a copy.") == 1


def test_a_disk_that_refuses_is_said_once_and_at_the_end(tmp_path: Path):
    blocked = tmp_path / "runs"
    library = Library(evenings(3), blocked)
    run = library.new("brass-kettle")
    blocked.write_text("no folder")
    lines = heard_from(run, "1", "1", library=library)
    assert len([line for line in lines if line.startswith("Note: This play is not being saved just now:")]) == 1
    assert lines[-1].startswith("This play is not being saved just now:")


def test_at_the_end_words_still_work_and_an_empty_line_leaves():
    lines = heard(evenings(1), "1", "tower", "hm", "", "tower", terminal=True)
    assert "> Nothing more is asked. An empty line leaves." in lines
    assert len([line for line in lines if "of 49 days built" in line]) == 1


def test_from_the_end_one_can_go_back():
    run = unkept(evenings(1))
    assert heard_from(run, "1", "back", "2")[-3].startswith("That is all there is. Rest 5")


def typed_from(run: Run) -> Iterable[str]:
    """A player who answers anything, at random, in typed lines."""
    rng = Random(run.seed)
    while (question := run.now().question) is not None:
        yield typed(question, question.sample(run.now().state, rng), run.now().state, run.seed)


def typed(question: AnyQuestion, answer: Any, state: State, seed: int) -> str:
    match question.kind:
        case "choose":
            return str([each.id for each in question.shown(state)].index(answer) + 1)
        case "predict":
            ids = [each.id for each in question.answers]
            return f"{ids.index(answer['guess']) + 1 if ids else answer['guess']} {answer['sure']}"
        case "spend":
            return " ".join(str(answer.get(use.id, 0)) for use in question.shown(state))
        case "arrange":
            dealt = [item.id for item in question.dealt(seed)]
            return " ".join(str(dealt.index(name) + 1) for name in answer)
        case "find":
            return str(question.ids.index(answer) + 1)
        case "tell" | "fix":
            return str(answer)
        case "night" if state.table:
            return str(answer)
    return ""


@pytest.mark.parametrize("cut", CUTS)
def test_the_shipped_story_can_be_played_to_its_end(cut: str):
    library = Library(shipped_story(), None)
    for seed in range(3):
        run = library.new("brass-kettle", cut=cut, seed=seed)
        out = io.StringIO()
        assert play(library, run, out, typed_from(run)) == 0
        assert run.now().question is None
        assert "Not understood" not in out.getvalue()
        assert "\x1b" not in out.getvalue()
        assert "That is all there is." in out.getvalue()


def test_a_question_left_in_the_middle_is_put_whole_when_the_play_goes_on():
    run = unkept(story(scene("day-1", find("light"), go("on"), day=1), scene("end", told("over"))))
    run.answer("meter")
    lines = heard_from(run)
    assert "No light." in lines
    assert "1. (done: Bad: the fault is among them) Measure, 10 minutes." in lines


def test_a_night_can_be_played_in_lines():
    scenes = hasty(25), scene("day-49", night("tonight"), go("so"), day=49)
    run = unkept(story(*scenes, scene("end", told("over"))))
    lines = heard_from(run, "1", "", "survey 1", "survey 9", "moves", "list", "back", *["switch"] * 8, "")
    assert any(line.startswith("23:10. Floor 1 has") for line in lines)
    assert "There is no floor 9. Floors run from 1 to 7." in lines
    assert any(line.startswith("survey 4: count the faulty flats") for line in lines), "list is the night's"
    assert "What you have just seen cannot be unseen. To play a day again, choose it on the tower." in lines
    assert "08:00 on your clock." in lines
    assert "[imagined] The tonight-finished is told." in lines
    assert heard_from(run, "log").count("The crew has finished it, after 9 moves with 8 failed throws.") == 1


def test_input_may_end_anywhere():
    library = Library(every_kind(), None)
    run = library.new("brass-kettle", seed=2)
    lines = []
    for line in typed_from(run):
        lines += line.split(" ", 1) if run.now().question.kind == "predict" else [line]
        heard_from(run, line)
    for count in range(len(lines) + 1):
        assert (
            heard_from(library.new("brass-kettle", seed=2), *lines[:count])[-1] == "Nothing of this play is kept."
        )


def test_a_long_play_can_be_told_whole():
    run = walk(unkept(evenings(49)), 48)
    lines = heard_from(run, "log", "tower", "1")
    assert lines[-2].startswith("An empty line leaves.")


# words of the trade


MERGE_IN_FULL = "Merge: To put a change in with everybody else’s. See also pull request and review."


def test_words_explains_those_in_the_lines_just_told_and_names_the_others():
    assert after("Type the number of your choice: 1 or 2.", heard(explained_story(), "words"))[:5] == [
        "Merge: To put a change in with everybody else’s.",
        "Pull request: A change, handed in with a question.",
        "Review: Somebody else reads a change first.",
        "Canary: A few who get a change before everybody does.",
        "Still asked: After that pull request, who does the review? 1 or 2.",
    ]


def test_words_without_any_names_those_there_are():
    lines = heard(explained_story(), "1", "words")
    assert "None of these lines has one. There are: canary, merge, pull request, review." in lines
    assert "There are no words here to explain." in heard(evenings(1), "words")


@pytest.mark.parametrize("typed", ["word merge", "WORD Merged", "word  merge"])
def test_a_word_is_explained_in_whatever_form(typed: str):
    assert MERGE_IN_FULL in heard(explained_story(), typed)


def test_a_word_that_is_not_known_is_said_to_be_so():
    assert ("“reveiw” is not among the words explained here (did you mean 'review'?). words lists them.") in heard(
        explained_story(), "word reveiw"
    )
    assert "Say which word, as in: word merge. words lists them all." in heard(explained_story(), "word")
