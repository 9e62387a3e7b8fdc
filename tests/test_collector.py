"""The garbage collector rests while the program starts, and works again after it, however the start ended."""

import gc

import pytest

from game.collector import SELDOM, resting, seldom


def test_it_rests_while_the_program_starts() -> None:
    with resting():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_after_a_start_that_failed() -> None:
    with pytest.raises(ZeroDivisionError), resting():
        _ = 1 / 0
    assert gc.isenabled()


def test_a_process_that_starts_the_program_again_and_again_keeps_no_garbage_for_good() -> None:
    with resting():
        pass
    frozen = gc.get_freeze_count()
    assert frozen
    with resting():
        rubbish = [[] for _ in range(10_000)]
    assert len(rubbish) == 10_000
    assert gc.get_freeze_count() <= frozen


def test_it_works_less_often_while_a_hall_is_served_and_as_before_after_it() -> None:
    of_the_tests, of_python = gc.get_threshold(), (700, 10, 10)
    gc.set_threshold(*of_python)
    try:
        with pytest.raises(ZeroDivisionError), seldom():
            assert gc.get_threshold()[0] == SELDOM[0] > of_python[0]
            _ = 1 / 0
        assert gc.get_threshold() == of_python
    finally:
        gc.set_threshold(*of_the_tests)
