import msgspec
import pytest

from game.classroom.board import Phase
from game.classroom.conductor import Conductor
from game.classroom.memory import MemoryStore
from game.classroom.notes import Notes, unprepared
from game.classroom.poll import Asking, Step
from game.classroom.remote import Go, Next, Remote, Take
from game.classroom.store import Seat
from game.run import Refused
from tests import stories
from tests.classroom.rooms import QUESTION, asking


async def conducting(run, noted=unprepared, **more) -> Conductor:
    conductor = Conductor(run, MemoryStore(), notes=noted, **more)
    await conductor.begin()
    for name in "abcdef":
        await conductor.store.sit(Seat(name, name), 9)
    return conductor


async def vote(conductor: Conductor, **votes) -> list[bool]:
    round = conductor.view.board.round
    return [await conductor.store.vote(round, seat, msgspec.json.encode(vote)) for seat, vote in votes.items()]


async def test_the_big_button_leads_through_a_question():
    conductor = await conducting(asking(QUESTION))
    steps = [conductor.view.board.phase]
    await conductor.next()
    steps.append(conductor.view.board.phase)
    await vote(conductor, a="black", b="black", c="green")
    await conductor.next()
    steps.append(conductor.view.board.phase)
    await conductor.next()
    assert steps == [Phase.WAIT, Phase.VOTE, Phase.SHOWN]
    assert conductor.run.past()[0][1] == "black"
    assert conductor.view.moment.question.id == "off"


class Telling:
    """A front that has so many screenfuls to show."""

    def __init__(self, left):
        self.left = left

    @property
    def first(self):
        return "Read on" if self.left else ""

    def show(self):
        self.left -= 1


async def test_what_the_front_has_not_shown_comes_before_the_next_step():
    conductor = await conducting(asking(QUESTION))
    conductor.projector = Telling(2)
    said = []
    for _ in range(3):
        said.append(conductor.button)
        await conductor.next()
    assert said == ["Read on", "Read on", "Open the vote"]
    assert conductor.view.board.phase is Phase.VOTE


async def test_a_button_that_says_something_else_by_now_is_not_pressed():
    conductor = await conducting(asking(QUESTION))
    remote = Remote(conductor)
    await remote.press(Next(does="Show the rest"))
    assert conductor.view.board.phase is Phase.WAIT
    await remote.press(Next(does="Open the vote"))
    assert conductor.view.board.phase is Phase.VOTE


async def test_a_dark_front_is_lit_before_the_next_step():
    conductor = await conducting(asking(QUESTION))
    conductor.blank(blank=True)
    assert conductor.button == "Light the front"
    await conductor.next()
    assert (conductor.view.blank, conductor.view.board.phase) == (False, Phase.WAIT)


async def test_where_there_is_something_to_talk_about_it_is_asked_twice():
    def noted(_):
        return Notes(prompt="Why green?", seconds=90)

    conductor = await conducting(asking(QUESTION), noted, clock=lambda: 1000.0)
    for _ in range(2):
        await conductor.next()
    board = conductor.view.board
    assert (board.phase, board.prompt, board.until, board.results) == (Phase.TALK, "Why green?", 1090.0, ())
    await conductor.next()
    assert (conductor.view.board.second, conductor.view.board.until) == (True, 0)
    await vote(conductor, a="green")
    await conductor.next()
    assert [result.votes for result in conductor.view.board.results] == [0, 1]


async def test_a_closed_round_takes_no_votes():
    conductor = await conducting(asking(QUESTION))
    await conductor.next()
    round = conductor.view.board.round
    await conductor.next()
    assert await conductor.store.vote(round, "a", b'"black"') is False


async def test_an_answer_can_be_changed_and_the_last_one_counts():
    conductor = await conducting(asking(QUESTION))
    await conductor.next()
    await vote(conductor, a="black")
    await vote(conductor, a="green")
    await conductor.next()
    assert conductor.view.poll.rounds == (("green",),)


