"""Raised hands become votes like any other, however a question is asked."""

import msgspec
import pytest

from game.classroom.forms import form_of
from game.classroom.hands import hands_for, raise_hands, sureness_for
from game.classroom.memory import MemoryStore
from game.classroom.poll import Poll
from game.story.state import State
from tests import stories

STATE = State(rest=7, home=5, craft=5)
QUESTIONS = [
    stories.choose(
        "tea", stories.option("green"), stories.option("black"), stories.option("none", needs="rest > 9")
    ),
    stories.number("hour"),
    stories.spend("hours"),
    stories.arrange("order"),
    stories.tell("worth", "worth"),
    stories.find("light"),
]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.kind)
def test_every_hand_is_a_vote_that_no_form_refuses(question):
    form = form_of(question, STATE, seed=1)
    hands = hands_for(form)
    assert hands
    votes = [{**hand.vote, "sure": 1} if sureness_for(form) else hand.vote for hand in hands]
    assert [form.refusal(vote) for vote in votes] == [""] * len(hands)
    assert not question.refusal(form.together(votes), STATE)


def test_what_is_struck_out_cannot_be_raised_hands_for():
    form = form_of(QUESTIONS[0], STATE, seed=1)
    assert [hand.vote for hand in hands_for(form)] == ["green", "black"]


async def test_hands_are_counted_as_often_as_they_are_up():
    form = form_of(QUESTIONS[0], STATE, seed=1)
    store = MemoryStore()
    await store.open("one")
    await raise_hands(store, "one", hands_for(form), [2, 5])
    votes = [msgspec.json.decode(vote) for vote in (await store.votes("one")).values()]
    assert sorted(votes) == ["black"] * 5 + ["green"] * 2


async def test_a_raised_hand_says_nothing_of_how_sure_it_is():
    question = QUESTIONS[1]
    assert await guessed(question, [0, 0, 3]) == {"guess": 10}
    assert question.said({"guess": 10}) == question.in_words(10)
    assert question.settle({"guess": 10}, STATE).state.guess("hour").sure == 0


async def test_a_room_that_is_asked_once_more_is_as_sure_as_its_middle():
    assert await guessed(QUESTIONS[1], [0, 0, 3], sure=[1, 0, 2]) == {"guess": 10, "sure": 5}


async def guessed(question, counts, sure=()):
    """What a room comes to that raises so many hands for the first answers."""
    form, store = form_of(question, STATE, seed=1), MemoryStore()
    await store.open("one")
    rest = [0] * (len(hands_for(form)) - len(counts))
    await raise_hands(store, "one", hands_for(form), [*counts, *rest], sure)
    return form.together([msgspec.json.decode(vote) for vote in (await store.votes("one")).values()])


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.kind)
def test_what_is_shown_of_raised_hands_is_how_many_were_up_and_no_more(question):
    form = form_of(question, State(rest=7, home=5, craft=5), seed=1)
    hands = hands_for(form)
    poll = Poll(question=question, form=form, by_hand=True, rounds=((hands[1].vote,) * 6 + (hands[0].vote,) * 5,))
    (result,) = poll.results()
    assert [(bar.text, bar.count) for bar in result.bars[:2]] == [(hands[0].text, 5), (hands[1].text, 6)]
    assert "sure" not in result.answer


def test_hands_for_most_of_something_share_it_out_as_they_are():
    form = form_of(stories.spend("hours"), STATE, seed=1)
    desk, sofa, _ = (hand.vote for hand in hands_for(form))
    assert form.together([desk] * 3 + [sofa]) == {"desk": 3, "sofa": 1}
