"""Every kind of question in numbered lines, and what is typed under it."""

from __future__ import annotations

from random import Random
from typing import Any, get_args

import pytest
from msgspec.structs import replace

from game.plain.questions import PROMPTS, Asked, Later, More, Shown, Unclear
from game.plain.questions.base import either
from game.story.questions import AnyQuestion, Predict, Question, Tally
from game.story.questions.predict import Possible, written
from game.story.state import Guess, State
from tests.stories import arrange, choose, find, fix, go, night, number, option, spend, tell

FRESH = State(rest=7, home=5, craft=5, day=7, today=1, rooms=(1, 3, 1, 1, 5, 1), weeks=())
TIRED = State(rest=1, home=5, craft=5)


def asked(state: State = FRESH, **more: Any) -> Asked:
    return Asked(state, seed=1, **more)


def listing(question: Question, state: State = FRESH) -> list[str]:
    return list(PROMPTS[question.kind].listing(question, asked(state)))


def read(typed: str, question: Question, state: State = FRESH, **more: Any) -> Any:
    return PROMPTS[question.kind].read(typed, question, asked(state, **more))


def unclear(typed: str, question: Question, state: State = FRESH) -> str:
    with pytest.raises(Unclear) as told:
        read(typed, question, state)
    return str(told.value)


def heard(question: Question, answer: Any, state: State = FRESH) -> str:
    return PROMPTS[question.kind].heard(question, answer, asked(state))


GO = go("on")
CHOOSE = choose("c", option("home"), option("desk", needs="rest >= 5"), option("sofa", if_="rest < 3"))
HOURS = number("hours")
TWO, FOUR = Possible(id="two", text="At two."), Possible(id="four", text="At four.")
WHEN = Predict(id="when", text="When?", right="four", answers=(TWO, FOUR))
SPEND = spend("s")
ARRANGE = arrange("a")
FIND = find("f")
FIX = fix("annex")
NIGHT = night("night")
TELL = tell("t", "worth")
TALLY = Tally(id="w", text="What the week took.")
EVERY = [GO, CHOOSE, HOURS, WHEN, SPEND, ARRANGE, FIND, FIX, NIGHT, TELL, TALLY]


def test_every_kind_of_question_has_a_prompt():
    assert set(PROMPTS) == {kind.__struct_config__.tag for kind in get_args(AnyQuestion)}


@pytest.mark.parametrize("question", EVERY, ids=lambda each: each.id)
@pytest.mark.parametrize("typed", ["?", "-1", "x" * 400, "9" * 400, "1 2 3 4 5 6 7 8 9", "¹", "۱", "nan", "1e9"])
def test_nonsense_is_turned_down_with_a_word_and_never_breaks_anything(question: Question, typed: str):
    assert len(unclear(typed, question)) > 10


@pytest.mark.parametrize("question", EVERY, ids=lambda each: each.id)
def test_hints_are_one_short_line(question: Question):
    prompt = PROMPTS[question.kind]
    assert 0 < len(prompt.hint(question, asked())) < 120
    assert len(prompt.brief(question, asked())) < 60


def test_go_takes_an_empty_line():
    assert PROMPTS["go"].title(GO) == "Enter: Go on."
    assert read("", GO) is None
    assert read("go", GO) is None
    assert unclear("3", GO) == "Not understood. An empty line goes on: Go on."


def test_go_leaves_a_script_s_answer_for_the_next_question():
    assert read("", GO, scripted=True) is None
    with pytest.raises(Later):
        read("3", GO, scripted=True)


def test_tally_subtracts_one_thing_a_line():
    assert listing(TALLY) == [
        "Week 1 had 7 evenings.",
        "Less 1 worked late: 6 of them yours.",
        "1 corner cut.",
        "Rest 7, as it was.",
        "Home 5, as it was.",
        "Craft 5, as it was.",
    ]
    assert read("", TALLY) is None


def test_choose_numbers_what_is_there():
    assert listing(CHOOSE) == ["1. Do home", "2. Do desk"]
    assert read("2", CHOOSE) == "desk"
    assert read("2.", CHOOSE) == "desk"
    assert unclear("3", CHOOSE) == "Not understood. Type a number from 1 to 2, or help."


