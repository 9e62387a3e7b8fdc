import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.classroom.forms import Bar, form_of
from game.classroom.forms.base import NO
from game.story.questions import AnyQuestion
from game.story.questions.predict import Possible, Predict
from tests import stories
from tests.stories import arrange, choose, find, fix, go, night, number, option, spend, tell

STATE = stories.unkept(stories.story(stories.scene("day-1", go("on"), day=1))).now().state
HOUR = Predict(
    id="hour",
    text="When?",
    right="four",
    answers=(Possible(id="two", text="Two"), Possible(id="four", text="Four")),
)
KINDS = [choose("tea", option("green"), option("black")), number("n"), HOUR, spend("s"), arrange("a"), find("f"),
         tell("t", "worth"), fix("x")]  # fmt: skip


def form(question: AnyQuestion):
    found = form_of(question, STATE, 1)
    assert found is not None
    return found


@pytest.mark.parametrize("question", KINDS, ids=lambda question: question.id)
def test_what_a_room_comes_to_is_an_answer_that_its_question_takes(question):
    votes = sample_votes(question)
    assert [form(question).refusal(vote) for vote in votes] == [""] * len(votes)
    assert question.refusal(form(question).together(votes), STATE) == ""


def sample_votes(question):
    """Five votes, as five players would answer who were asked on paper."""
    from random import Random

    if question.kind == "fix":
        return [each.id for each in form(question).choices]
    return [json.loads(json.dumps(question.sample(STATE, Random(seed)))) for seed in range(5)]


@pytest.mark.parametrize("question", KINDS, ids=lambda question: question.id)
@given(
    junk=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=5,
    )
)
def test_no_form_takes_just_anything(question, junk):
    refused = form(question).refusal(junk)
    assert isinstance(refused, str)
    if not refused:
        assert question.refusal(form(question).together([junk]), STATE) == ""


def test_nothing_is_voted_on_where_one_only_goes_on():
    assert form_of(go("on"), STATE, 1) is None


def test_a_night_is_voted_on_once_it_has_a_board():
    assert form_of(night("n"), STATE, 1) is None


def test_a_form_does_not_know_the_right_answer():
    wire = json.dumps([json.loads(__import__("msgspec").json.encode(form(question))) for question in KINDS])
    assert "right" not in wire
    assert "fault" not in wire


class TestPick:
    def test_the_most_wanted_wins_and_of_two_the_first(self):
        tea = form(choose("tea", option("green"), option("black"), option("none")))
        assert tea.together(["black", "green", "black"]) == "black"
        assert tea.together(["none", "green"]) == "green"

    def test_what_is_struck_out_cannot_be_voted_for(self):
        tea = form(choose("tea", option("green"), option("run", needs="rest >= 9")))
        assert tea.choices[1].struck == "You are too tired."
        assert tea.refusal("run") == NO

    def test_bars_stand_in_the_order_of_the_options(self):
        tea = form(choose("tea", option("green"), option("black")))
        assert tea.bars(["black", "black", "green"]) == (Bar("Do green", 1), Bar("Do black", 2))


class TestGuess:
    def test_the_room_guesses_what_its_middle_guesses(self):
        votes = [{"guess": guess, "sure": sure} for guess, sure in ((3, 5), (20, 1), (7, 2))]
        assert form(number("n")).together(votes) == {"guess": 7, "sure": 2}

    def test_of_a_few_answers_the_most_wanted_counts(self):
        votes = [{"guess": guess, "sure": 3} for guess in ("two", "four", "four")]
        assert form(HOUR).together(votes) == {"guess": "four", "sure": 3}

    def test_numbers_are_shown_in_at_most_eight_bars_that_hold_them_all(self):
        votes = [{"guess": guess, "sure": 3} for guess in range(25)]
        bars = form(number("n")).bars(votes)
        assert len(bars) <= 8
        assert sum(bar.count for bar in bars) == 25
        assert bars[0] == Bar("0 to 3", 4)

    @pytest.mark.parametrize("sure", [0, 6, 1.5, True, "3", None])
    def test_how_sure_one_is_runs_from_1_to_5(self, sure):
        assert form(number("n")).refusal({"guess": 3, "sure": sure})

    @pytest.mark.parametrize("guess", [-1, 25, 10**400, 3.5, "3", None])
    def test_a_guess_lies_in_its_range(self, guess):
        assert form(number("n")).refusal({"guess": guess, "sure": 3}) == "Guess a whole number from 0 to 24."


