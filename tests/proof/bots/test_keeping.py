"""A bot's play kept as a run: the very play, to be opened, printed and gone on with."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.library import Library
from game.proof.bots.bot import Bot, Memory
from game.proof.bots.keeping import NoPlay, Wanted, keep, wanted
from game.proof.bots.nights import sampled
from game.proof.bots.players import BOTS, NoBot
from game.proof.bots.playing import Played, play
from game.run import Refused, Run
from game.story.calendar import Cut
from game.story.story import Story
from game.transcript import transcript
from tests.stories import choose, evenings, every_kind, go, option, scene, story, tell, told


def kept(of: Story, folder: Path | None, words: str, *, cut: Cut = "full", facts_only: bool = False) -> Run:
    return keep(Library(of, folder), wanted(words), cut=cut, facts_only=facts_only, first=1)


@pytest.mark.parametrize("name", BOTS)
def test_it_comes_to_where_the_bot_came_to(name, tmp_path):
    memory = Memory()
    plays = [play(BOTS[name], every_kind(), "full", seed, memory) for seed in range(1, 7)]
    run = kept(every_kind(), tmp_path, f"{name}:6")
    found = plays[-1]
    assert isinstance(found, Played)
    assert (run.name, run.now().state, len(run.past())) == (f"bot-{name}-6", found.end, found.answers)


def test_it_is_opened_and_printed_like_anybodys(tmp_path):
    run = kept(every_kind(), tmp_path, "careful:17")
    opened = Library(every_kind(), tmp_path).open("bot-careful-17")
    assert opened.now() == run.now()
    assert opened.notice == ""
    assert "bot-careful-17" in transcript(opened)


def test_somebody_who_has_played_before_is_a_bot_with_an_even_seed_whatever_else_is_kept(tmp_path):
    of = story(scene("one", told("again", if_="played_before"), go("on")))
    told_to = [[beat.id for beat in kept(of, tmp_path, f"random:{seed}").past()[0][0].beats] for seed in (1, 2, 3)]
    assert told_to == [[], ["again"], []]


def test_a_play_that_breaks_is_kept_up_to_there_and_says_so(tmp_path):
    def broken(answer, state, memory):
        if state.day == 3:
            raise ValueError("no tea")
        return (0,)

    bot = Bot("breaker", "breaks on day 3", broken, sampled)
    run = keep(Library(evenings(5), tmp_path), Wanted(bot, 1), cut="full", facts_only=False, first=1)
    assert run.notice == "It goes no further: ValueError: no tea"
    assert run.now().scene.day == 3
    assert Library(evenings(5), tmp_path).open("bot-breaker-1").now().scene.day == 3


def test_it_is_kept_once(tmp_path):
    kept(evenings(1), tmp_path, "tired:2")
    with pytest.raises(Refused, match="a run called 'bot-tired-2' already"):
        kept(evenings(1), tmp_path, "tired:2")


def test_with_facts_only_it_stays_so(tmp_path):
    of = story(scene("one", told("a"), choose("q", option("x"), option("y"))), scene("two", tell("t", "t")))
    assert kept(of, tmp_path, "tired:1", facts_only=True).facts_only
    assert Library(of, tmp_path).open("bot-tired-1").facts_only


@pytest.mark.parametrize(
    "words", ["careful", "careful:", ":17", "careful:x", "careful:-1", f"careful:{10**18}", ""]
)
def test_what_is_no_play_is_said_to_be_none(words):
    with pytest.raises(NoPlay, match="like careful:17"):
        wanted(words)


def test_what_is_no_bot_is_said_to_be_none():
    with pytest.raises(NoBot, match="did you mean 'careful'"):
        wanted("carefull:17")