async def test_nobody_votes_and_it_is_asked_again_or_the_presenter_chooses():
    conductor = await conducting(asking(QUESTION))
    await conductor.next()
    await conductor.next()
    with pytest.raises(Refused, match="Nobody has voted"):
        await conductor.take()
    assert conductor.button == "Vote again"
    await conductor.next()
    assert conductor.view.board.phase == Phase.VOTE
    await conductor.take("green")
    assert conductor.run.past()[0][1] == "green"


async def test_the_presenter_cannot_choose_what_is_no_answer():
    conductor = await conducting(asking(QUESTION))
    with pytest.raises(Refused, match="not on the list"):
        await conductor.take("coffee")


async def test_back_takes_the_votes_back_first_and_then_the_answer():
    conductor = await conducting(asking(QUESTION))
    await conductor.next()
    await conductor.back()
    assert conductor.view.poll.step is Step.READY
    await conductor.take("green")
    await conductor.back()
    assert conductor.view.moment.question is QUESTION


async def test_a_second_asking_of_one_question_begins_with_no_votes():
    conductor = await conducting(asking(QUESTION))
    await conductor.next()
    await vote(conductor, a="black")
    await conductor.back()
    await conductor.next()
    await conductor.next()
    assert conductor.view.poll.rounds == ((),)


async def test_a_round_that_was_lost_says_so_once():
    conductor = await conducting(asking(QUESTION), left=Asking("tea", 0, ("gone",), open=True))
    await conductor.next()
    assert conductor.view.board.again
    await conductor.back()
    await conductor.next()
    assert not conductor.view.board.again


async def test_every_board_has_a_higher_number():
    conductor = await conducting(asking(QUESTION))
    numbers = [conductor.view.board.number]
    for _ in range(4):
        await conductor.next()
        await vote(conductor, a="green")
        numbers.append(conductor.view.board.number)
    assert numbers == sorted({*numbers})


async def test_whoever_was_sent_away_stays_away_and_their_vote_is_gone():
    conductor = await conducting(asking(QUESTION))
    await conductor.next()
    await vote(conductor, a="black", b="green")
    await conductor.remove("a")
    assert await vote(conductor, a="black") == [False]
    await conductor.next()
    assert conductor.view.poll.rounds == (("green",),)


async def test_a_timer_that_is_held_goes_on_with_what_it_had_left():
    now = [1000.0]
    conductor = await conducting(asking(QUESTION), clock=lambda: now[0])
    await conductor.timer(60)
    now[0] += 20
    await conductor.pause()
    assert (conductor.view.left, conductor.view.board.until) == (40, 0)
    now[0] += 500
    await conductor.pause()
    assert conductor.view.board.until == 1560


async def test_one_goes_to_any_day_back_in_a_play_of_its_own():
    conductor = await conducting(stories.walk(stories.unkept(stories.evenings(9)), 4))
    await conductor.go(2)
    assert conductor.view.moment.scene.day == 2
    await conductor.go(7)
    assert conductor.view.moment.scene.day == 7


async def test_a_darkened_front_stays_dark_until_it_is_lit():
    conductor = await conducting(asking(stories.go("a"), QUESTION))
    await conductor.next()
    conductor.blank(blank=True)
    await conductor.take("black")
    assert conductor.view.blank


async def test_when_it_is_over_the_phones_are_told():
    conductor = await conducting(asking(QUESTION))
    await conductor.over()
    assert (await conductor.store.board()).phase is Phase.OVER


class TestRemote:
    async def test_two_remotes_pressed_at_once_step_once(self):
        remote = Remote(await conducting(asking(QUESTION)))
        saw = remote.conductor.view.board.number
        await remote.press(Next(saw=saw))
        await remote.press(Next(saw=saw))
        assert remote.conductor.view.poll.step is Step.FIRST

    async def test_what_cannot_be_done_is_said(self):
        remote = Remote(await conducting(asking(QUESTION)))
        assert await remote.press(Take()) == "Nobody has voted. Ask again, or choose for the room."

    async def test_a_day_that_cannot_be_reached_leaves_things_as_they_are(self):
        remote = Remote(await conducting(asking(QUESTION)))
        await remote.press(Go(day=40))
        assert remote.conductor.view.moment.scene.day == 1