def test_choose_says_why_something_is_not_open():
    assert listing(CHOOSE, TIRED) == ["1. Do home", "2. (not open: You are too tired) Do desk", "3. Do sofa"]
    assert PROMPTS["choose"].brief(CHOOSE, asked(TIRED)) == "1 or 3."
    assert unclear("2", CHOOSE, TIRED) == "That one is not open: You are too tired."
    assert read("3", CHOOSE, TIRED) == "sofa"


def test_choose_repeats_the_choice_so_that_a_slip_is_noticed():
    assert heard(CHOOSE, "home") == "You: Do home."


@pytest.mark.parametrize(
    ("number", "told"),
    [(7, "7"), (1e12, "1,000,000,000,000"), (2.5, "2.5"), (0.1 + 0.2, "0.3"), (-1234567.5, "-1,234,567.5")],
)
def test_a_number_is_written_as_people_write_it(number: float, told: str):
    assert written(number) == told


def test_predict_takes_guess_and_certainty_on_one_line():
    assert read("4 3", HOURS) == {"guess": 4, "sure": 3}
    assert read("4.5, 3", HOURS) == {"guess": 4.5, "sure": 3}
    assert read("4 hours 3", HOURS) == {"guess": 4, "sure": 3}


def test_predict_asks_for_the_other_half():
    with pytest.raises(More, match="How sure are you"):
        read("4", HOURS)
    with pytest.raises(More):
        read("4 hours", HOURS)


def test_predict_turns_down_a_bad_guess_before_it_asks_how_sure():
    assert unclear("25", HOURS) == "Guess a number from 0 to 24."
    assert unclear("four", HOURS) == "Not understood. Guess a number."
    assert unclear("4 6", HOURS) == "Not understood. Type a number from 1 to 5, or help."
    assert unclear("", HOURS).startswith("Not understood. Type your guess")


def test_predict_seals_nothing_where_a_comma_could_mean_either():
    why = "Not understood: a fraction, or how sure you are? Type 6.5, or 6 5."
    assert unclear("6,5", HOURS) == unclear("6,5 3", HOURS) == why
    assert read("2,5", WHEN) == {"guess": "four", "sure": 5}


def test_predict_reads_large_numbers_as_they_are_written():
    many = Predict(id="m", text="How many?", right=630_000, unit="requests", lowest=0, highest=900_000)
    assert read("630,000 2", many) == {"guess": 630_000, "sure": 2}
    assert PROMPTS["predict"].brief(many, asked()) == "A number from 0 to 900,000 requests; then how sure you are."


def test_predict_says_one_thing_as_one():
    people = Predict(id="p", text="How many?", right=5, unit="people", one="person", lowest=1, highest=40)
    assert [people.in_words(guess) for guess in (0.5, 1, 2)] == ["0.5 people", "1 person", "2 people"]
    assert replace(people, one="").in_words(1) == "1 people"
    assert PROMPTS["predict"].brief(people, asked()) == "A number from 1 to 40 people; then how sure you are."
    assert read("1 person 4", people) == {"guess": 1, "sure": 4}


def test_predict_among_answers_takes_their_numbers():
    assert listing(WHEN) == ["1. At two.", "2. At four."]
    assert read("2 5", WHEN) == {"guess": "four", "sure": 5}
    assert unclear("3", WHEN).startswith("Not understood. Type a number from 1 to 2")
    assert heard(WHEN, {"guess": "two", "sure": 5}) == "Sealed: At two, sure 5 of 5."


def test_predict_says_that_a_first_guess_stays():
    known = FRESH.sealing("hours", Guess(3, 2))
    assert heard(HOURS, {"guess": 4, "sure": 5}, known) == (
        "You: 4 hours, sure 5 of 5. Your first guess stays: 3 hours, sure 2 of 5."
    )


def test_spend_reads_a_number_for_each():
    assert listing(SPEND) == ["1. The desk", "2. The sofa", "3. Home (at most 2)"]
    assert PROMPTS["spend"].brief(SPEND, asked()) == "3 numbers that come to 4 hours."
    assert read("2 1 1", SPEND) == {"desk": 2, "sofa": 1, "home": 1}
    assert heard(SPEND, {"desk": 2, "home": 2}) == "You: The desk: 2; Home: 2."


