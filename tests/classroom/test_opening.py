"""A class that was broken off goes on; one that was left, is too old, or is another one does not."""

import asyncio
import os
import socket
import threading
import time

import pytest
from msgspec.structs import replace

from game.classroom import desk as desks
from game.classroom.board import Result
from game.classroom.conductor import Conductor
from game.classroom.desk import NoClass
from game.classroom.forms import Bar
from game.classroom.memory import MemoryStore
from game.classroom.opening import STALE, Asked, opened
from game.classroom.remote import Lock
from game.classroom.results import Taken
from game.classroom.room import Room
from game.classroom.session import Session
from game.library import Library
from tests import stories


@pytest.fixture
def library(tmp_path):
    return Library(stories.evenings(2), tmp_path / "runs")


def left_behind(library, folder, **asked):
    """A class that was killed: its desk is there, its port is free."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    opening = opened(library, folder, Asked(port=port, **asked))
    opening.run.answer("home")
    desks.write(opening.desk, folder)
    return opening


@pytest.mark.parametrize("asked", [Asked(), Asked(new=""), Asked(new="lesson"), Asked(run="lesson")])
def test_the_same_words_go_on_with_a_class_that_was_broken_off(library, tmp_path, asked):
    left = left_behind(library, tmp_path, new="lesson")
    again = opened(library, tmp_path, asked)
    assert again.again
    assert again.desk == left.desk
    assert len(again.run.past()) == 1


def test_what_was_counted_before_is_still_known(library, tmp_path):
    left = left_behind(library, tmp_path)
    tea = Taken("tea", "What now?", (Result(6, (Bar("Do green", 6),), "Do green"),))
    desks.write(replace(left.desk, taken={0: tea}), tmp_path)
    session = Session(opened(library, tmp_path, Asked()), tmp_path, seats=9)
    assert session.conductor.results == [tea]


def test_a_class_broken_off_before_its_first_answer_begins_with_the_same_phones(library, tmp_path):
    left = opened(library, tmp_path, Asked(new="lesson"))
    desks.write(left.desk, tmp_path)
    again = opened(library, tmp_path, Asked(new="lesson"))
    assert again.again
    assert again.run.name == "lesson"


@pytest.mark.parametrize("asked", [Asked(new="other"), Asked(lan=True), Asked(port=9)])
def test_other_words_begin_another_class(library, tmp_path, asked):
    left = left_behind(library, tmp_path)
    fresh = opened(library, tmp_path, asked)
    assert not fresh.again
    assert fresh.desk.key != left.desk.key
    assert fresh.run.name != left.run.name


def test_a_class_of_another_day_is_not_gone_on_with(library, tmp_path):
    left_behind(library, tmp_path)
    old = time.time() - STALE - 1
    os.utime(tmp_path / desks.NAME, (old, old))
    assert not opened(library, tmp_path, Asked()).again


def hang_up(listener):
    """Take one call, and say nothing."""
    listener.accept()[0].close()


async def test_two_classes_at_once_are_one_too_many(library, tmp_path):
    left = left_behind(library, tmp_path)
    store = MemoryStore()
    room = Room(Conductor(left.run, store), store, left.desk, tmp_path)
    await room.open()
    with pytest.raises(NoClass, match="seven-weeks cockpit"):
        await asyncio.to_thread(opened, library, tmp_path, Asked())
    await room.close()


def test_another_program_at_the_port_is_no_class(library, tmp_path):
    left = left_behind(library, tmp_path)
    with socket.create_server(("127.0.0.1", left.desk.port)) as listener:
        threading.Thread(target=hang_up, args=(listener,)).start()
        assert opened(library, tmp_path, Asked()).again


async def test_a_door_that_was_locked_is_locked_again(library, tmp_path):
    first = Session(left_behind(library, tmp_path), tmp_path, seats=9)
    await first.open()
    await first.press(Lock(locked=True))
    first.keep()
    await first.room.server.stop()
    again = Session(opened(library, tmp_path, Asked()), tmp_path, seats=9)
    await again.open()
    assert again.conductor.view.board.locked
    await again.close()
