"""The slate: a class with hands, as a second terminal reads it."""

import os
import stat
from time import time

from game.classroom import slate
from game.classroom.conductor import Conductor
from game.classroom.memory import MemoryStore
from game.classroom.notes import Notes
from game.classroom.slate import Slate
from tests.classroom.rooms import QUESTION, asking


async def written(folder) -> tuple[Slate, Conductor]:
    conductor = Conductor(asking(QUESTION), MemoryStore(), notes=lambda _: Notes(note="Pour first."))
    await conductor.begin()
    there = Slate(conductor, folder)
    await there.write()
    return there, conductor


async def test_it_says_how_the_class_stands_and_only_its_owner_can_read_it(tmp_path):
    there, conductor = await written(tmp_path)
    await conductor.next()
    await there.write()
    stand = slate.read(tmp_path)
    assert (stand.note, stand.button, stand.by_hand) == ("Pour first.", "Close the vote", True)
    assert stat.S_IMODE((tmp_path / slate.NAME).stat().st_mode) == 0o600


async def test_it_is_gone_when_the_class_is_over(tmp_path):
    there, _ = await written(tmp_path)
    there.clear()
    assert [*tmp_path.iterdir()] == []


async def test_one_that_nobody_writes_on_any_more_counts_for_nothing(tmp_path):
    await written(tmp_path)
    long_ago = time() - slate.STALE - 1
    os.utime(tmp_path / slate.NAME, (long_ago, long_ago))
    assert slate.read(tmp_path) is None


async def test_what_makes_no_sense_is_no_class(tmp_path):
    (tmp_path / slate.NAME).write_text("{")
    assert slate.read(tmp_path) is None


async def test_a_second_class_leaves_it_to_the_first(tmp_path):
    await written(tmp_path)
    first = (tmp_path / slate.NAME).read_bytes()
    second, conductor = await written(tmp_path)
    await conductor.next()
    await second.write()
    second.clear()
    assert (tmp_path / slate.NAME).read_bytes() == first