def test_spend_takes_numbers_left_out_as_none():
    assert read("1,3", SPEND) == {"desk": 1, "sofa": 3}


def test_spend_says_what_does_not_add_up():
    assert unclear("1 1 1", SPEND) == "3 of 4 spent; all of it goes somewhere."
    assert unclear("0 1 3", SPEND) == "Home: at most 2."
    assert unclear("1 1 1 1", SPEND) == "That is 4 numbers; there are 3 things on the list."
    assert unclear("", SPEND) == "Not understood. Type numbers with spaces between."


def test_spend_gives_nothing_to_what_is_not_open():
    assert listing(SPEND, TIRED)[0] == "1. (not open: Too tired) The desk"
    assert unclear("1 3", SPEND, TIRED) == "Too tired."
    assert read("0 2 2", SPEND, TIRED) == {"sofa": 2, "home": 2}


def test_arrange_takes_the_numbers_of_the_items_as_dealt():
    dealt = ARRANGE.dealt(1)
    assert listing(ARRANGE) == [f"{at}. {item.text}" for at, item in enumerate(dealt, 1)]
    turned = [dealt[2].id, dealt[0].id, dealt[1].id]
    assert read("3 1 2", ARRANGE) == turned
    assert read("312", ARRANGE) == turned
    assert read("3, 1, 2", ARRANGE) == turned


@pytest.mark.parametrize("typed", ["", "1 2", "1 2 2", "1 2 4", "1 2 3 3", "a b c"])
def test_arrange_takes_each_once(typed: str):
    assert unclear(typed, ARRANGE) == "Not understood. Type each of the numbers 1 to 3 once, first to last."


def test_arrange_asks_in_a_whole_sentence_the_first_time_and_after():
    prompt = PROMPTS["arrange"]
    assert prompt.hint(ARRANGE, asked()) == "Type all 3 numbers in your order, with spaces between."
    assert prompt.brief(ARRANGE, asked()) == "All 3 numbers in your order, with spaces between."


def test_arrange_says_the_order_back():
    assert heard(ARRANGE, ["merge", "branch", "review"]) == "You: Merge; Branch; Review."


def test_find_lists_readings_then_parts():
    assert listing(FIND) == [
        "Take a reading:",
        "1. Measure, 10 minutes.",
        "Open and look, 20 minutes each:",
        "2. The lamp.",
        "3. The fuse.",
        "4. The wire.",
    ]
    assert read("1", FIND) == "meter"
    assert read("4", FIND) == "wire"


def test_find_remembers_what_was_done():
    after = State(rest=7, home=5, craft=5, table=("meter",))
    assert listing(FIND, after)[1] == "1. (done: Bad: the fault is among them) Measure, 10 minutes."
    assert PROMPTS["find"].brief(FIND, asked(after)) == "2 to 4."
    assert unclear("1", FIND, after) == "You know that already."


def test_find_says_what_a_move_showed_and_took():
    after = State(rest=7, home=5, craft=5, table=("meter",))
    assert heard(FIND, "meter") == "Measure: Bad: the fault is among them. 10 of 60 minutes so far."
    assert heard(FIND, "fuse", after) == "The fuse: Found. 30 of 60 minutes in all."
    slow = replace(after, table=("meter", "lamp", "wire"))
    assert heard(FIND, "fuse", slow) == "The fuse: Found. 70 minutes in all, 10 over."


def test_find_says_it_in_words_of_its_own():
    review = replace(
        FIND, readings_title="Ask", parts_title="Send it back for", found="Right.", sound="That was fine."
    )
    assert listing(review)[0::2] == ["Ask:", "Send it back for, 20 minutes each:", "3. The fuse."]
    assert heard(review, "lamp") == "The lamp: That was fine. 20 of 60 minutes so far."
    assert heard(review, "fuse") == "The fuse: Right. 20 of 60 minutes in all."


def shown(typed: str, question: Question, state: State) -> list[str]:
    with pytest.raises(Shown) as told:
        read(typed, question, state)
    return told.value.lines


def moved(*lines: str) -> State:
    return replace(FRESH, table=lines)