class TestShare:
    def test_the_room_spends_what_it_would_on_average(self):
        votes = [{"desk": 4}, {"desk": 2, "home": 2}, {"sofa": 4}]
        assert form(spend("s")).together(votes) == {"desk": 2, "sofa": 1, "home": 1}

    @given(
        st.lists(
            st.sampled_from([{"desk": 4}, {"sofa": 4}, {"home": 2, "desk": 2}, {"home": 1, "sofa": 3}]), min_size=1
        )
    )
    def test_all_of_it_is_spent_whatever_was_voted(self, votes):
        hours = form(spend("s"))
        assert hours.refusal(hours.together(votes)) == ""

    def test_no_more_goes_anywhere_than_it_takes(self):
        assert form(spend("s")).refusal({"home": 3, "sofa": 1}) == NO

    def test_what_is_left_over_is_said(self):
        assert form(spend("s")).refusal({"home": 1}) == "1 of 4 spent; all of it goes somewhere."


class TestOrder:
    def test_the_room_puts_first_what_stands_foremost_on_average(self):
        votes = [["branch", "review", "merge"], ["branch", "merge", "review"], ["review", "branch", "merge"]]
        assert form(arrange("a")).together(votes) == ["branch", "review", "merge"]

    def test_bars_say_how_many_agree_with_each_place(self):
        votes = [["branch", "review", "merge"], ["branch", "merge", "review"], ["branch", "review", "merge"]]
        assert [bar.count for bar in form(arrange("a")).bars(votes)] == [3, 2, 2]


class TestScale:
    def test_the_middle_of_an_even_number_is_somebodys_own(self):
        assert form(tell("t", "worth")).together([1, 2, 4, 5]) == 2

    def test_the_ends_are_named(self):
        assert [bar.text for bar in form(tell("t", "worth")).bars([3])] == ["1 no", "2", "3", "4", "5 yes"]


class TestCrew:
    def test_four_moves_at_most_are_offered_each_of_another_kind(self):
        verbs = [choice.id.split()[0] for choice in form(fix("x")).choices]
        assert verbs == ["survey", "fill", "breaker", "switch"]

    def test_what_is_certainly_faulty_is_offered_first(self):
        run = stories.unkept(stories.story(stories.scene("day-1", fix("x"), go("off"), day=1)))
        for line in ("open 3B", "survey 1"):
            run.answer(line)
        moment = run.now()
        assert form_of(moment.question, moment.state, 1).choices[0].id == "fix 3B"

    def test_the_whole_question_is_asked_once(self):
        run = stories.unkept(stories.story(stories.scene("day-1", fix("x"), go("off"), day=1)))
        asked = []
        for line in ("survey 1", "survey 2", "survey 3"):
            moment = run.now()
            asked.append(form_of(moment.question, moment.state, 1).text)
            run.answer(line)
        assert asked == ["Light the annex.", "What next?", "What next?"]

    def test_a_room_that_follows_its_crew_lights_the_tower(self):
        run = stories.unkept(stories.story(stories.scene("day-1", fix("x"), go("off"), day=1)))
        for _ in range(60):
            moment = run.now()
            if moment.question.kind != "fix":
                break
            moves = form_of(moment.question, moment.state, 1).choices
            certain = moment.question.sitting(moment.state).go == 1
            run.answer(moves[-1].id if certain else moves[0].id)
        assert run.now().question.id == "off"
