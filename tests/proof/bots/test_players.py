"""The bots: what each of them likes, and that whatever it answers is taken."""

from __future__ import annotations

from random import Random

import pytest

from game.proof.bots.bot import Bot, Memory, Stuck, answer_of
from game.proof.bots.nights import sampled
from game.proof.bots.open import open_answers
from game.proof.bots.players import BOTS, NoBot, bots_named
from game.proof.bots.playing import Failed, Played, play
from game.proof.plays import moments
from game.story.fold import Moment, first_moment
from game.story.questions import Predict, Spend
from game.story.story import Story
from tests.stories import choose, evenings, every_kind, fix, go, night, option, scene, spend, story, told


def asked(of: Story) -> Moment:
    return first_moment(of, "full")


def answer(name: str, of: Story, memory: Memory | None = None, seed: int = 0):
    return answer_of(BOTS[name], asked(of), Random(seed), memory or Memory())


EVENING = story(
    scene(
        "one",
        choose(
            "q",
            option("home", home=1),
            option("desk", rest=-1, craft=1, late=True),
            option("shed", craft=-2, corner=True),
            option("bed", rest=1),
        ),
    )
)


@pytest.mark.parametrize(
    ("name", "takes"),
    [("tired", {"desk"}), ("speed-reader", {"home"}), ("random", {"home", "desk", "shed", "bed"})],
)
def test_what_a_bot_takes_of_an_evening(name, takes):
    assert {answer(name, EVENING, seed=seed) for seed in range(40)} == takes


@pytest.mark.parametrize(("lowest", "highest"), [(0, 9), (0.6, 0.9), (-0.9, -0.6), (0.5, 2)])
@pytest.mark.parametrize("name", BOTS)
def test_every_bot_guesses_within_a_scale_of_fractions(name, lowest, highest):
    asks = Predict(id="q", text="How much?", right=lowest, lowest=lowest, highest=highest)
    for seed in range(9):
        assert lowest <= answer(name, story(scene("one", asks)), seed=seed)["guess"] <= highest


def test_the_careful_one_fills_the_gauge_that_is_emptiest():
    """It begins with rest 7, home 5 and craft 5."""
    assert answer("careful", EVENING) == "home"


def test_the_careful_one_would_rather_lose_a_little_than_work_late_or_cut_a_corner():
    question = choose(
        "q", option("late", craft=5, late=True), option("corner", rest=5, corner=True), option("no", home=-1)
    )
    assert answer("careful", story(scene("one", question))) == "no"


def test_the_least_used_one_goes_through_all_there_is_before_it_does_anything_twice():
    memory = Memory()
    assert {answer("least-used", EVENING, memory) for _ in range(4)} == {"home", "desk", "shed", "bed"}
    assert set(memory.answers.values()) == {1}


def test_of_answers_given_as_often_it_takes_the_one_that_tells_something_new():
    question = choose("q", option("old", then=[told("seen")]), option("new", then=[told("unseen")]))
    memory = Memory()
    memory.lines["seen"] = 3
    assert answer("least-used", story(scene("one", question)), memory) == "new"


def test_what_is_struck_out_is_taken_by_nobody():
    question = choose("q", option("up", needs="rest >= 9", rest=-3, late=True), option("down"))
    for name in BOTS:
        assert answer(name, story(scene("one", question))) == "down"


def test_a_spend_is_spent_unit_by_unit():
    assert answer("tired", story(scene("one", spend("q")))) == {"desk": 4}
    assert answer("speed-reader", story(scene("one", spend("q")))) == {"desk": 4}
    assert answer("careful", story(scene("one", spend("q"))))["home"] == 2


@pytest.mark.parametrize("name", BOTS)
@pytest.mark.parametrize(
    "of",
    [
        every_kind(),
        evenings(12),
        story(scene("one", night("n"), day=49)),
        story(scene("one", fix("f"))),
    ],
    ids=["every kind", "evenings", "night", "fix"],
)
def test_every_bot_comes_to_the_end_of_everything(name, of):
    for seed in range(3):
        found = play(BOTS[name], of, "full", seed, Memory())
        assert isinstance(found, Played), found


@pytest.mark.parametrize("of", [every_kind(), evenings(6)], ids=["every kind", "evenings"])
def test_what_is_open_is_not_refused(of):
    rng = Random(1)
    for moment in moments(of, "full", lambda moment: moment.question.sample(moment.state, rng)):
        question = moment.question
        if question is not None and not isinstance(question, Spend):
            for each in open_answers(question, moment.state, rng):
                assert question.refusal(each.answer, moment.state) == ""


SINGER = Bot("singer", "sings to the switch", None, lambda *_: "sing")


def test_a_bot_whose_answer_is_refused_is_stuck_there_and_says_why():
    of = story(scene("one", fix("annex")))
    with pytest.raises(Stuck, match="'annex' does not take 'sing': Nobody here knows how to sing"):
        answer_of(SINGER, asked(of), Random(0), Memory())
    failed = play(SINGER, of, "full", 5, Memory())
    assert isinstance(failed, Failed)
    assert (failed.bot, failed.seed, failed.where) == ("singer", 5, "annex")


def test_a_play_that_raises_an_error_is_told_from_one_that_ends():
    def broken(*_):
        raise KeyError("no such tea")

    failed = play(Bot("breaker", "breaks", broken, sampled), EVENING, "full", 1, Memory())
    assert isinstance(failed, Failed)
    assert (failed.where, failed.what) == ("q", "KeyError: 'no such tea'")


def test_a_play_says_what_it_came_to():
    of = story(
        scene("one", told("a"), go("on"), fix("annex")), scene("two", choose("q", option("x"), option("y")))
    )
    memory = Memory()
    found = play(BOTS["careful"], of, "full", 1, memory)
    assert isinstance(found, Played)
    assert found.asked == 2
    assert found.answers > 4
    assert memory.lines["a"] == 1
    assert found.ending == ""


def test_every_other_player_has_played_before():
    of = story(scene("one", told("again", if_="played_before"), go("on")))
    told_to = {}
    for seed in (1, 2):
        memory = Memory()
        play(BOTS["random"], of, "full", seed, memory)
        told_to[seed] = memory.lines["again"]
    assert told_to == {1: 0, 2: 1}


@pytest.mark.parametrize("name", BOTS)
def test_a_seed_is_a_play(name):
    plays = [[play(BOTS[name], every_kind(), "full", seed, Memory()) for seed in range(4)] for _ in range(2)]
    assert plays[0] == plays[1]


def test_bots_are_asked_for_by_name_each_once():
    assert [bot.name for bot in bots_named(["tired", "random", "tired"])] == ["tired", "random"]
    assert [bot.name for bot in bots_named([])] == list(BOTS)
    with pytest.raises(NoBot, match=r"There is no bot 'tierd' \(did you mean 'tired'\?\)\. Bots: random, "):
        bots_named(["tierd"])