def test_fix_lays_out_the_card_and_the_plan():
    lines = listing(FIX)
    assert lines[0].startswith("A few flats are faulty.")
    assert "4 floors, risers A to C: 12 flats. 2 to 4 of them are faulty to begin with." in lines
    assert lines[-1].startswith("0 minutes so far. 2 to 4 faulty, 0 found")


def test_fix_takes_a_move_a_mark_and_a_look():
    assert read("survey 4", FIX) == "survey 4"
    assert read("sound 1A 1B", FIX) == "sound 1A 1B"
    assert shown("status", FIX, moved("survey 4"))[0].startswith("10 minutes so far. 2 to 4 faulty")
    assert shown("moves", FIX, moved("survey 4")) == ["0 min, survey 4: Floor 4 has one faulty flat left."]
    assert "survey 4: count the faulty flats left on floor 4; 10 minutes." in shown("list", FIX, FRESH)
    assert unclear("survey 5", FIX) == "There is no floor 5. Floors run from 1 to 4."


def test_fix_says_what_a_move_led_to():
    assert heard(FIX, "survey 4").startswith("10 min. Floor 4 has one faulty flat left.")
    assert heard(FIX, "sound 1A") == "Marked sound: 1A."


def test_fix_gives_a_hint_in_three_steps():
    lines: list[str] = []
    for _ in range(3):
        lines.append(read("hint", FIX, moved(*lines)))
    assert lines[:2] == ["hint", "hint"]
    assert lines[2].split()[0] in ("survey", "fill", "breaker", "open")


def test_fix_is_recalled_in_two_lines_however_many_moves_it_took():
    lines = ("survey 4", "fix 3B", "sound 1A", "fix 4C", "switch")
    told = []
    for made, line in enumerate(lines):
        told += PROMPTS["fix"].recalled(FIX, line, asked(moved(*lines[:made]), again=made > 0))
    assert told == ["Light the annex.", "The tower is lit in 55 minutes, after 4 moves."]


def test_night_unrolls_the_plans_first():
    assert listing(NIGHT) == []
    assert PROMPTS["night"].hint(NIGHT, asked()) == "An empty line unrolls the plans. It may take a moment."
    opening = read("", NIGHT)
    assert opening == NIGHT.drawn(FRESH, 1)
    assert heard(NIGHT, opening) == ""
    begun = moved(opening)
    assert list(PROMPTS["night"].standing(NIGHT, asked(begun))) == listing(NIGHT, begun)
    assert read("survey 4", NIGHT, begun) == "survey 4"


def test_night_unrolls_them_for_a_script_whose_first_move_comes_early():
    with pytest.raises(Later) as early:
        read("survey 4", NIGHT, scripted=True)
    assert early.value.answer == NIGHT.drawn(FRESH, 1)


def test_night_says_more_by_itself_the_later_it_is():
    opening = NIGHT.drawn(FRESH, 1)
    told = []
    for throws in (0, 4, 5, 6, 7):
        asked_then = asked(moved(opening, "survey 1", *["switch"] * throws))
        told.append(len(list(PROMPTS["night"].standing(NIGHT, asked_then))))
    assert told == [0, 0, 1, 2, 3]


def test_night_goes_on_with_a_hint_from_where_the_crew_has_told_it():
    state = moved(NIGHT.drawn(FRESH, 1), *["switch"] * 7)
    assert read("hint", NIGHT, state) not in ("hint", "switch")


def test_tell_says_both_ends():
    assert PROMPTS["tell"].brief(TELL, asked()) == "1 is no, 5 is yes."
    assert read("4", TELL) == 4
    assert heard(TELL, 4) == "You: 4 of 5."


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([1], "1"),
        ([1, 2], "1 or 2"),
        ([1, 2, 3], "1 to 3"),
        ([1, 3], "1 or 3"),
        ([1, 3, 4, 5, 7], "1, 3 to 5 or 7"),
    ],
)
def test_numbers_that_can_be_typed(numbers: list[int], said: str):
    assert either(numbers) == said


@pytest.mark.parametrize("question", EVERY, ids=lambda each: each.id)
def test_any_answer_can_be_recalled(question: Question):
    answer = question.sample(FRESH, Random(1))
    lines = list(PROMPTS[question.kind].recalled(question, answer, asked()))
    assert all(lines)
    assert bool(lines) is (question != GO)
