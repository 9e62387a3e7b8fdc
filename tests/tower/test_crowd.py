"""The crowd and its histogram: who the crews are, and where a player stands among them."""

from __future__ import annotations

import subprocess
import sys
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.tower.boards import ANNEX
from game.tower.codes import Code, long_code, read
from game.tower.crew import at_random, par, play
from game.tower.crowd import CREWS, main, minutes, minutes_at
from game.tower.generator import board, drawn
from game.tower.grades import Grade
from game.tower.histogram import MOST, WIDTHS, Bin, Histogram
from game.tower.longform import Drawing

NIGHT = drawn(ANNEX, 7, 0).night
EASY = Code(ANNEX, Grade.EASY, 1)
MINUTES = st.integers(5, 1500)


def test_there_are_two_hundred_crews_and_each_reads_in_an_order_of_its_own():
    crews = list(minutes(NIGHT))
    assert len(crews) == CREWS == 200
    assert crews[:3] == [play(NIGHT, at_random(seed)).minute for seed in range(3)]
    assert len(set(crews)) > 5


def test_they_begin_at_eleven_whatever_was_done_that_night():
    assert list(islice(minutes(par(NIGHT)), 5)) == list(islice(minutes(NIGHT), 5))


def test_they_can_be_taken_up_where_they_were_left():
    crews = list(islice(minutes(NIGHT), 12))
    assert list(islice(minutes(NIGHT, first=7), 5)) == crews[7:]


def test_what_the_player_is_told_for_nothing_they_are_told_too():
    easy = board(EASY)
    assert easy.free
    told = list(islice(minutes_at(EASY), 30))
    assert told == [play(easy.night, at_random(seed), easy.free).minute for seed in range(30)]
    assert sum(told) < sum(islice(minutes(easy.night), 30))


def test_a_long_code_leads_to_the_same_crews():
    easy = board(EASY)
    drawing = Drawing(ANNEX, easy.building.circuits, easy.faults)
    assert list(islice(minutes_at(drawing), 9)) == list(islice(minutes(easy.night), 9))


def run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "game.tower.crowd", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("code", [str(EASY), long_code(Drawing(ANNEX, NIGHT.building.circuits, NIGHT.faults))])
def test_a_process_of_its_own_prints_a_number_a_line(code):
    done = run(code)
    assert (done.returncode, done.stderr) == (0, "")
    assert [int(line) for line in done.stdout.splitlines()] == list(minutes_at(read(code)))


def test_it_ends_without_a_word_when_nobody_reads_any_more():
    command = [sys.executable, "-m", "game.tower.crowd", str(EASY)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert child.stdout
    assert child.stderr
    child.stdout.readline()
    child.stdout.close()
    assert child.stderr.read() == ""
    assert child.wait() == 0


def test_what_is_no_code_is_said_to_be_none():
    assert "There is no tower of size 9x9" in (main(["1-9x9-M-K7Q2M-4"]) or "")
    assert "Say which board" in (main([]) or "")
    done = run("1-9x9-M-K7Q2M-4")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_bins_hold_every_crew_once():
    histogram = Histogram((230, 231, 240, 259), 245, 228)
    assert histogram.width == 10
    assert histogram.bins == (Bin(220, 230, 0), Bin(230, 240, 2), Bin(240, 250, 1), Bin(250, 260, 1))
    assert (histogram.par_bin, histogram.your_bin) == (0, 2)


def test_bins_grow_wider_where_the_crews_lie_far_apart():
    assert Histogram((100, 339), None, 120).width == 10
    assert Histogram((100, 340), None, 120).width == 15
    assert Histogram((100, 500), None, 120).width == 20


def test_who_stands_apart_has_a_bin_without_an_end():
    late, early = Histogram((200, 215), 950, 205), Histogram((200, 215), 90, 205)
    assert late.bins == (Bin(200, 210, 1), Bin(210, 220, 1), Bin(220, None, 0))
    assert late.your_bin == 2
    assert early.bins == (Bin(None, 200, 0), Bin(200, 210, 1), Bin(210, 220, 1))
    assert (early.your_bin, early.par_bin) == (0, 1)


def test_a_dark_tower_is_in_no_bin():
    histogram = Histogram((200, 215), None, 205)
    assert histogram.your_bin is None
    assert (histogram.slower, histogram.level, histogram.quicker) == (0, 0, 0)


@given(st.lists(MINUTES, max_size=CREWS), MINUTES, MINUTES)
def test_any_crews_any_minutes(crews, yours, par):
    histogram = Histogram(tuple(crews), yours, par)
    assert sum(each.crews for each in histogram.bins) == len(crews)
    assert histogram.slower + histogram.level + histogram.quicker == len(crews)
    assert histogram.width in WIDTHS
    assert len(histogram.bins) <= MOST + 1 or histogram.width == WIDTHS[-1]
    for each, minute in ((histogram.your_bin, yours), (histogram.par_bin, par)):
        assert each is not None
        found = histogram.bins[each]
        assert found.start is None or found.start <= minute
        assert found.end is None or minute < found.end
    ends = [each.end for each in histogram.bins[:-1]]
    assert ends == [each.start for each in histogram.bins[1:]]


ALL = (300,) * 143 + (250,) * 5 + (200,) * 52


@pytest.mark.parametrize(
    ("crews", "yours", "said"),
    [
        (ALL, 280, "You were quicker than 143 of 200 crews that read in any order."),
        (ALL, 250, "You were quicker than 143 of 200 crews that read in any order, and level with 5."),
        (ALL, 100, "You were quicker than all 200 crews that read in any order."),
        (ALL, 400, "You were quicker than none of 200 crews that read in any order."),
        (ALL, 300, "You were quicker than none of 200 crews that read in any order, and level with 143."),
        (ALL[100:], 280, "You were quicker than 43 of the 100 crews done so far."),
        (ALL[:9], 280, "You were quicker than all of the 9 crews done so far."),
        (ALL, None, "Of 200 crews that read in any order, the quickest took 200 minutes and the slowest 300."),
        ((), 280, "No crew is done yet."),
    ],
)
def test_how_you_did_in_words(crews, yours, said):
    assert Histogram(crews, yours, 210).in_words == said
